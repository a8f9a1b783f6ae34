"""The verb of a summary: finite, in the present where the text leaves the tense open."""

from films.extraction.events.inflection import present
from films.extraction.events.subjects import is_passive
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS
from films.extraction.words import Words

FINITE_OR_MODAL = FINITE_TAGS | {"MD"}
NUMBERS = {"was": "were", "is": "are", "has": "have", "does": "do"}
SHORT_FORMS = {
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "ca": "can",
    "wo": "will",
    "n't": "not",
    "n’t": "not",
}
HELPING = frozenset({"aux", "auxpass", "neg"})


def verb_group(words: Words, verb: int, *, plural: bool) -> str:
    """Return the verb with its auxiliaries and what tells how, made finite.

    "leaving" becomes "leaves", "to have gone" becomes "has gone", "who was killed" stays "was killed".
    """
    manner = _manner(words, verb)
    helping = [c for c in _auxiliaries(words, verb) if words.lower[c] != "to"]
    if _is_had_done(words, verb, helping):
        helping, is_done = [], words.tag[verb] in {"VBN", "VBD"}
    else:
        is_done = is_passive(words, verb)
    main = [*manner, "".join(words.lower[i] for i in spelled(words, verb))]
    if any(words.tag[c] in FINITE_OR_MODAL for c in helping):
        return " ".join([*(_in_full(words, c) for c in helping), *main])
    if helping:
        first = present(words.lemma[helping[0]], plural=plural)
        return " ".join([first, *(words.lower[c] for c in helping[1:]), *main])
    if words.dep[verb] == "acomp":  # "get involved"
        return " ".join([present(words.lemma[words.head[verb]], plural=plural), *main])
    if is_done:
        return " ".join([present("be", plural=plural), *main])
    if words.tag[verb] == "VBD":
        return " ".join(main)
    return " ".join([*manner, present(words.lemma[verb], plural=plural)])


def _is_had_done(words: Words, verb: int, helping: list[int]) -> bool:
    """Is this "has" no part of the tense: "has Tom fired", "has Tom read", "has wings sprouting"?"""
    if len(helping) != 1 or words.lemma[helping[0]] != "have":
        return False
    return words.tag[verb] not in {"VBN", "VBD"} or behind_has(words, verb) is not None


def behind_has(words: Words, verb: int) -> int | None:
    """Return who does it, or to whom it is done, in "has Tom fired": what stands between the two."""
    has = next((c for c in words.children[verb] if words.dep[c] == "aux" and words.lemma[c] == "have"), verb)
    if has > verb or words.starts_sentence[has]:
        return None
    between = [c for c in words.children[verb] if has < c < verb and words.dep[c] in {"nsubj", "nsubjpass"}]
    return between[-1] if between else None


def agreeing(group: str, *, plural: bool) -> str:
    """Return a verb group that agrees with a subject that was named anew.

    >>> agreeing("was seen", plural=True), agreeing("have left", plural=False)
    ('were seen', 'has left')
    """
    first, space, rest = group.partition(" ")
    forms = NUMBERS if plural else {many: one for one, many in NUMBERS.items()}
    return forms.get(first, first) + space + rest


def _in_full(words: Words, helping: int) -> str:
    """Return a helping verb without contraction: "'s" is "is" or "has"."""
    lower = words.lower[helping].replace("’", "'")
    if lower in {"'s", "'d"}:
        plain = words.lemma[helping]
        if lower == "'s" and any(words.lower[c] == "been" for c in words.children[words.head[helping]]):
            return "has"
        return {"have": "has" if lower == "'s" else "had", "would": "would"}.get(
            plain, "is" if lower == "'s" else "would"
        )
    return SHORT_FORMS.get(lower, lower)


def spelled(words: Words, verb: int) -> range:
    """Return the tokens of the verb with the parts that a hyphen joins to it ("re-elected")."""
    start = end = verb
    while end + 2 < len(words) and words.text[end + 1] == "-" and not any(words.space_after[end : end + 2]):
        end += 2
    while start > 1 and words.text[start - 1] == "-" and not any(words.space_after[start - 2 : start]):
        start -= 2
    return range(start, end + 1)


def is_finite(words: Words, verb: int) -> bool:
    """Has the verb, or what helps it, a tense?"""
    return any(words.tag[c] in FINITE_OR_MODAL for c in [verb, *_auxiliaries(words, verb)])


def _auxiliaries(words: Words, verb: int) -> list[int]:
    return [c for c in words.children[verb] if c < verb and words.dep[c] in HELPING]


def _manner(words: Words, verb: int) -> list[str]:
    """Return the adverbs before the verb that tell how ("accidentally")."""
    before = [words.lower[c] for c in words.children[verb] if c < verb and words.dep[c] == "advmod"]
    return [word for word in before if word.endswith("ly") and word not in read_list("linking_adverbs")]
