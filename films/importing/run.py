"""An import from beginning to end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from films.extraction.statements import Extraction
from films.importing.documents import (
    Fault,
    Incoming,
    Intake,
    attempt,
    read_all,
    read_each,
    reader_fingerprint,
    rebuilt,
)
from films.importing.film import follow_up, write_film
from films.importing.grouping import FilmTask, find_films
from films.importing.report import FilmChanges, ImportReport, Outcome, ReportBuilder
from films.importing.sources import Arrival
from films.importing.suggestions import suggest_joins
from films.models import Film, SourceDocument
from films.reading import UnreadableDocument
from films.reading.document import Document
from films.reconciliation import blocking_keys, profile_of, reconcile
from films.reconciliation.values import ReconciledFilm

BATCH = 64  # documents read and grouped at a time
Entry = TypeVar("Entry")
Progress = Callable[[int], None]


def import_documents(
    documents: Iterable[Document | UnreadableDocument],
    *,
    source: str = "",
    dry_run: bool = False,
    progress: Progress | None = None,
    at: datetime | None = None,
) -> ImportReport:
    """Bring the store in line with what the documents say, and tell what that changed.

    A document that could not be read may stand among them as the `UnreadableDocument` it raised: it is
    reported as refused. `progress` is called with the number of documents done since it last was.
    A dry run writes everything and takes it back, so that its report is what would happen.
    """
    report = ReportBuilder(is_dry_run=dry_run)
    run = _Run(report, reader_fingerprint(), at or timezone.now())
    with transaction.atomic() if dry_run else nullcontext():
        intake = Intake(source, run.read_with, report)
        for batch in _batches(documents, BATCH):
            run.take_in(intake.admit(batch))
            if progress:
                progress(len(batch))
        if dry_run:
            transaction.set_rollback(True)
    return report.report()


def reread_films(film_ids: Iterable[int], *, at: datetime | None = None) -> ImportReport:
    """Read the films' stored documents again, after an editor changed what they may give.

    A film without documents is as editors made it, so there is nothing to read.
    """
    report = ReportBuilder()
    run = _Run(report, reader_fingerprint(), at or timezone.now())
    told = SourceDocument.objects.filter(film__in=film_ids).order_by("film").values_list("film", flat=True)
    for film_id in told.distinct():
        task = FilmTask(film_id, ())
        work = run.prepare(task)
        with transaction.atomic():
            film, changes = run.write(task, work)
            follow_up([film.pk])
        report.add(changes)
    return report.report()


def _batches(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    iterator = iter(entries)
    while batch := list(islice(iterator, size)):
        yield batch


@dataclass(frozen=True, slots=True)
class Prepared:
    """All documents of a film, and the film they make together."""

    arrivals: Sequence[Arrival]
    proposal: ReconciledFilm


@dataclass(frozen=True, slots=True)
class _Run:
    """One import under way."""

    report: ReportBuilder
    read_with: str
    at: datetime

    def take_in(self, incoming: list[Incoming]) -> None:
        """Read these documents and write the films that they change."""
        arrivals = []
        for entry, extraction in zip(incoming, read_each([e.document for e in incoming]), strict=True):
            if isinstance(extraction, Fault):
                self.report.document(entry.document.name, Outcome.REFUSED, reason=extraction.reason)
            else:
                arrivals.append(_arrival(extraction, entry.row))
        found = find_films(arrivals)
        self.write_all(found.tasks)
        self.report.suggestions += suggest_joins(found.doubtful, at=self.at)

    def write_all(self, tasks: Sequence[FilmTask]) -> None:
        """Write these films in one transaction, so that what follows from their rows is done once for all.

        What is slow, reading stored documents again, is done before. A film that cannot be written is
        reported, and the others are written all the same.
        """
        prepared = [(task, attempt(partial(self.prepare, task))) for task in tasks]
        with transaction.atomic():
            changed = [film.pk for task, work in prepared if (film := self._written(task, work))]
            follow_up(changed)

    def _written(self, task: FilmTask, work: Prepared | Fault) -> Film | None:
        """Write one film and report its documents; return it if that changed anything."""
        written = work if isinstance(work, Fault) else attempt(partial(self.write, task, work))
        for arrival in task.arrivals:
            name = arrival.document.name
            if isinstance(written, Fault):
                self.report.document(name, Outcome.REFUSED, reason=written.reason)
            else:
                outcome = Outcome.UPDATED if arrival.row else Outcome.ADDED
                self.report.document(name, outcome, film=written[0].title)
        if isinstance(written, Fault):
            return None
        self.report.add(written[1])
        return written[0]

    def prepare(self, task: FilmTask) -> Prepared:
        """Make one film out of what arrived and of its documents that the store has already."""
        own = [arrival.row.pk for arrival in task.arrivals if arrival.row]
        rows = (
            list(SourceDocument.objects.filter(film=task.film_id).exclude(pk__in=own)) if task.film_id else []
        )
        stored = read_all([rebuilt(row) for row in rows]) if rows else []
        kept = [_arrival(extraction, row) for extraction, row in zip(stored, rows, strict=True)]
        arrivals = sorted([*task.arrivals, *kept], key=lambda a: (a.document.name, a.document.sha256))
        return Prepared(arrivals, reconcile([arrival.extraction for arrival in arrivals]))

    def write(self, task: FilmTask, work: Prepared) -> tuple[Film, FilmChanges]:
        """Write one film; `follow_up` has to follow in the same transaction."""
        return write_film(
            task.film_id,
            work.arrivals,
            work.proposal,
            read_with=self.read_with,
            at=self.at,
            with_lines=self.report.is_dry_run,
        )


def _arrival(extraction: Extraction, row: SourceDocument | None) -> Arrival:
    profile = profile_of(extraction)
    return Arrival(extraction, profile, blocking_keys(profile), row)
