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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mr. and Mrs. Vell miss their children, Tom Vell and Ana Vell. Mr. Vell dies.",
            {"Mr. Vell", "Mrs. Vell", "Tom Vell", "Ana Vell"},
            id="the parents told of first",
        ),
        pytest.param(
            "Tom Vell and his wife Ana sail to Rome. There Mr. and Mrs. Vell quarrel.",
            {"Tom Vell", "Mrs. Vell"},
            id="the couple told of again",
        ),
        pytest.param(
            "J.B. Day fights with Tom. Day leaves. J.B. returns.",
            {"J.B. Day", "Tom"},
            id="initials and a noun",
        ),
        pytest.param(
            "Tom joins the U.S. Army. Tom leaves the U.S. Army.", {"Tom"}, id="no person's initials"
        ),
        pytest.param(
            "Isabelle sings. Tom hugs Isabelle. Isabelle smiles and Isabell leaves.",
            {"Isabelle", "Tom"},
            id="one letter left out",
        ),
        pytest.param(
            "Lilly sings. Tom hugs Lilly. Lilly smiles. Later Lily leaves.",
            {"Lilly", "Tom"},
            id="one letter doubled",
        ),
        pytest.param(
            "Paul sings. Ana hugs Paul. Paul smiles. Then Paula leaves.",
            {"Paul", "Ana", "Paula"},
            id="two people",
        ),
    ],
)
def test_who_bears_a_name(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected
