"""One film's import: the difference between what its documents say and its rows, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from films.importing.addresses import forward, forward_film
from films.importing.characters import drop_unsupported, plan_characters, plan_relationships
from films.importing.counts import count_rows
from films.importing.events import Scene, plan_events
from films.importing.facts import plan_film_fields, plan_statements
from films.importing.people import plan_credits
from films.importing.places import plan_settings
from films.importing.plan import Plan
from films.importing.relocation import relocate
from films.importing.removals import Removed
from films.importing.report import FilmChanges
from films.importing.rows import Ledger
from films.importing.slugs import free_slugs, slug_of
from films.importing.sources import Arrival, plan_document, plan_keys, plan_tellings
from films.importing.stored import StoredFilm, load_film
from films.importing.suggestions import plan_suggestions
from films.models import Film, Person, Place, SourceDocument, Telling
from films.reconciliation.values import ReconciledFilm
from films.revealing import refresh_known_from
from films.search import index_film
from films.vocabulary import Origin


def write_film(
    film_id: int | None,
    arrivals: Sequence[Arrival],
    proposal: ReconciledFilm,
    *,
    read_with: str,
    at: datetime,
    with_lines: bool = False,
) -> tuple[Film, FilmChanges]:
    """Write what differs between the proposal and the film's rows; `arrivals` are all its documents.

    `follow_up` has to be called for the films that changed, before the transaction ends.
    """
    with transaction.atomic():
        stored = _load(film_id, arrivals)
        old_slug = stored.film.slug
        plan = _plan(stored, arrivals, proposal, read_with=read_with, at=at)
        plan_suggestions(plan, at=at)
        lines = plan.ledger.lines() if with_lines else ()
        people = [row.person_id for row in stored.credits if row.person_id]
        places = [row.place_id for row in stored.settings]
        loaded = list(stored.rows())
        if not plan.ledger.is_empty:
            plan.ledger.write()
            _forget_unused(people, places)
            if old_slug and old_slug != stored.film.slug:
                forward_film(old_slug, stored.film)
            for gone, other in plan.joined:
                forward(gone.get_absolute_url(), other.get_absolute_url())
    return stored.film, plan.ledger.changes(loaded, lines)


def follow_up(film_ids: Sequence[int]) -> None:
    """Bring what is derived from the films' rows in line: counts, what is known from when, the search index.

    For many films at once it asks hardly more than for one.
    """
    count_rows(film_ids)
    refresh_known_from(film_ids)
    index_film(film_ids)


def _load(film_id: int | None, arrivals: Sequence[Arrival]) -> StoredFilm:
    if film_id is None:
        return StoredFilm(Film(origin=Origin.EXTRACTED))
    film = Film.objects.select_for_update().get(pk=film_id)
    for arrival in arrivals:
        if arrival.row is not None and arrival.row.text != arrival.document.text:
            relocate(arrival.row, arrival.document.text)
    return load_film(film)


def _plan(
    stored: StoredFilm,
    arrivals: Sequence[Arrival],
    proposal: ReconciledFilm,
    *,
    read_with: str,
    at: datetime,
) -> Plan:
    ledger = Ledger()
    if stored.film.pk is None:
        ledger.add(stored.film)
    by_id = {row.pk: row for row in stored.documents}
    documents: list[SourceDocument] = []
    for arrival in arrivals:
        known = by_id.get(arrival.row.pk) if arrival.row else None
        documents.append(plan_document(ledger, stored.film, arrival, known, read_with=read_with, at=at))
    removed = Removed.of(stored.removals, stored.characters)
    plan = Plan(stored, removed, {row.sha256: row for row in documents}, ledger)
    was_provisional = stored.film.is_title_provisional
    plan_film_fields(plan, proposal)
    _plan_slug(plan, was_provisional=was_provisional)
    plan_keys(plan, arrivals, documents)
    tellings, gone = plan_tellings(plan, arrivals, documents)
    _plan_story(plan, proposal, tellings)
    plan.drop_all(gone)
    return plan


def _plan_story(plan: Plan, proposal: ReconciledFilm, tellings: Mapping[tuple[str, int], Telling]) -> None:
    plan_statements(plan, proposal.statements)
    cast = plan_characters(plan, proposal.characters)
    plan_credits(plan, cast, proposal.credits)
    plan_relationships(plan, cast, proposal.relationships)
    places = plan_settings(plan, proposal.places)
    plan_events(Scene.of(plan, cast, places, tellings), proposal.events)
    drop_unsupported(plan, cast)


def _plan_slug(plan: Plan, *, was_provisional: bool) -> None:
    """Give a new film its address, and a new one to a film whose first real title has come."""
    film = plan.film
    got_title = was_provisional and not film.is_title_provisional and "title" not in film.edited_fields
    if film.slug and not got_title:
        return
    base = slug_of(film.title, "film")
    base = f"{base}-{film.year}" if film.year else base
    if film.slug != base:
        plan.ledger.measure(film, slug=free_slugs(Film, [base])[0])


def _forget_unused(people: Sequence[int], places: Sequence[int]) -> None:
    """Delete people and places that nothing names any more, unless an editor touched them."""
    untouched = {"origin": Origin.EXTRACTED, "edited_fields": []}
    if people:
        Person.objects.filter(pk__in=people, credits__isnull=True, **untouched).delete()
    if places:
        unused = Place.objects.filter(pk__in=places, settings__isnull=True, events__isnull=True, **untouched)
        unused.delete()
