"""`manage.py rebuild_search`: the search index made anew from the rows."""

from typing import Any

from django.core.management.base import CommandParser

from films.management.database import DatabaseCommand
from films.search import is_stale, rebuild


class Command(DatabaseCommand):
    help = "Make the search index anew from what is in the database, after restoring or changing it by hand."
    trouble = "The search index cannot be written"
    remedy = "Make room on the database's disk, or see that it runs and that nobody else writes for long."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-stale", action="store_true", help="only if an earlier release wrote it in another form"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        if options["if_stale"]:
            if not is_stale():
                return
            self.stdout.write(
                "The search index is another release's: it is made anew, which may take minutes."
            )
        self.stdout.write(f"{rebuild()} entries written; the others were as they should be.")
