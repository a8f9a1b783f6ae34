"""Two nouns that pair two people: "mother and son Mara and Tom", "they are brother and sister".

With an owner each noun is of its own: in "her aunt and uncle, Mara and Tom" Mara is the aunt.
"""

from collections.abc import Iterator

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie
from films.vocabulary import SYMMETRIC_RELATIONSHIPS
from films.vocabulary import RelationshipKind as Kind

SPOUSE = Tie(Kind.SPOUSE)  # "man and wife"
BEING = frozenset({"be", "become", "remain"})
GROUPS = frozenset({"team", "duo", "pair", "act", "couple", "combination", "of", "named", ",", ":"})
REACH = 4  # tokens from the nouns to the names


def find_paired_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Yield what two nouns say together of which the one at `i` is the first or the second."""
    first = i if _second(reader, i) is not None else i - 2
    second = _second(reader, first)
    people = _people(reader, first, second) if second is not None else ()
    if second is None or len(people) != 2:
        return
    other = reader.tie_at(second) or SPOUSE
    one = reader.tie_at(first) or SPOUSE
    if owners := owners_before(reader, first, is_shared=True):
        yield from reader.claims(people[:1], one, owners, i)
        yield from reader.claims(people[1:], other, owners, i)
    elif one.kind is other.kind and (
        one.kind in SYMMETRIC_RELATIONSHIPS or one.is_inverse != other.is_inverse
    ):
        yield from reader.claims(people[:1], one, people[1:], i)


def _second(reader: RelationReader, i: int) -> int | None:
    """Return the other noun of "mother and son"."""
    words = reader.words
    if not 0 <= i < len(words) - 2 or words.lower[i + 1] not in {"and", "&", "-"}:
        return None
    is_pair = reader.tie_at(i) is not None or words.lower[i : i + 3] == ["man", "and", "wife"]
    is_one = not reader.is_plural(i) and not reader.is_plural(i + 2)
    return i + 2 if is_pair and is_one and reader.tie_at(i + 2) is not None else None


def _people(reader: RelationReader, i: int, second: int) -> tuple[str, ...]:
    """Return the two: named behind the nouns, or before them with "are" or a comma."""
    words = reader.words
    at = second + 1
    while at < min(len(words), second + REACH) and words.lower[at] in GROUPS:
        at += 1
    named = reader.named_at(at)[0] if at < len(words) else ()
    if named:
        return named
    if words.dep[i] in {"nmod", "compound"} and words.lower[words.head[i]] in GROUPS:
        i = words.head[i]  # "are a husband and wife team"
    copula = words.head[i]
    if words.lemma[copula] in BEING and words.dep[i] in {"attr", "oprd"}:
        return reader.people(words.subject(copula))
    return reader.people(words.head[i]) if words.dep[i] == "appos" else ()
