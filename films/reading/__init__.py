"""Reading: documents out of files, with header fields, passages and clean prose."""

from films.reading.decoding import UnreadableDocument
from films.reading.files import find_documents, read_document
from films.reading.passages import tells_the_story
from films.reading.reader import MAX_BYTES, read_text

__all__ = [
    "MAX_BYTES",
    "UnreadableDocument",
    "find_documents",
    "read_document",
    "read_text",
    "tells_the_story",
]
