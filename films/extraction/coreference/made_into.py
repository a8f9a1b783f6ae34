"""Whom a noun describes that somebody is made, turned into or held to be.

"names Tom the suspect", "turns her into a vampire", "declares himself the king", "Tom dies a hero".
"""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import noun_gender
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words

MAKING = frozenset({"make", "name", "appoint", "elect", "declare", "proclaim", "crown"})
BECOMING = frozenset({"turn", "transform", "change", "morph", "develop", "grow", "evolve", "mutate"})
ENDING_AS = frozenset({"die", "return"})  # "died a hero"
REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself"})
OBJECTS = frozenset({"him", "her", "them"})
NOT_DONE = frozenset({"to", "would", "should", "could", "can", "may", "might", "must", "will"})


def made_into(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """Return whom the verb before the noun says to be that: Tom of "makes Tom his heir", or nobody."""
    words, i = reading.words, nominal.head
    verb = words.head[i]
    if words.child(verb, "neg") is not None:
        return ()
    whom = _object_before(reading, nominal, verb)
    if whom is None and words.dep[i] == "pobj":
        whom = _turned(words, verb)
    if whom is None and words.dep[i] == "dobj" and words.lemma[verb] in ENDING_AS and nominal.is_indefinite:
        whom = words.subject(verb)
    who = reading.all_of(whom) if nominal.is_plural else reading.who(whom)
    if nominal.is_plural:
        return who if len(who) > 1 else ()
    gender = noun_gender(nominal.noun)
    is_one = len(who) == 1 and not who[0].is_plural
    return who if is_one and (gender is None or who[0].accepts(gender)) else ()


def is_only_made(words: Words, i: int) -> bool:
    """Is this what somebody turns into, so that it is nobody else: "refuses to turn her into a vampire"?"""
    preposition = words.head[i]
    is_into = words.dep[i] == "pobj" and words.lower[preposition] == "into"
    return is_into and words.lemma[words.head[preposition]] in BECOMING


def _object_before(reading: Reading, nominal: Nominal, verb: int) -> int | None:
    """Return "Tom" of "makes Tom his heir", "himself" of "deems himself a king"."""
    words, i, before = reading.words, nominal.head, nominal.start - 1
    if before > 0 and words.lower[before] in REFLEXIVES and words.head[before] in {i, verb, before - 1}:
        return before if words.tag[before - 1][0] == "V" else None
    if words.lemma[verb] not in MAKING or (nominal.is_plural and words.lower[before] not in OBJECTS):
        return None
    if (
        words.lower[before] in OBJECTS
        and words.head[before] in {i, verb}
        and words.lemma[before - 1] in MAKING
    ):
        return before
    whom = words.child(i, "nsubj") if words.dep[i] in {"ccomp", "xcomp", "oprd"} else None
    if whom is None and words.dep[i] in {"dobj", "oprd"}:
        objects = (c for c in words.children[verb] if c < i and words.dep[c] in {"dobj", "dative", "iobj"})
        named = (c for c in objects if c in reading.named)
        whom = next((c for c in named if reading.named[c][0].end == nominal.start), None)
    return whom


def _turned(words: Words, preposition: int) -> int | None:
    """Return whom "turns Mara into a vampire" and "Mara, transformed into a vampire," tell of."""
    verb = words.head[preposition]
    if words.lower[preposition] != "into" or words.lemma[verb] not in BECOMING or _is_open(words, verb):
        return None
    whom = words.child(verb, "dobj")
    whom = whom if whom is not None else words.child(verb, *SUBJECTS)
    if whom is not None or words.dep[verb] not in {"acl", "advcl"}:
        return whom if whom is not None else words.subject(verb)
    before = verb - 2 if words.text[verb - 1] == "," else verb - 1
    return before if before >= 0 and words.tag[before][0] == "N" else words.subject(verb)


def _is_open(words: Words, verb: int) -> bool:
    is_open = any(words.dep[c] == "aux" and words.lower[c] in NOT_DONE for c in words.children[verb])
    return is_open or words.child(verb, "neg") is not None
