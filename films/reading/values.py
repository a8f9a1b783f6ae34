"""Header fields out of lines."""

import re

from films.reading.cleaning import clean
from films.reading.document import HeaderField, Span
from films.reading.lines import BULLET, HEADING, KeyedLine, Line, folded_key, header_key, keyed, section_kind
from films.vocabulary import HeaderKey

PIECES = re.compile(r"\s[|·•/;]\s|;\s|\s{4,}|\t|\.\s+(?=[A-Z][\w ]{1,20}:\s)")
UNMARKED = re.compile(
    r"\s*(?P<key>(?:an? )?(?:film|picture|movie) by|(?:an? film )?(?:(?:written|produced) (?:and|&) )?"
    r"(?:directed|written|produced|edited|music|cinematography|screenplay|story|photography|casting|narrated"
    r"|colou?r|costumes?|costume design|sound(?: mix| design)?|production design|lyrics|songs) by"
    r"|directors? of photography|also starring|starring|featuring|based on"
    r"|with(?=[^().]{3,40}\([A-Z]))"
    r"\s+(?=[A-Z\"“'(])(?P<value>.{2,200})",
    re.IGNORECASE,
)
FROM_A_WORK = re.compile(r",?\s+(?:from|based on|after|adapted from)\s(?:the|an?|his|her|[A-Z])")
FACT = re.compile(r"[^|·•/,;()\[\]]+(?<!\s)")
FACTS = {
    HeaderKey.YEAR: re.compile(r"(?:18|19|20)\d\d"),
    HeaderKey.RUNTIME: re.compile(
        r"\d{1,3} ?(?:min(?:ute)?s?\b\.?|m)|\d ?h(?:ours?|rs?)?\.? ?(?:\d{1,2} ?m(?:in)?)?"
    ),
}
LISTING = re.compile(
    r"\{\{\s*(?:ubl|unbulleted list|hlist|flatlist|plainlist|plain list)\s*\|([^{}]{0,2000})\}\}",
    re.IGNORECASE,
)
LINE_TAG = re.compile(r"<br ?/?>", re.IGNORECASE)
MARKUP = re.compile(
    r"\[\[|\{\{|&#?\w+;|<[a-zA-Z/!]|'''?|\.mw-parser-output|\w\|(?:[a-z]{2}(?:\||$)|(?:group|lt|name)=)|\blang\|"
)
SENTENCE_BREAK = re.compile(r"[a-z)]{2}[.!?][\"”’]?\s+[A-Z]")
WORDS_OF_SENTENCE = 30
MOST_WORDS_OF_BOX = 12
LONGEST_KEY = 4  # words
QUOTES = "\"'“”"
OF_CREW = frozenset(
    {HeaderKey.DIRECTOR, HeaderKey.WRITER, HeaderKey.PRODUCER, HeaderKey.EDITOR}
    | {HeaderKey.COMPOSER, HeaderKey.CINEMATOGRAPHER}
)


def is_sentence_like(value: str) -> bool:
    """Whether a value reads as prose: two sentences, or a long one that ends as sentences do."""
    words = len(value.split())
    return words > 12 and (
        SENTENCE_BREAK.search(value) is not None
        or (words > WORDS_OF_SENTENCE and value.rstrip()[-1:] in ".!?" and value.count(",") * 6 < words)
    )


def is_item(line: Line, *, listed_only: bool) -> bool:
    """Whether a line can belong to the value of the key above it."""
    if line.is_rule or HEADING.fullmatch(line.text) or (listed_only and not line.is_listed):
        return False
    found = keyed(line)
    if found and (header_key(found.key) or section_kind(found.key)) and found.separator.strip("-–—."):
        return False
    if found and not found.value and section_kind(found.key):
        return False
    return not is_sentence_like(line.text) and len(line.text) <= 500


def is_name(line: Line) -> bool:
    """Whether a line holds a name and nothing else, as in a cast broken into lines."""
    words = line.text.rstrip(" ,;").split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words) and words[-1][-1] not in ".!?:"


def field_over(text: str, key: HeaderKey, found: KeyedLine, line: Line, items: list[Line]) -> HeaderField:
    """Return the field of a keyed line and of the lines below that belong to it."""
    lines = [(found.value, line.span_from(found.offset))] if found.value else []
    lines += [(item.text.rstrip()[_bullet_end(item) :], item.span_from(_bullet_end(item))) for item in items]
    stripped = [_unquoted(value, span) for value, span in lines if value.strip()]
    if not stripped:
        at = line.start + found.offset
        return HeaderField(key, found.label, "", Span(at, at))
    span = Span(stripped[0][1].start, stripped[-1][1].end)
    return field_of(text, key, found.label, span, tuple(stripped))


def field_of(
    text: str, key: HeaderKey, label: str, span: Span, lines: tuple[tuple[str, Span], ...] = ()
) -> HeaderField:
    """Return a field whose value is what the span covers, without markup."""
    value = plain(span.of(text))
    lines = lines or ((span.of(text), span),)
    return HeaderField(key, label, value, span, tuple((plain(value), span) for value, span in lines))


def field_at(key: HeaderKey, label: str, line: Line, start: int, end: int) -> HeaderField:
    """Return a field whose value is what stands between two places of a line."""
    value, span = line.text[start:end], Span(line.start + start, line.start + end)
    return HeaderField(key, label, value, span, ((value, span),))


def fields_on_one_line(text: str, line: Line) -> list[HeaderField]:
    """Read `Year: 1999 | Director: Ida Holm` or `Year- 1999 / …`, where each piece has a key we know."""
    starts = [0, *(found.end() for found in PIECES.finditer(line.text))]
    if len(starts) < 2 or len(line.text) > 600:
        return []
    ends = [*(found.start() for found in PIECES.finditer(line.text)), len(line.text)]
    fields = []
    for start, end in zip(starts, ends, strict=True):
        piece = Line(line.text[start:end], line.start + start)
        found = keyed(piece)
        is_set_off = found is not None and found.value and found.separator.strip()[:1] in {*":-–—"}
        key = header_key(found.key) if found is not None and is_set_off else None
        if found is None or key is None:
            return []
        fields.append(field_over(text, key, found, piece, []))
    return fields


def facts_of(line: Line) -> list[HeaderField]:
    """Read `1987 · 99 min · Drama` below a title: the year and the running time tell themselves."""
    pieces = [(found.start(), found.group().strip()) for found in FACT.finditer(line.text)]
    if len(line.text) > 100 or not pieces or re.search(r"(?<!min)\.\s*$", line.text):
        return []
    fields = []
    for start, piece in pieces:
        key = next((key for key, pattern in FACTS.items() if pattern.fullmatch(piece)), HeaderKey.OTHER)
        at = line.start + start + len(line.text[start:]) - len(line.text[start:].lstrip())
        span = Span(at, at + len(piece))
        fields.append(HeaderField(key, "", piece, span, ((piece, span),)))
    is_told = any(field.key is not HeaderKey.OTHER for field in fields)
    return fields if is_told and all(len(field.value.split()) <= 4 for field in fields) else []


def unmarked_field(line: Line) -> HeaderField | None:
    """Read a line such as `Directed by Ida Holm`, which is no sentence."""
    match = UNMARKED.fullmatch(line.text.rstrip())
    key = header_key(folded_key(match["key"])) if match else None
    if match is None or key is None or is_sentence_like(match["value"]) or match["value"].endswith("."):
        return None
    span = line.span_from(match.start("value"))
    source = FROM_A_WORK.search(match["value"]) if key in OF_CREW else None
    value = match["value"][: source.start()] if source else match["value"]
    span = Span(span.start, span.start + len(value))
    return HeaderField(key, match["key"], value, span, ((value, span),))


def keyless_field(line: Line) -> HeaderField | None:
    """Read "Running time 119 minutes", as an infobox is copied: a key, and a value with a capital."""
    words = line.text.split(" ")
    if len(words) > MOST_WORDS_OF_BOX or line.text.rstrip()[-1:] in {".", "!", "?", ","}:
        return None
    for count in range(min(LONGEST_KEY, len(words) - 1), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:]).rstrip()
        key = header_key(folded_key(label)) if label[:1].isupper() else None
        if key is not None and value[:1] and (value[0].isupper() or value[0].isdigit() or value[0] in "$€£"):
            span = line.span_from(len(label) + 1)
            return HeaderField(key, label, value, span, ((value, span),))
    return None


def dated(field: HeaderField) -> list[HeaderField]:
    """Return a field, and of "A film by Ida Holm (1987)" the year, too."""
    found = re.search(r"\(((?:18|19|20)\d\d)\)\s*$", field.value)
    if found is None or len(field.value) != field.span.end - field.span.start:
        return [field]
    span = Span(field.span.start + found.start(1), field.span.start + found.end(1))
    return [field, HeaderField(HeaderKey.YEAR, "", found[1], span, ((found[1], span),))]


def plain(value: str) -> str:
    """Return a value without markup; one without any stays as written."""
    if not MARKUP.search(value):
        return value
    listed = LISTING.sub(lambda match: match.group(1).strip(" |").replace("|", ", "), value)
    return clean(LINE_TAG.sub(", ", listed)).text


def _bullet_end(line: Line) -> int:
    match = BULLET.match(line.text)
    return match.end() if match else 0


def _unquoted(value: str, span: Span) -> tuple[str, Span]:
    inner = value.strip()
    if len(inner) > 2 and inner[0] in QUOTES and inner[-1] in QUOTES and inner[0] not in inner[1:-1]:
        return inner[1:-1], Span(span.start + 1, span.end - 1)
    return inner, Span(span.start, min(span.end, span.start + len(inner)))
