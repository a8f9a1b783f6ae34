"""What the place of a singular pronoun in its sentence says for or against some of those it may mean.

How much each hint counts was learnt as the preferences of `discourse` were: from pronouns whose gender
leaves one candidate.
"""

from collections.abc import Callable
from typing import NamedTuple

from films.extraction.coreference.binding import arguments, governor, is_remark, named_below, subjects_above
from films.extraction.coreference.controlling import doer
from films.extraction.coreference.entities import Entity
from films.extraction.coreference.gender import PRONOUNS
from films.extraction.coreference.plural_things import DONE_TO_PEOPLE
from films.extraction.coreference.reading_state import Reading
from films.extraction.coreference.reported import holder_of_words
from films.extraction.tags import SUBJECTS
from films.extraction.words import Words
from films.vocabulary import Gender

OBJECT_FORMS = frozenset({"him", "her"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})
STOPPING = frozenset({"stop", "prevent", "interrupt", "restrain", "dissuade"})
LONGEST_NAME = 3  # tokens between "not" and the last word of a name
UNLIKELY = -2.5  # "Tom leaves, calling him"
OF_PHRASE, OF_OWNER = -1.2, -0.5
NAMED_BELOW = -2.0  # "He orders that Tom be shot"


class Hint(NamedTuple):
    """Whom a place speaks for, and how much."""

    finds: Callable[[Reading, int], Entity | None]
    weight: float


def hints(reading: Reading, i: int) -> dict[Entity, float]:
    """Return what the place of the pronoun at token `i` says for some.

    In "Tom meets a clerk and warns him" the clerk gets a lead.
    """
    words = reading.words
    found: dict[Entity, float] = {}
    for entity in subjects_above(reading, i):
        found[entity] = UNLIKELY if words.dep[words.head[i]] == "advcl" else UNLIKELY / 2
    for entity in named_below(reading, i):
        found[entity] = found.get(entity, 0.0) + NAMED_BELOW
    for entity, weight in _of_fronted_phrase(reading, i):
        found[entity] = found.get(entity, 0.0) + weight
    for hint in HINTS:
        hinted = hint.finds(reading, i)
        if hinted is not None:
            found[hinted] = found.get(hinted, 0.0) + hint.weight
    return found


def _of_fronted_phrase(reading: Reading, i: int) -> list[tuple[Entity, float]]:
    """In "In spite of what Tom says, he leaves", "In Tom's house, he finds a key" he is hardly Tom."""
    words = reading.words
    if words.dep[i] not in SUBJECTS:
        return []
    verb = words.head[i]
    fronted = (
        c for c in words.children[verb] if c < i and words.dep[c] == "prep" and not is_remark(words, c)
    )
    found = {
        entity: OF_OWNER if words.dep[at] == "poss" else OF_PHRASE
        for c in fronted
        for at in range(c + 1, _right_edge(words, c) + 1)
        if at in reading.named
        for entity in reading.who(at)
    }
    return list(found.items())


def _right_edge(words: Words, i: int) -> int:
    while words.children[i] and words.children[i][-1] > i:
        i = words.children[i][-1]
    return i


def _fronted_subject(reading: Reading, i: int) -> Entity | None:
    """In "When Tom finds Max's letter, he leaves" he is Tom."""
    words = reading.words
    return reading.one(_subject_of_fronted(words, words.head[i])) if words.dep[i] in SUBJECTS else None


def _object_of_fronted(reading: Reading, i: int) -> Entity | None:
    """In "When Tom calls him, he leaves" both are the same; but not in "When Tom finds him, he kills him"."""
    words, verb = reading.words, reading.words.head[i]
    clauses = [c for c in words.children[verb] if words.dep[c] == "advcl" and c < i]
    if words.dep[i] not in SUBJECTS or not clauses or words.child(clauses[-1], *SUBJECTS) is None:
        return None
    gender = PRONOUNS[words.lower[i]]
    before, behind = (
        [at for at in arguments(words, v) if _is_object_pronoun(words, at, gender)]
        for v in (clauses[-1], verb)
    )
    return reading.one(before[0]) if before and not behind else None


def _is_object_pronoun(words: Words, i: int, gender: Gender) -> bool:
    is_object = words.dep[i] not in SUBJECTS and words.lower[i] in OBJECT_FORMS
    return is_object and PRONOUNS[words.lower[i]] is gender


def _before_so(reading: Reading, i: int) -> Entity | None:
    """In "Tom learns that Max is ill, so he leaves" he is Tom, of whose acts is told."""
    words = reading.words
    if words.dep[i] not in SUBJECTS or words.lower[i - 1 : i] != ["so"] or words.text[i - 2 : i - 1] != [","]:
        return None
    verb = words.head[i]
    before = next((c for c in words.children[verb] if words.dep[c] == "ccomp" and c < i), words.head[verb])
    learnt = words.child(before, "ccomp")
    if before == verb or learnt is None or not before < learnt < i or words.child(before, "dobj") is not None:
        return None
    return reading.one(words.subject(before)) if words.child(learnt, *SUBJECTS) is not None else None


def _fronted_for_object(reading: Reading, i: int) -> Entity | None:
    """In "When Tom arrives, Max hires him" he is Tom."""
    words = reading.words
    if words.dep[i] not in OBJECTS:
        return None
    verb = governor(words, i)
    subject = words.child(verb, *SUBJECTS)
    fronted = _subject_of_fronted(words, verb)
    is_before = fronted is not None and subject is not None and fronted < subject < i
    return reading.one(fronted) if is_before else None


def _subject_of_fronted(words: Words, verb: int) -> int | None:
    clauses = [c for c in words.children[verb] if words.dep[c] == "advcl" and c < verb]
    return words.child(clauses[-1], *SUBJECTS) if clauses else None


def _main_subject(reading: Reading, i: int) -> Entity | None:
    """In "Tom hits Max as he leaves", "Tom flees as Max shoots him" he is Tom."""
    words = reading.words
    if words.dep[i] not in SUBJECTS | OBJECTS:
        return None
    clause = governor(words, i)
    if words.dep[clause] != "advcl" or words.head[clause] > i or words.child(clause, *SUBJECTS) is None:
        return None
    return reading.one(words.subject(words.head[clause]))


def _subject_beside(reading: Reading, i: int) -> Entity | None:
    """In "Tom asks Ana about Max, but she ignores him" he is Tom."""
    words = reading.words
    if words.dep[i] not in OBJECTS:
        return None
    verb = governor(words, i)
    before, subject = words.head[verb], words.child(verb, *SUBJECTS)
    if words.dep[verb] != "conj" or not before < verb or subject is None:
        return None
    if any(
        c < subject and words.dep[c] == "advcl" for c in words.children[verb]
    ):  # "…, and when he comes, she"
        return None
    done_to = reading.one(words.child(before, "dobj", "dative"))
    if done_to is None or done_to is reading.one(subject) or words.lemma[verb] in STOPPING:
        return reading.one(words.subject(before))
    is_fitting = done_to.accepts(PRONOUNS[words.lower[i]])  # "Tom seizes Max, but Ana rescues him"
    return None if is_fitting else reading.one(words.subject(before))


def _named_next(reading: Reading, i: int) -> Entity | None:
    """In "He leaves, and Tom calls Max" he is not Tom."""
    words = reading.words
    if words.dep[i] not in SUBJECTS:
        return None
    after = (c for c in words.children[words.head[i]] if c > i and words.dep[c] == "conj")
    subjects = (words.child(c, *SUBJECTS) for c in after)
    return next((reading.named[s][1].final() for s in subjects if s is not None and s in reading.named), None)


def _owner_of_his_own(reading: Reading, i: int) -> Entity | None:
    """In "Tom sees Max free his own son" he is Max."""
    words = reading.words
    return reading.one(doer(words, words.clause(i))) if words.lower[i + 1 : i + 2] == ["own"] else None


def _holder_above(reading: Reading, i: int) -> Entity | None:
    """In "Tom says that his brother knows Max" he is Tom."""
    words = reading.words
    clause = words.clause(i)
    subject = words.child(clause, *SUBJECTS)
    if words.dep[i] != "poss" or words.dep[clause] != "ccomp" or words.head[i] != subject:
        return None
    return reading.one(words.subject(words.head[clause])) if words.head[clause] < i else None


def _reproached(reading: Reading, i: int) -> Entity | None:
    """In "Tom thanks Max for his help" he is Max."""
    words = reading.words
    preposition = words.head[words.head[i]]
    if words.dep[i] != "poss" or words.lower[preposition] != "for" or words.dep[preposition] != "prep":
        return None
    verb = words.head[preposition]
    return reading.one(words.child(verb, "dobj")) if words.lemma[verb] in DONE_TO_PEOPLE else None


def _object_before(reading: Reading, i: int) -> Entity | None:
    """In "Tom meets a clerk and warns him", "Tom stops a clerk by tripping him" he is the clerk.

    However much has been told of Max. So in "Tom speaks with a clerk and warns him".
    """
    words = reading.words
    if words.dep[i] not in {"dobj", "dative", "nsubj"} or words.lower[i] not in OBJECT_FORMS:
        return None
    verb = words.head[words.head[i]] if words.dep[i] == "nsubj" else words.head[i]
    joined = words.head[verb]
    if words.dep[verb] == "pcomp" and words.lower[joined] == "by":
        return reading.one(words.child(words.head[joined], "dobj"))
    if words.dep[verb] != "conj" or words.child(verb, *SUBJECTS) is not None or not joined < verb:
        return None
    done_to = reading.one(words.child(joined, "dobj"))
    return done_to if done_to is not None else _spoken_with(reading, joined, i)


def _spoken_with(reading: Reading, verb: int, i: int) -> Entity | None:
    """Return the one person of the prepositions of a verb: "aims at a clerk", "leaves with a clerk"."""
    words = reading.words
    nouns = [n for c in words.children[verb] if words.dep[c] == "prep" for n in words.children[c]]
    people = [e for n in nouns if n < i and words.dep[n] == "pobj" for e in reading.who(n)]
    fitting = [e for e in people if not e.is_plural and e.accepts(PRONOUNS[words.lower[i]])]
    return fitting[0] if len(fitting) == 1 else None


def _joined_owner(reading: Reading, i: int) -> Entity | None:
    """In "Mara and her friends" she is Mara; so in "Mara, Tom and her friends", "not Mara, but her aunt"."""
    words = reading.words
    if words.dep[i] != "poss" or i < 2 or words.lower[i - 1] not in {"and", "but"}:
        return None
    at = i - 2
    while at > 0 and (words.text[at] == "," or words.text[at].isspace()):
        at -= 1
    if words.lower[i - 1] == "but" and "not" not in words.lower[max(at - LONGEST_NAME, 0) : at]:
        return None
    nearest = reading.one(at)
    if nearest is None or nearest.gender in {None, PRONOUNS[words.lower[i]]}:
        return nearest
    listed = reading.listed if nearest in reading.listed else ()
    return next((e for e in reversed(listed) if e.gender is PRONOUNS[words.lower[i]]), nearest)


HINTS = (
    Hint(_joined_owner, 4.0),
    Hint(_fronted_subject, 0.8),
    Hint(_object_of_fronted, 1.6),
    Hint(_before_so, 1.2),
    Hint(_fronted_for_object, 0.8),
    Hint(_main_subject, 0.6),
    Hint(_subject_beside, 1.0),
    Hint(_named_next, -1.4),
    Hint(_owner_of_his_own, 1.4),
    Hint(_holder_above, 0.9),
    Hint(_reproached, 1.5),
    Hint(_object_before, 1.2),
    Hint(holder_of_words, 1.2),
)
