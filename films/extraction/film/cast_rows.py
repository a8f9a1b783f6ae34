"""The rows of a cast list: what stands left and right of what parts actor and role.

"Jo Smith as Mara", "Mara .... Jo Smith", "Mara Vell, an innkeeper - Jo Smith", "Mara, played by Jo Smith",
"actor: Jo Smith, character: Mara": all are one row of two sides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from films.extraction.film.name_shapes import NAME, NAME_LIST, NAME_ONLY, UPPER, clean_name, is_full_name
from films.reading.document import HeaderField, Span

BULLET = re.compile(r"^\s*(?:[*•·▪–—-]|\d{1,2}[.)])\s+")
PIECE = re.compile(r"(?:\([^()]*\)|\"[^\"\n]*\"|“[^”\n]*”|[^,;()\"“]|[(\"“])+")
NOT_A_BREAK = re.compile(r"\s*(?:Jr|Sr|Esq|II|III|IV)\b\.?(?!\s*\w)", re.IGNORECASE)
PLAYS = re.compile(
    rf"\s*(?:and\s+|&\s+|with\s+)?({NAME_LIST})[^\S\n]+(?:as|plays|portrays|is|voices)[^\S\n]+(.+)", re.DOTALL
)
PLAYED = re.compile(
    r"\s*(?P<role>[^()]{2,80}?)[\s,–—-]*\(?\b(?:is\s+|was\s+)?(?:played|portrayed|voiced|performed)\s+by:?\s+"
    rf"(?P<actor>{NAME_LIST})\)?[\s.,;]*(?P<rest>.{{0,300}})"
)
DESCRIBED = re.compile(
    rf"\s*(?P<role>{NAME}),\s(?P<told>[^,;|\t]{{3,60}}(?:,\s[^,;|\t]{{3,60}})?)"
    rf"(?:\s+[-–—]+\s+|\s*\.{{2,}}\s*|\s*…\s*|\s*\t\s*|\s*:\s+)(?P<actor>{NAME})\s*"
)
BRACKETED = re.compile(
    rf"\s*(?P<role>{NAME})\s+\((?P<actor>{NAME})\)(?:\s*[-–—:,]+\s*|\s+(?=who\b|is\b))(?P<told>.{{3,400}})"
)
LABELLED = re.compile(
    r"(?P<key>\b(?:actor|actress|performer|player|name|role|character|part|as))[\"']?\s*[:=]\s*[\"']?"
    r"(?P<value>[^\"',;{}\n]{2,60})",
    re.IGNORECASE,
)
AND = re.compile(rf"\s*(?:and|&|with)\s+(?=[{UPPER}])")
BETWEEN = re.compile(r"\s*(?:\.{2,}|…|\t+|→|=>|={1,2}|\|)\s*|\s+[-–—]+\s+|\s*:\s+|\s{3,}")
PARENTHESES = re.compile(r"\s*([^()]+?)\s*\(([^()]+)\)\s*")
NOTE = re.compile(
    r"(?:voice|uncredited|cameo|singing|archive|narrat|credited|deceased|special|as )", re.IGNORECASE
)
ROLE_LABELS = frozenset({"role", "character", "as", "part", "plays"})
ACTOR_LABELS = frozenset({"actor", "actress", "name", "player", "performer", "person"})


@dataclass(frozen=True, slots=True)
class Row:
    """What stands left and right of a separator in a cast list; `is_sure` where "as" parts them."""

    left: str
    right: str
    extra: str
    span: Span
    is_sure: bool


def rows_of(field: HeaderField) -> Iterator[Row]:
    """Yield the rows of a cast list, in order."""
    return _with_labelsjoined(_rows_of(field))


def _with_labelsjoined(rows: Iterable[Row]) -> Iterator[Row]:
    """Join "actor: Jo Smith" and "role: Mara", written on lines of their own, into one row."""
    waiting: Row | None = None
    for row in rows:
        label = row.left.strip(" \t-*•").casefold() if row.right and not row.is_sure else ""
        if label in ROLE_LABELS and waiting is not None:
            yield Row(
                waiting.left, row.right, row.extra, Span(waiting.span.start, row.span.end), is_sure=True
            )
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = Row(row.right, "", "", row.span, is_sure=False) if label in ACTOR_LABELS else row
    if waiting is not None:
        yield waiting


def _rows_of(field: HeaderField) -> Iterator[Row]:
    lines = field.lines or ((field.value, field.span),)
    is_one_line = len(lines) == 1
    for text, span in lines:
        bullet = BULLET.match(text)
        start = bullet.end() if bullet else 0
        whole = _whole_line(text[start:], Span(span.start + start, span.end), is_one_line=is_one_line)
        if whole is not None:
            yield whole
        else:
            yield from _rows_of_line(text, start, span.start, is_one_line=is_one_line)


def _whole_line(text: str, span: Span, *, is_one_line: bool) -> Row | None:
    """Read a line that is one row whatever commas it has: "Mara, a nurse, played by Jo Smith"."""
    labelled = {match["key"].casefold(): match["value"].strip() for match in LABELLED.finditer(text)}
    actor = next((labelled[key] for key in labelled if key in ACTOR_LABELS), "")
    role = next((labelled[key] for key in labelled if key in ROLE_LABELS), "")
    if actor and role:
        return Row(actor, role, "", span, is_sure=True)
    if is_one_line:
        return None
    if played := PLAYED.fullmatch(text):
        role, _, told = played["role"].partition(",")
        return Row(played["actor"], role, joined(told.strip(" ,"), played["rest"]), span, is_sure=True)
    if bracketed := BRACKETED.fullmatch(text):
        return Row(bracketed["role"], bracketed["actor"], bracketed["told"], span, is_sure=False)
    if (described := DESCRIBED.fullmatch(text)) and not is_full_name(described["told"]):
        return Row(described["role"], described["actor"], described["told"], span, is_sure=False)
    return None


def _rows_of_line(text: str, start: int, offset: int, *, is_one_line: bool) -> Iterator[Row]:
    """Read one line piece by piece: a piece without an actor describes the role before it."""
    row: Row | None = None
    for piece_start, piece_end in _pieces(text, start):
        piece = text[piece_start:piece_end]
        span = Span(offset + piece_start, offset + piece_end)
        new = _parted(piece, span)
        if row is not None and row.right and not new.is_sure and not _begins_entry(new, is_one_line):
            row = Row(
                row.left, row.right, joined(row.extra, piece), Span(row.span.start, span.end), row.is_sure
            )
            continue
        if row is not None:
            yield row
        row = new
    if row is not None:
        yield row


def _begins_entry(row: Row, is_one_line: bool) -> bool:
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
            joint = AND.match(match.group()) if found else None  # "Jo Smith, Al Brown, and Kim Orr"
            lead = joint.end() if joint else len(match.group()) - len(match.group().lstrip())
            found.append((match.start() + lead, match.start() + len(match.group().rstrip())))
    yield from found


def _parted(piece: str, span: Span) -> Row:
    if plays := PLAYS.fullmatch(piece):
        return Row(plays[1], plays[2], "", span, is_sure=True)
    if parentheses := PARENTHESES.fullmatch(piece):
        if NOTE.match(parentheses[2]):
            return Row(parentheses[1], "", parentheses[2], span, is_sure=False)
        return Row(parentheses[1], parentheses[2], "", span, is_sure=False)
    between = BETWEEN.search(piece)
    if between and between.start() and piece[between.end() :].strip():
        return Row(piece[: between.start()], piece[between.end() :], "", span, is_sure=False)
    return Row(piece, "", "", span, is_sure=False)


def joined(extra: str, piece: str) -> str:
    """Join what is told of a role."""
    return ", ".join(part for part in (extra, piece.strip()) if part)
