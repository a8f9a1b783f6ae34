"""Who is meant by "he", "her", "himself": those spoken of, less those whom the grammar excludes."""

from films.extraction.coreference.ahead import subject_ahead
from films.extraction.coreference.apposition import named_beside
from films.extraction.coreference.binding import arguments, fellows
from films.extraction.coreference.controlling import doer
from films.extraction.coreference.discourse import antecedents
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.gender import BY_PRONOUN, PRONOUNS
from films.extraction.coreference.hints import OBJECT_FORMS, hints
from films.extraction.coreference.kinship import CLASSES, FAMILY
from films.extraction.coreference.reading_state import Reading
from films.extraction.tags import FINITE_TAGS, SUBJECTS
from films.extraction.words import Words
from films.vocabulary import Gender, MentionKind

REFLEXIVE = frozenset({"himself", "herself"})
AWAITED = 2.2  # how likely the subject after a fronted clause is
KIN_TOLD, BOND_TOLD = 1.3, 0.5
ONLY_ONE = frozenset({"parent", "spouse"})  # has one a wife, a father
SURE = 3.0  # "Vell hurts herself": nobody else is meant
KEPT = 5  # candidates that are worth keeping
Weighed = list[tuple[float, Entity]]


def read_pronoun(reading: Reading, i: int) -> None:
    """Say who is meant by the singular pronoun at token `i`: in "Mara hurts herself" it is Mara."""
    words = reading.words
    gender = PRONOUNS[words.lower[i]]
    entity = None
    if words.lower[i] in REFLEXIVE:
        clause = words.clause(i)
        entity = reading.one(_self(words, i, clause))
        entity = entity if entity is None or entity.accepts(gender) else None
        if entity is not None:
            reading.instances.append((gender, [(SURE, entity)]))
    if entity is None:
        candidates = _candidates(reading, i, gender)
        reading.instances.append((gender, candidates))
        entity = candidates[0][1] if candidates else None
    if entity is not None:
        if not entity.is_named:
            entity.votes[gender] += BY_PRONOUN
        reading.mention(entity, i, i + 1, i, MentionKind.PRONOUN)


def _self(words: Words, i: int, clause: int) -> int | None:
    """Return the subject that a reflexive means, also where it stands in its place: "and is himself shot"."""
    is_emphatic = words.dep[i] in SUBJECTS and words.dep[clause] == "conj"
    subject = doer(words, words.head[clause] if is_emphatic else clause)
    subject = subject if subject is not None else words.subject(clause)
    return subject if subject is not None else _subject_run_on(words, clause)


def _subject_run_on(words: Words, verb: int) -> int | None:
    """ "Tom hits Max, turns himself in and weeps": Tom, where the tree has "hits" below "turns"."""
    before = [c for c in words.children[verb] if c < verb and words.dep[c] == "ccomp"]
    is_run_on = bool(before) and words.tag[before[-1]] == words.tag[verb] and words.tag[verb] in FINITE_TAGS
    return words.subject(before[-1]) if is_run_on else None


def _candidates(reading: Reading, token: int, gender: Gender) -> Weighed:
    """Return whom the pronoun may mean: those spoken of, and the subject that a fronted clause awaits."""
    i = _same_ahead(reading.words, token)
    barred = fellows(reading, i)
    if i != token:  # "When Tom calls him, he leaves"
        barred += fellows(reading, token)
    found = antecedents(reading.discourse, i, gender, reading.sentence, barred=barred)
    weights = hints(reading, i)
    found = [(score + weights.get(entity, 0.0), entity) for score, entity in found]
    found = _by_kin(reading, i, found)
    found = _with_awaited(reading, i, [pair for pair in found if pair[1] not in barred], gender, barred)
    return sorted(found, key=lambda pair: -pair[0])[:KEPT]


def _same_ahead(words: Words, i: int) -> int:
    """In "On his way home, he stops" both are the same: return the later, or the token."""
    ahead, is_bound = subject_ahead(words, i)
    is_same = ahead is not None and PRONOUNS.get(words.lower[ahead]) is PRONOUNS[words.lower[i]]
    return ahead if ahead is not None and is_same and is_bound else i


def _by_kin(reading: Reading, i: int, found: Weighed) -> Weighed:
    """In "his parents" he is likelier one of whose parents the text has told."""
    head = reading.words.head[i]
    noun = reading.words.lemma[head]
    if reading.words.dep[i] != "poss" or noun not in CLASSES:
        return found
    weight = KIN_TOLD if CLASSES[noun] in FAMILY else BOND_TOLD
    named = named_beside(reading, reading.nominals[head]) if head in reading.nominals else ()
    return [(score + weight * _tells_of_kin(reading, e, noun, named), e) for score, e in found]


def _tells_of_kin(reading: Reading, owner: Entity, noun: str, named: tuple[Entity, ...]) -> float:
    """Return 1 for whoever has such kin: -1 where it has another name, "his wife Ines" of Mara's husband."""
    known = reading.kinship.find(owner, noun)
    if not known:
        return 0.0
    is_another = named and CLASSES[noun] in ONLY_ONE and not any(e in named or not e.is_named for e in known)
    return -1.0 if is_another else 1.0


def _with_awaited(
    reading: Reading, i: int, found: Weighed, gender: Gender, barred: tuple[Entity, ...]
) -> Weighed:
    """In "When he wakes, Tom leaves" he may be Tom, of whom nothing has been said yet."""
    ahead, is_bound = subject_ahead(reading.words, i)
    entity = reading.named[ahead][1].final() if ahead is not None and ahead in reading.named else None
    if (
        entity is None
        or not entity.accepts(gender)
        or entity in barred
        or _goes_on(reading, i, entity, gender)
    ):
        return found
    if not is_bound and _has_own_subject(reading, i, found):
        return found
    best = max((score for score, _ in found), default=0.0)
    known = next((score for score, other in found if other is entity), -1.0)
    score = best + 2.0 if is_bound else max(known + 0.5, AWAITED)
    return [(score, entity), *(pair for pair in found if pair[1] is not entity)]


def _goes_on(reading: Reading, i: int, awaited: Entity, gender: Gender) -> bool:
    """ "Tom sleeps. When he wakes, Max leaves": he is Tom, of whom the story was just told.

    In "When he wakes, Max sees him" he is not Max either.
    """
    words, clause = reading.words, reading.words.head[i]
    main = words.head[clause]
    if words.dep[i] not in SUBJECTS or words.dep[clause] != "advcl" or not i < clause < main:
        return False
    if any(
        words.lower[c] in OBJECT_FORMS and PRONOUNS[words.lower[c]] is gender for c in arguments(words, main)
    ):
        return True
    before = reading.discourse.last_main_subject(i, reading.sentence)
    return before is not None and before is not awaited and before.gender is gender


def _has_own_subject(reading: Reading, i: int, found: Weighed) -> bool:
    """ "While Tom holds his hat, Max sings": the clause has a subject whom the pronoun may well mean."""
    words = reading.words
    subject = words.child(words.clause(i), "nsubj", "nsubjpass")
    return subject is not None and subject < i and any(e in reading.who(subject) for _, e in found)
