"""All who are there, or all but those just named: "the group", "the others", "the princes"."""

from films.extraction.coreference.binding import fellows
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.tags import SUBJECTS

EVERYBODY = frozenset({"group", "passenger", "survivor", "troupe", "castaway", "traveller", "traveler"})
COMPANIONS = frozenset({"friend", "gang", "teen", "teenager", "youngster"})  # so called by their company
BANDS = frozenset({"band", "crew", "gang", "posse", "squad", "team", "troop", "troupe"})
FAR = 6  # sentences in which those are looked for who are there
LONG = 15  # sentences that a company keeps together
MOST = 9  # of whom one may guess that they are together
MOST_OTHERS = 6  # ... and that all but those just named are meant
FEWEST = 3  # of two one says "the two"


def all_there(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """After "Mara, Tom and Max land on an island", "the group" are those three; or nobody."""
    words, i = reading.words, nominal.head
    is_part = words.dep[i] == "pobj" and words.lower[words.head[i]] == "of"  # "none of the passengers"
    if nominal.noun in COMPANIONS and nominal.owner is None and not nominal.modifiers and not is_part:
        beside = fellows(reading, i)  # "the friends help Tom"
        return tuple(entity for entity in _last_many(reading) if entity not in beside)
    if nominal.noun not in EVERYBODY or nominal.owner is not None or is_part:
        return ()
    band = _band_at_hand(reading) if nominal.noun == "group" else None
    if band is not None:
        return (band,)
    everybody = present(reading)
    company = _last_many(reading)
    found = (
        company if 2 * len(company) > len(everybody) else _few_present(reading, MOST)
    )  # else some were apart
    return found if len(found) >= FEWEST else ()


def read_all(reading: Reading, i: int) -> None:
    """ "All agree to leave": the company that was last told of together; "all is lost" is of nobody."""
    words, verb = reading.words, reading.words.head[i]
    finite = next((c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}), verb)
    are_many = words.tag[finite] == "VBP" or words.lower[finite] in {"were", "have"}
    is_alone = words.dep[i] in SUBJECTS and not words.children[i] and words.tag[i] in {"DT", "PDT"}
    meant = _last_many(reading) if is_alone and are_many else ()
    if meant:
        reading.mention_together(meant, i)


def _band_at_hand(reading: Reading) -> Entity | None:
    """ "Tom sends the squad home, but the group stays": the squad that was just told of."""
    for entity in reading.discourse.recent(reading.sentence, back=1):
        if entity.is_plural and not entity.members and not BANDS.isdisjoint(entity.nouns):
            return entity
    return None


def _last_many(reading: Reading) -> tuple[Entity, ...]:
    """Return the three or more people who were last spoken of as one, those of them who live."""
    for together in reversed(reading.discourse.together):
        if reading.sentence - together.sentence > FAR:
            break
        members = dict.fromkeys(member.final() for member in together.members)
        living = tuple(e for e in members if reading.discourse.is_present(e, reading.sentence))
        if len(living) >= FEWEST and all(e.is_named and not e.is_plural for e in living):
            return living
    return ()


def present(reading: Reading) -> tuple[Entity, ...]:
    """Return the named who live and were told of in the last sentences, in order of their first mention."""
    found = [
        entity
        for entity in reading.discourse.recent(reading.sentence, back=FAR)
        if entity.is_named and not entity.is_plural and reading.discourse.is_present(entity, reading.sentence)
    ]
    return tuple(sorted(found, key=lambda entity: entity.order))


def _few_present(reading: Reading, most: int) -> tuple[Entity, ...]:
    """Return those who are there where they are so few that they may be one party; or nobody.

    Of ten people who were told of lately some are enemies, or elsewhere.
    """
    everybody = present(reading)
    return everybody if len(everybody) <= most else ()


def of_title(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """After "Prince Max meets Prince Tom", "the princes" are those two."""
    if nominal.owner is not None or nominal.modifiers:
        return ()
    found = [
        entity
        for entity in reading.discourse.recent(reading.sentence, back=10**6)
        if entity.group is not None
        and not entity.is_plural
        and any(nominal.noun in title.lower() for m in entity.group.mentions for title in m.parts.titles)
    ]
    return tuple(sorted(found, key=lambda entity: entity.order)) if len(found) > 1 else ()


def read_others(reading: Reading, i: int) -> None:
    """ "Tom falls, but the others flee": the rest of his company, or of all who are there."""
    words = reading.words
    if words.lower[i - 1 : i] != ["the"] or words.tag[i] != "NNS" or i in reading.nominals:
        return
    told = [seen for seen in reading.discourse.seen if seen.sentence == reading.sentence]
    here = {seen.entity.final() for seen in told}
    if not here and words.starts_sentence[i - 1]:  # "Tom flees. The others follow."
        last = reading.discourse.last_main_subject(i, reading.sentence)
        here = {last} if last is not None else set()
    those = _company_of(reading, here) or _few_present(reading, MOST_OTHERS)
    rest = tuple(entity for entity in those if entity not in here)
    if here and len(rest) > 1:
        reading.mention_together(rest, i)


def _company_of(reading: Reading, here: set[Entity]) -> tuple[Entity, ...]:
    """Return the living of the group that one who was just told of belongs to, where more are left of it."""
    for group in reading.entities:
        members = {*group.members, *group.joined}
        if group.is_plural and len(members) > FEWEST - 1 and not here.isdisjoint(members):
            told = sorted(members, key=lambda entity: entity.order)
            return tuple(e for e in told if reading.discourse.is_present(e, reading.sentence))
    for together in reversed(reading.discourse.together):
        those = tuple(dict.fromkeys(member.final() for member in together.members))
        told_by = reading.nominals.get(together.token)
        is_near = together.sentence < reading.sentence <= together.sentence + LONG
        is_near = is_near and told_by is not None and (told_by.count is not None or told_by.is_plural)
        if is_near and len(those) >= FEWEST and not here.isdisjoint(those):
            return tuple(e for e in those if reading.discourse.is_present(e, reading.sentence))
    return ()
