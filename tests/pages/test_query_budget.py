"""No page asks the database more than a dozen times, whatever its reader wants to be told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from films.revealing import refresh_known_from
from films.search import rebuild
from films.vocabulary import PassageKind
from tests import factories as make
from tests.pages.reading import keep

pytestmark = pytest.mark.django_db

LISTS = ("film", "character", "person", "place", "event")


@pytest.fixture(params=[3, 30])
def story(request):
    """A film of three sources and its logline, among others, with as many characters as events."""
    size = request.param
    story = make.make_story(characters=size, events=size, documents=3)
    other = make.make_story(characters=5, events=5, documents=2)
    logline = make.SourceDocumentFactory(film=story.film, text="A ferry is found.", sentence_bounds=[[0, 17]])
    make.TellingFactory(document=logline, kind=PassageKind.LOGLINE)
    make.CharacterNameFactory(character=story.characters[0], text="the Grey Heron")
    refresh_known_from([story.film.pk, other.film.pk])
    rebuild()
    return story


@pytest.fixture(params=["everything", "until this film's event 2", "until event 2", "nothing"])
def told(client, story, request):
    """A reader who wants to be told no more than this."""
    show, *words = request.param.split()
    film = {"film": story.film.slug} if "film's" in words else {}
    if show != "everything":
        keep(client, show=show, until=2 if show == "until" else "", **film)
    return request.param


def of_the_film(name):
    return lambda story: reverse(name, args=[story.film.slug])


def of_lists(name, **query):
    return lambda _story: reverse(name, query=query)


def of_the_character(name):
    return lambda story: reverse(name, args=[story.film.slug, story.characters[0].slug])


def narrowed_storyline(story):
    query = {
        "character": story.characters[0].slug,
        "place": story.place.slug,
        "telling": story.tellings[0].pk,
        "show": "all",
    }
    return reverse("film-storyline", args=[story.film.slug], query=query)


def narrowed_events(story, **words):
    query = {
        "film": story.film.slug,
        "place": story.place.slug,
        "character": story.characters[0].pk,
        "meets": story.characters[1].pk,
    }
    return reverse("event-list", query=query | words)


def searched_events(story):
    return narrowed_events(story, words="day")


def narrowed_films(story):
    return reverse("film-list", query={"place": story.place.slug, "decade": "1990"})


PAGES = {
    **{f"{name}-list": of_lists(f"{name}-list") for name in LISTS},
    **{name: of_lists(name) for name in ("home", "spoilers", "connections")},
    **{name: of_the_film(f"film-{name}") for name in ("detail", "storyline", "sources", "compare")},
    **{f"{name}.json": of_the_film(f"film-{name}-json") for name in ("sources", "compare")},
    "storyline, narrowed": narrowed_storyline,
    "character": of_the_character("character-detail"),
    "character.json": of_the_character("character-detail-json"),
    "place": lambda story: reverse("place-detail", args=[story.place.slug]),
    "person": lambda story: reverse("person-detail", args=[story.cast[0].person.slug]),
    "source": lambda story: reverse("source-detail", args=[story.documents[0].pk]),
    "search by name": lambda story: reverse("search", query={"q": story.characters[0].name.split()[0]}),
    "search by a misspelt name": of_lists("search", q="Mirell"),
    "search by words": of_lists("search", q="day finds"),
    "search for events": of_lists("search", q="Mirel", kind="event"),
    "events, narrowed": narrowed_events,
    "events, searched": searched_events,
    "films, narrowed": narrowed_films,
    "connections of a film": lambda story: reverse("connections", query={"film": story.film.slug}),
}


# Twins that hold all that is known of a film, table by table.
WHOLE_FILMS = {name: of_the_film(f"film-{name}-json") for name in ("detail", "storyline")}


def connected(first, last):
    """Return the address of how two of the film's characters are connected."""

    def address(story):
        query = {
            "film": story.film.slug,
            "from": story.characters[first].slug,
            "to": story.characters[last].slug,
        }
        return reverse("connections", query=query)

    return address


CONNECTIONS = {"next": connected(0, 1), "further": connected(0, 2)}


def too_many(client, story, pages, most):
    """Return which of the pages ask more often than that, and how often."""
    assert connection.features.supports_json_field  # SQLite is asked so once, by whoever comes first
    asked = {}
    for name, address in pages.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(story)).status_code in (200, 404)
        asked[name] = len(queries)
    return {name: count for name, count in asked.items() if count > most}


@pytest.mark.usefixtures("told")
def test_pages_ask_a_dozen_times_at_most(client, story):
    assert too_many(client, story, PAGES, 12) == {}


@pytest.mark.usefixtures("told")
def test_lists_of_several_pages_count_their_letters_too(client, story, monkeypatch):
    monkeypatch.setattr("films.views._listing.ROWS_PER_PAGE", 1)
    assert too_many(client, story, {name: PAGES[name] for name in PAGES if "list" in name}, 12) == {}
    assert too_many(client, story, {"narrowed": PAGES["films, narrowed"]}, 12) == {}


@pytest.mark.usefixtures("told")
def test_pages_that_hold_more_ask_a_fixed_number_of_times(client, story):
    assert too_many(client, story, WHOLE_FILMS, 30) == {}
    assert too_many(client, story, CONNECTIONS, 14) == {}


def test_readers_who_are_told_everything_cost_a_dozen_for_a_connection(client, story):
    assert too_many(client, story, CONNECTIONS, 12) == {}


@pytest.mark.parametrize(
    ("page", "most"),
    [
        ("home", 10),
        ("film-list", 11),
        ("films, narrowed", 11),
        ("detail", 11),
        ("storyline", 7),
        ("character", 11),
        ("person", 8),
    ],
)
def test_pages_that_are_asked_for_most_cost_no_more_than_they_did(client, story, page, most):
    assert too_many(client, story, {page: PAGES[page]}, most) == {}
