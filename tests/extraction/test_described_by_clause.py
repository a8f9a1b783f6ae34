"""Who is meant by a noun of which a relative clause tells."""

import pytest

from tests.extraction.reading_aid import meant

CAST = "Mara is a nurse. Tom is a sailor. "


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Tom visits Peter Vell, a colleague who knew Mara.", "colleague", "Peter Vell", id="knew"
        ),
        pytest.param("Tom visits a colleague who knew Mara.", "colleague", "a colleague", id="whom one knew"),
        pytest.param("A boy that Tom knew is abducted.", "boy", "a boy", id="by whom one was known"),
        pytest.param("Tom meets a clerk who calls Mara every day.", "clerk", "a clerk", id="whom one calls"),
        pytest.param("Tom meets a clerk known as Mara.", "clerk", "Mara", id="known as"),
        pytest.param("Tom meets a clerk whom they call Mara.", "clerk", "Mara", id="what one is called"),
        pytest.param("Tom meets a clerk who is called Mara.", "clerk", "Mara", id="being called"),
        pytest.param("Tom meets a clerk who calls herself Mara.", "clerk", "Mara", id="calls oneself"),
    ],
)
def test_a_noun_is_nobody_whom_its_clause_merely_names(text: str, word: str, expected: str) -> None:
    assert meant(CAST + text, word) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom calls Ana Vell, the last survivor of Flight 180 who locked herself in.",
            {"Ana Vell"},
            id="no aeroplane",
        ),
        pytest.param(
            "Mara buys a house built by Tom Vell, the head of the Oak Bank, who has been found dead.",
            {"Tom Vell"},
            id="no bank",
        ),
        pytest.param("Tom is a salesman for the Costume Shop who likes Mara.", {"Tom"}, id="no shop"),
        pytest.param(
            "Mara joins a group of children outside their home, who escort her.",
            {"a group of children"},
            id="many, no home",
        ),
        pytest.param("Tom runs home, becoming a madman who hates Mara.", {"Tom"}, id="what he becomes"),
        pytest.param("Mara likes a song from Orr City who sing it.", set(), id="many, where there is one"),
        pytest.param("Mara meets Tom, who sings.", {"Tom"}, id="the name before"),
    ],
)
def test_who_means_people_not_places(text: str, expected: set[str]) -> None:
    assert meant(text, "who") == expected
