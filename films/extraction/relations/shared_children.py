"""Who has a child together: "is pregnant with Tom's child", "Tom is the father of Mara's baby"."""

from collections.abc import Iterator

from films.extraction.relations.noun_truth import holds
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie
from films.vocabulary import RelationshipKind as Kind

UNBORN = frozenset({"child", "baby", "son", "daughter"})
CARRYING = frozenset({"carry", "bear", "expect", "have"})
PARENTS = frozenset({"father", "mother"})
TOGETHER = Tie(Kind.PARTNER)
PARENTS_TOGETHER = Tie(Kind.PARTNER, weight=0.7)
PARENTS_OF_ONE = Tie(Kind.SPOUSE, weight=0.7)


def find_shared_child_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Yield that the parents are, or were, a couple where the noun at `i` is one's child by the other."""
    words = reader.words
    if words.lemma[i] not in UNBORN or words.dep[i] not in {"pobj", "dobj", "nsubj"}:
        return
    couple = owners_before(reader, i, is_shared=True)
    if len(couple) == 2 and not reader.are_of_one_gender(couple) and words.child(i, "poss") is not None:
        yield from reader.claims_among(couple, PARENTS_OF_ONE, i)
    yield from _of_having(reader, i)
    owners = owners_before(reader, i, is_shared=False)
    if len(owners) == 1:
        yield from reader.claims(_other_parent(reader, i), TOGETHER, owners, i)


def _of_having(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Tom has a son with Mara"."""
    words = reader.words
    verb = words.head[i]
    if words.dep[i] != "dobj" or words.lemma[verb] not in CARRYING or not reader.modality.is_told(verb):
        return
    for child in (*words.children[i], *words.children[verb]):
        if words.lower[child] in {"with", "by"} and words.dep[child] == "prep":
            other = reader.people(words.child(child, "pobj"))
            yield from reader.claims(reader.people(words.subject(verb)), PARENTS_TOGETHER, other, i)


def _other_parent(reader: RelationReader, i: int) -> tuple[str, ...]:
    words = reader.words
    head = words.head[i]
    if words.dep[i] == "dobj":
        is_told = words.lemma[head] in CARRYING and reader.modality.is_told(head)
        return reader.people(words.subject(head)) if is_told else ()
    above = words.head[head]
    if words.lower[head] == "with" and words.lower[above] == "pregnant":
        verb = words.clause(above)
        return reader.people(words.subject(verb)) if holds(reader, verb) else ()
    if words.lower[head] != "of" or words.lemma[above] not in PARENTS:
        return ()
    copula = words.head[above]
    is_being = words.lemma[copula] == "be" and reader.modality.is_told(copula)
    return reader.people(words.subject(copula)) if is_being else ()
