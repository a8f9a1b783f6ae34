"""How sure it is that two scenes are one, over all ways in which one can go through two tellings together.

A way goes on in both tellings: it passes over scenes that one of them alone tells, or lets two scenes be one,
and a scene may be one with several that follow each other. Each way is worth the odds of what it lets be one;
a cell is as sure as the share that the ways through it have of all (forward and backward sums, as for the
residues of proteins: Miyazawa, "A reliable sequence alignment method based on probabilities of residue
correspondences", 1995; Durbin and others, "Biological sequence analysis", 1998). So what stands between sure
matches need be less alike than what stands across them.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from films.reconciliation.scene_likeness import Cell

PASSED_OVER = math.log(0.4)  # for each scene that one telling alone tells
SEVERAL = math.log(0.5)  # for each further scene that one of the other telling is one with
UNLIKE = -5.0  # the odds of scenes that share nothing
SUREST = 6.0  # or least sure, in logarithms
TAKEN = 0.6  # of the ways; a scene that more of them pass in a match is told in its turn
TURNING_BACK = 2.0  # what a match out of turn costs

Row = np.ndarray[tuple[int], np.dtype[np.float64]]


def surenesses(odds: Mapping[Cell, float], rows: int, columns: int) -> dict[Cell, float]:
    """Return of every cell the odds, as logarithms, that a way through the tellings passes it.

    What no way is likely to pass is gone through once more by itself: the past may be told
    where it happens, or where it is remembered.

    >>> alone = {(1, 1): -1.0}
    >>> between = {(0, 0): 2.0, **alone, (2, 2): 2.0}
    >>> surenesses(between, 3, 3)[1, 1] > surenesses(alone, 3, 3)[1, 1]
    True
    """
    sure = _shares(odds, rows, columns)
    left, right = (_untaken(sure, side, size) for side, size in ((0, rows), (1, columns)))
    rest = {(left[i], right[j]): value for (i, j), value in odds.items() if i in left and j in right}
    again = _shares(rest, len(left), len(right))
    log_odds = {}
    for (i, j), share in sure.items():
        is_left = i in left and j in right
        turned = _log_odds(again[left[i], right[j]]) - TURNING_BACK if is_left else -math.inf
        log_odds[i, j] = max(_log_odds(share), turned)
    return log_odds


def _untaken(shares: Mapping[Cell, float], side: int, size: int) -> dict[int, int]:
    """Return the rows or columns that no way is likely to match, each with its place among them."""
    taken = [0.0] * size
    for cell, share in shares.items():
        taken[cell[side]] += share
    return {n: place for place, n in enumerate(n for n in range(size) if taken[n] < TAKEN)}


def _log_odds(share: float) -> float:
    least = 1 / (1 + math.exp(SUREST))
    share = min(max(share, least), 1 - least)
    return math.log(share / (1 - share))


def _shares(odds: Mapping[Cell, float], rows: int, columns: int) -> dict[Cell, float]:
    """Return of every cell the share that the ways through it have of all."""
    if not odds:
        return {}
    cells = sorted(odds)
    to, there = _ways(odds, cells, rows, columns)
    turned = {(columns - 1 - j, rows - 1 - i): value for (i, j), value in odds.items()}
    back, _ = _ways(turned, [(columns - 1 - j, rows - 1 - i) for i, j in cells], columns, rows)
    own = np.array([odds[cell] for cell in cells])
    shares = np.exp(np.minimum(to + back - own - there, 0.0))
    return dict(zip(cells, shares.tolist(), strict=True))


@dataclass(slots=True)
class _Front:
    """What all ways to the cells of one diagonal are worth, by row, as logarithms; by what they did last."""

    matched: Row
    passed_row: Row
    passed_column: Row

    @classmethod
    def nowhere(cls, rows: int) -> "_Front":
        return cls(*(np.full(rows + 1, -np.inf) for _ in range(3)))

    def all_ways(self) -> Row:
        return _sum(self.matched, self.passed_row, self.passed_column)


def _ways(odds: Mapping[Cell, float], cells: list[Cell], rows: int, columns: int) -> tuple[Row, float]:
    """Return what all ways from the start to each cell are worth, and all ways to the end.

    Diagonal by diagonal; of what was passed over, the rows come before the columns, lest a way count twice.
    """
    places: dict[int, list[int]] = {}
    for n, (i, j) in enumerate(cells):
        places.setdefault(i + j + 2, []).append(n)
    row_of, worth = np.array(cells)[:, 0] + 1, np.array([odds[cell] for cell in cells])
    told = np.full(len(cells), -np.inf)
    before, last = _Front.nowhere(rows), _Front.nowhere(rows)
    last.matched[0] = 0.0  # nothing told yet
    for diagonal in range(1, rows + columns + 1):
        own = np.full(rows + 1, UNLIKE)
        here = places.get(diagonal, [])
        own[row_of[here]] = worth[here]
        front = _step(before, last, own)
        for values in (front.matched, front.passed_row, front.passed_column):
            values[: max(0, diagonal - columns)] = values[diagonal + 1 :] = -np.inf
        front.matched[0] = -np.inf  # no row to match
        front.matched[diagonal:] = -np.inf  # no column
        told[here] = front.matched[row_of[here]]
        before, last = last, front
    return told, float(last.all_ways()[rows])


def _step(before: _Front, last: _Front, own: Row) -> _Front:
    matched = own + _sum(_down(before.all_ways()), _down(last.matched) + SEVERAL, last.matched + SEVERAL)
    return _Front(
        matched,
        PASSED_OVER + _down(np.logaddexp(last.matched, last.passed_row)),
        PASSED_OVER + last.all_ways(),
    )


def _sum(*rows: Row) -> Row:
    total: Row = np.logaddexp.reduce(rows)
    return total


def _down(row: Row) -> Row:
    """Return the row as the next one sees it."""
    return np.concatenate(([-np.inf], row[:-1]))
