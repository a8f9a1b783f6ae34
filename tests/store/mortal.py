"""`python -m tests.store.mortal PLAN COMMAND…`: a command that is run several times, and killed on the way.

PLAN is JSON: `deaths`, the numbers of the SQL statement before which each life ends; `by`, what ends them,
one of MEANS, else SIGKILL; `room`, by how many pages a SQLite file may grow; `batch`, how many documents are
written at a time. The last line of output is JSON, too: the exit status of each life (-9 when killed), how
many statements the last one sent, and everything that the database holds, in a form that does not depend on
ids and dates.
"""

import json
import logging
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "filmkb.settings")

import django
from django.apps import apps
from django.core.management import execute_from_command_line
from django.db import connection
from django.db.backends.signals import connection_created
from django.db.models import F

FAILED = 70  # exit status of a life that ended by a fault of the command


def send(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


def sever() -> None:
    """Let the PostgreSQL server end the connection."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    other.close()


MEANS: dict[str, Callable[[], None]] = {
    "kill": partial(send, signal.SIGKILL),
    "interrupt": partial(send, signal.SIGINT),
    "sever": sever,
}


def main() -> None:
    plan, command = json.loads(sys.argv[1]), sys.argv[2:]
    django.setup()
    prepare(plan)
    means = MEANS[plan.get("by", "kill")]
    lives = [live(command, Statements(death, means)) for death in (*plan.get("deaths", ()), 0)]
    statuses = [status for status, _ in lives]
    said = {"statuses": statuses, "statements": lives[-1][1], "holds": holdings()}
    sys.stdout.write(json.dumps(said) + "\n")


def prepare(plan: dict[str, Any]) -> None:
    """Load once what every life needs."""
    import films.extraction.ready  # noqa: F401
    from films.importing import run

    run.BATCH = plan.get("batch", run.BATCH)
    if "room" in plan:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")  # what migrations left free in it would be room, too
            pages = cursor.execute("PRAGMA page_count").fetchone()[0] + plan["room"]
        connection.close()
        connection_created.connect(
            lambda connection, **_: connection.cursor().execute(f"PRAGMA max_page_count = {pages}"),
            weak=False,
        )


def live(command: list[str], sent: "Statements") -> tuple[int, int]:
    """Run the command in a process of its own; return its exit status and how many statements it sent."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 0
        try:
            with connection.execute_wrapper(sent):
                execute_from_command_line(["manage.py", *command])
        except SystemExit as end:
            status = int(end.code or 0)
        except Exception:
            logging.exception("The command failed.")
            status = FAILED
        os.write(writing, str(sent.count).encode())
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), int(said or 0)


class Statements:
    """Counts what is sent to the database, and ends the process when its time has come."""

    def __init__(self, death: int, means: Callable[[], None]) -> None:
        self.death = death
        self.means = means
        self.count = 0

    def __call__(self, execute, sql, params, many, context):
        self.count += 1
        if self.count == self.death:
            self.means()
        return execute(sql, params, many, context)


def holdings() -> dict[str, Any]:
    """Return what the database holds: films as they are exported, numbers of rows, and the search index."""
    from films.export import export_films
    from films.models import Film, Suggestion
    from films.models.search import SearchEntry, SearchWord

    entries = SearchEntry.objects.values_list(
        "kind", "title", "context", "names", "passages", "terms", "weight"
    )
    suggested = Suggestion.objects.annotate(into=F("film__slug")).values_list("into", "reason")
    return {
        "films": digest(export_films(Film.objects.order_by("slug"))),
        "entries": digest(sorted(map(list, entries))),
        "words": digest(sorted(map(list, SearchWord.objects.values_list("word", "count")))),
        "suggestions": sorted(map(list, suggested)),
        "rows": {
            model.__name__: model.objects.count() for model in apps.get_app_config("films").get_models()
        },
    }


def digest(values: Any) -> str:
    return sha256(json.dumps(list(values), sort_keys=True, default=str).encode()).hexdigest()


if __name__ == "__main__":
    main()
