"""Who is told to be married: "Mara marries Tom" makes him "her husband" later on."""

from films.extraction.coreference.reading_state import Reading
from films.extraction.tags import FINITE_TAGS, SUBJECTS
from films.extraction.words import Words

MARRYING = frozenset({"marry", "wed"})
MARRIED = frozenset({"married", "wed"})
ENGAGED = frozenset({"engaged", "betrothed"})
DATING = frozenset({"date"})
BONDS = frozenset({"engagement", "betrothal", "marriage"})
PROMISING = frozenset({"agree", "accept", "promise", "consent", "decide", "manage", "force", "compel"})
IF = frozenset({"if", "unless"})
NOT_YET = frozenset({"MD", "TO"})


def is_of_wedding(words: Words, i: int) -> bool:
    """Does the token stand by a word of marrying?"""
    return _wedding(words, i) is not None


def note_wedding(reading: Reading, i: int) -> None:
    """Remember the two of "Mara marries Tom", "Mara is married to Tom", "Mara and Tom get married"."""
    words, wedding = reading.words, _wedding(reading.words, i)
    if wedding is not None and words.lemma[wedding] in BONDS:
        _note_bond(reading, wedding, i)
        return
    verb = words.clause(wedding) if wedding is not None else i
    if wedding is None or not (_is_told(words, verb) or _is_promised(words, verb)):
        return
    subject = words.subject(verb)
    those = reading.all_of(subject)
    if words.dep[i] not in SUBJECTS | {"conj"}:
        those = (*those, *reading.who(i))
    two = tuple(dict.fromkeys(those))
    if len(two) == 2 and not any(entity.is_plural for entity in two):
        is_before = words.lower[wedding] in ENGAGED or words.lemma[wedding] in DATING
        is_wedding = not is_before and _is_told(words, verb)
        reading.kinship.add(two[0], "spouse" if is_wedding else "lover", two[1])


def _note_bond(reading: Reading, bond: int, i: int) -> None:
    """ "his engagement to Mara": she is his fiancée, even where he ends it."""
    owners, who = reading.who(reading.words.child(bond, "poss")), reading.who(i)
    if len(owners) == len(who) == 1 and not owners[0].is_plural and not who[0].is_plural:
        reading.kinship.add(owners[0], "lover", who[0])


def _wedding(words: Words, i: int) -> int | None:
    """Return the word of marrying whose subject, object or "to whom" this token is, or is joined to."""
    at = i
    while words.dep[at] == "conj" and words.head[at] < at:
        at = words.head[at]
    above = words.head[at]
    if words.dep[at] == "pobj" and words.lower[above] == "to":
        if words.lemma[above - 1] in BONDS:  # "ends his engagement to Mara", however it parses
            return above - 1
        above = words.head[above]
    if words.lemma[above] in MARRYING | DATING or words.lower[above] in MARRIED | ENGAGED:
        return above
    married = next((c for c in words.children[above] if words.lower[c] in MARRIED | ENGAGED), None)
    return married if words.dep[at] in SUBJECTS and words.lemma[above] in {"be", "get", "become"} else None


def _is_promised(words: Words, verb: int) -> bool:
    """ "agrees to marry her", "agrees to come and marry her": what follows is a couple, married or not."""
    while words.dep[verb] == "conj" and words.tag[verb] == "VB":
        verb = words.head[verb]
    if words.dep[verb] != "xcomp" or words.child(verb, "neg") is not None:
        return False
    return words.lemma[words.head[verb]] in PROMISING and _is_told(words, words.head[verb])


def _is_told(words: Words, verb: int) -> bool:
    """Is this "marries" or "is married", and nothing wanted, planned, supposed or denied?"""
    helping = [c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass", "neg", "mark"}]
    if any(words.dep[c] == "neg" or words.tag[c] in NOT_YET or words.lower[c] in IF for c in helping):
        return False
    return words.tag[verb] in FINITE_TAGS or any(words.tag[c] in FINITE_TAGS for c in helping)
