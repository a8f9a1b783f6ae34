"""Whose somebody is: the owner of "his sister", "Mara and Tom's son", "a friend of Tom", "has a son".

A possessive pronoun is bound within its sentence where the words beside it leave no choice.
"""

from films.extraction.relations.relation_claims import RelationReader
from films.extraction.relations.relation_words import noun_ties
from films.vocabulary import Gender
from films.vocabulary import RelationshipKind as Kind

OWNER_PREPOSITIONS = frozenset({"of", "to"})
OWNER_GENDER = {"his": Gender.MALE, "her": Gender.FEMALE}
REACH = 14  # words back to the noun whose owner is carried on


def owners_of(reader: RelationReader, i: int, depth: int = 0) -> tuple[str, ...]:
    """Return whose the noun is: "his", "Mara and Tom's", "of Mara"; "has a son"; "his wife and son"."""
    words = reader.words
    if before := owners_before(reader, i, is_shared=_may_be_shared(words.lemma[i])):
        return before
    for child in words.children[i]:
        if words.dep[child] == "prep" and words.lower[child] in OWNER_PREPOSITIONS:
            return reader.people(words.child(child, "pobj"))
    if owners := _by_verb(reader, i):
        return owners
    if depth < 3 and words.dep[i] in {"conj", "compound"} and words.child(i, "det") is None:
        head = words.head[i]
        return owners_of(reader, head, depth + 1) if words.tag[head].startswith("NN") else ()
    return ()


def owners_before(reader: RelationReader, i: int, *, is_shared: bool) -> tuple[str, ...]:
    """Return whose the words in front of the noun say it is; the last owner's where it is not shared."""
    words = reader.words
    possessor = words.child(i, "poss")
    if possessor is not None:
        return _possessors(reader, possessor, is_shared=is_shared)
    at = reader.owner_index(i)
    if at is None:
        return ()
    if words.tag[at] != "POS":
        return _possessors(reader, at, is_shared=is_shared)
    return reader.owners_by_ending(at) if is_shared else reader.owners_by_ending(at)[-1:]


def carried_owners(reader: RelationReader, i: int) -> tuple[str, ...]:
    """In "his father Al and French mother Ana" the mother is his too."""
    words = reader.words
    at = i - 1
    while at > 0 and i - at < 4 and words.tag[at] in {"JJ", "JJR", "JJS", "NN"}:
        at -= 1
    if at <= 0 or words.lower[at] not in {"and", ",", "&"} or words.child(i, "det") is not None:
        return ()
    start = reader.parsed.sentences[reader.parsed.sentence_of(i)][0]
    for earlier in range(at - 1, max(start, at - REACH) - 1, -1):
        if words.lower[earlier] in noun_ties() and reader.owner_index(earlier) is not None:
            return owners_before(reader, earlier, is_shared=False)
    return ()


def _may_be_shared(noun: str) -> bool:
    """A son may be Mara and Tom's; in "Mara and Tom's wife" the wife is Tom's alone."""
    tie = noun_ties().get(noun)
    return tie is None or tie.kind not in {Kind.SPOUSE, Kind.PARTNER, Kind.EMPLOYER, Kind.ENEMY}


def _possessors(reader: RelationReader, possessor: int, *, is_shared: bool) -> tuple[str, ...]:
    """Return all of "Mara and Tom's": the parser hangs the first name on either word."""
    words = reader.words
    if bound := _bound(reader, possessor):
        return bound
    if not is_shared and words.tag[possessor].startswith("NNP"):
        ending = reader.owner_index(words.head[possessor])
        return reader.owners_by_ending(ending)[-1:] if ending is not None else reader.cast.at(possessor)
    if words.lower[possessor] == "their" and (same := _same_their(reader, possessor)):
        return same
    found = dict.fromkeys(reader.people(possessor))
    if words.dep[possessor] == "conj":
        found |= dict.fromkeys(reader.cast.at(words.head[possessor]))
    return tuple(found)


def _same_their(reader: RelationReader, possessor: int) -> tuple[str, ...]:
    """Return whom an earlier "their" of the sentence means: in a list it means the same people."""
    start = reader.parsed.sentences[reader.parsed.sentence_of(possessor)][0]
    for earlier in range(possessor - 1, start - 1, -1):
        people = reader.cast.at(earlier) if reader.words.lower[earlier] == "their" else ()
        if len(people) > 1 and all(reader.is_named(key) for key in people):
            return people
    return ()


def _bound(reader: RelationReader, possessor: int) -> tuple[str, ...]:
    """Return whom "his" or "her" is bound to in its own sentence, where coreference looked outside it.

    "Tom meets Al and his wife" speaks of Al's, "Tom tells his wife" of Tom's.
    """
    words = reader.words
    gender = OWNER_GENDER.get(words.lower[possessor])
    if gender is None:
        return ()
    if beside := _beside(reader, possessor, gender):
        return beside
    if any(reader.is_in_sentence(key, possessor) for key in reader.cast.at(possessor)):
        return ()
    noun = words.head[possessor]
    near = words.head[noun] if words.dep[noun] == "conj" else words.subject(words.clause(noun))
    if near is None or near >= possessor or near == noun:
        return ()
    people = reader.cast.at(near) or reader.people(words.child(near, "appos"))
    return people if len(people) == 1 and reader.has_gender(people[0], gender) else ()


def _beside(reader: RelationReader, possessor: int, gender: Gender) -> tuple[str, ...]:
    """In "Tom and his wife" and "Tom, with his wife" the wife is Tom's, whoever else is about."""
    words = reader.words
    at = possessor - 1
    while at > 0 and possessor - at < 4 and words.lower[at] in {"and", "with", ",", "&"}:
        at -= 1
    if at == possessor - 1 or words.lower[at + 1 : possessor] == [","]:
        return ()
    people = reader.cast.at(at) if words.tag[at].startswith("NNP") else ()
    return people if len(people) == 1 and reader.has_gender(people[0], gender) else ()


def _by_verb(reader: RelationReader, i: int) -> tuple[str, ...]:
    """Return the owner that a verb gives: "she has a son", "becomes friends with Mara"."""
    words = reader.words
    verb = words.head[i]
    if words.dep[i] == "dobj" and words.lemma[verb] == "have" and reader.modality.is_told(verb):
        subject = words.subject(verb)
        return reader.people(subject)
    for near in (i, verb):
        for child in words.children[near] if words.dep[i] in {"attr", "dobj"} else ():
            if words.dep[child] == "prep" and words.lower[child] == "with":
                return reader.people(words.child(child, "pobj"))
    return ()
