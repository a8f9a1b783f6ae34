"""What the lists can be narrowed by and how they can be sorted."""

from typing import Any

import django_filters
from django.db.models import Case, CharField, F, Model, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Concat

from films.facets import FacetedFilter, FacetSpec, SortSpec
from films.models import Character, Country, Film, Genre, Person, Place, Setting
from films.models.films import FilmQuerySet, PersonQuerySet
from films.vocabulary import CharacterKind, Gender, Job
from films.wording import GENDER_WORDS

SETTING_TOLD = ("settings__film", "settings__known_from")
YES_NO = (("yes", "yes"), ("no", "no"))


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


class FilmFilter(FacetedFilter):
    decade = django_filters.NumberFilter(method="filter_decade", min_value=1800, max_value=3000)
    genre = SlugFilter(method="filter_genre")
    country = SlugFilter(method="filter_country")
    director = SlugFilter(method="filter_director")
    cast = SlugFilter(method="filter_cast")
    place = SlugFilter(method="filter_place")
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
        SortSpec("title", "title", ("title", "year")),
        SortSpec("newest", "newest", (F("year").desc(nulls_last=True), "title")),
        SortSpec("oldest", "oldest", (F("year").asc(nulls_last=True), "title")),
        SortSpec("events", "most events", ("-event_count", "title")),
        SortSpec("sources", "most sources", ("-document_count", "title")),
        SortSpec("added", "latest added", ("-created_at", "title")),
    )

    class Meta:
        model = Film
        fields: list[str] = []

    def filter_decade(self, films: FilmQuerySet, _name: str, first_year: int) -> QuerySet:
        return films.from_decade(int(first_year), by_index=self._leads("decade") or self.is_by_year)

    @property
    def is_by_year(self) -> bool:
        """Does the order that the rows are looked through in lead to the decade?"""
        return self.is_in_order and self._sort.name in ("newest", "oldest")

    def filter_genre(self, films: FilmQuerySet, _name: str, slug: str) -> QuerySet:
        if not self._leads("genre"):
            return films.linked_by(Film.genres.through.objects.filter(genre=the(Genre, slug)))
        return films.filter(genres__slug=slug)

    def filter_country(self, films: FilmQuerySet, _name: str, slug: str) -> QuerySet:
        if not self._leads("country"):
            return films.linked_by(Film.countries.through.objects.filter(country=the(Country, slug)))
        return films.filter(countries__slug=slug)

    def filter_place(self, films: FilmQuerySet, _name: str, slug: str) -> QuerySet:
        if not self._leads("place"):
            return films.linked_by(Setting.objects.known(self.limits).filter(place=the(Place, slug)))
        return films.filter(self.limits.allowed(*SETTING_TOLD), settings__place__slug=slug)

    def filter_director(self, films: FilmQuerySet, _name: str, slug: str) -> QuerySet:
        return films.credited_to(slug, Job.DIRECTOR)

    def filter_cast(self, films: FilmQuerySet, _name: str, slug: str) -> QuerySet:
        return films.credited_to(slug, Job.CAST)


class CharacterFilter(FacetedFilter):
    film = SlugFilter("film__slug")
    gender = django_filters.ChoiceFilter(choices=[(gender.value, gender.value) for gender in Gender])
    kind = django_filters.ChoiceFilter(choices=[(kind.value, kind.value) for kind in CharacterKind])
    actor = django_filters.ChoiceFilter(field_name="has_actor", choices=YES_NO)
    named = django_filters.ChoiceFilter(field_name="has_name", choices=YES_NO)

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
        SortSpec("named", "named first", ("-is_named", "name", "film__title")),
        SortSpec("mentions", "most mentioned", ("-prominence", "name")),
        SortSpec("film", "film", ("film__title", "film_id", "-prominence", "name")),
    )

    class Meta:
        model = Character
        fields: list[str] = []


class PersonFilter(FacetedFilter):
    job = django_filters.ChoiceFilter(method="filter_job", choices=[(job.value, job.value) for job in Job])
    genre = SlugFilter(method="filter_genre")

    facet_specs = (
        FacetSpec("job", "Job", "credits__job", wording=words),
        FacetSpec("genre", "Genre of a film", "credits__film__genres", Genre),
    )
    sort_specs = (
        SortSpec("name", "name", ("name",)),
        SortSpec("films", "most films", ("-film_count", "name")),
    )

    class Meta:
        model = Person
        fields: list[str] = []

    def filter_job(self, people: PersonQuerySet, _name: str, job: str) -> QuerySet:
        return people.with_job(job)

    def filter_genre(self, people: PersonQuerySet, _name: str, slug: str) -> QuerySet:
        return people.in_films_of_genre(slug)


class PlaceFilter(FacetedFilter):
    film = SlugFilter(method="filter_film")
    events = django_filters.ChoiceFilter(field_name="has_events", choices=YES_NO)

    facet_specs = (
        FacetSpec("film", "Film", "settings__film", Film, film_label(), told=SETTING_TOLD),
        FacetSpec("events", "Has events", "has_events"),
    )
    sort_specs = (
        SortSpec("name", "name", ("name",)),
        SortSpec("films", "most films", ("-film_count", "name")),
        SortSpec("events", "most events", ("-event_count", "name")),
    )

    class Meta:
        model = Place
        fields: list[str] = []

    def filter_film(self, places: QuerySet, _name: str, slug: str) -> QuerySet:
        return places.filter(self.limits.allowed(*SETTING_TOLD), settings__film__slug=slug)
