"""Who belongs together: "his gang includes Tom", "the crew consists of Tom and Al", "joins Tom's gang"."""

from collections.abc import Iterator

from films.extraction.relations.lists_of_names import listed_at
from films.extraction.relations.meant_by_nouns import meant_by, named_next
from films.extraction.relations.noun_truth import holds
from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_owners import owners_before
from films.extraction.relations.relation_words import FELLOW, Tie
from films.extraction.resources import read_list
from films.vocabulary import RelationshipKind as Kind

INCLUDING = frozenset({"include", "comprise"})
CONSISTING = frozenset({"consist", "compose", "make", "comprise", "form"})
LEADING = frozenset({"lead", "head", "command", "run", "assemble", "form"})
ENTERING = frozenset({"join", "infiltrate", "rejoin"})
LEADERS = frozenset({"leader", "head", "boss", "chief", "captain", "founder", "ringleader"})
PAUSES = frozenset({",", ":", "–", "—", "-", "("})
BELONGING = frozenset({"member", "part"})
FOUNDING = frozenset({"start", "form", "found", "create", "join", "set", "assemble", "organize", "organise"})
LONGEST_NAME = 8  # tokens of "First Officer Al \"Ace\" Hill"
LARGEST_BAND = 8
LONGEST_BAND = 6  # tokens of "gang of young thieves"
TEAM = Tie(Kind.COLLEAGUE, weight=0.7)
BEFORE_MEMBERS = frozenset({",", ";", "and", "as", "&", ":", "of"})
DESCRIBING = frozenset({"JJ", "JJR", "JJS", "NN", "CD", "VBN", "VBG", "HYPH", "DT", "PRP$", "RB", "``", "''"})
LONGEST_DESCRIPTION = 6  # tokens


def find_band_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the lists of a band's members say: they are colleagues, and its owner employs them."""
    words = reader.words
    bands = read_list("bands")
    for i in range(len(words)):
        if words.lower[i] == "and":
            yield from _of_ranks(reader, i)
        if words.lemma[i] in bands:
            yield from _of_newcomers(reader, i)
            yield from _of_own_band(reader, i)
            yield from _of_those(reader, i)
            yield from _of_team(reader, i)
            yield from _of_founders(reader, i)
        if (band := _band(reader, i)) is not None:
            yield from _of_list(reader, i, band)


def _of_ranks(reader: RelationReader, joint: int) -> Iterator[Claim]:
    """ "Captain Tom and First Officer Al" serve together."""
    words, ranks = reader.words, read_list("ranks")
    near = reader.names_between(max(0, joint - LONGEST_NAME), joint)
    last = joint - reader.is_space(joint - 1)  # where an actor's name stood in parentheses
    start, one = next(((at, key) for at, key, end in near if end == last), (0, ""))
    after = reader.names_between(joint + 1, min(len(words), joint + LONGEST_NAME))
    second, other = next(((at, key) for at, key, _ in after), (0, ""))
    is_next = second > joint and all(words.text[at][0].isupper() for at in range(joint + 1, second))
    if one and other and is_next:
        named = (words.lower[max(0, start - 1) : joint], words.lower[joint + 1 : second + 1])
        if all(ranks.intersection(part) for part in named):
            yield from reader.claims((one,), TEAM, (other,), joint)


def find_underling_claims(reader: RelationReader, i: int) -> Iterator[Claim]:
    """Read "Al, one of Tom's men," and "Tom's men Al and Bo": he commands them."""
    words = reader.words
    owners = owners_before(reader, i, is_shared=True)
    one = words.head[words.head[i]] if words.lower[words.head[i]] == "of" else i
    named = named_next(reader, i) if owners else ()
    if owners and not named and words.lemma[one] == "one":
        if words.dep[one] == "appos":
            named = reader.people(words.head[one])
        elif words.dep[one] == "attr" and holds(reader, words.head[one]):
            named = reader.people(words.subject(words.head[one]))
    named = tuple(key for key in named if key not in owners)
    yield from reader.claims(owners, Tie(Kind.EMPLOYER), named, i)
    yield from reader.claims_among(named, FELLOW, i)


def _of_list(reader: RelationReader, verb: int, band: int) -> Iterator[Claim]:
    owners, leaders = owners_before(reader, band, is_shared=False), _leaders(reader, band)
    members = tuple(key for key in _members(reader, verb) if key not in owners)
    everyone = tuple(dict.fromkeys((*leaders, *members)))
    if len(members) > 1 or owners or leaders:
        yield from reader.claims(owners, Tie(Kind.EMPLOYER), members, verb)
        yield from reader.claims_among(everyone[:LARGEST_BAND], FELLOW, verb)


def _of_newcomers(reader: RelationReader, band: int) -> Iterator[Claim]:
    """ "Mara joins Tom's gang", "Mara is a member of Tom's crew"."""
    words = reader.words
    owners = owners_before(reader, band, is_shared=True) or _leaders(reader, band) or _of_whom(reader, band)
    head = words.head[band]
    if words.dep[band] == "pobj" and words.lower[head] in {"of", "with", "in"}:
        head = words.head[head]
    if words.lemma[head] in BELONGING:  # "a member of", "becomes part of"
        if words.dep[head] == "appos":
            people = reader.people(words.head[head])
            yield from reader.claims(tuple(key for key in people if key not in owners), FELLOW, owners, band)
            return
        head = words.head[head]
        is_told = words.lemma[head] in {"be", "become"} and reader.modality.is_told(head)
    else:
        is_told = words.lemma[head] in ENTERING and reader.modality.is_told(head)
    if is_told:
        people = reader.people(words.subject(head))
        yield from reader.claims(tuple(key for key in people if key not in owners), FELLOW, owners, band)


def _of_whom(reader: RelationReader, band: int) -> tuple[str, ...]:
    """Return whose "the crew of Captain Tom" is."""
    words = reader.words
    of = next((c for c in words.children[band] if words.lower[c] == "of"), None)
    return reader.people(words.child(of, "pobj")) if of is not None else ()


def _of_own_band(reader: RelationReader, band: int) -> Iterator[Claim]:
    """ "Tom and his crew, Al and Bo, leave": they work together."""
    words = reader.words
    owners = owners_before(reader, band, is_shared=True) or _leaders(reader, band)
    end = min(len(words), band + (LONGEST_BAND if words.lower[band + 1 : band + 2] == ["of"] else 2))
    pause = next((at for at in range(band + 1, end) if words.lower[at] in PAUSES), band)
    start = pause + 1  # "leads a gang of thieves: Al and Bo"
    members = listed_at(reader, start)[0] if owners and start < len(words) else ()
    if len(members) > 1:
        yield from reader.claims_among(tuple(dict.fromkeys((*owners, *members))), FELLOW, band)


def _of_those(reader: RelationReader, band: int) -> Iterator[Claim]:
    """ "The team of Tom, Al and Bo": they work together."""
    words = reader.words
    members = listed_at(reader, band + 2)[0] if words.lower[band + 1 : band + 2] == ["of"] else ()
    yield from reader.claims_among(tuple(dict.fromkeys(members)), FELLOW, band)


def _of_founders(reader: RelationReader, band: int) -> Iterator[Claim]:
    """ "Tom starts a gang with Al"."""
    words = reader.words
    verb = words.head[band]
    if words.dep[band] != "dobj" or words.lemma[verb] not in FOUNDING or not reader.modality.is_told(verb):
        return
    beside = (c for at in (band, verb) for c in words.children[at] if words.lower[c] == "with")
    others = next((people for c in beside if (people := reader.people(words.child(c, "pobj")))), ())
    founders = tuple(dict.fromkeys((*reader.people(words.subject(verb)), *others)))
    yield from reader.claims_among(founders if others else (), FELLOW, band)


def _of_team(reader: RelationReader, band: int) -> Iterator[Claim]:
    """ "Mara and Tom are a dance team"."""
    words = reader.words
    copula = words.head[band]
    if words.dep[band] == "attr" and words.lemma[copula] == "be" and holds(reader, copula):
        yield from reader.claims_among(reader.people(words.subject(copula)), TEAM, band)


def _band(reader: RelationReader, verb: int) -> int | None:
    """Return the band whose members the verb lists: its subject, or the noun of ", including"."""
    words = reader.words
    if words.lemma[verb] in CONSISTING and _lists_after_of(reader, verb):
        subject = _listed(reader, verb) if words.dep[verb] == "acl" else words.subject(verb)
        is_band = subject is not None and (_is_band(reader, subject) or words.tag[subject].startswith("NNP"))
        return subject if is_band else None
    if words.lemma[verb] not in INCLUDING and words.lower[verb] != "including":
        return None
    subject = words.child(verb, "nsubj")
    near = [subject, words.head[verb], verb - 1, verb - 2]
    if subject is not None:
        near += [c for p in words.children[subject] for c in words.children[p] if words.lower[p] == "of"]
    if words.dep[verb] == "relcl":  # "leads a gang of misfits, which includes"
        near.append(words.head[words.head[words.head[verb]]])
    return next((i for i in near if i is not None and i >= 0 and _is_band(reader, i)), None)


def _listed(reader: RelationReader, verb: int) -> int:
    """Return the group of "a group of men consisting of"."""
    words = reader.words
    noun = words.head[verb]
    if not _is_band(reader, noun) and words.dep[noun] == "pobj" and words.lower[words.head[noun]] == "of":
        return words.head[words.head[noun]]
    return noun


def _lists_after_of(reader: RelationReader, verb: int) -> bool:
    """ "consists of", "is composed of", "is made up of"."""
    near = reader.words.lower[verb + 1 : verb + 3]
    return near[:1] == ["of"] or near == ["up", "of"]


def _is_band(reader: RelationReader, i: int) -> bool:
    return reader.words.lemma[i] in read_list("bands")


def _leaders(reader: RelationReader, band: int) -> tuple[str, ...]:
    """Return who "leads a gang" or by whom the gang is led."""
    words = reader.words
    verb = words.head[band]
    if words.dep[band] == "dobj" and words.lemma[verb] in LEADING:
        return reader.people(words.subject(verb))
    leader = words.head[words.head[band]] if words.lower[words.head[band]] == "of" else None
    if leader is not None and words.lemma[leader] in LEADERS:
        return meant_by(reader, leader)
    led = next((c for c in words.children[band] if words.lemma[c] in LEADING and words.tag[c] == "VBN"), None)
    by = words.child(led, "agent") if led is not None else None
    return reader.people(words.child(by, "pobj")) if by is not None else ()


def _members(reader: RelationReader, verb: int) -> tuple[str, ...]:
    """Return who is named in the list behind the verb, one item after the other."""
    words = reader.words
    end = reader.parsed.sentences[reader.parsed.sentence_of(verb)][1]
    found: dict[str, None] = {}
    for start, key, last in reader.names_between(verb + 1, end):
        at = start - 1
        while at > max(verb, start - LONGEST_DESCRIPTION) and words.tag[at] in DESCRIBING:
            at -= 1
        is_owner = last < len(words) and words.tag[last] == "POS"
        if not is_owner and (at == verb or words.lower[at] in BEFORE_MEMBERS):
            found[key] = None
    return tuple(found)
