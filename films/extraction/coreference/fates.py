"""Who has died in the story so far: the dead are not among "they"."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.reading_state import Reading
from films.extraction.tags import FINITE_TAGS
from films.extraction.words import Words

DYING = frozenset({"die", "perish"})
KILLING = frozenset({"kill", "murder", "behead", "execute", "assassinate", "strangle", "slay", "drown"})
FATAL = DYING | KILLING
REMAINS = frozenset({"death", "funeral", "corpse"})
TOLD_TAGS = FINITE_TAGS | {"VBN"}
UNSURE = frozenset({"apparently", "seemingly", "nearly", "almost", "supposedly", "presumably"})
GHOSTS = frozenset({"ghost", "spirit", "undead", "zombie", "vampire", "afterlife", "reincarnate"})
TOLD = frozenset({"ROOT", "conj", "advcl", "relcl"})
UNTOLD_AUXILIARIES = frozenset({"will", "would", "could", "can", "may", "might", "should", "must", "to"})


def note_fate(reading: Reading, i: int) -> None:
    """Remember that whoever the mention at token `i` means is told to die; who acts later is alive."""
    words = reading.words
    verb = words.head[i]
    if reading.has_ghosts:
        return
    if words.dep[i] in {"nsubj", "nsubjpass", "dobj", "poss"} and _is_told_dead(words, i, verb):
        for entity in reading.who(i):
            if not entity.is_plural:  # of "his men" some may be left
                reading.discourse.dead.setdefault(entity.final(), reading.sentence)
    elif reading.discourse.dead and words.dep[i] == "nsubj" and i in reading.named:
        _revive(reading, reading.named[i][1].final())


def _revive(reading: Reading, entity: Entity) -> None:
    died = reading.discourse.dead.get(entity)
    if died is not None and died < reading.sentence:
        del reading.discourse.dead[entity]


def _is_told_dead(words: Words, i: int, verb: int) -> bool:
    dep, lemma = words.dep[i], words.lemma[verb]
    if dep == "poss":
        return lemma in REMAINS
    if lemma not in FATAL or words.tag[verb] not in TOLD_TAGS or words.dep[verb] not in TOLD:
        return False
    others = words.children[verb]
    if any(words.dep[c] == "neg" or words.lower[c] in UNSURE | UNTOLD_AUXILIARIES for c in others):
        return False
    if lemma in DYING:
        return dep == "nsubj"
    return dep == "dobj" or (dep == "nsubjpass" and words.tag[verb] in {"VBN", "VBD"})
