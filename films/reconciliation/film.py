"""One film out of its documents."""

from collections.abc import Iterator, Sequence

from films.extraction.statements import Extraction
from films.reconciliation.characters import reconcile_characters
from films.reconciliation.credits import reconcile_credits
from films.reconciliation.events import reconcile_events
from films.reconciliation.relations import reconcile_places, reconcile_relationships
from films.reconciliation.sources import in_order
from films.reconciliation.statements import (
    all_preferred,
    preferred,
    preferred_number,
    provisional_title,
    reconcile_statements,
)
from films.reconciliation.values import FilmStatement, ReconciledFilm
from films.vocabulary import Fact, Rank


def reconcile(extractions: Sequence[Extraction]) -> ReconciledFilm:
    """Join everything that documents about one film say; the order in which they come does not matter.

    Raises `ValueError` when there is no document.
    """
    if not extractions:
        raise ValueError("a film needs a document")
    sources = in_order(extractions)
    statements = reconcile_statements(sources)
    cast = reconcile_characters(sources)
    places = reconcile_places(sources)
    title = preferred(statements, Fact.TITLE)
    return ReconciledFilm(
        title=title or provisional_title(cast.characters, sources),
        is_title_provisional=not title,
        original_title=preferred(statements, Fact.ORIGINAL_TITLE),
        year=preferred_number(statements, Fact.YEAR),
        runtime_minutes=preferred_number(statements, Fact.RUNTIME_MINUTES),
        based_on=preferred(statements, Fact.BASED_ON),
        genres=all_preferred(statements, Fact.GENRE),
        countries=all_preferred(statements, Fact.COUNTRY),
        documents=tuple(source.document for source in sources),
        statements=statements,
        credits=reconcile_credits(sources, cast.keys),
        characters=cast.characters,
        relationships=reconcile_relationships(sources, cast.keys),
        places=places,
        events=reconcile_events(sources, cast, places),
        reasons=(*cast.reasons, *_preferences(statements)),
    )


def _preferences(statements: Sequence[FilmStatement]) -> Iterator[str]:
    for rival in statements:
        if rival.rank is Rank.NORMAL:
            chosen = next(s for s in statements if s.fact is rival.fact and s.rank is Rank.PREFERRED)
            yield f"{rival.fact.replace('_', ' ')}: {chosen.value} is preferred to {rival.value}"
