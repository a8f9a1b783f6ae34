"""Which line ends part paragraphs, and which only wrap a line."""

import re

from films.reading.stretch import Edit, Stretch

BREAK = re.compile(r" *\n[ \n]*")
WIDEST_WRAP = 110  # lines of text wrapped by hand or by a mail program are not longer
SLACK = 12  # by how much a wrapped line may fall short of the width beyond its next word
SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")


def with_paragraphs(stretch: Stretch) -> Stretch:
    """Return the stretch with one empty line between paragraphs, and none within."""
    text = stretch.text
    breaks = list(BREAK.finditer(text))
    starts = [0, *(b.end() for b in breaks)]
    ends = [*(b.start() for b in breaks), len(text)]
    width = max((end - start for start, end in zip(starts, ends, strict=True)), default=0)
    edits: list[Edit] = []
    for index, found in enumerate(breaks):
        if found.start() == 0 or found.end() == len(text):
            new = ""
        elif found.group().count("\n") > 1:
            new = "\n\n"
        else:
            line, following = text[starts[index] : ends[index]], text[found.end() : found.end() + 60]
            new = " " if _is_wrapped(line, following, width) else "\n\n"
        if new != found.group():
            edits.append((found.start(), found.end(), new))
    return _trimmed(stretch.edited(edits))


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Whether the sentence runs on: the next word found no room, or starts small after an open end."""
    ended = SENTENCE_END.search(line[-8:])
    if not ended and following[:1].islower():
        return True
    word = following.split(maxsplit=1)[0] if following.split() else ""
    return (
        width <= WIDEST_WRAP
        and len(line) > 40
        and len(line) + 1 + len(word) + SLACK > width + (SLACK if ended else 0)
    )


def _trimmed(stretch: Stretch) -> Stretch:
    start = len(stretch.text) - len(stretch.text.lstrip(" \n"))
    end = len(stretch.text.rstrip(" \n"))
    edits: list[Edit] = []
    if start:
        edits.append((0, start, ""))
    if end < len(stretch.text) and end >= start:
        edits.append((end, len(stretch.text), ""))
    return stretch.edited(edits)
