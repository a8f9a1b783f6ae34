"""What a query asks of the index, before a database's own syntax."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Expression:
    """Every clause holds; a clause holds when any of its terms, words of the index, is there.

    Of the terms in `own`, which stand in clauses among others, one has to be there, too. `around` are all
    others of one of the clauses: where none of these is there, one of `own` is.
    """

    clauses: tuple[tuple[str, ...], ...]
    own: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
