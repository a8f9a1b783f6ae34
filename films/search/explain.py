"""Why an entry was found: the name or passage that matched, with the matching words marked."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from films.folding import JOINERS, fold, squash
from films.models.search import SearchEntry
from films.search.question import Question
from films.search.results import Piece
from films.search.terms import parts_of, words_of

TOKEN = re.compile(rf"\w+(?:{JOINERS.pattern}\w+)*")
LONGEST_PASSAGE = 220
SAME_BEGINNING = 3  # letters that no ending of a word changes
MOST_LOOKED_AT = 3


class Match(NamedTuple):
    """How many of the query's words a text meets, and where."""

    words: int
    spans: tuple[tuple[int, int], ...]


class Explanation(NamedTuple):
    """What is shown of an entry to say why it was found, and how many of the query's words that has."""

    pieces: tuple[Piece, ...]
    is_name: bool
    words: int


class Explainer:
    """Says of entries why they meet one question; what a word of a text meets is found out once."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._met: dict[str, frozenset[str]] = {}
        self._beginnings = [
            re.compile("|".join(rf"\b{form[:SAME_BEGINNING]}" for form in (word.text, *word.corrections)))
            for word in question.words
        ]

    def explain(self, entry: SearchEntry, told: Sequence[str] = ()) -> Explanation:
        """Return the text that meets most words of the question, and whether it is a name of the entry.

        `told` are sentences that stand elsewhere and tell of it.
        """
        names, passages = entry.names.split("\n"), [*entry.passages.split("\n"), entry.context]
        passages += self._likeliest(told)
        texts = [(name, True) for name in names if name] + [(text, False) for text in passages if text]
        matches = [self._match_name(text) if is_name else self._match(text) for text, is_name in texts]

        def worth(number: int) -> tuple[int, bool, bool, int]:
            text, is_name = texts[number]
            # The name shown already is the best of names; a passage that repeats it tells nothing new.
            return matches[number].words, is_name, is_name == (text == entry.title), -number

        best = max(range(len(texts)), key=worth, default=None)
        if best is None:
            return Explanation((Piece(entry.title),), is_name=False, words=0)
        text, is_name = texts[best]
        return Explanation(tuple(_pieces(text, matches[best].spans)), is_name, matches[best].words)

    def _likeliest(self, sentences: Sequence[str]) -> list[str]:
        """Return the few sentences with most beginnings of the words: to look at all closely takes long."""
        held = [sum(bool(one.search(fold(text))) for one in self._beginnings) for text in sentences]
        best = sorted(range(len(sentences)), key=lambda number: -held[number])[:MOST_LOOKED_AT]
        return [" ".join(sentences[number].split()) for number in best if held[number]]

    def _match(self, text: str) -> Match:
        met: set[str] = set()
        spans = []
        for token in TOKEN.finditer(text):
            if words := self._met_by(token.group()):
                met |= words
                spans.append(token.span())
        return Match(len(met), tuple(spans))

    def _met_by(self, token: str) -> frozenset[str]:
        """Return the words of the question that one of a text meets."""
        met = self._met.get(token)
        if met is None:
            forms = {*words_of(token), *parts_of(token)}
            met = frozenset(word.text for word in self._question.words if any(map(word.is_met_by, forms)))
            self._met[token] = met
        return met

    def _match_name(self, name: str) -> Match:
        """Match by words or else by the query's letters, wherever the name has its spaces."""
        match = self._match(name)
        run_together = squash(name)
        asked = next((part for part in self._question.run_together if part in run_together), "")
        if match.words == len(self._question.words) or not asked:
            return match
        offsets = [number for number, letter in enumerate(name) for _ in squash(letter)]
        start = run_together.index(asked)
        end = offsets[start + len(asked) - 1] + 1
        return Match(len(self._question.words), ((offsets[start], end),))


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
