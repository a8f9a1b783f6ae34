"""Whom a reader asks to connect: names and titles as typed, resolved or offered as a choice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from films.folding import fold
from films.models import Character, Film, Person
from films.models.limits import SpoilerLimits
from films.models.search import EntryKind
from films.search import SearchHit, search
from films.views._namesakes import fellows_apart
from films.views._told_hits import told_results

LONGEST_NAME = 200
OFFERED = 12  # films or people who may be meant
CHARACTERS_OFFERED = 500
# What is looked for while a name is being typed.
KINDS_TYPED = {
    "from_person": EntryKind.PERSON,
    "to_person": EntryKind.PERSON,
    "film": EntryKind.FILM,
}
# What is asked for when a field was left empty.
EMPTY = {
    "film": "Type the title of a film.",
    "from": "Choose a character.",
    "to": "Choose a character.",
    "from_person": "Type the name of a person.",
    "to_person": "Type the name of a person.",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One who may be meant; choosing leads to `query`."""

    label: str
    context: str
    query: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form, with what is wrong with it or who may be meant by it."""

    name: str
    text: str = ""
    row: Any = None
    error: str = ""
    is_unknown: bool = False  # nobody is called so
    offers: tuple[Offer, ...] = ()
    is_guess: bool = False  # nobody is called just so, but the offers nearly are


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: two characters of a film, two people, or nothing yet."""

    film: Field
    first: Field
    last: Field
    is_of_people: bool = False
    known: Mapping[int, Character] = field(default_factory=dict)  # all of the film who may be told
    named: Sequence[Character] = ()  # those to choose from
    unnamed: Sequence[Character] = ()

    @property
    def is_any(self) -> bool:
        return self.is_of_people or bool(self.film.text)

    @property
    def pair(self) -> tuple[Any, Any] | None:
        return (self.first.row, self.last.row) if self.first.row and self.last.row else None

    @property
    def problems(self) -> list[Field]:
        return [field for field in (self.film, self.first, self.last) if field.error]

    @property
    def is_unknown(self) -> bool:
        """Was something named that is not there?"""
        return any(field.is_unknown for field in self.problems)


def asked_of(request: HttpRequest, limits: SpoilerLimits) -> Asked:
    """Read the address: `?film=&from=&to=` or `?from_person=&to_person=`."""
    if "from_person" in request.GET or "to_person" in request.GET:
        return _people(request, limits)
    film = _film(request, limits)
    if film.row is None:
        return Asked(film, Field("from"), Field("to"))
    known = list(film.row.characters.known(limits).order_by("sort_name", "pk"))
    for row in known:
        row.film = film.row  # for its address
    first, last = (_character(request, name, film.row, known) for name in ("from", "to"))
    return Asked(
        film,
        first,
        _other_than(first, last, "Choose two different characters."),
        known={row.pk: row for row in known},
        named=fellows_apart([row for row in known if row.is_named][:CHARACTERS_OFFERED]),
        unnamed=fellows_apart([row for row in known if not row.is_named][:CHARACTERS_OFFERED]),
    )


def _people(request: HttpRequest, limits: SpoilerLimits) -> Asked:
    first, last = (_person(request, name, limits) for name in ("from_person", "to_person"))
    last = _other_than(first, last, "Name two different people.")
    return Asked(Field("film"), first, last, is_of_people=True)


def _other_than(first: Field, last: Field, error: str) -> Field:
    return replace(last, row=None, error=error) if last.row and first.row == last.row else last


def _typed(request: HttpRequest, name: str) -> str:
    return " ".join(request.GET.get(name, "").replace("\0", "").split())[:LONGEST_NAME]


def _empty(request: HttpRequest, name: str) -> Field:
    """Return a field that nothing was typed into; it is wrong only if it was sent."""
    return Field(name, error=EMPTY[name] if name in request.GET else "")


def _character(request: HttpRequest, name: str, film: Film, known: Sequence[Character]) -> Field:
    slug = _typed(request, name)
    if not slug:
        return _empty(request, name)
    row = next((one for one in known if one.slug == slug), None)
    if row is None:
        return Field(name, slug, error=f"No such character is known in {film.title}.", is_unknown=True)
    return Field(name, slug, row)


def _film(request: HttpRequest, limits: SpoilerLimits) -> Field:
    typed = _typed(request, "film")
    if not typed:
        return _empty(request, "film")
    row = Film.objects.filter(slug=typed).first()
    if row:
        return Field("film", row.title, row)
    return _meant(request, Field("film", typed), EntryKind.FILM, Film.objects.all(), limits)


def _person(request: HttpRequest, name: str, limits: SpoilerLimits) -> Field:
    typed = _typed(request, name)
    if not typed:
        return _empty(request, name)
    row = Person.objects.filter(slug=typed).first()
    if row:
        # A name that two people share would lead to a choice again.
        is_shared = Person.objects.filter(name=row.name).exclude(pk=row.pk).exists()
        return Field(name, row.slug if is_shared else row.name, row)
    return _meant(request, Field(name, typed), EntryKind.PERSON, Person.objects.all(), limits)


def _meant(
    request: HttpRequest, field: Field, kind: EntryKind, rows: QuerySet[Any], limits: SpoilerLimits
) -> Field:
    """Return the field with the row that its words mean, or with those that they may mean."""
    hits = _called(field.text, kind, limits)
    by_id = rows.in_bulk([hit.object_id for hit in hits])
    hits = [hit for hit in hits if hit.object_id in by_id]
    if len(hits) == 1 and not hits[0].is_corrected:
        row = by_id[hits[0].object_id]
        return replace(field, text=row.title if kind == EntryKind.FILM else row.name, row=row)
    offers = tuple(_offer(request, field.name, hit, by_id[hit.object_id]) for hit in hits)
    if offers:
        return replace(field, offers=offers, is_guess=all(hit.is_corrected for hit in hits))
    whom = "film" if kind == EntryKind.FILM else "person in here"
    return replace(field, error=f"No {whom} is called “{field.text}”.", is_unknown=True)


@dataclass(frozen=True, slots=True)
class NameOffer:
    """A name that a reader may be typing: `typed` stands in the field when it is chosen."""

    typed: str
    label: str


def offered_names(request: HttpRequest, limits: SpoilerLimits) -> list[NameOffer]:
    """Return the people or films whose names begin as typed into one of the form's fields."""
    for name, kind in KINDS_TYPED.items():
        if typed := _typed(request, name):
            found = search(typed, kinds=[kind], per_kind=OFFERED, limits=limits, guesses_last=True)
            hits = told_results(found, limits).hits
            return _name_offers([hit for hit in hits if hit.is_name])
    return []


def _name_offers(hits: Sequence[SearchHit]) -> list[NameOffer]:
    """Return the offers; of those with one name each is told by its address."""
    counts = Counter(hit.title for hit in hits)
    return [
        NameOffer(hit.title, hit.context)
        if counts[hit.title] == 1
        else NameOffer(hit.url.rstrip("/").rsplit("/", 1)[-1], f"{hit.title}, {hit.context}")
        for hit in hits
    ]


def _called(name: str, kind: EntryKind, limits: SpoilerLimits) -> list[SearchHit]:
    """Return those that are called so, or where nobody is, those whose names hold these words."""
    found = told_results(search(name, kinds=[kind], per_kind=OFFERED, limits=limits), limits)
    named = [hit for hit in found.hits if hit.is_name]
    return [hit for hit in named if fold(hit.matched_text) == fold(name)] or named


def _offer(request: HttpRequest, name: str, hit: SearchHit, row: Film | Person) -> Offer:
    query = request.GET.copy()
    query[name] = row.slug
    return Offer(str(row), hit.context, query.urlencode())
