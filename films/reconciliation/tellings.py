"""The tellings of a film, each a row of scenes: sentences in which something happens."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from films.extraction.statements import EventMention
from films.reading.document import Span
from films.reconciliation.sources import CharacterSource, Source
from films.reconciliation.synonyms import trigger_groups
from films.reconciliation.words import stem, stem_weight, weight, word_counts
from films.vocabulary import PassageKind, Role

FEWEST_BITS = 1.5  # a word that more than every third plot has tells nothing
MOST_BITS = 9.0  # of a word; a misspelling is as rare as a name
CHARACTER_SHARE = 0.7  # what a character in common counts beside a word as rare
SYNONYM_SHARE = 0.7
FEWEST_SCENES = 8  # of a synopsis; shorter ones leave out too much


@dataclass(frozen=True, slots=True)
class Deed:
    """What an event mention says in a few words, with the bits they tell, and of whom.

    `words` are empty where no other telling is there to be compared with. `people` are the film keys of
    those in it whom other tellings know too, `agents` and `patients` of all who act and to whom it is done.
    """

    event: EventMention
    words: Mapping[str, float]
    people: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what happens in it.

    `signs` are its words and characters with their weights, of length one; `words` are the telling ones
    with the bits they tell, `people` the film keys of those there whom other tellings know too, each with
    how few scenes have them. All are empty where no other telling is there to be compared with.
    """

    source: Source
    telling: int
    sentence: Span
    deeds: tuple[Deed, ...]
    signs: Mapping[str, float]
    words: Mapping[str, float]
    people: Mapping[str, float]

    @property
    def text(self) -> str:
        return self.sentence.of(self.source.text)

    @property
    def events(self) -> tuple[EventMention, ...]:
        return tuple(deed.event for deed in self.deeds)


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of the story; the fullest has most events."""

    scenes: tuple[Scene, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it tells the story to its end, as a synopsis does and a teaser does not."""
        first = self.scenes[0]
        kind = first.source.extraction.document.passages[first.telling].kind
        return kind is PassageKind.SYNOPSIS and len(self.scenes) >= FEWEST_SCENES

    @property
    def fullness(self) -> tuple[int, int, int]:
        """Sorts the fullest telling first; of equals, the first document's."""
        first = self.scenes[0]
        return (-sum(len(scene.events) for scene in self.scenes), first.source.rank, first.telling)


def tellings_of(
    sources: Sequence[Source], characters: Mapping[CharacterSource, str], names: frozenset[str] = frozenset()
) -> list[Telling]:
    """Return the tellings of all documents, fullest first.

    `names` are the words of the characters' names: who is there counts, not how a telling calls them.
    """
    rows: dict[tuple[int, int], dict[Span, list[EventMention]]] = defaultdict(lambda: defaultdict(list))
    for source in sources:
        for event in source.extraction.events:
            rows[source.rank, event.telling][event.sentence].append(event)
    signs = _Signs(sources, rows, characters, names)
    tellings = (
        Telling(
            tuple(signs.scene(rank, telling, sentence, events) for sentence, events in sorted(scenes.items()))
        )
        for (rank, telling), scenes in rows.items()
    )
    return sorted(tellings, key=lambda telling: telling.fullness)


class _Signs:
    """Weighs words and characters by how few of the film's scenes have them."""

    def __init__(
        self,
        sources: Sequence[Source],
        rows: Mapping[tuple[int, int], Mapping[Span, Sequence[EventMention]]],
        characters: Mapping[CharacterSource, str],
        names: frozenset[str],
    ) -> None:
        self._names = names
        self._sources = sources
        self._characters = characters
        self._counts: Counter[str] = Counter()
        self._scenes = 0
        self._known: frozenset[str] = frozenset()
        self._is_compared = len(rows) > 1
        if self._is_compared:
            self._count(rows)

    def _count(self, rows: Mapping[tuple[int, int], Mapping[Span, Sequence[EventMention]]]) -> None:
        told_by: Counter[str] = Counter()
        for (rank, _), scenes in rows.items():
            for sentence, events in scenes.items():
                self._scenes += 1
                self._counts.update(self._raw_signs(rank, sentence, events))
            source = self._sources[rank]
            told_by.update({key for events in scenes.values() for key in self._present(source, events)})
        self._known = frozenset(key for key, tellings in told_by.items() if tellings > 1)

    def scene(self, rank: int, telling: int, sentence: Span, events: Sequence[EventMention]) -> Scene:
        source = self._sources[rank]
        deeds = self._deeds(source, sentence, sorted(events, key=lambda event: event.trigger))
        if not self._is_compared:
            return Scene(source, telling, sentence, deeds, {}, {}, {})
        weights = {sign: self._weight(sign) for sign in sorted(self._raw_signs(rank, sentence, events))}
        for sign, crowd in _synonym_signs(events).items():
            weights[sign] /= math.sqrt(crowd)
        length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
        return Scene(
            source,
            telling,
            sentence,
            deeds,
            {sign: value / length for sign, value in weights.items()},
            self._words(sentence.of(source.text)),
            {key: self._rarity(f"@{key}") for key in sorted(self._present(source, events) & self._known)},
        )

    def _deeds(self, source: Source, sentence: Span, events: Sequence[EventMention]) -> tuple[Deed, ...]:
        """Return what each event mention says: its summary, and the text on to the next one."""
        ends = [*(event.trigger.start for event in events[1:]), sentence.end]
        rests = (source.text[event.trigger.start : end] for event, end in zip(events, ends, strict=True))
        return tuple(map(partial(self._deed, source), events, rests))

    def _deed(self, source: Source, event: EventMention, rest: str) -> Deed:
        present: dict[Role, set[str]] = defaultdict(set)
        for participant in event.participants:
            present[participant.role].add(self._characters[source.document, participant.character])
        agents, patients = frozenset(present[Role.AGENT]), frozenset(present[Role.PATIENT])
        people = frozenset(self._present(source, [event]) & self._known)
        words = self._words(f"{event.summary} {rest}") if self._is_compared else {}
        return Deed(event, words, people, agents, patients)

    def _words(self, text: str) -> Mapping[str, float]:
        bits = {word: min(weight(word), MOST_BITS) for word in word_counts(text).keys() - self._names}
        return {word: bits[word] for word in sorted(bits) if bits[word] > FEWEST_BITS}

    def _raw_signs(self, rank: int, sentence: Span, events: Sequence[EventMention]) -> set[str]:
        source = self._sources[rank]
        words = word_counts(sentence.of(source.text)).keys() - self._names
        return (
            {stem(word) for word in words}
            | _synonym_signs(events).keys()
            | {f"@{key}" for key in self._present(source, events)}
        )

    def _present(self, source: Source, events: Iterable[EventMention]) -> set[str]:
        keys = {participant.character for event in events for participant in event.participants}
        return {self._characters[source.document, key] for key in keys}

    def _weight(self, sign: str) -> float:
        here = self._rarity(sign)
        if sign.startswith("@"):
            return CHARACTER_SHARE * here
        if sign.startswith("~"):
            return SYNONYM_SHARE * here
        return math.sqrt(here * min(stem_weight(sign), MOST_BITS))

    def _rarity(self, sign: str) -> float:
        return math.log2(1 + self._scenes / self._counts[sign])


def _synonym_signs(events: Iterable[EventMention]) -> dict[str, int]:
    """Return the groups of synonyms of the triggers, each with how many groups share its trigger's weight.

    "Breaks" may mean much; without sharing it would outweigh a verb that means one thing.
    """
    signs: dict[str, int] = {}
    for event in events:
        groups = trigger_groups().get(event.lemma, frozenset())
        for group in groups:
            signs[f"~{group}"] = min(len(groups), signs.get(f"~{group}", len(groups)))
    return signs
