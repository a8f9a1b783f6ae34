"""Nouns that tell a happening: "has an accident", "after the explosion", "their wedding"."""

from collections.abc import Iterable
from dataclasses import dataclass

from films.extraction.events.film_talk import takes_place
from films.extraction.events.happenings_behind import (
    CARRYING,
    EVENT_NOUNS,
    SERIES,
    fits_preposition,
    is_new,
    is_shared,
)
from films.extraction.events.modality import Modality
from films.extraction.events.past_deeds import DEEDS, is_taken_for_fact
from films.extraction.resources import read_list
from films.extraction.words import Words

TELLING_PREPOSITIONS = read_list("prepositions_before_event_nouns")
OVER = frozenset(
    {"search", "bite", "visit", "trip", "walk", "lecture", "tour", "outburst", "tantrum", "sermon"}
)
WEIGHTY = frozenset(
    {"move", "sacrifice", "visit", "announcement", "outburst", "testimony"}
)  # "Their move upsets her"
WITH_CARRIED_NOUNS = frozenset({"with", "at", "on", "of", "despite", "over"})
SETTINGS = {  # "six years in a row"
    "in": frozenset({"recovery", "row"}),
    "from": frozenset({"birth"}),
    "despite": frozenset({"appearance", "loss"}),
}
CAUSING = frozenset({"due", "because", "spite", "thanks", "owing"})
NEWS = frozenset({"news", "warning", "order", "offer", "announcement"})
COMING = frozenset(["follow", "ensue", "occur", "happen", "arise", "erupt"])
PUT_OFF = frozenset(["avoid", "prevent", "cancel", "postpone", "plan", "delay", "prohibit"])
ACCEPTING = frozenset(
    [
        "survive",
        "break",
        "overhear",
        "accept",
        "arrange",
        "witness",
        "interrupt",
        "celebrate",
        "decline",
        "refuse",
        "reject",
        "turn",
        "force",
    ]
)
AGREEMENTS = ("truce", "pact", "treaty", "vow", "oath")  # "breaks the truce" is told by "breaks"
ONLY_BEHIND = {  # things as much as happenings: "gives him a picture"
    "photograph": frozenset({"take"}),
    "picture": frozenset({"take"}),
    "signal": frozenset({"give"}),
    "taunt": frozenset({"make"}),
    "drink": frozenset({"have", "take", "share"}),
    "plan": frozenset({"make"}),
    "streak": frozenset({"experience", "suffer"}),
    "lift": frozenset({"give", "get"}),
    "shelter": frozenset({"take"}),
    "kick": frozenset({"give", "deliver"}),
    "labor": frozenset({"experience", "undergo", "suffer"}),
    "labour": frozenset({"experience", "undergo", "suffer"}),
    "change": frozenset({"have", "undergo", "make"}),
    "order": frozenset({"give", "issue"}),
    "recording": frozenset({"make"}),
    "conflict": frozenset(),  # "comes into conflict", not "has a conflict"
    "engagement": frozenset(),  # "ends the engagement" is told by "ends"
    "experience": frozenset({"have", "undergo"}),
    "news": frozenset(["receive", "get", "break", "deliver", "share", "bring", "give"]),
    **dict.fromkeys(AGREEMENTS, frozenset({"make", "reach", "enter", "form", "strike", "seal", "accept"})),
    "refuge": frozenset({"take"}),
}
DONE = frozenset({"commit", "perpetrate", "suffer"})  # "the murder he committed"
NOT_TOLD = read_list("words_before_untold_nouns")


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that tells a happening, and the verb of its clause; a light verb says no more than the noun."""

    token: int
    verb: int | None
    is_light: bool = False


def find_event_nouns(words: Words, tokens: Iterable[int], modality: Modality) -> list[EventNoun]:
    """Return the nouns among `tokens` that tell a happening."""
    found: list[EventNoun] = []
    told: set[str] = set()
    for i in tokens:
        if words.tag[i][0] == "V":
            told.add(words.lemma[i])
        noun = _read(words, i, modality) if _may_tell(words, i) else None
        if noun is not None and not (words.lemma[i] in told and _is_mentioned_again(words, i)):
            found.append(noun)
            told.add(words.lemma[i])
    return found


def _is_mentioned_again(words: Words, noun: int) -> bool:
    """Does "after the fight" go back to a fight that was told before?"""
    return words.dep[noun] == "pobj" and [words.lower[c] for c in words.children[noun]] == ["the"]


def _may_tell(words: Words, index: int) -> bool:
    tag = words.tag[index]
    if tag not in {"NN", "NNS"} or words.dep[index] in {"compound", "amod", "nmod", "npadvmod"}:
        return False
    lemma = words.lemma[index]
    if lemma == "operation" and (tag == "NNS" or words.child(index, "compound") is not None):
        return False  # "their bootlegging operation", "takes over his operations" are businesses
    return lemma in EVENT_NOUNS or lemma in DEEDS or lemma in read_list("event_nouns_carried")


def _read(words: Words, noun: int, modality: Modality) -> EventNoun | None:
    if _is_denied(words, noun):
        return None
    dep, head = words.dep[noun], words.head[noun]
    if is_taken_for_fact(words, noun) or _ensues(words, noun):
        return _deed(words, noun)
    if words.lower[head] == "following" and dep in {"pobj", "dobj"} and is_preposition(words, head):
        return EventNoun(noun, None) if words.lemma[noun] in EVENT_NOUNS else None
    if dep == "attr" and words.child(head, "expl") is not None:
        return _existing(words, noun, head, modality)
    if dep in {"dobj", "attr"} or (dep == "pobj" and words.tag[head][0] == "V"):
        return _object(words, noun, head, modality)
    if dep == "conj" and words.dep[head] in {"dobj", "pobj", "nsubj"}:
        return _second(words, noun, head, modality)
    if words.lemma[noun] not in EVENT_NOUNS and dep != "pobj" and not _is_carried_subject(words, noun):
        return None
    if dep in {"nsubj", "nsubjpass"}:
        return _subject(words, noun, head, modality)
    if dep == "pobj":
        return _of_preposition(words, noun, head, modality)
    return None


def _second(words: Words, noun: int, first: int, modality: Modality) -> EventNoun | None:
    """Return the second of two nouns: "after the fight and the arrest", "his lies and betrayal shock her"."""
    if _may_tell(words, first):
        event = _read(words, first, modality)
        return event and EventNoun(noun, event.verb, event.is_light)
    is_whose = words.dep[first] == "nsubj" and words.child(first, "poss") is not None
    if not is_whose or words.lemma[noun] not in EVENT_NOUNS:
        return None
    return _subject(words, noun, words.head[first], modality)


def _existing(words: Words, noun: int, verb: int, modality: Modality) -> EventNoun | None:
    """Return the noun of "there is an attempt on her life"; "there is a deal" is no such thing."""
    is_told = words.lemma[noun] in EVENT_NOUNS | DEEDS and modality.is_told(verb)
    return EventNoun(noun, verb, is_light=True) if is_told else None


def _ensues(words: Words, noun: int) -> bool:
    """Is this "the chase that ensues"?"""
    if words.dep[noun] != "pobj" or words.lemma[noun] not in EVENT_NOUNS:
        return False
    ensuing = words.child(noun, "relcl")
    return ensuing is not None and words.lemma[ensuing] in {"ensue", "follow"}


def _deed(words: Words, noun: int) -> EventNoun:
    """Return a deed told in passing; "the murder he committed" is told by its noun."""
    done = words.child(noun, "relcl")
    if done is not None and words.lemma[done] in DONE:
        return EventNoun(noun, done, is_light=True)
    return EventNoun(noun, None)


def _is_carried_subject(words: Words, noun: int) -> bool:
    """Does the noun tell with what its verb says: "a decision is made", "then comes news"?"""
    verb = words.lemma[words.head[noun]]
    if verb == "come":
        return words.lemma[noun] in NEWS
    if words.lemma[noun] in WEIGHTY and words.child(noun, "poss") is not None:
        return words.dep[noun] == "nsubj" and verb != "be"
    if words.dep[noun] == "nsubjpass":
        return verb in read_list("verbs_light") and _fits_verb(words, noun, words.head[noun])
    return words.dep[noun] == "nsubj" and verb in COMING and words.child(words.head[noun], "dobj") is None


def _fits_verb(words: Words, noun: int, verb: int) -> bool:
    """Is this no thing that is handed on: "takes a picture", not "gives her a picture"?"""
    return words.lemma[verb] in ONLY_BEHIND.get(words.lemma[noun], {words.lemma[verb]})


def is_preposition(words: Words, token: int) -> bool:
    """Is this a preposition: "following the attack", "prior to and following the war", "given his age"?"""
    if words.lower[token] == "given":
        return _is_given(words, token)
    if words.lower[token] == "following" and words.dep[token] == "conj":
        return words.tag[words.head[token]] in {"IN", "TO"}
    return (
        words.lower[token] == "following"
        and words.tag[token] in {"VBG", "IN"}
        and words.dep[token]
        in {
            "prep",
            "advcl",
            "acl",
        }
        and any(
            words.dep[c] in {"pobj", "dobj"} and words.lemma[c] in EVENT_NOUNS for c in words.children[token]
        )
    )


def _is_given(words: Words, token: int) -> bool:
    """Is this "given the rules that prevail there", behind the clause that they explain?"""
    if words.dep[token] != "advcl" or token < words.head[token]:
        return False
    return words.child(token, "pobj") is not None and words.child(token, "agent", "auxpass") is None


def _is_denied(words: Words, noun: int) -> bool:
    """Is this "no fight", "every fight", "the intended wedding", "as though on holiday"?"""
    if words.dep[noun] == "pobj" and words.lower[words.head[noun] - 1] in {"though", "if"}:
        return True
    return any(words.lower[c] in NOT_TOLD for c in words.children[noun])


def _object(words: Words, noun: int, verb: int, modality: Modality) -> EventNoun | None:
    if words.tag[verb][0] != "V" or not modality.is_told(verb):
        return None
    if words.lemma[noun] == "fire" and words.lemma[verb] == "start":
        return None
    if not _fits_verb(words, noun, verb):
        return None
    is_pulled_off = words.lemma[verb] == "pull" and words.child(verb, "prt") is not None
    is_met = words.lemma[verb] == "meet" and words.lemma[noun] in {"accident", "death", "demise"}
    light = words.lemma[verb] in read_list("verbs_light") or is_met
    light = light or (is_pulled_off and words.dep[noun] == "dobj")
    if light or (words.lemma[verb] in ACCEPTING and words.lemma[noun] in EVENT_NOUNS):
        return EventNoun(noun, verb, is_light=light and words.dep[noun] != "attr")
    return None


def _subject(words: Words, noun: int, verb: int, modality: Modality) -> EventNoun | None:
    clause = verb if words.tag[verb][0] == "V" else words.head[verb]  # "to make his victory complete"
    if words.tag[clause][0] == "V" and not modality.is_told(clause):
        return None
    lemma = words.lemma[verb]
    if _is_off(words, noun, verb) or lemma in read_list("verbs_of_saying") | {"claim", "argue"}:
        return None  # "the prosecution claims"
    happens = lemma in read_list("verbs_of_happening") and words.child(verb, "dobj", "xcomp") is None
    happens = happens or takes_place(words, verb)
    if lemma == "end" and words.child(verb, "prep") is None:  # "their affair ended", not "ends in a brawl"
        happens = False
    is_made = lemma in read_list("verbs_light") and words.dep[noun] == "nsubjpass"
    return EventNoun(noun, verb, is_light=happens or is_made)


def _is_off(words: Words, noun: int, verb: int) -> bool:
    """ "The wedding is postponed", "is called off", "has to be postponed", "is off"."""
    lemma = words.lemma[verb]
    if lemma == "be":
        return any(words.lower[c] == "off" for c in words.children[verb])
    if lemma == "have":
        later = words.child(verb, "xcomp")
        return later is not None and words.lemma[later] in PUT_OFF
    is_off = lemma in {"call", "put"} and words.child(verb, "prt") is not None
    return (lemma in PUT_OFF or is_off) and words.dep[noun] == "nsubjpass"


def _of_preposition(words: Words, noun: int, preposition: int, modality: Modality) -> EventNoun | None:
    lower, lemma = words.lower[preposition], words.lemma[noun]
    governor = words.head[preposition]
    if lower in CAUSING:  # "due to a meeting", "because of his arrest", "in spite of her plea"
        lower = "despite"
    elif words.lower[governor] in CAUSING:
        lower, preposition = "despite", governor
        governor = words.head[governor]
        if words.lower[governor] == "in":
            governor = words.head[governor]
    if lower not in TELLING_PREPOSITIONS | {"about"} or not fits_preposition(lower, noun, words, governor):
        return None
    if lemma in SETTINGS.get(lower, ()) or (lower == "with" and words.lower[governor] == "obsessed"):
        return None
    is_carried = _is_carried(words, preposition, governor)
    is_over = lower in {"after", "following"} and lemma in OVER and is_new(words, noun)
    if lemma not in EVENT_NOUNS and lower not in WITH_CARRIED_NOUNS and not (is_carried or is_over):
        return None
    if lower == "during" and not is_shared(words, noun, governor):
        return EventNoun(noun, None) if modality.holds(governor) else None
    above = lower in {"after", "following", "despite"}
    tried = lower == "with" and modality.is_attempt(governor)
    held = words.head[governor] if tried else governor  # "tries to flee with the help of Ana"
    if not (modality.holds_above(governor) if above else modality.holds(held)):
        return None
    clause = governor if words.tag[governor][0] == "V" else words.clause(governor)
    return EventNoun(
        noun,
        clause if words.tag[clause][0] == "V" else None,
        is_light=is_carried,
    )


def _is_carried(words: Words, preposition: int, governor: int) -> bool:
    """Does the verb say nothing of its own: "results in a standoff", "releases a volley of punches"?"""
    lower = words.lower[preposition]
    if words.tag[governor][0] == "V":
        return words.lemma[governor] in CARRYING.get(lower, ())
    if lower != "of" or words.lemma[governor] not in SERIES:
        return False
    above = words.head[governor]
    if words.dep[governor] == "pobj":
        return words.lemma[words.head[above]] in CARRYING.get(words.lower[above], ())
    return words.dep[governor] == "dobj" and words.lemma[above] in read_list("verbs_light")
