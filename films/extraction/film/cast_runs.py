"""Casts that prose sets down without a verb: "Jo Smith as Mara Vell, Al Brown as Bruno Lorn"."""

import re
from collections.abc import Iterator

from films.extraction.film.cast_patterns import WHOLE_NAME
from films.extraction.film.name_shapes import NAME, clean_name, is_full_name, split_list, without_start_word
from films.extraction.parsed import Parsed

PAIR = rf"{NAME}\s+as\s+{WHOLE_NAME}(?=\s*(?:[,;.]|\band\b|&|$))"
RUN = re.compile(rf"{PAIR}(?:\s*(?:,|;|,?\s(?:and|&))\s*{PAIR})+")
ONE = re.compile(rf"(?P<actor>{NAME})\s+as\s+(?P<role>{WHOLE_NAME})")
JOINT = r"(?:\s*,\s*(?:(?:and|&)\s)?|\s(?:and|&)\s)"
# A sentence of names alone behind "with".
WITH_PLAYERS = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.!?)\]][ ]))(?:(?:Also\s)?[Ww]ith|Cast\sincludes:?)\s"
    rf"(?P<names>{NAME}(?:{JOINT}{NAME})+)"
    r"\.?(?=\s*(?:\n|\Z|[A-Z]))"
)
PLAYS = re.compile(
    rf"(?P<actor>{NAME})\s(?:plays|portrays)\s(?P<role>{WHOLE_NAME})(?=\s+as\s|\s*[,;.]|\sand\s|\swith\s)"
)
FEWEST = 2  # full names, so that "With Mara and Ivo." is none


def players_in_runs(parsed: Parsed) -> Iterator[tuple[str, str, int, int]]:
    """Yield actor, role (or nothing) and clean offsets.

    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> text = b"It is grand. Jo Smith as Mara Vell, Al Brown as Bruno Lorn. With Kim Orr and Tom Day."
    >>> [found[:2] for found in players_in_runs(parse_document(read_text("a.txt", text)))]
    [('Jo Smith', 'Mara Vell'), ('Al Brown', 'Bruno Lorn'), ('Kim Orr', ''), ('Tom Day', '')]
    """
    text = parsed.prose.text
    for run in RUN.finditer(text):
        for one in ONE.finditer(text, run.start(), run.end()):
            if is_full_name(actor := _actor(one["actor"])):
                yield actor, one["role"], *one.span()
    for match in WITH_PLAYERS.finditer(text):
        found = [(match.start("names") + a, match.start("names") + b) for a, b in split_list(match["names"])]
        names = [(clean_name(text[a:b]), a, b) for a, b in found]
        if sum(is_full_name(name) for name, _, _ in names) >= FEWEST:
            yield from ((name, "", a, b) for name, a, b in names)
    for match in PLAYS.finditer(text):
        actor = _actor(match["actor"])
        is_once = text.count(actor.split()[-1]) == 1  # who acts in the story is told of again
        if is_once and is_full_name(actor) and is_full_name(match["role"]):
            yield actor, match["role"], *match.span()


def _actor(name: str) -> str:
    return clean_name(without_start_word(name))
