"""An import that is cut short at any moment goes on where it was, and ends as if nothing had happened."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from films.importing.documents import GOES_ON
from films.management.commands.import_documents import INTERRUPTED

ROOT = Path(settings.BASE_DIR)
KILLED = -signal.SIGKILL
READING = 3  # processes of a command that reads in others, and more where these are forked from another
FIRST = ("Una", "Jon", "Ida", "Bo", "Al", "Vera", "Nils")
LAST = ("Reyes", "Pell", "Holm", "Lindt", "Pym")
NOUNS = ("Tide", "Wood", "Lamp", "Ferry", "Winter", "Mill")
BATCH = 4  # documents
ROOM = 25  # pages of a SQLite file, enough for some batches
# Parts of a batch that each life does, and then some: each dies at another place of it.
PARTS = (
    0.1, 1.3, 0.5, 1.75, 0.9, 1.45, 0.25, 1.6, 1.05, 0.7,
    1.2, 0.4, 1.9, 0.15, 1.5, 0.8, 1.35, 0.6, 1.1, 1.7,
)  # fmt: skip


@pytest.fixture(scope="module")
def data_set(tmp_path_factory) -> Path:
    """Films with and without a plot, some of them in two records, some records bad."""
    rows = [row for number in range(36) for row in records(number)]
    path = tmp_path_factory.mktemp("data") / "films.json"
    path.write_text(json.dumps(rows))
    return path


def records(number: int) -> Iterator[dict[str, Any]]:
    title = f"The {FIRST[number % 7]} {NOUNS[number % 6]}"
    people = [f"{FIRST[(number * step) % 7]} {LAST[(number + step) % 5]}" for step in (1, 2, 3)]
    film = {"id": str(number), "title": title, "year": 1930 + number // 4, "cast": people[:2]}
    if number % 5 == 0:
        who, other = title.split()[1], LAST[number % 5]
        film["plot"] = f"{who} leaves Port Ember. {who} meets Mr. {other} at the mill. He sells her the lamp."
    yield film
    if number % 6 == 1:
        yield film | {"id": f"{number}b", "director": people[2]}
    if number % 9 == 4:
        yield {"id": f"{number}c", "title": "", "cast": people}


@dataclass(frozen=True)
class Store:
    """A database of its own, with no films."""

    url: str

    def run(self, plan: dict[str, Any], *command: object) -> dict[str, Any]:
        """Run a command in several lives; return what the last one says of them."""
        arguments = [sys.executable, "-m", "tests.store.mortal", json.dumps(plan), *map(str, command)]
        done = subprocess.run(
            arguments, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout.splitlines()[-1]) | {"said": done.stderr}

    def lives(self, data_set: Path, **plan: Any) -> dict[str, Any]:
        return self.run({"batch": BATCH, **plan}, "import_documents", data_set, "--jobs", 1)

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DATABASE_URL": self.url}


@contextmanager
def new_stores(folder: Path, count: int) -> Iterator[list[Store]]:
    """Make databases of the kind that the tests run on."""
    if connection.vendor == "sqlite":
        first = Store(f"sqlite:///{folder / 'store0.sqlite3'}")
        first.run({}, "migrate", "-v0")
        for number in range(1, count):
            copy = folder / f"store{number}.sqlite3"
            copy.write_bytes((folder / "store0.sqlite3").read_bytes())
        yield [Store(f"sqlite:///{folder / f'store{number}.sqlite3'}") for number in range(count)]
        return
    given = connection.settings_dict
    names = [f"{given['NAME']}_killed{number}" for number in range(count)]
    where = f"{given['USER']}:{given['PASSWORD']}@{given['HOST'] or 'localhost'}:{given['PORT'] or 5432}"
    stores = [Store(f"postgres://{where}/{name}") for name in names]
    try:
        for number, name in enumerate(names):
            drop(name)
            on_server(f'CREATE DATABASE "{name}" TEMPLATE "{names[0] if number else "template0"}"')
            if not number:
                stores[0].run({}, "migrate", "-v0")
        yield stores
    finally:
        for name in names:
            drop(name)


def drop(name: str) -> None:
    on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def on_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture(scope="module")
def stores(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[list[Store]]:
    with django_db_blocker.unblock(), new_stores(tmp_path_factory.mktemp("stores"), 6) as made:
        yield made


@pytest.fixture(scope="module")
def undisturbed(stores, data_set) -> dict[str, Any]:
    """What an import makes that nobody disturbs."""
    return stores[0].lives(data_set)


def test_an_import_that_is_killed_twenty_times_ends_as_if_nothing_had_happened(stores, data_set, undisturbed):
    batches = len(json.loads(data_set.read_text())) / BATCH
    deaths = [max(1, int(part * undisturbed["statements"] / batches)) for part in PARTS]
    killed = stores[1].lives(data_set, deaths=deaths)
    assert killed["statuses"] == [KILLED] * 20 + [1]  # some records are bad
    assert killed["statements"] < undisturbed["statements"] / 2  # most was done by those who were killed
    assert killed["holds"] == undisturbed["holds"]


def test_a_full_disk_ends_the_import_with_a_remedy_and_it_goes_on_later(stores, data_set, undisturbed):
    if connection.vendor != "sqlite":
        pytest.skip("SQLite can be told how large its file may get")
    full = stores[2].lives(data_set, room=ROOM)
    assert full["statuses"] == [1]
    assert "database or disk is full. Make room on its disk" in full["said"]
    assert 0 < full["holds"]["rows"]["Film"] < undisturbed["holds"]["rows"]["Film"]
    assert stores[2].lives(data_set)["holds"] == undisturbed["holds"]


def test_ctrl_c_ends_the_import_in_words_and_it_goes_on_later(stores, data_set, undisturbed):
    half = undisturbed["statements"] // 2
    stopped = stores[4].lives(data_set, deaths=[half], by="interrupt")
    assert stopped["statuses"] == [INTERRUPTED, 1]
    assert f"Stopped. {GOES_ON}" in stopped["said"]
    assert "Traceback" not in stopped["said"]
    assert stopped["statements"] < 0.8 * undisturbed["statements"]  # what had been written was kept
    assert stopped["holds"] == undisturbed["holds"]


def test_a_connection_that_the_server_ends_is_told_with_a_remedy_and_it_goes_on_later(
    stores, data_set, undisturbed
):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no server")
    half = undisturbed["statements"] // 2
    severed = stores[2].lives(data_set, deaths=[half], by="sever")
    assert severed["statuses"] == [1, 1]
    assert "The database cannot be written: " in severed["said"]
    assert "see that it runs" in severed["said"]
    assert "Traceback" not in severed["said"]
    assert severed["statements"] < 0.8 * undisturbed["statements"]
    assert severed["holds"] == undisturbed["holds"]


@dataclass(frozen=True)
class Running:
    process: subprocess.Popen[str]
    others: list[int]

    def leaves_nobody(self) -> bool:
        return not any(Path(f"/proc/{pid}").exists() for pid in self.others)


@contextmanager
def running(store: Store, data_set: Path, report: Path) -> Iterator[Running]:
    """The command as it is, with processes that read for it."""
    command = [sys.executable, "manage.py", "import_documents", data_set, "--jobs", "2", "--report", report]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=store.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield Running(process, wait_for(lambda: all_of(descendants(process.pid), READING)))
        finally:
            process.kill()


def test_a_killed_command_leaves_no_process_behind_and_goes_on_when_begun_again(
    stores, data_set, undisturbed, tmp_path
):
    report = tmp_path / "report.jsonl"
    with running(stores[3], data_set, report) as command:
        command.process.kill()
        assert command.process.wait() == KILLED
    wait_for(command.leaves_nobody)
    again = stores[3].run({}, "import_documents", data_set, "--jobs", 2, "--report", report)
    assert again["holds"]["films"] == undisturbed["holds"]["films"]
    assert len(report.read_text().splitlines()) == 4


def test_ctrl_c_reaches_all_processes_and_only_the_command_says_so(stores, data_set, tmp_path):
    with running(stores[5], data_set, tmp_path / "report.jsonl") as command:
        os.killpg(command.process.pid, signal.SIGINT)
        _, said = command.process.communicate(timeout=60)
    assert command.process.returncode == INTERRUPTED
    assert said.strip() == f"CommandError: Stopped. {GOES_ON}"
    wait_for(command.leaves_nobody)


def all_of(pids: list[int], least: int) -> list[int]:
    """Return the processes once there are so many."""
    return pids if len(pids) >= least else []


def descendants(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    if not Path("/proc/self/task").exists():
        pytest.skip("this system does not tell a process's children in /proc")
    try:
        own = [int(child) for child in found.read_text().split()]
    except FileNotFoundError:  # it has ended
        return []
    return [*own, *(other for child in own for other in descendants(child))]


def wait_for(sought: Any, patience: float = 60) -> Any:
    """Return what is sought as soon as it is there."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if found := sought():
            return found
        time.sleep(0.05)
    raise AssertionError("It did not happen in time.")
