"""What the lists can be narrowed by and how they can be sorted."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from math import prod
from typing import Any

import django_filters
from django.db.models import Case, CharField, Exists, F, Model, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Concat

from films.alphabet import LETTER, AlphabetFilter
from films.facet_specs import BY_FILM, FacetSpec, SortSpec, Total
from films.facets import VALUES_KEPT
from films.models import Character, Country, Credit, Film, Genre, Person, Place, Setting
from films.models.characters import CharacterQuerySet
from films.models.films import FilmQuerySet, PersonQuerySet, is_there
from films.models.ids import Ids
from films.search.database import database
from films.vocabulary import CharacterKind, Gender, Job
from films.wording import GENDER_WORDS

SETTING_TOLD = ("settings__film", "settings__known_from")
YES_NO = (("yes", "yes"), ("no", "no"))
LOOKED_UP = 10_000  # films, one by one, in the time in which PostgreSQL reads a few hundred thousand
FEW = 10_000  # rows that are found and sorted while a database comes upon the first hundreds of them
FILMS_COUNTED = 1_000  # of the people in whom a choice is counted: most have a few films, and some hundreds
SORTED = 2  # rows that are found and sorted while a database comes upon one, and asks it


def decade_words(first_year: int) -> str:
    return f"{first_year}s"


def source_words(count: int) -> str:
    return "1 source" if count == 1 else f"{count} sources"


def gender_words(gender: str) -> str:
    return GENDER_WORDS[Gender(gender)]


def words(value: str) -> str:
    return value.replace("_", " ")


def film_label(path: str = "") -> Case:
    """Return the title of the film at `path` with its year, a provisional one marked as such."""
    title, year = f"{path}title", f"{path}year"
    marked = Concat(title, Value(" (provisional title)"))
    dated = Concat(title, Value(" ("), Cast(year, CharField()), Value(")"))
    return Case(
        When(**{f"{path}is_title_provisional": True}, then=marked),
        When(**{f"{year}__isnull": False}, then=dated),
        default=F(title),
    )


def the(model: type[Model], slug: str) -> Subquery:
    """Return the id of the row with that slug, which a database looks up once."""
    return Subquery(model._default_manager.order_by().filter(slug=slug).values("pk"))


class SlugFilter(django_filters.CharFilter):
    """A filter by a slug, through any relation; a row stands once, however often it is related."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=120, **kwargs)


class LongFilter(AlphabetFilter):
    """A filter set that finds the rows of a long list by how rare the choices are, as its overview tells."""

    def _rarity(self, name: str) -> int:
        """Return how many rows have what is chosen; of a value that is not kept, how many at most."""
        counts = [count for *_, count in self._kept.get("facets", {}).get(name, ())]
        return self._kept_count(name) or (min(counts) if len(counts) >= VALUES_KEPT else 0)

    def _share(self, names: Iterable[str]) -> float:
        """Return about which share of the rows these choices leave."""
        total = self._kept["total"]
        return prod(max(self._rarity(name), 1) / total for name in names)


class FilmFilter(LongFilter):
    decade = django_filters.NumberFilter(method="filter_decade", min_value=1800, max_value=3000)
    genre = SlugFilter(method="filter_linked")
    country = SlugFilter(method="filter_linked")
    director = SlugFilter(method="filter_linked")
    cast = SlugFilter(method="filter_linked")
    place = SlugFilter(method="filter_linked")
    storyline = django_filters.ChoiceFilter(field_name="has_storyline", choices=YES_NO)
    sources = django_filters.NumberFilter("document_count", min_value=0, max_value=1_000_000)

    facet_specs = (
        FacetSpec("decade", "Decade", "first_year", wording=decade_words, is_ordered_by_value=True),
        FacetSpec("genre", "Genre", "genres", Genre),
        FacetSpec("country", "Country", "countries", Country),
        FacetSpec("director", "Director", "credits__person", Person, narrow={"credits__job": Job.DIRECTOR}),
        FacetSpec("cast", "Cast", "credits__person", Person, narrow={"credits__job": Job.CAST}),
        FacetSpec("place", "Place", "settings__place", Place, told=SETTING_TOLD),
        FacetSpec("storyline", "Has a storyline", "has_storyline"),
        FacetSpec("sources", "Told by", "document_count", wording=source_words, is_ordered_by_value=True),
    )
    sort_specs = (
        SortSpec("title", "title", ("sort_title", "year")),
        SortSpec("newest", "newest", (F("year").desc(nulls_last=True), "sort_title")),
        SortSpec("oldest", "oldest", (F("year").asc(nulls_last=True), "sort_title")),
        SortSpec("events", "most events", ("-event_count", "sort_title")),
        SortSpec("sources", "most sources", ("-document_count", "sort_title")),
        SortSpec("added", "latest added", ("-created_at", "sort_title")),
    )

    sort_key = "sort_title"

    class Meta:
        model = Film
        fields: list[str] = []

    def filter_decade(self, films: FilmQuerySet, _name: str, first_year: int) -> QuerySet:
        return films.from_decade(int(first_year))

    def filter_linked(self, films: FilmQuerySet, name: str, slug: str) -> QuerySet:
        return films.linked_by(self.links(name, slug))

    def links(self, name: str, slug: str) -> QuerySet:
        """Return the rows that link films with what is chosen of another table."""
        match name:
            case "genre":
                return Film.genres.through.objects.filter(genre=the(Genre, slug))
            case "country":
                return Film.countries.through.objects.filter(country=the(Country, slug))
            case "place":
                settings = Setting.objects.order_by().known(self.limits)
                return settings.filter(place=the(Place, slug)).distinct()
        job = Job.DIRECTOR if name == "director" else Job.CAST
        return Credit.objects.order_by().filter(person=the(Person, slug), job=job).distinct()

    def _first_found(self, most: int) -> QuerySet:
        """Return so many of the films that the rarest choice leads to and the others leave, too.

        A database that is not told begins with any choice.
        """
        if not self._linked:
            return super()._first_found(most)
        own = self._share_of_own * self._kept["total"]
        if own < min(LOOKED_UP, self._rarity(self._linked[0])):
            return self._fitting(by_index=True).order_by()[:most]
        links = self._linking(is_soon_enough=most / self._share_of_own < LOOKED_UP)
        first = links.order_by("film").values("film")[:most]
        return self.queryset.filter(pk__in=first).order_by("pk")

    def _linking(self, *, is_soon_enough: bool = False) -> QuerySet:
        """Return the links of the rarest choice to films that the other choices leave.

        If that `is_soon_enough`, films are looked up as they come: PostgreSQL would rather read all of them.
        Where links have to fit others, too, it finds those first, which is better.
        """
        links, *others = self._links
        for other in others:
            links = links.filter(Exists(other.filter(film=OuterRef("film"))))
        if len(self._links) == len(self.chosen()):
            return links
        films = self._own_chosen(Film.objects.order_by().with_facet_values(), by_index=False)
        linked = films.filter(pk=OuterRef("film"))
        return links.filter(is_there(linked) if is_soon_enough and not others else Exists(linked))

    def _sorted(self, stop: int) -> QuerySet:
        """Return the ids of the films; all are sorted where that is sooner than coming upon the first."""
        if not self.chosen():
            return super()._sorted(stop)
        if self._links and self._rarity(self._linked[0]) < SORTED * self._passed_over(stop):
            films = self.queryset.filter(pk__in=self._linking().values("film"))
        else:
            by_index = self._sort.name in ("newest", "oldest")
            films = self._fitting(by_index=by_index, in_order=True)
        return films.order_by(*self._order).values("pk")

    def _fitting(self, **how: bool) -> FilmQuerySet:
        """Return the films that the choices leave, each asked for its links as a database comes upon it."""
        films = self._own_chosen(self.queryset, **how)
        for links in self._links:
            films = films.linked_one_by_one(links)
        return films

    def _passed_over(self, stop: int) -> float:
        """Return about how many films stand in the list's order before so many are found that fit."""
        last_id = self._looked_at[-1][0]
        among = stop * last_id / len(self._looked_at)
        total = self._kept["total"]
        if self._is_by_decade:
            among *= self._rarity("decade") / total
        if self._sort.name == "title" and LETTER in self.chosen():
            among *= self._rarity(LETTER) / total
        return among

    @property
    def _share_of_own(self) -> float:
        """Return about which share of films the choices leave among values of their own."""
        return self._share(name for name in self.chosen() if name not in self._linked)

    def _own_chosen(self, films: FilmQuerySet, *, by_index: bool, in_order: bool = False) -> FilmQuerySet:
        """Return the films that the choices leave among values of their own."""
        for name in self.chosen():
            value = self.form.cleaned_data[name]
            if name == "decade" and in_order and self._is_by_decade:
                films = films.filter(first_year=int(value))
            elif name == "decade":
                films = films.from_decade(int(value), by_index=by_index)
            elif name not in self._linked:
                films = self.filters[name].filter(films, value)
        return films

    @property
    def _is_by_decade(self) -> bool:
        """Does an index lead through a chosen decade in the list's order?"""
        first_year = self.form.cleaned_data.get("decade")
        return self._sort.name == "title" and first_year is not None and not first_year % 10

    @cached_property
    def _links(self) -> list[QuerySet]:
        return [self.links(name, self.form.cleaned_data[name]) for name in self._linked]

    @cached_property
    def _linked(self) -> list[str]:
        """Return the choices among rows of other tables, that of the fewest films first."""
        names = [spec.name for spec in self.facet_specs if spec.of is not None and spec.name in self.chosen()]
        return sorted(names, key=self._rarity)


class CharacterFilter(LongFilter):
    film = SlugFilter("film__slug")
    gender = django_filters.ChoiceFilter(choices=[(gender.value, gender.value) for gender in Gender])
    kind = django_filters.ChoiceFilter(
        method="filter_kind", choices=[(kind.value, kind.value) for kind in CharacterKind]
    )
    actor = django_filters.ChoiceFilter(method="filter_actor", choices=YES_NO)
    named = django_filters.ChoiceFilter(method="filter_named", choices=YES_NO)

    facet_specs = (
        FacetSpec("film", "Film", "film", Film, film_label()),
        FacetSpec(
            "gender",
            "Gender",
            "gender",
            narrow={"gender__in": list(Gender)},
            wording=gender_words,
        ),
        FacetSpec("kind", "Kind", "kind", wording=words),
        FacetSpec("actor", "Has an actor", "has_actor"),
        FacetSpec("named", "Has a proper name", "has_name"),
    )
    sort_specs = (
        SortSpec("named", "named first", ("-is_named", "sort_name")),
        SortSpec("mentions", "most mentioned", ("-prominence", "sort_name")),
        SortSpec("film", "film", (*BY_FILM, "-prominence", "sort_name")),
    )

    with_name = Q(is_named=True)

    class Meta:
        model = Character
        fields: list[str] = []

    def filter_kind(self, characters: CharacterQuerySet, _name: str, kind: str) -> QuerySet:
        return characters.of_kind(kind, by_index=self._rarity("kind") < FEW)

    def filter_actor(self, characters: CharacterQuerySet, _name: str, actor: str) -> QuerySet:
        return characters.with_actor() if actor == "yes" else characters.without_actor()

    def filter_named(self, characters: CharacterQuerySet, _name: str, named: str) -> QuerySet:
        return characters.named() if named == "yes" else characters.unnamed()

    def _sorted(self, stop: int) -> QuerySet:
        """Return the ids of the characters, as an index leads to them by kind, or else film by film."""
        found: Any = super()._sorted(stop)
        if "kind" in self.chosen() and self._sort.name == "named":
            return found.of_kind(self.chosen()["kind"], by_index=True)
        is_walked = self._is_film_by_film(self._sort) and database().SORTS_WHAT_IS_JOINED
        total = self._kept["total"]
        fitting = self._share(self.chosen()) * total
        if not is_walked or fitting < SORTED * stop * total / fitting:
            return found
        rows = Film.objects.one_by_one(Character, *self._sort.order_by[len(BY_FILM) :])
        return rows.filter(is_there(found.order_by().filter(pk=OuterRef("row"))))


class PersonFilter(LongFilter):
    job = django_filters.ChoiceFilter(method="filter_job", choices=[(job.value, job.value) for job in Job])
    genre = SlugFilter(method="filter_genre")

    facet_specs = (
        FacetSpec("job", "Job", "credits__job", wording=words),
        FacetSpec("genre", "Genre of a film", "credits__film__genres", Genre),
    )
    sort_specs = (
        SortSpec("name", "name", ("sort_name",)),
        SortSpec("films", "most films", ("-film_count", "sort_name")),
    )

    class Meta:
        model = Person
        fields: list[str] = []

    def filter_job(self, people: PersonQuerySet, _name: str, job: str) -> QuerySet:
        return people.with_credits(Credit.objects.of_job(job))

    def filter_genre(self, people: PersonQuerySet, _name: str, slug: str) -> QuerySet:
        own = Film.genres.through.objects.filter(film=OuterRef("film"), genre=the(Genre, slug))
        return people.with_credits(Credit.objects.filter(is_there(own)))

    def rows(self, start: int, stop: int) -> list[Any]:
        if self._few is None:
            return super().rows(start, stop)
        ids = list(self._few)[start:stop]
        return list(self._with_ids(ids).order_by(*self._order))

    @cached_property
    def total(self) -> Total:
        return super().total if self._few is None else Total(len(self._few))

    @cached_property
    def _looked_at(self) -> list[tuple[Any, ...]]:
        return super()._looked_at if self._few is None else [(pk,) for pk in self._few]

    @cached_property
    def _ids_counted(self) -> list[int]:
        """Return those whose jobs and genres are counted: only a few of people with hundreds of films."""
        ids = self._ids_looked_at
        films = self._few
        if films is None:
            films = dict(self._with_ids(ids).values_list("pk", "film_count"))
        return ids[: max(bisect_right(list(accumulate(films.get(pk, 0) for pk in ids)), FILMS_COUNTED), 1)]

    @property
    def _counted_in(self) -> int:
        if not self.chosen() or self.overview is None:
            return 0
        return len(self._ids_counted) if len(self._ids_counted) < self.total.count else super()._counted_in

    @cached_property
    def _few(self) -> dict[int, int] | None:
        """Return the ids of the people whom the choices leave, in order, if one choice leaves few.

        With each stands in how many films the person had a hand.

        They are asked for without a bound: with one PostgreSQL would look for them along the list's order.
        """
        linked = [spec.name for spec in self.facet_specs if spec.name in self.chosen()]
        rarest = min(linked, key=self._rarity, default="")
        is_rare = self.overview is not None and rarest and self._rarity(rarest) < FEW
        ids = self._ids_by(rarest) if is_rare else None
        if ids is None:
            return None
        people = self._with_ids(ids)
        for name in self.chosen().keys() - {rarest}:
            people = self.filters[name].filter(people, self.form.cleaned_data[name])
        return dict(people.order_by(*self._order).values_list("pk", "film_count"))

    def _ids_by(self, name: str) -> list[int] | None:
        """Return the ids of the people whom a choice leaves, or nothing if too many rows lead to them."""
        value = self.form.cleaned_data[name]
        if name == "job":
            return _listed(Credit.objects.of_job(value).values_list("person", flat=True))
        of_genre = Film.genres.through.objects.filter(genre=the(Genre, value))
        films = _listed(of_genre.values_list("film", flat=True))
        if films is None:
            return None
        return _listed(Credit.objects.filter(film__in=Ids(films)).values_list("person", flat=True))


def _listed(ids: QuerySet) -> list[int] | None:
    """Return the ids, each once, if they are few enough to be listed."""
    found = list(ids.order_by().distinct()[: FEW + 1])
    return [pk for pk in found if pk is not None] if len(found) <= FEW else None


class PlaceFilter(AlphabetFilter):
    film = SlugFilter(method="filter_film")
    events = django_filters.ChoiceFilter(field_name="has_events", choices=YES_NO)

    facet_specs = (
        FacetSpec("film", "Film", "settings__film", Film, film_label(), told=SETTING_TOLD),
        FacetSpec("events", "Has events", "has_events"),
    )
    sort_specs = (
        SortSpec("name", "name", ("sort_name",)),
        SortSpec("films", "most films", ("-films_told", "sort_name")),
        SortSpec("events", "most events", ("-events_told", "sort_name")),
    )

    class Meta:
        model = Place
        fields: list[str] = []

    def filter_film(self, places: QuerySet, _name: str, slug: str) -> QuerySet:
        return places.filter(self.limits.allowed(*SETTING_TOLD), settings__film__slug=slug)
