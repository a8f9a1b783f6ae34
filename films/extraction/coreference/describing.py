"""Who is meant by a description: "his sister", "the young man", "the nurse"."""

from collections import Counter
from dataclasses import replace

from films.extraction.coreference.apposition import name_set_off, named_beside
from films.extraction.coreference.behind_names import name_before_mark
from films.extraction.coreference.binding import fellows, subjects_over
from films.extraction.coreference.deeds import known_by_deed
from films.extraction.coreference.describing_many import those_described
from films.extraction.coreference.discourse import antecedents
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.gender import BY_NOUN
from films.extraction.coreference.groups import announced, company, learn_members
from films.extraction.coreference.introducing import introduce, text_of
from films.extraction.coreference.joined_nouns import joined_with, of_collective, one_of_many
from films.extraction.coreference.kinship import AS_CHILDREN, CLASSES, FAMILY
from films.extraction.coreference.made_into import is_only_made, made_into
from films.extraction.coreference.newcomers import (
    baby_meant,
    birth_of,
    is_baby,
    is_grown,
    is_one_of_many,
    just_met,
    note_birth,
)
from films.extraction.coreference.nominals import ANOTHER, Nominal
from films.extraction.coreference.owners import GHOSTLY, owners_of
from films.extraction.coreference.pairs_of_kin import kin_of_pair
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.surnames import of_kin_title, of_same_surname
from films.extraction.coreference.trades import known_by_trade, nouns_beside_slash
from films.extraction.people import GROUP_NOUNS, noun_gender
from films.extraction.resources import read_list
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words
from films.vocabulary import CharacterKind, MentionKind

NOBODY = frozenset({"no", "any", "every", "each", "either", "neither"})
HOLDING = read_list("verbs_of_belief") | {"know", "consider", "find", "declare", "reveal", "assume"}
COPULAS = frozenset({"be", "become", "remain", "seem"})
YOUNG = read_list("young_nouns")
OFFSPRING = read_list("offspring_nouns")
SET_APART = frozenset({"first", "second", "third", "last", "next", "other", "new", "different"})
FURTHER = frozenset({"second", "third", "fourth", "other", "different"})  # "their second child"
NEAR = 5  # sentences
SURVIVING = {"widow": "wife", "widower": "husband"}
GENERIC = YOUNG | frozenset({"man", "woman", "lady", "guy", "gentleman"})


def read_description(reading: Reading, nominal: Nominal) -> None:
    """Say who is meant by a description, and remember what it tells of them."""
    if nominal.determiner in NOBODY or _is_before_its_pronoun(reading, nominal):
        return
    one = one_of_many(reading, nominal)
    if one is not None:
        _read_one_of_many(reading, replace(nominal, start=one, determiner="one", count=None, is_plural=False))
        return
    group = of_collective(reading, nominal)
    if group is not None:
        _tell_kind(reading, nominal, group)
        return
    owners = owners_of(reading, nominal)
    beside = announced(reading, nominal, nominal.count) if nominal.count else ()
    beside = beside or named_beside(reading, nominal) or joined_with(reading, nominal)
    who = tuple(entity for entity in beside if entity not in owners)
    who = who or made_into(reading, nominal)
    if not who and is_only_made(reading.words, nominal.head):
        return
    if not who and _is_predicate(reading, nominal):
        _read_predicate(reading, nominal, owners)
        return
    is_told = bool(who)
    if is_told and nominal.is_definite and not nominal.is_plural:
        _reveal(reading, nominal, who[0])
    if not who and nominal.is_plural:
        who = those_described(reading, nominal, owners)
    elif not who:
        who = (_one_described(reading, nominal, owners),)
    _tell(reading, nominal, who, owners, is_guess=not is_told)
    _note(reading, nominal, who, owners)


def _read_one_of_many(reading: Reading, nominal: Nominal) -> None:
    """ "One of his men falls": somebody new, whom the noun describes; or who is said to be one of them."""
    words, one = reading.words, nominal.start
    owners = owners_of(reading, nominal)
    if words.dep[one] == "attr" and words.child(words.head[one], "neg") is not None:
        return
    name = name_set_off(reading, nominal)
    who = reading.who(name) or named_beside(reading, nominal) or _said_to_be(reading, one)
    who = tuple(entity for entity in who if entity not in owners)[:1]
    is_told = len(who) == 1 and not who[0].is_plural
    who = who if is_told else (introduce(reading, nominal),)
    if who[0].kind in {CharacterKind.GROUP, CharacterKind.OTHER}:  # of people, of locals
        who[0].kind = CharacterKind.PERSON
    _tell(reading, nominal, who, owners, is_guess=not is_told)
    if not who[0].is_named:
        who[0].descriptions[text_of(reading, nominal)] += 1
    reading.mention(who[0], one, nominal.end, one, MentionKind.NOMINAL)
    reading.heads[nominal.head] = who


def _said_to_be(reading: Reading, one: int) -> tuple[Entity, ...]:
    """ "Tom is one of them", "Tom, a clerk and one of them": of whom that is said."""
    words, at = reading.words, one
    if words.dep[at] == "conj" and words.head[at] in reading.nominals:
        at = words.head[at]
    if words.dep[at] == "attr":
        return reading.who(words.subject(words.head[at]))
    if words.dep[at] != "appos":
        return ()
    beside = name_before_mark(reading, at - 1)  # "Tom and Max (one of them)": Max
    return reading.who(words.head[at] if beside is None else beside)


def _tell_kind(reading: Reading, nominal: Nominal, group: Entity) -> None:
    """ "A gang of thieves" are one group, which is a gang and whose people are thieves."""
    reading.heads[nominal.head] = (group,)
    group.nouns[nominal.noun] = group.nouns.get(nominal.noun, frozenset()) | nominal.modifiers
    members = named_beside(reading, nominal)
    if len(members) > 1 and not group.members:
        group.members = members
    collective = reading.nominals[reading.words.head[reading.words.head[nominal.head]]]
    short, full = text_of(reading, collective), text_of(reading, replace(collective, end=nominal.end))
    texts = [(full if text == short else text, count) for text, count in group.descriptions.items()]
    group.descriptions = Counter(dict(texts))


def _reveal(reading: Reading, nominal: Nominal, entity: Entity) -> None:
    """Let the killer who was told of be Tom, once "the killer is Tom" or "the killer, Tom," is read."""
    other = _known(reading, nominal) if nominal.owner is None else None
    if other is None or other.is_named or other.is_plural or not entity.is_named:
        return
    if None in {other.gender, entity.gender} or other.gender is entity.gender:
        other.merged_into = entity


def _is_before_its_pronoun(reading: Reading, nominal: Nominal) -> bool:
    """ "A lonely man, he drinks": nobody new, but whom the pronoun means."""
    words, end = reading.words, nominal.end
    return (
        words.starts_sentence[nominal.start]
        and nominal.is_indefinite
        and words.text[end : end + 1] == [","]
        and words.lower[end + 1 : end + 2] in (["he"], ["she"])
    )


def _is_predicate(reading: Reading, nominal: Nominal) -> bool:
    words, i = reading.words, nominal.head
    if words.dep[_described(reading, i)] in {"attr", "oprd"}:
        return True
    return words.dep[i] == "pobj" and words.lower[words.head[i]] == "as"


def _described(reading: Reading, i: int) -> int:
    """ "Mara and Tom are two Orr County, Iowa officers": the officers hang on the county, no person."""
    words, at = reading.words, reading.words.head[i]
    first, noun = reading.nominals.get(at), reading.nominals.get(i)
    if words.dep[i] == "conj" and words.dep[at] == "attr" and first is not None and noun is not None:
        return i if first.is_plural or noun.is_plural else at  # "is a poet and the owner of the inn"
    is_beside = words.dep[i] == "appos" and words.dep[at] == "attr" and words.tag[i] == "NNS"
    return at if is_beside and at not in reading.nominals and at not in reading.named else i


def _read_predicate(reading: Reading, nominal: Nominal, owners: tuple[Entity, ...]) -> None:
    """ "Mara is a nurse": the noun tells of Mara, unless it is denied."""
    words, i = reading.words, _described(reading, nominal.head)
    verb = words.head[i]
    if words.dep[i] == "pobj":
        verb = words.head[verb]
    believed = _believed(words, verb)
    subject = words.subject(verb) if believed is None else believed
    who = reading.all_of(subject) if nominal.is_plural else reading.who(subject)
    denied = any(words.dep[c] == "neg" for c in words.children[verb])
    if denied or not who or (len(who) > 1) != nominal.is_plural:
        return
    _tell(reading, nominal, who, owners, is_guess=words.dep[i] == "pobj")
    if words.dep[i] == "attr" and words.lemma[verb] in COPULAS:
        _note(reading, nominal, who, owners)


def _believed(words: Words, verb: int) -> int | None:
    """ "Mara, whom he believes to be a spy": of whom it is held, where that is not the subject."""
    holding = words.head[verb]
    is_held = words.dep[verb] in {"xcomp", "ccomp"} and words.lemma[holding] in HOLDING
    if not is_held or words.child(verb, *SUBJECTS) is not None or _is_passive(words, holding):
        return None
    whom = words.child(holding, "dobj") or words.child(verb, "dobj")  # the tree hangs "whom" on either
    if whom is None and words.dep[holding] == "relcl":
        whom = next((c for c in words.children[holding] if words.lower[c] in {"whom", "who"}), None)
    return whom


def _is_passive(words: Words, verb: int) -> bool:
    return words.child(verb, "auxpass", "nsubjpass") is not None


def _one_described(reading: Reading, nominal: Nominal, owners: tuple[Entity, ...]) -> Entity:
    entity = None
    if len(owners) == 1 and nominal.noun in GHOSTLY:
        entity = owners[0]
        entity.nouns.setdefault(nominal.noun, frozenset())  # "the ghost" later on
    elif nominal.owner is None and birth_of(reading.words, nominal.head) is not None:
        entity = None
    elif nominal.owner is not None or owners:
        entity = _kin(reading, nominal, owners)
    elif nominal.is_definite and is_baby(reading.words, nominal):
        entity = baby_meant(reading, nominal)
    elif nominal.is_definite:
        entity = _of_surname(reading, nominal) or _known_or_near(reading, nominal)
        entity = entity or known_by_deed(reading, nominal)
        entity = entity or _bereaved(reading, nominal) or _generic(reading, nominal)
    elif not nominal.determiner:
        entity = kin_of_pair(reading, nominal) or of_kin_title(reading, nominal) or _known(reading, nominal)
    return entity or introduce(reading, nominal)


def _of_surname(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "The Vell woman" is Mara Vell."""
    gender = noun_gender(nominal.noun)
    if not nominal.modifiers or nominal.noun not in GENERIC - YOUNG or gender is None:
        return None
    told = [e for e in reading.entities if e.is_named and e.told and e.group and e.accepts(gender)]
    bearers = [e for e in told if e.group and not nominal.modifiers.isdisjoint(e.group.lasts)]
    return bearers[0] if len(bearers) == 1 else None


def _kin(reading: Reading, nominal: Nominal, owners: tuple[Entity, ...]) -> Entity | None:
    """ "his sister": the sister told of before, or of whom he is the brother."""
    barred = {*owners, *_owners_beside(reading, nominal)}
    for owner in owners:
        found = [e for e in reading.kinship.find(owner, nominal.noun) if e not in barred and not e.is_plural]
        if nominal.modifiers & FURTHER:
            found = [e for e in found if nominal.modifiers & FURTHER & e.nouns.get(nominal.noun, frozenset())]
        same = [e for e in found if nominal.noun in e.nouns]
        once = [e for e in found if nominal.noun.startswith("ex-") and nominal.noun[3:] in e.nouns]
        same = same or once[:1]  # of two wives the first is "his ex-wife"
        fitting = [e for e in found if e.gender is noun_gender(nominal.noun)]
        if found:
            return (same or fitting or found)[-1]
    of_trade = known_by_trade(reading, nominal)
    if of_trade is not None and of_trade not in barred:
        return of_trade
    if len(owners) == 1 and CLASSES.get(nominal.noun) in FAMILY:
        return of_same_surname(reading, nominal, owners[0])
    if len(owners) == 1 and not nominal.modifiers & ANOTHER:
        return reading.kinship.own(owners[0], nominal.noun)
    return None if owners or nominal.noun in CLASSES else _known(reading, nominal)


def _owners_beside(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """In "his mother, Tom's former wife," she is not Tom."""
    words = reading.words
    beside = [c for c in words.children[nominal.head] if words.dep[c] == "appos"]
    owners = (words.child(c, "poss") for c in beside)
    return tuple(reading.named[o][1].final() for o in owners if o is not None and o in reading.named)


def _known(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "the nurse" who was "a nurse" before."""
    best: Entity | None = None
    barred = subjects_over(reading, nominal.head) if nominal.noun in GENERIC - YOUNG else ()
    is_apart = nominal.noun in GENERIC and bool(nominal.modifiers & SET_APART)  # "the other woman"
    for seen in reversed(reading.discourse.seen):
        entity = seen.entity.final()
        if nominal.noun not in entity.nouns or entity.is_plural or not _agrees(nominal, entity):
            continue
        if entity in barred or (is_apart and entity.is_named):
            continue
        is_it = not nominal.modifiers or nominal.modifiers & entity.nouns[nominal.noun]
        if is_it and "baby" not in entity.nouns:  # "the girl" is a baby only where there is no other
            return entity
        best = best or entity
    return best if ANOTHER.isdisjoint(nominal.modifiers) else None


def _bereaved(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "Tom dies. The widow weeps": the wife of whoever died last."""
    if nominal.noun not in SURVIVING or nominal.determiner != "the":
        return None
    spouses = [
        s for dead in reading.discourse.dead for s in reading.kinship.find(dead, SURVIVING[nominal.noun])
    ]
    return spouses[-1] if spouses else None


def _known_or_near(reading: Reading, nominal: Nominal) -> Entity | None:
    """Return who was told of by the noun; but "the boy" is Tom rather than a boy of long ago."""
    known = _known(reading, nominal)
    if known is None or nominal.noun not in GENERIC:
        return known
    is_trade = any(reading.words.dep[c] == "compound" for c in reading.words.children[nominal.head])
    if is_trade and not nominal.modifiers & known.nouns[nominal.noun]:
        return None  # "the hotel man" is not every man
    new = just_met(reading, nominal, ()) if known.is_named else None
    if new is not None and is_one_of_many(new):
        return new  # "Tom kills one of his guards. The man was a spy."
    if known.is_named or nominal.modifiers:
        return known
    is_near = known in reading.discourse.recent(reading.sentence, back=NEAR)
    return known if is_near else _generic(reading, nominal) or known


def _agrees(nominal: Nominal, entity: Entity) -> bool:
    gender = noun_gender(nominal.noun)
    return gender is None or entity.accepts(gender)


def _generic(reading: Reading, nominal: Nominal) -> Entity | None:
    """ "the boy", "the woman": the most prominent one whom the noun fits."""
    if nominal.noun not in GENERIC or nominal.modifiers & SET_APART or _is_marked(reading, nominal):
        return None
    gender = noun_gender(nominal.noun)
    acting = {*reading.who(reading.words.subject(reading.words.clause(nominal.head)))}
    acting.update(fellows(reading, nominal.head), subjects_over(reading, nominal.head))
    new = just_met(reading, nominal, acting) if nominal.noun not in YOUNG else None
    if new is not None:
        return new
    for _, entity in antecedents(
        reading.discourse, nominal.head, gender, reading.sentence, barred=acting, back=2
    ):
        young = bool(OFFSPRING & entity.nouns.keys())
        if nominal.noun in YOUNG and is_grown(reading, entity):
            continue
        if nominal.noun in YOUNG and (young or (gender is not None and not entity.nouns)):
            return entity if gender is None or entity.gender is gender else None
        if nominal.noun not in YOUNG and entity.gender is gender and not young:
            return entity
    return None


def _is_marked(reading: Reading, nominal: Nominal) -> bool:
    """ "the hotel guy", "the condemned man": somebody of whom that would have been told before."""
    words = reading.words
    beside = [c for c in words.children[nominal.head] if nominal.start <= c < nominal.head]
    return any(
        words.dep[c] == "compound" or (words.dep[c] == "amod" and words.tag[c] in {"VBN", "VBG"})
        for c in beside
    )


def _tell(
    reading: Reading,
    nominal: Nominal,
    who: tuple[Entity, ...],
    owners: tuple[Entity, ...],
    *,
    is_guess: bool = False,
) -> None:
    """Remember what the noun says of whom it describes: gender, calling, kin.

    A guess who is meant teaches nothing about people with names.
    """
    gender = noun_gender(nominal.noun)
    if nominal.is_plural and not owners and not is_guess:
        reading.kinship.add_each_other(who, nominal.noun)
    for entity in who:
        if is_guess and entity.is_named:
            continue
        if nominal.noun not in entity.taught and gender is not None and not entity.is_plural:
            entity.votes[gender] += BY_NOUN
            entity.taught.add(nominal.noun)
        if nominal.noun not in GROUP_NOUNS or entity.is_plural:
            for noun in (nominal.noun, *nouns_beside_slash(reading.words, nominal.head)):
                entity.nouns[noun] = entity.nouns.get(noun, frozenset()) | nominal.modifiers
        note_birth(reading.words, nominal, entity)
        for owner in owners:
            reading.kinship.relate(owner, AS_CHILDREN.get(nominal.noun, nominal.noun), entity)


def _note(reading: Reading, nominal: Nominal, who: tuple[Entity, ...], owners: tuple[Entity, ...]) -> None:
    if nominal.is_plural and len(who) == 1:
        learn_members(reading, nominal, who[0].final())
    if len(who) > 1 or (nominal.is_plural and company(reading, who[0].final())):
        reading.mention_together(who, nominal.head)
        if len(who) == 1:  # the group itself, to be known by its noun
            reading.discourse.note(who[0].final(), nominal.head, reading.sentence)
        return
    entity = who[0].final()
    if not entity.is_named:
        entity.descriptions[text_of(reading, nominal)] += 1
    reading.mention(entity, nominal.start, nominal.end, nominal.head, MentionKind.NOMINAL)
    if nominal.is_plural and (entity.is_plural or owners):  # "Police Captain Tom Orr" is one
        reading.discourse.note_together((entity,), nominal.head, reading.sentence)
