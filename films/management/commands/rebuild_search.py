"""`manage.py rebuild_search`: the search index made anew from the rows."""

from typing import Any

from django.core.management.base import BaseCommand

from films.search import rebuild


class Command(BaseCommand):
    help = "Make the search index anew from what is in the database, after restoring or changing it by hand."

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(f"{rebuild()} entries written; the others were as they should be.")
