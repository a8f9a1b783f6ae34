"""Records in the rows of a table: CSV, TSV and their kin, with or without a header."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from films.reading.lines import folded_key
from films.reading.records import BadRow, Columns, RecordField, Row, field_of_column

if TYPE_CHECKING:
    from _csv import Reader

SEPARATORS = (",", "\t", ";", "|")
LONGEST_CELL = 2_000_000
LONGEST_HEADING = 60
LEAST_STORY = 40  # characters of a cell that tells a story
FEWEST_KNOWN = 2  # columns that have to be known where nothing but the content speaks for a table


@dataclass(frozen=True, slots=True)
class Table:
    """The form of a table: what parts its cells, and its columns; without a header they are numbered."""

    separator: str
    columns: tuple[str, ...]
    has_header: bool
    is_quoted: bool = True
    guessed: tuple[tuple[str, RecordField], ...] = ()  # of a table without a header


def find_table(text: str, mapping: Mapping[str, object], *, is_named: bool, is_cut: bool) -> Table | None:
    """Return the form of the table that a text begins with; `is_named` says that its name calls it one."""
    forms = (_form(text, separator, mapping, is_named=is_named, is_cut=is_cut) for separator in SEPARATORS)
    found = [(known, table) for known, table in forms if table is not None]
    return max(found, key=lambda pair: pair[0])[1] if found else None


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
    return 0, Table(separator, numbered, False, is_quoted) if is_named and _is_even(rows) else None


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


def rows_of(lines: Iterable[str], table: Table) -> Iterator[Row | BadRow]:
    """Yield the rows of a table; one that is broken does not stop the others."""
    reader = _reader(lines, table.separator, is_quoted=table.is_quoted)
    number, start, is_header = 0, 1, table.has_header
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield BadRow(number, f"line {start}", f"is no row of a table ({error}); mend its quotation marks")
            start = reader.line_num + 1
            continue
        place, start = f"line {start}", reader.line_num + 1
        if not any(cells):
            continue
        if is_header:
            is_header = False
            continue
        number += 1
        yield _row(cells, table, number, place)


def _row(cells: Sequence[str], table: Table, number: int, place: str) -> Row | BadRow:
    expected = len(table.columns)
    spare = [cell for cell in cells[expected:] if cell.strip()]
    if spare or len(cells) < min(expected, 2):
        reason = f"has {len(cells)} cells where the table has {expected} columns; mend its quotation marks"
        return BadRow(number, place, reason)
    values = dict(zip(table.columns, cells, strict=False))
    return Row(values, number, place)


def _reader(lines: Iterable[str], separator: str, *, is_quoted: bool) -> "Reader":
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE)
