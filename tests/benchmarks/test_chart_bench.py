"""The bench of charts counts crossings and measures drawing."""

import pytest

from benchmarks.crossings import crossings, fewest_crossings, small_story
from benchmarks.drawing import drawing_time, make_film


def test_best_order_of_those_who_swap_partners_has_the_fewest_crossings():
    assert fewest_crossings([frozenset({1, 2}), frozenset({2, 3}), frozenset({1, 2})]) == 0
    ring = [frozenset(pair) for pair in ((1, 2), (3, 4), (1, 3), (2, 4), (1, 4), (2, 3), (1, 2), (3, 4))]
    assert fewest_crossings(ring) > 0


def test_crossings_have_a_target_that_is_met():
    figure = crossings([small_story(seed) for seed in range(40)])
    assert figure.target
    assert figure.is_met


@pytest.mark.django_db
def test_drawing_is_measured_against_its_page():
    film = make_film(events=12, characters=5)
    page, chart = drawing_time(film, runs=1)
    assert page.what == "a storyline page, 12 events and 5 characters"
    assert chart.target
    assert isinstance(chart.is_met, bool)
