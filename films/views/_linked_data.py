"""What pages say in the vocabulary of schema.org."""

from typing import Any

from django.http import HttpRequest

from films.models import Character, Credit, Film, Person
from films.vocabulary import Job

CREW_PROPERTIES = {
    Job.DIRECTOR: "director",
    Job.WRITER: "author",
    Job.PRODUCER: "producer",
    Job.EDITOR: "editor",
    Job.COMPOSER: "musicBy",
}


def movie(film: Film, request: HttpRequest) -> dict[str, Any]:
    """Return a film of `film_at` with its credits as a `Movie` with its cast and crew."""
    data: dict[str, Any] = _movie_itself(film, request)
    facts = {
        "alternateName": film.original_title,
        "datePublished": str(film.year or ""),
        "duration": f"PT{film.runtime_minutes}M" if film.runtime_minutes else "",
        "genre": [genre.name for genre in film.genres.all()],
        "countryOfOrigin": [{"@type": "Country", "name": row.name} for row in film.countries.all()],
    }
    credited = list(film.credits.all())
    for job, name in CREW_PROPERTIES.items():
        facts[name] = [_credited(credit, request) for credit in credited if credit.job == job]
    facts["actor"] = [role for row in credited if row.job == Job.CAST for role in _roles(row, request)]
    return data | {name: value for name, value in facts.items() if value}


def person(person: Person, request: HttpRequest) -> dict[str, Any]:
    names = [name.text for name in person.names.all() if name.text != person.name]
    return _person_itself(person, request) | ({"alternateName": names} if names else {})


def character(character: Character, request: HttpRequest) -> dict[str, Any]:
    """Return a film with the roles in which someone plays the character."""
    role: dict[str, Any] = {"@type": "PerformanceRole", "characterName": character.name}
    players = [_credited(row.credit, request) for row in character.portrayals.all()]
    roles = [role | {"actor": player} for player in players] or [role]
    return _movie_itself(character.film, request) | {"actor": roles}


def _roles(credit: Credit, request: HttpRequest) -> list[dict[str, Any]]:
    actor = _credited(credit, request)
    names = [portrayal.character.name for portrayal in credit.portrayals.all()]
    if not names:
        return [actor]
    return [{"@type": "PerformanceRole", "actor": actor, "characterName": name} for name in names]


def _movie_itself(film: Film, request: HttpRequest) -> dict[str, Any]:
    return {
        "@type": "Movie",
        "name": film.title,
        "url": request.build_absolute_uri(film.get_absolute_url()),
    }


def _credited(credit: Credit, request: HttpRequest) -> dict[str, Any]:
    if credit.person:
        return _person_itself(credit.person, request)
    return {"@type": "Person", "name": credit.credited_as}


def _person_itself(person: Person, request: HttpRequest) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": person.name,
        "url": request.build_absolute_uri(person.get_absolute_url()),
    }
