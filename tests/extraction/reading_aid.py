"""From a text to what extraction needs, in one call, for tests of the extraction room."""

from films.extraction.parsed import Parsed, parse_document
from films.reading import read_text


def parsed_of(text: str) -> Parsed:
    """Read and parse a text as a document of its own."""
    return parse_document(read_text("told.txt", text.encode()))
