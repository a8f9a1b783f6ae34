"""What a reader waits for: the site with Gunicorn and Datasette with its own server, asked over HTTP."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.pages import OVER_FLOOR, served
from benchmarks.peers import ADDRESSES, flat_copy
from benchmarks.reader import LOOPBACK, STARTED_WITHIN, Reader

WORKERS = 2
OBJECTS = 10


def measure(base: Path, films: int) -> Iterator[Figure]:
    """Yield what pages of a base on SQLite take over an empty one, and how many are answered a second."""
    asked = _addresses(base, films)
    with _gunicorn(base, workers=1) as reader:
        times = {page: reader.wait(addresses) for page, addresses in asked.items()}
    floor = times["floor"]
    yield Figure("an empty page over HTTP", f"{floor * 1000:.2f} ms")
    for page, words, _ in OVER_FLOOR:
        yield Figure(f"{words} over HTTP, made anew, over it", f"{times[page] / floor:.1f} ×")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films.db"
        flat_copy(base, path)
        with _datasette(path) as reader:
            for words, address in ADDRESSES.items():
                over = reader.wait([address]) / floor
                yield Figure(f"Datasette, {words} over HTTP, over it", f"{over:.1f} ×")
    yield from requests_a_second(base, asked["film"][0])


def _addresses(base: Path, films: int) -> Mapping[str, Sequence[str]]:
    """Return addresses of each kind of page that the base has."""
    with served({films: f"sqlite:///{base}"}) as (site,):
        kinds = ("floor", *(page for page, _, _ in OVER_FLOOR))
        return {page: site.ask("addresses", page)[:OBJECTS] for page in kinds}


def requests_a_second(base: Path, address: str) -> Iterator[Figure]:
    """Yield how often Gunicorn answers with a page: made anew, kept, and to readers who have it."""
    for words, kept, has_it in (
        ("made anew", 0, False),
        ("kept", 1_000, False),
        ("to readers who have it", 1_000, True),
    ):
        with _gunicorn(base, workers=WORKERS, kept=kept) as reader:
            rate = reader.rate(address, has_it=has_it)
        yield Figure(f"film pages a second, {WORKERS} Gunicorn workers, {words}", f"{rate:,.0f}")


@contextmanager
def _gunicorn(base: Path, *, workers: int, kept: int = 0) -> Iterator[Reader]:
    """Serve a base, and yield who asks for its pages."""
    port = _free_port()
    own = {
        "DATABASE_URL": f"sqlite:///{base}",
        "FILMKB_KEPT_PAGES": str(kept),
        "WEB_CONCURRENCY": str(workers),
        "PORT": str(port),
        "LOG_LEVEL": "ERROR",
    }
    command = ["gunicorn", "--config", "python:filmkb.gunicorn", "benchmarks.wsgi"]
    with _running(command, port, "/healthz", own) as reader:
        yield reader


@contextmanager
def _datasette(path: Path) -> Iterator[Reader]:
    port = _free_port()
    patient = [
        part
        for limit in ("sql_time_limit_ms", "facet_time_limit_ms")
        for part in ("--setting", limit, "60000")
    ]
    with _running(["datasette", "serve", str(path), f"--port={port}", *patient], port, "/", {}) as reader:
        yield reader


@contextmanager
def _running(command: Sequence[str], port: int, address: str, own: Mapping[str, str]) -> Iterator[Reader]:
    process = subprocess.Popen(  # noqa: S603 -- our own
        [sys.executable, "-m", *command],
        env=os.environ | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    reader = Reader(port)
    try:
        reader.wait_for_server(address)
        yield reader
    finally:
        process.terminate()
        process.wait(timeout=STARTED_WITHIN)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port: int = free.getsockname()[1]
        return port


def main() -> int:
    """For trying: the SQLite file, and its number of films."""
    for figure in measure(Path(sys.argv[1]).resolve(), int(sys.argv[2])):
        sys.stdout.write(" | ".join(figure.cells) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
