"""One box over everything."""

from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from films.models import Film
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.models.search import EntryKind
from films.search import SearchGroup, SearchHit, SearchResults, search
from films.views._limits import limits_of
from films.views._shared import json_twin
from films.views._told_hits import told_results

LONGEST_QUERY = 200
HITS_OF_EACH_KIND = 8
HITS_OF_ONE_KIND = 60
HEADINGS = {
    EntryKind.FILM: "Films",
    EntryKind.PERSON: "People",
    EntryKind.CHARACTER: "Characters",
    EntryKind.PLACE: "Places",
    EntryKind.EVENT: "Events",
}
PROVISIONAL = KeptQuery(
    lambda films: (
        Film.objects.order_by()
        .filter(pk__in=Ids(films), is_title_provisional=True)
        .values_list("pk", flat=True)
    )
)


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The hits of a kind under their heading; `more_query` leads to more of them, when there are."""

    kind: str
    heading: str
    found: SearchGroup
    more_query: str


def search_page(request: HttpRequest) -> HttpResponse:
    """Show hits in groups, each saying why it matched; `?kind=` shows more of one kind."""
    results, kind = _found(request)
    context = {
        "query": results.query,
        "results": results,
        "groups": [_shown(group, results.query, kind) for group in results.groups],
        "provisional": _provisional(results),
        "is_more": any(group.is_more for group in results.groups),
        "kind": kind,
        "is_limited": limits_of(request).is_any,
        "all_query": urlencode({"q": results.query}),
    }
    return render(request, "films/search.html", context)


def _provisional(results: SearchResults) -> set[int]:
    """Return the ids of the films found, or found in, whose titles are provisional."""
    film_ids = {hit.film_id for hit in results.hits if hit.film_id is not None}
    return set(PROVISIONAL([*film_ids])) if film_ids else set()


def search_json(request: HttpRequest) -> JsonResponse:
    results, _ = _found(request)
    return json_twin(
        {
            "query": results.query,
            "showing_results_for": results.suggestion or None,
            "left_out": list(results.left_out),
            "count": results.count,
            "groups": [
                {
                    "kind": group.kind.value,
                    "count": group.count,
                    "hits": [_hit(request, hit) for hit in group.hits],
                }
                for group in results.groups
            ],
        }
    )


def _found(request: HttpRequest) -> tuple[SearchResults, str]:
    query = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    kind = request.GET.get("kind", "")
    limits = limits_of(request)
    if kind not in set(EntryKind):
        return told_results(search(query, per_kind=HITS_OF_EACH_KIND, limits=limits), limits), ""
    found = search(query, kinds=[EntryKind(kind)], per_kind=HITS_OF_ONE_KIND, limits=limits)
    return told_results(found, limits), kind


def _shown(group: SearchGroup, query: str, kind: str) -> ShownGroup:
    has_more = not kind and group.count > len(group.hits)
    more = urlencode({"q": query, "kind": group.kind.value}) if has_more else ""
    return ShownGroup(group.kind.value, HEADINGS[group.kind], group, more)


def _hit(request: HttpRequest, hit: SearchHit) -> dict[str, object]:
    return {
        "title": hit.title,
        "context": hit.context,
        "matched": [asdict(piece) for piece in hit.matched],
        "url": request.build_absolute_uri(hit.url),
    }
