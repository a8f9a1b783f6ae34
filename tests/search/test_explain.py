"""The passage that says why an entry was found, however its words are written there."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.models import SearchEntry
from films.search.explain import TOKEN, Explainer
from films.search.film_entries import Story
from films.search.question import read_question
from films.search.terms import parts_of, words_of

BESIDE = "A kettle whistles."


@pytest.mark.parametrize(
    ("typed", "passage", "marked"),
    [
        ("dying", "The dyer dyed a coat.", ["dyed"]),
        ("carried", "He was carrying a lamp.", ["carrying"]),
        ("loving", "She loves the sea.", ["loves"]),
        ("hopped", "A hare is hopping.", ["hopping"]),
        ("ohanlow", "Brigid O'Hanlow sings.", ["O'Hanlow"]),
        ("hanlow", "Brigid O’Hanlow sings.", ["O’Hanlow"]),
        ("spiderwarden", "The Spider-Warden sleeps.", ["Spider-Warden"]),
        ("warden", "The Spider-Warden sleeps.", ["Spider-Warden"]),
        ("eloise", "Then Éloïse laughs.", ["Éloïse"]),
        ("1987", "Plays Orrin in Ash (1987)", ["1987"]),
        ("lamp", "Two lamplighters quarrel.", ["lamplighters"]),
        ("лес", "Перед нами Лес.", ["Лес"]),
    ],
)
def test_passage_with_the_word_is_shown(typed, passage, marked):
    entry = SearchEntry(title="Ash", names="Ash", passages=f"{BESIDE}\n{passage}")

    pieces, is_name, words = Explainer(read_question(typed)).explain(entry)

    assert [piece.text for piece in pieces if piece.is_match] == marked
    assert (is_name, words) == (False, 1)


def test_name_is_shown_where_nothing_has_a_word_of_the_question():
    entry = SearchEntry(title="Ash", names="Ash\nElm", passages=BESIDE)

    assert Explainer(read_question("orchard")).explain(entry).pieces[0].text == "Ash"


def test_passage_that_says_more_than_the_title_is_shown_where_there_is_no_name():
    entry = SearchEntry(title="It happens.", names="", passages=f"It happens.\n{BESIDE}")

    assert Explainer(read_question("orchard")).explain(entry).pieces[0].text == BESIDE


@pytest.mark.parametrize("opening", ["It is cold.", "Éloïse is cold."])
def test_sentence_with_the_words_is_shown_before_those_with_beginnings_of_them(opening):
    entry = SearchEntry(title="Ash", names="Ash", passages="")
    told = [
        opening,
        "Ice lines the bay.",
        "A line of ice breaks.",
        "Iced linen freezes.",
        "A liner meets an iceberg.",
    ]

    pieces, _, words = Explainer(read_question("iceberg liner")).explain(entry, [story_of(told)])

    assert ([piece.text for piece in pieces if piece.is_match], words) == (["liner", "iceberg"], 2)


def test_no_heading_is_shown_for_a_sentence():
    entry = SearchEntry(title="Ash", names="Ash", passages="")
    story = Story("The Iceberg\n\nA liner meets an iceberg. It sinks.", [[13, 39], [40, 49]])

    pieces, _, _ = Explainer(read_question("iceberg")).explain(entry, [story])

    assert "".join(piece.text for piece in pieces) == "A liner meets an iceberg."


def story_of(sentences):
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    bounds = [(end - 1 - len(sentence), end - 1) for sentence, end in zip(sentences, ends, strict=True)]
    return Story(" ".join(sentences), bounds)


# Pieces that make words like the query's, and unlike them, with and without joiners and marks.
PARTS = st.sampled_from(
    ["ice", "Iceberg", "berg's", "o'", "line", "LINER", "lin", "-", "é", "’", " ", "\n", ". "]
)


@given(st.lists(PARTS, max_size=25).map("".join), st.sampled_from(["iceberg liner", "bergs oliner", "line"]))
def test_every_word_that_the_question_means_is_marked_and_no_other(passage, typed):
    question = read_question(typed)

    pieces, _, words = Explainer(question).explain(SearchEntry(title="Ash", names="", passages=passage))

    shown = "".join(piece.text for piece in pieces)
    meant = [
        token
        for token in TOKEN.findall(shown)
        if any(
            word.is_met_by(form) for word in question.words for form in (*words_of(token), *parts_of(token))
        )
    ]
    assert [piece.text for piece in pieces if piece.is_match] == meant
    assert words == max(met_in(line, question) for line in passage.split("\n"))


def met_in(text, question):
    forms = {form for token in TOKEN.findall(text) for form in (*words_of(token), *parts_of(token))}
    return sum(any(map(word.is_met_by, forms)) for word in question.words)
