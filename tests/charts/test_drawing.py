"""The chart's shapes: nothing overlaps, nothing is missing."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.charts.drawing import LONG_ABSENCE, Happening, draw
from films.charts.placing import APART, TOGETHER

NAMES = [
    "Mara",
    "Old Toivo",
    "The Ferryman of the Upper Lake",
    "Ilse",
    "W. W. MAXWELL",
    "Bo",
    "Petra",
    "Zeno",
]

groups = st.lists(st.frozensets(st.integers(0, 7), max_size=4), min_size=1, max_size=40)


def story(presence):
    return [
        Happening(f"e{number}", number, f"Event {number}.", lines)
        for number, lines in enumerate(presence, start=1)
    ]


@given(groups)
def test_no_two_names_overlap_and_none_is_cut(presence):
    for stave in draw(story(presence), NAMES).staves:
        boxes = [name.box for name in stave.names]
        assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
        assert all(stave.x <= box.left and box.right <= stave.x + stave.width for box in boxes)
        assert all(box.top >= 0 and box.bottom <= stave.foot for box in boxes)


@given(groups)
def test_every_event_and_every_character_is_drawn(presence):
    staves = draw(story(presence), NAMES).staves
    assert [mark.happening.number for stave in staves for mark in stave.marks] == [
        *range(1, len(presence) + 1)
    ]
    present = set().union(*presence)
    assert {name.line for stave in staves for name in stave.names} == present
    assert {path.line for stave in staves for path in stave.paths} == present


@given(groups)
def test_event_has_a_dot_on_the_line_of_each_who_takes_part(presence):
    for stave in draw(story(presence), NAMES).staves:
        for mark in stave.marks:
            assert len(set(mark.heights)) == max(len(mark.happening.lines), 1)


@given(groups)
def test_marks_and_staves_stand_side_by_side(presence):
    staves = draw(story(presence), NAMES).staves
    assert all(left.x + left.width == right.x for left, right in pairwise(staves))
    marks = [mark for stave in staves for mark in stave.marks]
    assert all(left.left + left.hit_width <= right.left for left, right in pairwise(marks))


def test_those_who_meet_run_closer_than_those_who_do_not():
    first, second, *_ = draw(story([{0, 1}, {2}, {0, 1, 2}]), NAMES).staves[0].marks
    assert first.bottom - first.top == TOGETHER < APART
    assert second.top == second.bottom


@pytest.mark.parametrize("absence", [LONG_ABSENCE - 1, LONG_ABSENCE])
def test_line_is_thin_where_its_character_is_away_for_long(absence):
    presence = [{0, 1}, *[{0}] * absence, {0, 1}]
    paths = [path for stave in draw(story(presence), NAMES).staves for path in stave.paths]
    assert {path.line for path in paths if path.is_away} == ({1} if absence >= LONG_ABSENCE else set())


def test_lines_of_one_colour_differ_in_their_dashes():
    names = [f"Name {number}" for number in range(20)]
    paths = draw(story([frozenset(range(20))] * 2), names).staves[0].paths
    assert len({path.classes for path in paths}) == 20
