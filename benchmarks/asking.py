"""What the search of a loaded base is asked: names and plot sentences drawn from it, the same every time."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

import benchmarks.site  # noqa: F401 -- before the models
from benchmarks.mistyping import mistyped, spellings
from films.extraction.language_model import DEFAULT_MODEL
from films.folding import squash
from films.models import (
    Character,
    CharacterName,
    Film,
    Person,
    PersonName,
    SourceDocument,
    Statement,
    Telling,
)
from films.search import EntryKind
from films.vocabulary import Fact, PassageKind

SHORTEST_NAME = 4  # letters
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
SHORTEST_WORD, WORDS_ASKED = 3, 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed for a name."""

    kind: EntryKind
    name: str
    typed: str


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a sentence that tells a film's story."""

    film_id: int
    words: str


class Names:
    """All names of the base: those to draw from, and who bears each."""

    def __init__(self) -> None:
        self.drawn: Mapping[EntryKind, Sequence[str]] = {
            kind: [name for name in names if sum(map(str.isalpha, name)) >= SHORTEST_NAME]
            for kind, names in _drawn()
        }
        self._bearers: dict[tuple[EntryKind, str], set[int]] = defaultdict(set)
        for kind, object_id, name in _borne():
            self._bearers[kind, squash(name)].add(object_id)

    def are_borne(self, kind: EntryKind, name: str, object_id: int) -> bool:
        """Tell whether the thing of that kind has that name."""
        return object_id in self._bearers.get((kind, squash(name)), ())

    def is_known(self, name: str) -> bool:
        return any((kind, squash(name)) in self._bearers for kind in EntryKind)

    def misspelt(self, count: int, seed: int) -> list[Asked]:
        """Return names with one typing error each, a third of each kind."""
        chance = random.Random(seed)  # noqa: S311 -- the same names every time
        chosen = [
            (kind, name)
            for number, (kind, names) in enumerate(self.drawn.items())
            for name in chance.sample(names, min(len(names), (count + number) // len(self.drawn)))
        ]
        return [Asked(kind, name, mistyped(name, chance)) for kind, name in chosen]

    def spelt_otherwise(self, count: int, seed: int) -> dict[str, list[Asked]]:
        """Return names with accents, apostrophes, hyphens and spaces left out, so many of each."""
        chance = random.Random(seed)  # noqa: S311
        names = [(kind, name) for kind, own in self.drawn.items() for name in own]
        chance.shuffle(names)
        found: dict[str, list[Asked]] = defaultdict(list)
        for kind, name in names:
            for what, typed in spellings(name, chance):
                found[what] += [Asked(kind, name, typed)]
        return {what: asked[:count] for what, asked in sorted(found.items())}


def _drawn() -> Iterator[tuple[EntryKind, Iterable[str]]]:
    films = Film.objects.filter(is_title_provisional=False)
    yield EntryKind.FILM, films.order_by("pk").values_list("title", flat=True)
    yield EntryKind.PERSON, Person.objects.order_by("pk").values_list("name", flat=True)
    characters = Character.objects.filter(is_named=True)
    yield EntryKind.CHARACTER, characters.order_by("pk").values_list("name", flat=True)


def _borne() -> Iterator[tuple[EntryKind, int, str]]:
    titles = Statement.objects.filter(fact__in=(Fact.TITLE, Fact.ORIGINAL_TITLE))
    for kind, rows in (
        (EntryKind.FILM, Film.objects.values_list("pk", "title")),
        (EntryKind.FILM, titles.values_list("film", "value")),
        (EntryKind.PERSON, Person.objects.values_list("pk", "name")),
        (EntryKind.PERSON, PersonName.objects.values_list("person", "text")),
        (EntryKind.CHARACTER, Character.objects.values_list("pk", "name")),
        (EntryKind.CHARACTER, CharacterName.objects.values_list("character", "text")),
    ):
        yield from ((kind, object_id, name) for object_id, name in rows)


def told_words(count: int, seed: int) -> list[Told]:
    """Return sentences of different stories, each reduced to three of its content words by chance."""
    chance = random.Random(seed)  # noqa: S311
    model = spacy.load(DEFAULT_MODEL)
    ids = list(Telling.objects.filter(kind=PassageKind.SYNOPSIS).order_by("pk").values_list("pk", flat=True))
    chance.shuffle(ids)
    told = (_told(model(sentence), film_id, chance) for film_id, sentence in _sentences(ids, chance))
    return [entry for entry, _ in zip((found for found in told if found), range(count), strict=False)]


def _sentences(telling_ids: Iterable[int], chance: random.Random) -> Iterator[tuple[int, str]]:
    """Yield a sentence by chance of each telling, with the film that it tells of."""
    for telling_id in telling_ids:
        telling = Telling.objects.get(pk=telling_id)
        document = SourceDocument.objects.get(pk=telling.document_id)
        bounds = [
            (start, end)
            for start, end in document.sentence_bounds
            if telling.start <= start and end <= telling.end
        ]
        if bounds:
            start, end = chance.choice(bounds)
            yield document.film_id, document.text[start:end]


def _told(sentence: Doc, film_id: int, chance: random.Random) -> Told | None:
    places = {
        token.lower_: token.i
        for token in sentence
        if token.pos_ in CONTENT and token.is_alpha and not token.is_stop and len(token) >= SHORTEST_WORD
    }
    if len(places) < WORDS_ASKED:
        return None
    return Told(film_id, " ".join(sorted(chance.sample(sorted(places), WORDS_ASKED), key=places.__getitem__)))
