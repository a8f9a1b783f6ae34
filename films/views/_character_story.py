"""A character's own part of the story: the moments, the first and the last event, what becomes of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from films.fates import Part, fate
from films.models import Character, PlotEvent
from films.views._moments import Story, ToldMoment, told_moments
from films.views._sentences import Sentence
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


def own_story(character: Character, story: Story, page: Page) -> OwnStory:
    """Return the character's events on this page, and how they begin and end."""
    ids = story.of(character)
    fate = ending(character, story)
    wanted = dict.fromkeys([*page.object_list, *ids[:1], *ids[-1:], *fate])
    told = {
        event.pk: OwnEvent(event, story.callings.sentence(event, but=character))
        for event in story.worded(wanted)
    }
    here = {pk: told[pk] for pk in page.object_list}
    moments = tuple(told_moments(story.moments(ids), here))
    first, last = (told[ids[at]] if ids else None for at in (0, -1))
    return OwnStory(moments, first, last, tuple(told[pk] for pk in fate))


def ending(character: Character, story: Story) -> tuple[int, ...]:
    """Return the events that say what becomes of the character, where the reader is told the whole story."""
    return _fate(character, story.of(character), story) if story.further is None else ()


def _fate(character: Character, ids: Sequence[int], story: Story) -> tuple[int, ...]:
    """Return the events that say what becomes of the character, of one with few events only the death."""
    keys = set(story.keys())
    own: dict[int, str] = {}
    others: set[int] = set()  # events done to someone else
    for part in (part for pk in ids for part in story.events[pk].participations.all()):
        if part.character_id == character.pk:
            own[part.event_id] = part.role
        elif part.role == Role.PATIENT:
            others.add(part.event_id)
    found = fate([Part(story.steps[pk], own[pk], pk in others, pk in keys) for pk in ids])
    return found if len(ids) >= TOO_FEW else ()


def met_by(character: Character, story: Story) -> list[Any]:
    """Return who takes part in the character's events, with `shared_events`, most first."""
    events = [story.events[pk] for pk in story.of(character)]
    parts = Counter(part.character_id for event in events for part in event.participations.all())
    others: list[Any] = [story.callings.characters[pk] for pk in parts if pk != character.pk]
    for one in others:
        one.shared_events = parts[one.pk]
    return sorted(others, key=lambda one: (-one.shared_events, one.name, one.pk))


def places_of(character: Character, story: Story) -> list[Any]:
    """Return where the character takes part in something, with `events_here`, most first."""
    events = [story.events[pk] for pk in story.of(character)]
    found: dict[int, Any] = {event.place.pk: event.place for event in events if event.place is not None}
    counts = Counter(event.place_id for event in events)
    for pk, place in found.items():
        place.events_here = counts[pk]
    return sorted(found.values(), key=lambda place: (-place.events_here, place.name, place.pk))
