"""Which infinitives tell what came about: "manages to flee", "comes to know" (Karttunen 1971)."""

from films.extraction.events.clauses import has_to, is_only_to
from films.extraction.people import HUMAN_NOUNS
from films.extraction.resources import read_list
from films.extraction.words import Words

ABLE = frozenset(
    [
        "able",
        "quick",
        "forced",
        "made",
        "compelled",
        "obliged",
        "allowed",
        "shown",
        "seen",
        "caught",
        "found",
        "enough",
    ]
)
STRUCK = read_list("participles_of_surprise")
MOVED = read_list("participles_of_feeling") | {
    "pleased",
    "glad",
    "happy",
    "sad",
    "disappointed",
    "distressed",
}
ABLE_OR_STRUCK = ABLE | STRUCK
RESULT_VERBS = frozenset(["find", "discover", "realize", "realise", "learn", "see", "hear", "notice"])
MOTIONS = read_list("verbs_before_results")
WITH_TO = read_list("verbs_with_told_infinitive")
PASSING_ON = ("verbs_aspect", "verbs_implicative", "verbs_implicative_told")
DAWNING = ("verbs_stative", "verbs_of_knowing", "verbs_of_grasping")  # "comes to know"
ERRANDS = read_list("verbs_of_errands")  # "comes to see her"
MEETINGS = frozenset({"meet", "visit", "fetch", "collect", "consult"})
ONLY_TO = frozenset({"lead", "drive"})  # "drives her to drink", not "drives looking for her"
SOMEWHERE = frozenset({"through", "into", "across", "along", "down", "up", "out", "away", "back", "from"})
NEAR = 2  # tokens: from the verb to its infinitive


def passes_on(words: Words, verb: int, governor: int) -> bool:
    """Does the governing verb tell that what this verb says came about?"""
    lemma = words.lemma[governor]
    if not has_to(words, verb):
        return lemma not in ONLY_TO and any(lemma in read_list(name) for name in PASSING_ON)
    if (lemma == "lead" and _leads_somewhere(words, verb, governor)) or (
        lemma == "drive" and (not _is_driven(words, governor) or _is_ride(words, verb, governor))
    ):
        return False
    if lemma == "make":  # "is made to leave", not "makes plans to leave"
        return words.tag[governor] == "VBN" and words.dep[verb] == "xcomp"
    moved = _moves_to(words, verb, governor)
    if moved is not None:
        return moved
    if lemma in {"come", "grow"}:
        return _dawns(words, verb)
    if lemma == "get":  # "gets to sing", "gets her to sing", not "gets a gun to kill him", "gets up to go"
        is_complement = words.dep[verb] != "advcl" or verb - governor == NEAR
        return is_complement and words.child(governor, "prt") is None
    if lemma == "turn":
        return words.child(governor, "prt") is not None
    if lemma == "take":
        return _takes_time(words, governor)
    is_past_habit = words.lower[governor] == "used" and verb - governor == NEAR  # "used to dance"
    return not is_past_habit and (lemma in WITH_TO or lemma in read_list("verbs_implicative"))


def _moves_to(words: Words, verb: int, governor: int) -> bool | None:
    """ "is forced to leave", "is shocked and dismayed to find", "is annoyed to find" tell both."""
    lower, tag = words.lower[governor], words.tag[governor]
    if tag == "VBN" and lower in ABLE_OR_STRUCK:
        return True
    if tag == "VBD" and lower in STRUCK and words.dep[governor] == "conj":
        return True
    if tag in {"VBN", "VBD"} and lower in MOVED:
        return words.lemma[verb] in RESULT_VERBS
    return None


def _takes_time(words: Words, take: int) -> bool:
    """Is this "takes a while to find"?"""
    times = read_list("time_nouns") | {"while"}
    return any(c > take and words.lemma[c] in times for c in words.children[take])


def _is_driven(words: Words, drive: int) -> bool:
    """Is this "drives her to drink", not "drives to the city to catch a ship"?"""
    if words.tag[drive] == "VBN":
        return True
    behind = [c for c in words.children[drive] if c > drive]
    driven = [c for c in behind if words.dep[c] in {"dobj", "dative"}]
    driven += [
        c for d in behind for c in words.children[d] if words.dep[c] == "nsubj" and words.dep[d] != "conj"
    ]
    return any(words.tag[c] in {"PRP", "NNP"} or words.lemma[c] in HUMAN_NOUNS for c in driven)


def _is_ride(words: Words, verb: int, drive: int) -> bool:
    """Is this "drives her to meet Ivo", where somebody sits at the wheel?"""
    driver = words.subject(drive)
    is_person = driver is None or words.tag[driver] in {"NNP", "PRP"} or words.lemma[driver] in HUMAN_NOUNS
    return is_person and words.tag[drive] != "VBN" and words.lemma[verb] in ERRANDS | MEETINGS


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
    if _asks_whether(words, verb):
        return False
    if words.lemma[governor] == "go" and verb - governor == NEAR:  # "goes to hide", not "is going to hide"
        return words.lower[governor] != "going" and not _turns_out_otherwise(words, governor)
    if words.lemma[verb] == "tell":
        return words.lemma[governor] in {"come", "arrive", "call"}
    if words.lemma[verb] not in RESULT_VERBS or _turns_out_otherwise(words, governor):
        return False
    return words.lemma[governor] in MOTIONS or words.lemma[_verb_before(words, verb)] in MOTIONS


def _asks_whether(words: Words, verb: int) -> bool:
    """ "goes to see if she is there"."""
    behind = [c for c in words.children[verb] if c > verb and words.dep[c] in {"ccomp", "advcl"}]
    return words.lemma[verb] == "see" and any(
        words.lower[g] in {"if", "whether"} for c in behind for g in words.children[c]
    )


def _turns_out_otherwise(words: Words, going: int) -> bool:
    """ "goes to question him, but finds him dead", "goes to see her, but she is gone"."""
    second = words.child(going, "conj")
    if second is None or all(words.lower[c] != "but" for c in words.children[going] if going < c < second):
        return False
    is_found = words.lemma[second] in RESULT_VERBS
    return is_found or _decides_against(words, second) or _is_away(words, second)


def _is_away(words: Words, verb: int) -> bool:
    """Is this "she is gone", "he has vanished", "they are nowhere to be found"?"""
    if words.lemma[verb] in {"vanish", "disappear"}:
        return True
    behind = words.lower[verb + 1 : verb + 3]
    return words.lemma[verb] == "be" and not {"gone", "missing", "nowhere", "away", "out"}.isdisjoint(behind)


def _decides_against(words: Words, verb: int) -> bool:
    """ "goes to fetch it but decides against it", "but abandons the plan", "but changes her mind"."""
    if words.lemma[verb] == "decide":
        return any(words.lower[c] in {"against", "otherwise"} for c in words.children[verb])
    changed = words.child(verb, "dobj") if words.lemma[verb] == "change" else None
    return words.lemma[verb] == "abandon" or (changed is not None and words.lemma[changed] == "mind")


def _verb_before(words: Words, verb: int) -> int:
    """Return the verb that stands before this one in the sentence, to which it may belong after all."""
    at = verb - 1
    while at > 0 and words.tag[at][0] != "V" and not words.starts_sentence[at]:
        at -= 1
    return max(at, 0)
