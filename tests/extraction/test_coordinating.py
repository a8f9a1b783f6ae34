"""Verbs behind "and": whose act each is, where a clause stands between."""

import pytest

from films.extraction.language_model import parse
from tests.extraction.test_reattaching import around


@pytest.mark.parametrize(
    ("text", "verb", "main"),
    [
        pytest.param(
            "Tom tells Rosa that Bruno was killed in the war and berates her.",
            "berates",
            "tells",
            id="behind what is told of the past",
        ),
        pytest.param(
            "Vera finds out that Tom never intended to leave and calls him a coward.",
            "calls",
            "finds",
            id="behind what is found out",
        ),
        pytest.param(
            "Rosa thinks Tom to be the sender and kisses him.", "kisses", "thinks", id="behind an infinitive"
        ),
        pytest.param(
            "Rosa thinks that Tom is lying to her and starts an argument.",
            "starts",
            "thinks",
            id="behind what is under way",
        ),
        pytest.param(
            "Rosa tells Tom that he can not go because the police are looking for him, and claims to Bruno "
            "that he is safe.",
            "claims",
            "tells",
            id="behind a clause in a clause",
        ),
        pytest.param(
            "Bruno sees the horn being taken by Tom and recovers it.",
            "recovers",
            "sees",
            id="behind a participle",
        ),
        pytest.param(
            "Bruno is grateful that Tom has stayed and arranges a meeting.",
            "arranges",
            "is",
            id="behind an adjective with a clause",
        ),
        pytest.param(
            "Bruno and his gang find the club where Tom is held hostage and help him to escape.",
            "help",
            "find",
            id="several go on with what several did",
        ),
        pytest.param(
            "Frightened, Vera makes him leave and barricades the door.",
            "barricades",
            "makes",
            id="behind what somebody is made to do",
        ),
    ],
)
def test_a_verb_goes_on_with_the_clause_of_its_own_form(text: str, verb: str, main: str) -> None:
    token = next(token for token in next(parse([text])) if token.text == verb)
    assert (token.head.text, token.dep_) == (main, "conj")


@pytest.mark.parametrize(
    ("text", "verb", "inner"),
    [
        pytest.param(
            "Tom meets Rosa, who was hired by Bruno and works for him.",
            "works",
            "hired",
            id="told of whom the clause is about",
        ),
        pytest.param(
            "Tom sees that Bruno takes the horn and sells it.", "sells", "takes", id="of the same form"
        ),
        pytest.param("Tom learns that Bruno was married and has a child.", "has", "was", id="a state"),
        pytest.param(
            "Vera decides to put on the coat and pretend to be a maid.",
            "pretend",
            "put",
            id="two plain forms",
        ),
    ],
)
def test_a_verb_stays_in_the_clause_that_it_fits(text: str, verb: str, inner: str) -> None:
    token = next(token for token in next(parse([text])) if token.text == verb)
    assert token.head.text == inner


@pytest.mark.parametrize(
    ("text", "verb", "dependency", "words"),
    [
        pytest.param(
            "Rosa's father learns about the photograph and Rosa is questioned.",
            "questioned",
            "nsubjpass",
            ["Rosa"],
            id="a second clause has its own subject",
        ),
        pytest.param(
            "Rosa finds a young pilot, Bruno Vell, gives him a photograph and leaves.",
            "finds",
            "dobj",
            ["pilot"],
            id="a pilot is found",
        ),
        pytest.param(
            "Rosa finds a young pilot, Bruno Vell, gives him a photograph and leaves.",
            "gives",
            "nsubj",
            [],
            id="and gives nothing",
        ),
        pytest.param(
            "While his kids are throwing a party, his former secretary, Alice, stops by.",
            "stops",
            "nsubj",
            ["secretary"],
            id="behind a fronted clause",
        ),
        pytest.param(
            "Bruno tells Tom to stay away from Rosa, using the excuse that she is ill.",
            "tells",
            "advcl",
            ["using"],
            id="how it is told",
        ),
    ],
)
def test_each_clause_has_what_belongs_to_it(text: str, verb: str, dependency: str, words: list[str]) -> None:
    assert around(text, verb, dependency) == words


def test_ups_and_downs_are_nothing_that_anybody_does() -> None:
    token = next(
        token
        for token in next(parse(["Tom argues that all have their ups and downs."]))
        if token.text == "downs"
    )
    assert token.head.text != "argues"
