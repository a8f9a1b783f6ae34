"""Different words for one happening, from a hand-made list and from the company they keep."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from films.reading.resources import entries
from films.reconciliation.neighbours import akin, word_keys

RESOURCES = Path(__file__).with_name("resources")
SYNONYM = 0.8


def trigger_likeness(a: str, b: str) -> float:
    """Return how alike two trigger lemmas are: 1 for the same, less for such as "flee" and "escape"."""
    if a == b:
        return 1.0
    near = acts_akin(b)
    return max((near[key] for key in act_keys(a) if key in near), default=0.0)


@lru_cache(maxsize=1 << 14)
def act_keys(lemma: str) -> tuple[str, ...]:
    """Return what a trigger is looked up by: its word, its stem and its groups of synonyms."""
    return (*word_keys(lemma), *(f"~{group}" for group in sorted(trigger_groups().get(lemma, ()))))


@lru_cache(maxsize=1 << 14)
def acts_akin(lemma: str) -> Mapping[str, float]:
    """Return the `act_keys` that mean nearly the same as the trigger, each with how near it stands."""
    return {**akin(lemma), **{f"~{group}": SYNONYM for group in trigger_groups().get(lemma, ())}}


@cache
def trigger_groups() -> dict[str, frozenset[int]]:
    """Return the lines of `resources/trigger_groups.txt` in which each lemma stands."""
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(entries("trigger_groups.txt", RESOURCES)):
        for lemma in group.split():
            groups.setdefault(lemma, set()).add(number)
    return {lemma: frozenset(numbers) for lemma, numbers in groups.items()}
