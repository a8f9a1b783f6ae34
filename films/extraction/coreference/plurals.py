"""Who is meant by "they", "the two", "the couple", "the siblings": those present in the scene.

A plural means people that were last spoken of together ("Mara and Tom"), or failing that the most
prominent people of the last sentences; a number ("the three") has to agree.
"""

from collections.abc import Collection

from films.extraction.coreference.discourse import SUBORDINATE, Discourse, Together, antecedents
from films.extraction.coreference.entities import Entity
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words
from films.vocabulary import CharacterKind, Gender

ROLE = {"nsubj": 1.0, "nsubjpass": 0.9, "subsubj": 0.4, "dobj": 0.5, "pobj": 0.2}
NEAR = 2  # sentences that "they" looks back
JOINED = frozenset({"advcl", "ccomp", "conj", "parataxis"})
COMPANY = frozenset({"with", "to", "for"})
PRETENDING = frozenset({"play", "become", "be"})  # "Tom plays his uncle when they": one man
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
MOST_GUESSED = 3  # who are not all named
IMPLICIT = (
    0.55  # less than a group that was just told of, however it was: "finds the soldiers. She begs them"
)
IMPLICIT_OWNERS = 0.6  # "Mara goes to her family. Tom condemns their love"
OF_SENTENCE = 1.3
SAME_SENTENCE = 1.5  # of a number, and of "they" as a subject
OF_CLAUSE = 1.9  # "Mara meets Tom while they"
FRONTED = 1.0  # "When the jurors wake, they"
ALL_OF_THEM = 15  # sentences that a number looks back for three or more who were told of together


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
    gender: Gender | None = None,
    barred: Collection[Entity] = (),
    back: int = NEAR,
) -> tuple[Entity, ...]:
    """Return the people whom a plural at token `i` means, or nobody; `barred` are not among them.

    In "Mara meets Tom. They marry." these are Mara and Tom.
    """
    best: tuple[float, tuple[Entity, ...]] = (-9.0, ())
    fronted = _fronted_subjects(discourse.words, i)
    for candidate in _spoken_of_together(discourse, sentence, back):
        members = _present(discourse, candidate.members, sentence)
        if discourse.words.dep[i] == "nsubj" and not _is_anyone_left(discourse, members, sentence):
            continue  # "Tom kills a guard and a nurse. They flee": who else was there
        if not set(barred).isdisjoint(members):  # "Tom, Mara and Ines hide. Tom calls them"
            members = tuple(member for member in members if member not in barred)
            members = members if len(members) > 1 else ()
        if not members or not _are_of(members, gender):
            continue
        if size is not None and not _is_of_size(members, size):
            continue
        score = _score(discourse.words, i, sentence, candidate)
        score += FRONTED if candidate.token in fronted else 0.0
        best = max(best, (score, members), key=lambda pair: pair[0])
    two = acting_on_each_other(discourse, i, sentence) if size in {None, 2} else ()
    if two and best[0] < OF_CLAUSE and _are_of(two, gender) and set(barred).isdisjoint(two):
        return two
    implicit = as_many_here(discourse, sentence, size, gender, barred) or _most_prominent(
        discourse, i, sentence, size, gender, barred
    )
    if len(implicit) >= 2 and best[0] < _likelihood(discourse, i, sentence, size, implicit):
        return implicit
    return best[1]


def _are_of(members: tuple[Entity, ...], gender: Gender | None) -> bool:
    """May all of them be of a gender: "the two men" are not Tom and Mara?"""
    return gender is None or all(member.gender in {None, gender} for member in members)


def _fronted_subjects(words: Words, i: int) -> list[int]:
    """In "When the jury hears Mara, they" return the jury."""
    if words.dep[i] not in SUBJECTS:
        return []
    clauses = [c for c in words.children[words.head[i]] if words.dep[c] == "advcl" and c < i]
    return [s for c in clauses if (s := words.child(c, *SUBJECTS)) is not None]


def acting_on_each_other(discourse: Discourse, i: int, sentence: int) -> tuple[Entity, ...]:
    """Return subject and object of the clause before "and": "Mara meets Tom and they"."""
    words = discourse.words
    at = i if words.dep[i] in SUBJECTS else words.head[i]
    clause = words.head[at]
    verb = words.head[clause]
    is_joined = words.dep[clause] in JOINED and verb < i and words.lemma[verb] not in PRETENDING
    if words.dep[at] not in SUBJECTS or not is_joined:
        return ()
    if words.dep[clause] == "conj" and words.dep[verb] in SUBORDINATE:  # it may go on with the clause above
        return ()
    told = {seen.token: seen.entity.final() for seen in discourse.of_sentence(sentence)}
    subject, others = words.subject(verb), _arguments(words, verb, before=i)
    two = tuple(sorted({told[t] for t in (subject, *others) if t in told}, key=lambda e: e.order))
    if len(two) != 2 or subject not in told or any(entity.is_plural for entity in two):
        return ()
    if discourse.together and discourse.together[-1].token >= (
        subject or 0
    ):  # "Mara and Tom", "sees some men"
        return ()
    return two if all(discourse.is_present(entity, sentence) for entity in two) else ()


def _arguments(words: Words, verb: int, *, before: int) -> list[int]:
    """Return the objects of a verb, and with or to whom it is done."""
    found = [c for c in words.children[verb] if words.dep[c] in {"dobj", "dative"} and c < before]
    for c in words.children[verb]:
        if words.lower[c] in COMPANY and c < before:
            found += [n for n in words.children[c] if words.dep[n] == "pobj"]
    return found


def _likelihood(
    discourse: Discourse, i: int, sentence: int, size: int | None, implicit: tuple[Entity, ...]
) -> float:
    """Return how likely these are meant who were not spoken of as one: most in "Mara hits Tom; the two"."""
    if _here(discourse, sentence) == set(implicit):
        is_group_here = bool(discourse.together) and discourse.together[-1].sentence == sentence
        is_alone = discourse.words.dep[i] in SUBJECTS and not is_group_here
        return SAME_SENTENCE if is_alone or size is not None else OF_SENTENCE
    is_owner = discourse.words.dep[i] == "poss"
    return (IMPLICIT_OWNERS if is_owner else IMPLICIT) - (0.0 if size is None else 0.4)


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


def as_many_here(
    discourse: Discourse,
    sentence: int,
    size: int | None,
    gender: Gender | None = None,
    barred: Collection[Entity] = (),
) -> tuple[Entity, ...]:
    """Return those of the sentence where they are as many as the number says: "Mara hits Tom; the two"."""
    here = {entity for entity in _here(discourse, sentence) if _are_of((entity,), gender)}
    here = here.difference(barred)
    if size is None or len(here) != size:
        return ()
    return tuple(sorted(here, key=lambda entity: entity.order))


def _present(discourse: Discourse, members: tuple[Entity, ...], sentence: int) -> tuple[Entity, ...]:
    """Return those of them who live; all where all are dead, and nobody where one is left of several."""
    all_of_them = tuple(dict.fromkeys(member.final() for member in members))
    living = tuple(member for member in all_of_them if discourse.is_present(member, sentence))
    return () if len(living) == 1 < len(all_of_them) else living or all_of_them


def _is_anyone_left(discourse: Discourse, members: tuple[Entity, ...], sentence: int) -> bool:
    return any(discourse.is_present(member, sentence) for member in members)


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
    discourse: Discourse,
    i: int,
    sentence: int,
    size: int | None,
    gender: Gender | None,
    barred: Collection[Entity],
) -> tuple[Entity, ...]:
    """Return those many who were told of together; else the likeliest few of the last sentences."""
    wanted = size or 2
    if wanted > 2 and len(discourse.recent(sentence, back=1)) != wanted:
        together = _many_together(discourse, sentence, wanted, gender, barred)
        if together:
            return together
    for back in (3,) if size else (1, 2):
        found = antecedents(discourse, i, gender, sentence, barred=barred, back=back)
        ranked = [e for _, e in found if discourse.is_present(e, sentence) and _are_of((e,), gender)]
        ranked.sort(key=lambda entity: gender is not None and entity.gender is not gender)
        chosen = [entity for entity in ranked if entity.is_named][:wanted]
        if wanted <= MOST_GUESSED:
            chosen += [entity for entity in ranked if entity not in chosen][: wanted - len(chosen)]
        if len(chosen) == wanted:
            return tuple(sorted(chosen, key=lambda entity: entity.order))
    return ()


def _many_together(
    discourse: Discourse, sentence: int, size: int, gender: Gender | None, barred: Collection[Entity]
) -> tuple[Entity, ...]:
    """Return the last three, four or more who were told of together, as long as they all live."""
    for candidate in reversed(discourse.together):
        if sentence - candidate.sentence > ALL_OF_THEM:
            break
        members = tuple(dict.fromkeys(member.final() for member in candidate.members))
        if len(members) == size and _is_of_size(members, size) and _are_of(members, gender):
            are_there = all(discourse.is_present(member, sentence) for member in members)
            return members if are_there and set(barred).isdisjoint(members) else ()
    return ()
