"""States that begin by the words around them: "ends up running the shop", "are secretly married"."""

from films.extraction.events.clauses import has_to
from films.extraction.resources import read_list
from films.extraction.words import Words

COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "conj"})
ARRIVING = frozenset({"manage", "force", "compel", "oblige"})
ENDING = frozenset([("end", "up"), ("wind", "up"), ("take", "over")])  # "ends up running the shop"
AT_LAST = frozenset(["finally", "eventually", "soon"])
AT_ONCE = AT_LAST | frozenset(
    ["secretly", "quickly", "later", "then", "hastily", "immediately", "again", "recently"]
)
AFTER = frozenset({"when", "after", "once"})
NEWBORN = frozenset({"baby", "boy", "girl", "child", "son", "daughter", "infant", "twin"})
ONE_MORE = frozenset({"a", "an", "another", "one"})
CEREMONIES = frozenset({"in", "at", "by", "on", "aboard", "before"})
PLACED = frozenset({"where", "when"})


def is_arrived_at(words: Words, verb: int) -> bool:
    """Does a state come about by the verb before it: "ends up running the shop", "manages to keep it"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_arrived_at(read_words(next(parse(["Mara ends up running the shop."]))), 3)
    True
    """
    governor = words.head[verb]
    if words.dep[verb] not in COMPLEMENTS or governor > verb or words.tag[verb] not in {"VB", "VBG"}:
        return False
    if (words.lemma[governor], words.lower[governor + 1]) in ENDING:
        return verb == governor + 2
    return words.dep[verb] != "conj" and words.lemma[governor] in ARRIVING and has_to(words, verb)


def is_change(words: Words, participle: int) -> bool:
    """Does a participle that mostly says how somebody is tell a change: "are secretly married"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_change(read_words(next(parse(["Mara and Tom are secretly married."]))), 5)
    True
    """
    rule = _RULES.get(words.lower[participle])
    return rule is not None and rule(words, participle)


def is_birth(words: Words, have: int) -> bool:
    """Is this "soon have a daughter", "marry and have a child", not "have a son"?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_birth(read_words(next(parse(["They soon have a daughter."]))), 2)
    True
    """
    born = words.child(have, "dobj") if words.lemma[have] == "have" else None
    if born is None or words.lemma[born] not in NEWBORN:
        return False
    if words.lemma[born] != "twin" and all(words.lower[c] not in ONE_MORE for c in words.children[born]):
        return False
    before = [c for c in words.children[have] if c < have]
    is_perfect = any(words.dep[c] == "aux" and words.lemma[c] == "have" for c in before)
    is_then = any(words.lower[c] in AT_ONCE or words.dep[c] == "npadvmod" for c in before)
    is_next = words.child(have, "nsubj") is None and follows_act(words, have)
    return is_perfect or is_then or is_next


def _is_wedding(words: Words, married: int) -> bool:
    """Is this "are secretly married", "fall in love and are married"?"""
    clause = words.head[married] if words.dep[married] == "acomp" else married
    if words.lemma[clause] != "be" and words.child(clause, "auxpass") is None:
        return False
    beside = [*words.children[clause], *words.children[married]]
    if _is_at_last(words, married) or any(words.lower[c] in AT_ONCE for c in beside):
        return True
    behind = [c for c in beside if c > married]
    if any(words.lower[c] in CEREMONIES and words.dep[c] in {"prep", "agent"} for c in behind):
        return True
    if any(words.dep[c] == "advcl" and _begins_with(words, c, AFTER) for c in beside):
        return True
    if any(words.lower[c] == "to" for c in behind):  # "moves and is married to a banker"
        return False
    return follows_act(words, clause) or _is_remembered(words, clause)


def _begins_with(words: Words, clause: int, marks: frozenset[str]) -> bool:
    return any(words.lower[c] in marks and c < clause for c in words.children[clause])


def _is_remembered(words: Words, clause: int) -> bool:
    """Is this "the town where they were married"?"""
    is_past = any(words.lower[c] in {"was", "were"} for c in (clause, *words.children[clause]))
    return words.dep[clause] == "relcl" and is_past and _begins_with(words, clause, PLACED)


def _is_at_last(words: Words, verb: int) -> bool:
    """Is this how it ends: "In the end they are married", "They are finally married"?"""
    clause = words.head[verb] if words.dep[verb] == "acomp" else verb
    beside = [c for c in words.children[clause] if c < verb]
    in_the_end = any(words.lower[c : c + 3] == ["in", "the", "end"] for c in beside)
    return in_the_end or any(words.lower[c] in AT_LAST for c in beside)


def _is_engagement(words: Words, engaged: int) -> bool:
    """Is this "hold hands and are engaged again"?"""
    beside = words.children[engaged]
    return words.child(engaged, "auxpass") is not None and any(words.lower[c] in AT_ONCE for c in beside)


def _is_call(words: Words, called: int) -> bool:
    """Is this "is called to help"?"""
    end = words.child(called, "xcomp")
    return words.child(called, "auxpass") is not None and end is not None and has_to(words, end)


def _is_dismissal(words: Words, relieved: int) -> bool:
    """Is this "is relieved of his duties"?"""
    is_of = any(words.lower[c] == "of" and c > relieved for c in words.children[relieved])
    return words.child(relieved, "auxpass") is not None and is_of


def follows_act(words: Words, verb: int) -> bool:
    """Is this the second act of "is taken to the desert and stranded there", "runs away and is trapped"?"""
    first = words.head[verb]
    if words.dep[verb] != "conj" or words.lower[first] in read_list("participles_stative"):
        return False
    if words.tag[first][0] != "V" or words.lemma[first] in {"be", "have"}:
        return False
    return words.lemma[first] not in read_list("verbs_stative")


_RULES = {
    "married": _is_wedding,
    "engaged": _is_engagement,
    "called": _is_call,
    "relieved": _is_dismissal,
}
