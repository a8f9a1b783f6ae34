"""What kind of clause a verb stands in, as far as the words around it say, whatever governs it."""

from films.extraction.people import noun_kind
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, PRESENT_TAGS
from films.extraction.words import Words
from films.vocabulary import CharacterKind

THINGS_THAT_ACT = read_list("things_that_act")
MOODS = frozenset({"rage", "fury", "frenzy", "panic", "anger", "fit", "tear", "despair", "hurry"})
TIMES = frozenset({"when", "while", "as", "after"})
PERSON_VERBS = read_list("person_verbs")
WHERE = frozenset({"into", "to", "in", "at", "inside", "outside", "across"})
EVENT_NOUNS = read_list("event_nouns")
CHOICES = frozenset({"choice", "option", "alternative"})
WRITTEN = frozenset(
    ["sign", "banner", "note", "message", "letter", "inscription", "poster", "headline", "plaque"]
)
PERIODS = frozenset(
    ["day", "night", "morning", "evening", "week", "weekend", "month", "year", "summer", "sunday"]
)
DOUBTED = frozenset({"unlikely", "doubtful", "impossible", "untrue", "false", "improbable", "unthinkable"})
WH_WORDS = frozenset({"WP", "WDT", "WRB"})


def is_past(words: Words, verb: int) -> bool:
    """Is this told as past or completed: "killed", "has killed", "had been killed"?"""
    if words.tag[verb] == "VBD":
        return True
    auxiliaries = [c for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}]
    return any(words.lemma[c] in {"have", "having"} or words.tag[c] == "VBD" for c in auxiliaries)


def is_finite(words: Words, verb: int) -> bool:
    """Has this verb, or its auxiliary, a tense?"""
    if words.tag[verb] in FINITE_TAGS:
        return True
    return any(
        words.dep[c] in {"aux", "auxpass"} and words.tag[c] in FINITE_TAGS for c in words.children[verb]
    )


def has_to(words: Words, verb: int) -> bool:
    """Is this an infinitive with "to"?"""
    return any(words.lower[c] == "to" and words.dep[c] == "aux" for c in words.children[verb])


def is_cleft(words: Words, governor: int) -> bool:
    """ "It is here that they meet": the complement is the story, "it is possible that" is not."""
    subject = words.child(governor, "nsubj")
    return subject is not None and words.lower[subject] == "it" and words.child(governor, "acomp") is None


def is_what_is(words: Words, governor: int, verb: int) -> bool:
    """ "What he does not know is that they meet", "which is how they meet" tell the meeting."""
    if words.lemma[governor] != "be" or governor > verb:
        return False
    subject = words.child(governor, "csubj", "nsubj")
    if subject is None:
        return False
    if words.dep[subject] == "csubj":
        return any(words.lower[c] == "what" for c in words.children[subject])
    has_adverb = any(words.tag[c] == "WRB" and c < verb for c in words.children[verb])
    return has_adverb and words.lower[subject] in {"which", "this", "that"}


def is_subjunctive(words: Words, verb: int) -> bool:
    """Is this only asked for: "a request that Mara help him", "on the condition that he leave"?"""
    who = [
        c for c in words.children[verb] if words.dep[c] in {"nsubj", "nsubjpass"} and words.lower[c] != "that"
    ]
    subject = who[0] if who else None
    if not any(words.lower[c] == "that" and c < verb for c in words.children[verb]):
        return False
    if any(words.lower[c] == "be" and c < verb for c in words.children[verb]):  # "that it be opened"
        return words.tag[verb] == "VBN" and not is_under_modal(words, verb) and not has_to(words, verb)
    if words.tag[verb] not in {"VB", "VBP"} or words.lower[verb] != words.lemma[verb]:
        return False
    if subject is None or words.child(verb, "aux") is not None or words.child(subject, "conj") is not None:
        return False
    return words.tag[subject] == "NNP" or words.lower[subject] in {"he", "she", "it"}


def is_under_modal(words: Words, verb: int) -> bool:
    """Is this "will leave", "could have left"?"""
    return any(words.dep[c] in {"aux", "auxpass"} and words.tag[c] == "MD" for c in words.children[verb])


def is_being_done(words: Words, verb: int) -> bool:
    return any(words.lower[c] == "being" for c in words.children[verb])


def has_question_word(words: Words, verb: int) -> bool:
    return any(words.tag[c] in {"WRB", "WP"} and c < verb for c in words.children[verb])


def asks_why(words: Words, verb: int) -> bool:
    """ "wonders why he has vanished" tells that he has."""
    return any(words.lower[c] in {"why", "how"} and c < verb for c in words.children[verb])


def mark_of(words: Words, verb: int) -> str:
    mark = words.child(verb, "mark")
    return words.lower[mark] if mark is not None else ""


def is_at_that_time(words: Words, verb: int) -> bool:
    """ "is about to leave when she opens the door" tells that she opens it."""
    if not is_finite(words, verb):
        return False
    return any(words.lower[c] in TIMES and words.dep[c] in {"advmod", "mark"} for c in words.children[verb])


def is_set_off(words: Words, relative: int) -> bool:
    """Does a comma begin this relative clause: "wants to ask Ana, who refuses" tells that she refuses."""
    pronoun = next((c for c in words.children[relative] if c < relative and words.tag[c] in WH_WORDS), None)
    if pronoun is None:
        pronoun = next((c for c in words.children[relative] if c < relative and _asks_below(words, c)), None)
    return pronoun is not None and pronoun > 0 and words.text[pronoun - 1] == ","


def _asks_below(words: Words, preposition: int) -> bool:
    """Is this "to which", "at which point"?"""
    if words.dep[preposition] != "prep":
        return False
    below = words.children[preposition]
    return any(words.tag[i] in WH_WORDS for c in below for i in (c, *words.children[c]))


def goes_on_with_relative(words: Words, verb: int) -> bool:
    """Does the story go on in a relative clause that hangs on a verb: "..., to which he agrees"?

    "..., where they meet", "..., whereupon he leaves" tell it, too, but not "asks him when, where they meet".
    """
    before = [c for c in words.children[verb] if c < verb]
    if "whereupon" in {words.lower[c] for c in (*before, max(min(before, default=verb) - 1, 0))}:
        return True
    if words.lemma[words.head[verb]] in {"ask", "wonder"} or not is_finite(words, verb):
        return False
    asks = any(words.lower[c] in {"what", "how", "why", "when", "whatever", "however"} for c in before)
    return not asks and words.head[verb] < verb and is_set_off(words, verb)


def is_until(words: Words, verb: int) -> bool:
    """ "does not rest until he finds her" tells that he finds her."""
    return any(words.lower[c] == "until" for c in words.children[verb])


def is_as_if(words: Words, verb: int) -> bool:
    return any(
        words.lower[c] in {"if", "though"} and words.lower[c - 1] == "as" for c in words.children[verb] if c
    )


def is_comparison(words: Words, governor: int) -> bool:
    """Does the clause only say how: "as quickly as it began", not when: "as soon as he came"?"""
    is_adverb = words.tag[governor] == "RB" and words.dep[governor] == "advmod"
    return is_adverb and words.lower[governor] != "soon"


def is_each_time(words: Words, verb: int) -> bool:
    return any(words.lower[c] in {"whenever", "wherever"} for c in words.children[verb])


def is_instead(words: Words, verb: int) -> bool:
    start = max(0, verb - 3)
    if words.tag[verb] in FINITE_TAGS:  # "rather than stay and leaves": the second clause has its own place
        start = max([start, *(i + 1 for i in range(start, verb) if words.tag[i] == "CC")])
    before = words.lower[start:verb]
    return "than" in before or ("of" in before and "instead" in before) or "without" in before


def describes_thing(words: Words, verb: int, noun: int) -> bool:
    """Does the participle say what a thing is like: "a note asking for help", "a picture hanging there"?"""
    if words.tag[verb] != "VBG" or words.tag[noun] not in {"NN", "NNS"} or verb != noun + 1:
        return False
    if words.lemma[verb] == "read" and words.lemma[noun] in WRITTEN:
        return True
    if words.lemma[verb] in PERSON_VERBS or (
        words.dep[noun] == "pobj" and words.lower[words.head[noun]] in WHERE
    ):
        return False  # "sneaks into the house looking for him"
    lemma = words.lemma[noun]
    if lemma in THINGS_THAT_ACT or lemma in MOODS or noun_kind(lemma) is not CharacterKind.OTHER:
        return False
    return words.lemma[words.head[noun]] not in read_list("verbs_before_complements")


def describes_someone(words: Words, verb: int, governor: int) -> bool:
    """Does the participle go on saying what someone is: "is a swindler, cheating old ladies"?"""
    is_behind = words.tag[verb] == "VBG" and verb > governor and words.lemma[governor] == "be"
    return is_behind and words.child(governor, "attr") is not None


def is_what_someone_is(words: Words, noun: int) -> bool:
    """Is this the noun of "is a thief hiding from the police", "are a pair of men selling watches"?"""
    if words.lower[noun] == "one":  # "he is the one handing it over"
        return False
    at = noun
    if words.dep[noun] == "pobj" and words.lower[words.head[noun]] == "of":
        at = words.head[words.head[noun]]
    copula = words.head[at]
    return (
        words.dep[at] == "attr" and words.lemma[copula] == "be" and words.child(copula, "nsubj") is not None
    )


def tells_of_thing(words: Words, verb: int, noun: int) -> bool:
    """Does the relative clause say what a thing is like: "a tunnel that leads to the house"?"""
    subject = words.child(verb, "nsubj")
    if (
        subject is None
        or words.lower[subject] not in {"that", "which"}
        or words.tag[verb] not in PRESENT_TAGS
    ):
        return False
    if is_set_off(words, verb) or words.lemma[verb] in read_list("verbs_of_harm") | {"become"}:
        return False  # "She sings, which makes him cry", "a club that becomes famous"
    lemma = words.lemma[noun]
    if words.tag[noun] not in {"NN", "NNS"} or lemma in THINGS_THAT_ACT or lemma in EVENT_NOUNS:
        return False
    return noun_kind(lemma) is CharacterKind.OTHER


def is_consequence(words: Words, verb: int, governor: int) -> bool:
    """ "is so angry that she hits him", "has such a shock that he faints" tell what came of it."""
    is_marked = any(words.lower[c] == "that" and c < verb for c in words.children[verb])
    if not is_marked or words.subject(verb) is None or not is_finite(words, verb):
        return False
    degrees = (*words.children[governor], *(g for c in words.children[governor] for g in words.children[c]))
    return any(
        c < verb - 1 and words.lower[c] in {"so", "such"} and words.lower[c + 1] != "that" for c in degrees
    )


def is_only_to(words: Words, verb: int) -> bool:
    """ "tries to escape, only to fall", "only for him to fall": tells what came of it."""
    marks = [c for c in words.children[verb] if words.dep[c] == "mark" and c < verb]
    beside = (*words.children[verb], *(g for c in marks for g in words.children[c]))
    return any(words.lower[c] == "only" for c in beside)


def is_in_time(words: Words, verb: int) -> bool:
    """ "comes just in time to save her", "in time for him to save her": he does."""
    to = next((c for c in words.children[verb] if words.lower[c] == "to" and words.dep[c] == "aux"), 0)
    first = next((c for c in words.children[verb] if words.lower[c] == "for" and c < to), to)
    return first > 1 and words.lower[first - 2 : first] == ["in", "time"]


def stands_off(words: Words, verb: int, governor: int) -> bool:
    """Does the comma part it from an infinitive: "goes to town to work, hastily leaving his wife"?"""
    before = verb - 1
    while before > governor and words.tag[before] == "RB":
        before -= 1
    return words.text[before] in {",", "("} and not is_finite(words, governor)


def left_choice(words: Words, verb: int) -> int | None:
    """Return "choice" of "has no choice but to leave", which tells that one leaves."""
    to = next((c for c in words.children[verb] if words.lower[c] == "to" and words.dep[c] == "aux"), 0)
    is_left = to > 1 and words.lower[to - 1] == "but" and words.lemma[to - 2] in CHOICES
    return to - 2 if is_left else None


def is_each_period(words: Words, verb: int) -> bool:
    """ "arrives every month" tells a habit; "wrote every day", "writes every day for a year" do not."""
    if words.tag[verb] not in PRESENT_TAGS:
        return False
    beside = words.children[verb]
    periods = [c for c in beside if words.dep[c] == "npadvmod" and words.lemma[c] in PERIODS]
    is_each = any(words.lower[g] in {"every", "each"} for c in periods for g in words.children[c])
    return is_each and not any(words.lower[c] == "for" for c in beside)


def is_set_apart(words: Words, verb: int, first: int) -> bool:
    """Does ", and" part a second clause from the first: "says that he is rich, and she believes him"?"""
    links = [c for c in words.children[first] if words.dep[c] == "cc" and first < c < verb]
    joining = links[-1] if links else None
    if joining is None or words.text[joining - 1] != "," or "that" in words.lower[joining : joining + 2]:
        return False
    return not is_past(words, verb)


def is_list_of_plans(words: Words, verb: int, governor: int) -> bool:
    """ "is to enter the games, win and collect a prize"."""
    is_bare = words.tag[verb] == "VB" and words.child(verb, "mark", "advmod", "nsubj") is None
    return is_bare and words.lemma[governor] == "be"


def is_doubted(words: Words, governor: int) -> bool:
    """ "It is unlikely that Tom killed him": who says so thinks that he did not."""
    return any(words.lower[i] in DOUBTED for i in (governor, *words.children[governor]))


def is_told_as_subject(words: Words, verb: int, governor: int) -> bool:
    """ "Leaving the club, Tom smiles" may be taken for a clause that is the subject."""
    if words.tag[verb] != "VBG":
        return is_past(words, verb)
    is_adverbial = words.child(governor, "nsubj") is not None or any(
        words.lower[c] in {"while", "when", "after", "upon"} for c in words.children[verb]
    )
    return is_past(words, governor) or is_adverbial
