"""Words that stand in the same surroundings in film plots: "phones" and "calls", "asylum" and "committed".

Words are known by the company they keep (Harris, "Distributional structure", 1954). The table holds, for
the root of every usual word, its nearest by the cosine of reduced vectors of positive pointwise mutual
information (Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned from word
embeddings", 2015), counted over public plot summaries by `scripts/find_neighbours.py`.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from films.reconciliation.words import stem, word_key

NEIGHBOURS = Path(__file__).with_name("resources") / "word_neighbours.txt"
SAME_STEM = 0.9
UNRELATED = 40  # of 100: neighbours this far off are none
SHORTEST_STEM = 5  # letters
SHORTEST_ROOT = 3
NO_PLURAL = ("ss", "us")
ENDINGS = ("ing", "ed", "es", "s", "e")
VOWEL = re.compile("[aeiouy]")
DOUBLED = "aeioulsz"  # letters that are doubled not by an ending alone: "fall", "kiss"
NO_ROOTS = frozenset(
    ["all", "and", "but", "for", "had", "has", "her", "him", "not", "one", "out", "was", "will"]
)


@lru_cache(maxsize=1 << 16)
def word_keys(word: str) -> tuple[str, ...]:
    """Return what the word is looked up by: its root, and the first letters of that.

    >>> word_keys("phones"), word_keys("stopped"), word_keys("marriage")
    (('phon',), ('stop',), ('marriag', '^marri'))
    """
    known = root(word_key(word))
    return (known, f"^{stem(known)}") if len(known) >= SHORTEST_STEM else (known,)


def root(word: str) -> str:
    """Return a `word_key` without the endings of verbs and nouns, so that all forms of a word meet.

    The first step of Porter, "An algorithm for suffix stripping", 1980, and no more: what a further
    step would join ("institute" and "institution"), its company joins where it should.

    >>> [root(word) for word in ("drives", "driving", "stopped", "marries", "married", "king", "noted")]
    ['driv', 'driv', 'stop', 'marri', 'marri', 'king', 'noted']
    """
    for ending in ENDINGS if not word.endswith(NO_PLURAL) else ():
        base = word.removesuffix(ending)
        if base != word and base not in NO_ROOTS and len(base) >= SHORTEST_ROOT and VOWEL.search(base):
            word = base
            break
    if len(word) > SHORTEST_ROOT and word[-1] == word[-2] and word[-1] not in DOUBLED:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) >= SHORTEST_ROOT else word


@lru_cache(maxsize=1 << 14)
def akin(word: str) -> Mapping[str, float]:
    """Return the `word_keys` of the word and of its neighbours, each with how near it stands, from 0 to 1.

    >>> akin("phones")["phon"], 0 < akin("phones")["call"] < 1
    (1.0, True)
    """
    known, *stems = word_keys(word)
    near = {
        other: (cosine - UNRELATED) / (100 - UNRELATED)
        for other, cosine in _table().get(known, {}).items()
        if cosine > UNRELATED
    }
    return {**near, **dict.fromkeys(stems, SAME_STEM), known: 1.0}


@cache
def _table() -> Mapping[str, Mapping[str, int]]:
    table = {}
    for line in NEIGHBOURS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, *near = line.split()
            rows = (entry.partition(":") for entry in near)
            table[word] = {other: int(cosine) for other, _, cosine in rows}
    return table
