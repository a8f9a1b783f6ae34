"""Which scenes of two tellings tell the same moment.

Every two scenes get odds, in two steps of logistic regression with few weights. The first weighs how alike
they are. The second asks how sure the match is over all ways through both tellings (`ways`), so that a match
between sure matches needs less, and one across them more.
A scene may match several, and nothing forces tellings into one order. Copied sentences match wherever they
stand. The weights are fitted by `scripts/fit_alignment.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from films.reconciliation.continuing import carries_on
from films.reconciliation.sameness import is_rare_deed_of_both
from films.reconciliation.scene_likeness import Cell, Likeness, compare
from films.reconciliation.tellings import Scene
from films.reconciliation.ways import UNLIKE, surenesses

COPIED = 0.75  # wording
FARTHEST = 0.5  # of the story's length; tellings hurry and linger, but not by more than that
LEAST_ODDS = -0.5
LEAST_AT_ALL = -0.9  # where two whole tellings would share less than
LEAST_MUTUAL = -1.2  # where each is the likeliest of the other, too
LEAST_SAME_DEED = -2.0  # where the same people do what is seldom done
ABOUT_AS_LONG = 0.5
SHARED = 0.5  # of the shorter one's scenes
LEAST_ALONE = -3.8  # of two scenes by themselves: that the same people are there is no match
LEAST_IN_PART = 0.0  # where one telling tells but a part, so that places say nothing
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

    wording: float = 5.75
    meaning: float = 5.35
    people: float = 1.22
    deeds: float = 3.09
    base: float = -5.77


class SecondWeights(NamedTuple):
    """What it is worth how sure two scenes are one over all ways through the tellings."""

    ways: float = 1.27
    base: float = 1.89


FIRST, SECOND = FirstWeights(), SecondWeights()


def align(moments: Sequence[Sequence[Scene]], scenes: Sequence[Scene], *, is_whole: bool) -> list[Pair]:
    """Return which scenes of a telling tell which moments of the storyline, by moment.

    A moment has one scene or more; `is_whole` says whether the telling tells the story to its end, so that
    places say something.
    """
    likenesses = moment_likenesses(moments, scenes)
    alone = first_odds(likenesses)
    odds = second_odds(alone, len(moments), len(scenes))
    least = _least(odds, len(moments), len(scenes)) if is_whole else LEAST_IN_PART
    mutual = _mutual(odds)

    def is_enough(cell: Cell, value: float) -> bool:
        if value >= least or not is_whole:
            return value >= least
        if cell in mutual and value >= LEAST_MUTUAL:
            return True
        return value >= LEAST_SAME_DEED and _tell_one_deed(moments[cell[0]], scenes[cell[1]])

    chosen = {
        cell
        for cell, value in odds.items()
        if is_enough(cell, value)
        and alone[cell] >= LEAST_ALONE
        and any(row.meaning > 0 for row in likenesses[cell])
        and not (is_whole and _is_far(cell, len(moments), len(scenes)))
    }
    chosen = _best_of(_best_of(chosen, odds, 0), odds, 1)
    lent: set[Cell] = set()
    if not is_whole:
        chosen = _in_turn(_near_the_best(chosen, odds), odds)
    else:
        lent = _carried_on(moments, scenes, chosen) - chosen
    copies = {cell for cell, rows in likenesses.items() if any(row.wording >= COPIED for row in rows)}
    worth = {cell: odds.get(cell, UNLIKE) for cell in chosen | lent} | dict.fromkeys(copies, SURE)
    return [Pair(i, j, worth[i, j], goes_on=(i, j) in lent - copies) for i, j in sorted(worth)]


def _mutual(odds: Odds) -> set[Cell]:
    """Return the cells that are the likeliest of their moment and of their scene."""
    best: dict[tuple[int, int], Cell] = {}
    for cell, value in sorted(odds.items()):
        for line in ((0, cell[0]), (1, cell[1])):
            if line not in best or value > odds[best[line]]:
                best[line] = cell
    return {cell for cell in best.values() if best[0, cell[0]] == best[1, cell[1]] == cell}


def _tell_one_deed(moment: Sequence[Scene], scene: Scene) -> bool:
    """Whether in both the same people do the same that is seldom done."""
    return any(is_rare_deed_of_both(a, b) for other in moment for a in other.deeds for b in scene.deeds)


def _is_far(cell: Cell, moments: int, scenes: int) -> bool:
    return abs((cell[0] + 0.5) / moments - (cell[1] + 0.5) / scenes) > FARTHEST


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


def _least(odds: Odds, moments: int, scenes: int) -> float:
    """Return the least odds that count, lower where few agree: two whole tellings share half of the story."""
    side, size = min((0, moments), (1, scenes), key=lambda row: row[1])
    if size < max(moments, scenes) * ABOUT_AS_LONG:
        return LEAST_ODDS
    best: dict[int, float] = {}
    for cell, value in odds.items():
        best[cell[side]] = max(value, best.get(cell[side], value))
    ranked = sorted(best.values(), reverse=True)
    half = int(size * SHARED)
    return min(LEAST_ODDS, max(LEAST_AT_ALL, ranked[half - 1] if 0 < half <= len(ranked) else LEAST_AT_ALL))


def moment_likenesses(
    moments: Sequence[Sequence[Scene]], scenes: Sequence[Scene]
) -> Mapping[Cell, Sequence[Likeness]]:
    """Return for every moment and scene how like the scene is to each of the moment's scenes."""
    flat = [(i, scene) for i, moment in enumerate(moments) for scene in moment]
    table: dict[Cell, list[Likeness]] = defaultdict(list)
    for (left, right), likeness in compare([scene for _, scene in flat], scenes).items():
        table[flat[left][0], right].append(likeness)
    return table


def first_odds(likenesses: Mapping[Cell, Sequence[Likeness]], weights: FirstWeights = FIRST) -> Odds:
    """Return the odds of every moment and scene by themselves, the likest scene of the moment counting."""
    return {
        cell: max(sum(map(_times, weights, signs)) for signs in first_signs(rows))
        for cell, rows in likenesses.items()
    }


def first_signs(rows: Sequence[Likeness]) -> Iterator[tuple[float, ...]]:
    """Yield what `FirstWeights` weigh."""
    yield from ((*likeness, 1.0) for likeness in rows)


def second_odds(first: Odds, moments: int, scenes: int, weights: SecondWeights = SECOND) -> Odds:
    """Return the odds of every moment and scene in the company of the others."""
    signs = second_signs(first, moments, scenes)
    return {cell: sum(map(_times, weights, own)) for cell, own in signs.items()}


def second_signs(first: Odds, moments: int, scenes: int) -> Mapping[Cell, tuple[float, ...]]:
    """Return what `SecondWeights` weigh."""
    return {cell: (sure, 1.0) for cell, sure in surenesses(first, moments, scenes).items()}


def _times(a: float, b: float) -> float:
    return a * b


def anchors_of(pairs: Sequence[Pair]) -> Mapping[int, tuple[int, int]]:
    """Return scene by scene the first and the last moment that it tells in its turn.

    What is told out of turn tells nothing about where its neighbours belong.
    """
    anchors: dict[int, tuple[int, int]] = {}
    for pair in heaviest_row(pairs):
        first, _ = anchors.get(pair.right, (pair.left, pair.left))
        anchors[pair.right] = first, pair.left
    return anchors


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
