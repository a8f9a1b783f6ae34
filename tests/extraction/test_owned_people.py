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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom is forced to marry Mary Woods. When Tom asks his wife for a divorce, she betrays Tom.",
            {"Tom", "Mary Woods"},
            id="forced to marry",
        ),
        pytest.param(
            "Bruno is dating Ana. One day Bruno takes his girlfriend to Rome.", {"Bruno", "Ana"}, id="dating"
        ),
        pytest.param(
            "Harry ends his engagement to Ethel. Tom and his fiancee thank Harry. Harry's fiancee weeps.",
            {"Harry", "Ethel", "Tom", "his fiancee"},
            id="an engagement, and somebody else's",
        ),
        pytest.param(
            "Mara refuses to marry Bruno. Her husband weeps.",
            {"Mara", "Bruno", "her husband"},
            id="another is her husband",
        ),
    ],
)
def test_loved_ones_told_of_by_what_they_are(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Bruno has two sons, Tom and Max. Bruno scolds Tom. The brothers fight.",
            {"Bruno", "Tom", "Max"},
            id="sons are brothers",
        ),
        pytest.param(
            "Tom meets Max. Tom scolds Max. The brothers fight.",
            {"Tom", "Max", "the brothers"},
            id="nobody's sons",
        ),
        pytest.param(
            "Ana's parents are Tom Dray, an editor, and his wife, Christina. They are shocked that their "
            "daughter weeps.",
            {"Ana", "Tom Dray", "Christina"},
            id="parents who are named behind the verb",
        ),
    ],
)
def test_families(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected
