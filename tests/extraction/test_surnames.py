"""Whose a surname is where several of a family have it."""

import pytest

from tests.extraction.reading_aid import meant
from tests.extraction.test_one_person import everybody


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Phil West loves Amelia. Philip West Sr. visits the college. He thanks Amelia.",
            {"Phil West", "Amelia", "Philip West Sr."},
            id="a father by his suffix",
        ),
        pytest.param(
            "Jim meets Edith Wentford. Colonel Wentford greets Jim. Edith smiles. Colonel Wentford leaves.",
            {"Jim", "Edith Wentford", "Colonel Wentford"},
            id="a colonel and a daughter",
        ),
        pytest.param(
            "Paul Grand is sent to live with his uncle, Monsieur Grand. Monsieur Grand hates Paul.",
            {"Paul Grand", "Monsieur Grand"},
            id="an uncle by his title",
        ),
        pytest.param(
            "Colonel Mara Vell leads Tom into the hills at night. Colonel Vell dies. Tom weeps.",
            {"Colonel Mara Vell", "Tom"},
            id="a colonel who is a woman",
        ),
        pytest.param(
            "Mara Vell hides. Tom Vell, Jr. drinks. Tom Vell leaves.",
            {"Mara Vell", "Tom Vell, Jr."},
            id="a son with and without a suffix",
        ),
    ],
)
def test_one_surname_of_several(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "bearer"),
    [
        pytest.param(
            "Steve Danton (played by Hart) visits his mother, Mrs. Danton (played by Claire). Danton weeps.",
            "Danton",
            1,
            id="not his mother",
        ),
        pytest.param(
            "Edmund Exner admires his father, famed detective Preston Exner. Exner arrests a thief.",
            "Exner",
            1,
            id="not his father",
        ),
        pytest.param(
            "Mara Exner admires her father, famed detective Bruno Exner. Exner arrests a thief.",
            "Exner",
            2,
            id="rather her father",
        ),
    ],
)
def test_the_surname_alone(text: str, word: str, bearer: int) -> None:
    assert meant(text, word, 3) == meant(text, word, bearer)
    assert meant(text, word, 1) != meant(text, word, 2)
