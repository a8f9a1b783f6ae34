"""Whose somebody is: "his sister", "the wife of Tom", "Mara and Tom have a son"."""

from films.extraction.coreference.apposition import is_of_number, named_beside
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.kinship import AS_CHILDREN, CLASSES, FAMILY
from films.extraction.coreference.newcomers import birth_of
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading

OWNING = frozenset({"of", "to"})
GHOSTLY = frozenset({"ghost", "spirit"})  # "the ghost of Tom" is Tom
HAVING = frozenset({"have", "bear", "adopt"})


def owners_of(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """Return whose the described one is: "Mara's", "his", "of Mara", "to his son Tom"."""
    if nominal.owner is not None:
        return reading.who(nominal.owner)
    words = reading.words
    if nominal.noun in AS_CHILDREN:
        return _who_has(reading, nominal)
    if nominal.noun not in CLASSES and nominal.noun not in GHOSTLY:
        return ()
    if not nominal.determiner:
        shared = _shared_owner(reading, nominal.head)
        if shared is not None:
            return reading.who(shared)
    for c in words.children[nominal.head]:
        if words.dep[c] == "prep" and words.lower[c] in OWNING and not is_of_number(reading, nominal.head):
            owner = words.child(c, "pobj")
            joined = reading.conjuncts(owner) if owner is not None else []
            if nominal.noun in GHOSTLY:
                joined = [i for i in joined if i in reading.named]
            return tuple(entity for i in joined for entity in _who_or_named(reading, i))
    return _who_has(reading, nominal) if nominal.noun in CLASSES else ()


def _who_has(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "Mara and Tom have a son": whose children they are."""
    words, verb = reading.words, reading.words.head[nominal.head]
    has_got = words.lower[verb] == "got" and any(words.dep[c] == "aux" for c in words.children[verb])
    is_had = words.dep[nominal.head] == "dobj" and (words.lemma[verb] in HAVING or has_got)
    is_new = nominal.is_indefinite or nominal.determiner == ""
    noun = AS_CHILDREN.get(nominal.noun, nominal.noun)
    birth = birth_of(words, nominal.head)
    if birth is not None and CLASSES[noun] in FAMILY and is_new:
        return reading.who(words.subject(birth))
    if not is_had or CLASSES[noun] not in FAMILY or not is_new:
        return ()
    return reading.all_of(words.subject(verb))


def _shared_owner(reading: Reading, i: int) -> int | None:
    """ "his father, mother Mara and sister Ines": whoever is joined is his, too."""
    words = reading.words
    while words.dep[i] in {"compound", "appos", "conj", "nmod"} and words.head[i] != i:
        i = words.head[i]
        if i in reading.nominals and reading.nominals[i].owner is not None:
            return reading.nominals[i].owner
    return None


def _who_or_named(reading: Reading, i: int) -> tuple[Entity, ...]:
    if i in reading.nominals and i not in reading.heads:
        return named_beside(reading, reading.nominals[i])
    return reading.who(i)
