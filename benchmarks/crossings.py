"""How much more the lines of a storyline chart cross than they must."""

import random
from collections.abc import Sequence
from itertools import permutations

from benchmarks.figures import Figure
from films.charts.ordering import Presence, count_crossings, order_lines, spans

MOST_CROSSINGS = 1.3  # of those of the best order


def small_story(seed: int) -> list[frozenset[int]]:
    """Return who meets in each event of a made-up film, small enough to try all orders."""
    made_up = random.Random(seed)  # noqa: S311 -- the same stories every time
    lines = range(made_up.randint(3, 5))
    return [frozenset(made_up.sample(lines, made_up.randint(1, 3))) for _ in range(made_up.randint(4, 8))]


def fewest_crossings(presence: Presence) -> int:
    """Return the crossings of the best of all orders, column by column over all permutations."""
    reach = spans(presence)
    best: dict[tuple[int, ...], int] = {(): 0}
    for column, group in enumerate(presence):
        here = [line for line, (first, last) in reach.items() if first <= column <= last]
        allowed = [order for order in permutations(here) if is_together(order, group)]
        best = {
            order: min(cost + count_crossings([before, order]) for before, cost in best.items())
            for order in allowed
        }
    return min(best.values())


def is_together(order: Sequence[int], group: frozenset[int]) -> bool:
    """Do those who meet stand next to each other?"""
    places = [at for at, line in enumerate(order) if line in group]
    return not places or places[-1] - places[0] + 1 == len(places) == len(group)


def crossings(stories: Sequence[Presence]) -> Figure:
    """Return the crossings of all films together, over those of their best orders."""
    found = sum(count_crossings(order_lines(story)) for story in stories)
    ratio = found / max(sum(fewest_crossings(story) for story in stories), 1)
    return Figure(
        f"crossings over those of the best order, {len(stories)} small films",
        f"{ratio:.2f}",
        f"≤ {MOST_CROSSINGS}",
        ratio <= MOST_CROSSINGS,
    )
