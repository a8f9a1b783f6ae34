"""The words that say what people are to each other, and in which direction."""

from dataclasses import dataclass
from functools import cache

from films.extraction.resources import read_classes
from films.vocabulary import RelationshipKind as Kind


@dataclass(frozen=True, slots=True)
class Tie:
    """What a word says: a noun of its owner, a verb of its subject and object.

    `is_inverse` where the owner is the `kind` of the one the noun means ("his son") or the object
    that of the subject. `weight` is 1 where one sentence is enough.
    """

    kind: Kind
    is_inverse: bool = False
    weight: float = 1.0


LOVERS = frozenset({Kind.SPOUSE, Kind.PARTNER})
KIN = LOVERS | {Kind.PARENT, Kind.SIBLING, Kind.RELATIVE}
FELLOW = Tie(Kind.COLLEAGUE)
NOUN_TIES = {
    "parent": Tie(Kind.PARENT),
    "child": Tie(Kind.PARENT, is_inverse=True),
    "sibling": Tie(Kind.SIBLING),
    "spouse": Tie(Kind.SPOUSE),
    "partner": Tie(Kind.PARTNER),
    "beloved": Tie(Kind.PARTNER, weight=0.7),  # of a wife, too
    **{
        name: Tie(Kind.RELATIVE)
        for name in (
            "relative",
            "grandparent",
            "grandchild",
            "uncle",
            "nephew",
            "cousin",
            "godparent",
            "godchild",
            "guardian",
            "ward",
        )
    },
    "friend": Tie(Kind.FRIEND),
    "roommate": Tie(Kind.FRIEND),
    "colleague": Tie(Kind.COLLEAGUE),
    "adviser": Tie(Kind.COLLEAGUE, weight=0.7),
    "enemy": Tie(Kind.ENEMY),
    "captor": Tie(Kind.ENEMY),
    "killer": Tie(Kind.ENEMY),
    "boss": Tie(Kind.EMPLOYER),
    "subordinate": Tie(Kind.EMPLOYER, is_inverse=True),
    "lawyer": Tie(Kind.EMPLOYER, is_inverse=True),
}
VERB_TIES = {
    "spouse": Tie(Kind.SPOUSE),
    "partner": Tie(Kind.PARTNER),
    "parent": Tie(Kind.PARENT),
    "employer": Tie(Kind.EMPLOYER),
    "friend": Tie(Kind.FRIEND),
    "colleague": Tie(Kind.COLLEAGUE),
    "enemy": Tie(Kind.ENEMY),
}
# How much of a tie one telling is: two hints make one, three helps; a sign is enough by itself, but less than
# a plain word, and a killing is more than what lovers quarrel with.
HINTS = {"-deadly": 1.9, "-sign": 0.7, "-hint": 0.5, "-help": 0.3}


@cache
def noun_ties() -> dict[str, Tie]:
    """Return each noun that says what somebody is to its owner, with what it says."""
    classes = read_classes("kin_classes") | read_classes("relation_classes")
    return {noun: NOUN_TIES[label] for noun, label in classes.items() if label in NOUN_TIES}


@cache
def owned_ties() -> dict[str, Tie]:
    """Return the trades and ranks that are a tie with an owner alone: "his sergeant", "their leader"."""
    marked = ((noun, label.partition("-")) for noun, label in read_classes("relation_classes").items())
    return {noun: NOUN_TIES[label] for noun, (mark, _, label) in marked if mark == "owned"}


@cache
def verb_ties() -> dict[str, Tie]:
    """Return each verb, and each "verb+noun", that says what its subject and object are to each other.

    >>> verb_ties()["hire"].kind.value, verb_ties()["fall+love"].weight
    ('employer', 0.7)
    """
    classes = read_classes("relation_verbs") | read_classes("relation_phrases")
    return {verb: verb_tie(label) for verb, label in classes.items()}


@cache
def bond_ties() -> dict[str, Tie]:
    """Return each noun for what is between two people ("marriage", "feud"), with what it says."""
    return {noun: verb_tie(label) for noun, label in read_classes("bond_nouns").items()}


def verb_tie(label: str) -> Tie:
    """Return what a class of verbs says: "enemy-hint" half of what "enemy" does.

    >>> verb_tie("enemy-hint").weight
    0.5
    """
    name, dash, hint = label.partition("-")
    tie = VERB_TIES[name]
    return Tie(tie.kind, tie.is_inverse, HINTS[dash + hint]) if hint else tie
