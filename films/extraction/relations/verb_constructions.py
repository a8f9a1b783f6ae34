"""What verbs say in constructions of their own: "leaves Ana for Mara", "orders that Tom be arrested"."""

from collections.abc import Iterator

from films.extraction.relations.lists_of_names import named_behind
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_words import LOVERS, Tie, verb_ties
from films.extraction.relations.verb_parts import WEDDING, agent_of, is_passive
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

LOVE = Tie(Kind.PARTNER, weight=0.7)
HARM = Tie(Kind.ENEMY)
FOSTER = Tie(Kind.PARENT, weight=0.7)
LEAVING = frozenset({"leave", "abandon", "desert", "forsake", "dump", "ditch", "divorce", "jilt"})
ORDERING = frozenset({"order", "demand", "command", "insist", "arrange"})
REARING = frozenset({"raise", "rear", "foster"})
ORPHANED = frozenset({"orphan", "orphaned", "foundling", "baby", "infant", "abandoned"})
PAIR = 2


def find_construction_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the constructions say, in text order."""
    words = reader.words
    for verb in range(len(words)):
        if not words.tag[verb].startswith("V"):
            continue
        yield from _of_ordered_harm(reader, verb)
        if reader.modality.is_told(verb):
            yield from _of_leaving_for(reader, verb)
            yield from _of_going_out(reader, verb)
            yield from _of_revenge(reader, verb)
            yield from _of_fostering(reader, verb)
        if words.lemma[verb] in WEDDING and not reader.modality.is_denied(verb):
            yield from _of_officiant(reader, verb)


def _of_leaving_for(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom leaves his sweetheart for Mara"."""
    words = reader.words
    left = words.child(verb, "dobj")
    if words.lemma[verb] not in LEAVING or left is None or is_passive(reader, verb):
        return
    tie, people = reader.tie_at(left), reader.people(left)
    is_lover = tie is not None and tie.kind in LOVERS
    next_ = _after(reader, verb, "for") or _after(reader, left, "for")
    if (is_lover or people) and not set(next_) & set(people):
        yield from reader.claims(reader.people(words.subject(verb)), LOVE, next_, verb)


def _of_going_out(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Mara starts going out with Tom"."""
    words = reader.words
    if words.lemma[verb] == "go" and words.lower[verb + 1 : verb + 3] == ["out", "with"]:
        companion = words.child(verb + 2, "pobj")
        owner = words.child(companion, "poss") if companion is not None else None
        is_own = owner is not None and words.tag[owner] == "PRP$"  # "goes out with his partner"
        if companion is not None and not is_own:
            people = reader.people(companion)[:1]
            yield from reader.claims(reader.people(words.subject(verb)), LOVE, people, verb)


def _of_revenge(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Mara revenges herself on Tom", "avenges himself upon Tom"."""
    words = reader.words
    target = words.child(verb, "dobj")
    is_own = target is not None and words.lower[target].endswith("self")
    if words.lemma[verb] in {"revenge", "avenge"} and is_own:
        hurt = _after(reader, verb, "on") or _after(reader, verb, "upon") or _after(reader, verb, "against")
        yield from reader.claims(reader.people(words.subject(verb)), HARM, hurt, verb)


def _of_officiant(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "The judge marries Mara and Tom": who marries two people marries them to each other."""
    words = reader.words
    target = words.child(verb, "dobj")
    couple = reader.people(target) if target is not None else ()
    is_pair = len(couple) == PAIR and all(reader.is_named(key) for key in couple)
    if is_pair and words.child(target or verb, "conj") is not None and not is_passive(reader, verb):
        told = reader.modality.is_told(verb) or words.dep[verb] in {"ccomp", "xcomp", "relcl", "advcl"}
        if told and not reader.are_of_one_gender(couple) and not set(couple) & set(_subject(reader, verb)):
            yield from reader.claims_among(couple, Tie(Kind.SPOUSE), verb)


def _of_ordered_harm(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom orders that Al be arrested", "demands that Al be killed"."""
    words = reader.words
    governor = words.head[verb]
    tie = verb_ties().get(words.lemma[verb])
    is_harm = tie is not None and tie.kind is Kind.ENEMY and tie.weight >= 1
    if not is_harm or words.dep[verb] not in {"ccomp", "xcomp"} or words.lemma[governor] not in ORDERING:
        return
    is_order = words.child(verb, "auxpass") is not None and reader.modality.is_told(governor)
    if is_order and agent_of(reader, verb) is None:
        hurt, doers = _subject(reader, verb), reader.people(words.subject(governor))
        yield from reader.claims(doers, HARM, tuple(key for key in hurt if key not in doers), verb)


def _of_fostering(reader: RelationReader, verb: int) -> Iterator[Claim]:
    """ "Tom takes in the orphan Al", "Al is raised by Tom"; who is told to be his aunt is no parent."""
    words = reader.words
    is_taking = words.lemma[verb] == "take" and any(words.lower[c] == "in" for c in words.children[verb])
    is_rearing = words.lemma[verb] in REARING or (
        words.lemma[verb] == "bring" and words.lower[verb + 1 : verb + 3] == ["up", "by"]
    )
    if not is_taking and not is_rearing:
        return
    if is_passive(reader, verb):
        by = agent_of(reader, verb)
        parent, child = words.child(by, "pobj") if by is not None else None, words.subject(verb)
    else:
        parent, child = words.subject(verb), words.child(verb, "dobj")
    if parent is None or child is None:
        return
    if any(reader.tie_at(at) is not None for at in (parent, *words.children[parent])):
        return
    if _is_kin(reader, child) or (is_taking and not _is_orphan(reader, child)):
        return
    yield from reader.claims(reader.people(parent), FOSTER, reader.people(child), verb)


def _is_kin(reader: RelationReader, noun: int) -> bool:
    """ "Raises his granddaughter", "raises his niece Ana"."""
    near = (noun, *(c for c in reader.words.children[noun] if reader.words.dep[c] in {"compound", "nmod"}))
    ties = (reader.tie_at(at) for at in near)
    return any(tie is not None and tie.kind in {Kind.RELATIVE, Kind.SIBLING} for tie in ties)


def _is_orphan(reader: RelationReader, noun: int) -> bool:
    words = reader.words
    near = (noun, *words.children[noun], *words.children[words.head[noun]])
    young = read_list("young_nouns") | ORPHANED
    return any(words.lower[at] in young or words.lemma[at] in young for at in near)


def _subject(reader: RelationReader, verb: int) -> tuple[str, ...]:
    return reader.people(reader.words.child(verb, "nsubj", "nsubjpass"))


def _after(reader: RelationReader, i: int, preposition: str) -> tuple[str, ...]:
    words = reader.words
    for child in words.children[i]:
        noun = words.child(child, "pobj") if words.lower[child] == preposition else None
        if noun is not None:
            return named_behind(reader, noun) or reader.people(noun)
    return ()
