"""From a text to what extraction needs, in one call, for tests of the extraction room."""

from films.extraction.coreference.characters import find_cast
from films.extraction.extract import extract
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.parsed import Parsed, parse_document
from films.reading import read_text


def parsed_of(text: str) -> Parsed:
    """Read and parse a text as a document of its own."""
    return parse_document(read_text("told.txt", text.encode()))


def meant(text: str, word: str, occurrence: int = 1) -> set[str]:
    """Return the names of those whom the n-th occurrence of a word in the text means."""
    parsed = parsed_of(text)
    cast = find_cast(parsed, find_cast_entries(parsed))
    places = [token.i for token in parsed.doc if token.text == word]
    return {cast.chain(key).name for key in cast.at(places[occurrence - 1])}


def summaries(text: str) -> list[str]:
    """Return the sentences that tell the events of the text."""
    return [event.summary for event in extract(read_text("story.txt", text.encode())).events]
