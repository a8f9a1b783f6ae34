"""Suggestions that have nothing left to suggest, since an editor came to the same value by another way."""

from collections import defaultdict

from films.importing.suggestions import JOIN, SUGGESTED
from films.models import Film, Suggestion

MODELS = {kind.value: model for model, (kind, _) in SUGGESTED.items()}


def close_settled_suggestions(film: Film) -> None:
    """Note as accepted which of the film's open suggestions propose the value that stands already."""
    by_kind: dict[str, list[Suggestion]] = defaultdict(list)
    for suggestion in film.suggestions.filter(status=Suggestion.Status.OPEN).exclude(field=JOIN):
        by_kind[suggestion.kind].append(suggestion)
    settled = [row.pk for kind, rows in by_kind.items() for row in _standing(kind, rows)]
    if settled:
        Suggestion.objects.filter(pk__in=settled).update(status=Suggestion.Status.ACCEPTED)


def _standing(kind: str, suggestions: list[Suggestion]) -> list[Suggestion]:
    """Return the suggestions about rows of one kind that have the proposed value."""
    rows = MODELS[kind]._default_manager.in_bulk([suggestion.row_id for suggestion in suggestions])
    return [
        suggestion
        for suggestion in suggestions
        if suggestion.row_id in rows
        and getattr(rows[suggestion.row_id], suggestion.field) == suggestion.proposed
    ]
