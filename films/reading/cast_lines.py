"""Lines of a cast by their form alone: "MARA VELL .... Jo Smith", "Jo Smith as Mara", rows of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from films.reading.lines import Line, folded_key, header_key, keyed

WORD = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
QUOTED = r"[\"“'‘(][^\"“”()\n]{1,20}[\"”'’)]"
PARTICLE = r"(?:de|la|le|du|del|della|di|da|dos|van|von|der|den|of|the|and|&|/)"
NAME = rf"(?:[Tt]he )?{WORD}(?:[ \u00a0](?:{WORD}|{QUOTED}|{PARTICLE}(?=[ \u00a0]))){{0,6}}"
PARTED = re.compile(
    rf"[\s*•·▪◦–—-]*(?P<one>{NAME})"
    r"(?:\s*\.{3,}\s*|\s*…+\s*|[ ]*\t+\s*|\s+(?:[-–—]{1,2}|&[mn]dash;)\s+|\s+as\s+|"
    r",?\s+(?:is\s|was\s)?(?:played|portrayed|voiced)\s+by\s+)"
    rf"(?P<other>{NAME})(?:\s*\([^()]{{1,60}}\))?[,;]?\s*"
)
LISTED_AS = re.compile(rf"[\s*•·▪◦–—-]*{NAME}\s+as\s+(?:the\s+|an?\s+)?\w")
PLACED = re.compile(r"\s*\|\s*[\w ]{1,40}=")  # a parameter of a wiki template, no row of a table
WIKI_ROW = re.compile(r"[|!][^|!=]+(?:\|\||!!)")
ACTORS = frozenset(
    {"actor", "actress", "actor actress", "cast", "cast member", "name", "performer", "player"}
    | {"played by", "portrayed by", "portrayer", "voice", "voiced by", "voice actor", "star"}
)
ROLES = frozenset({"role", "roles", "character", "characters", "character name", "part", "as", "plays"})
FEWEST = 2  # lines without a heading that make a cast


@dataclass(frozen=True, slots=True)
class Table:
    """The head of a table of a cast: which column holds the actors, which the roles."""

    actor: int
    role: int


def is_cast_line(line: Line) -> bool:
    """Does the line set two names side by side, and name no fact of the film?

    >>> is_cast_line(Line("MARA VELL ....... Jo Smith", 0)), is_cast_line(Line("Director - Jo Smith", 0))
    (True, False)
    """
    match = PARTED.fullmatch(line.text)
    if match is None or not ({" ", "\u00a0"} & set(match["one"] + match["other"])):
        return False
    found = keyed(line)
    return found is None or header_key(found.key) is None


def cast_run(lines: Sequence[Line], at: int) -> list[Line]:
    """Return the lines of a cast that begin at a line, of which two differ; empty lines may part them."""
    found: list[Line] = []
    for i in range(at, len(lines)):  # not a slice: that would copy the rest of the text at every line
        line = lines[i]
        if is_cast_line(line):
            found.append(line)
        elif not line.is_blank:
            break
    return found if len({line.text.strip() for line in found}) >= FEWEST else []


def lists_a_role(line: Line) -> bool:
    """Is this an item "Jo Smith as Mara Vell, who …", however much is told of the role?"""
    return line.is_listed and LISTED_AS.match(line.text) is not None


def cells(line: Line) -> list[str]:
    """Return the cells of a table's row, or nothing for any other line.

    >>> cells(Line("| Jo Smith | Mara |", 0))
    ['Jo Smith', 'Mara']
    """
    text = line.text.strip()
    if WIKI_ROW.match(text):
        return [cell.strip(" *_'[]") for cell in re.split(r"\|\||!!", text[1:])]
    if not text.startswith("|") or PLACED.match(text) or text.count("|") < 2 or line.is_rule:
        return []
    return [cell.strip(" *_'[]") for cell in text.strip("|").split("|")]


def table_of(line: Line) -> Table | None:
    """Read a row as the head of a table of a cast: "| Character | Played by |"."""
    labels = [folded_key(cell) for cell in cells(line)]
    actor = next((i for i, label in enumerate(labels) if label in ACTORS), None)
    role = next((i for i, label in enumerate(labels) if label in ROLES), None)
    return Table(actor, role) if actor is not None and role is not None else None


def row_value(row: Sequence[str], table: Table) -> str:
    """Return a row with the actor first: "Jo Smith | Mara Vell, an innkeeper"."""
    if len(row) <= max(table.actor, table.role) or not row[table.actor]:
        return ""
    notes = [cell for i, cell in enumerate(row) if i not in (table.actor, table.role) and cell]
    return f"{row[table.actor]} | {', '.join([row[table.role], *notes])}"
