"""The sentence with which an article on a film begins, and what it says.

"Salt (French: Sel) is a 1999 French-Belgian drama film directed by …" gives the title, the original
title, the year, countries, genres. Story prose ("Mara is a young film student") must give nothing.
"""

import re
from dataclasses import dataclass
from functools import cache

from films.extraction.film.durations import YEAR
from films.extraction.film.name_shapes import NAME, UPPER
from films.extraction.resources import read_list, read_pairs
from films.reading.document import Span

NOUN = (
    r"(?:[a-z]+-)?(?:films?(?:\snoir)?|movie|motion picture|moving picture|picture|feature(?!-length)|serial|"
    r"short|"
    r"documentary|mockumentary|docudrama|drama|comedy-drama|comedy|melodrama|thriller|western|Western|musical|biopic|cartoon|anthology|"
    r"featurette|miniseries|television special|special|romance|mystery|fantasy|adventure|horror|satire|farce|"
    r"action|crime)"
)
PLAIN_NOUN = re.compile(
    r"films?|movie|(?:motion |moving )?picture|feature(?!-length)|serial|short|special|television special"
)
MODE = r"(?:silent|short|sound|animated|television|TV|feature|black-and-white)"  # "comedy silent film"
STRONG_NOUN = re.compile(
    r"(?:films?(?:\snoir)?|movie|motion picture|moving picture|documentary|serial|biopic|cartoon)$"
)
LEAD = re.compile(
    rf"\s*(?P<title>[{UPPER}\d\"“'‘¡¿#$(\[….@*][^\n]{{0,110}}?)"
    rf"(?P<parens>(?:\s*\((?:[^()\n]|\([^()\n]*\)){{0,200}}\)){{0,2}})"
    r"(?:,?\s|—)(?:is|was)\s(?:(?:an?|the|one of the)\s|(?=(?:18|19|20)\d\d\s))"
    rf"(?P<kind>(?:[^\s.;:/]+/|[^\s.;:]+\s+|U\.S\.\s+|Bros\.\s+|[^\s.;:]+[.]\s(?=[A-Z])){{0,14}}?)"
    rf"(?P<noun>{NOUN})\b(?![ –/-]+(?:{MODE}\s)?{NOUN}\b)(?P<rest>[^\n]{{0,240}})"
)
TITLE_WORD = rf"[{UPPER}\d][\w'’&:!?-]*"
SMALL_WORD = r"(?:a|an|the|of|and|in|on|to|for|with|from|at|by|de|la|le)\b(?=\s+\w)"
IN_THE_FILM = re.compile(
    rf"\s*(?:In\s+)?(?:[Tt]he\s+|(?P<maker>{NAME})['’]s?\s+)(?P<kind>(?:[\w-]+\s+){{0,8}}?)"
    rf"(?P<noun>film|movie|picture)\s+[\"“'‘]?(?P<title>{TITLE_WORD}(?:\s+(?:{TITLE_WORD}|{SMALL_WORD}))*)"
    r"[\"”'’]?\s*(?P<parens>\([^()\n]{0,80}\))?\s*"
    r"(?=,|\(|\bis\b|\btells\b|\bfollows\b|\bstars\b|\.|\bdirected\b|$)"
)
THE_FILM = (
    r"(?:the|this|that|his|her) (?:film|movie|picture|story|plot|screenplay|script|book|novel|result|cast|"
    r"soundtrack|score|director|series|documentary|short|production|remake|sequel|original|serial|feature)"
)
NO_TITLE = re.compile(
    r"(?:it|this|that|there|he|she|they|we|i|who|here|what|his|her|another|one|"
    rf"(?i:{THE_FILM}))\b[\s,]*(?:[a-z].*)?"
)
TITLE_TAIL = re.compile(
    r"\salso\sknown\sas\b.*|(?:,\s|—)(?:(?:also|originally|better|sometimes|alternatively|later)\s\w+|known|based|re-?titled|released|titled|starring|directed|a\.?k\.?a|stylized|"
    r"stylised|written|or)\b.*"
)
STATEMENT = re.compile(r"\s(?:is|was)\s.*\b(?:film|movie|picture)\b")  # "Salt is his sixth film, it was a"
MADE = re.compile(
    r"\b(?:directed|starring|stars|produced|written|released|distributed|based|adapted|featuring|co-written|"
    r"co-produced|co-directed|created|made|from|by|animated|shot|filmed|about)\b"
)
SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z])|(?<=[a-z][.!?][\"”])\s+(?=[A-Z])|[;\t]")
# A year or "film" in brackets, but not what tells that a page is about another thing of the name.
OF_A_PAGE = re.compile(
    r"\s*[(\[](?![^()]*\b(?:game|novel|novella|comics?|manga|musical|album|song|opera|play|book|soundtrack)\b)"
    r"(?:(?:18|19|20)\d\d|[^()]*\b(?:film|movie|serial))[^()]*[)\]]$"
)
A_PERSON = re.compile(
    r"\b(?:man|woman|girl|boy|young|old|who|whose|famous|struggling|former|aspiring|successful|starring in|"
    r"working|retired|washed-up)\b"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The parts of a lead; spans are clean offsets. `kind` is what stands between article and "film"."""

    title: str
    title_span: Span
    parens: str
    parens_span: Span
    kind: str
    kind_span: Span
    sentence: Span

    @property
    def year(self) -> str | None:
        match = YEAR.search(self.kind)
        return match[1] if match else None


def find_lead(text: str, start: int, end: int, *, is_first: bool) -> Lead | None:
    """Return the lead that the paragraph `text[start:end]` begins with, if it is one.

    >>> lead = find_lead("Salt is a 1999 drama film directed by Jo Smith.", 0, 47, is_first=True)
    >>> lead.title, lead.year
    ('Salt', '1999')
    >>> find_lead("Mara is a young film student.", 0, 29, is_first=True)
    """
    if (match := LEAD.match(text, start, end)) and _is_lead(match):
        return _lead_of(match)
    if is_first and (match := IN_THE_FILM.match(text, start, end)) and YEAR.search(match["kind"]):
        return _lead_of(match)
    return None


def _lead_of(match: re.Match[str]) -> Lead:
    return Lead(
        title=clean_title(TITLE_TAIL.sub("", match["title"])),
        title_span=Span(*match.span("title")),
        parens=match["parens"] or "",
        parens_span=Span(*match.span("parens")) if match["parens"] else Span(0, 0),
        kind=match["kind"] + ("" if PLAIN_NOUN.fullmatch(match["noun"]) else match["noun"]),
        kind_span=Span(match.start("kind"), match.end("noun")),
        sentence=Span(*match.span()),
    )


def _is_lead(match: re.Match[str]) -> bool:
    """Does this sentence define a film? Its words between article and noun are those of films."""
    title, kind = match["title"], f"{match['kind']} {match['noun']}"
    if (
        NO_TITLE.fullmatch(title[:1].lower() + title[1:])
        or SENTENCE_END.search(title)
        or STATEMENT.search(title)
        or A_PERSON.search(kind)
    ):
        return False
    following = re.match(r"\s+([a-z]+)", match["rest"])
    if following and following[1] in read_list("not_film_heads"):
        return False
    has_year = YEAR.search(kind) or YEAR.search(match["parens"] or "")
    if has_year or _is_of_film_words(match["kind"]):
        return bool(STRONG_NOUN.search(match["noun"]) or has_year or MADE.match(match["rest"].strip()))
    return bool(STRONG_NOUN.search(match["noun"]) and MADE.match(match["rest"].strip()))


def _is_of_film_words(kind: str) -> bool:
    words = re.findall(r"[\w'’.-]+", kind.casefold())
    known = _film_vocabulary()
    return all(word in known or all(part in known for part in word.split("-")) for word in words)


@cache
def _film_vocabulary() -> frozenset[str]:
    phrases = {*read_list("genres"), *read_list("film_words"), *read_list("languages")}
    phrases |= read_pairs("demonyms").keys()
    return frozenset(word for phrase in phrases for word in (phrase, *phrase.split())) | {"language"}


def clean_title(text: str) -> str:
    """Return a title without quotes around it, underscores and a year or "film" in brackets.

    >>> clean_title("The_Salt_Road (1999 film)"), clean_title("The Salt Road (1999 video game)")
    ('The Salt Road', 'The Salt Road (1999 video game)')
    """
    title = re.sub(r"[_\s]+", " ", text).strip(" \t,:;*#=")
    title = OF_A_PAGE.sub("", title)
    quoted = re.fullmatch(r"[\"“”'‘’«](.+)[\"“”'’»]", title)
    return (quoted[1] if quoted and not re.search(r"[\"“”]", quoted[1]) else title).strip()
