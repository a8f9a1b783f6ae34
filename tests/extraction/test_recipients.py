"""Who is given something, or told to do it, where the tree hides it."""

import pytest

from tests.extraction.test_participants import participants


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "Vell sleeps. The guard brings Vell food and leaves.",
            "brings",
            {"the guard": "agent", "Vell": "recipient"},
            id="a name before a thing",
        ),
        pytest.param(
            "Pell hides. Mara offers Pell absolute authority to act.",
            "offers",
            {"Mara": "agent", "Pell": "recipient"},
            id="a name before an adjective",
        ),
        pytest.param(
            "Vell sleeps. Kissing Vell goodbye, Mara leaves.",
            "Kissing",
            {"Mara": "agent", "Vell": "recipient"},
            id="kissed goodbye",
        ),
        pytest.param(
            "Tom sleeps. Max hides. Mara, a launderer, gives Tom and Max new papers.",
            "gives",
            {"Mara": "agent", "Tom": "recipient", "Max": "recipient"},
            id="two names before a thing",
        ),
        pytest.param(
            "It is Christmas. Mara brings Christmas presents.", "brings", {"Mara": "agent"}, id="no person"
        ),
    ],
)
def test_who_stands_before_what_is_given_receives_it(
    text: str, trigger: str, expected: dict[str, str]
) -> None:
    assert participants(text)[trigger] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "Mara is a nurse. Ordered to leave by Captain Vell, Mara packs her bags.",
            "Ordered",
            {"Mara": "patient", "Captain Vell": "agent"},
            id="a participle before the clause",
        ),
        pytest.param(
            "Mara and Tom are in love. They are convinced to marry by Ivo Vell, the manager.",
            "marry",
            {"Mara": "agent", "Tom": "agent"},
            id="convinced",
        ),
    ],
)
def test_whoever_orders_an_act_does_not_do_it(text: str, trigger: str, expected: dict[str, str]) -> None:
    assert participants(text)[trigger] == expected
