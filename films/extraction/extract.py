"""The pipeline of extraction, top to bottom: a document in, everything it says out."""

from collections.abc import Container, Iterable, Iterator
from itertools import islice

from spacy.language import Language

from films.extraction.chains import Chain, TokenMention
from films.extraction.coreference.characters import find_cast
from films.extraction.events.events import find_events
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.film.credits import find_credits
from films.extraction.film.facts import find_facts
from films.extraction.language_model import BATCH_SIZE, load_model, reading
from films.extraction.parsed import Parsed, parse_documents
from films.extraction.places import find_place_mentions, find_places
from films.extraction.relations.relationships import find_relationships
from films.extraction.statements import Character, Credit, Extraction, Mention
from films.reading.document import Document, Span


def extract(document: Document, *, model: Language | None = None) -> Extraction:
    """Return everything the document says.

    >>> from films.reading import read_text
    >>> extraction = extract(read_text("a.txt", b"Anna meets Tom at the station. She kisses him."))
    >>> [event.summary for event in extraction.events]
    ['Anna meets Tom at the station.', 'Anna kisses Tom.']
    """
    return next(extract_all([document], model=model))


def extract_all(documents: Iterable[Document], *, model: Language | None = None) -> Iterator[Extraction]:
    """Extract many documents in order, batch by batch, in memory that does not grow with their number."""
    reader, left = model or load_model(), iter(documents)
    while batch := list(islice(left, BATCH_SIZE)):
        with reading(reader):
            extractions = [_extraction(parsed) for parsed in parse_documents(batch, model=reader)]
        yield from extractions


def _extraction(parsed: Parsed) -> Extraction:
    entries = find_cast_entries(parsed)
    cast = find_cast(parsed, entries)
    credited = find_credits(parsed, entries, cast)
    events = find_events(parsed, cast, find_place_mentions(parsed, cast))
    told = {chain.key for chain in cast.chains if chain.mentions} | {credit.character for credit in credited}
    return Extraction(
        document=parsed.document,
        sentences=_sentences(parsed),
        facts=find_facts(parsed),
        credits=credited,
        characters=tuple(
            _character(parsed, chain, credited, told) for chain in cast.chains if chain.key in told
        ),
        relationships=tuple(
            relationship
            for relationship in find_relationships(parsed, cast, entries, events)
            if {relationship.subject, relationship.object} <= told
        ),
        places=find_places(parsed, cast),
        events=events,
    )


def _sentences(parsed: Parsed) -> tuple[Span, ...]:
    """Return the sentences' original spans, without the ones that are mere space."""
    return tuple(
        parsed.span_of(start, end)
        for start, end in parsed.sentences
        if any(not token.is_space for token in parsed.doc[start:end])
    )


def _character(
    parsed: Parsed, chain: Chain, credited: Iterable[Credit], told: Container[str | None]
) -> Character:
    cast_lines = {span for credit in credited if credit.character == chain.key for span in credit.evidence}
    return Character(
        key=chain.key,
        name=chain.name,
        names=chain.names,
        is_named=chain.is_named,
        kind=chain.kind,
        gender=chain.gender,
        mentions=tuple(_mention(parsed, mention) for mention in sorted(chain.mentions)),
        members=tuple(key for key in chain.members if key in told),
        evidence=tuple(sorted(cast_lines)),
    )


def _mention(parsed: Parsed, mention: TokenMention) -> Mention:
    return Mention(parsed.span_of(mention.start, mention.end), mention.kind)
