"""Who serve in one police force: Detective Tom and Sergeant Al, wherever each is named.

A film tells of one force, or of two that work on one case. Armies and ships have the same ranks, so that they
count only where the text speaks of the police. Whom a captain commands is left open: each precinct has one.
"""

from collections.abc import Iterator
from itertools import combinations

from films.extraction.chains import TokenMention
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_words import Tie
from films.vocabulary import MentionKind
from films.vocabulary import RelationshipKind as Kind

OFFICERS = frozenset(
    {
        "detective",
        "policeman",
        "policewoman",
        "cop",
        "officer",
        "sergeant",
        "sgt.",
        "sgt",
        "lieutenant",
        "lt.",
        "lt",
    }
    | {"inspector", "deputy", "constable", "patrolman"}
)
OF_POLICE = frozenset(
    {"police", "precinct", "nypd", "lapd", "detective", "detectives", "policeman", "cop", "cops", "sheriff"}
)
NO_MORE = frozenset(
    {"private", "former", "retired", "ex", "amateur", "fake", "first", "house", "store", "army", "prison"}
)
CALLING = frozenset({"attr", "appos"})
LARGEST_FORCE = 6
FELLOWS = Tie(Kind.COLLEAGUE, weight=0.7)


def find_force_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield each two who serve, at the later one's first telling."""
    told = _told_ranks(reader)
    for one, other in combinations(told, 2) if len(told) <= LARGEST_FORCE else ():
        yield from reader.claims((one,), FELLOWS, (other,), max(told[one], told[other]))


def _told_ranks(reader: RelationReader) -> dict[str, int]:
    """Return the token that first tells the rank of each who has one."""
    words = reader.words
    is_police = not OF_POLICE.isdisjoint(words.lower)
    told: dict[str, int] = {}
    for chain in reader.cast.chains if is_police else ():
        for mention in chain.mentions if chain.is_named else ():
            if mention.kind is not MentionKind.PROPER:
                continue
            for at in _rank_tokens(reader, mention):
                if not NO_MORE.intersection(words.lower[max(0, at - 2) : at]):
                    told.setdefault(chain.key, at)
    return told


def _rank_tokens(reader: RelationReader, name: TokenMention) -> Iterator[int]:
    """Yield the ranks in and before a name, and what its bearer "is" or is called in apposition."""
    words = reader.words
    titles = range(max(0, name.start - 1), name.end)
    verb = words.head[name.head]
    is_being = words.dep[name.head] == "nsubj" and words.lemma[verb] == "be"
    callings = [*words.children[name.head], *(words.children[verb] if is_being else ())]
    is_calling = (words.dep[at] in CALLING and words.tag[at] in {"NN", "NNP"} for at in callings)
    near = {*titles, *(at for at, fits in zip(callings, is_calling, strict=True) if fits)}
    yield from (at for at in sorted(near) if words.lower[at] in OFFICERS)
