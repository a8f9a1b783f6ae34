"""Characters, what they are called, who plays them and what they are to each other."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Value, When
from simple_history.models import HistoricalRecords

from films.folding import fold
from films.models.addresses import address
from films.models.base import Curated, NoneOf, choices, give_related, is_one_of, known_from_field
from films.models.films import Credit, Film, is_there
from films.models.kept_queries import KeptQuery
from films.models.limits import EVERYTHING, SpoilerLimits
from films.models.sort_keys import SortKeyField
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, CharacterKind, Gender, NameKind, RelationshipKind

IS_NO_PERSON = NoneOf("kind", CharacterKind.PERSON.value)


class CharacterQuerySet(models.QuerySet):
    def known(self, limits: SpoilerLimits) -> "CharacterQuerySet":
        """Return those whose name the reader may be told."""
        return self.filter(limits.allowed())

    def named(self) -> "CharacterQuerySet":
        return self.filter(is_named=True)

    def unnamed(self) -> "CharacterQuerySet":
        return self.filter(is_named=False)

    def of_kind(self, kind: str, *, by_index: bool) -> "CharacterQuerySet":
        """Return those of the kind; not `by_index` something else leads SQLite to them."""
        of_kind = self.filter(kind=kind)
        return of_kind.filter(IS_NO_PERSON) if by_index and kind != CharacterKind.PERSON else of_kind

    def with_actor(self) -> "CharacterQuerySet":
        return self.filter(Exists(_own_portrayals()))

    def without_actor(self) -> "CharacterQuerySet":
        return self.filter(~Exists(_own_portrayals()))

    def main_first(self) -> "CharacterQuerySet":
        return self.order_by("-prominence", "sort_name", "pk")

    def with_facet_values(self) -> "CharacterQuerySet":
        """Give each character what lists count by: `has_actor` and `has_name`, yes or no."""
        return self.annotate(
            has_actor=Case(When(is_there(_own_portrayals()), then=Value("yes")), default=Value("no")),
            has_name=Case(When(is_named=True, then=Value("yes")), default=Value("no")),
        )

    def with_actors(self, limits: SpoilerLimits = EVERYTHING) -> "CharacterQuerySet":
        """Give each character the film and who plays it, as far as that may be told."""
        played = Portrayal.objects.known(limits).select_related("credit__person")
        return self.select_related("film").prefetch_related(Prefetch("portrayals", queryset=played))

    def once_a_name(self) -> "CharacterQuerySet":
        """Return each as often as it has names, the main first, with `called`, its kind and from when on."""
        named = self.annotate(
            called=F("names__text"), called_kind=F("names__kind"), called_from=F("names__known_from")
        )
        return named.order_by("-prominence", "name", "pk", "names__text")


class Character(Curated):
    """A participant of one film's story. `prominence` counts how often its documents mention it."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="characters", db_index=False)
    name = models.CharField(max_length=200)
    sort_name = SortKeyField(of="name")
    slug = models.SlugField(max_length=120)
    is_named = models.BooleanField("has a proper name", default=True)
    kind = models.CharField(max_length=8, choices=choices(CharacterKind), default=CharacterKind.PERSON)
    gender = models.CharField(max_length=1, choices=choices(Gender), blank=True)
    prominence = models.PositiveIntegerField(default=0, editable=False)
    known_from = known_from_field()
    members = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="groups")
    history = HistoricalRecords(excluded_fields=["sort_name", "known_from"])

    objects = CharacterQuerySet.as_manager()

    apart = ""  # as a `Person` has it

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
        # The orders of the list.
        indexes = [
            *Curated.Meta.indexes,
            models.Index(fields=["-is_named", "sort_name", "id"]),
            models.Index(fields=["-prominence", "sort_name", "id"]),
            models.Index(
                fields=["kind", "-is_named", "sort_name", "id"],
                condition=Q(IS_NO_PERSON),
                name="characters_of_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("character-detail", self.film.slug, self.slug)

    def give_ties(self, limits: SpoilerLimits) -> None:
        """Fetch the relationships either way, groups and members, as far as they may be told."""
        rows = (
            list(_ties(self.pk).filter(limits.allowed("subject__film"))) if limits.is_any else TIES(self.pk)
        )
        give_related(self, "relationships", (row for row in rows if row.subject_id == self.pk))
        give_related(self, "inverse_relationships", (row for row in rows if row.object_id == self.pk))
        pairs = BELONGING(self.pk)
        groups: list[Character] = [pair.from_character for pair in pairs if pair.to_character_id == self.pk]
        members: list[Character] = [pair.to_character for pair in pairs if pair.from_character_id == self.pk]
        for name, others in (("groups", groups), ("members", members)):
            known = [row for row in others if limits.allows(self.film_id, row.known_from)]
            for row in known:
                row.film = self.film  # for its address
            known.sort(key=lambda row: (-row.prominence, row.name, row.pk))
            give_related(self, name, known)


class CharacterName(Curated):
    """One way in which a character is named; `folded` is kept by `save` and by `importing`."""

    character = models.ForeignKey(Character, models.CASCADE, related_name="names", db_index=False)
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=11, choices=choices(NameKind), default=NameKind.ALIAS)
    known_from = known_from_field()

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


class PortrayalQuerySet(models.QuerySet):
    def known(self, limits: SpoilerLimits) -> "PortrayalQuerySet":
        """Return those that the reader may be told."""
        return self.filter(limits.allowed("character__film"))

    def with_evidence(self) -> "PortrayalQuerySet":
        return self.select_related("credit__person").prefetch_related("citations")


class Portrayal(Curated):
    """A cast credit plays a character: many to many, for double roles and for young and old selves."""

    credit = models.ForeignKey(Credit, models.CASCADE, related_name="portrayals", db_index=False)
    character = models.ForeignKey(Character, models.CASCADE, related_name="portrayals")
    known_from = known_from_field()
    history = HistoricalRecords(excluded_fields=["known_from"])

    objects = PortrayalQuerySet.as_manager()

    class Meta:
        ordering = ["credit__billing", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            models.UniqueConstraint(fields=["credit", "character"], name="portrayal_once"),
        ]
        indexes = [*Curated.Meta.indexes]

    def __str__(self) -> str:
        return f"{self.credit.credited_as} as {self.character.name}"

    def clean(self) -> None:
        if self.credit_id and self.character_id and self.credit.film_id != self.character.film_id:
            raise ValidationError("The credit and the character belong to different films.")


class RelationshipQuerySet(models.QuerySet):
    def known(self, limits: SpoilerLimits) -> "RelationshipQuerySet":
        """Return those that the reader may be told."""
        return self.filter(limits.allowed("subject__film"))

    def within(self, film_id: int) -> "RelationshipQuerySet":
        """Return the film's relationships, those between named and main characters first."""
        both_named = Q(subject__is_named=True, object__is_named=True)
        ordered = self.filter(subject__film=film_id).annotate(is_named=Case(When(both_named, 1), default=0))
        return ordered.order_by("-is_named", "-subject__prominence", "subject__name", "kind", "pk")

    def with_evidence(self) -> "RelationshipQuerySet":
        return self.select_related("subject__film", "object__film").prefetch_related("citations")


class Relationship(Curated):
    """`subject` is the `kind` of `object`; of a symmetric kind only one direction is kept."""

    subject = models.ForeignKey(Character, models.CASCADE, related_name="relationships", db_index=False)
    kind = models.CharField(max_length=9, choices=choices(RelationshipKind))
    object = models.ForeignKey(Character, models.CASCADE, related_name="inverse_relationships")
    known_from = known_from_field()
    history = HistoricalRecords(excluded_fields=["known_from"])

    objects = RelationshipQuerySet.as_manager()

    class Meta:
        ordering = ["subject", "kind", "pk"]
        constraints = [
            *Curated.Meta.constraints,
            is_one_of(RelationshipKind, "kind"),
            models.UniqueConstraint(fields=["subject", "kind", "object"], name="relationship_once"),
            models.CheckConstraint(condition=~Q(subject=F("object")), name="relationship_between_two"),
        ]
        indexes = [*Curated.Meta.indexes]

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


def _own_portrayals() -> PortrayalQuerySet:
    return Portrayal.objects.order_by().filter(character=OuterRef("pk"))


def _ties(character: int) -> RelationshipQuerySet:
    rows = Relationship.objects.filter(Q(subject=character) | Q(object=character))
    return rows.order_by("kind", "pk").select_related("subject__film", "object__film")


TIES = KeptQuery(_ties)
BELONGING = KeptQuery(
    lambda character: Character.members.through.objects.filter(
        Q(from_character=character) | Q(to_character=character)
    ).select_related("from_character", "to_character")
)
