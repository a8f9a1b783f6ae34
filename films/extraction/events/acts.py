"""Acts told by verbs that tell a state elsewhere: "holds her hand", "misses the train", "works to flee"."""

from films.extraction.events.clauses import has_to
from films.extraction.people import HUMAN_NOUNS, HUMAN_OR_GROUP_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS
from films.extraction.words import Words

OFFSPRING = read_list("offspring_nouns")
DEEDS = read_list("nouns_of_deeds")
POSTURES = frozenset({"sit", "stand", "lie", "look"})
PERSONS = frozenset({"him", "her", "them"})
HELD_AS = frozenset({"hostage", "captive", "prisoner", "responsible", "accountable"})
HELD_HOW = frozenset({"shut", "open", "closed"})
THREATENED = frozenset({"gunpoint", "knifepoint"})
BLAMED = frozenset({"responsible", "accountable"})
SHOTS = frozenset(
    ["throw", "shoot", "fire", "swing", "hit", "aim", "strike", "lunge", "kick", "hurl", "attack"]
)
AT_ONCE = frozenset({"immediately", "instantly", "suddenly", "soon", "now"})
TASKS = read_list("kinds_of_work") | frozenset(
    ["painting", "portrait", "case", "project", "code", "invention", "experiment", "script", "machine"]
)
WISHED = frozenset({"well", "luck", "goodbye", "farewell", "happiness", "success"})
FARTHEST_WISH = 6  # tokens: "wishes Ana and Tom the best of luck"
COURTS = frozenset({"trial", "execution", "sentence", "sentencing"})
COMPANY = frozenset({"with", "together", "alongside"})


def is_done_by_people(words: Words, verb: int) -> bool:
    """Do people do it: "is surrounded by guards", not "by mountains"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_done_by_people(read_words(next(parse(["Dana is surrounded by guards."]))), 2)
    True
    """
    by = words.child(verb, "agent")
    doer = words.child(by, "pobj") if by is not None else words.child(verb, "nsubj")
    return doer is not None and (
        words.tag[doer] == "NNP" or words.lower[doer] == "they" or words.lemma[doer] in HUMAN_OR_GROUP_NOUNS
    )


def is_act(words: Words, verb: int) -> bool:
    """Is this "possesses her" or "bears a son", not "possesses a house"; and does an alarm "sound"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_act(read_words(next(parse(["Dana misses the train."]))), 1)
    True
    """
    rule = _RULES.get(words.lemma[verb])
    return rule is not None and rule(words, verb)


def _is_passive(words: Words, verb: int) -> bool:
    return words.child(verb, "auxpass", "nsubjpass") is not None


def _target(words: Words, verb: int) -> str:
    """Return the plain form of what is done to: "hand" of "holds her hand"."""
    target = words.child(verb, "dobj")
    return "" if target is None else words.lemma[target]


def _has_person_as_object(words: Words, verb: int) -> bool:
    target = words.child(verb, "dobj")
    if target is None:
        return False
    return words.tag[target] in {"NNP", "PRP"} or _is_certain_person(words, target)


def _is_certain_person(words: Words, noun: int) -> bool:
    """Is this "her daughter", not "women"?"""
    is_certain = words.child(noun, "poss", "det") is not None
    return words.lemma[noun] in HUMAN_OR_GROUP_NOUNS and is_certain


def _bears(words: Words, verb: int) -> bool:
    return _target(words, verb) in OFFSPRING


def _sounds(words: Words, verb: int) -> bool:
    return words.child(verb, "acomp", "ccomp", "advcl", "oprd", "prep", "xcomp") is None


def _dreams(words: Words, verb: int) -> bool:
    """Is this "dreams he is king", "dreams of Tom being shot", "of Tom's death", not of being rich?"""
    if words.child(verb, "ccomp") is not None or _dreams_about(words, verb):
        return True
    of = words.child(verb, "prep")
    if of is None or words.lower[of] != "of":
        return False
    what = words.child(of, "pobj", "pcomp")
    if what is None:
        return False
    return _is_passive(words, what) or (
        words.lemma[what] in DEEDS and words.child(what, "poss", "prep") is not None
    )


def _dreams_about(words: Words, verb: int) -> bool:
    """Is this "dreams about Ana", not "dreams about becoming a singer"?"""
    about = next((c for c in words.children[verb] if words.lower[c] == "about" and c > verb), None)
    whom = words.child(about, "pobj") if about is not None else None
    return whom is not None and (words.tag[whom] in {"NNP", "PRP"} or words.lemma[whom] in HUMAN_NOUNS)


def _possesses(words: Words, verb: int) -> bool:
    target = words.child(verb, "dobj")
    is_person = target is not None and words.tag[target] in {"NNP", "PRP"}
    return words.child(verb, "agent") is not None or is_person


def _misses(words: Words, verb: int) -> bool:
    """Is this "throws a stone at him, missing him", "misses the train", "shoots and misses"?"""
    if words.dep[verb] in {"advcl", "conj"} and words.lemma[words.head[verb]] in SHOTS:
        return True
    target = words.child(verb, "dobj")
    if target is None:
        return words.tag[verb] in FINITE_TAGS and not _is_passive(words, verb)
    return words.lemma[target] in read_list("nouns_missed")


def _relates(words: Words, verb: int) -> bool:
    """Is this "relates the story to her", "relates that he was ill"?"""
    if words.tag[verb] == "VBN":
        return False
    return words.child(verb, "dobj", "ccomp") is not None


def _assumes(words: Words, verb: int) -> bool:
    """Is this "assumes the responsibility", "assumes her name", not "assumes the worst"?"""
    target = _target(words, verb)
    return target not in {"", "bad"} and words.child(verb, "ccomp", "xcomp") is None


def _shares(words: Words, verb: int) -> bool:
    """Is this "shares the loot", "shares this with him", "shares that he is ill"?"""
    target = words.child(verb, "dobj")
    if target is None:
        return words.child(verb, "ccomp") is not None
    is_told = words.lower[target] in {"this", "it"} and any(
        words.lower[c] == "with" for c in words.children[verb]
    )
    return is_told or words.lemma[target] in read_list("nouns_shared")


def _keeps(words: Words, verb: int) -> bool:
    """Is this "is kept from her", "keeps him busy"?"""
    is_kept = _is_passive(words, verb) and words.lower[verb + 1 : verb + 2] in (["from"], ["away"])
    return is_kept or any(words.dep[c] in {"oprd", "acomp"} for c in words.children[verb])


def _holds(words: Words, verb: int) -> bool:
    """Is this "holds her", "holds her hand", "holds the gate shut", not "holds a post"?"""
    children = words.children[verb]
    if words.dep[verb] == "acl" and any(words.lower[c] in BLAMED for c in children):
        return False  # "the company held responsible"
    if _target(words, verb) == "hand" and words.child(verb, "prt") is None:
        return True
    return any(_is_held(words, c) or (words.lower[c] in HELD_HOW and c > verb) for c in children)


def _is_held(words: Words, child: int) -> bool:
    """Does this say that someone is held: "him", "hostage", "at gunpoint", "for ransom"?"""
    if words.dep[child] == "dobj":
        is_certain = words.child(child, "poss", "det") is not None
        if words.lower[child] in PERSONS or (words.lemma[child] in HUMAN_NOUNS and is_certain):
            return True
    pair = words.lower[child : child + 2]
    at_gunpoint = pair[0] == "at" and not THREATENED.isdisjoint(pair)
    return words.lower[child] in HELD_AS or pair == ["for", "ransom"] or at_gunpoint


def _works(words: Words, verb: int) -> bool:
    """Is this "works hard", "works to free them", "the plan works", not "works as a clerk"?"""
    children = words.children[verb]
    return (
        _works_to_an_end(words, verb)
        or _works_on_it(words, verb)
        or any(
            words.lower[c] in {"hard", "harder", "together"}
            or (words.dep[c] == "advmod" and c > verb and words.lower[c].endswith("ly"))
            or (words.dep[c] == "dobj" and words.lower[c] == "way")
            for c in children
        )
    )


def _works_on_it(words: Words, verb: int) -> bool:
    """Is this "works on the painting", not "works on a farm"?"""
    on = next((c for c in words.children[verb] if words.lower[c] == "on" and c > verb), None)
    what = words.child(on, "pobj") if on is not None else None
    return what is not None and words.lemma[what] in TASKS


def _works_to_an_end(words: Words, verb: int) -> bool:
    """ "works with Tom to free them", "the plan works", not "works as a clerk to live"."""
    behind = [c for c in words.children[verb] if c > verb]
    if any(words.dep[c] == "prep" and words.lower[c] not in COMPANY for c in behind):
        return False
    subject = words.child(verb, "nsubj")
    is_scheme = subject is not None and words.lemma[subject] in read_list("nouns_of_schemes")
    ends = [c for c in behind if words.dep[c] in {"advcl", "xcomp"} and has_to(words, c)]
    return is_scheme or any("," not in words.text[verb:c] for c in ends)


def _cares(words: Words, verb: int) -> bool:
    """Is this "is cared for by her", "cares after the children", not "cares for him"?"""
    is_nursed = words.child(verb, "agent") is not None and words.tag[verb] == "VBN"
    return is_nursed or any(words.lower[c] == "after" for c in words.children[verb] if c > verb)


def _suspects(words: Words, verb: int) -> bool:
    """Is this "is suspected by the police", "is immediately suspected"?"""
    if not _is_passive(words, verb):
        return False
    beside = words.children[verb]
    of = (g for c in beside if words.dep[c] == "prep" for n in words.children[c] for g in words.children[n])
    by = words.child(verb, "agent") is not None or any(words.lower[g] == "by" for g in of)
    return by or any(words.lower[c] in AT_ONCE for c in beside)


def _wishes(words: Words, verb: int) -> bool:
    """Is this "wishes her well", "wishes him luck", not "wishes to leave"?"""
    behind = words.lower[verb + 1 : verb + FARTHEST_WISH]
    return behind[:1] != ["to"] and not WISHED.isdisjoint(behind)


def _costs(words: Words, verb: int) -> bool:
    """Is this "costs them the game", not "costs a fortune"?"""
    if words.child(verb, "dative") is not None:
        return True
    whom = words.child(verb, "dobj")
    return whom is not None and words.tag[whom] == "PRP"


def _awaits(words: Words, verb: int) -> bool:
    """Is this "awaits his return", not "is in jail awaiting trial"?"""
    return _target(words, verb) not in COURTS


def _involves(words: Words, verb: int) -> bool:
    """Is this what someone does: "his father involves the police", not "the plan involves the police"?"""
    subject = words.child(verb, "nsubj")
    is_person = subject is not None and (
        words.tag[subject] in {"NNP", "PRP"} or words.lemma[subject] in HUMAN_NOUNS
    )
    return is_person and words.lower[subject or 0] != "it" and _has_person_as_object(words, verb)


def _moves(words: Words, verb: int) -> bool:
    """Is this "sits down" or "stands up", which happens, not "sits", which lasts?"""
    return any(
        words.dep[c] in {"prt", "advmod"} and words.lower[c] in {"down", "up"} for c in words.children[verb]
    )


_RULES = {
    "assume": _assumes,
    "await": _awaits,
    "bear": _bears,
    "care": _cares,
    "cost": _costs,
    "dream": _dreams,
    "harbor": _has_person_as_object,
    "harbour": _has_person_as_object,
    "hold": _holds,
    "involve": _involves,
    "keep": _keeps,
    "miss": _misses,
    "possess": _possesses,
    "relate": _relates,
    "share": _shares,
    "sound": _sounds,
    "surround": is_done_by_people,
    "suspect": _suspects,
    "wish": _wishes,
    "work": _works,
    **dict.fromkeys(POSTURES, _moves),
}
