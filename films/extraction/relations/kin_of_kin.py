"""Kin at one remove: "her husband's uncle" is a relative of hers, "her boss's wife" the wife of her boss."""

from collections.abc import Iterator, Sequence

from films.extraction.relations.meant_by_nouns import is_spelled_out, meant_by
from films.extraction.relations.noun_truth import is_denied_tie
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import FELLOW, Tie
from films.vocabulary import SYMMETRIC_RELATIONSHIPS
from films.vocabulary import RelationshipKind as Kind

MARRIED = frozenset({Kind.SPOUSE})
CLOSE = frozenset({Kind.PARENT, Kind.SIBLING}) | MARRIED
PLAIN = 0.7  # of a claim that is enough by itself
RELATIVE = Tie(Kind.RELATIVE)
SPOUSE = Tie(Kind.SPOUSE)
# What an in-law of the husband is to the wife.
BY_MARRIAGE = {
    "mother": Tie(Kind.PARENT),
    "father": Tie(Kind.PARENT),
    "son": Tie(Kind.PARENT, is_inverse=True),
    "daughter": Tie(Kind.PARENT, is_inverse=True),
}


def find_kin_of_kin_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Yield that the kin of somebody's unnamed kin is a relative; a father's wife is nearer than that."""
    words = reader.words
    middle = words.child(i, "poss")
    if middle is None:
        return
    near, far = reader.tie_at(middle), reader.tie_at(i)
    if near is None or far is None or not _are_relatives(near, far):
        return
    if any(reader.is_named(key) for key in reader.cast.at(middle)):
        return
    owners = owners_before(reader, middle, is_shared=True)
    meant = tuple(key for key in meant_by(reader, i) if key not in owners)
    yield from reader.claims(owners, RELATIVE, meant, i)


def find_claims_through(reader: RelationReader, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield whose "her boss's boyfriend Tom" is, where other sentences say who is her boss.

    "His mother-in-law Ana" is the mother of his wife.
    """
    words = reader.words
    for i in range(len(words)):
        if words.lower[reader.end_of(i) - 1] == "law" and i in reader.terms:
            yield from _of_in_law(reader, claims, i)
        middle = words.child(i, "poss")
        near, far = (reader.tie_at(middle), reader.tie_at(i)) if middle is not None else (None, None)
        if middle is None or near is None or far is None or is_denied_tie(reader, i):
            continue
        near = (
            FELLOW if words.lemma[middle] == "partner" else near
        )  # a lover has no wife but a partner at work
        owners = owners_before(reader, middle, is_shared=False)
        if len(owners) != 1 or any(reader.is_named(key) for key in reader.cast.at(middle)):
            continue
        known = {key for claim in claims for key in _who_is(claim, near, owners[0]) if reader.is_named(key)}
        if len(known) == 1 and is_spelled_out(reader, i):
            yield from reader.claims(meant_by(reader, i), far, tuple(known), i)


def _of_in_law(reader: RelationReader, claims: Sequence[Claim], i: int) -> Iterator[Claim]:
    tie = BY_MARRIAGE.get(reader.words.lower[reader.start_of(i)])
    owners = owners_before(reader, i, is_shared=False)
    if tie is None or len(owners) != 1 or not is_spelled_out(reader, i):
        return
    married = {key for claim in claims for key in _who_is(claim, SPOUSE, owners[0])}
    if len(married) == 1:
        yield from reader.claims(meant_by(reader, i), tie, tuple(married), i)


def _who_is(claim: Claim, tie: Tie, owner: str) -> Iterator[str]:
    """Yield who is the tie's kind of the owner, as the claim has it."""
    if claim.kind is not tie.kind or claim.weight < PLAIN:
        return
    if claim.object == owner and (not tie.is_inverse or tie.kind in SYMMETRIC_RELATIONSHIPS):
        yield claim.subject
    if claim.subject == owner and (tie.is_inverse or tie.kind in SYMMETRIC_RELATIONSHIPS):
        yield claim.object


def _are_relatives(near: Tie, far: Tie) -> bool:
    """Is this the mother's brother or the wife's father, and no father's wife or wife's child?"""
    if near.kind not in CLOSE or far.kind not in CLOSE | {Kind.RELATIVE}:
        return False
    if near.kind is far.kind:
        return near.kind is Kind.PARENT and near.is_inverse is far.is_inverse
    is_of_parent = near.kind is Kind.PARENT and not near.is_inverse
    is_child = far.kind is Kind.PARENT and far.is_inverse
    return not (is_of_parent and far.kind is Kind.SPOUSE) and not (near.kind is Kind.SPOUSE and is_child)
