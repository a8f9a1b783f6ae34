"""What a name itself tells of the gender of whom it names."""

import pytest

from films.extraction.extract import extract
from films.reading import read_text
from films.vocabulary import Gender


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "Mary Orr speaks with Monsignor Vell. Monsignor Vell waits.",
            "Monsignor Vell",
            Gender.MALE,
            id="a title of the church",
        ),
        pytest.param(
            "Peter dances with Contessa Vell. Contessa Vell smiles.",
            "Contessa Vell",
            Gender.FEMALE,
            id="a title of the nobility",
        ),
        pytest.param(
            "Mary serves Queen and the Duke of Orr. Queen scolds Mary. Queen leaves.",
            "Queen",
            Gender.FEMALE,
            id="a title that stands for a name",
        ),
        pytest.param(
            "Peter arrives. She sings. She smiles. Peter leaves. She weeps.",
            "Peter",
            Gender.MALE,
            id="a man's name among women's pronouns",
        ),
        pytest.param(
            "Robin arrives. She sings. She smiles. Robin leaves. She weeps.",
            "Robin",
            Gender.FEMALE,
            id="a name of either",
        ),
    ],
)
def test_a_name_tells_the_gender(text: str, name: str, expected: Gender | None) -> None:
    genders = {c.name: c.gender for c in extract(read_text("told.txt", text.encode())).characters}
    assert genders[name] is expected


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Tom meets Vell. Vell locks herself in.", Gender.FEMALE),
        ("Mara meets Vell. Vell locks himself in.", Gender.MALE),
        ("Mara meets Vell. Vell himself sings.", Gender.MALE),
        ("Mara meets Vell. Vell sings.", None),
    ],
)
def test_what_one_does_to_oneself_tells_the_gender(text: str, gender: Gender | None) -> None:
    characters = extract(read_text("story.txt", text.encode())).characters
    assert next(c.gender for c in characters if c.name == "Vell") is gender
