"""Two tellings of one story, put level with each other.

Pure: which sentences tell which events in, rows out. Sentences that tell an event in common stand in
one row; so do sentences of one telling that a sentence of the other tells in one breath, which is
what aligners of translations call a bead (Gale and Church, 1993, "A Program for Aligning Sentences
in Bilingual Corpora").
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

Span = tuple[int, int]
LONGEST_RUN = 6  # sentences of one telling that stand in a row although the other has none of them


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a telling tells an event, which is the `order`th of the story."""

    event: int
    order: int
    sentence: Span


@dataclass(frozen=True, slots=True)
class Side:
    """What one telling has in a row: its sentences in its own order, and the events they tell.

    `follows` is set where the telling's own order differs from that of the rows: the number of the
    row, from 1, after which the telling has this one; 0 when the telling begins with it.
    """

    sentences: tuple[Span, ...] = ()
    events: tuple[int, ...] = ()
    follows: int | None = None

    def __bool__(self) -> bool:
        return bool(self.sentences)


@dataclass(frozen=True, slots=True)
class Row:
    """The same events as both tellings tell them, or what only one of them tells."""

    events: tuple[int, ...]  # in story order
    left: Side
    right: Side

    @property
    def is_in_both(self) -> bool:
        return bool(self.left) and bool(self.right)


def align(left: Iterable[Told], right: Iterable[Told]) -> list[Row]:
    """Return the rows of two tellings in story order.

    >>> rows = align([Told(7, 1, (0, 9))], [Told(7, 1, (4, 8)), Told(8, 2, (9, 12))])
    >>> [(row.events, row.is_in_both) for row in rows]
    [((7,), True), ((8,), False)]
    """
    sides = (list(left), list(right))
    orders = {told.event: (told.order, told.event) for side in sides for told in side}
    beads = [sorted(events, key=orders.__getitem__) for events in _beads(sides, orders)]
    beads = _runs(sorted(beads, key=lambda events: orders[events[0]]), [_by_event(side) for side in sides])
    lefts, rights = (_in_order([_side(events, told) for events in beads]) for told in map(_by_event, sides))
    return [Row(tuple(events), *pair) for events, *pair in zip(beads, lefts, rights, strict=True)]


def _beads(sides: Sequence[Iterable[Told]], events: Iterable[int]) -> Iterator[list[int]]:
    """Yield the events of each row: those that a sentence of either telling has in common."""
    parents: dict[Hashable, Hashable] = {}

    def root(node: Hashable) -> Hashable:
        while parents.setdefault(node, node) != node:
            parents[node] = node = parents[parents[node]]
        return node

    for number, side in enumerate(sides):
        for told in side:
            parents[root((number, told.sentence))] = root(told.event)
    beads: dict[Hashable, list[int]] = defaultdict(list)
    for event in events:
        beads[root(event)].append(event)
    yield from beads.values()


def _runs(beads: Iterable[list[int]], told: Sequence[Mapping[int, set[Span]]]) -> list[list[int]]:
    """Put beads that only one and the same telling has, in its own order, into rows of a few sentences.

    What the other telling leaves out is then one passage and one gap, not a gap for every sentence.
    """
    runs: list[list[int]] = []
    before: tuple[Side, ...] | None = None
    for events in beads:
        here = tuple(_side(events, side) for side in told)
        if before and _continues(before, here):
            runs[-1] += events
            before = tuple(_side(runs[-1], side) for side in told)
        else:
            runs.append(events)
            before = here
    return runs


def _continues(before: Sequence[Side], here: Sequence[Side]) -> bool:
    """Does the next bead go on telling, in the same telling alone, where the one before it stopped?"""
    teller = next((number for number, side in enumerate(here) if side), 0)
    if here[1 - teller] or before[1 - teller]:
        return False
    told, goes_on = before[teller].sentences, here[teller].sentences
    return told[-1] < goes_on[0] and len(told) + len(goes_on) <= LONGEST_RUN


def _by_event(told: Iterable[Told]) -> dict[int, set[Span]]:
    sentences: dict[int, set[Span]] = defaultdict(set)
    for row in told:
        sentences[row.event].add(row.sentence)
    return sentences


def _side(events: Iterable[int], told: Mapping[int, set[Span]]) -> Side:
    here = tuple(event for event in events if event in told)
    return Side(tuple(sorted({sentence for event in here for sentence in told[event]})), here)


def _in_order(sides: Sequence[Side]) -> list[Side]:
    """Return the sides of a telling, each that stands elsewhere in it with the row that it follows there.

    As few rows as possible are said to stand elsewhere: those outside a longest increasing run.
    """
    numbers = [number for number, side in enumerate(sides, 1) if side]
    starts = [sides[number - 1].sentences[0][0] for number in numbers]
    in_order = _longest_increasing(starts)
    own_order = [number for _, number in sorted(zip(starts, numbers, strict=True))]
    before = dict(zip(own_order, [0, *own_order], strict=False))
    elsewhere = {number for index, number in enumerate(numbers) if index not in in_order}
    return [
        replace(side, follows=before[number]) if number in elsewhere else side
        for number, side in enumerate(sides, 1)
    ]


def _longest_increasing(values: Sequence[int]) -> set[int]:
    """Return the places of a longest increasing run of the values, not nearest neighbours alone."""
    tails: list[int] = []
    ends: list[int] = []  # the place of each tail
    previous: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        previous.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [place]
    chosen, place = set(), ends[-1] if ends else -1
    while place >= 0:
        chosen.add(place)
        place = previous[place]
    return chosen
