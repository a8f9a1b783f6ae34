"""What people are to each other by nouns: "his sister Anna", "Mara, Tom's mother", "the brothers"."""

from collections.abc import Iterator
from dataclasses import replace

from films.extraction.people import noun_gender
from films.extraction.relations.band_relations import find_underling_claims
from films.extraction.relations.bond_relations import (
    LOVING,
    bond_at,
    find_bond_claims,
    find_hand_claims,
    find_triangle_claims,
)
from films.extraction.relations.kin_of_kin import find_kin_of_kin_claims
from films.extraction.relations.lists_of_names import counted_list
from films.extraction.relations.love_relations import find_love_claims
from films.extraction.relations.meant_by_nouns import is_spelled_out, meant_by, named_next
from films.extraction.relations.noun_truth import holds, is_denied_tie, is_promised
from films.extraction.relations.paired_nouns import find_paired_claims
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import (
    LATER,
    bare_owners,
    carried_owners,
    fellow_owners,
    having,
    met_owners,
    owners_of,
)
from films.extraction.relations.relation_words import FELLOW, Tie, noun_ties
from films.extraction.relations.shared_children import find_shared_child_claims
from films.extraction.relations.shared_trades import SETS, find_trade_claims, is_of_trade
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

WORK_PARTNERS = frozenset(
    [
        "business",
        "law",
        "crime",
        "police",
        "dance",
        "dancing",
        "sparring",
        "writing",
        "vaudeville",
        "trading",
        "patrol",
        "screen",
        "stage",
        "singing",
        "skating",
        "tennis",
        "lab",
        "training",
        "hunting",
        "boxing",
    ]
)
PAIR_TIES = {
    "couple": Tie(Kind.PARTNER, weight=0.5),
    "newlyweds": Tie(Kind.SPOUSE),
    "lovers": Tie(Kind.PARTNER, weight=0.5),
}
AGENTS = frozenset({"agent", "manager"})
NOTHING = Tie(Kind.COLLEAGUE, weight=0.0)
LARGEST_FAMILY = 3  # of more children one noun would not speak
MET = frozenset({Kind.FRIEND, Kind.COLLEAGUE, Kind.PARTNER})
OFFSPRING = frozenset({"girl", "boy"})  # "they have two girls"
PAIR = 2
ONE_EACH = frozenset({"mother", "father", "mom", "dad", "fiancé", "fiancée", "fiance", "fiancee"})
MARRIED = frozenset({"married", "wedded", "newlywed"})


def find_noun_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the document's nouns say, in text order."""
    words = reader.words
    for i in range(len(words)):
        if not _is_noun(reader, i):
            continue
        tie = reader.tie_at(i)
        yield from find_shared_child_claims(reader, i)
        yield from find_love_claims(reader, i)
        yield from find_kin_of_kin_claims(reader, i)
        if paired := list(find_paired_claims(reader, i)):
            yield from paired
        elif _is_fellow(reader, i):
            yield from _of_noun(reader, i, FELLOW, fellow_owners(reader, i))
        elif tie is not None and not is_denied_tie(reader, i):
            yield from _of_noun(reader, i, _in_context(reader, i, tie))
        elif tie is not None and is_promised(reader, i, tie):
            yield from _of_noun(reader, i, Tie(Kind.PARTNER))
        else:
            yield from _of_other_noun(reader, i)


def _of_other_noun(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Read a noun that does not say by itself what somebody is to its owner."""
    words = reader.words
    if bond := bond_at(reader, i):
        yield from find_bond_claims(reader, i, bond)
    elif _is_of_men(reader, i):
        yield from find_underling_claims(reader, i)
    elif is_of_trade(reader, i):
        yield from find_trade_claims(reader, i)
    elif pair := PAIR_TIES.get(words.lower[i]):
        yield from _of_pair(reader, i, pair)
    elif words.lower[i] == "triangle":
        yield from find_triangle_claims(reader, i)
    elif words.lower[i] == "hand":
        yield from find_hand_claims(reader, i)
    elif words.lemma[i] in OFFSPRING and having(reader, i) is not None:
        yield from _of_noun(reader, i, noun_ties()["child"])


def _is_noun(reader: RelationReader, i: int) -> bool:
    """Nouns, and "rival", "superior" or "twin" that are tagged as adjectives but stand for people."""
    words = reader.words
    if words.tag[i].startswith("NN") or i in reader.terms:
        return True
    if words.tag[i] != "JJ":
        return False
    is_last = i + 1 >= len(words) or words.tag[i + 1][:2] not in {"NN", "JJ", "HY"}
    return bool(reader.named_at(i + 1)[0]) or (is_last and reader.owner_index(i) is not None)


def _of_noun(reader: RelationReader, i: int, tie: Tie, likely: tuple[str, ...] = ()) -> Iterator[Claim]:
    """Read a noun for a tie; `likely` are its owners where no words beside it say whose it is."""
    owners = owners_of(reader, i) or carried_owners(reader, i) or bare_owners(reader, i) or likely
    if not owners and tie.kind in MET and reader.words.lemma[i] != "partner":
        owners = met_owners(reader, i)
    if not is_spelled_out(reader, i):
        tie = replace(tie, weight=0.5)
    # A "fiance" may be a woman.
    gender = noun_gender(reader.words.lemma[i]) if tie.kind is not Kind.PARTNER else None
    meant = tuple(
        person
        for person in meant_by(reader, i)
        if person not in owners and (gender is None or reader.accepts_gender(person, gender))
    )
    if len(meant) < len(named := named_next(reader, i)) and reader.is_plural(i):
        owners, meant = tuple(key for key in owners if key not in named), named
    if owners and _is_each_his_own(reader, i, tie, owners):
        pairs = zip(owners, meant, strict=False) if len(owners) == len(meant) and named else ()
        for owner, one in pairs:  # "Tom and Al and their respective sons Bo and Ed"
            yield from reader.claims((one,), tie, (owner,), i)
    elif owners:
        is_later = any(reader.words.lower[c] in LATER for c in reader.words.children[i])
        for claim in reader.claims(meant, tie, owners, i):
            yield replace(claim, is_later=is_later)
        yield from _common_ties(reader, i, tie, meant)
        yield from _of_one_mother(reader, i, tie, owners)
    elif reader.is_plural(i):
        pair = _apposed_to(reader, i)
        if tie.kind is Kind.EMPLOYER and tie.is_inverse and (named or counted_list(reader, i)):
            tie = FELLOW  # "three operatives, Tom, Al and Bo"
        yield from reader.claims_among(pair or meant, replace(tie, weight=1.0) if pair else tie, i)


def _is_each_his_own(reader: RelationReader, i: int, tie: Tie, owners: tuple[str, ...]) -> bool:
    """Has each of the owners one of "their mothers", "their wives" or "their respective sons"?"""
    words = reader.words
    if len(owners) < 2 or not reader.is_plural(i):
        return False
    is_only_one = tie.kind is Kind.SPOUSE or words.lemma[i] in ONE_EACH
    return is_only_one or any(words.lower[c] == "respective" for c in words.children[i])


def _is_fellow(reader: RelationReader, i: int) -> bool:
    """ "fellow inmate Tom"; a fellow passenger is nobody's companion."""
    words = reader.words
    is_fellow = any(words.lower[c] == "fellow" and c < i for c in words.children[i])
    return is_fellow and words.lemma[i] not in read_list("fellows_by_chance")


def _common_ties(reader: RelationReader, i: int, tie: Tie, meant: tuple[str, ...]) -> Iterator[Claim]:
    """ "Tom's sons Al and Bo" are brothers, and his colleagues each other's; his friends may be strangers."""
    if len(meant) > 1 and (tie == noun_ties()["son"] or tie.kind is Kind.SIBLING):
        yield from reader.claims_among(meant, Tie(Kind.SIBLING), i)
    elif len(meant) > 1 and tie.kind is Kind.COLLEAGUE:
        yield from reader.claims_among(meant, tie, i)


def _of_one_mother(reader: RelationReader, i: int, tie: Tie, owners: tuple[str, ...]) -> Iterator[Claim]:
    """In "Mara and Tom visit their mother" the two are siblings; a couple has two mothers."""
    words = reader.words
    owner = reader.owner_index(i)
    is_parent = tie.kind is Kind.PARENT and not tie.is_inverse and not reader.is_plural(i)
    is_near = len(owners) <= LARGEST_FAMILY and all(reader.acts_in_sentence(key, i) for key in owners)
    is_near = is_near and set(owners) == set(reader.people(words.subject(words.clause(i))))
    if is_parent and is_near and owner is not None and words.lower[owner] == "their":
        yield from reader.claims_among(owners, Tie(Kind.SIBLING, weight=0.7), i)


def _is_of_men(reader: RelationReader, i: int) -> bool:
    """ "Tom's men", "her goons"."""
    words = reader.words
    is_several = words.tag[i] == "NNS" and words.lemma[i] in read_list("underlings")
    return is_several and reader.owner_index(i) is not None


def _of_pair(reader: RelationReader, i: int, tie: Tie) -> Iterator[Claim]:
    following = i + 1 + (reader.words.lower[i + 1 : i + 2] == [","])
    if reader.words.lower[i + 1 : i + 2] == ["of"] and tie.kind is Kind.PARTNER:
        return  # "a couple of workers"
    people = _apposed_to(reader, i) or reader.named_at(following)[0]
    if len(people) != PAIR and reader.words.dep[i] == "appos":  # "Mara and Tom, a young couple,"
        people = reader.cast.at(i)
    if people:
        tie = replace(tie, weight=0.7)
    people = people or meant_by(reader, i)
    if reader.words.dep[i] in {"attr", "oprd"} and holds(reader, reader.words.head[i]):  # "are a couple"
        tie = replace(tie, weight=1.0)
    if len(people) == 2:
        is_married = any(reader.words.lower[c] in MARRIED for c in reader.words.children[i])
        yield from reader.claims_among(people, Tie(Kind.SPOUSE) if is_married else tie, i)


def _apposed_to(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the two of "Mara and Tom, a pair of lovers," and of "Mara and Tom are a pair of lovers"."""
    words = reader.words
    noun = words.head[words.head[i]] if words.lower[words.head[i]] == "of" else i
    if words.lemma[noun] not in SETS:
        return ()
    if words.dep[noun] == "attr" and holds(reader, words.head[noun]):
        return reader.people(words.subject(words.head[noun]))
    return reader.people(words.head[noun]) if words.dep[noun] == "appos" else ()


def _in_context(reader: RelationReader, i: int, tie: Tie) -> Tie:
    """A partner in business or crime, a policeman's or a thief's, is a colleague; so are mere "partners"."""
    words = reader.words
    if words.lemma[i] in AGENTS and not _is_owned(reader, i):
        return FELLOW if reader.is_plural(i) and len(named_next(reader, i)) > 1 else NOTHING  # a secret agent
    if words.lemma[i] == "master" and words.child(i, "compound") is not None:
        return noun_ties()["servant"]  # a sailing master is no master
    if words.lemma[i] != "partner":
        return tie
    near = {words.lower[j] for j in range(max(0, i - 2), min(len(words), i + 3))}
    if near & LOVING:
        return tie
    if _is_beside_kin(reader, i):
        return Tie(Kind.COLLEAGUE)
    people = (*owners_of(reader, i), *meant_by(reader, i))
    is_work = bool(near & WORK_PARTNERS) or reader.is_plural(i) or _is_at_work(reader, i, people)
    is_work |= len(people) == PAIR and not reader.are_of_two_genders(people) and not _lives_with(reader, i)
    return Tie(Kind.COLLEAGUE) if is_work else tie


def _lives_with(reader: RelationReader, i: int) -> bool:
    """ "Lives with his partner Tom"."""
    return reader.words.lemma[reader.words.clause(i)] in {"live", "adopt", "sleep", "love"}


def _is_beside_kin(reader: RelationReader, i: int) -> bool:
    """ "His brother and partner" is one at work."""
    joined = reader.words.child(i, "conj")
    near = (reader.words.head[i], joined) if reader.words.dep[i] == "conj" else (joined,)
    ties = [reader.tie_at(at) for at in near if at is not None]
    return any(tie is not None and tie.kind in {Kind.SIBLING, Kind.PARENT, Kind.RELATIVE} for tie in ties)


def _is_owned(reader: RelationReader, i: int) -> bool:
    """ "Mara's agent" and "the manager of Mara", not "a secret agent" or "Agent Hill"."""
    words = reader.words
    if any(words.lower[child] == "of" for child in words.children[i]):
        return True
    owner = reader.owner_index(i)
    is_owned = words.child(i, "poss") is not None or (owner is not None and "," not in words.lower[owner:i])
    return is_owned and words.text[i].islower()


def _is_at_work(reader: RelationReader, i: int, people: tuple[str, ...]) -> bool:
    """Speaks the sentence, or another that names one of the people, of their trade?"""
    sentences = {reader.parsed.sentence_of(i)}.union(*(reader.sentences_naming(key) for key in people))
    trades = read_list("work_words")
    return any(
        reader.words.lower[j] in trades or reader.words.lemma[j] in trades
        for sentence in sentences
        for j in range(*reader.parsed.sentences[sentence])
    )
