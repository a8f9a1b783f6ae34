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
