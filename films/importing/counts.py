"""Counts that a film keeps of its rows, so that lists sort and filter without joining."""

from films.models import Film


def count_rows_of(film: Film) -> None:
    """Bring the film's counts in line with its rows; nothing is written when they are."""
    counted = {
        "document_count": film.documents.count(),
        "event_count": film.events.count(),
        "character_count": film.characters.named().count(),
    }
    changed = {name: value for name, value in counted.items() if getattr(film, name) != value}
    if changed:
        Film.objects.filter(pk=film.pk).update(**changed)
        for name, value in changed.items():
            setattr(film, name, value)
