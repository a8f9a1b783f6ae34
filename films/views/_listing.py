"""Pages of a list, also of one that is too long to be counted."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from films.facets import FacetedFilter
from films.views._shared import ROWS_PER_PAGE

LAST_PAGE = 2_000  # of a list that is not counted


class ListPage(Page):
    def end_index(self) -> int:
        return self.start_index() + len(self.object_list) - 1 if self.object_list else 0


class ListPaginator(Paginator):
    """The pages of what a list's choices leave. One that `is_more` than counted leads on and on."""

    def __init__(self, chosen: FacetedFilter) -> None:
        super().__init__(chosen.queryset, ROWS_PER_PAGE)
        self.chosen = chosen
        self.total = chosen.total
        self.is_more = self.total.is_more
        self._reached = 0

    @cached_property
    def count(self) -> int:
        return self.total.count

    @property
    def num_pages(self) -> int:
        counted = max(-(-self.count // self.per_page), 1)
        return max(counted + self.is_more, self._reached)

    def get_page(self, number: Any) -> Page:
        if self.is_more and str(number).isdecimal() and int(number) <= LAST_PAGE:
            self._reach(int(number))
        return super().get_page(number)

    def page(self, number: int | str) -> ListPage:
        valid = self.validate_number(number)
        rows = self._rows(valid) if valid != self._reached_page else self._reached_rows
        return ListPage(rows[: self.per_page], valid, self)

    def _reach(self, number: int) -> None:
        """Note that the page is there, and whether one follows it."""
        if (rows := self._rows(number)) or number == 1:
            self._reached_page, self._reached_rows = number, rows
            self._reached = number + (len(rows) > self.per_page)

    _reached_page: int = 0
    _reached_rows: Sequence[Any] = ()

    def _rows(self, number: int) -> list[Any]:
        start = (number - 1) * self.per_page
        return self.chosen.rows(start, start + self.per_page + self.is_more)


def listed_page(chosen: FacetedFilter, request: HttpRequest) -> Page:
    """Return the page that `?page=` asks for; the first or the last one when it asks for none there is."""
    return ListPaginator(chosen).get_page(request.GET.get("page"))
