"""Lines that are of the page and not of its text: "YOUR RATING", "From the Salt Wiki", "Read more"."""

import re
from collections.abc import Sequence
from functools import cache

from films.reading.lines import Line
from films.reading.resources import entries

BYLINE = re.compile(
    r"(?:(?:(?:a|film|movie|guest) )?review(?:ed)?|posted|submitted|contributed|uploaded|(?:plot )?summary"
    r"|synopsis) by .{2,50}|posted (?:on|in|at) .{4,50}|filed under:? .{2,50}|[—–] ?\w[\w.-]{1,30}",
    re.IGNORECASE,
)
SITE = re.compile(
    r"From (?:the )?(?:[\w'’.-]+ ){0,4}(?:[Ww]ikipedia|[Ww]iki|Fandom|FANDOM)\b.{0,40}"
    r"|(?:[\w'’.-]+ ){1,4}(?:Wiki|Fandom|FANDOM)"
)
SUBJECT = re.compile(r"(?:(?:re|fwd?|aw)\s?:\s?)+.{0,120}", re.IGNORECASE)
CLOSING = re.compile(
    r"\W*(?:cheers|thanks|thank you|regards|best|(?:best|kind|warm) (?:wishes|regards)|greetings|yours|bye"
    r"|take care|sincerely|love)\b[^.?]{0,60}",
    re.IGNORECASE,
)
MOST_OF_SIGNATURE = 3  # words
# What wikis set beside the text, {{Use dmy dates|date=May 2019}}; boxes and lists hold text.
TEMPLATE = re.compile(
    r"(?:\{\{\s*(?!(?:infobox|film\b|cast|ubl|hlist|flatlist|plainlist|unbulleted|quote|blockquote|lang|nihongo)\b)"
    r"(?:[^{}\n]|\{\{[^{}\n]*\}\}){1,300}\}\}\s*)+",
    re.IGNORECASE,
)
WIKI_LINK = re.compile(r"(?:\[\[:?(?:category|file|image|media):[^\n]{1,300}\]\]\s*)+", re.IGNORECASE)
TRAIL = re.compile(
    r"(?:home|movies?|films?|tv|store|shop|browse|all)(?:\s+[/>›»|]\s+[^/>›»|\n]{1,60}){2,6}", re.IGNORECASE
)
RATED = re.compile(
    r"[★☆⭐*½]{0,5}\s*\d(?:[.,]\d)?(?:\s*/\s*(?:5|10))?\s*\([\d.,]+[km]?(?: \w+)?\)|[★☆⭐½\s]+", re.IGNORECASE
)
PRICED = re.compile(
    r"(?:(?:rent|buy|own|stream|watch|from|purchase)\s+)[\w ]{0,20}[$€£]\s?\d+[.,]\d\d", re.IGNORECASE
)
LONGEST = 60


def is_residue(line: Line) -> bool:
    """Is the line one that web pages set beside their text?

    >>> is_residue(Line("See all cast & crew", 0)), is_residue(Line("From Mara's wiki, Ivo learns it.", 0))
    (True, False)
    """
    whole = line.text.strip()
    if TEMPLATE.fullmatch(whole) or WIKI_LINK.fullmatch(whole) or TRAIL.fullmatch(whole):
        return True
    if RATED.fullmatch(whole) or PRICED.fullmatch(whole):
        return True
    text = whole.strip("[]•*…→»> ")
    if SUBJECT.fullmatch(text):
        return True
    if not text or len(text) > LONGEST:
        return False
    if SITE.fullmatch(text) or BYLINE.fullmatch(text):
        return text[-1] not in ".!?"
    return " ".join(text.lower().split()) in _lines()


def is_signature(lines: Sequence[Line], at: int) -> bool:
    """Is the line what ends a post or a letter: "Cheers" with the name of its writer below, or that name?"""
    text = lines[at].text.strip()
    below = [line for line in lines[at + 1 : at + 4] if not line.is_blank]
    if CLOSING.fullmatch(text):
        return len(below) <= 1 and all(_is_short(line) for line in below)
    above = [line for line in lines[max(0, at - 2) : at] if not line.is_blank]
    return (
        not below
        and bool(above)
        and _is_short(lines[at])
        and CLOSING.fullmatch(above[-1].text.strip()) is not None
    )


def _is_short(line: Line) -> bool:
    words = line.text.split()
    return len(words) <= MOST_OF_SIGNATURE and line.text.rstrip()[-1:] not in {".", "?", ":"}


@cache
def _lines() -> frozenset[str]:
    return frozenset(entries("page_residue.txt"))
