"""`manage.py import_documents`: documents in, one summary out."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from films.importing import ImportReport, Outcome, import_documents
from films.models import Film
from films.reading import UnreadableDocument, find_documents, read_document
from films.reading.document import Document

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


class Command(BaseCommand):
    help = "Read documents about films, from files and folders, into the knowledge base."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", metavar="PATH", nargs="+", type=Path, help="a text file or a folder of them"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="list what would change, and change nothing"
        )
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are films already")
        parser.add_argument("--source", metavar="NAME", default="", help="where the documents are from")

    def handle(self, *_: Any, **options: Any) -> None:
        if options["if_empty"] and Film.objects.exists():
            return
        found = list(find_each(options["paths"]))
        errors = Console(stderr=True, highlight=False)
        with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
            task = progress.add_task("Reading documents", total=len(found))
            report = import_documents(
                (read(entry) for entry in found),
                source=options["source"],
                dry_run=options["dry_run"],
                progress=lambda count: progress.update(task, advance=count),
            )
        show(report, Console(file=cast(IO[str], self.stdout), highlight=False))
        if report.refused:
            raise SystemExit(1)


def find_each(paths: list[Path]) -> Iterator[Path | UnreadableDocument]:
    """Yield what the paths name; a path that names nothing does not stop the others."""
    for path in paths:
        try:
            yield from find_documents([path])
        except UnreadableDocument as refusal:
            yield refusal


def read(entry: Path | UnreadableDocument) -> Document | UnreadableDocument:
    if isinstance(entry, UnreadableDocument):
        return entry
    try:
        return read_document(entry, max_bytes=settings.FILMKB_MAX_DOCUMENT_BYTES)
    except UnreadableDocument as refusal:
        return refusal


def show(report: ImportReport, console: Console) -> None:
    """Print what would change in a dry run, the refused documents, and one table of numbers."""
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
    for entry in report.refused:
        console.print(f"Refused: {entry.name} {entry.reason}.", markup=False)
