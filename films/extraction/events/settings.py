"""When and where an event happens, as the text tells it: "One night", "in Antibes", "at the hospital"."""

from collections.abc import Iterator, Mapping

from films.extraction.resources import read_list
from films.extraction.words import QUOTES, Words

MAX_STEPS = 8
MOST_TOKENS = 9
LOCATIVES = read_list("prepositions_of_place")
TIMES = frozenset({"DATE", "TIME"})
TIME_DEPS = frozenset({"npadvmod", "prep", "advmod"})
SUBORDINATE = frozenset({"relcl", "acl", "advcl", "appos", "ccomp"})


def find_time(words: Words, verb: int) -> str:
    """Return when the clause of this verb says it happens, as told, or an empty text.

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["One night Dana leaves the house."])))
    >>> find_time(words, words.lower.index("leaves"))
    'One night'
    """
    for at in _clauses(words, verb):
        for child in words.children[at]:
            if words.dep[child] in TIME_DEPS and _is_time(words, child):
                return _text(words, child)
    return ""


def find_place(words: Words, verb: int, places: Mapping[int, str]) -> str:
    """Return where the verb's clause says it happens: a named place, or a phrase such as "the hospital"."""
    described = ""
    for child in words.children[verb]:
        if words.dep[child] != "prep" or words.lower[child] not in LOCATIVES:
            continue
        for target in words.children[child]:
            if words.dep[target] != "pobj":
                continue
            named = next((places[i] for i in _phrase(words, target) if i in places), "")
            if named:
                return named
            if (
                not described
                and words.tag[target] in {"NN", "NNS"}
                and words.lemma[target] in read_list("place_words")
            ):
                described = _text(words, target)
    return described


def _clauses(words: Words, verb: int) -> Iterator[int]:
    """Yield the verb and those whose time it shares ("One night he leaves and meets her")."""
    at = verb
    for _ in range(MAX_STEPS):
        yield at
        if words.dep[at] not in {"conj", "xcomp"} or words.head[at] == at:
            return
        at = words.head[at]


def _is_time(words: Words, child: int) -> bool:
    lemma = words.lemma[child]
    if words.dep[child] == "advmod":
        return lemma in read_list("time_adverbs") or (
            words.lower[child] in {"later", "earlier", "ago", "before"} and bool(words.children[child])
        )
    if words.dep[child] == "npadvmod":
        if _is_quoted(words, child):
            return False
        if lemma == "time" and any(words.lower[c] in {"this", "all"} for c in words.children[child]):
            return False
        return lemma in read_list("time_nouns") or words.entity[child] in TIMES
    if words.lower[child] not in {
        "in",
        "on",
        "at",
        "after",
        "by",
        "during",
        "over",
        "throughout",
        "within",
    }:
        return False
    return any(
        words.dep[c] == "pobj" and (words.lemma[c] in read_list("time_nouns") or words.entity[c] in TIMES)
        for c in words.children[child]
    )


def _is_quoted(words: Words, head: int) -> bool:
    """Does the phrase begin a title: "sings 'The Day You Came' to Tom"?"""
    start = min(_phrase(words, head))
    return start > 0 and words.text[start - 1] in QUOTES


def _phrase(words: Words, head: int) -> list[int]:
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(c for c in words.children[at] if words.dep[c] not in SUBORDINATE)
    return sorted(found)


def _text(words: Words, head: int) -> str:
    tokens = [i for i in _phrase(words, head) if not _is_elsewhere(words, i, head)]
    if len(tokens) > MOST_TOKENS:
        return ""
    pieces = [words.text[i] + (" " if words.space_after[i] else "") for i in tokens]
    return "".join(pieces).strip(" ,;:.\n")


def _is_elsewhere(words: Words, token: int, head: int) -> bool:
    """Does this hang on a phrase within the phrase: "in the club" in "one evening in the club"?"""
    at = token
    while at != head and words.head[at] != at:
        if words.dep[at] == "prep" and words.lower[at] != "of":
            return True
        at = words.head[at]
    return False
