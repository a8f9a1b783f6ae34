"""Ids that were read from the store, written into a query as they stand."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BigIntegerField, Expression


class Ids(Expression):
    """What `pk__in` takes for many ids: a parameter for each would take longer than to look the rows up.

    >>> Ids([3, 5]).as_sql(None, None)
    ('(3, 5)', ())
    """

    def __init__(self, ids: Iterable[int]) -> None:
        super().__init__(output_field=BigIntegerField())
        self.ids = tuple(map(int, ids))

    def as_sql(self, _compiler: Any, _connection: Any) -> tuple[str, tuple[()]]:
        return f"({', '.join(map(str, self.ids)) or 'NULL'})", ()
