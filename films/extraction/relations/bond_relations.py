"""What is between two people by its noun: "Mara's wedding to Tom", "their feud", "begin a relationship"."""

from collections.abc import Container, Iterator

from films.extraction.relations.noun_truth import holds
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie, bond_ties
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

ARRANGING = frozenset(
    ["arrange", "plan", "propose", "oppose", "forbid", "prevent", "announce", "cancel", "agree", "approve"]
)
ASSENT = frozenset({"consent", "blessing", "permission", "approval"})
RELATIONSHIPS = frozenset({"relationship", "liaison"})
LOVING = frozenset(
    {
        "romantic",
        "sexual",
        "gay",
        "lesbian",
        "life",
        "domestic",
        "love",
        "intimate",
        "passionate",
        "adulterous",
        "physical",
        "extramarital",
    }
)
UNLOVING = frozenset(
    {"working", "professional", "business", "friendly", "platonic", "close", "hate", "better"}
)
BEGINNING = frozenset({"begin", "start", "end", "pursue", "rekindle", "resume", "develop"})
NO_BOND = frozenset(
    {"dinner", "speaking", "singing", "previous", "prior", "lunch", "concert", "fake", "mock", "sham"}
)
BOND_PREPOSITIONS = frozenset({"with", "to", "against", "on", "between"})


def bond_at(reader: RelationReader, i: int) -> Tie | None:
    """Return what "marriage", "feud" or "romantic relationship" says."""
    words = reader.words
    if words.lemma[i] in RELATIONSHIPS:
        described = {words.lower[c] for c in words.children[i]}
        head = words.head[i]
        is_begun = words.lemma[head] in BEGINNING and words.dep[i] == "dobj"
        is_begun |= (
            words.lower[head] == "in" and words.lemma[words.head[head]] == "be"
        )  # "is in a relationship"
        is_love = described & LOVING or (is_begun and not described & UNLOVING)
        return Tie(Kind.PARTNER) if is_love else None
    if any(words.lower[c] in NO_BOND for c in words.children[i]):
        return None
    return bond_ties().get(words.lemma[i])


def find_bond_claims(reader: RelationReader, i: int, tie: Tie) -> Iterator[Claim]:
    """Read "Mara's wedding to Tom", "Mara and Tom's romance", "takes revenge on Tom"."""
    words = reader.words
    verb = words.clause(i)
    if words.tag[verb].startswith("V") and verb != i and not (holds(reader, verb) or tie.kind is Kind.ENEMY):
        return
    if words.lemma[verb] in read_list("seeming_verbs"):
        return
    owners = owners_before(reader, i, is_shared=True)
    others = _with_whom(reader, i)
    if tie.kind is Kind.SPOUSE and _is_arranged(reader, verb):
        tie, owners = Tie(Kind.PARTNER), owners or _after(reader, i, ("for", "of"))
    if not owners and others and words.tag[verb].startswith("V"):
        owners = reader.people(words.subject(verb))
    if len(others) == 2 and (_is_between(reader, i) or _is_arranged(reader, verb)):
        yield from reader.claims_among(others, tie, i)
    elif len(owners) == 2:  # in "Mara and Tom's wedding with Al in attendance" it is theirs
        yield from reader.claims_among(owners, tie, i)
    elif owners and others:
        yield from reader.claims(owners, tie, others, i)
    elif words.lemma[verb] in BEGINNING and len(pair := reader.people(words.subject(verb))) == 2:
        yield from reader.claims_among(pair, tie, i)


def _is_arranged(reader: RelationReader, verb: int) -> bool:
    """Is a wedding planned, forbidden or agreed to, not held?"""
    words = reader.words
    return words.lemma[verb] in ARRANGING or any(words.lemma[c] in ASSENT for c in words.children[verb])


def _is_between(reader: RelationReader, i: int) -> bool:
    return any(reader.words.lower[child] == "between" for child in reader.words.children[i])


def _with_whom(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who stands after "with", "to", "against" or "between" of a bond or of its verb."""
    return _after(reader, i, BOND_PREPOSITIONS)


def _after(reader: RelationReader, i: int, prepositions: Container[str]) -> tuple[str, ...]:
    words = reader.words
    near = (i, words.head[i]) if words.dep[i] == "dobj" else (i,)
    if words.lower[i + 1 : i + 2] in (["to"], ["with"]) and "to" in prepositions:
        near = (*near, words.head[i + 1])  # "at her wedding to Tom", wherever the parser hangs the "to"
    for child in (child for at in near for child in words.children[at]):
        is_after = words.dep[child] in {"prep", "dative"} and words.lower[child] in prepositions
        if is_after and (people := reader.people(words.child(child, "pobj"))):
            return people
    return ()
