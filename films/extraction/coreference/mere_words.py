"""Nouns for people that mean nobody where they stand: "throws a party", "takes Tom hostage", "his youth"."""

from films.extraction.people import HUMAN_OR_GROUP_NOUNS, is_human
from films.extraction.resources import read_list
from films.extraction.words import Words

OWNED = frozenset({"spirit", "soul", "youth", "exile", "demon"})  # when somebody's: "with her spirit broken"
PLAYED = frozenset(
    {"play", "stand", "turn"}
)  # with a bare noun: "plays host", "stands guard", "turns traitor"
OFFICES = frozenset({"run", "stand", "campaign"})  # for one: "runs for mayor"
STATES = frozenset({"hostage", "captive", "prisoner", "victim", "prey", "exile"})  # bare: "takes him hostage"
LETTING_DOWN = frozenset({"let", "drop", "lower", "keep", "put"})  # one's guard, which is nobody then
ON_DUTY = frozenset({"board", "patrol", "guard"})  # "on board"
SENT_OUT = frozenset({"search", "rescue", "hunting", "raiding", "landing", "scouting", "war", "boarding"})
POINTING = frozenset({"det", "poss", "amod", "nummod"})


def is_mere_word(words: Words, i: int, noun: str) -> bool:
    """Does the noun at token `i`, which may name people, name none here?"""
    if noun == "party":
        return not _is_party_of_people(words, i)
    if noun in OWNED and words.child(i, "poss") is not None:
        return True
    if noun == "guard" and words.lemma[words.head[i]] in LETTING_DOWN and words.child(i, "poss") is not None:
        return True
    if noun == "acquaintance" and words.lemma[words.head[i]] in {"make", "renew", "strike"}:
        return words.dep[i] == "dobj"
    if noun == "friend" and words.tag[i] == "NNS" and words.lemma[words.head[i]] == "make":
        return words.dep[i] == "dobj" and _is_alone(words, i)  # "makes friends with Tom"
    if noun in {"person", "pair"} and words.lower[i - 1 : i] == ["in"]:
        return True
    if noun in ON_DUTY and words.lower[i - 1 : i] == ["on"]:
        return True
    if noun == "crush":
        return any(words.lower[c] == "a" for c in words.children[i]) and words.lower[i + 1 : i + 2] == ["on"]
    return (noun in STATES or _is_played(words, i)) and _is_bare(words, i)


def _is_played(words: Words, i: int) -> bool:
    """ "plays host", "runs for mayor": what somebody does or wants to be."""
    over = words.head[i]
    if words.dep[i] == "pobj":
        return words.lower[over] == "for" and words.lemma[words.head[over]] in OFFICES
    return words.dep[i] == "dobj" and words.lemma[over] in PLAYED


def _is_alone(words: Words, i: int) -> bool:
    return not any(words.dep[c] in POINTING for c in words.children[i])


def _is_bare(words: Words, i: int) -> bool:
    """ "is taken hostage", "falls victim to": but not "hostage Tom Bell"."""
    is_before_name = words.tag[i + 1 : i + 2] in (["NNP"], ["NNPS"])
    is_single = words.tag[i] == "NN" and not is_before_name
    return is_single and _is_alone(words, i)


def _is_party_of_people(words: Words, i: int) -> bool:
    """ "the search party", "a party of hunters", "the party sets out": all others are celebrations."""
    for c in words.children[i]:
        if words.dep[c] == "compound" and words.lower[c] in SENT_OUT:
            return True
        of = words.child(c, "pobj") if words.lower[c] == "of" else None
        if of is not None and (is_human(words.lemma[of]) or words.lemma[of] in HUMAN_OR_GROUP_NOUNS):
            return True
    return words.dep[i] == "nsubj" and words.lemma[words.head[i]] in read_list("person_verbs")
