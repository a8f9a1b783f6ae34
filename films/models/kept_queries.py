"""Queries that are written once, and asked with other values each time.

Django builds each query anew at each request, writes it out as SQL, and makes each row a model's instance
field by field; a page of a dozen short questions spends half of its time so. What differs between two
requests for such a page are a slug and some ids: the SQL is kept with stand-ins for them, and so is the
way in which its rows become instances.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import JSONField, Model, QuerySet, prefetch_related_objects
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesListIterable
from django.db.models.sql.compiler import SQLCompiler

from films.models.base import fetched

FIRST_STAND_IN = 8_000_000_001  # no id of ours, no number and no slug
Value = int | str | Sequence[int]


class KeptQuery:
    """A query as a function of ids, slugs and lists of ids; it returns its rows as a list.

    Lists are looked for with `Ids`. What changes the SQL itself, as a reader's limits do, is for
    querysets. With

        FOUND = KeptQuery(lambda slug, ids: Film.objects.filter(Q(slug=slug) | Q(pk__in=Ids(ids))))

    `FOUND("the-paper-ferry", [3, 5])` gives the films of that slug and of these ids.

    An instance that is found once for each of its parts, which are annotations, comes once where
    `parts` names the attribute for them: it is a list of tuples, in the order of the annotations.
    """

    def __init__(self, make: Callable[..., QuerySet], *, parts: str = "") -> None:
        self._make = make
        self._parts = parts
        self._written: dict[str, _Written] = {}  # by the database's vendor

    def __call__(self, *values: Value) -> list[Any]:
        vendor = connections[DEFAULT_DB_ALIAS].vendor
        if vendor not in self._written:
            self._written[vendor] = _Written(self._make, values, self._parts)
        return self._written[vendor].rows(values)


class _Written:
    """A query's SQL with stand-ins, and how its rows are read."""

    def __init__(self, make: Callable[..., QuerySet], values: Sequence[Value], parts: str) -> None:
        stand_ins = [FIRST_STAND_IN + number for number in range(len(values))]
        queryset: Any = make(*map(_like, stand_ins, values))
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, self._params = compiler.as_sql()
        self._stand_ins = [str(stand_in) for stand_in in stand_ins]
        known = {str(param) for param in self._params}
        missing = [one for one in self._stand_ins if one not in known and one not in self._sql]
        if missing:
            raise ValueError(f"A kept query does not ask for value {self._stand_ins.index(missing[0]) + 1}.")
        self._columns = _Columns(compiler)
        self._read = _reading(queryset._iterable_class, compiler, parts)
        self._prefetched = queryset._prefetch_related_lookups

    def rows(self, values: Sequence[Value]) -> list[Any]:
        given = dict(zip(self._stand_ins, values, strict=True))
        connection = connections[DEFAULT_DB_ALIAS]
        with connection.cursor() as cursor:
            cursor.execute(self._sql_with(given), tuple(_put_in(param, given) for param in self._params))
            found = self._columns.converted(cursor.fetchall(), connection)
        rows = self._read(found)
        prefetch_related_objects(rows, *self._prefetched)
        return rows

    def _sql_with(self, given: Mapping[str, Value]) -> str:
        sql = self._sql
        for stand_in, value in given.items():
            if not isinstance(value, int | str):
                sql = sql.replace(stand_in, ", ".join(str(int(pk)) for pk in value) or "NULL")
        return sql


class _Columns:
    """The columns of a query, and how a connection's values become Python's."""

    def __init__(self, compiler: SQLCompiler) -> None:
        self._number = compiler.col_count
        self._columns = [column for column, _, _ in compiler.select[: self._number]]
        self._converters: WeakKeyDictionary[Any, list[Any]] = WeakKeyDictionary()  # by connection

    def converted(self, rows: Iterable[Sequence[Any]], connection: Any) -> Iterable[Sequence[Any]]:
        converters = self._of(connection)
        if not converters:
            return rows
        return (self._convert(list(row), converters, connection) for row in rows)

    def _of(self, connection: Any) -> list[Any]:
        if connection not in self._converters:
            found = ((at, column, self._known(column, connection)) for at, column in enumerate(self._columns))
            self._converters[connection] = [one for one in found if one[2]]
        return self._converters[connection]

    @staticmethod
    def _known(column: Any, connection: Any) -> list[Callable[..., Any]]:
        known = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
        is_json = isinstance(column.output_field, JSONField)
        return [_list_or(known[0])] if is_json and len(known) == 1 else known

    @staticmethod
    def _convert(row: list[Any], converters: Iterable[Any], connection: Any) -> list[Any]:
        for at, column, known in converters:
            for convert in known:
                row[at] = convert(row[at], column, connection)
        return row


class _Instances:
    """Rows as instances of a model, with those of others that were selected with them, each once."""

    def __init__(self, info: Mapping[str, Any], compiler: SQLCompiler) -> None:
        if info.get("from_parent"):
            raise TypeError("A kept query does not read models that inherit a table.")
        places = info["select_fields"]
        self._model: type[Model] = info["model"]
        self._names = [compiler.select[at][0].target.attname for at in places]
        self._start, self._end = places[0], places[-1] + 1
        self.pk = self._start + self._names.index(self._model._meta.pk.attname)
        self._related = [
            (_Instances(related, compiler), related["local_setter"], related["remote_setter"])
            for related in info.get("related_klass_infos", ())
        ]

    def read(self, row: Sequence[Any], known: dict[tuple[int, Any], Any]) -> Any:
        """Return the instance; `known` are those of others so far, by their place in the query and key."""
        made = fetched(self._model, zip(self._names, row[self._start : self._end], strict=True))
        for related, give, give_back in self._related:
            other = related._once(row, known)
            give(made, other)
            if other is not None:
                give_back(other, made)
        return made

    def _once(self, row: Sequence[Any], known: dict[tuple[int, Any], Any]) -> Any:
        pk = row[self.pk]
        if pk is None:
            return None
        if (id(self), pk) not in known:
            known[id(self), pk] = self.read(row, known)
        return known[id(self), pk]


def _reading(iterable: type, compiler: Any, parts: str) -> Callable[[Iterable[Sequence[Any]]], list[Any]]:
    """Return how rows become what a queryset would give."""
    if iterable is ValuesListIterable:
        return lambda rows: [tuple(row) for row in rows]
    if iterable is FlatValuesListIterable:
        return lambda rows: [row[0] for row in rows]
    if iterable is not ModelIterable:
        raise TypeError(f"A kept query gives instances or lists of values, not a {iterable.__name__}.")
    instances = _Instances(compiler.klass_info, compiler)
    annotations = compiler.annotation_col_map
    if parts:
        return partial(_each_with_parts, instances, annotations, parts)
    return partial(_each_row, instances, annotations)


def _each_row(
    instances: _Instances, annotations: Mapping[str, int], rows: Iterable[Sequence[Any]]
) -> list[Any]:
    known: dict[tuple[int, Any], Any] = {}
    found = []
    for row in rows:
        made = instances.read(row, known)
        made.__dict__.update((name, row[at]) for name, at in annotations.items())
        found.append(made)
    return found


def _each_with_parts(
    instances: _Instances, annotations: Mapping[str, int], parts: str, rows: Iterable[Sequence[Any]]
) -> list[Any]:
    known: dict[tuple[int, Any], Any] = {}
    places = list(annotations.values())
    found: dict[Any, list[tuple[Any, ...]]] = {}  # by the instance's key
    made = []
    for row in rows:
        pk = row[instances.pk]
        if pk not in found:
            made.append(instances.read(row, known))
            found[pk] = made[-1].__dict__[parts] = []
        if row[places[0]] is not None:
            found[pk].append(tuple(row[at] for at in places))
    return made


def _list_or(read: Callable[..., Any]) -> Callable[..., Any]:
    """Return what reads JSON so, but for an empty list: most rows have no field that an editor decided."""
    return lambda value, column, connection: [] if value == "[]" else read(value, column, connection)


def _like(stand_in: int, value: Value) -> Value:
    """Return the stand-in for a value of that kind."""
    if isinstance(value, int):
        return stand_in
    return str(stand_in) if isinstance(value, str) else [stand_in]


def _put_in(param: Any, given: Mapping[str, Value]) -> Any:
    value = given.get(str(param)) if isinstance(param, int | str) else None
    return param if value is None else type(param)(value)  # PostgreSQL's integers have types of their own
