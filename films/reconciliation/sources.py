"""What the documents of one film bring along, in an order that does not depend on how they came."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from films.extraction.statements import Extraction
from films.reading.document import Span
from films.reconciliation.values import Evidence

CharacterSource = tuple[str, str]  # sha256 of the document, key of the character within it


@dataclass(frozen=True, slots=True)
class Source:
    """One document with what was extracted from it, and its place among the film's documents."""

    rank: int
    extraction: Extraction

    @property
    def document(self) -> str:
        return self.extraction.document.sha256

    @property
    def text(self) -> str:
        return self.extraction.document.text

    def evidence(self, spans: Iterable[Span]) -> Iterator[Evidence]:
        return (Evidence(self.document, span) for span in spans)

    def is_in_header(self, spans: Iterable[Span]) -> bool:
        """Whether any of the spans stands in a header field."""
        fields = self.extraction.document.fields
        return any(f.span.start <= span.start and span.end <= f.span.end for span in spans for f in fields)


def in_order(extractions: Iterable[Extraction]) -> tuple[Source, ...]:
    """Return each document once, by name and then by content, whatever the order of arrival.

    Copies of one document, the same bytes under two names, count once.
    """
    by_name = sorted(extractions, key=lambda e: (e.document.name, e.document.sha256))
    unique = {e.document.sha256: e for e in reversed(by_name)}
    ordered = sorted(unique.values(), key=lambda e: (e.document.name, e.document.sha256))
    return tuple(Source(rank, extraction) for rank, extraction in enumerate(ordered))


def unique_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence once each, in the order of document and text."""
    return tuple(sorted(set(evidence)))


def fuller(spellings: Sequence[str]) -> str:
    """Return the spelling that keeps most of its marks and capitals; accents get lost, they are not invented.

    >>> fuller(["CELINE ROUX", "Celine Roux", "Céline Roux"])
    'Céline Roux'
    """
    return min(
        spellings, key=lambda s: (s.isupper() or s.islower(), -sum(ord(c) > 127 for c in s), -len(s), s)
    )
