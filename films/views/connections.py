"""How two characters of a film, or two people across films, are connected."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from films.connections import LINKS_A_LEVEL, MOST_STEPS, Chain, connect_characters, connect_people
from films.models import Film, Person
from films.models.limits import SpoilerLimits
from films.views._chain import Step, Steps, character_steps, person_steps
from films.views._connection_form import Asked, Field, asked_of, offered_names
from films.views._limits import limits_of
from films.views._passages import Said
from films.views._shared import json_twin

FILMS_OFFERED = 8


@dataclass(frozen=True, slots=True)
class Connection:
    """What was found between the two that were asked for; no steps where nothing was."""

    chain: Chain
    shown: Steps | None


def connections(request: HttpRequest) -> HttpResponse:
    limits = limits_of(request)
    asked = asked_of(request, limits)
    context = {
        "asked": asked,
        "film": asked.film.row,
        "limit": limits.of(asked.film.row.pk) if asked.film.row else None,
        "connection": _connection(asked, limits),
        "most_steps": MOST_STEPS,
        "links_a_level": LINKS_A_LEVEL,
        "offered_films": [] if asked.is_any else _films_with_long_stories(),
    }
    status = 404 if asked.is_unknown else 200
    return render(request, "films/connections.html", context, status=status)


def names_offered(request: HttpRequest) -> HttpResponse:
    """Return the names that a field may mean so far, as options of its list."""
    names = offered_names(request, limits_of(request))
    return render(request, "films/names_offered.html", {"names": names})


def connections_json(request: HttpRequest) -> JsonResponse:
    limits = limits_of(request)
    asked = asked_of(request, limits)
    film = asked.film.row
    data = {
        "film": film.slug if film else None,
        "from": _field(asked.first),
        "to": _field(asked.last),
        "problems": [{"field": field.name, "problem": field.error} for field in asked.problems],
    }
    if connection := _connection(asked, limits):
        data |= _found(request, connection)
    response = json_twin(data)
    response.status_code = 404 if asked.is_unknown else 200
    return response


def _connection(asked: Asked, limits: SpoilerLimits) -> Connection | None:
    if asked.pair is None:
        return None
    first, last = asked.pair
    if asked.is_of_people:
        chain = connect_people(first, last)
        return Connection(chain, person_steps(chain, limits) if chain else None)
    chain = connect_characters(first, last, limits)
    steps = character_steps(chain, asked.film.row, asked.known, limits) if chain else None
    return Connection(chain, steps)


def _films_with_long_stories() -> list[Film]:
    return list(Film.objects.with_storyline().order_by("-event_count", "sort_title", "pk")[:FILMS_OFFERED])


def _field(field: Field) -> dict[str, Any]:
    """Return who is meant, or may be."""
    return {
        "slug": field.row.slug if field.row else None,
        "name": field.row.name if field.row else None,
        "may_be": [{"name": offer.label, "context": offer.context} for offer in field.offers],
    }


def _found(request: HttpRequest, connection: Connection) -> dict[str, Any]:
    shown, chain = connection.shown, connection.chain
    steps = shown.shown if shown else []
    return {
        "is_connected": bool(chain),
        "is_shortest": bool(chain) and not chain.is_cut,
        "is_followed_to_the_end": not (chain.is_cut or chain.is_ended),
        "steps": [_step(request, step, station) for step, station in steps],
    }


def _step(request: HttpRequest, step: Step, station: Any) -> dict[str, Any]:
    kind = "person" if isinstance(station, Person) else "character"
    return {
        "to": {"kind": kind, "slug": station.slug, "name": station.name},
        "sentence": step.text,
        "evidence": [_said(request, said) for said in step.said],
    }


def _said(request: HttpRequest, said: Said) -> dict[str, Any]:
    return {
        "document": said.source.document.name,
        "start": said.start,
        "end": said.end,
        "text": said.text,
        "url": request.build_absolute_uri(said.url),
        "also_in": [
            {"document": also.source.document.name, "url": request.build_absolute_uri(also.url)}
            for also in said.others
        ],
    }
