"""In which order lines stand above each other at each event, so that they cross little.

A storyline chart is a layered graph: each event is a layer, and the lines of those who take part have to be
neighbours there. The orders are found by sweeps over the layers, forwards and backwards, each
layer ordered after its neighbour, and by swaps of neighbours, as Sugiyama, Tagawa and Toda do ("Methods
for Visual Understanding of Hierarchical System Structures", 1981); that those who meet have to be neighbours
is from Tanahashi and Ma ("Design Considerations for Optimizing Storyline Visualizations", 2012).
The same events give the same orders.
"""

from bisect import bisect, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations, pairwise

Order = list[int]
Presence = Sequence[frozenset[int]]

# Films of so many events times lines afford more beginnings and more rounds of sweeps than larger ones.
SMALL = 400
ROUNDS = 3


def spans(presence: Presence) -> dict[int, tuple[int, int]]:
    """Return the first and the last column of each line.

    >>> spans([frozenset({1}), frozenset({1, 2})])
    {1: (0, 1), 2: (1, 1)}
    """
    found: dict[int, tuple[int, int]] = {}
    for column, group in enumerate(presence):
        for line in sorted(group):
            found[line] = (found.get(line, (column, 0))[0], column)
    return found


def count_crossings(orders: Iterable[Sequence[int]]) -> int:
    """Return how often lines cross between neighbouring columns.

    >>> count_crossings([[1, 2, 3], [2, 1, 3], [3, 2]])
    2
    """
    return sum(_crossings(left, right) for left, right in pairwise(orders))


def order_lines(presence: Presence) -> list[Order]:
    """Return for each column the order, from the top, of all lines that run there.

    >>> order_lines([frozenset({1, 2}), frozenset({2, 3})])
    [[1, 2], [2, 3]]
    """
    reach = spans(presence)
    active = [
        {line for line, (first, last) in reach.items() if first <= column <= last}
        for column in range(len(presence))
    ]
    rounds = ROUNDS if len(presence) * len(reach) <= SMALL else 1
    found = [_improved(guide, presence, active, rounds) for guide in _beginnings(presence, sorted(reach))]
    return min(found, key=count_crossings)


def _crossings(left: Sequence[int], right: Sequence[int]) -> int:
    place = {line: at for at, line in enumerate(right)}
    seen = [place[line] for line in left if line in place]
    passed: list[int] = []
    crossings = 0
    for at in seen:
        crossings += len(passed) - bisect(passed, at)
        insort(passed, at)
    return crossings


def _beginnings(presence: Presence, lines: Order) -> Iterator[Order]:
    """Yield orders to begin with: those who meet often next to each other, then as the lines come."""
    company = _by_company(presence, lines)
    yield company
    if len(presence) * len(lines) <= SMALL:
        for row in (lines, company):
            yield row[::-1]
            yield row[::2] + row[1::2][::-1]
            yield row[1::2] + row[::2][::-1]


def _by_company(presence: Presence, lines: Order) -> Order:
    """Return the lines in a row, each added at the end where it meets more."""
    meetings: dict[frozenset[int], int] = {}
    for group in presence:
        for pair in combinations(sorted(group), 2):
            meetings[frozenset(pair)] = meetings.get(frozenset(pair), 0) + 1
    row, rest = lines[:1], lines[1:]
    while rest:
        bonds = [
            (meetings.get(frozenset((end, line)), 0), -line, end == row[-1])
            for line in rest
            for end in _ends(row)
        ]
        _, negative, is_last = max(bonds)
        row = [*row, -negative] if is_last else [-negative, *row]
        rest.remove(-negative)
    return row


def _ends(row: Order) -> set[int]:
    return {row[0], row[-1]}


def _improved(guide: Order, presence: Presence, active: list[set[int]], rounds: int) -> list[Order]:
    """Return the best orders that sweeps find from this beginning."""
    orders = [[line for line in guide if line in here] for here in active]
    best: list[Order] = []
    fewest = -1
    for _ in range(rounds):
        for columns in (range(len(orders)), range(len(orders) - 1, -1, -1)):
            _sweep(orders, presence, active, columns)
            if rounds > 1 or columns.step < 0:
                _swap_neighbours(orders, presence, columns)
            crossings = count_crossings(orders)
            if fewest < 0 or crossings < fewest:
                best, fewest = [list(order) for order in orders], crossings
    return best


def _sweep(orders: list[Order], presence: Presence, active: list[set[int]], columns: range) -> None:
    """Order each column after the one before it in the sweep, with an eye on the one after."""
    for column in columns:
        before, after = column - columns.step, column + columns.step
        came_from = orders[before] if 0 <= before < len(orders) else orders[column]
        goes_to = orders[after] if 0 <= after < len(orders) else []
        known = [line for line in came_from if line in active[column]]
        missing = [line for line in orders[column] if line not in set(known)]
        group = _group(presence[column], known, missing, goes_to)
        others = [line for line in known + missing if line not in presence[column]]
        at = _gathered_at(group, others, came_from, goes_to) if group else 0
        orders[column] = others[:at] + group + others[at:]


def _group(together: frozenset[int], known: Order, missing: Order, goes_to: Order) -> Order:
    """Return those who meet as they came; who comes new stands where it crosses fewest."""
    group = [line for line in known if line in together]
    place = {line: at for at, line in enumerate(goes_to)}
    for line in missing:
        if line not in together:
            continue
        costs = _costs([line], group, place)
        group.insert(len(costs) - 1 - costs[::-1].index(min(costs)), line)
    return group


def _gathered_at(group: Order, others: Order, came_from: Order, goes_to: Order) -> int:
    """Return how many of the others stand above those who meet, so that fewest cross."""
    from_place = {line: at for at, line in enumerate(came_from)}
    to_place = {line: at for at, line in enumerate(goes_to)}
    costs = _costs(group, others, from_place)
    further = _costs(group, others, to_place)
    return min(range(len(others) + 1), key=lambda at: (costs[at] + further[at], costs[at], at))


def _costs(group: Order, others: Order, place: dict[int, int]) -> list[int]:
    """Return the crossings of the group with the others, for each number of others above it."""
    members = sorted(place[line] for line in group if line in place)
    passed = [len(members) - 2 * bisect(members, place[line]) if line in place else 0 for line in others]
    first = sum(len(members) - bisect(members, place[line]) for line in others if line in place)
    return list(accumulate((-gain for gain in passed), initial=first))


def _swap_neighbours(orders: list[Order], presence: Presence, columns: range) -> None:
    """Swap neighbours, and those who meet as one, where fewer lines cross then."""
    for column in columns:
        near = [orders[at] for at in (column - 1, column + 1) if 0 <= at < len(orders)]
        if not any(_crossings(orders[column], other) for other in near):
            continue
        places = [{line: at for at, line in enumerate(other)} for other in near]
        blocks = _blocks(orders[column], presence[column])
        blocks = [_swapped([[line] for line in block], places) if block[1:] else block for block in blocks]
        orders[column] = _swapped(blocks, places)


def _blocks(order: Order, together: frozenset[int]) -> list[Order]:
    """Return the order with those who meet as one block."""
    blocks: list[Order] = []
    for line in order:
        if blocks and line in together and blocks[-1][0] in together:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _swapped(blocks: list[Order], places: list[dict[int, int]]) -> Order:
    """Return the lines of the blocks after swaps of neighbours, at most one round down and back."""
    for at in [*range(len(blocks) - 1), *range(len(blocks) - 2, -1, -1)]:
        above, below = blocks[at], blocks[at + 1]
        if _gain(above, below, places) > 0:
            blocks[at], blocks[at + 1] = below, above
    return [line for block in blocks for line in block]


def _gain(above: Order, below: Order, places: list[dict[int, int]]) -> int:
    """Return how many crossings fewer there are when these two blocks are swapped."""
    gain = 0
    for place in places:
        lower = sorted(place[line] for line in below if line in place)
        for line in above:
            if line in place:
                gain += 2 * bisect(lower, place[line]) - len(lower)
    return gain
