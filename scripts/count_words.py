"""Count in how many film plots each word stands: makes `films/reconciliation/resources/word_shares.txt`.

    python scripts/count_words.py PLOT_FOLDER

PLOT_FOLDER holds text files of plots, each plot after a line `####Title####`, and CSV files with a
`Plot` column. The same plots give the same table.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from films.reconciliation.words import SHARES, word_counts

TITLE_LINE = re.compile(r"^####.*####\s*$", re.MULTILINE)
SHORTEST_PLOT = 200  # characters; shorter ones are stubs
FEWEST_PLOTS = 3  # a word of fewer plots counts as never met
NOTE = """# In how many of a collection of film plots a word stands (folded, without plural ending); `*` is
# the number of plots. Counted by `make word-shares` over public plot summaries of Wikipedia.
"""


def read_plots(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield from TITLE_LINE.split(path.read_text(encoding="utf-8", errors="replace"))
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from (row["Plot"] or "" for row in csv.DictReader(lines))


def count_words(folder: Path) -> Counter[str]:
    plots = {plot for plot in read_plots(folder) if len(plot) >= SHORTEST_PLOT}
    counts: Counter[str] = Counter()
    for plot in plots:
        counts.update(word_counts(plot).keys())
    kept = Counter({word: count for word, count in counts.items() if count >= FEWEST_PLOTS})
    kept["*"] = len(plots)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    counts = count_words(parser.parse_args().folder)
    SHARES.write_text(NOTE + "".join(f"{word} {counts[word]}\n" for word in sorted(counts)), encoding="utf-8")


if __name__ == "__main__":
    main()
