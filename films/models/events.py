"""What happens: plot events, where tellings tell them, who takes part, and where it happens."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, Min, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Substr
from simple_history.models import HistoricalRecords

from films.folding import fold
from films.models.addresses import address
from films.models.base import Curated, bring_in_line, choices, is_one_of, known_from_field, number_of
from films.models.characters import Character
from films.models.documents import Telling, passage_address
from films.models.films import Film
from films.models.limits import EVERYTHING, SpoilerLimits
from films.models.sort_keys import SortKeyField
from films.vocabulary import Role

# The storyline page shows so many events at once; the address of a later event names its page.
EVENTS_PER_PAGE = 150


class PlaceQuerySet(models.QuerySet):
    def known(self, limits: SpoilerLimits) -> "PlaceQuerySet":
        """Return those that some story names which the reader may be told."""
        if not limits.is_any:
            return self
        return self.filter(Exists(Setting.objects.known(limits).filter(place=OuterRef("pk"))))

    def for_list_page(self, limits: SpoilerLimits = EVERYTHING) -> "PlaceQuerySet":
        """Give each place that is known `films_told`, `events_told` and `has_events`: of what may be told."""
        films: Any = F("film_count")
        events: Any = F("event_count")
        some: Any = Q(event_count__gt=0)
        if limits.is_any:
            known = PlotEvent.objects.known(limits)
            films = number_of(Setting.objects.known(limits), "place")
            events, some = number_of(known, "place"), Exists(known.filter(place=OuterRef("pk")))
        has_events = Case(When(some, then=Value("yes")), default=Value("no"))
        return self.known(limits).annotate(films_told=films, events_told=events, has_events=has_events)

    def count_anew(self) -> None:
        """Bring `film_count` and `event_count` in line with the films; nothing is written where they are."""
        films = number_of(Setting.objects.all(), "place")
        bring_in_line(self, film_count=films, event_count=number_of(PlotEvent.objects.all(), "place"))


class Place(Curated):
    """A named place, shared by all films that play there.

    The counts are kept by `films.search`, which indexes a place whenever a film comes to it or leaves it.
    """

    name = models.CharField(max_length=200)
    sort_name = SortKeyField(of="name")
    slug = models.SlugField(max_length=120, unique=True)
    folded = models.CharField(max_length=200, editable=False, unique=True)
    film_count = models.PositiveIntegerField(default=0, editable=False)
    event_count = models.PositiveIntegerField(default=0, editable=False)
    history = HistoricalRecords(excluded_fields=["sort_name", "film_count", "event_count"])

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "pk"]
        constraints = [*Curated.Meta.constraints]
        # The orders of the list.
        indexes = [
            *Curated.Meta.indexes,
            models.Index(fields=["sort_name", "id"]),
            models.Index(fields=["-film_count", "sort_name", "id"]),
            models.Index(fields=["-event_count", "sort_name", "id"]),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("place-detail", self.slug)

    def save(self, *args, **kwargs) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)


class SettingQuerySet(models.QuerySet):
    def known(self, limits: SpoilerLimits) -> "SettingQuerySet":
        """Return those that the reader may be told."""
        return self.filter(limits.allowed())

    def with_evidence(self) -> "SettingQuerySet":
        """With the film, and the places in its documents that name the place."""
        return self.select_related("film").prefetch_related("citations")


class Setting(Curated):
    """A film's story names a place."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="settings", db_index=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="settings")
    known_from = known_from_field()

    objects = SettingQuerySet.as_manager()

    class Meta:
        ordering = ["film", "place__name"]
        constraints = [
            *Curated.Meta.constraints,
            models.UniqueConstraint(fields=["film", "place"], name="setting_once"),
        ]

    def __str__(self) -> str:
        return f"{self.place.name} in {self.film.title}"


def new_event_key() -> str:
    """Return a key for an event that an editor adds; extracted events have theirs from their evidence."""
    return f"edited-{secrets.token_hex(4)}"


class PlotEventQuerySet(models.QuerySet):
    def known(self, limits: SpoilerLimits) -> "PlotEventQuerySet":
        """Return those that the reader may be told."""
        return self.filter(limits.allowed(known_from="order"))

    def in_story_order(self) -> "PlotEventQuerySet":
        return self.order_by("film", "order", "pk")

    def as_told_in(self, telling: Telling) -> "PlotEventQuerySet":
        """Return the events that this telling tells, in its order."""
        told_at = Min("mentions__trigger_start", filter=Q(mentions__telling=telling))
        return self.filter(mentions__telling=telling).annotate(told_at=told_at).order_by("told_at", "pk")

    def with_character(self, character: Character) -> "PlotEventQuerySet":
        return self.filter(Exists(Participation.objects.filter(event=OuterRef("pk"), character=character)))

    def with_participants(self, limits: SpoilerLimits = EVERYTHING) -> "PlotEventQuerySet":
        """With who takes part, as far as their names may be told."""
        known = limits.allowed("character__film", "character__known_from")
        parts = Participation.objects.filter(known).select_related("character__film").order_by("event", "pk")
        return self.select_related("film", "place").prefetch_related(
            Prefetch("participations", queryset=parts)
        )


class PlotEvent(Curated):
    """One happening of a story. `place_as_told` and `time_as_told` are the source's words.

    `place` is set when the source's words name a place. `key` is unique within the film and never
    changes; it is the anchor of the event on the storyline page.
    """

    film = models.ForeignKey(Film, models.CASCADE, related_name="events", db_index=False)
    key = models.SlugField(max_length=40, default=new_event_key, editable=False)
    order = models.PositiveIntegerField()
    summary = models.CharField(max_length=500)
    place = models.ForeignKey(
        Place, models.SET_NULL, null=True, blank=True, related_name="events", db_index=False
    )
    place_as_told = models.CharField(max_length=200, blank=True)
    time_as_told = models.CharField(max_length=200, blank=True)
    is_flashback = models.BooleanField(default=False)
    history = HistoricalRecords()

    objects = PlotEventQuerySet.as_manager()

    class Meta:
        ordering = ["film", "order", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            models.UniqueConstraint(fields=["film", "key"], name="event_key_once"),
            models.CheckConstraint(condition=~Q(summary=""), name="event_has_summary"),
        ]
        indexes = [
            *Curated.Meta.indexes,
            models.Index(fields=["film", "order"]),
            models.Index(fields=["place", "film"]),
        ]

    def __str__(self) -> str:
        return self.summary

    def get_absolute_url(self) -> str:
        page = (self.order - 1) // EVENTS_PER_PAGE + 1
        query = f"?page={page}" if page > 1 else ""
        return f"{address('film-storyline', self.film.slug)}{query}#{self.key}"


class EventMentionQuerySet(models.QuerySet):
    def in_text_order(self) -> "EventMentionQuerySet":
        """Put mentions of one film in the order of its documents and of their texts."""
        document = ("telling__document__name", "telling__document_id")
        return self.order_by(*document, "telling__start", "trigger_start")

    def with_sentence(self) -> "EventMentionQuerySet":
        """Give each mention `sentence`, the telling's own words."""
        words = Substr(
            "telling__document__text", F("sentence_start") + 1, F("sentence_end") - F("sentence_start")
        )
        return self.annotate(sentence=words)


class EventMention(Curated):
    """A telling tells a plot event, in the sentence and with the trigger word given."""

    event = models.ForeignKey(PlotEvent, models.CASCADE, related_name="mentions")
    telling = models.ForeignKey(Telling, models.CASCADE, related_name="event_mentions", db_index=False)
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()
    trigger_start = models.PositiveIntegerField()
    trigger_end = models.PositiveIntegerField()
    trigger = models.CharField(max_length=80)
    summary = models.CharField(max_length=500)

    objects = EventMentionQuerySet.as_manager()

    class Meta:
        ordering = ["telling", "trigger_start"]
        constraints = [
            *Curated.Meta.constraints,
            models.UniqueConstraint(fields=["telling", "trigger_start"], name="event_mention_once"),
            models.CheckConstraint(condition=Q(trigger_start__lt=F("trigger_end")), name="trigger_not_empty"),
            models.CheckConstraint(
                condition=Q(sentence_start__lt=F("sentence_end")), name="mention_sentence_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.trigger

    @property
    def document_id(self) -> int:
        return self.telling.document_id

    def get_absolute_url(self) -> str:
        return passage_address(self.document_id, self.sentence_start, self.sentence_end)


class Participation(Curated):
    """A character's part in a plot event, over all its mentions and as editors decided."""

    event = models.ForeignKey(PlotEvent, models.CASCADE, related_name="participations", db_index=False)
    character = models.ForeignKey(Character, models.CASCADE, related_name="participations")
    role = models.CharField(max_length=9, choices=choices(Role), default=Role.AGENT)

    class Meta:
        ordering = ["event", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(Role, "role"),
            models.UniqueConstraint(fields=["event", "character"], name="participation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.character.name} ({self.get_role_display()})"

    def clean(self) -> None:
        if self.event_id and self.character_id and self.event.film_id != self.character.film_id:
            raise ValidationError("The event and the character belong to different films.")


class MentionParticipant(models.Model):
    """Whom one telling's sentence names as taking part, as it was read there."""

    mention = models.ForeignKey(EventMention, models.CASCADE, related_name="participants", db_index=False)
    character = models.ForeignKey(Character, models.CASCADE, related_name="mention_participations")
    role = models.CharField(max_length=9, choices=choices(Role))

    class Meta:
        ordering = ["mention", "pk"]
        constraints = [
            is_one_of(Role, "role"),
            models.UniqueConstraint(fields=["mention", "character"], name="mention_participant_once"),
        ]

    def __str__(self) -> str:
        return f"{self.character.name} ({self.get_role_display()})"
