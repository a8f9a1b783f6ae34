"""Events as the storyline page tells them: in moments, each with the sentences of those who tell it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from films.models import Character, EventMention, MentionParticipant, PlotEvent
from films.views._limits import Readable
from films.views._sentences import Callings, Sentence
from films.views._shared import NumberedSource


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One telling's own sentence for an event, and whom no other source has take part in it."""

    source: NumberedSource
    mention: EventMention
    only_here: tuple[Character, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event with how often it is told: "in 3 of 4 sources"; `tellings` are what may be read of it."""

    event: PlotEvent
    sentence: Sentence
    numbers: tuple[int, ...]  # of the sources that tell it
    tellings: tuple[ToldLine, ...]


def event_lines(
    events: Sequence[PlotEvent],
    callings: Callings,
    sources: Mapping[int, NumberedSource],
    readable: Readable,
) -> dict[int, EventLine]:
    """Return the events, by id, with their sentences, as far as those may be read."""
    named = _named_by_mention(events, callings.characters)
    lines = {}
    for event in events:
        mentions = event.mentions.all()
        numbers = {sources[mention.document_id].number for mention in mentions}
        shown = [row for row in mentions if readable.at(row.document_id, row.sentence_start)]
        told = _told_lines(shown, sources, named)
        lines[event.pk] = EventLine(event, callings.sentence(event), tuple(sorted(numbers)), told)
    return lines


def _named_by_mention(
    events: Sequence[PlotEvent], characters: Mapping[int, Character]
) -> dict[int, list[Character]]:
    """Return whom each mention of the events has take part, of these characters."""
    rows = MentionParticipant.objects.filter(mention__event__in=events).order_by("pk")
    named: dict[int, list[Character]] = defaultdict(list)
    for mention, character in rows.values_list("mention", "character"):
        if character in characters:
            named[mention].append(characters[character])
    return named


def _told_lines(
    mentions: Iterable[EventMention],
    sources: Mapping[int, NumberedSource],
    named: Mapping[int, list[Character]],
) -> tuple[ToldLine, ...]:
    """Return the sentences that tell the event, each once, in the order of their sources."""
    told: dict[tuple[int, int], EventMention] = {}
    people: dict[int, dict[Character, None]] = defaultdict(dict)
    for mention in mentions:
        number = sources[mention.document_id].number
        told.setdefault((number, mention.sentence_start), mention)
        people[number].update(dict.fromkeys(named.get(mention.pk, ())))
    return tuple(
        ToldLine(sources[told[place].document_id], told[place], _only_in(place[0], people))
        for place in sorted(told)
    )


def _only_in(number: int, people: Mapping[int, Mapping[Character, None]]) -> tuple[Character, ...]:
    """Return whom only this one of several sources has take part."""
    others = [named for other, named in people.items() if other != number]
    return tuple(one for one in people[number] if others and not any(one in named for named in others))
