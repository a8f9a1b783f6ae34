"""Whom a pronoun means that comes before its noun: "When he wakes, Tom leaves"."""

from films.extraction.coreference.entities import Entity
from films.extraction.coreference.reading_state import Reading
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words

FRONTED = frozenset({"advcl", "prep", "npadvmod", "acl"})
OF_BOTH = frozenset({"other", "another", "together"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})


def subject_ahead(words: Words, i: int) -> tuple[int | None, bool]:
    """Return the subject that follows a fronted phrase or clause with the pronoun in it.

    In "Tired of his work, Tom leaves" it is "Tom", and bound; in "When he wakes, Tom leaves" the
    clause has a subject of its own, so that the pronoun may also mean somebody else. Who hopes that
    somebody finds him is "Tom" in "Hoping that Mara finds him, Tom leaves", too.
    """
    at, is_bound, is_within = i, True, False
    while words.head[at] != at:
        own = words.child(at, "nsubj", "nsubjpass")
        if words.dep[at] in FRONTED and (own is None or not is_within):
            subject = words.child(words.head[at], "nsubj", "nsubjpass")
            is_bound = is_bound and not _has_owner(words, i, at, own)
            if subject is not None and subject > i and at < subject:
                return (subject, is_bound) if _may_await(words, i, at, is_within) else (None, False)
            is_bound = is_bound and own is None
        elif words.dep[at] in {"relcl", "ccomp"}:
            is_within = True
            is_bound = is_bound and not _has_owner(words, i, at, own)
        elif words.dep[at] in FRONTED:
            break
        at = words.head[at]
    return None, False


def _may_await(words: Words, i: int, fronted: int, is_within: bool) -> bool:
    """ "In his house, Tom" and "After hearing that he is rich, Tom", but not "With him, Tom"."""
    is_apart = words.dep[i] == "poss" or words.dep[fronted] != "prep"
    return is_within or is_apart or _is_done_by_another(words, i)


def _is_done_by_another(words: Words, i: int) -> bool:
    """ "With ruin facing him, Tom": what is told of him has a subject of its own, or a noun above it."""
    verb = words.head[i]
    subject = words.child(verb, *SUBJECTS)
    return words.dep[verb] == "acl" or (words.dep[verb] == "pcomp" and subject is not None and subject < i)


def _has_owner(words: Words, i: int, clause: int, subject: int | None) -> bool:
    """ "While Tom holds his hat, Max sings": Tom's; but "As Tom is a friend of his father, Max"."""
    is_predicate = words.lemma[clause] == "be" and words.child(clause, "attr") is not None
    return words.dep[i] == "poss" and subject is not None and subject < i and not is_predicate


def two_ahead(reading: Reading, i: int) -> tuple[Entity, ...]:
    """Return the two whom "they" awaits: "As they get to know each other, Mara falls in love with Tom"."""
    words, clause = reading.words, reading.words.head[i]
    if words.dep[i] not in SUBJECTS or words.dep[clause] != "advcl" or not i < clause < words.head[clause]:
        return ()
    verb = words.head[clause]
    if OF_BOTH.isdisjoint(words.lower[i:verb]):
        return ()
    heads = [at for c in words.children[verb] if c > clause for at in _nouns(words, c)]
    named = [at for head in heads for at in reading.conjuncts(head) if at in reading.named]
    two = tuple(dict.fromkeys(reading.named[at][1].final() for at in named))
    return two if len(two) == 2 else ()


def _nouns(words: Words, child: int) -> list[int]:
    """Return the token, where it is subject or object, and the nouns of prepositions below it."""
    if words.dep[child] in SUBJECTS:
        return [child]
    found = [child] if words.dep[child] in OBJECTS else []
    return found + [
        at for c in words.children[child] for at in (c, *_nouns(words, c)) if words.dep[at] == "pobj"
    ]
