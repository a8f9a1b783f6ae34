"""What several pages share: pages of a list, numbered sources, JSON twins."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, JsonResponse

from films.facets import FacetedFilter
from films.models import Citation, Credit, SourceDocument
from films.wording import heading_of, site_name

ROWS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A document with its number on this page, as the source marks show it, and what it is called."""

    number: int
    document: SourceDocument
    site: str  # where it is from, if that is known
    heading: str  # what it is; its file's name where nothing tells

    @property
    def has_own_heading(self) -> bool:
        return self.heading != self.document.name

    @property
    def url(self) -> str:
        return self.document.get_absolute_url()


def number_sources(documents: Iterable[Any]) -> dict[int, NumberedSource]:
    """Return documents fetched `with_heading` by id, numbered from 1 in their order."""
    return {document.pk: named_source(number, document) for number, document in enumerate(documents, 1)}


def named_source(number: int, document: Any) -> NumberedSource:
    return NumberedSource(number, document, document.source or site_name(document.url), heading_of(document))


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit with all that documents say of it, of the person and of the characters played."""

    credit: Credit
    evidence: tuple[Citation, ...]

    @classmethod
    def of(cls, credit: Credit) -> "CreditLine":
        played = (citation for row in credit.portrayals.all() for citation in row.citations.all())
        return cls(credit, (*credit.citations.all(), *played))


def first_or_404(rows: Sequence[Any]) -> Any:
    """Return the row that an address names, if there is one."""
    if not rows:
        raise Http404
    return rows[0]


def page_of(rows: QuerySet | Sequence[Any], request: HttpRequest, per_page: int = ROWS_PER_PAGE) -> Page:
    """Return the page that `?page=` asks for; the first or the last one when it asks for none there is."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))


def page_links(page: Page) -> list[int | str]:
    """Return the page numbers to link, with an ellipsis for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


def listing(chosen: FacetedFilter, page: Page) -> dict[str, Any]:
    """Return what the template of a list needs: its page, and ways to narrow and to sort it."""
    facets = chosen.facets()
    return {
        "page": page,
        "page_links": page_links(page),
        "sorts": chosen.sorts(),
        "facets": facets,
        "chosen": [(facet, facet.chosen) for facet in facets if facet.chosen],
        "is_limited": chosen.limits.is_any,
    }


def json_twin(data: Any) -> JsonResponse:
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})


def json_list(request: HttpRequest, page: Page, as_item: Callable[[Any], dict[str, Any]]) -> JsonResponse:
    """Return one page of a list, with the address of the next."""
    return json_twin(json_page(request, page, as_item))


def json_page(request: HttpRequest, page: Page, as_item: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    following = None
    if page.has_next():
        query = request.GET.copy()
        query["page"] = str(page.next_page_number())
        following = request.build_absolute_uri(f"?{query.urlencode()}")
    return {
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "next": following,
        "results": [as_item(row) for row in page.object_list],
    }
