"""The one way in which names and text are folded, for joining and for search.

Folding answers the question "would a reader call these the same word?": case, accents, apostrophes
and hyphens do not count.
"""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, in the spelling English readers type.
LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ʼ": "'",
    }
)
# Signs typed for an apostrophe; some count as letters, or fall apart into a space and a mark.
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʽ`´′＇", "'"))
# o'connor is oconnor, spider-man is spiderman; the sign comes first, for it is quickly looked for
JOINERS = re.compile(r"['’‘ʼʻʽ`´′＇\-‐‑–](?<=\w.)(?=\w)")
ASCII_JOINERS = "'`-"
NOT_WORD = re.compile(r"[\W_]+")
NOT_ASCII_WORD = str.maketrans({code: " " for code in range(128) if not chr(code).isalnum()})
LONGEST_KEPT = 40  # characters; names and words come again and again, sentences do not


def fold(text: str) -> str:
    """Return `text` without case, marks, apostrophes, hyphens and punctuation; words stand one space apart.

    Folding twice changes nothing.

    >>> fold("Stéphanie  O’Connor-Łowe")
    'stephanie oconnorlowe'
    """
    return _kept(text) if len(text) <= LONGEST_KEPT else _folded(text)


def _folded(text: str) -> str:
    if not text.isascii():
        return NOT_WORD.sub(" ", JOINERS.sub("", _without_marks(text))).strip()
    small = text.lower()
    if any(sign in small for sign in ASCII_JOINERS):
        small = JOINERS.sub("", small)
    return " ".join(small.translate(NOT_ASCII_WORD).split())  # the same, in half the time


@lru_cache(maxsize=1 << 13)  # a larger one finds hardly more, and takes thousands of documents to fill
def _kept(text: str) -> str:
    return _folded(text)


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(LETTERS)


def squash(text: str) -> str:
    """Return the folded text with its spaces dropped, so that "Star wars" and "Starwars" are one.

    >>> squash("Star Wars")
    'starwars'
    """
    return fold(text).replace(" ", "")
