"""What capital letters say: a capital that its place demands says nothing."""

from collections import Counter
from dataclasses import dataclass

from films.extraction.words import OPENING, Words

INSIDE_NAMES = frozenset(".-‐‑'’&|/_")


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word of the text is capitalised where it need not be, and how often it is not."""

    capitalised: Counter[str]
    lowered: Counter[str]
    told: frozenset[str] = frozenset()  # what "a.k.a." tells to be a name

    def is_name_like(self, word: str) -> bool:
        return self.capitalised[word] > self.lowered[word]


def count_capitals(words: Words) -> Capitals:
    """Count the words whose case says something: not the first of a sentence or a quotation."""
    capitalised: Counter[str] = Counter()
    lowered: Counter[str] = Counter()
    for i, text in enumerate(words.text):
        if text[0].islower():
            lowered[text] += 1
        elif text[0].isupper() and not begins_anew(words, i):
            capitalised[words.lower[i]] += 1
            if pair := glued(words, i):
                capitalised[pair] += 1
    told = frozenset(words.lower[i] for i in range(2, len(words)) if is_behind_also_known_as(words, i))
    return Capitals(capitalised, lowered, told)


def is_behind_also_known_as(words: Words, i: int) -> bool:
    """ "Tom, a.k.a. Play, leaves": the full stop ends nothing."""
    return words.text[i - 1] == "." and words.lower[i - 2] == "a.k.a"


def glued(words: Words, i: int) -> str:
    """Return a word with what a hyphen joins to it, "so-mi", or nothing."""
    if words.text[i + 1 : i + 2] != ["-"] or words.space_after[i] or words.space_after[i + 1]:
        return ""
    return "-".join([words.lower[i], *words.lower[i + 2 : i + 3]])


def begins_anew(words: Words, i: int) -> bool:
    """Is this word capitalised by its place: first in a sentence, a quotation, after a colon?"""
    if words.starts_sentence[i]:
        return True
    before = words.text[i - 1]
    if is_behind_also_known_as(words, i):
        return False
    return before in OPENING or before in {":", ".", "!", "?", "…", "*", "•"} or "\n" in before


def is_capitalised(word: str) -> bool:
    """Does the word start with a capital and have letters only, hyphens and apostrophes aside?"""
    if not word[0].isupper() or (len(word) == 1 and word in "AI"):
        return False
    return word.isalpha() or all(c.isalnum() or c in INSIDE_NAMES for c in word)
