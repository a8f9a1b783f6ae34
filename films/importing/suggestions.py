"""What an import would have changed, had an editor not decided otherwise, shown to editors once."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Model

from films.importing.plan import Plan
from films.importing.rows import Withheld
from films.models import (
    Character,
    Credit,
    Film,
    PlotEvent,
    Relationship,
    RowKind,
    SourceDocument,
    Statement,
    Suggestion,
)
from films.reconciliation.grouping import AmbiguousPair

# The field of a suggestion to merge another film into this one; `proposed` names the other.
JOIN = "merge"
# The fields worth an editor's time. Orders, billings, ranks and kinds of names are not: whoever ranks a
# stated value sees beside it what the documents say.
SUGGESTED: dict[type[Model], tuple[RowKind, frozenset[str]]] = {
    Film: (
        RowKind.FILM,
        frozenset({"title", "original_title", "year", "runtime_minutes", "based_on"}),
    ),
    Statement: (RowKind.STATEMENT, frozenset({"value"})),
    Credit: (RowKind.CREDIT, frozenset({"credited_as", "role"})),
    Character: (RowKind.CHARACTER, frozenset({"name", "kind", "gender"})),
    Relationship: (RowKind.RELATIONSHIP, frozenset({"kind"})),
    PlotEvent: (RowKind.EVENT, frozenset({"summary", "place_as_told", "time_as_told", "is_flashback"})),
}


def plan_suggestions(plan: Plan, *, at: datetime) -> None:
    """Note a suggestion for each withheld change that says something and was not suggested before."""
    withheld = [change for change in plan.ledger.withheld if _is_worth_it(change)]
    if not withheld:
        return
    known = _known(plan.film)
    for change in withheld:
        suggestion = _suggestion(plan.film, change, at=at)
        signature = _signature(suggestion)
        if signature not in known:
            known.add(signature)
            plan.ledger.add(suggestion)


def _is_worth_it(change: Withheld) -> bool:
    kind_and_fields = SUGGESTED.get(type(change.row))
    return bool(kind_and_fields and change.field in kind_and_fields[1] and change.proposed not in (None, ""))


def _suggestion(film: Film, change: Withheld, *, at: datetime) -> Suggestion:
    current = getattr(change.row, change.field)
    shown = f"“{current}”" if current not in (None, "") else "no value"
    return Suggestion(
        film=film,
        kind=SUGGESTED[type(change.row)][0].value,
        row_id=change.row.pk,
        label=str(change.row),
        field=change.field,
        proposed=change.proposed,
        reason=f"The documents say “{change.proposed}”; an editor decided {shown}.",
        made_at=at,
    )


def _known(film: Film) -> set[tuple[object, ...]]:
    return _signatures(Suggestion.objects.filter(film=film))


def _signatures(suggestions: Iterable[Suggestion]) -> set[tuple[object, ...]]:
    return {_signature(suggestion) for suggestion in suggestions}


def _signature(suggestion: Suggestion) -> tuple[object, ...]:
    proposed = suggestion.proposed["id"] if suggestion.field == JOIN else suggestion.proposed
    return suggestion.kind, suggestion.row_id, suggestion.field, proposed


def suggest_joins(pairs: Sequence[AmbiguousPair], *, at: datetime) -> int:
    """Suggest to merge films whose documents may be about one; return how many suggestions are new."""
    documents = {sha256 for pair in pairs for sha256 in (pair.first, pair.second)}
    rows = SourceDocument.objects.filter(sha256__in=documents).select_related("film").defer("text", "profile")
    films = {row.sha256: row.film for row in rows}
    wanted: dict[tuple[object, ...], Suggestion] = {}
    for pair in pairs:
        first, second = films.get(pair.first), films.get(pair.second)
        if first is not None and second is not None and first != second:
            into, other = sorted((first, second), key=lambda film: film.pk)
            suggestion = _join(into, other, pair.decision.reason, at)
            wanted.setdefault(_signature(suggestion), suggestion)
    if not wanted:
        return 0
    ids = {suggestion.film_id for suggestion in wanted.values()}
    known = _signatures(Suggestion.objects.filter(film__in=ids, field=JOIN))
    return len(Suggestion.objects.bulk_create([wanted[sign] for sign in wanted if sign not in known]))


def _join(into: Film, other: Film, reason: str, at: datetime) -> Suggestion:
    return Suggestion(
        film=into,
        kind=RowKind.FILM.value,
        row_id=into.pk,
        label=str(into)[:500],
        field=JOIN,
        proposed={"id": other.pk, "title": str(other)},
        reason=f"May be one film with {other}: {reason}."[:500],
        made_at=at,
    )
