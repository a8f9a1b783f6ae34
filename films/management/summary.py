"""What an import tells at its end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from rich.console import Console
from rich.table import Table

from films.importing import ImportReport, Outcome
from films.reading import LeftOut

# Rows that serve others and tell a person nothing.
HIDDEN = frozenset(
    {
        "blocking keys",
        "mention participants",
        "film-genre relationships",
        "film-country relationships",
        "character-character relationships",
    }
)
MOST_NAMED = 20  # refused documents, and data sets with columns that are not read, that are shown one by one
MOST_COLUMNS = 30


@dataclass(slots=True)
class LeftOutNotes:
    """Which data sets were not read whole; files that lack the same are told of together."""

    _files: dict[tuple[tuple[str, ...], bool], list[str]] = field(default_factory=dict)

    def add(self, left: LeftOut) -> None:
        self._files.setdefault((left.columns, left.has_story), []).append(left.file)

    def lines(self) -> Iterator[str]:
        for (columns, has_story), files in islice(self._files.items(), MOST_NAMED):
            if columns:
                named = ", ".join(columns[:MOST_COLUMNS]) + (", …" if len(columns) > MOST_COLUMNS else "")
                yield f"Columns not read of {_named(files)}: {named}; --map COLUMN=FIELD says what one holds."
            if not has_story:
                yield (
                    f"No column of {_named(files)} holds a story, so no events are told; "
                    "--map COLUMN=plot names one that does."
                )
        if len(self._files) > MOST_NAMED:
            yield f"… and columns of {sum(map(len, list(self._files.values())[MOST_NAMED:])):,} more files."


def _named(files: Sequence[str]) -> str:
    others = len(files) - 1
    return files[0] + (f" and {others:,} other file{'' if others == 1 else 's'}" if others else "")


def show(report: ImportReport, left_out: LeftOutNotes, console: Console) -> None:
    """Print what would change in a dry run, one table of numbers, and what was not read."""
    for line in report.changes:
        console.print(line, markup=False)
    table = Table(title="Would change" if report.is_dry_run else None, title_justify="left")
    for heading in ("", "added", "updated", "unchanged", "removed", "refused"):
        table.add_column(heading, justify="left" if not heading else "right")
    counts = {outcome: report.count(outcome) for outcome in Outcome}
    table.add_row("documents", *(str(counts[o]) for o in list(Outcome)[:3]), "", str(counts[Outcome.REFUSED]))
    for model, rows in report.rows.items():
        if model in HIDDEN:
            continue
        table.add_row(model, str(rows.created), str(rows.updated), str(rows.unchanged), str(rows.deleted), "")
    console.print(table)
    if report.suggestions:
        console.print(f"{report.suggestions} suggestions for editors; see Suggestions in the admin.")
    for line in left_out.lines():
        console.print(line, markup=False, soft_wrap=True)
    show_refused(report, console)


def show_refused(report: ImportReport, console: Console) -> None:
    """Name what was refused; of a long list the first ones, and how many there are for each reason."""
    for entry in report.refused[:MOST_NAMED]:
        place = f" ({entry.place})" if entry.place else ""
        console.print(f"Refused: {entry.name}{place} {entry.reason}.", markup=False, soft_wrap=True)
    refused = report.count(Outcome.REFUSED)
    if refused > MOST_NAMED:
        console.print(f"… and {refused - MOST_NAMED:,} more; --report FILE lists them all.")
    if refused > 1:
        for fault, count in report.faults:
            console.print(f"{count:>7,} × {fault}", markup=False, soft_wrap=True)
