"""Edits, additions and removals, one row at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from films.curation.settled import close_settled_suggestions
from films.importing import removals, reread_films
from films.importing.counts import count_rows_of
from films.importing.facts import chosen_by_editors, rejected_by_editors
from films.models import (
    Character,
    CharacterName,
    Credit,
    EventMention,
    Film,
    Participation,
    Person,
    PersonName,
    Place,
    PlotEvent,
    Portrayal,
    Relationship,
    Removal,
    RowKind,
    Setting,
    SourceDocument,
    Statement,
    Telling,
)
from films.models.base import Curated
from films.models.facts import LABELS, SCALARS, as_value, is_readable
from films.revealing import refresh_known_from
from films.search import index_film, index_people, index_places
from films.vocabulary import Fact, Origin, Rank

AS_IMPORTED = "as imported"
User = Any  # a user of the admin, or nobody

# How each kind of row is recognised when a document gives it again.
SIGNATURES: dict[type[Model], tuple[RowKind, Callable[[Any], removals.Signature]]] = {
    SourceDocument: (RowKind.DOCUMENT, removals.sign_document),
    Film: (RowKind.FILM, removals.sign_film),
    Statement: (RowKind.STATEMENT, removals.sign_statement),
    Credit: (RowKind.CREDIT, removals.sign_credit),
    Character: (RowKind.CHARACTER, removals.sign_character),
    CharacterName: (RowKind.CHARACTER_NAME, removals.sign_character_name),
    Portrayal: (RowKind.PORTRAYAL, removals.sign_portrayal),
    Relationship: (RowKind.RELATIONSHIP, removals.sign_relationship),
    Setting: (RowKind.SETTING, removals.sign_setting),
    PlotEvent: (RowKind.EVENT, removals.sign_event),
    EventMention: (RowKind.EVENT_MENTION, removals.sign_event_mention),
    Participation: (RowKind.PARTICIPATION, removals.sign_participation),
}
# From a row to its film, for rows that do not name it themselves.
PATHS: dict[type[Model], tuple[str, ...]] = {
    CharacterName: ("character", "film"),
    Portrayal: ("credit", "film"),
    Relationship: ("subject", "film"),
    EventMention: ("event", "film"),
    Participation: ("event", "film"),
    Telling: ("document", "film"),
}


def record_edit(row: Model, fields: Iterable[str]) -> None:
    """Note on the changed `row` that an editor decided these fields: no import changes them again.

    Call it before saving the row, and `refresh_after` when all is saved. The first edit of a row
    keeps what was imported in the row's history, so that it can be brought back.
    """
    if not isinstance(row, Curated):
        return
    _keep_imported(row)
    decided = set(fields)
    row.edited_fields = sorted({*row.edited_fields, *decided})
    if isinstance(row, Film) and "title" in decided and "is_title_provisional" not in decided:
        row.is_title_provisional = False
    if isinstance(row, Statement):
        _note_rank(row)


def record_addition(row: Model) -> None:
    """Note on the new `row` that an editor added it: no import changes or deletes it.

    Call it before saving the row, and `refresh_after` when all is saved.
    """
    if isinstance(row, Curated):
        row.origin = Origin.EDITED
    if isinstance(row, Statement) and row.rank == Rank.PREFERRED:
        _let_statement_decide(row)


@transaction.atomic
def refresh_after(row: Model) -> None:
    """Bring counts, preferred facts, suggestions and the search index in line after `row` was saved."""
    film = film_of(row)
    if film is not None:
        if _has_lost_a_choice(film):
            reread_films([film.pk])
            film.refresh_from_db()
        follow_statements(film)
        refresh(film)
        close_settled_suggestions(film)
    elif isinstance(row, Person | PersonName | Place):
        index_film(_films_naming(row))
        _index_alone(type(row), row.pk)
        if isinstance(row, PersonName):
            index_people([row.person_id])


@transaction.atomic
def record_removal(row: Model, *, user: User = None, at: datetime | None = None) -> None:
    """Delete `row`, with all that hangs on it; no import brings it back."""
    film = film_of(row)
    if isinstance(row, Person):
        _decide(row.credits.all(), "person")
    elif isinstance(row, PersonName):
        _decide([row.person], "names")
    elif isinstance(row, Place):
        _remember(list(row.settings.select_related("film", "place")), user, at)
    elif type(row) in SIGNATURES:
        _remember([row], user, at)
    gone, film_ids, model = row.pk, _films_naming(row), type(row)
    row.delete()
    if film is not None and model is not Film:
        if model is SourceDocument and film.documents.exists():
            reread_films([film.pk])
        elif model in (SourceDocument, EventMention):
            forget_unsupported(film)
        film.refresh_from_db()
        refresh(film)
    index_film(film_ids)
    _index_alone(model, gone)


def bring_back(removal: Removal) -> None:
    """Let the next import give again what was removed: the film's documents are read again then."""
    if removal.film:
        removal.film.documents.update(read_with="")
    removal.delete()


def refresh(film: Film) -> None:
    """Bring the film's counts, what is known from when, and its search entries in line with its rows."""
    count_rows_of(film)
    refresh_known_from([film.pk])
    index_film([film.pk])


def film_of(row: Model) -> Film | None:
    """Return the film that the row belongs to; people and places belong to none."""
    if isinstance(row, Film):
        return row
    value: Any = row
    for name in PATHS.get(type(row), ("film",)):
        value = getattr(value, name, None)
    return value if isinstance(value, Film) else None


def forget_unsupported(film: Film) -> None:
    """Delete what no document of the film says any more, unless an editor touched it."""
    untouched = {"origin": Origin.EXTRACTED, "edited_fields": []}
    for rows in (
        Portrayal.objects.filter(credit__film=film, citations__isnull=True),
        Relationship.objects.filter(subject__film=film, citations__isnull=True),
        film.statements.filter(citations__isnull=True),
        film.credits.filter(citations__isnull=True, portrayals__isnull=True),
        film.settings.filter(citations__isnull=True),
        film.events.filter(mentions__isnull=True),
        _unsupported_characters(film),
    ):
        rows.filter(**untouched).delete()


def _unsupported_characters(film: Film) -> Any:
    """Return characters without a mention on whom no relationship, part or event depends either."""
    return film.characters.filter(
        citations__isnull=True,
        portrayals__isnull=True,
        participations__isnull=True,
        relationships__isnull=True,
        inverse_relationships__isnull=True,
    )


def _keep_imported(row: Curated) -> None:
    """Keep the row as it stands in the store as the first entry of its history, if that has none."""
    history = getattr(type(row), "history", None)
    if history is None or row.pk is None or history.filter(id=row.pk).exists():
        return
    imported: Any = type(row)._default_manager.filter(pk=row.pk).first()
    if imported is not None:
        imported._change_reason = AS_IMPORTED
        imported._history_user = None
        imported.save()


def _note_rank(statement: Statement) -> None:
    """Let a preferred value decide; a fact's value that is normal again is for imports to rank."""
    if statement.rank == Rank.PREFERRED:
        _let_statement_decide(statement)
    elif statement.rank == Rank.NORMAL and Fact(statement.fact) in SCALARS:
        statement.edited_fields = [field for field in statement.edited_fields if field != "rank"]


def _has_lost_a_choice(film: Film) -> bool:
    """Does none of a fact's rival values lead any more, since an editor took a preference back?"""
    ranks: dict[Fact, set[str]] = defaultdict(set)
    for fact, rank in film.statements.filter(citations__isnull=False).values_list("fact", "rank"):
        ranks[Fact(fact)].add(rank)
    return any(
        ranks[fact] == {Rank.NORMAL} and name not in film.edited_fields
        for fact, name in SCALARS.items()
        if fact in ranks
    )


def _let_statement_decide(statement: Statement) -> None:
    """Take back earlier decisions, on the film's own field or for a rival value: the latest one counts.

    A value that cannot be read decides nothing.
    """
    name = SCALARS.get(Fact(statement.fact))
    if name is None or not is_readable(statement.fact, statement.value):
        return
    film = statement.film
    rivals = film.statements.filter(fact=statement.fact, rank=Rank.PREFERRED).exclude(pk=statement.pk)
    rivals.update(rank=Rank.NORMAL)
    if name in film.edited_fields:
        film.edited_fields = [field for field in film.edited_fields if field != name]
        Film.objects.filter(pk=film.pk).update(edited_fields=film.edited_fields)


def follow_statements(film: Film) -> None:
    """Give the film the values that editors preferred, and none that they rejected."""
    statements = list(film.statements.all())
    values: dict[str, Any] = {}
    for fact, name in SCALARS.items():
        chosen = chosen_by_editors(statements, fact, str(getattr(film, name) or ""))
        if chosen is not None and name not in film.edited_fields:
            values[name] = as_value(name, chosen)
    if "title" in values:
        values["is_title_provisional"] = False
    changed = {name: value for name, value in values.items() if getattr(film, name) != value}
    if changed:
        _keep_imported(film)
        for name, value in changed.items():
            setattr(film, name, value)
        film.save()
    for fact, name in LABELS.items():
        if name not in film.edited_fields:
            _follow_labels(getattr(film, name), fact, statements)


def _follow_labels(labels: Any, fact: Fact, statements: Sequence[Statement]) -> None:
    """Take from the film the genres or countries that editors rejected, and give back the others."""
    rejected = rejected_by_editors(statements, fact)
    decided = {row.value for row in statements if row.fact == fact and "rank" in row.edited_fields}
    if decided:
        labels.remove(*labels.filter(name__in=rejected))
        labels.add(*labels.model.objects.filter(name__in=decided - rejected))


def _remember(rows: Iterable[Model], user: User, at: datetime | None) -> None:
    for row in rows:
        kind, sign = SIGNATURES[type(row)]
        Removal.objects.create(
            film=None if isinstance(row, Film) else film_of(row),
            kind=kind.value,
            label=str(row)[:500],
            signature=sign(row),
            removed_by=user,
            removed_at=at or timezone.now(),
        )


def _decide(rows: Iterable[Any], name: str) -> None:
    """Note that an editor decided this field of the rows."""
    for row in rows:
        row.edited_fields = sorted({*row.edited_fields, name})
        type(row).objects.filter(pk=row.pk).update(edited_fields=row.edited_fields)


def _films_naming(row: Model) -> list[int]:
    """Return the ids of the films on which a person worked or in which a place is."""
    if isinstance(row, PersonName):
        row = row.person
    if isinstance(row, Person):
        return list(row.credits.values_list("film_id", flat=True).distinct())
    if isinstance(row, Place):
        return list(row.settings.values_list("film_id", flat=True).distinct())
    return [row.pk] if isinstance(row, Film) else []


def _index_alone(model: type[Model], row_id: int) -> None:
    """Bring the search index in line for what stands in it by itself, gone or renamed."""
    if model is Person:
        index_people([row_id])
    elif model is Place:
        index_places([row_id])
