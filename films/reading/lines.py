"""A document's lines, and what kind of line each is by its form and first words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from films.reading.document import Span
from films.reading.resources import table
from films.vocabulary import HeaderKey

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
WEB_PAGE = re.compile(r"</(?:p|body|h[1-6]|div|li|td)>", re.IGNORECASE)
BLOCK_END = re.compile(
    LINE_END.pattern
    + r"|<br ?/?>|</?(?:html|head|body|title|h[1-6]|p|div|li|ul|ol|tr|table|main|article|section)"
    r"\b[^<>]{0,300}>|<!doctype[^<>]{0,100}>",
    re.IGNORECASE,
)
RULE = re.compile(r"\s*(?:[-=_*~#—–|:+]\s?){3,}\s*")  # a line drawn across the page
EDIT_LINK = re.compile(
    r"(?<=\w)\s*\[\s*edit(?: source)?(?:\s*\|\s*edit(?: source)?)?\s*\]\s*$"
)  # "Plot [edit]"
BLANK = re.compile(r"[\s\ufeff\u200b]*")
KEYED = re.compile(
    r"(?P<lead>[\s\ufeff]*(?:(?:[>*•·▪◦|#=+–—-]|\d{1,2}[.)]|\[\d{1,2}\])\s*)*)"
    r"(?:<[a-zA-Z][^<>]{0,40}>|[*_'\"\[]){0,6}"
    r"(?P<key>[A-Za-z@][\w /&.’'()-]{0,44}?)"
    r"(?:</[a-zA-Z]{1,10}>|[*_'\"\]]){0,6}"
    r"(?P<sep>\s{0,20}[:：=|]+|\t+|\s*[-–—]{1,2}(?=\s)|\s*\.{3,}|\s*$)"
    r"(?:</[a-zA-Z]{1,10}>|\*{1,3}|_{2}|'{2,3}){0,3}\s*"
)
BULLET = re.compile(r"\s*(?:[*•·▪◦+–—-]|\d{1,2}[.)])\s+|\s*[•·▪◦*]\s*|\s+")
HEADING = re.compile(r"\s*(?P<marks>={1,6}|#{1,6})\s*(?P<name>[^=#\n].{0,150}?)\s*[=#]*\s*:?\s*")
NOT_KEY = re.compile(r"[^a-z0-9]+")
BRACKETS = re.compile(r"\(.{0,40}?\)")
OF_A_REVIEW = re.compile(r"(?:response to |my |our )[\w ]+ review|review (?:by|from) [\w ]+")
FILLERS = frozenset(
    {"film", "movie", "main", "principal", "full", "the", "lead", "leading", "key", "complete"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line end; `start` and `end` are original offsets."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        return BLANK.fullmatch(self.text) is not None

    @property
    def is_rule(self) -> bool:
        return RULE.fullmatch(self.text) is not None

    @property
    def is_listed(self) -> bool:
        """Whether the line is indented or bulleted, as the items of a list are."""
        return BULLET.match(self.text) is not None and not self.is_blank

    def span_from(self, offset: int) -> Span:
        """Return the original span of the line from `offset` on, without surrounding spaces."""
        rest = self.text[offset:]
        start = self.start + offset + len(rest) - len(rest.lstrip())
        return Span(start, max(start, self.start + len(self.text.rstrip())))


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text, whatever ends them; of a web page, what its blocks hold."""
    start = 0
    is_web_page = WEB_PAGE.search(text) is not None
    for found in (BLOCK_END if is_web_page else LINE_END).finditer(text):
        yield Line(EDIT_LINK.sub("", text[start : found.start()]), start)
        start = found.end()
    if start < len(text):
        yield Line(EDIT_LINK.sub("", text[start:]), start)


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """A line that starts with a key: the key as written, its folded form, where the value starts."""

    label: str
    key: str
    separator: str
    offset: int
    value: str


def keyed(line: Line) -> KeyedLine | None:
    """Read a line as `Key: value`, `**Key** - value`, `| key = value` or a key on its own."""
    match = KEYED.match(line.text)
    if match is None or (
        match["sep"].strip() == "" and "\t" not in match["sep"] and match.end() < len(line.text)
    ):
        return None
    value = line.text[match.end() :].rstrip()
    if match["lead"].strip().startswith("|"):
        value = value.rstrip(" |")
    return KeyedLine(
        match["key"].strip(), folded_key(match["key"]), match["sep"].strip(" "), match.end(), value
    )


def folded_key(label: str) -> str:
    """Return a key as the word lists hold it: `Running_Time (min)` is `running time`."""
    return NOT_KEY.sub(" ", BRACKETS.sub(" ", label.lower())).strip()


def header_key(key: str) -> HeaderKey | None:
    """Return what a folded key means in a header: `main cast` and `starring` are CAST."""
    found = _looked_up("header_keys.txt", key)
    return HeaderKey(found) if found else None


def section_kind(key: str) -> str | None:
    """Return what a section with this folded heading holds: a passage kind, or `mixed`."""
    return _looked_up("section_headings.txt", key) or ("about" if OF_A_REVIEW.fullmatch(key) else None)


def _looked_up(name: str, key: str) -> str | None:
    known = table(name)
    key = key.removesuffix(" edit")  # "Plot Edit", where the link was copied along
    if key in known:
        return known[key]
    words = [word for word in key.split() if word not in FILLERS]
    return known.get(" ".join(words)) if words else None
