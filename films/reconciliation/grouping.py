"""Which documents are about one film.

Pairs worth comparing are found by blocking keys, so that no document is compared with all others.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from films.reconciliation.comparison import (
    SAME_TEXT,
    compare,
    have_one_title,
    headers_conflict,
    years_conflict,
    years_of,
)
from films.reconciliation.profiles import DocumentProfile
from films.reconciliation.values import Decision, Verdict
from films.reconciliation.words import weight

KEY_NAMES = 8  # the most telling names, of which pairs make keys
RARE_BITS = 9.0  # a word of one plot in five hundred is a key by itself
PAIR_BITS = 10.0  # John and Mary together are no key
KEY_WORDS = 24
KEY_SHINGLES = 8
KEY_PEOPLE = 12


@dataclass(frozen=True, slots=True)
class AmbiguousPair:
    """Two documents that may be about one film; `first` sorts before `second`."""

    first: str
    second: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """Documents about one film; `film` is the stored film's id where one of them is known."""

    documents: tuple[str, ...]
    film: Hashable | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Every document stands in one group."""

    groups: tuple[DocumentGroup, ...]
    ambiguous: tuple[AmbiguousPair, ...]


def blocking_keys(profile: DocumentProfile) -> frozenset[str]:
    """Return the keys of which two documents about one film share at least one; at most about a hundred."""
    return frozenset(
        itertools.chain(
            (f"title {title}" for title in profile.titles),
            _people_keys(profile),
            _name_keys(profile),
            (f"word {word}" for word in profile.words[:KEY_WORDS] if weight(word) >= RARE_BITS),
            (f"run {shingle}" for shingle in profile.shingles[:KEY_SHINGLES]),
        )
    )


def _people_keys(profile: DocumentProfile) -> Iterator[str]:
    people = profile.cast[:KEY_PEOPLE]
    yield from (f"made {director} {name}" for director in profile.directors for name in people)
    yield from (f"cast {' + '.join(pair)}" for pair in itertools.combinations(people, 2))


def _name_keys(profile: DocumentProfile) -> Iterator[str]:
    yield from (f"name {name}" for name, _ in profile.names[:KEY_WORDS] if weight(name) >= RARE_BITS)
    yield from (f"name {name}" for name, _ in profile.characters if " " in name)
    telling = sorted(profile.names, key=lambda row: (-row[1] * weight(row[0]), row[0]))[:KEY_NAMES]
    pairs = itertools.combinations(sorted(name for name, _ in telling), 2)
    rare = (pair for pair in pairs if sum(map(weight, pair)) >= PAIR_BITS)
    yield from (f"names {' + '.join(pair)}" for pair in rare)


def group(
    profiles: Sequence[DocumentProfile],
    known: Mapping[str, Hashable] | None = None,
    *,
    fresh: Collection[str] | None = None,
) -> Grouping:
    """Part the documents into films.

    `known` maps the sha256 of stored documents to their film: these keep it, whatever is found.
    Only pairs with a document that is `fresh` are compared; without it, all that share a key.
    Strongest links are made first; a link that would put two known films, or documents that cannot
    be of one film, into one group is not made but told as ambiguous.
    """
    by_id = {profile.document: profile for profile in sorted(profiles, key=lambda p: p.document)}
    groups = _Groups(by_id, known or {})
    links, ambiguous = [], []
    for first, second in _candidates(by_id, by_id.keys() if fresh is None else frozenset(fresh)):
        decision = compare(by_id[first], by_id[second])
        pair = AmbiguousPair(first, second, decision)
        if decision.verdict is Verdict.LINK:
            links.append(pair)
        elif decision.verdict is Verdict.AMBIGUOUS:
            ambiguous.append(pair)
    for pair in sorted(links, key=lambda p: (-p.decision.score, p.first, p.second)):
        refusal = groups.join(pair)
        if refusal:
            ambiguous.append(AmbiguousPair(pair.first, pair.second, refusal))
    apart = [pair for pair in _telling(ambiguous) if not groups.are_joined(pair.first, pair.second)]
    return Grouping(groups.result(), tuple(sorted(apart, key=lambda p: (p.first, p.second))))


def _telling(pairs: Sequence[AmbiguousPair]) -> Iterator[AmbiguousPair]:
    """Leave out what shares a text, and nothing else, with films of several titles: it tells of a series."""
    copies = [pair for pair in pairs if pair.decision.reason == SAME_TEXT]
    having = Counter(sha256 for pair in copies for sha256 in (pair.first, pair.second))
    series = {pair for pair in copies if max(having[pair.first], having[pair.second]) > 1}
    return (pair for pair in pairs if pair not in series)


def _candidates(by_id: Mapping[str, DocumentProfile], fresh: Collection[str]) -> list[tuple[str, str]]:
    blocks: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for document, profile in by_id.items():
        for key in blocking_keys(profile):
            blocks[key][document in fresh].append(document)
    pairs: set[tuple[str, str]] = set()
    for standing, new in blocks.values():
        pairs.update(itertools.combinations(new, 2))  # documents come sorted
        pairs.update((min(pair), max(pair)) for pair in itertools.product(standing, new))
    return sorted(pairs)


class _Groups:
    """Groups under construction; the films of stored documents are the first of them."""

    def __init__(self, profiles: Mapping[str, DocumentProfile], known: Mapping[str, Hashable]) -> None:
        self._profiles = profiles
        self._members = {document: [document] for document in profiles}
        self._root = {document: document for document in profiles}
        self._films = {document: known[document] for document in profiles if document in known}
        self._reasons: dict[str, list[str]] = defaultdict(list)
        roots: dict[Hashable, str] = {}
        for document, film in self._films.items():
            self._unite(roots.setdefault(film, document), document)

    def are_joined(self, first: str, second: str) -> bool:
        return self._root[first] == self._root[second]

    def join(self, pair: AmbiguousPair) -> Decision | None:
        """Join the groups of the pair, or return why they stay apart."""
        first, second = self._root[pair.first], self._root[pair.second]
        if first == second:
            return None
        films = {self._films[root] for root in (first, second) if root in self._films}
        if len(films) > 1:
            return Decision(
                Verdict.AMBIGUOUS, f"{pair.decision.reason}, but stored as two films", pair.decision.score
            )
        conflict = next(self._conflicts(first, second), None)
        if conflict:
            return Decision(Verdict.AMBIGUOUS, f"{pair.decision.reason}, but {conflict}", pair.decision.score)
        self._reasons[first].append(pair.decision.reason)
        self._unite(first, second)
        return None

    def _conflicts(self, first: str, second: str) -> Iterator[str]:
        for one, other in itertools.product(self._members[first], self._members[second]):
            a, b = self._profiles[one], self._profiles[other]
            if years_conflict(a, b):
                yield f"other documents say {years_of(a, b)}"
            if a.titles and b.titles and not have_one_title(a, b):
                yield "other documents state different titles"
            if headers_conflict(a, b):
                yield "other documents name other people"

    def _unite(self, first: str, second: str) -> None:
        if first == second:
            return
        for document in self._members[second]:
            self._root[document] = first
        self._members[first] += self._members.pop(second)
        self._reasons[first] += self._reasons.pop(second, [])
        if second in self._films:
            self._films[first] = self._films[second]

    def result(self) -> tuple[DocumentGroup, ...]:
        rows = (
            DocumentGroup(
                tuple(sorted(members)), self._films.get(root), tuple(sorted(set(self._reasons[root])))
            )
            for root, members in self._members.items()
        )
        return tuple(sorted(rows, key=lambda row: row.documents))
