"""Two tellings put level with each other, from which sentence tells which event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.side_by_side import LONGEST_RUN, Told, align


def told(*sentences):
    """Return a telling: of each sentence, in the telling's order, the numbers of the events it tells."""
    return [
        Told(event, event, (place * 10, place * 10 + 9))
        for place, events in enumerate(sentences)
        for event in events
    ]


def shown(rows):
    """Return of each row its events and the places of its sentences on both sides."""
    return [
        (row.events, *([start // 10 for start, _ in side.sentences] for side in (row.left, row.right)))
        for row in rows
    ]


def test_the_same_event_is_level():
    assert shown(align(told([1], [2]), told([1], [2]))) == [((1,), [0], [0]), ((2,), [1], [1])]


def test_a_sentence_that_tells_several_events_stands_once():
    assert shown(align(told([1, 2]), told([1], [2]))) == [((1, 2), [0], [0, 1])]


def test_sentences_that_hang_together_through_the_other_telling_are_one_row():
    assert shown(align(told([1, 2], [3]), told([1], [2, 3]))) == [((1, 2, 3), [0, 1], [0, 1])]


def test_what_one_telling_leaves_out_is_one_gap():
    assert shown(align(told([1], [2], [3], [4]), told([1], [4]))) == [
        ((1,), [0], [0]),
        ((2, 3), [1, 2], []),
        ((4,), [3], [1]),
    ]


def test_a_long_gap_is_cut():
    rows = align(told(*[[number] for number in range(LONGEST_RUN + 1)]), [])
    assert [len(row.left.sentences) for row in rows] == [LONGEST_RUN, 1]


def test_what_each_tells_alone_stands_apart():
    assert shown(align(told([1], []), told([2]))) == [((1,), [0], []), ((2,), [], [0])]


def test_a_row_knows_which_events_each_side_tells():
    (row,) = align(told([1, 2]), told([2, 3]))
    assert (row.events, row.left.events, row.right.events) == ((1, 2, 3), (1, 2), (2, 3))


@pytest.mark.parametrize(
    ("right", "follows"),
    [
        ([[1], [2], [3], [4]], [None, None, None, None]),
        ([[4], [1], [2], [3]], [None, None, None, 0]),  # it begins with the end
        ([[1], [3], [4], [2]], [None, 4, None, None]),
        ([[1], [4], [2], [3]], [None, None, None, 1]),
    ],
)
def test_a_telling_with_an_order_of_its_own_says_after_which_row_it_has_this(right, follows):
    rows = align(told([1], [2], [3], [4]), told(*right))
    assert [row.right.follows for row in rows] == follows
    assert [row.left.follows for row in rows] == [None] * 4


def test_tellings_without_events_have_no_rows():
    assert align([], []) == []


tellings = st.lists(st.lists(st.integers(1, 12), max_size=3, unique=True), max_size=8).map(
    lambda sentences: told(*sentences)
)


@given(tellings, tellings)
def test_every_sentence_and_every_event_stands_exactly_once(left, right):
    rows = align(left, right)
    for side, given_ in (("left", left), ("right", right)):
        placed = [sentence for row in rows for sentence in getattr(row, side).sentences]
        assert sorted(placed) == sorted({row.sentence for row in given_})
    events = [event for row in rows for event in row.events]
    assert sorted(events) == sorted({row.event for row in (*left, *right)})
    assert [row.events[0] for row in rows] == sorted(row.events[0] for row in rows)
