"""Different words for one happening, from a hand-made list."""

from functools import cache
from pathlib import Path

SYNONYM = 0.7


def trigger_likeness(a: str, b: str) -> float:
    """Return how alike two trigger lemmas are: 1 for the same, less for such as "flee" and "escape"."""
    if a == b:
        return 1.0
    groups = trigger_groups()
    return SYNONYM if groups.get(a, frozenset()) & groups.get(b, frozenset()) else 0.0


@cache
def trigger_groups() -> dict[str, frozenset[int]]:
    """Return the lines of `resources/trigger_groups.txt` in which each lemma stands."""
    path = Path(__file__).with_name("resources") / "trigger_groups.txt"
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        for lemma in line.split() if not line.startswith("#") else ():
            groups.setdefault(lemma, set()).add(number)
    return {lemma: frozenset(numbers) for lemma, numbers in groups.items()}
