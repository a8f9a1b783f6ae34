"""Which scenes of two tellings tell the same moment.

Tellings follow the same story, so the best way to lay one beside the other is a monotone path
through the table of their scenes' similarities, found by dynamic programming (Needleman and Wunsch,
1970; of texts, Gale and Church, "A program for aligning sentences in bilingual corpora", 1993).
A scene may match several in a row. Copied sentences match wherever they stand.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from films.reconciliation.tellings import Scene

ENOUGH = 0.10  # likeness below which two scenes are two moments
ENOUGH_IN_PART = 0.12  # the same where one telling tells but a part, so that places say nothing
COPIED = 0.75
DRIFT = 0.3  # of the story's length; tellings hurry and linger, but not by more than about that


class Pair(NamedTuple):
    """Scene `left` of one telling and scene `right` of the other tell one moment."""

    left: int
    right: int
    similarity: float


Table = Mapping[tuple[int, int], float]


def similarities(left: Sequence[Scene], right: Sequence[Scene]) -> Table:
    """Return the cosine of the signs of every two scenes that share one."""
    bearers: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, scene in enumerate(right):
        for sign, value in scene.signs.items():
            bearers[sign].append((j, value))
    table: dict[tuple[int, int], float] = defaultdict(float)
    for i, scene in enumerate(left):
        for sign in sorted(scene.signs):
            for j, value in bearers.get(sign, ()):
                table[i, j] += scene.signs[sign] * value
    return table


def align(
    left: Sequence[Scene], right: Sequence[Scene], places: Sequence[float], *, is_whole: bool
) -> list[Pair]:
    """Return the pairs of scenes that tell one moment, in the order of `left`.

    `places` says where in the story each left scene stands, from 0 to 1; `is_whole` whether the right
    ones tell all of it.
    """
    table = similarities(left, right)
    if is_whole:
        gains = {(i, j): _gain(value, places[i], (j + 0.5) / len(right)) for (i, j), value in table.items()}
    else:
        gains = {cell: value - ENOUGH_IN_PART for cell, value in table.items()}
    path = _best_path({cell: gain for cell, gain in gains.items() if gain > 0}, len(left), len(right))
    copies = {cell for cell, value in table.items() if value >= COPIED}
    return [Pair(i, j, table[i, j]) for i, j in sorted(path | copies)]


def _gain(value: float, left: float, right: float) -> float:
    """Return what it is worth to match two scenes, less where they stand far apart in their stories."""
    return value * math.exp(-(((left - right) / DRIFT) ** 2) / 2) - ENOUGH


def _best_path(gains: Table, rows: int, columns: int) -> set[tuple[int, int]]:
    best = [[0.0] * (columns + 1)]
    for i in range(rows):
        above, row = best[-1], [0.0]
        for j in range(columns):
            row.append(max(above[j + 1], row[j]) + gains.get((i, j), 0.0))
        best.append(row)
    return _trace(best, gains)


def _trace(best: Sequence[Sequence[float]], gains: Table) -> set[tuple[int, int]]:
    """Follow the best path back; a cell with a gain lies on the best way through it."""
    i, j, path = len(best) - 1, len(best[0]) - 1, set()
    while i and j:
        if (i - 1, j - 1) in gains:
            path.add((i - 1, j - 1))
        if best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return path
