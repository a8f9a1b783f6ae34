"""Who else is in the scene that a sentence tells, beyond those whom its events name as taking part.

"While Dana is alone, a lawyer comes": Dana is there, although nothing in the grammar ties her to the
coming. Who is only the topic of a plan, a request or a promise is not there, nor is a mere owner.
"""

from collections.abc import Iterable

from films.extraction.chains import Cast
from films.extraction.events.clauses import is_past
from films.extraction.events.modality import Modality
from films.extraction.events.triggers import Trigger
from films.extraction.resources import read_list
from films.extraction.words import Words

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
TOPIC_PREPOSITIONS = frozenset({"about", "regarding", "concerning", "without", "unlike"})


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
    if words.dep[mention] == "poss" and not _is_touched(words, mention):
        return False
    if _says_whose(words, cast, mention) or is_ruled_out(words, mention):
        return False
    at = mention
    for _ in range(MAX_STEPS):
        if words.dep[at] == "pobj" and words.lower[words.head[at]] in TOPIC_PREPOSITIONS:
            return False
        if words.tag[at][0] == "V" and _is_only_talk(words, modality, at):
            return False
        if words.head[at] == at:
            break
        at = words.head[at]
    return True


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


def _says_whose(words: Words, cast: Cast, mention: int) -> bool:
    """Does the mention only say whose someone is: "a friend of Anna"?"""
    preposition = words.head[mention]
    is_of = words.dep[mention] == "pobj" and words.lower[preposition] == "of"
    return is_of and bool(cast.at(words.head[preposition]))


def _is_touched(words: Words, owner: int) -> bool:
    """Does what is owned stand for its owner: "to her dismay", "in his company", "her hair turns white"?"""
    return words.lemma[words.head[owner]] in read_list("nouns_of_the_owner")


def _is_only_talk(words: Words, modality: Modality, verb: int) -> bool:
    """Is this verb's clause asked for, wanted, or said of the future?"""
    governor = words.head[verb]
    if governor == verb:
        return False
    lemma, dep = words.lemma[governor], words.dep[verb]
    asked = (
        lemma in read_list("verbs_of_thought")
        or lemma in read_list("verbs_of_saying")
        or lemma in {"invite", "want", "need", "stop", "scheme", "conspire"}
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
    return dep == "ccomp" and asked and modality.is_denied(verb)


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
