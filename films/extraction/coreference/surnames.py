"""Kin by a shared surname: "Mr. Vell leaves his daughter" means Mara Vell, "Mrs. Vell" is Mara's mother."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.nominals import Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.people import KIN_NOUNS, noun_gender

OF_ONE_NAME = ("mother", "father", "wife", "husband")


def of_same_surname(reading: Reading, nominal: Nominal, owner: Entity) -> Entity | None:
    """Return whom "Mr. Vell leaves his daughter" means: Mara Vell, where she alone has his name."""
    gender, surnames = noun_gender(nominal.noun), _surnames(owner)
    if gender is None or not surnames:
        return None
    others = [e for e in reading.entities if e is not owner and e.told and e.is_named]
    found = [e for e in others if surnames & _surnames(e)]
    if len(found) != 1 or found[0].gender is not gender or found[0] in reading.kinship.family(owner):
        return None
    reading.kinship.relate(owner, nominal.noun, found[0])
    return found[0]


def of_kin_title(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "Ma" alone is "Ma Vell", "Grandma" is "Grandma Vell"; but "mother" is somebody's."""
    is_called_so = reading.words.text[nominal.head][0].isupper() and nominal.start == nominal.head
    if not is_called_so or nominal.noun not in KIN_NOUNS:
        return None
    named = (e for e in reading.entities if e.is_named and e.group is not None)
    found = [e for e in named if e.group and any(nominal.noun in name.titles for name in e.group.names)]
    return found[0] if len(found) == 1 else None


def with_their_kin(reading: Reading, bearers: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return whom "the Vells" means: those of the name, and their wives and husbands, as far as they live.

    After "Tom Vell and his wife arrive" these are both of them; once Tom is dead, his children, too.
    """
    found = [bearer.final() for bearer in bearers]
    for bearer in tuple(found):
        found += [e for e in reading.kinship.spouses_of(bearer) if e.is_named or (e.told and not e.is_plural)]
        if not reading.discourse.is_present(bearer, reading.sentence):
            found += [e for e in reading.kinship.find(bearer, "child") if not e.is_plural]
    everybody = tuple(dict.fromkeys(found))
    living = tuple(e for e in everybody if reading.discourse.is_present(e, reading.sentence))
    return living or everybody


def meet_titled(reading: Reading, entity: Entity) -> None:
    """Let the mother who was told of be "Mrs. Vell", who is named now, where her son is a Vell."""
    surname = _titled_surname(entity)
    if not surname:
        return
    for owner in reading.discourse.recent(reading.sentence, back=10**6):
        if owner is entity or surname not in _surnames(owner):
            continue
        for noun in _kin_nouns(entity):
            kin = reading.kinship.find(owner, noun)
            if len(kin) == 1 and not kin[0].is_named and not kin[0].is_plural and noun in kin[0].nouns:
                kin[0].merged_into = entity
                reading.kinship.relate(owner, noun, entity)
                return


def _kin_nouns(entity: Entity) -> list[str]:
    return [noun for noun in OF_ONE_NAME if noun_gender(noun) is entity.gender]


def _titled_surname(entity: Entity) -> str:
    """Return "vell" of somebody who is never called anything but "Mrs. Vell"."""
    mentions = entity.group.mentions if entity.group is not None and not entity.is_plural else []
    cores = {m.parts.core for m in mentions if m.parts.title_gender is not None}
    is_only = len(cores) == 1 and all(m.parts.core in cores for m in mentions)
    core = next(iter(cores)) if is_only else ()
    return core[0] if len(core) == 1 else ""


def _surnames(entity: Entity) -> set[str]:
    """Return "vell" of Mara Vell and of Mr. Vell."""
    if entity.group is None:
        return set()
    titled = {m.parts.untitled.lower() for m in entity.group.mentions if m.parts.titles}
    return titled | set(entity.group.lasts)
