"""Kin that are told of in pairs, without a word whose they are: "mother and daughter", "uncle and nephew"."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.kinship import CLASSES, INVERSE
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import noun_gender

FAR = 8  # sentences


def kin_of_pair(reading: Reading, nominal: Nominal) -> Entity | None:
    """Return whom the one noun of "mother and daughter" means, of two who were told to be so related.

    In "Mara lives with her daughter Ana. Mother and daughter sing." the nouns are Mara and Ana.
    """
    other = _other_of_pair(reading, nominal)
    if other is None:
        return None
    gender = noun_gender(nominal.noun)
    for entity in reading.discourse.recent(reading.sentence, back=FAR):
        related = reading.kinship.find(entity, other.noun)
        is_it = related and any(entity in reading.kinship.find(kin, nominal.noun) for kin in related)
        if is_it and not entity.is_plural and (gender is None or entity.accepts(gender)):
            return entity
    return None


def _other_of_pair(reading: Reading, nominal: Nominal) -> Nominal | None:
    """Return the noun beside this one, where both are bare and fit each other: a mother's is a daughter."""
    words, label = reading.words, CLASSES.get(nominal.noun)
    if label is None or not _is_bare(nominal):
        return None
    for step in (2, -2):
        between, other = nominal.head + step // 2, reading.nominals.get(nominal.head + step)
        if other is None or not _is_bare(other) or words.lower[between] != "and":
            continue
        if CLASSES.get(other.noun) == INVERSE.get(label):
            return other
    return None


def _is_bare(nominal: Nominal) -> bool:
    return nominal.owner is None and nominal.determiner == "" and not nominal.is_plural
