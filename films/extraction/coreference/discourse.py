"""The state of one telling while it is read: who was spoken of where, most recent last.

Pronouns look back over it, much as in Lappin and Leass, "An Algorithm for Pronominal Anaphora
Resolution" (Computational Linguistics 20, 1994): agreement and binding exclude, then recency, grammatical
role, parallelism and salience decide.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from math import log2

from films.extraction.coreference.entities import Entity
from films.extraction.words import Words
from films.vocabulary import Gender

FARTHEST = 4  # sentences that a pronoun looks back
DISTANCE = (0.0, 1.0, 2.6, 4.2, 5.8)
ROLE = {"nsubj": 1.5, "subsubj": 1.1, "nsubjpass": 1.3, "dobj": 0.6, "dative": 0.6, "agent": 0.5, "poss": 0.4}
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "attr", "oprd"})
BOTH_SUBJECTS = frozenset({"nsubj", "subsubj", "nsubjpass"})
SUBORDINATE = frozenset({"relcl", "ccomp", "advcl", "acl", "pcomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention in the telling so far."""

    entity: Entity
    token: int
    sentence: int
    role: str


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

    def note(self, entity: Entity, token: int, sentence: int) -> None:
        """Remember a mention."""
        entity.told += 1
        self.seen.append(Seen(entity, token, sentence, effective_role(self.words, token)))

    def note_together(self, members: tuple[Entity, ...], token: int, sentence: int) -> None:
        """Remember that these were spoken of as one; a longer list with the same head replaces a shorter."""
        if self.together and self.together[-1].token == token:
            self.together.pop()
        self.together.append(Together(members, token, sentence, effective_role(self.words, token)))

    def recent(self, sentence: int, *, back: int = FARTHEST) -> dict[Entity, list[Seen]]:
        """Return everybody of the last sentences with their mentions, the most recent first."""
        found: dict[Entity, list[Seen]] = {}
        for seen in reversed(self.seen):
            if sentence - seen.sentence > back:
                break
            found.setdefault(seen.entity.final(), []).append(seen)
        return found


def effective_role(words: Words, i: int) -> str:
    """Return the role of the noun phrase that the token belongs to; joined words share one."""
    at = i
    while words.dep[at] in {"conj", "appos", "compound"} and words.head[at] != at:
        at = words.head[at]
    if words.dep[at] == "pobj" and words.dep[words.head[at]] == "agent":
        return "agent"
    if words.dep[at] == "nsubj" and words.dep[words.head[at]] in SUBORDINATE:
        return "subsubj"
    return words.dep[at]


def governor(words: Words, i: int) -> int:
    """Return the word whose argument this token is: the verb, past prepositions."""
    at = words.head[i]
    while words.dep[at] in {"prep", "agent", "dative"} and words.head[at] != at:
        at = words.head[at]
    return at


def antecedents(
    discourse: Discourse, i: int, gender: Gender | None, sentence: int, *, back: int = FARTHEST
) -> list[tuple[float, Entity]]:
    """Return whom a singular pronoun may mean, the likeliest first; without a gender, anybody.

    In "Mara meets Tom. He smiles." the pronoun has Tom alone, once Mara is known to be a woman.
    """
    scored = [
        (_score(discourse.words, i, gender, sentence, entity, mentions), entity)
        for entity, mentions in discourse.recent(sentence, back=back).items()
        if not entity.is_plural
        and (gender is None or entity.accepts(gender))
        and not is_excluded(discourse.words, i, [seen.token for seen in mentions[:4]])
    ]
    return sorted(scored, key=lambda pair: -pair[0])


def _score(
    words: Words, i: int, gender: Gender | None, sentence: int, entity: Entity, mentions: list[Seen]
) -> float:
    last = mentions[0]
    role = effective_role(words, i)
    score = max(ROLE.get(seen.role, 0.0) - DISTANCE[sentence - seen.sentence] for seen in mentions[:3])
    score += 0.5 if last.role == role or (role in BOTH_SUBJECTS and last.role in BOTH_SUBJECTS) else 0.0
    score += 0.4 * min(log2(1 + entity.told), 3.0)
    score += 0.5 if entity.is_named else 0.0
    if gender is not None:
        score += _agreement(entity, gender)
    if role == "poss" and last.sentence == sentence:
        subject = words.subject(words.clause(i))
        score += 1.5 if subject is not None and any(seen.token == subject for seen in mentions) else 0.0
    return score


def _agreement(entity: Entity, gender: Gender) -> float:
    if entity.gender is None:
        return 0.0
    if entity.gender is gender:
        return 1.0 if entity.is_surely(gender) else 0.5
    return -1.5


def is_excluded(words: Words, i: int, tokens: Collection[int]) -> bool:
    """Binding: in "Mara sees her" she is someone else, and nobody is their own son."""
    if words.dep[i] == "poss":
        return words.head[i] in tokens
    if words.dep[i] not in ARGUMENTS or words.lower[i].endswith("self"):
        return False
    clause = governor(words, i)
    return any(words.dep[t] in ARGUMENTS and governor(words, t) == clause for t in tokens)
