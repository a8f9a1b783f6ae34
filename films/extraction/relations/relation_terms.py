"""Nouns of several tokens for what somebody is to somebody: "brother-in-law", "right-hand man", "co-worker".

The tokenizer parts words at hyphens, and the parser then takes any of the pieces for the head.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from films.extraction.relations.relation_words import NOUN_TIES, Tie
from films.extraction.resources import read_classes
from films.extraction.words import Words

HYPHENS = frozenset({"-", "–", "‑"})


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens `start` to `end` (exclusive) that say together what one noun could say."""

    start: int
    end: int
    tie: Tie


@cache
def _terms() -> dict[str, list[tuple[tuple[str, ...], Tie]]]:
    """Return the terms' words with what they say, by first word, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], Tie]]] = defaultdict(list)
    for entry, label in read_classes("relation_terms").items():
        parts = tuple(entry.split("_"))
        by_first[parts[0]].append((parts, NOUN_TIES[label]))
    for terms in by_first.values():
        terms.sort(key=lambda term: -len(term[0]))
    return by_first


def find_terms(words: Words) -> dict[int, Term]:
    """Return the terms of a text by the token that stands for the whole, mostly the last noun.

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Mara's brother-in-law waits."])))
    >>> [words.lower[term.start : term.end] for term in find_terms(words).values()]
    [['brother', '-', 'in', '-', 'law']]
    """
    found: dict[int, Term] = {}
    end = 0
    for start, word in enumerate(words.lower):
        for parts, tie in _terms().get(word, ()) if start >= end else ():
            stop = _match(words, start, parts)
            if stop is not None:
                found[_head(words, start, stop)] = Term(start, stop, tie)
                end = stop
                break
    return found


def _match(words: Words, start: int, parts: tuple[str, ...]) -> int | None:
    """Return where the words of a term end that begin at `start`, hyphens left aside."""
    at = start
    for count, part in enumerate(parts):
        while count and at < len(words) and words.text[at] in HYPHENS:
            at += 1
        is_last_plural = count == len(parts) - 1 and at < len(words) and words.lemma[at] == part
        if at >= len(words) or not (words.lower[at] == part or is_last_plural):
            return None
        at += 1
    return at


def _head(words: Words, start: int, end: int) -> int:
    """Return the last token on which the others hang."""
    outward = [
        i
        for i in range(start, end)
        if words.text[i] not in HYPHENS and not start <= words.head[i] < end and words.tag[i][0] in "NJ"
    ]
    return outward[-1] if outward else end - 1
