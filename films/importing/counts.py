"""Counts that films keep of their rows, so that lists sort and filter without joining."""

from collections.abc import Callable, Sequence

from django.db.models import Count, QuerySet

from films.models import Character, Film, PlotEvent, SourceDocument

# What each count counts, as a queryset that is made anew.
COUNTED: dict[str, Callable[[], QuerySet]] = {
    "document_count": SourceDocument.objects.all,
    "event_count": PlotEvent.objects.all,
    "character_count": Character.objects.named,
}


def count_rows_of(film: Film) -> None:
    """Bring the film's counts in line with its rows; nothing is written when they are."""
    for changed in count_rows([film.pk]):
        for name in COUNTED:
            setattr(film, name, getattr(changed, name))


def count_rows(film_ids: Sequence[int]) -> list[Film]:
    """Bring the films' counts in line with their rows, in a fixed number of queries; return what changed."""
    counted = {name: _by_film(rows(), film_ids) for name, rows in COUNTED.items()}
    changed = []
    for film in Film.objects.filter(pk__in=film_ids).only("pk", *COUNTED):
        counts = {name: counted[name].get(film.pk, 0) for name in COUNTED}
        if any(getattr(film, name) != count for name, count in counts.items()):
            for name, count in counts.items():
                setattr(film, name, count)
            changed.append(film)
    if changed:
        Film.objects.bulk_update(changed, list(COUNTED))
    return changed


def _by_film(rows: QuerySet, film_ids: Sequence[int]) -> dict[int, int]:
    return dict(rows.filter(film__in=film_ids).order_by().values_list("film").annotate(Count("pk")))
