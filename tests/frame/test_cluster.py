"""An import by way of a real cluster: a scheduler and two workers, one of which is killed half-way."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from distributed import Client
from django.conf import settings
from django.core.management import CommandError, call_command

from films.extraction.remote import DifferentRulesError, extract_alike, fingerprint
from films.importing import cluster, import_documents
from films.importing.cluster import ClusterError, cluster_reader
from films.importing.readers import Here
from films.reading.document import Document
from tests.roads import database, empty_database, road

ROOT = Path(__file__).resolve().parents[2]
RULES = ("vocabulary.py", "folding.py", "reading", "extraction", "__init__.py")
PATIENCE = 60.0  # seconds for a start on a busy machine
COUNT = 96  # documents: six pieces, of which two are read at a time


@dataclass(frozen=True)
class Worker:
    name: str
    process: subprocess.Popen[bytes]


@contextmanager
def dask(*arguments: str, folder: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """Run a part of a cluster as docs/deploy.md says, without what settings would tell it."""
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1", "--no-dashboard"],
        cwd=folder,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def worker(address: str, name: str, folder: Path = ROOT) -> Iterator[Worker]:
    options = ("--name", name, "--nthreads", "1", "--no-nanny", "--memory-limit", "0")
    with dask("worker", address, *options, folder=folder) as process:
        yield Worker(name, process)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with dask("scheduler", "--port", str(port)):
        yield f"tcp://127.0.0.1:{port}"


@pytest.fixture
def client(address) -> Iterator[Client]:
    with Client(address, timeout=PATIENCE, set_as_default=False) as client:
        yield client


@pytest.fixture
def workers(address, client) -> Iterator[list[Worker]]:
    with worker(address, "one") as one, worker(address, "two") as two:
        client.wait_for_workers(2, timeout=PATIENCE)
        yield [one, two]


class Killing:
    """Kills a worker that is reading, once half of the documents have been asked for."""

    def __init__(self, client: Client, workers: list[Worker]) -> None:
        self.client = client
        self.left = {worker.name: worker for worker in workers}

    def documents(self) -> Iterator[Document]:
        for number in range(COUNT):
            if number > COUNT // 2 and len(self.left) == 2:
                self.kill_who_reads()
            yield road(number)

    def kill_who_reads(self) -> None:
        names = {address: known["name"] for address, known in self.client.scheduler_info()["workers"].items()}
        busy = [names[address] for address, keys in self.client.processing().items() if keys]
        if busy:
            self.left.pop(busy[0]).process.kill()


@pytest.fixture
def small_pieces(monkeypatch) -> None:
    """Let no more be sent ahead than two workers are busy with."""
    monkeypatch.setattr("films.importing.run.BATCH", 16)
    monkeypatch.setattr("films.importing.readers.AHEAD", 1)


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_a_cluster_that_loses_a_worker_makes_the_same_database(address, client, workers, small_pieces):
    here = import_documents([road(number) for number in range(COUNT)], reader=Here())
    expected = database()
    empty_database()
    killing = Killing(client, workers)
    with cluster_reader(address) as reader:
        there = import_documents(killing.documents(), reader=reader)
    assert len(killing.left) == 1
    # The scheduler itself is asked: what it tells its clients may be some seconds old.
    names = client.run_on_scheduler(lambda dask_scheduler: [w.name for w in dask_scheduler.workers.values()])
    assert names == list(killing.left)
    assert client.run(lambda: "django" in sys.modules) == dict.fromkeys(client.nthreads(), False)
    assert (there.count("added"), there.refused) == (COUNT, ())
    assert there == here
    assert database() == expected
    assert len(expected) > 10 * COUNT


@pytest.mark.django_db(transaction=True)
def test_command_reads_by_way_of_a_cluster(address, workers, tmp_path):
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(road(number).text)
    output = StringIO()
    call_command("import_documents", str(tmp_path), "--cluster", address, stdout=output)
    assert re.search(r"documents +│? *20\b", output.getvalue())


@pytest.mark.parametrize("where", ["tcp://127.0.0.1:9", "nowhere"])
def test_command_names_an_address_where_no_scheduler_answers(where, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(
        CommandError, match=rf"(?s)No scheduler answers at {re.escape(where)} .*docs/deploy.md"
    ):
        call_command("import_documents", str(tmp_path), "--cluster", where)


def test_a_cluster_without_workers_is_told_to_start_some(address, client, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(ClusterError, match=f"has no workers. .*worker {address}"):
        cluster_reader(address).__enter__()


def test_without_dask_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as caught:
        cluster_reader("tcp://127.0.0.1:9").__enter__()
    requirements = re.search(r"-r (\S+)", str(caught.value))
    assert requirements
    assert "\ndistributed==" in (ROOT / requirements[1]).read_text()


def test_dask_is_not_loaded_unless_asked_for():
    script = (
        "import django, sys; django.setup(); import films.management.commands.import_documents;"
        "sys.exit('distributed' in sys.modules or 'dask' in sys.modules)"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "filmkb.settings"}
    assert (
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=False).returncode == 0
    )


@pytest.fixture
def other_rules(tmp_path) -> Path:
    """Return a checkout in which one word of one list is another."""
    for name in RULES:
        source, target = ROOT / "films" / name, tmp_path / "films" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
    words = tmp_path / "films" / "extraction" / "resources" / "kinds_of_thing.txt"
    words.write_text(words.read_text() + "\nglimmerstone\n")
    return tmp_path


def refusal_of_worker(address: str, client: Client, folder: Path) -> str:
    """Return why a cluster is refused whose one worker was started in this folder, WORKER for its address."""
    with worker(address, "one", folder):
        client.wait_for_workers(1, timeout=PATIENCE)
        (where,) = client.nthreads()
        with pytest.raises(ClusterError) as refused:
            cluster_reader(address).__enter__()
    return str(refused.value).replace(where, "WORKER")


def test_a_worker_with_other_rules_is_named_and_refused(address, client, other_rules):
    refusal = refusal_of_worker(address, client, other_rules)
    assert re.search("WORKER reads with .*rules .*this machine with .*rules", refusal)


def test_a_worker_outside_a_checkout_is_named(address, client, tmp_path):
    assert re.search("WORKER cannot read: .*films", refusal_of_worker(address, client, tmp_path))


def test_a_worker_that_comes_later_reads_with_the_same_rules_or_not_at_all():
    model = settings.FILMKB_LANGUAGE_MODEL
    assert len(extract_alike([road(1)], model, fingerprint(model))) == 1
    with pytest.raises(DifferentRulesError, match="wanted is another"):
        extract_alike([road(1)], model, "another")
