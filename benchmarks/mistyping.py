"""What readers type in place of a name: with an error, without its accents, words run together."""

import random
import string
import unicodedata
from collections.abc import Iterator

from films.folding import APOSTROPHES, fold


def mistyped(name: str, chance: random.Random) -> str:
    """Return the name with one letter wrong, missing, too many, or changed round with the next.

    >>> mistyped("Mara", random.Random(1))
    'ara'
    """
    letters = [number for number, sign in enumerate(name) if sign.isalpha()]
    errors = (_replaced, _dropped, _added, _swapped)
    while True:
        typed = chance.choice(errors)(name, chance.choice(letters), chance)
        if fold(typed) != fold(name):
            return typed


def _replaced(name: str, at: int, chance: random.Random) -> str:
    return name[:at] + chance.choice(string.ascii_lowercase) + name[at + 1 :]


def _dropped(name: str, at: int, _: random.Random) -> str:
    return name[:at] + name[at + 1 :]


def _added(name: str, at: int, chance: random.Random) -> str:
    return name[:at] + chance.choice(string.ascii_lowercase) + name[at:]


def _swapped(name: str, at: int, _: random.Random) -> str:
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def spellings(name: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield what readers type who leave out accents, apostrophes, hyphens or a space, and which of them.

    >>> list(spellings("Zoé Orr", random.Random(1)))
    [('accents', 'Zoe Orr'), ('joined words', 'ZoéOrr')]
    """
    changed = {
        "accents": _without_accents(name),
        "apostrophes": name.translate(APOSTROPHES).replace("'", chance.choice(["", " ", "’"])),
        "hyphens": name.replace("-", chance.choice(["", " "])),
        "joined words": _joined(name, chance),
    }
    yield from ((what, typed) for what, typed in changed.items() if typed != name)


def _without_accents(name: str) -> str:
    marked = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(sign for sign in marked if not unicodedata.combining(sign)))


def _joined(name: str, chance: random.Random) -> str:
    words = name.split()
    if len(words) == 1:
        return name
    at = chance.randrange(1, len(words))
    return f"{' '.join(words[:at])}{' '.join(words[at:])}"
