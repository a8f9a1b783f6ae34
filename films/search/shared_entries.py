"""The entries of people and places, which films share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Count, F, Prefetch, QuerySet, Window
from django.db.models.functions import RowNumber

from films.models import Credit, Film, Person, PersonName, Place, Portrayal, Setting
from films.models.search import EntryKind
from films.search.entries import EntryDraft, joined, some_of
from films.vocabulary import Job

MOST_CREDITS = 200
MOST_FILMS = 3


def person_drafts(person_ids: Sequence[int]) -> Iterator[EntryDraft]:
    """Yield the entries of the people who exist, in a fixed number of queries."""
    work = _by("person_id", _first(_credits(person_ids), "person", MOST_CREDITS))
    names = Prefetch("names", PersonName.objects.order_by("pk"))
    people = Person.objects.filter(pk__in=person_ids).order_by("pk").prefetch_related(names)
    for person in people.annotate(credit_count=Count("credits")):
        yield _person(person, work[person.pk])


def _credits(person_ids: Sequence[int]) -> QuerySet[Credit]:
    portrayals = Portrayal.objects.select_related("character").order_by("pk")
    work = Credit.objects.filter(person__in=person_ids).select_related("film")
    return work.prefetch_related(Prefetch("portrayals", portrayals))


def _person(person: Any, work: Sequence[Credit]) -> EntryDraft:
    jobs = list(dict.fromkeys(Job(credit.job).value for credit in work))
    films = list(dict.fromkeys(_title(credit.film) for credit in work))
    more = max(len(films), person.credit_count if person.credit_count > MOST_CREDITS else 0)
    return EntryDraft(
        EntryKind.PERSON,
        person.pk,
        person.name,
        person.get_absolute_url(),
        context=": ".join(filter(None, (joined(jobs), some_of(films, more)))),
        names=(person.name, *(name.text for name in person.names.all())),
        passages=[_credit_line(credit) for credit in work],
        weight=person.credit_count,
    )


def _title(film: Film) -> str:
    """Return the film as the context names it; a title that no document states is marked."""
    return f"{film} [provisional title]" if film.is_title_provisional else str(film)


def _credit_line(credit: Credit) -> str:
    if credit.job != Job.CAST:
        return f"{Job(credit.job).value.capitalize()} of {credit.film}"
    played = [portrayal.character.name for portrayal in credit.portrayals.all()]
    part = joined(played) or credit.role
    return f"Plays {part} in {credit.film}" if part else f"In the cast of {credit.film}"


def place_drafts(place_ids: Sequence[int]) -> Iterator[EntryDraft]:
    """Yield the entries of the places that exist, as they are counted, in a fixed number of queries."""
    settings = Setting.objects.filter(place__in=place_ids).select_related("film")
    films = _by("place_id", _first(settings, "place", MOST_FILMS))
    for place in Place.objects.filter(pk__in=place_ids).order_by("pk"):
        titles = [_title(setting.film) for setting in films[place.pk]]
        yield EntryDraft(
            EntryKind.PLACE,
            place.pk,
            place.name,
            place.get_absolute_url(),
            context=some_of(titles, place.film_count, MOST_FILMS),
            names=(place.name,),
            weight=place.film_count + place.event_count,
        )


def _first(rows: QuerySet, parent: str, most: int) -> QuerySet:
    """Keep the rows of each parent's best documented films, so that a hot one stays bounded."""
    best_first = (F("film__document_count").desc(), F("film__event_count").desc(), F("pk").asc())
    number = Window(RowNumber(), partition_by=[F(parent)], order_by=best_first)
    return rows.annotate(number=number).filter(number__lte=most).order_by("number")


def _by(field: str, rows: Iterable[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, field)].append(row)
    return grouped
