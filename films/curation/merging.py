"""Two records of one character or one person become one; the address of the other leads to it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from films.curation.decisions import User, record_edit, refresh
from films.folding import fold
from films.importing.addresses import forward
from films.importing.removals import sign_character
from films.models import (
    Character,
    CharacterName,
    Citation,
    MentionParticipant,
    Participation,
    Person,
    PersonName,
    Relationship,
    Removal,
    RowKind,
    Suggestion,
)
from films.search import index_film, index_people
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, NameKind, Origin

LONGEST_REASON = 100  # characters of why a row changed, in its history


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many rows of each model moved to the other record, and how many it had already."""

    moved: Mapping[str, int]
    dropped: Mapping[str, int]


class Tally:
    """Counts what a merge moves and drops."""

    def __init__(self) -> None:
        self.moved: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()

    def move(self, rows: list[Any], fields: list[str]) -> None:
        if rows:
            self.moved[str(rows[0]._meta.verbose_name_plural)] += len(rows)
            type(rows[0])._default_manager.bulk_update(rows, fields, batch_size=500)

    def drop(self, rows: list[Any]) -> None:
        if rows:
            self.dropped[str(rows[0]._meta.verbose_name_plural)] += len(rows)
            type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).delete()

    def report(self) -> MergeReport:
        return MergeReport(dict(self.moved), dict(self.dropped))


@transaction.atomic
def merge_characters(
    source: Character, into: Character, user: User = None, *, dry_run: bool = False
) -> MergeReport:
    """Make `source` a part of `into`: names, mentions, parts, relationships and events.

    Raises `ValueError` when they are one, or of different films.
    """
    if source.pk == into.pk or source.film_id != into.film_id:
        raise ValueError("Only two characters of one film can be merged.")
    tally = Tally()
    if dry_run:  # what is taken back in the store must not stay in the caller's rows
        source, into = (Character.objects.get(pk=row.pk) for row in (source, into))
    absorb_character(source, into, user, tally)
    refresh(into.film)
    if dry_run:
        transaction.set_rollback(True)
    return tally.report()


def absorb_character(source: Character, into: Character, user: User, tally: Tally) -> None:
    """Move all that hangs on `source` to `into`, remember that they are one, and delete `source`."""
    old_path, old_id = source.get_absolute_url(), source.pk
    _remember_merge(source, into, user)
    _move_names(source, into, tally)
    move_citations("character", {source.pk: into}, tally)
    _move_parts(source, into, tally)
    _move_relationships(source, into, tally)
    for model, parent in ((Participation, "event_id"), (MentionParticipant, "mention_id")):
        _move_unless_there(model, parent, source, into, tally)
    into.members.add(*source.members.exclude(pk=into.pk))
    for group in source.groups.exclude(pk=into.pk):
        group.members.add(into)
    Suggestion.objects.filter(kind=RowKind.CHARACTER, row_id=old_id).delete()
    record_edit(into, ["name"])
    into.prominence += source.prominence
    save_merged(into, source, user)
    source.delete()
    forward(old_path, into.get_absolute_url())


def _remember_merge(source: Character, into: Character, user: User) -> None:
    """Let imports know `source` as `into`, and what was merged into `source` before as well."""
    for removal in Removal.objects.filter(film=into.film):
        signature = _redirected(removal.signature, source.pk, into.pk)
        if signature != removal.signature:
            removal.signature = signature
            removal.save(update_fields=["signature"])
    Removal.objects.create(
        film=into.film,
        kind=RowKind.CHARACTER,
        label=f"{source.name} (merged into {into.name})"[:500],
        signature=sign_character(source) | {"into": into.pk},
        removed_by=user,
        removed_at=timezone.now(),
    )


def _redirected(signature: Any, old: int, new: int) -> Any:
    """Return the signature with the merged character's id replaced, wherever it names a character."""
    if not isinstance(signature, dict):
        return signature
    is_character = "mentions" in signature
    return {
        name: new
        if (name == "into" or (name == "id" and is_character and "into" not in signature)) and value == old
        else _redirected(value, old, new)
        for name, value in signature.items()
    }


def _move_names(source: Character, into: Character, tally: Tally) -> None:
    has = set(into.names.values_list("text", flat=True)) | {into.name}
    names = list(source.names.all())
    if source.name not in has | {name.text for name in names}:
        CharacterName.objects.create(
            character=into,
            text=source.name,
            folded=fold(source.name),
            kind=NameKind.ALIAS,
            origin=Origin.EDITED,
        )
    moving = [name for name in names if name.text not in has]
    for name in moving:
        name.character = into
    tally.move(moving, ["character"])
    tally.drop([name for name in names if name not in moving])


def move_citations(field: str, targets: Mapping[int, Model], tally: Tally) -> None:
    """Move citations from each row, given by id, to its target, which keeps each place once."""
    ids = [target.pk for target in targets.values()]
    has = {
        (getattr(citation, f"{field}_id"), citation.document_id, citation.start, citation.end)
        for citation in Citation.objects.filter(**{f"{field}__in": ids})
    }
    moving: list[Citation] = []
    dropping: list[Citation] = []
    for citation in Citation.objects.filter(**{f"{field}__in": list(targets)}):
        target = targets[getattr(citation, f"{field}_id")]
        place = (target.pk, citation.document_id, citation.start, citation.end)
        (dropping if place in has else moving).append(citation)
        has.add(place)
        setattr(citation, field, target)
    tally.move(moving, [field])
    tally.drop(dropping)


def _move_parts(source: Character, into: Character, tally: Tally) -> None:
    has = {row.credit_id: row for row in into.portrayals.all()}
    parts = list(source.portrayals.all())
    twins = [row for row in parts if row.credit_id in has]
    move_citations("portrayal", {row.pk: has[row.credit_id] for row in twins}, tally)
    tally.drop(twins)
    moving = [row for row in parts if row.credit_id not in has]
    for row in moving:
        row.character = into
    tally.move(moving, ["character"])


def _move_relationships(source: Character, into: Character, tally: Tally) -> None:
    """Move relationships; those between the two, and those that `into` has already, are dropped."""
    has = {_ends(row): row for row in Relationship.objects.filter(Q(subject=into) | Q(object=into))}
    moving: list[Relationship] = []
    dropping: list[Relationship] = []
    twins: dict[int, Relationship] = {}
    for row in Relationship.objects.filter(Q(subject=source) | Q(object=source)):
        row.subject_id = into.pk if row.subject_id == source.pk else row.subject_id
        row.object_id = into.pk if row.object_id == source.pk else row.object_id
        if row.subject_id == row.object_id:
            dropping.append(row)
        elif _ends(row) in has:
            twins[row.pk] = has[_ends(row)]
            dropping.append(row)
        else:
            has[_ends(row)] = row
            moving.append(row)
    tally.move(moving, ["subject", "object"])
    move_citations("relationship", twins, tally)
    tally.drop(dropping)


def _ends(row: Relationship) -> tuple[int, str, int]:
    if row.kind in SYMMETRIC_RELATIONSHIPS and row.subject_id > row.object_id:
        return row.object_id, row.kind, row.subject_id
    return row.subject_id, row.kind, row.object_id


def _move_unless_there(model: Any, parent: str, source: Character, into: Character, tally: Tally) -> None:
    has = set(model.objects.filter(character=into).values_list(parent, flat=True))
    rows = list(model.objects.filter(character=source))
    moving = [row for row in rows if getattr(row, parent) not in has]
    for row in moving:
        row.character = into
    tally.move(moving, ["character"])
    tally.drop([row for row in rows if row not in moving])


@transaction.atomic
def merge_people(source: Person, into: Person, user: User = None, *, dry_run: bool = False) -> MergeReport:
    """Make `source` a part of `into`: credits and every spelling of the name."""
    if source.pk == into.pk:
        raise ValueError("A person cannot be merged with itself.")
    tally = Tally()
    if dry_run:
        source, into = (Person.objects.get(pk=row.pk) for row in (source, into))
    credits_ = list(source.credits.all())
    films = {row.film_id for row in credits_} | set(into.credits.values_list("film_id", flat=True))
    for row in credits_:
        row.person = into
        row.edited_fields = sorted({*row.edited_fields, "person"})
    tally.move(credits_, ["person", "edited_fields"])
    has = set(into.names.values_list("text", flat=True))
    names = list(source.names.all())
    moving = [name for name in names if name.text not in has]
    for name in moving:
        name.person = into
    tally.move(moving, ["person"])
    record_edit(into, ["name"])
    save_merged(into, source, user)
    old_path, old_id = source.get_absolute_url(), source.pk
    PersonName.objects.filter(person=source).delete()
    source.delete()
    forward(old_path, into.get_absolute_url())
    index_film(sorted(films))
    index_people([old_id, into.pk])
    if dry_run:
        transaction.set_rollback(True)
    return tally.report()


def save_merged(into: Any, source: Any, user: User) -> None:
    """Save the row, saying in its history what became part of it and by whom."""
    if user is not None:
        into._history_user = user
    into._change_reason = f"merged into it: {source}"[:LONGEST_REASON]
    into.save()
