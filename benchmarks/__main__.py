"""`python -m benchmarks FOLDER`: measure, print the table, and write it into the documentation if asked."""

import argparse
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich.console import Console

from benchmarks.extraction import measure
from benchmarks.figures import markdown_of, table_of, write_section
from benchmarks.texts import read_texts


def main() -> int:
    options = arguments()
    try:
        texts = read_texts(options.folder)
    except ValueError as error:
        Console(stderr=True, highlight=False).print(str(error), markup=False)
        return 2
    figures = list(measure(texts, documents=options.documents, pairs=options.pairs, stream=options.stream))
    Console(highlight=False).print(table_of("Extraction", figures))
    if options.write is not None:
        write_section(options.write, "extraction", f"{conditions(len(texts))}\n\n{markdown_of(figures)}")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder whose *.txt are measured with")
    parser.add_argument("--documents", type=int, default=100, help="documents for the comparison (100)")
    parser.add_argument("--pairs", type=int, default=5, help="runs of each side, in turns (5)")
    parser.add_argument("--stream", type=int, default=2_000, help="documents for the memory (2,000)")
    parser.add_argument("--write", metavar="PAGE", type=Path, help="the page whose table is replaced")
    return parser.parse_args()


def conditions(texts: int) -> str:
    """Say under what circumstances was measured: figures without them mean little."""
    today = datetime.now(tz=UTC).date().isoformat()
    return (
        f"Measured {today} with Python {platform.python_version()}, spaCy {version('spacy')}, "
        f"{platform.machine()}, documents chosen from {texts:,} texts; processor time."
    )


if __name__ == "__main__":
    sys.exit(main())
