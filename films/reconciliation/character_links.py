"""Which characters of different documents are one, by their names and by who plays them."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from films.extraction.people import SHORT_FORMS
from films.reconciliation.parts import Part
from films.vocabulary import NameKind

SHORTEST_MISSPELT = 5  # letters; "Sam" and "Pam" are two
LETTERS_APART = 1
LONG_NAME = 8
LETTERS_APART_IN_LONG = 2

FULL_NAME, ACTOR, NAME, PART_OF_NAME, SPELLING = 5.0, 4.0, 3.0, 2.0, 1.5


@dataclass(frozen=True, slots=True)
class CharacterLink:
    """Two characters of different documents that may be one; `reason` for editors."""

    strength: float
    first: Part
    second: Part
    reason: str

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the surest link first."""
        mentions = len(self.first.character.mentions) + len(self.second.character.mentions)
        return (-self.strength, -mentions, self.first.id, self.second.id)


def find_links(parts: Sequence[Part]) -> list[CharacterLink]:
    """Return the likely pairs of characters, surest first."""
    named = [part for part in parts if part.names]
    ambiguous = _shared_within_a_document(named)
    links = (_link(a, b, ambiguous) for a, b in _candidates(named))
    return sorted((link for link in links if link is not None), key=lambda link: link.order)


def _candidates(parts: Iterable[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield the pairs that share an actor or the initial of a name's word."""
    blocks: dict[str, dict[tuple[str, str], Part]] = defaultdict(dict)
    for part in parts:
        for name, word in ((n, w) for n in part.names for w in n.split()):
            blocks[word[0]][part.id] = part
            for short in SHORT_FORMS.get(word, ()) if word == name.split()[0] else ():
                blocks[short[0]][part.id] = part
        for actor in part.actors:
            blocks[f"played by {actor}"][part.id] = part
    pairs = {
        (a.id, b.id): (a, b)
        for block in blocks.values()
        for a, b in itertools.combinations(sorted(block.values(), key=lambda p: p.id), 2)
        if a.source.document != b.source.document
    }
    yield from pairs.values()


def _shared_within_a_document(parts: Iterable[Part]) -> frozenset[tuple[str, str]]:
    """Return the (document, word) of every word that stands in the names of two of its characters."""
    bearers = defaultdict(set)
    for part in parts:
        for word in {w for name in part.names for w in name.split()}:
            bearers[part.source.document, word].add(part.id)
    return frozenset(key for key, ids in bearers.items() if len(ids) > 1)


def _link(a: Part, b: Part, ambiguous: frozenset[tuple[str, str]]) -> CharacterLink | None:
    if contradict(a, b):
        return None
    shared = a.names & b.names
    more = 0.1 * len(shared)
    if a.full_names & b.full_names:
        return CharacterLink(FULL_NAME + more, a, b, "the full name is the same")
    if a.actors & b.actors:
        return CharacterLink(ACTOR + more, a, b, f"both are played by {min(a.actors & b.actors)}")
    clear = {
        n
        for n in shared
        if (a.source.document, n) not in ambiguous and (b.source.document, n) not in ambiguous
    }
    if clear:
        return CharacterLink(NAME + 0.1 * len(clear), a, b, "the name is the same")
    return _weaker_link(a, b, bool(shared), ambiguous)


def _weaker_link(
    a: Part, b: Part, shares_name: bool, ambiguous: frozenset[tuple[str, str]]
) -> CharacterLink | None:
    for name, other, holder in _name_pairs(a, b):
        within = set(name.split()) < set(other.split())
        if within and not any((holder.source.document, word) in ambiguous for word in name.split()):
            return CharacterLink(PART_OF_NAME, a, b, "one name is part of the other")
    if shares_name:
        return CharacterLink(PART_OF_NAME - 0.1, a, b, "the name is the same")
    if any(are_alike(name, other) for name in a.names for other in b.names):
        return CharacterLink(SPELLING, a, b, "the names are spelled nearly the same")
    return None


def _name_pairs(a: Part, b: Part) -> Iterator[tuple[str, str, Part]]:
    """Yield (shorter name, longer name, who has the longer)."""
    yield from ((name, other, b) for name in sorted(a.names) for other in sorted(b.names))
    yield from ((name, other, a) for name in sorted(b.names) for other in sorted(a.names))


def are_alike(a: str, b: str) -> bool:
    """Whether two folded names are the same name misspelt, or a usual short form of it.

    >>> are_alike("emmett", "emmet"), are_alike("sam", "pam")
    (True, False)
    """
    first, second = a.split(), b.split()
    if len(first) != len(second):
        return False
    return all(_is_one_word(x, y) for x, y in zip(first, second, strict=True))


def _is_one_word(a: str, b: str) -> bool:
    if a == b or b in SHORT_FORMS.get(a, ()):
        return True
    shorter = min(len(a), len(b))
    if shorter < SHORTEST_MISSPELT or a[0] != b[0]:
        return False
    most = LETTERS_APART_IN_LONG if shorter >= LONG_NAME else LETTERS_APART
    return Levenshtein.distance(a, b, score_cutoff=most) <= most


def contradict(a: Part, b: Part) -> bool:
    """Whether two characters cannot be one: by gender, by kind, or by two different full names."""
    genders = {a.character.gender, b.character.gender} - {None}
    if len(genders) > 1 or a.is_group != b.is_group:
        return True
    if a.actors & b.actors and not (a.full_names and b.full_names):
        return False
    if not (a.full_names and b.full_names):
        return False
    agree = any(_are_compatible(x, y) for x in a.full_names for y in b.full_names)
    return not (agree or _given_names(a) & _given_names(b))


def _are_compatible(a: str, b: str) -> bool:
    """Whether two full names may be one person's, as "mara j holt" and "mara holt"."""
    first, second = set(a.split()), set(b.split())
    return first <= second or second <= first or are_alike(a, b)


def _given_names(part: Part) -> frozenset[str]:
    """Return the names other than surnames and full names: two of a family share the surname."""
    kinds = {NameKind.FIRST, NameKind.NICKNAME, NameKind.ALIAS}
    surnames = {name.split()[-1] for name in part.full_names}
    given = (n.text for n in part.character.names if n.kind in kinds)
    return frozenset(text.casefold() for text in given if text.casefold() not in surnames)
