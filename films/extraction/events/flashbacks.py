"""Backstory: what the text tells as having happened before the story's present."""

from films.extraction.events.settings import find_time
from films.extraction.words import Words

EARLIER = frozenset({"earlier", "ago", "before", "previously"})
MAX_STEPS = 6


def is_flashback(words: Words, verb: int) -> bool:
    """Is this told as backstory: in the pluperfect, or "years earlier"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Dana meets the man who had killed her father."])))
    >>> is_flashback(words, 1), is_flashback(words, 6)
    (False, True)
    """
    at = verb
    for _ in range(MAX_STEPS):
        if _is_pluperfect(words, at):
            return True
        if words.dep[at] not in {"conj", "xcomp"} or words.child(at, "nsubj", "aux") is not None:
            break
        at = words.head[at]
    return bool(EARLIER & set(find_time(words, verb).lower().split()))


def _is_pluperfect(words: Words, verb: int) -> bool:
    if words.tag[verb] != "VBN":
        return False
    return any(words.dep[c] == "aux" and words.lower[c] in {"had", "'d", "’d"} for c in words.children[verb])
