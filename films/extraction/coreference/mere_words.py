"""Nouns for people that mean nobody where they stand: "throws a party", "takes Tom hostage", "his youth"."""

from films.extraction.people import HUMAN_OR_GROUP_NOUNS, is_human
from films.extraction.resources import read_list
from films.extraction.words import Words

OWNED = frozenset({"spirit", "soul", "youth", "exile", "demon"})  # when somebody's: "with her spirit broken"
PLAYED = frozenset(
    {"play", "stand", "turn"}
)  # with a bare noun: "plays host", "stands guard", "turns traitor"
RANKING = frozenset({"promote", "demote", "elevate", "advance"})
OFFICES = frozenset({"run", "stand", "campaign"})  # for one: "runs for mayor"
STATES = frozenset({"hostage", "captive", "prisoner", "victim", "prey", "exile"})  # bare: "takes him hostage"
MADE = frozenset({"enemy", "friend", "fool", "man", "hero"})
BELOW = frozenset({"under", "beneath", "below", "to", "for", "at", "among", "toward", "towards"})
ESCORTING = frozenset({"escort", "guard"})
TOYS = frozenset({"toy", "stuffed", "wax", "cardboard", "clockwork", "porcelain", "plastic", "inflatable"})
AIRCRAFT = frozenset({"fighter", "bomber"})
OF_AIRCRAFT = frozenset({"dive", "jet", "enemy", "torpedo", "stealth", "nuclear", "heavy", "imperial"})
OF_WARDS = frozenset({"psychiatric", "maternity", "mental", "hospital", "isolation", "cancer", "surgical"})
BODIES = read_list("bodies_one_serves")
BANDS = frozenset({"gang", "squad", "team", "choir", "orchestra"})  # whom one leaves may be there
LETTING_DOWN = frozenset({"let", "drop", "lower", "keep", "put"})  # one's guard, which is nobody then
ON_DUTY = frozenset({"board", "patrol", "guard"})  # "on board"
SENT_OUT = frozenset({"search", "rescue", "hunting", "raiding", "landing", "scouting", "war", "boarding"})
POINTING = frozenset({"det", "poss", "amod", "nummod"})


def is_mere_word(words: Words, i: int, noun: str) -> bool:
    """Does the noun at token `i`, which may name people, name none here?"""
    if noun == "party":
        return not _is_party_of_people(words, i)
    if any(means_otherwise(words, i, noun) for means_otherwise in OTHER_SENSES):
        return True
    if _is_rank(words, i):
        return True
    return (noun in STATES or _is_played(words, i)) and _is_bare(words, i)


def _is_owned(words: Words, i: int, noun: str) -> bool:
    """ "with her spirit broken", "lets down his guard", "a gun on his person"."""
    if words.child(i, "poss") is None:
        return False
    if noun == "person":
        return words.lower[i - 2 : i - 1] == ["on"]
    return noun in OWNED or (noun == "guard" and words.lemma[words.head[i]] in LETTING_DOWN)


def _is_made(words: Words, i: int, noun: str) -> bool:
    """ "makes Tom's acquaintance", "makes friends with Tom", "makes an enemy of Tom", "falls heir to"."""
    verb = words.lemma[words.head[i]]
    if noun == "heir":
        return verb == "fall"
    if words.dep[i] != "dobj":
        return False
    if noun == "acquaintance":
        return verb in {"make", "renew", "strike"}
    if verb == "make" and noun in MADE and any(words.lower[c] == "of" for c in words.children[i]):
        return True
    return verb == "make" and noun == "friend" and words.tag[i] == "NNS" and _is_alone(words, i)


def _is_in_phrase(words: Words, i: int, noun: str) -> bool:
    """ "in person", "in public", "on board", "by police escort", "under the stars", "a crush on Tom"."""
    before = words.lower[i - 1] if i else ""
    if (noun in {"person", "pair", "public"} and before == "in") or (noun in ON_DUTY and before == "on"):
        return True
    if noun == "crush":
        return any(words.lower[c] == "a" for c in words.children[i]) and words.lower[i + 1 : i + 2] == ["on"]
    if noun == "star" and words.tag[i] == "NNS" and words.dep[i] == "pobj":
        return words.lower[words.head[i]] in BELOW
    if noun in STATES and words.dep[i] == "dobj" and words.lemma[words.head[i]] == "take":
        return words.lower[i - 1 : i] in (["rest"], ["others"])  # "takes the rest hostage"
    is_bare = words.tag[i] == "NN" and words.child(i, "det", "poss") is None
    return noun in ESCORTING and is_bare and words.lower[words.head[i]] in {"by", "under"}


def _is_adjective_or_verb(words: Words, i: int, noun: str) -> bool:
    """ "Drunk, she leaves", "a non-swimmer Tom", "lets a soldier spy on Tom", "longs for youth"."""
    if noun in {"drunk", "youth"}:
        return _is_bare(words, i)
    if noun == "spy" and words.lower[i + 1 : i + 2] == ["on"]:
        return words.tag[i] == "NN" and words.tag[i - 1 : i] in (["NN"], ["NNP"], ["PRP"])
    return words.lower[max(0, i - 2) : i] == ["non", "-"]


def _is_thing(words: Words, i: int, noun: str) -> bool:
    """ "a toy horseman", "an enemy fighter", "the psychiatric ward"."""
    beside = {words.lower[c] for c in words.children[i] if words.dep[c] in {"compound", "amod", "nmod"}}
    if not beside.isdisjoint(TOYS):
        return True
    if noun in AIRCRAFT:
        return not beside.isdisjoint(OF_AIRCRAFT)
    return noun == "ward" and not beside.isdisjoint(OF_WARDS)


def _is_employer(words: Words, i: int, noun: str) -> bool:
    """ "resigns from the police", "leaves the army", "orders from the CIA": nobody who is there."""
    if noun not in BODIES and words.lower[i] not in BODIES:
        return False
    over = words.head[i]
    if words.dep[i] == "dobj":
        is_left = words.lemma[over] in {"leave", "quit"}
        return is_left and noun not in BANDS and words.child(i, "poss") is None
    if words.dep[i] != "pobj" or words.lower[over] not in {"from", "for", "with", "in", "on", "to", "at"}:
        return False
    return words.lemma[words.head[over]] in read_list("words_of_employment")


OTHER_SENSES = (_is_owned, _is_made, _is_in_phrase, _is_adjective_or_verb, _is_thing, _is_employer)


def _is_played(words: Words, i: int) -> bool:
    """ "plays host", "runs for mayor": what somebody does or wants to be."""
    over = words.head[i]
    if words.dep[i] == "pobj":
        return words.lower[over] == "for" and words.lemma[words.head[over]] in OFFICES
    return words.dep[i] == "dobj" and words.lemma[over] in PLAYED


def _is_rank(words: Words, i: int) -> bool:
    """ "is promoted to Detective Lieutenant": what somebody becomes."""
    over = words.head[i]
    is_goal = words.dep[i] == "pobj" and words.lower[over] in {"to", "from"}
    is_bare = words.tag[i] in {"NN", "NNP"} and words.child(i, "det", "poss") is None
    return is_goal and is_bare and words.lemma[words.head[over]] in RANKING


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
