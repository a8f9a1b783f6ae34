"""Why an entry was found: the name or passage that matched, with the matching words marked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from films.folding import JOINERS, squash
from films.models.search import SearchEntry
from films.search.question import Question
from films.search.results import Piece
from films.search.terms import parts_of, words_of

TOKEN = re.compile(rf"\w+(?:{JOINERS.pattern}\w+)*")
LONGEST_PASSAGE = 220


class Match(NamedTuple):
    """How many of the query's words a text meets, and where."""

    words: int
    spans: tuple[tuple[int, int], ...]


def explain(entry: SearchEntry, question: Question) -> tuple[tuple[Piece, ...], bool]:
    """Return the text that meets most words of the question, and whether it is a name of the entry."""
    names, passages = entry.names.split("\n"), [*entry.passages.split("\n"), entry.context]
    texts = [(name, True) for name in names if name] + [(text, False) for text in passages if text]
    matches = [_match_name(text, question) if is_name else _match(text, question) for text, is_name in texts]

    def worth(number: int) -> tuple[int, bool, bool, int]:
        text, is_name = texts[number]
        # The name shown already is the best of names; a passage that repeats it tells nothing new.
        return matches[number].words, is_name, is_name == (text == entry.title), -number

    best = max(range(len(texts)), key=worth, default=None)
    if best is None:
        return (Piece(entry.title),), False
    text, is_name = texts[best]
    return tuple(_pieces(text, matches[best].spans)), is_name


def _match(text: str, question: Question) -> Match:
    met: set[str] = set()
    spans = []
    for token in TOKEN.finditer(text):
        words = {word.text for word in question.words if any(map(word.is_met_by, _forms(token.group())))}
        if words:
            met |= words
            spans.append(token.span())
    return Match(len(met), tuple(spans))


def _match_name(name: str, question: Question) -> Match:
    """Match by words or else by the query's letters, wherever the name has its spaces."""
    match = _match(name, question)
    if match.words == len(question.words):
        return match
    folded = [squash(letter) for letter in name]
    start = "".join(folded).find(question.squashed)
    if start < 0:
        return match
    offsets = [number for number, letters in enumerate(folded) for _ in letters]
    end = offsets[start + len(question.squashed) - 1] + 1
    return Match(len(question.words), ((offsets[start], end),))


@lru_cache(maxsize=20_000)
def _forms(token: str) -> frozenset[str]:
    return frozenset((*words_of(token), *parts_of(token)))


def _pieces(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[Piece]:
    start, end = _excerpt(text, spans)
    yield from [Piece("… ")] if start else []
    at = start
    for span_start, span_end in spans:
        if start <= span_start and span_end <= end:
            yield from [Piece(text[at:span_start])] if span_start > at else []
            yield Piece(text[span_start:span_end], is_match=True)
            at = span_end
    yield from [Piece(text[at:end])] if end > at else []
    yield from [Piece(" …")] if end < len(text) else []


def _excerpt(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """Return the stretch of a long text that holds most matches, cut between words."""
    if len(text) <= LONGEST_PASSAGE:
        return 0, len(text)
    firsts = [start for start, _ in spans] or [0]
    held = [sum(first <= start < first + LONGEST_PASSAGE // 2 for start in firsts) for first in firsts]
    centre = firsts[held.index(max(held))]
    start = max(centre - LONGEST_PASSAGE // 4, 0)
    start = text.find(" ", start, centre) + 1 if start else 0
    end = start + LONGEST_PASSAGE
    if end >= len(text):
        return start, len(text)
    return start, max(text.rfind(" ", start, end), centre + 1)
