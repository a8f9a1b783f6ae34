"""Who is meant by a plural description: "the couple", "his parents", "the girls", "two prospectors"."""

from itertools import combinations

from films.extraction.coreference.binding import fellows
from films.extraction.coreference.discourse import antecedents
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.introducing import introduce
from films.extraction.coreference.kinship import CLASSES
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.plurals import PAIRS, SIZES, size_of, those_meant
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import noun_gender
from films.vocabulary import Gender

IN_LOVE = frozenset({"couple", "lover", "newlywed", "spouse"})
FAR = 8  # sentences in which people of the scene are looked for
GENDERED = frozenset({"girl", "boy", "man", "woman", "lady", "guy", "girls", "boys", "men", "women"})


def those_described(reading: Reading, nominal: Nominal, owners: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the known characters whom a plural describes, or a group of its own.

    After "Mara meets Tom", "the couple" are those two; "some friends" are a group.
    """
    if owners:
        found = [e for owner in owners for e in _kin(reading, nominal, owner) if e not in owners]
        if found:
            return tuple(dict.fromkeys(found))
    elif nominal.is_definite or nominal.determiner == "":
        members = _members(reading, nominal)
        if members:
            return members
    return (_known_group(reading, nominal) or introduce(reading, nominal),)


def _kin(reading: Reading, nominal: Nominal, owner: Entity) -> list[Entity]:
    if nominal.noun == "family":
        return reading.kinship.family(owner)[1:]
    return reading.kinship.find(owner, nominal.noun)


def _members(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    size = size_of(nominal.noun, nominal.count)
    if nominal.noun == "family":
        return _family(reading)
    if nominal.count and nominal.determiner == "" and nominal.owner is None:
        return ()
    fitting = _with_noun(reading, nominal)
    if len(fitting) >= 2 and (size is None or len(fitting) == size):
        return fitting
    if nominal.noun in PAIRS or nominal.noun in SIZES or nominal.count:
        return _pair_or_number(reading, nominal, size)
    if nominal.noun in GENDERED and nominal.determiner in {"the", "both", "these", "those"}:
        group = _known_group(reading, nominal) or _group_at_hand(reading, nominal)
        return (group,) if group is not None else _of_gender(reading, nominal)
    return ()


def _pair_or_number(reading: Reading, nominal: Nominal, size: int | None) -> tuple[Entity, ...]:
    if nominal.determiner not in {"the", "both", "these", "those"}:
        return ()
    barred = fellows(reading, nominal.head)
    meant = those_meant(reading.discourse, nominal.head, reading.sentence, size=size, barred=barred, back=4)
    if nominal.noun in PAIRS and not _is_pair(reading, meant):
        return _lovers(reading) or _likely_pair(reading, nominal, meant)
    return meant


def _is_pair(reading: Reading, who: tuple[Entity, ...]) -> bool:
    return len(who) == 2 and who[1] in reading.kinship.loved_by(who[0])


def _lovers(reading: Reading) -> tuple[Entity, ...]:
    """Return the two last spoken of who are told to be a pair."""
    for entity in reading.discourse.recent(reading.sentence, back=FAR):
        for other in reading.kinship.loved_by(entity):
            if entity.is_named and other.is_named:
                return entity, other
    return ()


def _likely_pair(reading: Reading, nominal: Nominal, meant: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the woman and the man last spoken of who are no kin; failing that whoever was meant."""
    if nominal.noun not in IN_LOVE or (len(meant) == 2 and _may_love(reading, *meant)):
        return meant
    words = reading.words
    acting = reading.who(words.subject(words.clause(nominal.head)))  # whoever meets the couple is not of it
    found = antecedents(reading.discourse, nominal.head, None, reading.sentence, barred=acting)
    ranked = [entity for _, entity in found if entity.is_named]
    pairs = ((one, other) for one, other in combinations(ranked, 2) if _may_love(reading, one, other))
    return next(pairs, meant)


def _may_love(reading: Reading, one: Entity, other: Entity) -> bool:
    is_mixed = one.gender is not None and other.gender is not None and one.gender is not other.gender
    return is_mixed and other not in reading.kinship.family(one)


def _group_at_hand(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "Soldiers enter. The men fire": the group that was just introduced."""
    gender = noun_gender(nominal.noun)
    for entity in reading.discourse.recent(reading.sentence, back=1):
        allowed = {gender} if gender is Gender.FEMALE else {None, gender}  # "the men" may be soldiers
        fits = all(noun_gender(noun) in allowed for noun in entity.nouns)
        if entity.is_plural and entity.group is None and not entity.members and entity.nouns and fits:
            return entity
    return None


def _with_noun(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """Return everybody of the scene of whom the noun, or one of its kind, was told."""
    gender = noun_gender(nominal.noun)
    label = CLASSES.get(nominal.noun)
    wanted = {noun for noun, other in CLASSES.items() if other == label} if label else {nominal.noun}
    found = [
        entity
        for entity in reading.discourse.recent(reading.sentence, back=FAR)
        if not entity.is_plural
        and wanted & entity.nouns.keys()
        and (gender is None or entity.accepts(gender))
    ]
    return tuple(sorted(found, key=lambda entity: entity.order))


def _of_gender(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    gender = noun_gender(nominal.noun)
    found = [
        entity
        for entity in reading.discourse.recent(reading.sentence, back=4)
        if entity.is_named and not entity.is_plural and gender is not None and entity.gender is gender
    ]
    return tuple(sorted(found, key=lambda entity: entity.order)) if len(found) > 1 else ()


def _family(reading: Reading) -> tuple[Entity, ...]:
    for entity in reading.discourse.recent(reading.sentence, back=FAR):
        family = reading.kinship.family(entity)
        if len(family) > 1:
            return tuple(member for member in family if not member.is_plural)
    return ()


def _known_group(reading: Reading, nominal: Nominal) -> Entity | None:
    if nominal.is_indefinite or nominal.owner is not None:
        return None
    for seen in reversed(reading.discourse.seen):
        if seen.entity.is_plural and nominal.noun in seen.entity.nouns:
            return seen.entity.final()
    return None
