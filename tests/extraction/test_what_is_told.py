"""What a cause brings about, what is conceded, and what only looks done."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("This results in Mara being arrested.", ["arrested"], id="this results in"),
        pytest.param("These results shock Mara.", ["shock"], id="these results"),
        pytest.param("This leads to the pair undressing one another.", ["undressing"], id="the pair"),
        pytest.param(
            "The raid results in the two men being arrested.", ["raid", "arrested"], id="results in their"
        ),
        pytest.param("Ana leads Tom to a man hiding in a barn.", ["leads", "hiding"], id="leads him to"),
        pytest.param("The loan enables Mara to win.", ["win"], id="a loan enables"),
        pytest.param("Two years of training allow Mara to win.", ["win"], id="training allows"),
        pytest.param("Tom allows Mara to leave.", ["allows", "leave"], id="he allows"),
        pytest.param("Tom enables Mara to flee.", ["enables", "flee"], id="enables"),
        pytest.param("His lies and betrayal shock Mara.", ["betrayal", "shock"], id="his lies and betrayal"),
    ],
)
def test_what_a_cause_brings_about_is_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom becomes convinced that the boy may not be his, even though Mara assures him that he is.",
            ["becomes", "assures"],
            id="even though",
        ),
        pytest.param("Tom thinks that Mara lies.", [], id="thinks that"),
        pytest.param("Tom dreams about Mara.", ["dreams"], id="dreams about her"),
        pytest.param("Tom dreams about becoming a singer.", [], id="dreams about becoming"),
    ],
)
def test_what_is_conceded_is_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They go upstairs to see Mara, but she is gone.", ["go"], id="but she is gone"),
        pytest.param("They go upstairs to see Mara, but she weeps.", ["go", "see", "weeps"], id="but weeps"),
        pytest.param("Tom was struggling to survive.", [], id="was struggling"),
        pytest.param("Struggling with debts, Tom leaves.", ["leaves"], id="struggling with"),
        pytest.param("Tom struggles with the guard.", ["struggles"], id="struggles"),
        pytest.param(
            "Tom attempts to rob Ivo, to make his victory complete.", ["attempts"], id="to make it complete"
        ),
        pytest.param("Tom is a young man obsessed with death.", [], id="obsessed with"),
        pytest.param("Tom stumbles into the one leading to Oslo.", ["stumbles"], id="the one leading to"),
    ],
)
def test_what_is_only_so_or_meant_is_not_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
