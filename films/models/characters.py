"""Characters, what they are called, who plays them and what they are to each other."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from films.folding import fold
from films.models.base import Curated, choices, is_one_of
from films.models.films import Credit, Film
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, CharacterKind, Gender, NameKind, RelationshipKind


class CharacterQuerySet(models.QuerySet):
    def named(self) -> "CharacterQuerySet":
        return self.filter(is_named=True)

    def main_first(self) -> "CharacterQuerySet":
        return self.order_by("-prominence", "name", "pk")


class Character(Curated):
    """A participant of one film's story. `prominence` counts how often its documents mention it."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="characters")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120)
    is_named = models.BooleanField("has a proper name", default=True)
    kind = models.CharField(max_length=8, choices=choices(CharacterKind), default=CharacterKind.PERSON)
    gender = models.CharField(max_length=1, choices=choices(Gender), blank=True)
    prominence = models.PositiveIntegerField(default=0, editable=False)
    members = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="groups")
    history = HistoricalRecords()

    objects = CharacterQuerySet.as_manager()

    class Meta:
        ordering = ["film", "-prominence", "name", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(CharacterKind, "kind"),
            models.UniqueConstraint(fields=["film", "slug"], name="character_slug_once"),
            models.CheckConstraint(condition=~Q(name=""), name="character_has_name"),
            models.CheckConstraint(
                condition=Q(gender="") | Q(gender__in=list(Gender)), name="character_gender_known"
            ),
        ]
        indexes = [models.Index(fields=["name"]), models.Index(fields=["-prominence"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("character-detail", args=[self.film.slug, self.slug])


class CharacterName(Curated):
    """One way in which a character is named; `folded` is kept by `save` and by `importing`."""

    character = models.ForeignKey(Character, models.CASCADE, related_name="names")
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False, db_index=True)
    kind = models.CharField(max_length=11, choices=choices(NameKind), default=NameKind.ALIAS)

    class Meta:
        ordering = ["character", "text"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(NameKind, "kind"),
            models.UniqueConstraint(fields=["character", "text"], name="character_name_once"),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs) -> None:
        self.folded = fold(self.text)
        super().save(*args, **kwargs)


class Portrayal(Curated):
    """A cast credit plays a character: many to many, for double roles and for young and old selves."""

    credit = models.ForeignKey(Credit, models.CASCADE, related_name="portrayals")
    character = models.ForeignKey(Character, models.CASCADE, related_name="portrayals")

    class Meta:
        ordering = ["credit__billing", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            models.UniqueConstraint(fields=["credit", "character"], name="portrayal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.credit.credited_as} as {self.character.name}"

    def clean(self) -> None:
        if self.credit_id and self.character_id and self.credit.film_id != self.character.film_id:
            raise ValidationError("The credit and the character belong to different films.")


class Relationship(Curated):
    """`subject` is the `kind` of `object`; of a symmetric kind only one direction is kept."""

    subject = models.ForeignKey(Character, models.CASCADE, related_name="relationships")
    kind = models.CharField(max_length=9, choices=choices(RelationshipKind))
    object = models.ForeignKey(Character, models.CASCADE, related_name="inverse_relationships")
    history = HistoricalRecords()

    class Meta:
        ordering = ["subject", "kind", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(RelationshipKind, "kind"),
            models.UniqueConstraint(fields=["subject", "kind", "object"], name="relationship_once"),
            models.CheckConstraint(condition=~Q(subject=F("object")), name="relationship_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.subject.name} is {self.get_kind_display()} of {self.object.name}"

    def clean(self) -> None:
        if not (self.subject_id and self.object_id):
            return
        if self.subject.film_id != self.object.film_id:
            raise ValidationError("The two characters belong to different films.")
        mirrored = Relationship.objects.filter(subject=self.object, kind=self.kind, object=self.subject)
        if self.kind in SYMMETRIC_RELATIONSHIPS and mirrored.exclude(pk=self.pk).exists():
            raise ValidationError("This relationship is already there, seen from the other side.")
