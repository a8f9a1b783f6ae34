"""Who receives: names that the parser took into what is given, as in "brings Vell food"."""

from spacy.tokens import Token

from films.extraction.resources import read_list
from films.extraction.tags import NAME_TAGS, SUBJECTS, VERB_TAGS

GOODS = frozenset({"NN", "NNS"})
TAKEN_IN = frozenset({"compound", "amod", "nmod"})


def give_recipient(thing: Token) -> None:
    """ "brings Vell food", "offers Vell full powers": Vell is no kind of food, and receives it.

    Only who acts elsewhere in the text: "brings Christmas presents" has no recipient.
    """
    verb = thing.head
    if (
        thing.tag_ not in GOODS
        or not thing.is_lower
        or verb.tag_ not in VERB_TAGS
        or not verb.i < thing.i - 1
    ):
        return
    if verb.lemma_ not in read_list("verbs_of_giving") or any(_receives(c) for c in verb.children):
        return
    name = _name_behind(verb, thing)
    if name is None or not _acts_elsewhere(name):
        return
    for part in thing.doc[verb.i + 1 : name.i]:
        part.head, part.dep_ = name, "compound"
    name.head, name.dep_, name.tag_, name.pos_ = verb, "dative", "NNP", "PROPN"


def _receives(child: Token) -> bool:
    """Is it said otherwise who receives: "him", "to Mara"?"""
    is_to = child.dep_ == "prep" and child.lower_ == "to"
    return child.dep_ == "dative" or (is_to and any(c.tag_ in NAME_TAGS | {"PRP"} for c in child.rights))


def _name_behind(verb: Token, thing: Token) -> Token | None:
    """Return the last word of the name that stands right behind the verb, and was taken into the thing."""
    name = None
    for token in verb.doc[verb.i + 1 : thing.i]:
        is_part = token.text.istitle() and (token.tag_ in NAME_TAGS or token.tag_ == "JJ")
        if not is_part or token.dep_ not in TAKEN_IN or any(c.dep_ == "case" for c in token.rights):
            break
        joined = [c for c in token.rights if c.dep_ == "conj"]
        if joined:
            return token if all(_is_joined_name(c, thing) for c in joined) else None
        name = token
    return name


def _is_joined_name(name: Token, thing: Token) -> bool:
    """Is this "Max" of "gives Vell and Max new papers", not of "gives Vell and Max's papers"?"""
    return name.tag_ in NAME_TAGS and name.i < thing.i and not any(c.dep_ == "case" for c in name.rights)


def _acts_elsewhere(name: Token) -> bool:
    """Does this name stand elsewhere as a subject, alone?"""
    return any(
        other.orth == name.orth
        and other.dep_ in SUBJECTS
        and other.tag_ in NAME_TAGS
        and not any(c.dep_ == "det" for c in other.lefts)
        for other in name.doc
    )
