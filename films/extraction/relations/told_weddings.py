"""Weddings told without the other name: "Tom proposes, Mara accepts", "on their honeymoon", "has married".

Whom somebody marries is then known from other sentences, or stands beside the proposal.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import Tie
from films.extraction.relations.verb_parts import doers_of
from films.vocabulary import RelationshipKind as Kind

ACCEPTING = frozenset({"accept", "agree", "consent"})
PROPOSALS = frozenset({"proposal", "offer", "hand", "ring"})
WEDDING = frozenset({"marry", "wed"})
AFTER_WEDDING = frozenset({"honeymoon"})
OF_WEDDING = frozenset({"anniversary", "night"})  # "their wedding night"
TELLING = WEDDING | AFTER_WEDDING | OF_WEDDING
KNOWN = 0.7  # of what is told of two lovers
PAIR = 2
MARRIED = Tie(Kind.SPOUSE)


def find_proposal_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield who accepts whose proposal, in its sentence or the next: "Tom proposes, and Mara accepts"."""
    words = reader.words
    for verb in range(len(words)):
        is_proposal = words.lemma[verb] == "propose" and words.tag[verb].startswith("V")
        if not is_proposal or not reader.modality.is_told(verb) or _is_of_something_else(reader, verb):
            continue
        suitor = reader.people(words.subject(verb))
        accepting = _accepting(reader, verb, suitor)
        yield from reader.claims(suitor, Tie(Kind.PARTNER, weight=KNOWN), accepting, verb)


def _is_of_something_else(reader: RelationReader, verb: int) -> bool:
    """ "Proposes a plan", "proposes to leave"."""
    words = reader.words
    what = words.child(verb, "dobj", "ccomp", "xcomp")
    is_other = what is not None and words.lemma[what] != "marriage"
    return is_other or any(
        words.dep[c] == "advcl" and reader.modality.has_to(c) for c in words.children[verb]
    )


def _accepting(reader: RelationReader, verb: int, suitor: tuple[str, ...]) -> tuple[str, ...]:
    words = reader.words
    sentence = reader.parsed.sentence_of(verb)
    last = min(sentence + 1, len(reader.parsed.sentences) - 1)
    for at in range(verb + 1, reader.parsed.sentences[last][1]):
        if words.lemma[at] not in ACCEPTING or not reader.modality.is_told(at):
            continue
        what = words.child(at, "dobj", "xcomp", "ccomp")
        people = reader.people(words.subject(at))
        is_hers = what is None or words.lemma[what] in PROPOSALS
        return people if is_hers and len(people) == 1 and not set(people) & set(suitor) else ()
    return ()


def find_wedding_claims(reader: RelationReader, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield that lovers of whom a wedding is told have married each other."""
    words = reader.words
    lovers = _lovers(claims)
    for i, lemma in enumerate(words.lemma):
        if lemma not in TELLING:
            continue
        people = _honeymooners(reader, i) or _marrying(reader, i)
        if len(people) == PAIR:
            yield from reader.claims_among(people, MARRIED, i)
        elif len(people) == 1 and len(known := lovers[people[0]]) == 1:
            yield from reader.claims(people, Tie(Kind.SPOUSE, weight=KNOWN), tuple(known), i)


def _lovers(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """Return with whom each is told to be in love."""
    told: dict[tuple[str, str], float] = defaultdict(float)
    for claim in claims:
        if claim.kind is Kind.PARTNER:
            told[claim.pair[0], claim.pair[2]] += claim.weight
    lovers: dict[str, set[str]] = defaultdict(set)
    for (one, other), weight in told.items():
        if weight >= KNOWN:
            lovers[one].add(other)
            lovers[other].add(one)
    return lovers


def _honeymooners(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return who is "on their honeymoon" or has a "wedding anniversary"."""
    words = reader.words
    is_anniversary = words.lemma[i] in OF_WEDDING and words.lower[i - 1] == "wedding"
    if words.lemma[i] not in AFTER_WEDDING and not is_anniversary:
        return ()
    owner = reader.owner_index(i)
    if owner is None:
        return ()
    if words.lower[owner] != "their":
        return owners_before(reader, i, is_shared=True)
    people = reader.cast.at(owner)
    if len(people) == PAIR and all(reader.is_named(key) for key in people):
        return people
    subject = words.subject(words.clause(i))  # "On their honeymoon, as Mara and Tom row"
    end = reader.parsed.sentences[reader.parsed.sentence_of(i)][1]
    following = (reader.people(at) for at in range(i + 1, end) if words.dep[at] == "nsubj")
    pairs = (reader.people(subject), *following)
    return next((pair for pair in pairs if len(pair) == PAIR and all(map(reader.is_named, pair))), ())


def _marrying(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return who "has married" or "gets married": to whom is told elsewhere."""
    words = reader.words
    if words.lemma[verb] not in WEDDING or not words.tag[verb].startswith("V"):
        return ()
    helping = [words.lower[c] for c in words.children[verb] if words.dep[c] in {"aux", "auxpass"}]
    has_other = words.child(verb, "dobj", "prep", "agent", "dative", "ccomp", "xcomp") is not None
    is_named = verb + 1 < len(words) and reader.named_at(verb + 1)[0]
    is_deed = words.tag[verb] != "VBN" or bool(
        {"has", "had", "have", "gets", "got", "get"}.intersection(helping)
    )
    if has_other or is_named or not is_deed or not reader.modality.is_told(verb):
        return ()
    people = doers_of(reader, verb)
    return people if len(people) == 1 else ()
