"""Who is meant by a plural description: "the couple", "his parents", "the girls", "two prospectors"."""

from collections.abc import Collection
from itertools import combinations

from films.extraction.coreference.binding import fellows, subjects_over
from films.extraction.coreference.discourse import antecedents
from films.extraction.coreference.ensembles import all_there, of_title
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.groups import company
from films.extraction.coreference.introducing import introduce
from films.extraction.coreference.kinship import CLASSES, UNDERLINGS
from films.extraction.coreference.nominals import ANOTHER, NUMBERS, PEOPLES, Nominal
from films.extraction.coreference.plurals import PAIRS, SIZES, size_of, those_meant
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import noun_gender
from films.vocabulary import Gender

IN_LOVE = frozenset({"couple", "lover", "newlywed", "spouse"})
FAR = 8  # sentences in which people of the scene are looked for
OF_ONE_NAME = frozenset({"brother", "sister", "sibling", "twin", "gang", "family", "clan", "cousin"})
THESE = frozenset({"the", "both", "these", "those", "all"})
LEFT_OVER = frozenset({"remaining", "surviving", "same"})
FEWEST = 3
NUMERALS = {number: word for word, number in NUMBERS.items()}
GENDERED = frozenset({"girl", "boy", "man", "woman", "lady", "guy", "girls", "boys", "men", "women"})


def those_described(reading: Reading, nominal: Nominal, owners: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the known characters whom a plural describes, or a group of its own.

    After "Mara meets Tom", "the couple" are those two; "some friends" are a group.
    """
    known = _of_name(reading, nominal)
    if known is not None:
        return (known,)
    if owners:
        found = [e for owner in owners for e in _kin(reading, nominal, owner) if e not in owners]
        found = found or _band(reading, nominal, owners)
        if found:
            return tuple(dict.fromkeys(found))
    elif nominal.is_definite or _is_bare(reading, nominal) or (nominal.determiner == "all" and nominal.count):
        members = _members(reading, nominal)
        if members:
            return members
    known = (
        _of_name(reading, nominal) or _known_group(reading, nominal) or _same_owners(reading, nominal, owners)
    )
    if nominal.is_definite and (known is None or (nominal.noun != "group" and _is_vague(reading, known))):
        meant = of_title(reading, nominal) if known is None else ()
        meant = meant or all_there(reading, nominal)
        if meant:
            return meant
    group = known or introduce(reading, nominal)
    group.owners = group.owners or owners
    return (group,)


def _is_bare(reading: Reading, nominal: Nominal) -> bool:
    """Is there neither article nor adjective: not "armed kids", "a room full of children"?"""
    if nominal.determiner or nominal.modifiers:
        return False
    return reading.words.dep[nominal.head] != "pobj" or reading.words.lower[nominal.head - 1] != "of"


def _is_vague(reading: Reading, group: Entity) -> bool:
    """Is a group neither told by its members nor by a number?"""
    return group.size is None and not company(reading, group)


def _of_name(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "The Vell brothers" are the Vells."""
    if nominal.noun not in OF_ONE_NAME or not nominal.modifiers:
        return None
    many = (entity for entity in reading.entities if entity.is_plural and entity.group is not None)
    names = {m.parts.text.lower().removesuffix("s"): e for e in many if e.group for m in e.group.mentions}
    return next((names[word] for word in sorted(nominal.modifiers) if word in names), None)


def _kin(reading: Reading, nominal: Nominal, owner: Entity) -> list[Entity]:
    if nominal.noun == "family":
        household = reading.kinship.household(owner)
        return [kin for kin in household if reading.discourse.is_present(kin, reading.sentence)]
    return reading.kinship.find(owner, nominal.noun)


def _band(reading: Reading, nominal: Nominal, owners: tuple[Entity, ...]) -> list[Entity]:
    """ "Tom's men" who were told of before, and no "other men" or "new men" of his."""
    if len(owners) != 1 or nominal.modifiers & ANOTHER:
        return []
    band = reading.kinship.band(owners[0], nominal.noun)
    return [band] if band is not None and nominal.count in {None, band.size} else []


def _members(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    size = 2 if nominal.determiner == "both" else size_of(nominal.noun, nominal.count)
    if nominal.noun == "family" and reading.words.tag[nominal.head] != "NNS":
        return _family(reading)
    if nominal.noun == "family":
        return _families(reading) if nominal.determiner in THESE else ()
    if nominal.count and nominal.determiner == "" and nominal.owner is None:
        return ()
    known = _told_by_noun(reading, nominal, size)
    if known is not None:
        return known
    if size is not None:
        known = _known_number(reading, nominal, _with_noun(reading, nominal))
        if CLASSES.get(nominal.noun) == "parent":
            return known  # "the two fathers" are fathers, and not any two men
        return known or _pair_or_number(reading, nominal, size) or _as_many(reading, nominal, size)
    if nominal.noun in GENDERED and nominal.determiner in THESE:
        group = _known_group(reading, nominal) or _group_at_hand(reading, nominal, is_told_of=True)
        people = () if group is not None else _of_gender(reading, nominal)
        group = group or (None if people else _group_at_hand(reading, nominal))
        return (group,) if group is not None else people
    return ()


def _told_by_noun(reading: Reading, nominal: Nominal, size: int | None) -> tuple[Entity, ...] | None:
    """Return those of whom the noun was told before; nobody where a group of that noun is meant."""
    fitting = _with_noun(reading, nominal)
    is_calling = nominal.noun not in CLASSES and not all(entity.is_named for entity in fitting)
    if size is None and is_calling and _known_group(reading, nominal) is not None:
        return ()  # "the pirates" rather than the pirate king and a pirate
    siblings = _siblings(reading, nominal) if size is None and nominal.determiner in THESE else ()
    if siblings and len(fitting) > len(siblings):
        return siblings  # of two families, those last told of
    if len(fitting) >= 2 and (size is None or len(fitting) == size):
        return fitting
    is_trio = nominal.noun in SIZES and nominal.determiner == "the" and not nominal.modifiers
    trio = _known_group(reading, nominal) if is_trio else None
    return siblings or ((trio,) if trio is not None else None)  # "a trio of thieves" of before


def _siblings(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "Mara has two sons, Tom and Max. The brothers fight": Tom and Max, though nobody called them so."""
    if CLASSES.get(nominal.noun) != "sibling" or nominal.modifiers:
        return ()
    for entity in reading.discourse.recent(reading.sentence, back=FAR):
        family = (entity, *reading.kinship.find(entity, nominal.noun)) if entity.is_named else ()
        gender = noun_gender(nominal.noun)
        named = [e for e in family if e.is_named and (gender is None or e.gender is gender)]
        if len(named) > 1 and entity in named:
            return tuple(sorted(dict.fromkeys(named), key=lambda e: e.order))
    return ()


def _known_number(reading: Reading, nominal: Nominal, fitting: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "The two nurses" are the two who were called nurses, or the one nurse and who is told of with her."""
    if not nominal.count or nominal.noun in PAIRS:
        return ()
    group = _known_group(reading, nominal)
    if group is not None and group.size == nominal.count:
        return (group,)
    gender = noun_gender(nominal.noun)
    for told in reversed(reading.discourse.together) if fitting else ():
        members = tuple(dict.fromkeys(member.final() for member in told.members))
        are_they = gender is None or all(member.gender in {None, gender} for member in members)
        if len(members) == nominal.count and set(fitting) <= set(members) and are_they:
            return members
    return ()


def _as_many(reading: Reading, nominal: Nominal, size: int) -> tuple[Entity, ...]:
    """ "All three men" are the three friends of long ago, or the men of the scene where they are three."""
    is_more = nominal.modifiers - {NUMERALS.get(size, "")}  # "the three Vell brothers"
    if nominal.determiner not in THESE or nominal.count != size or size < FEWEST or is_more:
        return ()
    told = [
        e for e in dict.fromkeys(s.entity.final() for s in reversed(reading.discourse.seen)) if e.is_plural
    ]
    group = next((e for e in told if e.size == size and e.group is None), None)
    if group is not None:
        return (group,)
    gender = noun_gender(nominal.noun)
    if gender is None:
        return ()
    recent = reading.discourse.recent(reading.sentence, back=FAR)
    found = [e for e in recent if e.is_named and not e.is_plural and e.gender is gender]
    found = [e for e in found if reading.discourse.is_present(e, reading.sentence)]
    return tuple(sorted(found, key=lambda e: e.order)) if len(found) == size else ()


def _pair_or_number(reading: Reading, nominal: Nominal, size: int | None) -> tuple[Entity, ...]:
    if nominal.determiner not in THESE:
        return ()
    barred = {*fellows(reading, nominal.head), *subjects_over(reading, nominal.head)}
    gender = noun_gender(nominal.noun)
    meant = those_meant(
        reading.discourse, nominal.head, reading.sentence, size=size, gender=gender, barred=barred, back=4
    )
    if nominal.noun in PAIRS and not _is_pair(reading, meant):
        lovers = (
            _lovers(reading, _joined_with(reading, nominal)) if nominal.noun in IN_LOVE or not meant else ()
        )
        meant = lovers or _same_pair(reading, nominal) or _likely_pair(reading, nominal, meant)
    if nominal.noun in IN_LOVE:
        reading.couple = meant
    return meant


def _same_pair(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """Return those who were last called a couple, where they are still in the scene."""
    recent = reading.discourse.recent(reading.sentence, back=FAR)
    barred = fellows(reading, nominal.head)
    is_here = all(entity in recent and entity not in barred for entity in reading.couple)
    return reading.couple if nominal.noun in IN_LOVE and is_here else ()


def _is_pair(reading: Reading, who: tuple[Entity, ...]) -> bool:
    return len(who) == 2 and who[1] in reading.kinship.loved_by(who[0])


def _joined_with(reading: Reading, nominal: Nominal) -> set[Entity]:
    """Return Tom of "Tom and the couple"."""
    words, first = reading.words, nominal.head
    while words.dep[first] == "conj" and words.head[first] < first:
        first = words.head[first]
    return {e for c in reading.conjuncts(first) if c != nominal.head for e in reading.who(c)}


def _lovers(reading: Reading, barred: Collection[Entity]) -> tuple[Entity, ...]:
    """Return the two last spoken of who are told to be a pair, and live; in "Tom and the couple" not Tom."""
    for entity in reading.discourse.recent(reading.sentence, back=FAR):
        for other in reading.kinship.loved_by(entity):
            both = (entity, other)
            are_free = not set(both).intersection(barred)
            are_there = all(e.is_named and reading.discourse.is_present(e, reading.sentence) for e in both)
            if are_free and are_there:
                return both
    return ()


def _likely_pair(reading: Reading, nominal: Nominal, meant: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the woman and the man last spoken of who are no kin; failing that whoever was meant."""
    if nominal.noun not in IN_LOVE or (len(meant) == 2 and _may_love(reading, *meant)):
        return meant
    words = reading.words
    acting = reading.who(words.subject(words.clause(nominal.head)))  # whoever meets the couple is not of it
    found = antecedents(reading.discourse, nominal.head, None, reading.sentence, barred=acting)
    ranked = [e for _, e in found if e.is_named and reading.discourse.is_present(e, reading.sentence)]
    pairs = ((one, other) for one, other in combinations(ranked, 2) if _may_love(reading, one, other))
    return next(pairs, meant)


def _may_love(reading: Reading, one: Entity, other: Entity) -> bool:
    is_mixed = one.gender is not None and other.gender is not None and one.gender is not other.gender
    return is_mixed and other not in reading.kinship.family(one)


def _group_at_hand(reading: Reading, nominal: Nominal, *, is_told_of: bool = False) -> Entity | None:
    """ "Soldiers enter. The men fire": the group that was just introduced.

    Of a group that stands in a clause below another ("He learns that the coven meet") the text may not tell.
    """
    gender = noun_gender(nominal.noun)
    for entity, seen in reading.discourse.recent(reading.sentence, back=1).items():
        allowed = {gender} if gender is Gender.FEMALE else {None, gender}  # "the men" may be soldiers
        fits = all(noun_gender(noun) in allowed and noun not in CLASSES for noun in entity.nouns)
        if is_told_of and all(s.role in {"subsubj", "poss"} for s in seen):
            continue
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
        and any(_is_of_people(nominal, entity.nouns[noun]) for noun in wanted & entity.nouns.keys())
        and (gender is None or (entity.accepts(gender) and entity.gender in {None, gender}))
    ]
    return tuple(sorted(found, key=lambda entity: entity.order))


def _is_of_people(nominal: Nominal, told: frozenset[str]) -> bool:
    """ "The French soldiers" are no German ones."""
    peoples = nominal.modifiers & PEOPLES
    return not peoples or not peoples.isdisjoint(told)


def _of_gender(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "The girls": those of that gender last spoken of together, or all of them in the scene."""
    gender = noun_gender(nominal.noun)
    if gender is None:
        return ()
    barred = fellows(reading, nominal.head)
    for told in reversed(reading.discourse.together):
        if reading.sentence - told.sentence > FAR:
            break
        everybody = dict.fromkeys(member.final() for member in told.members)
        members = tuple(e for e in everybody if reading.discourse.is_present(e, reading.sentence))
        are_they = all(e.is_named and e.gender in {None, gender} and e not in barred for e in members)
        if len(members) > 1 and are_they and any(e.gender is gender for e in members):
            return members
    found = [
        entity
        for entity in reading.discourse.recent(reading.sentence, back=4)
        if entity.is_named and not entity.is_plural and entity.gender is gender and entity not in barred
    ]
    found = [entity for entity in found if reading.discourse.is_present(entity, reading.sentence)]
    return tuple(sorted(found, key=lambda entity: entity.order)) if len(found) > 1 else ()


def _families(reading: Reading) -> tuple[Entity, ...]:
    """ "The families": two that were told by name, the Vells and the Orrs, or by who belongs to them."""
    recent = reading.discourse.recent(reading.sentence, back=FAR)
    named = [e for e in recent if e.is_plural and e.group is not None]
    if len(named) > 1:
        return tuple(sorted(named, key=lambda entity: entity.order))
    told = {frozenset(reading.kinship.family(e)) for e in recent if e.is_named and not e.is_plural}
    families = [family for family in told if len(family) > 1]
    members = [e for family in families for e in family if not e.is_plural]
    return tuple(sorted(members, key=lambda entity: entity.order)) if len(families) == 2 else ()


def _family(reading: Reading) -> tuple[Entity, ...]:
    """ "The family": of those told of lately, the people of one house who were told of most together."""
    recent = reading.discourse.recent(reading.sentence, back=FAR)
    best: tuple[Entity, ...] = ()
    for entity in recent:
        kin = [entity, *reading.kinship.household(entity)] if not entity.is_plural else []
        there = [e for e in kin if not e.is_plural and reading.discourse.is_present(e, reading.sentence)]
        if len(there) > 1 and sum(e in recent for e in there) > sum(e in recent for e in best):
            best = tuple(there)
    return best


def _known_group(reading: Reading, nominal: Nominal) -> Entity | None:
    is_new = nominal.is_indefinite or (nominal.count is not None and not nominal.determiner)
    if is_new or nominal.owner is not None:
        return None
    for seen in reversed(reading.discourse.seen):
        entity = seen.entity
        if entity.is_plural and nominal.noun in entity.nouns:
            return None if _are_others(nominal, entity.nouns[nominal.noun]) else entity.final()
    return None


def _same_owners(reading: Reading, nominal: Nominal, owners: tuple[Entity, ...]) -> Entity | None:
    """ "Tom and his men" are "Tom's men" of before, and his henchmen."""
    like = UNDERLINGS if nominal.noun in UNDERLINGS else {nominal.noun}
    if not owners or nominal.is_indefinite or nominal.count is not None:
        return None
    for seen in reversed(reading.discourse.seen):
        group = seen.entity.final()
        is_theirs = {owner.final() for owner in group.owners} == set(owners)
        if is_theirs and group.is_plural and not like.isdisjoint(group.nouns):
            told = frozenset[str]().union(*(group.nouns[noun] for noun in like & group.nouns.keys()))
            return None if _are_others(nominal, told) else group
    return None


def _are_others(nominal: Nominal, told: frozenset[str]) -> bool:
    """Are "the new pilots", "the Mexican police" and "veiled women" others than those told of so far?"""
    if nominal.modifiers & LEFT_OVER:
        return False
    added = nominal.modifiers - told
    if added & (ANOTHER | PEOPLES):
        return True
    return nominal.determiner == "" and bool(added) and nominal.modifiers == added
