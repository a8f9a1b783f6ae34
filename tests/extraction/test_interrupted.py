"""A verb behind an aside has the subject before it, however the sentence opens."""

import pytest

from tests.extraction.test_participants import participants
from tests.extraction.test_reattaching import around


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("One night, Tom, needing a drink, shoots an old friend.", "shoots", "Tom"),
        ("In 965 AD, Odin, king of the north, wages war against Tom.", "wages", "Odin"),
        ("In Rome, Mara's friend, the dancer Ana, uses a bale of cotton.", "uses", "friend"),
        (
            "Before they can reach him, the Lieutenant, hit by stones, falls to his death.",
            "falls",
            "Lieutenant",
        ),
        ("Tom fears Rivers. Mara meets Tom Rivers. Rivers later confronts Mara.", "confronts", "Rivers"),
        ("On Monday, Tom, who is ill, leaves.", "leaves", "Tom"),
        ("Tom kisses Mara, Ana, and Max, who is ill.", "kisses", "Tom"),
    ],
)
def test_the_subject_stands_before_the_aside(text: str, verb: str, subject: str) -> None:
    assert around(text, verb, "nsubj") == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (
            "Mara meets Tom. Embarrassed by the poor turnout at his party Tom bails into the corridor.",
            "bails",
            {"Tom": "agent"},
        ),
        (
            "Mara loves Ivo. But the elusive Mara and Ana arrive at the house.",
            "arrive",
            {"Mara": "agent", "Ana": "agent"},
        ),
    ],
)
def test_the_name_right_before_a_verb_acts(text: str, verb: str, expected: dict[str, str]) -> None:
    assert participants(text)[verb] == expected
