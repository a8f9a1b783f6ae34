"""Verbs that "and" joins to a clause inside the sentence, joined to the clause that they go on with.

In "tells Ana that Ivo was killed and berates her" the parser lets Ivo berate her, as he stands next. A verb
goes on with one of its own form: a plain present with no past, perfect, infinitive or participle.
"""

from spacy.tokens import Token

from films.extraction.people import HUMAN_OR_GROUP_NOUNS
from films.extraction.resources import read_list
from films.extraction.tags import FINITE_TAGS, NAME_TAGS, PRESENT_TAGS, SUBJECTS, VERB_TAGS, subjects_of

HELPING = frozenset({"aux", "auxpass"})
EMBEDDED = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"})
RELATIVE_SUBJECTS = frozenset({"who", "that", "which"})
ORDERING = frozenset(
    {"tell", "ask", "order", "beg", "urge", "warn", "command", "instruct", "advise", "beseech"}
)
CONTENT = frozenset({"ccomp", "acl", "relcl"})
MOST_CLAUSES = 4
OBJECTS = frozenset({"dobj", "dative", "ccomp"})
TAKEN_ALONG = frozenset({"appos", "npadvmod", "dobj", "xcomp", "ccomp", "advcl", "prep", "prt", "dative"})
WITH_CONTENT = read_list("verbs_of_saying") | read_list("verbs_of_knowing") | read_list("verbs_of_thought")


def join_to_main_clause(verb: Token) -> None:
    """ "tells Ana that Ivo was killed and berates her": who tells berates her."""
    inner = verb.head
    while inner.dep_ == "conj" and inner.tag_[0] == "V" and not subjects_of(inner):
        inner = inner.head
    if verb.dep_ != "conj" or inner.dep_ not in EMBEDDED or subjects_of(verb) or not inner.i < verb.i:
        return
    outer = _outer_verb(inner, verb)
    if outer is None or verb.lemma_ in read_list("verbs_stative"):
        return
    if any(c.dep_ in HELPING for c in verb.lefts) or _has_relative_subject(inner) or _may_be_noun(verb):
        return
    goes_on = _goes_on_from(inner, verb) and not (_is_under_way(inner, verb) or _is_aside(inner, verb))
    if goes_on and not (_says_instead(inner, verb) or _acts_on(outer, inner, verb)):
        return
    _join(verb, outer)


def _outer_verb(inner: Token, verb: Token) -> Token | None:
    """Return the verb above that has this one's form: "tells" of "tells her that he died waiting and"."""
    at = inner
    for _ in range(MOST_CLAUSES):
        outer = _governing_verb(at)
        if outer is None or outer.i > at.i:
            return None
        if _goes_on_from(outer, verb):
            return outer
        if outer.dep_ not in EMBEDDED or _has_relative_subject(outer):
            return None
        at = outer
    return None


def _is_under_way(inner: Token, verb: Token) -> bool:
    """ "realizes that she is hiding it and rejects it": what is under way is no first of two acts."""
    is_being = any(c.dep_ == "aux" and c.lemma_ == "be" for c in inner.lefts)
    return inner.tag_ == "VBG" and is_being and verb.tag_ == "VBZ" and inner.dep_ in CONTENT


def _is_aside(inner: Token, verb: Token) -> bool:
    """ "meets him, realizing that he works for Ivo, and leaves": between commas stands what is thought."""
    thought = inner.head
    link = verb.doc[verb.left_edge.i - 1]
    if inner.dep_ != "ccomp" or thought.tag_ != "VBG" or thought.dep_ != "advcl" or link.tag_ != "CC":
        return False
    before = thought.nbor(-1)
    if before.tag_ == "RB" and verb.tag_ == "VBZ":  # "refuses, quietly telling her that he is ill, and goes"
        before = before.nbor(-1)
    return thought.i > thought.head.i and before.text == "," and link.nbor(-1).text == ","


def join_passive(helping: Token) -> None:
    """ "accuses her of spreading gossip and is thrown out": what has a tense goes on with no gerund."""
    verb = helping.head
    inner = verb.head
    if verb.dep_ != "conj" or inner.tag_ != "VBG" or inner.dep_ != "pcomp" or subjects_of(verb):
        return
    outer = _governing_verb(inner)
    if helping.tag_ in FINITE_TAGS and outer is not None and outer.i < inner.i and outer.tag_ == helping.tag_:
        _join(verb, outer)


def _says_instead(inner: Token, verb: Token) -> bool:
    """ "thinks that the lava flows and calculates that it will stop": who thinks calculates, no lava."""
    things = [c for c in subjects_of(inner) if c.tag_ in {"NN", "NNS"}]
    if verb.lemma_ not in WITH_CONTENT | {"calculate"} or not any(c.dep_ == "ccomp" for c in verb.rights):
        return False
    return bool(things) and not any(_is_person(c) for c in things)


def _acts_on(outer: Token, inner: Token, verb: Token) -> bool:
    """ "informs her that she knows of it and spends time with her": a state is known, and then one acts."""
    if inner.dep_ != "ccomp" or verb.tag_ != "VBZ" or outer.lemma_ not in WITH_CONTENT:
        return False
    is_state = inner.lemma_ == "be" or inner.lemma_ in read_list("verbs_stative")
    return is_state and any(_is_person(c) or c.tag_ == "PRP" or c.is_title for c in subjects_of(outer))


def _join(verb: Token, outer: Token) -> None:
    """Join the verb, and the "and" before it, to another verb."""
    link = next((c for c in verb.head.rights if c.dep_ == "cc" and c.i < verb.i), None)
    if link is not None:
        link.head = outer
    verb.head = outer


def _governing_verb(clause: Token) -> Token | None:
    """Return the verb of the clause in which this one is embedded, or None if it says what something is."""
    at = clause.head
    while at.tag_[0] != "V" or at.dep_ in HELPING:
        if at.dep_ in {"ROOT", "conj", "attr", "nsubj"}:
            return None
        at = at.head
    return at


def _has_relative_subject(verb: Token) -> bool:
    """Is this "who was hired", behind which "and moves" may tell of the same person?"""
    return verb.dep_ == "relcl" and any(c.lower_ in RELATIVE_SUBJECTS for c in subjects_of(verb))


def _may_be_noun(verb: Token) -> bool:
    """Is this "has its ups and downs", which nobody downs?"""
    is_bare = all(c.dep_ in {"cc", "conj", "punct"} for c in verb.rights)
    return is_bare and verb.nbor(-1).tag_ == "CC" and verb.nbor(-2).tag_ == "NNS"


def _goes_on_from(first: Token, verb: Token) -> bool:
    """Have the two verbs forms that "and" joins: "meets and marries", but not "has met and marries"?"""
    helping = next((c for c in first.lefts if c.dep_ in HELPING), None)
    form = first.tag_ if helping is None else helping.tag_
    is_perfect = helping is not None and helping.lemma_ == "have"
    is_under_way = helping is not None and first.tag_ == "VBG"  # "is lying to her and starts an argument"
    if verb.tag_ == "VBZ":
        return form == "VBZ" and not is_perfect and not (is_under_way and first.dep_ == "ccomp")
    if verb.tag_ == "VBD":
        return form not in {"VB", "TO", "VBG"}
    return form != "VBZ" or any(c.dep_ == "xcomp" for c in first.rights)  # "decides to stay and work"


def join_plain_form(verb: Token) -> None:
    """Join "kill" in "plans to marry and then kill him" to the infinitive: nobody "plans and kill"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ in HELPING or subjects_of(verb) or verb.lower_ != verb.lemma_:
        return
    is_planned = first.tag_ == "VBP" and first.lemma_ in read_list("verbs_stative")
    is_past = first.tag_ == "VBD" and verb.tag_ == "VB"  # "attempted to bribe and kill him"
    if not (first.tag_ == "VBZ" or is_planned or is_past) or any(c.dep_ in HELPING for c in verb.lefts):
        return
    behind = (c for c in first.subtree if first.i < c.i < verb.i and c.tag_ == "VB" and c.dep_ != "conj")
    infinitive = next((c for c in reversed(list(behind)) if c.dep_ in EMBEDDED), None)
    if infinitive is not None:
        verb.tag_ = "VB"
        _join(verb, infinitive)


def join_behind_and(verb: Token) -> None:
    """ "agrees to go and the two become friends": what "and" begins is no content of agreeing."""
    _give_number(verb)
    start, governor = verb.left_edge.i, verb.head
    if verb.dep_ != "ccomp" or not governor.i < start or not subjects_of(verb) or start <= verb.sent.start:
        return
    link = verb.doc[start - 1]
    if link.tag_ == "CC" and link.head == governor and not any(c.dep_ == "mark" for c in verb.lefts):
        verb.dep_ = "conj"


def _give_number(verb: Token) -> None:
    """Give "become" its subject in "goes out with Peter and the two quickly become friends"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    while before.tag_ == "RB" and before.i > verb.sent.start:
        before = before.nbor(-1)
    is_number = before.tag_ == "CD" and before.dep_ == "conj" and before.nbor(-1).lower_ == "the"
    if verb.dep_ != "ccomp" or verb.tag_ != "VBP" or subjects_of(verb) or not is_number:
        return
    link = before.doc[before.left_edge.i - 1]
    if link.tag_ == "CC":
        before.head, before.dep_, link.head = verb, "nsubj", verb.head


def part_clauses(verb: Token) -> None:
    """ "learns about it and Ana is questioned": a verb in the present is nobody who is questioned."""
    other = verb.head
    if verb.dep_ not in SUBJECTS or not verb.i < other.i or other.tag_[0] != "V":
        return
    first = min((c.i for c in other.lefts if c.dep_ in HELPING), default=other.i)
    who = other.doc[first - 1]
    start = who.left_edge.i
    link = other.doc[start - 1]
    if who.dep_ != "conj" or who.tag_ not in NAME_TAGS or link.lower_ != "and" or not verb.is_ancestor(who):
        return
    relation = verb.dep_
    verb.head, verb.dep_ = (verb, "ROOT") if other.dep_ == "ROOT" else (other.head, other.dep_)
    other.head, other.dep_ = verb, "conj"
    who.head, who.dep_ = other, relation
    link.head = verb


def part_from_object(verb: Token) -> None:
    """ "finds a pilot, Ivo, gives him a map and leaves": the pilot is found, and gives nobody anything."""
    governor = verb.head
    tells = governor.lemma_ in WITH_CONTENT and governor.lemma_ != "find"
    if verb.dep_ != "ccomp" or governor.tag_ not in PRESENT_TAGS or tells:
        return
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i != governor.i + 1 or verb.nbor(-1).text != ",":
        return
    if verb.tag_ == "VBZ" and not any(c.dep_ in {"dobj", "mark"} for c in (*governor.children, *verb.lefts)):
        subject.head, subject.dep_, verb.dep_ = governor, "dobj", "conj"


def take_subject_behind_clause(verb: Token) -> None:
    """ "While his kids sing a song, his clerk, Ana, comes in": she is no kind of song, and comes in."""
    if verb.tag_ != "VBZ" or verb.dep_ != "ROOT" or subjects_of(verb) or verb.i < verb.sent.start + 2:
        return
    last = verb.nbor(-1)
    person = last.nbor(-1) if last.text == "," else last
    while person.dep_ == person.head.dep_ == "appos" and _is_person(person.head):
        person = person.head
    is_apart = person.doc[max(person.left_edge.i - 1, 0)].text == ","
    opening = next((c for c in verb.lefts if c.dep_ == "advcl"), None)
    if person.dep_ == "appos" and is_apart and opening is not None and opening.is_ancestor(person):
        person.head, person.dep_ = verb, "nsubj"


def _is_person(noun: Token) -> bool:
    return noun.tag_ in NAME_TAGS or noun.lemma_ in HUMAN_OR_GROUP_NOUNS


def hang_on_order(gerund: Token) -> None:
    """ "tells Ivo to stay away, using an excuse": who tells him uses it."""
    order = gerund.head.head
    if gerund.dep_ != "advcl" or gerund.head.tag_ != "VB" or gerund.head.dep_ not in {"xcomp", "ccomp"}:
        return
    if gerund.nbor(-1).text == "," and order.lemma_ in ORDERING and order.tag_ in FINITE_TAGS:
        gerund.head = order


def join_to_verb(verb: Token) -> None:
    """Join "orders" in "shoots him and orders Ana to flee" to the verb, not to the noun before it."""
    if verb.dep_ != "conj":
        return
    noun = verb.head
    governor = noun.head
    if noun.tag_[:1] != "N" or subjects_of(verb) or noun.i > verb.i:
        return
    if noun.dep_ not in {"dobj", "pobj"} or verb.tag_ != "VBZ" or verb.nbor(-1).tag_ != "CC":
        return
    if noun.dep_ == "pobj":
        governor = governor.head
    if governor.tag_ not in VERB_TAGS:
        return
    behind = [c for c in (*noun.children, *governor.children) if c.i > verb.i and c.dep_ in TAKEN_ALONG]
    verb.head = governor
    verb.nbor(-1).head = governor
    for child in behind:
        child.head = verb
        child.dep_ = "dobj" if child.dep_ in {"appos", "npadvmod"} and child.tag_ in NAME_TAGS else child.dep_


def give_content(verb: Token) -> None:
    """Hang on a verb of saying what it says: "is found and claims the story is untrue"."""
    if verb.dep_ != "conj" or not subjects_of(verb):
        return
    start = verb.left_edge.i
    if start <= verb.sent.start:
        return
    saying = verb.doc[start - 1]
    if saying.tag_ not in PRESENT_TAGS or saying.lemma_ not in WITH_CONTENT or verb.is_ancestor(saying):
        return
    if not any(c.dep_ in {"dobj", "ccomp", "xcomp", "dative"} for c in saying.children):
        verb.head, verb.dep_ = saying, "ccomp"


def take_object_back(verb: Token) -> None:
    """ "shoots her mother and orders Ivo to leave": Ivo, behind the second verb, is not shot."""
    if verb.dep_ != "conj" or verb.i + 1 >= len(verb.doc) or any(c.dep_ in OBJECTS for c in verb.rights):
        return
    name = verb.nbor()
    while name.dep_ == "compound" and name.head.i == name.i + 1:
        name = name.head
    if name.tag_ in NAME_TAGS and name.dep_ == "conj" and name.head.i < verb.i and name.left_edge.i > verb.i:
        name.head, name.dep_ = verb, "dobj"


def part_so(verb: Token) -> None:
    """ "tells her that it is late, so Ivo leaves": that he leaves is nothing she is told."""
    start = verb.left_edge.i
    if verb.dep_ != "ccomp" or start <= verb.head.i or verb.nbor(start - verb.i - 1).text != ",":
        return
    if verb.left_edge.lower_ == "so" and verb.left_edge.head == verb and subjects_of(verb):
        verb.dep_ = "conj"


MENDS_BEHIND_CONTENT = (give_content, join_behind_and, take_object_back, part_so)
