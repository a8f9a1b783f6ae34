"""What an import did: one outcome for each document, counted changes of rows, and lines to read."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MOST_KEPT = 1_000
NUMBER = re.compile(r"\d[\d,.]*")


class Outcome(StrEnum):
    """What became of a document."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class DocumentOutcome:
    """What became of one document; `reason` says why it was refused or left alone.

    What can be done about it stands behind a semicolon there; `place` is where in its file a record is.
    """

    name: str
    outcome: Outcome
    film: str = ""
    reason: str = ""
    place: str = ""

    @property
    def fault(self) -> str:
        """Return the reason without its remedy, and with all numbers alike, so that it can be counted."""
        return NUMBER.sub("…", self.reason.partition("; ")[0])

    @property
    def remedy(self) -> str:
        return self.reason.partition("; ")[2]


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How many rows of one model really changed."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    def __add__(self, other: "RowCounts") -> "RowCounts":
        return RowCounts(
            self.created + other.created,
            self.updated + other.updated,
            self.deleted + other.deleted,
            self.unchanged + other.unchanged,
        )


@dataclass(frozen=True, slots=True)
class FilmChanges:
    """What writing one film changed; `rows` by the plural name of the model."""

    rows: Mapping[str, RowCounts]
    lines: tuple[str, ...] = ()
    suggestions: int = 0

    def __add__(self, other: "FilmChanges") -> "FilmChanges":
        names = sorted({*self.rows, *other.rows})
        rows = {n: self.rows.get(n, RowCounts()) + other.rows.get(n, RowCounts()) for n in names}
        return FilmChanges(rows, self.lines + other.lines, self.suggestions + other.suggestions)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole import. `changes` are lines such as `~ film year: 1999 → 2000`, kept for a dry run.

    Of the documents, and of those refused, the first are named; all are counted.
    """

    documents: tuple[DocumentOutcome, ...]
    refused: tuple[DocumentOutcome, ...]
    counts: Mapping[Outcome, int]
    faults: tuple[tuple[str, int], ...]  # the reasons of refusals, the most frequent first
    rows: Mapping[str, RowCounts]
    changes: tuple[str, ...]
    suggestions: int
    is_dry_run: bool = False

    def count(self, outcome: Outcome) -> int:
        return self.counts.get(outcome, 0)


@dataclass(slots=True)
class ReportBuilder:
    """Collects what happens until the import is over; `refused` is told of each refusal as it comes."""

    is_dry_run: bool = False
    refused: Callable[[DocumentOutcome], None] | None = None
    documents: list[DocumentOutcome] = field(default_factory=list)
    refusals: list[DocumentOutcome] = field(default_factory=list)
    counts: Counter[Outcome] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    rows: dict[str, RowCounts] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    suggestions: int = 0

    def document(self, outcome: DocumentOutcome) -> None:
        """Note what became of a document. Of a long import not all are kept: it may have millions."""
        self.counts[outcome.outcome] += 1
        if len(self.documents) < MOST_KEPT:
            self.documents.append(outcome)
        if outcome.outcome is not Outcome.REFUSED:
            return
        self.faults[outcome.fault] += 1
        if len(self.refusals) < MOST_KEPT:
            self.refusals.append(outcome)
        if self.refused:
            self.refused(outcome)

    def add(self, changes: FilmChanges) -> None:
        for model, counts in changes.rows.items():
            self.rows[model] = self.rows.get(model, RowCounts()) + counts
        self.suggestions += changes.suggestions
        if self.is_dry_run:
            self.lines.extend(changes.lines)

    def report(self) -> ImportReport:
        return ImportReport(
            tuple(self.documents),
            tuple(self.refusals),
            dict(self.counts),
            tuple(self.faults.most_common()),
            dict(self.rows),
            tuple(self.lines),
            self.suggestions,
            self.is_dry_run,
        )


def count_rows(
    created: Mapping[str, int],
    updated: Mapping[str, int],
    deleted: Mapping[str, int],
    loaded: Mapping[str, int],
) -> dict[str, RowCounts]:
    """Return the counts by model; what was loaded and neither updated nor deleted is unchanged."""
    names: Iterable[str] = sorted(Counter(created) + Counter(updated) + Counter(deleted) + Counter(loaded))
    return {
        name: RowCounts(
            created.get(name, 0),
            updated.get(name, 0),
            deleted.get(name, 0),
            loaded.get(name, 0) - updated.get(name, 0) - deleted.get(name, 0),
        )
        for name in names
    }
