"""What is counted of the whole store: at each request while it is small, beforehand once it is large."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Count, Model, QuerySet, Value
from django.utils import timezone

from films.event_filter import EventFilter
from films.facets import FacetedFilter
from films.filters import CharacterFilter, FilmFilter, PersonFilter, PlaceFilter
from films.models import (
    Character,
    Credit,
    Edition,
    Film,
    Overview,
    Person,
    Place,
    PlotEvent,
    Setting,
    SourceDocument,
)

LARGE = 10_000  # rows; counting as many costs no reader more than the page itself
HOME = "home"
WAYS_OFFERED = 12
PLACES_KEPT = 50  # some of them may be kept from a reader with limits
TALLIED: tuple[type[Model], ...] = (Film, Character, PlotEvent, Person, Place, SourceDocument)
# Each list with the tables that it counts: of few places very much may be told.
LISTS: tuple[tuple[type[FacetedFilter], tuple[type[Model], ...], Callable[[], QuerySet]], ...] = (
    (FilmFilter, (Film,), Film.objects.with_facet_values),
    (CharacterFilter, (Character,), Character.objects.with_facet_values),
    (PersonFilter, (Person, Credit), Person.objects.all),
    (PlaceFilter, (Place, Setting), Place.objects.for_list_page),
    (EventFilter, (PlotEvent,), PlotEvent.objects.all),
)


def home_counts() -> dict[str, Any]:
    """Return what the home page tells of the whole store: how many of what, and where most is."""
    people = Person.objects.order_by("-film_count", "sort_name", "pk")
    places = Place.objects.order_by("-film_count", "sort_name", "pk")
    return {
        "tallies": tallies(),
        "decades": decades(),
        "people": list(people.values_list("pk", flat=True)[:WAYS_OFFERED]),
        "places": list(places.values_list("pk", flat=True)[:PLACES_KEPT]),
    }


def tallies() -> dict[str, int]:
    """Return the number of rows by the name of their model, in one query."""
    first, *others = (
        model._default_manager.order_by().values_list(Value(model.__name__)).annotate(count=Count("pk"))
        for model in TALLIED
    )
    counted = dict(first.union(*others, all=True))
    return {model.__name__: counted.get(model.__name__, 0) for model in TALLIED}


def decades() -> list[tuple[int, int]]:
    """Return `(first year, number of films)`, in order."""
    dated = Film.objects.filter(year__isnull=False).with_facet_values().order_by()
    counted = dated.values_list("first_year").annotate(films=Count("pk"))
    return list(counted.order_by("first_year"))


def refresh_overviews(*, at: datetime | None = None) -> None:
    """Count anew what is counted beforehand; what has become small is counted at each request again.

    Nothing is counted while the store is as it was the last time: that takes a minute of a million films.
    """
    edition, countings = Edition.objects.current(), dict(_countings())
    if dict(Overview.objects.values_list("name", "edition")) == dict.fromkeys(countings, edition):
        return
    fresh = {name: count() for name, count in countings.items()}
    # The new numbers make an edition of their own. Had another come meanwhile, theirs would be an old one.
    values = {"counted_at": at or timezone.now(), "edition": edition + 1}
    with transaction.atomic():
        Overview.objects.exclude(name__in=fresh).delete()
        for name, counted in fresh.items():
            Overview.objects.update_or_create(name=name, defaults={"counted": counted, **values})
        if fresh:
            Edition.objects.bump()


def _countings() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield what is counted beforehand, as large as the store is, with what counts it."""
    for filtering, models, rows in LISTS:
        if any(map(is_large, models)):
            yield filtering.__name__, partial(_list_counts, filtering, rows)
    if is_large(Film) or is_large(Person):
        yield HOME, home_counts


def _list_counts(filtering: type[FacetedFilter], rows: Callable[[], QuerySet]) -> Any:
    return filtering({}, queryset=rows(), is_live=True).overall()


def is_large(model: type[Model]) -> bool:
    return model._default_manager.order_by("pk").values_list("pk")[LARGE : LARGE + 1].exists()
