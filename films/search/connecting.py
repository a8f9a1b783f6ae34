"""What is asked of a database once, when a process connects to it."""

from typing import Any

from django.db.backends.signals import connection_created
from django.dispatch import receiver

# To compile a query, or to start processes that share it, takes longer than any page's queries run.
SETTINGS = "SET jit = off; SET max_parallel_workers_per_gather = 0"


@receiver(connection_created)
def run_as_they_are(connection: Any, **_: Any) -> None:
    """Have PostgreSQL run queries as they are, each in the process that it has for this connection."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(SETTINGS)
