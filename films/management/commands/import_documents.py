"""`manage.py import_documents`: documents in, one summary out."""

import json
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from films.importing import DocumentOutcome, import_documents
from films.importing.cluster import ClusterError, cluster_reader
from films.importing.documents import GOES_ON
from films.importing.readers import Reader, cores, reader_for
from films.management.database import DatabaseCommand
from films.management.summary import LeftOutNotes, show
from films.management.tidying import tidy_after
from films.models import Film
from films.overview import refresh_overviews
from films.reading import RecordField, RecordRules, read_documents

COLUMNS = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
FIELDS = ", ".join(field.value for field in RecordField)
INTERRUPTED = 130  # exit status after Ctrl-C


class Command(DatabaseCommand):
    help = "Read documents about films, from files, data sets and folders, into the knowledge base."
    trouble = "The database cannot be written"
    remedy = f"Make room on its disk, or see that it runs and that nobody else writes for long. {GOES_ON}"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths",
            metavar="PATH",
            nargs="+",
            type=Path,
            help="a text file, a data set (CSV, TSV, JSON, ####Title#### blocks) or a folder of them",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="list what would change, and change nothing"
        )
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are films already")
        parser.add_argument("--source", metavar="NAME", default="", help="where the documents are from")
        parser.add_argument(
            "--map",
            metavar="COLUMN=FIELD",
            action="append",
            default=[],
            help=f"what a column of the data sets holds; the fields are {FIELDS}",
        )
        parser.add_argument(
            "--base-url",
            metavar="URL",
            type=web_address,
            default="",
            help="the address that the links of the data sets are relative to",
        )
        parser.add_argument(
            "--jobs", metavar="N", type=positive, default=cores(), help="processes that read (%(default)s)"
        )
        parser.add_argument(
            "--cluster",
            metavar="ADDRESS",
            default="",
            help="the scheduler of a Dask cluster whose workers read in the place of --jobs (docs/deploy.md)",
        )
        parser.add_argument(
            "--report", metavar="FILE", type=Path, help="write what was refused to FILE as JSON Lines"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        if options["if_empty"] and Film.objects.exists():
            return
        rules = RecordRules(
            mapping_of(options["map"]), options["base_url"], settings.FILMKB_MAX_DOCUMENT_BYTES
        )
        errors, left_out = Console(stderr=True, highlight=False), LeftOutNotes()
        with (
            stopped_in_words(),
            report_file(options["report"]) as refused,
            reader_of(options["jobs"], options["cluster"]) as reader,
            Progress(*COLUMNS, console=errors, transient=True, disable=not errors.is_terminal) as progress,
        ):
            task = progress.add_task("Reading documents", total=None)
            report = import_documents(
                read_documents(options["paths"], rules, left_out.add),
                source=options["source"],
                dry_run=options["dry_run"],
                reader=reader,
                progress=lambda count: progress.update(task, advance=count),
                refused=refused,
            )
            if not options["dry_run"]:
                refresh_overviews()
                tidy_after(report)
        show(report, left_out, Console(file=cast(IO[str], self.stdout), highlight=False))
        if report.refused:
            raise SystemExit(1)


@contextmanager
def stopped_in_words() -> Iterator[None]:
    """Say of an import that somebody stopped how it goes on."""
    try:
        yield
    except KeyboardInterrupt:
        raise CommandError(f"Stopped. {GOES_ON}", returncode=INTERRUPTED) from None


@contextmanager
def reader_of(jobs: int, cluster: str) -> Iterator[Reader]:
    """Yield what reads: as many processes, or else a cluster, whose own troubles end the command."""
    try:
        with cluster_reader(cluster) if cluster else reader_for(jobs) as reader:
            yield reader
    except ClusterError as error:
        raise CommandError(str(error)) from error


def positive(text: str) -> int:
    """Read a number of processes."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a whole number from 1 upwards")
    return int(text)


def web_address(text: str) -> str:
    """Read an address that links can be relative to."""
    address = urlsplit(text)
    if text and not (address.scheme in ("http", "https") and address.netloc):
        raise ArgumentTypeError(f"{text} is no address such as https://en.wikipedia.org/wiki/")
    return text


def mapping_of(entries: list[str]) -> dict[str, RecordField]:
    """Read `--map Name=title`; the last of several `=` parts, since a column may have one in its name."""
    mapping = {}
    for entry in entries:
        column, separator, field = entry.rpartition("=")
        if not (column and separator):
            raise CommandError(f"--map {entry} is not of the form COLUMN=FIELD.")
        try:
            mapping[column] = RecordField(field.strip().lower())
        except ValueError:
            raise CommandError(
                f"--map {entry}: there is no field {field}; the fields are {FIELDS}."
            ) from None
    return mapping


@contextmanager
def report_file(path: Path | None) -> Iterator[Callable[[DocumentOutcome], None] | None]:
    """Open the file before the work begins, and yield what writes a refusal to it, line by line."""
    if path is None:
        yield None
        return
    with unless_unwritable(path):
        file = path.open("w", encoding="utf-8", buffering=1)

    def write(entry: DocumentOutcome) -> None:
        with unless_unwritable(path):
            file.write(refusal_line(entry))

    with file:
        yield write


@contextmanager
def unless_unwritable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CommandError(f"--report {path} cannot be written: {error.strerror}.") from error


def refusal_line(entry: DocumentOutcome) -> str:
    reason = entry.reason.partition("; ")[0]
    line = {"name": entry.name, "place": entry.place, "reason": reason, "remedy": entry.remedy}
    return json.dumps(line, ensure_ascii=False) + "\n"
