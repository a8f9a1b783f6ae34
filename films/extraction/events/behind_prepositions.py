"""Which gerunds behind a preposition tell what happens: "by leaving", "after being shot", "for killing"."""

from typing import Protocol

from films.extraction.events.clauses import has_to
from films.extraction.events.denials import is_nobody
from films.extraction.events.gerunds import is_wished_gerund
from films.extraction.resources import read_list, read_pairs
from films.extraction.words import Words

TELLING_PREPOSITIONS = read_list("prepositions_before_gerunds")
TO_VERBS = read_list("verbs_with_to_gerund")
BEHIND_NOUNS = frozenset({"for", "after", "before", "upon", "while", "since"})
WHATEVER_IS_DENIED = frozenset({"despite", "after", "since", "while", "upon", "due"})
TRYING = frozenset({"try", "attempt", "seek"})
BLAMING = frozenset({"confront", "scold", "guilty"})  # "confronts him about stealing"
STIRRED = read_list("participles_of_feeling") | {"angry", "bitter", "furious", "upset", "sad"}
STOPPING = frozenset({"stop", "prevent", "keep"})
UNDER_WAY = frozenset({"midst", "middle", "process", "act", "successful"})
AT_LAST = frozenset({("to", "point"), ("at", "cost"), ("at", "expense")})  # "to the point of leaving"
MEMORIES = frozenset({"memory", "recollection", "flashback"})
REQUITING = frozenset(read_pairs("words_before_deeds", " ").get("for", "").split()) | frozenset(
    ["sentence", "condemn", "kill", "fire", "thank", "scold", "resent"]
)
LASTING = read_list("verbs_stative") | read_list("verbs_of_thought") | {"have", "be", "intend", "love"}
TO_COME = frozenset({"will", "would", "should", "may", "might", "'ll", "’ll"})
VENGEANCE = frozenset({"revenge", "vengeance"})
CRIMES = frozenset({"crime", "deed", "sin", "prank", "misdeed"}) | read_list("nouns_of_deeds")


class Told(Protocol):
    """What is known of the clauses of a text: `Modality`."""

    def is_told(self, verb: int, depth: int = 0) -> bool:
        """Is this verb told as happening?"""

    def holds(self, governor: int, depth: int = 0) -> bool:
        """Is what depends on this word told, as far as the word's own clause goes?"""

    def holds_above(self, governor: int, depth: int = 0) -> bool:
        """The same, whatever denies the clause itself."""


def is_told_behind_preposition(words: Words, told: Told, verb: int, preposition: int, depth: int) -> bool:
    """Is the gerund behind a preposition told as happening?

    >>> from films.extraction.events.modality import Modality
    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Dana wins by cheating."])))
    >>> is_told_behind_preposition(words, Modality(words), 3, 2, 0)
    True
    """
    governor, lower = words.head[preposition], words.lower[preposition]
    if lower == "to":
        return _is_told_behind_to(words, told, governor, depth)
    if lower in {"with", "including"}:
        is_own = words.child(verb, "nsubj", "nsubjpass") is not None
        return is_own if lower == "with" else _is_included(words, told, verb, preposition, depth)
    if _is_requital(words, lower, governor):
        return told.holds_above(_topmost(words, governor), depth)
    if is_wished_gerund(words, lower, governor):
        return False
    if _is_under_way(words, lower, verb, governor):
        return told.holds(governor, depth)
    if lower == "of":
        return _is_content(words, told, verb, governor, depth)
    if words.tag[governor][0] == "N" and (lower not in BEHIND_NOUNS or is_nobody(words, governor)):
        return False  # "a plan of leaving", "no reason for leaving"
    if lower == "by":
        governor = _attempt_above(words, governor)
        if is_attempt(words, governor):
            return told.holds(words.head[governor], depth)
    return _behind_telling_preposition(words, told, lower, governor, depth)


def _is_told_behind_to(words: Words, told: Told, governor: int, depth: int) -> bool:
    """Is this "resorts to stealing", "due to being shot"?"""
    if words.lower[governor] == "due":
        return told.holds_above(words.head[governor], depth)
    return words.lemma[governor] in TO_VERBS and told.holds(governor, depth)


def is_attempt(words: Words, verb: int) -> bool:
    """ "tries to win her by sending gifts", "tries winning her by" tell that gifts are sent."""
    trying = words.head[verb]
    is_what = has_to(words, verb) or (words.tag[verb] == "VBG" and words.dep[verb] == "xcomp")
    return is_what and trying < verb and words.lemma[trying] in TRYING


def _attempt_above(words: Words, verb: int) -> int:
    """Return "prevents" of "prevents him from leaving by hiding his keys": nobody leaves by that."""
    if words.lemma[verb] == "be" and words.dep[verb] == "ccomp":
        return words.head[verb]  # "shows that there is hope by bringing a cake"
    preposition = words.head[verb]
    is_kept = words.dep[verb] == "pcomp" and words.lower[preposition] == "from"
    return words.head[preposition] if is_kept else verb


def _is_requital(words: Words, preposition: str, governor: int) -> bool:
    """Does one pay for it: "is sentenced to die for helping her", "wants revenge on him for leaving"?"""
    if preposition != "for":
        return False
    above = words.head[governor]
    if has_to(words, governor) and above < governor and words.lemma[above] in REQUITING:
        return True
    what = words.child(governor, "dobj")
    if any(words.dep[c] == "aux" and words.lower[c] in TO_COME for c in words.children[governor]):
        return False
    is_requited = words.lemma[governor] in REQUITING - {"pay"}  # "agrees to pay for spending the night there"
    return is_requited or (what is not None and words.lemma[what] in VENGEANCE)


def _is_included(words: Words, told: Told, verb: int, preposition: int, depth: int) -> bool:
    """Is this "commits many crimes, including robbing a bank", not "does many jobs, including"?"""
    governor = words.head[preposition]
    before = preposition - (2 if words.text[preposition - 1] == "," else 1)
    is_own = words.child(verb, "auxpass", "nsubj") is not None
    if words.tag[before] == "NNS" and words.lemma[before] not in CRIMES and not is_own:
        return False
    clause = governor if words.tag[governor][0] == "V" else words.clause(governor)
    return words.lemma[clause] not in LASTING and told.is_told(clause, depth)


def _topmost(words: Words, verb: int) -> int:
    """Return the verb that governs the infinitives above this one."""
    while has_to(words, verb) and words.head[verb] < verb:
        verb = words.head[verb]
    return verb


def _is_under_way(words: Words, preposition: str, verb: int, governor: int) -> bool:
    """Is this "in the midst of packing", "successful in leaving", "confronts him about stealing"?"""
    if preposition == "about":
        is_done_to = words.tag[verb] == "VBN" and words.child(verb, "auxpass") is not None
        if is_done_to and words.lower[governor] in STIRRED:  # "angry about being cheated"
            return True
        if words.tag[verb] == "VBG" and words.lemma[governor] in BLAMING:
            return True
    is_last = (words.lower[words.head[governor]], words.lemma[governor]) in AT_LAST
    return words.lemma[governor] in UNDER_WAY or (preposition == "of" and is_last)


def _is_content(words: Words, told: Told, verb: int, governor: int, depth: int) -> bool:
    """Is this "learns of Tom leaving", "warns him of Tom being shot", "a memory of being shot"?"""
    if words.lemma[governor] in MEMORIES:
        return True
    if words.tag[governor] == "PRP" and words.dep[governor] == "dobj":
        governor = words.head[governor]
    owned = words.child(verb, "poss", "nsubj", "nsubjpass") is not None
    return owned and words.tag[governor][0] == "V" and told.holds(governor, depth)


def _behind_telling_preposition(
    words: Words, told: Told, preposition: str, governor: int, depth: int
) -> bool:
    if preposition == "from":  # "fails to stop him from fleeing"
        failing = words.head[governor]
        is_let = words.lemma[governor] in STOPPING and words.lemma[failing] == "fail"
        return is_let and told.is_told(failing, depth)
    is_of_adjective = preposition in {"for", "in"} and words.tag[governor][0] == "J"
    if preposition not in TELLING_PREPOSITIONS or is_of_adjective:
        return False
    if preposition in WHATEVER_IS_DENIED:
        return told.holds_above(governor, depth)
    return told.holds(governor, depth)
