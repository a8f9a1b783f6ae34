"""Several nouns that speak of one: "a lawyer and friend, Tom", "a poet and their host", "a gang of men"."""

from films.extraction.coreference.apposition import name_after
from films.extraction.coreference.behind_names import BESIDE
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.kinship import CLASSES, FAMILY
from films.extraction.coreference.nominals import COLLECTIVES, Nominal
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.revealing import name_at
from films.extraction.people import GROUP_NOUNS, noun_gender
from films.extraction.tags import SUBJECTS
from films.extraction.words import LINKING, Words

NOT_ONE = frozenset({"but", "no", "not"})  # "all but one of his men"
ASIDE = frozenset({"–", "—", "-", ","})
DESCRIBING = frozenset({"JJ", "JJS", "JJR", "VBN", "VBG", "NN", "HYPH", "RB"})
FARTHEST = 6  # tokens that may describe the second noun
FARTHEST_JOINED = 3  # steps in the tree, as from "colonel" over "fortune" and "of"
CLOSING = frozenset({",", ")", "who"})  # behind a second noun with an article of its own
PLURAL_VERBS = frozenset({"VBP"})
ARE = frozenset({"are", "were", "have", "'re"})
APART = FAMILY | {"uncle", "nephew", "cousin"}  # nobody is a daughter and a sister of the same


def joined_with(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """Return the one person of whom this noun and another speak, where the other says who that is."""
    if nominal.is_plural:
        return ()
    return _announced_by_next(reading, nominal) or _joined_behind(reading, nominal)


def _announced_by_next(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "a guard and self-proclaimed poet Tom", "an intruder – a doctor, Tom": the next noun has the name."""
    words, end = reading.words, nominal.end
    if end >= len(words):
        return ()
    is_joined = words.lower[end] in LINKING
    if nominal.determiner == "the" and (is_joined or words.lower[end + 1 : end + 2] not in (["a"], ["an"])):
        return ()  # "the doctor and nurse Mara" are two, "the witness, a nurse named Mara," is one
    if not is_joined and words.text[end] not in ASIDE:
        return ()
    found = _next_noun_with_name(reading, end + 1, may_have_article=not is_joined)
    if found is None:
        return ()
    noun, name = found
    if is_joined and not _may_be_one(nominal.noun, words.lemma[noun]):
        return ()
    who = reading.who(name)[:1]
    is_set_apart = is_joined or _is_beside(words, name)
    is_one = is_set_apart and not _are_many(words, nominal.head, name)
    return who if is_one and _is_fitting(nominal, who) else ()


def _next_noun_with_name(reading: Reading, start: int, *, may_have_article: bool) -> tuple[int, int] | None:
    """Return the noun that starts here, with nothing but adjectives before it, and the name it announces."""
    words = reading.words
    at = start + 1 if may_have_article and words.tag[start : start + 1] == ["DT"] else start
    for i in range(at, min(at + FARTHEST, len(words))):
        if i in reading.nominals:
            name = None if reading.nominals[i].is_plural else name_after(reading, reading.nominals[i])
            return (i, name) if name is not None and name > i else None
        if words.tag[i] not in DESCRIBING:
            is_behind = i > at and words.tag[i - 1] == "NN"
            name = name_at(reading, {i + (words.text[i] == ",")}) if is_behind else None
            is_it = name is not None and (words.text[i] != "," or words.dep[name] in BESIDE)
            return (i - 1, name) if name is not None and is_it else None
    return None


def _may_be_one(one: str, other: str) -> bool:
    """Is "his friend and partner" one, and "his mother and sister" two?"""
    kin = [CLASSES.get(noun) for noun in (one, other)]
    if all(label in APART for label in kin) and kin[0] != kin[1]:
        return False
    return len({noun_gender(noun) for noun in (one, other)} - {None}) < 2


def _is_beside(words: Words, name: int) -> bool:
    """Is the name no part of a list, as it is in "an actor, a teacher Tom, and"?"""
    return words.dep[name] not in SUBJECTS | {"conj"} and words.child(name, "conj", "cc") is None


def _is_fitting(nominal: Nominal, who: tuple[Entity, ...]) -> bool:
    gender = noun_gender(nominal.noun)
    return len(who) == 1 and not who[0].is_plural and (gender is None or who[0].accepts(gender))


def _are_many(words: Words, *heads: int) -> bool:
    """ "A doctor and nurse Mara Vell are": two, as the verb says."""
    for head in heads:
        verb = words.head[head]
        if words.dep[head] in SUBJECTS:
            finite = [c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}] or [verb]
            return words.lower[finite[0]] in ARE or words.tag[finite[0]] in PLURAL_VERBS
    return False


def _joined_behind(reading: Reading, nominal: Nominal) -> tuple[Entity, ...]:
    """ "Mara, a poet and their neighbour, helps", "a thief and killer called Tom": both are said of one."""
    words, i = reading.words, nominal.head
    first = _noun_joined_to(reading, i)
    joint = i - 1 if nominal.start == i else nominal.start - 1
    if first is None or words.lower[joint] not in LINKING or words.text[joint - 1] == ",":
        return ()
    is_bare = not nominal.determiner and nominal.owner is None
    named = words.head[first.head]
    if words.dep[first.head] != "appos" or named > first.head:
        is_one = is_bare and _is_named_elsewhere(reading, first, i)
        return _of_both(reading, first, nominal, first.head) if is_one else ()
    marks = CLOSING | {"."} if named in reading.named else CLOSING
    if not is_bare and marks.isdisjoint(words.text[nominal.end : nominal.end + 1]):
        return ()
    return _of_both(reading, first, nominal, named if named in reading.named else first.head)


def _noun_joined_to(reading: Reading, i: int) -> Nominal | None:
    """Return the soldier of "a soldier of fortune and colonel", though the tree joins colonel to fortune."""
    words, at = reading.words, i
    if words.dep[i] != "conj":
        return None
    for _ in range(FARTHEST_JOINED):
        at = words.head[at]
        if at in reading.nominals:
            found = reading.nominals[at]
            return None if found.is_plural or at > i else found
        if words.dep[at] not in {"pobj", "prep"}:
            return None
    return None


def _is_named_elsewhere(reading: Reading, first: Nominal, second: int) -> bool:
    """Is the first of two nouns set off behind a name, or told a name behind the second?"""
    one = reading.one(first.head)
    if one is None or not one.is_named:
        return False
    name = name_after(reading, first)
    return reading.words.text[first.start - 1] == "," if name is None else name > second


def _of_both(reading: Reading, first: Nominal, second: Nominal, token: int) -> tuple[Entity, ...]:
    who = reading.who(token)
    is_one = _may_be_one(first.noun, second.noun) and _is_fitting(second, who)
    return who if is_one and not _are_many(reading.words, token) else ()


def of_collective(reading: Reading, nominal: Nominal) -> Entity | None:
    """Return the group whose kind this is: the thieves of "a gang of thieves" are the gang."""
    words, of = reading.words, reading.words.head[nominal.head]
    if not nominal.is_plural or words.dep[nominal.head] != "pobj" or words.lower[of] != "of":
        return None
    head = words.head[of]
    collective = reading.nominals.get(head)
    is_bare = nominal.determiner == "" and nominal.owner is None
    if collective is None or collective.noun not in COLLECTIVES or not is_bare:
        return None
    group = reading.one(head)
    is_anonymous = group is not None and group.is_plural and group.group is None and not group.members
    return group if is_anonymous else None


def one_of_many(reading: Reading, nominal: Nominal) -> int | None:
    """Return the token "one" of "one of his men", which speaks of a single person."""
    words, of = reading.words, reading.words.head[nominal.head]
    if not nominal.is_plural or words.dep[nominal.head] != "pobj" or words.lower[of] != "of":
        return None
    one = words.head[of]
    if words.lower[one] != "one" or one > nominal.head:
        return None
    are_many = nominal.noun in GROUP_NOUNS and words.lower[nominal.head] != nominal.noun  # "one of the teams"
    return None if are_many or words.lower[max(one - 1, 0)] in NOT_ONE else one
