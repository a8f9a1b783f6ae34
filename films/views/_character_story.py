"""A character's own part of the story: the moments, the first and the last event, what becomes of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page

from films.fates import Part, fate
from films.models import Character, Participation, PlotEvent
from films.models.limits import SpoilerLimits
from films.views._limits import worded
from films.views._moments import Story, ToldMoment, story_of, told_moments
from films.views._sentences import Callings, Sentence
from films.vocabulary import Role

TOO_FEW = 3  # of so many events a character's own story is all there is to say


@dataclass(frozen=True, slots=True)
class OwnEvent:
    event: PlotEvent
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class OwnStory:
    moments: tuple[ToldMoment[OwnEvent], ...]  # of one page
    first: OwnEvent | None
    last: OwnEvent | None
    fate: tuple[OwnEvent, ...]  # none where there is more that the reader may not be told


def own_events(character: Character, limits: SpoilerLimits) -> list[int]:
    """Return the ids of the events that the character takes part in, as far as they may be told."""
    events = character.film.events.known(limits).with_character(character).in_story_order()
    return list(events.values_list("pk", flat=True))


def own_story(
    character: Character, ids: Sequence[int], page: Page, limits: SpoilerLimits, *, is_whole: bool
) -> OwnStory:
    """Return the character's events on this page, and how they begin and end; `ids` are all of them."""
    story = story_of(character.film, limits)
    ending = _fate(character, ids, story) if is_whole else ()
    wanted = {*page.object_list, *ids[:1], *ids[-1:], *ending}
    rows = character.film.events.filter(pk__in=wanted).with_marks(limits)
    callings = Callings.of(character.film, limits)
    told = {
        event.pk: OwnEvent(event, callings.sentence(event, but=character)) for event in worded(rows, limits)
    }
    here = {pk: told[pk] for pk in page.object_list}
    moments = tuple(told_moments(story.moments(ids), here))
    first, last = (told[ids[at]] if ids else None for at in (0, -1))
    return OwnStory(moments, first, last, tuple(told[pk] for pk in ending))


def ending(character: Character, ids: Sequence[int], limits: SpoilerLimits) -> tuple[int, ...]:
    """Return the events that say what becomes of the character, whose events `ids` are."""
    return _fate(character, ids, story_of(character.film, limits))


def _fate(character: Character, ids: Sequence[int], story: Story) -> tuple[int, ...]:
    """Return the events that say what becomes of the character, of one with few events only the death."""
    keys = set(story.keys())
    own: dict[int, str] = {}
    others: set[int] = set()  # events done to someone else
    parts = Participation.objects.filter(event__in=ids).values_list("event", "character", "role")
    for event, who, role in parts:
        if who == character.pk:
            own[event] = role
        elif role == Role.PATIENT:
            others.add(event)
    found = fate([Part(story.steps[pk], own[pk], pk in others, pk in keys) for pk in ids])
    return found if len(ids) >= TOO_FEW else ()
