"""Which verbs describe how things are rather than tell what happens."""

from films.extraction.resources import read_list
from films.extraction.words import Words

FEELINGS = read_list("participles_of_surprise") | read_list("participles_of_feeling")
GRASPED = read_list("verbs_of_grasping")
ONSET = frozenset(["finally", "suddenly", "immediately", "instantly", "soon"])
INCHOATIVES = frozenset(["begin", "start", "come", "get", "grow"])
COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
POSTURES = frozenset({"sit", "stand", "lie", "look"})
NOTHING: frozenset[str] = frozenset()
PERSONS = frozenset({"him", "her", "them"})
HELD_AS = frozenset({"hostage", "captive", "prisoner", "responsible", "accountable"})
FEELING = frozenset({"feel", "seem", "look", "appear", "remain", "stay"})
STATIVE_WITH = {
    "serve": (NOTHING, frozenset({"as"})),
    "come": (NOTHING, frozenset({"from"})),
    "lie": (NOTHING, frozenset(["between", "in", "on", "near", "at", "within", "beyond"])),
    "stay": (frozenset({"acomp", "advmod"}), NOTHING),
    "appear": (frozenset({"xcomp", "acomp", "oprd", "ccomp"}), NOTHING),
}


def is_passive(words: Words, verb: int) -> bool:
    """Is this "is fired", "gets caught": a participle with its auxiliary?"""
    return words.child(verb, "auxpass", "nsubjpass") is not None


def is_state(words: Words, verb: int) -> bool:
    """Does this verb describe how things are rather than tell what happens?"""
    lemma, lower = words.lemma[verb], words.lower[verb]
    if (
        lower in read_list("participles_stative")
        and words.tag[verb] in {"VBN", "VBD"}
        and _is_participle(words, verb)
    ):
        return not any(
            words.dep[c] == "auxpass" and words.lemma[c] in {"get", "become"} for c in words.children[verb]
        )
    if words.tag[verb] == "VBN" and words.lemma[words.head[verb]] in FEELING and not is_passive(words, verb):
        return words.dep[verb] in {"acomp", "xcomp", "oprd", "ccomp"} and words.head[verb] < verb
    if (lemma == "set" and _is_setting(words, verb)) or _is_mood(words, verb):
        return True
    if lemma in STATIVE_WITH and _is_stative_use(words, verb):
        return True
    return (
        lemma in read_list("verbs_stative")
        and not _is_effort(words, verb)
        and not _has_onset(words, verb)
        and not _is_movement(words, verb)
    )


def _is_effort(words: Words, verb: int) -> bool:
    """Is this "works hard" or "holds her", which is done, not "works as" or "holds a post", which lasts?"""
    lemma, children = words.lemma[verb], words.children[verb]
    if lemma == "hold":
        return any(
            (words.dep[c] == "dobj" and words.lower[c] in PERSONS) or words.lower[c] in HELD_AS
            for c in children
        )
    if lemma == "keep":
        return any(words.dep[c] in {"oprd", "acomp"} for c in children)
    if lemma != "work":
        return False
    return any(
        words.lower[c] in {"hard", "harder", "together"}
        or (words.dep[c] == "advmod" and c > verb and words.lower[c].endswith("ly"))
        for c in children
    )


def _is_movement(words: Words, verb: int) -> bool:
    """Is this "sits down" or "stands up", which happens, not "sits", which lasts?"""
    if words.lemma[verb] not in POSTURES:
        return False
    return any(
        words.dep[c] in {"prt", "advmod"} and words.lower[c] in {"down", "up"} for c in words.children[verb]
    )


def _is_mood(words: Words, verb: int) -> bool:
    """Is this how someone is while doing something: "Devastated, she leaves"?"""
    return words.lower[verb] in FEELINGS and words.dep[verb] == "advcl" and words.tag[verb] == "VBN"


def _is_setting(words: Words, verb: int) -> bool:
    """Is this "set in Oslo", said of a story?"""
    where = words.child(verb, "prep")
    is_told_of_story = words.dep[verb] in {"advcl", "acl", "ROOT"} and words.tag[verb] == "VBN"
    return is_told_of_story and where is not None and words.lower[where] in {"in", "during", "against", "at"}


def _is_stative_use(words: Words, verb: int) -> bool:
    """Is this "serves as", "comes from", "lies between": a state of a verb that tells elsewhere?"""
    deps, prepositions = STATIVE_WITH[words.lemma[verb]]
    return any(
        words.dep[c] in deps or (words.dep[c] == "prep" and words.lower[c] in prepositions)
        for c in words.children[verb]
    )


def _is_participle(words: Words, verb: int) -> bool:
    """Is this a participle that describes ("is called", "a man named"), not one with "has"?"""
    if any(
        words.dep[c] == "aux" and words.lemma[c] == "have" for c in words.children[verb]
    ) and not is_passive(words, verb):
        return False
    if is_passive(words, verb) or words.tag[verb] == "VBN":
        return True
    return words.dep[verb] in {"advcl", "acl"} and words.child(verb, "nsubj") is None


def _has_onset(words: Words, verb: int) -> bool:
    """Does the state begin here: "comes to know", "finally understands"?"""
    governor = words.head[verb]
    if words.dep[verb] in COMPLEMENTS and words.lemma[governor] in INCHOATIVES and verb > governor:
        return words.dep[verb] != "advcl" or any(words.lower[c] == "to" for c in words.children[verb])
    return words.lemma[verb] in GRASPED and any(
        words.dep[c] == "advmod" and words.lower[c] in ONSET for c in words.children[verb]
    )
