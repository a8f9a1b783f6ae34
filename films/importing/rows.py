"""The ledger of one film's import: what is to be created, changed and dropped, written in bulk.

It is where editors' decisions are kept: it changes no field that an editor decided, and drops no
row that an editor made or touched. What it withholds becomes a suggestion.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from django.db.models import ForeignKey, Model

from films.importing.report import FilmChanges, count_rows
from films.models import (
    BlockingKey,
    Character,
    CharacterName,
    Citation,
    Country,
    Credit,
    EventMention,
    Film,
    Forward,
    Genre,
    MentionParticipant,
    Participation,
    Person,
    PersonName,
    Place,
    PlotEvent,
    Portrayal,
    Relationship,
    Setting,
    SourceDocument,
    Statement,
    Suggestion,
    Telling,
)
from films.models.base import Curated
from films.models.insertion import insert
from films.models.sort_keys import with_sort_keys
from films.vocabulary import Origin

Row = TypeVar("Row", bound=Model)

# Parents before children; rows are dropped in the opposite order.
ORDER: tuple[type[Model], ...] = (
    Genre, Country, Person, PersonName, Place, Film, Film.genres.through, Film.countries.through,
    SourceDocument, BlockingKey, Telling, Statement, Credit, Character, CharacterName,
    Character.members.through, Portrayal, Relationship, Setting, PlotEvent, EventMention,
    MentionParticipant, Participation, Citation, Forward, Suggestion,
)  # fmt: skip
# The models whose changes a person wants to read one by one.
SHOWN = frozenset(
    {Film, SourceDocument, Statement, Person, Credit, Character, Portrayal, Relationship, Setting, PlotEvent}
)
BATCH = 500


@dataclass(frozen=True, slots=True)
class Withheld:
    """A change that an editor's decision forbids."""

    row: Model
    field: str
    proposed: Any


@dataclass(slots=True)
class Ledger:
    """Collects the changes of one film's rows, until `write_ledgers` writes them with those of others."""

    created: dict[type[Model], list[Model]] = field(default_factory=lambda: defaultdict(list))
    changed: dict[type[Model], dict[Any, Model]] = field(default_factory=lambda: defaultdict(dict))
    fields: dict[type[Model], set[str]] = field(default_factory=lambda: defaultdict(set))
    dropped: dict[type[Model], list[Model]] = field(default_factory=lambda: defaultdict(list))
    withheld: list[Withheld] = field(default_factory=list)
    change_lines: list[str] = field(default_factory=list)

    def add(self, row: Row) -> Row:
        """Note a new row, made of what documents say."""
        for name, limit in _limits(type(row)).items():
            value = getattr(row, name)
            if type(value) is not str or len(value) > limit or value[-1:].isspace():
                setattr(row, name, fitting(row, name, value))
        if isinstance(row, Curated):
            row.origin = Origin.EXTRACTED
        self.created[type(row)].append(row)
        return row

    def change(self, row: Model, **values: Any) -> None:
        """Give a row's fields these values, except those that an editor decided."""
        if row.pk is None:
            for name, value in values.items():
                setattr(row, name, fitting(row, name, value))
            return
        for name, value in values.items():
            fitted = fitting(row, name, value)
            if _is_same(row, name, fitted):
                continue
            if is_decided(row, name):
                self.withheld.append(Withheld(row, name, fitted))
            else:
                self._note(row, name, fitted)

    def measure(self, row: Model, **values: Any) -> None:
        """Give a row's fields values that are counted, which is not for editors to decide."""
        for name, value in values.items():
            if row.pk is None:
                setattr(row, name, value)
            elif getattr(row, name) != value:
                self._note(row, name, value)

    def _note(self, row: Model, name: str, value: Any) -> None:
        if type(row) in SHOWN and not isinstance(value, dict | list):
            old = _shown(getattr(row, name))
            label = "" if isinstance(row, Film) else f" {row}"
            self.change_lines.append(f"~ {_name(row)}{label} {name}: {old} → {_shown(value)}")
        self.changed[type(row)][row.pk] = row
        self.fields[type(row)].add(name)
        setattr(row, name, value)

    def drop(self, row: Model) -> bool:
        """Note that no document gives the row any more; false when an editor wants it kept."""
        if isinstance(row, Curated) and row.is_edited:
            return False
        self.dropped[type(row)].append(row)
        return True

    @property
    def is_empty(self) -> bool:
        return not any(
            rows for noted in (self.created, self.changed, self.dropped) for rows in noted.values()
        )

    def lines(self) -> tuple[str, ...]:
        """Return the changes as a person reads them; call before they are written."""
        added = [
            f"+ {_name(row)} {row}"
            for model in ORDER
            if model in SHOWN
            for row in self.created.get(model, ())
        ]
        gone = [
            f"- {_name(row)} {row}"
            for model in ORDER
            if model in SHOWN
            for row in self.dropped.get(model, ())
        ]
        return (*added, *self.change_lines, *gone)

    def changes(self, loaded: Iterable[Model], lines: tuple[str, ...] = ()) -> FilmChanges:
        """Return the counts, given the rows that there were before; of people and places not all are told."""
        known = {(type(row), row.pk) for row in loaded}
        known |= {(model, pk) for model, rows in self.changed.items() for pk in rows}
        known |= {(model, row.pk) for model, rows in self.dropped.items() for row in rows}
        counts = count_rows(
            Counter({_names(model): len(rows) for model, rows in self.created.items() if rows}),
            Counter({_names(model): len(rows) for model, rows in self.changed.items() if rows}),
            Counter({_names(model): len(rows) for model, rows in self.dropped.items() if rows}),
            Counter(_names(model) for model, _ in known),
        )
        return FilmChanges(counts, lines, len(self.created.get(Suggestion, ())))


def write_ledgers(ledgers: Sequence[Ledger]) -> None:
    """Write what the ledgers say, in a number of queries that does not depend on the number of rows."""
    for model in ORDER:
        insert(model, [row for ledger in ledgers for row in ledger.created.get(model, ())])
    for model in ORDER:
        changed: dict[Any, Model] = {}
        for ledger in ledgers:
            changed |= ledger.changed.get(model, {})
        fields = {name for ledger in ledgers for name in ledger.fields.get(model, ())}
        if changed:
            rows = list(changed.values())
            written = with_sort_keys(model, rows, fields)
            model._default_manager.bulk_update(rows, sorted(written), batch_size=BATCH)
    for model in reversed(ORDER):
        ids = [row.pk for ledger in ledgers for row in ledger.dropped.get(model, ())]
        if ids:
            model._default_manager.filter(pk__in=ids).delete()


def is_decided(row: Model, name: str) -> bool:
    """Has an editor decided this field of the row?"""
    return isinstance(row, Curated) and (row.origin == Origin.EDITED or name in row.edited_fields)


def fitting(row: Model, name: str, value: Any) -> Any:
    """Return a text cut to what the column holds."""
    if not isinstance(value, str):
        return value
    limit = _limits(type(row)).get(name)
    return str(value)[:limit].rstrip() if limit else str(value)


@cache
def _limits(model: type[Model]) -> dict[str, int]:
    """Return how long the texts of each column may be."""
    columns = ((field.attname, getattr(field, "max_length", None)) for field in model._meta.concrete_fields)
    return {name: length for name, length in columns if length}


@cache
def _foreign_key(model: type[Model], name: str) -> str:
    """Return the column of a foreign key, or nothing for another field."""
    field = model._meta.get_field(name)
    return field.attname if isinstance(field, ForeignKey) else ""


def _is_same(row: Model, name: str, value: Any) -> bool:
    column = _foreign_key(type(row), name)
    if not column:
        return bool(getattr(row, name) == value)
    if value is None or value.pk is None:
        return value is None and getattr(row, column) is None
    return bool(getattr(row, column) == value.pk)


def _name(row: Model) -> str:
    return str(row._meta.verbose_name)


def _names(model: type[Model]) -> str:
    return str(model._meta.verbose_name_plural)


def _shown(value: Any) -> str:
    return str(value) if value not in (None, "") else "nothing"
