"""What is left open, whatever stands around it: "has yet to come", "how to win her", what one does often."""

from films.extraction.events.clauses import has_to, is_past, mark_of
from films.extraction.events.denials import is_habit
from films.extraction.events.lasting import is_pastime
from films.extraction.resources import read_list
from films.extraction.tags import PRESENT_TAGS, SUBJECTS
from films.extraction.words import Words

EVERYBODY = frozenset({"all", "any", "anyone", "anybody", "everyone", "everybody", "whoever"})
REPUTEDLY = frozenset(["supposedly", "allegedly", "reportedly", "purportedly", "ostensibly"])
STRUGGLES = frozenset({"trouble", "difficulty", "problem"})  # "has trouble adjusting"
PROMISES = frozenset({"promise", "vow", "swear", "pledge", "pact", "promising"})
WISHING = frozenset({"want", "need"})
LEAPING = frozenset({"jump", "leap"})  # "jumps to the conclusion that he did it"
ORDERING = read_list("verbs_of_request") | read_list("verbs_of_proposing") | {"tell", "advise", "warn", "ask"}
MOST_JOINED = 4


def is_left_open(words: Words, verb: int) -> bool:
    """Is it left open whether, or how often, this happens?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> is_left_open(read_words(next(parse(["Dana has yet to leave."]))), 4)
    True
    """
    if (
        is_habit(words, verb)
        or is_pastime(words, verb)
        or (has_to(words, verb) and _is_mere_aim(words, verb))
    ):
        return True
    rule = _RULES.get(words.dep[verb])
    if rule is not None and rule(words, verb, words.head[verb]):
        return True
    return any(words.lower[c] in REPUTEDLY and words.dep[c] == "advmod" for c in words.children[verb])


def _is_mere_aim(words: Words, verb: int) -> bool:
    """Is this "how to win her", "has yet to win her" or "To win her, he leaves"?"""
    governor = words.head[verb]
    if words.dep[verb] == "pcomp":
        return any(words.tag[c] in {"WRB", "WP"} and c < verb for c in words.children[verb])
    if words.dep[verb] == "xcomp" and words.lemma[governor] in {"have", "be"}:
        return any(words.lower[c] == "yet" and governor < c < verb for c in words.children[governor])
    return words.dep[verb] == "advcl" and verb < governor and words.starts_sentence[words.children[verb][0]]


def _awaits_promise(words: Words, verb: int, governor: int) -> bool:
    """ "vows to return when he has won", "tells her to stay until he comes": who knows whether he will."""
    if is_past(words, verb) and not _is_present_perfect(words, verb):
        return False
    at = governor
    for _ in range(MOST_JOINED):
        if words.dep[at] != "conj":
            break
        at = words.head[at]
    if not has_to(words, at) or words.tag[at] != "VB":
        return False
    promising = words.lemma[words.head[at]]
    begins = {mark_of(words, verb), *(words.lower[c] for c in words.children[verb] if c < verb)}
    if "until" in begins:
        return promising in ORDERING | PROMISES
    return promising in PROMISES and not begins.isdisjoint({"when", "once", "after"})


def _is_present_perfect(words: Words, verb: int) -> bool:
    return any(words.dep[c] == "aux" and words.lower[c] in {"has", "have"} for c in words.children[verb])


def _is_told_of_anyone(words: Words, verb: int, noun: int) -> bool:
    """ "protects them from all who come", and not "anyone she questions dies", which tells that she does."""
    is_anyone = words.lower[noun] in EVERYBODY and words.dep[noun] not in SUBJECTS
    return is_anyone and words.tag[verb] in PRESENT_TAGS


def _is_wished_or_guessed(words: Words, verb: int, noun: int) -> bool:
    """ "wants her soul placed in a jar", "jumps to the conclusion that he did it"."""
    if words.dep[noun] == "dobj" and words.tag[verb] == "VBN":
        is_wanted = words.lemma[words.head[noun]] in WISHING
        return is_wanted and words.child(verb, "agent") is None
    if words.lemma[noun] != "conclusion" or mark_of(words, verb) != "that":
        return _is_struggle(words, verb, noun)
    leap = words.head[words.head[noun]]
    return words.dep[noun] == "pobj" and words.lemma[leap] in LEAPING


def _is_struggle(words: Words, verb: int, governor: int) -> bool:
    """ "has trouble adjusting": how far one gets is not said."""
    if words.tag[verb] != "VBG":
        return False
    is_behind = words.lemma[governor] in STRUGGLES and words.lemma[words.head[governor]] == "have"
    what = words.child(governor, "dobj") if words.lemma[governor] == "have" else None
    return is_behind or (what is not None and words.lemma[what] in STRUGGLES and what < verb)


def _is_condition(words: Words, verb: int, governor: int) -> bool:
    return _awaits_promise(words, verb, governor) or _is_struggle(words, verb, governor)


_RULES = {
    "advcl": _is_condition,
    "relcl": _is_told_of_anyone,
    "acl": _is_wished_or_guessed,
    "xcomp": _is_struggle,
}
