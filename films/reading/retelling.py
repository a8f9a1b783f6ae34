"""Where a text starts its story again: after a logline, after a teaser.

Two ideas of text segmentation are joined. Lexical cohesion (Hearst 1997, "TextTiling") sees where
words come again; but in a story names come again everywhere. What tells a new start from a
continuation is that the *setting* comes again, at once and in the same order: the places, the kin
and the first act of the opening sentence. And an opening sentence introduces, it does not go on.
"""

import re
from collections.abc import Iterator

from films.folding import fold
from films.reading.resources import entries

SENTENCE = re.compile(r"(?<=[.!?])(?:[\"”’')\]]{0,3})\s+(?=[\"“‘'(\[]?[A-Z0-9À-Þ])")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Col|Gen|Capt|Sgt|Prof|Rev|vs|No|[A-Z])\.$")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
POSSESSIVE = re.compile(r"['’]s?$")
STEM = 6  # letters of a word that count, so that "leaves" and "leaving" meet

MOST_WORDS = 250  # neither loglines nor teasers are longer
LEAST_WORDS = 15
TIMES_LONGER = 2.2  # the story itself is longer than what it is told after
WINDOW = 3.0  # how far the retelling is looked at, in lengths of what may be retold
LEAST_WINDOW = 130  # words
SHARED = 4  # words of its opening that come again in the next opening
SHARED_COMMON = 1  # of these, words that are no names
IN_ORDER = 0.17  # the share of all its words that come again in the same order


def is_retold(first: str, rest: str) -> bool:
    """Whether what `first` tells is told again, at more length, from the beginning of `rest` on.

    >>> is_retold("Mara goes home.", "Then she sleeps.")
    False
    """
    words = len(first.split())
    following = rest.split(maxsplit=int(TIMES_LONGER * MOST_WORDS))
    if not LEAST_WORDS <= words <= MOST_WORDS or len(following) < TIMES_LONGER * words:
        return False
    head = opening(rest[:6000], sentences=2, words=40)
    if _goes_on(head) or not _introduces(head):
        return False
    names = frozenset(_names(first)) | frozenset(_names(rest[:3000]))
    shared = frozenset(_stems(opening(first, sentences=1, words=12))) & frozenset(_stems(head))
    if len(shared) < SHARED or len(shared - names) < SHARED_COMMON:
        return False
    window = " ".join(following[: max(LEAST_WINDOW, int(WINDOW * words))])
    told, again = list(dict.fromkeys(_stems(first))), list(dict.fromkeys(_stems(window)))
    return _common_in_order(told, again) >= IN_ORDER * len(told)


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph, as far as punctuation tells them apart.

    >>> list(sentences_of("Dr. Holm leaves. Mara stays."))
    ['Dr. Holm leaves.', 'Mara stays.']
    """
    start = 0
    for found in SENTENCE.finditer(text):
        if not ABBREVIATION.search(text[max(start, found.start() - 6) : found.start()]):
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def opening(text: str, *, sentences: int, words: int) -> str:
    """Return the first sentences of a text: so many, and more if they have fewer words than asked."""
    taken: list[str] = []
    count = 0
    for sentence in sentences_of(text):
        taken.append(sentence)
        count += len(sentence.split())
        if len(taken) >= sentences and count >= words:
            break
    return " ".join(taken)


def _stems(text: str) -> Iterator[str]:
    """Yield the beginnings of the words that carry meaning: names, and common words of some length."""
    small = frozenset(entries("function_words.txt"))
    for match in WORD.finditer(text):
        word = fold(POSSESSIVE.sub("", match.group())).replace(" ", "")
        least = 3 if match.group()[0].isupper() else 4
        if len(word) >= least and word not in small:
            yield word[:STEM]


def _names(text: str) -> Iterator[str]:
    """Yield the beginnings of capitalised words that do not start a sentence."""
    for match in WORD.finditer(text):
        before = text[max(0, match.start() - 4) : match.start()].rstrip("\"“‘'([ \n")
        if match.group()[0].isupper() and before and before[-1] not in ".!?":
            yield fold(POSSESSIVE.sub("", match.group())).replace(" ", "")[:STEM]


def _goes_on(head: str) -> bool:
    """Whether a paragraph starts as one does that goes on with a story: `The next day …`, `She …`."""
    first = WORD.search(head)
    return first is not None and first.group().lower() in frozenset(entries("continuations.txt"))


INTRODUCTION = re.compile(
    r", (?:an?|the|his|her) |\([A-Z]\w+ [A-Z]|year-old|\bin (?:his|her) (?:early |mid |late )?\w+ties\b"
    r"|\b(?:his|her|their|a|an) (?:[\w-]+ ){0,3}(?:sister|brother|son|daughter|wife|husband|mother|father"
    r"|girlfriend|boyfriend|friend|family|uncle|aunt|parents|fianc[ée]e?|grand\w+|child|children)\b"
)


def _introduces(head: str) -> bool:
    """Whether an opening introduces someone: by age, by kin, by what they are, by who plays them."""
    return INTRODUCTION.search(head) is not None


def _common_in_order(first: list[str], second: list[str]) -> int:
    """Return the length of the longest common subsequence."""
    previous = [0] * (len(second) + 1)
    for stem in first:
        current = [0]
        for index, other in enumerate(second):
            current.append(previous[index] + 1 if stem == other else max(previous[index + 1], current[index]))
        previous = current
    return previous[-1]
