"""The words that tell what happens: one trigger for each thing told as having happened.

The guidelines are those of literary event annotation (Sims, Park and Bamman 2019, "Literary Event
Detection"), with the settled cases of light verbs, aspect and implicative verbs.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from films.extraction.events.clauses import mark_of
from films.extraction.events.event_nouns import find_event_nouns, is_preposition
from films.extraction.events.film_talk import is_of_the_film
from films.extraction.events.implicatives import NEAR, STRUCK, passes_on
from films.extraction.events.lasting import is_thing
from films.extraction.events.misread import PREFIXES, is_misread
from films.extraction.events.modality import Modality
from films.extraction.events.onsets import is_birth, is_change
from films.extraction.events.states import is_state
from films.extraction.people import HUMAN_OR_GROUP_NOUNS
from films.extraction.quotations import quoted
from films.extraction.resources import read_list
from films.extraction.words import Words

COPULAS = frozenset({"be"})
NOT_TRIGGER_DEPS = frozenset({"aux", "auxpass", "amod", "compound", "nmod", "mark", "case", "prep", "cc"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
MOVED = read_list("participles_of_feeling")
LEADING_TO_GERUND = read_list("verbs_before_told_gerunds")
LEADING_TO_VERB = read_list("verbs_aspect") | read_list("verbs_implicative") | {"take"}
MOST_OF_TIME = 5  # tokens: "spends the rest of the day"
TO_DO = frozenset(
    {"in", "to", "with", "up", "on", "off", "by", "from", "at"}
)  # "ends by leaving", not "before"
LASTING_BEHIND = frozenset({"let", "find", "make"})
BEGINNING = frozenset({"begin", "start", "continue", "keep"})


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """The token that tells an event, and the verb of its clause: for "has an accident", accident and has.

    For a verb both are the same; `verb` is None for a noun that no verb carries.
    """

    token: int
    verb: int | None
    is_noun: bool = False
    is_light: bool = False  # the verb says no more than the noun


def find_triggers(words: Words, told: Iterable[int], modality: Modality | None = None) -> list[Trigger]:
    """Return the triggers among the tokens `told`, in text order.

    >>> from films.extraction.language_model import parse
    >>> from films.extraction.words import read_words
    >>> words = read_words(next(parse(["Dana has an accident and decides to leave the town."])))
    >>> [words.text[t.token] for t in find_triggers(words, range(len(words)))]
    ['accident', 'decides']
    """
    modality = modality or Modality(words)
    silent = quoted(words)
    tokens = [i for i in told if i not in silent]
    nouns = find_event_nouns(words, tokens, modality)
    carried = {noun.verb for noun in nouns if noun.is_light}
    verbs = [i for i in tokens if words.tag[i][0] == "V" and i not in carried and not is_misread(words, i)]
    found = [Trigger(_become(words, i), i) for i in verbs if _tells(words, i, modality)]
    found += [
        Trigger(i, words.head[i]) for i in tokens if _is_struck(words, i) and modality.is_told(words.head[i])
    ]
    found += [Trigger(noun.token, noun.verb, is_noun=True, is_light=noun.is_light) for noun in nouns]
    return sorted(found, key=lambda trigger: trigger.token)


def _become(words: Words, verb: int) -> int:
    """Return what tells it: "becomes" of "becomes engaged", else the verb itself."""
    helping = words.child(verb, "auxpass")
    return verb if helping is None or words.lemma[helping] != "become" else helping


def _is_become(words: Words, verb: int) -> bool:
    """Is this what someone becomes ("becomes smitten"), which "becomes" tells?"""
    governor = words.head[verb]
    is_adjective = words.tag[verb] in {"VBN", "VBD"} and words.dep[verb] in {"acomp", "xcomp", "oprd"}
    return is_adjective and words.lemma[governor] in {"become", "grow"}


def _tells(words: Words, verb: int, modality: Modality) -> bool:
    """Does this verb tell something that happens in the story?"""
    if not _is_main_verb(words, verb) or is_of_the_film(words, verb) or _is_time_passing(words, verb):
        return False
    if _only_leads_to_another(words, verb, modality) or is_state(words, verb) or _is_become(words, verb):
        return False
    return not _does_nothing(words, verb, modality) and modality.is_told(verb)


def _does_nothing(words: Words, verb: int, modality: Modality) -> bool:
    """ "says nothing", "leaves no trace", "talks to nobody"; what stands beside it may happen."""
    for child in words.children[verb]:
        if words.dep[child] == "dobj" and modality.is_nobody(child):
            found_nobody = words.lemma[verb] == "find" and words.lower[child] == "nobody"
            return not found_nobody and words.lemma[verb] not in {"lose", "waste"}  # "loses no time"
        if words.lower[child] == "to" and words.child(child, "pobj") is not None:
            return any(words.lower[c] == "nobody" for c in words.children[child])
    return False


def _is_struck(words: Words, token: int) -> bool:
    """Is this an adjective that tells: "is startled to read", "gets married", "is found dead"?"""
    if words.tag[token] != "JJ":
        return False
    if words.lower[token] == "married" and (
        is_change(words, token) or any(words.lemma[c] == "get" for c in words.children[token])
    ):
        return True
    if words.dep[token] not in {"acomp", "oprd", "xcomp", "ccomp"}:
        return False
    governor, lower = words.head[token], words.lower[token]
    if words.lemma[governor] == "get":
        return _looks_done(words, token)
    if lower == "reborn":
        return words.lemma[governor] == "be"
    if lower == "dead":
        return words.lemma[governor] == "find"
    if words.lemma[governor] != "be" or not (lower in STRUCK or lower in MOVED):
        return False
    beside = [*words.children[token], *words.children[governor]]
    return any(_tells_why(words, c) for c in beside if c > token)


def _tells_why(words: Words, child: int) -> bool:
    """Is this the happening that startles: "by him", "to read", "when he comes"?"""
    if words.dep[child] in {"agent", "xcomp"} or (words.dep[child] == "prep" and words.lower[child] == "by"):
        return True
    return words.dep[child] == "advcl" and any(
        words.lower[c] in {"when", "after"} or (words.lower[c] == "to" and words.dep[c] == "aux")
        for c in words.children[child]
    )


def _is_main_verb(words: Words, verb: int) -> bool:
    dep, lemma = words.dep[verb], words.lemma[verb]
    if dep in {"aux", "auxpass"} or lemma in COPULAS or is_preposition(words, verb):
        return False
    if dep in NOT_TRIGGER_DEPS and words.tag[verb] not in {"VBZ", "VBP"} and not _is_begun(words, verb):
        return False
    if len(words.text[verb]) == 1 or (lemma == "play" and _is_part(words, verb)) or _is_name(words, verb):
        return False
    if lemma == "do" and words.lower[verb + 2 : verb + 3] == ["best"]:
        return True
    if lemma == "do" and _stands_for_another(words, verb):
        return False
    if _is_unnamed(words, verb) or _is_let_go(words, verb):
        return False
    if dep == "pobj":  # "his love of fighting"
        return False
    joined = verb > 1 and words.text[verb - 1] in {"-", "–"} and not words.space_after[verb - 1]
    joined = joined and words.lower[verb - 2] not in PREFIXES
    joined = joined and f"{words.lower[verb - 2]}-{lemma}" not in read_list("hyphenated_verbs")
    return words.lower[verb].replace("-", "").isalpha() and not joined


def _stands_for_another(words: Words, verb: int) -> bool:
    """Does "do" stand for a verb told before: "she does", "does so", "does this"?"""
    done = words.child(verb, "dobj")
    return done is None or words.lower[done] in {"this", "that", "so", "it"}


def _is_unnamed(words: Words, verb: int) -> bool:
    """Is it not said what happens: "what has happened", "nothing that occurred", "something is going on"?"""
    if words.lower[verb : verb + 2] == ["going", "on"]:
        unnamed = {"what", "that", "which", "something"}
    elif words.lemma[verb] in read_list("verbs_of_happening") and words.child(verb, "dobj") is None:
        unnamed = {"what", "that", "which"}
    else:
        return False
    subject = words.subject(verb)
    return subject is not None and words.lower[subject] in unnamed


def _is_let_go(words: Words, verb: int) -> bool:
    """ "lets him go" is told by "lets"."""
    governor = words.head[verb]
    if words.lower[verb] != "go" or words.lemma[governor] != "let" or governor >= verb:
        return False
    return all(
        c < verb or words.dep[c] in {"prep", "punct", "cc", "conj", "advmod"} for c in words.children[verb]
    )


def _is_name(words: Words, verb: int) -> bool:
    """Was a name taken for a verb: "Sammy manipulates Rob"?"""
    is_capital = words.text[verb][:1].isupper() and verb > 0 and not words.starts_sentence[verb]
    return is_capital and (words.text[verb - 1].isalpha() or words.text[verb - 1] == ",")


def _is_begun(words: Words, verb: int) -> bool:
    """Does this follow a verb of beginning ("starts dating her"), whatever the parser made of it?"""
    return words.tag[verb] == "VBG" and verb > 0 and words.lemma[verb - 1] in BEGINNING


def _is_part(words: Words, verb: int) -> bool:
    """ "plays the part of" is what an actor does."""
    played = words.child(verb, "dobj")
    return played is not None and words.lemma[played] in {"part", "role", "character"}


def _is_time_passing(words: Words, verb: int) -> bool:
    """ "As time passes" and "the day approaches" tell nothing."""
    subject = words.subject(verb)
    lemma = words.lemma[verb]
    if subject is None or sum(words.dep[c] == "nsubj" for c in words.children[verb]) > 1:
        return False  # "On the morning, the day of the feast, a man arrives"
    if lemma == "approach" and words.lemma[subject] in {"date", "season", "deadline", "holiday"}:
        return True
    passing = (
        lemma in {"pass", "approach", "arrive", "come", "go", "wear", "progress"}
        or words.lower[verb] == "running"
    )
    if lemma == "go" and mark_of(words, verb) == "as":  # "As the story goes on"
        return words.lemma[subject] in read_list("film_words") | read_list("time_nouns") | {"farce"}
    return passing and words.lemma[subject] in read_list("time_nouns")


def _only_leads_to_another(words: Words, verb: int, modality: Modality) -> bool:
    """Is the trigger not this verb but the one it governs: "begins to run", "forces him to"?"""
    lemma = words.lemma[verb]
    if lemma == "break" and _is_fighting(words, words.child(verb, "nsubj", "csubj")):
        return True
    if lemma == "allow" and (
        words.tag[verb] == "VBG" or _is_reflexive(words, verb) or _is_cause(words, verb, modality)
    ):
        return True
    if lemma == "have" or (lemma == "get" and _has_participle(words, verb)):
        return not is_birth(words, verb)
    if (lemma in BEGINNING and words.tag[verb + 1 : verb + 2] == ["VBG"]) or _is_way_to(words, verb):
        return True
    end = words.child(verb, "conj") or len(words)  # "appears and says he knows": he does not appear to know
    below = [
        c
        for c in words.children[verb]
        if words.dep[c] in COMPLEMENTS and words.tag[c][0] == "V" and verb < c < end
    ]
    if any(modality.has_to(c) for c in below) and _is_periphrastic(words, verb):
        return True
    if _brings_about(words, verb, below):
        return False
    if lemma == "spend" and any(_is_pastime(words, verb, c) for c in below):
        return True
    if lemma in LEADING_TO_GERUND and _governs_gerund(words, verb):
        return True
    if lemma in LEADING_TO_VERB:
        return any(_leads_to(words, verb, c, modality) for c in below)
    return False


def _is_cause(words: Words, verb: int, modality: Modality) -> bool:
    """ "Her training allows her to win": no person allows it, and only what follows happens."""
    allowed = words.child(verb, "ccomp", "xcomp")
    is_done = allowed is not None and words.tag[allowed] == "VB" and modality.is_told(allowed)
    return is_done and _is_of_thing(words, verb)


def _is_of_thing(words: Words, verb: int) -> bool:
    who = words.child(verb, "nsubj")
    return who is not None and is_thing(words, who)


def _brings_about(words: Words, verb: int, below: list[int]) -> bool:
    """Does the first verb tell it: "lets him go", "lets him stay", "find themselves stuck"?"""
    lemma = words.lemma[verb]
    if lemma == "let" and any(_is_let_go(words, c) for c in below):
        return True
    return lemma in LASTING_BEHIND and any(_lasts(words, c) for c in below)


def _lasts(words: Words, below: int) -> bool:
    """Is this second verb a state, which the first brings about?"""
    is_found = words.tag[below] != "VBN" or _is_reflexive(words, words.head[below])
    return is_found and words.lemma[below] not in COPULAS and is_state(words, below)


def _is_way_to(words: Words, verb: int) -> bool:
    """ "ends up robbing them", "takes to spying on her", "culminating in a fight": what follows tells."""
    if words.lemma[verb] == "culminate":
        return True
    if words.lemma[verb] == "take":
        return words.lower[verb + 1 : verb + 2] == ["to"] and words.dep[verb + 2 : verb + 3] == ["pcomp"]
    return (
        words.lemma[verb] == "end"
        and words.lower[verb + 1 : verb + 2] == ["up"]
        and words.tag[verb + 2 : verb + 3] == ["VBG"]
    )


def _is_pastime(words: Words, verb: int, act: int) -> bool:
    """Is this how one "spends the evening talking": with an act right behind the time?"""
    spent = act - 1
    is_time = words.lemma[spent] in read_list("time_nouns") | {"time"} and spent - verb <= MOST_OF_TIME
    return is_time and words.tag[act] == "VBG" and not is_state(words, act)


def _is_fighting(words: Words, subject: int | None) -> bool:
    """ "Fighting breaks out" is told by its first word."""
    return subject is not None and words.tag[subject] == "VBG"


def _is_periphrastic(words: Words, verb: int) -> bool:
    """ "is going to", "used to", "is supposed to"."""
    lemma = words.lemma[verb]
    if lemma in {"suppose", "bind"} or words.lower[verb : verb + 1] == ["used"]:
        return words.lower[verb] != "used" or words.lower[verb + 1 : verb + 2] == ["to"]
    return lemma == "go" and words.tag[verb] == "VBG" and words.lower[verb + 1 : verb + 2] == ["to"]


def _leads_to(words: Words, verb: int, below: int, modality: Modality) -> bool:
    lemma, dep = words.lemma[verb], words.dep[below]
    if lemma == "enable" and words.tag[verb] != "VBG" and not _is_of_thing(words, verb):
        return False  # "ambush him and enable Ana to escape"
    if lemma == "make" and words.tag[below] in {"VBZ", "VBP"}:  # "makes it clear that he knows"
        return False
    if lemma == "find":
        return _is_reflexive(words, verb)
    if lemma in {"go", "turn", "prove", "wind"} and modality.has_to(below):
        if lemma == "go" and words.lower[verb + 1 : verb + 2] == ["on"]:  # "goes on to win"
            return below == verb + 3
        return lemma == "turn" and words.child(verb, "prt") is not None
    if dep == "advcl" and not modality.has_to(below):
        return False
    if dep == "advcl" and lemma in read_list("verbs_aspect") and below - verb > NEAR:
        return False
    if lemma in {"come", "get", "grow", "take"}:
        return passes_on(words, below, verb)
    return lemma in read_list("verbs_aspect") or passes_on(words, below, verb)


def _governs_gerund(words: Words, verb: int) -> bool:
    prepositions = [
        c for c in words.children[verb] if c > verb and words.dep[c] == "prep" and words.lower[c] in TO_DO
    ]
    return any(
        words.dep[g] == "pcomp" or (words.tag[g] == "PRP" and words.child(g, "acl") is not None)
        for p in prepositions
        for g in words.children[p]
    ) or any(_is_act_of(words, verb, p) for p in prepositions)


def _is_act_of(words: Words, verb: int, preposition: int) -> bool:
    """Is this "leads to the pair kissing", "results in the two men being arrested"?"""
    who = words.child(preposition, "pobj")
    if words.lemma[verb] not in {"lead", "result"} or who is None:
        return False
    acts = [c for c in (*words.children[verb], *words.children[who]) if words.dep[c] in {"xcomp", "acl"}]
    cause = words.child(verb, "nsubj")
    is_led = cause is not None and words.tag[cause] in {"NNP", "PRP"}  # "she leads him to a man hiding there"
    is_somebody = words.tag[who] == "NNP" or words.lemma[who] in HUMAN_OR_GROUP_NOUNS
    if is_led or not is_somebody or words.child(verb, "dobj") is not None:
        return False
    return any(c == who + 1 or "being" in words.lower[who:c] for c in acts)


def _has_participle(words: Words, verb: int) -> bool:
    """ "gets caught", "gets married": the participle tells; "gets stuck" is told by "gets"."""
    return any(
        words.dep[c] in {"xcomp", "acomp", "ccomp"} and _looks_done(words, c) and words.lower[c] != "stuck"
        for c in words.children[verb]
    )


def _looks_done(words: Words, token: int) -> bool:
    return words.tag[token] in {"VBN", "VBD"} or (
        words.tag[token] == "JJ" and words.lower[token].endswith("ed")
    )


def _is_reflexive(words: Words, verb: int) -> bool:
    return any(
        words.lower[c].endswith(("self", "selves"))
        for c in words.children[verb] + [g for c in words.children[verb] for g in words.children[c]]
    )
