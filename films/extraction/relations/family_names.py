"""Families by their surname: "the Hill children, Ana and Bo" are the children of Tom Hill and Mara Hill."""

from collections.abc import Iterator

from films.extraction.relations.meant_by_nouns import named_next
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_words import Tie
from films.vocabulary import CharacterKind
from films.vocabulary import RelationshipKind as Kind

OFFSPRING = frozenset({"child", "kid", "son", "daughter", "boy", "girl"})
PARENTS = 2
CHILDREN = Tie(Kind.PARENT, is_inverse=True)


def find_family_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield whose the children are that the text lists under a surname, in text order."""
    words = reader.words
    for i in range(1, len(words)):
        is_offspring = words.lemma[i] in OFFSPRING and words.tag[i - 1].startswith("NNP")
        children = named_next(reader, i) if is_offspring and reader.is_plural(i) else ()
        if len(children) < 2:
            continue
        parents = _called(reader, words.text[i - 1], children)
        if len(parents) <= PARENTS:
            yield from reader.claims(children, CHILDREN, parents, i)
        yield from reader.claims_among(children, Tie(Kind.SIBLING), i)


def _called(reader: RelationReader, surname: str, children: tuple[str, ...]) -> tuple[str, ...]:
    """Return who else has a given name and this surname, or a title and it ("Mr. Hill")."""
    return tuple(
        chain.key
        for chain in reader.cast.chains
        if chain.is_named and chain.kind is CharacterKind.PERSON and chain.key not in children
        if any(name.text.split()[-1] == surname and " " in name.text for name in chain.names)
    )
