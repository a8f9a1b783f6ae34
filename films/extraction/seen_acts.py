"""What one is seen or made to do: "hears a woman scream", "has the guard arrest Tom".

A plain form behind a noun looks like a noun itself, and the parser makes one of both: a woman's scream, of
which nothing is said but that it is heard.
"""

from spacy.tokens import Token

from films.extraction.people import HUMAN_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import NAME_TAGS

SEEING = frozenset({"see", "hear", "watch", "notice", "overhear", "spot", "observe", "witness"})
CAUSING = frozenset({"have", "make", "let", "help"})
BEFORE_OBJECT = frozenset({"DT", "PRP", "PRP$", "NNP"})
SEEN = HUMAN_NOUNS | read_list("animal_nouns") | {"figure", "spirit", "ghost", "creature", "monster"}
ACTS = frozenset({"NN", "NNP", "VB", "VBP"})
OF_NOUN = frozenset({"det", "poss", "amod", "nummod"})
OBJECTS = frozenset({"dobj", "npadvmod", "appos", "dative"})
TAKEN_ALONG = OBJECTS | {"prep", "prt", "advmod", "xcomp", "advcl"}


def act_before_eyes(person: Token) -> None:
    """ "hears a woman scream", "has the guard arrest Tom": the woman screams, the guard arrests him."""
    act = person.head
    if person.dep_ != "compound" or act.i != person.i + 1 or not _may_be_act(act):
        return
    verb = _governor(person, act)
    if verb is None or not _may_act(person, act, verb):
        return
    _part(person, act, verb)


def _may_be_act(act: Token) -> bool:
    is_verb = act.tag_ in {"VB", "VBP"} or act.lower_ not in HUMAN_NOUNS  # no "student nurse"
    return act.is_lower and act.tag_ in ACTS and is_verb and act.lower_ in read_list("verbs_plain")


def _governor(person: Token, act: Token) -> Token | None:
    """Return the verb right before the noun phrase, on which it hangs: "hears" of "hears a woman scream"."""
    start = min([person.left_edge.i, *(c.left_edge.i for c in act.lefts)])
    above = act.head.head if _is_part_of_name(act) else act.head
    return above if start > 0 and above.i == start - 1 and above.tag_[:1] == "V" else None


def _is_part_of_name(act: Token) -> bool:
    """Is this "call" of "has the maid call Tom", taken for the first word of a name?"""
    return act.dep_ == "compound" and act.head.tag_ in NAME_TAGS and act.head.i > act.i


def _may_act(person: Token, act: Token, verb: Token) -> bool:
    is_name = person.tag_ in NAME_TAGS
    if verb.lemma_ in CAUSING:
        is_one = is_name or person.lower_ in SEEN
        return is_one and act.i + 1 < len(act.doc) and act.nbor().tag_ in BEFORE_OBJECT
    is_certain = any(c.dep_ in {"det", "poss"} for c in (*person.lefts, *act.lefts))
    return verb.lemma_ in SEEING and is_certain and (is_name or person.lemma_ in SEEN)


def _part(person: Token, act: Token, verb: Token) -> None:
    """Make the noun a verb with a subject and what stands behind it."""
    if _is_part_of_name(act):
        name = act.head
        name.head, name.dep_ = act, "dobj"
    for child in [c for c in act.lefts if c != person and c.dep_ in OF_NOUN]:
        child.head = person
    act.tag_, act.pos_, act.lemma_ = "VB", "VERB", act.lower_
    act.head, act.dep_ = verb, "ccomp"
    person.dep_ = "nsubj"
    for child in [c for c in (*verb.rights, *act.rights) if c.i > act.i and c.dep_ in TAKEN_ALONG]:
        child.head = act
        child.dep_ = "dobj" if child.dep_ in OBJECTS else child.dep_
