"""Which scenes of two tellings tell the same moment.

Every two scenes get odds, in two steps of logistic regression with few weights. The first weighs how alike
they are and how far apart they stand, for two tellings of a film run from its start to its end
together. The second asks for the company: whether either has a better match elsewhere, and whether the
scenes before and after match, too, as they do where texts are aligned (Gale and Church, "A program for
aligning sentences in bilingual corpora", 1993; Moore, "Fast and accurate sentence alignment", 2002).
A scene may match several, and nothing forces tellings into one order. Copied sentences match wherever they
stand. The weights are fitted by `scripts/fit_alignment.py`.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from films.reconciliation.continuing import carries_on
from films.reconciliation.scene_likeness import Cell, Likeness, compare
from films.reconciliation.tellings import Scene

COPIED = 0.75  # wording
FARTHEST = 0.45  # of the story's length; tellings hurry and linger, but not by more than that
DRIFT = 0.3  # of the story's length
LEAST_ODDS = -0.4
LEAST_AT_ALL = -1.2  # where two whole tellings would share less than
ABOUT_AS_LONG = 0.5
SHARED = 0.5  # of the shorter one's scenes
LEAST_IN_PART = 0.0  # where one telling tells but a part, so that places say nothing
UNLIKE = -5.0  # the odds of scenes that share nothing
SURE = 5.0
MOST_MATCHES = 3
ONE_STRETCH = 2  # moments


Odds = Mapping[Cell, float]


class Pair(NamedTuple):
    """Moment `left` and scene `right` of another telling are one; `odds` are logarithms.

    With `goes_on` they are one because a neighbour that goes on about the same matches.
    """

    left: int
    right: int
    odds: float
    goes_on: bool = False


class FirstWeights(NamedTuple):
    """What each sign of two scenes is worth."""

    wording: float = 4.66
    meaning: float = 5.67
    people: float = 0.78
    deeds: float = 3.04
    distance: float = -1.00  # of the squared distance in the story
    base: float = -4.77


class SecondWeights(NamedTuple):
    """What the company of two scenes is worth."""

    odds: float = 0.62
    over_left: float = 0.44
    over_right: float = 0.32
    company: float = 2.85
    base: float = -0.58


FIRST, SECOND = FirstWeights(), SecondWeights()


def align(moments: Sequence[Sequence[Scene]], scenes: Sequence[Scene], *, is_whole: bool) -> list[Pair]:
    """Return which scenes of a telling tell which moments of the storyline, by moment.

    A moment has one scene or more; `is_whole` says whether the telling tells the story to its end, so that
    places say something.
    """
    likenesses = moment_likenesses(moments, scenes)
    places = Places(len(moments), len(scenes), is_whole)
    odds = second_odds(first_odds(likenesses, places))
    least = _least(odds, places) if is_whole else LEAST_IN_PART
    chosen = {cell for cell, value in odds.items() if value >= least}
    chosen = _best_of(_best_of(chosen, odds, 0), odds, 1)
    lent: set[Cell] = set()
    if not is_whole:
        chosen = _in_turn(_near_the_best(chosen, odds), odds)
    else:
        lent = _carried_on(moments, scenes, chosen) - chosen
    copies = {cell for cell, rows in likenesses.items() if any(row.wording >= COPIED for row in rows)}
    worth = {cell: odds.get(cell, UNLIKE) for cell in chosen | lent} | dict.fromkeys(copies, SURE)
    return [Pair(i, j, worth[i, j], goes_on=(i, j) in lent - copies) for i, j in sorted(worth)]


def _carried_on(moments: Sequence[Sequence[Scene]], scenes: Sequence[Scene], chosen: Set[Cell]) -> set[Cell]:
    """Return the cells of unmatched sentences that tell, with the one before or after, a matched moment."""
    by_left, by_right = _partners(chosen, 0), _partners(chosen, 1)
    return {
        *((i, j) for j, i in _lent(by_right, [carries_on(a, b) for a, b in pairwise(scenes)])),
        *_lent(by_left, [_moment_carries_on(a, b) for a, b in pairwise(moments)]),
    }


def _moment_carries_on(before: Sequence[Scene], moment: Sequence[Scene]) -> bool:
    return any(carries_on(a, b) for a in before for b in moment)


def _partners(cells: Iterable[Cell], side: int) -> Mapping[int, Sequence[int]]:
    partners: dict[int, list[int]] = defaultdict(list)
    for cell in sorted(cells):
        partners[cell[side]].append(cell[1 - side])
    return partners


def _lent(partners: Mapping[int, Sequence[int]], joints: Sequence[bool]) -> Iterator[Cell]:
    """Yield those without a partner, each with a partner of the neighbour with which it goes on."""
    for n, is_joint in enumerate(joints):
        if is_joint and n in partners and n + 1 not in partners:
            yield n + 1, partners[n][-1]
        elif is_joint and n + 1 in partners and n not in partners:
            yield n, partners[n + 1][0]


def _best_of(cells: Iterable[Cell], odds: Odds, side: int) -> set[Cell]:
    """Return the likeliest cells of every moment or scene: one that is told time and again is a habit."""
    best: set[Cell] = set()
    for index, partners in _partners(cells, side).items():
        own = [(index, partner) if side == 0 else (partner, index) for partner in partners]
        best.update(sorted(own, key=lambda cell: (-odds[cell], cell))[:MOST_MATCHES])
    return best


def _near_the_best(cells: Iterable[Cell], odds: Odds) -> set[Cell]:
    """Return of every scene's moments only those that stand by the likeliest."""
    best: dict[int, Cell] = {}
    for cell in sorted(cells):
        if cell[1] not in best or odds[cell] > odds[best[cell[1]]]:
            best[cell[1]] = cell
    return {(i, j) for i, j in cells if abs(i - best[j][0]) <= ONE_STRETCH}


def _in_turn(cells: Iterable[Cell], odds: Odds) -> set[Cell]:
    """Return the likeliest of the cells that one can go through without turning back on either side."""
    pairs = [Pair(i, j, odds[i, j]) for i, j in sorted(cells)]
    return {(pair.left, pair.right) for pair in heaviest_row(pairs)}


def _least(odds: Odds, places: "Places") -> float:
    """Return the least odds that count, lower where few agree: two whole tellings share half of the story."""
    side, size = min((0, places.moments), (1, places.scenes), key=lambda row: row[1])
    if size < max(places.moments, places.scenes) * ABOUT_AS_LONG:
        return LEAST_ODDS
    best = sorted((two[0] for two in _two_best(odds, side).values()), reverse=True)
    half = int(size * SHARED)
    return min(LEAST_ODDS, max(LEAST_AT_ALL, best[half - 1] if 0 < half <= len(best) else LEAST_AT_ALL))


class Places(NamedTuple):
    """How many moments and scenes the story has on either side."""

    moments: int
    scenes: int
    is_whole: bool

    def distance(self, cell: Cell) -> float:
        if not self.is_whole:
            return 0.0
        return abs((cell[0] + 0.5) / self.moments - (cell[1] + 0.5) / self.scenes)


def moment_likenesses(
    moments: Sequence[Sequence[Scene]], scenes: Sequence[Scene]
) -> Mapping[Cell, Sequence[Likeness]]:
    """Return for every moment and scene how like the scene is to each of the moment's scenes."""
    flat = [(i, scene) for i, moment in enumerate(moments) for scene in moment]
    table: dict[Cell, list[Likeness]] = defaultdict(list)
    for (left, right), likeness in compare([scene for _, scene in flat], scenes).items():
        table[flat[left][0], right].append(likeness)
    return table


def first_odds(
    likenesses: Mapping[Cell, Sequence[Likeness]], places: Places, weights: FirstWeights = FIRST
) -> Odds:
    """Return the odds of every moment and scene by themselves, the likest scene of the moment counting."""
    return {
        cell: max(sum(map(_times, weights, signs)) for signs in first_signs(rows, places.distance(cell)))
        for cell, rows in likenesses.items()
        if places.distance(cell) <= FARTHEST
    }


def first_signs(rows: Sequence[Likeness], distance: float) -> Iterator[tuple[float, ...]]:
    """Yield what `FirstWeights` weigh."""
    yield from ((*likeness, (distance / DRIFT) ** 2, 1.0) for likeness in rows)


def second_odds(first: Odds, weights: SecondWeights = SECOND) -> Odds:
    """Return the odds of every moment and scene in the company of the others."""
    return {cell: sum(map(_times, weights, signs)) for cell, signs in second_signs(first).items()}


def second_signs(first: Odds) -> Mapping[Cell, tuple[float, ...]]:
    """Return what `SecondWeights` weigh: the odds, how far over the rivals' on each side, and the company."""
    lefts, rights = _two_best(first, 0), _two_best(first, 1)
    return {
        cell: (
            odds,
            odds - _rival(lefts[cell[0]], odds),
            odds - _rival(rights[cell[1]], odds),
            _company(first, cell),
            1.0,
        )
        for cell, odds in first.items()
    }


def _times(a: float, b: float) -> float:
    return a * b


def _two_best(odds: Odds, side: int) -> Mapping[int, tuple[float, float]]:
    best: dict[int, tuple[float, float]] = defaultdict(lambda: (UNLIKE, UNLIKE))
    for cell, value in odds.items():
        first, second = best[cell[side]]
        best[cell[side]] = (max(first, value), max(second, min(first, value)))
    return best


def _rival(two_best: tuple[float, float], own: float) -> float:
    """Return the best odds of the others: the second best for the best itself."""
    best, second = two_best
    return second if own == best else best


def _company(first: Odds, cell: Cell) -> float:
    """Return how surely what is told just before, and just after, is the same in both."""
    i, j = cell
    return sum(
        max(_sure(first, i + step, j + step), _sure(first, i + step, j) / 2, _sure(first, i, j + step) / 2)
        for step in (-1, 1)
    )


def _sure(odds: Odds, i: int, j: int) -> float:
    return 1 / (1 + math.exp(-odds.get((i, j), UNLIKE)))


def anchors_of(pairs: Sequence[Pair]) -> Mapping[int, int]:
    """Return scene by scene the moment that it tells in its turn: the last one, where it tells several.

    What is told out of turn tells nothing about where its neighbours belong.
    """
    return {pair.right: pair.left for pair in heaviest_row(pairs)}


def heaviest_row(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the likeliest of the pairs in which both sides go on: a heaviest increasing subsequence.

    What was best so far up to each moment is kept in a tree of Fenwick ("A new data structure for
    cumulative frequency tables", 1994), so that n pairs take n log n steps.
    """
    ordered = sorted(pairs, key=lambda pair: (pair.right, pair.left))
    size = max((pair.left for pair in ordered), default=0) + 1
    tree = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    for n, pair in enumerate(ordered):
        weight, previous = max((tree[i] for i in _prefix(pair.left + 1)), key=_weight)
        before.append(previous)
        best = (weight + pair.odds - UNLIKE, n)
        for i in _cover(pair.left + 1, size):
            tree[i] = max(tree[i], best, key=_weight)
    n = max((tree[i] for i in _prefix(size)), key=_weight)[1]
    row = []
    while n >= 0:
        row.append(ordered[n])
        n = before[n]
    return row[::-1]


def _weight(best: tuple[float, int]) -> float:
    return best[0]


def _prefix(i: int) -> Iterator[int]:
    """Yield the nodes of a Fenwick tree that hold the first i places."""
    while i:
        yield i
        i &= i - 1


def _cover(i: int, size: int) -> Iterator[int]:
    """Yield the nodes of a Fenwick tree that hold place i."""
    while i <= size:
        yield i
        i += i & -i
