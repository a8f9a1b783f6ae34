"""What the wording leaves open, and what it tells all the same."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora instructs him on how to kill Peter.", ["instructs"], id="how to"),
        pytest.param("Nora has yet to identify the man.", [], id="has yet to"),
        pytest.param("Nora yet manages to identify the man.", ["identify"], id="yet manages"),
        pytest.param(
            "To ensure his safety, Nora drives into a lake, but Peter saves her.",
            ["drives", "saves"],
            id="an aim that comes first",
        ),
        pytest.param(
            "Forced to leave, Nora drives into a lake.", ["leave", "drives"], id="forced, which comes first"
        ),
        pytest.param("Nora is bent on taking the children away.", [], id="bent on"),
        pytest.param("Nora yearns for dancing again.", [], id="yearns for"),
        pytest.param("Nora has trouble adjusting to the town.", [], id="has trouble"),
        pytest.param("Peter is killed for supposedly stealing gold.", ["killed"], id="supposedly"),
        pytest.param(
            "Peter is killed for stealing gold.", ["killed", "stealing"], id="killed for what was done"
        ),
        pytest.param("Nora wants her own soul placed in a jar.", [], id="wants it done"),
        pytest.param(
            "Nora jumps to the conclusion that Peter slept with Ana.", ["jumps"], id="jumps to the conclusion"
        ),
        pytest.param("Nora protects the house from all who come.", ["protects"], id="all who come"),
        pytest.param(
            "Nora is a witch. Anyone she questions is killed.",
            ["questions", "killed"],
            id="anyone she questions",
        ),
    ],
)
def test_what_is_only_aimed_at_or_supposed_is_no_event(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tom vows to return when he has learned to fight.", ["vows"], id="vows, when he has"),
        pytest.param("Peter is about to leave when Nora comes.", ["comes"], id="about to, when she comes"),
        pytest.param("Nora advises Peter to wait until she gets there.", ["advises"], id="advised until"),
        pytest.param("Peter does not rest until he finds Nora.", ["finds"], id="does not rest until"),
        pytest.param("Nora is forced to wait until Peter returns.", ["wait", "returns"], id="forced to wait"),
        pytest.param(
            "Nora goes to fetch the money but decides against it.",
            ["goes", "decides"],
            id="decides against it",
        ),
        pytest.param(
            "Nora goes to fetch the money but Peter follows her.",
            ["goes", "fetch", "follows"],
            id="but is followed",
        ),
        pytest.param("Peter recruits Ivo to torture and frighten the men.", ["recruits"], id="two aims"),
        pytest.param(
            "Nora discovers the gangsters who attempted to bribe and kill Peter are lying low there.",
            ["discovers", "attempted", "lying"],
            id="two attempts",
        ),
    ],
)
def test_what_waits_for_something_else_is_no_event(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
