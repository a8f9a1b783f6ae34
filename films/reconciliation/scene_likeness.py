"""How alike two scenes are: in wording, in what their words mean, in who is there and in what is done.

Word by word each scene looks for its nearest in the other, and rare words count most (Mihalcea, Corley and
Strapparava, "Corpus-based and knowledge-based measures of text semantic similarity", 2006).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from films.reconciliation.likeness import likeness
from films.reconciliation.neighbours import akin, word_keys
from films.reconciliation.tellings import Scene

MOST_BEARERS = 150  # scenes; what more of them share tells nothing, and long stories stay quick
MOST_RIVALS = 16  # in a row or column; what is less like is not looked at closely

Cell = tuple[int, int]
Table = Mapping[Cell, float]
Bearers = Mapping[str, Sequence[tuple[int, float]]]  # who has a sign, and how much of it


class Likeness(NamedTuple):
    """Each from 0 to 1."""

    wording: float  # the cosine of the signs
    meaning: float  # how near each word's nearest in the other is
    people: float  # the share of all who are there that is in both
    deeds: float  # how alike the likest two event mentions are


def compare(left: Sequence[Scene], right: Sequence[Scene]) -> dict[Cell, Likeness]:
    """Return how alike every two scenes are of which one is among the likest to the other in words."""
    wording, meaning = _wording(left, right), _meaning(left, right)
    return {
        (i, j): Likeness(
            wording.get((i, j), 0.0),
            meaning.get((i, j), 0.0),
            _people(left[i], right[j]),
            max(likeness(a, b) for a in left[i].deeds for b in right[j].deeds),
        )
        for i, j in sorted(_likest(wording, meaning))
    }


def _likest(*tables: Table) -> set[Cell]:
    """Return the cells that are among the best of their row or column, by the sum of the tables."""
    sums: Counter[Cell] = Counter()
    for table in tables:
        sums.update(table)
    lines: dict[tuple[int, int], list[Cell]] = defaultdict(list)
    for cell in sums:
        lines[0, cell[0]].append(cell)
        lines[1, cell[1]].append(cell)
    best = (nlargest(MOST_RIVALS, cells, key=lambda cell: (sums[cell], cell)) for cells in lines.values())
    return {cell for cells in best for cell in cells}


def _wording(left: Sequence[Scene], right: Sequence[Scene]) -> Table:
    bearers = _bearers(scene.signs for scene in right)
    table: dict[Cell, float] = defaultdict(float)
    for i, scene in enumerate(left):
        for sign in sorted(scene.signs):
            for j, value in bearers.get(sign, ()):
                table[i, j] += scene.signs[sign] * value
    return table


def _meaning(left: Sequence[Scene], right: Sequence[Scene]) -> Table:
    """Return for every two scenes how much of what either says is said by the other, or nearly."""
    forth, back = _told_again(left, right), _told_again(right, left)
    cells = forth.keys() | {(i, j) for j, i in back}
    return {(i, j): (forth.get((i, j), 0.0) + back.get((j, i), 0.0)) / 2 for i, j in cells}


def _told_again(left: Sequence[Scene], right: Sequence[Scene]) -> Table:
    bearers = _bearers(_all_akin(scene.words) for scene in right)
    table: dict[Cell, float] = defaultdict(float)
    for i, scene in enumerate(left):
        bits = sum(scene.words.values())
        for word, own in scene.words.items():
            for j, nearness in _nearest(word_keys(word), bearers).items():
                table[i, j] += nearness * own / bits
    return table


def _people(a: Scene, b: Scene) -> float:
    both = sum(a.people[key] for key in sorted(a.people.keys() & b.people.keys()))
    either = sum({**a.people, **b.people}.values())
    return both / either if either else 0.0


def _all_akin(words: Iterable[str]) -> Mapping[str, float]:
    union: dict[str, float] = {}
    for word in words:
        for key, nearness in akin(word).items():
            union[key] = max(nearness, union.get(key, 0.0))
    return union


def _nearest(keys: Iterable[str], bearers: Bearers) -> Mapping[int, float]:
    best: dict[int, float] = {}
    for key in keys:
        for j, nearness in bearers.get(key, ()):
            best[j] = max(nearness, best.get(j, 0.0))
    return best


def _bearers(rows: Iterable[Mapping[str, float]]) -> Bearers:
    bearers: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, signs in enumerate(rows):
        for sign, value in signs.items():
            bearers[sign].append((j, value))
    return {sign: row for sign, row in bearers.items() if len(row) <= MOST_BEARERS}
