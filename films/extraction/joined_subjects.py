"""Trees in which those who act were joined to the phrase before them, put right.

In "While Tom is led by Ana, Ivo and Eva flee" the parser makes one list of all three, and in "It snows in
Rome and flights are delayed" it snows in the flights, too: the verb behind is left without a subject. A
finite verb of English has one, and what stands right before it is that.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from films.extraction.tags import (
    FINITE_TAGS,
    NAME_TAGS,
    NOUN_TAGS,
    PLACE_LABELS,
    VERB_TAGS,
    subject_label,
    subjects_of,
)

JOINED = frozenset({"conj", "appos"})
HELPING = frozenset({"aux", "auxpass", "neg"})
BEFORE_PLAIN_FORMS = frozenset(
    {"see", "hear", "watch", "notice", "spot", "feel", "let", "make", "help", "have"}
)


def begin_clause_behind_and(verb: Token) -> None:
    """ "It snows in Rome and flights are delayed": what stands behind "and" is delayed, not snowed upon."""
    if verb.dep_ not in {"conj", "ccomp"} or not _lacks_subject(verb):
        return
    who = _joined_behind_and(_before_verb_group(verb))
    governor = (
        next((one for one in who.ancestors if one.tag_ in VERB_TAGS), None) if who is not None else None
    )
    if who is None or governor is None or not governor.i < who.i or governor.is_sent_start:
        return  # "Using a rope, Ana and Tom climb": told by the list behind the comma
    if verb.tag_ == "VBD" and governor.tag_ != "VBD":  # "sings and hears stories told to others"
        return
    if verb.tag_ in {"VB", "VBP"} and governor.lemma_ in BEFORE_PLAIN_FORMS:
        return  # "hears Ana and Tom call"
    _before(who).head = governor
    _give_subject(verb, who)
    if verb.dep_ == "ccomp" and not verb.is_ancestor(governor):  # what is said ends before the "and"
        verb.head, verb.dep_ = governor, "conj"


def begin_clause_behind_comma(verb: Token) -> None:
    """ "While Tom is led by Ana, Ivo and Eva flee": the list behind the comma flees, and leads nobody."""
    if verb.dep_ != "ROOT":
        return
    who = _list_behind_comma(_before_verb_group(verb))
    opening = next((c for c in verb.lefts if who is not None and c.is_ancestor(who)), None)
    if who is None or opening is None or not _lacks_subject(verb, opening):
        return
    _before(who).head = verb
    opening.dep_ = "advcl" if opening.dep_ == "csubj" else opening.dep_
    verb.tag_ = "VBP" if verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.lefts) else verb.tag_
    _give_subject(verb, who)


def _lacks_subject(verb: Token, opening: Token | None = None) -> bool:
    """Does a verb that wants a subject have none, but for a clause that opens its sentence?"""
    helping = [c for c in verb.lefts if c.dep_ in HELPING]
    is_finite = verb.tag_ in FINITE_TAGS | {"VB"} or any(c.tag_ in FINITE_TAGS | {"MD"} for c in helping)
    has_none = all(c == opening and c.dep_ == "csubj" for c in subjects_of(verb))
    return is_finite and has_none and verb.is_alpha and all(c.tag_ != "TO" for c in helping)


def _before_verb_group(verb: Token) -> Token:
    """Return what stands before the verb, its adverbs and the verbs that help it."""
    at, start = max(verb.i - 1, verb.sent.start), verb.sent.start
    while at > start and (
        verb.doc[at].tag_ == "RB" or (verb.doc[at].head == verb and verb.doc[at].dep_ in HELPING)
    ):
        at -= 1
    return verb.doc[at]


def _up_from(last: Token) -> Iterator[Token]:
    """Yield what ends with this token: itself, and what it ends, as far as one hangs on the other."""
    token = last
    while token.right_edge == last:
        yield token
        if token.head == token:
            return
        token = token.head


def _joined_behind_and(last: Token) -> Token | None:
    """Return what ends here and was joined by the first "and": "flights" of "Rome and flights"."""
    joined = [one for one in _up_from(last) if one.dep_ == "conj" and one.tag_ in NOUN_TAGS]
    return next((one for one in reversed(joined) if _before(one).lower_ == "and"), None)


def _before(phrase: Token) -> Token:
    """Return what stands before a phrase; its own first word, where nothing does in its sentence."""
    return phrase.doc[max(phrase.left_edge.i - 1, phrase.sent.start)]


def _list_behind_comma(last: Token) -> Token | None:
    """Return the first of what ends here and begins behind a comma: "Ivo and Eva" of "Ana, Ivo and Eva"."""
    found = None
    for one in _up_from(last):
        if one.tag_ not in NOUN_TAGS or one.dep_ not in JOINED or one.ent_type_ in PLACE_LABELS:
            continue  # "in Wichita, Kansas, Ivo and Eva meet"
        if found is not None and one.dep_ != "conj":
            break
        if _before(one).text == ",":
            found = one
            if one.dep_ == "appos":
                break
    return found


def _give_subject(verb: Token, who: Token) -> None:
    names = (c for c in who.rights if c.dep_ == "appos" and c.left_edge.i == who.i + 1)
    name = next((one for one in names if one.left_edge.tag_ in NAME_TAGS), None)
    if name is not None:  # "lawyer Ivo Bell and Ana" are two
        who.head, who.dep_ = name, "compound"
    subject = who if name is None else name
    subject.head, subject.dep_ = verb, subject_label(verb)
