"""The key events of a film's story, as far as its reader may be told."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from films.models import EventMention, Film, Participation
from films.models.events import EVENTS_PER_PAGE
from films.models.limits import SpoilerLimits
from films.moments import MINUTE, MOST_KEYS, Moment, Sentence, Step, moments_of, weigh

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class ToldMoment(Generic[Told]):
    """A moment as a page tells it: the key event, and the smaller ones before and after it."""

    key: Told
    before: tuple[Told, ...]
    after: tuple[Told, ...]

    @property
    def smaller(self) -> tuple[Told, ...]:
        return self.before + self.after

    @property
    def lines(self) -> tuple[Told, ...]:
        return (*self.before, self.key, *self.after)


def told_moments(moments: Iterable[Moment], told: Mapping[int, Told]) -> Iterator[ToldMoment[Told]]:
    """Yield the moments of one page, whose events are told so, by id."""
    for moment in moments:
        if moment.key in told:
            at = moment.steps.index(moment.key)
            before, after = moment.steps[:at], moment.steps[at + 1 :]
            yield ToldMoment(
                told[moment.key], tuple(told[pk] for pk in before), tuple(told[pk] for pk in after)
            )


@dataclass(frozen=True, slots=True)
class Story:
    """All events that may be told, in story order, each with its weight."""

    steps: dict[int, Step]  # by id of the event
    weights: dict[int, float]

    def moments(self, events: Collection[int] | None = None) -> list[Moment]:
        """Return the moments of the whole story, or of these events in their order; none crosses a page.

        Pages share the minute and the sentences by the events that they have.
        """
        steps = [self.steps[pk] for pk in (self.steps if events is None else events)]
        moments: list[Moment] = []
        for start in range(0, len(steps), EVENTS_PER_PAGE):
            page = steps[start : start + EVENTS_PER_PAGE]
            minute, most = (share * len(page) // len(steps) for share in (MINUTE, MOST_KEYS))
            moments += moments_of(page, self.weights, minute=minute, most=most)
        return moments

    def keys(self) -> list[int]:
        """Return the key events of the whole story."""
        return [moment.key for moment in self.moments()]


def story_of(film: Film, limits: SpoilerLimits) -> Story:
    """Return the film's story in three queries, however long it is."""
    events = film.events.known(limits).in_story_order()
    rows = list(events.values_list("pk", "summary", "place__name", "place_as_told", "time_as_told"))
    told: dict[int, list[tuple[str, int, Sentence]]] = defaultdict(list)
    mentions = EventMention.objects.filter(event__film=film).order_by("telling", "trigger_start")
    places = ("event", "trigger", "telling__document", "telling", "sentence_start", "sentence_end")
    for event, trigger, document, telling, start, end in mentions.values_list(*places):
        told[event].append((trigger.casefold(), document, Sentence(telling, start, end)))
    people: dict[int, set[int]] = defaultdict(set)
    known = limits.allowed("character__film", "character__known_from")
    parts = Participation.objects.filter(known, event__film=film).order_by()
    for event, character in parts.values_list("event", "character"):
        people[event].add(character)
    steps = {
        pk: Step(
            pk,
            summary,
            frozenset(trigger for trigger, _, _ in told[pk]),
            frozenset(document for _, document, _ in told[pk]),
            tuple(sentence for _, _, sentence in told[pk]),
            frozenset(people[pk]),
            place or place_as_told,
            time,
        )
        for pk, summary, place, place_as_told, time in rows
    }
    return Story(steps, weigh(list(steps.values())))
