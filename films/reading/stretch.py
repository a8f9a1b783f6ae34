"""Text under repair: every edit keeps track of where each character came from."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]  # replace text[start:end] by these characters


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text, and for each character where in the original it starts and ends."""

    text: str
    origins: "array[int]"
    ends: "array[int]"

    def edited(self, edits: Iterable[Edit]) -> "Stretch":
        """Return the stretch with the edits made, which come in order and do not overlap."""
        parts: list[str] = []
        origins, ends = array("l"), array("l")
        done = 0
        for start, end, new in edits:
            parts += (self.text[done:start], new)
            origins.extend(self.origins[done:start])
            ends.extend(self.ends[done:start])
            first, last = self._extent(start, end)
            origins.extend([first] * len(new))
            ends.extend([last] * len(new))
            done = end
        if not parts:
            return self
        parts.append(self.text[done:])
        origins.extend(self.origins[done:])
        ends.extend(self.ends[done:])
        return Stretch("".join(parts), origins, ends)

    def _extent(self, start: int, end: int) -> tuple[int, int]:
        """Return the original extent of `text[start:end]`; an insertion's is the character after it."""
        if end > start:
            return self.origins[start], self.ends[end - 1]
        if start < len(self.text):
            return self.origins[start], self.origins[start] + 1
        return (self.ends[-1] - 1, self.ends[-1]) if self.text else (0, 0)

    def replaced(self, pattern: re.Pattern[str], new: str) -> "Stretch":
        """Return the stretch with every match of `pattern`, or of its one group, replaced by `new`."""
        group = pattern.groups
        return self.edited((*found.span(group), new) for found in pattern.finditer(self.text))


def stretch_of(text: str, spans: Iterable[tuple[int, int]]) -> Stretch:
    """Return the spans of `text` under each other, one a line."""
    parts: list[str] = []
    origins, ends = array("l"), array("l")
    for start, end in spans:
        parts.append(text[start:end] + "\n")
        origins.extend(range(start, end + 1))
        ends.extend(range(start + 1, end + 2))
    if parts:  # the last line end is not part of the text
        parts[-1] = parts[-1][:-1]
        origins.pop()
        ends.pop()
    return Stretch("".join(parts), origins, ends)
