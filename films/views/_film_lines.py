"""What lists tell of a film beside its own row: who directed it, and of which kinds it is.

They are fetched as plain values, since a page has hundreds of them.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from films.models import Credit
from films.models.addresses import address
from films.models.films import KINDS
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.vocabulary import Job

DIRECTING = KeptQuery(
    lambda films: (
        Credit.objects.filter(job=Job.DIRECTOR, film__in=Ids(films))
        .order_by(*Credit.WITHIN_FILM)
        .values_list("film", "credited_as", "person__name", "person__slug")
    )
)


class Director(NamedTuple):
    """Who directed a film; without an address where it is not known who is meant."""

    credited_as: str
    name: str
    url: str


def give_directors(films: Collection[Any]) -> None:
    """Give each film its `directors`."""
    found: dict[int, list[Director]] = defaultdict(list)
    for film, credited_as, name, slug in DIRECTING([film.pk for film in films]) if films else ():
        url = address("person-detail", slug) if slug else ""
        found[film].append(Director(credited_as, name or credited_as, url))
    for film in films:
        film.directors = found[film.pk]


def give_kinds(films: Collection[Any]) -> None:
    """Give each film `listed_genres` and `listed_countries`, and `kinds`, the names of all of them."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for film, kind, _, name, _ in KINDS([film.pk for film in films]) if films else ():
        found[kind, film].append(name)
    for film in films:
        film.listed_genres = sorted(found["genre", film.pk])
        film.listed_countries = sorted(found["country", film.pk])
        own = (", ".join(names) for names in (film.listed_genres, film.listed_countries))
        film.kinds = "; ".join(filter(None, own))
