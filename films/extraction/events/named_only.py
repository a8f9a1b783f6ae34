"""Whom a sentence names without bringing them into its scene: in prospect, as a likeness, in a title.

"Mara leaves so that she can marry Ivo", "a man who resembles Ivo", "unbeknownst to Ivo, Mara leaves": Ivo
is not there. Of what is only to be done, its object is mostly at hand ("comes to attack Ivo"); what stands
deeper is not ("to announce her engagement to Ivo").
"""

from films.extraction.events.clauses import has_to, mark_of
from films.extraction.events.phrases import ASKING
from films.extraction.resources import read_list
from films.extraction.words import Words

SEEKING = read_list("verbs_of_seeking")
TOUCHING = read_list("nouns_of_the_owner")
WORKS = read_list("kinds_of_work")
ROLES = frozenset({"role", "character", "name", "alias", "persona", "guise", "legend"})
WISHES = read_list("nouns_of_wish")
SCHEMES = read_list("nouns_of_schemes")
LIKENING = frozenset({"resemble", "impersonate", "imitate", "mimic", "emulate", "evoke"})
LIKE = frozenset({"like", "than"})
POSING = frozenset({"disguise", "pose", "masquerade", "dress", "impersonate"})
REMINDING = frozenset({"reminiscent", "worthy", "typical"})
UNAWARE = frozenset({"unbeknownst", "unbeknown", "unknown"})
NOT_YET = frozenset(
    ["afraid", "scared", "fearful", "hopeful", "tired", "sick", "wary", "capable", "incapable"]
)
AIMED = frozenset({"against", "from"})  # of the verb, whatever noun they hang on: "set the men against Ivo"
ASIDE = frozenset({"despite", "during", "after", "before", "following", "since"})
INDEFINITE = frozenset({"a", "an", "another", "any"})
MEETING = frozenset({"see", "meet", "visit", "consult"})
CONDITIONS = frozenset({"if", "unless", "lest"})
TO_COME = frozenset({"will", "would", "may", "might", "shall", "'ll", "’ll", "'d", "’d", "wo"})
POSSIBLE = TO_COME | {"can", "could"}


def is_title(words: Words, mention: int) -> bool:
    """Is this the name of a work, a part or an alias: "the song Ivo", "the role of Ivo"?"""
    above = words.head[mention]
    if words.dep[mention] == "appos":
        return words.lemma[above] in WORKS
    is_of = words.dep[mention] == "pobj" and words.lower[above] == "of"
    return is_of and words.lemma[words.head[above]] in ROLES


def is_likened(words: Words, token: int) -> bool:
    """Is this whom somebody resembles, or is disguised as?"""
    if words.dep[token] == "dobj":
        return words.lemma[words.head[token]] in LIKENING
    if words.dep[token] != "pobj":
        return False
    preposition = words.head[token]
    lower, governor = words.lower[preposition], words.head[preposition]
    if lower == "as":
        return words.lemma[governor] in POSING or words.lemma[governor] in {"identity", "alias", "guise"}
    return lower in LIKE or (lower == "of" and words.lower[governor] in REMINDING)


def is_unaware(words: Words, token: int) -> bool:
    """Is this who knows nothing of it: "unbeknownst to Ivo"?"""
    preposition = words.head[token]
    return words.dep[token] == "pobj" and words.lower[words.head[preposition]] in UNAWARE


def is_former_owner(words: Words, token: int) -> bool:
    """Is this whose something is or was: "a camera that belonged to Ivo"?"""
    preposition = words.head[token]
    return words.dep[token] == "pobj" and words.lemma[words.head[preposition]] == "belong"


def says_more_of_noun(words: Words, token: int) -> bool:
    """Does the token only say more about a noun: "Ivo" of "to announce her engagement to Ivo"?"""
    preposition = words.head[token]
    noun = words.head[preposition]
    if words.dep[token] not in {"pobj", "pcomp"} or words.tag[noun] not in {"NN", "NNS"}:
        return False
    if words.dep[token] == "pcomp":  # "assistance in catching Ivo"
        return True
    if words.lower[preposition] in AIMED or (
        words.lower[preposition] == "of" and words.lemma[noun] in TOUCHING
    ):
        return False  # "tries to win the love of Ivo"
    if words.dep[noun] == "dobj" and words.lemma[words.head[noun]] in read_list("verbs_light"):
        return False  # "have dinner with Ivo"
    is_aside = words.dep[noun] == "pobj" and words.lower[words.head[noun]] in ASIDE
    return not is_aside and words.lemma[noun] not in read_list("time_nouns")


def is_in_prospect(words: Words, verb: int, *, in_noun: bool) -> bool:
    """Does the verb, which is not told, only open a prospect in which people are named?"""
    dep, governor = words.dep[verb], words.head[verb]
    if is_arranged(words, verb) or (dep == "advcl" and _is_condition(words, verb)):
        return True
    if words.lower[governor] == "long" and words.lower[governor - 1 : governor] == ["as"]:
        return True  # "as long as he does not harm Ivo"
    if dep == "advcl" and _is_so_that(words, verb):
        return in_noun or words.child(verb, "neg") is not None
    if dep == "relcl":
        return _has_modal(words, verb, TO_COME)
    if dep == "acl" and (words.lemma[governor] in WISHES or words.lemma[governor] in SCHEMES):
        return True
    if dep == "pcomp":
        above = words.head[governor]
        is_kept_from = words.lower[governor] == "from" and has_to(words, above)
        return (
            has_to(words, verb)
            or is_kept_from
            or words.lemma[above] in WISHES
            or words.lower[above] in NOT_YET
        )
    is_deep = in_noun and words.lemma[verb] != "be"
    return has_to(words, verb) and (is_deep or _is_sought(words, verb))


def _is_sought(words: Words, verb: int) -> bool:
    """Is this "to find Ivo", and not "to find Ivo dead", which tells of him?"""
    state = words.child(verb, "ccomp", "xcomp", "oprd")
    return words.lemma[verb] in SEEKING and (state is None or has_to(words, state))


def is_arranged(words: Words, verb: int) -> bool:
    """Is this the verb of "says that they are to marry", not of "is on his way to meet her"?"""
    if words.lemma[verb] != "be" or words.head[verb] == verb or words.lower[verb + 1 : verb + 2] != ["to"]:
        return False
    infinitive = words.child(verb, "xcomp")
    return infinitive is not None and has_to(words, infinitive)


def is_anyone(words: Words, mention: int, verb: int) -> bool:
    """Is nobody in particular meant, as in "comes to seek a wife" or "never harms an orphan"?"""
    is_indefinite = any(words.lower[c] in INDEFINITE for c in words.children[mention])
    is_untold = has_to(words, verb) or words.child(verb, "neg") is not None
    return is_indefinite and is_untold and words.lemma[verb] not in MEETING


def _is_condition(words: Words, verb: int) -> bool:
    mark = words.child(verb, "mark")
    if mark is None or words.lemma[mark - 1] in ASKING or words.lower[mark - 1] == "even":
        return False
    return words.lower[mark] in CONDITIONS or words.lower[mark - 1 : mark + 1] == ["in", "case"]


def _is_so_that(words: Words, verb: int) -> bool:
    """ "So that she can marry Ivo" says what for, "so she has to marry Ivo" what came of it."""
    is_so = any(words.lower[c] == "so" and c < verb for c in words.children[verb])
    return (is_so or mark_of(words, verb) == "so") and _has_modal(words, verb, POSSIBLE)


def _has_modal(words: Words, verb: int, modals: frozenset[str]) -> bool:
    return any(words.dep[c] == "aux" and words.lower[c] in modals for c in words.children[verb])
