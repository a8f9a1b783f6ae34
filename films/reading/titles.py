"""A title that stands on a line of its own above everything else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from films.reading.catalogue import catalogue_fields
from films.reading.document import HeaderField, Span
from films.reading.lines import HEADING, Line, header_key, keyed, section_kind
from films.reading.markup import STYLE
from films.reading.page_residue import is_residue
from films.reading.resources import entries
from films.reading.values import facts_of, field_at, keyless_field, plain, unmarked_field
from films.vocabulary import HeaderKey

TITLE = re.compile(
    r"[\s\ufeff]*(?:[•·▪]\s+)?(?:#{1,6}|={1,6}|[*_]{1,3}|'{2,5}|\[)?\s*[\"“']?(?P<title>\S.*?)[\"”']?"
    r"\s*(?:#{1,6}|={1,6}|[*_]{1,3}|'{2,5}|\])?(?:\s+[*★☆⭐]{1,5}(?:½|\s?1/2)?)?\s*"  # of so many stars
)
CREDITED = re.compile(
    r"[\s\ufeff]*[\"“'*_#]{0,3}\s*(?P<title>[^()]{1,80}?)[\"”'*_]{0,3}\s*\((?P<year>(?:18|19|20)\d\d)\)\s*[,–—-]?\s*"
    r"(?:directed by|dir\.?(?: by)?|a film by)\s+(?P<director>[A-Z].{2,80}?)\.?\s*"
)
YEAR = re.compile(
    r"[\"”'*_]{0,3}\s*(?:[(\[](?:[^()\[\]]{1,40}[,;] )?|[,–-]\s*)"
    r"(?P<year>(?:18|19|20)\d\d)(?: (?:[\w-]+ ){0,2}(?:film|movie|serial))?\s*[)\]]?\s*$"
)
# A title with facts in brackets: `The Salt Road (1987, dir. Ida Holm, 97 min)`.
FACTED = re.compile(
    r"[\s\ufeff]*[\"“'*_#]{0,3}\s*(?P<title>[^()]{1,80}?)[\"”'*_]{0,3}\s*\((?P<year>(?:18|19|20)\d\d)\b"
    r"(?=[,;|·•/])(?:[^()]{0,40}[,;|·•/]\s*(?:dir(?:\.|ector:?|ected)?(?: by)?)\s+"
    r"(?P<director>[A-Z][^,;|·•/()]{2,60}))?"
    r"(?:[^()]{0,40}?[,;|·•/]\s*(?P<runtime>\d{1,3} ?m(?:in(?:ute)?s?)?\b\.?))?[^()]{0,80}\)\s*"
)
# As books cite films: `The Salt Road — Ida Holm — 1987`.
CITED = re.compile(
    r"[\s\ufeff]*[\"“'*_#]{0,3}\s*(?P<title>[^()]{1,80}?)[\"”'*_]{0,3}\s+[–—|·•/-]\s+"
    r"(?:(?:dir\.?(?:ected)?(?: by)?\s+)?(?P<director>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})"
    r"\s+[–—|·•/-]\s+)?"
    r"\(?(?P<year>(?:18|19|20)\d\d)\)?\s*"
)
BY = re.compile(
    r"[\s\ufeff]*[\"“'*_#]{0,3}\s*(?P<title>[^()]{1,80}?)[\"”'*_]{0,3},?\s+(?:a film\s+)?by\s+"
    r"(?P<director>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})\s*\((?P<year>(?:18|19|20)\d\d)\)\s*"
)
# A title with others behind it: `Il sale (The Salt / Brine)`, `Il sale (aka The Salt)`.
WITH_OTHERS = re.compile(
    r"[\s\ufeff]*[\"“'*_#]{0,3}\s*(?P<title>[^()]{1,80}?)[\"”'*_]{0,3}\s+"
    r"\((?:(?:aka|a\.k\.a\.|also known as|or|i\.e\.|orig(?:\.|inal)(?: title)?|English(?: title)?):?\s+"
    r"(?P<original_title>[^()/]{2,80})"
    r"|(?P<one>[^()/\d]{2,80}?)\s+/\s+[^()\d]{2,100})\)\s*",
    re.IGNORECASE,
)
# `The Salt Road – dir. Ida Holm`; `THE SALT ROAD (Brine), Italy`.
DIRECTED = re.compile(
    r"[\s\ufeff]*[\"“'‘*_#]{0,3}\s*(?P<title>[^()]{1,80}?)[\"”'’*_]{0,3}\s+[–—|·•-]\s+"
    r"(?:dir(?:\.|ected)?(?: by)?|a film by)\s+(?P<director>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})\s*"
)
OF_A_COUNTRY = re.compile(
    r"[\s\ufeff]*(?P<title>[^()]{1,80}?)\s+\((?P<original_title>[^()\d]{2,80})\),\s+"
    r"(?P<country>[A-Z][A-Za-z]+(?:[ /][A-Z][A-Za-z]+){0,3})\s*"
)
# `Salt | Italy | 1987 | 97’`; `“Salt” (Short Film): A night by the sea`, `‘Salt,’ asks who may go home`.
PIPED = re.compile(
    r"[\s\ufeff]*(?P<title>[^|]{1,80}?)\s+\|\s+(?P<rest>[^|]{2,60}(?:\s+\|\s+[^|]{1,60}){1,5})\s*"
)
QUOTED_HEAD = re.compile(
    r"[\s\ufeff]*[\"“‘](?P<title>[A-Z\d][^\"“”‘’.!?]{1,80}?(?:[’'][^\"“”‘’.!?]{1,60}?)?),?[\"”’]"
    r"(?:\s*\([^()]{2,30}\))?[:,]?\s+\S[^.]*[^.!?\s]\s*"
)
# "Friday, February 28, 2020", above what was written on that day.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    r"\W*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+\d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)\W*",
    re.IGNORECASE,
)
# "Film Review: The Salt Road", "The Salt Road: Review".
REVIEWED = re.compile(
    r"\s*(?:(?:classic|film|movie|cinema|dvd|blu-ray)\s+)*review\s*[:–—-]\s*(?=\S)", re.IGNORECASE
)
REVIEW = re.compile(
    r"(?<=\S)(?:\s*[:–—-]\s*(?:an?\s+)?(?:film\s+|movie\s+)?|\s(?:film|movie)\s)review\s*$", re.IGNORECASE
)
IN_CAPITALS = re.compile(r"(?<![\w.])[A-Z][A-Z\d'’&:-]+(?:\s[A-Z\d][A-Z\d'’&:-]*)*(?![\w.])")
OF_A_FILM = r"[\"”'’*_]{0,2},?\s+(?:is|was|will|tells|follows|stars|starring|directed|written|produced)\b"
SHORTEST_IN_CAPITALS = 5  # letters: "USA" and "WW2" are no titles
BRACKETED = re.compile(r"\s*\[(?P<title>[A-Z][^\[\]\d]{1,80})\](?=[A-Z\"'“])")
CHAPTER = re.compile(
    r"\W*(?:(?:part|chapter|act|scene|episode|book)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven)"
    r"|prologue|epilogue|prelude|introduction|opening)\b",
    re.IGNORECASE,
)
FIRST = re.compile(r"\b(?:1|i|one)\b|\W*(?:prologue|prelude|introduction|opening)", re.IGNORECASE)
DATED = re.compile(r"\S.*\((?:18|19|20)\d\d(?: (?:film|movie))?\)\W{0,3}")
OF_THE_FILM = re.compile(r"\b(?:is|was)\b.*\b(?:film|movie|picture|serial)\b")  # a statement, and no title
RATING = re.compile(r"(?:\s*\((?:U|PG|PG-13|12A?|15|18|R|NC-17)\)|\s*[★☆✩✭½]{1,6})\s*$")  # behind a title
ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|[JSDM]r|Mrs|St|Sgt|Lt|Capt|Col|Gen|No|Vol|Pt|Inc|Ltd|Co|Corp|Bros|Hrs?|Mins?|Secs?|Ave|Esq|vs)\.$"
)
LONGEST_TITLE = 100
MOST_WORDS = 14
UNDERLINE = re.compile(r"[=-]{3,}\s*")
MARKED = re.compile(r"[\s\ufeff]*(?:#{1,6}(?=\s|\w)|={1,6}|[*_]{2}|'{3,5})")


@dataclass(frozen=True, slots=True)
class TitleLine:
    """Which line holds the title, and what of it is prose after all."""

    index: int
    rest: tuple[Line, ...] = ()


def title_line(lines: Sequence[Line]) -> TitleLine | None:
    """Find the title line: the first line with words, if it reads and stands like a title."""
    index = next((i for i, line in enumerate(lines) if not (_is_empty(line) or is_date(line))), None)
    if index is None:
        return None
    line = without_review(lines[index])
    if bracketed := BRACKETED.match(line.text):
        end = bracketed.end()
        return TitleLine(index, (Line(line.text[end:], line.start + end),))
    if not _reads_like_title(line, lines[index + 1 :]) or _is_keyed(line):
        return None
    below = lines[index + 1 : index + 40]
    return TitleLine(index) if _stands_like_title(line, below) else None


def is_date(line: Line) -> bool:
    """Is the line the day on which a page was written, and nothing else?"""
    return DATE.fullmatch(line.text) is not None


def without_review(line: Line) -> Line:
    """Return a headline without the words that call the page a review: "Film Review: Salt"."""
    before, behind = REVIEWED.match(line.text), REVIEW.search(line.text)
    start, end = before.end() if before else 0, behind.start() if behind else len(line.text)
    return Line(line.text[start:end], line.start + start) if start < end else line


def named_in_capitals(line: Line, following: Sequence[Line]) -> Line:
    """Return of the headline "Drama SALT ROAD To Be Released" the title, if the text calls a film so."""
    text = "\n".join(other.text for other in following)
    for found in IN_CAPITALS.finditer(line.text) if not line.text.isupper() else ():
        is_long = sum(map(str.isalpha, found.group())) >= SHORTEST_IN_CAPITALS
        if is_long and re.search(rf"\b{re.escape(found.group())}{OF_A_FILM}", text):
            return Line(found.group(), line.start + found.start())
    return line


def title_fields(line: Line) -> list[HeaderField]:
    """Return the title of a title line, with the year and the director if they stand beside it."""
    if piped := PIPED.fullmatch(line.text):
        facts = facts_of(Line(piped["rest"], line.start + piped.start("rest")))
        if facts:
            return [field_at(HeaderKey.TITLE, "", line, *piped.span("title")), *facts]
    if (quoted := QUOTED_HEAD.fullmatch(line.text)) and is_title_cased(quoted["title"]):
        return [field_at(HeaderKey.TITLE, "", line, *quoted.span("title"))]
    match = _with_facts(line.text)
    facts = catalogue_fields(line, is_head=True) if match is None else []
    if any(field.key is HeaderKey.TITLE for field in facts):
        return facts
    match = (
        match or WITH_OTHERS.fullmatch(line.text) or BRACKETED.match(line.text) or TITLE.fullmatch(line.text)
    )
    if match is None:
        return []
    groups = {name: value for name, value in match.groupdict().items() if value}
    fields = []
    for name, value in groups.items():
        span = Span(line.start + match.start(name), line.start + match.end(name))
        spaced = plain(RATING.sub("", value.replace("_", " ")))
        span = Span(span.start, span.start + len(RATING.sub("", value)))
        key = HeaderKey.ORIGINAL_TITLE if name == "one" else HeaderKey(name)
        fields.append(HeaderField(key, "", spaced, span, ((spaced, span),)))
    return [*with_year(fields[0]), *fields[1:]]


def _with_facts(text: str) -> re.Match[str] | None:
    found = (pattern.fullmatch(text) for pattern in (CREDITED, FACTED, CITED, BY, DIRECTED, OF_A_COUNTRY))
    return next((match for match in found if match), None)


def with_year(field: HeaderField) -> list[HeaderField]:
    """Return the field, and of a title such as `The Salt Road (1987)` the year apart."""
    year = YEAR.search(field.value) if field.key is HeaderKey.TITLE else None
    if year is None or year.start() == 0 or len(field.value) != field.span.end - field.span.start:
        return [field]
    title = field.value[: year.start()].rstrip(" \"”'*,–-")
    span = Span(field.span.start, field.span.start + len(title))
    at = Span(field.span.start + year.start("year"), field.span.start + year.end("year"))
    return [
        replace(field, value=title, span=span, lines=((title, span),)),
        HeaderField(HeaderKey.YEAR, "", year["year"], at, ((year["year"], at),)),
    ]


def _reads_like_title(line: Line, following: Sequence[Line]) -> bool:
    text = STYLE.sub("", line.text).strip().strip("\ufeff").replace("_", " ")
    if len(text) > LONGEST_TITLE or len(text.split()) > MOST_WORDS or OF_THE_FILM.search(text):
        return False
    if CHAPTER.match(text) and (FIRST.search(text) or any(CHAPTER.match(other.text) for other in following)):
        return False
    if (
        text[-1:] in ",;:"
        or text.startswith(("{", "<"))
        or (text.endswith(".") and not ABBREVIATED.search(text))
    ):
        return False
    return any(character.isalnum() for character in text)


def _is_keyed(line: Line) -> bool:
    if unmarked_field(line) is not None:
        return True
    if (found := keyed(line)) is None:
        return False
    known = header_key(found.key) or ("_" not in line.text and section_kind(found.key))
    return bool(known and (found.value or found.separator or MARKED.match(line.text) is None))


def _stands_like_title(line: Line, below: Sequence[Line]) -> bool:
    following = [other for other in below if not _is_empty(other)]
    text = STYLE.sub("", line.text).strip()
    if not following or sum(other.text.strip() == text for other in following) > 1:
        return False  # alone, or a picture's caption that was taken along several times
    if _is_quoting_headline(line, below):
        return True
    if (piped := PIPED.fullmatch(line.text)) and facts_of(Line(piped["rest"], 0)):
        return True
    if MARKED.match(line.text) or UNDERLINE.fullmatch(below[0].text) or ("_" in text and " " not in text):
        return True
    first = next((other for other in following if other.text.strip() != text), line)
    if (
        _with_facts(text) is not None
        or DATED.fullmatch(text)
        or _is_keyed(first)
        or HEADING.fullmatch(first.text)
        or _is_year_line(first)
        or catalogue_fields(first, is_head=True)
        or (keyless_field(first) and any(keyless_field(other) for other in following[1:2]))
    ):
        return True
    least = 50 if below[0].is_blank else 80
    return is_title_cased(text) and len(first.text) > max(least, 2 * len(text))


def _is_quoting_headline(line: Line, below: Sequence[Line]) -> bool:
    """Does the line name in quotation marks a title that the page goes on to speak of, by itself?"""
    quoted = QUOTED_HEAD.fullmatch(line.text)
    if quoted is None or not is_title_cased(quoted["title"]):
        return False
    following = next((other.text for other in below if not other.is_blank), "")
    stands_alone = below[0].is_blank or quoted["title"] in following[: len(quoted["title"]) + 2]
    return stands_alone and any(quoted["title"] in other.text for other in below)


def _is_empty(line: Line) -> bool:
    return line.is_blank or line.is_rule or is_residue(line)


def _is_year_line(line: Line) -> bool:
    return re.fullmatch(
        r"\s*\(?(?:18|19|20)\d\d\b.{0,80}", line.text
    ) is not None and not line.text.rstrip().endswith(".")


def is_title_cased(text: str) -> bool:
    """Whether all words but small ones start with a capital, a digit or stand in capitals."""
    small = frozenset(entries("small_words.txt"))
    words = [word for word in re.findall(r"[\w’'.&-]+", text) if word.lower() not in small]
    return (
        bool(words)
        and all(not word[0].islower() for word in words)
        and not re.search(r"[a-z]{3}\. [A-Z]", text)
    )
