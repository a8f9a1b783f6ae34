"""Love by its growing: "romance blossoms between Mara and Tom", "love grows between them"."""

from collections.abc import Container, Iterator

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie
from films.vocabulary import RelationshipKind as Kind

LOVE = frozenset({"love", "romance", "attraction", "passion", "spark"})
GROWING = frozenset(
    {"blossom", "bloom", "develop", "flourish", "ensue", "kindle", "ignite", "awaken", "spring"}
    | {"grow", "grew", "arise", "arose", "fly", "flies", "flew"}
)
ENDINGS = ("s", "ed", "d")
TURNING = frozenset({"turn", "deepen", "evolve", "intensify", "change", "become"})
DEEPENING = frozenset({"blossom", "bloom", "flourish", "deepen", "develop", "intensify"})
BEFORE_LOVE = frozenset({"friendship", "relationship", "acquaintance", "bond"})
ROMANCE = LOVE | {"affair", "marriage"}
LONGEST_GAP = 4  # tokens between the love and its growing: "romance slowly begins to blossom"
PAIR = 2


def find_love_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Yield that the two between whom love grows are lovers; the parser often takes "blossoms" for a noun."""
    lemma = reader.words.lemma[i]
    if lemma in LOVE:
        at = _growing(reader, i + 1, GROWING)
        people = _between(reader, at + 1) if at is not None else ()
        if len(people) == PAIR:
            yield from reader.claims_among(people, Tie(Kind.PARTNER), i)
    elif lemma in BEFORE_LOVE:
        yield from _of_what_grows_to_love(reader, i)
    elif reader.words.lower[i - 1 : i + 2] == ["in", "bed", "with"]:
        yield from _of_bed(reader, i)
    if reader.words.lower[i - 1 : i + 2] == ["in", "love", "with"]:
        yield from _of_one_in_love(reader, i)


def _of_one_in_love(reader: RelationReader, love: int) -> Iterator[Claim]:
    """ "With Mara in love with Tom, Al leaves", "Mara, in love with Tom, leaves"."""
    words = reader.words
    end = love - 1 - (words.lower[love - 2] == ",")
    loved = reader.people(words.child(love + 1, "pobj"))
    if len(loved) == 1 and not words.tag[end - 1].startswith("V"):
        yield from reader.claims(reader.named_until(end), Tie(Kind.PARTNER, weight=0.7), loved, love)


def _of_bed(reader: RelationReader, bed: int) -> Iterator[Claim]:
    """ "Mara finds Tom in bed with Ana", "Tom is in bed with Ana"."""
    words = reader.words
    found = reader.named_until(bed - 1) or reader.cast.at(bed - 2)
    if words.tag[bed - 2].startswith("V"):
        found = reader.people(words.subject(words.clause(bed)))
    with_whom = reader.people(words.child(bed + 1, "pobj"))
    if len(found) == len(with_whom) == 1 and not reader.modality.is_denied(words.clause(bed)):
        yield from reader.claims(found, Tie(Kind.PARTNER, weight=0.7), with_whom, bed)


def _of_what_grows_to_love(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Their friendship blossoms into love", "Mara's relationship with Tom deepens"."""
    others: tuple[str, ...] = ()
    end = i + 1
    if reader.words.lower[end : end + 1] == ["with"]:
        others, end = reader.described_at(end + 1, with_article=True)
    at = _growing(reader, end, GROWING | TURNING)
    if at is None:
        return
    people = tuple(dict.fromkeys((*owners_before(reader, i, is_shared=True), *others)))
    people = people or _between(reader, at + 1)
    is_love = _turns_to_love(reader, at + 1)
    is_likely = reader.words.lemma[i] == "relationship" and not reader.are_of_one_gender(people)
    if len(people) == PAIR and (is_love or (is_likely and _stem(reader.words.lower[at]) in DEEPENING)):
        yield from reader.claims_among(people, Tie(Kind.PARTNER, weight=1.0 if is_love else 0.7), i)
    elif len(people) == PAIR and reader.words.lemma[i] == "friendship":
        yield from reader.claims_among(people, Tie(Kind.FRIEND), i)


def _growing(reader: RelationReader, start: int, stems: Container[str]) -> int | None:
    """Return where something "begins to grow" or "soon blossoms" from this token on."""
    words = reader.words
    for at in range(start, min(len(words), start + LONGEST_GAP)):
        if _stem(words.lower[at]) in stems:
            return at
        if words.tag[at][:2] not in {"RB", "VB", "TO"}:
            return None
    return None


def _turns_to_love(reader: RelationReader, start: int) -> bool:
    """Does it turn "into love", "to a passionate romance" or "romantic"?"""
    words = reader.words
    if words.lower[start : start + 1] not in (["into"], ["to"]):
        return words.lower[start : start + 1] in (["romantic"], ["sexual"], ["intimate"])
    near = words.lemma[start + 1 : start + LONGEST_GAP]
    return any(lemma in ROMANCE for lemma in near) or "romantic" in near


def _between(reader: RelationReader, at: int) -> tuple[str, ...]:
    words = reader.words
    return reader.people(words.child(at, "pobj")) if words.lower[at : at + 1] == ["between"] else ()


def _stem(word: str) -> str:
    """Return the "blossom" of "blossoms" and "blossomed", of words that tell a growing."""
    stems = (word, *(word.removesuffix(ending) for ending in ENDINGS))
    return next((stem for stem in stems if stem in GROWING | TURNING), word)
