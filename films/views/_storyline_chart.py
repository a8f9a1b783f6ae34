"""The storyline chart of the events that a page lists: whose lines it has, and its table."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from films.charts.drawing import Drawing, Happening, draw
from films.models import Character, PlotEvent
from films.models.base import given
from films.views._namesakes import fellows_apart

MAIN_LINES = 8
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class ChartRow:
    event: PlotEvent
    characters: tuple[Character, ...]


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A character that is not a main one: its line is drawn when the reader asks for it."""

    character: Character
    events_here: int
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class StorylineChart:
    drawing: Drawing
    characters: tuple[Character, ...]
    rows: tuple[ChartRow, ...]
    others: tuple[OtherLine, ...]


def storyline_chart(
    events: Sequence[PlotEvent], keys: Collection[int] = (), added: Collection[str] = ()
) -> StorylineChart | None:
    """Return the chart of these events, or None where there is nothing to see in one.

    `keys` are the ids of the key events, `added` the slugs of characters whom the reader wants to see
    beside the main ones.
    """
    people = {event.pk: _taking_part(event) for event in events}
    counts = Counter(pk for here in people.values() for pk in here)
    ranked = sorted(
        {pk: one for here in people.values() for pk, one in here.items()}.values(),
        key=lambda one: (not one.is_named, -counts[one.pk], -one.prominence, one.name, one.pk),
    )
    main = [one for one in ranked if one.is_named][:MAIN_LINES]
    main = main if len(main) > 1 else ranked[:MAIN_LINES]
    known = {one.pk for one in main}
    rest = [one for one in ranked if one.pk not in known]
    drawn = [*main, *(one for one in rest if one.slug in added)][:MOST_LINES]
    if len(drawn) < 2 or len(events) < 2:
        return None
    ids = [(one.pk, one) for one in drawn]
    rows = tuple(
        ChartRow(event, tuple([one for pk, one in ids if pk in here]))
        for event, here in zip(events, people.values(), strict=True)
    )
    happenings = _happenings(rows, drawn, keys)
    lines = {one.pk for one in drawn}
    others = tuple(OtherLine(one, counts[one.pk], one.pk in lines) for one in fellows_apart(rest))
    return StorylineChart(draw(happenings, [one.name for one in drawn]), tuple(drawn), rows, others)


def _taking_part(event: PlotEvent) -> dict[int, Character]:
    return {part.character_id: part.character for part in given(event, "participations")}


def _happenings(rows: Iterable[ChartRow], drawn: list[Character], keys: Collection[int]) -> list[Happening]:
    line_of = {character.pk: line for line, character in enumerate(drawn)}
    return [
        Happening(
            row.event.key,
            row.event.order,
            row.event.summary,
            frozenset(line_of[one.pk] for one in row.characters),
            is_key=row.event.pk in keys,
        )
        for row in rows
    ]
