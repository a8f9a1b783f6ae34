"""Who is meant by "they", "the two", "the couple", "the siblings": those present in the scene.

A plural means people that were last spoken of together ("Mara and Tom"), or failing that the most
prominent people of the last sentences; a number ("the three") has to agree.
"""

from collections.abc import Collection

from films.extraction.coreference.discourse import Discourse, Together, antecedents
from films.extraction.coreference.entities import Entity
from films.extraction.words import Words
from films.vocabulary import CharacterKind

ROLE = {"nsubj": 1.0, "nsubjpass": 0.9, "subsubj": 0.4, "dobj": 0.5, "pobj": 0.2}
NEAR = 2  # sentences that "they" looks back
PAIRS = frozenset({"couple", "pair", "duo", "newlywed", "lover", "spouse", "twin"})
SIZES = {
    "trio": 3,
    "threesome": 3,
    "quartet": 4,
    "foursome": 4,
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
IMPLICIT = 0.6
OF_SENTENCE = (1.3, 1.5)  # of "they" and of a number


def size_of(noun: str, count: int | None) -> int | None:
    """Return how many a plural noun speaks of, where it says."""
    if noun in PAIRS:
        return 2 * (count or 1)
    return count or SIZES.get(noun)


def those_meant(
    discourse: Discourse,
    i: int,
    sentence: int,
    *,
    size: int | None = None,
    barred: Collection[Entity] = (),
    back: int = NEAR,
) -> tuple[Entity, ...]:
    """Return the people whom a plural at token `i` means, or nobody; `barred` are not among them.

    In "Mara meets Tom. They marry." these are Mara and Tom.
    """
    best: tuple[float, tuple[Entity, ...]] = (-9.0, ())
    for candidate in _spoken_of_together(discourse, sentence, back):
        members = _present(discourse, candidate.members, sentence)
        if not set(barred).isdisjoint(members):  # "Tom, Mara and Ines hide. Tom calls them"
            members = tuple(member for member in members if member not in barred)
            members = members if len(members) > 1 else ()
        if not members:
            continue
        if size is not None and not _is_of_size(members, size):
            continue
        best = max(best, (_score(discourse.words, i, sentence, candidate), members), key=lambda pair: pair[0])
    implicit = _of_sentence(discourse, sentence, size, barred) or _most_prominent(
        discourse, i, sentence, size, barred
    )
    if len(implicit) >= 2 and best[0] < _likelihood(discourse, sentence, size, implicit):
        return implicit
    return best[1]


def _likelihood(discourse: Discourse, sentence: int, size: int | None, implicit: tuple[Entity, ...]) -> float:
    """Return how likely these are meant who were not spoken of as one: most in "Mara hits Tom; the two"."""
    if _here(discourse, sentence) == set(implicit):
        return OF_SENTENCE[size is not None]
    return IMPLICIT - (0.0 if size is None else 0.4)


def _here(discourse: Discourse, sentence: int) -> set[Entity]:
    """Return those told of in the sentence so far: not Mara of "Mara's brother", but of "Mara's house"."""
    recent = discourse.recent(sentence, back=0)
    people = {s.token for seen in recent.values() for s in seen}
    head = discourse.words.head
    return {
        e
        for e, seen in recent.items()
        if not e.is_plural and any(s.role != "poss" or head[s.token] not in people for s in seen)
    }


def _of_sentence(
    discourse: Discourse, sentence: int, size: int | None, barred: Collection[Entity]
) -> tuple[Entity, ...]:
    """Return those of the sentence where they are as many as the number says: "Mara hits Tom; the two"."""
    here = _here(discourse, sentence)
    if size is None or len(here) != size or not here.isdisjoint(barred):
        return ()
    return tuple(sorted(here, key=lambda entity: entity.order))


def _present(discourse: Discourse, members: tuple[Entity, ...], sentence: int) -> tuple[Entity, ...]:
    """Return those of them who live; all where all are dead, and nobody where one is left of several."""
    all_of_them = tuple(dict.fromkeys(member.final() for member in members))
    living = tuple(member for member in all_of_them if discourse.is_present(member, sentence))
    return () if len(living) == 1 < len(all_of_them) else living or all_of_them


def _is_of_size(members: tuple[Entity, ...], size: int) -> bool:
    if len(members) == 1:
        return members[0].size == size
    return len(members) == size and not any(member.is_plural for member in members)


def _spoken_of_together(discourse: Discourse, sentence: int, back: int) -> list[Together]:
    found: list[Together] = []
    for candidate in reversed(discourse.together):
        if sentence - candidate.sentence > back or len(found) == 6:
            break
        found.append(candidate)
    return found


def _score(words: Words, i: int, sentence: int, candidate: Together) -> float:
    score = 1.2 + ROLE.get(candidate.role, 0.0) - 1.1 * (sentence - candidate.sentence)
    if any(member.kind is not CharacterKind.GROUP for member in candidate.members):
        score += 0.3
    if words.dep[i] == "poss" and words.subject(words.clause(i)) == candidate.token:
        score += 1.5
    return score


def _most_prominent(
    discourse: Discourse, i: int, sentence: int, size: int | None, barred: Collection[Entity]
) -> tuple[Entity, ...]:
    """Return the likeliest few of the last sentences, in order of mention."""
    wanted = size or 2
    for back in (3,) if size else (1, 2):
        found = antecedents(discourse, i, None, sentence, barred=barred, back=back)
        ranked = [entity for _, entity in found if discourse.is_present(entity, sentence)]
        chosen = [entity for entity in ranked if entity.is_named][:wanted]
        chosen += [entity for entity in ranked if entity not in chosen][: wanted - len(chosen)]
        if len(chosen) == wanted:
            return tuple(sorted(chosen, key=lambda entity: entity.order))
    return ()
