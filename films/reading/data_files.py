"""Files of records: which kind of file it is by its content, and its records one after the other.

Nothing here holds more of a file than a record and a piece that is being read.
"""

import codecs
import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from films.reading.decoding import SAMPLE, UnreadableDocument, decode
from films.reading.json_records import find_records, objects_of
from films.reading.records import FILM_WORD, BadRow, Columns, RecordField, Row
from films.reading.tables import Table, find_table, rows_of

GZIP = b"\x1f\x8b"
PACKED = ".gz"
SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson"})
TABLES = frozenset({".csv", ".tsv", ".tab"})
BLOCK = re.compile(r"#{4}(?P<title>[^#\n].*?)#{4}[ \t]*")
BLOCK_FIELDS = {"title": RecordField.TITLE, "plot": RecordField.PLOT}
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FEW_NULLS, MOST_NULLS = 3, 0.001  # null bytes that a text may have by mistake, and their share
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
    is_list: bool = True  # and not a single object


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
    if (start := find_records(text, mapping, is_named=suffix in SUFFIXES - TABLES)) is not None:
        names, columns, skip, is_list = start.names, start.columns, start.skip, start.is_list
        is_data = bool(names) or suffix in SUFFIXES
        data = DataFile(path, name, Form.JSON, encoding, names, columns, skip=skip, is_list=is_list)
        return data if is_data else None
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
    if found is None or not found.columns.is_telling:
        return False
    return found.columns.are_of_films or (found.is_list and bool(FILM_WORD.search(path.name.lower())))


def _sampled(name: str, sample: bytes, *, is_cut: bool) -> tuple[str, str]:
    """Decode the beginning of a file; what a cut leaves of its last line is not looked at."""
    if not sample.startswith(UTF_16) and sample.count(0) <= max(FEW_NULLS, MOST_NULLS * len(sample)):
        sample = sample.replace(b"\0", b"")  # a record's fault; its texts are read without
    if not is_cut:
        return decode(name, sample)
    whole = sample[: len(sample) // 4 * 4]
    if not whole.startswith(UTF_16):
        whole = sample[: sample.rfind(b"\n") + 1] or sample.decode("utf-8", "ignore").encode()
    return decode(name, whole)


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
    """Yield the lines of a file, and of one that is too long for a record its beginning."""
    while line := stream.readline(LONGEST_LINE):
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith(("\n", "\r")):
            rest = stream.readline(LONGEST_LINE)
        yield line if rest is line else line + "\n"


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
