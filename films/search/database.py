"""Which of the two databases is asked."""

from collections.abc import Sequence
from typing import Any, Protocol, cast

from django.db import connection

from films.models.search import EntryKind
from films.search import postgresql, sqlite
from films.search.expression import Expression


class Database(Protocol):
    """What search needs of a database, beyond standard SQL."""

    INSTALL: tuple[str, ...]
    UNINSTALL: tuple[str, ...]
    CONTAINING: str
    POSITION: str
    BESIDE: str
    BEGINNING: str
    ORDER: str
    MOST_NAMED: int  # of one kind, by one name
    MOST_TOLD: int  # of one kind
    SORTS_WHAT_IS_JOINED: bool  # in the order of a joined table, though an index leads through it

    @staticmethod
    def matching(
        expression: Expression, kind: EntryKind, most: int, *, only_if: str = ""
    ) -> tuple[str, list[Any]]:
        """Return a query for the ids of entries of the kind, so many at most, with its parameters.

        Where the table `only_if` has no row there are none, and the index is not asked.
        """

    @staticmethod
    def telling(
        expression: Expression, kinds: Sequence[EntryKind], meant: Sequence[str], most: int
    ) -> tuple[str, list[Any]]:
        """Return a query for entries, so many of each kind, and its parameters.

        It gives their id, kind, object_id, film_id and weight, and whether the meant words are side by side.
        """

    @staticmethod
    def beside(words: Sequence[str]) -> list[str]:
        """Return the parameters of BESIDE: that an entry has the words one beside another."""

    @staticmethod
    def part(squashed: str) -> str:
        """Return what finds names that contain `squashed`, which is all letters and digits."""

    @staticmethod
    def begun(word: str) -> str:
        """Return what finds the known words that begin so."""


def database(vendor: str = "") -> Database:
    """Return the part of search that speaks to the connected database."""
    return cast(Database, postgresql if (vendor or connection.vendor) == "postgresql" else sqlite)
