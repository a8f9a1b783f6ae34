"""How long pages take, from a hundred films to a million, beside an empty page and beside Datasette."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from benchmarks.bases import named_bases
from benchmarks.figures import Figure

ROUNDS = 3
WARMING = 1  # rounds that do not count
MOST_QUERIES = 12  # of a page that readers see
ADMIN = "admin, "  # begins the names of pages that editors see
DETAIL, LISTED = 1.5, 3.0  # of the 95th percentile in the smallest base
LATE_PAGE = 2.0
# Pages that are set against an empty one, and how often its time they may take.
OVER_FLOOR = (
    ("film", "film page", 2.5),
    ("plot", "search by words", 4.0),
    ("list", "film list with its facets", 8.0),
)
LIST_OVER_FLOOR = 90  # Datasette's list, over the empty page beside which those targets were set
# The pages measured, with the growth that they are allowed; the last ones are the floor.
PAGES: Mapping[str, float | None] = {
    "home": LISTED,
    "list": LISTED,
    "list, one choice": LISTED,
    "list, three choices": LISTED,
    "list, page 500": LISTED,
    "film": DETAIL,
    "film without a plot": DETAIL,
    "storyline": DETAIL,
    "character": DETAIL,
    "person": DETAIL,
    "name": LISTED,
    "prefix": LISTED,
    "misspelt": LISTED,
    "plot": LISTED,
    "events": LISTED,
    "all events": LISTED,
    "all events, page 500": LISTED,
    "characters": LISTED,
    "characters, page 500": LISTED,
    "characters, one kind": LISTED,
    "people": LISTED,
    "people, rare job": LISTED,
    "places": LISTED,
    "admin, film": DETAIL,
    "admin, events": LISTED,
    "admin, events searched": LISTED,
    "admin, people searched": LISTED,
    "floor": None,
    "frame": None,
}
CALLED = {
    "list": "film list with its facets",
    "list, one choice": "film list, narrowed by genre",
    "list, three choices": "film list, narrowed by three facets",
    "list, page 500": "film list, page 500",
    "person": "person with 200 credits or more",
    "name": "search by an exact name",
    "prefix": "search by a name's beginning",
    "misspelt": "search by a misspelt name",
    "plot": "search by words of a plot",
    "events": "events of a character at a place",
    "all events": "event list",
    "all events, page 500": "event list, page 500",
    "characters": "character list",
    "characters, page 500": "character list, page 500",
    "characters, one kind": "character list, narrowed to groups",
    "people": "list of people, most films first",
    "people, rare job": "list of people, narrowed to producers",
    "places": "list of places",
    "admin, film": "an editor's form of a film",
    "admin, events": "an editor's list of events",
    "admin, events searched": "an editor's search of events",
    "admin, people searched": "an editor's search of people",
    "floor": "an empty page, the floor",
    "frame": "the site's frame without a content",
}


@dataclass
class Served:
    """A base of so many films in a process of its own, and what its pages took, in seconds."""

    films: int
    process: subprocess.Popen[str]
    times: dict[str, list[float]] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, list[int]] = field(default_factory=dict)  # credits shown, where they differ

    def ask(self, do: str, page: str) -> Any:
        assert self.process.stdin is not None  # noqa: S101 -- both are pipes
        assert self.process.stdout is not None  # noqa: S101
        self.process.stdin.write(json.dumps({"do": do, "page": page}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"The process that serves {self.films:,} films has ended.")
        return json.loads(line)

    def median(self, page: str) -> float:
        return statistics.median(self.times[page])

    def late(self, page: str) -> float:
        """Return the 95th percentile."""
        ordered = sorted(self.times[page])
        return ordered[min(len(ordered) * 95 // 100, len(ordered) - 1)]

    def late_each(self, page: str) -> float:
        """Return the 95th percentile for each of what the page shows, where bases differ in that."""
        return self.late(page) / max(self.sizes.get(page) or [1])


@contextmanager
def served(databases: Mapping[int, str], *, kept: bool = False) -> Iterator[list[Served]]:
    """Serve the databases, by their number of films, each from a process of its own."""
    with ExitStack() as stack:
        bases = []
        for films, url in databases.items():
            own = {"DATABASE_URL": url, "DEBUG": "0", "FILMKB_KEPT_PAGES": "1000" if kept else "0"}
            process = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.serving"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | own,
                text=True,
            )
            stack.callback(_end, process)
            bases.append(Served(films, process))
        yield bases


def _end(process: subprocess.Popen[str]) -> None:
    if process.stdin is not None:
        process.stdin.close()
    process.wait(timeout=60)


def time_page(bases: Sequence[Served], page: str, *, rounds: int = ROUNDS) -> None:
    """Time a page of all bases in turns; of an object's requests the quickest counts."""
    asked: dict[int, list[list[float]]] = {base.films: [] for base in bases}
    for number in range(WARMING + rounds):
        for base in bases:
            seconds = base.ask("time", page)
            if number >= WARMING:
                asked[base.films].append(seconds)
    for base in bases:
        base.times[page] = [min(times) for times in zip(*asked[base.films], strict=True)]
        base.queries[page] = base.ask("queries", page)
        base.sizes[page] = base.ask("size", page)


def measure(
    databases: Mapping[int, str], database: str, *, pages: Sequence[str] = tuple(PAGES)
) -> Iterator[Figure]:
    """Yield the figures of one database's bases, by their number of films."""
    with served(databases) as bases:
        for page in pages:
            time_page(bases, page)
            yield from growth(bases, page, database)


def growth(bases: Sequence[Served], page: str, database: str) -> Iterator[Figure]:
    """Yield a page's times, with how much more the largest base takes than the smallest, and its queries."""
    name = f"{CALLED.get(page, page)}, {database}"
    times = "; ".join(_times(base, page) for base in bases)
    allowed = PAGES[page]
    ratio = bases[-1].late_each(page) / bases[0].late_each(page)
    each = " a credit" if any(base.sizes.get(page) for base in bases) else ""
    if allowed is None or len(bases) == 1:
        yield Figure(name, times)
    else:
        yield Figure(name, f"{times}; {ratio:.1f} ×{each}", f"≤ {allowed} ×", ratio <= allowed)
    queries = max(base.queries[page] for base in bases)
    if queries and page.startswith(ADMIN):
        yield Figure(f"{name}, queries", str(queries))
    elif queries:
        yield Figure(f"{name}, queries", str(queries), f"≤ {MOST_QUERIES}", queries <= MOST_QUERIES)


def beside_the_list(anew: Mapping[str, float], listed: float) -> Iterator[Figure]:
    """Yield pages made anew as the targets have them: over a page of which Datasette's list takes 90.

    Both are seconds. An empty page differs between machines, and by what is measured of it, more than
    one page of a site differs from another.
    """
    for page, words, most in OVER_FLOOR:
        times = LIST_OVER_FLOOR * anew[page] / listed
        name = f"{words}, made anew, where Datasette's list takes {LIST_OVER_FLOOR}"
        yield Figure(name, f"{times:.1f}", f"≤ {most}", times <= most)


def _times(base: Served, page: str) -> str:
    sizes = base.sizes.get(page) or []
    between = " to ".join(str(size) for size in sorted({min(sizes), max(sizes)})) if sizes else ""
    size = f" ({between} credits)" if sizes else ""
    return f"{base.films:,}: {_ms(base.median(page))} / {_ms(base.late(page))} ms{size}"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.3g}"


def main() -> int:
    """For trying: name the bases on the command line as FILMS=DATABASE_URL, the pages after --."""
    given = sys.argv[1:]
    at = given.index("--") if "--" in given else len(given)
    for database, urls in named_bases(" ".join(given[:at])).items():
        for figure in measure(urls, database, pages=given[at + 1 :] or tuple(PAGES)):
            sys.stdout.write(" | ".join(figure.cells) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
