"""Which nouns tell a happening behind which prepositions: "in a battle", "falls to his death"."""

from films.extraction.events.past_deeds import DEEDS, says_whose
from films.extraction.resources import read_list
from films.extraction.words import Words

EVENT_NOUNS = read_list("event_nouns")
ON_NOUNS = frozenset(["robbery", "attack", "date", "holiday", "offensive"])
AT_NOUNS = frozenset(
    [
        *["burial", "cremation", "behest", "request", "direction", "wedding", "funeral", "urging"],
        *["insistence", "suggestion", "invitation", "encouragement"],
    ]
)
WITH_NOUNS = frozenset(
    [
        *["help", "rescue", "aid", "assistance", "news", "death", "arrival", "request", "proposal"],
        *["accident", "encouragement"],
    ]
)
CLASHES = read_list("nouns_of_clashes")
CARRYING = {
    "in": frozenset(["result", "end", "culminate", "engage", "involve", "participate"]),
    "into": frozenset({"get", "enter", "come"}),
    "to": frozenset({"lead"}),
    "with": frozenset({"end", "culminate", "meet"}),
    "on": frozenset({"carry", "embark", "go"}),
    "off": frozenset({"pull"}),
}
NOUNS_BEHIND = {
    "at": AT_NOUNS,
    "with": WITH_NOUNS,
    "over": frozenset({"objection", "protest", "opposition"}),
}
LEADING_TO = frozenset(["lead", "come", "go", "take", "bring", "return", "rush", "hurry"])
MOVING = frozenset({"come", "go", "rush", "hurry"})  # "comes to her rescue" is told by "comes"
TRIPS = frozenset(["spree", "rampage", "trip", "journey", "date", "quest", "holiday", "honeymoon", "walk"])
DONE_BY = frozenset(
    [
        *["kill", "injure", "wound", "destroy", "break", "interrupt", "trigger", "cause", "devastate"],
        *["shock", "save", "rescue", "stop", "foil", "thwart"],
    ]
)
SERIES = frozenset(["series", "string", "volley", "number", "spate", "succession"])


def fits_preposition(preposition: str, noun: int, words: Words, governor: int) -> bool:
    """Does the noun tell a happening behind this preposition, not its setting or its topic?

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Mara goes on a date on a Sunday."])))
    >>> fits_preposition("on", 4, words, 1), fits_preposition("on", 7, words, 1)
    (True, False)
    """
    lemma = words.lemma[noun]
    rule = _FITTING.get(preposition)
    if rule is not None:
        return rule(words, noun, governor)
    if preposition == "despite" and lemma not in EVENT_NOUNS:
        return says_whose(words, noun)
    if preposition in {"of", "about"} and words.lemma[governor] in {"learn", "hear"}:
        return words.child(noun, "poss") is not None
    if preposition == "of":
        return words.lemma[governor] in SERIES or _passes(words, noun, governor)
    if preposition == "in" and lemma in {"return", "battle", "search", "fall", "attempt", "effort"}:
        is_ensuing = any(words.lower[c] in {"a", "an", "ensuing"} for c in words.children[noun])
        return lemma == "battle" and is_ensuing
    return preposition != "about" and lemma in NOUNS_BEHIND.get(preposition, (lemma,))


def _fits_on(words: Words, noun: int, governor: int) -> bool:
    governing, lemma = words.lemma[governor], words.lemma[noun]
    if governing in {"go", "embark"} and lemma in TRIPS:
        return True
    return (lemma in ON_NOUNS and governing not in {"ask", "invite"}) or governing == "carry"


def _fits_to(words: Words, noun: int, governor: int) -> bool:
    governing, lemma = words.lemma[governor], words.lemma[noun]
    if lemma == "death":  # "falls to his death"
        return governing in LEADING_TO or words.child(noun, "poss") is not None
    return governing in LEADING_TO and not (lemma == "rescue" and governing in MOVING)


def _fits_by(words: Words, _noun: int, governor: int) -> bool:
    return words.lemma[governor] in DONE_BY


def _fits_off(words: Words, _noun: int, governor: int) -> bool:
    return words.lemma[governor] in CARRYING["off"]


def _fits_during(words: Words, noun: int, _governor: int) -> bool:
    if words.lemma[noun] in {"birth", "childbirth"}:  # "dies during the birth of her son"
        return True
    return words.lemma[noun] in CLASHES and is_new(words, noun)


def _fits_since(words: Words, noun: int, _governor: int) -> bool:
    return words.child(noun, "poss") is not None


_FITTING = {
    "on": _fits_on,
    "to": _fits_to,
    "by": _fits_by,
    "off": _fits_off,
    "during": _fits_during,
    "since": _fits_since,
}


def is_shared(words: Words, noun: int, governor: int) -> bool:
    """ "During a quarrel she hits him": they quarrel; "During a raid he saves her": he raids nothing."""
    is_passive = words.child(governor, "auxpass", "nsubjpass") is not None
    return words.lemma[noun] in read_list("nouns_of_quarrels") and not is_passive


def is_new(words: Words, noun: int) -> bool:
    """Is this "a fight", "several fights", not "the fight", which was told before?"""
    return any(words.lower[c] in {"a", "an", "another", "several"} for c in words.children[noun])


def _passes(words: Words, noun: int, governor: int) -> bool:
    """Is this "in the course of the struggle", "of several meetings", "the aftermath of his death"?"""
    lemma, governing = words.lemma[noun], words.lemma[governor]
    if governing == "course":
        return lemma in CLASHES or (lemma in {"meeting", "conversation"} and is_new(words, noun))
    is_deed = lemma in DEEDS | CLASHES | TRIPS
    return governing in {"aftermath", "wake"} and is_deed and says_whose(words, noun)
