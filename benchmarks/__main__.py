"""`python -m benchmarks FOLDER`: measure, print the table, and write it into the documentation if asked."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from django.db import connection
from rich.console import Console

from benchmarks import drawing, extraction, importing, pages
from benchmarks.bases import SQLITE, made_bases, named_bases, path_of
from benchmarks.crossings import crossings, small_story
from benchmarks.figures import Figure, markdown_of, table_of, write_section
from benchmarks.texts import read_texts

PEERS_AT = 42_000  # films


def main() -> int:
    options = arguments()
    try:
        texts = read_texts(options.folder)
    except ValueError as error:
        Console(stderr=True, highlight=False).print(str(error), markup=False)
        return 2
    read = conditions(len(texts))
    parts: dict[str, tuple[str, Callable[[], Iterable[Figure]]]] = {
        "charts": (machine(), partial(charts, options.films, options.runs)),
        "extraction": (
            read,
            partial(
                extraction.measure,
                texts,
                documents=options.documents,
                pairs=options.pairs,
                stream=options.stream,
            ),
        ),
        "importing": (
            read,
            partial(
                importing.measure,
                texts,
                plots=options.plots,
                records=options.records,
                base=options.base,
                pairs=options.pairs,
            ),
        ),
        "pages": (machine(), partial(pages_and_peers, options)),
        "search": (machine(), search_of_the_site),
    }
    for part in options.parts:
        circumstances, measure = parts[part]
        report(part.capitalize(), section_of(part), measure(), options.write, circumstances)
    return 0


def section_of(part: str) -> str:
    """Return the section that the part's table goes to: each database has its own of search."""
    return f"search-{connection.vendor}" if part == "search" else part


def pages_and_peers(options: argparse.Namespace) -> Iterator[Figure]:
    """Yield the figures of pages on each database, and beside Datasette, which reads SQLite's files."""
    from benchmarks import peers, wire  # noqa: PLC0415 (Datasette is installed for benchmarks alone)

    server = os.environ.get("POSTGRES_URL", "")
    bases = options.bases or made_bases(options.sizes, options.folder, server)
    for database, urls in bases.items():
        yield from pages.measure(urls, database)
    if files := bases.get(SQLITE):
        films = min(files, key=lambda size: abs(size - PEERS_AT))
        path = path_of(files[films])
        yield from peers.measure(path, films)
        yield from wire.measure(path, films)


def search_of_the_site() -> Iterator[Figure]:
    """Yield the figures of the base that the site has: `DATABASE_URL` names another."""
    from benchmarks import search  # noqa: PLC0415 (connects to the site's database)
    from benchmarks.tantivy_peer import Peer  # noqa: PLC0415

    database = connection.vendor
    return search.measure(database, names=500, spelt=200, sentences=200, peer=Peer())


def charts(films: int, runs: int) -> Iterator[Figure]:
    """Yield the figures of storyline charts: crossings on small films, the time of a large one."""
    yield crossings([small_story(seed) for seed in range(films)])
    yield from drawing.measure(runs=runs)


def report(
    title: str, section: str, measured: Iterable[Figure], page: Path | None, circumstances: str
) -> None:
    """Print the figures, and put them into the page's section of that name."""
    figures = list(measured)
    Console(highlight=False).print(table_of(title, figures))
    if page is not None:
        write_section(page, section, f"{circumstances}\n\n{markdown_of(figures)}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder whose *.txt are measured with")
    parser.add_argument("--documents", type=int, default=100, help="documents for the comparison (100)")
    parser.add_argument("--pairs", type=int, default=5, help="runs of each side, in turns (5)")
    parser.add_argument("--stream", type=int, default=2_000, help="documents for the memory (2,000)")
    parser.add_argument("--plots", type=int, default=600, help="plots imported (600)")
    parser.add_argument("--records", type=int, default=5_000, help="records without a plot imported (5,000)")
    parser.add_argument("--base", type=int, default=40_000, help="films in the larger base (40,000)")
    parser.add_argument(
        "--sizes",
        type=numbers,
        default=(100, 42_000, 1_000_000),
        help="films of generated bases (100,42000,1000000)",
    )
    parser.add_argument(
        "--bases", type=named_bases, help="bases that are there, each as FILMS=DATABASE_URL, instead of those"
    )
    parser.add_argument(
        "--parts",
        type=lambda text: text.split(","),
        default=["extraction", "importing", "charts", "pages"],
        help="extraction,importing,charts,pages,search (all but the last, which wants a loaded site)",
    )
    parser.add_argument("--films", type=int, default=200, help="small films for crossings (200)")
    parser.add_argument("--runs", type=int, default=7, help="drawings of a large film, and of its page (7)")
    parser.add_argument("--write", metavar="PAGE", type=Path, help="the page whose table is replaced")
    return parser.parse_args()


def numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(part) for part in text.split(",")))


def machine() -> str:
    """Say under what circumstances was measured: figures without them mean little."""
    today = datetime.now(tz=UTC).date().isoformat()
    processors, memory = os.cpu_count(), os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / (1 << 30)
    where = f"{platform.machine()}, {processors} processors, {memory:.0f} GB"
    return f"Measured {today} with Python {platform.python_version()}, {where}; processor time."


def conditions(texts: int) -> str:
    """Say the same, and what was read with what."""
    read = f"spaCy {version('spacy')}, documents chosen from {texts:,} texts"
    return machine().replace("; ", f", {read}; ")


if __name__ == "__main__":
    sys.exit(main())
