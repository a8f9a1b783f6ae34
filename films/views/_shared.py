"""What several pages share: pages of a list, numbered sources, JSON twins."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, JsonResponse

from films.alphabet import LETTER
from films.facets import FacetedFilter
from films.models import Citation, Credit, SourceDocument
from films.models.base import given
from films.wording import document_kind, heading_of, site_name

ROWS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A document with its number on this page, as the source marks show it, and what it is called."""

    number: int
    document: SourceDocument
    site: str  # where it is from, if that is known
    heading: str  # what it is; its file's name where nothing tells
    number_of_film: (
        int  # its number among its film's documents, where others of them are called alike; else 0
    )

    @property
    def has_own_heading(self) -> bool:
        return self.heading != self.document.name

    @property
    def url(self) -> str:
        return self.document.get_absolute_url()

    def heading_beside(self, title: str) -> str:
        """Return the heading where the film's title has just been said."""
        return heading_of(self.document, beside=title, number=self.number_of_film)


def number_sources(documents: Iterable[Any], cited: Iterable[int] | None = None) -> dict[int, NumberedSource]:
    """Return documents fetched `with_heading` by id, numbered from 1; of those `cited` alone in their order.

    They are all documents of their films, each film's in the order of its own pages, so that those which
    would be called alike are told apart by their numbers there.
    """
    rows = {document.pk: document for document in documents}
    apart = _numbers_of_alike(rows.values())
    shown = rows if cited is None else [pk for pk in dict.fromkeys(cited) if pk in rows]
    return {pk: _named(number, rows[pk], apart.get(pk, 0)) for number, pk in enumerate(shown, 1)}


def _named(number: int, document: Any, number_of_film: int) -> NumberedSource:
    site = document.source or site_name(document.url)
    return NumberedSource(number, document, site, heading_of(document, number=number_of_film), number_of_film)


def _numbers_of_alike(documents: Iterable[Any]) -> dict[int, int]:
    """Return the numbers in their films of those documents, by id, that others there are called like."""
    numbers: Counter[int] = Counter()  # of the documents so far, by film
    alike: dict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    for document in documents:
        numbers[document.film_id] += 1
        called = document_kind(document) or document.own_title
        alike[document.film_id, called][document.pk] = numbers[document.film_id]
    return {pk: number for rows in alike.values() if len(rows) > 1 for pk, number in rows.items()}


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit with all that documents say of it, of the person and of the characters played."""

    credit: Credit
    evidence: tuple[Citation, ...]

    @classmethod
    def of(cls, credit: Credit) -> "CreditLine":
        played = (citation for row in given(credit, "portrayals") for citation in given(row, "citations"))
        return cls(credit, (*given(credit, "citations"), *played))


def first_or_404(rows: Sequence[Any]) -> Any:
    """Return the row that an address names, if there is one."""
    if not rows:
        raise Http404
    return rows[0]


def site_of(request: HttpRequest) -> str:
    """Return where the site stands, for addresses that hold everywhere: "https://films.example"."""
    return f"{request.scheme}://{request.get_host()}"


def page_of(rows: QuerySet | Sequence[Any], request: HttpRequest, per_page: int = ROWS_PER_PAGE) -> Page:
    """Return the page that `?page=` asks for; the first or the last one when it asks for none there is."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))


def page_links(page: Page) -> list[int | str]:
    """Return the page numbers to link, with an ellipsis for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


def listing(chosen: FacetedFilter, page: Page) -> dict[str, Any]:
    """Return what the template of a list needs: its page, and ways to narrow and to sort it."""
    facets = chosen.facets()
    is_long = page.paginator.num_pages > 1 or LETTER in chosen.chosen()
    alphabet = chosen.alphabet() if is_long else None
    narrowed = (*facets, alphabet) if alphabet else facets
    return {
        "page": page,
        "page_links": page_links(page),
        "sorts": chosen.sorts(),
        "facets": facets,
        "alphabet": alphabet,
        "chosen": [(facet, facet.chosen) for facet in narrowed if facet.chosen],
        "is_limited": chosen.limits.is_any,
        "not_understood": chosen.not_understood(),
        "missing_page": _missing(page, chosen.data.get("page")),
    }


def _missing(page: Page, asked: str | None) -> str:
    """Return which page was asked for, where that is not the one shown."""
    return asked if asked and asked != str(page.number) else ""


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
