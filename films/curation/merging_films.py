"""Two records of one film become one."""

from collections.abc import Callable, Hashable
from typing import Any

from django.db import transaction
from django.db.models import Max

from films.curation.decisions import User, refresh
from films.curation.merging import MergeReport, Tally, absorb_character, move_citations, save_merged
from films.folding import fold
from films.importing import reread_films
from films.importing.addresses import forward, forward_film
from films.importing.slugs import free_slug
from films.models import Credit, Film, Portrayal, Suggestion
from films.search import index_film
from films.vocabulary import Rank


@transaction.atomic
def merge_films(source: Film, into: Film, user: User = None, *, dry_run: bool = False) -> MergeReport:
    """Make `source` a part of `into`: documents and everything they gave, and what editors added.

    The documents are then read together, so that what two of them tell becomes one. The fields of
    `into` stand; what editors removed from either film stays removed.
    """
    if source.pk == into.pk:
        raise ValueError("A film cannot be merged with itself.")
    tally = Tally()
    if dry_run:
        source, into = (Film.objects.get(pk=row.pk) for row in (source, into))
    old_id, old_slug = source.pk, source.slug
    _move_documents(source, into, tally)
    _move_characters(source, into, user, tally)
    _move_credits(source, into, tally)
    _move_rest(source, into, tally)
    Suggestion.objects.filter(kind="film", row_id=old_id).delete()
    Suggestion.objects.filter(kind="film", field="merge", proposed__id=old_id).delete()
    source.suggestions.update(film=into)
    source.removals.update(film=into)
    source.delete()
    forward_film(old_slug, into)
    reread_films([into.pk])
    into.refresh_from_db()
    save_merged(into, source, user)
    refresh(into)
    index_film([old_id])
    if dry_run:
        transaction.set_rollback(True)
    return tally.report()


def _move_documents(source: Film, into: Film, tally: Tally) -> None:
    documents = list(source.documents.all())
    for document in documents:
        document.film = into
    tally.move(documents, ["film"])


def _move_characters(source: Film, into: Film, user: User, tally: Tally) -> None:
    """Move the characters; a named one of whom `into` has a namesake becomes a part of that one."""
    namesakes = {fold(row.name): row for row in into.characters.named()}
    slugs = set(into.characters.values_list("slug", flat=True))
    moving, paths, twins = [], [], []
    for row in source.characters.all():
        paths.append(row.get_absolute_url())
        row.film, row.slug = into, free_slug(row.slug, slugs)
        moving.append(row)
        if row.is_named and fold(row.name) in namesakes:
            twins.append((row, namesakes[fold(row.name)]))
    tally.move(moving, ["film", "slug"])
    for path, row in zip(paths, moving, strict=True):
        forward(path, row.get_absolute_url())
    for row, twin in twins:
        absorb_character(row, twin, user, tally)


def _move_credits(source: Film, into: Film, tally: Tally) -> None:
    twins = _move(
        source.credits.all(), into.credits.all(), into, tally, lambda row: (row.job, fold(row.credited_as))
    )
    move_citations("credit", twins, tally)
    played = {(row.credit_id, row.character_id): row for row in Portrayal.objects.filter(credit__film=into)}
    same: dict[int, Portrayal] = {}
    moving = []
    for row in Portrayal.objects.filter(credit__in=list(twins)):
        twin = played.get((twins[row.credit_id].pk, row.character_id))
        if twin is not None:
            same[row.pk] = twin
        else:
            row.credit = twins[row.credit_id]
            moving.append(row)
    tally.move(moving, ["credit"])
    move_citations("portrayal", same, tally)
    tally.drop(list(Credit.objects.filter(pk__in=list(twins))))


def _move_rest(source: Film, into: Film, tally: Tally) -> None:
    """Move statements, places and events; of the statements none is preferred to what `into` has decided."""
    source.statements.filter(rank=Rank.PREFERRED).update(rank=Rank.NORMAL)
    statements = _move(
        source.statements.all(), into.statements.all(), into, tally, lambda row: (row.fact, row.value)
    )
    move_citations("statement", statements, tally)
    settings = _move(source.settings.all(), into.settings.all(), into, tally, lambda row: row.place_id)
    move_citations("setting", settings, tally)
    tally.drop(list(source.statements.all()))
    tally.drop(list(source.settings.all()))
    last = into.events.aggregate(last=Max("order"))["last"] or 0
    keys = set(into.events.values_list("key", flat=True))
    events = list(source.events.all())
    for event in events:
        event.film, event.order, event.key = into, event.order + last, free_slug(event.key, keys)
    tally.move(events, ["film", "order", "key"])


def _move(rows: Any, known: Any, into: Film, tally: Tally, key: Callable[[Any], Hashable]) -> dict[int, Any]:
    """Move rows to the film; return by id those of which it has the like already, with that row."""
    has = {key(row): row for row in known}
    moving, twins = [], {}
    for row in rows:
        if key(row) in has:
            twins[row.pk] = has[key(row)]
        else:
            has[key(row)] = row
            row.film = into
            moving.append(row)
    tally.move(moving, ["film"])
    return twins
