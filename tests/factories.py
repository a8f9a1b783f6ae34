"""Factories for every row of the store, with made-up names, and whole made-up stories."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import factory
from django.db.models import F
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from films import models
from films.vocabulary import (
    CharacterKind,
    DocumentFormat,
    Fact,
    Gender,
    Job,
    MentionKind,
    NameKind,
    Origin,
    PassageKind,
    Rank,
    RelationshipKind,
    Role,
)

FIRST_NAMES = (
    "Mirel", "Tavik", "Odalys", "Brannoc", "Sefa", "Joriko", "Halvard", "Ilse", "Quenby", "Ruvim",
    "Lioba", "Anselm", "Perpetua", "Dragan", "Wenna", "Castor", "Yrsa", "Emeric", "Nolwenn", "Fabius",
)  # fmt: skip
LAST_NAMES = (
    "Okparo", "Lindqvale", "Tarrow", "Vesper", "Molnary", "Achterberg", "Quillon", "Sandrel",
    "Ibarrox", "Penhallick", "Drozdan", "Ferreyn", "Hawtrie", "Kessinger", "Ulmstead", "Zorriva",
)  # fmt: skip
TITLE_NOUNS = ("Harbour", "Orchard", "Lantern", "Ferry", "Quarry", "Winter", "Signal", "Meadow")
TITLE_ADJECTIVES = ("Silent", "Borrowed", "Second", "Northern", "Hollow", "Paper", "Distant")
VERBS = ("finds", "follows", "warns", "leaves", "rescues", "betrays", "forgives", "meets")
WHEN = datetime(2024, 5, 17, 12, 30, tzinfo=UTC)


def made_up_name(number: int) -> str:
    """Return the made-up full name of this number; the first 320 need no numeral.

    It stands before the last name, so that no name begins with another one.
    """
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    round_number, last = divmod(number // len(FIRST_NAMES), len(LAST_NAMES))
    numeral = f" {round_number + 1}" if round_number else ""
    return f"{first}{numeral} {LAST_NAMES[last]}"


def made_up_title(number: int) -> str:
    adjective = TITLE_ADJECTIVES[number % len(TITLE_ADJECTIVES)]
    round_number, noun = divmod(number // len(TITLE_ADJECTIVES), len(TITLE_NOUNS))
    numeral = f" {round_number + 1}" if round_number else ""
    return f"The {adjective} {TITLE_NOUNS[noun]}{numeral}"


@contextmanager
def as_its_maker(row: Any) -> Iterator[None]:
    """Write a history of what is done to the row if an editor made it: what machines do has none."""
    if row.origin == Origin.EDITED:
        yield
        return
    row.skip_history_when_saving = True
    yield
    del row.skip_history_when_saving


class CuratedFactory(DjangoModelFactory):
    """Rows are as a machine found them, without a history, unless the test says `origin=Origin.EDITED`."""

    class Meta:
        abstract = True

    origin = Origin.EXTRACTED

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **fields: Any) -> Any:
        row = model_class(*args, **fields)
        with as_its_maker(row):
            row.save(force_insert=True)
        return row


class GenreFactory(DjangoModelFactory):
    class Meta:
        model = models.Genre
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Genre {n}")
    slug = factory.LazyAttribute(lambda genre: slugify(genre.name))


class CountryFactory(DjangoModelFactory):
    class Meta:
        model = models.Country
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Country {n}")
    slug = factory.LazyAttribute(lambda country: slugify(country.name))


class FilmFactory(CuratedFactory):
    """`FilmFactory(genres=["Drama"], countries=["Norland"])` makes the genres and countries too."""

    class Meta:
        model = models.Film
        skip_postgeneration_save = True

    title = factory.Sequence(made_up_title)
    year = 1994
    runtime_minutes = 101
    slug = factory.LazyAttribute(lambda film: slugify(f"{film.title} {film.year or ''}"))

    @factory.post_generation
    def genres(self, create: bool, names: Sequence[str] | None, **_kwargs: Any) -> None:
        if create and names:
            with as_its_maker(self):
                self.genres.set([GenreFactory(name=name) for name in names])

    @factory.post_generation
    def countries(self, create: bool, names: Sequence[str] | None, **_kwargs: Any) -> None:
        if create and names:
            with as_its_maker(self):
                self.countries.set([CountryFactory(name=name) for name in names])


class StatementFactory(CuratedFactory):
    class Meta:
        model = models.Statement

    film = factory.SubFactory(FilmFactory)
    fact = Fact.RUNTIME_MINUTES
    value = factory.Sequence(lambda n: str(80 + n % 100))
    rank = Rank.PREFERRED


class PersonFactory(CuratedFactory):
    class Meta:
        model = models.Person

    name = factory.Sequence(lambda n: made_up_name(n * 7 + 3))
    slug = factory.LazyAttributeSequence(lambda person, n: f"{slugify(person.name)}-{n}")


class PersonNameFactory(CuratedFactory):
    class Meta:
        model = models.PersonName

    person = factory.SubFactory(PersonFactory)
    text = factory.SelfAttribute("person.name")


class CreditFactory(CuratedFactory):
    class Meta:
        model = models.Credit
        skip_postgeneration_save = True

    film = factory.SubFactory(FilmFactory)
    person = factory.SubFactory(PersonFactory)
    job = Job.CAST
    credited_as = factory.LazyAttributeSequence(
        lambda credit, n: credit.person.name if credit.person else made_up_name(n)
    )

    @factory.post_generation
    def counted(self, _is_created, _given, **_more):
        """Count the person's films, as whatever gives a credit does."""
        others = models.Credit.objects.filter(person=self.person_id, film=self.film_id).exclude(pk=self.pk)
        if self.person_id and not others.exists():
            models.Person.objects.filter(pk=self.person_id).update(film_count=F("film_count") + 1)


class CharacterFactory(CuratedFactory):
    class Meta:
        model = models.Character

    film = factory.SubFactory(FilmFactory)
    name = factory.Sequence(made_up_name)
    slug = factory.LazyAttribute(lambda character: slugify(character.name))
    kind = CharacterKind.PERSON
    gender = Gender.FEMALE
    prominence = 5


class CharacterNameFactory(CuratedFactory):
    class Meta:
        model = models.CharacterName

    character = factory.SubFactory(CharacterFactory)
    text = factory.SelfAttribute("character.name")
    kind = NameKind.FULL


class PortrayalFactory(CuratedFactory):
    class Meta:
        model = models.Portrayal

    character = factory.SubFactory(CharacterFactory)
    credit = factory.SubFactory(CreditFactory, film=factory.SelfAttribute("..character.film"))


class RelationshipFactory(CuratedFactory):
    class Meta:
        model = models.Relationship

    subject = factory.SubFactory(CharacterFactory)
    kind = RelationshipKind.PARENT
    object = factory.SubFactory(CharacterFactory, film=factory.SelfAttribute("..subject.film"))


class SourceDocumentFactory(DjangoModelFactory):
    class Meta:
        model = models.SourceDocument

    film = factory.SubFactory(FilmFactory)
    # Sources stand in the order of their names: as many digits as a whole run of the tests needs.
    name = factory.Sequence(lambda n: f"{n:07}_story.txt")
    text = factory.Sequence(lambda n: f"Mirel finds the ferry. Tavik leaves for the quarry. Told again, {n}.")
    sha256 = factory.LazyAttribute(lambda document: hashlib.sha256(document.text.encode()).hexdigest())
    format = DocumentFormat.PLAIN
    encoding = "utf-8"
    read_with = "test"
    imported_at = WHEN


class BlockingKeyFactory(DjangoModelFactory):
    class Meta:
        model = models.BlockingKey

    document = factory.SubFactory(SourceDocumentFactory)
    key = factory.Sequence(lambda n: f"key:{n}")


class TellingFactory(DjangoModelFactory):
    """A telling of the whole document, unless it is given a start and an end."""

    class Meta:
        model = models.Telling

    document = factory.SubFactory(SourceDocumentFactory)
    kind = PassageKind.SYNOPSIS
    start = 0
    end = factory.LazyAttribute(lambda telling: len(telling.document.text))


class PlaceFactory(CuratedFactory):
    class Meta:
        model = models.Place

    name = factory.Sequence(lambda n: f"Port {made_up_name(n).split()[0]} {n}")
    slug = factory.LazyAttribute(lambda place: slugify(place.name))


def count_setting(setting, _is_created, _given, **_more):
    """Count a place's films, as whatever lets a film play there does."""
    models.Place.objects.filter(pk=setting.place_id).update(film_count=F("film_count") + 1)


def count_event(event, _is_created, _given, **_more):
    """Count a place's events, as whatever places one does."""
    if event.place_id:
        models.Place.objects.filter(pk=event.place_id).update(event_count=F("event_count") + 1)


class SettingFactory(CuratedFactory):
    class Meta:
        model = models.Setting
        skip_postgeneration_save = True

    film = factory.SubFactory(FilmFactory)
    place = factory.SubFactory(PlaceFactory)
    counted = factory.PostGeneration(count_setting)


class PlotEventFactory(CuratedFactory):
    class Meta:
        model = models.PlotEvent
        skip_postgeneration_save = True

    film = factory.SubFactory(FilmFactory)
    key = factory.Sequence(lambda n: f"e{n + 1}")
    order = factory.Sequence(lambda n: n + 1)
    summary = factory.LazyAttribute(lambda event: f"Something happens, number {event.order}.")
    counted = factory.PostGeneration(count_event)


class EventMentionFactory(CuratedFactory):
    """A telling of the event; `quote="Mirel finds the ferry."` places it in the document's text."""

    class Meta:
        model = models.EventMention

    class Params:
        quote = ""

    event = factory.SubFactory(PlotEventFactory)
    telling = factory.SubFactory(TellingFactory, document__film=factory.SelfAttribute("...event.film"))
    trigger = "finds"
    summary = factory.SelfAttribute("event.summary")
    sentence_start = factory.LazyAttribute(lambda m: m.telling.document.text.index(m.quote))
    sentence_end = factory.LazyAttribute(lambda m: m.sentence_start + (len(m.quote) or 22))
    trigger_start = factory.LazyAttribute(
        lambda m: max(m.telling.document.text.find(m.trigger, m.sentence_start), m.sentence_start)
    )
    trigger_end = factory.LazyAttribute(lambda m: m.trigger_start + len(m.trigger))


class ParticipationFactory(CuratedFactory):
    class Meta:
        model = models.Participation

    event = factory.SubFactory(PlotEventFactory)
    character = factory.SubFactory(CharacterFactory, film=factory.SelfAttribute("..event.film"))
    role = Role.AGENT


class MentionParticipantFactory(DjangoModelFactory):
    class Meta:
        model = models.MentionParticipant

    mention = factory.SubFactory(EventMentionFactory)
    character = factory.SubFactory(CharacterFactory, film=factory.SelfAttribute("..mention.event.film"))
    role = Role.AGENT


def film_of(row: Any) -> models.Film:
    """Return the film of a row that may be cited."""
    if isinstance(row, models.Portrayal):
        return row.credit.film
    return row.subject.film if isinstance(row, models.Relationship) else row.film


class CitationFactory(DjangoModelFactory):
    """Evidence of one row: `CitationFactory(character=tavik, quote="Tavik")`.

    The document is a new one of the row's film unless given; without a row it cites a statement.
    """

    class Meta:
        model = models.Citation

    class Params:
        quote = ""

    start = factory.LazyAttribute(lambda citation: citation.document.text.index(citation.quote))
    end = factory.LazyAttribute(lambda citation: citation.start + (len(citation.quote) or 5))

    @classmethod
    def _generate(cls, strategy: Any, params: dict[str, Any]) -> models.Citation:
        if not any(params.get(row) for row in models.CITED):
            params["statement"] = StatementFactory()
        row = next(params[name] for name in models.CITED if params.get(name))
        if "document" not in params:
            params["document"] = SourceDocumentFactory(film=film_of(row))
        if params.get("character"):
            params.setdefault("mention_kind", MentionKind.PROPER)
        return super()._generate(strategy, params)


class ForwardFactory(DjangoModelFactory):
    class Meta:
        model = models.Forward

    old_path = factory.Sequence(lambda n: f"/films/untitled-{n}/")
    new_path = factory.Sequence(lambda n: f"/films/titled-{n}/")


@dataclass(frozen=True)
class Story:
    """A whole made-up film; every row has a citation in every document."""

    film: models.Film
    documents: tuple[models.SourceDocument, ...]
    tellings: tuple[models.Telling, ...]
    characters: tuple[models.Character, ...]
    cast: tuple[models.Credit, ...]
    director: models.Credit
    events: tuple[models.PlotEvent, ...]
    place: models.Place
    relationships: tuple[models.Relationship, ...]


def make_story(characters: int = 3, events: int = 3, documents: int = 2, **film: Any) -> Story:
    """Make a film with its documents: each tells all events, one sentence an event, and a header.

    The event numbered n has the characters n and n + 1; each character is the parent of the next.
    Further keywords are the film's: `make_story(title="The Paper Ferry", year=None)`.
    """
    from tests import stories  # it needs the factories above

    return stories.make_story(characters, events, documents, film)
