"""Which proposal is which row: by shared evidence and names, never by what an editor may have changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Row = TypeVar("Row")
Proposal = TypeVar("Proposal")


@dataclass(frozen=True, slots=True)
class Pair:
    """Proposal number `proposal` and row number `row` have `score` in common."""

    score: int
    proposal: int
    row: int


def pair_up(pairs: Iterable[Pair]) -> dict[int, int]:
    """Return row numbers by proposal number, one to one, the strongest pairs first.

    >>> pair_up([Pair(1, 0, 0), Pair(3, 1, 0), Pair(2, 0, 1)])
    {1: 0, 0: 1}
    """
    matched: dict[int, int] = {}
    used: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.proposal, pair.row)):
        if pair.proposal not in matched and pair.row not in used:
            matched[pair.proposal] = pair.row
            used.add(pair.row)
    return matched


def scored_pairs(
    proposals: Sequence[Mapping[Hashable, int]], rows: Sequence[Collection[Hashable]]
) -> list[Pair]:
    """Score every proposal and row that share a sign; a proposal's signs have weights.

    >>> scored_pairs([{"mara": 2, "maid": 1}], [{"mara", "maid"}, {"tom"}])
    [Pair(score=3, proposal=0, row=0)]
    """
    rows_with: dict[Hashable, list[int]] = defaultdict(list)
    for number, signs in enumerate(rows):
        for sign in signs:
            rows_with[sign].append(number)
    scores: dict[tuple[int, int], int] = defaultdict(int)
    for number, weights in enumerate(proposals):
        for sign, weight in weights.items():
            for row in rows_with.get(sign, ()):
                scores[number, row] += weight
    return [Pair(score, proposal, row) for (proposal, row), score in scores.items()]


def match_stated(
    proposals: Sequence[Proposal],
    rows: Sequence[Row],
    *,
    is_exact: Callable[[Proposal, Row], bool],
    is_edited: Callable[[Proposal, Row], bool],
) -> dict[int, int]:
    """Match what is known by what it states: exactly, or else a row that an editor restated.

    `is_edited` tells whether all that an editor left alone agrees and the evidence is shared.
    """
    matched: dict[int, int] = {}
    for accept in (is_exact, is_edited):
        used = set(matched.values())
        for number, proposal in enumerate(proposals):
            if number in matched:
                continue
            found = next((i for i, row in enumerate(rows) if i not in used and accept(proposal, row)), None)
            if found is not None:
                matched[number] = found
                used.add(found)
    return matched
