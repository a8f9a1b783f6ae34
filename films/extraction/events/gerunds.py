"""Participles that tell of a plan or a wish, and those that tell what one does instead."""

from films.extraction.events.clauses import has_to, is_under_modal, mark_of
from films.extraction.resources import read_list
from films.extraction.words import Words

INTENDING = frozenset(
    ["plan", "insist", "count", "bank", "bet", "bent", "intent", "intend", "decide", "set", "keen"]
)  # "insists on leaving"
REPUTED = frozenset({"known", "famous", "notorious", "renowned", "infamous", "noted"})  # for what they do
BARGAINS = frozenset({"exchange", "return"})  # "asks for her hand in exchange for killing him"
YEARNING = frozenset({"yearn", "long", "pine", "battle", "vie"})  # "yearns for dancing"
WISHED_FOR = read_list("nouns_before_wished_gerunds")
PLANNING = frozenset(["plan", "intend", "arrange", "hope", "want", "wish", "conspire", "plot", "scheme"])
BEGINNING = read_list("verbs_aspect") | read_list("verbs_implicative")
SAYING = read_list("verbs_of_saying") | {"ask", "beg", "urge", "claim", "insist", "demand", "promise"}


def is_wished_gerund(words: Words, preposition: str, governor: int) -> bool:
    """Is what follows only intended or given to: "intends on leaving", "a passion for saving lives"?"""
    if preposition == "on":
        return words.lemma[governor] in INTENDING
    if preposition != "for":
        return False
    return words.lower[governor] in REPUTED or words.lemma[governor] in BARGAINS | WISHED_FOR | YEARNING


def waits_for_plan(words: Words, verb: int, governor: int) -> bool:
    """ "plans to marry her, rescuing her", "insists on him leaving", "hopes to come once he has left"."""
    if mark_of(words, verb) == "once":
        return (has_to(words, governor) and not _is_begun(words, governor)) or is_under_modal(words, governor)
    if words.tag[verb] == "VBG" and words.tag[verb - 1] == "PRP" and words.lower[verb - 2] == "on":
        return words.lemma[governor] in INTENDING
    if words.tag[verb] != "VBG" or words.text[verb - 1] != "," or words.lemma[verb] in SAYING:
        return False
    at = governor
    while words.tag[at] == "VB" and words.head[at] != at:
        at = words.head[at]
    plan = words.child(at, "xcomp", "advcl")
    is_planned = plan is not None and at < plan < verb and has_to(words, plan)
    return is_planned and words.lemma[at] in PLANNING


def _is_begun(words: Words, infinitive: int) -> bool:
    """Is the infinitive itself told: "begins to sing once he has come"?"""
    return words.lemma[words.head[infinitive]] in BEGINNING


def goes_on_otherwise(words: Words, verb: int, governor: int) -> bool:
    """ "does not give up, arranging a trial" and "does not leave, instead staying" tell what one does."""
    if words.tag[verb] != "VBG" or words.child(governor, "neg") is None or is_under_modal(words, governor):
        return False
    before = verb - 1
    while words.tag[before] == "RB" and words.dep[before] != "neg":
        before -= 1
    return words.text[before] == "," and verb > governor and words.dep[governor] in {"ROOT", "conj"}
