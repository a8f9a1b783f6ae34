"""Whole names that differ by one typing error from what a reader typed.

One word of the query is exchanged for a known one that looks alike, an initial for any other, or one
letter of the query run together is left out, as where a letter was typed in the place of a space. What
that gives is looked up among the known names, so that the cost does not grow with the number of names
that share a word. How likely each is follows from the error that it takes: M. D. Kernighan, K. W. Church
and W. A. Gale, "A spelling correction program based on a noisy channel model" (1990).
"""

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from films.models.search import SearchWord
from films.search.terms import WHOLE_NAME, whole_name

MOST_NAMES = 16
MOST_TRIED = 900  # a database takes a thousand values in a query
# A letter too many, or one in another's place, may be any; one that is left out is the name's.
LETTERS = len(string.ascii_lowercase)


@dataclass(frozen=True)
class NearName:
    """A known name, run together as in the index; `words` are the query's as the name has them.

    `likelihood` says how much sooner than by the least likely error it became what was typed.
    """

    squashed: str
    words: tuple[str, ...]
    count: int = 0
    likelihood: int = 1


def near_names(typed: Sequence[str], near_words: Mapping[str, Sequence[str]]) -> tuple[NearName, ...]:
    """Return the known names, the likeliest first; `near_words` are those that look like a typed one."""
    tried: dict[str, NearName] = {}
    run_together = "".join(typed)
    for words in _variants(tuple(typed), near_words):
        squashed = "".join(words)
        if squashed and len(tried) < MOST_TRIED:
            tried.setdefault(WHOLE_NAME + whole_name(squashed), NearName(squashed, words))
    tried.pop(WHOLE_NAME + whole_name(run_together), None)
    known = SearchWord.objects.filter(word__in=tried).values_list("word", "count")
    near = [
        replace(tried[word], count=count, likelihood=_likelihood(run_together, tried[word].squashed))
        for word, count in known
    ]
    return tuple(sorted(near, key=lambda name: (-name.likelihood * name.count, name.squashed))[:MOST_NAMES])


def _variants(typed: tuple[str, ...], near_words: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    for number, word in enumerate(typed):
        is_initial = len(word) == 1 < len(typed)  # which has no letter in common with another
        for near in (*near_words.get(word, ()), *(string.ascii_lowercase if is_initial else "")):
            yield (*typed[:number], near, *typed[number + 1 :])
    squashed = "".join(typed)
    yield from ((squashed[:at] + squashed[at + 1 :],) for at in range(len(squashed)))


def _likelihood(typed: str, meant: str) -> int:
    """Return how likely the error is: a letter left out, or changed round with the next, is but one.

    >>> [_likelihood("mrda", meant) for meant in ("marda", "mdra", "mada", "mra")]
    [26, 26, 1, 1]
    """
    is_left_out = len(meant) > len(typed)
    is_changed_round = len(meant) == len(typed) and sorted(meant) == sorted(typed)
    return LETTERS if is_left_out or is_changed_round else 1
