"""The rows of the documents themselves: text, tellings, and the keys by which films are found."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from films.extraction.statements import Extraction
from films.importing.plan import Plan
from films.importing.rows import Ledger
from films.models import BlockingKey, Film, SourceDocument, Telling
from films.models.insertion import new_row
from films.reading.document import Document, Passage, Span
from films.reconciliation.profiles import DocumentProfile

URL_LENGTH = 500
KEY_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document as it was just read; `row` is what the store has of it, or None for a new one."""

    extraction: Extraction
    profile: DocumentProfile
    keys: frozenset[str]
    row: SourceDocument | None = None

    @property
    def document(self) -> Document:
        return self.extraction.document


def plan_document(
    ledger: Ledger,
    film: Film,
    arrival: Arrival,
    row: SourceDocument | None,
    *,
    read_with: str,
    at: datetime,
) -> SourceDocument:
    """Bring the document's row in line with what was read."""
    document = arrival.document
    if row is None:
        row = ledger.add(
            SourceDocument(film=film, name=document.name, source=document.source, imported_at=at)
        )
    elif row.sha256 != document.sha256:
        ledger.change(row, imported_at=at)
    ledger.change(
        row,
        text=document.text,
        url=document.url if len(document.url) <= URL_LENGTH else "",
        sha256=document.sha256,
        format=document.format.value,
        encoding=document.encoding,
        sentence_bounds=[[span.start, span.end] for span in arrival.extraction.sentences],
        profile=json.loads(arrival.profile.to_json()),
        read_with=read_with,
    )
    return row


def profile_of_row(profile: dict[str, Any]) -> DocumentProfile:
    """Return the profile that a stored document keeps."""
    return DocumentProfile.from_json(json.dumps(profile))


def plan_keys(plan: Plan, arrivals: Iterable[Arrival], rows: Sequence[SourceDocument]) -> None:
    """Bring the keys in line, by which documents about the same film are found."""
    has: dict[int, dict[str, BlockingKey]] = defaultdict(dict)
    for key in plan.stored.keys:
        has[key.document_id][key.key] = key
    for arrival, row in zip(arrivals, rows, strict=True):
        wanted = {key[:KEY_LENGTH] for key in arrival.keys}
        known = has[row.pk] if row.pk else {}
        for text in sorted(wanted - known.keys()):
            plan.ledger.add(new_row(BlockingKey, document=row, key=text))
        plan.drop_all(known[text] for text in sorted(known.keys() - wanted))


def plan_tellings(
    plan: Plan, arrivals: Iterable[Arrival], rows: Sequence[SourceDocument]
) -> tuple[dict[tuple[str, int], Telling], list[Telling]]:
    """Bring tellings in line; return them by sha256 and passage number, and those that no passage is now."""
    tellings: dict[tuple[str, int], Telling] = {}
    kept: set[int] = set()
    for arrival, row in zip(arrivals, rows, strict=True):
        has = [telling for telling in plan.stored.tellings if telling.document is row]
        for number, telling in _tellings_of(plan.ledger, arrival.document, row, has).items():
            tellings[row.sha256, number] = telling
            kept.add(id(telling))
    return tellings, [telling for telling in plan.stored.tellings if id(telling) not in kept]


def _tellings_of(
    ledger: Ledger, document: Document, row: SourceDocument, has: list[Telling]
) -> dict[int, Telling]:
    by_start: dict[int, Telling] = {}
    found: dict[int, Telling] = {}
    free = list(has)
    for number, passage in enumerate(document.passages):
        span = document.prose.origin(passage.start, passage.end)
        if not passage.is_telling or span.start >= span.end:
            continue
        if span.start not in by_start:
            telling = _nearest(free, span) or ledger.add(Telling(document=row))
            free = [other for other in free if other is not telling]
            _describe(ledger, telling, passage, span)
            by_start[span.start] = telling
        found[number] = by_start[span.start]
    return found


def _nearest(tellings: Sequence[Telling], span: Span) -> Telling | None:
    """Return the telling that starts there, or else the one that overlaps most."""

    def likeness(telling: Telling) -> tuple[bool, int]:
        shared = min(telling.end, span.end) - max(telling.start, span.start)
        return telling.start == span.start, shared

    best = max(tellings, key=likeness, default=None)
    return best if best is not None and likeness(best)[1] > 0 else None


def _describe(ledger: Ledger, telling: Telling, passage: Passage, span: Span) -> None:
    ledger.change(telling, kind=passage.kind.value, heading=passage.heading, start=span.start, end=span.end)
