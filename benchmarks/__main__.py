"""`python -m benchmarks FOLDER`: measure, print the table, and write it into the documentation if asked."""

import argparse
import platform
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console

from benchmarks import drawing, extraction
from benchmarks.crossings import crossings, small_story
from benchmarks.figures import Figure, markdown_of, table_of, write_section
from benchmarks.texts import read_texts


def main() -> int:
    options = arguments()
    try:
        texts = read_texts(options.folder)
    except ValueError as error:
        Console(stderr=True, highlight=False).print(str(error), markup=False)
        return 2
    report("Charts", charts(options.films, options.runs), options.write, machine())
    measured = extraction.measure(
        texts, documents=options.documents, pairs=options.pairs, stream=options.stream
    )
    report("Extraction", measured, options.write, conditions(len(texts)))
    return 0


def charts(films: int, runs: int) -> Iterator[Figure]:
    """Yield the figures of storyline charts: crossings on small films, the time of a large one."""
    yield crossings([small_story(seed) for seed in range(films)])
    yield from drawing.measure(runs=runs)


def report(title: str, measured: Iterable[Figure], page: Path | None, circumstances: str) -> None:
    """Print the figures, and put them into the page's section of that name."""
    figures = list(measured)
    Console(highlight=False).print(table_of(title, figures))
    if page is not None:
        write_section(page, title.lower(), f"{circumstances}\n\n{markdown_of(figures)}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder whose *.txt are measured with")
    parser.add_argument("--documents", type=int, default=100, help="documents for the comparison (100)")
    parser.add_argument("--pairs", type=int, default=5, help="runs of each side, in turns (5)")
    parser.add_argument("--stream", type=int, default=2_000, help="documents for the memory (2,000)")
    parser.add_argument("--films", type=int, default=200, help="small films for crossings (200)")
    parser.add_argument("--runs", type=int, default=7, help="drawings of a large film, and of its page (7)")
    parser.add_argument("--write", metavar="PAGE", type=Path, help="the page whose table is replaced")
    return parser.parse_args()


def machine() -> str:
    """Say under what circumstances was measured: figures without them mean little."""
    today = datetime.now(tz=UTC).date().isoformat()
    return f"Measured {today} with Python {platform.python_version()}, {platform.machine()}; processor time."


def conditions(texts: int) -> str:
    """Say the same, and what was read with what."""
    read = f"spaCy {version('spacy')}, documents chosen from {texts:,} texts"
    return machine().replace("; ", f", {read}; ")


if __name__ == "__main__":
    sys.exit(main())
