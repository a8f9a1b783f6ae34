"""Kin at one remove: "her brother's wife Mara" and "Tom, her husband's uncle" are relatives of hers."""

from collections.abc import Iterator

from films.extraction.relations.meant_by_nouns import meant_by
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie
from films.vocabulary import RelationshipKind as Kind

MARRIED = frozenset({Kind.SPOUSE})
CLOSE = frozenset({Kind.PARENT, Kind.SIBLING}) | MARRIED
RELATIVE = Tie(Kind.RELATIVE)


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


def _are_relatives(near: Tie, far: Tie) -> bool:
    """Is this the mother's brother or the wife's father, and no father's wife or wife's child?"""
    if near.kind not in CLOSE or far.kind not in CLOSE | {Kind.RELATIVE}:
        return False
    if near.kind is far.kind:
        return near.kind is Kind.PARENT and near.is_inverse is far.is_inverse
    is_of_parent = near.kind is Kind.PARENT and not near.is_inverse
    is_child = far.kind is Kind.PARENT and far.is_inverse
    return not (is_of_parent and far.kind is Kind.SPOUSE) and not (near.kind is Kind.SPOUSE and is_child)
