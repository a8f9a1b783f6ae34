"""What reading gives: a document with its header fields and its prose, every character traceable.

There are two coordinate systems. *Original* offsets count code points in `Document.text`, the text
as it was received; everything that leaves the text rooms uses them. *Clean* offsets count code
points in `Document.prose.text`, which is what the language model reads; `CleanText.origin` leads back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from films.vocabulary import DocumentFormat, HeaderKey, PassageKind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what the span covers in `text`: `Span(0, 3).of("Mara")` is `"Mar"`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text made readable, and where each of its characters came from.

    `origins[i]` is the original offset of the character that `text[i]` stands for; the array is as
    long as the text and never decreases. An inserted character (a lost apostrophe, a paragraph
    break) points to the original character it stands before or replaces. Where a character stands
    for several (`é` for `&eacute;`), `ends[i]` is where they end; without `ends` each stands for one.
    """

    text: str
    origins: Sequence[int] = ()
    ends: Sequence[int] = ()

    def origin(self, start: int, end: int) -> Span:
        """Return the original span of `text[start:end]`; it is never empty for a non-empty stretch."""
        if start >= end:
            return Span(self.origins[start], self.origins[start]) if start < len(self.origins) else Span(0, 0)
        return Span(self.origins[start], self.ends[end - 1] if self.ends else self.origins[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class HeaderField:
    """One `Key: value` of a header; `value` is as written, `span` (original) covers it.

    `lines` are the value's non-empty lines with their original spans, for indented lists:
    a one-line value has one.
    """

    key: HeaderKey
    label: str
    value: str
    span: Span
    lines: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of prose that does one thing; `start` and `end` are *clean* offsets."""

    kind: PassageKind
    start: int
    end: int
    heading: str = ""

    @property
    def is_telling(self) -> bool:
        return self.kind is not PassageKind.ABOUT


@dataclass(frozen=True, slots=True)
class Document:
    """A document as received, and what its layout says."""

    name: str
    text: str
    sha256: str  # of the bytes as received
    format: DocumentFormat
    encoding: str
    fields: tuple[HeaderField, ...]
    prose: CleanText
    passages: tuple[Passage, ...]  # in text order, never overlapping
    source: str = ""  # where it is from, as the importer was told
    url: str = ""

    def fields_of(self, key: HeaderKey) -> tuple[HeaderField, ...]:
        """Return the header fields of one key, in text order."""
        return tuple(field for field in self.fields if field.key is key)
