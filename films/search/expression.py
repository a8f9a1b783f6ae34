"""What a query asks of the index, before a database's own syntax."""

from dataclasses import dataclass
from itertools import chain

from films.models.search import EntryKind

# Of these the index holds what they stand in, a film's year, say, as words of their own.
ALL_OWN = (EntryKind.FILM, EntryKind.PERSON)

Clause = tuple[str, ...]


@dataclass(frozen=True)
class Expression:
    """Every clause holds; a clause holds when any of its terms, words of the index, is there.

    `around` are further terms of each clause, of what an entry stands in. An entry that is found by these
    has a term of its own in another clause.
    """

    clauses: tuple[Clause, ...]
    around: tuple[Clause, ...] = ()

    def clauses_for(self, kind: EntryKind) -> tuple[Clause, ...]:
        """Return the clauses that an entry of the kind has to meet."""
        if not self.asks_for_own(kind):
            return self.clauses
        return tuple(own + around for own, around in zip(self.clauses, self.around, strict=True))

    def asks_for_own(self, kind: EntryKind) -> bool:
        """Tell whether an entry of the kind that meets every clause may yet lack a term of its own."""
        return bool(self.around) and kind not in ALL_OWN

    @property
    def own(self) -> Clause:
        """Return the terms of which an entry has to have one for its own."""
        return tuple(dict.fromkeys(chain.from_iterable(self.clauses)))

    @property
    def fewest_around(self) -> Clause:
        """Return the further terms of one clause: an entry that has none of them has one of its own."""
        return min(self.around, key=len)
