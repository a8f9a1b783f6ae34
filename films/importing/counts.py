"""Counts that films keep of their rows, so that lists sort and filter without joining."""

from collections.abc import Mapping, Sequence

from django.db.models import Expression

from films.models import Character, Film, PlotEvent, SourceDocument
from films.models.base import bring_in_line, number_of

COUNTED: Mapping[str, Expression] = {
    "document_count": number_of(SourceDocument.objects.all(), "film"),
    "event_count": number_of(PlotEvent.objects.all(), "film"),
    "character_count": number_of(Character.objects.named(), "film"),
}


def count_rows_of(film: Film) -> None:
    """Bring the film's counts in line with its rows; nothing is written when they are."""
    count_rows([film.pk])
    film.refresh_from_db(fields=list(COUNTED))


def count_rows(film_ids: Sequence[int]) -> None:
    """Bring the films' counts in line with their rows, in a fixed number of queries."""
    bring_in_line(Film.objects.filter(pk__in=film_ids), **COUNTED)
