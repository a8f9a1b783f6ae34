"""What a list can be narrowed and sorted by, what of it is offered, and what facets' values are called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import CharField, Expression, Model, Q, QuerySet, Value
from django.db.models.functions import Cast

from films.models.ids import Ids
from films.models.kept_queries import KeptQuery

BY_FILM = ("film__sort_title", "film__year", "film_id")  # an order that begins so goes film by film
VALUES_SHOWN = 10
VALUES_IN_ORDER = 20  # of a row of decades, say, in which a gap would be missed


@dataclass(frozen=True, slots=True, eq=False)
class FacetSpec:
    """How a filter's values are counted.

    `value` is a lookup from the row to a field, or to rows of the model `of`; those are called by `label`, a
    field of theirs or an expression, and stand in addresses by `key`. `narrow` restricts the relation that
    is counted (only credits of directors, say); `wording` turns a label into what people read.
    """

    name: str
    title: str
    value: str
    of: type[Model] | None = None
    label: str | Expression = "name"
    key: str = "slug"
    narrow: Mapping[str, object] = field(default_factory=dict)
    wording: Callable[[Any], str] = str
    is_ordered_by_value: bool = False
    # What the counted relation tells is kept from readers with limits: its film and its position there.
    told: tuple[str, str] | None = None
    apart: str | Expression = ""  # what tells values of one label apart

    @property
    def most_shown(self) -> int:
        return VALUES_IN_ORDER if self.is_ordered_by_value else VALUES_SHOWN


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
class NoChoice:
    """What an address asks for under a title, and is none of its choices."""

    title: str
    value: str


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows a list has, or that it has more than so many; and then, if it was `counted`, how many."""

    count: int
    is_more: bool = False
    counted: int = 0

    @property
    def known(self) -> int:
        """Return how many rows there are, as far as they were counted."""
        return self.counted or self.count

    @property
    def is_least(self) -> bool:
        return self.is_more and not self.counted


@cache
def calling(asked: tuple[tuple[FacetSpec, bool], ...]) -> KeptQuery:
    """Return the query for what values of these facets are called, by their ids and the key of one chosen.

    Its rows are the facet's name, the value's id, its key, its label, and what tells it from others of
    that label.
    """

    def called(*values: Any) -> QuerySet:
        given = iter(values)
        rows = [
            _called_by(spec, next(given), next(given) if is_chosen else None) for spec, is_chosen in asked
        ]
        return rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]

    return KeptQuery(called)


def _called_by(spec: FacetSpec, ids: Sequence[int], chosen: str | int | None) -> QuerySet:
    named: Any = spec.of
    which = Q(pk__in=Ids(ids)) | (Q() if chosen is None else Q(**{spec.key: chosen}))
    key = Cast(spec.key, CharField())
    rows = named._default_manager.order_by().filter(which)
    return rows.values_list(Value(spec.name), "pk", key, spec.label, spec.apart or Value(""))
