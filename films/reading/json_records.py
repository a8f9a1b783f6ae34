"""Records in JSON: the objects of an array, under keys or one after the other, read piece by piece."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import TextIO

from films.reading.records import BadRow, Columns, RecordField, Row

PIECE = 1 << 16  # characters read at a time
LONGEST_RECORD = 4_000_000  # characters
TOO_LONG = f"is longer than {LONGEST_RECORD:,} characters, or nothing closes it; shorten it or mend it"
BETWEEN = re.compile(r"[\s,\[]*")
NEXT = re.compile(r"\n\s*(?=\{)|\}\s*,\s*(?=\{)")
NEXT_UNDER_KEY = re.compile(r'\}\s*,\s*(?="[^"\n]{1,80}"\s*:\s*\{)')
NEAR_THE_END = 16  # characters: a word or a number may be cut there
LONGEST_BETWEEN = 120  # characters between two records
ARRAY = re.compile(r"\s*\[\s*(?:\{|\]\s*$)")
KEYED = re.compile(r'\s*\{\s*(?:"[^"\n]{1,80}"\s*:|\})')
TOKEN = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"(?P<colon>\s*:)?|(?P<sign>[][{}])', re.DOTALL)
OBJECT = re.compile(r"\s*\{")
UNDER_KEY = re.compile(r'\s*"(?:[^"\\]|\\.)*"\s*:\s*\{')
SPACE = re.compile(r"\s*")
DEEPEST = 3  # objects around the list of records
FIRST = 50  # records that tell which names there are


@dataclass(frozen=True, slots=True)
class JsonStart:
    """Where the records of a JSON text start, and which names the first of them have."""

    skip: int
    names: tuple[str, ...]
    columns: Columns
    is_list: bool = True  # and not a single object


def find_records(text: str, mapping: Mapping[str, RecordField], *, is_named: bool) -> JsonStart | None:
    """Look at the beginning of a JSON text; return where its records start, or None for what holds none.

    These are the objects of an array, or of lines, or of the first array of films within the one object
    that is none itself, or those that it has under keys. `is_named` says that the file's name calls it JSON.
    """
    if ARRAY.match(text):
        return _start(text, 0, mapping)
    if not (text.lstrip().startswith("{") if is_named else KEYED.match(text)):
        return None
    end = _end_of_first(text)
    whole = _start(text, 0, mapping)
    if end is not None and (whole.columns.are_of_films or text[end:].strip()):
        return whole
    names, lists = _inside(text)
    own = whole.columns if end is not None else Columns(names, mapping)
    within = (_start(text, skip, mapping) for skip in lists if not own.are_of_films)
    for found in within:
        if found.columns.are_of_films or (found.columns.may_be_of_films and not own.is_telling):
            return found
    if end is not None or whole.names or not is_named:
        return whole if is_named or end is not None else None
    return JsonStart(0, tuple(names), own)  # the first record goes on behind what was looked at


def _start(text: str, skip: int, mapping: Mapping[str, RecordField]) -> JsonStart:
    rows = [row for row in islice(objects_of(StringIO(text[skip:])), FIRST) if isinstance(row, Row)]
    names = tuple(dict.fromkeys(name for row in rows for name in row.values))
    is_list = skip > 0 or len(rows) > 1 or ARRAY.match(text) is not None
    return JsonStart(skip, names, Columns(names, mapping), is_list)


def _end_of_first(text: str) -> int | None:
    """Return where the object ends with which a text begins; None where it does not end here."""
    start = len(text) - len(text.lstrip())
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[1]
    except (ValueError, RecursionError):
        return None


def _inside(text: str) -> tuple[list[str], list[int]]:
    """Return the names that the first object has, and where within it objects begin that are listed.

    Those in arrays come before those that stand under keys.
    """
    names, lists, keyed, around = [], [], [], ""
    for token in TOKEN.finditer(text):
        sign = token["sign"]
        if sign is None:
            if token["colon"] and around == "{":
                names.append(token["text"])
        elif sign in "]}":
            around = around[:-1]
        else:
            if not around.strip("{") and len(around) <= DEEPEST:
                if sign == "[" and OBJECT.match(text, token.end()):
                    lists.append(token.end())
                if sign == "{" and UNDER_KEY.match(text, token.end()):
                    keyed.append(token.end())
            around += sign
    return names, lists + keyed


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

    def take(self, sign: str) -> bool:
        """Go on behind the sign, if it is what comes next; tell whether it was."""
        self.skip(SPACE)
        is_next = self.text.startswith(sign, self.at)
        self.at += len(sign) if is_next else 0
        self.skip(SPACE)
        return is_next


def objects_of(file: TextIO) -> Iterator[Row | BadRow]:
    """Yield the objects of a JSON text; one that is broken does not stop the others.

    >>> from io import StringIO
    >>> [row.values for row in objects_of(StringIO('[{"title": "A Wood"}, {"title": "Ember"}]'))]
    [{'title': 'A Wood'}, {'title': 'Ember'}]

    One that stands under a key has that for its id, unless it has one of its own.

    >>> [row.values for row in objects_of(StringIO('"tt1": {"title": "Ash"}}'))]
    [{'id': 'tt1', 'title': 'Ash'}]
    """
    window, decoder, number, is_keyed = _Window(file), json.JSONDecoder(strict=False), 0, False
    while True:
        window.skip(BETWEEN)
        if window.at >= len(window.text) or window.text[window.at] in ("]}" if is_keyed else "]"):
            return
        number += 1
        place = f"record {number}"
        found, key = _decoded(window, decoder), {}
        if isinstance(found, list) and window.take(":"):
            key, is_keyed = {"id": found[0]}, True
            found = _decoded(window, decoder)
        if isinstance(found, dict):
            yield Row(key | _unwrapped(found), number, place)
        elif isinstance(found, str):
            yield BadRow(number, place, found)
            _go_on(window, NEXT_UNDER_KEY if is_keyed else NEXT)
        else:
            yield BadRow(number, place, "is no object with names and values; a record has to be one")


def _unwrapped(found: dict[str, object]) -> dict[str, object]:
    """Return the record itself where it stands under one name, as in `{"film": {"title": "Ash"}}`."""
    inner = next(iter(found.values()), None)
    return inner if len(found) == 1 and isinstance(inner, dict) else found


def _decoded(window: _Window, decoder: json.JSONDecoder) -> object:
    """Return the value that starts here, or what is wrong with it as a text."""
    while True:
        try:
            found, end = decoder.raw_decode(window.text, window.at)
        except json.JSONDecodeError as error:
            reason = f"is no valid JSON ({error.msg.rstrip(' at')}); mend it or leave it out"
            if len(window.text) - window.at > LONGEST_RECORD:
                return TOO_LONG
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
    return not error.msg.startswith("Unterminated") and error.pos < len(window.text) - NEAR_THE_END


def _go_on(window: _Window, to: re.Pattern[str]) -> None:
    """Go on at what looks like the next record."""
    start = window.at + 1
    while (found := to.search(window.text, start)) is None:
        if window.is_whole:
            window.at = len(window.text)
            return
        window.at = max(window.at, len(window.text) - LONGEST_BETWEEN)
        window.more()
        start = 0
    window.at = found.end()
