"""What the steps of planning one film's import share: its rows, the ledger, what editors removed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from films.importing.removals import Removed
from films.importing.rows import Ledger
from films.importing.shared import Shared
from films.importing.stored import Place, StoredFilm, place_of
from films.models import Character, Citation, Film, SourceDocument
from films.models.base import Curated
from films.models.insertion import new_row
from films.reconciliation.values import Evidence
from films.vocabulary import MentionKind


@dataclass(frozen=True, slots=True)
class Plan:
    """One film's import while it is being planned; nothing is written before the ledger is."""

    stored: StoredFilm
    removed: Removed
    documents: Mapping[str, SourceDocument]  # by sha256, those of this import among them
    shared: Shared
    ledger: Ledger = field(default_factory=Ledger)
    # Characters that are dropped because they turned out to be another one, with that one.
    joined: list[tuple[Character, Character]] = field(default_factory=list)

    @property
    def film(self) -> Film:
        return self.stored.film

    def cite(self, row_field: str, row: Model, wanted: Mapping[Place, MentionKind | None]) -> None:
        """Let the row have these citations; of a row that an editor touched none is taken away."""
        has = {place_of(citation): citation for citation in self.stored.citations_of(row_field, row)}
        for place, kind in wanted.items():
            word = kind.value if kind else ""
            if place in has:
                self.ledger.change(has[place], mention_kind=word)
            else:
                sha256, start, end = place
                citation = new_row(
                    Citation,
                    document=self.documents[sha256],
                    start=start,
                    end=end,
                    mention_kind=word,
                    **{row_field: row},
                )
                self.ledger.add(citation)
        if not (isinstance(row, Curated) and row.is_edited):
            self.drop_all(citation for place, citation in has.items() if place not in wanted)

    def drop_all(self, rows: Iterable[Model]) -> None:
        for row in rows:
            self.ledger.drop(row)


@dataclass(frozen=True, slots=True)
class CastRows:
    """The characters of the plan: the row of each proposed key, absent when an editor removed it."""

    by_key: Mapping[str, Character]
    names: Mapping[int, frozenset[str]]  # folded, by the identity of the row in memory
    places: Mapping[str, frozenset[Place]]  # that mention each proposed key


def places(evidence: Iterable[Evidence]) -> dict[Place, MentionKind | None]:
    """Return evidence as places to cite; an empty stretch cites nothing."""
    return {
        (entry.document, entry.span.start, entry.span.end): None
        for entry in evidence
        if entry.span.start < entry.span.end
    }
