"""The pipeline as a whole: offsets, order, and texts of any kind."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import islice, product

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from films.extraction.batches import PIECE
from films.extraction.extract import extract, extract_all
from films.extraction.language_model import BATCH_SIZE, load_model
from films.extraction.statements import Extraction
from films.reading import UnreadableDocument, read_text
from films.reading.document import Document, Span

STORY = """Title: Still Water
Cast: Jo Bell as Anna Berg, Sam Reed as Tom Hale

Anna Berg (Jo Bell), a nurse,  meets Tom Hale at the harbour of Oslo.[1] He 's arrested after a brawl.
Anna&rsquo;s brother dies; she leaves Oslo and marries Tom.
"""


def extraction(text: str, name: str = "story.txt") -> Extraction:
    return extract(read_text(name, text.encode()))


def spans_of(extracted: Extraction) -> list[Span]:
    mentions = [mention.span for character in extracted.characters for mention in character.mentions]
    evidence = [
        span
        for stated in (*extracted.facts, *extracted.credits, *extracted.relationships, *extracted.characters)
        for span in stated.evidence
    ]
    events = [span for event in extracted.events for span in (event.sentence, event.trigger)]
    places = [span for place in extracted.places for span in place.mentions]
    return [*mentions, *evidence, *events, *places, *extracted.sentences]


def test_a_document_gives_characters_credits_events_and_places() -> None:
    found = extraction(STORY)
    assert {character.name for character in found.characters if character.is_named} == {
        "Anna Berg",
        "Tom Hale",
    }
    assert [credit.person for credit in found.credits] == ["Jo Bell", "Sam Reed"]
    assert [event.trigger_text for event in found.events] == [
        "meets",
        "arrested",
        "brawl",
        "dies",
        "leaves",
        "marries",
    ]
    assert [place.name for place in found.places] == ["Oslo"]


def test_triggers_quote_the_original_text() -> None:
    found = extraction(STORY)
    assert [event.trigger.of(STORY) for event in found.events] == [
        event.trigger_text for event in found.events
    ]


def test_each_trigger_stands_in_its_sentence() -> None:
    found = extraction(STORY)
    assert all(e.sentence.start <= e.trigger.start < e.trigger.end <= e.sentence.end for e in found.events)


def test_participants_are_characters_of_the_document() -> None:
    found = extraction(STORY)
    keys = {character.key for character in found.characters}
    assert {p.character for event in found.events for p in event.participants} <= keys


def test_every_character_has_a_place_in_the_text() -> None:
    text = (
        "The sixth film in the Salt Man series, starring William Powell and Myrna Loy as Nick and Nora "
        "Charles, characters created by Dora Hall. Nick Jr. is played by Dean Holt."
    )
    characters = extract(read_text("lead.txt", text)).characters
    assert characters
    assert all(character.mentions or character.evidence for character in characters)


def test_extracting_twice_gives_the_same() -> None:
    assert extraction(STORY) == extraction(STORY)


def test_many_documents_are_extracted_as_each_alone_and_in_order() -> None:
    texts = [STORY, "", "Mina kills the guard.", "Otto leaves. Ida follows him."]
    documents = [read_text(f"{i}.txt", text.encode()) for i, text in enumerate(texts) if text]
    assert list(extract_all(documents)) == [extract(document) for document in documents]


def tellings_of_new_names(count: int) -> list[str]:
    """Return texts with a name each that no text had before."""
    ends = product("bcdfglmn", "aeiou", "krst")
    return [f"Anna Ber{''.join(end)}en leaves Oslo." for end in islice(ends, count)]


def test_documents_are_sent_in_pieces_of_as_many_as_the_model_takes_at_a_time() -> None:
    assert PIECE == BATCH_SIZE


def test_names_of_many_documents_do_not_stay_in_the_vocabulary() -> None:
    extraction(STORY)  # what the model itself adds on its first text stays
    words = len(load_model().vocab.strings)
    told = list(extract_all(read_text("a.txt", text) for text in tellings_of_new_names(3 * BATCH_SIZE)))
    assert len({character.name for found in told for character in found.characters}) == 3 * BATCH_SIZE
    assert len(load_model().vocab.strings) == words


def test_documents_are_read_batch_by_batch_and_a_stop_half_way_harms_nothing() -> None:
    taken = []

    def documents() -> Iterator[Document]:
        for text in tellings_of_new_names(3 * BATCH_SIZE):
            taken.append(text)
            yield read_text("a.txt", text)

    some = extract_all(documents())
    first = next(some)
    some.close()
    assert len(taken) == BATCH_SIZE
    assert first == extract(read_text("a.txt", taken[0]))


def test_what_fails_within_a_batch_leaves_the_model_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    document, words = read_text("a.txt", STORY), len(load_model().vocab.strings)
    expected = extract(document)
    with monkeypatch.context() as broken:
        broken.setattr(import_module("films.extraction.extract"), "find_facts", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            extract(read_text("b.txt", tellings_of_new_names(60)[-1]))
    assert extract(document) == expected
    assert len(load_model().vocab.strings) == words


def test_threads_that_read_at_the_same_time_read_the_same() -> None:
    documents = [
        read_text(f"{i}.txt", text) for i, text in enumerate([STORY, *tellings_of_new_names(2 * BATCH_SIZE)])
    ]
    expected = list(extract_all(documents))
    with ThreadPoolExecutor(3) as threads:
        told = list(threads.map(lambda _: list(extract_all(documents)), range(6)))
    assert told == [expected] * 6


def test_events_of_tellings_alone_are_told() -> None:
    text = "The film was directed by Jo Bell. It was released in 1999 and won three awards."
    assert extraction(text).events == ()


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_is_extracted_with_spans_inside_it(text: str) -> None:
    try:
        document = read_text("any.txt", ("x " + text).encode("utf-8", "replace"))
    except UnreadableDocument:
        reject()
    found = extract(document)
    assert all(0 <= span.start <= span.end <= len(document.text) for span in spans_of(found))


WORDS = st.sampled_from(
    [
        *("Anna", "Tom Hale", "Finding", "he", "she", "they", "the two", "her", "his", "who", "that", "him"),
        *("kills", "leaves", "tells", "begins to leave", "flirts", "marries", "has been", "death of"),
        *("accident", "with", "by", "after", "if", "not", "and", ",", ".", ";", "-", '"', "'", "(", ")"),
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_words_are_extracted_and_triggers_quote_the_text(words: list[str]) -> None:
    document = read_text("any.txt", " ".join(["Anna", *words]).encode())
    found = extract(document)
    assert all(event.trigger.of(document.text) == event.trigger_text for event in found.events)
    assert all(event.summary[-1] in ".!?" for event in found.events)
    assert found == extract(document)
