"""People who are only wished for, feared, compared with or spoken of in general: nobody of the story.

"Mara needs a new cook", "Ivo would never harm an orphan", "she looks like an angel", "a woman's intuition".
"""

from films.extraction.people import HUMAN_NOUNS, KIN_NOUNS
from films.extraction.resources import read_list
from films.extraction.words import Words

INDEFINITE = frozenset({"a", "an", "another", "any", "such"})
POINTING = frozenset({"det", "poss", "nummod", "predet", "quantmod"})
SAYING_MORE = frozenset({"relcl", "acl", "appos"})
LIKE = frozenset({"like", "than", "unlike"})
WANTING = read_list("verbs_of_wanting")
GETTING = read_list("verbs_of_getting")  # "to find a wife", "should hire a cook"
LOOKING = frozenset({"look", "search", "advertise", "wish", "long", "shop", "yearn", "pray", "quest"})
LACKING = frozenset({"search", "need", "want", "lack", "hope", "desire"})  # "in need of a cook"
MET_UNAWARES = (
    read_list("verbs_of_perceiving")
    | read_list("verbs_of_knowing")
    | {
        "expect",
        "trust",
    }
)
DONE_ALL_THE_SAME = read_list("verbs_with_told_infinitive")
WANTED_MEN = read_list("nouns_of_culprits")  # "looks for a killer": there is one
POWERS = read_list("nouns_of_power")
SHOWN = read_list("nouns_of_pictures")
FIGURES = frozenset({"bust", "doll", "effigy", "figurine", "puppet", "statue", "statuette", "toy"})
OF_CALLINGS = read_list("nouns_of_callings")
LEANINGS = read_list("nouns_of_leaning")
MODALS = frozenset({"would", "should", "could", "can", "may", "might", "must", "will", "'d", "’d", "ca"})
HABITS = frozenset({"always", "never", "usually"})
PLURALS = frozenset({"NNS", "NNPS"})
SHARED = frozenset({"home", "prison", "room", "club", "lounge", "school", "dormitory", "hospital", "ward"})
MOST_STEPS = 4


def is_supposed(words: Words, i: int) -> bool:
    """Does the noun at token `i` mean nobody in particular, or nobody who is there?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Mara wants a nurse. She hires a nurse."])))
    >>> is_supposed(words, 3), is_supposed(words, 8)
    (True, False)
    """
    if words.dep[i] == "poss":
        return _is_of_calling(words, i)
    first = _first_joined(words, i)
    if _is_denied_beside(words, i):
        return True
    if not _is_indefinite(words, first) or not _is_indefinite(words, i) or _is_told_more_of(words, i):
        return False
    if words.dep[first] == "pobj":
        return _is_behind_preposition(words, first)
    return words.dep[first] in {"dobj", "nsubj", "ccomp"} and _is_in_open_clause(words, first)


def _first_joined(words: Words, i: int) -> int:
    while words.dep[i] == "conj" and words.head[i] != i and words.tag[words.head[i]][0] == "N":
        i = words.head[i]
    return i


def _is_indefinite(words: Words, i: int) -> bool:
    """ "a nurse", "nurses"; but not "two nurses", "his nurse", "Nurse Vell" or "father"."""
    pointing = [c for c in words.children[i] if words.dep[c] in POINTING and c < i]
    if pointing:
        return all(words.lower[c] in INDEFINITE for c in pointing)
    return words.tag[i] in PLURALS or words.dep[i] == "conj"


def _is_told_more_of(words: Words, i: int) -> bool:
    """ "a man who lives there", "a boy named Tom": somebody in particular."""
    for c in words.children[i]:
        if words.dep[c] in SAYING_MORE and not _is_open(words, c):
            return True
    return words.tag[i + 1 : i + 2] == ["NNP"]


def _is_denied_beside(words: Words, i: int) -> bool:
    """ "is a cook and not a spy": who is denied."""
    is_denied = any(words.dep[c] == "neg" and c < i for c in words.children[i])
    return is_denied and words.dep[i] == "conj" and _is_indefinite(words, i)


def _is_behind_preposition(words: Words, i: int) -> bool:
    preposition = words.head[i]
    word, over = words.lower[preposition], words.head[preposition]
    governor = words.lemma[over]
    if word in LIKE:
        return True
    if word == "without":
        return True
    if word == "for" and governor in LOOKING | LACKING:
        return words.lemma[i] not in WANTED_MEN
    if word == "of" and (governor in LACKING or words.lower[over] == "that"):
        return words.lemma[i] not in WANTED_MEN  # "the role is that of a nurse"
    if word == "of" and governor in SHOWN:
        return words.tag[i] in PLURALS
    if word == "of" and governor in FIGURES:
        return True
    if words.tag[i] in PLURALS and governor in LEANINGS:
        return words.tag[over][0] == "N"
    is_under_verb = words.tag[over][0] == "V" and words.dep[over] == "pcomp"
    return is_under_verb and words.lower[words.head[over]] == "without"


def _is_in_open_clause(words: Words, i: int) -> bool:
    """Is the clause one of wishes, denials or general truth: "wants a nurse", "never harms a child"?"""
    verb = words.head[i]
    lemma, is_object = words.lemma[verb], words.dep[i] in {"dobj", "ccomp"}
    if is_object and lemma in WANTING:
        return lemma == "want" or words.lemma[i] not in WANTED_MEN
    if not is_object:
        return _is_of_all(words, i, verb)
    if words.dep[verb] in {"acl", "relcl"} and _is_power(words, verb):
        return True
    if lemma in GETTING and words.lemma[i] not in WANTED_MEN and _is_open(words, verb):
        return True
    return lemma not in MET_UNAWARES and _is_denied(words, verb)


def _is_of_all(words: Words, i: int, verb: int) -> bool:
    """ "Cooks always lie", "people can die": what holds for all of them."""
    if words.tag[i] not in PLURALS or words.lemma[i] not in HUMAN_NOUNS or words.lemma[i] in KIN_NOUNS:
        return False
    is_bare = not any(words.dep[c] in POINTING | {"amod"} for c in words.children[i])
    return is_bare and any(words.lower[c] in HABITS and c > i for c in words.children[verb])


def _is_power(words: Words, verb: int) -> bool:
    """ "the power to kill people", "a place to raise a child"."""
    return _has_to(words, verb) and words.lemma[words.head[verb]] in POWERS


def _is_denied(words: Words, verb: int) -> bool:
    """Is it, or what governs it, denied: "did not want to marry a banker", "incapable of killing a man"?"""
    at = verb
    for _ in range(MOST_STEPS):
        if words.child(at, "neg") is not None:
            return not any(words.lower[c] == "only" for c in words.children[at])
        subject = words.child(at, "nsubj")
        if subject is not None and any(words.lower[c] == "no" for c in words.children[subject]):
            return True  # "no man would harm a child"
        if words.dep[at] not in {"xcomp", "pcomp", "conj"} or words.head[at] == at:
            return False
        at = words.head[at]
        if words.dep[at] == "prep" and words.lower[at] == "without":
            return True
        if words.dep[at] == "prep":
            at = words.head[at]
        if words.lower[at] in {"incapable", "unable", "unwilling"}:
            return True
    return False


def _is_open(words: Words, verb: int) -> bool:
    """Is it only to be done ("to hire a cook"), or what might be ("should hire a cook")?"""
    at = verb
    while words.dep[at] == "conj" and words.tag[at] == "VB" and words.head[at] != at:
        at = words.head[at]
    if any(words.lower[c] in MODALS and words.dep[c] == "aux" for c in words.children[at]):
        return True
    return _has_to(words, at) and words.lemma[words.head[at]] not in DONE_ALL_THE_SAME


def _has_to(words: Words, verb: int) -> bool:
    return any(words.lower[c] == "to" and words.dep[c] == "aux" for c in words.children[verb])


def _is_of_calling(words: Words, i: int) -> bool:
    """ "a nurse's uniform", "has become a farmer's wife", "sniper's equipment", "a ladies' man"."""
    owned = words.head[i]
    articles = [words.lower[c] for c in words.children[i] if words.dep[c] in POINTING]
    is_many = words.tag[i] == "NNS"
    if articles and words.lemma[owned] in OF_CALLINGS and set(articles) <= INDEFINITE:
        return True  # "a mother's instinct"
    if not set(articles) <= INDEFINITE or words.tag[i] not in {"NN", "NNS"} or words.lemma[i] in KIN_NOUNS:
        return is_many and articles == ["the"] and words.lemma[owned] in SHARED
    if words.dep[owned] in {"attr", "oprd"} or words.lemma[owned] in OF_CALLINGS:
        return True
    if is_many:
        return bool(articles) or words.lemma[owned] in SHARED | HUMAN_NOUNS - KIN_NOUNS
    is_bare = not any(words.dep[c] in {"amod", "compound"} for c in words.children[i])
    return not articles and is_bare and words.text[i].islower()
