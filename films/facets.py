"""Ways to narrow and to sort a list.

A facet offers the commonest values of a filter with the number of rows each would leave. It costs
one query, and one more when the chosen value is not among the commonest; values that stand in the
rows' own table are counted together in one. Counts consider all other choices made, but not the
facet's own, so that one value can be exchanged for another.

A list too long to be counted at each request has an `Overview`, made beforehand. Of such a list, as
it is before any choice, the overview tells the counts, and when they were made. With choices
`COUNTED` of the rows left are looked at, and no more: the facets say so, and a chosen one offers
nothing but to be taken away.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import django_filters
from django.db.models import Count, Expression, Q, QuerySet
from django.http import QueryDict

from films.models import Overview
from films.models.limits import EVERYTHING, SpoilerLimits

VALUES_SHOWN = 10
COUNTED = 1_000

Counts = list[tuple[Any, Any, int]]  # value, label, number of rows


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
    apart: str | Expression = ""  # what tells values of one label apart


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
    looked_at: int = 0  # so many rows were counted, of more; 0: all
    counted_at: datetime | None = None  # when, where it was not now

    @property
    def chosen(self) -> Choice | None:
        return next((choice for choice in self.choices if choice.is_chosen), None)


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows a list has, or that it has more than so many."""

    count: int
    is_more: bool = False


class FacetedFilter(django_filters.FilterSet):
    """A filter set that counts what each choice would leave, and sorts by `?sort=`."""

    facet_specs: Sequence[FacetSpec] = ()
    sort_specs: Sequence[SortSpec] = ()

    def __init__(
        self, *args: Any, limits: SpoilerLimits = EVERYTHING, is_live: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.limits = limits
        self.is_live = is_live  # counts now, whatever was counted beforehand

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return super().filter_queryset(queryset).order_by(*self._order)

    @property
    def _order(self) -> tuple[Any, ...]:
        return (*self._sort.order_by, "pk")

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

    @cached_property
    def total(self) -> Total:
        """Return how many rows the choices leave."""
        if self.overview is None:
            return Total(self._exact_total())
        if not self.chosen():
            return Total(self.overview.counted["total"])
        return Total(min(len(self._looked_at), COUNTED), len(self._looked_at) > COUNTED)

    def rows(self, start: int, stop: int) -> list[Any]:
        """Return some of the rows that the choices leave, in their order.

        Their ids are found first, from an index where there is one; what stands in the rows that are
        passed over is not read.
        """
        if self.overview is None:
            return list(self.qs[start:stop])
        rows = self.qs
        if self.chosen() and not self.total.is_more:
            rows = self.queryset.filter(pk__in=self._looked_at).order_by(*self._order)
        ids = list(rows.values_list("pk", flat=True)[start:stop])
        found = {row.pk: row for row in self.queryset.filter(pk__in=ids)}
        return [found[pk] for pk in ids if pk in found]

    def overall(self) -> dict[str, Any]:
        """Return the counts of the whole list, as its overview keeps them."""
        counts = {spec.name: [list(row) for row in self._counts(spec)] for spec in self.facet_specs}
        return {"total": self._exact_total(), "facets": counts}

    @cached_property
    def overview(self) -> Overview | None:
        return None if self.is_live else Overview.objects.of(type(self).__name__)

    @cached_property
    def _looked_at(self) -> list[int]:
        """Return the ids of the rows that are counted in, and one more where there are more."""
        return list(self.qs.order_by().values_list("pk", flat=True)[: COUNTED + 1])

    def _exact_total(self) -> int:
        return self.qs.order_by().count()

    def _facet(self, spec: FacetSpec) -> Facet:
        chosen = self.chosen().get(spec.name, "")
        counts = self._counts(spec) if self.overview is None else self._overview_counts(self.overview, spec)
        if spec.is_ordered_by_value:
            counts.sort(key=lambda row: row[0])
        labels = self._labels(spec, [(value, spec.wording(label)) for value, label, _ in counts])
        choices = tuple(
            self._choice(spec, str(value), label, count, chosen)
            for (value, _, count), label in zip(counts, labels, strict=True)
        )
        looked_at = COUNTED if self.total.is_more else 0
        is_kept = self.overview is not None and not self.chosen()
        counted_at = self.overview.counted_at if self.overview is not None and is_kept else None
        return Facet(spec.name, spec.title, choices, looked_at, counted_at)

    def _counts(self, spec: FacetSpec) -> Counts:
        """Return the commonest values, and the chosen one."""
        chosen = self.chosen().get(spec.name, "")
        counts = self._cube_counts(spec) if spec in self._own else self._related_counts(spec)
        if chosen and chosen not in {str(value) for value, _, _ in counts}:
            rows = self._rows_without(spec.name)
            counts.append(self._count_of(spec, rows, self.form.cleaned_data[spec.name]))
        return counts

    def _overview_counts(self, overview: Overview, spec: FacetSpec) -> Counts:
        """Return the counts from the overview, or with choices made those of the rows looked at."""
        chosen = self.chosen()
        if spec.told and self.limits.is_any:
            return []  # what it counts is not known to all readers alike
        if not chosen:
            return [(value, label, count) for value, label, count in overview.counted["facets"][spec.name]]
        if spec.name in chosen:
            value = self.form.cleaned_data[spec.name]
            return [(value, self._label_of(spec, value), self.total.count)]
        rows = self.queryset.order_by().filter(pk__in=self._looked_at[:COUNTED])
        return self._commonest(spec, rows)

    def _related_counts(self, spec: FacetSpec) -> Counts:
        return self._commonest(spec, self._rows_without(spec.name))

    def _commonest(self, spec: FacetSpec, rows: QuerySet) -> Counts:
        grouped = self._grouped(spec, rows)
        return list(grouped.order_by("-count", spec.label or spec.value)[:VALUES_SHOWN])

    @cached_property
    def _own(self) -> tuple[FacetSpec, ...]:
        """Return the facets whose values stand in the rows' own table."""
        return tuple(spec for spec in self.facet_specs if "__" not in spec.value)

    @cached_property
    def _cube(self) -> list[tuple[Any, ...]]:
        """Return the values of all these facets together, each with its number of rows, chosen or not."""
        rows = self._rows_without(*(spec.name for spec in self._own))
        counted = rows.values_list(*(spec.value for spec in self._own)).annotate(count=Count("pk"))
        return list(counted.order_by())

    def _cube_counts(self, spec: FacetSpec) -> Counts:
        """Return the facet's counts out of the cube: the other facets' choices hold, its own does not."""
        chosen = self.chosen()
        wanted = [(at, chosen[other.name]) for at, other in enumerate(self._own) if other.name in chosen]
        own = self._own.index(spec)
        counts: Counter[Any] = Counter()
        for *values, count in self._cube:
            if all(str(values[at]) == value for at, value in wanted if at != own):
                counts[values[own]] += count
        shown = [(value, value, count) for value, count in counts.items() if value not in (None, "")]
        return sorted(shown, key=lambda row: (-row[2], row[0]))[:VALUES_SHOWN]

    def _labels(self, spec: FacetSpec, found: Sequence[tuple[Any, str]]) -> list[str]:
        """Return the labels; of one that stands twice each says what tells it apart."""
        counts = Counter(label for _, label in found)
        alike = [value for value, label in found if spec.apart and counts[label] > 1]
        if not alike:
            return [label for _, label in found]
        rows = self.queryset.model.objects.filter(**{f"{spec.value}__in": alike}).order_by()
        apart = dict(rows.values_list(spec.value, spec.apart).distinct())
        return [f"{label}, {apart[value]}" if value in apart else label for value, label in found]

    def _count_of(self, spec: FacetSpec, rows: QuerySet, value: Any) -> tuple[Any, Any, int]:
        """Return a chosen value that is not among the commonest, with its label; it may leave no row."""
        found = next(iter(self._grouped(spec, rows, **{spec.value: value})), None)
        return found or (value, self._label_of(spec, value), 0)

    def _label_of(self, spec: FacetSpec, value: Any) -> Any:
        """Return what a value is called, or the value where nothing has it."""
        having = self.queryset.order_by().filter(**{spec.value: value})
        return next(iter(having.values_list(spec.label or spec.value, flat=True)[:1]), value)

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

    def _rows_without(self, *names: str) -> QuerySet:
        data = _copy(self.data)
        for name in names:
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
