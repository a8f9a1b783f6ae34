"""Films, what is said of them, and who made them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from simple_history.models import HistoricalRecords

from films.folding import fold
from films.models.addresses import address
from films.models.base import (
    Curated,
    NoneOf,
    bring_in_line,
    choices,
    fetched,
    give_related,
    is_one_of,
    number_of,
)
from films.models.facts import (
    BOUNDS_IN_WORDS,
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_RUNTIME,
    SCALARS,
    is_readable,
    within_bounds,
)
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.models.sort_keys import SortKeyField
from films.vocabulary import Fact, Job, Rank

BY_TITLE = ("sort_title", "year", "pk")
# Nearly all films have both. Whoever asks for people of such a job comes upon them without an index.
JOBS_OF_MANY = (Job.CAST.value, Job.DIRECTOR.value)
IS_JOB_OF_FEW = NoneOf("job", *JOBS_OF_MANY)


class Genre(models.Model):
    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Country(models.Model):
    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "countries"

    def __str__(self) -> str:
        return self.name


class FirstYear(models.Func):
    """The first year of a year's decade; without parameters, as an index has it, too."""

    template = "%(expressions)s / 10 * 10"
    arity = 1
    output_field = models.IntegerField()


def is_there(rows: models.QuerySet) -> Subquery:
    """Return the condition that the outer row has one of these, which is asked as the outer row comes.

    PostgreSQL would make a join of `EXISTS`, and read all of them before the first outer row.
    """
    found = rows.annotate(is_there=Value(value=True)).values("is_there")[:1]
    return Subquery(found, output_field=models.BooleanField())


class FilmQuerySet(models.QuerySet):
    def from_decade(self, first_year: int, *, by_index: bool = True) -> "FilmQuerySet":
        """Return the decade's films; not `by_index` something else leads to them."""
        years = (first_year, first_year + 9)
        if by_index:
            return self.filter(year__range=years)
        return self.annotate(own_year=F("year") + 0).filter(own_year__range=years)

    def with_storyline(self) -> "FilmQuerySet":
        return self.filter(Q(event_count__gt=0))

    def linked_by(self, links: models.QuerySet) -> "FilmQuerySet":
        """Return the films that one of these rows links."""
        return self.filter(pk__in=links.values("film"))

    def linked_one_by_one(self, links: models.QuerySet) -> "FilmQuerySet":
        """Return the same films, each asked as it comes in the list's order."""
        return self.filter(is_there(links.order_by().filter(film=OuterRef("pk"))))

    def with_facet_values(self) -> "FilmQuerySet":
        """Give each film what lists count by: `first_year` of its decade, `has_storyline` yes or no."""
        return self.annotate(
            first_year=FirstYear("year"),
            has_storyline=Case(When(event_count__gt=0, then=Value("yes")), default=Value("no")),
        )

    def one_by_one(self, model: type[models.Model], *order: str) -> models.QuerySet:
        """Return the ids, as `row`, of what the model has of the films: film by film, by title.

        SQLite would go through all rows and sort them; with an outer join it cannot but begin with the
        films in their order, and comes upon a page's rows in it.
        """
        film: Any = model._meta.get_field("film")
        rows = film.related_query_name()
        within = (f"-{rows}__{name[1:]}" if name.startswith("-") else f"{rows}__{name}" for name in order)
        theirs = self.annotate(row=F(f"{rows}__pk"), number=Coalesce(F(f"{rows}__pk"), 0))
        return theirs.filter(number__gt=0).order_by(*BY_TITLE, *within, "row").values("row")

    def numbers_by_title(self, model: type[models.Model]) -> Iterator[tuple[str, int]]:
        """Yield what films are sorted by, in that order, with how many rows the model has of such films."""
        rows: Any = model._meta.get_field("film")
        titles = self.order_by().values_list("sort_title")
        counted = titles.annotate(number=Count(rows.related_query_name())).order_by("sort_title")
        return counted.iterator(chunk_size=10_000)

    def with_telling_count(self) -> "FilmQuerySet":
        """Give each film `telling_count`, of tellings with events: two can be compared."""
        telling = Q(documents__tellings__event_mentions__isnull=False)
        return self.annotate(telling_count=Count("documents__tellings", filter=telling, distinct=True))


class Film(Curated):
    """A film as decided: the values preferred among all that its documents state.

    `is_title_provisional` marks a title that no document states; it was made of the main
    characters and gives way to the first real one. The counts are kept by `importing` and
    `curation`, so that lists can sort and filter by them without joining.
    """

    title = models.CharField(max_length=250)
    sort_title = SortKeyField(of="title")
    is_title_provisional = models.BooleanField("title is provisional", default=False)
    slug = models.SlugField(max_length=120, unique=True)
    original_title = models.CharField(max_length=250, blank=True)
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    runtime_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    based_on = models.CharField(max_length=250, blank=True)
    genres = models.ManyToManyField(Genre, blank=True, related_name="films")
    countries = models.ManyToManyField(Country, blank=True, related_name="films")
    document_count = models.PositiveIntegerField(default=0, editable=False)
    event_count = models.PositiveIntegerField(default=0, editable=False)
    character_count = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords(m2m_fields=[genres, countries], excluded_fields=["sort_title"])

    objects = FilmQuerySet.as_manager()

    class Meta:
        ordering = BY_TITLE
        constraints = [
            *Curated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(FIRST_YEAR, LAST_YEAR)),
                name="film_year_plausible",
            ),
            models.CheckConstraint(
                condition=Q(runtime_minutes__isnull=True) | Q(runtime_minutes__range=(1, LONGEST_RUNTIME)),
                name="film_runtime_plausible",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="film_has_title"),
        ]
        # The orders of the list, each to its end, so that a late page is counted off in the index.
        indexes = [
            *Curated.Meta.indexes,
            models.Index(fields=["sort_title", "year", "id"]),
            models.Index(fields=["year", "sort_title", "id"]),
            models.Index(fields=["-year", "sort_title", "id"]),
            models.Index(fields=["-event_count", "sort_title", "id"]),
            models.Index(fields=["-document_count", "sort_title", "id"]),
            models.Index(fields=["-created_at", "sort_title", "id"]),
            models.Index(FirstYear("year"), "sort_title", "year", "id", name="films_of_decade"),
            models.Index(
                fields=["sort_title", "year", "id"],
                condition=Q(is_title_provisional=True),
                name="films_to_be_titled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    def clean(self) -> None:
        minutes = self.runtime_minutes
        if minutes is not None and within_bounds("runtime_minutes", minutes) is None:
            raise ValidationError({"runtime_minutes": BOUNDS_IN_WORDS["runtime_minutes"]})

    def get_absolute_url(self) -> str:
        return address("film-detail", self.slug)

    def give_statements(self) -> None:
        give_related(self, "statements", STATEMENTS([self.pk]))


class Statement(Curated):
    """One value that documents, or an editor, state of a film's fact; rivals live side by side."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="statements", db_index=False)
    fact = models.CharField(max_length=20, choices=choices(Fact))
    value = models.CharField(max_length=250)
    rank = models.CharField(max_length=9, choices=choices(Rank), default=Rank.NORMAL)
    history = HistoricalRecords()

    class Meta:
        ordering = ["film", "fact", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(Fact, "fact"),
            is_one_of(Rank, "rank"),
            models.UniqueConstraint(fields=["film", "fact", "value"], name="statement_once"),
        ]
        indexes = [*Curated.Meta.indexes]

    def __str__(self) -> str:
        return f"{self.get_fact_display()}: {self.value}"

    def clean(self) -> None:
        """Refuse a value that no film can be given; what a machine has read so may stand as it is."""
        if self.fact not in list(Fact) or not self.value or is_readable(self.fact, self.value):
            return
        if not Statement.objects.filter(pk=self.pk, fact=self.fact, value=self.value).exists():
            raise ValidationError({"value": BOUNDS_IN_WORDS[SCALARS[Fact(self.fact)]]})


STATEMENTS = KeptQuery(lambda films: Statement.objects.filter(film__in=Ids(films)).order_by("fact", "pk"))
# Of each film by id: "genre" or "country", with its id, name and slug.
KINDS = KeptQuery(
    lambda films: _kinds("genre", Film.genres.through, films).union(
        _kinds("country", Film.countries.through, films), all=True
    )
)


def _kinds(kind: str, links: Any, films: Iterable[int]) -> models.QuerySet:
    linked = links.objects.filter(film__in=Ids(films)).order_by()
    return linked.values_list("film", Value(kind), kind, f"{kind}__name", f"{kind}__slug")


def give_genres_and_countries(films: Collection[Film]) -> None:
    """Fetch the genres and the countries of films in one query."""
    found: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for film_id, kind, pk, name, slug in KINDS([film.pk for film in films]):
        row = (("id", pk), ("name", name), ("slug", slug))
        found[kind, film_id].append(fetched(Genre if kind == "genre" else Country, row))
    for film in films:
        give_related(film, "genres", sorted(found["genre", film.pk], key=str))
        give_related(film, "countries", sorted(found["country", film.pk], key=str))


class PersonQuerySet(models.QuerySet):
    def count_anew(self) -> None:
        """Bring `film_count` in line with the credits; nothing is written where it is."""
        bring_in_line(self, film_count=number_of(Credit.objects.all(), "person", "film"))

    def with_credits(self, among: "CreditQuerySet") -> "PersonQuerySet":
        """Return the people who have one of these credits, each asked as it comes."""
        return self.filter(is_there(among.order_by().filter(person=OuterRef("pk"))))

    def working_with(self, person: "Person") -> "PersonQuerySet":
        """Return who shares films with the person, with `shared_films`, most first."""
        films = list(person.credits.order_by().values_list("film", flat=True).distinct())
        shared = Count("credits__film", distinct=True)  # of these films: they are filtered by first
        others = self.filter(credits__film__in=films).exclude(pk=person.pk)
        return others.annotate(shared_films=shared).order_by("-shared_films", "sort_name", "pk")


class Person(Curated):
    """A real person. Never keyed by name: two people may share one.

    `film_count` is kept by `films.search`, which indexes a person whenever a credit comes or goes.
    """

    name = models.CharField(max_length=200)
    sort_name = SortKeyField(of="name")
    slug = models.SlugField(max_length=120, unique=True)
    film_count = models.PositiveIntegerField(default=0, editable=False)
    history = HistoricalRecords(excluded_fields=["sort_name", "film_count"])

    objects = PersonQuerySet.as_manager()

    apart = ""  # what tells this row from others of its name, where a page shows several

    class Meta:
        ordering = ["sort_name", "pk"]
        verbose_name_plural = "people"
        constraints = [
            *Curated.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="person_has_name"),
        ]
        indexes = [
            *Curated.Meta.indexes,
            models.Index(fields=["sort_name", "id"]),
            models.Index(fields=["-film_count", "sort_name", "id"]),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("person-detail", self.slug)


class PersonName(Curated):
    """A spelling of a person's name; `folded` is kept by `save` and by `importing`."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names", db_index=False)
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False)

    class Meta:
        ordering = ["person", "text"]
        constraints = [
            *Curated.Meta.constraints,
            models.UniqueConstraint(fields=["person", "text"], name="person_name_once"),
        ]
        indexes = [models.Index(fields=["folded", "person"])]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs) -> None:
        self.folded = fold(self.text)
        super().save(*args, **kwargs)


class CreditQuerySet(models.QuerySet):
    def of_job(self, job: str) -> "CreditQuerySet":
        of_job = self.filter(job=job)
        return of_job if job in JOBS_OF_MANY else of_job.filter(IS_JOB_OF_FEW)

    def with_evidence(self) -> "CreditQuerySet":
        return self.select_related("person").prefetch_related("citations")

    def for_person_page(self) -> "CreditQuerySet":
        """Newest film first."""
        return self.order_by(F("film__year").desc(nulls_last=True), "film__title", "pk")


class Credit(Curated):
    """A person's job on a film, as credited; the person is empty while it is not known who is meant."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="credits", db_index=False)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="credits", db_index=False
    )
    job = models.CharField(max_length=16, choices=choices(Job))
    credited_as = models.CharField(max_length=200)
    billing = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Place in the cast, from 1.")
    role = models.CharField(max_length=250, blank=True, help_text="The part as written in the source.")
    history = HistoricalRecords()

    objects = CreditQuerySet.as_manager()

    WITHIN_FILM = ("job", F("billing").asc(nulls_last=True), "pk")

    class Meta:
        ordering = ["film", "job", F("billing").asc(nulls_last=True), "pk"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(Job, "job"),
            models.UniqueConstraint(fields=["film", "job", "credited_as"], name="credit_once"),
            models.CheckConstraint(condition=~Q(credited_as=""), name="credit_has_name"),
        ]
        indexes = [
            *Curated.Meta.indexes,
            models.Index(fields=["person", "job", "film"]),
            models.Index(fields=["film", "job", "person"]),  # who is counted beside a list
            models.Index(fields=["job", "person"], condition=Q(IS_JOB_OF_FEW), name="people_of_job"),
        ]

    def __str__(self) -> str:
        return f"{self.credited_as}, {self.get_job_display()}"
