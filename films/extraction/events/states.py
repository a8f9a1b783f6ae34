"""Which verbs describe how things are rather than tell what happens."""

from films.extraction.events.acts import is_act, is_done_by_people
from films.extraction.events.lasting import FEELING, is_lasting, is_second_feeling, is_thing
from films.extraction.events.onsets import follows_act, is_arrived_at, is_birth, is_change
from films.extraction.events.set_phrases import is_found_so, is_set_phrase, lasts_still
from films.extraction.people import HUMAN_NOUNS
from films.extraction.resources import read_list
from films.extraction.words import QUOTES, Words

FEELINGS = read_list("participles_of_surprise") | read_list("participles_of_feeling")
RESULTS = frozenset(["stranded", "trapped", "confined", "connected", "strapped", "paralyzed", "paralysed"])
BESET = frozenset({"surrounded", "consumed", "opposed"})
GRASPED = read_list("verbs_of_grasping")
BUSINESSES = read_list("workplaces") | read_list("enterprises")
ONSET = frozenset(["finally", "suddenly", "immediately", "instantly", "soon", "now"])
INCHOATIVES = frozenset(["begin", "start", "come", "get", "grow"])
COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
NOTHING: frozenset[str] = frozenset()
HAS = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})  # "has got friends"
DONE_WITH = {  # "looks for him", "operates on him", "is called in": acts of verbs that tell a state elsewhere
    "look": frozenset(["for", "at", "in", "into", "inside", "around", "through", "over", "on", "out"]),
    "operate": frozenset({"on", "upon"}),
    "remain": frozenset({"behind"}),
    "stay": frozenset({"behind", "up"}),
    "call": frozenset(
        [
            "in",
            "off",
            "away",
            "back",
            "on",
            "upon",
            "out",
            "before",
            "to",
            "over",
            "up",
            "downstairs",
            "upstairs",
        ]
    ),
    "hold": frozenset(["up", "out", "off", "back", "down"]),
    "work": frozenset({"out", "up"}),
    "run": frozenset(["over", "down", "through", "after", "away", "off", "toward", "towards"]),
}
LED = frozenset(["to", "into", "away", "out", "off", "through", "up", "down", "inside", "outside", "back"])
SENTENCES = frozenset({"sentence", "term", "time", "prison"})
EVERYTHING = frozenset({"all", "everything", "things"})
WELL = frozenset({"well", "fine", "smoothly"})
STATIVE_WITH = {
    "prove": (frozenset({"acomp", "oprd", "attr", "xcomp"}), NOTHING),
    "lodge": (NOTHING, frozenset({"with", "at"})),
    "serve": (NOTHING, frozenset({"as"})),
    "lie": (NOTHING, frozenset(["between", "in", "on", "near", "at", "within", "beyond"])),
    "stay": (frozenset({"acomp", "advmod"}), NOTHING),
    "appear": (frozenset({"xcomp", "acomp", "oprd", "ccomp"}), frozenset({"as"})),
}


WORDINGS = (is_set_phrase, lasts_still, is_found_so, is_lasting, is_second_feeling)


def is_passive(words: Words, verb: int) -> bool:
    """Is this "is fired", "gets caught": a participle with its auxiliary?"""
    return words.child(verb, "auxpass", "nsubjpass") is not None


def is_state(words: Words, verb: int) -> bool:
    """Does this verb describe how things are rather than tell what happens?"""
    lemma, lower = words.lemma[verb], words.lower[verb]
    if _is_done_with(words, verb) or is_arrived_at(words, verb) or is_birth(words, verb):
        return False
    if (
        lower in read_list("participles_stative")
        and words.tag[verb] in {"VBN", "VBD"}
        and _is_participle(words, verb)
    ):
        return not _is_brought_about(words, verb)
    if words.tag[verb] == "VBN" and words.lemma[words.head[verb]] in FEELING and not is_passive(words, verb):
        return words.dep[verb] in {"acomp", "xcomp", "oprd", "ccomp"} and words.head[verb] < verb
    if (lemma == "set" and _is_setting(words, verb)) or _is_mood(words, verb):
        return True
    if lemma in STATIVE_WITH and _is_stative_use(words, verb):
        return True
    if lower == "born":
        return not is_passive(words, verb)
    if lower == "taken" and any(words.lower[c] in {"with", "aback"} for c in words.children[verb]):
        return is_passive(words, verb)
    if _is_how_things_are(words, verb) or _is_course_of_things(words, verb) or _is_of_thing(words, verb):
        return True
    if any(is_so(words, verb) for is_so in WORDINGS):
        return True
    return lemma in read_list("verbs_stative") and not is_act(words, verb) and not _has_onset(words, verb)


def _is_done_with(words: Words, verb: int) -> bool:
    """Is this "looks for him", "is called in"?"""
    behind = DONE_WITH.get(words.lemma[verb], NOTHING)
    return any(words.lower[c] in behind for c in words.children[verb] if c > verb)


def _is_brought_about(words: Words, verb: int) -> bool:
    """Does this participle tell, for once: "gets married", "is convinced to stay", "is being led away"?"""
    children, lower = words.children[verb], words.lower[verb]
    if any(words.dep[c] == "auxpass" and words.lemma[c] in {"get", "become"} for c in children):
        return True
    if lower in RESULTS:
        if is_passive(words, verb) and words.child(verb, "agent") is not None:  # "is trapped by Tom"
            return is_done_by_people(words, verb) or follows_act(words, verb) or _is_then(words, verb)
        return follows_act(words, verb) or _is_caused(words, verb) or _is_then(words, verb)
    if lower in BESET:
        return is_passive(words, verb) and is_done_by_people(words, verb)
    if lower in {"convinced", "inspired"}:
        is_told_when = lower == "convinced" and _tells_when(words, verb)
        return words.child(verb, "xcomp") is not None or _is_let(words, verb) or is_told_when
    if lower == "led":
        return any(words.lower[c] in LED for c in children if c > verb)
    if is_change(words, verb):
        return True
    if lower not in FEELINGS:
        return False
    if not is_passive(words, verb):  # "is annoyed to find"
        return words.dep[verb] == "acomp" and words.child(verb, "xcomp") is not None
    return words.child(verb, "agent") is not None or _tells_when(words, verb)


def _is_caused(words: Words, verb: int) -> bool:
    """ "causes her to be confined"."""
    return words.dep[verb] in COMPLEMENTS and words.lemma[words.head[verb]] in {"cause", "force", "lead"}


def _is_then(words: Words, verb: int) -> bool:
    """Is this a moment of the story: "when they are trapped on a boat"?"""
    return is_passive(words, verb) and any(words.lower[c] == "when" for c in words.children[verb])


def _tells_when(words: Words, verb: int) -> bool:
    """ "is convinced when he finds the letter"."""
    behind = (c for c in words.children[verb] if c > verb and words.dep[c] == "advcl")
    return any(words.lower[g] == "when" for c in behind for g in words.children[c])


def _is_let(words: Words, verb: int) -> bool:
    """ "allows himself to be convinced"."""
    return words.dep[verb] in COMPLEMENTS and words.lemma[words.head[verb]] in {"allow", "let"}


def _is_course_of_things(words: Words, verb: int) -> bool:
    """Is this "comes from Oslo", "all goes well", "is serving a life sentence", "lies wounded"?"""
    lemma, children = words.lemma[verb], words.children[verb]
    if lemma == "run":
        return _is_business(words, words.child(verb, "dobj"))
    if lemma == "come":
        return words.lower[verb + 1 : verb + 2] == ["from"]
    if lemma == "go":
        subject = words.subject(verb)
        is_all = subject is not None and words.lower[subject] in EVERYTHING
        return is_all and any(words.lower[c] in WELL for c in children)
    if lemma == "lay":  # "lays dying", for "lies"
        return words.child(verb, "xcomp") is not None and words.child(verb, "dobj") is None
    if lemma == "wait":  # "waits on a sick woman"
        served = words.child(verb + 1, "pobj") if words.lower[verb + 1 : verb + 2] == ["on"] else None
        return served is not None and (words.tag[served] == "PRP" or words.lemma[served] in HUMAN_NOUNS)
    if lemma == "call":
        return _is_nickname(words, verb)
    if lemma == "pass":
        return words.lower[verb + 1 : verb + 2] == ["as"]
    if lemma == "serve" and any(words.lemma[c] == "be" and words.dep[c] == "aux" for c in children):
        served = words.child(verb, "dobj")
        return served is not None and words.lemma[served] in SENTENCES
    return False


def _is_of_thing(words: Words, verb: int) -> bool:
    """Is this "The dam threatens to burst", "the school attended by her son"?"""
    if words.lemma[verb] == "attend":
        return words.dep[verb] == "acl" and words.child(verb, "agent") is not None
    subject = words.child(verb, "nsubj")
    is_near = words.lemma[verb] == "threaten" and words.child(verb, "xcomp") is not None
    return is_near and subject is not None and is_thing(words, subject)


def _is_nickname(words: Words, verb: int) -> bool:
    """ "everyone calls him 'Red'"."""
    is_next = words.lower[verb + 1 : verb + 2] in (["him"], ["her"], ["it"], ["them"])
    who = words.child(verb, "nsubj")
    if who is not None and (words.lower[who] in {"he", "she"} or words.tag[who] == "NNP"):
        return False  # "He calls her 'darling'"
    return is_next and words.tag[verb] == "VBZ" and not QUOTES.isdisjoint(words.text[verb + 2 : verb + 3])


def _is_how_things_are(words: Words, verb: int) -> bool:
    """Is this "it appears that", "it becomes clear that" or "has got friends"?"""
    if words.lemma[verb] == "appear":
        return _is_how_it_looks(words, words.subject(verb))
    if words.lemma[verb] == "become":
        is_clear = words.child(verb, "acomp") is not None and words.child(verb, "ccomp", "xcomp") is not None
        return is_clear and _is_how_it_looks(words, words.child(verb, "nsubj"))
    helping = (words.lower[c] for c in words.children[verb] if words.dep[c] == "aux")
    return words.lower[verb] == "got" and not HAS.isdisjoint(helping)


def _is_how_it_looks(words: Words, subject: int | None) -> bool:
    """Is this "it appears as though", "all appears well"?"""
    return subject is not None and words.lower[subject] in {"it", "all", "everything"}


def _is_business(words: Words, run: int | None) -> bool:
    """Is this what someone "runs" for a living?"""
    return run is not None and words.lemma[run] in BUSINESSES


def _is_mood(words: Words, verb: int) -> bool:
    """Is this how someone is while doing something: "Devastated, she leaves", "Ivo, moved by it, leaves"?"""
    if words.lower[verb] not in FEELINGS:
        return False
    has_own = words.child(verb, "auxpass", "nsubj", "nsubjpass") is not None
    if words.dep[verb] == "conj" and words.tag[verb] in {"VBN", "VBD"} and not has_own:
        return _is_mood(words, words.head[verb])
    is_aside = words.dep[verb] == "acl" and words.text[verb - 1] == ","
    return words.tag[verb] == "VBN" and ((words.dep[verb] == "advcl" and not has_own) or is_aside)


def _is_setting(words: Words, verb: int) -> bool:
    """Is this "set in Oslo", said of a story?"""
    where = words.child(verb, "prep")
    is_told_of_story = words.dep[verb] in {"advcl", "acl", "ROOT"} and words.tag[verb] == "VBN"
    if words.child(verb, "prt") is not None:  # "During this, he is set up"
        return False
    return is_told_of_story and where is not None and words.lower[where] in {"in", "during", "against", "at"}


def _is_stative_use(words: Words, verb: int) -> bool:
    """Is this "serves as", "comes from", "lies between": a state of a verb that tells elsewhere?"""
    deps, prepositions = STATIVE_WITH[words.lemma[verb]]
    joined = words.child(verb, "conj")  # "appears and says he knows": what is behind belongs to the second
    return any(
        words.dep[c] in deps or (words.dep[c] == "prep" and words.lower[c] in prepositions)
        for c in words.children[verb]
        if joined is None or c < joined
    )


def _is_participle(words: Words, verb: int) -> bool:
    """Is this a participle that describes ("is called", "a man named"), not one with "has"?"""
    if _has_have(words, verb) and not is_passive(words, verb):
        return False
    if is_passive(words, verb) or words.tag[verb] == "VBN":
        return True
    return words.dep[verb] in {"advcl", "acl"} and words.child(verb, "nsubj") is None


def _has_have(words: Words, verb: int) -> bool:
    """Is this "has gone", or the second verb of "has fled and gone into hiding"?"""
    first = words.head[verb]
    at = first if words.dep[verb] == "conj" and words.child(verb, "aux", "auxpass") is None else verb
    return any(words.dep[c] == "aux" and words.lemma[c] == "have" for c in words.children[at]) and (
        at == verb or not is_passive(words, first)
    )


def _has_onset(words: Words, verb: int) -> bool:
    """Does the state begin here: "comes to know", "lets him know", "finally understands"?"""
    governor = words.head[verb]
    if words.lemma[governor] in {"let", "make"} and words.lemma[verb] in GRASPED:
        return words.dep[verb] in COMPLEMENTS and verb > governor
    if words.lemma[verb] == "feel":  # "feels bad when she cries"
        behind = (c for c in words.children[verb] if c > verb and words.dep[c] == "advcl")
        if any(words.lower[g] == "when" for c in behind for g in words.children[c]):
            return True
    if words.dep[verb] in COMPLEMENTS and words.lemma[governor] in INCHOATIVES and verb > governor:
        return words.dep[verb] != "advcl" or any(words.lower[c] == "to" for c in words.children[verb])
    return words.lemma[verb] in GRASPED and any(
        words.dep[c] == "advmod" and words.lower[c] in ONSET for c in words.children[verb]
    )
