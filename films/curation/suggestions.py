"""What becomes of a suggestion: an editor takes it or leaves it."""

from typing import Any

from django.db import transaction

from films.curation.decisions import SIGNATURES, User, record_edit, refresh_after
from films.curation.merging_films import merge_films
from films.importing.suggestions import JOIN
from films.models import Film, Suggestion

MODELS = {kind.value: model for model, (kind, _) in SIGNATURES.items()}


class OutdatedSuggestionError(Exception):
    """What the suggestion is about is not there any more."""


@transaction.atomic
def accept_suggestion(suggestion: Suggestion, *, user: User = None) -> None:
    """Do what the suggestion proposes, as an editor's decision.

    Raises `OutdatedSuggestionError` when the row, or the film to merge, is gone.
    """
    if suggestion.field == JOIN:
        other = _found(Film, suggestion.proposed["id"])
        merge_films(other, suggestion.film, user)
    else:
        row = _found(MODELS[suggestion.kind], suggestion.row_id)
        setattr(row, suggestion.field, suggestion.proposed)
        record_edit(row, [suggestion.field])
        row.save()
        refresh_after(row)
    # A merge deletes the suggestion along with what it was about.
    Suggestion.objects.filter(pk=suggestion.pk).update(status=Suggestion.Status.ACCEPTED)


def dismiss_suggestion(suggestion: Suggestion) -> None:
    """Leave things as they are; the same suggestion does not come back."""
    Suggestion.objects.filter(pk=suggestion.pk).update(status=Suggestion.Status.DISMISSED)


def _found(model: Any, row_id: int) -> Any:
    row = model.objects.filter(pk=row_id).first()
    if row is None:
        raise OutdatedSuggestionError(f"This {model._meta.verbose_name} is not there any more.")
    return row
