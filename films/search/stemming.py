"""Word endings that do not change what a word is about: "kills" and "killing" are "kill".

Both databases bring stemmers of their own, which differ; this one makes them find the same.
"""

import re
from functools import lru_cache

# consonant, vowel, consonant, where the last one is not silent or doubled by rule: hop-, lov-
SHORT_END = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]$")
MEASURE = re.compile(r"[aeiouy]+[^aeiouy]+")
SHORTEST = 4


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the folded word without plural, -ed and -ing endings.

    These are steps 1 and 5 of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980);
    the steps between, which join "relate" and "relational", blur more than they find in stories.

    >>> [stem(word) for word in ("kills", "killed", "killing", "stories", "loved", "freezes")]
    ['kill', 'kill', 'kill', 'stori', 'love', 'freez']
    """
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha():
        return word
    return _without_silent_end(_with_i(_without_past(_without_plural(word))))


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if MEASURE.search(word[:-3]) else word
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and re.search("[aeiouy]", base):
            return _repaired(base)
    return word


def _repaired(base: str) -> str:
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if base[-1:] == base[-2:-1] and base[-1] not in "aeioulsz":
        return base[:-1]
    return base + "e" if _is_short(base) else base


def _is_short(base: str) -> bool:
    return len(MEASURE.findall(base)) == 1 and bool(SHORT_END.search(base))


def _with_i(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and re.search("[aeiouy]", word[:-1]) else word


def _without_silent_end(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        measure = len(MEASURE.findall(base))
        return base if measure > 1 or (measure == 1 and not _is_short(base)) else word
    return word[:-1] if word.endswith("ll") and len(MEASURE.findall(word)) > 1 else word
