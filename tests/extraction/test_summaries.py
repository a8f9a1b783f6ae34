"""The sentence that tells an event to readers."""

import pytest

from films.extraction import extract
from films.extraction.inflection import third_person
from films.extraction.wording import sentence
from films.reading import read_text


def summaries(text: str) -> list[str]:
    return [event.summary for event in extract(read_text("story.txt", text.encode())).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna meets Tom. She kisses him.", "Anna kisses Tom.", id="pronouns"),
        pytest.param("Anna meets Tom. They leave the city.", "Anna and Tom leave the city.", id="plural"),
        pytest.param("Anna meets Tom. The two marry.", "Anna and Tom marry.", id="the two"),
        pytest.param("Anna meets Tom. Anna fractures her hand.", "Anna fractures her hand.", id="own hand"),
        pytest.param("Anna meets Tom. She steals his car.", "Anna steals Tom's car.", id="his car"),
        pytest.param("Anna meets Tom, leaving the city.", "Anna leaves the city.", id="participle"),
        pytest.param(
            "Anna meets Tom after leaving the city.", "Anna leaves the city.", id="behind a preposition"
        ),
        pytest.param("Anna is kissed by Tom.", "Anna is kissed by Tom.", id="passive"),
        pytest.param("Anna, who is a nurse, meets Tom, a sailor.", "Anna meets Tom.", id="asides stay out"),
        pytest.param(
            "Anna meets Tom (Jo Bell) at the station when the train stops.",
            "The train stops.",
            id="the clause alone",
        ),
        pytest.param("Anna begins to cry.", "Anna cries.", id="aspect stays out"),
        pytest.param("Tom is injured in a brawl.", "There is a brawl.", id="noun on its own"),
        pytest.param(
            "Anna tells Tom that she loves him.", "Anna tells Tom that she loves him.", id="what is told"
        ),
        pytest.param("Anna meets Tom. The police arrest him.", "The police arrest Tom.", id="the police"),
        pytest.param("Tom sees a girl he recognizes.", "Tom recognizes the girl.", id="object left out"),
        pytest.param("Anna meets a man who robs a bank.", "The man robs a bank.", id="relative clause"),
    ],
)
def test_the_last_event_is_told_in_one_plain_sentence(text: str, expected: str) -> None:
    assert summaries(text)[-1] == expected


def test_events_of_one_sentence_are_told_apart() -> None:
    told = summaries(
        "Anna is a nurse. Anna meets Tom at the station and takes him to a beach where they swim."
    )
    assert told == ["Anna meets Tom at the station.", "Anna takes Tom to a beach.", "Anna and Tom swim."]


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("carry", "carries"), ("play", "plays"), ("reach", "reaches"), ("go", "goes"), ("have", "has")],
)
def test_third_person_is_spelled_as_english_does(lemma: str, expected: str) -> None:
    assert third_person(lemma) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("anna 's brother leaves , she stays", "Anna's brother leaves, she stays.", id="spaces"),
        pytest.param("he does n't know", "He doesn't know.", id="contraction"),
        pytest.param("she pays $ 5 ( a lot )", "She pays $5 (a lot).", id="brackets"),
        pytest.param("who goes there ?", "Who goes there?", id="question"),
    ],
)
def test_a_sentence_is_set_as_a_typist_sets_it(text: str, expected: str) -> None:
    assert sentence(text) == expected
