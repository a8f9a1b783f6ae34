"""Which of the two databases is asked."""

from typing import Protocol, cast

from django.db import connection

from films.search import postgresql, sqlite
from films.search.expression import Expression


class Database(Protocol):
    """What search needs of a database, beyond standard SQL."""

    INSTALL: tuple[str, ...]
    UNINSTALL: tuple[str, ...]
    MATCHING: str
    CONTAINING: str
    POSITION: str

    @staticmethod
    def render(expression: Expression) -> str: ...

    @staticmethod
    def render_part(squashed: str) -> str: ...


def database(vendor: str = "") -> Database:
    """Return the part of search that speaks to the connected database."""
    return cast(Database, postgresql if (vendor or connection.vendor) == "postgresql" else sqlite)
