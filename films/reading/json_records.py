"""Records in JSON: the objects of an array, or one after the other, read piece by piece."""

import json
import re
from collections.abc import Iterator
from typing import TextIO

from films.reading.records import BadRow, Row

PIECE = 1 << 16  # characters read at a time
LONGEST_RECORD = 4_000_000  # characters
BETWEEN = re.compile(r"[\s,\[]*")
NEXT = re.compile(r"\n\s*(?=\{)|\}\s*,\s*(?=\{)")
NEAR_THE_END = 16  # characters: a word or a number may be cut there


class _Window:
    """The part of a text that is being read."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.text = ""
        self.at = 0
        self.is_whole = False  # nothing more follows

    def more(self) -> None:
        """Read a piece on, as long as what is held, so that a long record is not tried too often."""
        piece = self._file.read(max(PIECE, len(self.text) - self.at))
        self.is_whole = not piece
        self.text, self.at = self.text[self.at :] + piece, 0

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Go on behind what stands between records."""
        while True:
            found = pattern.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text) or self.is_whole:
                return
            self.more()


def objects_of(file: TextIO) -> Iterator[Row | BadRow]:
    """Yield the objects of a JSON text; one that is broken does not stop the others.

    >>> from io import StringIO
    >>> [row.values for row in objects_of(StringIO('[{"title": "A Wood"}, {"title": "Ember"}]'))]
    [{'title': 'A Wood'}, {'title': 'Ember'}]
    """
    window, decoder, number = _Window(file), json.JSONDecoder(strict=False), 0
    while True:
        window.skip(BETWEEN)
        if window.at >= len(window.text) or window.text[window.at] == "]":
            return
        number += 1
        place = f"record {number}"
        found = _decoded(window, decoder)
        if isinstance(found, dict):
            yield Row(found, number, place)
        elif isinstance(found, str):
            yield BadRow(number, place, found)
            _go_on(window)
        else:
            yield BadRow(number, place, "is no object with names and values; a record has to be one")


def _decoded(window: _Window, decoder: json.JSONDecoder) -> object:
    """Return the value that starts here, or what is wrong with it as a text."""
    while True:
        try:
            found, end = decoder.raw_decode(window.text, window.at)
        except json.JSONDecodeError as error:
            reason = f"is no valid JSON ({error.msg.rstrip(' at')}); mend it or leave it out"
            if window.is_whole or _is_broken(window, error):
                return reason
            window.more()
        except RecursionError:
            return "is nested too deeply; a record holds values and lists of values"
        else:
            if end >= len(window.text) and not window.is_whole and not isinstance(found, dict | list):
                window.more()
                continue
            window.at = end
            return [found] if isinstance(found, str) else found


def _is_broken(window: _Window, error: json.JSONDecodeError) -> bool:
    """Whether no more text would make it right."""
    if len(window.text) - window.at > LONGEST_RECORD:
        return True
    return not error.msg.startswith("Unterminated") and error.pos < len(window.text) - NEAR_THE_END


def _go_on(window: _Window) -> None:
    """Go on at what looks like the next record."""
    start = window.at + 1
    while (found := NEXT.search(window.text, start)) is None:
        if window.is_whole:
            window.at = len(window.text)
            return
        window.at = max(window.at, len(window.text) - NEAR_THE_END)
        window.more()
        start = 0
    window.at = found.end()
