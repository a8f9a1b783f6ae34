"""Words for people, kin, animals and machines, what they say of gender and number, and first names' forms."""

from films.extraction.resources import read_companions, read_list
from films.vocabulary import CharacterKind, Gender

MALE_NOUNS = read_list("human_nouns_male")
FEMALE_NOUNS = read_list("human_nouns_female")
NEUTRAL_NOUNS = read_list("human_nouns")
GROUP_NOUNS = read_list("group_nouns")
KIN_NOUNS = read_list("kin_nouns")
ANIMAL_NOUNS = read_list("animal_nouns")
MACHINE_NOUNS = read_list("machine_nouns")
HUMAN_NOUNS = MALE_NOUNS | FEMALE_NOUNS | NEUTRAL_NOUNS | KIN_NOUNS
HUMAN_OR_GROUP_NOUNS = HUMAN_NOUNS | GROUP_NOUNS
SHORT_FORMS = read_companions("short_names")  # of a first name, what else its bearer may be called


def noun_gender(noun: str) -> Gender | None:
    """Return the gender a noun gives whom it names: "sister" is female, "doctor" says nothing."""
    if noun in FEMALE_NOUNS:
        return None if noun in MALE_NOUNS else Gender.FEMALE
    return Gender.MALE if noun in MALE_NOUNS else None


def noun_kind(noun: str) -> CharacterKind:
    """Return what sort of being a noun names."""
    if noun in HUMAN_NOUNS and noun not in MACHINE_NOUNS:
        return CharacterKind.PERSON
    if noun in ANIMAL_NOUNS:
        return CharacterKind.ANIMAL
    if noun in MACHINE_NOUNS:
        return CharacterKind.MACHINE
    return CharacterKind.GROUP if noun in GROUP_NOUNS else CharacterKind.OTHER


def is_human(lemma: str) -> bool:
    """Does this noun (a lemma) name a person?"""
    return lemma in HUMAN_NOUNS or (lemma.startswith("ex-") and lemma[3:] in HUMAN_NOUNS)


def singular(word: str) -> str:
    """Return the singular of a noun that the model did not reduce, as it leaves capitalised ones.

    >>> singular("grandparents")
    'grandparent'
    """
    if word not in HUMAN_NOUNS and word.endswith("s") and word[:-1] in HUMAN_OR_GROUP_NOUNS:
        return word[:-1]
    return word
