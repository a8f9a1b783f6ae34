"""The characters of a film, each joined from what its documents call them.

The surest links are made first, and a link is refused where it would join two characters that one
telling keeps apart, two genders, or two different full names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from films.extraction.statements import Name
from films.folding import fold
from films.reconciliation.character_links import contradict, find_links
from films.reconciliation.parts import Part, parts_of
from films.reconciliation.sources import CharacterSource, Source, fuller, unique_evidence
from films.reconciliation.unnamed import unnamed_pairs
from films.reconciliation.values import FilmCharacter, MentionEvidence
from films.vocabulary import CharacterKind, Gender, NameKind

KINDS = tuple(NameKind)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FilmCast:
    """The film's characters, and which of them a document's character is."""

    characters: tuple[FilmCharacter, ...]
    keys: Mapping[CharacterSource, str]
    reasons: tuple[str, ...]


class _Clusters:
    """Parts joined so far; each cluster is known by a number that never changes hands."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.number = {part.id: i for i, part in enumerate(parts)}
        self.members = {i: [part] for i, part in enumerate(parts)}

    def join(self, a: Part, b: Part) -> bool:
        """Join the clusters of two parts; False where they were one or must stay apart."""
        first, second = sorted((self.number[a.id], self.number[b.id]))
        if first == second or self._must_stay_apart(first, second):
            return False
        for part in self.members[second]:
            self.number[part.id] = first
        self.members[first] += self.members.pop(second)
        return True

    def _must_stay_apart(self, first: int, second: int) -> bool:
        return any(
            contradict(a, b) or _are_told_apart(a, b)
            for a in self.members[first]
            for b in self.members[second]
        )


def _are_told_apart(a: Part, b: Part) -> bool:
    """Whether one telling has both: each telling starts the story again and may call them anew."""
    if a.source.document != b.source.document:
        return False
    return bool(a.tellings & b.tellings) or not (a.tellings and b.tellings)


def reconcile_characters(sources: Sequence[Source]) -> FilmCast:
    """Join the characters of a film's documents."""
    parts = parts_of(sources)
    clusters = _Clusters(parts)
    reasons = [
        f"{link.first.character.name} and {link.second.character.name} are one: {link.reason}"
        for link in find_links(parts)
        if clusters.join(link.first, link.second) and link.first.character.name != link.second.character.name
    ]
    named = {part.id: clusters.number[part.id] for part in parts if part.names}
    for a, b in unnamed_pairs(parts, named):
        clusters.join(a, b)
    keys = _keys(clusters.members)
    by_source = {part.id: keys[number] for number, members in clusters.members.items() for part in members}
    characters = (
        _film_character(keys[number], members, by_source) for number, members in clusters.members.items()
    )
    return FilmCast(tuple(sorted(characters, key=_billing)), by_source, tuple(dict.fromkeys(reasons)))


def _billing(character: FilmCharacter) -> tuple[bool, int, str]:
    """Sorts named characters first, and the most mentioned first."""
    return (not character.is_named, -len(character.mentions), character.key)


def _keys(clusters: Mapping[int, Sequence[Part]]) -> dict[int, str]:
    """Give every cluster a key made of its name; of namesakes the most mentioned has the plain one."""
    by_slug: dict[str, list[int]] = defaultdict(list)
    for number, members in clusters.items():
        by_slug[fold(_shown_name(members)).replace(" ", "-") or "character"].append(number)
    keys: dict[int, str] = {}
    taken = set(by_slug)
    for slug, numbers in sorted(by_slug.items()):
        first, *others = sorted(
            numbers, key=lambda n: (-_mention_count(clusters[n]), min(p.id for p in clusters[n]))
        )
        keys[first] = slug
        for number in others:
            keys[number] = next(
                k for k in (f"{slug}-{i}" for i in range(2, len(taken) + 3)) if k not in taken
            )
            taken.add(keys[number])
    return keys


def _mention_count(members: Iterable[Part]) -> int:
    return sum(len(part.character.mentions) for part in members)


def _film_character(
    key: str, members: Sequence[Part], by_source: Mapping[CharacterSource, str]
) -> FilmCharacter:
    ordered = sorted(members, key=lambda part: (part.source.rank, part.character.key))
    return FilmCharacter(
        key=key,
        name=_shown_name(ordered),
        names=_names(ordered),
        is_named=any(part.character.is_named for part in ordered),
        kind=_majority([p.character.kind for p in ordered], tuple(CharacterKind)) or CharacterKind.PERSON,
        gender=_majority([p.character.gender for p in ordered if p.character.gender], tuple(Gender)),
        mentions=_mentions(ordered),
        evidence=unique_evidence(
            e for part in ordered for e in part.source.evidence(part.character.evidence)
        ),
        members=tuple(
            sorted({by_source[p.source.document, m] for p in ordered for m in p.character.members} - {key})
        ),
        sources=tuple(sorted(part.id for part in ordered)),
    )


def _mentions(parts: Iterable[Part]) -> tuple[MentionEvidence, ...]:
    rows = {MentionEvidence(p.source.document, m.span, m.kind) for p in parts for m in p.character.mentions}
    return tuple(sorted(rows, key=lambda row: (row.document, row.span, row.kind)))


def _shown_name(parts: Sequence[Part]) -> str:
    """Return the name most mentioned over all documents; of two, the longer."""
    named = [part for part in parts if part.character.is_named] or list(parts)
    if len(named) == 1:
        return named[0].character.name
    spellings: dict[str, list[str]] = defaultdict(list)
    uses: Counter[str] = Counter()
    for part in named:
        for name in part.character.names:
            if name.kind is not NameKind.DESCRIPTION or not part.character.is_named:
                spellings[fold(name.text)].append(name.text)
        spellings[fold(part.character.name)].append(part.character.name)
        uses.update(fold(mention.span.of(part.source.text)) for mention in part.character.mentions)
    shown = {fold(part.character.name) for part in named}
    most = min(spellings, key=lambda name: (-uses[name], name not in shown, -len(name), name))
    return fuller(spellings[most])


def _names(parts: Sequence[Part]) -> tuple[Name, ...]:
    """Return every spelling once with the kind that most documents give it."""
    kinds: dict[str, list[NameKind]] = defaultdict(list)
    for part in parts:
        for name in part.character.names:
            kinds[name.text].append(name.kind)
    rows = (Name(text, _majority(given, KINDS) or NameKind.FULL) for text, given in kinds.items())
    return tuple(sorted(rows, key=lambda name: (KINDS.index(name.kind), name.text)))


def _majority(values: Sequence[T], order: Sequence[T]) -> T | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], order.index(value)), default=None)
