"""Ways to narrow and to sort a list.

A facet offers the commonest values of a filter with the number of rows each would leave. It costs
one query, and one more when the chosen value is not among the commonest. Counts consider all
other choices made, but not the facet's own, so that one value can be exchanged for another.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import django_filters
from django.db.models import Count, Expression, Q, QuerySet
from django.http import QueryDict

from films.models.limits import EVERYTHING, SpoilerLimits

VALUES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class FacetSpec:
    """How a filter's values are counted.

    `value` and `label` are lookups from the row, the label perhaps an expression; `narrow` restricts the
    relation that is counted (only credits of directors, say); `wording` turns a label into what people read.
    """

    name: str
    title: str
    value: str
    label: str | Expression = ""
    narrow: Mapping[str, object] = field(default_factory=dict)
    wording: Callable[[Any], str] = str
    is_ordered_by_value: bool = False
    # What the counted relation tells is kept from readers with limits: its film and its position there.
    told: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class SortSpec:
    """An order that a list can be put in; the first of a filter is its ordinary one."""

    name: str
    label: str
    order_by: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that chooses a value, or drops it when it is chosen already."""

    value: str
    label: str
    query: str
    is_chosen: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> Choice | None:
        return next((choice for choice in self.choices if choice.is_chosen), None)


class FacetedFilter(django_filters.FilterSet):
    """A filter set that counts what each choice would leave, and sorts by `?sort=`."""

    facet_specs: Sequence[FacetSpec] = ()
    sort_specs: Sequence[SortSpec] = ()

    def __init__(self, *args: Any, limits: SpoilerLimits = EVERYTHING, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limits = limits

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return super().filter_queryset(queryset).order_by(*self._sort.order_by, "pk")

    @property
    def _sort(self) -> SortSpec:
        wanted = self.data.get("sort")
        return next((sort for sort in self.sort_specs if sort.name == wanted), self.sort_specs[0])

    def facets(self) -> tuple[Facet, ...]:
        """Return the facets that offer a choice, in the order of their specification."""
        facets = (self._facet(spec) for spec in self.facet_specs)
        return tuple(facet for facet in facets if len(facet.choices) > 1 or facet.chosen)

    def sorts(self) -> tuple[Choice, ...]:
        """Return the orders to choose from; choosing one starts at the first page."""
        ordinary = self.sort_specs[0]
        return tuple(
            Choice(
                sort.name,
                sort.label,
                self._query("sort", "" if sort is ordinary else sort.name),
                is_chosen=sort is self._sort,
            )
            for sort in self.sort_specs
        )

    def chosen(self) -> dict[str, str]:
        """Return the valid choices made, by name of their filter."""
        cleaned = self.form.cleaned_data if self.form.is_bound and not self.errors else {}
        return {name: self.data[name] for name, value in cleaned.items() if value not in (None, "")}

    def _facet(self, spec: FacetSpec) -> Facet:
        rows = self._rows_without(spec.name)
        counts = list(self._grouped(spec, rows).order_by("-count", spec.label or spec.value)[:VALUES_SHOWN])
        chosen = self.chosen().get(spec.name, "")
        if chosen and chosen not in {str(value) for value, _, _ in counts}:
            counts.append(self._count_of(spec, rows, self.form.cleaned_data[spec.name]))
        if spec.is_ordered_by_value:
            counts.sort(key=lambda row: row[0])
        choices = tuple(
            self._choice(spec, str(value), spec.wording(label), count, chosen)
            for value, label, count in counts
        )
        return Facet(spec.name, spec.title, choices)

    def _count_of(self, spec: FacetSpec, rows: QuerySet, value: Any) -> tuple[Any, Any, int]:
        """Return a chosen value that is not among the commonest, with its label; it may leave no row."""
        found = next(iter(self._grouped(spec, rows, **{spec.value: value})), None)
        if found:
            return found
        known = next(iter(self._grouped(spec, self.queryset.order_by(), **{spec.value: value})), None)
        return (known[0], known[1], 0) if known else (value, value, 0)

    def _choice(self, spec: FacetSpec, value: str, label: str, count: int, chosen: str) -> Choice:
        is_chosen = value == chosen
        query = self._query(spec.name, "" if is_chosen else value)
        return Choice(value, label, query, is_chosen, count)

    def _grouped(self, spec: FacetSpec, rows: QuerySet, **only: object) -> QuerySet:
        """Return `(value, label, count)`; one `filter` call, so that all speak of one related row."""
        allowed = self.limits.allowed(*spec.told) if spec.told else Q()
        told = rows.filter(allowed, **{f"{spec.value}__isnull": False}, **spec.narrow, **only)
        grouped = told.values_list(spec.value, spec.label or spec.value)
        return grouped.annotate(count=Count("pk", distinct=True))

    def _rows_without(self, name: str) -> QuerySet:
        data = _copy(self.data)
        data.pop(name, None)
        return type(self)(
            data, queryset=self.queryset, request=self.request, limits=self.limits
        ).qs.order_by()

    def _query(self, name: str, value: str) -> str:
        data = _copy(self.data)
        data.pop("page", None)
        data.pop(name, None)
        if value:
            data[name] = value
        return data.urlencode()


def _copy(data: Mapping[str, str]) -> QueryDict:
    copied = QueryDict(mutable=True)
    copied.update(data)
    return copied
