"""What follows from what is told of people, and what does not go together.

Two children of one parent are siblings; siblings share their parents; the two told parents of a child are
a married couple, and the only spouse of its only told parent is the other; a parent's sibling and a
sibling's or child's spouse are relatives, and a relative is one of the siblings, too; two who serve one
master are colleagues. A friend's friend may be a stranger, and a colleague's enemy is seldom one's own:
counted over annotated plots, two of three were not. Nor are his other colleagues or his master: a partner
at twenty and one at forty never met, and of twelve so inferred two were right.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from films.extraction.relations.relation_claims import Claim
from films.extraction.relations.relation_words import KIN, LOVERS
from films.reading.document import Span
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, Gender
from films.vocabulary import RelationshipKind as Kind

Triple = tuple[str, Kind, str]
Near = tuple[str, tuple[Span, ...]]  # someone to whom another is tied, evidence
Tie = tuple[str, str, tuple[Span, ...]]  # subject, object, evidence

CLOSE_KIN = frozenset({Kind.PARENT, Kind.SIBLING, Kind.SPOUSE})
BLOOD = frozenset({Kind.PARENT, Kind.SIBLING})
BLOOD_KIN = BLOOD | {Kind.RELATIVE}
CLOSE = (KIN | {Kind.FRIEND}) - {Kind.RELATIVE}
ENOUGH = 0.7  # a sign, or two hints
ENOUGH_BESIDE_KIN = 1.0  # that a couple fell in love says no more than that they married
ENOUGH_AGAINST_TIES = 1.9  # harm between those who are close has to be told more than once
ENOUGH_AGAINST_BLOOD = 2.0
LARGEST_CREW = 6
MAX_EVIDENCE = 12


@dataclass(slots=True)
class _Ties:
    """Who is what to whom, with the evidence; both orders of a symmetric tie are found."""

    evidence: dict[Triple, tuple[Span, ...]] = field(default_factory=dict)
    kinds: dict[frozenset[str], set[Kind]] = field(default_factory=lambda: defaultdict(set))

    def add(self, triple: Triple, evidence: Iterable[Span]) -> bool:
        """Add a tie unless it is known; return whether it was new."""
        subject, kind, other = triple
        if kind in SYMMETRIC_RELATIONSHIPS and subject > other:
            triple = (other, kind, subject)
        if subject == other or triple in self.evidence:
            return False
        self.evidence[triple] = tuple(dict.fromkeys(evidence))[:MAX_EVIDENCE]
        self.kinds[frozenset((subject, other))].add(kind)
        return True

    def of(self, kind: Kind) -> list[Tie]:
        return [(s, o, spans) for (s, k, o), spans in self.evidence.items() if k is kind]

    def between(self, one: str, other: str) -> set[Kind]:
        return self.kinds.get(frozenset((one, other)), set())


def conclude(
    claims: Iterable[Claim],
    genders: Mapping[str, Gender | None] | None = None,
) -> list[tuple[Triple, tuple[Span, ...]]]:
    """Return the ties that the claims of a document add up to, with what follows from them."""
    told = list(claims)
    totals, evidence = _added_up(told)
    ties = _Ties()
    ordered = sorted(totals, key=_rank)  # stable: else as told
    for triple in ordered:
        if totals[triple] >= _needed(triple, ties) and not _is_contrary(triple, totals):
            ties.add(triple, evidence[triple])
    _add_colleagues(ties)
    _add_shared_relatives(ties)
    _add_second_parents(ties, later={claim.pair for claim in told if claim.is_later})
    _add_parents_as_spouses(ties, genders or {})
    _infer_kin(ties, told_siblings=ties.of(Kind.SIBLING))
    return [(triple, spans) for triple, spans in ties.evidence.items() if not _is_redundant(triple, ties)]


def _added_up(claims: Iterable[Claim]) -> tuple[dict[Triple, float], dict[Triple, list[Span]]]:
    """Add the weights of a tie's claims, the strongest of each sentence."""
    strongest: dict[Triple, dict[tuple[Span, bool], float]] = {}
    for claim in claims:
        by_sentence = strongest.setdefault(claim.pair, {})
        # "Mara loves Tom, and he loves her" is told twice.
        where = (claim.span, claim.kind is Kind.PARTNER and claim.subject > claim.object)
        by_sentence[where] = max(claim.weight, by_sentence.get(where, 0.0))
    totals = {triple: sum(by_sentence.values()) for triple, by_sentence in strongest.items()}
    return totals, {
        triple: list(dict.fromkeys(span for span, _ in by_sentence))
        for triple, by_sentence in strongest.items()
    }


def _rank(triple: Triple) -> int:
    """Kin come first, and marriage before love: what else holds depends on them."""
    order = (Kind.PARENT, Kind.SIBLING, Kind.RELATIVE, Kind.SPOUSE, Kind.PARTNER)
    return order.index(triple[1]) if triple[1] in order else len(order)


def _needed(triple: Triple, ties: _Ties) -> float:
    subject, kind, other = triple
    known = ties.between(subject, other)
    if kind is Kind.ENEMY and known & BLOOD:
        return ENOUGH_AGAINST_BLOOD
    if kind is Kind.ENEMY and known & CLOSE:
        return ENOUGH_AGAINST_TIES
    if kind in {Kind.COLLEAGUE, Kind.FRIEND} and known & KIN:
        return ENOUGH_BESIDE_KIN
    if (kind is Kind.PARTNER and Kind.SPOUSE in known) or (kind in LOVERS and known & BLOOD_KIN):
        return ENOUGH_BESIDE_KIN
    return ENOUGH


def _is_contrary(triple: Triple, totals: dict[Triple, float]) -> bool:
    """Is the reverse told more often? Nobody is the parent of a parent."""
    subject, kind, other = triple
    return kind not in SYMMETRIC_RELATIONSHIPS and totals.get((other, kind, subject), 0.0) > totals[triple]


def _add_colleagues(ties: _Ties) -> None:
    """Add that those who serve one master work together, unless they are kin or the one serves the other."""
    for crew in _by_subject(ties.of(Kind.EMPLOYER)).values():
        for (one, spans), (other, more) in combinations(crew[:LARGEST_CREW], 2):
            if not ties.between(one, other) & (KIN | {Kind.EMPLOYER}):
                ties.add((one, Kind.COLLEAGUE, other), (*spans[:1], *more[:1]))


def _add_shared_relatives(ties: _Ties) -> None:
    """Add that the uncle of one told sibling is the other's, too."""
    siblings = _by_subject(_both_ways(ties.of(Kind.SIBLING)))
    for near, far, spans in _both_ways(ties.of(Kind.RELATIVE)):
        for sibling, more in siblings[near]:
            if sibling != far and not ties.between(sibling, far) & KIN:
                ties.add((sibling, Kind.RELATIVE, far), (*spans[:1], *more[:1]))


def _add_parents_as_spouses(ties: _Ties, genders: Mapping[str, Gender | None]) -> None:
    """Add that the two parents of a child are, or were, married, unless another tie of love is told."""
    for family in _by_object(ties.of(Kind.PARENT)).values():
        couple = family if len(family) == 2 else _father_and_mother(family, genders)
        for (one, spans), (other, more) in [couple] if couple else []:
            is_same = genders.get(one) is not None and genders.get(one) is genders.get(other)
            if not is_same and not ties.between(one, other) & KIN:
                ties.add((one, Kind.SPOUSE, other), (*spans[:1], *more[:1]))


def _father_and_mother(family: list[Near], genders: Mapping[str, Gender | None]) -> list[Near]:
    """Return the only man and the only woman among a child's parents, of whom one may be told twice."""
    fathers = [near for near in family if genders.get(near[0]) is Gender.MALE]
    mothers = [near for near in family if genders.get(near[0]) is Gender.FEMALE]
    return [*fathers, *mothers] if len(fathers) == len(mothers) == 1 else []


def _add_second_parents(ties: _Ties, later: Container[Triple]) -> None:
    """Add that the wife of a child's father is its mother, where no other is told and she is no later one."""
    spouses = _by_subject(_both_ways(ties.of(Kind.SPOUSE)))
    for child, known in _by_object(ties.of(Kind.PARENT)).items():
        if len(known) == 1 and len(spouses[known[0][0]]) == 1:
            spouse, more = spouses[known[0][0]][0]
            first, second = sorted((spouse, known[0][0]))
            if (first, Kind.SPOUSE, second) in later:
                continue
            if spouse != child and not ties.between(spouse, child):
                ties.add((spouse, Kind.PARENT, child), (*known[0][1][:1], *more[:1]))


def _infer_kin(ties: _Ties, told_siblings: list[Tie]) -> None:
    """Add what follows, until nothing new does; the rules only ever add, so this ends."""
    is_growing = True
    for _ in range(4):
        if not is_growing:
            return
        is_growing = False
        for triple, spans in [*_siblings(ties), *_shared_parents(ties, told_siblings), *_relatives(ties)]:
            is_growing |= ties.add(triple, spans)


def _siblings(ties: _Ties) -> Iterator[tuple[Triple, tuple[Span, ...]]]:
    for family in _by_subject(ties.of(Kind.PARENT)).values():
        for (one, spans), (other, more) in combinations(family, 2):
            if not ties.between(one, other) & (KIN - {Kind.RELATIVE}):
                yield (one, Kind.SIBLING, other), (*spans[:1], *more[:1])


def _shared_parents(ties: _Ties, told_siblings: list[Tie]) -> Iterator[tuple[Triple, tuple[Span, ...]]]:
    """Yield the parents of told siblings; inferred ones may be half-siblings."""
    parents = _by_object(ties.of(Kind.PARENT))
    for child, sibling, spans in _both_ways(told_siblings):
        for parent, more in parents[child]:
            if not ties.between(parent, sibling) & KIN and len(parents[sibling]) < 2:
                yield (parent, Kind.PARENT, sibling), (*more[:1], *spans[:1])


def _relatives(ties: _Ties) -> Iterator[tuple[Triple, tuple[Span, ...]]]:
    """Yield uncles and aunts, grandparents, and in-laws by marriage."""
    siblings = _by_subject(_both_ways(ties.of(Kind.SIBLING)))
    spouses = _by_subject(_both_ways(ties.of(Kind.SPOUSE)))
    children = _by_subject(ties.of(Kind.PARENT))
    for parent, child, spans in ties.of(Kind.PARENT):
        steps = [(other, child, more) for other, more in siblings[parent]]
        steps += [(parent, other, more) for other, more in spouses[child] + children[child]]
        for one, other, more in steps:
            yield from _as_relatives(ties, one, other, (*spans[:1], *more[:1]))
    for sibling, married, spans in _both_ways(ties.of(Kind.SIBLING)):
        for spouse, more in spouses[married]:
            yield from _as_relatives(ties, sibling, spouse, (*spans[:1], *more[:1]))


def _as_relatives(
    ties: _Ties, one: str, other: str, spans: tuple[Span, ...]
) -> Iterator[tuple[Triple, tuple[Span, ...]]]:
    if one != other and not ties.between(one, other) & KIN:
        yield (one, Kind.RELATIVE, other), spans


def _both_ways(ties: Iterable[Tie]) -> Iterator[Tie]:
    """Yield each tie of a symmetric kind as either of the two has it."""
    for one, other, spans in ties:
        yield one, other, spans
        yield other, one, spans


def _by_subject(ties: Iterable[Tie]) -> Mapping[str, list[Near]]:
    """Return to whom each subject is tied; to nobody, where no tie is told."""
    near: dict[str, list[Near]] = defaultdict(list)
    for subject, other, spans in ties:
        near[subject].append((other, spans))
    return near


def _by_object(ties: Iterable[Tie]) -> Mapping[str, list[Near]]:
    """Return who is tied to each object; nobody, where no tie is told."""
    return _by_subject((other, subject, spans) for subject, other, spans in ties)


def _is_redundant(triple: Triple, ties: _Ties) -> bool:
    """A friend who is a lover, and a relative who is a parent, are told once."""
    subject, kind, other = triple
    kinds = ties.between(subject, other)
    if kind is Kind.FRIEND:
        return bool(kinds & LOVERS)
    return kind is Kind.RELATIVE and bool(kinds & CLOSE_KIN)
