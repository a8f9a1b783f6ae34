"""A film's facts on one line, as catalogues and reviews have them: "It 1963. 90 min. D: Ida Holm. With …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from films.reading.document import HeaderField, Span
from films.reading.lines import Line, folded_key, header_key
from films.reading.resources import entries, table
from films.vocabulary import HeaderKey

# No break after "D.", "Sc." or "Jr.", nor before a small letter: "Engl. subtitles".
BREAK = re.compile(
    r"(?<!\b\w)(?<!\b[DdJSMI]r)(?<!\bMrs)(?<!\b[Dd]ir)(?<!\b[Ss]c)(?<!\b[Ss]cr)(?<!\b[Pp]rod)"
    r"(?<!\b[Pp]h)(?<!\b[Pp]hot)(?<!\b[Cc]am)(?<!\b[Mm]us)(?<!\bSt)(?<!\b[Ee]d)\.\)?\s+(?:[*★☆⭐½]+\s+)?(?=[A-Z\d(\"“])|;\s+|\s+[|·•/–—-]\s+|\s{3,}|\t+"
)
# "103m b/w" is two facts, though no comma parts them.
COMMA = re.compile(
    r"[,;]\s+(?![^()]*\))|(?:(?<=\d[m'’′])|(?<=\dmin)|(?<=\smin)|(?<=min\.)|(?<=mins)|(?<=nutes))\s+(?=(?:b\s?[/&]?\s?w|col(?:ou?r)?)\b)"
)
KEY = re.compile(r"(?P<key>[^\W\d][\w /&]{0,24}?)\.?\s*(?::|(?<=\.))\s*(?=\S)")
BY = re.compile(
    r"(?P<key>(?:written(?: and|,) )?(?:directed|produced|written|photographed|edited|music|screenplay"
    r"|script|cinematography|photography|a film|film|dir\.?|[dpmw]|scr?|ph|cam|ed|mus|starring|stars"
    r"|featuring|with)(?: (?:and|&) \w+)?(?: by)?)\s+(?=[A-Z])",
    re.IGNORECASE,
)
CAPITALISED = r"[^\W\d_a-z]['’\w.-]*"
SMALL = r"(?:de|la|le|du|del|della|di|da|dos|das|van|von|der|den|el|al|bin|y|and|&|the)"
NAME = rf"{CAPITALISED}(?:\s(?:{CAPITALISED}|{SMALL}(?=\s))){{0,5}}"
NAMES = re.compile(
    rf"(?:(?:and|&)\s)?{NAME}(?:\s*\([^()]{{1,60}}\))?"
    rf"(?:\s*(?:,\s*(?:and\s|&\s)?|\s(?:and|&)\s)\s*{NAME}(?:\s*\([^()]{{1,60}}\))?)*[.,]?"
)
FULL_NAME = re.compile(rf"{CAPITALISED}(?:\s(?:{CAPITALISED}|{SMALL}(?=\s))){{1,4}}")
COUNTRIES = rf"(?:{CAPITALISED}(?:\s{CAPITALISED})?(?:\s*[/,–-]\s*{CAPITALISED}(?:\s{CAPITALISED})?)*,?\s+)?"
DATED = re.compile(rf"(?!(?:In|On|By|Since|Until|From|After|Before)\b){COUNTRIES}(?P<year>(?:18|19|20)\d\d)")
RUNTIME = re.compile(
    r"(?:(?:C-)?\d{1,3}\s?(?:min(?:ute)?s?\b\.?|m|['’′])"
    r"|\d\s?h(?:ours?|rs?)?\b\.?\s?(?:(?:and )?\d{1,2}\s?m\w{0,6}\b\.?)?)"
)
TITLED = re.compile(
    r"[\"“'*_]{0,3}(?P<title>[^\W_a-z][^()]{0,80}?)[\"”'*_]{0,3}\s*\((?P<facts>[^()]*(?:18|19|20)\d\d[^()]*)\)"
)
BRACKETED = re.compile(r"\((?P<facts>[^()]*)\)")
BRACKETS = re.compile(r"(?:\s*\([^()]*\))*")
SQUARE = str.maketrans("[]", "()")
SOURCE_BEHIND = re.compile(r",\s+(?=(?:from|based on|after|adapted from)\s)")
CAPITALS = re.compile(r"(?!\d)(?!(?:PG|NC|TV|FSK|NR)\b)[^\W_a-z][^a-zß-ÿ,.()]{3,60}")
PLAYER = rf"{NAME}\s*\((?:[^()]|\([^()]*\)){{1,60}}\)"
PLAYERS = re.compile(rf"\W*{PLAYER}(?:(?:[,;]\s*(?:and\s|&\s)?|\s(?:and|&)\s){PLAYER}){{2,}}[.,]?\s*")
PLAYER_IN_LIST = re.compile(PLAYER)
STARS = re.compile(rf"(?:{FULL_NAME.pattern},\s){{2,}}(?:and\s)?{FULL_NAME.pattern}")
COMPANY = re.compile(r"\b(?:Films?|Pictures?|Productions?|Studios?|Company|Entertainment|Colou?r|Festival)\b")
FACTS_BEHIND = re.compile(rf",\s+(?={DATED.pattern}|{RUNTIME.pattern})".replace("(?P<year>", "(?:"))
OF_SENTENCES = re.compile(
    r"\b(?:i|you|he|she|it|they|we|who|which|that|is|was|are|were|has|have|had|should|would|can|will)\b",
    re.IGNORECASE,
)
EDGES = " *_•,;:–—-\ufeff"
STARRING = re.compile(rf",\s+(?:starring|featuring)\s+(?P<names>{NAMES.pattern})$")
LONGEST = 1500
MOST_WORDS = 6  # of a piece that is no fact we know: "Spanish w. Engl. subtitles"
TELLING = frozenset(
    {HeaderKey.TITLE, HeaderKey.YEAR, HeaderKey.RUNTIME, HeaderKey.DIRECTOR, HeaderKey.CAST, HeaderKey.WRITER}
)
MOST_BEFORE_YEAR = 3  # facts: director, country, year
DECISIVE = frozenset({HeaderKey.RUNTIME, HeaderKey.DIRECTOR, HeaderKey.CAST})
OF_NAMES = TELLING - {HeaderKey.TITLE, HeaderKey.YEAR, HeaderKey.RUNTIME}
FEWEST = 2  # kinds of facts at the head of a document
FEWEST_BELOW = 3  # and below prose


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int  # within the line


def catalogue_fields(line: Line, *, is_head: bool, is_below_facts: bool = False) -> list[HeaderField]:
    """Return the fields of a line that holds nothing but facts of a film, or none.

    >>> line = Line("It 1963. 90 min. D: Ida Holm. With Lena Park (Mara).", 0)
    >>> [field.value for field in catalogue_fields(line, is_head=True)]
    ['1963', '90 min', 'Ida Holm', 'Lena Park (Mara)']
    """
    if len(line.text) > LONGEST:
        return []
    if PLAYERS.fullmatch(line.text) and _keyed(_Piece(line.text, 0)) is None:
        return [_players(line)]
    fields: list[HeaderField] = []
    for piece in _pieces(line.text.translate(SQUARE)):
        read = list(_read_in_turn(piece, line.start, fields))
        if not read:
            return []
        fields += read
    fields = _with_director(fields) if is_head else fields
    fewest = FEWEST if is_head else FEWEST_BELOW
    return fields if _are_enough(fields, 1 if is_below_facts else fewest) else []


def _players(line: Line) -> HeaderField:
    """Return a line "Lena Park (Mara), Tom Day (Ivo)" as a cast with one actor a line."""
    found = [(match.group(), match.start(), match.end()) for match in PLAYER_IN_LIST.finditer(line.text)]
    lines = tuple((text, Span(line.start + start, line.start + end)) for text, start, end in found)
    span = Span(lines[0][1].start, lines[-1][1].end)
    return HeaderField(HeaderKey.CAST, "", line.text[found[0][1] : found[-1][2]], span, lines)


def catalogue_head(line: Line) -> tuple[list[HeaderField], int] | None:
    """Return the facts that a paragraph begins with, and where in it the story does."""
    head = line.text[:LONGEST].translate(SQUARE)
    if found := _bracketed_head(head, line.start):
        return found
    fields: list[HeaderField] = []
    for piece in _pieces(head) if TITLED.match(head) or DATED.match(head.lstrip("(")) else ():
        read = list(_read_in_turn(piece, line.start, fields))
        is_story = len(piece.text.split()) > MOST_WORDS and all(f.key is HeaderKey.OTHER for f in read)
        if read and not is_story:
            fields += read
            continue
        return (fields, piece.start) if _are_enough(fields, FEWEST_BELOW) else None
    return None


def _bracketed_head(head: str, offset: int) -> tuple[list[HeaderField], int] | None:
    """Read "The Salt Road (Dir. Ida Holm, 1987) (97 mins) Mara keeps an inn": a story behind brackets."""
    titled = TITLED.match(head)
    brackets = BRACKETS.match(head, titled.end()) if titled else None
    if brackets is None:
        return None
    facts_end = brackets.end()
    story = next(_pieces(head[facts_end:]), None)
    if story is None or len(story.text.split()) <= MOST_WORDS or not story.text[0].isupper():
        return None
    if list(_read(story, offset, is_first=False)):
        return None
    fields = list(_read(_Piece(head[:facts_end], 0), offset, is_first=True))
    return (fields, facts_end) if _are_enough(fields, FEWEST_BELOW) else None


def _are_enough(fields: Sequence[HeaderField], fewest: int) -> bool:
    kinds = {field.key for field in fields} & TELLING
    known = sum(field.key is not HeaderKey.OTHER for field in fields)
    return len(kinds) >= fewest and 2 * known + 1 >= len(fields) and not DECISIVE.isdisjoint(kinds)


def _read_in_turn(piece: _Piece, offset: int, before: Sequence[HeaderField]) -> Iterator[HeaderField]:
    """Yield the facts of a piece; full names behind the director's are the stars'."""
    is_cast_due = bool(before) and before[-1].key in OF_NAMES - {HeaderKey.CAST}
    if is_cast_due and STARS.fullmatch(piece.text) and not COMPANY.search(piece.text):
        yield _field(HeaderKey.CAST, piece, offset, 0, len(piece.text))
    else:
        yield from _read(piece, offset, is_first=not before)


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield what stands between full stops, semicolons and strokes outside brackets."""
    start = 0
    breaks = (found.span() for found in BREAK.finditer(text))  # not all looked for: the first piece may tell
    for end, following in chain(breaks, [(len(text), len(text))]):
        if text.count("(", start, end) > text.count(")", start, following):
            continue
        if (piece := _trimmed(text, start, end)).text:
            yield piece
        start = following


def _trimmed(text: str, start: int, end: int) -> _Piece:
    piece = text[start:end]
    edges = EDGES + "(" * (")" not in piece)  # "(Italy, 1974, 97 min.)": the bracket ends with the facts
    lead = len(piece) - len(piece.lstrip(edges))
    return _Piece(piece[lead:].rstrip(EDGES), start + lead)


def _read(piece: _Piece, offset: int, *, is_first: bool) -> Iterator[HeaderField]:
    """Yield the facts of one piece, whatever it is; nothing says that it is prose."""
    if is_first and (titled := TITLED.match(piece.text)) and _is_title(titled["title"]):
        yield from _read_titled(titled, piece, offset)
    elif is_first and CAPITALS.fullmatch(piece.text) and not DATED.fullmatch(piece.text):
        yield _field(HeaderKey.TITLE, piece, offset, 0, len(piece.text))
    elif (keyed := _keyed(piece)) is not None:
        key, start = keyed
        if key in OF_NAMES and (source := SOURCE_BEHIND.search(piece.text, start)):
            yield _field(key, piece, offset, start, source.start())
            return
        further = FACTS_BEHIND.search(piece.text, start) if key in OF_NAMES else None
        yield _field(key, piece, offset, start, further.start() if further else len(piece.text.rstrip(".")))
        yield from _read_facts(piece, offset, further.end(), len(piece.text)) if further else ()
    elif enclosed := BRACKETED.match(piece.text):
        yield from _read_facts(piece, offset, *enclosed.span("facts"))
        rest = _trimmed(piece.text, enclosed.end(), len(piece.text))
        if rest.text:
            yield from _read_facts(_Piece(rest.text, piece.start + rest.start), offset, 0, len(rest.text))
    else:
        yield from _read_facts(piece, offset, 0, len(piece.text))


def _is_title(text: str) -> bool:
    return len(text.split()) <= 2 * MOST_WORDS and not set(text) & set('"“”')


def _read_titled(titled: re.Match[str], piece: _Piece, offset: int) -> Iterator[HeaderField]:
    """Yield what "The Salt Road (Italy 1987, 97 min), dir. Ida Holm" tells."""
    start, end = titled.span("title")
    keyed = _keyed(_Piece(titled["title"], piece.start))
    key, start = (keyed[0], start + keyed[1]) if keyed else (HeaderKey.TITLE, start)
    yield _field(key, piece, offset, start, end)
    facts = list(_read_facts(piece, offset, *titled.span("facts")))
    yield from facts if keyed else _with_director(facts)
    rest = _trimmed(piece.text, titled.end(), len(piece.text))
    if rest.text:
        yield from _read(_Piece(rest.text, piece.start + rest.start), offset, is_first=False)


def _with_director(facts: list[HeaderField]) -> list[HeaderField]:
    """Return the facts beside a title; "Ida Holm / Italy / 1974" has the director first."""
    first = facts[0] if len(facts) > 1 else None
    kinds = {fact.key for fact in facts[:MOST_BEFORE_YEAR]}
    if first is None or first.key is not HeaderKey.OTHER or HeaderKey.YEAR not in kinds:
        return facts
    if any(fact.key is HeaderKey.DIRECTOR for fact in facts) or first.value.startswith(("The ", "A ", "An ")):
        return facts
    is_person = FULL_NAME.fullmatch(first.value) and first.value not in entries("countries_of_two_words.txt")
    return [replace(first, key=HeaderKey.DIRECTOR), *facts[1:]] if is_person else facts


def _keyed(piece: _Piece) -> tuple[HeaderKey, int] | None:
    """Read "D: Ida Holm", "Dir. Ida Holm", "Directed by Ida Holm": a key, and where its value starts."""
    if match := KEY.match(piece.text):
        folded = folded_key(match["key"])
        if folded == "dr" and ":" not in match.group():
            return None  # "Dr. No"
        known = table("catalogue_keys.txt").get(folded)
        key = HeaderKey(known) if known else header_key(folded)
        is_value = key not in OF_NAMES or NAMES.match(piece.text, match.end())
        if key is not None and is_value:
            return key, match.end()
    if match := BY.match(piece.text):
        folded = folded_key(match["key"])
        known = table("catalogue_keys.txt").get(folded)
        key = HeaderKey(known) if known else header_key(folded) or header_key(folded.split()[0])
        if key is not None and NAMES.fullmatch(piece.text.rstrip("."), match.end()):
            return key, match.end()
    return None


def _read_facts(piece: _Piece, offset: int, start: int, end: int) -> Iterator[HeaderField]:
    """Yield what stands between commas: "Sp/It 1963, 90 min., b/w"; prose gives nothing at all."""
    found: list[HeaderField] = []
    if starring := STARRING.search(piece.text, start, end):
        yield from _read_facts(piece, offset, start, starring.start())
        yield _field(HeaderKey.CAST, piece, offset, starring.start("names"), starring.end("names"))
        return
    commas = [match.span() for match in COMMA.finditer(piece.text, start, end)]
    for stop, following in [*commas, (end, end)]:
        part = _trimmed(piece.text, start, stop)
        start = following
        if not part.text.strip(" ."):
            continue
        field = _fact(_Piece(part.text, piece.start + part.start), offset)
        if field is None:
            return
        found.append(field)
    yield from found


def _fact(part: _Piece, offset: int) -> HeaderField | None:
    if dated := DATED.fullmatch(part.text.rstrip(".")):
        return _field(HeaderKey.YEAR, part, offset, *dated.span("year"))
    if RUNTIME.fullmatch(part.text):
        return _field(HeaderKey.RUNTIME, part, offset, 0, len(part.text))
    if (keyed := _keyed(part)) is not None and keyed[0] is not HeaderKey.CAST:
        return _field(keyed[0], part, offset, keyed[1], len(part.text.rstrip(".")))
    words = len(part.text.split())  # "It" alone is Italy
    if words > MOST_WORDS or part.text[-1:] in "!?" or (words > 1 and OF_SENTENCES.search(part.text)):
        return None
    return _field(HeaderKey.OTHER, part, offset, 0, len(part.text))


def _field(key: HeaderKey, piece: _Piece, offset: int, start: int, end: int) -> HeaderField:
    value = piece.text[start:end]
    span = Span(offset + piece.start + start, offset + piece.start + end)
    return HeaderField(key, "", value, span, ((value, span),))
