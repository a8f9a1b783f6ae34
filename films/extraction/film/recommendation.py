"""A post that recommends a film: "You should see The Salt Inn, it's by Ida Holm, 1974, 97 minutes."

Only the beginning of a document without a header is read so, and only where somebody speaks to readers.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from films.extraction.film.film_lead import SMALL_WORD
from films.extraction.film.name_shapes import NAME, UPPER
from films.extraction.parsed import Parsed
from films.reading.document import Span
from films.vocabulary import HeaderKey

BEGINNING = 900  # characters in which a post names its film
NEAR = 220  # characters behind a title in which its facts stand
TO_READERS = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Yy]ou|[Aa]nyone|[Aa]nybody|[Nn]obody|[Hh]i|[Hh]ello|[Hh]ey|[Gg]uys|[Tt]hread|[Ss]poilers?|OP"
    r"|[Rr]ecommend(?:ed|ation)?|[Cc]an['’]t believe|[Ii]t['’]s called)\b"
)
CUE = (
    r"(?:see|seen|saw|watch|watched|watching|named|mentioned|recommend|recommended|suggest|suggested|called|titled|try"
    r"|check\sout|it['’]s|is\sit|think\sof|thinking\sof|talk\sabout|post\sabout|review\sof|looking\sfor)"
)
WORD = rf"[{UPPER}\d][\w'’&-]*:?"
TITLE = re.compile(
    rf"\b(?i:{CUE})\s(?:the\s(?:film|movie)\s)?[\"“'‘*_]?"
    rf"(?P<title>(?!I\b){WORD}(?:[ ](?:{WORD}|{SMALL_WORD})){{0,8}}?)[\"”'’*_]?"
    r"(?=\s*[(,.?!:;–—-]|\s(?!of\b)[a-z\"”]|\s*$)"
)
YEAR = r"(?P<year>(?:18|19|20)\d\d)"
MADE = r"(?:made|directed|shot|filmed|helmed|written\sand\sdirected)"
BY = (
    re.compile(rf"\b(?:{MADE}\s)?by\s(?P<director>{NAME}),?\s(?:in\s|from\s)?\(?{YEAR}\b"),
    re.compile(rf"\b(?:that|which|and)\s(?P<director>{NAME})\s{MADE}\s(?:it\s)?(?:back\s)?in\s{YEAR}\b"),
    re.compile(rf"\b{MADE}\sby\s(?P<director>{NAME})"),
    re.compile(rf"\b(?P<director>{NAME})\s(?:made|directed)\sit\b"),
)
DATED = re.compile(rf"(?:\s*[\"”'’*_]?\s*\((?:[^()]{{0,30}},\s)?|\bfrom\s|,\s){YEAR}\b")
MINUTES = re.compile(
    r"(?:\b(?:runs?|lasts?|running\stime\sis|clocks\sin\sat|is)\s(?:for\s)?|,\s|\()"
    r"(?:about\s|around\s|roughly\s|just\s|only\s|over\s|under\s|some\s|nearly\s|almost\s)?"
    r"(?P<minutes>\d{2,3})\s?(?:minutes|mins?)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with its clean offsets."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a post says of its film."""

    title: Told
    year: Told | None
    minutes: Told | None
    director: Told | None


@lru_cache(maxsize=2)  # facts, credits and names ask for it
def find_recommendation(parsed: Parsed) -> Recommendation | None:
    """Return what a post tells of the film that it recommends, if the document is one.

    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> text = "You should see Salt, it's by Jo Smith, 1974, 97 minutes. Mara sails."
    >>> found = find_recommendation(parse_document(read_text("a.txt", text.encode())))
    >>> found.title.value, found.director.value, found.year.value, found.minutes.value
    ('Salt', 'Jo Smith', '1974', '97')
    """
    beginning = parsed.prose.text[:BEGINNING]
    if parsed.document.fields_of(HeaderKey.TITLE) or not TO_READERS.search(beginning):
        return None
    found = (_told_of(beginning, title) for title in TITLE.finditer(beginning))
    return next((told for told in found if told is not None), None)


def _told_of(text: str, title: re.Match[str]) -> Recommendation | None:
    """Return the facts behind a title; without a year or a director it may be anything's name."""
    start, end = title.end("title"), title.end("title") + NEAR
    by = next((match for pattern in BY if (match := pattern.search(text, start, end))), None)
    dated = DATED.match(text, start, end) or DATED.search(text, start, end)
    year = by if by is not None and by.groupdict().get("year") else dated
    if by is None and (dated is None or dated.start() > start):
        return None
    return Recommendation(
        title=Told(title["title"], Span(*title.span("title"))),
        year=_told(year, "year"),
        minutes=_told(MINUTES.search(text, start, end), "minutes"),
        director=_told(by, "director"),
    )


def _told(match: re.Match[str] | None, group: str) -> Told | None:
    return Told(match[group], Span(*match.span(group))) if match is not None else None
