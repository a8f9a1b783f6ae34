"""Where sentences begin: behind names with a full stop, but neither within words nor behind abbreviations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from films.extraction.extract import extract
from films.extraction.language_model import parse
from films.reading import UnreadableDocument, read_text

TWO_SENTENCES = [
    ("Anna loves Ben.", "Ben leaves Anna."),
    ("Mara and Tom meet Jo.", "Jo hires them."),
    ("Anna kisses Tim.", "She leaves."),
    ("Ilse shoots Vu.", "Wallace then shoots Vu."),
    ("Mara hides from Al.", "Al and Bo search the mill."),
    ("The land is drawn into World War I.", "Lind goes to the front."),
    ("It happens during World War II.", "Mara sails home."),
    ("They hide in Ward B.", "Mara is caught."),
    ("Mara trusts Ed Crane Jr.", "Bo does not."),
    ("Lt. Drones shoots Ed.", "He runs."),
    ("J. R. Smith leaves Port Ember.", "Dr. Ilse Holm stays."),
]
ONE_SENTENCE = [
    "The nurse meets J. R. Smith at the mill.",
    "Mara marries George I. Lind in the spring.",
    "Hatcher J. Lowe finds the letter.",
    "A lawyer names Mara V. Quill as the heir.",
    "Dr. Ilse Holm treats him.",
    "The town of St. Ember burns.",
    "Mara urges Capt. Joe Hatcher to run.",
    "She gives the letter to Lt. Lind and leaves.",
    "Mara sees Sgt. Hart fall.",
    "He works for Wm. Reed at the mill.",
    "They climb Mt. Ember with Ilse.",
    "As Ilse, Tom, and Vu storm the mill, Wallace panics and orders the guards to close the gate.",
    "She asks him if she is to leave him alone but she sees that he does not care.",
    "They leave a human boy she is looking after named Tom with Ilse.",
]


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in next(parse([text])).sents]


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_a_full_stop_behind_a_name_ends_the_sentence_before_a_subject_and_its_verb(first, second):
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize("sentence", ONE_SENTENCE)
def test_initials_and_abbreviations_end_no_sentence(sentence):
    assert sentences(sentence) == [sentence]


def test_what_stands_behind_a_name_with_a_full_stop_is_an_event_of_its_own():
    told = extract(read_text("a.txt", "Anna loves Tim. Tim leaves Anna. Ben kills Tim. Tim dies."))
    assert [event.summary for event in told.events][-3:] == [
        "Tim leaves Anna.",
        "Ben kills Tim.",
        "Tim dies.",
    ]


def test_a_sentence_ends_where_a_section_ends_though_no_space_parts_them():
    text = "Synopsis:\nMara sails home.\nWiki info:\nEmber Tide is a film. Mara waits.\n"
    told = extract(read_text("a.txt", text)).sentences
    assert [span.of(text) for span in told] == ["Mara sails home.", "Ember Tide is a film.", "Mara waits."]


PIECES = (
    *("Mara", "Ben.", "leaves", "Dr.", "J.", "World War I.", "didnt", "it s", "10km", "swim.Over", "Zoë"),
    *(
        "[1]",
        "{{x}}",
        "<br>",
        "&amp;",
        "&nbsp;",
        "\u200b",
        "|group",
        "( )",
        '"',
        "''",
        "—",
        "... ",
        "\n",
        "\n\n",
    ),
    *(
        "Wiki info:\n",
        "\n== Plot ==\n",
        "Plot:",
        "(Jo Bell)",
        "\r\n",
        "\t",
        "a/b",
        "x\xady",
        "R2.D2",
        "Mr.Holm",
    ),
)
damaged_texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25)


@given(st.one_of(damaged_texts.map(" ".join), damaged_texts.map("".join)))
@settings(max_examples=150, deadline=None)
def test_sentences_never_overlap_and_never_begin_or_end_within_a_word(text: str) -> None:
    try:
        told = extract(read_text("any.txt", text))
    except UnreadableDocument:
        return
    edges = [edge for span in told.sentences for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    inner = [edge for edge in edges if 0 < edge < len(text)]
    assert [edge for edge in inner if text[edge - 1].isalpha() and text[edge].isalpha()] == []
