"""Relative clauses that the parser hung on the last noun, hung on the person whom "who" stands for.

In "visits Tom in the clinic, who tells her" the clinic tells nothing: "who" speaks of people alone, so the
clause belongs to the person before the phrase that comes between.
"""

from itertools import chain

from spacy.tokens import Token

from films.extraction.people import ANIMAL_NOUNS, HUMAN_NOUNS, HUMAN_OR_GROUP_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import NAME_TAGS, SUBJECTS

NOT_THINGS = HUMAN_OR_GROUP_NOUNS | ANIMAL_NOUNS
WHO = frozenset({"who", "whom"})
DOERS = ("er", "or", "ist", "man", "ess", "ian", "eer")  # endings of nouns for people that no list may know
INDEFINITE = frozenset({"a", "an", "another"})
WHERE = frozenset({"in", "at", "from", "near"})
BESIDE = frozenset({"with", "by", "against"})  # "to" and "for" also stand before places
OBJECTS = frozenset({"dobj", "pobj", "dative"})
DESCRIBING = frozenset({"attr", "appos"})
CAUSING = frozenset({"cause", "force", "compel", "lead", "prompt", "enable", "drive", "oblige"})
MOST_STEPS = 6


def hang_on_person(verb: Token) -> None:
    """Hang the clause of "who" on the person before, where it hangs on a thing, a place or a day."""
    noun = verb.head
    who = next((c for c in verb.lefts if c.lower_ in WHO), None)
    if who is None or not noun.i < who.i:
        return
    is_apart = who.nbor(-1).text == ","
    if noun.dep_ in SUBJECTS:
        person = _object_between(noun, who) if is_apart else None
    elif noun.lemma_ in read_list("time_nouns"):
        person = _last_before(noun)
    elif _is_thing(noun) or _is_place(noun):
        person = _person_above(noun, is_apart=is_apart)
    else:
        return
    if person is not None and not (_is_of_many(verb) and _is_one(person)):
        verb.head = person


def complete_cause(act: Token) -> None:
    """Join "attack" in "causes sharks to attack" to the verb, not to the sharks."""
    noun, cause = act.head, act.head.head
    if noun.dep_ != "dobj" or act.tag_ != "VB" or cause.lemma_ not in CAUSING or not noun.i < act.i:
        return
    has_to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in act.lefts)
    if has_to and not any(c.tag_ in {"WP", "WDT", "IN"} or c.dep_ in SUBJECTS for c in act.lefts):
        act.head, act.dep_ = cause, "xcomp"


def _is_of_many(verb: Token) -> bool:
    """Does the verb say "are" or "have"?"""
    return next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb).tag_ == "VBP"


def _is_one(person: Token) -> bool:
    return person.tag_ in {"NN", "NNP"} and not any(c.dep_ == "conj" for c in person.rights)


def _object_between(subject: Token, who: Token) -> Token | None:
    """ "Ana meets Tom again, who tells her": Tom, as he is nearer."""
    if not subject.i < subject.head.i < who.i:
        return None
    return _last_object(subject.head, who.i)


def _last_before(noun: Token) -> Token | None:
    """ "meets Tom one day who tells her": the name before the day."""
    before = (noun.doc[i] for i in range(noun.i - 1, noun.sent.start, -1))
    return next((t for t in before if t.tag_ in NAME_TAGS and t.dep_ in {"dobj", "pobj", "nsubj"}), None)


def _is_thing(noun: Token) -> bool:
    """Is this nobody: not the clerk, a dog, or an alderman of whom no list knows?"""
    if noun.tag_ != "NN" or noun.lemma_ in NOT_THINGS:
        return False
    return noun.dep_ in {"pobj", "dobj"} and not noun.lower_.endswith(DOERS)


def _is_place(name: Token) -> bool:
    """ "an actor from Chicago, who", "a clerk in Orr City, who"."""
    if name.tag_ not in NAME_TAGS or name.dep_ != "pobj" or name.head.lower_ not in WHERE:
        return False
    return name.head.head.dep_ in DESCRIBING and name.head.head.lemma_ in HUMAN_NOUNS


def _person_above(noun: Token, *, is_apart: bool) -> Token | None:
    """Return the person on whom the noun hangs; behind a comma also whom its clause tells of before it."""
    if noun.dep_ == "dobj":
        return next((c for c in noun.lefts if c.dep_ == "poss" and c.tag_ in NAME_TAGS and is_apart), None)
    at = noun
    for _ in range(MOST_STEPS):
        at = at.head
        if _is_person(at) or (at.dep_ in DESCRIBING and at.tag_ == "NN"):
            return at if at.i < noun.i else None
        if at.tag_[0] == "V":
            return _person_of_clause(at, noun, is_apart=is_apart)
        if at.dep_ not in {"prep", "pobj", "agent"}:
            return None
    return None


def _person_of_clause(verb: Token, noun: Token, *, is_apart: bool) -> Token | None:
    """ "visits Tom for help, who", "stops a thief in the park who"; in "to a seer, who" perhaps the seer."""
    person = _last_object(verb, noun.i)
    if person is None:
        return None
    if is_apart:
        return None if any(c.lower_ in INDEFINITE for c in noun.lefts) else person
    return person if person.right_edge.i + 1 == noun.head.i and noun.dep_ == "pobj" else None


def _last_object(verb: Token, end: int) -> Token | None:
    """Return the last person before `end` whom the act is done to, by whom or with whom."""
    behind = [c for c in verb.rights if c.i < end]
    among = chain(behind, *(c.rights for c in behind if c.lower_ in BESIDE))
    people = [c for c in among if c.dep_ in OBJECTS and c.i < end and _is_person(c)]
    return max(people, key=lambda person: person.i, default=None)


def _is_person(noun: Token) -> bool:
    return noun.tag_ in NAME_TAGS or (noun.tag_[0] == "N" and noun.lemma_ in HUMAN_NOUNS)
