"""A storyline chart as shapes: staves of events from left to right, with lines, names and marks.

The chart is cut into staves, as a score is: on a screen they stand side by side in one row, in print under
each other. Each begins with the names of the lines that run through it, so a name is always near.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from films.charts.ordering import order_lines, spans
from films.charts.placing import place_lines

# A character is away where it takes part in none of so many events in a row.
LONG_ABSENCE = 4
STYLES = 8

STEP = 36
STEEPEST = 0.45
STUB = 9
STAVE = 620
TOP = 40
# The row of events in which no line takes part, and the room under it.
FOOT_GAP, FOOT_ROOM = 28, 14
NAME_HEIGHT = 16
BASELINE = 4  # below the middle of a name
NAME_GAP = 8
LONGEST_NAME = 24
KEY_DOT, SMALL_DOT = 4.5, 2.5


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as the chart has it: its anchor, number and words, and the lines of those who take part."""

    key: str
    number: int
    summary: str
    lines: frozenset[int]
    is_key: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True, slots=True)
class Name:
    line: int
    text: str
    x: int
    y: int
    width: int

    @property
    def box(self) -> Box:
        middle, half = self.y - BASELINE, NAME_HEIGHT // 2
        return Box(self.x - self.width, middle - half, self.x, middle + half)


@dataclass(frozen=True, slots=True)
class Path:
    """A piece of a line; `is_away` where its character takes no part for long."""

    line: int
    d: str
    is_away: bool

    @property
    def classes(self) -> str:
        """Colour and dashes; the ninth line has the first colour with other dashes."""
        dashes = (self.line + self.line // STYLES) % STYLES + 1
        away = " away" if self.is_away else ""
        return f"line-{self.line % STYLES + 1} dash-{dashes}{away}"


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the lines of those who take part, or at the foot where none of them has a line."""

    happening: Happening
    names: tuple[str, ...]
    x: int
    heights: tuple[int, ...]

    @property
    def dot(self) -> float:
        """How large the dots are: those of key events stand out."""
        return KEY_DOT if self.happening.is_key else SMALL_DOT

    @property
    def top(self) -> int:
        return self.heights[0]

    @property
    def bottom(self) -> int:
        return self.heights[-1]

    @property
    def left(self) -> int:
        return self.x - STUB - 3

    @property
    def hit_width(self) -> int:
        return 2 * (STUB + 3)

    @property
    def hit_top(self) -> int:
        return self.top - STUB - 3

    @property
    def hit_height(self) -> int:
        return self.bottom - self.top + 2 * (STUB + 3)


@dataclass(frozen=True, slots=True)
class Stave:
    x: int
    width: int
    height: int
    paths: tuple[Path, ...]
    names: tuple[Name, ...]
    marks: tuple[Mark, ...]
    has_foot: bool

    @property
    def foot(self) -> int:
        return self.height - FOOT_ROOM


@dataclass(frozen=True, slots=True)
class Drawing:
    staves: tuple[Stave, ...]


def name_width(text: str) -> int:
    """Return the room a name needs at most, in a sans serif of 13 units."""
    return round(sum(13.5 if ord(sign) > 0x2E7F else 9.5 if sign.isupper() else 7.6 for sign in text))


def shortened(text: str) -> str:
    """Return the text, cut where it is too long for a name beside its line.

    >>> shortened("The Woman Who Waits at the Station")
    'The Woman Who Waits at…'
    """
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"


def draw(happenings: Sequence[Happening], names: Sequence[str]) -> Drawing:
    """Draw the events in the order given; line n is that of the character named `names[n]`."""
    return _Pen(happenings, names).drawing()


class _Pen:
    """Where everything stands: the lines' heights, and each column's place and room for names."""

    def __init__(self, happenings: Sequence[Happening], names: Sequence[str]) -> None:
        self.happenings = happenings
        self.full_names = names
        self.names = [shortened(name) for name in names]
        self.widths = [name_width(name) for name in self.names]
        self.presence = [happening.lines for happening in happenings]
        self.reach = spans(self.presence)
        self.firsts = {first for first, _ in self.reach.values()}  # the columns in which lines begin
        self.heights = [
            {line: TOP + round(height) for line, height in column.items()}
            for column in place_lines(order_lines(self.presence), self.presence)
        ]
        self.xs: list[int] = []  # of the columns
        self.zones: list[int] = []  # where the flat stretch before each column begins
        self.begins: list[int] = []  # the first column of each stave
        self._set_columns()
        self.lifts: list[int] = []  # how much higher each stave is drawn than the whole would have it
        self.lows: list[int] = []  # the lowest height of each stave
        self._level_staves()
        self.has_foot = not all(self.presence)
        self.away = {line: self._absences(line) for line in self.reach}

    def drawing(self) -> Drawing:
        bounds = [*self.begins, len(self.happenings)]
        return Drawing(tuple(self._stave(start, end) for start, end in pairwise(bounds)))

    def _level_staves(self) -> None:
        """Begin each stave at the top, for lines drift in a long story."""
        bounds = list(pairwise([*self.begins, len(self.happenings)]))
        for start, end in bounds:
            heights = self._heights_within(start, end) or [TOP]
            self.lifts.append(min(heights) - TOP)
            self.lows.append(max(heights) - self.lifts[-1])
        for lift, (start, end) in zip(self.lifts, bounds, strict=True):
            for column in self.heights[start:end] if lift else ():
                column.update({line: height - lift for line, height in column.items()})

    def _heights_within(self, start: int, end: int) -> list[int]:
        """Return the heights of a stave, with those to which lines come where they go on in the next one."""
        heights = [height for column in self.heights[start:end] for height in column.values()]
        following = self.heights[end] if end < len(self.happenings) else {}
        return heights + [height for line, height in following.items() if line in self.heights[end - 1]]

    def _set_columns(self) -> None:
        x = 0
        for column in range(len(self.happenings)):
            zone = x + (self._curve(column) if column else 0)
            room = self._room(self._newcomers(column))
            if not self.begins or zone + room - self.zones[self.begins[-1]] > STAVE:
                self.begins.append(column)
                room = max(self._room(list(self.heights[column])), STUB)
            self.zones.append(zone)
            x = zone + room + STUB
            self.xs.append(x)

    def _curve(self, column: int) -> int:
        """Return the width in which all lines come from the column before to their height in this one."""
        before, here = self.heights[column - 1], self.heights[column]
        rise = max([abs(here[line] - before[line]) for line in here if line in before], default=0)
        return max(STEP - STUB, STUB + round(rise * STEEPEST))

    def _newcomers(self, column: int) -> list[int]:
        if column not in self.firsts:
            return []
        return [line for line in self.heights[column] if self.reach[line][0] == column]

    def _room(self, lines: Sequence[int]) -> int:
        return max((self.widths[line] + 2 * NAME_GAP for line in lines), default=0)

    def _absences(self, line: int) -> set[int]:
        """Return the columns before which the line is drawn as away."""
        present = [column for column, lines in enumerate(self.presence) if line in lines]
        long = [(left, right) for left, right in pairwise(present) if right - left > LONG_ABSENCE]
        return {column for left, right in long for column in range(left + 1, right + 1)}

    def _stave(self, start: int, end: int) -> Stave:
        left = self.zones[start]
        right = self.zones[end] if end < len(self.happenings) else self.xs[-1] + 2 * STUB
        paths = [path for line in sorted(self.reach) for path in self._paths(line, start, end)]
        room = FOOT_GAP if self.has_foot else NAME_HEIGHT // 2
        height = self.lows[self.begins.index(start)] + room + FOOT_ROOM
        marks = tuple(self._mark(column, height - FOOT_ROOM) for column in range(start, end))
        names = tuple(self._names(start, end))
        return Stave(left, right - left, height, tuple(paths), names, marks, self.has_foot)

    def _names(self, start: int, end: int) -> list[Name]:
        named = [(start, line) for line in self.heights[start]]
        named += [(column, line) for column in range(start + 1, end) for line in self._newcomers(column)]
        return [self._name(line, column) for column, line in named]

    def _name(self, line: int, column: int) -> Name:
        """Return the name at its line's height, ending where the line begins."""
        right, height = self.xs[column] - STUB - 4, self.heights[column][line]
        return Name(line, self.names[line], right, height + BASELINE, self.widths[line])

    def _paths(self, line: int, start: int, end: int) -> list[Path]:
        first, last = self.reach[line]
        columns = range(max(first, start), min(last + 1, end))
        if not columns:
            return []
        away, kind = self.away[line], columns[0] in self.away[line]
        height = self.heights[columns[0]][line]
        paths: list[Path] = []
        parts = [f"M{self.xs[columns[0]] - STUB} {height}"]  # and level on, until something is to be drawn
        for column in range(columns[0] + 1, min(last, end) + 1):
            if (column in away) != kind:
                paths.append(Path(line, f"{''.join(parts)}H{self.xs[column - 1]}", kind))
                kind, parts = not kind, [f"M{self.xs[column - 1]} {height}"]
            here = self.heights[column][line] if column < end else self._height_at_cut(line, column)
            if here != height:
                parts.append(self._passage(column, height, here))
                height = here
            elif column == end:
                parts.append(f"H{self.zones[end]}")
        if last < end:
            if kind:
                paths.append(Path(line, f"{''.join(parts)}H{self.xs[last]}", kind))
                kind, parts = False, [f"M{self.xs[last]} {height}"]
            parts.append(f"H{self.xs[last] + STUB}")
        return [*paths, Path(line, "".join(parts), kind)]

    def _height_at_cut(self, line: int, column: int) -> int:
        """Return where a line comes to in the column that begins the next stave, as this one is drawn."""
        stave = self.begins.index(column)
        return self.heights[column][line] + self.lifts[stave] - self.lifts[stave - 1]

    def _passage(self, column: int, before: int, here: int) -> str:
        """Return the way from one height in the column before to another in this one."""
        zone, left = self.zones[column], self.xs[column - 1] + STUB
        middle = (left + zone) // 2
        return f"H{left}C{middle} {before} {middle} {here} {zone} {here}"

    def _mark(self, column: int, foot: int) -> Mark:
        happening = self.happenings[column]
        heights = tuple(sorted(self.heights[column][line] for line in happening.lines))
        names = tuple(self.full_names[line] for line in sorted(happening.lines))
        return Mark(happening, names, self.xs[column], heights or (foot,))
