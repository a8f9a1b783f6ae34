"""Keeping the index as the store is: entries are compared, and only what differs is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from films.models import Film, Person, Place
from films.models.batches import batches
from films.models.insertion import insert
from films.models.search import EntryKind, SearchEntry
from films.search.entries import FIELDS, EntryDraft
from films.search.film_entries import film_drafts
from films.search.shared_entries import person_drafts, place_drafts
from films.search.spelling import count_words, set_counts
from films.search.terms import vocabulary_of

FILMS_AT_ONCE = 64
SHARED_AT_ONCE = 200
ROWS_AT_ONCE = 100
Drafts = Callable[[Sequence[int]], Iterable[EntryDraft]]


def index_film(film_ids: Iterable[int]) -> int:
    """Index the films with their characters, events, people and places; return how many entries changed.

    People and places that a film named before and names no longer are indexed again too. What is
    gone from the store goes from the index.
    """
    return sum(_index_films(batch) for batch in batches(dict.fromkeys(film_ids), FILMS_AT_ONCE))


def index_people(person_ids: Iterable[int]) -> int:
    """Index the people again, after one was renamed, merged or removed; return how many entries changed.

    Their films are counted, too: whatever gives or takes a credit ends here.
    """
    return _index_shared(EntryKind.PERSON, Person.objects, person_drafts, person_ids)


def relink_people(film_ids: Iterable[int], into: Mapping[int, int]) -> None:
    """Let the films' entries lead to the people into whom others, given by id, were merged.

    Nothing else in the entry of a film depends on which record of a person it is.
    """
    for batch in batches(sorted(film_ids), SHARED_AT_ONCE):
        entries = list(_of(EntryKind.FILM, batch).only("linked"))
        for entry in entries:
            people = {into.get(person_id, person_id) for person_id in entry.linked.get("people", ())}
            entry.linked = entry.linked | {"people": sorted(people)}
        SearchEntry.objects.bulk_update(entries, ["linked"], batch_size=ROWS_AT_ONCE)


def index_places(place_ids: Iterable[int]) -> int:
    """Index the places again, after one was renamed, merged or removed; return how many entries changed.

    Their films and events are counted, too.
    """
    return _index_shared(EntryKind.PLACE, Place.objects, place_drafts, place_ids)


def rebuild() -> int:
    """Compare the whole index with the store, and count its words anew; return how many entries changed."""
    entries = SearchEntry.objects.order_by()
    people = entries.filter(kind=EntryKind.PERSON).values_list("object_id")
    places = entries.filter(kind=EntryKind.PLACE).values_list("object_id")
    changed = (
        index_film(_ids(Film.objects.values_list("pk")))
        + index_people(_ids(Person.objects.order_by().values_list("pk").union(people)))
        + index_places(_ids(Place.objects.order_by().values_list("pk").union(places)))
    )
    _recount()
    return changed


def is_stale() -> bool:
    """Tell whether the index is not as it would be written now: two films are looked at, the first and last.

    Entries are kept in step with the store, so it is a release that indexed otherwise that wrote them.
    """
    films = Film.objects.order_by("pk").values_list("pk", flat=True)
    sample = {film_id for film_id in (films.first(), films.last()) if film_id}
    standing = {(row.kind, row.object_id): row for row in SearchEntry.objects.filter(film_id__in=sample)}
    return any(
        _differs(standing.get((draft.kind, draft.object_id)), draft.as_row()) for draft in film_drafts(sample)
    )


@transaction.atomic
def _recount() -> None:
    words = Counter[str]()
    for terms in SearchEntry.objects.order_by().values_list("terms", flat=True).iterator():
        words.update(vocabulary_of(terms))
    set_counts(words)


def remove(kind: EntryKind, object_id: int) -> None:
    """Take one thing out of the index; a film with all that is in it."""
    if kind == EntryKind.FILM:
        index_film([object_id])
    else:
        _replace(_of(kind, [object_id]), ())


def _index_films(film_ids: Sequence[int]) -> int:
    drafts = list(film_drafts(film_ids))
    standing = SearchEntry.objects.filter(Q(film_id__in=film_ids) | _same_objects(drafts))
    links_before = _of(EntryKind.FILM, film_ids).values_list("linked", flat=True)
    links = [*links_before, *(draft.linked for draft in drafts if draft.linked)]
    changed = _replace(standing, drafts)
    people = {person_id for linked in links for person_id in linked.get("people", ())}
    places = {place_id for linked in links for place_id in linked.get("places", ())}
    return changed + index_people(sorted(people)) + index_places(sorted(places))


def _index_shared(kind: EntryKind, rows: Any, drafts: Drafts, ids: Iterable[int]) -> int:
    changed = 0
    for batch in batches(dict.fromkeys(ids), SHARED_AT_ONCE):
        rows.filter(pk__in=batch).count_anew()
        changed += _replace(_of(kind, batch), drafts(batch))
    return changed


def _same_objects(drafts: Iterable[EntryDraft]) -> Q:
    """Return what finds the entries of the drafts' objects: one may have come from another film."""
    same = Q(pk__in=[])
    for kind in EntryKind:
        same |= Q(kind=kind, object_id__in=[draft.object_id for draft in drafts if draft.kind == kind])
    return same


def _of(kind: EntryKind, object_ids: Sequence[int]) -> QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(kind=kind, object_id__in=object_ids)


def _ids(rows: QuerySet) -> list[int]:
    return [row[0] for row in rows]


@transaction.atomic
def _replace(standing: QuerySet[SearchEntry], drafts: Iterable[EntryDraft]) -> int:
    """Make the standing entries those of the drafts, and keep count of the words that come and go."""
    before = {(row.kind, row.object_id): row for row in standing}
    written, words = [], Counter[str]()
    for draft in drafts:
        row, entry = before.pop((draft.kind, draft.object_id), None), draft.as_row()
        if _differs(row, entry):
            written.append(entry)
            words.update(vocabulary_of(entry.terms))
            words.subtract(vocabulary_of(row.terms) if row else ())
    for gone in before.values():
        words.subtract(vocabulary_of(gone.terms))
    # Another import may have added one of them in the meantime.
    insert(SearchEntry, written, replacing=["kind", "object_id"])
    for batch in batches([gone.pk for gone in before.values()], ROWS_AT_ONCE):
        SearchEntry.objects.filter(pk__in=batch).delete()
    count_words(words)
    return len(written) + len(before)


def _differs(row: SearchEntry | None, entry: SearchEntry) -> bool:
    return row is None or any(getattr(row, name) != getattr(entry, name) for name in FIELDS)
