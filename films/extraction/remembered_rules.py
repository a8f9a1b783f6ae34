"""The model's rules about single tokens, looked up instead of matched anew for each token.

A pipeline's `AttributeRuler` turns tags into parts of speech and puts exceptions right. Nearly all of its
rules look at one token, and only at its tag, its dependency and whether it is one of a few words; spaCy's
matcher tries each of them at every token, which takes as long as the parse. Tokens that agree in all that
the rules look at are matched alike, so the matcher is asked about the first of them.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.pipeline.attributeruler import MatcherPatternType
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

FACTORY = "remembering_attribute_ruler"
RULER = "attribute_ruler"  # what a pipeline calls it
ONE_OF = ("IN", "NOT_IN")
Match = tuple[int, int, int, int]  # number of the rule, its name's hash, first token, end
Value = int | None  # of an attribute, None for all that no rule names
Rule = tuple[int, int]


class RememberingRuler(AttributeRuler):
    """Sets what an `AttributeRuler` with the same rules sets."""

    def __init__(self, vocab: Vocab, name: str = RULER) -> None:
        super().__init__(vocab, name)
        self._single, self._other = Matcher(vocab), Matcher(vocab)
        self._named: dict[str, set[int]] = {}  # by attribute, the values that rules about one token name
        self._remembered: dict[tuple[Value, ...], list[Rule]] = {}

    def add(self, patterns: Iterable[MatcherPatternType], attrs: dict[Any, Any], index: int = 0) -> None:
        given = list(patterns)
        key = self.vocab.strings.add(str(len(self.attrs)))
        super().add(given, attrs, index)
        single: list[Any] = [pattern for pattern in given if _is_single(pattern)]
        other: list[Any] = [pattern for pattern in given if not _is_single(pattern)]
        for matcher, those in ((self._single, single), (self._other, other)):
            if those:
                matcher.add(key, those)
        for attribute, test in (item for [token] in single for item in token.items()):
            named = self._named.setdefault(str(attribute), set())
            named.update(self.vocab.strings.add(value) for value in _named_by(test))
        self._remembered.clear()

    def match(self, doc: Doc) -> list[Match]:
        """Return the rules that tokens of the document follow, in the order in which they are to be set."""
        found = [
            (number, name, i, i + 1)
            for i, seen in enumerate(self._seen_by_rules(doc))
            for number, name in self._rules(seen, doc, i)
        ]
        if len(self._other):
            others = self._other(doc, allow_missing=True, as_spans=False)
            found += [(self._number(name), name, start, end) for name, start, end in others]
        return sorted(found)

    def set_annotations(self, doc: Doc, matches: Iterable[Match]) -> None:
        """Set what the rules say: of a rule about one token without making a span of it."""
        for match in matches:
            number, _, start, end = match
            if end == start + 1 and self.indices[number] == 0:
                set_token_attrs(doc[start], self.attrs[number])
            else:
                super().set_annotations(doc, [match])

    def _seen_by_rules(self, doc: Doc) -> Iterable[tuple[Value, ...]]:
        """Return of each token what the rules about one token look at, as far as they tell it apart."""
        columns = [
            [value if value in named else None for value in doc.to_array(attribute).tolist()]
            for attribute, named in self._named.items()
        ]
        return zip(*columns, strict=True)

    def _rules(self, seen: tuple[Value, ...], doc: Doc, i: int) -> Sequence[Rule]:
        rules = self._remembered.get(seen)
        if rules is None:
            matches = self._single(doc[i : i + 1], allow_missing=True, as_spans=False)
            rules = self._remembered[seen] = [(self._number(name), name) for name, _, _ in matches]
        return rules

    def _number(self, name: int) -> int:
        return int(self.vocab.strings[name])


def _is_single(pattern: MatcherPatternType) -> bool:
    """Is it about one token, and does it only ask whether that has certain values?"""
    return len(pattern) == 1 and all(
        isinstance(attribute, str) and attribute not in {"OP", "_"} and _names_values(test)
        for attribute, test in pattern[0].items()
    )


def _names_values(test: object) -> bool:
    if isinstance(test, dict):
        return bool(test) and set(test) <= set(ONE_OF) and all(map(_are_strings, test.values()))
    return isinstance(test, str)


def _are_strings(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _named_by(test: Any) -> list[str]:
    return [value for one_of in test.values() for value in one_of] if isinstance(test, dict) else [test]


@Language.factory(FACTORY)
def make_ruler(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name)


def remember_rules(model: Language) -> None:
    """Let the model look its rules about tokens up, if it has such."""
    if not model.has_pipe(RULER):
        return
    before: Any = model.get_pipe(RULER)  # the stub says a function
    ruler: Any = model.replace_pipe(RULER, FACTORY)
    ruler.add_patterns(before.patterns)
