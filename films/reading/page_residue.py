"""Lines that are of the page and not of its text: "YOUR RATING", "From the Salt Wiki", "Read more"."""

import re
from functools import cache

from films.reading.lines import Line
from films.reading.resources import entries

BYLINE = re.compile(
    r"(?:(?:(?:a|film|movie|guest) )?review(?:ed)?|posted|submitted|contributed|uploaded|(?:plot )?summary"
    r"|synopsis) by .{2,50}|[—–] ?\w[\w.-]{1,30}",
    re.IGNORECASE,
)
SITE = re.compile(
    r"From (?:the )?(?:[\w'’.-]+ ){0,4}(?:[Ww]ikipedia|[Ww]iki|Fandom|FANDOM)\b.{0,40}"
    r"|(?:[\w'’.-]+ ){1,4}(?:Wiki|Fandom|FANDOM)"
)
LONGEST = 60


def is_residue(line: Line) -> bool:
    """Is the line one that web pages set beside their text?

    >>> is_residue(Line("See all cast & crew", 0)), is_residue(Line("From Mara's wiki, Ivo learns it.", 0))
    (True, False)
    """
    text = line.text.strip().strip("[]•*…→»> ")
    if not text or len(text) > LONGEST:
        return False
    if SITE.fullmatch(text) or BYLINE.fullmatch(text):
        return text[-1] not in ".!?"
    return " ".join(text.lower().split()) in _lines()


@cache
def _lines() -> frozenset[str]:
    return frozenset(entries("page_residue.txt"))
