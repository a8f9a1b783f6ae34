"""Films written: the difference between what their documents say and their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from films.importing.addresses import forward, forward_film
from films.importing.characters import drop_unsupported, plan_characters, plan_relationships
from films.importing.counts import count_rows
from films.importing.events import Scene, plan_events
from films.importing.facts import plan_film_fields, plan_statements
from films.importing.joining import find_joins, join_people
from films.importing.people import plan_credits
from films.importing.places import plan_settings
from films.importing.plan import Plan
from films.importing.relocation import relocate
from films.importing.removals import Removed
from films.importing.report import FilmChanges
from films.importing.rows import Ledger, write_ledgers
from films.importing.shared import Shared, film_slug
from films.importing.sources import Arrival, plan_document, plan_keys, plan_tellings
from films.importing.stored import StoredFilm, load_films
from films.importing.suggestions import plan_suggestions
from films.models import Edition, Film, Person, Place, SourceDocument, Telling
from films.reconciliation.values import ReconciledFilm
from films.revealing import refresh_known_from
from films.search import index_film
from films.vocabulary import Origin


@dataclass(frozen=True, slots=True)
class FilmWork:
    """A film to write: all its documents, and what they make together."""

    film_id: int | None  # None for a film that is new
    arrivals: Sequence[Arrival]
    proposal: ReconciledFilm


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and with what the documents were read, and whether the changes are to be told one by one."""

    read_with: str
    at: datetime
    with_lines: bool = False


def write_films(works: Sequence[FilmWork], circumstances: Circumstances) -> list[tuple[Film, FilmChanges]]:
    """Write what differs between the films' rows and what their documents make of them.

    All of them are planned first, one after the other, and then written together. `follow_up` has to be
    called for those that changed, before the transaction ends.
    """
    stored = _load(works)
    films = [stored[work.film_id] if work.film_id else _new_film() for work in works]
    credits_ = [credit for film in films for credit in film.credits]
    shared = Shared.load([work.proposal for work in works], credits_)
    before = [_Before.of(film) for film in films]
    plans = [_plan(film, work, shared, circumstances) for film, work in zip(films, works, strict=True)]
    joins = find_joins(shared.people, [plan.film for plan in plans])
    lines = [plan.ledger.lines() if circumstances.with_lines else () for plan in plans]
    write_ledgers([plan.ledger for plan in plans])
    joined = join_people(joins)
    changed = [entry for entry in zip(plans, before, strict=True) if not entry[0].ledger.is_empty]
    _forget_unused([old for _, old in changed])
    for plan, old in changed:
        _forward(plan, old.slug)
    changes = [
        plan.ledger.changes(old.rows, told) for plan, old, told in zip(plans, before, lines, strict=True)
    ]
    if joins:  # these are of no film alone
        changes[0] += joined.changes((), joined.lines() if circumstances.with_lines else ())
    return [(plan.film, change) for plan, change in zip(plans, changes, strict=True)]


@dataclass(frozen=True, slots=True)
class _Before:
    """What a film had before it was planned."""

    slug: str
    rows: Sequence[Model]
    people: Sequence[int]
    places: Sequence[int]

    @classmethod
    def of(cls, stored: StoredFilm) -> "_Before":
        people = {row.person.pk: row.person for row in stored.credits if row.person is not None}
        rows = [*stored.rows(), *people.values()]
        return cls(stored.film.slug, rows, list(people), [row.place_id for row in stored.settings])


def _new_film() -> StoredFilm:
    return StoredFilm(Film(origin=Origin.EXTRACTED))


def _forward(plan: Plan, old_slug: str) -> None:
    if old_slug and old_slug != plan.film.slug:
        forward_film(old_slug, plan.film)
    for gone, other in plan.joined:
        forward(gone.get_absolute_url(), other.get_absolute_url())


def follow_up(film_ids: Sequence[int]) -> None:
    """Bring what is derived from the films' rows in line: counts, what is known from when, the search index.

    For many films at once it asks hardly more than for one.
    """
    count_rows(film_ids)
    refresh_known_from(film_ids)
    index_film(film_ids)
    Edition.objects.bump()


def _load(works: Sequence[FilmWork]) -> dict[int, StoredFilm]:
    """Load the films that are stored; documents that came in a new version carry their rows along first."""
    for work in works:
        for arrival in work.arrivals:
            if arrival.row is not None and arrival.row.text != arrival.document.text:
                relocate(arrival.row, arrival.document.text)
    return load_films([work.film_id for work in works if work.film_id])


def _plan(stored: StoredFilm, work: FilmWork, shared: Shared, circumstances: Circumstances) -> Plan:
    ledger = Ledger()
    if stored.film.pk is None:
        ledger.add(stored.film)
    by_id = {row.pk: row for row in stored.documents}
    documents: list[SourceDocument] = []
    for arrival in work.arrivals:
        known = by_id.get(arrival.row.pk) if arrival.row else None
        row = plan_document(
            ledger, stored.film, arrival, known, read_with=circumstances.read_with, at=circumstances.at
        )
        documents.append(row)
    removed = Removed.of(stored.removals, stored.characters)
    plan = Plan(stored, removed, {row.sha256: row for row in documents}, shared, ledger)
    was_provisional = stored.film.is_title_provisional
    plan_film_fields(plan, work.proposal)
    _plan_slug(plan, was_provisional=was_provisional)
    plan_keys(plan, work.arrivals, documents)
    tellings, gone = plan_tellings(plan, work.arrivals, documents)
    _plan_story(plan, work.proposal, tellings)
    plan.drop_all(gone)
    plan_suggestions(plan, at=circumstances.at)
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
    base = film_slug(film.title, film.year)
    if film.slug != base:
        plan.ledger.measure(film, slug=plan.shared.free_slug(Film, base))


def _forget_unused(films: Sequence[_Before]) -> None:
    """Delete people and places that nothing names any more, unless an editor touched them."""
    people = {person for film in films for person in film.people}
    places = {place for film in films for place in film.places}
    untouched = {"origin": Origin.EXTRACTED, "edited_fields": []}
    if people:
        Person.objects.filter(pk__in=people, credits__isnull=True, **untouched).delete()
    if places:
        unused = Place.objects.filter(pk__in=places, settings__isnull=True, events__isnull=True, **untouched)
        unused.delete()
