"""The verb of a summary: finite, in the present where the text leaves the tense open."""

from films.extraction.inflection import present
from films.extraction.participants import is_passive
from films.extraction.resources import read_list
from films.extraction.words import Words

FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})
HELPING = frozenset({"aux", "auxpass", "neg"})


def verb_group(words: Words, verb: int, *, plural: bool) -> str:
    """Return the verb with its auxiliaries and what tells how, made finite.

    "leaving" becomes "leaves", "to have gone" becomes "has gone", "who was killed" stays "was killed".
    """
    manner = _manner(words, verb)
    helping = [c for c in _auxiliaries(words, verb) if words.lower[c] != "to"]
    main = [*manner, words.lower[verb]]
    if any(words.tag[c] in FINITE_TAGS for c in helping):
        return " ".join([*(words.lower[c] for c in helping), *main])
    if helping:
        first = present(words.lemma[helping[0]], plural=plural)
        return " ".join([first, *(words.lower[c] for c in helping[1:]), *main])
    if words.dep[verb] == "acomp":  # "get involved"
        return " ".join([present(words.lemma[words.head[verb]], plural=plural), *main])
    if is_passive(words, verb):
        return " ".join([present("be", plural=plural), *main])
    if words.tag[verb] == "VBD":
        return " ".join(main)
    return " ".join([*manner, present(words.lemma[verb], plural=plural)])


def is_finite(words: Words, verb: int) -> bool:
    """Has the verb, or what helps it, a tense?"""
    return any(words.tag[c] in FINITE_TAGS for c in [verb, *_auxiliaries(words, verb)])


def _auxiliaries(words: Words, verb: int) -> list[int]:
    return [c for c in words.children[verb] if c < verb and words.dep[c] in HELPING]


def _manner(words: Words, verb: int) -> list[str]:
    """Return the adverbs before the verb that tell how ("accidentally")."""
    before = [words.lower[c] for c in words.children[verb] if c < verb and words.dep[c] == "advmod"]
    return [word for word in before if word.endswith("ly") and word not in read_list("linking_adverbs")]
