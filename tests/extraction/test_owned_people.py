"""Whom "his men", "her fiancé", "their daughter" mean: who was told to be somebody's is that one later on."""

import pytest

from tests.extraction.test_one_person import everybody


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Bruno's men attack the castle. Tom fights Bruno's men. Bruno's gang flees.",
            {"Bruno's men", "Bruno", "Tom"},
            id="men and gang",
        ),
        pytest.param(
            "Bruno hires Tom and his band. Bruno orders Tom and his band to play.",
            {"Bruno", "Tom", "his band"},
            id="a band",
        ),
        pytest.param(
            "Mara's team wins. Bruno's team weeps. Mara's team celebrates.",
            {"Mara's team", "Mara", "Bruno's team", "Bruno"},
            id="two teams",
        ),
        pytest.param(
            "Bruno's men attack Tom. Bruno's new men attack Tom.",
            {"Bruno's men", "Bruno", "Tom", "Bruno's new men"},
            id="other men",
        ),
        pytest.param(
            "Bruno's men flee. Bruno's killers leave the town. Tom arrests the killers.",
            {"Bruno's men", "Bruno", "Bruno's killers", "Tom"},
            id="who killed him",
        ),
    ],
)
def test_groups_of_one_owner(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected
