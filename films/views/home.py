"""The home page: what is in here, and ways in."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from films.models import Character, Film, Person, Place, PlotEvent, SourceDocument
from films.models.limits import SpoilerLimits
from films.views._limits import limits_of

FILMS_SHOWN = 6
WAYS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a thing are in here, and where they are listed."""

    count: int
    one: str
    many: str
    url_name: str = ""

    @property
    def words(self) -> str:
        return self.one if self.count == 1 else self.many


def home(request: HttpRequest) -> HttpResponse:
    limits = limits_of(request)
    films = Film.objects.with_directors()
    tallies = _tallies()
    richest = films.with_storyline().order_by("-event_count", "title", "pk")[:FILMS_SHOWN]
    context = {
        "tallies": tallies,
        "latest": films.order_by("-created_at", "-pk")[:FILMS_SHOWN],
        "richest": richest if tallies[0].count > FILMS_SHOWN else [],
        "decades": _decades(),
        "places": Place.objects.known(limits).by_film_count()[:WAYS_SHOWN],
        "people": Person.objects.with_film_count().order_by("-film_count", "name", "pk")[:WAYS_SHOWN],
        "characters": _main_characters(limits),
    }
    return render(request, "films/home.html", context)


def _main_characters(limits: SpoilerLimits) -> QuerySet[Character]:
    named = Character.objects.known(limits).named()
    return named.main_first().select_related("film")[:WAYS_SHOWN]


def _tallies() -> tuple[Tally, ...]:
    return (
        Tally(Film.objects.count(), "film", "films", "film-list"),
        Tally(Character.objects.count(), "character", "characters", "character-list"),
        Tally(PlotEvent.objects.count(), "plot event", "plot events", "event-list"),
        Tally(Person.objects.count(), "person", "people", "person-list"),
        Tally(Place.objects.count(), "place", "places", "place-list"),
        Tally(SourceDocument.objects.count(), "source document", "source documents"),
    )


def _decades() -> list[tuple[int, int]]:
    """Return `(first year, number of films)`, in order."""
    dated = Film.objects.filter(year__isnull=False).with_facet_values().order_by()
    counted = dated.values_list("first_year").annotate(films=Count("pk"))
    return list(counted.order_by("first_year"))
