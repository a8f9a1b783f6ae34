"""How long a storyline chart takes to draw, beside the page that it stands on."""

import gc
import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from time import process_time

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import override_settings, setup_test_environment, teardown_test_environment
from django.urls import reverse
from django.utils.timezone import now

import benchmarks.site  # noqa: F401 -- before the models
from benchmarks.figures import Figure
from films.models import Character, EventMention, Film, Participation, PlotEvent, SourceDocument, Telling
from films.views._storyline_chart import storyline_chart

MOST_OF_PAGE = 0.25
EVENTS, CHARACTERS = 150, 20
PLAIN_FILES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


def measure(*, runs: int) -> Iterator[Figure]:
    """Yield the figures, from a film in a database made for it."""
    setup_test_environment()
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        middleware = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
        gc.collect()
        gc.freeze()  # as in the processes that serve pages
        with override_settings(STORAGES=PLAIN_FILES, MIDDLEWARE=middleware):
            yield from drawing_time(make_film(), runs=runs)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        teardown_test_environment()


def drawing_time(film: Film, *, runs: int) -> Iterator[Figure]:
    """Yield the time of the film's storyline page with all lines, and the share of it that drawing takes."""
    lines = {"line": list(film.characters.values_list("slug", flat=True))}
    events = list(film.events.with_participants().in_story_order())
    client, address = Client(HTTP_ACCEPT_ENCODING="gzip"), reverse("film-storyline", args=[film.slug])
    with override_settings(FILMKB_KEPT_PAGES=0):  # a page that was kept is not made
        client.get(address, lines)  # templates are read before the clock runs
        page = statistics.median(_seconds(lambda: client.get(address, lines)) for _ in range(runs))
    chart = statistics.median(
        _seconds(lambda: storyline_chart(events, (), lines["line"])) for _ in range(runs)
    )
    what = f"{len(events)} events and {len(lines['line'])} characters"
    share = chart / page
    yield Figure(f"a storyline page, {what}", f"{page * 1000:.0f} ms")
    yield Figure(
        "its chart drawn, of the page's time", f"{share:.0%}", f"≤ {MOST_OF_PAGE:.0%}", share <= MOST_OF_PAGE
    )


def make_film(events: int = EVENTS, characters: int = CHARACTERS) -> Film:
    """Return a made-up film, told by two sources in a sentence an event."""
    made_up = random.Random(events)  # noqa: S311 -- the same film every time
    film = Film.objects.create(title="The Long Ferry", slug="the-long-ferry", event_count=events)
    people = Character.objects.bulk_create(
        Character(film=film, name=f"Passenger{number}", slug=f"passenger{number}", prominence=number)
        for number in range(characters)
    )
    together = [made_up.sample(people, made_up.choice((1, 2, 2, 2, 3))) for _ in range(events)]
    sentences = [
        f"{' and '.join(one.name for one in group)} walk along deck {number} of the ferry at night."
        for number, group in enumerate(together)
    ]
    rows = PlotEvent.objects.bulk_create(
        PlotEvent(film=film, key=f"e{number}", order=number, summary=sentence)
        for number, sentence in enumerate(sentences, 1)
    )
    Participation.objects.bulk_create(
        Participation(event=event, character=one)
        for event, group in zip(rows, together, strict=True)
        for one in group
    )
    for name in ("one.txt", "two.txt"):
        _tell(film, name, rows)
    return film


def _tell(film: Film, name: str, events: Sequence[PlotEvent]) -> None:
    text = "\n".join(event.summary for event in events)
    document = SourceDocument.objects.create(
        film=film, name=name, text=text, sha256=name, format="plain", encoding="utf-8", imported_at=now()
    )
    telling = Telling.objects.create(document=document, kind="synopsis", start=0, end=len(text))
    EventMention.objects.bulk_create(_mention(event, telling, text.index(event.summary)) for event in events)


def _mention(event: PlotEvent, telling: Telling, start: int) -> EventMention:
    at = start + event.summary.index("walk")
    return EventMention(
        event=event, telling=telling, summary=event.summary, trigger="walk", sentence_start=start,
        sentence_end=start + len(event.summary), trigger_start=at, trigger_end=at + len("walk"),
    )  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor's time for the work: other programs on the machine do not count."""
    start = process_time()
    work()
    return process_time() - start
