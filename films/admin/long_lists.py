"""Lists of very many rows: they come as an index leads to them, and no further than anyone would leaf."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from films.admin.searching import SearchedByIndex
from films.models.sort_keys import sort_keys_of
from films.overview import is_large

MOST_LISTED = 10_000
NEWEST_FIRST = ["-pk"]
OF_FILM = "film__id__exact"  # the parameter that narrows a list to the rows of one film


class BoundedPaginator(Paginator):
    """Counts and leafs through no more than `MOST_LISTED` rows; `goes_on` where there are others."""

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST_LISTED)

    @property
    def goes_on(self) -> bool:
        return self._counted > MOST_LISTED

    @cached_property
    def _counted(self) -> int:
        rows: Any = self.object_list
        return rows.order_by()[: MOST_LISTED + 1].count()


class SortedByKey(ChangeList):
    """A list whose names are sorted as on the site: without articles and accents."""

    def get_ordering_field(self, field_name: Any) -> Any:
        keys = {key.of: key.name for key in sort_keys_of(self.model)}
        return keys.get(field_name) or super().get_ordering_field(field_name)


class LongChangeList(SortedByKey):
    """A list that is sorted only as an index leads to its rows; where none does, the newest come first."""

    paginator: BoundedPaginator

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns: Any = self.list_display
        self.sortable_by = [name for name in columns if self.get_ordering_field(name) in self._led]
        # A number beside each choice of a filter would be counted among all rows.
        self.add_facets = self.is_facets_optional = False
        if self.paginator.goes_on:
            which = "newest" if list(self.queryset.query.order_by) == NEWEST_FIRST else "first"
            self.title = f"{self.title}: the {which} {MOST_LISTED:,} are listed"

    @cached_property
    def _led(self) -> Mapping[Any, Sequence[str]]:
        return orders_by_index(self.model)

    def _get_default_ordering(self) -> Any:
        first, *_ = super()._get_default_ordering() or NEWEST_FIRST  # type: ignore[misc]  # Django has it
        return self._led.get(first, NEWEST_FIRST)

    def get_ordering(self, request: HttpRequest, queryset: QuerySet) -> list[Any]:
        first, *_ = super().get_ordering(request, queryset)
        return list(self._led.get(first, NEWEST_FIRST))


class LongList(SearchedByIndex):
    """A list that stays quick however many rows its table has, as long as no film or search narrows it."""

    paginator = BoundedPaginator

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:  # noqa: ARG002
        is_narrowed = OF_FILM in request.GET or bool(request.GET.get(SEARCH_VAR, "").strip())
        return LongChangeList if not is_narrowed and is_large(self.model) else SortedByKey

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:  # type: ignore[override]
        """Let an action be for the rows that are ticked, or for all of a list whose end can be seen."""
        if request.POST.get("select_across", "0") != "0" and queryset[MOST_LISTED:].exists():
            text = f"More than {MOST_LISTED:,} rows are meant. Search or filter for those you mean first."
            self.message_user(request, text, messages.ERROR)
            return None
        return super().response_action(request, queryset)


def orders_by_index(model: type[Model]) -> dict[str, list[str]]:
    """Return the orders in which an index leads to all rows of the model, by the first field of each.

    >>> from films.models import Person
    >>> orders_by_index(Person)["-sort_name"]
    ['-sort_name', '-id']
    """
    orders = [[field.name] for field in model._meta.fields if field.unique]
    orders += [list(index.fields) for index in model._meta.indexes if not index.condition and index.fields]
    led: dict[str, list[str]] = {}
    for order in orders:
        if not model._meta.get_field(order[0].removeprefix("-")).is_relation:  # sorted by what it leads to
            for either in (order, [_reversed(field) for field in order]):
                led.setdefault(either[0], either)
    return led


def _reversed(field: str) -> str:
    return field[1:] if field.startswith("-") else f"-{field}"
