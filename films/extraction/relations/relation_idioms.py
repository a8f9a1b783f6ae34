"""Idioms that say what two people are to each other: "steps out with Tom", "sets Mara up", "does in Al".

An idiom is read by its very words behind the verb: the parser hangs "out", "up" and "in" on anything.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from films.extraction.relations.relation_claims import Claim, RelationReader
from films.extraction.relations.relation_words import LOVERS, Tie, verb_tie
from films.extraction.relations.verb_parts import doers_of, is_passive
from films.extraction.resources import read_classes
from films.vocabulary import RelationshipKind as Kind

WHOM = "*"
LONGEST_DESCRIPTION = 7  # tokens of "the two young children"
IN_DESCRIPTION = frozenset({"DT", "JJ", "CD", "NN", "NNS", "HYPH", "VBN", "VBG", "CC"})
OPEN = frozenset({"xcomp", "advcl", "acl"})  # what is only aimed at


@cache
def _idioms() -> dict[str, list[tuple[tuple[str, ...], Tie]]]:
    """Return by verb the words behind it, with what the whole says."""
    by_verb: dict[str, list[tuple[tuple[str, ...], Tie]]] = defaultdict(list)
    for idiom, label in read_classes("relation_idioms").items():
        verb, *rest = idiom.split("_")
        by_verb[verb].append((tuple(rest), verb_tie(label)))
    return by_verb


def find_idiom_claims(reader: RelationReader) -> Iterator[Claim]:
    """Yield what the document's idioms say, in text order."""
    words = reader.words
    for verb in range(len(words)):
        if words.tag[verb].startswith("V"):
            for rest, tie in _idioms().get(words.lemma[verb], ()):
                yield from _of_idiom(reader, verb, rest, tie)


def _of_idiom(reader: RelationReader, verb: int, rest: tuple[str, ...], tie: Tie) -> Iterator[Claim]:
    head = _carrier(reader, verb)
    if not _counts(reader, head, tie):
        return
    if head == verb and is_passive(reader, verb):
        doers, others = _in_passive(reader, verb, rest), reader.people(reader.words.subject(verb))
    else:
        others = _match(reader, verb + 1, rest)
        doers = (doers_of(reader, verb) if head == verb else _subject(reader, head)) if others else ()
    is_pair = tie.kind not in LOVERS or len(doers) == len(others) == 1
    if is_pair and not set(doers) & set(others):
        yield from reader.claims(doers, tie, others, verb)


def _carrier(reader: RelationReader, verb: int) -> int:
    """Return the "rid" of "gets rid of Tom", for which the parser takes "gets" to be an auxiliary."""
    is_auxiliary = reader.words.dep[verb] == "auxpass" and reader.words.head[verb] == verb + 1
    return verb + 1 if is_auxiliary else verb


def _subject(reader: RelationReader, verb: int) -> tuple[str, ...]:
    return reader.people(reader.words.subject(verb))


def _in_passive(reader: RelationReader, verb: int, rest: tuple[str, ...]) -> tuple[str, ...]:
    """Return the Mara of "is set up by Mara", where the idiom is "set Tom up"."""
    bare = tuple(part for part in rest if part != WHOM)
    return _match(reader, verb + 1, (*bare, "by", WHOM)) if rest.count(WHOM) == 1 else ()


def _counts(reader: RelationReader, verb: int, tie: Tie) -> bool:
    """Is it told as happening, or is it harm that is at least the aim?"""
    if reader.modality.is_told(verb):
        return True
    is_aim = tie.kind is Kind.ENEMY and reader.words.dep[verb] in OPEN
    return is_aim and not reader.modality.is_denied(verb)


def _match(reader: RelationReader, at: int, rest: tuple[str, ...]) -> tuple[str, ...]:
    """Return who stands at the "*", at the last of two; nobody where the words are others."""
    words = reader.words
    others: tuple[str, ...] = ()
    for part, following in zip(rest, (*rest[1:], ""), strict=True):
        if part == WHOM:
            others, at = _whom(reader, at, following)
            if not others:
                return ()
        elif at < len(words) and words.lower[at] == part:
            at += 1
        else:
            return ()
    return others


def _whom(reader: RelationReader, start: int, following: str) -> tuple[tuple[str, ...], int]:
    """Return who is meant from this token on, and where that ends: "him", "Mara and Tom", "the cook Al".

    `following` is the idiom's next word, where it has one: "hostage" behind "takes the cook".
    """
    words = reader.words
    found: tuple[str, ...] = ()
    end = at = start
    while at < min(len(words), end + LONGEST_DESCRIPTION) and words.lower[at] != following:
        named, after = reader.named_at(at)
        if named:
            found, end = (*found, *named), after
        elif words.tag[at][:2] in {"PR", "NN"}:
            found, end = (*found, *reader.cast.at(at)), at + 1
        elif words.tag[at] not in IN_DESCRIPTION:
            break
        at = max(at + 1, end)
    is_whole = at < len(words) and words.lower[at] == following
    return tuple(dict.fromkeys(found)), at if is_whole else end
