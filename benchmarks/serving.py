"""A process that serves pages to the bench: it times what its input asks for, and answers on its output.

`DATABASE_URL` says from which database. Requests go through WSGI and all middleware, as Gunicorn's do.
Time is the processor's, of this process and of the database's that works for it: what else runs on
the machine does not count.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from time import process_time
from typing import Any
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.db.models import Count, OuterRef, Subquery
from django.test.client import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.generated_rows import studio_films
from benchmarks.site import HOST, serve_the_bench, sign_in  # before the models
from films.models import Character, Credit, Film, Participation, Person, PlotEvent

OBJECTS = 30
BUSY, BUSY_PEOPLE = 200, 5  # credits of a person who has many; so many such people
SHAPE = (14, 40)  # events of the films measured: of the same shape in a small base and in a large one


class Site:
    """The site in this process."""

    def __init__(self) -> None:
        serve_the_bench()
        self.admin, self.cookie = reverse("admin:index"), sign_in()
        self.handler = WSGIHandler()
        self.requests = RequestFactory(SERVER_NAME=HOST, HTTP_ACCEPT_ENCODING="gzip")

    def get(self, address: str, **headers: str) -> tuple[float, Any]:
        """Ask for a page; return the seconds until its last byte, and the response."""
        if address.startswith(self.admin):
            headers["HTTP_COOKIE"] = self.cookie
        environ = self.requests._base_environ(**_path_of(address), **headers)
        start = _processor_time()
        response = self.handler(environ, _ignored)
        response.size = sum(map(len, response))
        seconds = _processor_time() - start
        response.close()
        if response.status_code not in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            raise RuntimeError(f"{address} answers {response.status_code}.")
        return seconds, response

    def queries(self, address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            self.get(address)
        return len(captured)


def _path_of(address: str) -> dict[str, str]:
    path, _, query = address.partition("?")
    return {"PATH_INFO": path, "QUERY_STRING": query}


def _ignored(*_: Any) -> None:
    """Take the status and the headers, as a server would."""


def _processor_time() -> float:
    """Return the seconds that this process and its PostgreSQL backend have worked."""
    own = process_time()
    if connection.vendor != "postgresql" or connection.connection is None:
        return own
    backend = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return own + int(backend.read_text().split()[0]) / 1e9


class Addresses:
    """Addresses of each kind of page, of objects from all over the base."""

    def __init__(self) -> None:
        self.made_up = random.Random(1)  # noqa: S311 -- the same ones every time
        self.count = Film.objects.count()
        own = Film.objects.filter(pk__in=studio_films(self.count))
        self.films = self._some(own.filter(event_count__range=SHAPE))
        self.heads = self._some(own.filter(event_count=0))
        self.events = self._some(
            PlotEvent.objects.filter(film__in=[film.pk for film in self.films]).exclude(participations=None)
        )

    def _some(self, rows: Any) -> list[Any]:
        found = list(rows.order_by("pk"))
        return self.made_up.sample(found, min(OBJECTS, len(found)))

    def all(self) -> dict[str, list[str]]:
        """Return the addresses by the name of the page, as many for each; of few objects, some repeatedly."""
        return {name: (own * OBJECTS)[:OBJECTS] for name, own in self._distinct().items()}

    def _distinct(self) -> dict[str, list[str]]:
        return {
            "floor": ["/bench/empty/"],
            "frame": ["/bench/frame/"],
            "home": [reverse("home")],
            "list": [reverse("film-list")],
            "list, one choice": list(self._lists("genre")),
            "list, three choices": list(self._lists("genre", "country", "decade")),
            "list, page 500": [f"{reverse('film-list')}?page={min(500, -(-self.count // 50))}"],
            "film": [film.get_absolute_url() for film in self.films],
            "film without a plot": [film.get_absolute_url() for film in self.heads],
            "storyline": [reverse("film-storyline", args=[film.slug]) for film in self.films],
            "character": [one.get_absolute_url() for one in self._characters()],
            "person": [one.get_absolute_url() for one in self.people],
            "name": [_searched(name) for name in self._names()],
            "prefix": [_searched(name[: len(name) - 3]) for name in self._names()],
            "misspelt": [_searched(self._mistyped(name)) for name in self._names()],
            "plot": [_searched(self._words_of(event)) for event in self.events],
            "events": list(self._events_at()),
            "all events": [reverse("event-list")],
            "all events, page 500": [f"{reverse('event-list')}?page=500"],
            "characters": [reverse("character-list")],
            "characters, page 500": [f"{reverse('character-list')}?page=500"],
            "characters, one kind": [f"{reverse('character-list')}?kind=group"],
            "people": [f"{reverse('person-list')}?sort=films"],
            "people, rare job": [f"{reverse('person-list')}?job=producer"],
            "places": [reverse("place-list")],
            "admin, film": [reverse("admin:films_film_change", args=[film.pk]) for film in self.films],
            "admin, events": [reverse("admin:films_plotevent_changelist")],
            "admin, events searched": [
                _searched(self._words_of(event), "admin:films_plotevent_changelist") for event in self.events
            ],
            "admin, people searched": [
                _searched(person.name, "admin:films_person_changelist") for person in self.people
            ],
        }

    def _lists(self, *facets: str) -> Iterator[str]:
        for film in self.films + self.heads:
            genre, country = film.genres.first(), film.countries.first()
            if genre and country and film.year:
                values = {"genre": genre.slug, "country": country.slug, "decade": film.year // 10 * 10}
                yield f"{reverse('film-list')}?{urlencode({name: values[name] for name in facets})}"

    def _characters(self) -> Iterator[Character]:
        for film in self.films:
            yield from film.characters.named().main_first()[:1]

    @cached_property
    def people(self) -> list[Any]:
        """Return those who have so many credits, or the next more: as `work`."""
        heads = Person.objects.filter(credits__film__in=studio_films(self.count), credits__job="producer")
        work = Credit.objects.filter(person=OuterRef("pk")).order_by().values("person")
        counted = heads.distinct().annotate(work=Subquery(work.annotate(count=Count("pk")).values("count")))
        return list(counted.filter(work__gte=BUSY).order_by("work", "pk")[:BUSY_PEOPLE])

    def sizes(self) -> dict[str, list[int]]:
        """Return how large the objects are whose size differs from base to base, by the name of the page."""
        return {"person": [person.work for person in self.people]}

    def _names(self) -> list[str]:
        return [character.name for character in self._characters()]

    def _mistyped(self, name: str) -> str:
        """Return the name with two letters of its last word in each other's place."""
        at = len(name) - 3
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]

    def _words_of(self, event: PlotEvent) -> str:
        words = [word for word in event.summary.strip(".").split() if len(word) > 3 and word.islower()]
        return " ".join(dict.fromkeys(words[:3])) or event.summary.split()[0]

    def _events_at(self) -> Iterator[str]:
        placed = Participation.objects.filter(event__film__in=[film.pk for film in self.films])
        for part in placed.exclude(event__place=None).select_related("event__place").order_by("pk")[:OBJECTS]:
            asked = urlencode({"character": part.character_id, "place": part.event.place.slug})
            yield f"{reverse('event-list')}?{asked}"


def _searched(words: str, view: str = "search") -> str:
    return f"{reverse(view)}?{urlencode({'q': words})}"


def main() -> int:
    """Answer each line of input, a JSON object with `do` and what it needs, with a line of output."""
    site, found = Site(), Addresses()
    addresses, sizes = found.all(), found.sizes()
    for line in sys.stdin:
        asked = json.loads(line)
        page = asked.get("page", "")
        is_size = asked["do"] == "size"
        answer = sizes.get(page, []) if is_size else ANSWERS[asked["do"]](site, addresses.get(page, []))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0


def _times(site: Site, addresses: list[str]) -> list[float]:
    return [site.get(address)[0] for address in addresses]


def _queries(site: Site, addresses: list[str]) -> int:
    return max((site.queries(address) for address in addresses[:5]), default=0)


def _not_modified(site: Site, addresses: list[str]) -> list[float]:
    """Time what readers cost who have the page already."""
    times = []
    for address in addresses:
        _, first = site.get(address)
        seconds, again = site.get(address, HTTP_IF_NONE_MATCH=first.headers["ETag"])
        if again.status_code != HTTPStatus.NOT_MODIFIED:
            raise RuntimeError(f"{address} answers {again.status_code} to a reader who has it.")
        times.append(seconds)
    return times


ANSWERS: dict[str, Callable[[Site, list[str]], Any]] = {
    "time": _times,
    "queries": _queries,
    "not modified": _not_modified,
    "addresses": lambda _, addresses: addresses,
}

if __name__ == "__main__":
    sys.exit(main())
