"""What tells rows of one name apart: for a person the films, for a character the film or the place in it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from films.models import Character, Credit, Person
from films.models.limits import WHOLE_STORY

FILMS_NAMED = 2


def people_apart(people: Iterable[Any]) -> list[Any]:
    """Return the people; those of one name have `apart`, the films that they worked on."""
    rows = list(people)
    shared = _shared(row.name for row in rows)
    films = _films_of([row for row in rows if row.name in shared]) if shared else {}
    return _apart(rows, lambda row: _named(films.get(row.pk, ())))


def characters_apart(characters: Iterable[Any]) -> list[Any]:
    """Return characters of several films; those of one name have `apart`, their film."""
    return _apart(characters, lambda row: f"in {row.film}")


def fellows_apart(characters: Iterable[Any]) -> list[Any]:
    """Return characters of one film; those of one name have `apart`, the event that brings them in."""
    return _apart(characters, _since)


def _apart(rows: Iterable[Any], tell: Callable[[Any], str]) -> list[Any]:
    shown = list(rows)
    shared = _shared(row.name for row in shown)
    for row in shown:
        if row.name in shared:
            row.apart = tell(row)
    return shown


def _shared(names: Iterable[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def _since(character: Character) -> str:
    is_placed = 0 < character.known_from < WHOLE_STORY
    return f"from event\N{NO-BREAK SPACE}{character.known_from}" if is_placed else ""


def _films_of(people: Sequence[Person]) -> dict[int, list[str]]:
    """Return the films of each, newest first."""
    work = Credit.objects.filter(person__in=people).select_related("film")
    films: dict[int, dict[str, None]] = defaultdict(dict)
    for credit in work.order_by("-film__year", "film__sort_title", "pk"):
        if credit.person_id is not None:
            films[credit.person_id][str(credit.film)] = None
    return {person: list(titles) for person, titles in films.items()}


def _named(titles: Sequence[str]) -> str:
    """Return the first titles, and how many more there are: "in Ash (2001), Elm and 3 more"."""
    more = len(titles) - FILMS_NAMED
    listed = ", ".join(titles[:FILMS_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"in {listed}" if titles else ""
