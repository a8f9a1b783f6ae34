"""Who made the film and who plays whom, from all documents together."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from films.extraction.statements import Credit
from films.folding import fold
from films.reconciliation.sources import CharacterSource, Source, fuller, unique_evidence
from films.reconciliation.values import Evidence, FilmCredit, FilmPortrayal
from films.vocabulary import Job

CLOSE_SPELLING = 0.95
SHORTEST_CLOSE = 8  # characters; of shorter names a letter is too much
FEWEST_WORDS = 2  # of a name that is no surname alone
JOBS = tuple(Job)
GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class _Credited:
    source: Source
    credit: Credit

    @property
    def standing(self) -> tuple[bool, int, int]:
        """Sorts the best word on billing first: a header's, then the first document's."""
        in_prose = not self.source.is_in_header(self.credit.evidence)
        return (in_prose, self.source.rank, self.credit.billing or 0)


def people_by_name(names: set[str]) -> dict[str, str]:
    """Map each spelling of a person's name to the one that stands for all of that person's.

    Within one film, a name written nearly alike is the same person; a name with initials, or without
    those in the middle, is the one person whom it fits; and a surname alone the one who bears it.

    >>> sorted(people_by_name({"Céline Rouxel", "Celine Rouxelle", "C. Rouxel", "Rouxel"}).values())
    ['celine rouxel', 'celine rouxel', 'celine rouxel', 'celine rouxel']
    """
    folded = {name: fold(name) or name for name in names}
    full = sorted({name for name in folded.values() if " " in name})
    stands_for: dict[str, str] = {}
    for name in full:
        stands_for[name] = next(
            (stands_for[other] for other in full if other < name and _is_close(name, other)), name
        )
    families: dict[str, list[str]] = defaultdict(list)  # by surname
    for name in full:
        families[name.split()[-1]].append(name)
    for family in families.values():
        _follow(stands_for, family)
    for name in set(folded.values()) - set(full):
        bearers = {stands_for[other] for other in families.get(name, ())}
        stands_for[name] = bearers.pop() if len(bearers) == 1 else name
    return {name: stands_for[key] for name, key in folded.items()}


def _follow(stands_for: dict[str, str], family: Sequence[str]) -> None:
    """Let shortened names stand for the one person whom they fit; the longest first, which fit the fewest."""
    for name in sorted(family, key=lambda name: (-len(name), name)):
        words = name.split()
        whole = {stands_for[other] for other in family if is_short_for(words, other.split())}
        if len(whole) == 1:
            own, (other,) = stands_for[name], whole
            stands_for.update({key: other for key, value in stands_for.items() if value == own})


def is_short_for(short: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a name, by its folded words, is another with initials, or without names in the middle.

    >>> [is_short_for([first, "rouxel"], ["celine", "rouxel"]) for first in ("c", "ivo")]
    [True, False]
    """
    if len(short) < FEWEST_WORDS or len(short) > len(name) or short == name or short[-1] != name[-1]:
        return False
    if len(short) < len(name) and any(len(word) == 1 for word in short):
        return False  # of initials, none is left out
    middle = iter(name[1:-1])
    return _fits(short[0], name[0]) and all(
        any(_fits(word, other) for other in middle) for word in short[1:-1]
    )


def _fits(word: str, name: str) -> bool:
    return word in (name, name[0])


def are_generations(a: Collection[str], b: Collection[str]) -> bool:
    """Whether folded names of two people tell which of a family each is, and they are not one.

    >>> are_generations({"ned hale jr"}, {"ned hale sr"}), are_generations({"ned hale jr"}, {"ned hale"})
    (True, False)
    """
    first, second = ({name.split()[-1] for name in names if name} & GENERATIONS for names in (a, b))
    return bool(first and second) and first.isdisjoint(second)


def _is_close(a: str, b: str) -> bool:
    if min(len(a), len(b)) < SHORTEST_CLOSE or a[0] != b[0] or are_generations({a}, {b}):
        return False
    first, second = a.split(), b.split()
    shares_a_name = first[0] == second[0] or first[-1] == second[-1]
    return shares_a_name and JaroWinkler.similarity(a, b) >= CLOSE_SPELLING


def reconcile_credits(
    sources: Sequence[Source], characters: Mapping[CharacterSource, str]
) -> tuple[FilmCredit, ...]:
    """Return each person's jobs once, with every document that credits them; the cast in billing order."""
    rows = [_Credited(source, credit) for source in sources for credit in source.extraction.credits]
    person = people_by_name({row.credit.person for row in rows})
    joined: dict[tuple[Job, str], list[_Credited]] = defaultdict(list)
    for row in rows:
        joined[row.credit.job, person[row.credit.person]].append(row)
    order = sorted(joined, key=lambda key: (JOBS.index(key[0]), min(r.standing for r in joined[key]), key[1]))
    cast = [key for key in order if key[0] is Job.CAST]
    return tuple(
        _credit(joined[key], cast.index(key) + 1 if key in cast else None, characters) for key in order
    )


def _credit(
    rows: Sequence[_Credited], billing: int | None, characters: Mapping[CharacterSource, str]
) -> FilmCredit:
    best = sorted(rows, key=lambda row: row.standing)
    names = sorted({row.credit.person for row in rows})
    longest = max(len(fold(name).split()) for name in names)
    return FilmCredit(
        person=fuller([name for name in names if len(fold(name).split()) == longest]),
        names=tuple(names),
        job=best[0].credit.job,
        billing=billing,
        role=next((row.credit.role for row in best if row.credit.role), ""),
        portrayals=_portrayals(rows, characters),
        evidence=unique_evidence(e for row in rows for e in row.source.evidence(row.credit.evidence)),
    )


def _portrayals(
    rows: Sequence[_Credited], characters: Mapping[CharacterSource, str]
) -> tuple[FilmPortrayal, ...]:
    played: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        if row.credit.character is not None:
            key = characters[row.source.document, row.credit.character]
            played[key] += row.source.evidence(row.credit.evidence)
    return tuple(FilmPortrayal(key, unique_evidence(played[key])) for key in sorted(played))
