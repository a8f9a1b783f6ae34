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
def read_pairs(name: str, separator: str = " = ") -> dict[str, str]:
    """Return the lines of `resources/<name>.txt` as a mapping: left of the separator, right of it.

    >>> read_pairs("demonyms")["afghan"], read_pairs("place_spellings", " ")["nyc"]
    ('Afghanistan', 'new york')
    """
    rows = (line.partition(separator) for line in _lines(name))
    return {left: right for left, _, right in rows}


@cache
def read_companions(name: str) -> dict[str, frozenset[str]]:
    """Return the words of `resources/<name>.txt`, each with the others of its lines.

    >>> {"liz", "beth"} <= read_companions("short_names")["elizabeth"]
    True
    """
    companions: dict[str, frozenset[str]] = {}
    for line in _lines(name):
        words = frozenset(line.split())
        for word in words:
            companions[word] = companions.get(word, frozenset()) | words - {word}
    return companions


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
