"""Files of records: which kind of file it is by its content, and its records one after the other.

Nothing here holds more of a file than a record and a piece that is being read.
"""

import codecs
import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from films.reading.decoding import SAMPLE, UnreadableDocument, decode
from films.reading.json_records import objects_of
from films.reading.records import BadRow, Columns, RecordField, Row
from films.reading.tables import Table, find_table, rows_of

GZIP = b"\x1f\x8b"
PACKED = ".gz"
SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson"})
TABLES = frozenset({".csv", ".tsv", ".tab"})
BLOCK = re.compile(r"#{4}(?P<title>[^#\n].*?)#{4}[ \t]*")
ARRAY = re.compile(r"\s*\[\s*(?:\{|\]\s*$)")
WRAPPED = re.compile(r"\s*\{\s*\"[^\"\n]{1,60}\"\s*:\s*(?=\[\s*\{)")
BLOCK_FIELDS = {"title": RecordField.TITLE, "plot": RecordField.PLOT}
FIRST = 50  # records that tell which names there are
LONGEST_LINE = 4_000_000  # characters
BROKEN = (OSError, EOFError, zlib.error)  # what a damaged file raises, gzip's own errors among them


class Form(StrEnum):
    """How a file holds its records."""

    BLOCKS = "blocks"  # `####Title####`, then the plot
    JSON = "json"  # an array, or one record after the other
    TABLE = "table"  # CSV and its kin


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of records, looked at but not read."""

    path: Path
    name: str
    form: Form
    encoding: str
    names: tuple[str, ...]  # of the columns that its first records have
    columns: Columns
    table: Table | None = None
    skip: int = 0  # characters before the records of a JSON file start


def plain_name(path: Path) -> str:
    """Return a file's name as it is when unpacked: `plots.csv.gz` goes by `plots.csv`."""
    return path.name[: -len(PACKED)] if path.suffix.lower() == PACKED else path.name


def is_packed(path: Path) -> bool:
    """Whether a file's bytes are those of gzip, whatever it is called."""
    with path.open("rb") as file:
        return file.read(len(GZIP)) == GZIP


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, unpacking it as it is read."""
    with gzip.open(path, "rb") if is_packed(path) else path.open("rb") as file:
        yield cast(BinaryIO, file)


def find_data_file(path: Path, mapping: Mapping[str, RecordField]) -> DataFile | None:
    """Look at a file's beginning; return what it is as a data set, or None for a document."""
    name = plain_name(path)
    suffix = Path(name).suffix.lower()
    with opened(path) as file:
        sample = file.read(SAMPLE)
    if not sample.strip():
        return None
    is_cut = len(sample) == SAMPLE
    text, encoding = _sampled(name, sample, is_cut=is_cut)
    text = text.lstrip("\ufeff")
    if BLOCK.fullmatch(text.lstrip().partition("\n")[0].rstrip()):
        names = tuple(BLOCK_FIELDS)
        return DataFile(path, name, Form.BLOCKS, encoding, names, Columns(names, BLOCK_FIELDS))
    if (skip := _json_start(text, is_named=suffix in SUFFIXES - TABLES)) is not None:
        names = _names_of(text[skip:])
        columns = Columns(names, mapping)
        is_data = bool(names) or suffix in SUFFIXES
        return DataFile(path, name, Form.JSON, encoding, names, columns, skip=skip) if is_data else None
    table = find_table(text, mapping, is_named=suffix in TABLES, is_cut=is_cut)
    if table is None:
        return None
    columns = Columns(table.columns, {**dict(table.guessed), **mapping})
    return DataFile(path, name, Form.TABLE, encoding, table.columns, columns, table)


def holds_films(path: Path, mapping: Mapping[str, RecordField]) -> bool:
    """Whether a file of data is one of films, or cannot be read at all, which is to be told."""
    try:
        found = find_data_file(path, mapping)
    except (UnreadableDocument, *BROKEN):
        return True
    return found is not None and found.columns.is_telling


def _names_of(text: str) -> tuple[str, ...]:
    """Return the names that the first records have."""
    rows = islice((row for row in objects_of(StringIO(text)) if isinstance(row, Row)), FIRST)
    return tuple(dict.fromkeys(name for row in rows for name in row.values))


def _sampled(name: str, sample: bytes, *, is_cut: bool) -> tuple[str, str]:
    """Decode the beginning of a file; what a cut leaves of its last line is not looked at."""
    if not is_cut:
        return decode(name, sample)
    whole = sample[: len(sample) // 4 * 4]
    if not whole.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        whole = sample[: sample.rfind(b"\n") + 1] or sample.decode("utf-8", "ignore").encode()
    return decode(name, whole)


def _json_start(text: str, *, is_named: bool) -> int | None:
    """Return where the records of a JSON file start; None for what holds none."""
    if ARRAY.match(text):
        return 0
    if not text.lstrip().startswith("{"):
        return None
    if _is_object(text.lstrip().partition("\n")[0]):
        return 0
    wrapped = WRAPPED.match(text)
    if wrapped:
        return wrapped.end()
    return 0 if is_named else None


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def text_of(file: BinaryIO, encoding: str) -> TextIO:
    """Return the file as text; bytes that are not of its encoding are read as Windows-1252."""
    stream = TextIOWrapper(file, encoding=encoding, errors="western", newline="")
    if stream.read(1) != "\ufeff":
        stream.seek(0)
    return stream


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("western", _western)


def records_of(file: DataFile) -> Iterator[Row | BadRow]:
    """Yield the records of a data set as they are asked for."""
    with opened(file.path) as binary:
        stream = text_of(binary, file.encoding)
        if file.form is Form.JSON:
            stream.read(file.skip)
            yield from objects_of(stream)
        elif file.table is not None:
            yield from rows_of(_lines(stream), file.table)
        else:
            yield from _blocks(_lines(stream))


def _lines(stream: TextIO) -> Iterator[str]:
    while line := stream.readline(LONGEST_LINE):
        yield line


def _blocks(lines: Iterator[str]) -> Iterator[Row]:
    title, start, number = "", 0, 0
    told: list[str] = []
    for at, line in enumerate(lines, start=1):
        head = BLOCK.fullmatch(line.rstrip())
        if head is None:
            told.append(line)
            continue
        if start:
            number += 1
            yield Row({"title": title, "plot": "".join(told)}, number, f"line {start}")
        title, start, told = head["title"], at, []
    if start:
        yield Row({"title": title, "plot": "".join(told)}, number + 1, f"line {start}")
