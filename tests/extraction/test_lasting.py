"""Wordings that say what is so, and the happenings that look alike; words that are no verbs."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora finds Peter annoying.", [], id="finds him annoying"),
        pytest.param("Nora finds the feast a bore.", [], id="finds it a bore"),
        pytest.param("Nora finds Peter unconscious.", ["finds"], id="finds him unconscious"),
        pytest.param("Nora finds an amusing letter.", ["finds"], id="finds an amusing thing"),
        pytest.param("Nora is fed up with the war.", [], id="fed up"),
        pytest.param("Nora is fed by the guards.", ["fed"], id="fed"),
        pytest.param("Nora loses the race, leaving Peter broke.", ["loses", "leaving"], id="broke"),
        pytest.param("Nora has no strength left.", [], id="has none left"),
        pytest.param("Nora meets a man whom she takes to be a priest.", ["meets"], id="takes to be"),
        pytest.param("Peter earns a living fixing cars.", [], id="earns a living"),
        pytest.param("Peter spends most of his time drinking.", [], id="spends most of his time"),
        pytest.param("Nora is staying in the same hotel.", [], id="is staying in"),
        pytest.param("Nora stays behind.", ["stays"], id="stays behind"),
        pytest.param("The proof now lies deep under water.", [], id="a thing lies"),
        pytest.param("Nora lies to Peter.", ["lies"], id="a person lies"),
        pytest.param("Nora finds a door leading to the cellar.", ["finds"], id="a door leading to"),
        pytest.param("They play in a room decorated with flowers.", ["play"], id="decorated with"),
        pytest.param("Nora runs, but the door is locked.", ["runs"], id="the door is locked"),
        pytest.param("Nora is locked in the cellar by Peter.", ["locked"], id="she is locked in"),
        pytest.param("Peter doubles as a guard.", [], id="doubles as"),
        pytest.param("Peter remains angry and betrayed.", [], id="remains angry and betrayed"),
        pytest.param("Their friendship grows strained.", ["grows"], id="grows strained"),
        pytest.param("Nora is unversed in the law.", [], id="unversed"),
        pytest.param("Nora is scheduled to fly to Oslo.", [], id="scheduled"),
        pytest.param("Her poverty is contrasted with his riches.", [], id="contrasted"),
    ],
)
def test_what_is_so_is_no_event(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("As the story goes on, Nora leaves Peter.", ["leaves"], id="as the story goes on"),
        pytest.param("As time goes on, Nora leaves Peter.", ["leaves"], id="as time goes on"),
        pytest.param("Bell plays Nora Vell, a widowed mother.", [], id="plays somebody who is described"),
        pytest.param("Jo Bell plays as a young nurse.", [], id="plays as"),
        pytest.param("The film provides a chance for songs.", [], id="the film provides"),
        pytest.param("A remake was released in 1943.", [], id="a remake"),
    ],
)
def test_what_is_said_of_the_film_is_no_event(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They see three crosses behind them.", ["see"], id="three crosses"),
        pytest.param("Nora and Peter talk, and the two kiss.", ["talk", "kiss"], id="the two kiss"),
        pytest.param("Nora takes over his bootlegging operation.", ["takes"], id="a business"),
        pytest.param("Nora undergoes an operation.", ["operation"], id="an operation"),
        pytest.param("Peter has exciting news.", [], id="has news"),
        pytest.param("Peter receives exciting news.", ["news"], id="receives news"),
        pytest.param("The king breaks the truce.", ["breaks"], id="breaks the truce"),
        pytest.param("The kings make a truce.", ["truce"], id="makes a truce"),
    ],
)
def test_nouns_that_tell_nothing_are_no_events(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
