"""What the list of events can be narrowed by: words, film, place, who, and who meets whom."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from films.facet_specs import BY_FILM, FacetSpec, SortSpec
from films.facets import FacetedFilter
from films.filters import SlugFilter, film_label
from films.models import Character, Film, Place, PlotEvent
from films.models.search import EntryKind
from films.search import FoundRows, find

EVENTS_SEARCHED = 200  # the best of what the words match


def who_takes_part(name: str, label: str) -> FacetSpec:
    """Return a facet of the characters with a name who take part in an event."""
    return FacetSpec(
        name,
        label,
        "participations__character",
        Character,
        key="pk",
        narrow={"participations__character__is_named": True},
        told=("participations__character__film", "participations__character__known_from"),
        apart=film_label("film__"),
    )


class EventFilter(FacetedFilter):
    """What happens: in words, to whom, with whom, where, in which film."""

    words = django_filters.CharFilter(method="filter_words", max_length=200)
    film = SlugFilter("film__slug")
    place = SlugFilter("place__slug")
    character = django_filters.NumberFilter(method="filter_character", min_value=1, max_value=2**62)
    meets = django_filters.NumberFilter(method="filter_character", min_value=1, max_value=2**62)

    facet_specs = (
        FacetSpec("film", "Film", "film", Film, film_label()),
        FacetSpec("place", "Place", "place", Place),
        who_takes_part("character", "Who"),
        who_takes_part("meets", "Meets"),
    )
    sort_specs = (SortSpec("story", "film, then story order", (*BY_FILM, "order")),)

    class Meta:
        model = PlotEvent
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._searched: dict[str, FoundRows] = {}  # by the words

    def filter_words(self, events: QuerySet, _name: str, words: str) -> QuerySet:
        if words not in self._searched:
            found = find(words, [EntryKind.EVENT], most=EVENTS_SEARCHED, limits=self.limits)
            self._searched[words] = found[EntryKind.EVENT]
        return events.filter(pk__in=self._searched[words].ids)

    @property
    def is_best_alone(self) -> bool:
        """Tell whether the words that were searched by have more events than are listed."""
        return any(found.count > len(found.ids) for found in self._searched.values())

    def _again(self, *args: Any, **kwargs: Any) -> FacetedFilter:
        """Return the filter with other choices; what was searched once is not searched for each facet."""
        again: Any = super()._again(*args, **kwargs)
        again._searched = self._searched
        return again

    def filter_character(self, events: QuerySet, _name: str, pk: int) -> QuerySet:
        known = self.limits.allowed(
            "participations__character__film", "participations__character__known_from"
        )
        return events.filter(known, participations__character=int(pk))
