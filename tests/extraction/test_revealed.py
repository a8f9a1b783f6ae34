"""Who somebody turns out to be: said in a clause, by a phrase, or by another name."""

import pytest

from tests.extraction.test_one_person import everybody


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A new gardener digs. The new gardener is revealed to be Bruno Bell, and Anna thanks him.",
            {"Bruno Bell", "Anna"},
            id="is revealed to be",
        ),
        pytest.param(
            "Angela is found by a German soldier who turns out to be Karl. Karl smiles.",
            {"Angela", "Karl"},
            id="who turns out to be",
        ),
        pytest.param(
            "One night a stranger comes and sees Ana. The stranger, who is Tom, leaves.",
            {"Tom", "Ana"},
            id="who is",
        ),
        pytest.param(
            "The Wolf bites Ana. Vera discovers that her father, Tom, is the Wolf. Tom bites her.",
            {"Wolf", "Ana", "Vera"},
            id="discovers that one is the other",
        ),
        pytest.param(
            "Mara kisses Joe and tells him her real name, Alice. Alice sings.",
            {"Alice", "Joe"},
            id="her real name",
        ),
        pytest.param(
            "In the shop Tom takes on a new persona, Bernard Higgs. Higgs meets Mara.",
            {"Bernard Higgs", "Mara"},
            id="a new persona",
        ),
        pytest.param(
            "Pierre, in reality the Red Shade, fights Tom. The Red Shade wins.",
            {"Red Shade", "Tom"},
            id="in reality",
        ),
        pytest.param(
            "Christopher, a.k.a. Kid is marrying Vera, while his friend Peter, a.k.a. Play is leaving. "
            "Kid sings. Later Kid and Play dance.",
            {"Kid", "Vera", "Play"},
            id="also known as, and nouns that are names",
        ),
    ],
)
def test_who_is_revealed_is_one_person(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Wolf bites Ana. Vera fears that Tom is the Wolf. Tom hugs her.",
            {"Wolf", "Tom", "Ana", "Vera"},
            id="feared",
        ),
        pytest.param(
            "The Wolf bites Ana. Vera discovers that Tom is not the Wolf. Tom hugs her.",
            {"Wolf", "Tom", "Ana", "Vera"},
            id="denied",
        ),
        pytest.param(
            "Mara meets a soldier who does not turn out to be Karl. Karl smiles.",
            {"Mara", "a soldier", "Karl"},
            id="does not turn out to be",
        ),
        pytest.param(
            "Mara meets a boy who is Karl's brother. Karl smiles.", {"Mara", "a boy", "Karl"}, id="somebody's"
        ),
        pytest.param("Mara calls her Mom. Her Mom is tired.", {"Mara", "her mom"}, id="a capital of kin"),
    ],
)
def test_who_is_not_revealed_stays_apart(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected
