"""A document came in a new version: what its rows point to is found again in the new text.

Sentences that stand in both versions carry their citations and event mentions along, so that the
rows, and what editors did to them, are recognised. What pointed into a changed sentence is dropped
and comes again with the new reading.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db.models import F

from films.models import Citation, EventMention, SourceDocument, Telling

Bounds = tuple[int, int]

PIECE = re.compile(r"[^.!?\n]*[.!?\n]+|[^.!?\n]+\Z")
# Rows are first moved out of the way, so that none takes the place that another is still at.
ASIDE = 1_000_000_000
LONGEST_GAP = 3  # spaces and line ends between two sentences


@dataclass(frozen=True, slots=True)
class Moves:
    """Stretches of the old text that stand in the new one: `starts[i]` to `ends[i]` moved by `shifts[i]`."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    def moved(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where `old[start:end]` stands in the new text, or None if it was changed."""
        number = bisect_right(self.starts, start) - 1
        if number < 0 or end > self.ends[number]:
            return None
        return start + self.shifts[number], end + self.shifts[number]

    def extent(self, start: int, end: int) -> tuple[int, int] | None:
        """Return from where to where what is left of `old[start:end]` reaches in the new text."""
        left = [
            (max(start, first) + shift, min(end, last) + shift)
            for first, last, shift in zip(self.starts, self.ends, self.shifts, strict=True)
            if first < end and start < last
        ]
        return (min(first for first, _ in left), max(last for _, last in left)) if left else None


def find_moves(old: str, new: str) -> Moves:
    """Compare two versions of a text sentence by sentence.

    >>> find_moves("Mara left. Tom slept.", "It rained. Mara left. Tom slept.").moved(0, 4)
    (11, 15)
    """
    old_pieces, new_pieces = _pieces(old), _pieces(new)
    matcher = SequenceMatcher(
        None,
        [text.strip() for text, _ in old_pieces],
        [text.strip() for text, _ in new_pieces],
        autojunk=False,
    )
    stretches = []
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            (text, start), (new_text, new_start) = old_pieces[block.a + offset], new_pieces[block.b + offset]
            lead, new_lead = _lead(text), _lead(new_text)
            stretches.append((start + lead, start + len(text.rstrip()), new_start + new_lead - start - lead))
    return _joined(stretches)


def _pieces(text: str) -> list[tuple[str, int]]:
    return [(match.group(), match.start()) for match in PIECE.finditer(text)]


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip()) if text.strip() else 0


def _joined(stretches: Iterable[tuple[int, int, int]]) -> Moves:
    """Join neighbours that moved alike, so that what reaches over their border moves with them."""
    joined: list[tuple[int, int, int]] = []
    for start, end, shift in stretches:
        if joined and joined[-1][2] == shift and start - joined[-1][1] <= LONGEST_GAP:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), shift)
        else:
            joined.append((start, end, shift))
    return Moves(*(tuple(column) for column in zip(*joined, strict=True))) if joined else Moves((), (), ())


def relocate(document: SourceDocument, new_text: str) -> None:
    """Let all rows of `document` point into `new_text`; those that cannot are deleted."""
    moves = find_moves(document.text, new_text)
    _relocate(Telling.objects.filter(document=document), [("start", "end")], moves.extent)
    _relocate(Citation.objects.filter(document=document), [("start", "end")], moves.moved)
    mentions = EventMention.objects.filter(telling__document=document)
    _relocate(mentions, [("trigger_start", "trigger_end"), ("sentence_start", "sentence_end")], moves.moved)


def _relocate(rows: Any, bounds: list[tuple[str, str]], move: Callable[[int, int], Bounds | None]) -> None:
    moved: list[Any] = []
    lost: list[Any] = []
    for row in rows:
        found = [move(getattr(row, start), getattr(row, end)) for start, end in bounds]
        for (start, end), place in zip(bounds, found, strict=True):
            if place is not None:
                setattr(row, start, place[0])
                setattr(row, end, place[1])
        (lost if None in found else moved).append(row)
    rows.filter(pk__in=[row.pk for row in lost]).delete()
    names = [name for pair in bounds for name in pair]
    rows.update(**{name: F(name) + ASIDE for name in names})
    rows.model._default_manager.bulk_update(moved, names, batch_size=500)
