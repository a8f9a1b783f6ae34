"""What is known of the store as a whole: which state it is in, and what was counted beforehand."""

from typing import Any

from django.db import connection, models
from django.db.models import F


class EditionManager(models.Manager):
    def current(self) -> int:
        """Return the number of the store's present state: the same number, the same pages."""
        with connection.cursor() as cursor:  # asked before each page: a queryset takes several times as long
            cursor.execute("SELECT number FROM films_edition WHERE id = 1")
            row = cursor.fetchone()
        return row[0] if row else 0

    def bump(self) -> None:
        """Say that something has changed, in the transaction that changes it.

        A page reads the number before anything else, so what it shows is never older than its number.
        """
        if not self.filter(pk=1).update(number=F("number") + 1):
            self.create(pk=1, number=1)


class Edition(models.Model):
    """The one row counts the changes of the store, by imports and by editors."""

    number = models.PositiveBigIntegerField(default=0)

    objects = EditionManager()

    def __str__(self) -> str:
        return f"edition {self.number}"


class OverviewManager(models.Manager["Overview"]):
    def of(self, name: str) -> Any:
        """Return the overview of that name, or None."""
        return self.filter(name=name).first()


class Overview(models.Model):
    """What was counted of a list, or for the home page, that is too long to be counted at each request.

    `edition` is the number of the state that it was counted of, or 0 where it is to be counted anew.
    """

    name = models.CharField(max_length=40, unique=True)
    counted: Any = models.JSONField()
    counted_at = models.DateTimeField()
    edition = models.PositiveBigIntegerField(default=0)

    objects = OverviewManager()

    def __str__(self) -> str:
        return f"{self.name}, counted {self.counted_at:%Y-%m-%d %H:%M}"
