"""Whole names that differ by one typing error from what a reader typed.

One word of the query is exchanged for a known one that looks alike, or one letter of the query run
together is left out, as where a letter was typed in the place of a space. What that gives is looked up
among the known names, so that the cost does not grow with the number of names that share a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from films.models.search import SearchWord
from films.search.terms import WHOLE_NAME, whole_name

MOST_NAMES = 16
MOST_TRIED = 900  # a database takes a thousand values in a query


@dataclass(frozen=True)
class NearName:
    """A known name, run together as in the index; `words` are the query's as the name has them."""

    squashed: str
    words: tuple[str, ...]
    count: int = 0


def near_names(typed: Sequence[str], near_words: Mapping[str, Sequence[str]]) -> tuple[NearName, ...]:
    """Return the known names, the most frequent first; `near_words` are those that look like a typed one."""
    tried: dict[str, NearName] = {}
    for words in _variants(tuple(typed), near_words):
        squashed = "".join(words)
        if squashed and len(tried) < MOST_TRIED:
            tried.setdefault(WHOLE_NAME + whole_name(squashed), NearName(squashed, words))
    tried.pop(WHOLE_NAME + whole_name("".join(typed)), None)
    known = SearchWord.objects.filter(word__in=tried).order_by("-count", "word")
    rows = known.values_list("word", "count")[:MOST_NAMES]
    return tuple(NearName(tried[word].squashed, tried[word].words, count) for word, count in rows)


def _variants(typed: tuple[str, ...], near_words: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    for number, word in enumerate(typed):
        for near in near_words.get(word, ()):
            yield (*typed[:number], near, *typed[number + 1 :])
    squashed = "".join(typed)
    yield from ((squashed[:at] + squashed[at + 1 :],) for at in range(len(squashed)))
