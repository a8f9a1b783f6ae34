"""The same films in Datasette, and the site with Gunicorn: what pages cost beside others' and on the wire."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from time import process_time
from urllib.parse import quote

from datasette.app import Datasette

from benchmarks.figures import Figure
from benchmarks.pages import FILM_PAGE, LATE_PAGE, Served, served, time_page

REPEATED = 10
SEARCH, FACETS = 4.0, 8.0
WORKERS, CLIENTS, SECONDS = 2, 4, 5
STARTED_WITHIN = 30  # seconds
FLAT = """
    CREATE TABLE films AS
    SELECT f.id, f.title, f.year, f.year / 10 * 10 AS decade, d.text AS plot,
        (SELECT MIN(g.name) FROM base.films_genre g
            JOIN base.films_film_genres l ON l.genre_id = g.id WHERE l.film_id = f.id) AS genre,
        (SELECT MIN(c.name) FROM base.films_country c
            JOIN base.films_film_countries l ON l.country_id = c.id WHERE l.film_id = f.id) AS country
    FROM base.films_film f
    JOIN base.films_sourcedocument d ON d.film_id = f.id AND d.name LIKE 'films-0%'
"""
INDEXES = (
    "CREATE UNIQUE INDEX films_id ON films (id)",
    "CREATE INDEX films_title ON films (title)",
    *(f"CREATE INDEX films_{column} ON films ({column})" for column in ("decade", "genre", "country")),
    "CREATE VIRTUAL TABLE films_fts USING fts5 (title, plot, content = 'films')",
    "INSERT INTO films_fts (rowid, title, plot) SELECT rowid, title, plot FROM films",
)


def flat_copy(base: Path, path: Path) -> None:
    """Write the base's films as one table with full-text search, as Datasette would be given them."""
    with sqlite3.connect(path) as flat:
        flat.execute("ATTACH ? AS base", [f"file:{base}?mode=ro"])
        flat.execute(FLAT)
        for statement in INDEXES:
            flat.execute(statement)


class Peer:
    """Datasette in this process."""

    def __init__(self, path: Path) -> None:
        self.app = Datasette(
            [str(path)], settings={"sql_time_limit_ms": 60_000, "facet_time_limit_ms": 60_000}
        )
        self.loop = asyncio.new_event_loop()

    def seconds(self, address: str) -> float:
        """Return the processor's time for a page, the quickest of a few."""
        return min(self._once(address) for _ in range(REPEATED))

    def _once(self, address: str) -> float:
        start = process_time()
        response = self.loop.run_until_complete(self.app.client.get(address))
        seconds = process_time() - start
        response.raise_for_status()
        return seconds


def measure(base: Path, films: int) -> Iterator[Figure]:
    """Yield pages of a base on SQLite over the floor, made anew and kept, and Datasette's over the same."""
    pages = ("floor", "film", "plot", "list", "list, page 500")
    databases = {films: f"sqlite:///{base}"}
    with served(databases) as made, served(databases, kept=True) as kept:
        for page in pages:
            time_page(made, page)
            time_page(kept, page)
        floor = made[0].median("floor")
        yield from _over_floor(made[0], kept[0], floor)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films.db"
        flat_copy(base, path)
        yield from _datasette(Peer(path), floor)


def _over_floor(made: Served, kept: Served, floor: float) -> Iterator[Figure]:
    for page, words, most in (
        ("film", "film page", FILM_PAGE),
        ("plot", "search by words", SEARCH),
        ("list", "film list with its facets", FACETS),
    ):
        anew, again = made.median(page) / floor, kept.median(page) / floor
        yield Figure(f"{words} over the floor, made anew", f"{anew:.1f} ×", f"≤ {most} ×", anew <= most)
        yield Figure(f"{words} over the floor, kept", f"{again:.1f} ×", f"≤ {most} ×", again <= most)
    late = made.median("list, page 500") / made.median("list")
    yield Figure("page 500 over the first", f"{late:.1f} ×", f"≤ {LATE_PAGE} ×", late <= LATE_PAGE)


def _datasette(peer: Peer, floor: float) -> Iterator[Figure]:
    facets = "&".join(f"_facet={column}" for column in ("decade", "genre", "country"))
    query = "select * from films order by title limit 50 offset "
    first = peer.seconds(f"/films?sql={quote(query)}0")
    pages = {
        "a film": "/films/films/1000",
        "search by words": f"/films/films?_search={quote('night house')}&_size=50",
        "list with three facets": f"/films/films?_size=50&_sort=title&{facets}",
    }
    for words, address in pages.items():
        yield Figure(f"Datasette, {words}, over the floor", f"{peer.seconds(address) / floor:.0f} ×")
    late = peer.seconds(f"/films?sql={quote(query)}24950") / first
    yield Figure("Datasette, page 500 by OFFSET over the first", f"{late:.1f} ×")


def requests_a_second(base: Path, address: str, *, port: int = 8_765) -> Iterator[Figure]:
    """Yield how often Gunicorn answers with the film page: made anew, kept, and to readers who have it."""
    for words, kept, has_it in (
        ("made anew", 0, False),
        ("kept", 1_000, False),
        ("to readers who have it", 1_000, True),
    ):
        with _gunicorn(base, port, kept):
            rate = _rate(port, address, has_it=has_it)
        yield Figure(f"film pages a second, {WORKERS} Gunicorn workers, {words}", f"{rate:,.0f}")


@contextmanager
def _gunicorn(base: Path, port: int, kept: int) -> Iterator[None]:
    own = {
        "DATABASE_URL": f"sqlite:///{base}",
        "FILMKB_KEPT_PAGES": str(kept),
        "WEB_CONCURRENCY": str(WORKERS),
        "PORT": str(port),
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "python:filmkb.gunicorn", "filmkb.wsgi"]
    process = subprocess.Popen(command, env=os.environ | own)  # noqa: S603 -- our own
    try:
        _wait_for(port)
        yield
    finally:
        process.terminate()
        process.wait(timeout=STARTED_WITHIN)


def _wait_for(port: int) -> None:
    for _ in range(STARTED_WITHIN * 10):
        try:
            _asked(HTTPConnection("127.0.0.1", port, timeout=5), "/healthz", {})
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("Gunicorn does not answer.")


def _asked(connection: HTTPConnection, address: str, headers: dict[str, str]) -> str:
    connection.request("GET", address, headers=headers)
    response = connection.getresponse()
    response.read()
    return response.headers.get("ETag", "")


def _rate(port: int, address: str, *, has_it: bool) -> float:
    headers = {"Accept-Encoding": "gzip"}
    tag = _asked(HTTPConnection("127.0.0.1", port), address, headers)
    headers |= {"If-None-Match": tag} if has_it else {}
    counts = [0] * CLIENTS
    end = time.monotonic() + SECONDS

    def ask(client: int) -> None:
        while time.monotonic() < end:
            _asked(HTTPConnection("127.0.0.1", port), address, headers)
            counts[client] += 1

    threads = [Thread(target=ask, args=[client]) for client in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def a_film_of(base: Path) -> str:
    """Return the address of a film with a plot of ordinary length."""
    with sqlite3.connect(f"file:{base}?mode=ro", uri=True) as rows:
        (slug,) = rows.execute(
            "SELECT slug FROM films_film WHERE event_count BETWEEN 14 AND 27 ORDER BY id LIMIT 1"
        ).fetchone()
    return f"/films/{slug}/"


def main() -> int:
    """For trying: the SQLite file, and its number of films."""
    base, films = Path(sys.argv[1]), int(sys.argv[2])
    for figure in (*measure(base, films), *requests_a_second(base, a_film_of(base))):
        sys.stdout.write(" | ".join(figure.cells) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
