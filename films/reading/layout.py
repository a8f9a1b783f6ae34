"""What a document's layout says: header fields, and sections of prose under their headings."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from films.reading.cast_lines import Table, cast_run, cells, row_value, table_of
from films.reading.catalogue import NAMES, catalogue_fields, catalogue_head
from films.reading.document import HeaderField, Span
from films.reading.inline_keys import crew_fields, fields_inside, with_stars
from films.reading.items import is_key, items_below
from films.reading.lines import (
    HEADING,
    KeyedLine,
    Line,
    folded_key,
    header_key,
    keyed,
    lines_of,
    section_kind,
)
from films.reading.page_residue import is_residue, is_signature
from films.reading.sections import Section
from films.reading.term_lists import terms_of_list
from films.reading.titles import (
    is_date,
    is_title_cased,
    named_in_capitals,
    title_fields,
    title_line,
    with_year,
    without_review,
)
from films.reading.values import (
    OF_CREW,
    dated,
    facts_of,
    field_over,
    fields_on_one_line,
    is_name,
    is_sentence_like,
    keyless_field,
    unmarked_field,
)
from films.vocabulary import HeaderKey

LONGEST_CAPTION = 60  # words
CHARACTERS = frozenset({"characters", "main characters", "character list", "the characters"})
MOST_HEADLINES = 8  # lines above a line of facts
LONGEST_HEADLINES = 200  # characters of all of them
END = frozenset('.!?"”')
LONGEST_VALUE = 600  # a header value on one line is not longer, unless it is a cast
BRACES = re.compile(
    r"\s*(?:\{\{\s*(?:infobox|film)\b[^{}|]{0,60}|\}\}|[{}\[\]],?|\{\|.*|\|\}|\|-.*)\s*", re.IGNORECASE
)
COLON = re.compile(r"[:：=|\t]")


@dataclass(frozen=True, slots=True)
class Layout:
    fields: tuple[HeaderField, ...]
    sections: tuple[Section, ...]


def find_layout(text: str) -> Layout:
    """Return the header fields and the sections of a document's text."""
    scanner = _Scanner(text, list(lines_of(text)))
    scanner.scan()
    sections = tuple(s for s in scanner.sections if s.has_prose)
    for section in sections:
        section.unquote(text)
    return Layout(tuple(sorted(scanner.fields, key=lambda f: f.span)), sections)


class _Scanner:
    """Walks down a document's lines once."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.at = 0
        self.fields: list[HeaderField] = []
        self.sections = [Section()]
        self.seen: set[tuple[str, ...]] = set()

    @property
    def in_header(self) -> bool:
        """Whether no prose has been met yet."""
        return len(self.sections) == 1 and not self.sections[0].has_prose

    def scan(self) -> None:
        found = title_line(self.lines)
        if found is not None:
            line = without_review(self.lines[found.index])
            following = self.lines[found.index + 1 : found.index + MOST_HEADLINES]
            self.fields += title_fields(named_in_capitals(line, following))
            self.seen |= {tuple(field.value.split()) for field in self.fields}
            self.lines = [*self.lines[: found.index], *found.rest, *self.lines[found.index + 1 :]]
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line.is_blank or line.is_rule or BRACES.fullmatch(line.text) or self._is_beside_text(line):
                self.sections[-1].spans.append((line.start, line.start))
            elif not any(take(line) for take in self._takers):
                self.sections[-1].spans.append((line.start, line.end))

    def _is_beside_text(self, line: Line) -> bool:
        return is_residue(line) or is_signature(self.lines, self.at - 1) or (self._is_head and is_date(line))

    @property
    def _takers(self) -> tuple[Callable[[Line], bool], ...]:
        return (
            self._take_table,
            self._take_cast,
            self._skip_terms,
            self._take_heading,
            self._take_field,
            self._is_repeated,
        )

    def _take_table(self, line: Line) -> bool:
        """Read the rows of a table of the cast, below a head that says so or below a heading."""
        if len(cells(line)) < 2:
            return False
        table = table_of(line)
        rows = [] if table else [line]
        if table is None and not self._is_under_cast():
            return False
        while self.at < len(self.lines) and _is_of_table(self.lines[self.at]):
            rows += [self.lines[self.at]] if cells(self.lines[self.at]) else []
            self.at += 1
        self._add_table(rows, table or Table(0, 1))
        return True

    def _is_under_cast(self) -> bool:
        before = (self.lines[i] for i in range(self.at - 2, -1, -1))
        above = next((line for line in before if not line.is_blank), None)
        found = keyed(above) if above is not None else None
        return found is not None and not found.value and header_key(found.key) is HeaderKey.CAST

    def _add_table(self, rows: Sequence[Line], table: Table) -> None:
        values = [(row_value(cells(row), table), row.span_from(0)) for row in rows]
        lines = tuple((value, span) for value, span in values if value)
        if lines:
            span = Span(lines[0][1].start, lines[-1][1].end)
            self.fields.append(HeaderField(HeaderKey.CAST, "", span.of(self.text), span, lines))

    def _take_cast(self, line: Line) -> bool:
        """Read lines that set actors and roles side by side, though no heading calls them a cast."""
        run = cast_run(self.lines, self.at - 1)
        if not run:
            return False
        self.at = next(i for i in range(self.at - 1, len(self.lines)) if self.lines[i] is run[-1]) + 1
        nothing = KeyedLine("", "", "", 0, "")
        self.fields.append(field_over(self.text, HeaderKey.CAST, nothing, line, run))
        return True

    def _skip_terms(self, line: Line) -> bool:
        """Leave out a list of terms, such as a blog's "• Love Triangle", and the line that announces it."""
        is_announced = line.text.rstrip().endswith(":")
        at = self.at if is_announced else self.at - 1
        run = terms_of_list(self.lines, at)
        if run:
            self.at = run
        return bool(run)

    def _is_repeated(self, line: Line) -> bool:
        """Whether a line has stood before, as captions do that a web page holds once for each screen size."""
        words = tuple(line.text.split())
        is_known = words in self.seen or (
            len(words) < LONGEST_CAPTION and words[: len(words) // 2] * 2 == words
        )
        self.seen.add(words)
        return is_known and len(words) > 1

    def _take_heading(self, line: Line) -> bool:
        if (match := HEADING.fullmatch(line.text)) and header_key(folded_key(match["name"])) is None:
            return self._open_marked(match["name"], len(match["marks"]))
        found = keyed(line)
        kind = section_kind(found.key) if found else None
        if found is None or kind is None:
            return False
        alone = not found.value and (COLON.search(found.separator) or _is_heading_like(found.label))
        if not alone and not COLON.search(found.separator) and not is_sentence_like(found.value):
            return False
        if header_key(found.key) and (found.value and not is_sentence_like(found.value)):
            return False  # "Music: Ida Holm" names a person, "Music:" may open a section
        if header_key(found.key) and not found.value and self.in_header and kind == "about":
            return False
        self.sections.append(Section(found.label, kind))
        span = line.span_from(found.offset)
        self.sections[-1].spans.append((span.start, span.end))
        return True

    def _open_marked(self, name: str, level: int) -> bool:
        """Open a section under a wiki or Markdown heading; one unknown and below another belongs to it."""
        kind, current = section_kind(folded_key(name)), self.sections[-1]
        if kind is None and level > current.level:
            current.spans.append((0, 0))
        else:
            self.sections.append(Section(name.strip(" *_'"), kind or "", level))
        return True

    def _take_field(self, line: Line) -> bool:
        last = self.fields[-1] if self.fields and self.in_header else None
        is_below_facts = last is not None and not last.label and last.key is not HeaderKey.TITLE
        if facts := catalogue_fields(line, is_head=self._is_head, is_below_facts=is_below_facts):
            return self._add_facts(facts)
        if several := fields_on_one_line(self.text, line):
            self.fields += several
            return True
        if self._is_head and (head := catalogue_head(line)):
            self._add_facts(head[0])
            self.sections[-1].spans.append((line.start + head[1], line.end))
            return True
        inside, prose = fields_inside(line)
        if inside:
            is_titled = any(field.key is HeaderKey.TITLE for field in self.fields)
            self.fields += [f for f in inside if not (is_titled and f.key is HeaderKey.TITLE)]
            self.sections[-1].spans += prose
            return True
        found = keyed(line)
        if found is not None and (crew := crew_fields(found, line)):
            self.fields += crew
            return True
        key = header_key(found.key) if found else None
        if found is None or key is None:
            is_taken = self._take_unmarked(line) or self._open_characters(found)
            return is_taken or self._take_unknown(line, found)
        if not self._is_header_line(found):
            return False
        items = self._take_items(found, key)
        if not found.value and not items:
            return self._open_cast(line, found, key) or (
                self.in_header and bool(COLON.search(found.separator))
            )
        self.fields += with_year(field_over(self.text, key, found, line, items))
        return True

    @property
    def _is_head(self) -> bool:
        """Whether nothing but headlines has been met yet: "FILM OF THE WEEK"."""
        if len(self.sections) > 1 or len(self.sections[0].spans) > MOST_HEADLINES:
            return False
        lines = [text for start, end in self.sections[0].spans if (text := self.text[start:end].strip())]
        return sum(map(len, lines)) <= LONGEST_HEADLINES and not any(line[-1] in END for line in lines)

    def _add_facts(self, facts: Sequence[HeaderField]) -> bool:
        """Keep the facts of a line; a title among them is the film's, and what stands above are headlines."""
        if self._is_head and any(field.key is HeaderKey.TITLE for field in facts):
            self.fields = [field for field in self.fields if field.key is not HeaderKey.TITLE]
            self.sections[0].spans.clear()
        elif self._is_head and not any(field.key is HeaderKey.TITLE for field in self.fields):
            facts = [*self._title_above(), *facts]
        is_directed = any(field.key is HeaderKey.DIRECTOR for field in facts)
        if is_directed and facts[0].key is HeaderKey.OTHER and not self.fields and self.in_header:
            facts = [
                replace(facts[0], key=HeaderKey.TITLE),
                *facts[1:],
            ]  # "The Salt Road – 1987 – Director: …"
        self.fields += facts
        return True

    def _title_above(self) -> list[HeaderField]:
        """Return the headline right above the facts, which is the title: "WORLD PREMIERE / The Salt Road"."""
        spans = [(start, end) for start, end in self.sections[0].spans if self.text[start:end].strip()]
        if not spans or not is_title_cased(self.text[slice(*spans[-1])]):
            return []
        self.sections[0].spans.clear()
        return title_fields(Line(self.text[slice(*spans[-1])], spans[-1][0]))

    def _open_cast(self, line: Line, found: KeyedLine, key: HeaderKey) -> bool:
        """Open a section under "== Cast ==" that tells in sentences, or in a table, who plays whom."""
        is_alone = not found.value and not self.in_header and _is_heading_like(found.label)
        if key is not HeaderKey.CAST or not (is_alone or HEADING.fullmatch(line.text)):
            return False
        self.sections.append(Section(found.label, "about"))
        return True

    def _open_characters(self, found: KeyedLine | None) -> bool:
        """Open a section under "Characters" that tells of each in a paragraph."""
        is_alone = found is not None and not found.value and _is_heading_like(found.label)
        below = next((line for line in self.lines[self.at : self.at + 3] if not line.is_blank), None)
        if found is None or not is_alone or found.key not in CHARACTERS or self.in_header:
            return False
        if below is None or below.is_listed:
            return False
        self.sections.append(Section(found.label))
        return True

    def _is_header_line(self, found: KeyedLine) -> bool:
        if not found.value:
            return True
        if self.in_header:
            return bool(COLON.search(found.separator)) or not is_sentence_like(found.value)
        starts_small = found.value[:1].islower() and not found.value.startswith("http")
        return ":" in found.separator and not starts_small and not is_sentence_like(found.value)

    def _take_unmarked(self, line: Line) -> bool:
        """Read `Directed by Ida Holm`, which has a key and no separator, or `1987 · 99 min`."""
        if not (self.in_header or self._is_head):
            return self._take_credit(line)
        unmarked = unmarked_field(line) or (keyless_field(line) if self._stands_in_box() else None)
        if unmarked and unmarked.key is HeaderKey.CAST and is_name(Line(unmarked.value, 0)):
            unmarked = self._with_names_below(unmarked)
        found = [*with_stars(unmarked), *dated(unmarked)[1:]] if unmarked else facts_of(line)
        self.fields += found
        return bool(found)

    def _take_credit(self, line: Line) -> bool:
        """Read "Edited by Al Ross" below the story, where nothing else stands in the line."""
        credit = unmarked_field(line)
        if (
            credit is None
            or credit.key not in OF_CREW | {HeaderKey.OTHER}
            or not NAMES.fullmatch(credit.value)
        ):
            return False
        is_known = credit.key is HeaderKey.DIRECTOR and any(f.key is credit.key for f in self.fields)
        self.fields.append(replace(credit, key=HeaderKey.OTHER) if is_known else credit)
        return True

    def _stands_in_box(self) -> bool:
        """Whether the line before or after is of an infobox without separators, too."""
        beside = [*self.lines[max(0, self.at - 2) : self.at - 1], *self.lines[self.at : self.at + 1]]
        return any(unmarked_field(line) or keyless_field(line) for line in beside)

    def _with_names_below(self, field: HeaderField) -> HeaderField:
        """Return "Starring Lena Park" with the names on the lines below it."""
        lines = list(field.lines)
        while self.at < len(self.lines) and is_name(line := self.lines[self.at]):
            if unmarked_field(line) or keyless_field(line) or is_key(line) or line.text.startswith("The "):
                break
            lines.append((line.text.strip(), line.span_from(0)))
            self.at += 1
        span = Span(field.span.start, lines[-1][1].end)
        return replace(field, value="\n".join(value for value, _ in lines), span=span, lines=tuple(lines))

    def _take_unknown(self, line: Line, found: KeyedLine | None) -> bool:
        """Keep `Aspect: wide` of a header, though we do not know the key."""
        is_field = (
            found is not None
            and self.in_header
            and COLON.search(found.separator)
            and 0 < len(found.key.split()) <= 3
            and found.label[:1].isupper()
            and len(found.value) <= LONGEST_VALUE
            and not is_sentence_like(found.value)
            and (bool(self.fields) or self._field_follows())
        )
        if found is None or not is_field:
            return False
        items = self._take_items(found, HeaderKey.OTHER) if not found.value else []
        self.fields.append(field_over(self.text, HeaderKey.OTHER, found, line, items))
        return True

    def _take_items(self, found: KeyedLine, key: HeaderKey) -> list[Line]:
        items, self.at = items_below(self.lines, self.at, found, key)
        return items

    def _field_follows(self) -> bool:
        following = (line for line in self.lines[self.at : self.at + 3] if not line.is_blank)
        return any((found := keyed(line)) and header_key(found.key) for line in following)


def _is_of_table(line: Line) -> bool:
    return line.is_rule or line.text.startswith("|-") or bool(cells(line))


def _is_heading_like(label: str) -> bool:
    return label[:1].isupper() and len(label.split()) <= 4
