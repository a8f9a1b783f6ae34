"""What is wrong with the database, in words and with a remedy: shared by all commands."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from films.importing.documents import GONE


class DatabaseCommand(BaseCommand):
    """A command that ends in a sentence, not in a traceback, where the database is not as it should be."""

    trouble = "The database cannot be read"
    remedy = "See that it runs, and that you may use it."

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except Error as error:
            known = unreachable() or unmigrated()
            if known is None and not isinstance(error, GONE):
                raise
            raise CommandError(known or f"{self.trouble}: {_ended(error)} {self.remedy}") from error


def unreachable() -> str | None:
    """Say that no database can be opened at its address, or return None when one can."""
    try:
        connection.ensure_connection()
    except Error as error:
        return (
            f"The database {connection.settings_dict['NAME']} cannot be opened: {_ended(error)} "
            "See that DATABASE_URL names the right one, and that it runs or that you may write to its folder."
        )
    return None


def unmigrated() -> str | None:
    """Say that tables are missing or are another release's; return None when all are there."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return None
    if not waiting:
        return None
    state = "is of an earlier release" if executor.loader.applied_migrations else "has no tables yet"
    return f"The database {state}; run: manage.py migrate"


def _ended(error: Error) -> str:
    text = "; ".join(line.strip() for line in str(error).splitlines() if line.strip())
    return text if text.endswith((".", "?")) else f"{text}."
