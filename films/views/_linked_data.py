"""What pages say in the vocabulary of schema.org; `site` is where the site stands, as `site_of` says."""

from typing import Any

from films.models import Character, Credit, Film, Person
from films.models.base import given
from films.vocabulary import Job

CREW_PROPERTIES = {
    Job.DIRECTOR: "director",
    Job.WRITER: "author",
    Job.PRODUCER: "producer",
    Job.EDITOR: "editor",
    Job.COMPOSER: "musicBy",
}


def movie(film: Film, site: str) -> dict[str, Any]:
    """Return a film of `film_at` with its credits as a `Movie` with its cast and crew."""
    data: dict[str, Any] = _movie_itself(film, site)
    facts = {
        "alternateName": film.original_title,
        "datePublished": str(film.year or ""),
        "duration": f"PT{film.runtime_minutes}M" if film.runtime_minutes else "",
        "genre": [genre.name for genre in given(film, "genres")],
        "countryOfOrigin": [{"@type": "Country", "name": row.name} for row in given(film, "countries")],
    }
    credited = given(film, "credits")
    for job, name in CREW_PROPERTIES.items():
        facts[name] = [_credited(credit, site) for credit in credited if credit.job == job]
    facts["actor"] = [role for row in credited if row.job == Job.CAST for role in _roles(row, site)]
    return data | {name: value for name, value in facts.items() if value}


def person(person: Person, site: str) -> dict[str, Any]:
    names = [name.text for name in person.names.all() if name.text != person.name]
    return _person_itself(person, site) | ({"alternateName": names} if names else {})


def character(character: Character, site: str) -> dict[str, Any]:
    """Return a film with the roles in which someone plays the character."""
    role: dict[str, Any] = {"@type": "PerformanceRole", "characterName": character.name}
    players = [_credited(row.credit, site) for row in character.portrayals.all()]
    roles = [role | {"actor": player} for player in players] or [role]
    return _movie_itself(character.film, site) | {"actor": roles}


def _roles(credit: Credit, site: str) -> list[dict[str, Any]]:
    actor = _credited(credit, site)
    names = [portrayal.character.name for portrayal in given(credit, "portrayals")]
    if not names:
        return [actor]
    return [{"@type": "PerformanceRole", "actor": actor, "characterName": name} for name in names]


def _movie_itself(film: Film, site: str) -> dict[str, Any]:
    return {
        "@type": "Movie",
        "name": film.title,
        "url": site + film.get_absolute_url(),
    }


def _credited(credit: Credit, site: str) -> dict[str, Any]:
    if credit.person:
        return _person_itself(credit.person, site)
    return {"@type": "Person", "name": credit.credited_as}


def _person_itself(person: Person, site: str) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": person.name,
        "url": site + person.get_absolute_url(),
    }
