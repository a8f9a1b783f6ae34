"""The word lists of extraction: data files beside the code, one entry a line, `#` starts a comment."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("resources")


@cache
def read_list(name: str) -> frozenset[str]:
    """Return the entries of `resources/<name>.txt`.

    >>> "sister" in read_list("human_nouns_female")
    True
    """
    return frozenset(_lines(name))


@cache
def read_groups(name: str) -> tuple[frozenset[str], ...]:
    """Return the lines of `resources/<name>.txt` as sets of their words.

    >>> frozenset({"elizabeth", "liz"}) <= next(g for g in read_groups("short_names") if "liz" in g)
    True
    """
    return tuple(frozenset(line.split()) for line in _lines(name))


def _lines(name: str) -> list[str]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    stripped = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in stripped if line]


@cache
def read_classes(name: str) -> dict[str, str]:
    """Return the words of `resources/<name>.txt`, whose lines are `class: words`, each with its class.

    >>> read_classes("kin_classes")["stepson"]
    'child'
    """
    rows = (line.partition(":") for line in _lines(name))
    return {word: label.strip() for label, _, words in rows for word in words.split()}
