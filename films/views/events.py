"""What happens, over all films: in words, to whom, where; who meets whom."""

from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from films.event_filter import EventFilter
from films.models import PlotEvent
from films.models.limits import SpoilerLimits
from films.views._limits import limits_of, worded
from films.views._listing import listed_page
from films.views._shared import json_list, listing


def event_list(request: HttpRequest) -> HttpResponse:
    chosen, page = _listed(request)
    context = {"words": request.GET.get("words", ""), **listing(chosen, page)}
    return render(request, "films/event_list.html", context)


def event_list_json(request: HttpRequest) -> JsonResponse:
    _, page = _listed(request)
    return json_list(request, page, lambda event: _event_item(request, event))


def _listed(request: HttpRequest) -> tuple[EventFilter, Page]:
    limits = limits_of(request)
    chosen = EventFilter(request.GET, queryset=_events(limits), limits=limits)
    page = listed_page(chosen, request)
    page.object_list = worded(page.object_list, limits)
    return chosen, page


def _events(limits: SpoilerLimits) -> QuerySet[PlotEvent]:
    return PlotEvent.objects.known(limits).with_participants(limits)


def _event_item(request: HttpRequest, event: PlotEvent) -> dict[str, Any]:
    return {
        "film": event.film.slug,
        "key": event.key,
        "order": event.order,
        "summary": event.summary,
        "place": event.place.name if event.place else event.place_as_told or None,
        "time": event.time_as_told or None,
        "participants": [
            {"character": part.character.slug, "role": part.role} for part in event.participations.all()
        ],
        "url": request.build_absolute_uri(event.get_absolute_url()),
    }
