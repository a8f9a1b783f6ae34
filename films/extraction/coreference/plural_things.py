"""Plurals that mean things: "Mara takes the letters and burns them"."""

from films.extraction.coreference.discourse import effective_role
from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list

TIMES = read_list("time_nouns")
DONE_TO_PEOPLE = read_list("person_object_verbs") | read_list("verbs_of_harm")
DONE_BY_PEOPLE = read_list("person_verbs") | read_list("verbs_of_saying") | read_list("verbs_of_thought")
FARTHEST = 25  # tokens between the things and the pronoun
PLACES = frozenset({"dobj", "nsubj", "nsubjpass"})


def means_things(reading: Reading, i: int) -> bool:
    """Does the plural pronoun at token `i` mean things rather than people?

    In "Mara takes the letters and burns them" it does: things named last, in a like place, and a verb
    that does not ask for people.
    """
    words = reading.words
    verb = words.lemma[words.head[i]]
    if words.lower[i] == "them" and words.dep[i] == "dobj":
        return verb not in DONE_TO_PEOPLE and _things_before(reading, i, {"dobj", "nsubjpass"})
    if words.lower[i] == "they" and words.dep[i] in {"nsubj", "nsubjpass"}:
        is_behind_object = _things_before(reading, i, {"dobj"}) and not _are_others_there(reading)
        is_of_things = is_behind_object or _things_before(reading, i, {"nsubj", "nsubjpass"})
        return verb not in DONE_BY_PEOPLE and is_of_things
    return False


def _are_others_there(reading: Reading) -> bool:
    """Are there several, or nobody, in the sentence who may be meant: "Mara and Tom take letters; they"?"""
    return len({seen.entity.final() for seen in reading.discourse.of_sentence(reading.sentence)}) != 1


def _things_before(reading: Reading, i: int, places: set[str]) -> bool:
    """Are things the last plural of the sentence before the token, with no people since?"""
    words = reading.words
    last = reading.discourse.together[-1].token if reading.discourse.together else -1
    start = max(last + 1, i - FARTHEST, reading.parsed.sentences[reading.sentence][0])
    for at in range(i - 1, start - 1, -1):
        if words.tag[at] == "NNS" and words.dep[at] in PLACES and at not in reading.nominals:
            return words.lemma[at] not in TIMES and effective_role(words, at) in places
    return False
