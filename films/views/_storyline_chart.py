"""The storyline chart of the events that a page lists: whose lines it has, and its table."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from films.charts.drawing import Drawing, Happening, draw
from films.models import Character, PlotEvent
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
    counts = Counter(character for event in events for character in _taking_part(event))
    ranked = sorted(
        counts, key=lambda one: (not one.is_named, -counts[one], -one.prominence, one.name, one.pk)
    )
    main = [one for one in ranked if one.is_named][:MAIN_LINES]
    main = main if len(main) > 1 else ranked[:MAIN_LINES]
    rest = [one for one in ranked if one not in set(main)]
    drawn = [*main, *(one for one in rest if one.slug in added)][:MOST_LINES]
    if len(drawn) < 2 or len(events) < 2:
        return None
    rows = tuple(_row(event, drawn) for event in events)
    happenings = _happenings(rows, drawn, keys)
    others = tuple(OtherLine(one, counts[one], one in set(drawn)) for one in fellows_apart(rest))
    return StorylineChart(draw(happenings, [one.name for one in drawn]), tuple(drawn), rows, others)


def _taking_part(event: PlotEvent) -> list[Character]:
    return [participation.character for participation in event.participations.all()]


def _row(event: PlotEvent, drawn: list[Character]) -> ChartRow:
    here = set(_taking_part(event))
    return ChartRow(event, tuple(one for one in drawn if one in here))


def _happenings(rows: Iterable[ChartRow], drawn: list[Character], keys: Collection[int]) -> list[Happening]:
    line_of = {character: line for line, character in enumerate(drawn)}
    return [
        Happening(
            row.event.key,
            row.event.order,
            row.event.summary,
            frozenset(line_of[one] for one in row.characters),
            is_key=row.event.pk in keys,
        )
        for row in rows
    ]
