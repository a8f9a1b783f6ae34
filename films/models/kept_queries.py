"""Queries that are written once, and asked with other values each time.

Django builds each query anew at each request, and writes it out as SQL; a page of a dozen short questions
spends half of its time so. What differs between two requests for such a page are a slug and some ids: the
SQL is kept with stand-ins for them.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler

FIRST_STAND_IN = 8_000_000_001  # no id of ours, no number and no slug
Value = int | str | Sequence[int]


class KeptQuery:
    """A query as a function of ids, slugs and lists of ids; it returns its rows as a list.

    Lists are looked for with `Ids`. What changes the SQL itself, as a reader's limits do, is for
    querysets. With

        FOUND = KeptQuery(lambda slug, ids: Film.objects.filter(Q(slug=slug) | Q(pk__in=Ids(ids))))

    `FOUND("the-paper-ferry", [3, 5])` gives the films of that slug and of these ids.
    """

    def __init__(self, make: Callable[..., QuerySet]) -> None:
        self._make = make
        self._written: dict[str, _Written] = {}  # by the database's vendor

    def __call__(self, *values: Value) -> list[Any]:
        vendor = connections[DEFAULT_DB_ALIAS].vendor
        if vendor not in self._written:
            self._written[vendor] = _Written(self._make, values)
        return self._written[vendor].rows(values)


class _Written:
    """A query's SQL with stand-ins, and how its rows are read."""

    def __init__(self, make: Callable[..., QuerySet], values: Sequence[Value]) -> None:
        stand_ins = [FIRST_STAND_IN + number for number in range(len(values))]
        self._queryset: Any = make(*map(_like, stand_ins, values))
        self._compiler = self._queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, self._params = self._compiler.as_sql()
        self._compiler.connection = None  # it is its thread's own
        self._stand_ins = [str(stand_in) for stand_in in stand_ins]
        known = {str(param) for param in self._params}
        missing = [one for one in self._stand_ins if one not in known and one not in self._sql]
        if missing:
            raise ValueError(f"A kept query does not ask for value {self._stand_ins.index(missing[0]) + 1}.")

    def rows(self, values: Sequence[Value]) -> list[Any]:
        given = dict(zip(self._stand_ins, values, strict=True))
        compiler: Any = copy(self._compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        written = self._sql_with(given), tuple(_put_in(param, given) for param in self._params)
        compiler.as_sql = lambda *_args, **_kwargs: written
        asked: Any = _Asked(self._queryset, compiler)
        found: list[Any] = [*self._queryset._iterable_class(asked)]
        prefetch_related_objects(found, *self._queryset._prefetch_related_lookups)
        return found

    def _sql_with(self, given: Mapping[str, Value]) -> str:
        sql = self._sql
        for stand_in, value in given.items():
            if not isinstance(value, int | str):
                sql = sql.replace(stand_in, ", ".join(str(int(pk)) for pk in value) or "NULL")
        return sql


class _Asked:
    """What Django's iterables see of a queryset: here one whose SQL is written."""

    def __init__(self, queryset: QuerySet, compiler: SQLCompiler) -> None:
        self.db, self.model, self.query = DEFAULT_DB_ALIAS, queryset.model, self
        self._known_related_objects: dict[Any, Any] = {}
        self._compiler = compiler

    def get_compiler(self, *_args: Any, **_kwargs: Any) -> SQLCompiler:
        return self._compiler


def _like(stand_in: int, value: Value) -> Value:
    """Return the stand-in for a value of that kind."""
    if isinstance(value, int):
        return stand_in
    return str(stand_in) if isinstance(value, str) else [stand_in]


def _put_in(param: Any, given: Mapping[str, Value]) -> Any:
    value = given.get(str(param)) if isinstance(param, int | str) else None
    return param if value is None else type(param)(value)  # PostgreSQL's integers have types of their own
