"""What all rows that machines propose and editors decide have in common."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models.base import ModelState
from django.db.models.functions import Coalesce

from films.models.ids import Ids
from films.models.limits import WHOLE_STORY
from films.vocabulary import Origin

Row = TypeVar("Row", bound=models.Model)


def choices(vocabulary: type[StrEnum]) -> list[tuple[str, str]]:
    """Return an enum of the vocabulary as Django choices: `[("parent", "parent"), …]`."""
    return [(word.value, word.value.replace("_", " ")) for word in vocabulary]


def is_one_of(vocabulary: type[StrEnum], field: str) -> models.CheckConstraint:
    """Return a constraint that keeps `field` within the vocabulary, whoever writes."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": [word.value for word in vocabulary]}),
        name=f"%(app_label)s_%(class)s_{field}_known",
        violation_error_message=f"{field} is not one of the known words.",
    )


def known_from_field() -> models.PositiveIntegerField:
    """Return the field that says from which plot event on a reader knows the row; 0: without any plot.

    `films.revealing` keeps it. A row that is not placed yet is kept from readers who set a limit.
    """
    return models.PositiveIntegerField(default=WHOLE_STORY, editable=False)


class NoneOf(models.Func):
    """The condition that a field has none of these words, with which an index leaves out most of the rows.

    It is written without parameters, as the index has it: SQLite does not take them for the same.
    """

    template = "%(expressions)s NOT IN (%(words)s)"
    arity = 1
    output_field = models.BooleanField()

    def __init__(self, field: str, *words: str) -> None:
        super().__init__(field, words=", ".join(f"'{word}'" for word in words))


class ByEditor(models.Func):
    """The condition that an editor made a row or decided a field of it, written as indexes have it."""

    arg_joiner = " <> 'extracted' OR "
    template = "(%(expressions)s <> '[]')"
    arity = 2
    output_field = models.BooleanField()

    def __init__(self) -> None:
        super().__init__("origin", "edited_fields")


def fetched(model: type[Row], values: Iterable[tuple[str, Any]]) -> Row:
    """Return an instance of the model with the values of a row, which are by their columns' attributes.

    It is made as an unpickled one is, without `__init__` and its signals: those take ten times as long as
    all else that is done for a row.
    """
    made = model.__new__(model)
    state = made.__dict__["_state"] = ModelState()
    state.db, state.adding = DEFAULT_DB_ALIAS, False
    made.__dict__.update(values)
    return made


def number_of(rows: models.QuerySet, parent: str, counted: str = "pk") -> Coalesce:
    """Return how many rows have the outer one as `parent`, or how many values of `counted` these have."""
    own = rows.order_by().filter(**{parent: models.OuterRef("pk")}).values(parent)
    return Coalesce(
        models.Subquery(
            own.annotate(number=models.Count(counted, distinct=counted != "pk")).values("number")
        ),
        0,
    )


def bring_in_line(rows: models.QuerySet, **counts: Any) -> None:
    """Give the rows' columns these values, as their database works them out; write only where they differ."""
    differs = models.Q()
    for column, counted in counts.items():
        differs |= ~models.Q(**{column: counted})
    miscounted = list(rows.order_by().filter(differs).values_list("pk", flat=True))
    if miscounted:
        rows.model._default_manager.filter(pk__in=Ids(miscounted)).update(**counts)


def give_related(row: models.Model, name: str, related: Iterable[models.Model]) -> None:
    """Let `row.name.all()` be a list of these rows: they were fetched with those of others."""
    row.__dict__.setdefault("_prefetched_objects_cache", {})[name] = list(related)


def give_row(row: models.Model, name: str, other: models.Model) -> None:
    """Let `row.name` be this other row, to which its key leads already."""
    row._state.fields_cache[name] = other


def given(row: models.Model, name: str) -> Sequence[Any]:
    """Return what `row.name.all()` does, of rows that were fetched with it: nothing is asked for them."""
    try:
        return row.__dict__["_prefetched_objects_cache"][name]
    except KeyError:
        raise LookupError(f"No {name} were fetched with {row!r}.") from None


def is_by_editor(origin: str, edited_fields: Iterable[str]) -> bool:
    """Tell whether an editor made a row that has these values, or decided a field of it."""
    return origin == Origin.EDITED or bool(edited_fields)


class Curated(models.Model):
    """A row that knows whether a machine or an editor made it, and which fields an editor decided.

    `importing` writes no field named in `edited_fields`, and never deletes a row whose origin is
    edited. Who writes for an editor goes through `films.curation`.
    """

    origin = models.CharField(max_length=9, choices=choices(Origin), default=Origin.EDITED, editable=False)
    edited_fields = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [is_one_of(Origin, "origin")]
        # A list of rows finds in it, the newest first, what editors had a hand in.
        indexes = [models.Index(fields=["id"], condition=models.Q(ByEditor()), name="%(class)s_by_editor")]

    @property
    def is_edited(self) -> bool:
        return is_by_editor(self.origin, self.edited_fields)
