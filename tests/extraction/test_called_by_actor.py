"""Old synopses call characters by the names of well-known actors; a name of the cast alone is nobody's."""

import pytest

from films.extraction.extract import extract
from films.reading import read_text

HEADER = "Title: Salt Roads\nYear: 1929\nStarring: Joe Holm, Ida Marsh, Sam Pike\nPlot: "


def named(text: str) -> dict[str, set[str]]:
    extraction = extract(read_text("salt.txt", HEADER + text))
    return {c.name: {name.text for name in c.names} for c in extraction.characters if c.is_named}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chick Vell (Joe Holm) meets Ana. Ana follows Holm to the mill. She kisses Holm there.",
            {"Chick Vell": {"Chick Vell", "Holm"}, "Ana": {"Ana"}},
            id="beside the name of the part",
        ),
        pytest.param(
            "Joe Holm plays Chick Vell, a miller. Chick meets Ana. Holm's sister Rita leaves with Holm.",
            {"Chick Vell": {"Chick Vell", "Chick", "Holm"}, "Ana": {"Ana"}, "Rita": {"Rita"}},
            id="whom a star plays",
        ),
        pytest.param(
            "Holm finds a purse. Marsh asks Holm for it. Holm gives it to Marsh, and Marsh thanks him.",
            {"Holm": {"Holm"}, "Marsh": {"Marsh"}},
            id="where no part has a name",
        ),
        pytest.param(
            "Chick Vell (Joe Holm) meets Ana. Holm plays him well. Holm appears in every scene. Ana leaves.",
            {"Chick Vell": {"Chick Vell"}, "Ana": {"Ana"}},
            id="not in sentences about the film",
        ),
        pytest.param(
            "Chick Vell (Holm) meets Ana (Marsh). Ana leaves Chick.",
            {"Chick Vell": {"Chick Vell", "Chick"}, "Ana": {"Ana"}},
            id="not in brackets",
        ),
        pytest.param(
            "Chick meets Ana. Sam Pike leaves. Ana weeps, and Chick comforts her.",
            {"Chick": {"Chick"}, "Ana": {"Ana"}},
            id="not for doing one thing",
        ),
    ],
)
def test_a_character_may_be_called_by_the_actors_name(text: str, expected: dict[str, set[str]]) -> None:
    assert named(text) == expected
