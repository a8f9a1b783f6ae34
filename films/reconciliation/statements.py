"""Which value of a fact wins, and what a film is called while no document says it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from films.extraction.statements import FactStatement
from films.folding import fold
from films.reconciliation.sources import Source, fuller, unique_evidence
from films.reconciliation.values import FilmCharacter, FilmStatement
from films.vocabulary import MULTIPLE_FACTS, Fact, Rank

FIRST_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Stated:
    source: Source
    statement: FactStatement

    @property
    def is_in_header(self) -> bool:
        return self.source.is_in_header(self.statement.evidence)


def reconcile_statements(sources: Sequence[Source]) -> tuple[FilmStatement, ...]:
    """Return every stated value with all who state it; of rivals, the preferred one stands first.

    More documents win; then a header over prose; then the spelling that keeps its accents; then the
    first document.
    """
    by_fact: dict[Fact, list[_Stated]] = defaultdict(list)
    for source in sources:
        for statement in source.extraction.facts:
            by_fact[statement.fact].append(_Stated(source, statement))
    return tuple(row for fact in Fact if fact in by_fact for row in _ranked(fact, by_fact[fact]))


def _ranked(fact: Fact, stated: Iterable[_Stated]) -> list[FilmStatement]:
    by_value: dict[str, list[_Stated]] = defaultdict(list)
    for row in stated:
        by_value[fold(row.statement.value) or row.statement.value].append(row)
    values = sorted(by_value.values(), key=_standing)
    return [
        FilmStatement(
            fact,
            fuller([row.statement.value for row in rows]),
            Rank.PREFERRED if position == 0 or fact in MULTIPLE_FACTS else Rank.NORMAL,
            unique_evidence(e for row in rows for e in row.source.evidence(row.statement.evidence)),
        )
        for position, rows in enumerate(values)
    ]


def _standing(rows: Sequence[_Stated]) -> tuple[object, ...]:
    documents = {row.source.document for row in rows}
    marks = max(sum(ord(c) > 127 for c in row.statement.value) for row in rows)
    first = min((row.source.rank, row.statement.evidence[:1]) for row in rows)
    return (-len(documents), not any(row.is_in_header for row in rows), -marks, first)


def preferred(statements: Iterable[FilmStatement], fact: Fact) -> str:
    """Return the value decided on, or an empty text."""
    return next((s.value for s in statements if s.fact is fact and s.rank is Rank.PREFERRED), "")


def preferred_number(statements: Iterable[FilmStatement], fact: Fact) -> int | None:
    """Return the preferred value that is a number, or None."""
    numbers = (s.value for s in statements if s.fact is fact and s.value.isdecimal())
    return next((int(value) for value in numbers), None)


def all_preferred(statements: Iterable[FilmStatement], fact: Fact) -> tuple[str, ...]:
    return tuple(s.value for s in statements if s.fact is fact and s.rank is Rank.PREFERRED)


def provisional_title(characters: Sequence[FilmCharacter], sources: Sequence[Source]) -> str:
    """Return what to call a film without a title: its main characters, or how its first document begins.

    With Mara and Dov as the most mentioned the film is "Mara and Dov".
    """
    named = [c for c in characters if c.is_named]
    main = sorted(named, key=lambda c: (-len(c.mentions), _first_place(c), c.key))[:2]
    if main:
        return " and ".join(character.name for character in main)
    words = next((s.extraction.document.prose.text.split() for s in sources), [])
    beginning = " ".join(words[:FIRST_WORDS])
    name = next((s.extraction.document.name for s in sources), "")
    return f"Untitled film: {beginning}…" if beginning else f"Untitled film {name}".strip()


def _first_place(character: FilmCharacter) -> int:
    return min((mention.span.start for mention in character.mentions), default=0)
