"""A list of names narrowed to those that begin with a letter.

Offered are the letters that something in the list begins with, with the other choices that were made. Of a
list too long to be counted at each request these are the letters of the whole list.
"""

from collections.abc import Mapping
from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet

from films.facet_specs import Choice, Facet
from films.facets import FacetedFilter
from films.models.sort_keys import INITIALS, OTHER, begins_with, initial

LETTER, TITLE = "letter", "Begins with"


class AlphabetFilter(FacetedFilter):
    """A filter set for what is sorted by the key of its name."""

    letter = django_filters.ChoiceFilter(
        method="filter_letter", choices=[(letter, letter) for letter in INITIALS]
    )

    sort_key = "sort_name"
    with_name = Q()  # what has a name that it can be looked up by

    def filter_letter(self, rows: QuerySet, _name: str, letter: str) -> QuerySet:
        return rows.filter(self.with_name & begins_with(self.sort_key, letter))

    def alphabet(self) -> Facet:
        """Return all letters; those that nothing begins with have a count of 0."""
        chosen, counts = self.chosen().get(LETTER, ""), self._letters()
        return Facet(
            LETTER,
            TITLE,
            tuple(
                Choice(
                    letter,
                    "#" if letter == OTHER else letter.upper(),
                    self._query(LETTER, "" if letter == chosen else letter),
                    letter == chosen,
                    counts.get(letter, 0),
                )
                for letter in INITIALS
            ),
        )

    def overall(self) -> dict[str, Any]:
        return super().overall() | {"letters": sorted(self._letters().items())}

    def _kept_count(self, name: str) -> int:
        return self._letters().get(self.chosen()[LETTER], 0) if name == LETTER else super()._kept_count(name)

    @property
    def _titles(self) -> dict[str, str]:
        return super()._titles | {LETTER: TITLE}

    def _letters(self) -> Mapping[str, int]:
        """Return how much of the list begins with each letter; of a long one, of the whole list."""
        if self.overview is not None:
            return dict(self.overview.counted.get("letters", ()))
        named = self._rows_without(LETTER).filter(self.with_name)
        return dict(named.values_list(initial(self.sort_key)).annotate(count=Count("pk")))
