"""What a cell or a value of a record says, whatever form it was kept in."""

import ast
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache

from films.reading.resources import entries

WHOLE = re.compile(r"(\d+)\.0+")
LONGEST_NOTHING = 20  # characters of a text that says that nothing is known
NO_CHARACTER = re.compile("[\ud800-\udfff]")  # half a character, as a broken escape gives it


def texts_of(value: object) -> list[str]:
    """Return the texts of a value: of a list its items, of a number its digits; nothing for "Unknown".

    >>> texts_of("['Ida Holm', 'Bo Lindt']"), texts_of(1994.0), texts_of("N/A")
    (['Ida Holm', 'Bo Lindt'], ['1994'], [])
    """
    if value is None or isinstance(value, bool):
        return []
    if isinstance(value, Mapping):
        return _of_mapping(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [text for item in value for text in texts_of(item)]
    text = NO_CHARACTER.sub("\ufffd", str(value).replace("\x00", "")).strip("\ufeff \t\r\n")
    if not text or (len(text) < LONGEST_NOTHING and text.strip("[](){}\"'").lower() in _nothing()):
        return []
    packed = _unpacked(text)
    return [WHOLE.sub(r"\1", text) if WHOLE.fullmatch(text) else text] if packed is None else texts_of(packed)


@cache
def _nothing() -> frozenset[str]:
    return frozenset({"", *entries("no_values.txt")})


def is_known(text: str) -> bool:
    """Whether a text names anybody or anything, and not that this is unknown."""
    return len(text) >= LONGEST_NOTHING or text.strip("()[]").lower() not in entries("no_names.txt")


def _of_mapping(value: Mapping[str, object]) -> list[str]:
    """Read an item such as `{"name": "Una Reyes", "character": "Mara"}`, or codes with their names."""
    by_key = {str(key).lower(): item for key, item in value.items()}
    name = next(
        (names[0] for key in ("name", "title", "label", "value") if (names := texts_of(by_key.get(key)))), ""
    )
    if not name:
        return [text for item in value.values() for text in texts_of(item) if isinstance(item, str)]
    role = next((roles[0] for key in ("character", "role") if (roles := texts_of(by_key.get(key)))), "")
    return [f"{name} as {role}" if role else name]


def _unpacked(text: str) -> object | None:
    """Return the list or mapping that a cell holds as JSON or as Python writes it."""
    if text[:1] + text[-1:] not in ("[]", "{}"):
        return None
    try:
        found: object = json.loads(text)
    except ValueError:
        try:
            found = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return None
    return found if isinstance(found, list | tuple | dict) else None
