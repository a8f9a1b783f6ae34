"""Places: where stories play, and what happens there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.filters import PlaceFilter
from films.models import Citation, Film, Place, PlotEvent, Setting, SourceDocument
from films.models.limits import SpoilerLimits
from films.views._limits import HiddenBySpoilerLimit, limits_of, worded
from films.views._listing import listed_page
from films.views._shared import (
    NumberedSource,
    json_list,
    json_twin,
    listing,
    number_sources,
    page_links,
    page_of,
)

SETTINGS_SHOWN = 50
SOURCES_SHOWN, PASSAGES_SHOWN = 4, 4  # of each film, and of each source


@dataclass(frozen=True, slots=True)
class Naming:
    """A document, as it is called beside its film, with where it names the place."""

    heading: str
    passages: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A film with the documents of it that name the place."""

    film: Film
    namings: tuple[Naming, ...]


def place_list(request: HttpRequest) -> HttpResponse:
    chosen, page = _listed(request)
    return render(request, "films/place_list.html", listing(chosen, page))


def place_list_json(request: HttpRequest) -> JsonResponse:
    _, page = _listed(request)
    return json_list(request, page, lambda place: _place_item(request, place))


def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the films that name a place, with their evidence, and what happens there, film by film."""
    limits = limits_of(request)
    place = _place(slug, limits)
    page = page_of(_events_at(place, limits), request)
    page.object_list = worded(page.object_list, limits)
    settings = _settings(place, limits)
    shown = _named_in(settings.with_evidence()[:SETTINGS_SHOWN])
    context = {
        "place": place,
        "settings": shown,
        "further": settings.count() - len(shown) if len(shown) == SETTINGS_SHOWN else 0,
        "films": [(film, list(events)) for film, events in groupby(page.object_list, attrgetter("film"))],
        "page": page,
        "page_links": page_links(page),
        "is_limited": limits.is_any,
    }
    return render(request, "films/place_detail.html", context)


def place_detail_json(request: HttpRequest, slug: str) -> JsonResponse:
    limits = limits_of(request)
    place = _place(slug, limits)
    page = page_of(_events_at(place, limits), request)
    page.object_list = worded(page.object_list, limits)
    settings = _settings(place, limits).select_related("film")
    return json_twin(
        {
            "slug": place.slug,
            "name": place.name,
            "films": [{"slug": s.film.slug, "title": s.film.title} for s in settings[:SETTINGS_SHOWN]],
            "event_count": page.paginator.count,
            "page": page.number,
            "pages": page.paginator.num_pages,
            "events": [
                {"film": event.film.slug, "key": event.key, "summary": event.summary} for event in page
            ],
        }
    )


def _place(slug: str, limits: SpoilerLimits) -> Place:
    place = get_object_or_404(Place, slug=slug)
    if (
        limits.is_any
        and place.settings.exists()
        and not Place.objects.known(limits).filter(pk=place.pk).exists()
    ):
        raise HiddenBySpoilerLimit
    return place


def _settings(place: Place, limits: SpoilerLimits) -> Any:
    return Setting.objects.known(limits).filter(place=place).order_by("film__sort_title", "film_id")


def _named_in(settings: Iterable[Setting]) -> list[NamedIn]:
    """Return the films with the documents of each that name the place, the first few of them."""
    settings = list(settings)
    films = [setting.film_id for setting in settings]
    sources = number_sources(SourceDocument.objects.filter(film__in=films).without_text().with_heading())
    return [NamedIn(setting.film, tuple(_namings(setting, sources))) for setting in settings]


def _namings(setting: Setting, sources: Mapping[int, NumberedSource]) -> Iterator[Naming]:
    by_document = groupby(setting.citations.all(), key=attrgetter("document_id"))
    for document, said in islice(by_document, SOURCES_SHOWN):
        heading = sources[document].heading_beside(setting.film.title)
        yield Naming(heading, tuple(islice(said, PASSAGES_SHOWN)))


def _events_at(place: Place, limits: SpoilerLimits) -> Any:
    events = PlotEvent.objects.known(limits).filter(place=place).with_participants(limits)
    return events.order_by("film__sort_title", "film_id", "order", "pk")


def _listed(request: HttpRequest) -> tuple[PlaceFilter, Page]:
    limits = limits_of(request)
    chosen = PlaceFilter(request.GET, queryset=Place.objects.for_list_page(limits), limits=limits)
    return chosen, listed_page(chosen, request)


def _place_item(request: HttpRequest, place: Any) -> dict[str, Any]:
    return {
        "slug": place.slug,
        "name": place.name,
        "films": place.films_told,
        "events": place.events_told,
        "url": request.build_absolute_uri(place.get_absolute_url()),
    }
