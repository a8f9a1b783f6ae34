"""Who shares a trade: "prospectors Tom and Al", "Agent Tom and detective Al", "they are thieves".

Of whom a text tells together what they are, they are in it together.
"""

from collections.abc import Iterator

from films.extraction.relations.lists_of_names import counted_list
from films.extraction.relations.meant_by_nouns import meant_by, named_next
from films.extraction.relations.relation_claims import LARGEST_GROUP, Claim, RelationReader
from films.extraction.relations.relation_owners import place_owners
from films.extraction.relations.relation_words import FELLOW, Tie
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

MEN = ("man", "woman")  # "repairmen"
LONGEST_TRADE = 5  # tokens
MEMBERS = frozenset({"member", "bandmate", "founder"})
UNMASKING = frozenset(
    ["be", "turn", "out", "to", "none", "other", "than", "reveal", "prove", "unmask", "as", "in", "fact"]
)
CUSTOMERS = frozenset(
    {"customer", "client", "guest", "patient", "patron", "visitor", "regular", "owner", "tenant", "resident"}
    | {"lodger", "student", "pupil", "proprietor", "landlord", "shareholder", "heir"}
)
NO_TRADES = read_list("mere_people") | {"captive", "hostage", "prisoner", "refugee", "inmate"}
SETS = frozenset({"pair", "duo", "couple", "trio", "team", "gang"})


def is_of_trade(reader: RelationReader, i: int) -> bool:
    """Does the noun tell what one or several people are by trade, or that they are members?"""
    return _is_several(reader, i) or _is_trade(reader, i)


def find_trade_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Yield who is told to be of this trade together, or to follow it in somebody's place."""
    if _is_several(reader, i):
        yield from _of_trade(reader, i)
    else:
        yield from _of_two_trades(reader, i)
        yield from _of_staff(reader, i)


def _is_several(reader: RelationReader, i: int) -> bool:
    lemma = reader.words.lemma[i]
    is_of_people = lemma in MEMBERS or lemma in read_list("human_nouns") or lemma.endswith(MEN)
    return reader.is_plural(i) and (is_of_people or _is_kind_of_man(reader, i))


def _of_trade(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Prospectors Tom and Al", "the detectives, Tom and Al" and "they are thieves" are in it together."""
    words = reader.words
    named = (
        named_next(reader, i) or counted_list(reader, i) or _called_so(reader, i) or _listed_until(reader, i)
    )
    is_trade = words.lemma[i] not in NO_TRADES or _is_kind_of_man(reader, i)
    are_fellows = 2 <= len(named) <= LARGEST_GROUP and is_trade
    if words.lemma[i] in MEMBERS or are_fellows:
        yield from reader.claims_among(named, FELLOW, i)


def _listed_until(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the two of "Tom and Al, the other members of the gang"."""
    words = reader.words
    at = i
    while at > 0 and words.tag[at - 1] in {"DT", "JJ", "CD", "NN", "VBG"}:
        at -= 1
    if words.lemma[i] not in MEMBERS or at < 3 or words.lower[at - 1] != ",":
        return ()
    last = reader.named_until(at - 1)
    start = at - 2
    while start > 0 and words.tag[start].startswith("NNP"):
        start -= 1
    first = reader.named_until(start) if words.lower[start] in {"and", "&"} else ()
    return (*first, *last) if first and last else ()


def _is_kind_of_man(reader: RelationReader, i: int) -> bool:
    """ "Confidence men", "stunt men"."""
    words = reader.words
    return words.lemma[i] in {"man", "woman"} and any(words.tag[c] == "NN" for c in words.children[i])


def _is_trade(reader: RelationReader, i: int) -> bool:
    lemma = reader.words.lemma[i]
    is_trade = lemma in read_list("human_nouns") and lemma not in NO_TRADES
    return is_trade and reader.tie_at(i) is None


def _is_post(reader: RelationReader, i: int) -> bool:
    """A trade, or the "secretary" of nobody who is told: "technician Tom and secretary Mara"."""
    tie = reader.tie_at(i)
    is_served = tie is not None and tie.kind is Kind.EMPLOYER and reader.owner_index(i) is None
    return is_served or _is_trade(reader, i)


def _of_two_trades(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Agent Tom and detective Al" work together: two trades, two names, one "and"."""
    words = reader.words
    one, end = reader.named_at(i + 1) if i + 1 < len(words) else ((), 0)
    if len(one) != 1 or words.lower[end : end + 1] != ["and"]:
        return
    for second in range(end + 1, min(len(words) - 1, end + LONGEST_TRADE)):
        if _is_post(reader, second) and (other := reader.named_at(second + 1)[0]):
            yield from reader.claims_among((*one, *other[:1]), FELLOW, i)
            return
        if words.tag[second] not in {"JJ", "NN", "HYPH", "VBN", "DT"}:
            return


def _of_staff(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Mara, a singer in Tom's nightclub": he employs her."""
    employers = place_owners(reader, i) if reader.words.lemma[i] not in CUSTOMERS else ()
    if employers:
        staff = tuple(key for key in meant_by(reader, i) if key not in employers)
        yield from reader.claims(employers, Tie(Kind.EMPLOYER), staff, i)


def _called_so(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who "are thieves" or "are a pair of thieves", and the two of "Tom and Al, two thieves"."""
    words = reader.words
    joined = _joined_before(reader, i) if words.dep[i] == "appos" else ()
    if len(joined) > 1 or (joined and words.child(i, "nummod") is not None):
        return joined
    if words.dep[i] in {"nsubj", "nsubjpass"}:
        return _unmasked(reader, words.head[i])
    noun = i
    while words.dep[noun] in {"conj", "pobj", "prep"} and words.head[noun] < noun:
        noun = words.head[noun]
        if words.tag[noun].startswith("NN") and words.lemma[noun] not in SETS and words.dep[i] != "conj":
            return ()
    copula = words.head[noun]
    is_told = words.dep[noun] == "attr" and words.lemma[copula] == "be" and reader.modality.is_told(copula)
    return reader.people(words.subject(copula)) if is_told else ()


def _joined_before(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the two of "Tom and Al, two thieves and liars," whichever of them the parser hangs that on."""
    words = reader.words
    at: int | None = words.head[i]
    while at is not None and words.dep[at] == "conj" and words.tag[words.head[at]].startswith("NNP"):
        at = words.head[at]
    found: dict[str, None] = {}
    while at is not None and at < i:
        found |= dict.fromkeys(reader.cast.at(at))
        at = words.child(at, "conj")
    return tuple(found)


def _unmasked(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return whom the thieves "turn out to be" or "are revealed to be"."""
    at = verb
    while at < len(reader.words) and reader.words.lemma[at] in UNMASKING:
        at += 1
    return reader.named_at(at)[0] if verb < at < len(reader.words) else ()
