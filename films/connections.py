"""How two characters of a film, or two people across films, are connected: the shortest chain of links.

The search goes out from both ends at once, a level at a time, always from the end that has reached
less (I. Pohl, "Bi-directional search", Machine Intelligence 6, 1971). Each level is fetched in one or
two queries whatever its size, no level follows more than `LINKS_A_LEVEL` links, and no chain is
longer than asked: so the cost does not grow with what is in the store.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from films.models import Character, Credit, Participation, Person, Relationship
from films.models.limits import EVERYTHING, SpoilerLimits

LINKS_A_LEVEL = 2000
MOST_STEPS = 6  # between characters, or from person to person


class NodeKind(StrEnum):
    """What is linked."""

    CHARACTER = "character"
    PERSON = "person"
    FILM = "film"


class Node(NamedTuple):
    """One thing that is linked: a row of the store."""

    kind: NodeKind
    pk: int


class Link(NamedTuple):
    """That one node leads to another.

    Of chains of one length that with the least `cost` is preferred, added up link by link; of
    those that cost the same, the one whose nodes' names come first.
    """

    start: Node
    end: Node
    name: str = ""  # of `end`
    cost: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Level:
    """The links from a number of nodes; `is_cut` when there are more than are followed."""

    links: tuple[Link, ...]
    is_cut: bool = False


Neighbours = Callable[[Sequence[Node]], Level]


@dataclass(frozen=True, slots=True)
class Chain:
    """The nodes from the first to the last; empty where none was found.

    `is_cut` when links were left out on the way, so that there may be a shorter chain, or one at all;
    `is_ended` when the search stopped at the greatest length asked for.
    """

    nodes: tuple[Node, ...] = ()
    is_cut: bool = False
    is_ended: bool = False

    def __bool__(self) -> bool:
        return bool(self.nodes)


class _Way(NamedTuple):
    """The best way found from one end to a node, as written from the first of its nodes to the last.

    Ways compare as chains do: by length, by cost, by names, and by ids where all else is the same.
    """

    length: int
    cost: tuple[int, int]
    names: tuple[str, ...]
    nodes: tuple[Node, ...]

    def joined(self, other: "_Way") -> "_Way":
        """Return this way and the one that goes on from its last node."""
        cost = (self.cost[0] + other.cost[0], self.cost[1] + other.cost[1])
        return _Way(
            self.length + other.length, cost, self.names + other.names[1:], self.nodes + other.nodes[1:]
        )


class _Side:
    """What has been reached from one end, and by which way."""

    def __init__(self, end: Node, *, is_last: bool) -> None:
        self.ways = {end: _Way(0, (0, 0), ("",), (end,))}
        self.reached = [end]  # by the last level
        self.steps = 0
        self._is_last = is_last

    def widen(self, neighbours: Neighbours) -> Level:
        """Go one step further."""
        level = neighbours(self.reached)
        found: dict[Node, _Way] = {}
        for link in level.links:
            if link.end not in self.ways:
                way = self._way(link)
                found[link.end] = min(way, found.get(link.end, way))
        self.ways |= found
        self.reached = sorted(found)
        self.steps += 1
        return level

    def _way(self, link: Link) -> _Way:
        so_far = self.ways[link.start]
        if not self._is_last:
            return so_far.joined(_Way(1, link.cost, ("", link.name), (link.start, link.end)))
        # From the last end chains are read backwards.
        step = _Way(1, link.cost, (link.name, so_far.names[0]), (link.end, link.start))
        return step.joined(so_far)


def shortest_chain(first: Node, last: Node, neighbours: Neighbours, most_links: int) -> Chain:
    """Return the shortest chain of at most `most_links` links; links hold both ways.

    >>> ends = {1: (2,), 2: (1, 3), 3: (2,)}
    >>> node = lambda pk: Node(NodeKind.PERSON, pk)
    >>> def neighbours(nodes):
    ...     return Level(tuple(Link(at, node(pk)) for at in nodes for pk in ends[at.pk]))
    >>> [found.pk for found in shortest_chain(node(1), node(3), neighbours, 4).nodes]
    [1, 2, 3]
    """
    sides = _Side(first, is_last=False), _Side(last, is_last=True)
    is_cut = False
    while not (met := sides[0].ways.keys() & sides[1].ways.keys()):
        if not all(side.reached for side in sides):
            return Chain(is_cut=is_cut)
        if sum(side.steps for side in sides) >= most_links:
            return Chain(is_cut=is_cut, is_ended=True)
        is_cut |= min(sides, key=lambda side: len(side.reached)).widen(neighbours).is_cut
    best = min(sides[0].ways[node].joined(sides[1].ways[node]) for node in met)
    return Chain(best.nodes, is_cut=is_cut)


def connect_characters(
    first: Character, last: Character, limits: SpoilerLimits = EVERYTHING, most_steps: int = MOST_STEPS
) -> Chain:
    """Return the shortest chain of characters who are related or take part in one event.

    Of equally short ones that with the most relationships, then the most shared events. Who and
    what the reader may not be told is no part of any.
    """
    ties = _Ties(first.film_id, limits)
    return shortest_chain(_character(first.pk), _character(last.pk), ties, most_steps)


def connect_people(first: Person, last: Person, most_steps: int = MOST_STEPS) -> Chain:
    """Return the shortest chain of people who worked on one film; films stand between them."""
    ends = Node(NodeKind.PERSON, first.pk), Node(NodeKind.PERSON, last.pk)
    return shortest_chain(*ends, shared_films, 2 * most_steps)


@dataclass(frozen=True)
class _Ties:
    """To whom the characters of a film are tied, as far as the reader may be told."""

    film_id: int
    limits: SpoilerLimits

    def __call__(self, nodes: Sequence[Node]) -> Level:
        ids = [node.pk for node in nodes]
        related, is_cut = _some(self._related(ids))
        meeting, is_cut_too = _some(self._meeting(ids))
        return Level((*related, *meeting), is_cut or is_cut_too)

    @cached_property
    def _relationships(self) -> QuerySet[Any]:
        told = Relationship.objects.known(self.limits).filter(self._known("subject"), self._known("object"))
        ordered = told.filter(subject__film=self.film_id).order_by("subject__name", "object__name", "pk")
        return ordered.values_list("subject", "subject__name", "object", "object__name")

    @cached_property
    def _all_related(self) -> list[Any] | None:
        """Return all relationships of the film, fetched once, where they are no more than a level follows."""
        rows = list(self._relationships[: LINKS_A_LEVEL + 1])
        return rows if len(rows) <= LINKS_A_LEVEL else None

    def _related(self, ids: Sequence[int]) -> Iterable[Link]:
        wanted = set(ids)
        rows: Iterable[Any] | None = self._all_related
        if rows is None:
            either = self._relationships.filter(Q(subject__in=ids) | Q(object__in=ids))
            rows = either[: LINKS_A_LEVEL + 1].iterator()
        for one, name, other, other_name in rows:
            if one in wanted:
                yield Link(_character(one), _character(other), other_name)
            if other in wanted:
                yield Link(_character(other), _character(one), name)

    def _meeting(self, ids: Sequence[int]) -> Iterable[Link]:
        other = "event__participations__character"
        told = Participation.objects.filter(
            self.limits.allowed("event__film", "event__order"),
            self._known(other),
            event__film=self.film_id,
            character__in=ids,
            **{f"{other}__isnull": False},
        )
        pairs = told.order_by().values_list("character", other, f"{other}__name")
        shared = pairs.annotate(shared=Count("event", distinct=True))
        rows = shared.order_by("-shared", f"{other}__name", other, "character")
        for one, met, name, count in rows[: LINKS_A_LEVEL + 1].iterator():
            yield Link(_character(one), _character(met), name, (1, -count))

    def _known(self, path: str) -> Q:
        return self.limits.allowed(f"{path}__film", f"{path}__known_from")


def shared_films(nodes: Sequence[Node]) -> Level:
    """Return the films of these people, or the people of these films."""
    ids = [node.pk for node in nodes]
    to_films = nodes[0].kind == NodeKind.PERSON
    here, there, name = ("person", "film", "film__title") if to_films else ("film", "person", "person__name")
    credited = Credit.objects.filter(person__isnull=False, **{f"{here}__in": ids}).order_by(name, there, here)
    rows = credited.values_list(here, there, name).distinct()[: LINKS_A_LEVEL + 1]
    kind, other_kind = nodes[0].kind, NodeKind.FILM if to_films else NodeKind.PERSON
    links, is_cut = _some(
        Link(Node(kind, one), Node(other_kind, other), words) for one, other, words in rows.iterator()
    )
    return Level(links, is_cut)


def _some(links: Iterable[Link]) -> tuple[tuple[Link, ...], bool]:
    """Return as many links as a level follows, and whether there are more."""
    links = iter(links)
    return tuple(islice(links, LINKS_A_LEVEL)), next(links, None) is not None


def _character(pk: int) -> Node:
    return Node(NodeKind.CHARACTER, pk)
