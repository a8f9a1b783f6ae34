"""Documents on their way in: which of them have to be read, and what reading them gives."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TypeVar

from django.conf import settings
from django.db import OperationalError
from django.db.models import Q

from films.extraction import extract_all
from films.extraction.language_model import load_model
from films.extraction.statements import Extraction
from films.folding import squash
from films.importing.removals import removed_documents
from films.importing.report import Outcome, ReportBuilder
from films.importing.sources import profile_of_row
from films.models import SourceDocument
from films.reading import UnreadableDocument, read_text
from films.reading.document import Document
from films.vocabulary import HeaderKey

# Counts up when extraction or reconciliation gives something else, so that stored documents are read again.
EXTRACTION_VERSION = 3
NUMBERED = re.compile(r"#\d+$")  # a record that has no id of its own

logger = logging.getLogger(__name__)
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something went wrong that is nobody's doing but ours; `reason` says what."""

    reason: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document to read; `row` is what the store has of it: an older version, or an older reading."""

    document: Document
    row: SourceDocument | None = None


@dataclass(slots=True)
class Intake:
    """Sorts out, batch by batch, which documents have to be read."""

    source: str
    read_with: str
    report: ReportBuilder
    removed: frozenset[str] = field(default_factory=removed_documents)
    _names: dict[tuple[str, str], str] = field(default_factory=dict)  # sha256 by source and name
    _contents: dict[str, str] = field(default_factory=dict)  # name by sha256

    def admit(self, batch: Iterable[Document | UnreadableDocument]) -> list[Incoming]:
        """Return what has to be read of the batch, and report the rest."""
        new = [document for entry in batch if (document := self._first_seen(entry)) is not None]
        rows = SourceDocument.objects.filter(
            Q(sha256__in=[document.sha256 for document in new])
            | Q(name__in=[document.name for document in new])
        ).select_related("film")
        by_content = {row.sha256: row for row in rows}
        by_name = {(row.source, row.name): row for row in rows}
        return [entry for d in new if (entry := self._stored(d, by_content, by_name)) is not None]

    def _first_seen(self, entry: Document | UnreadableDocument) -> Document | None:
        if isinstance(entry, UnreadableDocument):
            self.report.document(entry.name, Outcome.REFUSED, reason=entry.reason, place=entry.place)
            return None
        document = replace(entry, source=entry.source or self.source)
        key = (document.source, document.name)
        if self._names.setdefault(key, document.sha256) != document.sha256:
            reason = "has the name of another document of this import; give one of them another --source"
            self.report.document(document.name, Outcome.REFUSED, reason=reason)
            return None
        if document.sha256 in self._contents:
            reason = f"has the same text as {self._contents[document.sha256]}"
            self.report.document(document.name, Outcome.UNCHANGED, reason=reason)
            return None
        self._contents[document.sha256] = document.name
        return document

    def _stored(
        self,
        document: Document,
        by_content: dict[str, SourceDocument],
        by_name: dict[tuple[str, str], SourceDocument],
    ) -> Incoming | None:
        if document.sha256 in self.removed:
            self.report.document(document.name, Outcome.UNCHANGED, reason="an editor removed it")
            return None
        row = by_content.get(document.sha256)
        if row is None:
            named = by_name.get((document.source, document.name))
            if named is not None and _is_another_record(document, named):
                return Incoming(replace(document, name=f"{document.name}~{document.sha256[:8]}"))
            return Incoming(document, named)
        if row.read_with == self.read_with:
            self.report.document(document.name, Outcome.UNCHANGED, film=row.film.title)
            return None
        return Incoming(rebuilt(row), row)


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


def read_each(documents: Sequence[Document]) -> Iterator[Extraction | Fault]:
    """Yield what each document says, or why it could not be read; one fault does not lose the others."""
    together = attempt(lambda: read_all(documents))
    if not isinstance(together, Fault):
        yield from together
        return
    for document in documents:
        alone = attempt(partial(read_all, [document]))
        yield alone if isinstance(alone, Fault) else alone[0]


def read_all(documents: Sequence[Document]) -> list[Extraction]:
    """Return what the documents say, read with the language model of the settings."""
    return list(extract_all(documents, model=load_model(settings.FILMKB_LANGUAGE_MODEL)))


def attempt(action: Callable[[], Result]) -> Result | Fault:
    """Return what `action` gives, or the fault that kept it from giving anything.

    A database that is gone is no fault of a document: that goes on to whoever started the import.
    """
    try:
        return action()
    except OperationalError:
        raise
    except Exception as error:
        logger.exception("A document could not be imported.")
        return Fault(f"could not be read: {error or type(error).__name__}; please report this")
