"""The words under which an entry is indexed, and the forms in which a reader may type them.

Databases differ in how they cut text into words. So the words are cut here, and both databases
index them as they stand between spaces. A mark before a word says what it comes from.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from films.folding import JOINERS, fold, squash
from films.reading.resources import entries
from films.search.stemming import stem

KIND, NAME, WHOLE_NAME, CONTEXT, STEM = "=", "@", "==", "+", "~"
MARKS = frozenset((KIND, NAME, CONTEXT, STEM))
LONGEST_WORD = 60
MOST_TERMS = 12_000
# Names of more words are found by these words or by their beginning; run together they are no word.
MOST_JOINED = 3


@cache
def function_words() -> frozenset[str]:
    """Return the words that a query does without while it has others."""
    return frozenset(entries("function_words.txt", Path(__file__).with_name("resources")))


def words_of(text: str) -> list[str]:
    """Return the folded words in order.

    >>> words_of("The Widow’s Spider-Man")
    ['the', 'widows', 'spiderman']
    """
    return [word[:LONGEST_WORD] for word in fold(text).split()]


def parts_of(text: str) -> list[str]:
    """Return the folded words, those with a hyphen or an apostrophe in their parts.

    >>> parts_of("The Widow’s Spider-Man")
    ['the', 'widow', 's', 'spider', 'man']
    """
    return words_of(JOINERS.sub(" ", text))


def squashed_names(names: Iterable[str]) -> str:
    """Return the names without spaces, each between two spaces, so that one can be looked for whole."""
    squashed = dict.fromkeys(squash(name) for name in names)
    inside = " ".join(name for name in squashed if name)
    return f" {inside} " if inside else ""


def terms_of(
    kind: str,
    names: Sequence[str],
    passages: Sequence[str],
    context: Iterable[str],
    story: Iterable[str] = (),
) -> str:
    """Return what the databases index of an entry: the words of its text in order, then the rest.

    The words of its `story` are there, too, each once, and of every word with a meaning its stem.

    >>> terms_of("place", ["Red Docks"], [], ["Film"])
    ' =place red docks reddocks @red @docks ==reddocks +film ~red ~dock ~reddock '
    """
    texts = [_words_and_parts(text) for text in (*names, *passages)]
    own = [word for words, _ in texts for word in words]
    known = set(own)
    parts = {part for _, parts in texts for part in parts}
    named = [word for both in texts[: len(names)] for words in both for word in words]
    short = {whole_name(squash(name)) for name in names if 0 < len(words_of(name)) <= MOST_JOINED}
    told = {word for text in story for words in _words_and_parts(text) for word in words}
    around = [word for text in context for words in _words_and_parts(text) for word in words]
    others = sorted((parts | short | told) - known)
    plain = function_words()
    marked = (
        *others,
        *_marked(NAME, named),
        *_marked(WHOLE_NAME, (whole_name(squash(name)) for name in names if squash(name))),
        *_marked(CONTEXT, around),
        *_marked(STEM, (stem(word) for word in (*own, *others) if word not in plain)),
    )
    return f" {' '.join((KIND + kind, *own[:MOST_TERMS], *marked[:MOST_TERMS]))} "


def _words_and_parts(text: str) -> tuple[list[str], list[str]]:
    words = words_of(text)
    return words, parts_of(text) if JOINERS.search(text) else words


def whole_name(squashed: str) -> str:
    """Return a squashed name as one word, which a very long one is cut to."""
    return squashed[:LONGEST_WORD]


def _marked(mark: str, words: Iterable[str]) -> list[str]:
    return [mark + word for word in dict.fromkeys(words)]


def vocabulary_of(terms: str) -> set[str]:
    """Return the words of `terms` that a reader may mistype, and the whole names, marked as such.

    Names run together are no words of their own.

    >>> sorted(vocabulary_of(" =place north bay northbay @north @bay ==northbay +film ~north ~bay "))
    ['==northbay', 'bay', 'north']
    """
    plain, named, whole = set(), set(), set()
    for word in terms.split():
        if word[0] not in MARKS:
            plain.add(word)
        elif word[0] == NAME:
            named.add(word[1:])
        elif word.startswith(WHOLE_NAME):
            whole.add(word)
    return (plain - ({word.removeprefix(WHOLE_NAME) for word in whole} - named)) | whole
