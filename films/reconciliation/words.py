"""How much a shared word tells: a rare one is a sign of the same story, a common one is not.

The measure is the inverse document frequency of Spärck Jones ("A statistical interpretation of term
specificity", 1972), in bits, over a fixed collection of film plots, so that a decision about two
documents does not depend on which others are at hand. First names are words like all others: the
table knows that every seventh plot has a John.
"""

import math
import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

from films.folding import fold

SHARES = Path(__file__).with_name("resources") / "word_shares.txt"
WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´\-‐‑.][^\W_]+)*")
POSSESSIVE = re.compile(r"['’‘ʼ`´]s?$")
SENTENCE_START = re.compile(r"(?:^|[.!?:\n\[(\"“”])\s*[\"“(']*$")  # what may stand before a sentence
LOOK_BACK = 4  # characters, enough for a full stop, a space and a quotation mark
SHORTEST_PLURAL = 4
STEM_LETTERS = 5


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """Return the form in which words are compared: folded, without possessive and plural ending.

    >>> word_key("Mara’s"), word_key("sisters"), word_key("glass")
    ('mara', 'sister', 'glass')
    """
    folded = fold(POSSESSIVE.sub("", word)).replace(" ", "")
    is_plural = len(folded) >= SHORTEST_PLURAL and folded.endswith("s") and not folded.endswith(("ss", "us"))
    return folded[:-1] if is_plural else folded


def stem(key: str) -> str:
    """Return the first letters of a `word_key`, so that a verb and its noun meet.

    >>> stem("marry") == stem("marriage"), stem("confessed") == stem("confession")
    (True, True)
    """
    return key[:STEM_LETTERS].replace("y", "i")


def word_counts(text: str) -> Counter[str]:
    """Count the words of `text` by `word_key`.

    >>> word_counts("Mara's boat, the boats")["boat"]
    2
    """
    keys = (word_key(match[0]) for match in WORD.finditer(text))
    return Counter(key for key in keys if len(key) > 1)


def proper_word_counts(text: str) -> Counter[str]:
    """Count the words of `text` that are always written with a capital, and not only to start a sentence.

    A sign of names that needs no grammar, so that a name which extraction missed still counts.

    >>> sorted(proper_word_counts("Then Mara left Oran. Later she met Dov; then Dov wept."))
    ['dov', 'mara', 'oran']
    """
    capital: Counter[str] = Counter()
    inside, small = set(), set()
    for match in WORD.finditer(text):
        key = word_key(match[0])
        if not match[0][0].isupper():
            small.add(key)
            continue
        capital[key] += 1
        if not SENTENCE_START.search(text[max(0, match.start() - LOOK_BACK) : match.start()]):
            inside.add(key)
    return Counter({key: n for key, n in capital.items() if key in inside - small and len(key) > 1})


def weight(word: str) -> float:
    """Return how many bits it tells that a plot has this `word_key`: 0 for "the", 12 for a name never met."""
    plots, counts = _shares()
    return math.log2(plots / max(counts.get(word, 0), 1))


def stem_weight(stem_: str) -> float:
    """Return how many bits it tells that a plot has a word with this stem: as many as its commonest word."""
    return math.log2(_shares()[0] / max(_stem_counts().get(stem_, 0), 1))


@cache
def _stem_counts() -> dict[str, int]:
    counts: dict[str, int] = {}
    for word, count in _shares()[1].items():
        counts[stem(word)] = max(count, counts.get(stem(word), 0))
    return counts


@cache
def _shares() -> tuple[int, dict[str, int]]:
    lines = SHARES.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    counts = {word: int(count) for word, count in rows}
    return counts.pop("*"), counts
