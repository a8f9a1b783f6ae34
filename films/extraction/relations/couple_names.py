"""Two given names with one surname: "George and Marion Kirby" are a married couple unless told to be kin."""

from collections.abc import Iterator

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie
from films.extraction.resources import read_list
from films.vocabulary import Gender, MentionKind
from films.vocabulary import RelationshipKind as Kind

COUPLE = Tie(Kind.SPOUSE, weight=0.7)
PARENT = Tie(Kind.PARENT)
NOBLE = {"Lord": "Lady", "Count": "Countess", "Duke": "Duchess", "Baron": "Baroness", "Earl": "Countess"}
REIGNING = {"king": "queen", "emperor": "empress", "tsar": "tsarina", "czar": "czarina", "sultan": "sultana"}
TITLES_WITHOUT_STOP = frozenset({"mr", "mrs", "ms", "dr"})
TITLES = {"mother": "Mrs.", "father": "Mr."}
OTHER_KIN = frozenset(
    {"sibling", "siblings", "brother", "sister", "twins", "twin", "children", "cousins", "kids"}
)
REACH = 8  # tokens around the names in which another kinship would be told


def find_couple_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield the couples that the text names together under one surname, in text order."""
    yield from _of_titles(reader)
    yield from _of_nobles(reader)
    yield from _of_titled_parents(reader)
    words = reader.words
    for i in range(1, len(words) - 2):
        if words.lower[i] in {"and", "&"} and words.tag[i - 1] == "NNP" and words.tag[i + 2] == "NNP":
            yield from _of_names(reader, i)


def _of_titles(reader: RelationReader) -> Iterator[Claim]:
    """ "Mr. Hill" and "Mrs. Hill" are a married couple."""
    chains = {name.text: chain for chain in reader.cast.chains for name in chain.names}
    for name, wife in chains.items():
        husband = chains.get(f"Mr. {name[5:]}") if name.startswith("Mrs. ") else None
        mention = next((m for m in wife.mentions if m.kind is MentionKind.PROPER), None)
        is_couple = husband is not None and reader.has_gender(husband.key, Gender.MALE)
        if husband is not None and mention is not None and is_couple and wife.gender is Gender.FEMALE:
            yield from reader.claims((husband.key,), COUPLE, (wife.key,), mention.head)


def _of_nobles(reader: RelationReader) -> Iterator[Claim]:
    """ "Lord and Lady Hill"; "King Tom and Queen Mara", side by side."""
    chains = {name.text: chain for chain in reader.cast.chains for name in chain.names}
    for name, wife in chains.items():
        title, _, surname = name.partition(" ")
        lord = next((his for his, hers in NOBLE.items() if hers == title), None)
        husband = chains.get(f"{lord} {surname}") if lord and surname else None
        mention = next((m for m in wife.mentions if m.kind is MentionKind.PROPER), None)
        if husband is not None and mention is not None and husband.key != wife.key:
            yield from reader.claims((husband.key,), COUPLE, (wife.key,), mention.head)
    words = reader.words
    for i in range(2, len(words) - 2):
        if words.lower[i] == "and" and REIGNING.get(words.lower[i - 2]) == words.lower[i + 1]:
            yield from reader.claims(reader.named_until(i), COUPLE, reader.named_at(i + 1)[0][:1], i)


def _of_titled_parents(reader: RelationReader) -> Iterator[Claim]:
    """Where Tom Hill's mother is spoken of and a Mrs. Hill, the one is the other."""
    words = reader.words
    titled = _titled(reader)
    for i, lemma in enumerate(words.lemma) if titled else ():
        owners = owners_before(reader, i, is_shared=False) if lemma in TITLES else ()
        meant = reader.cast.at(i)
        others = {key for key in meant if reader.is_named(key)}
        if len(owners) == 1:
            found = {titled.get(f"{TITLES[lemma]} {surname}") for surname in _surnames(reader, owners[0])}
            parents = tuple(key for key in found if key is not None and key != owners[0])
            yield from reader.claims(parents if others <= found else (), PARENT, owners, i)


def _may_be_either(reader: RelationReader, one: str, other: str) -> bool:
    """Is one called Terry or Leslie, and the other's gender known?"""
    chains = {chain.key: chain for chain in reader.cast.chains}
    names = {name.text.split()[0].casefold() for name in chains[one].names} if one in chains else set()
    is_open = one in chains and chains[one].gender is None and names & read_list("names_of_either_gender")
    return bool(is_open) and other in chains and chains[other].gender is not None


def _titled(reader: RelationReader) -> dict[str, str]:
    """Return those who are called by nothing but "Mr." or "Mrs." and a surname."""
    return {
        chain.names[0].text: chain.key
        for chain in reader.cast.chains
        if chain.is_named and len(chain.names) == 1 and chain.names[0].text.startswith(("Mr. ", "Mrs. "))
    }


def _surnames(reader: RelationReader, key: str) -> set[str]:
    names = (name.text.split() for chain in reader.cast.chains if chain.key == key for name in chain.names)
    return {parts[-1] for parts in names if len(parts) > 1}


def _of_names(reader: RelationReader, i: int) -> Iterator[Claim]:
    words = reader.words
    one, (other, end) = reader.named_until(i), reader.named_at(i + 1)
    is_short = i < 2 or words.tag[i - 2] != "NNP"  # in "Al Hill and Ana Lane" each has a surname
    titles = read_list("title_words") | TITLES_WITHOUT_STOP
    is_titled = words.lower[i + 1] in titles or words.lower[i - 1] in titles
    if len(one) != 1 or len(other) != 1 or end != i + 3 or not is_short or is_titled:
        return
    near = set(words.lower[max(0, i - REACH) : end + REACH])
    is_pair = reader.has_gender(one[0], Gender.MALE) and reader.has_gender(other[0], Gender.FEMALE)
    is_pair |= reader.has_gender(one[0], Gender.FEMALE) and reader.has_gender(other[0], Gender.MALE)
    is_pair |= any(_may_be_either(reader, a, b) for a, b in ((one[0], other[0]), (other[0], one[0])))
    is_both = i > 1 and words.lower[i - 2] in {"both", "neither"}
    if is_pair and not is_both and not near & OTHER_KIN:
        yield from reader.claims(one, COUPLE, other[:1], i)
