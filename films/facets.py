"""Ways to narrow and to sort a list.

A facet offers the commonest values of a filter with the number of rows each would leave. Values that
stand in the rows' own table are counted together in one query, those of other tables in one a facet;
what all of them are called is asked at once. Counts consider all other choices made, but not the
facet's own, so that one value can be exchanged for another.

A list too long to be counted at each request has an `Overview`, made beforehand. Of such a list, as
it is before any choice, the overview tells the counts, and when they were made, and landmarks, from
which late pages of a list that goes film by film are counted off. With choices
`COUNTED` of the rows left are looked at, and no more: the facets say so, and a chosen one offers
nothing but to be taken away.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from films.facet_specs import BY_FILM, Choice, Facet, FacetSpec, NoChoice, SortSpec, Total, calling
from films.models import Film, Overview
from films.models.ids import Ids
from films.models.limits import EVERYTHING, SpoilerLimits
from films.models.linked_values import commonest_linked

VALUES_KEPT = 100  # in an overview, which so tells how rare a choice is
COUNTED = 300
LANDMARKS = 500  # of a list that goes film by film

Counts = list[tuple[Any, Any, int]]  # value, label, number of rows
Found = list[tuple[Any, int]]  # value, or the id of the row that it is, number of rows


class FacetedFilter(django_filters.FilterSet):
    """A filter set that counts what each choice would leave, and sorts by `?sort=`."""

    facet_specs: Sequence[FacetSpec] = ()
    sort_specs: Sequence[SortSpec] = ()

    def __init__(
        self,
        *args: Any,
        limits: SpoilerLimits = EVERYTHING,
        is_live: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.limits = limits
        self.is_live = is_live  # counts now, whatever was counted beforehand
        self._others: dict[str, str] = {}  # the query but for the page and the value of this name

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
        counts = self._counts()
        facets = (self._facet(spec, counts[spec.name]) for spec in self.facet_specs)
        return tuple(facet for facet in facets if len(facet.choices) > 1 or facet.chosen)

    def alphabet(self) -> Facet | None:
        """Return the letters by which the list can be narrowed, where it is one of names."""
        return None

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
        return self._chosen

    @cached_property
    def _chosen(self) -> dict[str, str]:
        self.form.is_valid()
        cleaned = self.form.cleaned_data if self.form.is_bound else {}
        return {name: self.data[name] for name, value in cleaned.items() if value not in (None, "")}

    def not_understood(self) -> tuple[NoChoice, ...]:
        """Return what was asked for and is left out, for there is no such choice."""
        return tuple(NoChoice(self._titles.get(name, name), self.data[name]) for name in self._wrong)

    @property
    def _titles(self) -> dict[str, str]:
        return {spec.name: spec.title for spec in self.facet_specs} | {"sort": "Sorted by"}

    @cached_property
    def _wrong(self) -> tuple[str, ...]:
        wanted = self.data.get("sort")
        is_sorted = not wanted or any(sort.name == wanted for sort in self.sort_specs)
        return (*self.errors, *(() if is_sorted else ("sort",)))

    @cached_property
    def total(self) -> Total:
        """Return how many rows the choices leave."""
        if self.overview is None:
            return Total(self._exact_total())
        if not self.chosen():
            return Total(self.overview.counted["total"])
        if len(self._looked_at) <= COUNTED:
            return Total(len(self._looked_at))
        chosen = list(self.chosen())
        counted = self._kept_count(chosen[0]) if len(chosen) == 1 and not self.limits.is_any else 0
        return Total(COUNTED, is_more=True, counted=counted if counted > COUNTED else 0)

    def rows(self, start: int, stop: int) -> list[Any]:
        """Return some of the rows that the choices leave, in their order.

        Of a long list their ids are found first, from an index where there is one; what stands in the
        rows that are passed over is not read.
        """
        if self.overview is None:
            return list(self.qs[start:stop])
        if self.chosen() and not self.total.is_more:
            return list(self._with_ids(self._ids_looked_at).order_by(*self._order)[start:stop])
        return list(self.queryset.filter(pk__in=self._some_ids(start, stop)).order_by(*self._order))

    def _some_ids(self, start: int, stop: int) -> QuerySet:
        """Return a page of the ids, counted off from the list's beginning, a landmark or its end."""
        total = self.total.count
        if self._is_film_by_film(self._sort) and not (self.chosen() or self.limits.is_any):
            before, title = self._landmark(start)
            films = Film.objects.filter(sort_title__gte=title)
            ids = films.one_by_one(self._meta.model, *self._sort.order_by[len(BY_FILM) :])
        else:
            before, ids = 0, self._sorted(stop)
        if self.chosen() or start - before <= total - start:
            return ids[start - before : stop - before]
        return ids.reverse()[max(total - stop, 0) : max(total - start, 0)]

    def _landmark(self, start: int) -> tuple[int, str]:
        """Return the last title that begins at `start` or before it, and how many rows stand before that."""
        landmarks = self._kept.get("landmarks", ())
        at = bisect_right(landmarks, start, key=itemgetter(0))
        return landmarks[at - 1] if at else (0, "")

    def overall(self) -> dict[str, Any]:
        """Return the counts of the whole list, as its overview keeps them."""
        found = {spec.name: self._found(spec, VALUES_KEPT) for spec in self.facet_specs}
        counts = {name: [list(row) for row in rows] for name, rows in self._all_named(found).items()}
        known = {"total": self.total.count, "facets": counts}
        if any(map(self._is_film_by_film, self.sort_specs)):
            known["landmarks"] = list(self._landmarks())
        return known

    @staticmethod
    def _is_film_by_film(sort: SortSpec) -> bool:
        return sort.order_by[: len(BY_FILM)] == BY_FILM

    def _landmarks(self) -> Iterator[tuple[int, str]]:
        """Yield some titles, as far from each other as any, each with how many rows stand before it."""
        step = self.total.count // LANDMARKS + 1
        before, due = 0, step
        for title, number in Film.objects.numbers_by_title(self._meta.model):
            if before >= due:
                yield before, title
                due = before + step
            before += number

    @cached_property
    def overview(self) -> Overview | None:
        return None if self.is_live else Overview.objects.of(type(self).__name__)

    @property
    def _kept(self) -> dict[str, Any]:
        return {} if self.overview is None else self.overview.counted

    def _kept_count(self, name: str) -> int:
        """Return how many rows of the whole list have what is chosen; 0 where that was not counted."""
        counts = {str(value): count for value, _, count in self._kept.get("facets", {}).get(name, ())}
        return counts.get(self.chosen()[name], 0)

    @cached_property
    def _looked_at(self) -> list[tuple[Any, ...]]:
        """Return the rows that are counted in, and one more where there are more: ids and own values."""
        found = self._first_found(COUNTED + 1)
        return list(found.values_list("pk", *(spec.value for spec in self._own)))

    def _first_found(self, most: int) -> QuerySet:
        """Return so many of the rows that the choices leave, whichever a database comes to first."""
        return self.qs.order_by()[:most]

    def _sorted(self, _stop: int) -> QuerySet:
        """Return the ids of a long list's rows, of which a database comes upon the first in their order.

        No more than so many of them are asked for.
        """
        return self.qs.values("pk")

    def _with_ids(self, ids: list[int]) -> QuerySet:
        return self.queryset.order_by().filter(pk__in=Ids(ids))

    @cached_property
    def _ids_looked_at(self) -> list[int]:
        return [pk for pk, *_ in self._looked_at[:COUNTED]]

    @property
    def _ids_counted(self) -> list[int]:
        return self._ids_looked_at

    @property
    def _counted_in(self) -> int:
        """Return in how many rows facets are counted, of more; 0: in all."""
        return COUNTED if self.total.is_more else 0

    def _exact_total(self) -> int:
        """Return the number of rows, out of the cube where it tells them."""
        if self._own:
            known = [{str(row[at]) for row in self._cube} for at in range(len(self._own))]
            if all(value in known[at] for at, value in self._own_choices):
                return sum(count for *values, count in self._cube if self._is_chosen(values))
        return self.qs.order_by().count()

    def _facet(self, spec: FacetSpec, counts: Counts) -> Facet:
        chosen = self.chosen().get(spec.name, "")
        if spec.is_ordered_by_value:
            counts = sorted(counts, key=lambda row: row[0])
        choices = tuple(
            self._choice(spec, str(value), spec.wording(label), count, chosen)
            for value, label, count in counts
        )
        counted_at = self.overview.counted_at if self.overview and not self.chosen() else None
        return Facet(spec.name, spec.title, choices, self._counted_in, counted_at)

    def _counts(self) -> dict[str, Counts]:
        """Return each facet's commonest values, and the chosen one, by the facet's name."""
        if self.overview is not None and not self.chosen():
            kept = self.overview.counted["facets"]
            return {
                spec.name: []
                if self._is_told(spec)
                else [tuple(row) for row in kept[spec.name]][: spec.most_shown]
                for spec in self.facet_specs
            }
        return self._all_named({spec.name: self._found(spec, spec.most_shown) for spec in self.facet_specs})

    def _all_named(self, found: Mapping[str, Found]) -> dict[str, Counts]:
        called = self._called(found)
        return {spec.name: self._named(spec, found[spec.name], called) for spec in self.facet_specs}

    def _is_told(self, spec: FacetSpec) -> bool:
        """Is what the facet counts not known to all readers alike, and this one's counted apart?"""
        return spec.told is not None and self.limits.is_any

    def _found(self, spec: FacetSpec, most: int) -> Found:
        """Return the commonest values with their number of rows, of a long list of those looked at."""
        if self.overview is not None:
            return self._found_in_looked_at(spec)
        if spec in self._own:
            return self._from_cube(spec, most)
        return self._commonest(spec, self._rows_without(spec.name), most)

    def _found_in_looked_at(self, spec: FacetSpec) -> Found:
        """Return the same of the rows looked at; a chosen facet offers nothing."""
        if spec.name in self.chosen() or self._is_told(spec):
            return []
        if spec in self._own:
            at = 1 + self._own.index(spec)
            return _most(Counter(row[at] for row in self._looked_at[:COUNTED]), spec.most_shown)
        asked = commonest_linked(self._meta.model, spec.value, tuple(spec.narrow.items()), spec.most_shown)
        if asked is not None:
            return asked(self._ids_counted) if self._ids_counted else []
        return self._commonest(spec, self._with_ids(self._ids_counted), spec.most_shown)

    def _commonest(self, spec: FacetSpec, rows: QuerySet, most: int) -> Found:
        """Count the values of another table; one `filter` call, so that all speak of one related row."""
        allowed = self.limits.allowed(*spec.told) if spec.told else Q()
        told = rows.filter(allowed, **{f"{spec.value}__isnull": False}, **spec.narrow)
        counted = told.values_list(spec.value).annotate(count=Count("pk", distinct=True))
        return list(counted.order_by("-count", spec.value)[:most])

    @cached_property
    def _own(self) -> tuple[FacetSpec, ...]:
        """Return the facets whose values stand in the rows' own table."""
        return tuple(spec for spec in self.facet_specs if spec.of is None and "__" not in spec.value)

    @cached_property
    def _own_choices(self) -> list[tuple[int, str]]:
        chosen = self.chosen()
        return [(at, chosen[spec.name]) for at, spec in enumerate(self._own) if spec.name in chosen]

    @cached_property
    def _cube(self) -> list[tuple[Any, ...]]:
        """Return the values of all these facets together, each with its number of rows, chosen or not."""
        counted = self._rows_without(*(spec.name for spec in self._own)).values_list(
            *(spec.value for spec in self._own)
        )
        return list(counted.annotate(count=Count("pk")).order_by())

    def _is_chosen(self, values: Sequence[Any], but: int = -1) -> bool:
        return all(str(values[at]) == value for at, value in self._own_choices if at != but)

    def _from_cube(self, spec: FacetSpec, most: int) -> Found:
        """Return the facet's counts out of the cube: the other facets' choices hold, its own does not."""
        own = self._own.index(spec)
        counts: Counter[Any] = Counter()
        for *values, count in self._cube:
            if self._is_chosen(values, but=own):
                counts[values[own]] += count
        return _most(counts, most)

    def _called(self, found: Mapping[str, Found]) -> dict[tuple[str, Any], tuple[Any, Any, Any]]:
        """Return what the rows that are values are called, in one query: key, label, what tells them apart.

        They are found by the facet's name with their id or, as they may be chosen, with their key.
        """
        asked: list[tuple[FacetSpec, bool]] = []
        values: list[Any] = []
        for spec in self.facet_specs:
            is_chosen = spec.name in self.chosen()
            if spec.of is not None and (found[spec.name] or is_chosen):
                asked.append((spec, is_chosen))
                values.append([pk for pk, _ in found[spec.name]])
                if is_chosen:
                    key = self.form.cleaned_data[spec.name]
                    values.append(key if isinstance(key, str) else int(key))
        called = {}
        for name, pk, key, label, apart in calling(tuple(asked))(*values) if asked else ():
            called[name, pk] = called[name, f"key {key}"] = (key, label, apart)
        return called

    def _named(self, spec: FacetSpec, found: Found, called: Mapping[Any, tuple[Any, Any, Any]]) -> Counts:
        """Return the values with their labels, the chosen one among them; it may leave no row."""
        if spec.of is None:
            rows = [(value, value, "", count) for value, count in found]
        else:
            rows = [(*called[spec.name, pk], count) for pk, count in found]
        chosen = self.chosen().get(spec.name, "")
        if chosen and chosen not in {str(value) for value, *_ in rows}:
            value = self.form.cleaned_data[spec.name]
            is_kept_back = self._is_told(spec) and not self.total.count
            own = None if is_kept_back else called.get((spec.name, f"key {value}"))
            rows.append((*(own or (value, value, "")), self.total.known))
        shared = {label for label, count in Counter(label for _, label, *_ in rows).items() if count > 1}
        labelled = [
            (value, f"{label}, {apart}" if apart and label in shared else label, count)
            for value, label, apart, count in rows
        ]
        return sorted(labelled, key=lambda row: (-row[2], row[1]))

    def _choice(self, spec: FacetSpec, value: str, label: str, count: int, chosen: str) -> Choice:
        is_chosen = value == chosen
        query = self._query(spec.name, "" if is_chosen else value)
        return Choice(value, label, query, is_chosen, count)

    def _rows_without(self, *names: str) -> QuerySet:
        data = _copy(self.data)
        for name in names:
            data.pop(name, None)
        return self._again(data).qs.order_by()

    def _again(self, data: Mapping[str, str]) -> "FacetedFilter":
        own = {"queryset": self.queryset, "request": self.request, "limits": self.limits}
        return type(self)(data, is_live=True, **own)

    def _query(self, name: str, value: str) -> str:
        """Return the address's query with that value, and the others as they are, from the first page on."""
        if name not in self._others:
            others = _copy(self.data)
            for left_out in ("page", name, *self._wrong):
                others.pop(left_out, None)
            self._others[name] = others.urlencode()
        return "&".join(filter(None, (self._others[name], value and urlencode({name: value}))))


def _copy(data: Mapping[str, str]) -> QueryDict:
    copied = QueryDict(mutable=True)
    copied.update(data)
    return copied


def _most(counts: Counter[Any], most: int) -> Found:
    """Return the commonest values; what is unknown or empty is none."""
    shown = [(value, count) for value, count in counts.items() if value not in (None, "")]
    return sorted(shown, key=lambda row: (-row[1], row[0]))[:most]
