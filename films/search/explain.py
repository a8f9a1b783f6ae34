"""Why an entry was found: the name or passage that matched, with the matching words marked."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from films.folding import ASCII_JOINERS, JOINERS, fold, squash
from films.search.film_entries import Story
from films.search.question import Question
from films.search.results import Piece
from films.search.stemming import stem
from films.search.terms import parts_of, words_of

TOKEN = re.compile(rf"\w+(?:{JOINERS.pattern}\w+)*")
LONGEST_PASSAGE = 220
SAME_BEGINNING = 3  # letters that no ending of a word changes
JOINER = rf"[{re.escape(ASCII_JOINERS)}]?"
HAS_JOINER = re.compile(f"[{re.escape(ASCII_JOINERS)}]").search
MOST_LOOKED_AT = 3


class Entry(Protocol):
    """What is read of an entry to explain it; its names and its passages stand on lines of their own."""

    @property
    def title(self) -> str: ...
    @property
    def names(self) -> str: ...
    @property
    def passages(self) -> str: ...
    @property
    def context(self) -> str: ...


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
        self._matched: dict[str, Match] = {}
        forms = [(word.text, *word.corrections) for word in question.words]
        self._roots = [[f" {_root(form)}" for form in own] for own in forms]
        self._beginnings = [[f" {form[:SAME_BEGINNING]}" for form in own] for own in forms]
        self._starts = [{_start(form) for form in own} for own in forms]
        starts = dict.fromkeys(start for own in self._starts for start in sorted(own))
        any_start = "|".join(JOINER.join(start) for start in starts)
        self._any_start = re.compile(any_start)
        self._token_with_start = re.compile(
            rf"\b(?=[\w{re.escape(ASCII_JOINERS)}]*?(?:{any_start})){TOKEN.pattern}", re.ASCII
        )

    def explain(self, entry: Entry, told: Sequence[Story] = ()) -> Explanation:
        """Return the text that meets most words of the question, and whether it is a name of the entry.

        `told` are texts that stand elsewhere and tell of it, sentence by sentence.
        """
        names = [name for name in entry.names.split("\n") if name]
        passages = "\n".join((entry.passages, entry.context, *self._likeliest(told)))
        found = [(name, True, self._match_name(name)) for name in names]
        if all(match.words < len(self._question.words) for _, _, match in found):  # else none is better
            found += [(text, False, match) for text, match in self._best(passages, entry.title)]

        def worth(number: int) -> tuple[int, bool, bool, int]:
            text, is_name, match = found[number]
            # The name shown already is the best of names; a passage that repeats it tells nothing new.
            return match.words, is_name, is_name == (text == entry.title), -number

        best = max(range(len(found)), key=worth, default=None)
        if best is None:
            shown = next(
                (text for text in passages.split("\n") if text not in ("", entry.title)), entry.title
            )
            return Explanation(tuple(_pieces(shown, ())), is_name=False, words=0)
        text, is_name, match = found[best]
        return Explanation(tuple(_pieces(text, match.spans)), is_name, match.words)

    def is_meant_by_name(self, entry: Entry) -> bool:
        """Tell whether a name of the entry meets most words of the question: "The Paper Ferry 1987"."""
        names = (name for name in entry.names.split("\n") if name)
        return any(2 * self._match_name(name).words > len(self._question.words) for name in names)

    def _best(self, texts: str, title: str) -> list[tuple[str, Match]]:
        """Return the first of the lines that meet most words, another than the title if there is one."""
        best: list[tuple[str, Match]] = []
        words, is_new = 0, False
        for line, folded in self._with_start(texts):
            if is_new and self._may_meet(folded) <= words:  # of hundreds of lines few may be better
                continue
            match = self._match(line)
            if not best or (match.words, line != title) > (words, is_new):
                best, words, is_new = [(line, match)], match.words, line != title
                if is_new and words == len(self._starts):
                    break
        return best

    def _with_start(self, texts: str) -> Iterator[tuple[str, str]]:
        """Yield the lines in which a word may begin as one of the question's, each as it is and folded."""
        has_start = self._any_start.search
        if not texts.isascii():
            folded = ((line, _folded_both_ways(line)) for line in texts.split("\n"))
            yield from ((line, text) for line, text in folded if has_start(text))
            return
        lowered, end = texts.lower(), -1
        while start := has_start(lowered, end + 1):
            line = texts.rfind("\n", 0, start.start()) + 1
            end = texts.find("\n", start.end())
            end = len(texts) if end < 0 else end
            yield texts[line:end], lowered[line:end]

    def _may_meet(self, text: str) -> int:
        """Return how many words of the question a folded text meets at most."""
        if HAS_JOINER(text):
            return len(self._starts)
        count = 0
        for starts in self._starts:
            for start in starts:
                if start in text:
                    count += 1
                    break
        return count

    def _likeliest(self, told: Sequence[Story]) -> list[str]:
        """Return the few sentences with most of the words, or of their beginnings: to look at all closely
        takes long."""
        likely = [sentence for story in told for sentence in self._sentences_with_start(story)]
        folded = [f" {fold(text)}" for text in likely]
        held = [(_count(self._roots, text), _count(self._beginnings, text)) for text in folded]
        best = sorted(range(len(likely)), key=lambda number: held[number], reverse=True)[:MOST_LOOKED_AT]
        return [" ".join(likely[number].split()) for number in best if any(held[number])]

    def _sentences_with_start(self, story: Story) -> Iterator[str]:
        """Yield the sentences in which a word may begin as one of the question's, in their order."""
        text, bounds = story
        if not text.isascii():
            yield from (text[start:end] for start, end in bounds)
            return
        firsts, lowered = [start for start, _ in bounds], text.lower()
        numbers = (bisect_right(firsts, found.start()) - 1 for found in self._any_start.finditer(lowered))
        for number in dict.fromkeys(numbers):
            if number >= 0:  # before the first sentence stands a heading
                start, end = bounds[number]
                yield text[start:end]

    def _match(self, text: str) -> Match:
        match = self._matched.get(text)
        if match is None:
            match = self._matched[text] = self._match_anew(text)
        return match

    def _match_anew(self, text: str) -> Match:
        met: set[str] = set()
        spans = []
        is_ascii = text.isascii()
        tokens = self._token_with_start.finditer(text.lower()) if is_ascii else TOKEN.finditer(text)
        for token in tokens:
            start, end = token.span()
            words = self._met.get(word := text[start:end])
            if words is None:
                words = self._met[word] = self._met_by(word)
            if words:
                met |= words
                spans.append((start, end))
        return Match(len(met), tuple(spans))

    def _met_by(self, token: str) -> frozenset[str]:
        """Return the words of the question that one of a text meets."""
        forms = {*words_of(token), *parts_of(token)}
        return frozenset(word.text for word in self._question.words if any(map(word.is_met_by, forms)))

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


def _folded_both_ways(text: str) -> str:
    return f"{fold(text)} {' '.join(parts_of(text))}"


def _count(words: Sequence[Sequence[str]], text: str) -> int:
    return sum(any(form in text for form in forms) for forms in words)


def _start(word: str) -> str:
    """Return the first letters of all forms of the word.

    >>> [_start(word) for word in ("flies", "loving", "set")]
    ['fl', 'lov', 'set']
    """
    return _root(word)[:SAME_BEGINNING]


def _root(word: str) -> str:
    """Return what the forms of the word begin with: its stem, but for an "e", "i" or "y" at its end."""
    root = stem(word)
    return root[:-1] if len(root) > 1 and root[-1] in "eiy" else root


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
