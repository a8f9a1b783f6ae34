"""Reading: documents out of files, with header fields, passages and clean prose."""

from films.reading.data_sets import LeftOut, read_documents
from films.reading.decoding import UnreadableDocument
from films.reading.files import find_documents, read_document
from films.reading.passages import tells_the_story
from films.reading.reader import MAX_BYTES, read_text
from films.reading.records import RecordField, RecordRules

__all__ = [
    "MAX_BYTES",
    "LeftOut",
    "RecordField",
    "RecordRules",
    "UnreadableDocument",
    "find_documents",
    "read_document",
    "read_documents",
    "read_text",
    "tells_the_story",
]
