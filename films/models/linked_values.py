"""Which values of other tables rows are linked with, and how often."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db.models import Count, F, Model, QuerySet

from films.models.ids import Ids
from films.models.kept_queries import KeptQuery


@cache
def commonest_linked(
    model: type[Model], path: str, narrow: tuple[tuple[str, Any], ...], most: int
) -> KeptQuery | None:
    """Return the query for the commonest values at the path, by the ids of the model's rows.

    They are counted in the table that links the two, so that the model's own is not read; there is
    none on the way to a row that a field leads to.
    """
    step, _, further = path.partition("__")
    relation: Any = model._meta.get_field(step)
    if relation.many_to_many:
        links = relation.remote_field.through
        row, value = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    elif relation.one_to_many:
        links, row, value = relation.related_model, relation.field.name, further
    else:
        return None
    held = {name.removeprefix(f"{step}__"): wanted for name, wanted in narrow}

    def counted(ids: Sequence[int]) -> QuerySet:
        linking = links._default_manager.order_by().filter(**{f"{row}__in": Ids(ids)}, **held)
        values = linking.filter(**{f"{value}__isnull": False}).annotate(linked=F(value)).values_list("linked")
        return values.annotate(count=Count(row, distinct=True)).order_by("-count", "linked")[:most]

    return KeptQuery(counted)
