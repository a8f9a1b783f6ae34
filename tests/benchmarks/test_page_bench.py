"""What the bench of pages says of bases that were served."""

from unittest.mock import Mock

import pytest

from benchmarks.pages import Served, beside_the_list, growth


def base(films: int, milliseconds: float, sizes: list[int]) -> Served:
    return Served(films, Mock(), {"person": [milliseconds / 1_000] * 20}, {"person": 8}, {"person": sizes})


@pytest.mark.parametrize(
    ("small", "large", "measured", "is_met"),
    [
        (base(100, 30, [200]), base(1_000, 60, [400]), "1.0 × a credit", True),
        (base(100, 30, [200]), base(1_000, 60, [200]), "2.0 × a credit", False),
        (base(100, 30, []), base(1_000, 60, []), "2.0 ×", False),
    ],
)
def test_pages_that_show_unlike_numbers_of_credits_are_set_against_each_other_by_credit(
    small, large, measured, is_met
):
    ratio, queries = growth([small, large], "person", "SQLite")
    assert ratio.measured.endswith(f" {measured}")
    assert (ratio.is_met, queries.is_met) == (is_met, True)


def test_the_row_tells_how_many_credits_each_base_shows():
    ratio, _ = growth([base(100, 30, [266]), base(1_000, 60, [317, 345])], "person", "SQLite")
    assert "(266 credits)" in ratio.measured
    assert "(317 to 345 credits)" in ratio.measured


def test_pages_made_anew_are_set_beside_the_list_that_the_targets_were_set_beside():
    anew = {"film": 0.005, "plot": 0.004, "list": 0.009}
    found = {row.what: (row.measured, row.is_met) for row in beside_the_list(anew, listed=0.09)}
    assert found == {
        "film page, made anew, where Datasette's list takes 90": ("5.0", False),
        "search by words, made anew, where Datasette's list takes 90": ("4.0", True),
        "film list with its facets, made anew, where Datasette's list takes 90": ("9.0", False),
    }


def test_queries_of_pages_for_editors_are_told_without_a_bound():
    times, queries = {"admin, film": [0.1] * 20}, {"admin, film": 14}
    ratio, counted = growth(
        [Served(100, Mock(), times, queries), Served(1_000, Mock(), times, queries)], "admin, film", "SQLite"
    )
    assert ratio.what == "an editor's form of a film, SQLite"
    assert (ratio.target, ratio.is_met) == ("≤ 1.5 ×", True)
    assert (counted.measured, counted.target, counted.is_met) == ("14", "", None)
