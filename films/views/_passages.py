"""What documents say of a thing, in their own words, as far as the reader may be told."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from films.models import Citation, EventMention, SourceDocument
from films.views._limits import Readable
from films.views._shared import NumberedSource

LONGEST_QUOTE = 320
SPACE_BEFORE_MARK = re.compile(r"\w [.,;:!?](?!\S)")


class Evidence(NamedTuple):
    """A place in a document that says so."""

    document_id: int
    start: int
    end: int
    row: Citation | EventMention

    @classmethod
    def of(cls, row: Citation | EventMention) -> "Evidence":
        if isinstance(row, EventMention):
            return cls(row.document_id, row.sentence_start, row.sentence_end, row)
        return cls(row.document_id, row.start, row.end, row)


@dataclass(frozen=True, slots=True)
class Also:
    """Another source that says the same, and where."""

    source: NumberedSource
    url: str


@dataclass(frozen=True, slots=True)
class Said:
    """One source's words, and where others say the same."""

    text: str
    source: NumberedSource
    start: int
    end: int
    url: str
    others: tuple[Also, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """The words around pieces of evidence."""

    sources: Mapping[int, NumberedSource]
    readable: Readable
    bounds: Mapping[int, Sequence[Sequence[int]]]
    texts: Mapping[int, str]

    @classmethod
    def of(
        cls,
        evidence: Iterable[Sequence[Evidence]],
        sources: Mapping[int, NumberedSource],
        readable: Readable,
    ) -> "Passages":
        """Fetch in one query what is needed to say `said` of each of these."""
        cited = {row.document_id for rows in evidence for row in rows}
        documents = SourceDocument.objects.order_by().filter(pk__in=cited)
        bounds, texts = {}, {}
        for pk, sentences, text in documents.values_list("pk", "sentence_bounds", "text"):
            bounds[pk], texts[pk] = sentences, text
        return cls(sources, readable, bounds, texts)

    def said(self, evidence: Sequence[Evidence]) -> Said | None:
        """Return what may be read of this evidence, None where nothing may.

        The first source is quoted whose text is written as a book's, without spaces before its marks.
        """
        rows = self._readable(evidence)
        if not rows:
            return None
        first = min(rows, key=self._is_in_tokens)
        others: dict[int, Also] = {}
        for row in rows:
            if row.document_id != first.document_id:
                also = Also(self.sources[row.document_id], row.row.get_absolute_url())
                others.setdefault(row.document_id, also)
        return Said(
            self._quote(first),
            self.sources[first.document_id],
            first.start,
            first.end,
            first.row.get_absolute_url(),
            tuple(others.values()),
        )

    def _readable(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Return the evidence whose sentence may be read, that of the page's first source first."""
        known = (row for row in evidence if row.document_id in self.sources)
        told = [row for row in known if self.readable.at(row.document_id, row.start)]
        return sorted(told, key=lambda row: self.sources[row.document_id].number)

    def _is_in_tokens(self, evidence: Evidence) -> bool:
        """Is the passage written as a program splits it: "Mirel left , alone ."?"""
        return bool(SPACE_BEFORE_MARK.search(self.texts[evidence.document_id], *self._passage(evidence)))

    def _quote(self, evidence: Evidence) -> str:
        text = self.texts[evidence.document_id]
        return shortened(text, *self._passage(evidence), evidence.start, evidence.end)

    def _passage(self, evidence: Evidence) -> tuple[int, int]:
        text, bounds = self.texts[evidence.document_id], self.bounds[evidence.document_id]
        return whole_passage(text, bounds, evidence.start, evidence.end)


def whole_passage(text: str, bounds: Sequence[Sequence[int]], start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a place, or outside all sentences its line.

    >>> whole_passage("Cast: Mara\\nMara left.", [[11, 21]], 6, 10)
    (0, 10)
    >>> whole_passage("Cast: Mara\\nMara left.", [[11, 21]], 11, 15)
    (11, 21)
    """
    after = bisect_right(bounds, start, key=lambda sentence: sentence[0])
    stop = bounds[after - 1][1] if after else 0
    if start < stop:
        return bounds[after - 1][0], max(stop, end)
    following = bounds[after][0] if after < len(bounds) else len(text)
    first = max(text.rfind("\n", 0, start) + 1, stop)
    last = text.find("\n", end, following)
    return first, last if last >= 0 else max(following, end)


def shortened(text: str, start: int, end: int, kept_from: int, kept_to: int) -> str:
    """Return the passage on one line; of a long one, what stands around the part to be kept.

    >>> shortened("Cast:  Mara", 0, 11, 7, 11)
    'Cast: Mara'
    """
    room = max(LONGEST_QUOTE - (kept_to - kept_from), 0) // 2
    first, last = max(start, kept_from - room), min(end, kept_to + room)
    if first > start:
        first = text.find(" ", first, kept_from) + 1 or kept_from
    if last < end:
        last = max(text.rfind(" ", kept_to, last), kept_to)
    words = " ".join(text[first:last].split())
    return f"{'… ' if first > start else ''}{words}{' …' if last < end else ''}"
