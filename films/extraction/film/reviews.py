"""What a review tells of its film in passing: the title it sets apart, who made it, who plays whom.

"_Salt_ was made in 1974 by Ida Holm … Tom Day shines as her gruff brother Ivo."
"""

import re
from collections.abc import Iterator

from films.extraction.film.film_lead import SMALL_WORD, TITLE_WORD
from films.extraction.film.name_shapes import NAME, clean_name, is_full_name, without_start_word
from films.extraction.parsed import Parsed
from films.folding import fold
from films.reading.document import Passage, Span

YEAR = r"(?:18|19|20)\d\d"
TITLE = rf"{TITLE_WORD}(?:[ ](?:{TITLE_WORD}|{SMALL_WORD})){{0,9}}[.!?]?"
SET_APART = (
    rf"(?:[\"“](?P<quoted>{TITLE}),?[\"”]|(?<![\w*_])[*_]{{1,3}}(?P<marked>{TITLE})[*_]{{1,3}}(?![\w*_]))"
)
# `"Salt" (1974)`, `_Salt_ was made in`, `I watched "Salt"`, `This week's film is "Salt"`.
BEFORE = (
    r"(?:(?:\b(?:re)?watch(?:ed|ing)?|\bsaw|\bfilm(?: is|:)?|\bmovie(?: is|:)?|\bpicture(?: is|:)?"
    r"|\breview(?:ed|ing)?(?: of|:)?)\s)"
)
BEHIND = (
    rf"(?:\s?\([^()]{{0,60}}\b{YEAR}\)|(?:\s?\([^()]{{0,60}}\))?\s(?:is|was)\s(?:an?|the|[A-Z][\w.]+\s[A-Z][\w.]+['’]s"
    r"|made|directed|shot|filmed|released|produced)\b|,?\s(?:directed\s)?by\s[A-Z])"
)
SECOND = SET_APART.replace("P<quoted", "P<named").replace("P<marked", "P<styled")
COMPARED = r"(?<!\blike\s)(?<!\bthan\s)(?<!\bof\s)(?<!\bfrom\s)(?<!\bafter\s)(?<!\bwith\s)(?<!\band\s)"
TITLED = re.compile(rf"{BEFORE}{SET_APART}|{COMPARED}{SECOND}(?={BEHIND})")
# Within a story only what no story says: `“Salt” (1974) opens`, `the 1974 drama “Salt” (PG, 1:37)`, and at
# its head `“Salt” follows a cook`.
KIND = r"(?:film|movie|picture|drama|comedy|thriller|western|musical|romance|adventure|documentary)"
OPENS = (
    r"(?:opens|begins|starts|follows|tells|stars|cent(?:er|re)s|revolves|concerns"
    r"|takes\splace|is\sset|is\sabout|will)"
)
BY_BEHIND = re.compile(rf"[\"”’_*](?:\s\([^()]{{1,40}}\))?,?\s(?:directed\s)?by\s(?P<maker>{NAME})")
QUOTED = rf"[\"“‘](?P<quoted>{TITLE}),?[\"”’]"
TITLED_AND_DATED = re.compile(
    rf"{COMPARED}(?<![\w]){QUOTED}(?=\s\((?:[^()]{{0,60}}\b)?{YEAR}\))"
    rf"|\b(?P<year>{YEAR})\s(?:[\w-]+\s){{0,3}}{KIND},?\s{QUOTED.replace('quoted', 'named')}"
)
A_YEAR = re.compile(YEAR)  # most stories have none, and are not searched again
TITLED_AT_HEAD = re.compile(rf"(?:\A|\n)\s*{QUOTED}(?=\s(?:\w+\s)?{OPENS}\b)")
LONG = re.compile(r"\s?\((?:[^()]{0,20},\s)?(?P<hours>[1-4]):(?P<minutes>[0-5]\d)\)")
YEAR_BEHIND = re.compile(
    rf"[\"”*_,]{{0,4}}(?:\s\([^()]{{0,60}}?\b(?P<year>{YEAR})\)|[^.\n]{{0,40}}\bfrom\s(?P<from>{YEAR})\b)"
)
MADE_BY = re.compile(
    rf"(?:[\"”_*](?:\s\([^()]{{1,40}}\))?,?\sby\s|\b(?:made|shot|filmed)(?:\sin\s{YEAR})?\sby\s|[\"”_*]\s\((?=[^()\d]*,\s{YEAR}\)))(?P<maker>{NAME})"
    rf"|(?P<owner>{NAME})['’]s?\s(?:{YEAR}\s)?(?:first|second|third|fourth|fifth|sixth|debut|latest|last|final|new)\s(?:feature\s)?(?:film|movie|feature|picture)\b"
)
DESCRIBED = r"(?:(?:the|an?|his|her|their|its)\s(?:[a-z][\w'’-]*,?\s){1,6}?)?"
SHINING = re.compile(
    rf"(?P<actor>{NAME})(?:,\s(?:who|whose)\s[^.;]{{1,80}}?,|\s\([^()]{{1,60}}\),?)?\s(?:[a-z][\w'’-]*,?\s){{0,7}}?"
    rf"(?<!well\s)(?<!such\s)(?<!known\s)as\s{DESCRIBED}(?P<role>{NAME})"
)
PLAYING = re.compile(rf"(?P<actor>{NAME})\s(?:plays|portrays|is)\s{DESCRIBED}(?P<role>{NAME})")


def titles_told(parsed: Parsed) -> Iterator[tuple[str, Span]]:
    """Yield the titles that the passages about the film set apart, with their clean spans, in text order.

    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> text = b"It stars Jo Smith. _Salt_ was made in 1974 by Ida Holm."
    >>> next(titles_told(parse_document(read_text("a.txt", text))))[0]
    'Salt'
    """
    for passage in parsed.document.passages:
        text = parsed.prose.text[passage.start : passage.end]
        for match in _titles_in(text, is_telling=passage.is_telling):
            group = next(name for name, value in match.groupdict().items() if value and name != "year")
            yield match[group], Span(passage.start + match.start(group), passage.start + match.end(group))


def _titles_in(text: str, *, is_telling: bool) -> Iterator[re.Match[str]]:
    if not is_telling:
        yield from TITLED.finditer(text)
    if A_YEAR.search(text):
        yield from TITLED_AND_DATED.finditer(text)
    if is_telling and (match := TITLED_AT_HEAD.search(text)):
        yield match


def year_behind(parsed: Parsed, title: Span) -> tuple[str, Span] | None:
    """Return the year beside a title: `"Salt" (Jo Orr, 1974)`, `"Salt", from 1974`, `1974 film "Salt"`."""
    for before in TITLED_AND_DATED.finditer(parsed.prose.text, max(0, title.start - 80), title.end + 80):
        if before["year"] and before.span("named") == (title.start, title.end):
            return before["year"], Span(*before.span("year"))
    match = YEAR_BEHIND.match(parsed.prose.text, title.end)
    group = "year" if match and match["year"] else "from"
    return (match[group], Span(*match.span(group))) if match else None


def minutes_behind(parsed: Parsed, title: Span) -> tuple[str, Span] | None:
    """Return the running time that stands behind a title in hours and minutes: `"Salt" (PG, 1:37)`."""
    match = LONG.match(parsed.prose.text, title.end + 1)
    return (str(60 * int(match["hours"]) + int(match["minutes"])), Span(*match.span())) if match else None


def makers_told(parsed: Parsed) -> Iterator[tuple[str, int, int]]:
    """Yield who made the film, by full name, and the clean offsets of the words that say so."""
    for passage, text in _about(parsed):
        for match in MADE_BY.finditer(text):
            name = clean_name(without_start_word(match["maker"] or match["owner"]))
            if is_full_name(name):
                yield name, passage.start + match.start(), passage.start + match.end()
    for _, title in titles_told(parsed):
        behind = BY_BEHIND.match(parsed.prose.text, title.end)
        if behind and is_full_name(name := clean_name(behind["maker"])):
            yield name, title.start, behind.end()


def players_told(parsed: Parsed) -> Iterator[tuple[str, str, int, int]]:
    """Yield actor and role, with clean offsets, where the story knows the role and not the actor."""
    found = [
        (match, passage.start)
        for passage, text in _about(parsed)
        for pattern in (SHINING, PLAYING)
        for match in pattern.finditer(text)
    ]
    told = _words_told(parsed) if found else frozenset[str]()
    for match, start in found:
        actor = clean_name(without_start_word(match["actor"]))
        role = match["role"].strip()
        is_role = fold(role).split()[0] in told or fold(role).split()[-1] in told
        if is_full_name(actor) and is_role and fold(actor).split()[-1] not in told:
            yield actor, role, start + match.start(), start + match.end()


def _about(parsed: Parsed) -> Iterator[tuple[Passage, str]]:
    for passage in parsed.document.passages:
        if not passage.is_telling:
            yield passage, parsed.prose.text[passage.start : passage.end]


def _words_told(parsed: Parsed) -> frozenset[str]:
    tellings = (p for p in parsed.document.passages if p.is_telling)
    return frozenset(word for p in tellings for word in fold(parsed.prose.text[p.start : p.end]).split())
