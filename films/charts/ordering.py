"""In which order lines stand above each other at each event, so that they cross little.

A storyline chart is a layered graph: each event is a layer, and the lines of those who take part have to be
neighbours there. The orders are found by sweeps over the layers, forwards and backwards, each
layer ordered after its neighbour, and by swaps of neighbours, as Sugiyama, Tagawa and Toda do ("Methods
for Visual Understanding of Hierarchical System Structures", 1981); that those who meet have to be neighbours
is from Tanahashi and Ma ("Design Considerations for Optimizing Storyline Visualizations", 2012).
The same events give the same orders.
"""

from bisect import bisect, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

Order = list[int]
Presence = Sequence[frozenset[int]]

# Films of so many events times lines afford several beginnings, rounds of sweeps, and swaps of neighbours.
# Larger ones have nothing of swaps: 60 films of more than 60 events had 1,010 crossings with them and 1,013
# without.
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
    company = _by_company(presence, sorted(reach))
    if len(presence) * len(reach) > SMALL:
        return _swept(company, presence, active)
    found = [_improved(guide, presence, active) for guide in _beginnings(company)]
    return min(found, key=count_crossings)


def _crossings(left: Sequence[int], right: Sequence[int]) -> int:
    place = _places(right)
    seen = [place[line] for line in left if line in place]
    if seen == sorted(seen):
        return 0
    passed: list[int] = []
    crossings = 0
    for at in seen:
        crossings += len(passed) - bisect(passed, at)
        insort(passed, at)
    return crossings


def _beginnings(company: Order) -> Iterator[Order]:
    """Yield orders to begin with: those who meet often next to each other, then as the lines come."""
    yield company
    for row in (sorted(company), company):
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


def _begun(guide: Order, active: list[set[int]]) -> list[Order]:
    return [[line for line in guide if line in here] for here in active]


def _there_and_back(columns: int) -> tuple[range, range]:
    return range(columns), range(columns - 1, -1, -1)


def _swept(guide: Order, presence: Presence, active: list[set[int]]) -> list[Order]:
    """Return the orders that one sweep there and one back find from this beginning."""
    orders = _begun(guide, active)
    for columns in _there_and_back(len(orders)):
        _sweep(orders, presence, active, columns)
    return orders


def _improved(guide: Order, presence: Presence, active: list[set[int]]) -> list[Order]:
    """Return the best orders that sweeps and swaps find from this beginning."""
    orders = _begun(guide, active)
    best: list[Order] = []
    fewest = -1
    for _ in range(ROUNDS):
        for columns in _there_and_back(len(orders)):
            _sweep(orders, presence, active, columns)
            _swap_neighbours(orders, presence, columns)
            crossings = count_crossings(orders)
            if fewest < 0 or crossings < fewest:
                best, fewest = [list(order) for order in orders], crossings
    return best


def _sweep(orders: list[Order], presence: Presence, active: list[set[int]], columns: range) -> None:
    """Order each column after the one before it in the sweep, with an eye on the one after."""
    from_place = _places(orders[columns[0]]) if columns else {}
    for column in columns:
        before, after = column - columns.step, column + columns.step
        came_from = orders[before] if 0 <= before < len(orders) else orders[column]
        goes_to = orders[after] if 0 <= after < len(orders) else []
        here, together = active[column], presence[column]
        known = [line for line in came_from if line in here]
        missing = [line for line in orders[column] if line not in known] if len(known) < len(here) else []
        group = _group(together, known, missing, goes_to)
        others = [line for line in known + missing if line not in together]
        at = _gathered_at(group, others, from_place, _places(goes_to)) if group else 0
        orders[column] = others[:at] + group + others[at:]
        from_place = _places(orders[column])


def _group(together: frozenset[int], known: Order, missing: Order, goes_to: Order) -> Order:
    """Return those who meet as they came; who comes new stands where it crosses fewest."""
    group = [line for line in known if line in together]
    new = [line for line in missing if line in together]
    place = _places(goes_to) if new else {}
    for line in new:
        costs = _costs(line, group, place)
        group.insert(len(costs) - 1 - costs[::-1].index(min(costs)), line)
    return group


def _gathered_at(
    group: Order, others: Order, from_place: Mapping[int, int], to_place: Mapping[int, int]
) -> int:
    """Return how many of the others stand above those who meet, so that fewest cross."""
    came = sorted([from_place[line] for line in group if line in from_place])
    goes = sorted([to_place[line] for line in group if line in to_place])
    behind = ahead = 0  # more crossings with the columns on either side than with none above
    best, fewest = 0, (0, 0)
    for above, line in enumerate(others, 1):
        if line in from_place:
            behind += 2 * bisect(came, from_place[line]) - len(came)
        if line in to_place:
            ahead += 2 * bisect(goes, to_place[line]) - len(goes)
        if (behind + ahead, behind) < fewest:
            best, fewest = above, (behind + ahead, behind)
    return best


def _places(order: Sequence[int]) -> dict[int, int]:
    return dict(zip(order, range(len(order)), strict=True))


def _costs(line: int, group: Order, place: dict[int, int]) -> list[int]:
    """Return the crossings of the line with the group, for each number of its lines above it."""
    own = place.get(line)
    leads = [own is not None and member in place and place[member] > own for member in group]
    stays = [own is not None and member in place and place[member] < own for member in group]
    return [sum(leads[:above]) + sum(stays[above:]) for above in range(len(group) + 1)]


def _swap_neighbours(orders: list[Order], presence: Presence, columns: range) -> None:
    """Swap neighbours, and those who meet as one, where fewer lines cross then."""
    for column in columns:
        near = [orders[at] for at in (column - 1, column + 1) if 0 <= at < len(orders)]
        if not any(_crossings(orders[column], other) for other in near):
            continue
        places = [_places(other) for other in near]
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
    rows = [(block, _leading(block, places)) for block in blocks]
    for way in (range(len(rows) - 1), range(len(rows) - 2, -1, -1)):
        has_swapped = False
        for at in way:
            if _gain(rows[at][1], rows[at + 1][1]) > 0:
                rows[at], rows[at + 1] = rows[at + 1], rows[at]
                has_swapped = True
        if not has_swapped:
            break
    return [line for block, _ in rows for line in block]


def _leading(block: Order, places: list[dict[int, int]]) -> list[Order]:
    """Return to which places a block's lines lead in each neighbour, from the top."""
    return [sorted([place[line] for line in block if line in place]) for place in places]


def _gain(above: Sequence[Order], below: Sequence[Order]) -> int:
    """Return how many crossings fewer there are when two blocks, which lead to these places, are swapped."""
    pairs = zip(above, below, strict=True)
    return sum(2 * bisect(lower, place) - len(lower) for upper, lower in pairs for place in upper)
