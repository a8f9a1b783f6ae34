"""Data sets: files of records, each of which becomes a document."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from films.reading.data_files import (
    BROKEN,
    PACKED,
    SUFFIXES,
    TABLES,
    DataFile,
    find_data_file,
    is_packed,
    opened,
    plain_name,
    records_of,
)
from films.reading.decoding import UnreadableDocument
from films.reading.document import Document
from films.reading.files import DAMAGED, find_documents, read_document, reason_of
from films.reading.records import (
    NO_RULES,
    BadRow,
    RecordField,
    RecordRules,
    document_of,
    name_of,
    unknown_columns,
)

MOST_NAMED = 30  # columns that a refusal names
FIELDS = ", ".join(field.value for field in RecordField)
EMPTY = "holds no record below the names of its columns; fetch the file again if there should be some"
NOT_PACKED = "is not packed with gzip, as its name says; fetch the file again, or leave .gz out of its name"
START = 200  # bytes by which a web page is known
WEB_PAGES = (b"<!doctype html", b"<html")

Entry = Document | UnreadableDocument


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the films of a data set come without: the columns that are not read, perhaps the story, too."""

    file: str
    columns: tuple[str, ...]
    has_story: bool


Noted = Callable[[LeftOut], None]


def read_documents(
    paths: Iterable[Path], rules: RecordRules = NO_RULES, noted: Noted | None = None
) -> Iterator[Entry]:
    """Yield the documents of files, folders and data sets, one after the other as they are asked for.

    What cannot be read stands among them as the `UnreadableDocument` that says why; a file that cannot be
    read at all goes there by its path as it was given. Files in folders that hold data, but not of films,
    are passed over. `noted` is told of data sets that are not read whole.
    """
    for path in map(Path, paths):
        try:
            for found in find_documents([path], rules.mapping):
                yield from _read(found, rules, noted)
        except UnreadableDocument as refusal:
            yield refusal


def _read(path: Path, rules: RecordRules, noted: Noted | None) -> Iterator[Entry]:
    try:
        found = find_data_file(path, rules.mapping) if path.is_file() else None
        if found is not None:
            _check_columns(found, rules)
            if noted and (left := _left_out(found)):
                noted(left)
            yield from _read_records(found, rules)
            return
        if path.is_file():
            _refuse_data(path)
        yield read_document(path, max_bytes=rules.max_bytes)
    except UnreadableDocument as refusal:
        yield UnreadableDocument(str(path), refusal.reason, place=refusal.place)
    except BROKEN as error:
        reason = reason_of(path, error) if isinstance(error, OSError) else DAMAGED
        yield UnreadableDocument(str(path), reason)


def _refuse_data(path: Path) -> None:
    """Refuse a text that is none of the data that its name promises."""
    name = plain_name(path)
    if (suffix := Path(name).suffix.lower()) not in SUFFIXES:
        return
    with opened(path) as file:
        start = file.read(START).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        return
    if path.suffix.lower() == PACKED and not is_packed(path):
        raise UnreadableDocument(name, NOT_PACKED)
    if start.startswith(WEB_PAGES):
        raise UnreadableDocument(name, "is a web page and no data set; fetch the file itself")
    form = "table" if suffix in TABLES else "JSON with records"
    reason = f"holds no {form}, as its name says; if it is the text of a document, call it .txt"
    raise UnreadableDocument(name, reason)


def _read_records(file: DataFile, rules: RecordRules) -> Iterator[Entry]:
    number = 0
    try:
        for row in records_of(file):
            number = row.number
            if isinstance(row, BadRow):
                yield UnreadableDocument(name_of(file.name, number), row.reason, place=row.place)
                continue
            try:
                yield document_of(row, file.columns, file.name, file.encoding, rules)
            except UnreadableDocument as refusal:
                yield refusal
    except BROKEN:
        reason = f"is damaged behind record {number}; what stands before it was read, fetch the file again"
        yield UnreadableDocument(str(file.path), reason, place=f"record {number}")
    else:
        if not number:
            yield UnreadableDocument(str(file.path), EMPTY)


def _check_columns(file: DataFile, rules: RecordRules) -> None:
    """Refuse a data set without the columns that were named, or of which none tells of a film."""
    if not file.names:
        raise UnreadableDocument(file.name, "holds no record that can be read; records have names and values")
    there = ", ".join(_shown(file)[:MOST_NAMED]) + (", …" if len(file.names) > MOST_NAMED else "")
    unknown = unknown_columns(file.names, rules.mapping)
    if unknown:
        raise UnreadableDocument(file.name, f"has no column {', '.join(unknown)}; it has {there}")
    if not file.columns.is_telling:
        raise UnreadableDocument(
            file.name,
            "has no column for a title or a plot; "
            f"name one with --map COLUMN=FIELD: its columns are {there}, the fields are {FIELDS}",
        )
    if not (file.columns.are_of_films or (file.is_list and file.columns.may_be_of_films)):
        name = (*file.columns.of(RecordField.TITLE), *file.names)[0]
        raise UnreadableDocument(
            file.name,
            "says nothing of films, such as a year or a director; "
            f"its columns are {there}: if its records are films, say so with --map {name}=title",
        )


def _left_out(file: DataFile) -> LeftOut | None:
    unread = tuple(
        shown for name, shown in zip(file.names, _shown(file), strict=True) if name in file.columns.unread
    )
    has_story = file.columns.hold_a_story
    return LeftOut(file.name, unread, has_story) if unread or not has_story else None


def _shown(file: DataFile) -> list[str]:
    """Return the columns as a reader is told of them: without a sure name by number and first cell."""
    first = file.table.first if file.table else ()
    return [f"{name} (“{cell}”)" for name, cell in zip(file.names, first, strict=False)] or list(file.names)
