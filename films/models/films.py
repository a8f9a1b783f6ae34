"""Films, what is said of them, and who made them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from films.folding import fold
from films.models.base import Curated, choices, is_one_of
from films.vocabulary import Fact, Job, Rank

FIRST_YEAR, LAST_YEAR = 1870, 2100


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


class FilmQuerySet(models.QuerySet):
    def released_in(self, year: int) -> "FilmQuerySet":
        return self.filter(year=year)

    def with_storyline(self) -> "FilmQuerySet":
        return self.filter(Q(event_count__gt=0))


class Film(Curated):
    """A film as decided: the values preferred among all that its documents state.

    `is_title_provisional` marks a title that no document states; it was made of the main
    characters and gives way to the first real one. The counts are kept by `importing` and
    `curation`, so that lists can sort and filter by them without joining.
    """

    title = models.CharField(max_length=250)
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
    history = HistoricalRecords(m2m_fields=[genres, countries])

    objects = FilmQuerySet.as_manager()

    class Meta:
        ordering = ["title", "year", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(FIRST_YEAR, LAST_YEAR)),
                name="film_year_plausible",
            ),
            models.CheckConstraint(
                condition=Q(runtime_minutes__isnull=True) | Q(runtime_minutes__range=(1, 6000)),
                name="film_runtime_plausible",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="film_has_title"),
        ]
        indexes = [
            models.Index(fields=["year", "title"]),
            models.Index(fields=["-created_at"]),
            models.Index(fields=["-event_count"]),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    def get_absolute_url(self) -> str:
        return reverse("film-detail", args=[self.slug])


class Statement(Curated):
    """One value that documents, or an editor, state of a film's fact; rivals live side by side."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="statements")
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

    def __str__(self) -> str:
        return f"{self.get_fact_display()}: {self.value}"


class Person(Curated):
    """A real person. Never keyed by name: two people may share one."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name_plural = "people"
        constraints = [
            *Curated.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="person_has_name"),
        ]
        indexes = [models.Index(fields=["name"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person-detail", args=[self.slug])


class PersonName(Curated):
    """A spelling of a person's name; `folded` is kept by `save` and by `importing`."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        ordering = ["person", "text"]
        constraints = [
            *Curated.Meta.constraints,
            models.UniqueConstraint(fields=["person", "text"], name="person_name_once"),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs) -> None:
        self.folded = fold(self.text)
        super().save(*args, **kwargs)


class Credit(Curated):
    """A person's job on a film, as credited; the person is empty while it is not known who is meant."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="credits")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="credits")
    job = models.CharField(max_length=16, choices=choices(Job))
    credited_as = models.CharField(max_length=200)
    billing = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Place in the cast, from 1.")
    role = models.CharField(max_length=250, blank=True, help_text="The part as written in the source.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["film", "job", F("billing").asc(nulls_last=True), "pk"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(Job, "job"),
            models.UniqueConstraint(fields=["film", "job", "credited_as"], name="credit_once"),
            models.CheckConstraint(condition=~Q(credited_as=""), name="credit_has_name"),
        ]
        indexes = [models.Index(fields=["person", "job"])]

    def __str__(self) -> str:
        return f"{self.credited_as}, {self.get_job_display()}"
