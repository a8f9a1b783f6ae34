"""Lines stand in an order in which they cross little."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.crossings import fewest_crossings, is_together, small_story
from films.charts.ordering import count_crossings, order_lines, spans

SEEDS = range(80)

presences = st.lists(st.frozensets(st.integers(0, 7), max_size=4), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("orders", "crossings"),
    [
        pytest.param([[1, 2], [1, 2]], 0, id="none"),
        pytest.param([[1, 2], [2, 1]], 1, id="one"),
        pytest.param([[1, 2, 3], [3, 2, 1]], 3, id="all"),
        pytest.param([[1, 2], [2, 3], [3, 1]], 0, id="lines-that-begin-and-end"),
    ],
)
def test_crossings_are_counted(orders, crossings):
    assert count_crossings(orders) == crossings


@given(presences)
def test_those_who_meet_are_neighbours_and_lines_run_from_first_to_last(presence):
    orders = order_lines(presence)
    reach = spans(presence)
    assert len(orders) == len(presence)
    for column, (order, group) in enumerate(zip(orders, presence, strict=True)):
        here = [line for line, (first, last) in reach.items() if first <= column <= last]
        assert sorted(order) == sorted(here)
        assert is_together(order, group)


@given(presences)
def test_same_events_give_the_same_orders(presence):
    assert order_lines(presence) == order_lines(list(presence))


def test_lines_cross_little_more_than_in_the_best_of_all_orders():
    stories = [small_story(seed) for seed in SEEDS]
    found = sum(count_crossings(order_lines(story)) for story in stories)
    assert found <= 1.3 * sum(fewest_crossings(story) for story in stories) + 2


def test_characters_who_only_follow_each_other_never_cross():
    chain = [frozenset(pair) for pair in pairwise(range(9))]
    assert count_crossings(order_lines(chain)) == 0
