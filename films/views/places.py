"""Places: where stories play, and what happens there."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.filters import PlaceFilter
from films.models import Place, PlotEvent, Setting
from films.views._shared import json_list, json_twin, listing, page_links, page_of

SETTINGS_SHOWN = 50


def place_list(request: HttpRequest) -> HttpResponse:
    chosen, page = _listed(request)
    return render(request, "films/place_list.html", listing(chosen, page))


def place_list_json(request: HttpRequest) -> JsonResponse:
    _, page = _listed(request)
    return json_list(request, page, lambda place: _place_item(request, place))


def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the films that name a place, with their evidence, and what happens there, film by film."""
    place = get_object_or_404(Place, slug=slug)
    page = page_of(_events_at(place), request)
    settings = Setting.objects.filter(place=place).with_evidence().order_by("film__title", "film_id")
    context = {
        "place": place,
        "settings": settings[:SETTINGS_SHOWN],
        "setting_count": settings.count(),
        "page": page,
        "page_links": page_links(page),
    }
    return render(request, "films/place_detail.html", context)


def place_detail_json(request: HttpRequest, slug: str) -> JsonResponse:
    place = get_object_or_404(Place, slug=slug)
    page = page_of(_events_at(place), request)
    settings = Setting.objects.filter(place=place).select_related("film").order_by("film__title", "film_id")
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


def _events_at(place: Place) -> Any:
    events = PlotEvent.objects.filter(place=place).with_participants()
    return events.order_by("film__title", "film_id", "order", "pk")


def _listed(request: HttpRequest) -> tuple[PlaceFilter, Page]:
    chosen = PlaceFilter(request.GET, queryset=Place.objects.for_list_page())
    return chosen, page_of(chosen.qs, request)


def _place_item(request: HttpRequest, place: Any) -> dict[str, Any]:
    return {
        "slug": place.slug,
        "name": place.name,
        "films": place.film_count,
        "events": place.event_count,
        "url": request.build_absolute_uri(place.get_absolute_url()),
    }
