"""New rows, many at a time, without all that Django does for each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import BooleanField, CharField, Field, ForeignKey, IntegerField, Model, TextField

from films.search.batches import batches

BATCH = 500
# Their values are to the database what they are to Python.
PLAIN = (BooleanField, CharField, IntegerField, TextField)


def insert(model: type[Model], rows: Sequence[Any]) -> None:
    """Write the rows, in a number of queries that hardly depends on theirs; they learn their ids."""
    columns = [field for field in model._meta.concrete_fields if not field.primary_key]
    values = [_value_of(field) for field in columns]
    into = f"INSERT INTO {_quoted(model._meta.db_table)} ({', '.join(_quoted(f.column) for f in columns)})"
    place = f"({', '.join(['%s'] * len(columns))})"
    for batch in batches(rows, BATCH):
        places = ", ".join([place] * len(batch))
        given = [value(row) for row in batch for value in values]
        with connection.cursor() as cursor:
            cursor.execute(f"{into} VALUES {places} RETURNING {_quoted(_key(model))}", given)
            _note(batch, cursor.fetchall())


def _note(rows: Iterable[Any], ids: Iterable[tuple[int]]) -> None:
    for row, (pk,) in zip(rows, ids, strict=True):
        row.pk = pk
        row._state.adding = False
        row._state.db = connection.alias


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))


def _key(model: type[Model]) -> str:
    return str(model._meta.pk.column)


def _value_of(field: Field) -> Callable[[Any], Any]:
    """Return what gives the field's value of a row as the database takes it."""
    name = field.attname
    if isinstance(field, ForeignKey):
        relation = field.name

        def key(row: Any) -> Any:
            known = getattr(row, name)
            # What it refers to may have got its id since.
            return known if known is not None or not field.is_cached(row) else _key_of(getattr(row, relation))

        return key
    if isinstance(field, PLAIN):
        return lambda row: getattr(row, name)
    return lambda row: field.get_db_prep_save(field.pre_save(row, add=True), connection)


def _key_of(row: Model | None) -> Any:
    return None if row is None else row.pk
