"""What a query asks of the index, before a database's own syntax."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Term:
    """A word of the index, or the beginning of one."""

    text: str
    is_prefix: bool = False


@dataclass(frozen=True)
class Expression:
    """Every clause holds; a clause holds when any of its terms is there."""

    clauses: tuple[tuple[Term, ...], ...]

    def and_any(self, *terms: Term) -> "Expression":
        return Expression(((*terms,), *self.clauses))
