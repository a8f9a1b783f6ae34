"""What a query asks of the index, before a database's own syntax."""

from dataclasses import dataclass

from films.models.search import EntryKind

# What stands around these stands in their own text, too: of several words one is their own without asking.
ALL_OWN = (EntryKind.FILM, EntryKind.PERSON)


@dataclass(frozen=True)
class Expression:
    """Every clause holds; a clause holds when any of its terms, words of the index, is there.

    Of the terms in `own`, which stand in clauses among others, one has to be there, too. `around` are all
    others of one of the clauses: where none of these is there, one of `own` is.
    """

    clauses: tuple[tuple[str, ...], ...]
    own: tuple[str, ...] = ()
    around: tuple[str, ...] = ()

    def asks_for_own(self, kind: EntryKind) -> bool:
        """Tell whether an entry of the kind that meets every clause may yet lack a term of its own."""
        return bool(self.own) and kind not in ALL_OWN
