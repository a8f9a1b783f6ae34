"""A film's storyline: its plot events in story order, or as one telling tells them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.models import Character, Film, Place, Telling
from films.models.events import EVENTS_PER_PAGE
from films.models.limits import SpoilerLimits
from films.views._film_rows import film_sources_by_id
from films.views._limits import Readable, limits_of
from films.views._moments import Story, story_of, told_moments
from films.views._namesakes import fellows_apart
from films.views._shared import NumberedSource, json_twin, page_links, page_of
from films.views._shown_film import shown_events
from films.views._storyline_chart import MOST_LINES, storyline_chart
from films.views._told_events import event_lines

KEY_EVENTS, ALL_EVENTS = "key", "all"


class StorylineChoice(forms.Form):
    """What a reader may ask of a storyline; what is not understood is left out."""

    character = forms.SlugField(required=False, max_length=120)
    place = forms.SlugField(required=False, max_length=120)
    telling = forms.IntegerField(required=False, min_value=1, max_value=2**31)
    show = forms.ChoiceField(required=False, choices=[(KEY_EVENTS, "key events"), (ALL_EVENTS, "all events")])


@dataclass(frozen=True, slots=True)
class Chosen:
    character: Character | None
    place: Place | None
    telling: Telling | None
    show: str

    @property
    def is_any(self) -> bool:
        return any((self.character, self.place, self.telling))

    @property
    def shows_all(self) -> bool:
        return self.show == ALL_EVENTS


def film_storyline(request: HttpRequest, slug: str) -> HttpResponse:
    film = get_object_or_404(Film.objects.with_telling_count(), slug=slug)
    limits = limits_of(request)
    chosen = _chosen(film, request, limits)
    sources = film_sources_by_id(film, limits)
    readable = Readable.of([source.document for source in sources.values()], limits)
    story = story_of(film, limits, with_sentences=True)
    ids = _chosen_events(film, story, chosen, limits)
    moments = story.moments(ids)
    page = page_of(ids, request, EVENTS_PER_PAGE)
    offers = _offers(film, story, sources)
    events = story.worded(page.object_list)
    lines = event_lines(events, story.callings, sources, readable)
    added = list(dict.fromkeys(request.GET.getlist("line")))[:MOST_LINES]
    context = {
        "film": film,
        "sources": sources,
        "chosen": chosen,
        "page": page,
        "page_links": page_links(page),
        "key_count": len(moments),
        "moments": list(told_moments(moments, lines)),
        "limit": limits.of(film.pk),
        "until": story.further,
        "chart": storyline_chart(events, {moment.key for moment in moments}, added),
        "added": added,
        **offers,
    }
    return render(request, "films/film_storyline.html", context)


def film_storyline_json(request: HttpRequest, slug: str) -> JsonResponse:
    film, limits = get_object_or_404(Film, slug=slug), limits_of(request)
    story = story_of(film, limits)
    keys = set(story.keys())
    return json_twin(
        {
            "film": film.slug,
            "title": film.title,
            "key_events": [event.key for pk, event in story.events.items() if pk in keys],
            "events": shown_events(film, limits),
        }
    )


def _chosen(film: Film, request: HttpRequest, limits: SpoilerLimits) -> Chosen:
    form = StorylineChoice(request.GET)
    form.is_valid()
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    characters, places = film.characters.known(limits), Place.objects.known(limits)
    return Chosen(
        characters.filter(slug=wanted["character"]).first() if "character" in wanted else None,
        places.filter(slug=wanted["place"]).first() if "place" in wanted else None,
        Telling.objects.of(film).filter(pk=wanted["telling"]).first() if "telling" in wanted else None,
        wanted.get("show", KEY_EVENTS),
    )


def _chosen_events(film: Film, story: Story, chosen: Chosen, limits: SpoilerLimits) -> list[int]:
    """Return the ids of the events that the choice leaves, in its order."""
    if not chosen.is_any:
        return list(story.events)
    events = film.events.known(limits).in_story_order()
    if chosen.character:
        events = events.with_character(chosen.character)
    if chosen.place:
        events = events.filter(place=chosen.place)
    events = events.as_told_in(chosen.telling) if chosen.telling else events
    return list(events.values_list("pk", flat=True))


def _offers(film: Film, story: Story, sources: Mapping[int, NumberedSource]) -> dict[str, Any]:
    """Return what the storyline can be narrowed by, with the number of events that each would leave."""
    events = story.events.values()
    characters = _counted(part.character for event in events for part in event.participations.all())
    tellings = Telling.objects.of(film).with_event_count().filter(event_count__gt=0)
    return {
        "characters": fellows_apart(characters),
        "places": _counted(event.place for event in events if event.place is not None),
        "tellings": [(telling, sources[telling.document_id]) for telling in tellings],
    }


def _counted(found: Iterable[Any]) -> list[Any]:
    """Return the rows once each, with `events_here`, how often they stood there, most first."""
    rows: dict[Any, Any] = {}
    counts: Counter[Any] = Counter()
    for row in found:
        counts[row] += 1
        rows.setdefault(row, row).events_here = counts[row]
    return sorted(rows.values(), key=lambda row: (-row.events_here, row.name))
