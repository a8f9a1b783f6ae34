"""How far two stories agree: in their names, and in their other telling words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from films.reconciliation.profiles import DocumentProfile
from films.reconciliation.words import weight, word_counts

WORDS_SHOWN = 4
MAIN_NAMES = 8
WORDING_FOR_NAMES = 2.0
COPIED_SHARE = 0.6  # of the runs of words


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least that has to agree."""

    names: int  # names in common
    bits: float  # what these tell, together
    name_cosine: float  # how far they are the names that matter in both
    word_cosine: float
    breadth: float = 0.0  # see `Resemblance.breadth`


# Told in one's own words; a story retold closely; a story whose people have no names. In a sequel
# some of the people come back, but the new ones matter as much: hence the breadth.
LINK = (
    Thresholds(names=3, bits=30, name_cosine=0.40, word_cosine=0.030, breadth=0.60),
    Thresholds(names=2, bits=12, name_cosine=0.30, word_cosine=0.25),
    Thresholds(names=0, bits=0, name_cosine=0.0, word_cosine=0.50),
)
SUGGEST = (
    Thresholds(names=3, bits=22, name_cosine=0.27, word_cosine=0.025),
    Thresholds(names=1, bits=8, name_cosine=0.25, word_cosine=0.20),
    Thresholds(names=0, bits=0, name_cosine=0.0, word_cosine=0.35),
)


@dataclass(frozen=True, slots=True)
class Resemblance:
    """What two stories have in common: `shared_names` are single words, `people_and_places` whole names."""

    shared_names: tuple[str, ...]
    people_and_places: tuple[str, ...]
    bits: float
    name_cosine: float
    word_cosine: float
    coverage: float  # of either story's main names by the other's, the lesser of the two

    @property
    def breadth(self) -> float:
        """Whether nearly all that matters agrees: the main names, or else the wording."""
        return self.coverage + WORDING_FOR_NAMES * self.word_cosine

    @property
    def agrees(self) -> bool:
        """Whether the stories are one, beyond doubt."""
        return any(self._reaches(thresholds) for thresholds in LINK)

    @property
    def may_agree(self) -> bool:
        """Whether an editor should look at them."""
        return any(self._reaches(thresholds) for thresholds in SUGGEST)

    @property
    def score(self) -> float:
        return round(min(1.0, (self.name_cosine + self.word_cosine) / 1.2), 4)

    @property
    def reason(self) -> str:
        if not self.shared_names:
            return "the wording agrees"
        shown = (self.people_and_places or self.shared_names)[:WORDS_SHOWN]
        return f"the stories agree in {', '.join(name.title() for name in shown)}"

    def _reaches(self, least: Thresholds) -> bool:
        return (
            len(self.shared_names) >= least.names
            and self.bits >= least.bits
            and self.name_cosine >= least.name_cosine
            and self.word_cosine >= least.word_cosine
            and self.breadth >= least.breadth
        )


def resemblance(a: DocumentProfile, b: DocumentProfile) -> Resemblance:
    """Return what the stories of two documents have in common."""
    a_names, b_names = _name_vector(a), _name_vector(b)
    shared = sorted(a_names.keys() & b_names.keys(), key=lambda name: (-weight(name), name))
    return Resemblance(
        shared_names=tuple(shared),
        people_and_places=_whole_names(a, b, frozenset(shared)),
        bits=sum(weight(name) for name in shared),
        name_cosine=_cosine(a_names, b_names),
        word_cosine=_cosine(_word_vector(a), _word_vector(b)),
        coverage=min(_coverage(a, b), _coverage(b, a)),
    )


def is_copy(a: DocumentProfile, b: DocumentProfile) -> bool:
    """Whether most of the one text stands in the other."""
    return _overlap(a.shingles, b.shingles) >= COPIED_SHARE


def _whole_names(a: DocumentProfile, b: DocumentProfile, shared: frozenset[str]) -> tuple[str, ...]:
    """Return the names of people and places, of either document, of which both have all words."""
    names = [name for profile in (a, b) for name, _ in profile.characters]
    names += [name for profile in (a, b) for name in profile.places]
    known = (name for name in names if shared.issuperset(word_counts(name)) and word_counts(name))
    return tuple(dict.fromkeys(known))


@lru_cache(maxsize=4096)
def _name_vector(profile: DocumentProfile) -> Mapping[str, float]:
    return _unit({name: (1 + math.log(count)) * (weight(name) - 3) for name, count in profile.names})


@lru_cache(maxsize=4096)
def _word_vector(profile: DocumentProfile) -> Mapping[str, float]:
    return _unit({word: weight(word) - 4 for word in profile.words})


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {key: value / length for key, value in vector.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return sum(a[key] * b[key] for key in sorted(a.keys() & b.keys()))


def _coverage(a: DocumentProfile, b: DocumentProfile) -> float:
    """Return the share of the main names of `a` that stand in `b` too."""
    main = sorted(a.names, key=lambda row: (-row[1] * weight(row[0]), row[0]))[:MAIN_NAMES]
    present = {name for name, _ in b.names}
    values = {name: math.sqrt(count) * weight(name) for name, count in main}
    return sum(value for name, value in values.items() if name in present) / (sum(values.values()) or 1.0)


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Estimate the share of runs that two texts have in common from the smallest hashes of both."""
    smallest = sorted({*a, *b})[: min(len(a), len(b))]
    both = set(a) & set(b)
    return sum(shingle in both for shingle in smallest) / len(smallest) if smallest else 0.0
