"""A document's own text cut into pieces, so that a page can mark what is known about each.

Pure: offsets in, pieces out; nothing is lost and nothing doubled, however the marks overlap.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is a mention, a name, a trigger; it leads to `url`.

    Where marks overlap the one with the lower `rank` is shown, and of equal ones the longer.
    `is_first` is set where the text first calls someone by name, which is worth more ink.
    """

    start: int
    end: int
    kind: str
    url: str
    title: str
    rank: int = 0
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with at most one mark, and the anchors that begin in it."""

    text: str
    mark: Mark | None
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of the prose, or a line outside it: highlighted when one of its anchors is opened."""

    pieces: tuple[Piece, ...]
    is_sentence: bool

    @property
    def is_left_out(self) -> bool:
        """Is this a sentence that was blanked because its reader does not want to be told?"""
        return self.is_sentence and not any(piece.text.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Gap:
    """Sentences that follow each other and were left out; `after` is the space or line break at their end.

    `anchors` are those of passages that begin in them and go on.
    """

    sentences: int
    after: str
    anchors: tuple[str, ...] = ()


def anchor(start: int, end: int) -> str:
    """Return the address within the page of a passage: `c120-164`."""
    return f"c{start}-{end}"


def choose(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks that do not overlap, in text order; on overlap the rank decides, then the length."""
    chosen: list[Mark] = []
    starts: list[int] = []
    for mark in sorted(marks, key=lambda m: (m.rank, m.start - m.end, m.start, m.url)):
        at = bisect_left(starts, mark.start)
        clear_before = at == 0 or chosen[at - 1].end <= mark.start
        clear_after = at == len(chosen) or mark.end <= chosen[at].start
        if clear_before and clear_after and mark.start < mark.end:
            chosen.insert(at, mark)
            starts.insert(at, mark.start)
    return chosen


def stretches(text: str, bounds: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, bool]]:
    """Yield the whole text as sentences (as `bounds` says) and the lines between them, in order."""
    position = 0
    for start, end in bounds:
        if start < position or end > len(text):
            continue
        yield from lines(text, position, start)
        yield start, end, True
        position = end
    yield from lines(text, position, len(text))


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines of `text[start:end]`, each with its line break."""
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield start, stop, False
        start = stop


def mark_text(
    text: str,
    *,
    bounds: Sequence[Sequence[int]],
    marks: Iterable[Mark],
    anchors: Iterable[tuple[int, int]],
) -> list[Stretch]:
    """Return `text` in stretches and pieces; joining all pieces gives the text again.

    `bounds` are the sentences as `[start, end]` in order, `anchors` the passages that addresses
    point to. A mark that crosses the end of a stretch is cut there.

    >>> mara = Mark(0, 4, "character", "/mara", "Mara")
    >>> marked = mark_text("Mara left.", bounds=[[0, 10]], marks=[mara], anchors=[])
    >>> [(piece.text, bool(piece.mark)) for piece in marked[0].pieces]
    [('Mara', True), (' left.', False)]
    """
    chosen = choose(marks)
    starts = [mark.start for mark in chosen]
    anchors_in = _finder_of(anchors)

    def pieces_of(start: int, end: int) -> Iterator[Piece]:
        position = start
        first = max(0, bisect_right(starts, start) - 1)
        for mark in chosen[first : bisect_left(starts, end)]:
            opens, closes = max(mark.start, start), min(mark.end, end)
            if opens >= closes:
                continue
            if position < opens:
                yield Piece(text[position:opens], None, anchors_in(position, opens))
            yield Piece(text[opens:closes], mark, anchors_in(opens, closes))
            position = closes
        if position < end:
            yield Piece(text[position:end], None, anchors_in(position, end))

    return [
        Stretch(tuple(pieces_of(start, end)), is_sentence)
        for start, end, is_sentence in stretches(text, bounds)
    ]


def _finder_of(anchors: Iterable[tuple[int, int]]) -> Callable[[int, int], tuple[str, ...]]:
    """Return a function that tells which anchors begin within a stretch of the text."""
    targets = sorted(set(anchors))
    starts = [start for start, _ in targets]

    def anchors_in(start: int, end: int) -> tuple[str, ...]:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return tuple(anchor(*target) for target in targets[first:last])

    return anchors_in


def with_gaps(marked: Iterable[Stretch]) -> Iterator[Stretch | Gap]:
    """Yield the stretches, with one gap for all sentences left out in a row."""
    left_out, between = 0, ""
    anchors: list[str] = []
    for stretch in marked:
        text = "".join(piece.text for piece in stretch.pieces)
        if stretch.is_left_out or (left_out and not text.strip()):
            left_out += stretch.is_left_out
            between += text
            anchors += (name for piece in stretch.pieces for name in piece.anchors)
            continue
        if left_out:
            yield _gap(left_out, between, anchors)
            left_out, between, anchors = 0, "", []
        yield stretch
    if left_out:
        yield _gap(left_out, between, anchors)


def _gap(sentences: int, text: str, anchors: Iterable[str]) -> Gap:
    return Gap(sentences, "\n" if "\n" in text else " ", tuple(anchors))
