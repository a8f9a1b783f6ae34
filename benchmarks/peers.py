"""The same films in Datasette: what the site's pages cost beside an empty one, and beside another's."""

import asyncio
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import process_time
from urllib.parse import quote

from datasette.app import Datasette

from benchmarks.figures import Figure
from benchmarks.pages import LATE_PAGE, OVER_FLOOR, Served, beside_the_list, served, time_page

REPEATED = 10
FACETS = ("decade", "genre", "country")
LIST = "list with three facets"
ADDRESSES = {
    "a film": "/films/films/1000",
    "search by words": f"/films/films?_search={quote('night house')}&_size=50",
    LIST: "&".join(("/films/films?_size=50&_sort=title", *(f"_facet={column}" for column in FACETS))),
}
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
    *(f"CREATE INDEX films_{column} ON films ({column})" for column in FACETS),
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
        anew = {page: made[0].median(page) for page, _, _ in OVER_FLOOR}
        yield from _over_floor(made[0], kept[0], floor)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films.db"
        flat_copy(base, path)
        peer = Peer(path)
        times = {words: peer.seconds(address) for words, address in ADDRESSES.items()}
        yield from _datasette(peer, times, floor)
        yield from beside_the_list(anew, times[LIST])


def _over_floor(made: Served, kept: Served, floor: float) -> Iterator[Figure]:
    for page, words, most in OVER_FLOOR:
        anew, again = made.median(page) / floor, kept.median(page) / floor
        yield Figure(f"{words} over the floor, made anew", f"{anew:.1f} ×", f"≤ {most} ×", anew <= most)
        yield Figure(f"{words} over the floor, kept", f"{again:.1f} ×", f"≤ {most} ×", again <= most)
    late = made.median("list, page 500") / made.median("list")
    yield Figure("page 500 over the first", f"{late:.1f} ×", f"≤ {LATE_PAGE} ×", late <= LATE_PAGE)


def _datasette(peer: Peer, times: Mapping[str, float], floor: float) -> Iterator[Figure]:
    query = "select * from films order by title limit 50 offset "
    first = peer.seconds(f"/films?sql={quote(query)}0")
    for words, seconds in times.items():
        yield Figure(f"Datasette, {words}, over the floor", f"{seconds / floor:.0f} ×")
    late = peer.seconds(f"/films?sql={quote(query)}24950") / first
    yield Figure("Datasette, page 500 by OFFSET over the first", f"{late:.1f} ×")


def main() -> int:
    """For trying: the SQLite file, and its number of films."""
    base, films = Path(sys.argv[1]), int(sys.argv[2])
    for figure in measure(base, films):
        sys.stdout.write(" | ".join(figure.cells) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
