"""Documents on their way in: which of them have to be read, and what reading them gives."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from typing import TypeVar

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models import Q

from films.extraction.batches import Fault, fault_of
from films.folding import squash
from films.importing.digests import DigestMap, RecentDigests, digest
from films.importing.removals import removed_documents
from films.importing.report import DocumentOutcome, Outcome
from films.importing.sources import profile_of_row
from films.models import SourceDocument
from films.reading import UnreadableDocument, read_text
from films.reading.document import Document
from films.reading.records import file_of_record
from films.vocabulary import HeaderKey

# Counts up when extraction or reconciliation gives something else, so that stored documents are read again.
EXTRACTION_VERSION = 17
GONE = (InterfaceError, OperationalError)  # the database is gone, full or taken
GOES_ON = "What has been written stays; the same import goes on from there."
SAME_NAME = "has the name of another document of this import; give one of them another --source"
SAME_ID = (
    "has the file and the id of another record; give each an id of its own, or leave the column out with "
    "--map COLUMN=ignore; of two files with one name, give one another --source"
)
NUMBERED = re.compile(r"#\d+$")  # a record that has no id of its own

logger = logging.getLogger(__name__)
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document to read; `row` is what the store has of it: an older version, or an older reading."""

    document: Document
    row: SourceDocument | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """A batch as it came: the documents to look at, what became of the others, and what to read."""

    size: int
    documents: Sequence[Document]
    outcomes: Sequence[DocumentOutcome]
    wanted: Sequence[Incoming]  # as the store was when the batch came


@dataclass(slots=True)
class Intake:
    """Sorts out, batch by batch, which documents have to be read."""

    source: str
    read_with: str
    removed: frozenset[str] = field(default_factory=removed_documents)
    _contents_by_name: DigestMap = field(default_factory=DigestMap)  # there may be millions
    _contents: RecentDigests = field(default_factory=RecentDigests)

    def admit(self, batch: Sequence[Document | UnreadableDocument]) -> Admission:
        """Look at a batch, perhaps before those in front of it are written."""
        seen = [self._first_seen(entry) for entry in batch]
        documents = [entry for entry in seen if isinstance(entry, Document)]
        outcomes = [entry for entry in seen if isinstance(entry, DocumentOutcome)]
        wanted = [entry for entry in self.look_up(documents) if isinstance(entry, Incoming)]
        return Admission(len(batch), documents, outcomes, wanted)

    def look_up(self, documents: Sequence[Document]) -> list[Incoming | DocumentOutcome]:
        """Return for each document what is to be read, or why nothing is, as the store is now."""
        same_content = Q(sha256__in=[document.sha256 for document in documents])
        # With the sources, of which names are unique: a name alone is looked for in all documents there are.
        same_name = Q(
            source__in={document.source for document in documents},
            name__in=[document.name for document in documents],
        )
        rows = SourceDocument.objects.filter(same_content | same_name).order_by()
        known = list(rows.select_related("film").defer("text", "sentence_bounds", "profile"))
        by_content = {row.sha256: row for row in known}
        by_name = {(row.source, row.name): row for row in known}
        found = {d.sha256: by_content.get(d.sha256) or by_name.get((d.source, d.name)) for d in documents}
        whole = SourceDocument.objects.in_bulk(
            [row.pk for sha256, row in found.items() if row and not self._is_known(row, sha256)]
        )
        return [self._stored(document, found[document.sha256], whole) for document in documents]

    def _is_known(self, row: SourceDocument, sha256: str) -> bool:
        """Whether the store has the document as it is and as this reader reads it."""
        return row.sha256 == sha256 and row.read_with == self.read_with

    def _first_seen(self, entry: Document | UnreadableDocument) -> Document | DocumentOutcome:
        if isinstance(entry, UnreadableDocument):
            return DocumentOutcome(entry.name, Outcome.REFUSED, reason=entry.reason, place=entry.place)
        document = replace(entry, source=entry.source or self.source)
        name, content = digest(f"{document.source}\0{document.name}"), digest(document.sha256)
        if self._contents_by_name.setdefault(name, content) != content:
            reason = SAME_ID if file_of_record(document.name) else SAME_NAME
            return DocumentOutcome(document.name, Outcome.REFUSED, reason=reason)
        if self._contents.meet(content):
            reason = "has the same text as another document of this import"
            return DocumentOutcome(document.name, Outcome.UNCHANGED, reason=reason)
        return document

    def _stored(
        self,
        document: Document,
        row: SourceDocument | None,
        whole: Mapping[int, SourceDocument],
    ) -> Incoming | DocumentOutcome:
        if document.sha256 in self.removed:
            return DocumentOutcome(document.name, Outcome.UNCHANGED, reason="an editor removed it")
        if row is None:
            return Incoming(document)
        if self._is_known(row, document.sha256):
            return DocumentOutcome(document.name, Outcome.UNCHANGED, film=row.film.title)
        row = whole[row.pk]
        if row.sha256 == document.sha256:
            return Incoming(rebuilt(row), row)
        if _is_another_record(document, row):
            return Incoming(replace(document, name=f"{document.name}~{document.sha256[:8]}"))
        return Incoming(document, row)


def _is_another_record(document: Document, row: SourceDocument) -> bool:
    """Whether a record goes by the number that another film's record had before some were put in between."""
    if not NUMBERED.search(document.name):
        return False
    titles = {squash(field.value) for field in document.fields_of(HeaderKey.TITLE)}
    known = set(profile_of_row(row.profile).titles)
    return bool(titles and known) and titles.isdisjoint(known)


def reader_fingerprint() -> str:
    """Return by what a stored reading is known: the language model, its version, and our own."""
    model = settings.FILMKB_LANGUAGE_MODEL
    try:
        release = version(model.replace("_", "-"))
    except PackageNotFoundError:
        release = ""
    return f"{model}-{release}/{EXTRACTION_VERSION}"[-64:]


def rebuilt(row: SourceDocument) -> Document:
    """Return a stored document as it was when it was first read."""
    document = read_text(row.name, row.text, source=row.source, max_bytes=4 * len(row.text) + 4)
    return replace(document, sha256=row.sha256, encoding=row.encoding, url=row.url)


def attempt(action: Callable[[], Result]) -> Result | Fault:
    """Return what `action` gives, or the fault that kept it from giving anything.

    A database or a cluster that is gone is no fault of a document: that goes on to whoever started the
    import.
    """
    try:
        return action()
    except (*GONE, ConnectionError):
        raise
    except Exception as error:
        logger.exception("A document could not be imported.")
        return fault_of(error)
