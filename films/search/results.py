"""What a search gives."""

from dataclasses import dataclass

from films.models.search import EntryKind


@dataclass(frozen=True)
class Piece:
    """A stretch of shown text, and whether the query matched it."""

    text: str
    is_match: bool = False


@dataclass(frozen=True)
class SearchHit:
    """One thing found. `matched` is the name or the passage that matched, cut where it is long."""

    kind: EntryKind
    object_id: int
    film_id: int | None
    title: str
    url: str
    context: str
    matched: tuple[Piece, ...]
    is_name: bool
    is_corrected: bool = False

    @property
    def matched_text(self) -> str:
        return "".join(piece.text for piece in self.matched)


@dataclass(frozen=True)
class FoundRows:
    """The ids of one kind's rows, the best first, which of them have such a name, and how many there are."""

    ids: tuple[int, ...]
    named: frozenset[int]
    count: int


@dataclass(frozen=True)
class SearchGroup:
    """The hits of one kind. `count` counts all of them, up to a bound that `is_more` says was met."""

    kind: EntryKind
    count: int
    is_more: bool
    hits: tuple[SearchHit, ...]


@dataclass(frozen=True)
class SearchResults:
    """What was found, the best group first. `suggestion` is the query as it was read when nothing
    matched it as typed: "showing results for …". `left_out` are words that none of this may have, since
    nothing has them all.
    """

    query: str
    groups: tuple[SearchGroup, ...] = ()
    suggestion: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def hits(self) -> tuple[SearchHit, ...]:
        return tuple(hit for group in self.groups for hit in group.hits)
