"""Who plays whom, from the cast lists of a header and from prose.

`find_cast_entries` reads both; the list's layout is learnt from the list itself: comma lists, one
actor a line with "as", dashes, dots, colons or parentheses, in either order of actor and role.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from films.extraction.film.cast_entry import CastEntry, role_names, without_age
from films.extraction.film.cast_prose import find_prose_entries
from films.extraction.film.name_shapes import (
    NAME_LIST,
    NAME_ONLY,
    clean_name,
    is_full_name,
    is_person_like,
    split_list,
)
from films.extraction.parsed import Parsed
from films.folding import fold
from films.reading.document import HeaderField, Span
from films.vocabulary import HeaderKey

BULLET = re.compile(r"^\s*(?:[*•·▪–—-]|\d{1,2}[.)])\s+")
PIECE = re.compile(r"(?:\([^()]*\)|\"[^\"\n]*\"|“[^”\n]*”|[^,;()\"“]|[(\"“])+")
NOT_A_BREAK = re.compile(r"\s*(?:Jr|Sr|Esq|II|III|IV)\b\.?(?!\s*\w)", re.IGNORECASE)
PLAYS = re.compile(
    rf"\s*(?:and\s+|&\s+|with\s+)?({NAME_LIST})[^\S\n]+(?:as|plays|portrays|is|voices)[^\S\n]+(.+)", re.DOTALL
)
BETWEEN = re.compile(r"\s*(?:\.{2,}|…|\t+|→|=>|={1,2}|\|)\s*|\s+[-–—]+\s+|\s*:\s+")
PARENTHESES = re.compile(r"\s*([^()]+?)\s*\(([^()]+)\)\s*")
ROLE_END = re.compile(r"\s+[-–—]\s+|:\s+|\s+who\s|\s+whose\s|\.\s+(?=[A-Z][a-z])")
NOTE = re.compile(
    r"(?:voice|uncredited|cameo|singing|archive|narrat|credited|deceased|special|as )", re.IGNORECASE
)


CHARACTER_LABELS = frozenset(
    {"characters", "character list", "main characters", "roles", "dramatis personae"}
)
ROLE_LABELS = frozenset({"role", "character", "as", "part", "plays"})
ACTOR_LABELS = frozenset({"actor", "actress", "name", "player", "performer", "person"})
NO_ACTOR = re.compile(r"\b(?:by|directed|written|produced|music|photography|screenplay)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands left and right of a separator in a cast list; `is_sure` where "as" parts them."""

    left: str
    right: str
    extra: str
    span: Span
    is_sure: bool


def find_cast_entries(parsed: Parsed) -> tuple[CastEntry, ...]:
    """Return who plays whom, list entries first and in their order, then those of the prose.

    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> document = read_text("a.txt", b"Title: Salt\\nCast: Jo Smith as Mara, Al Brown\\n\\nMara waits.")
    >>> [(entry.actor, entry.role) for entry in find_cast_entries(parse_document(document))]
    [('Jo Smith', 'Mara'), ('Al Brown', '')]
    """
    rows = [row for field in _cast_fields(parsed) for row in _with_labels_joined(_rows_of(field))]
    listed = tuple(_numbered(_entries_of(_ordered(rows, parsed.prose.text))))
    return listed + find_prose_entries(parsed, listed)


def _cast_fields(parsed: Parsed) -> Iterator[HeaderField]:
    for field in parsed.document.fields:
        is_list = field.key is HeaderKey.OTHER and field.label.strip(" :*_").casefold() in CHARACTER_LABELS
        if field.key is HeaderKey.CAST or is_list:
            yield field


def _with_labels_joined(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Join "actor: Jo Smith" and "role: Mara", written on lines of their own, into one row."""
    waiting: _Row | None = None
    for row in rows:
        label = row.left.strip(" \t-*•").casefold() if row.right and not row.is_sure else ""
        if label in ROLE_LABELS and waiting is not None:
            yield _Row(
                waiting.left, row.right, row.extra, Span(waiting.span.start, row.span.end), is_sure=True
            )
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = _Row(row.right, "", "", row.span, is_sure=False) if label in ACTOR_LABELS else row
    if waiting is not None:
        yield waiting


def _numbered(entries: Iterable[CastEntry]) -> Iterator[CastEntry]:
    """Count the billing: an actor of two roles keeps the first place."""
    billing: dict[str, int] = {}
    for entry in entries:
        place = billing.setdefault(fold(entry.actor), len(billing) + 1)
        yield CastEntry(entry.actor, entry.role, entry.names, entry.description, entry.span, place)


def _rows_of(field: HeaderField) -> Iterator[_Row]:
    lines = field.lines or ((field.value, field.span),)
    is_one_line = len(lines) == 1
    for text, span in lines:
        bullet = BULLET.match(text)
        start = bullet.end() if bullet else 0
        yield from _rows_of_line(text, start, span.start, is_one_line=is_one_line)


def _rows_of_line(text: str, start: int, offset: int, *, is_one_line: bool) -> Iterator[_Row]:
    """Read one line piece by piece: a piece without an actor describes the role before it."""
    row: _Row | None = None
    for piece_start, piece_end in _pieces(text, start):
        piece = text[piece_start:piece_end]
        span = Span(offset + piece_start, offset + piece_end)
        new = _parted(piece, span)
        if row is not None and row.right and not new.is_sure and not _begins_entry(new, is_one_line):
            row = _Row(
                row.left, row.right, _joined(row.extra, piece), Span(row.span.start, span.end), row.is_sure
            )
            continue
        if row is not None:
            yield row
        row = new
    if row is not None:
        yield row


def _begins_entry(row: _Row, is_one_line: bool) -> bool:
    """In a list on one line, a full name after a comma is the next actor, not a description."""
    left = clean_name(row.left)
    if not is_one_line or row.left.lstrip().startswith(("the ", "The ")):
        return False
    return is_full_name(left) or (bool(row.right) and NAME_ONLY.fullmatch(left) is not None)


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between commas and semicolons that stand outside brackets and quotes."""
    found: list[tuple[int, int]] = []
    for match in PIECE.finditer(text, start):
        if not match.group().strip():
            continue
        if found and NOT_A_BREAK.match(match.group()):
            found[-1] = (found[-1][0], match.end())
        else:
            lead = len(match.group()) - len(match.group().lstrip())
            found.append((match.start() + lead, match.start() + len(match.group().rstrip())))
    yield from found


def _parted(piece: str, span: Span) -> _Row:
    if plays := PLAYS.fullmatch(piece):
        return _Row(plays[1], plays[2], "", span, is_sure=True)
    if parentheses := PARENTHESES.fullmatch(piece):
        if NOTE.match(parentheses[2]):
            return _Row(parentheses[1], "", parentheses[2], span, is_sure=False)
        return _Row(parentheses[1], parentheses[2], "", span, is_sure=False)
    between = BETWEEN.search(piece)
    if between and between.start() and piece[between.end() :].strip():
        return _Row(piece[: between.start()], piece[between.end() :], "", span, is_sure=False)
    return _Row(piece, "", "", span, is_sure=False)


def _joined(extra: str, piece: str) -> str:
    return f"{extra}, {piece.strip()}" if extra else piece.strip()


def _ordered(rows: list[_Row], prose: str) -> Iterator[_Row]:
    """Yield the rows with the actor left, even of a list that names the characters first.

    The story tells which side is which: characters occur in it, actors hardly do.
    """
    words = frozenset(fold(prose).split())
    unsure = [row for row in rows if row.right and not row.is_sure]
    left = sum(_is_in_story(row.left, words) for row in unsure)
    right = sum(_is_in_story(row.right, words) for row in unsure)
    for row in rows:
        is_reversed = left > right and row.right and not row.is_sure
        yield _Row(row.right, row.left, row.extra, row.span, row.is_sure) if is_reversed else row


def _is_in_story(name: str, words: frozenset[str]) -> bool:
    folded = fold(clean_name(name)).split()
    return bool(folded) and (folded[0] in words or folded[-1] in words)


def _entries_of(rows: Iterable[_Row]) -> Iterator[CastEntry]:
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


def _role_and_description(row: _Row) -> tuple[str, str]:
    """Part "Mara – a nurse" and "Mara, Tom's sister" into the role and what is told of it."""
    role = row.right.strip()
    cut = ROLE_END.search(role)
    head, tail = (role[: cut.start()], role[cut.start() :].strip(" –—-:.")) if cut else (role, "")
    note = re.search(r"\s*\(([^()]*)\)\s*$", head)
    if note and NOTE.match(note[1]):
        head, tail = head[: note.start()], _joined(note[1], tail) if tail else note[1]
    description = ", ".join(part for part in (tail, row.extra) if part)
    return clean_name(without_age(head)) or head.strip(), description
