"""Two tellings as a page shows them side by side: their own words, row by row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from films.marked_text import anchor
from films.models import EventMention, Film, PlotEvent, SourceDocument, Telling
from films.models.limits import SpoilerLimits
from films.side_by_side import Row, Side, Span, Told, align
from films.telling_numbers import NumberPair, TellingNumber, compare_numbers, read_numbers
from films.views._limits import Readable, worded
from films.views._shared import NumberedSource


@dataclass(frozen=True, slots=True)
class Compared:
    """Two tellings of one film and their rows, as far as their reader wants to be told."""

    left: Telling
    right: Telling
    rows: list[Row]
    orders: Mapping[int, int]  # the number of each event in the story

    @classmethod
    def of(
        cls, left: Telling, right: Telling, sources: Mapping[int, NumberedSource], limits: SpoilerLimits
    ) -> "Compared":
        told: dict[int, list[Told]] = {left.pk: [], right.pk: []}
        documents = [sources[pk].document for pk in {left.document_id, right.document_id}]
        for telling, row in _told(left, right, Readable.of(documents, limits)):
            told[telling].append(row)
        orders = {row.event: row.order for side in told.values() for row in side}
        return cls(left, right, align(told[left.pk], told[right.pk]), orders)

    @property
    def in_both(self) -> int:
        """Return the number of events that both tell."""
        return sum(len(set(row.left.events) & set(row.right.events)) for row in self.rows)

    @property
    def only_left(self) -> int:
        return sum(len(row.left.events) for row in self.rows) - self.in_both

    @property
    def only_right(self) -> int:
        return sum(len(row.right.events) for row in self.rows) - self.in_both

    def event_before(self, side: Side) -> int | None:
        """Return the number of the event after which the telling has this, where that is not story order."""
        return self.orders[self.rows[side.follows - 1].events[-1]] if side.follows else side.follows


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a sentence; a number that the other telling gives otherwise is marked."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class ShownSentence:
    start: int
    end: int
    words: tuple[Words, ...]
    url: str

    @property
    def text(self) -> str:
        return "".join(words.text for words in self.words)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow each other in their telling."""

    sentences: tuple[ShownSentence, ...]

    @property
    def url(self) -> str:
        return self.sentences[0].url


@dataclass(frozen=True, slots=True)
class ShownSide:
    """What one telling has in a row.

    `alone` are the events that it tells and the other, which tells the rest of the row, does not.
    `follows` is the number of the event after which it tells this, where that is not story order.
    """

    source: NumberedSource
    passages: tuple[Passage, ...]
    alone: tuple[PlotEvent, ...]
    follows: int | None

    def __bool__(self) -> bool:
        return bool(self.passages)


@dataclass(frozen=True, slots=True)
class ShownRow:
    events: tuple[PlotEvent, ...]
    left: ShownSide
    right: ShownSide
    numbers: tuple[NumberPair, ...]

    @property
    def is_only_left(self) -> bool:
        return not self.right

    @property
    def is_only_right(self) -> bool:
        return not self.left

    @property
    def told_by(self) -> str:
        if self.is_only_left:
            return "left"
        return "right" if self.is_only_right else "both"


def shown_rows(
    rows: Iterable[Row],
    compared: Compared,
    film: Film,
    sources: Mapping[int, NumberedSource],
    limits: SpoilerLimits,
) -> list[ShownRow]:
    """Return some of the rows with what both tellings say in them."""
    rows = list(rows)
    wanted = [event for row in rows for event in row.events]
    events = {event.pk: event for event in worded(PlotEvent.objects.filter(pk__in=wanted), limits)}
    for event in events.values():
        event.film = film
    documents = [compared.left.document_id, compared.right.document_id]
    texts = dict(SourceDocument.objects.filter(pk__in=documents).values_list("pk", "text"))
    lefts, rights = (_Teller(sources[pk], texts[pk], compared, events) for pk in documents)
    return [_shown(row, lefts, rights) for row in rows]


def _told(left: Telling, right: Telling, readable: Readable) -> Iterator[tuple[int, Told]]:
    """Yield which sentence of which telling tells which event, as far as it may be told."""
    known = readable.limits.allowed("event__film", "event__order")
    for row in EventMention.objects.filter(known, telling__in=[left, right]).select_related(
        "telling", "event"
    ):
        if readable.at(row.document_id, row.sentence_start):
            yield (
                row.telling_id,
                Told(row.event_id, row.event.order, (row.sentence_start, row.sentence_end)),
            )


@dataclass(frozen=True, slots=True)
class _Teller:
    """One of the two tellings, with what showing its side of a row needs."""

    source: NumberedSource
    text: str
    compared: Compared
    events: Mapping[int, PlotEvent]

    def numbers(self, side: Side) -> list[TellingNumber]:
        return [
            number
            for start, end in side.sentences
            for number in read_numbers(self.text[start:end], offset=start)
        ]

    def shown(self, side: Side, other: Side, numbers: Iterable[TellingNumber]) -> ShownSide:
        alone = [self.events[event] for event in side.events if other and event not in other.events]
        once = {event.summary: event for event in reversed(alone)}  # words for two events stand once
        spans = [(number.start, number.end) for number in numbers]
        return ShownSide(
            self.source,
            tuple(self._passages(side.sentences, spans)),
            tuple(event for event in alone if once[event.summary] is event),
            self.compared.event_before(side),
        )

    def _passages(self, sentences: Iterable[Span], numbers: Sequence[Span]) -> Iterator[Passage]:
        run: list[ShownSentence] = []
        for start, end in sentences:
            if run and self.text[run[-1].end : start].strip():
                yield Passage(tuple(run))
                run = []
            url = f"{self.source.document.get_absolute_url()}#{anchor(start, end)}"
            run.append(ShownSentence(start, end, tuple(self._words(start, end, numbers)), url))
        if run:
            yield Passage(tuple(run))

    def _words(self, start: int, end: int, numbers: Iterable[Span]) -> Iterator[Words]:
        position = start
        for first, stop in sorted(numbers):
            if start <= first and stop <= end:
                yield Words(self.text[position:first])
                yield Words(self.text[first:stop], is_number=True)
                position = stop
        yield Words(self.text[position:end].rstrip())


def _shown(row: Row, left: _Teller, right: _Teller) -> ShownRow:
    pairs = compare_numbers(left.numbers(row.left), right.numbers(row.right))
    return ShownRow(
        tuple(left.events[event] for event in row.events),
        left.shown(row.left, row.right, (pair.left for pair in pairs)),
        right.shown(row.right, row.left, (pair.right for pair in pairs)),
        tuple(pairs),
    )
