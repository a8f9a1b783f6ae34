"""Whom a plain noun means rather than the hero: who was just met, or just born.

"A passenger hits a servant. The violent man leaves", "They have a son, Tom. The baby falls ill".
"""

from collections.abc import Collection

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.kinship import AS_CHILDREN, CLASSES
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import noun_gender
from films.extraction.resources import read_list
from films.extraction.words import Words
from films.vocabulary import CharacterKind

BABIES = frozenset({"baby", "infant", "newborn", "toddler"})
OFFSPRING = read_list("offspring_nouns")
BEARING = frozenset({"have", "bear", "expect", "deliver", "adopt", "birth"})
ANYBODY = read_list("mere_people")  # "stranger", "passenger": all that is known of somebody


def just_met(reading: Reading, nominal: Nominal, barred: Collection[Entity]) -> Entity | None:
    """Return the man without a name who came into the story in this sentence or the last, or nobody."""
    gender = noun_gender(nominal.noun)
    if gender is None:
        return None
    for entity in reading.discourse.recent(reading.sentence, back=1):
        is_new = reading.sentence - reading.parsed.sentence_of(entity.order) <= 1
        if entity.is_named or entity.is_plural or entity in barred or not is_new or not entity.nouns:
            continue
        is_kin = any(noun in CLASSES for noun in entity.nouns)
        is_anybody = ANYBODY.issuperset(entity.nouns) or is_one_of_many(entity)
        fits = entity.gender is gender or (entity.gender is None and is_anybody)
        if fits and not is_kin and entity.kind is CharacterKind.PERSON:
            return entity
    return None


def is_one_of_many(entity: Entity) -> bool:
    """ "Tom kills one of his guards. The man was a spy.": the guard."""
    return any(text.startswith("one of ") for text in entity.descriptions)


def is_grown(reading: Reading, entity: Entity) -> bool:
    """Is somebody told to have a wife, a husband, a lover or children?"""
    return bool(reading.kinship.loved_by(entity)) or bool(reading.kinship.find(entity, "child"))


def is_baby(words: Words, nominal: Nominal) -> bool:
    """ "the infant", "the baby girl"; but not "the Vell baby"."""
    if nominal.noun in BABIES:
        return not any(words.dep[c] == "compound" for c in words.children[nominal.head])
    return nominal.noun in OFFSPRING and not nominal.modifiers.isdisjoint(BABIES)


def note_birth(words: Words, nominal: Nominal, entity: Entity) -> None:
    """Let the son whom somebody has be "the baby" later on."""
    is_child = CLASSES.get(AS_CHILDREN.get(nominal.noun, nominal.noun)) == "child"
    is_small = is_borne(words, nominal.head) or is_baby(words, nominal)
    if is_child and is_small and not entity.is_plural:
        entity.nouns.setdefault("baby", frozenset())


def is_borne(words: Words, i: int) -> bool:
    """ "has a son", "gives birth to a girl"."""
    return birth_of(words, i) is not None or (
        words.dep[i] == "dobj" and words.lemma[words.head[i]] in BEARING
    )


def birth_of(words: Words, i: int) -> int | None:
    """Return the verb of "gives birth to a girl", where the girl is this token."""
    above = words.head[words.head[i]]
    if words.dep[i] != "pobj" or words.lower[words.head[i]] != "to":
        return None
    verb = words.head[above] if words.lemma[above] == "birth" else above
    birth = words.child(verb, "dobj")
    return verb if birth is not None and words.lemma[birth] == "birth" else None


def baby_meant(reading: Reading, nominal: Nominal) -> Entity | None:
    """Return the baby of whom most was told so far, or a child who has done nothing yet."""
    gender = noun_gender(nominal.noun)
    seen = [s for s in reversed(reading.discourse.seen) if not s.entity.final().is_plural]
    told = dict.fromkeys(s.entity.final() for s in seen)
    fitting = [e for e in told if gender is None or e.accepts(gender)]
    babies = [e for e in fitting if "baby" in e.nouns]
    if babies:
        return max(babies, key=lambda entity: entity.told)
    words = reading.words
    doing = (s for s in seen if words.dep[s.token] == "nsubj" and not s.is_joint)
    acting = {s.entity.final() for s in doing if words.lemma[words.head[s.token]] != "be"}
    small = (e for e in fitting if OFFSPRING & e.nouns.keys() and e not in acting)
    baby = next((entity for entity in small if not is_grown(reading, entity)), None)
    if baby is not None:
        baby.nouns["baby"] = frozenset()
    return baby
