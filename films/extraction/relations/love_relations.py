"""Love by its growing: "romance blossoms between Mara and Tom", "love grows between them"."""

from collections.abc import Iterator

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_words import Tie
from films.vocabulary import RelationshipKind as Kind

LOVE = frozenset({"love", "romance", "attraction", "passion", "spark"})
GROWING = frozenset(
    {"blossom", "bloom", "develop", "flourish", "ensue", "kindle", "ignite", "awaken", "spring"}
    | {"grow", "grew", "arise", "arose", "fly", "flies", "flew"}
)
ENDINGS = ("s", "ed")
LONGEST_GAP = 4  # tokens between the love and its growing: "romance slowly begins to blossom"
PAIR = 2


def find_love_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Yield that the two between whom love grows are lovers; the parser often takes "blossoms" for a noun."""
    words = reader.words
    if words.lemma[i] not in LOVE:
        return
    at = i + 1
    while at <= i + LONGEST_GAP and at + 1 < len(words) and not _grows(words.lower[at]):
        if words.tag[at][:2] not in {"RB", "VB", "TO"}:
            return
        at += 1
    if words.lower[at + 1 : at + 2] == ["between"] and _grows(words.lower[at]):
        people = reader.people(words.child(at + 1, "pobj"))
        if len(people) == PAIR:
            yield from reader.claims_among(people, Tie(Kind.PARTNER), i)


def _grows(word: str) -> bool:
    """Is this "blossom", "blossoms" or "blossomed"?"""
    return word in GROWING or any(word.removesuffix(ending) in GROWING for ending in ENDINGS)
