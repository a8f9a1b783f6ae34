"""Clauses that an aside interrupts: "Ana, badly hurt, pleads" and "When it rains, Tom, who is ill, leaves".

The parser gives the subject to what stands between the commas, or to what comes before, and the verb behind
is left without any.
"""

from spacy.tokens import Token

from films.extraction.people import HUMAN_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, SUBJECTS, subject_label, subjects_of

HELPING = frozenset({"aux", "auxpass"})
NO_SUBJECT_OF_ITS_OWN = frozenset({"relcl", "xcomp", "compound", "amod", "nmod", "nsubj", "conj"})
ASIDE_TAGS = frozenset({"VBG", "VBN", "JJ"})
LOOSE = frozenset({"appos", "npadvmod", "dep"})
FRONTED = frozenset({"advcl", "prep", "npadvmod"})


def take_back_subject(verb: Token) -> None:
    """Give a verb the subject that an aside before it took: "Ana, exhibiting care, buys a house"."""
    verb = _main(verb)
    if not _lacks_subject(verb):
        return
    for aside in verb.lefts:
        if aside.dep_ != "advcl" or aside.tag_ not in ASIDE_TAGS:
            continue
        subject = next((c for c in aside.lefts if c.dep_ == "nsubj"), None)
        if subject is None or subject.left_edge.i != aside.left_edge.i:
            continue
        if _is_followed_by_comma(subject, aside) and aside.right_edge.i < verb.i - 1:
            _make_subject(subject, verb)
            return


def take_subject_before_aside(verb: Token) -> None:
    """Give a verb the name before an aside: "When it rains, Tom, who is ill, leaves"."""
    verb = _main(verb)
    if verb.dep_ not in {"ROOT", "ccomp"} or not _lacks_subject(verb):
        return
    start = min((c.i for c in verb.lefts if c.dep_ in HELPING), default=verb.i)
    while start > verb.sent.start and verb.doc[start - 1].tag_ == "RB":
        start -= 1
    if start <= verb.sent.start + 2 or verb.doc[start - 1].text != ",":
        return
    between = (verb.doc[i] for i in range(start - 3, verb.sent.start - 1, -1))
    person = _person_named_by(verb.doc[start - 2])
    name = (
        person
        if _is_behind_opening(person, verb)
        else next((t for t in between if _is_set_off(t, verb)), None)
    )
    if name is not None:
        _make_subject(name, verb)


def part_half_clause(modal: Token) -> None:
    """ "Before he can, however, Ana leaves": he is not the one who leaves, and what he can do is not said."""
    verb = modal.head
    if modal.dep_ != "aux" or verb.tag_ not in FINITE_TAGS or modal.i + 1 >= len(modal.doc):
        return
    first = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i < modal.i), None)
    second = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > modal.i), None)
    if modal.nbor().text != "," or first is None or second is None:
        return
    for child in [c for c in verb.lefts if c.i < modal.i]:
        child.head = modal
    modal.dep_ = "advcl"


def _main(verb: Token) -> Token:
    return verb.head if verb.dep_ in HELPING and verb.i < verb.head.i else verb


def _lacks_subject(verb: Token) -> bool:
    if verb.dep_ in NO_SUBJECT_OF_ITS_OWN or subjects_of(verb):
        return False
    return not any(c.lower_ == "to" for c in verb.lefts)


def _is_followed_by_comma(subject: Token, aside: Token) -> bool:
    """Do a comma and adverbs alone part the two, as in "Ana, now badly hurt"?"""
    between = subject.doc[subject.i + 1 : aside.i]
    return any(t.text == "," for t in between) and all(
        t.text == "," or t.tag_ == "RB" or subject.is_ancestor(t) for t in between
    )


def _person_named_by(name: Token) -> Token:
    """Return the friend of "In Rome, a friend, the dancer Ana, sings", given the name."""
    while name.dep_ == "appos" and name.head.lemma_ in HUMAN_NOUNS:
        name = name.head
    return name


def _is_behind_opening(person: Token, verb: Token) -> bool:
    """Is this a noun for a person that a comma parts from what opens the sentence?"""
    if person.lemma_ not in HUMAN_NOUNS or person.dep_ not in LOOSE or not _opens_sentence(person.head, verb):
        return False
    start = person.left_edge.i
    return start > verb.sent.start and verb.doc[start - 1].text == ","


def _is_set_off(name: Token, verb: Token) -> bool:
    """Does this name between commas hang on the verb, or on the last word of what opens the sentence?"""
    if not _may_name(name) or name.dep_ not in LOOSE | {"dobj"} or name.nbor().text != ",":
        return False
    start = name.i
    while start > verb.sent.start and name.is_ancestor(name.doc[start - 1]):
        start -= 1
    is_behind_comma = start > verb.sent.start and name.doc[start - 1].text == ","
    if start > verb.sent.start and not is_behind_comma:
        return False
    if (
        name.dep_ == "dobj" and not is_behind_comma
    ):  # "Before they can reach him, Ana, who": no object of theirs
        return False
    if name.dep_ == "npadvmod" and name.lower_ in read_list("weekdays_and_months"):
        return False
    return name.head == verb or _opens_sentence(name.head, verb)


def _may_name(token: Token) -> bool:
    """Is this a name, or a word in capitals that was taken for a noun?"""
    return token.tag_ in NAME_TAGS or (token.tag_ == "NN" and token.is_title)


def _opens_sentence(word: Token, verb: Token) -> bool:
    """Is the word of a clause or phrase in front of the verb, as "night" of "One night, Ana"?"""
    fronted = (c for c in verb.lefts if c.dep_ in FRONTED)
    return any(c.left_edge.i <= word.i and (c == word or c.is_ancestor(word)) for c in fronted)


def _make_subject(name: Token, verb: Token) -> None:
    """Let the name be the subject of the verb, and take what is said of it behind its comma along."""
    for child in [c for c in name.head.rights if c.dep_ == "relcl" and c.left_edge.i > name.i]:
        child.head = name
    name.head, name.dep_ = verb, subject_label(verb)
