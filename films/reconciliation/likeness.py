"""How likely two event mentions tell one happening: by what is done, by whom, and in what words."""

from collections.abc import Mapping
from functools import lru_cache

from films.reconciliation.neighbours import akin, word_keys
from films.reconciliation.synonyms import trigger_likeness
from films.reconciliation.tellings import Deed

ACT, PEOPLE, WORDS = 0.4, 0.25, 0.35


def likeness(a: Deed, b: Deed) -> float:
    """Return from 0 to 1 how alike two event mentions of different tellings are."""
    return (
        ACT * trigger_likeness(a.event.lemma, b.event.lemma)
        + PEOPLE * people_alike(a, b)
        + WORDS * words_alike(a, b)
    )


def words_alike(a: Deed, b: Deed) -> float:
    """Return from 0 to 1 how much of what either says is said by the other, or nearly."""
    return (_share_told(a.words, b.words) + _share_told(b.words, a.words)) / 2


def people_alike(a: Deed, b: Deed) -> float:
    """Return from 0 to 1 how many of those in either are in both; where none is known, nothing is."""
    both = a.people | b.people
    return len(a.people & b.people) / len(both) if both else 0.5


def _share_told(words: Mapping[str, float], others: Mapping[str, float]) -> float:
    """Return how much of what the words tell is told by the others, or nearly."""
    nearness = [bits * max((_nearness(word, o) for o in others), default=0.0) for word, bits in words.items()]
    return sum(nearness) / sum(words.values()) if words else 0.0


@lru_cache(maxsize=1 << 16)
def _nearness(a: str, b: str) -> float:
    near = akin(b)
    return max((near[key] for key in word_keys(a) if key in near), default=0.0)
