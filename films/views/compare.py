"""Two tellings of a film side by side: the same events level with each other, what only one tells marked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.models import Film, Telling
from films.views._film_rows import film_sources_by_id
from films.views._limits import limits_of
from films.views._shared import json_page, json_twin, page_links, page_of
from films.views._side_by_side import Compared, ShownRow, ShownSide, shown_rows


class ComparisonChoice(forms.Form):
    """Which tellings a reader wants to compare; what is not understood is left out."""

    left = forms.IntegerField(required=False, min_value=1, max_value=2**31)
    right = forms.IntegerField(required=False, min_value=1, max_value=2**31)


def film_compare(request: HttpRequest, slug: str) -> HttpResponse:
    film = get_object_or_404(Film.objects.with_telling_count(), slug=slug)
    limits = limits_of(request)
    tellings, sources = _tellings(film), film_sources_by_id(film, limits)
    context: dict[str, Any] = {
        "film": film,
        "limit": limits.of(film.pk),
        "tellings": [(telling, sources[telling.document_id]) for telling in tellings],
    }
    pair = _pair(tellings, request)
    if pair:
        compared = Compared.of(*pair, sources, limits)
        page = page_of(compared.rows, request)
        context |= {
            "compared": compared,
            "page": page,
            "page_links": page_links(page),
            "rows": shown_rows(page.object_list, compared, film, sources, limits),
            "left": sources[compared.left.document_id],
            "right": sources[compared.right.document_id],
        }
    return render(request, "films/film_compare.html", context)


def film_compare_json(request: HttpRequest, slug: str) -> JsonResponse:
    film = get_object_or_404(Film, slug=slug)
    limits = limits_of(request)
    about = {"film": film.slug, "title": film.title}
    pair = _pair(_tellings(film), request)
    if pair is None:
        return json_twin(about | {"left": None, "right": None, "count": 0, "results": []})
    sides = {
        name: _telling_item(request, telling) for name, telling in zip(("left", "right"), pair, strict=True)
    }
    sources = film_sources_by_id(film, limits)
    compared = Compared.of(*pair, sources, limits)
    page = page_of(compared.rows, request)
    page.object_list = shown_rows(page.object_list, compared, film, sources, limits)
    return json_twin(about | sides | json_page(request, page, lambda row: _row_item(request, row)))


def _tellings(film: Film) -> list[Telling]:
    """Return the tellings that tell an event, the fullest first."""
    tellings = Telling.objects.of(film).with_event_count().filter(event_count__gt=0).with_document()
    return list(tellings.order_by("-event_count", "document__name", "start", "pk"))


def _pair(tellings: Sequence[Telling], request: HttpRequest) -> tuple[Telling, Telling] | None:
    """Return the tellings that were asked for; in the place of one that there is not, the fullest other."""
    if len(tellings) < 2:
        return None
    form = ComparisonChoice(request.GET)
    form.is_valid()
    by_id = {telling.pk: telling for telling in tellings}
    left, right = (by_id.get(form.cleaned_data.get(side) or 0) for side in ("left", "right"))
    left = left or (_fullest_beside(right, tellings) if right else tellings[0])
    return left, right if right and right != left else _fullest_beside(left, tellings)


def _fullest_beside(telling: Telling, tellings: Sequence[Telling]) -> Telling:
    """Return the fullest telling of another document, or where there is none, of the same."""
    others = [row for row in tellings if row != telling]
    return next((row for row in others if row.document_id != telling.document_id), others[0])


def _telling_item(request: HttpRequest, telling: Any) -> dict[str, Any]:
    return {
        "id": telling.pk,
        "kind": telling.kind,
        "document": telling.document.name,
        "events": telling.event_count,
        "url": request.build_absolute_uri(telling.get_absolute_url()),
    }


def _row_item(request: HttpRequest, row: ShownRow) -> dict[str, Any]:
    return {
        "told_by": row.told_by,
        "events": [
            {"key": event.key, "order": event.order, "summary": event.summary} for event in row.events
        ],
        "left": _side_item(request, row.left),
        "right": _side_item(request, row.right),
        "numbers": [
            {"left": pair.left.text, "right": pair.right.text, "differ": pair.is_rival}
            for pair in row.numbers
        ],
    }


def _side_item(request: HttpRequest, side: ShownSide) -> dict[str, Any] | None:
    if not side:
        return None
    return {
        "sentences": [
            {
                "text": sentence.text,
                "start": sentence.start,
                "end": sentence.end,
                "url": request.build_absolute_uri(sentence.url),
            }
            for passage in side.passages
            for sentence in passage.sentences
        ],
        "only_here": [event.key for event in side.alone],
        "told_after": side.follows,
    }
