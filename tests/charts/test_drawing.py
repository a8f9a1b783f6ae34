"""The chart's shapes: nothing overlaps, nothing is missing."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.charts.drawing import LONG_ABSENCE, NAME_HEIGHT, Happening, draw
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


@pytest.mark.parametrize("lines", [2, 5, 12])
def test_chart_is_no_higher_than_its_lines_need(lines):
    together = frozenset(range(lines))
    names = [f"Character {number}" for number in range(lines)]
    (stave,) = draw(story([together, together]), names).staves
    lowest = max(mark.bottom for mark in stave.marks)
    assert not stave.has_foot
    assert NAME_HEIGHT // 2 <= stave.height - lowest <= 2 * NAME_HEIGHT
    (with_foot,) = draw(story([together, frozenset()]), names).staves
    assert with_foot.has_foot
    assert lowest < with_foot.foot < with_foot.height <= stave.height + 2 * NAME_HEIGHT


@given(groups)
def test_every_stave_begins_at_the_top(presence):
    for stave in draw(story(presence), NAMES).staves:
        heights = [name.y for name in stave.names] + [y for path in stave.paths for y in heights_of(path)]
        assert not heights or min(heights) <= 40 + NAME_HEIGHT // 2
        assert all(40 <= y <= stave.foot for path in stave.paths for y in heights_of(path))


@given(groups)
def test_stave_is_no_higher_than_its_own_lines_need(presence):
    for stave in draw(story(presence), NAMES).staves:
        heights = [y for path in stave.paths for y in heights_of(path)]
        lowest = max(heights, default=40)
        assert stave.height - lowest <= 3 * NAME_HEIGHT
        assert stave.has_foot == (not all(presence))


def heights_of(path):
    """Return the heights that a path comes to: those of its moves and of the ends of its curves."""
    moves = re.findall(r"M-?\d+ (-?\d+)", path.d)
    curves = re.findall(r"C-?\d+ -?\d+ -?\d+ -?\d+ -?\d+ (-?\d+)", path.d)
    return [int(height) for height in (*moves, *curves)]
