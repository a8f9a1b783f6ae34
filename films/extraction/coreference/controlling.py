"""Who does what a verb without a subject tells: "begs Mara to help him", "Hoping to find him, she leaves".

Whoever does it is not whom it is done to.
"""

from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, SUBJECTS
from films.extraction.words import Words

CAUSING = read_list("verbs_of_causing")
JUDGING = read_list("verbs_of_judging")
HINDERING = frozenset(
    {"stop", "prevent", "keep", "discourage", "dissuade", "prohibit", "deter", "ban", "bar"}
)
OF_SUBJECT = frozenset({"by", "after", "before", "without", "while", "upon"})
PARTICIPLES = frozenset({"VBG", "VBN"})
OF_PURPOSE = frozenset(
    {"promise", "use", "seek", "follow", "chase", "visit", "join", "meet"}
)  # "seeks Max to kill him"
OF_CLAUSE = FINITE_TAGS | {"IN", "WRB", "MD"}
FARTHEST_UP = 6


def doer(words: Words, verb: int) -> int | None:
    """Return the subject of a verb, also where the clause leaves it unsaid.

    In "Mara goes and calls him" it is "Mara", in "Mara asks Tom to call him" it is "Tom". What a clause
    that merely follows another leaves unsaid ("Tom leaves, calling him") is not told.
    """
    at = verb
    if words.tag[verb] in FINITE_TAGS and words.tag[verb - 1] == "NNP" and words.child(verb, "nsubj") is None:
        return verb - 1  # "Tom calls", however it parses
    for _ in range(FARTHEST_UP):
        own = words.child(at, "nsubj", "nsubjpass")
        above = words.head[at]
        if own is not None or above == at:
            return own
        told = _object_that_does(words, at, above)
        if told is not None:
            return told
        if words.dep[at] == "acl" and words.tag[at] in {"VBG", "VBN"}:
            return above
        if words.dep[at] not in {"conj", "xcomp"}:
            return _controller(words, at, above)
        is_beyond = words.tag[at] in FINITE_TAGS and words.tag[above] in {"VB", "VBG"}  # "to call and leaves"
        is_beyond = is_beyond or (words.tag[at] in FINITE_TAGS and words.dep[above] == "acl")
        at = words.clause(words.head[above]) if is_beyond else above
    return None


def _object_that_does(words: Words, verb: int, above: int) -> int | None:
    """ "asks Tom to call": the object is the one who does it."""
    told = words.child(above, "dobj", "dative")
    if told is None or not above < told < verb or words.lemma[above] in OF_PURPOSE:
        return None
    return told if words.dep[verb] in {"xcomp", "ccomp"} else None


def _controller(words: Words, verb: int, above: int) -> int | None:
    """Return who does what a clause below another tells: "begs Tom to help him", "Leaving him, Tom"."""
    if words.dep[verb] == "pcomp":
        return _of_gerund(words, verb, above)
    if words.dep[verb] != "advcl":
        return None
    if words.tag[verb] == "VB" and words.lemma[above] in CAUSING:
        told = words.child(above, "dobj", "dative")
        return told if told is not None and above < told < verb else None
    awaited = words.child(above, *SUBJECTS)
    is_fronted = awaited is not None and verb < awaited < above
    return awaited if is_fronted and is_participle(words, verb) else None


def is_participle(words: Words, verb: int) -> bool:
    """Is this "hoping", "caught" or "having left", without "when" or "is" before it?"""
    before = [c for c in words.children[verb] if words.dep[c] in {"mark", "advmod", "aux", "auxpass"}]
    return words.tag[verb] in PARTICIPLES and not any(words.tag[c] in OF_CLAUSE for c in before)


def _of_gerund(words: Words, verb: int, preposition: int) -> int | None:
    """ "talks Tom into helping him", "blames Tom for lying": Tom; "saves Tom by hiding him": who saves."""
    above, link = words.head[preposition], words.lower[preposition]
    if words.tag[above][0] != "V":
        return None
    if link in OF_SUBJECT:  # "gets him to laugh by showing him": who shows it is not told
        return doer(words, above) if words.dep[above] != "xcomp" else None
    if above > verb:
        return None
    judged = link in {"for", "of"} and words.lemma[above] in JUDGING
    hindered = link == "from" and words.lemma[above] in HINDERING
    return words.child(above, "dobj", "nsubjpass") if link == "into" or judged or hindered else None
