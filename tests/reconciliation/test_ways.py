"""How sure two scenes are one, over all ways through both tellings."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from films.reconciliation import ways
from films.reconciliation.ways import surenesses

tables = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(-5, 5).map(float), min_size=1, max_size=10
)


def all_ways(rows, columns, i=0, j=0, last="match", before=()):
    """Yield every way from here to the end as cells, each with whether it goes on from the one before."""
    if (i, j) == (rows, columns):
        yield before
    if i < rows and j < columns:
        yield from all_ways(rows, columns, i + 1, j + 1, "match", (*before, ((i, j), False)))
    if last == "match" and before and i < rows and j:
        yield from all_ways(rows, columns, i + 1, j, "match", (*before, ((i, j - 1), True)))
    if last == "match" and before and j < columns and i:
        yield from all_ways(rows, columns, i, j + 1, "match", (*before, ((i - 1, j), True)))
    if i < rows and last != "column":
        yield from all_ways(rows, columns, i + 1, j, "row", (*before, (None, False)))
    if j < columns:
        yield from all_ways(rows, columns, i, j + 1, "column", (*before, (None, False)))


def worth(odds, way):
    total = 0.0
    for cell, goes_on in way:
        total += ways.PASSED_OVER if cell is None else odds.get(cell, ways.UNLIKE)
        total += ways.SEVERAL if goes_on else 0.0
    return math.exp(total)


@settings(deadline=None, max_examples=40)
@given(tables)
def test_the_shares_are_those_of_all_ways_counted_one_by_one(odds):
    every = [(worth(odds, way), {cell for cell, _ in way}) for way in all_ways(4, 4)]
    total = sum(value for value, _ in every)
    shares = ways._shares(odds, 4, 4)
    for cell, share in shares.items():
        assert share == pytest.approx(sum(v for v, cells in every if cell in cells) / total)


@settings(deadline=None)
@given(tables)
def test_turning_both_tellings_round_turns_the_ways_round(odds):
    turned = {(3 - j, 3 - i): value for (i, j), value in odds.items()}
    there, back = surenesses(odds, 4, 4), surenesses(turned, 4, 4)
    for i, j in odds:
        assert there[i, j] == pytest.approx(back[3 - j, 3 - i])


def test_without_a_likeness_no_cell_is_sure():
    assert surenesses({}, 5, 3) == {}


def test_a_thousand_scenes_each_take_no_gigabyte():
    odds = {(i, j): 1.0 - abs(i - j) for i in range(1000) for j in range(max(0, i - 2), min(1000, i + 3))}
    sure = surenesses(odds, 1000, 1000)
    assert min(sure[i, i] for i in range(1000)) > 0
