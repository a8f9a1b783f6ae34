"""What within its own clause keeps a verb from being told: negation, a modal verb, "nobody", a habit."""

from films.extraction.events.clauses import is_each_period, is_each_time, is_under_modal, mark_of
from films.extraction.resources import read_list
from films.extraction.tags import PRESENT_TAGS
from films.extraction.words import QUOTES, Words

NEGATIONS = read_list("negations")
UNREAL_MARKS = frozenset(["if", "unless", "whether", "lest", "though_if"])
HABITS = read_list("habit_adverbs")
SAYING = read_list("verbs_of_saying") | read_list("verbs_of_proposing")
NOBODY = frozenset({"nobody", "none", "nothing", "neither", "few", "fewer"})
EACH = frozenset({"weekly", "nightly", "monthly", "daily"})  # "takes a weekly lesson"
HARDLY_ANY = frozenset({"few", "fewer"})


def is_denied(words: Words, verb: int) -> bool:
    """Is the verb itself negated, put under a modal verb, or called a habit?"""
    for child in words.children[verb]:
        dep, lower = words.dep[child], words.lower[child]
        if dep == "neg" or (dep in {"advmod", "det"} and lower in NEGATIONS):
            return True
        if dep == "advmod" and lower in HABITS:
            return True
        if dep in {"nsubj", "nsubjpass", "attr", "preconj"} and is_nobody(words, child):
            return True
    return is_under_modal(words, verb) or _no_longer(words, verb) or is_each_period(words, verb)


def is_habit(words: Words, verb: int) -> bool:
    """Is this what one does time and again: "For a living, she sings", "Whenever he comes, she sings"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_habit(read_words(next(parse(["For a living, she sings in a bar."]))), 5)
    True
    """
    for child in words.children[verb]:
        if words.dep[child] == "advcl" and child < verb and is_each_time(words, child):
            return True
        if words.lower[child : child + 3] == ["for", "a", "living"]:
            return True
        is_each = words.dep[child] == "dobj" and any(words.lower[g] in EACH for g in words.children[child])
        if (is_each or _is_condition(words, verb, child)) and words.tag[verb] in PRESENT_TAGS:
            return True
    return False


def _is_condition(words: Words, verb: int, clause: int) -> bool:
    """ "If she works, they take it from her": what would follow is not told, either."""
    if words.dep[clause] != "advcl" or clause > verb or not QUOTES.isdisjoint(words.text[clause:verb]):
        return False
    mark = words.child(clause, "mark")
    if mark is None or words.lower[mark] not in {"if", "unless"} or words.lemma[verb] in SAYING:
        return False
    return words.starts_sentence[mark] or words.tag[mark - 1] in {",", "CC", ":"}


def is_unreal(words: Words, verb: int) -> bool:
    """Does "if" or "unless" begin the clause?"""
    return mark_of(words, verb) in UNREAL_MARKS


def is_nobody(words: Words, subject: int) -> bool:
    """Is this "nobody", "no man", "nothing", "few people"?"""
    if words.lower[subject] in NOBODY:
        return True
    if words.tag[subject] == "NNS" and words.lower[subject - 1] in HARDLY_ANY:
        return words.lower[subject - 2] not in {"a", "the", "next", "last", "first", "past"}
    return any(words.lower[c] in {"no", "neither"} and words.dep[c] == "det" for c in words.children[subject])


def _no_longer(words: Words, verb: int) -> bool:
    return any(
        words.lower[c] in {"longer", "more"}
        and any(words.lower[g] in {"no", "any"} for g in words.children[c])
        for c in words.children[verb]
        if words.dep[c] == "advmod" and (c < verb or words.text[c - 2] != ",")
    )
