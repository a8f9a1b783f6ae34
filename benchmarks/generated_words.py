"""Words and names of films that nobody made: as many common and rare ones as real texts have."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, product
from pathlib import Path
from typing import TypeVar

from benchmarks.texts import read_texts

T = TypeVar("T")

ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "dr", "st", "tr")
VOWELS = ("a", "e", "i", "o", "u")
CODAS = ("", "l", "m", "n", "r", "s", "nd")
WORDS = 20_000
COMMONEST = 100  # stand in every text and say nothing; left out
TEXTS_READ = 3_000
DRAWN_AT_ONCE = 20_000
# Ends last names and addresses; in the copies of which a large base is made other letters stand in its place.
MARK = "qx"
WORD = re.compile(r"\b[a-z]{3,14}\b")


def drawn(made_up: random.Random, items: Sequence[T], exponent: float = 1.0) -> Iterator[T]:
    """Yield items without end, the first ones oftenest: the nth about 1/n times as often as the first."""
    weights = list(accumulate(1 / (rank + 2) ** exponent for rank in range(len(items))))
    while True:
        yield from made_up.choices(items, cum_weights=weights, k=DRAWN_AT_ONCE)


def syllables(made_up: random.Random) -> list[str]:
    """Return all syllables, in an order of chance."""
    made = ["".join(parts) for parts in product(ONSETS, VOWELS, CODAS)]
    made_up.shuffle(made)
    return made


def made_words(made_up: random.Random, count: int, *, lengths: Sequence[int] = (1, 2, 2, 3)) -> list[str]:
    """Return so many different words of syllables, each of as many as one of the lengths says."""
    parts = syllables(made_up)
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(made_up.choices(parts, k=made_up.choice(lengths)))] = None
    return list(words)


def made_names(made_up: random.Random, count: int) -> list[str]:
    return [word.capitalize() for word in made_words(made_up, count, lengths=(2, 2, 3))]


def vocabulary(made_up: random.Random, texts: Path | None) -> list[str]:
    """Return words, the commonest first: those of the folder's texts, or made ones without a folder."""
    if texts is None:
        return made_words(made_up, WORDS)
    counts: Counter[str] = Counter()
    for text in islice(read_texts(texts), TEXTS_READ):
        counts.update(WORD.findall(text))
    return sorted(counts, key=lambda word: (-counts[word], word))[COMMONEST:WORDS]
