"""What holds for any text whatever."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from films.reading import UnreadableDocument, read_text
from films.reading.cleaning import clean
from films.reading.document import CleanText, Document

WORDS = ("Mara", "boat", "leaves", "Ivo", "Zoë", "sails", "Holm", "and")
MARKUP = (
    *(
        " s ",
        " , ",
        " . ",
        "(",
        ")",
        " ( ) ",
        '"',
        ' " ',
        "``",
        "''",
        "'''",
        "[[",
        "]]",
        "|",
        "{{",
        "}}",
        "{{plot}}",
    ),
    *(
        "[1]",
        "<ref>",
        "</ref>",
        "<br>",
        "&amp;",
        "&amp;amp;",
        "&eacute;",
        ".mw-parser-output .x{top:0}",
        "|it|lt=",
        "|group=N",
        "lang|es|",
        "\n",
        "\n\n",
        "\r\n",
        "  ",
        "\xa0",
        "\ufeff",
    ),
    *(
        "\u200b",
        ".",
        "?",
        ":",
        "=",
        "\t",
        "* ",
        "- ",
        "# ",
        "== Plot ==",
        "Director:",
        "Cast:",
        "Plot:",
        "(1987)",
        "_",
    ),
    *("swim.Over", "1.5", "does nt", "Mr.Holm", "https://a.b/c", "<!--", "-->", "\x85", "\ufffd"),
)
damaged_texts = st.lists(st.sampled_from(WORDS + MARKUP), max_size=40).map("".join)
spaced_texts = st.lists(st.sampled_from(WORDS + MARKUP), max_size=40).map(" ".join)
any_text = st.one_of(st.text(max_size=200), damaged_texts, spaced_texts)


def is_traceable(cleaned: CleanText, received: str) -> bool:
    same_length = len(cleaned.text) == len(cleaned.origins) == len(cleaned.ends)
    ordered = list(cleaned.origins) == sorted(cleaned.origins) and list(cleaned.ends) == sorted(cleaned.ends)
    pairs = zip(cleaned.origins, cleaned.ends, strict=True)
    return same_length and ordered and all(0 <= start < end <= len(received) for start, end in pairs)


@given(any_text)
def test_every_clean_character_knows_where_it_is_from(received: str) -> None:
    assert is_traceable(clean(received), received)


@given(any_text)
def test_cleaning_clean_text_changes_nothing(received: str) -> None:
    once = clean(received).text
    assert clean(once).text == once


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.data())
def test_words_of_plain_text_lead_back_to_themselves(words: list[str], data: st.DataObject) -> None:
    separators = st.sampled_from((" ", "  ", ", ", " , ", "\xa0", " [1] ", " {{x}} ", "\n\n", " ( ) "))
    received = "".join(word + data.draw(separators) for word in words)
    cleaned = clean(received)
    at = 0
    for word in words:
        at = cleaned.text.index(word, at)
        assert cleaned.origin(at, at + len(word)).of(received) == word
        at += len(word)


def document_or_reason(data: str | bytes) -> Document | str:
    try:
        return read_text("any.txt", data)
    except UnreadableDocument as refusal:
        return refusal.reason


@given(any_text)
@settings(max_examples=200)
def test_passages_never_overlap_and_fields_lie_within_the_text(received: str) -> None:
    document = document_or_reason(received)
    if isinstance(document, str):
        assert document.startswith("is empty")
        return
    edges = [edge for passage in document.passages for edge in (passage.start, passage.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(document.prose.text) for edge in edges)
    assert all(0 <= field.span.start <= field.span.end <= len(received) for field in document.fields)
    assert is_traceable(document.prose, received)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    document = document_or_reason(data)
    assert document
    assert isinstance(document, str) or is_traceable(document.prose, document.text)


HOSTILE = (
    "<ref>",
    "{{",
    "[[",
    "&amp;",
    "(",
    ' " ',
    "a:",
    "<a ",
    "A. ",
    "'",
    "ab\n",
    "_",
    "Cast:\n",
    "<!--",
    " s ",
    "a | b\n",
    ".mw-parser-output ",
    ".mw-parser-output {",
    "a|it|lt=",
    "a|group=",
)


def calls_to_read(text: str) -> int:
    """Return how many calls reading the text makes, which no busy machine changes."""
    count = 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        document_or_reason(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_more_steps_than_its_length_asks(piece: str) -> None:
    short = 12_000 // len(piece)
    assert calls_to_read(piece * 4 * short) < 8 * calls_to_read(piece * short)
