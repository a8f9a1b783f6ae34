"""What is asked of a database once, when a process connects to it."""

from typing import Any

from django.db.backends.signals import connection_created
from django.dispatch import receiver


@receiver(connection_created)
def without_compiling(connection: Any, **_: Any) -> None:
    """Have PostgreSQL run queries as they are: to compile one takes longer than any page's queries run."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")
