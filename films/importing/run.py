"""An import from beginning to end."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from films.extraction.batches import Fault
from films.extraction.statements import Extraction
from films.extraction.workers import COLLECTED_AT
from films.importing.documents import Admission, Intake, attempt, reader_fingerprint, rebuilt
from films.importing.film import Circumstances, FilmWork, follow_up, write_films
from films.importing.grouping import FilmTask, find_films
from films.importing.readers import Here, Reader, Results, parcels
from films.importing.report import DocumentOutcome, FilmChanges, ImportReport, Outcome, ReportBuilder
from films.importing.sources import Arrival
from films.importing.suggestions import suggest_joins
from films.models import Film, SourceDocument
from films.reading import UnreadableDocument
from films.reading.document import Document
from films.reconciliation import blocking_keys, profile_of, reconcile

BATCH = 64  # documents grouped and written at a time, or as many as have so many characters:
BATCH_LENGTH = 64_000  # nothing is left to read while the last of them are written
YOUNG = 1  # the generation of what has outlived one look of the collector, as most of a batch has
Progress = Callable[[int], None]
Written = tuple[Film, FilmChanges]


def import_documents(
    documents: Iterable[Document | UnreadableDocument],
    *,
    source: str = "",
    dry_run: bool = False,
    reader: Reader | None = None,
    progress: Progress | None = None,
    refused: Callable[[DocumentOutcome], None] | None = None,
    at: datetime | None = None,
) -> ImportReport:
    """Bring the store in line with what the documents say, and tell what that changed.

    A document that could not be read may stand among them as the `UnreadableDocument` it raised: it is
    reported as refused. They are read by `reader`, else in this process. `progress` is called with the
    number of documents done since it last was, `refused` with each refusal. A dry run writes everything
    and takes it back, so that its report is what would happen.

    An import that ends before its time has written whole batches; begun again, it goes on after them.
    """
    report = ReportBuilder(is_dry_run=dry_run, refused=refused)
    run = _Run(report, reader_fingerprint(), at or timezone.now(), reader or Here())
    with patient_collector(), transaction.atomic() if dry_run else nullcontext():
        intake = Intake(source, run.read_with)
        for admission, results in run.read(intake, documents):
            run.take_in(intake, admission, results)
            gc.collect(YOUNG)
            if progress:
                progress(admission.size)
        if dry_run:
            transaction.set_rollback(True)
    return report.report()


@contextmanager
def patient_collector() -> Iterator[None]:
    """Let the garbage collector look less often: most of what an import makes lives until it is written.

    It is to look once a batch is written. What it lets grow old until then, it hardly ever looks at again.
    """
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTED_AT)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def reread_films(film_ids: Iterable[int], *, at: datetime | None = None) -> ImportReport:
    """Read the films' stored documents again, after an editor changed what they may give.

    A film without documents is as editors made it, so there is nothing to read.
    """
    report = ReportBuilder()
    run = _Run(report, reader_fingerprint(), at or timezone.now(), Here())
    told = SourceDocument.objects.filter(film__in=film_ids).order_by("film").values_list("film", flat=True)
    for film_id in told.distinct():
        (work,) = run.prepare_all([FilmTask(film_id, ())])
        if isinstance(work, Fault):
            raise ValueError(work.reason)
        with transaction.atomic():
            ((film, changes),) = write_films([work], Circumstances(run.read_with, run.at))
            follow_up([film.pk])
        report.add(changes)
    return report.report()


@dataclass(frozen=True, slots=True)
class _Run:
    """One import under way."""

    report: ReportBuilder
    read_with: str
    at: datetime
    reader: Reader

    def read(
        self, intake: Intake, documents: Iterable[Document | UnreadableDocument]
    ) -> Iterator[tuple[Admission, Results]]:
        """Yield the batches with what their documents say; later ones are read in the meantime."""
        admitted: deque[Admission] = deque()

        def wanted() -> Iterator[list[Document]]:
            for batch in parcels(documents, BATCH, BATCH_LENGTH):
                admitted.append(intake.admit(batch))
                yield [entry.document for entry in admitted[-1].wanted]

        for results in self.reader.read(wanted()):
            yield admitted.popleft(), results

    def take_in(self, intake: Intake, admission: Admission, results: Results) -> None:
        """Write the films that a batch changes.

        What has been written since it came may have changed what the store has of it.
        """
        read = {
            (entry.document.sha256, entry.document.name): result
            for entry, result in zip(admission.wanted, results, strict=True)
        }
        for outcome in admission.outcomes:
            self.report.document(outcome)
        arrivals = []
        for entry in intake.look_up(admission.documents):
            if isinstance(entry, DocumentOutcome):
                self.report.document(entry)
                continue
            extraction = read.get((entry.document.sha256, entry.document.name))
            if extraction is None:
                ((extraction,),) = self.reader.read([[entry.document]])
            if isinstance(extraction, Fault):
                refusal = DocumentOutcome(entry.document.name, Outcome.REFUSED, reason=extraction.reason)
                self.report.document(refusal)
            else:
                arrivals.append(_arrival(extraction, entry.row))
        if arrivals:
            self._join(arrivals)

    def _join(self, arrivals: Sequence[Arrival]) -> None:
        """Write the films that the documents belong to: all of them or, if that is cut short, none."""
        found = find_films(arrivals)
        prepared = list(zip(found.tasks, self.prepare_all(found.tasks), strict=True))
        with transaction.atomic():
            written = self.write_all(prepared)
            suggested = suggest_joins(found.doubtful, at=self.at)
        for (task, _), entry in zip(prepared, written, strict=True):
            self._tell(task, entry)
        self.report.suggestions += suggested

    def write_all(self, prepared: Sequence[tuple[FilmTask, FilmWork | Fault]]) -> list[Written | Fault]:
        """Write these films, and return what became of each.

        One that cannot be written does not keep the others from it: where writing them together fails, they
        are written one by one.
        """
        works = [work for _, work in prepared if isinstance(work, FilmWork)]
        together = attempt(partial(self._write, works))
        written = iter(self._one_by_one(works) if isinstance(together, Fault) else together)
        done = [work if isinstance(work, Fault) else next(written) for _, work in prepared]
        follow_up([entry[0].pk for entry in done if not isinstance(entry, Fault)])
        return done

    def _write(self, works: Sequence[FilmWork]) -> list[Written]:
        with transaction.atomic():
            return write_films(works, Circumstances(self.read_with, self.at, self.report.is_dry_run))

    def _one_by_one(self, works: Sequence[FilmWork]) -> list[Written | Fault]:
        alone = [attempt(partial(self._write, [work])) for work in works]
        return [entry if isinstance(entry, Fault) else entry[0] for entry in alone]

    def _tell(self, task: FilmTask, written: Written | Fault) -> None:
        """Report the documents of one film."""
        for arrival in task.arrivals:
            name = arrival.document.name
            if isinstance(written, Fault):
                self.report.document(DocumentOutcome(name, Outcome.REFUSED, reason=written.reason))
            else:
                outcome = Outcome.UPDATED if arrival.row else Outcome.ADDED
                self.report.document(DocumentOutcome(name, outcome, film=written[0].title))
        if not isinstance(written, Fault):
            self.report.add(written[1])

    def prepare_all(self, tasks: Sequence[FilmTask]) -> Iterator[FilmWork | Fault]:
        """Yield the films made of what arrived and of their documents that the store has already.

        Those are asked for together, so that nobody waits for one film's before the next one's are sent; and
        film by film, so that whoever reads elsewhere is given more of what is to come in the meantime.
        """
        stored = [_rebuilt_all(rows) for rows in _stored(tasks)]
        batches = [[] if isinstance(some, Fault) else [document for _, document in some] for some in stored]
        for task, some, results in zip(tasks, stored, self.reader.read(batches), strict=True):
            if isinstance(some, Fault):
                yield some
            else:
                yield attempt(partial(_made_of, task, [row for row, _ in some], results))


def _stored(tasks: Sequence[FilmTask]) -> Iterator[list[SourceDocument]]:
    """Yield for each film its documents in the store, without those that have arrived again."""
    own = [arrival.row.pk for task in tasks for arrival in task.arrivals if arrival.row]
    known = [task.film_id for task in tasks if task.film_id is not None]
    rows: dict[int, list[SourceDocument]] = {film_id: [] for film_id in known}
    for row in SourceDocument.objects.filter(film__in=known).exclude(pk__in=own) if known else ():
        rows[row.film_id].append(row)
    yield from (rows[task.film_id] if task.film_id is not None else [] for task in tasks)


def _rebuilt_all(rows: Sequence[SourceDocument]) -> list[tuple[SourceDocument, Document]] | Fault:
    return attempt(lambda: [(row, rebuilt(row)) for row in rows])


def _made_of(task: FilmTask, rows: Sequence[SourceDocument], stored: Results) -> FilmWork | Fault:
    kept = []
    for extraction, row in zip(stored, rows, strict=True):
        if isinstance(extraction, Fault):
            return extraction
        kept.append(_arrival(extraction, row))
    arrivals = sorted([*task.arrivals, *kept], key=lambda a: (a.document.name, a.document.sha256))
    return FilmWork(task.film_id, arrivals, reconcile([arrival.extraction for arrival in arrivals]))


def _arrival(extraction: Extraction, row: SourceDocument | None) -> Arrival:
    profile = profile_of(extraction)
    return Arrival(extraction, profile, blocking_keys(profile), row)
