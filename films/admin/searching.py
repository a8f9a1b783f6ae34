"""Finding rows of a large base by the site's index, where Django would read each for the letters typed."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from films.models.ids import Ids
from films.overview import LARGE, is_large
from films.search import EntryKind, find
from films.search.receivers import KINDS

MOST_FOUND = 100  # entries of a kind; two pages, and twice as many films take twice as long to find
MOST_ROWS = 2_000  # that lead to them
ITSELF = "pk"


class SearchedByIndex(admin.ModelAdmin):
    """A list that is searched by words, as the site is, once it has become long.

    A short one is searched for the letters typed, wherever they stand in its `search_fields`.
    """

    search_help_text = (
        f"Letters, wherever they stand; among over {LARGE:,} rows the best {MOST_FOUND} by words."
    )
    # By which fields rows lead to what the index finds: the rows themselves, or what has such a name.
    found_by: ClassVar[Mapping[EntryKind, tuple[str, ...]]] = {}
    known_by = ""  # the field of a name that is typed whole

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> Any:
        typed = search_term.strip()
        if not (self.found_by and typed and is_large(self.model)):
            return super().get_search_results(request, queryset, search_term)
        found = self._found(typed)
        return queryset.filter(pk__in=Ids(sorted(found))) if found else queryset.none(), False

    def _found(self, typed: str) -> set[int]:
        every = self.model._default_manager.order_by().values_list("pk", flat=True)
        found = set(every.filter(**{self.known_by: typed})) if self.known_by else set()
        for kind, rows in find(typed, self.found_by, most=MOST_FOUND).items():
            for field in self.found_by[kind]:
                if field == ITSELF:
                    found.update(rows.ids)
                elif rows.named:
                    found.update(every.filter(**{f"{field}__in": Ids(rows.named)})[:MOST_ROWS])
        return found


def those_found(rows: QuerySet, typed: str) -> QuerySet:
    """Leave of a large table's rows those that the index finds; of a small one's, all."""
    if not typed.strip() or rows.model not in KINDS or not is_large(rows.model):
        return rows
    kind = KINDS[rows.model]
    return rows.filter(pk__in=Ids(find(typed, [kind], most=MOST_FOUND)[kind].ids))
