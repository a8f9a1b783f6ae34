"""One document's view of a character, with its names made comparable."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from films.extraction.resources import read_list
from films.extraction.statements import Character
from films.folding import fold
from films.reconciliation.sources import CharacterSource, Source
from films.vocabulary import CharacterKind, NameKind, RelationshipKind


@dataclass(frozen=True)
class Part:
    """A character as one document knows them; a film's character is made of parts."""

    source: Source
    character: Character
    actors: frozenset[str] = frozenset()
    relations: frozenset[tuple[RelationshipKind, bool, str]] = frozenset()  # kind, is subject, other's key

    @property
    def id(self) -> CharacterSource:
        return self.source.document, self.character.key

    @cached_property
    def names(self) -> frozenset[str]:
        """The folded proper names, without titles: "Captain Mara Holt" is "mara holt"."""
        proper = (n.text for n in self.character.names if n.kind is not NameKind.DESCRIPTION)
        return frozenset(untitled(name) for name in proper) - {""} if self.character.is_named else frozenset()

    @cached_property
    def full_names(self) -> frozenset[str]:
        return frozenset(name for name in self.names if " " in name)

    @cached_property
    def descriptions(self) -> frozenset[str]:
        """The folded descriptions without articles: "the manager" and "a manager" are alike."""
        told = (n.text for n in self.character.names if n.kind is NameKind.DESCRIPTION)
        return frozenset(_without_article(fold(text)) for text in told) - {""}

    @cached_property
    def tellings(self) -> frozenset[int]:
        """The passages of the document in which the character is mentioned."""
        document = self.source.extraction.document
        spans = [document.prose.origin(p.start, p.end) for p in document.passages]
        starts = [mention.span.start for mention in self.character.mentions]
        return frozenset(i for i, s in enumerate(spans) if any(s.start <= start < s.end for start in starts))

    @property
    def is_group(self) -> bool:
        return self.character.kind is CharacterKind.GROUP


def untitled(name: str) -> str:
    """Return the folded name without leading titles, unless it is nothing but a title.

    >>> untitled("Dr. Mara Holt"), untitled("The Captain")
    ('mara holt', 'captain')
    """
    words = _without_article(fold(name)).split()
    titles = read_list("title_words")
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    return " ".join(words)


def _without_article(folded: str) -> str:
    first, _, rest = folded.partition(" ")
    return rest if rest and first in {"the", "a", "an", "some"} else folded


def parts_of(sources: Sequence[Source]) -> list[Part]:
    """Return every character of every document."""
    return [part for source in sources for part in _parts_of(source)]


def _parts_of(source: Source) -> Iterator[Part]:
    actors = _actors(source)
    relations = defaultdict(set)
    for row in source.extraction.relationships:
        relations[row.subject].add((row.kind, True, row.object))
        relations[row.object].add((row.kind, False, row.subject))
    for character in source.extraction.characters:
        key = character.key
        yield Part(source, character, actors.get(key, frozenset()), frozenset(relations[key]))


def _actors(source: Source) -> Mapping[str, frozenset[str]]:
    """Return who plays whom; an actor of a double role tells no character from another."""
    roles: dict[str, set[str]] = defaultdict(set)
    for credit in source.extraction.credits:
        if credit.character is not None:
            roles[fold(credit.person)].add(credit.character)
    actors: dict[str, set[str]] = defaultdict(set)
    for actor, characters in roles.items():
        if len(characters) == 1:
            actors[next(iter(characters))].add(actor)
    return {key: frozenset(names) for key, names in actors.items()}
