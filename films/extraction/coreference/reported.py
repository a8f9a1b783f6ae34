"""Who thinks, says or is told what a clause reports: "Mara says that she knows"."""

from films.extraction.coreference.controlling import doer
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.reading_state import Reading
from films.extraction.resources import read_list
from films.extraction.tags import SUBJECTS

REPORTING = read_list("verbs_of_saying") | read_list("verbs_of_thought") | read_list("verbs_of_knowing")
ADVISING = frozenset(
    {"warn", "advise", "order", "remind", "convince", "persuade", "assure", "reassure", "ask"}
)
URGING = frozenset({"must", "should", "can", "may", "could", "might"})


def holder_of_words(reading: Reading, i: int) -> Entity | None:
    """Return whom the subject of a reported clause likely means: the one who says it.

    In "Mara tells Ana that she has lost the ring" it is Mara; one is warned, advised or reminded of
    oneself: in "Mara warns Ana that she must leave" it is Ana.
    """
    words = reading.words
    clause = words.head[i]
    if words.dep[i] not in SUBJECTS or words.dep[clause] != "ccomp" or words.head[clause] > i:
        return None
    verb = words.head[clause]
    if words.lemma[verb] not in REPORTING:
        return None
    told = words.child(verb, "dobj", "dative")
    is_urged = any(words.dep[c] == "aux" and words.lower[c] in URGING for c in words.children[clause])
    if told is not None and told < i and (words.lemma[verb] in ADVISING or is_urged):
        return reading.one(told)
    holder = doer(words, verb) if words.dep[verb] != "pcomp" else None  # "tricks Max into thinking that he"
    if holder is None:
        holder = words.subject(verb)
    return reading.one(holder)
