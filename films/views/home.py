"""The home page: what is in here, and ways in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from films.models import Character, Film, Overview, Person, Place
from films.models.limits import SpoilerLimits
from films.overview import HOME, home_counts
from films.views._film_lines import give_directors
from films.views._limits import limits_of
from films.views._namesakes import characters_apart, people_apart
from films.views._shared import json_twin

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


# By the name of the model.
TALLIES = {
    "Film": ("film", "films", "film-list"),
    "Character": ("character", "characters", "character-list"),
    "PlotEvent": ("plot event", "plot events", "event-list"),
    "Person": ("person", "people", "person-list"),
    "Place": ("place", "places", "place-list"),
    "SourceDocument": ("source document", "source documents"),
}


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "films/home.html", _shown(limits_of(request)))


def home_json(request: HttpRequest) -> JsonResponse:
    shown = _shown(limits_of(request))
    found = {tally.many.replace(" ", "_"): tally.count for tally in shown["tallies"]}
    films = {name: [_film_item(request, film) for film in shown[name]] for name in ("latest", "richest")}
    ways = {
        name: [_way_item(request, row) for row in shown[name]] for name in ("characters", "people", "places")
    }
    decades = [{"decade": year, "films": count} for year, count in shown["decades"]]
    return json_twin({"counts": found, **films, "decades": decades, **ways})


def _film_item(request: HttpRequest, film: Any) -> dict[str, Any]:
    return _way_item(request, film, film.title) | {
        "year": film.year,
        "title_is_provisional": film.is_title_provisional,
        "directors": [director.credited_as for director in film.directors],
        "events": film.event_count,
        "documents": film.document_count,
    }


def _way_item(request: HttpRequest, row: Any, name: str = "") -> dict[str, Any]:
    return {"name": name or row.name, "url": request.build_absolute_uri(row.get_absolute_url())}


def _shown(limits: SpoilerLimits) -> dict[str, Any]:
    overview = Overview.objects.of(HOME)
    counted = overview.counted if overview else home_counts()
    tallies = _tallies(counted["tallies"])
    latest = list(Film.objects.order_by("-created_at", "-pk")[:FILMS_SHOWN])
    by_events = Film.objects.with_storyline().order_by("-event_count", "sort_title", "pk")
    richest = list(by_events[:FILMS_SHOWN]) if tallies[0].count > FILMS_SHOWN else []
    give_directors([*latest, *richest])
    places = Place.objects.known(limits).filter(pk__in=counted["places"])
    people = Person.objects.in_bulk(counted["people"])
    return {
        "tallies": tallies,
        "latest": latest,
        "richest": richest,
        "decades": counted["decades"],
        "places": sorted(places, key=lambda place: counted["places"].index(place.pk))[:WAYS_SHOWN],
        "people": people_apart(people[pk] for pk in counted["people"] if pk in people),
        "characters": characters_apart(_main_characters(limits)),
    }


def _main_characters(limits: SpoilerLimits) -> QuerySet[Character]:
    named = Character.objects.known(limits).named()
    return named.main_first().select_related("film")[:WAYS_SHOWN]


def _tallies(counts: Mapping[str, int]) -> tuple[Tally, ...]:
    return tuple(Tally(counts[model], *words) for model, words in TALLIES.items())
