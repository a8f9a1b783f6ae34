"""Which events of a story are its key events, so that they alone tell it in a minute.

Each event has a weight: how many sources tell it, what sort of turn it is, how much those who take
part matter to the story, whether it opens a scene. Neighbours are then joined to moments, one
after the other, always where least is lost, until the heaviest events of the moments can be
read in a minute. The same events give the same moments.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from films.folding import fold
from films.reading.resources import entries

RESOURCES = Path(__file__).with_name("resources")

# What is read in a minute at an ordinary pace, and in how many sentences at most.
MINUTE = 240
MOST_KEYS = 25
# The same in short: at most so many, and of a story that has more than a few, half at most.
MOST_IN_SHORT = 10
FEW = 6

# What a turn adds to an event's weight, by the sort in resources/turning_points.txt.
TURNS: Mapping[str, float] = {
    "dying": 3.0, "killing": 3.0, "birth": 3.0, "wedding": 3.0, "capture": 2.5, "escape": 2.0,
    "rescue": 2.0, "love": 2.0, "violence": 1.5, "meeting": 1.5, "fortune": 1.5, "discovery": 1.0,
    "parting": 1.0, "arrival": 1.0, "talk": -0.5, "plain": -0.5, "mind": -0.75,
}  # fmt: skip
UNSAID = 0.5  # of it, where the summary does not say the word
TOLD = 2.0  # told by as many sources as any event of the story
MAIN_PEOPLE = 2  # so many of those who take part count, each up to 1
NOBODY = 1.5
OPENING = 0.5  # a place or a time is new
END = 1.0  # of what is told
UNCLEAR = 1.5  # it is not said who, or only that there was such a thing
UNCLEAR_BEGINNINGS = ("someone ", "there is ", "there are ", "it ", "this ")
SHORT, LONG, LONGER = 4, 20, 28  # words of a sentence that says too little, or that takes long to read
ILL_SIZED = 0.75

# What is lost when neighbours are joined, beside the weight of the lighter of their keys.
NEW_SENTENCE = 0.25
FAR_SENTENCE = 0.5
OTHER_PEOPLE = 0.75
OTHER_PLACE = 0.75
NEW_TIME = 0.5
SIZE = 0.08  # for each event of the two, so that no stretch of the story goes without a key event
MOST_APART = 3  # characters between sentences that follow each other in a paragraph


class Sentence(NamedTuple):
    telling: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """An event as it is weighed."""

    pk: int
    summary: str
    triggers: frozenset[str] = frozenset()  # the words that tell it
    documents: frozenset[int] = frozenset()  # that tell it
    sentences: tuple[Sentence, ...] = ()
    people: frozenset[int] = frozenset()
    place: str = ""
    time: str = ""
    folded: str = field(init=False)  # the summary
    said: frozenset[str] = field(init=False)  # its words, folded
    words: int = field(init=False)  # how many it has

    def __post_init__(self) -> None:
        folded = fold(self.summary)
        object.__setattr__(self, "folded", folded)
        object.__setattr__(self, "said", frozenset(folded.split()))
        object.__setattr__(self, "words", len(self.summary.split()))


@dataclass(frozen=True, slots=True)
class Moment:
    """Neighbouring events, of which the key event stands for all."""

    key: int
    steps: tuple[int, ...]


@cache
def turns() -> dict[str, str]:
    """Return the words that tell events, each with the sort of turn that it is.

    >>> turns()["marries"]
    'wedding'
    """
    rows = (line.partition(":") for line in entries("turning_points.txt", RESOURCES))
    return {word: sort for sort, _, words in rows for word in words.split()}


def sorts_of(words: Iterable[str]) -> set[str]:
    """Return of which sorts of turn the words tell.

    >>> sorted(sorts_of(["marries", "Mara", "died"]))
    ['dying', 'wedding']
    """
    return {sort for word in words if (sort := turns().get(fold(word)))}


def weigh(story: Sequence[Step]) -> dict[int, float]:
    """Return the weight of each event, by id; `story` is the whole of what may be told, in order."""
    most_told = max((len(step.documents) for step in story), default=0)
    parts = Counter(person for step in story for person in step.people)
    most_parts = max(parts.values(), default=0)
    standing = {person: count / most_parts for person, count in parts.items()}
    weights = {
        step.pk: _told(step, most_told)
        + _turning(step)
        + _peopled(step, standing)
        + _opening(before, step)
        - _unreadable(step)
        for before, step in zip([None, *story], story, strict=False)
    }
    if story:
        weights[story[-1].pk] += END
    return weights


def moments_of(
    steps: Sequence[Step], weights: Mapping[int, float], *, minute: int = MINUTE, most: int = MOST_KEYS
) -> list[Moment]:
    """Return the events, in the order given, as moments whose key events are read in a minute.

    No two neighbours among these repeat each other's words of one sentence.
    """
    if not steps:
        return []
    joining = _Joining(steps, weights)
    joining.join_repeated()
    while joining.is_longer_than(minute, most):
        joining.join_cheapest()
    return joining.moments()


def most_in_short(events: int) -> int:
    """Return how many key events at most tell a story of so many events in short.

    >>> [most_in_short(events) for events in (5, 7, 12, 80)]
    [5, 4, 6, 10]
    """
    return events if events <= FEW else min(-(-events // 2), MOST_IN_SHORT)


def _told(step: Step, most_told: int) -> float:
    return TOLD * len(step.documents) / most_told if most_told > 1 else 0.0


def _turning(step: Step) -> float:
    words = map(
        fold, step.triggers or step.said
    )  # an editor's event has no words that tell it but its summary
    told = ((word, sort) for word in words if (sort := turns().get(word)))
    return max((TURNS[sort] * (1 if word in step.said else UNSAID) for word, sort in told), default=0.0)


def _peopled(step: Step, standing: Mapping[int, float]) -> float:
    if not step.people:
        return -NOBODY
    return sum(sorted((standing[person] for person in step.people), reverse=True)[:MAIN_PEOPLE])


def _opening(before: Step | None, step: Step) -> float:
    is_elsewhere = bool(step.place) and (before is None or before.place != step.place)
    return OPENING * (is_elsewhere + bool(step.time))


def _unreadable(step: Step) -> float:
    is_unclear = (step.folded + " ").startswith(UNCLEAR_BEGINNINGS)
    is_ill_sized = (step.words < SHORT) + (step.words > LONG) + (step.words > LONGER)
    return UNCLEAR * is_unclear + ILL_SIZED * is_ill_sized


class _Joining:
    """The moments so far: where each starts, its key, and what joining it to its next would lose."""

    def __init__(self, steps: Sequence[Step], weights: Mapping[int, float]) -> None:
        self.steps = steps
        self.weights = weights
        self.starts = list(range(len(steps)))
        self.keys = list(range(len(steps)))
        self.words = sum(step.words for step in steps)
        self.losses = [self._loss(at) for at in range(len(steps) - 1)]

    def is_longer_than(self, minute: int, most: int) -> bool:
        return len(self.keys) > 1 and (self.words > minute or len(self.keys) > most)

    def join_repeated(self) -> None:
        """Join neighbours of one sentence whose summaries are the same: it tells them both."""
        for at in reversed(range(len(self.losses))):
            one, other = (self.steps[key] for key in self.keys[at : at + 2])
            if one.summary == other.summary and not _sentences_apart(one.sentences, other.sentences):
                self._join(at)

    def join_cheapest(self) -> None:
        self._join(min(range(len(self.losses)), key=self.losses.__getitem__))

    def _join(self, at: int) -> None:
        """Make the moment and its next one, of which the heavier key stays."""
        kept, lost = self.keys[at], self.keys[at + 1]
        if self._weight(lost) > self._weight(kept):
            kept, lost = lost, kept
        self.words -= self.steps[lost].words
        self.keys[at : at + 2] = [kept]
        del self.starts[at + 1], self.losses[at]
        for changed in (at - 1, at):
            if 0 <= changed < len(self.losses):
                self.losses[changed] = self._loss(changed)

    def moments(self) -> list[Moment]:
        ends = [*self.starts[1:], len(self.steps)]
        return [
            Moment(self.steps[key].pk, tuple(step.pk for step in self.steps[start:end]))
            for key, start, end in zip(self.keys, self.starts, ends, strict=True)
        ]

    def _weight(self, at: int) -> float:
        return self.weights[self.steps[at].pk]

    def _loss(self, at: int) -> float:
        """Return what is lost when the moment and its next become one."""
        after = self.starts[at + 1]
        end = self.starts[at + 2] if at + 2 < len(self.starts) else len(self.steps)
        one, other = self.keys[at], self.keys[at + 1]
        lost = min(self._weight(one), self._weight(other))
        lost -= max(lost, 0) * self._alike(one, other)  # what the other says as well is not lost
        return lost + gap(self.steps[after - 1], self.steps[after]) + SIZE * (end - self.starts[at])

    def _alike(self, one: int, other: int) -> float:
        """Return the share of words that two summaries have in common."""
        said, as_well = self.steps[one].said, self.steps[other].said
        both = len(said & as_well)
        return both / (len(said) + len(as_well) - both or 1)


def gap(before: Step, after: Step) -> float:
    """Return how far apart two neighbours are: 0 for events of one sentence with the same people there."""
    apart = OTHER_PEOPLE * (1 - _share(before.people, after.people)) + NEW_TIME * bool(after.time)
    apart += OTHER_PLACE * bool(before.place and after.place and before.place != after.place)
    return apart + _sentences_apart(before.sentences, after.sentences)


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    if not one or not other:
        return 1.0
    return len(one & other) / min(len(one), len(other))


def _sentences_apart(before: Iterable[Sentence], after: Sequence[Sentence]) -> float:
    """Return 0 where a telling tells both in one sentence, less where in sentences that follow each other."""
    apart = FAR_SENTENCE
    for one in before:
        for other in after:
            if one == other:
                return 0.0
            if one.telling == other.telling and 0 <= other.start - one.end <= MOST_APART:
                apart = NEW_SENTENCE
    return apart
