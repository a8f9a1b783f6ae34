"""Who else is in the scene that a sentence tells, beyond those whom its events name as taking part.

"While Dana is alone, a lawyer comes": Dana is there, although nothing in the grammar ties her to the
coming. Who is only the topic of a plan, a request or a promise is not there, nor is a mere owner.
"""

from collections.abc import Iterable

from films.extraction.chains import Cast
from films.extraction.events.clauses import is_finite, is_past
from films.extraction.events.modality import Modality
from films.extraction.events.named_only import (
    is_anyone,
    is_arranged,
    is_former_owner,
    is_in_prospect,
    is_likened,
    is_title,
    is_unaware,
    says_more_of_noun,
)
from films.extraction.events.spoken_of import is_only_spoken_of
from films.extraction.events.triggers import Trigger
from films.extraction.people import noun_kind
from films.extraction.resources import read_list
from films.extraction.words import Words
from films.vocabulary import CharacterKind

MAX_STEPS = 14
FARTHEST_NOT = 8  # tokens before a mention
NOT_YET_DOING = frozenset(
    [
        "unable",
        "determined",
        "willing",
        "unwilling",
        "eager",
        "ready",
        "reluctant",
        "desperate",
        "anxious",
        "afraid",
    ]
)
BELIEVING = read_list("verbs_of_belief")
FEELINGS = read_list("nouns_of_feeling")
HOMES = read_list("homes")
WHERE = read_list("prepositions_of_place") - {"at"}  # a party "at the house of Anna" is hers
PARTS = frozenset({"one", "some", "many", "most", "several", "all", "two", "three"})
TOPIC_PREPOSITIONS = frozenset({"about", "regarding", "concerning", "without", "unlike", "except"})
KNOWING = frozenset(
    ["know", "realize", "realise", "learn", "point", "reason", "conclude", "respond", "deduce"]
)


def find_bystanders(
    words: Words, cast: Cast, modality: Modality, triggers: Iterable[Trigger], sentence: tuple[int, int]
) -> dict[int, list[str]]:
    """Return, by the trigger's token, who is in the scene of a sentence; the nearest trigger has them.

    `triggers` are those of the sentence, in text order; there is nobody where nothing happens.
    """
    owners: dict[int, int] = {}
    for trigger in triggers:
        owners[trigger.token] = trigger.token
        if trigger.verb is not None:
            owners.setdefault(trigger.verb, trigger.token)
    found: dict[int, list[str]] = {}
    if not owners:
        return found
    first = min(owners.values())
    for head in range(*sentence):
        keys = cast.at(head)
        if keys and is_there(words, cast, modality, head):
            found.setdefault(_nearest(words, head, owners, first), []).extend(keys)
    return found


def is_there(words: Words, cast: Cast, modality: Modality, mention: int) -> bool:
    """Is the person whom this token means in the scene, not only talked or thought of?"""
    first = _first_joined(words, cast, mention)
    if words.dep[first] == "poss" and not _is_touched(words, first):
        return False
    if _is_moved(words, first):
        return True
    if is_title(words, first) or is_former_owner(words, first) or _owns_place(words, first):
        return False
    if _says_whose(words, cast, first) or is_ruled_out(words, mention):
        return False
    return _is_told_of(words, modality, mention)


def _is_told_of(words: Words, modality: Modality, mention: int) -> bool:
    """Is there nothing above the mention that makes it a topic, a likeness or a prospect?"""
    at = mention
    is_in_noun = is_settled = False  # settled: told or finite below, whatever stands above
    for _ in range(MAX_STEPS):
        if _is_topic(words, at) or is_likened(words, at) or is_unaware(words, at):
            return False
        if is_only_spoken_of(words, at):
            return False
        if words.tag[at][0] == "V":
            if _is_only_talk(words, modality, at):
                return False
            is_told = modality.is_told(at) and not is_arranged(words, at)
            is_open = not is_told and not is_settled
            if is_open and (is_anyone(words, mention, at) or is_in_prospect(words, at, in_noun=is_in_noun)):
                return False
            is_settled = is_settled or is_told or is_finite(words, at)
        if words.head[at] == at:
            break
        is_in_noun = is_in_noun or says_more_of_noun(words, at)
        at = words.head[at]
    return True


def _is_topic(words: Words, token: int) -> bool:
    """ "Talks about Anna", "complains about Anna leaving"."""
    lower = words.lower[words.head[token]]
    if words.dep[token] == "pcomp":
        return lower == "about"
    return words.dep[token] == "pobj" and lower in TOPIC_PREPOSITIONS


def is_ruled_out(words: Words, mention: int) -> bool:
    """ "sees Tom, not Max", "it was Tom, and not the baker Max, who called"."""
    if "not" not in words.lower[max(0, mention - FARTHEST_NOT) : mention]:
        return False
    at = mention
    while not _is_denied(words, at):
        if words.dep[at] not in {"compound", "appos"} or words.head[at] == at:
            return False
        at = words.head[at]
    return True


def _is_denied(words: Words, noun: int) -> bool:
    """Does "not" stand before the noun and its own words, and no "not only"?"""
    start = noun
    while words.children[start] and words.children[start][0] < start:
        start = words.children[start][0]
    at = next((i for i in (start, start - 1) if i >= 0 and words.lower[i] == "not"), None)
    return at is not None and words.lower[at + 1 : at + 2] != ["only"]


def _first_joined(words: Words, cast: Cast, mention: int) -> int:
    """Return the first of those whom "and" joins to this one: what holds for that one holds for all."""
    first = mention
    while words.dep[first] == "conj" and cast.at(words.head[first]):
        first = words.head[first]
    return first


def _is_moved(words: Words, mention: int) -> bool:
    """Does all of it happen "to the dismay of Anna", "much to Anna's delight"?"""
    feeling = words.head[mention] if words.dep[mention] == "poss" else _before_of(words, mention)
    if feeling is None or words.lemma[feeling] not in FEELINGS:
        return False
    return words.dep[feeling] == "pobj" and words.lower[words.head[feeling]] == "to"


def _owns_place(words: Words, mention: int) -> bool:
    """Is this "escapes into the house of Anna"?"""
    place = _before_of(words, mention)
    if place is None or words.lemma[place] not in HOMES:
        return False
    return words.dep[place] == "pobj" and words.lower[words.head[place]] in WHERE


def _says_whose(words: Words, cast: Cast, mention: int) -> bool:
    """Does the mention only say whose someone is: "a friend of Anna", "the child of one of her friends"?"""
    whose = _before_of(words, mention)
    if whose is not None and not cast.at(whose) and words.lower[whose] in PARTS:
        whose = _before_of(words, whose)
    if whose is None or words.lemma[whose] in {"spirit", "ghost", "soul"}:
        return False
    is_told_of = words.dep[whose] != "attr"  # not "they are parents of two daughters"
    return bool(cast.at(whose)) or (is_told_of and noun_kind(words.lemma[whose]) is CharacterKind.PERSON)


def _before_of(words: Words, noun: int) -> int | None:
    preposition = words.head[noun]
    is_of = words.dep[noun] == "pobj" and words.lower[preposition] == "of"
    return words.head[preposition] if is_of else None


def _is_touched(words: Words, owner: int) -> bool:
    """Does what is owned stand for its owner: "to her dismay", "in his company", "her hair turns white"?"""
    owned = words.head[owner]
    if words.lemma[owned] == "company":  # "leaves her company" may be a firm
        return words.dep[owned] == "pobj" and words.lower[words.head[owned]] == "in"
    return words.lemma[owned] in read_list("nouns_of_the_owner")


def _is_only_talk(words: Words, modality: Modality, verb: int) -> bool:
    """Is this verb's clause asked for, wanted, or said of the future?"""
    governor = words.head[verb]
    if governor == verb:
        return False
    lemma, dep = words.lemma[governor], words.dep[verb]
    asked = (
        lemma in read_list("verbs_of_thought")
        or lemma in read_list("verbs_of_saying")
        or lemma in read_list("verbs_of_request")
    )
    if dep in {"xcomp", "ccomp", "advcl"} and asked and (modality.has_to(verb) or dep == "xcomp"):
        return words.tag[governor][0] == "V"
    if dep == "relcl" and modality.has_to(verb):
        return True
    if dep == "xcomp" and words.lower[governor] in NOT_YET_DOING:
        return True
    if dep == "ccomp" and lemma in BELIEVING:
        is_deed = is_past(words, verb) and words.lemma[verb] != "be"  # "thinks that Tom killed her"
        return not is_deed and not modality.is_told(verb)
    if dep == "acl":
        return modality.is_denied(verb)
    return dep == "ccomp" and (asked or lemma in KNOWING) and modality.is_denied(verb)


def _nearest(words: Words, mention: int, owners: dict[int, int], first: int) -> int:
    """Return the trigger whose clause holds the mention, or the sentence's first."""
    at = mention
    for _ in range(MAX_STEPS):
        if at in owners:
            return owners[at]
        if words.head[at] == at:
            break
        at = words.head[at]
    return first
