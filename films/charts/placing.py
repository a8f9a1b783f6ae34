"""How high each line runs: in its order, near those it meets, and as straight as the order allows."""

from collections.abc import Mapping, Sequence

# The distance between lines, and between those of characters who meet; a name fits into each.
APART = 30.0
TOGETHER = 18.0


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
    weights: list[int] = []  # of stretches of neighbouring lines that move as one
    shifts: list[float] = []
    for at, line in enumerate(order):
        if line in before:
            shifts.append(before[line] - offsets[at])
        else:
            shifts.append(shifts[-1] if shifts else _usual_shift(order, offsets, before))
        weights.append(1)
        is_joined = at > 0 and line in together and order[at - 1] in together
        while len(shifts) > 1 and (is_joined or shifts[-2] > shifts[-1]):
            _pool(weights, shifts)
            is_joined = False
    own = [shift for weight, shift in zip(weights, shifts, strict=True) for _ in range(weight)]
    return {line: offset + shift for line, offset, shift in zip(order, offsets, own, strict=True)}


def _usual_shift(order: Sequence[int], offsets: Sequence[float], before: Mapping[int, float]) -> float:
    known = [before[line] - offset for line, offset in zip(order, offsets, strict=True) if line in before]
    return sum(known) / len(known) if known else 0.0


def _offsets(order: Sequence[int], together: frozenset[int]) -> list[float]:
    offsets: list[float] = []
    for at, line in enumerate(order):
        gap = TOGETHER if line in together and order[at - 1] in together else APART
        offsets.append(offsets[-1] + gap if offsets else 0.0)
    return offsets


def _pool(weights: list[int], shifts: list[float]) -> None:
    """Make the last two stretches one."""
    weight, shift = weights.pop(), shifts.pop()
    shifts[-1] = (weight * shift + weights[-1] * shifts[-1]) / (weight + weights[-1])
    weights[-1] += weight
