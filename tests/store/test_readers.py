"""Where documents are read makes no difference, and a process that dies costs no more than its document."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.export import export_films
from films.extraction.batches import PIECE, Fault, extract_batch
from films.extraction.language_model import DEFAULT_MODEL
from films.extraction.workers import ProcessPool, environment
from films.importing import import_documents
from films.importing.readers import AHEAD, Elsewhere, Here, Reader, cores, parcels, reader_for
from films.models import Film, Person
from films.reading import UnreadableDocument, read_text
from films.reading.document import Document
from tests.store import reading_toys, toy


def documents(count: int, *, start: int = 0) -> list[Document]:
    numbers = range(start, start + count)
    return [
        toy.document(f"{n}.txt", f"Title: Film {n}\nYear: 1990\n\nMara meets Tom {n} times.") for n in numbers
    ]


def deadly(name: str, words: str) -> Document:
    return toy.document(name, f"Title: {name}\n\nMara meets {words}.")


class Slow(Executor):
    """Does nothing until somebody waits for a result, and counts what was sent."""

    def __init__(self) -> None:
        self.sent: list[Future] = []

    def submit(self, function, /, *arguments, **_) -> Future:
        future = Late(function, arguments)
        self.sent.append(future)
        return future


class Late(Future):
    def __init__(self, function, arguments) -> None:
        super().__init__()
        self.work = lambda: function(*arguments)

    def result(self, timeout=None):
        if not self.done():
            self.set_result(self.work())
        return super().result(timeout)


def names(results: Sequence) -> list[str]:
    return [result.document.name for result in results]


@given(lengths=st.lists(st.integers(0, 90)), most=st.integers(1, 5), length=st.integers(1, 200))
def test_a_parcel_is_full_by_number_or_by_length(lengths, most, length):
    one = toy.document("a.txt", "Title: A")
    sent = [replace(one, text="x" * length) for length in lengths]
    parted = list(parcels(sent, most, length))
    assert [document for parcel in parted for document in parcel] == sent
    for parcel in parted[:-1]:
        assert len(parcel) == most or sum(len(document.text) for document in parcel) >= length
    for parcel in parted:
        assert 1 <= len(parcel) <= most
        assert sum(len(document.text) for document in parcel[:-1]) < length


def test_a_refusal_in_a_parcel_has_no_length():
    refused = UnreadableDocument("b.txt", "is empty")
    text = toy.document("a.txt", "Title: A")
    assert list(parcels([refused, text, refused], 8, len(text.text))) == [[refused, text], [refused]]


@pytest.mark.parametrize(
    "reader", [Here(), Elsewhere(lambda _: Slow(), 2, reading_toys.read)], ids=["here", "elsewhere"]
)
def test_results_come_in_the_order_of_the_batches(reader):
    batches = [documents(40), [], documents(1, start=40), documents(20, start=41)]
    with reader:
        results = list(reader.read(batches))
    assert [names(result) for result in results] == [[d.name for d in batch] for batch in batches]


def test_a_reader_may_be_asked_for_something_else_in_between():
    with Elsewhere(lambda _: Slow(), 1, reading_toys.read) as reader:
        first = reader.read([documents(20), documents(20, start=20)])
        assert names(next(first))[0] == "0.txt"
        (between,) = reader.read([documents(2, start=100)])
        assert names(between) == ["100.txt", "101.txt"]
        assert names(next(first))[0] == "20.txt"


def test_no_more_is_read_ahead_than_the_workers_need():
    taken = 0

    def batches() -> Iterator[list[Document]]:
        nonlocal taken
        for taken in range(1, 1_000):
            yield documents(PIECE, start=PIECE * taken)

    with Elsewhere(lambda _: Slow(), 2, reading_toys.read) as reader:
        stream = reader.read(batches())
        for _ in range(3):
            next(stream)
        assert taken <= 3 + 2 * AHEAD
        stream.close()


def test_few_documents_start_no_process():
    def start(_jobs: int) -> Executor:
        raise AssertionError("started")

    with Elsewhere(start, 2) as reader:
        assert [names(results) for results in reader.read([documents(5)])] == [[f"{n}.txt" for n in range(5)]]


def test_one_job_reads_in_this_process():
    assert isinstance(reader_for(1), Here)
    assert isinstance(reader_for(2), Elsewhere)
    assert cores() >= 1


def test_a_document_that_ends_its_process_is_refused_and_the_others_are_read():
    unlucky = [deadly("deadly.txt", reading_toys.DEADLY), *documents(1, start=100)]
    with Elsewhere(ProcessPool, 1, reading_toys.read) as reader:
        first, (refused, last) = reader.read([documents(PIECE), unlucky])
    assert isinstance(refused, Fault)
    assert "ended the process that read it" in refused.reason
    assert names([*first, last]) == [document.name for document in (*documents(PIECE), unlucky[1])]


def test_what_a_process_was_reading_when_it_was_killed_is_read_again(tmp_path):
    batch = documents(2 * PIECE)
    batch[3] = deadly("unlucky.txt", f"{reading_toys.DEADLY_ONCE} {tmp_path / 'mark'} ")
    with Elsewhere(ProcessPool, 2, reading_toys.read) as reader:
        results = list(reader.read([batch, documents(3, start=100)]))
    assert names(results[0]) == [document.name for document in batch]
    assert names(results[1]) == ["100.txt", "101.txt", "102.txt"]


def test_a_process_that_reads_has_the_language_model_from_the_start():
    if sys.platform != "linux":
        pytest.skip("processes are forked on Linux alone")
    with ProcessPool(1) as pool:
        assert pool.submit(reading_toys.loaded_models).result() == 1


# In a process of its own, since an interrupt that comes a moment too late would end the tests.
INTERRUPTED = """
import signal, socket, threading
from films.extraction.workers import uninterrupted

def itself():
    signal.raise_signal(signal.SIGINT)

def another_thread():
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    signal.set_wakeup_fd(theirs.fileno())
    signal.pthread_kill(thread.ident, signal.SIGINT)
    ours.recv(1)  # it was taken

thread = threading.Thread(target=threading.Event().wait, daemon=True)
thread.start()
try:
    with uninterrupted():
        {taken_by}()
        print("started")
except KeyboardInterrupt:
    print("heard")
"""


@pytest.mark.parametrize("taken_by", ["itself", "another_thread"])
def test_ctrl_c_is_heard_once_processes_are_started(taken_by):
    code = INTERRUPTED.format(taken_by=taken_by)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.split() == ["started", "heard"]


def test_variables_that_are_set_are_left_alone(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.delenv("BLIS_NUM_THREADS", raising=False)
    with environment({"OMP_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}):
        assert (os.environ["OMP_NUM_THREADS"], os.environ["BLIS_NUM_THREADS"]) == ("3", "1")
    assert "BLIS_NUM_THREADS" not in os.environ


def test_one_fault_does_not_lose_the_other_documents():
    broken = toy.document("broken.txt", f"Mara leaves {toy.UNREADABLE}.")
    results = extract_batch([broken, *documents(2)], DEFAULT_MODEL)
    assert names(results[1:]) == ["0.txt", "1.txt"]
    assert results[0] == Fault("could not be read: no such word; please report this")


@pytest.mark.django_db
def test_the_store_is_the_same_whatever_the_number_of_jobs():
    def imported(reader: Reader) -> list:
        Film.objects.all().delete()
        Person.objects.all().delete()
        with reader:
            report = import_documents(told, reader=reader)
        assert report.count("added") == len(told)
        return list(export_films(Film.objects.all()))

    who = ["Vera", "Nils", "Oda", "Karl"]
    told = [
        read_text(
            f"{n}.txt",
            f"Title: Lamp {n}\nYear: 19{n + 10}\nCast: Una Reyes, Jon {who[n % 4]}\n\n"
            f"{who[n % 4]} leaves her brother {who[n % 3]} at the mill. She meets him again in Port Ember.",
        )
        for n in range(2 * PIECE)
    ]
    assert imported(reader_for(1)) == imported(Elsewhere(ProcessPool, 2, reading_toys.read))
