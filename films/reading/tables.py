"""Records in the rows of a table: CSV, TSV and their kin, with or without a header."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from films.reading.lines import folded_key
from films.reading.records import BadRow, Columns, RecordField, Row, field_of_column

if TYPE_CHECKING:
    from _csv import Reader

SEPARATORS = (",", "\t", ";", "|")
NO_SEPARATOR = "\x1f"  # of a table with one column; no text has it
LONGEST_CELL = 2_000_000
LONGEST_HEADING = 60
LEAST_STORY = 40  # characters of a cell that tells a story
TOO_LONG = f"has a cell of more than {LONGEST_CELL:,} characters; shorten it, or mend its quotation marks"
UNCLOSED = "has a quotation mark that nothing closes; close it, or write it twice"
CUT_OFF = "ends within quotation marks; close them, or fetch the file again if it was cut off"
FEWEST_KNOWN = 2  # columns that have to be known where nothing but the content speaks for a table


@dataclass(frozen=True, slots=True)
class Table:
    """The form of a table: what parts its cells, and its columns; without a header they are numbered."""

    separator: str
    columns: tuple[str, ...]
    has_header: bool
    is_quoted: bool = True
    guessed: tuple[tuple[str, RecordField], ...] = ()  # of a table without a header
    first: tuple[str, ...] = ()  # the cells above, of a table that does not seem to have a header


def find_table(text: str, mapping: Mapping[str, object], *, is_named: bool, is_cut: bool) -> Table | None:
    """Return the form of the table that a text begins with; `is_named` says that its name calls it one."""
    forms = (_form(text, separator, mapping, is_named=is_named, is_cut=is_cut) for separator in SEPARATORS)
    found = [(known, table) for known, table in forms if table is not None]
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    return _one_column(text, mapping) if is_named else None


def _one_column(text: str, mapping: Mapping[str, object]) -> Table | None:
    """Return the form of a list with a name above it, one entry a line."""
    first, *others = (line.strip('\ufeff \t"') for line in text.split("\n", 2))
    is_list = len(first) <= LONGEST_HEADING and any(others) and _known([first], mapping)
    return Table(NO_SEPARATOR, (first,), True) if is_list else None


def _form(
    text: str, separator: str, mapping: Mapping[str, object], *, is_named: bool, is_cut: bool
) -> tuple[int, Table | None]:
    is_quoted = separator != "\t" or _is_quoted(text, separator, is_cut=is_cut)
    rows = _first_rows(text, separator, is_quoted=is_quoted, is_cut=is_cut)
    if not rows or len(rows[0]) < 2:
        return 0, None
    head = [cell.strip("\ufeff \t") for cell in rows[0]]
    known = _known(head, mapping)
    if known and all(len(cell) <= LONGEST_HEADING for cell in head):
        is_table = is_named or (known >= FEWEST_KNOWN and _is_even(rows) and Columns(head, {}).is_telling)
        return known, Table(separator, tuple(_unique(head)), True, is_quoted) if is_table else None
    numbered = tuple(str(number) for number in range(1, len(head) + 1))
    if _tells_by_number(rows):
        guessed = (("1", RecordField.ID), ("2", RecordField.PLOT))
        return 1, Table(separator, numbered, False, separator != "\t", guessed)
    first = tuple(head)
    return 0, Table(separator, numbered, False, is_quoted, first=first) if is_named and _is_even(
        rows
    ) else None


def _is_quoted(text: str, separator: str, *, is_cut: bool) -> bool:
    """Whether quotation marks are those of the table and not of its texts."""
    rows = [line.split(separator) for line in text.splitlines()[: -1 if is_cut else None] if line]
    if any(len(row) != len(rows[0]) for row in rows):
        return True  # a cell goes over several lines, or holds the separator
    return any(
        len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")
        for row in rows
        for cell in row
    )


def _first_rows(text: str, separator: str, *, is_quoted: bool, is_cut: bool) -> list[list[str]]:
    lines = text.splitlines(keepends=True)
    try:
        rows = list(islice((row for row in _reader(lines, separator, is_quoted=is_quoted) if row), 5))
    except csv.Error:
        return []
    return rows[:-1] if is_cut and len(rows) < 5 and len(rows) > 1 else rows


def _known(head: Sequence[str], mapping: Mapping[str, object]) -> int:
    mapped = {folded_key(name) or name for name in mapping if not name.isdecimal()}
    return sum((folded_key(cell) or cell) in mapped or field_of_column(cell) is not None for cell in head)


def _is_even(rows: Sequence[Sequence[str]]) -> bool:
    return len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows[1:])


def _tells_by_number(rows: Sequence[Sequence[str]]) -> bool:
    """Whether every row is a number or a code and a story."""
    return all(
        len(row) == 2 and any(c.isdigit() for c in row[0]) and " " not in row[0].strip() for row in rows
    ) and all(len(row[1]) >= LEAST_STORY for row in rows)


def _unique(names: Iterable[str]) -> Iterator[str]:
    """Give columns without a name, or with one that another has, their number."""
    seen: set[str] = set()
    for number, name in enumerate(names, start=1):
        own = name if name and name not in seen else f"{name} {number}".strip()
        seen.add(own)
        yield own


class _Source:
    """The lines of a table, of which those that a row took by mistake can be given back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.has_ended = False
        self._next = 1  # the number of the line that comes next
        self.taken: list[str] = []  # since `begin`

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            self.has_ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def begin(self) -> int:
        """Begin a row; return the number of its first line."""
        self._next += len(self.taken)
        self.taken = []
        return self._next

    def give_back(self, kept: int) -> None:
        """Read the lines of this row again, but for the first ones."""
        self._again.extendleft(reversed(self.taken[kept:]))
        self.has_ended = False
        del self.taken[kept:]


def rows_of(lines: Iterable[str], table: Table) -> Iterator[Row | BadRow]:
    """Yield the rows of a table; one that is broken does not stop the others."""
    source = _Source(lines)
    reader = _reader(source, table.separator, is_quoted=table.is_quoted)
    number, is_header = 0, table.has_header
    while True:
        place = f"line {source.begin()}"
        fault, cells = "", []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            is_long = "limit" in str(error)
            fault = TOO_LONG if is_long else f"is no row of a table ({error}); mend its quotation marks"
        if kept := _lines_of_its_own(source.taken, table):
            source.give_back(kept)
            fault = UNCLOSED
        elif source.has_ended:
            fault = CUT_OFF
        if fault or any(cells):
            number += not is_header or bool(fault)
            if fault:
                yield BadRow(number, place, fault)
            elif not is_header:
                yield _row(cells, table, number, place)
            is_header = False


def _lines_of_its_own(taken: Sequence[str], table: Table) -> int:
    """Return how many of these lines a row really has, where it took others; 0 where nothing is wrong.

    A quotation mark that nothing closes takes in the rows behind it. These are rows by themselves.
    """
    if len(taken) < 2 or not table.is_quoted or _strictly(taken, table) is not None:
        return 0
    for kept in range(1, len(taken)):
        row = _strictly(taken[kept : kept + 1], table)
        if row is not None and len(row) == len(table.columns):
            return kept
    return 0


def _strictly(lines: Sequence[str], table: Table) -> list[str] | None:
    """Return the one row that the lines are, or None where their quotation marks are not in order."""
    try:
        rows = list(csv.reader(lines, delimiter=table.separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _row(cells: Sequence[str], table: Table, number: int, place: str) -> Row | BadRow:
    expected = len(table.columns)
    if len(cells) < min(expected, 2):
        reason = (
            f"has a single cell where the table has {expected} columns; give it the others, or leave it out"
        )
        return BadRow(number, place, reason)
    if any(cell.strip() for cell in cells[expected:]):
        reason = f"has {len(cells)} cells where the table has {expected} columns; mend its quotation marks"
        return BadRow(number, place, reason)
    values = dict(zip(table.columns, cells, strict=False))
    return Row(values, number, place)


def _reader(lines: Iterable[str], separator: str, *, is_quoted: bool) -> "Reader":
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE)
