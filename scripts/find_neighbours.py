"""Find words that stand in the same surroundings: makes `films/reconciliation/resources/word_neighbours.txt`.

    python scripts/find_neighbours.py PLOT_FOLDER

PLOT_FOLDER is read as `count_words.py` reads it. Each root of a word is described by the words around it
(positive pointwise mutual information, context counts smoothed by a power), the table is reduced to a hundred
dimensions, and the nearest by cosine are kept: Levy, Goldberg and Dagan, "Improving distributional similarity
with lessons learned from word embeddings", 2015; Halko, Martinsson and Tropp, "Finding structure with
randomness", 2011, for the reduction. The same plots give the same table.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from count_words import SHORTEST_PLOT, read_plots

from films.reconciliation.neighbours import NEIGHBOURS, root
from films.reconciliation.words import WORD, word_key

MOST_WORDS = 7000
FEWEST_SENTENCES = 8
COMMON = 0.062  # of the sentences; what stands in more, such as "with", stands by everything
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
WINDOW = 6
SMOOTHING = 0.75
DIMENSIONS, SPARE, ROUNDS = 100, 40, 4
NEAREST = 7
LEAST_COSINE = 0.46
SHORTEST = 3
NOTE = """# Roots of words with those that stand in the same surroundings in film plots, and their cosines
# in hundredths; found by scripts/find_neighbours.py over public plot summaries of Wikipedia.
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("plots", type=Path)
    plots = sorted({plot for plot in read_plots(parser.parse_args().plots) if len(plot) >= SHORTEST_PLOT})
    sentences = [list(_roots(sentence)) for plot in plots for sentence in SENTENCE_END.split(plot)]
    counts = Counter(word for sentence in sentences for word in set(sentence))
    often = sorted(counts, key=lambda word: (-counts[word], word))[:MOST_WORDS]
    words = [word for word in often if counts[word] >= FEWEST_SENTENCES]
    vectors = _reduce(_information(_surroundings(sentences, words)))
    kept = [i for i, word in enumerate(words) if _tells(word, counts[word] / len(sentences))]
    lines = _lines([words[i] for i in kept], vectors[kept])
    NEIGHBOURS.write_text(NOTE + "".join(line + "\n" for line in lines), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} words of {len(plots)} plots\n")


def _roots(sentence: str) -> Iterator[str]:
    """Yield the roots of a sentence's words; names, which have a capital, are left out."""
    small = (word_key(match[0]) for match in WORD.finditer(sentence) if match[0][0].islower())
    return (root(word) for word in small if len(word) > 1)


def _tells(word: str, share: float) -> bool:
    return word.isalpha() and len(word) >= SHORTEST and share < COMMON


def _surroundings(sentences: Iterable[Sequence[str]], words: Sequence[str]) -> np.ndarray:
    """Return how often every two words stand near each other, the nearer the more."""
    number = {word: i for i, word in enumerate(words)}
    table = np.zeros((len(words), len(words)), dtype=np.float32)
    for sentence in sentences:
        row = [number[word] for word in sentence if word in number]
        for i, word in enumerate(row):
            for distance, other in enumerate(row[i + 1 : i + 1 + WINDOW], 1):
                if word != other:
                    table[word, other] += distance**-0.5
    return table + table.T


def _information(table: np.ndarray) -> np.ndarray:
    """Return the positive pointwise mutual information of every two words."""
    totals = table.sum(axis=1, dtype=np.float64)
    smoothed = totals**SMOOTHING
    expected = np.outer(totals, smoothed / smoothed.sum()).astype(np.float32)
    information = np.log(np.maximum(table / np.maximum(expected, np.float32(1e-9)), 1.0))
    symmetric: np.ndarray = (information + information.T) / 2
    return symmetric


def _reduce(table: np.ndarray) -> np.ndarray:
    """Return a vector of length one for each row, by subspace iteration from a fixed start."""
    start = np.random.default_rng(0).standard_normal((len(table), DIMENSIONS + SPARE)).astype(np.float32)
    basis = np.linalg.qr(table @ start)[0]
    for _ in range(ROUNDS):
        basis = np.linalg.qr(table @ basis)[0]
    values, axes = np.linalg.eigh(basis.T @ (table @ basis))
    best = np.argsort(-values)[:DIMENSIONS]
    vectors: np.ndarray = (basis @ axes)[:, best] * np.sqrt(values[best])
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def _lines(words: Sequence[str], vectors: np.ndarray) -> list[str]:
    """Return each word with its nearest and those to which it is one of the nearest."""
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, 0)
    near: dict[int, dict[int, float]] = {}
    for i, row in enumerate(cosines):
        for j in np.argsort(-row, kind="stable")[:NEAREST]:
            if row[j] >= LEAST_COSINE:
                near.setdefault(i, {})[int(j)] = near.setdefault(int(j), {})[i] = float(row[j])
    lines = (_line(words, i, others) for i, others in near.items())
    return sorted(lines)


def _line(words: Sequence[str], i: int, others: dict[int, float]) -> str:
    best = sorted(others, key=lambda j: (-others[j], words[j]))[: 2 * NEAREST]
    return " ".join([words[i], *(f"{words[j]}:{round(100 * others[j])}" for j in best)])


if __name__ == "__main__":
    main()
