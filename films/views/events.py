"""What happens, over all films: in words, to whom, where; who meets whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from films.event_filter import EventFilter
from films.facet_specs import Choice, Facet
from films.models import PlotEvent
from films.models.limits import SpoilerLimits
from films.views._limits import limits_of, worded
from films.views._listing import listed_page
from films.views._shared import json_list, listing


def event_list(request: HttpRequest) -> HttpResponse:
    chosen, page = _listed(request)
    context = listing(chosen, page)
    context["facets"] = _of_use(context["facets"])
    words = {"words": request.GET.get("words", ""), "is_best_alone": chosen.is_best_alone}
    return render(request, "films/event_list.html", context | words)


def _of_use(facets: Sequence[Facet]) -> list[Facet]:
    """Return the facets; whom somebody meets is asked only once somebody is chosen."""
    who = next((facet.chosen for facet in facets if facet.name == "character"), None)
    shown = [_others_than(who, facet) if facet.name == "meets" else facet for facet in facets]
    return [facet for facet in shown if facet.choices]


def _others_than(who: Choice | None, facet: Facet) -> Facet:
    """Return the choices but for the one who is chosen already; what was chosen itself can be taken away."""
    others = (choice for choice in facet.choices if choice.is_chosen or (who and choice.value != who.value))
    return replace(facet, choices=tuple(others))


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
