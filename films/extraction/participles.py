"""Participles that the parser took for nouns or adjectives, and verbs of two words, put right.

"After learning of it", "upon meeting Ana", "..., annoying Ana, who leaves", "starts hallucinating".
"""

from spacy.tokens import Token

from films.extraction.doubtful_verbs import plain_form
from films.extraction.people import HUMAN_OR_GROUP_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import NAME_TAGS, NOUN_TAGS, subjects_of

BEFORE_GERUND = frozenset({"after", "before", "upon", "while"})
STARTING = frozenset({"begin", "start", "continue"})
DESCRIBING = frozenset({"det", "poss", "amod", "compound", "nummod"})


def _is_participle(token: Token) -> bool:
    """Has this the form of a participle of a verb that is known?"""
    return token.lower_.endswith("ing") and plain_form(token.lower_) in read_list("verbs_plain")


def _make_participle(token: Token, head: Token, dep: str) -> None:
    token.tag_, token.pos_, token.lemma_ = "VBG", "VERB", plain_form(token.lower_)
    token.head, token.dep_ = head, dep


def govern_gerund(noun: Token) -> None:
    """ "After learning of it", "upon meeting Ana": the preposition governs the act."""
    preposition = noun.head
    if preposition.lower_ not in BEFORE_GERUND or noun.i <= preposition.i:
        return
    act = noun.doc[preposition.i + 1]
    if act == noun and act.tag_ == "VBG" and not any(c.dep_ in DESCRIBING for c in act.lefts):
        act.dep_ = "pcomp"
    elif noun.tag_ in NAME_TAGS and act.head == noun and _is_done_to_people(act):
        act.head, noun.head, noun.dep_ = preposition, act, "dobj"
        _make_participle(act, preposition, "pcomp")


def _is_done_to_people(act: Token) -> bool:
    is_aside = act.dep_ in {"compound", "amod"} and act.is_lower and _is_participle(act)
    return is_aside and plain_form(act.lower_) in read_list("person_object_verbs")


def act_on_name(participle: Token) -> None:
    """ "A wind bursts across the cliffs, terrifying Ana, and": she is terrified, and no cliff."""
    name = participle.head
    is_next = participle.i + 1 == name.left_edge.i or (name.left_edge == participle and name.i > participle.i)
    if not is_next or name.tag_ not in NAME_TAGS or name.dep_ not in {"conj", "appos"}:
        return
    if participle.i < 1 or participle.nbor(-1).text != "," or not _is_participle(participle):
        return
    verb = name.head
    while verb.tag_[0] != "V" and verb.dep_ != "ROOT":
        verb = verb.head
    if verb.tag_[0] == "V" and verb.i < participle.i:
        name.head = participle.head = verb  # the one below the other, not in a ring
        _make_participle(participle, verb, "advcl")
        name.head, name.dep_ = participle, "dobj"


def make_gerund(token: Token) -> None:
    """ "starts hallucinating", "Eavesdropping, he learns it": what was taken for a noun is an act."""
    if not token.lower_.endswith("ing") or token.tag_ not in NOUN_TAGS | {"JJ"}:
        return
    if _is_started(token):
        _make_participle(token, token.head, "xcomp")
    elif _governs_object(token) or _opens_sentence(token):
        _make_participle(token, token.head, "advcl")


def _is_started(token: Token) -> bool:
    if token.head.lemma_ not in STARTING or token.i != token.head.i + 1 or token.tag_ != "NN":
        return False
    return token.dep_ == "xcomp" or (token.dep_ == "dobj" and _is_participle(token))


def _governs_object(token: Token) -> bool:
    """Was "annoying her" taken for an adjective?"""
    is_adjective = token.dep_ == "advcl" and token.tag_ == "JJ"
    return is_adjective and any(c.dep_ == "dobj" for c in token.rights)


def _opens_sentence(token: Token) -> bool:
    """Does this word alone stand before the comma: "Eavesdropping, he learns"?"""
    is_cut_off = token.i + 1 < len(token.doc) and token.nbor().text == ","
    is_alone = token.dep_ == "npadvmod" and bool(token.is_sent_start) and is_cut_off
    return is_alone and _is_participle(token) and bool(subjects_of(token.head))


def act_with_own_subject(gerund: Token) -> None:
    """ "ends with Ana Bell meeting a man": she meets him."""
    preposition = gerund.head
    if gerund.tag_ != "VBG" or preposition.lower_ != "with" or not preposition.i < gerund.i:
        return
    if subjects_of(gerund):
        return
    name = gerund.nbor(-1)
    if name.dep_ == "compound" and name.head == gerund and name.tag_ in NAME_TAGS:
        name.dep_ = "nsubj"


def join_hyphenated(part: Token) -> None:
    """ "was double-crossed by Tom" is a passive as any other."""
    if part.tag_ != "VBN" or part.i < 2:
        return
    if f"{part.nbor(-2).lower_}-{part.lemma_}" in read_list("hyphenated_verbs"):
        _make_passive(part)


def make_passive(adjective: Token) -> None:
    """ "is cornered in the cellar by Tom": what somebody does is no mere adjective."""
    plain = _plain_form(adjective.lower_)
    if adjective.tag_ != "JJ" or plain is None:
        return
    by = next((c for c in adjective.rights if c.lower_ == "by" and c.dep_ in {"prep", "agent"}), None)
    whom = next((c for c in by.rights if c.dep_ == "pobj"), None) if by is not None else None
    if by is None or whom is None or not (whom.tag_ in NAME_TAGS or _is_somebody(whom)):
        return
    adjective.tag_, adjective.pos_, adjective.lemma_, by.dep_ = "VBN", "VERB", plain, "agent"
    _make_passive(adjective)


def _plain_form(participle: str) -> str | None:
    """Return "corner" for "cornered", and None for what is no participle that is known."""
    if not participle.endswith("ed"):
        return None
    forms = (participle[:-2], participle[:-1], participle[:-3])
    return next((form for form in forms if form in read_list("verbs_plain")), None)


def _is_somebody(noun: Token) -> bool:
    """Is this "a man", "one of her patients", "them"?"""
    return noun.tag_ in {"PRP", "CD"} or noun.lemma_ in HUMAN_OR_GROUP_NOUNS


def _make_passive(part: Token) -> None:
    """Give the participle what its "is" governed."""
    copula = part.head
    if copula.lemma_ != "be" or not copula.i < part.i:
        return
    part.head, part.dep_ = (part, "ROOT") if copula.dep_ == "ROOT" else (copula.head, copula.dep_)
    for child in list(copula.children):
        if child != part:
            child.head = part
            child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    copula.head, copula.dep_ = part, "auxpass"
