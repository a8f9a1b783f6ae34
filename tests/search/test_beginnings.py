"""Known words that an unfinished one may be."""

import pytest

from films.search import search
from films.search.beginnings import MOST_MEANT, beginnings
from films.search.index import rebuild
from films.search.spelling import count_words
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_most_frequent_words_that_begin_so_come_first():
    count_words({"vander": 1, "vandrenaert": 5, "vane": 9, "sondra": 9, "==vandahl": 2})

    assert beginnings(["vand", "==vand", "x"]) == {
        "vand": ("vandrenaert", "vander"),
        "==vand": ("==vandahl",),
        "x": (),
    }


def test_so_many_words_are_looked_for_and_no_more():
    count_words({f"vand{chr(97 + at % 26)}{chr(97 + at // 26)}": at + 1 for at in range(MOST_MEANT + 5)})

    assert len(beginnings(["vand"])["vand"]) == MOST_MEANT


def test_unfinished_number_may_be_a_year():
    assert beginnings(["198"])["198"] == tuple(str(year) for year in range(1980, 1990))
    assert beginnings(["2101", "7"]) == {"2101": (), "7": ()}


def test_film_is_found_by_an_unfinished_year():
    film = make.FilmFactory(title="Moon Harrow", year=1987)
    rebuild()

    assert film.pk in {hit.object_id for hit in search("moon 198").hits}


def test_nothing_unfinished_takes_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert beginnings([]) == {}
        assert beginnings(["198"])
