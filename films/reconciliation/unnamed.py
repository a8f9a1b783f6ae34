"""Which characters without a name are one: "the manager" here, "a manager" there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from films.reading.resources import entries
from films.reconciliation.parts import Part
from films.reconciliation.words import WORD, word_key
from films.vocabulary import RelationshipKind

RESOURCES = Path(__file__).with_name("resources")
SAME_SCENE = 0.5  # of the words of the sentences that bring them in
Related = frozenset[tuple[RelationshipKind, bool, int]]


@cache
def vague_descriptions() -> frozenset[str]:
    """Return the descriptions that fit anybody, such as "man"."""
    return frozenset(entries("vague_descriptions.txt", RESOURCES))


def unnamed_pairs(parts: Sequence[Part], named: Mapping[tuple[str, str], int]) -> Iterator[tuple[Part, Part]]:
    """Yield the pairs of unnamed characters that one description and their relations show to be one.

    `named` says which named characters are joined already, so that "anna's partner" needs the same Anna.
    """
    by_description: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        for description in sorted(part.descriptions) if not part.names else ():
            by_description[description].append(part)
    for description, bearers in sorted(by_description.items()):
        documents = [part.source.document for part in bearers]
        alone = [part for part in bearers if documents.count(part.source.document) == 1]
        for i, first in enumerate(alone):
            yield from ((first, b) for b in alone[i + 1 :] if _are_one(description, first, b, named))


def _are_one(description: str, a: Part, b: Part, named: Mapping[tuple[str, str], int]) -> bool:
    if _contradict(a, b):
        return False
    a_related, b_related = _related(a, named), _related(b, named)
    if a_related and b_related:
        return bool(a_related & b_related)
    if description in vague_descriptions():
        return _scene_overlap(a, b) >= SAME_SCENE
    return True


def _contradict(a: Part, b: Part) -> bool:
    genders = {a.character.gender, b.character.gender} - {None}
    return len(genders) > 1 or a.character.kind is not b.character.kind


def _related(part: Part, named: Mapping[tuple[str, str], int]) -> Related:
    rows = (
        (kind, subject, named.get((part.source.document, key), -1)) for kind, subject, key in part.relations
    )
    return frozenset(row for row in rows if row[2] >= 0)


def _scene_overlap(a: Part, b: Part) -> float:
    a_words, b_words = _scene_words(a), _scene_words(b)
    return len(a_words & b_words) / len(a_words | b_words) if a_words and b_words else 0.0


def _scene_words(part: Part) -> frozenset[str]:
    """Return the words of the sentence in which the character first stands."""
    start = next((mention.span.start for mention in part.character.mentions), None)
    sentences = part.source.extraction.sentences
    scene = (s.of(part.source.text) for s in sentences if start is not None and s.start <= start < s.end)
    return _words(next(scene, ""))


def _words(text: str) -> frozenset[str]:
    keys: Iterable[str] = (word_key(match[0]) for match in WORD.finditer(text))
    return frozenset(keys)
