"""What people are to each other by nouns: "his sister Anna", "Mara, Tom's mother", "the brothers"."""

from collections.abc import Container, Iterator

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import carried_owners, owners_before, owners_of
from films.extraction.relations.relation_words import Tie, bond_ties, noun_ties
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

BEING = frozenset({"be", "become", "remain", "stay"})
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
    ]
)
PAIR_TIES = {
    "couple": Tie(Kind.PARTNER, weight=0.5),
    "newlyweds": Tie(Kind.SPOUSE),
    "lovers": Tie(Kind.PARTNER),
}
MARRIED = frozenset({"married", "wedded", "newlywed"})
PAUSES = frozenset({",", "–", "—", "-", "(", ":"})
CLOSERS = frozenset({",", "(", ")", ".", ";", "–", "—", ":", "who", "whose"})
ARRANGING = frozenset({"arrange", "plan", "propose", "oppose", "forbid", "prevent", "announce", "cancel"})
RELATIONSHIPS = frozenset({"relationship", "liaison"})
LOVING = frozenset(
    {"romantic", "sexual", "love", "intimate", "passionate", "adulterous", "physical", "extramarital"}
)
BOND_PREPOSITIONS = frozenset({"with", "to", "against", "on", "between"})


def find_noun_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the document's nouns say, in text order."""
    words = reader.words
    for i in range(len(words)):
        if not words.tag[i].startswith("NN") and not (words.dep[i] == "amod" and reader.named_at(i + 1)[0]):
            continue
        tie = noun_ties().get(words.lower[i]) or noun_ties().get(words.lemma[i])
        if tie is not None and not _is_denied(reader, i):
            yield from _of_noun(reader, i, _in_context(reader, i, tie))
        elif bond := _bond(reader, i):
            yield from _of_bond(reader, i, bond)
        elif _is_plural(reader, i) and words.lemma[i] in read_list("human_nouns"):
            yield from _of_trade(reader, i)
        elif pair := PAIR_TIES.get(words.lower[i]):
            yield from _of_pair(reader, i, pair)


def _of_noun(reader: RelationReader, i: int, tie: Tie) -> Iterator[Claim]:
    owners = owners_of(reader, i) or carried_owners(reader, i)
    meant = tuple(person for person in _meant(reader, i) if person not in owners)
    if owners:
        yield from reader.claims(meant, tie, owners, i)
        yield from _common_ties(reader, i, tie, meant)
    elif _is_plural(reader, i):
        yield from reader.claims_among(meant, tie, i)
        yield from _husband_and_wife(reader, i)
    else:
        yield from _husband_and_wife(reader, i)


def _common_ties(reader: RelationReader, i: int, tie: Tie, meant: tuple[str, ...]) -> Iterator[Claim]:
    """ "Tom's sons Al and Bo" are brothers, and her friends each other's friends."""
    if len(meant) > 1 and (tie == noun_ties()["son"] or tie.kind is Kind.SIBLING):
        yield from reader.claims_among(meant, Tie(Kind.SIBLING), i)
    elif len(meant) > 1 and tie.kind in {Kind.FRIEND, Kind.COLLEAGUE}:
        yield from reader.claims_among(meant, tie, i)


def _of_trade(reader: RelationReader, i: int) -> Iterator[Claim]:
    """ "Prospectors Tom and Al" and "the detectives, Tom and Al" are in it together."""
    named = _named_next(reader, i)
    if len(named) in {2, 3} and reader.words.lemma[i] not in read_list("mere_people"):
        yield from reader.claims_among(named, Tie(Kind.COLLEAGUE), i)


def _of_pair(reader: RelationReader, i: int, tie: Tie) -> Iterator[Claim]:
    people = _meant(reader, i)
    if len(people) == 2:
        is_married = any(reader.words.lower[c] in MARRIED for c in reader.words.children[i])
        yield from reader.claims_among(people, Tie(Kind.SPOUSE) if is_married else tie, i)


def _bond(reader: RelationReader, i: int) -> Tie | None:
    """Return what "marriage", "feud" or "romantic relationship" says."""
    words = reader.words
    if words.lemma[i] in RELATIONSHIPS and any(words.lower[c] in LOVING for c in words.children[i]):
        return Tie(Kind.PARTNER)
    return bond_ties().get(words.lemma[i])


def _of_bond(reader: RelationReader, i: int, tie: Tie) -> Iterator[Claim]:
    """Read "Mara's wedding to Tom", "Mara and Tom's romance", "takes revenge on Tom"."""
    words = reader.words
    verb = words.clause(i)
    if words.tag[verb].startswith("V") and verb != i and not (_holds(reader, verb) or tie.kind is Kind.ENEMY):
        return
    owners = owners_before(reader, i, is_shared=True)
    others = _with_whom(reader, i)
    if words.lemma[verb] in ARRANGING:
        tie, owners = Tie(Kind.PARTNER), owners or _after(reader, i, ("for", "of"))
    if not owners and others and words.tag[verb].startswith("V"):
        owners = reader.people(words.subject(verb))
    if owners and others:
        yield from reader.claims(owners, tie, others, i)
    elif len(owners) == 2:
        yield from reader.claims_among(owners, tie, i)


def _with_whom(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who stands after "with", "to", "against" or "between" of a bond or of its verb."""
    return _after(reader, i, BOND_PREPOSITIONS)


def _after(reader: RelationReader, i: int, prepositions: Container[str]) -> tuple[str, ...]:
    words = reader.words
    near = (i, words.head[i]) if words.dep[i] == "dobj" else (i,)
    for child in (child for at in near for child in words.children[at]):
        is_after = words.dep[child] in {"prep", "dative"} and words.lower[child] in prepositions
        if is_after and (people := reader.people(words.child(child, "pobj"))):
            return people
    return ()


def _husband_and_wife(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Read "husband and wife Mara and Tom", and "Mara and Tom are husband and wife"."""
    words = reader.words
    if words.lower[i : i + 3] not in (["husband", "and", "wife"], ["man", "and", "wife"]):
        return
    following = reader.people(i + 3) if i + 3 < len(words) else ()
    people = following if len(following) == 2 else _meant(reader, i)
    if len(people) == 2:
        yield from reader.claims_among(people, Tie(Kind.SPOUSE), i)


def _in_context(reader: RelationReader, i: int, tie: Tie) -> Tie:
    """A partner in business or crime, a policeman's or a thief's, is a colleague."""
    words = reader.words
    if words.lemma[i] != "partner":
        return tie
    near = {words.lower[j] for j in range(max(0, i - 2), min(len(words), i + 3))}
    sentence = reader.parsed.sentences[reader.parsed.sentence_of(i)]
    is_at_work = any(words.lower[j] in read_list("work_words") for j in range(*sentence))
    return Tie(Kind.COLLEAGUE) if near & WORK_PARTNERS or is_at_work else tie


def _is_plural(reader: RelationReader, i: int) -> bool:
    return reader.words.tag[i] in {"NNS", "NNPS"}


def _meant(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return whom the noun means: by apposition, by name, by "is", or by itself."""
    words = reader.words
    named = _apposed(reader, i)
    if named:
        return named if _is_plural(reader, i) else named[:1]
    copula = words.head[i]
    if words.lemma[copula] in BEING and words.dep[i] in {"attr", "oprd", "nsubj"}:
        other = words.subject(copula) if words.dep[i] != "nsubj" else words.child(copula, "attr")
        if other is not None and (people := reader.people(other)):
            return people
    people, joined = reader.cast.at(i), words.child(i, "conj")
    if joined is None or any(reader.is_named(key) for key in people) or not _is_same_person(reader, joined):
        return people
    return _apposed(reader, joined) or people


def _is_same_person(reader: RelationReader, i: int) -> bool:
    """Does "friend and cousin Tom" speak of one: no article or owner of the second noun's own?"""
    return reader.words.child(i, "det", "poss") is None


def _apposed(reader: RelationReader, i: int) -> tuple[str, ...]:
    words = reader.words
    if named := _named_next(reader, i):
        return named
    if words.dep[i] in {"compound", "nmod", "appos"} and words.tag[words.head[i]].startswith("NNP"):
        head = words.head[i]
        if words.dep[i] != "appos":
            return reader.people(head)
        is_list = words.child(i, "conj") is not None  # "Tom, his mother and Al"
        is_group = _is_plural(reader, i) and len(reader.cast.at(head)) < 2
        return () if is_list or is_group else reader.cast.at(head)
    return reader.people(words.child(i, "appos"))


def _named_next(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who is named right after the noun: "sister Anna", "a son, Tom, who"."""
    words = reader.words
    following = i + 1
    is_apart = following < len(words) and words.lower[following] in PAUSES
    named, end = reader.named_at(following + is_apart)
    if not named or (is_apart and (len(named) > 1) != _is_plural(reader, i)):
        return ()
    is_closed = end >= len(words) or words.lower[end] in CLOSERS or reader.is_space(end)
    return named if not is_apart or is_closed or words.child(i, "appos") is not None else ()


def _is_denied(reader: RelationReader, i: int) -> bool:
    """Is the tie only pretended, supposed, wished or denied?"""
    words = reader.words
    if _is_title(reader, i) or any(
        words.lower[c] in read_list("not_really") or words.lower[c] == "no" for c in words.children[i]
    ):
        return True
    head = words.head[i]
    if words.dep[i] == "compound" and not words.tag[head].startswith("NNP"):
        return True
    if words.dep[i] in {"attr", "oprd"} and words.tag[head].startswith("V"):
        return words.lemma[head] in read_list("seeming_verbs") or not _holds(reader, head)
    if words.dep[i] == "pobj" and words.lower[head] in {"as", "like"}:
        verb = words.head[head]
        return words.lower[head] == "like" or words.lemma[verb] in read_list("seeming_verbs")
    return False


def _is_title(reader: RelationReader, i: int) -> bool:
    """ "Father Tim" and "Sister Ana" are a priest and a nun."""
    words = reader.words
    is_followed = i + 1 < len(words) and words.tag[i + 1].startswith("NNP")
    is_titled = words.text[i] in {"Father", "Mother", "Sister", "Brother"} and is_followed
    return is_titled and not words.starts_sentence[i]


def _holds(reader: RelationReader, verb: int) -> bool:
    """Is "is" or "becomes" said without "not", "wants to", "if", "believes" and the like?

    Milder than what an event needs: what people learn, reveal or say of kin holds.
    """
    words, modality = reader.words, reader.modality
    while words.dep[verb] == "conj" and words.tag[words.head[verb]].startswith("V"):
        if modality.is_denied(verb) or modality.has_to(verb):
            return False
        verb = words.head[verb]
    governor = words.head[verb]
    mark = words.child(verb, "mark")
    if modality.is_denied(verb) or (mark is not None and words.lower[mark] in {"if", "whether", "unless"}):
        return False
    if words.dep[verb] in {"ccomp", "xcomp"} and words.lemma[governor] in read_list("seeming_verbs"):
        return False
    return not modality.has_to(verb) or modality.is_told(verb)
