"""The state of one telling while it is read: who was spoken of where, most recent last.

Pronouns look back over it, much as in Lappin and Leass, "An Algorithm for Pronominal Anaphora
Resolution" (Computational Linguistics 20, 1994): agreement and binding exclude, then recency, grammatical
role, parallelism and salience decide. How much each of these counts was learnt from film plots without
annotation: a pronoun whose gender fits just one of those spoken of tells by itself who is meant, and a
log-linear model of what distinguishes that one from the others gave the weights, here rounded.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from math import log2

from films.extraction.coreference.controlling import doer
from films.extraction.coreference.entities import Entity
from films.extraction.tags import FINITE_TAGS, SUBJECTS
from films.extraction.words import Words
from films.vocabulary import Gender

FARTHEST = 4  # sentences that a pronoun looks back
DISTANCE = (0.9, 0.45, -1.0, -1.6, -2.0)  # by sentences
RECENT = (0.5, 0.3)  # the last and the last but one of the same sentence
TOLD, NAMED, JOINT, OF_SUBJECT, OF_UNTOLD = 0.25, 0.8, 1.0, 1.0, 0.3
OF_DEAD = -0.7
CENTRED = {  # by the place of the pronoun and whether the one before was a subject
    ("subject", True): 0.6,
    ("subject", False): 0.6,
    ("object", True): 0.4,
    ("object", False): 0.4,
    ("owner", True): 1.0,
    ("owner", False): 0.3,
}
GROUPS = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "subsubj": "minor",
    "dobj": "object",
    "dative": "object",
    "poss": "owner",
}
PLACES = {  # by the place of the pronoun and whether the mention is of the same sentence: by its role
    ("subject", True): {"subject": 0.6, "minor": 0.7, "object": 0.7, "oblique": 0.25, "owner": 0.3},
    ("subject", False): {"subject": 0.15, "minor": -0.45, "object": -0.5, "oblique": -0.8, "owner": -0.85},
    ("object", True): {"subject": 0.55, "minor": 0.7, "object": 0.8, "oblique": 0.0, "owner": 0.15},
    ("object", False): {"subject": 0.0, "minor": -0.3, "object": -0.4, "oblique": -0.9, "owner": -0.85},
    ("owner", True): {"subject": 0.45, "minor": 0.45, "object": 0.35, "oblique": 0.0, "owner": 0.15},
    ("owner", False): {"subject": -0.2, "minor": -0.45, "object": -0.1, "oblique": -0.7, "owner": -0.15},
}
BOTH_SUBJECTS = frozenset({"nsubj", "subsubj", "nsubjpass"})
MAIN_CLAUSES = frozenset({"ROOT", "conj"})
SUBORDINATE = frozenset({"relcl", "ccomp", "advcl", "acl", "pcomp"})


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention in the telling so far."""

    entity: Entity
    token: int
    sentence: int
    role: str
    is_joint: bool = False  # one of several: "Mara and Tom", "they"


@dataclass(frozen=True, slots=True)
class Together:
    """Several spoken of as one: "Mara and Tom", "the couple", "they"."""

    members: tuple[Entity, ...]
    token: int
    sentence: int
    role: str


@dataclass(slots=True)
class Discourse:
    """Everybody spoken of in a telling, in order."""

    words: Words
    seen: list[Seen] = field(default_factory=list)
    together: list[Together] = field(default_factory=list)
    dead: dict[Entity, int] = field(default_factory=dict)  # since which sentence

    def is_present(self, entity: Entity, sentence: int) -> bool:
        """May somebody still be of those who act in a sentence?"""
        return self.dead.get(entity, sentence) >= sentence

    def note(self, entity: Entity, token: int, sentence: int, *, is_joint: bool = False) -> None:
        """Remember a mention."""
        entity.told += 1
        joint = is_joint or is_joined(self.words, token)
        self.seen.append(Seen(entity, token, sentence, effective_role(self.words, token), joint))

    def note_together(
        self, members: tuple[Entity, ...], token: int, sentence: int, role: str | None = None
    ) -> None:
        """Remember that these were spoken of as one; a longer list with the same head replaces a shorter."""
        role = role or effective_role(self.words, token)
        if self.together and self.together[-1].token == token:
            self.together.pop()
        self.together.append(Together(members, token, sentence, role))

    def of_sentence(self, sentence: int) -> list[Seen]:
        """Return the mentions of the sentence that is being read, in text order."""
        start = len(self.seen)
        while start and self.seen[start - 1].sentence == sentence:
            start -= 1
        return self.seen[start:]

    def last_main_subject(self, before: int, sentence: int) -> Entity | None:
        """Return of whom the last main clause tells, in this sentence or the one before."""
        for seen in reversed(self.seen):
            if sentence - seen.sentence > 1:
                break
            clause = self.words.head[seen.token]
            if seen.token < before and seen.role in SUBJECTS and self.words.dep[clause] in MAIN_CLAUSES:
                return seen.entity.final()
        return None

    def recent(self, sentence: int, *, back: int = FARTHEST) -> dict[Entity, list[Seen]]:
        """Return everybody of the last sentences with their mentions, the most recent first."""
        found: dict[Entity, list[Seen]] = {}
        for seen in reversed(self.seen):
            if sentence - seen.sentence > back:
                break
            found.setdefault(seen.entity.final(), []).append(seen)
        return found


def is_joined(words: Words, i: int) -> bool:
    return words.dep[i] == "conj" or words.child(i, "conj") is not None


def effective_role(words: Words, i: int) -> str:
    """Return the role of the noun phrase that the token belongs to; joined words share one."""
    at = i
    while words.dep[at] in {"conj", "appos", "compound"} and words.head[at] != at:
        if words.dep[at] == "compound" and words.tag[words.head[at]] in FINITE_TAGS:
            return "nsubj"  # "The police arrive", where the tree has no subject
        at = words.head[at]
    if words.dep[at] == "pobj" and words.dep[words.head[at]] == "agent":
        return "agent"
    if words.dep[at] == "nsubj" and words.dep[words.head[at]] in SUBORDINATE:
        return "subsubj"
    return words.dep[at]


def antecedents(
    discourse: Discourse,
    i: int,
    gender: Gender | None,
    sentence: int,
    *,
    barred: Collection[Entity] = (),
    back: int = FARTHEST,
) -> list[tuple[float, Entity]]:
    """Return whom a singular pronoun may mean, the likeliest first; without a gender, anybody.

    `barred` are those whom the grammar excludes.

    In "Mara meets Tom. He smiles." the pronoun has Tom alone, once Mara is known to be a woman.
    """
    place = _place(discourse.words, i)
    subject, weight = _subject_of(discourse.words, i) if place == "owner" else (None, 0.0)
    scored = []
    for rank, (entity, mentions) in enumerate(discourse.recent(sentence, back=back).items()):
        if entity.is_plural or entity in barred or not (gender is None or entity.accepts(gender)):
            continue
        score = _salience(entity, mentions, place, sentence - mentions[0].sentence)
        score += RECENT[rank] if rank < len(RECENT) and mentions[0].sentence == sentence else 0.0
        score += _agreement(entity, gender) if gender is not None else 0.0
        if subject is not None and any(seen.token == subject for seen in mentions):
            score += weight
        score += _carried_on(discourse, entity, mentions, place, sentence)
        scored.append((score, entity))
    return sorted(scored, key=lambda pair: -pair[0])


def _subject_of(words: Words, i: int) -> tuple[int | None, float]:
    """Return the subject of the clause of "his" and how much it counts.

    Less in "Tom leaves, taking his coat", where who takes it is not told, and nothing in "Tom asks Max to
    bring his coat".
    """
    clause = words.clause(i)
    subject, does = words.subject(clause), doer(words, clause)
    if does is None:
        return subject, OF_UNTOLD
    return (subject, OF_SUBJECT) if subject == does else (None, 0.0)


def _carried_on(
    discourse: Discourse, entity: Entity, mentions: list[Seen], place: str, sentence: int
) -> float:
    """Return what it tells that the last sentence has called somebody by a pronoun, or that they are dead.

    What a pronoun means is what is spoken of (Grosz, Joshi and Weinstein, "Centering", 1995).
    """
    score = 0.0 if discourse.is_present(entity, sentence) else OF_DEAD
    if mentions[0].sentence != sentence - 1:
        return score
    near = [seen for seen in mentions if seen.sentence == sentence - 1 and not seen.is_joint]
    called = {
        seen.role in BOTH_SUBJECTS for seen in near if discourse.words.tag[seen.token].startswith("PRP")
    }
    return score + max((CENTRED[place, is_subject] for is_subject in called), default=0.0)


def _place(words: Words, i: int) -> str:
    role = effective_role(words, i)
    return "subject" if role in BOTH_SUBJECTS else "owner" if role == "poss" else "object"


def _salience(entity: Entity, mentions: list[Seen], place: str, distance: int) -> float:
    """Return how much the mentions speak for the entity, the roles of the last sentence with it above all."""
    weights = PLACES[place, distance == 0]
    last = mentions[0]
    score = max(
        [
            weights.get(GROUPS.get(seen.role, "oblique"), 0.0) - (JOINT if seen.is_joint else 0.0)
            for seen in mentions
            if seen.sentence == last.sentence
        ]
    )
    score += DISTANCE[distance] + TOLD * min(log2(1 + entity.told), 4.0)
    return score + (NAMED if entity.is_named else 0.0)


def _agreement(entity: Entity, gender: Gender) -> float:
    believed = entity.gender
    if believed is None:
        return 0.0
    if believed is gender:
        return 1.0 if entity.is_surely(gender) else 0.5
    return -1.5
