"""The key events of a film's story, as far as its reader may be told."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import F

from films.models import Character, EventMention, Film, Participation, PlotEvent
from films.models.base import fetched, give_related, give_row, given
from films.models.events import EVENTS_PER_PAGE, EventMentionQuerySet
from films.models.kept_queries import KeptQuery
from films.models.limits import SpoilerLimits
from films.moments import MINUTE, MOST_KEYS, Moment, Sentence, Step, moments_of, most_in_short, weigh
from films.views._limits import Wording
from films.views._sentences import Callings

Told = TypeVar("Told")
FURTHER = 5  # so many more events are offered to a reader who wants to be told no further


def _mentions(film: int) -> EventMentionQuerySet:
    shown = ("event", "sentence_start", "sentence_end", "trigger", "telling__document")
    told = EventMention.objects.filter(event__film=film).in_text_order()
    return told.select_related("telling").only(*shown)


# A page has dozens of these rows, and shows but a part of each.
CALLED = KeptQuery(
    lambda film: Character.objects.filter(film=film).once_a_name().defer("origin", "edited_fields")
)
MENTIONS = KeptQuery(_mentions)
MENTIONS_IN_WORDS = KeptQuery(lambda film: _mentions(film).with_sentence())
EVENTS_AND_PEOPLE = KeptQuery(
    lambda film: (
        PlotEvent.objects.filter(film=film)
        .select_related("place")
        .defer("place__origin", "place__edited_fields", "place__folded")
        .annotate(
            part=F("participations"), who=F("participations__character"), role=F("participations__role")
        )
        .order_by("order", "pk", "part")
    ),
    parts="people",
)


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
    """All events that may be told, in story order, each with its weight.

    The events, by id, have their mentions and who takes part, as far as that may be told.
    """

    events: dict[int, PlotEvent]
    callings: Callings
    wording: Wording
    steps: dict[int, Step]  # by id of the event
    weights: dict[int, float]
    limit: int | None  # up to which event it may be told
    last: int  # number of its last event, told or not; 0 where it has none

    @property
    def further(self) -> int | None:
        """Return up to which event the reader may go on, where there is more than is told."""
        has_more = self.limit is not None and self.limit < self.last
        return min(self.limit + FURTHER, self.last) if self.limit is not None and has_more else None

    def worded(self, events: Iterable[int]) -> list[PlotEvent]:
        """Return these of its events, by their ids, with the summaries that the reader may see."""
        return self.wording.word(self.events[pk] for pk in events)

    def moments(self, events: Collection[int] | None = None, *, most: int = MOST_KEYS) -> list[Moment]:
        """Return the moments of the whole story, or of these events in their order; none crosses a page.

        Pages share the minute and the sentences, `most` of them, by the events that they have.
        """
        steps = [self.steps[pk] for pk in (self.steps if events is None else events)]
        moments: list[Moment] = []
        for start in range(0, len(steps), EVENTS_PER_PAGE):
            page = steps[start : start + EVENTS_PER_PAGE]
            minute, keys = (share * len(page) // len(steps) for share in (MINUTE, most))
            moments += moments_of(page, self.weights, minute=minute, most=keys)
        return moments

    def of(self, character: Character) -> list[int]:
        """Return the ids of the events that the character takes part in."""
        return [pk for pk, step in self.steps.items() if character.pk in step.people]

    def keys(self) -> list[int]:
        """Return the key events of the whole story."""
        return [moment.key for moment in self.moments()]

    def in_short(self) -> list[int]:
        """Return those of the key events that are left when the joining goes on, until they are few."""
        return [moment.key for moment in self.moments(most=most_in_short(len(self.steps)))]


def story_of(film: Film, limits: SpoilerLimits, *, with_sentences: bool = False) -> Story:
    """Return the film's story in three queries, however long it is; mentions with sentences if asked."""
    called = CALLED(film.pk)
    callings = Callings.among(called, film, limits)
    wording = Wording.among(called, limits) if limits.of(film.pk) is not None else Wording()
    events, people, last = _events_and_people(film, limits)
    told = _by_event((MENTIONS_IN_WORDS if with_sentences else MENTIONS)(film.pk))
    for event in events.values():
        give_row(event, "film", film)
        known = [part for part in people[event.pk] if part.character_id in callings.characters]
        for part in known:
            give_row(part, "character", callings.characters[part.character_id])
        give_related(event, "mentions", told[event.pk])
        give_related(event, "participations", known)
    steps = {event.pk: _step(event) for event in events.values()}
    return Story(events, callings, wording, steps, weigh(list(steps.values())), limits.of(film.pk), last)


def _events_and_people(
    film: Film, limits: SpoilerLimits
) -> tuple[dict[int, PlotEvent], dict[int, list[Participation]], int]:
    """Return the events that may be told, who takes part, and the number of the last event of all."""
    rows = EVENTS_AND_PEOPLE(film.pk)
    events = {row.pk: row for row in rows if limits.allows(film.pk, row.order)}
    people = {pk: [_participation(pk, *part) for part in row.people] for pk, row in events.items()}
    return events, people, rows[-1].order if rows else 0


def _participation(event: int, pk: int, who: int, role: str) -> Participation:
    return fetched(Participation, (("id", pk), ("event_id", event), ("character_id", who), ("role", role)))


def _by_event(rows: Iterable[EventMention]) -> dict[int, list[EventMention]]:
    found: dict[int, list[EventMention]] = defaultdict(list)
    for row in rows:
        found[row.event_id].append(row)
    return found


def _step(event: PlotEvent) -> Step:
    mentions = given(event, "mentions")
    return Step(
        event.pk,
        event.summary,
        frozenset(mention.trigger.casefold() for mention in mentions),
        frozenset(mention.document_id for mention in mentions),
        tuple(Sentence(row.telling_id, row.sentence_start, row.sentence_end) for row in mentions),
        frozenset(part.character_id for part in given(event, "participations")),
        (event.place.name if event.place else "") or event.place_as_told,
        event.time_as_told,
    )
