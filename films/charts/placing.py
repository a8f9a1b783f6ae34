"""How high each line runs: in its order, near those it meets, and as straight as the order allows."""

from collections.abc import Sequence
from dataclasses import dataclass

# The distance between lines, and between those of characters who meet; a name fits into each.
APART = 30.0
TOGETHER = 18.0


@dataclass(slots=True)
class _Stretch:
    """Neighbouring lines that move as one: how many, and by how much they are shifted."""

    weight: int
    shift: float


def place_lines(
    orders: Sequence[Sequence[int]], presence: Sequence[frozenset[int]]
) -> list[dict[int, float]]:
    """Return the height of each line in each column, the highest being 0.

    >>> place_lines([[1, 2], [1, 2, 3]], [frozenset({1, 2}), frozenset({3})])[1]
    {1: 0.0, 2: 30.0, 3: 60.0}
    """
    before: dict[int, float] = {}
    placed = []
    for order, together in zip(orders, presence, strict=True):
        before = _placed(order, together, before)
        placed.append(before)
    top = min((height for column in placed for height in column.values()), default=0.0)
    return [{line: height - top for line, height in column.items()} for column in placed]


def _placed(order: Sequence[int], together: frozenset[int], before: dict[int, float]) -> dict[int, float]:
    """Return heights in this order as near as can be to those before.

    Least squares under an order, by pooling neighbours that violate it (Ayer and others, "An Empirical
    Distribution Function for Sampling with Incomplete Information", 1955).
    """
    offsets = _offsets(order, together)
    known = [before[line] - offset for line, offset in zip(order, offsets, strict=True) if line in before]
    usual = sum(known) / len(known) if known else 0.0
    pooled: list[_Stretch] = []
    for at, line in enumerate(order):
        wanted = before[line] - offsets[at] if line in before else (pooled[-1].shift if pooled else usual)
        pooled.append(_Stretch(1, wanted))
        is_joined = at > 0 and line in together and order[at - 1] in together
        while len(pooled) > 1 and (is_joined or pooled[-2].shift > pooled[-1].shift):
            _pool(pooled)
            is_joined = False
    shifts = [stretch.shift for stretch in pooled for _ in range(stretch.weight)]
    return {line: offset + shift for line, offset, shift in zip(order, offsets, shifts, strict=True)}


def _offsets(order: Sequence[int], together: frozenset[int]) -> list[float]:
    offsets: list[float] = []
    for at, line in enumerate(order):
        gap = TOGETHER if line in together and order[at - 1] in together else APART
        offsets.append(offsets[-1] + gap if offsets else 0.0)
    return offsets


def _pool(pooled: list[_Stretch]) -> None:
    last, other = pooled.pop(), pooled.pop()
    weight = last.weight + other.weight
    pooled.append(_Stretch(weight, (last.weight * last.shift + other.weight * other.shift) / weight))
