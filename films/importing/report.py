"""What an import did: one outcome for each document, counted changes of rows, and lines to read."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole import. `changes` are lines such as `~ film year: 1999 → 2000`, kept for a dry run."""

    documents: tuple[DocumentOutcome, ...]
    rows: Mapping[str, RowCounts]
    changes: tuple[str, ...]
    suggestions: int
    is_dry_run: bool = False

    def count(self, outcome: Outcome) -> int:
        return sum(entry.outcome == outcome for entry in self.documents)

    @property
    def refused(self) -> tuple[DocumentOutcome, ...]:
        return tuple(entry for entry in self.documents if entry.outcome == Outcome.REFUSED)

    @property
    def faults(self) -> tuple[tuple[str, int], ...]:
        """Return the reasons of refusals with how often each occurs, most often first."""
        return tuple(Counter(entry.fault for entry in self.refused).most_common())


@dataclass(slots=True)
class ReportBuilder:
    """Collects what happens until the import is over."""

    is_dry_run: bool = False
    documents: list[DocumentOutcome] = field(default_factory=list)
    rows: dict[str, RowCounts] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    suggestions: int = 0

    def document(
        self, name: str, outcome: Outcome, *, film: str = "", reason: str = "", place: str = ""
    ) -> None:
        self.documents.append(DocumentOutcome(name, outcome, film, reason, place))

    def add(self, changes: FilmChanges) -> None:
        for model, counts in changes.rows.items():
            self.rows[model] = self.rows.get(model, RowCounts()) + counts
        self.suggestions += changes.suggestions
        if self.is_dry_run:
            self.lines.extend(changes.lines)

    def report(self) -> ImportReport:
        return ImportReport(
            tuple(self.documents), dict(self.rows), tuple(self.lines), self.suggestions, self.is_dry_run
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
