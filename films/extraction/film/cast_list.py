"""Who plays whom, from the cast lists of a header and from prose.

`find_cast_entries` reads both; the list's layout is learnt from the list itself: comma lists, one
actor a line with "as", dashes, dots, colons or parentheses, in either order of actor and role.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from films.extraction.film.cast_entry import CastEntry, role_names, without_age
from films.extraction.film.cast_prose import find_prose_entries
from films.extraction.film.cast_rows import NOTE, Row, joined, rows_of
from films.extraction.film.name_shapes import (
    clean_name,
    is_full_name,
    is_in_small_letters,
    is_person_like,
    split_list,
)
from films.extraction.parsed import Parsed
from films.extraction.resources import read_list
from films.folding import fold
from films.reading.document import HeaderField, Span
from films.vocabulary import HeaderKey

NO_TITLE = "".join(rf"(?<!\b{title.capitalize()})" for title in sorted(read_list("title_abbreviations")))
ROLE_END = re.compile(
    r"\s+[-–—]\s+|:\s+|\s+who\s|\s+whose\s|\s+\|\s+"
    rf"|(?<!\b[A-Z])(?<!\bSt){NO_TITLE}\.\s+(?=[A-Z][a-z])"
)
CHARACTER_LABELS = frozenset(
    {"characters", "character list", "main characters", "roles", "dramatis personae"}
)
NO_ACTOR = re.compile(
    r"\b(?:film|movie|by|directed|written|produced|music|photography|screenplay)\b", re.IGNORECASE
)


def find_cast_entries(parsed: Parsed) -> tuple[CastEntry, ...]:
    """Return who plays whom, list entries first and in their order, then those of the prose.

    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> document = read_text("a.txt", b"Title: Salt\\nCast: Jo Smith as Mara, Al Brown\\n\\nMara waits.")
    >>> [(entry.actor, entry.role) for entry in find_cast_entries(parse_document(document))]
    [('Jo Smith', 'Mara'), ('Al Brown', '')]
    """
    words = frozenset(fold(parsed.prose.text).split()) if parsed.document.fields else frozenset()
    rows = (row for field in _cast_fields(parsed) for row in _with_actors(field, words))
    fields = parsed.document.fields
    entries = (entry for entry in _entries_of(rows) if not is_in_small_letters(entry.actor, fields))
    listed = tuple(_numbered(entries))
    return listed + find_prose_entries(parsed, listed)


def _cast_fields(parsed: Parsed) -> Iterator[HeaderField]:
    for field in parsed.document.fields:
        is_list = field.key is HeaderKey.OTHER and field.label.strip(" :*_").casefold() in CHARACTER_LABELS
        if field.key is HeaderKey.CAST or is_list:
            yield field


def _numbered(entries: Iterable[CastEntry]) -> Iterator[CastEntry]:
    """Count the billing: an actor of two roles keeps the first place."""
    billing: dict[str, int] = {}
    for entry in entries:
        place = billing.setdefault(fold(entry.actor), len(billing) + 1)
        yield CastEntry(entry.actor, entry.role, entry.names, entry.description, entry.span, place)


def _with_actors(field: HeaderField, words: frozenset[str]) -> Iterator[Row]:
    """Return the rows of a list with the actor left; a list of characters alone has no actors."""
    rows = [_read_again(row, words) for row in rows_of(field)]
    if all(not row.right for row in rows):
        rows = _in_pairs(rows, words)
    is_of_roles = field.label.strip(" :*_#=").casefold() in CHARACTER_LABELS
    return (row for row in _ordered(rows, words) if row.right or not is_of_roles)


def _read_again(row: Row, words: frozenset[str]) -> Row:
    """Read "Jo Smith (as Mara)" and "Jo Smith/Mara" as a role where the story knows it."""
    if not row.right and row.extra.startswith("as ") and _is_in_story(row.extra[3:], words):
        return replace(row, right=row.extra[3:], extra="", is_sure=True)
    left, slash, right = row.left.partition("/")
    if not row.right and slash and is_full_name(left.strip()) and _is_in_story(right, words):
        return replace(row, left=left, right=right, is_sure=not _is_in_story(left, words))
    return row


def _in_pairs(rows: list[Row], words: frozenset[str]) -> list[Row]:
    """Read names under each other, actor and role by turns, where the story knows every second one."""
    if len(rows) < 4 or len(rows) % 2:
        return rows
    first, second = rows[::2], rows[1::2]
    known = sum(_is_in_story(row.left, words) for row in second)
    if any(_is_in_story(row.left, words) for row in first) or 2 * known <= len(second):
        return rows
    return [
        Row(actor.left, role.left, role.extra, Span(actor.span.start, role.span.end), is_sure=True)
        for actor, role in zip(first, second, strict=True)
    ]


def _ordered(rows: list[Row], words: frozenset[str]) -> Iterator[Row]:
    """Yield the rows with the actor left, even of a list that names the characters first.

    The story tells which side is which: characters occur in it, actors hardly do.
    """
    unsure = [row for row in rows if row.right and not row.is_sure]
    left = sum(_is_in_story(row.left, words) for row in unsure)
    right = sum(_is_in_story(row.right, words) for row in unsure)
    for row in rows:
        is_reversed = left > right and row.right and not row.is_sure
        yield replace(row, left=row.right, right=row.left) if is_reversed else row


def _is_in_story(name: str, words: frozenset[str]) -> bool:
    folded = fold(clean_name(name)).split()
    return bool(folded) and (folded[0] in words or folded[-1] in words)


def _entries_of(rows: Iterable[Row]) -> Iterator[CastEntry]:
    for row in rows:
        role, description = _role_and_description(row)
        for start, end in split_list(row.left):
            actor = clean_name(row.left[start:end])
            if not is_person_like(actor) or NO_ACTOR.search(actor):
                continue
            span = row.span if row.right else Span(row.span.start + start, row.span.start + end)
            for part in _roles(role):
                yield CastEntry(actor, part, role_names(part, actor), description, span, None)


def _roles(role: str) -> list[str]:
    """Return the roles of a double role: "Tom and Tim Orr" are two."""
    parts = [role[a:b] for a, b in split_list(role)] if re.search(r"\s(?:and|&)\s", role) else [role]
    is_double = len(parts) > 1 and all(role_names(part) for part in parts)
    return parts if is_double else [role]


def _role_and_description(row: Row) -> tuple[str, str]:
    """Part "Mara – a nurse" and "Mara, Tom's sister" into the role and what is told of it."""
    role = row.right.strip()
    cut = ROLE_END.search(role)
    head, tail = (role[: cut.start()], role[cut.start() :].strip(" –—-:.")) if cut else (role, "")
    note = re.search(r"\s*\(([^()]*)\)\s*$", head)
    if note and NOTE.match(note[1]):
        head, tail = head[: note.start()], joined(note[1], tail) if tail else note[1]
    description = ", ".join(part for part in (tail, row.extra) if part)
    return clean_name(without_age(head)) or head.strip(), description
