"""Nouns and names that commas set off from each other speak of one person, whatever stands between."""

import pytest

from tests.extraction.test_one_person import everybody


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mara refuses Tom Chan (played by Kirk), a self-taught engineer. Tom leaves.",
            {"Mara", "Tom Chan"},
            id="brackets that say who plays",
        ),
        pytest.param(
            "Tom helps Ana with the support of Jean (Glenda Farr), a girl at their hotel. Jean sits.",
            {"Tom", "Ana", "Jean"},
            id="an actor, and the sentence ends",
        ),
        pytest.param(
            "They convince Hemdal, gatekeeper of the castle, to let Ana in. Hemdal sleeps.",
            {"Hemdal", "Ana"},
            id="a bare noun",
        ),
        pytest.param(
            "Billy, another boy on the phone, calls and explains the game. Billy leaves.",
            {"Billy"},
            id="another boy",
        ),
        pytest.param(
            "A former lover of Oliver's, Mara confesses to him that she is poor. Oliver weeps.",
            {"Oliver", "Mara"},
            id="a description before its clause",
        ),
        pytest.param(
            "A young poet living in a small town, Paul earns a living fixing cars. Paul smiles.",
            {"Paul"},
            id="a description with a participle before its clause",
        ),
        pytest.param(
            "Bruno loves Lena Karr, another singer and Mara's rival. Lena leaves.",
            {"Bruno", "Lena Karr", "Mara"},
            id="a second noun with an owner",
        ),
        pytest.param(
            "Ivo Karam, a soldier of fortune and former navy colonel, is tired. Ivo drinks.",
            {"Ivo Karam"},
            id="a second noun behind a phrase",
        ),
        pytest.param(
            'A thief and murderer nicknamed "The Hook" prowls the streets. The Hook kills Tom.',
            {"Hook", "Tom"},
            id="two nouns and a nickname",
        ),
        pytest.param(
            "Tom dates one of the local girls in the village, Ruth. Ruth sings.",
            {"Tom", "Ruth"},
            id="one of them, a place, and his name",
        ),
        pytest.param(
            "An old friend of Bruno's family, Tom Malone, gives Ana a book. Malone leaves.",
            {"Ana", "Bruno", "Tom Malone", "Bruno's family"},
            id="a friend of somebody's family",
        ),
        pytest.param(
            "Mara falls for a colleague of Hanson's, Phil Wilson, who sees a chance. Wilson smiles.",
            {"Mara", "Phil Wilson"},
            id="a colleague of somebody's",
        ),
        pytest.param(
            "They adopt the lone survivor, a girl named Ina. Ina sings.",
            {"Ina"},
            id="the one, a girl named so",
        ),
        pytest.param(
            "Ana is alone. When Ana calls her friend, Police Inspector Bruno Pike, for help, he comes.",
            {"Ana", "Inspector Bruno Pike"},
            id="a name that the tree takes for a subject",
        ),
    ],
)
def test_what_is_set_off_speaks_of_the_same_person(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ana sings. Her mother and her friend, Mrs. Strand, try to stop Ana.",
            {"Ana", "her mother", "Mrs. Strand"},
            id="the name of the second",
        ),
        pytest.param(
            "Tom (Jo Smith), a cook and Max (Al Reed), a baker, quarrel.",
            {"Tom", "Max"},
            id="two with actors",
        ),
        pytest.param(
            "Tom kills Ana's servants, a nanny and a jeweller. Tom leaves.",
            {"Tom", "Ana", "a nanny", "a jeweller"},
            id="two who are told of as several",
        ),
        pytest.param(
            "A young woman dies, Tom flees. Tom drinks.", {"a young woman", "Tom"}, id="a clause of her own"
        ),
    ],
)
def test_what_is_listed_speaks_of_others(text: str, expected: set[str]) -> None:
    assert everybody(text) == expected
