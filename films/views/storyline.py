"""A film's storyline: its plot events in story order, or as one telling tells them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.models import Character, EventMention, Film, Place, PlotEvent, SourceDocument, Telling
from films.models.events import EVENTS_PER_PAGE
from films.models.limits import SpoilerLimits
from films.revealing import document_positions
from films.views._limits import limits_of, worded
from films.views._shared import NumberedSource, json_twin, page_links, page_of
from films.views._shown_film import shown_film
from films.views._storyline_chart import MOST_LINES, storyline_chart
from films.views.films import film_sources_by_id


class StorylineChoice(forms.Form):
    """What a reader may ask of a storyline; what is not understood is left out."""

    character = forms.SlugField(required=False, max_length=120)
    place = forms.SlugField(required=False, max_length=120)
    telling = forms.IntegerField(required=False, min_value=1, max_value=2**31)


@dataclass(frozen=True, slots=True)
class Chosen:
    character: Character | None
    place: Place | None
    telling: Telling | None

    @property
    def is_any(self) -> bool:
        return any((self.character, self.place, self.telling))


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One telling's own sentence for an event."""

    source: NumberedSource
    mention: EventMention


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event with how often it is told: "in 3 of 4 sources"."""

    event: PlotEvent
    tellings: tuple[ToldLine, ...]

    @property
    def source_count(self) -> int:
        return len({told.source.number for told in self.tellings})


def film_storyline(request: HttpRequest, slug: str) -> HttpResponse:
    film = get_object_or_404(Film, slug=slug)
    limits = limits_of(request)
    chosen = _chosen(film, request, limits)
    sources = film_sources_by_id(film)
    page = page_of(_events(film, chosen, limits), request, EVENTS_PER_PAGE)
    page.object_list = worded(page.object_list, limits)
    added = list(dict.fromkeys(request.GET.getlist("line")))[:MOST_LINES]
    context = {
        "film": film,
        "sources": sources,
        "chosen": chosen,
        "page": page,
        "page_links": page_links(page),
        "lines": _lines(page.object_list, film, sources, limits),
        "limit": limits.of(film.pk),
        "chart": storyline_chart(list(page.object_list), added),
        "added": added,
        **_offers(film, limits),
    }
    return render(request, "films/film_storyline.html", context)


def film_storyline_json(request: HttpRequest, slug: str) -> JsonResponse:
    film = shown_film(get_object_or_404(Film, slug=slug), limits_of(request))
    return json_twin({"film": film["slug"], "title": film["title"], "events": film["events"]})


def _chosen(film: Film, request: HttpRequest, limits: SpoilerLimits) -> Chosen:
    form = StorylineChoice(request.GET)
    form.is_valid()
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    characters, places = film.characters.known(limits), Place.objects.known(limits)
    return Chosen(
        characters.filter(slug=wanted["character"]).first() if "character" in wanted else None,
        places.filter(slug=wanted["place"]).first() if "place" in wanted else None,
        Telling.objects.of(film).filter(pk=wanted["telling"]).first() if "telling" in wanted else None,
    )


def _events(film: Film, chosen: Chosen, limits: SpoilerLimits) -> Any:
    events = film.events.known(limits).for_storyline_page(limits).in_story_order()
    if chosen.character:
        events = events.with_character(chosen.character)
    if chosen.place:
        events = events.filter(place=chosen.place)
    return events.as_told_in(chosen.telling) if chosen.telling else events


def _lines(
    events: Iterable[PlotEvent], film: Film, sources: dict[int, NumberedSource], limits: SpoilerLimits
) -> list[EventLine]:
    """Return the events with their sentences, but for those that tell more than the reader wants to know."""
    limit = limits.of(film.pk)
    positions = {} if limit is None else document_positions(SourceDocument.objects.filter(film=film))

    def is_told(mention: EventMention) -> bool:
        return limit is None or positions[mention.telling.document_id].at(mention.sentence_start) <= limit

    return [_line(event, filter(is_told, event.mentions.all()), sources) for event in events]


def _line(
    event: PlotEvent, mentions: Iterable[EventMention], sources: dict[int, NumberedSource]
) -> EventLine:
    """Return the event with the sentences that tell it, each once, in the order of their sources."""
    told: dict[tuple[int, int], ToldLine] = {}
    for mention in mentions:
        source = sources[mention.telling.document_id]
        told.setdefault((source.number, mention.sentence_start), ToldLine(source, mention))
    return EventLine(event, tuple(told[place] for place in sorted(told)))


def _offers(film: Film, limits: SpoilerLimits) -> dict[str, Any]:
    """Return what the storyline can be narrowed by, with the number of events that each would leave."""
    taking_part = Count(
        "participations",
        filter=limits.allowed("participations__event__film", "participations__event__order"),
    )
    here = Count("events", filter=Q(events__film=film) & limits.allowed("events__film", "events__order"))
    tellings = Telling.objects.of(film).with_event_count().select_related("document")
    return {
        "characters": film.characters.known(limits)
        .annotate(events_here=taking_part)
        .filter(events_here__gt=0)
        .order_by("-events_here", "name"),
        "places": Place.objects.filter(events__film=film)
        .annotate(events_here=here)
        .filter(events_here__gt=0)
        .order_by("-events_here", "name"),
        "tellings": tellings.defer("document__text", "document__sentence_bounds", "document__profile").filter(
            event_count__gt=0
        ),
    }
