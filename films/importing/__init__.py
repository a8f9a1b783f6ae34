"""The only code that writes what machines found.

Documents stream in and are read in batches; each batch is grouped into films with what is stored,
and each film is reconciled from all its documents and written in a transaction of its own.
"""

from films.importing.documents import reader_fingerprint
from films.importing.report import DocumentOutcome, ImportReport, Outcome, RowCounts
from films.importing.run import import_documents, reread_films

__all__ = [
    "DocumentOutcome",
    "ImportReport",
    "Outcome",
    "RowCounts",
    "import_documents",
    "reader_fingerprint",
    "reread_films",
]
