import pytest

from films.reconciliation import reconcile
from films.vocabulary import Fact, Rank
from tests.reconciliation.builders import make_extraction


def document(text, **said):
    facts = {Fact[key.upper()]: value for key, value in said.items() if key.upper() in Fact.__members__}
    rest = {key: value for key, value in said.items() if key.upper() not in Fact.__members__}
    return make_extraction(text, facts=facts, **rest)


@pytest.mark.parametrize(
    ("documents", "year"),
    [
        pytest.param([("a", "", "1999")], 1999, id="one"),
        pytest.param([("a", "", "1999"), ("b", "", "2000"), ("c", "", "2000")], 2000, id="most documents"),
        pytest.param([("a", "", "1999"), ("b", "Year: x\n", "2000")], 2000, id="header before prose"),
        pytest.param([("b", "", "2000"), ("a", "", "1999")], 1999, id="first document"),
    ],
)
def test_the_preferred_year(documents, year):
    film = reconcile([document(f"{n}.", name=n, header=header, year=said) for n, header, said in documents])
    assert film.year == year


def test_rival_values_stand_side_by_side():
    film = reconcile([document("One.", name="a", year="1999"), document("Two.", name="b", year="2000")])
    years = [(s.value, s.rank, len(s.evidence)) for s in film.statements]
    assert years == [("1999", Rank.PREFERRED, 1), ("2000", Rank.NORMAL, 1)]
    assert film.reasons == ("year: 1999 is preferred to 2000",)


def test_spellings_of_one_title_are_one_value_in_the_fullest():
    film = reconcile([document("One.", title="L'ete a Oran"), document("Two.", title="L'été à Oran")])
    assert film.title == "L'été à Oran"
    assert not film.is_title_provisional
    assert len(film.statements) == 1


def test_all_genres_are_preferred():
    film = reconcile([document("One.", genre="Drama"), document("Two.", genre="Romance")])
    assert set(film.genres) == {"Drama", "Romance"}


@pytest.mark.parametrize(
    ("text", "characters", "title"),
    [
        pytest.param(
            "Mara met Dov. Mara left Zoe. Dov wept.", [["Mara"], ["Dov"], ["Zoe"]], "Mara and Dov", id="two"
        ),
        pytest.param("Mara swam.", [["Mara"]], "Mara", id="one"),
        pytest.param("It rains all day in town.", [], "Untitled film: It rains all day in…", id="nobody"),
        pytest.param("", [], "Untitled film empty.txt", id="nothing"),
    ],
)
def test_a_film_without_a_title_gets_a_provisional_one(text, characters, title):
    film = reconcile([make_extraction(text, characters, name="empty.txt")])
    assert film.title == title
    assert film.is_title_provisional


def test_a_film_needs_a_document():
    with pytest.raises(ValueError, match="needs a document"):
        reconcile([])
