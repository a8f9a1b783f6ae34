"""What editors decided, kept so that no import undoes it, and what imports would have changed."""

from enum import StrEnum

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from films.models.base import choices, is_one_of
from films.models.films import Film

MOST_STEPS = 10  # of forwards that lead to forwards


class RowKind(StrEnum):
    """The kinds of rows that an editor may remove or an import may want to change."""

    DOCUMENT = "document"
    FILM = "film"
    STATEMENT = "statement"
    CREDIT = "credit"
    CHARACTER = "character"
    CHARACTER_NAME = "character_name"
    PORTRAYAL = "portrayal"
    RELATIONSHIP = "relationship"
    SETTING = "setting"
    EVENT = "event"
    EVENT_MENTION = "event_mention"
    PARTICIPATION = "participation"


class Removal(models.Model):
    """An editor removed what a document had given; no import brings it back.

    `signature` is what the same thing would be recognised by in a later import: evidence, names.
    Deleting the removal lets the next import bring the thing back.
    """

    film = models.ForeignKey(Film, models.CASCADE, null=True, blank=True, related_name="removals")
    kind = models.CharField(max_length=14, choices=choices(RowKind))
    label = models.CharField(max_length=500)
    signature = models.JSONField()
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    removed_at = models.DateTimeField()

    class Meta:
        ordering = ["-removed_at", "-pk"]
        constraints = [is_one_of(RowKind, "kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.label}"


class Suggestion(models.Model):
    """What an import would have changed, had an editor not decided otherwise."""

    class Status(models.TextChoices):
        OPEN = "open"
        ACCEPTED = "accepted"
        DISMISSED = "dismissed"

    film = models.ForeignKey(Film, models.CASCADE, related_name="suggestions")
    kind = models.CharField(max_length=14, choices=choices(RowKind))
    row_id = models.PositiveBigIntegerField()
    label = models.CharField(max_length=500)
    field = models.CharField(max_length=60)
    proposed = models.JSONField()
    reason = models.CharField(max_length=500)
    status = models.CharField(max_length=9, choices=Status, default=Status.OPEN)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["status", "-made_at", "-pk"]
        constraints = [
            is_one_of(RowKind, "kind"),
            models.UniqueConstraint(fields=["kind", "row_id", "field", "proposed"], name="suggestion_once"),
        ]

    def __str__(self) -> str:
        if isinstance(self.proposed, dict):  # another film, to be merged into this one
            return f"{self.label}: one film with {self.proposed['title']}"
        return f"{self.label}: {self.field.replace('_', ' ')} → {self.proposed}"


class Forward(models.Model):
    """The address of a page that moved, when a film got its title or two records were merged."""

    old_path = models.CharField(max_length=300, unique=True)
    new_path = models.CharField(max_length=300)

    class Meta:
        ordering = ["old_path"]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"

    def clean(self) -> None:
        """Refuse what is no address of this site, and what would lead in a circle."""
        for name in ("old_path", "new_path"):
            path = getattr(self, name)
            if path and (not path.startswith("/") or path.startswith("//")):
                raise ValidationError(
                    {name: "An address here begins with one slash, as /films/apache-1954/."}
                )
        if self.old_path and self.new_path and self._leads_back():
            raise ValidationError({"new_path": "This would lead in a circle, back to the old address."})

    def _leads_back(self) -> bool:
        path = self.new_path
        for _ in range(MOST_STEPS):
            if self.old_path in _at_or_above(path):
                return True
            others = Forward.objects.exclude(pk=self.pk).filter(old_path__in=_at_or_above(path))
            onward = max(others, key=lambda other: len(other.old_path), default=None)
            if onward is None:
                return False
            path = onward.new_path.rstrip("/") + path.removeprefix(onward.old_path.rstrip("/"))
        return False


def _at_or_above(path: str) -> list[str]:
    """Return the addresses at which a forward takes the path along, with and without their last slash."""
    parts = path.strip("/").split("/")
    stems = [f"/{'/'.join(parts[:length])}" for length in range(len(parts), 0, -1)]
    return [spelling for stem in stems for spelling in (f"{stem}/", stem)]
