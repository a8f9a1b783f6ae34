"""Which infinitives tell what came about: "manages to flee", "comes to know" (Karttunen 1971)."""

from films.extraction.events.clauses import has_to, is_only_to
from films.extraction.resources import read_list
from films.extraction.words import Words

ABLE = frozenset(
    ["able", "quick", "forced", "made", "compelled", "obliged", "allowed", "shown", "seen", "caught", "found"]
)
STRUCK = read_list("participles_of_surprise")
ABLE_OR_STRUCK = ABLE | STRUCK
RESULT_VERBS = frozenset(["find", "discover", "realize", "realise", "learn", "see", "hear", "notice"])
MOTIONS = read_list("verbs_before_results")
WITH_TO = read_list("verbs_with_told_infinitive")
PASSING_ON = ("verbs_aspect", "verbs_implicative", "verbs_implicative_told")
DAWNING = ("verbs_stative", "verbs_of_knowing", "verbs_of_grasping")  # "comes to know"
ERRANDS = read_list("verbs_of_errands")  # "comes to see her"
ONLY_TO = frozenset({"lead", "drive"})  # "drives her to drink", not "drives looking for her"
SOMEWHERE = frozenset({"through", "into", "across", "along", "down", "up", "out", "away", "back", "from"})
NEAR = 2  # tokens: from the verb to its infinitive


def passes_on(words: Words, verb: int, governor: int) -> bool:
    """Does the governing verb tell that what this verb says came about?"""
    lemma = words.lemma[governor]
    if not has_to(words, verb):
        return lemma not in ONLY_TO and any(lemma in read_list(name) for name in PASSING_ON)
    if lemma == "lead" and _leads_somewhere(words, verb, governor):
        return False
    if lemma == "make":  # "is made to leave", not "makes plans to leave"
        return words.tag[governor] == "VBN" and words.dep[verb] == "xcomp"
    if words.tag[governor] == "VBN" and words.lower[governor] in ABLE_OR_STRUCK:
        return True
    if lemma in {"come", "grow"}:
        return _dawns(words, verb)
    if lemma == "get":  # "gets to sing", "gets her to sing", not "gets a gun to kill him", "gets up to go"
        is_complement = words.dep[verb] != "advcl" or verb - governor == NEAR
        return is_complement and words.child(governor, "prt") is None
    if lemma == "turn":
        return words.child(governor, "prt") is not None
    if lemma == "take":
        return any(
            c > governor and words.lemma[c] in read_list("time_nouns") | {"while"}
            for c in words.children[governor]
        )
    is_past_habit = words.lower[governor] == "used" and verb - governor == NEAR  # "used to dance"
    return not is_past_habit and (lemma in WITH_TO or lemma in read_list("verbs_implicative"))


def _leads_somewhere(words: Words, verb: int, governor: int) -> bool:
    """Is this "leads them through the cave to rest there", not "leads them to rest"?"""
    return any(words.lower[c] in SOMEWHERE for c in words.children[governor] if governor < c < verb)


def _dawns(words: Words, verb: int) -> bool:
    """Is this what one "comes to" know or rue, not what one comes for ("comes to see her")?"""
    if words.lemma[verb] in ERRANDS and words.child(verb, "ccomp") is None:
        return False
    return any(words.lemma[verb] in read_list(name) for name in DAWNING)


def is_result(words: Words, verb: int, governor: int) -> bool:
    """ "wakes up to find", "only to discover", "goes to see" tell what came of it."""
    if is_only_to(words, verb):
        return True
    if words.lower[governor + 1 : governor + 3] == ["on", "to"] and verb - governor == NEAR + 1:
        return words.lemma[governor] == "go"  # "goes on to win"
    if words.lemma[governor] == "go" and verb - governor == NEAR:  # "goes to hide", not "is going to hide"
        return words.lower[governor] != "going"
    if words.lemma[verb] == "tell":
        return words.lemma[governor] in {"come", "arrive", "call"}
    if words.lemma[verb] not in RESULT_VERBS:
        return False
    return words.lemma[governor] in MOTIONS or words.lemma[_verb_before(words, verb)] in MOTIONS


def _verb_before(words: Words, verb: int) -> int:
    """Return the verb that stands before this one in the sentence, to which it may belong after all."""
    at = verb - 1
    while at > 0 and words.tag[at][0] != "V" and not words.starts_sentence[at]:
        at -= 1
    return max(at, 0)
