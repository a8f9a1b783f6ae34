"""Wordings in which a verb that tells elsewhere says how things are: "As it turns out"."""

from films.extraction.resources import read_list
from films.extraction.words import Words

NAMES = frozenset({"name", "alias", "nickname", "moniker", "title"})
DONE_IN_SPITE = frozenset(["take", "bring", "send", "kill", "force", "make", "shoot", "arrest", "catch"])
SHUT = frozenset({"locked", "unlocked", "closed", "shut", "sealed", "barred"})
FOUND = SHUT | {"deserted", "abandoned"}
COMPLEMENTS = frozenset({"ccomp", "xcomp", "oprd", "acomp"})
SEEING = frozenset({"see", "view", "regard"})
ALIGHT = frozenset({"fire", "ablaze", "alight"})
IMPENDING = frozenset({"bankruptcy", "death", "ruin", "foreclosure", "eviction", "prison", "circumstance"})


def is_set_phrase(words: Words, verb: int) -> bool:
    """Is this no act: "so to speak", "As it turns out", "sees him as a son", "is set to leave"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_set_phrase(read_words(next(parse(["As it turns out, Mara lives."]))), 2)
    True
    """
    lemma = words.lemma[verb]
    rule = _RULES.get(lemma)
    if rule is None:
        return False
    return rule(words, verb)


def _speaks_so(words: Words, verb: int) -> bool:
    return words.lower[max(0, verb - 2) : verb] == ["so", "to"]


def _turns_out(words: Words, verb: int) -> bool:
    return words.lower[max(0, verb - 2) : verb + 2] == ["as", "it", "turns", "out"]


def _comes_to_it(words: Words, verb: int) -> bool:
    """Is this "when it comes to women"?"""
    return words.lower[max(0, verb - 2) : verb] == ["when", "it"] and words.lower[verb + 1 : verb + 2] == [
        "to"
    ]


def _goes_by_name(words: Words, verb: int) -> bool:
    by = next((c for c in words.children[verb] if words.lower[c] == "by" and c > verb), None)
    name = None if by is None else words.child(by, "pobj")
    return name is not None and words.lemma[name] in NAMES


def _sees_as(words: Words, verb: int) -> bool:
    seen = words.child(verb, "dobj")
    if seen is None or words.tag[seen] not in {"PRP", "NNP"}:
        return False
    return any(words.lower[c] == "as" and words.dep[c] == "prep" and c > seen for c in words.children[verb])


def _is_set(words: Words, verb: int) -> bool:
    """Is this "is set to leave", "her heart is set on him", not "is set on fire"?"""
    if words.tag[verb] != "VBN" or words.child(verb, "auxpass") is None:
        return False
    if any(words.lower[g] == "to" for c in words.children[verb] for g in words.children[c] if c > verb):
        return words.child(verb, "xcomp") is not None
    on = next((c for c in words.children[verb] if words.lower[c] == "on" and c > verb), None)
    what = None if on is None else words.child(on, "pobj", "pcomp")
    return what is not None and words.lemma[what] not in ALIGHT


def _is_facing(words: Words, verb: int) -> bool:
    """Is this what looms: "is facing bankruptcy"?"""
    feared = words.child(verb, "dobj")
    is_under_way = any(words.lemma[c] == "be" and words.dep[c] == "aux" for c in words.children[verb])
    return feared is not None and is_under_way and words.lemma[feared] in IMPENDING


def _ends_well(words: Words, verb: int) -> bool:
    subject = words.child(verb, "nsubj")
    return subject is not None and words.lower[subject] in {"all", "everything"}


def _is_ruled(words: Words, verb: int) -> bool:
    return words.tag[verb] == "VBN" and words.child(verb, "agent") is not None


def _leads_up_to(words: Words, verb: int) -> bool:
    """Is this "the events leading up to this moment"?"""
    return words.dep[verb] == "acl" and words.lower[verb + 1 : verb + 3] == ["up", "to"]


def _begins_with(words: Words, verb: int) -> bool:
    """Is this ", beginning with his brother"?"""
    return (
        words.tag[verb] == "VBG"
        and words.text[verb - 1] == ","
        and words.lower[verb + 1 : verb + 2] == ["with"]
    )


def _adds_to(words: Words, verb: int) -> bool:
    """Is this "Adding to her stress, ..."?"""
    return words.starts_sentence[verb] and words.lower[verb : verb + 2] == ["adding", "to"]


_RULES = {
    "lead": _leads_up_to,
    "begin": _begins_with,
    "start": _begins_with,
    "add": _adds_to,
    "speak": _speaks_so,
    "turn": _turns_out,
    "come": _comes_to_it,
    "go": _goes_by_name,
    "set": _is_set,
    "face": _is_facing,
    "end": _ends_well,
    "rule": _is_ruled,
    **dict.fromkeys(SEEING, _sees_as),
}


def lasts_still(words: Words, verb: int) -> bool:
    """Does a passive tell what is so at present: "is still mired in debt", "is currently owned by"?"""
    if words.tag[verb] != "VBN" or all(words.lemma[c] != "be" for c in _passive_auxiliaries(words, verb)):
        return False
    beside = {words.lower[c] for c in words.children[verb]}
    if "being" in beside:
        return False
    if "still" in beside and words.lower[verb] not in read_list("participles_stative"):
        return words.child(verb, "agent") is None and words.lemma[verb] not in DONE_IN_SPITE
    return "currently" in beside or "still" in beside


def _passive_auxiliaries(words: Words, verb: int) -> list[int]:
    return [c for c in words.children[verb] if words.dep[c] == "auxpass"]


def is_found_so(words: Words, verb: int) -> bool:
    """Does a participle say how a thing is found: "finds the doors locked", "with the gate closed"?"""
    if words.lower[verb] not in FOUND or words.tag[verb] not in {"VBN", "VBD"}:
        return False
    governor = words.head[verb]
    if words.dep[verb] in COMPLEMENTS:
        return words.lemma[governor] in {"find", "discover"}
    if words.dep[verb] == "pcomp":
        return words.lower[governor] == "with"
    is_shut = words.dep[verb] == "relcl" and words.lower[verb] in SHUT and words.child(verb, "agent") is None
    return is_shut and any(words.lower[c] in {"is", "are"} for c in _passive_auxiliaries(words, verb))
