"""What search looks in: one entry a thing that can be found, and the words they are made of.

All of it is derived from the other rows; `films.search` keeps it, and nothing else writes it.
"""

from enum import StrEnum

from django.db import models

from films.models.base import choices, is_one_of


class EntryKind(StrEnum):
    """What can be found."""

    FILM = "film"
    PERSON = "person"
    CHARACTER = "character"
    PLACE = "place"
    EVENT = "event"


class SearchEntry(models.Model):
    """A film, person, character, place or event as search shows it and finds it.

    `names` and `passages` hold the spellings of the source, one a line, to say what matched.
    `squashed` holds the names without spaces, each between spaces; `terms` is what the database
    indexes, word by word, made by `films.search.terms`. `linked` names the people and places of a
    film's entry, so that one the film no longer names is indexed again. Ids are no foreign keys:
    an entry outlives what it stands for until `films.search` has taken it out with all that follows.
    """

    kind = models.CharField(max_length=9, choices=choices(EntryKind))
    object_id = models.PositiveBigIntegerField()
    film_id = models.PositiveBigIntegerField(null=True, db_index=True)
    title = models.CharField(max_length=500)
    context = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=500)
    names = models.TextField(blank=True)
    passages = models.TextField(blank=True)
    squashed = models.TextField(blank=True)
    terms = models.TextField()
    weight = models.PositiveIntegerField(default=0)
    linked = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "search entries"
        constraints = [
            is_one_of(EntryKind, "kind"),
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


class SearchWord(models.Model):
    """A word that some entry contains; a mistyped word is corrected to one of these."""

    word = models.CharField(max_length=64, unique=True)
    count = models.IntegerField(default=0)

    def __str__(self) -> str:
        return self.word


class SearchWordKey(models.Model):
    """What is left of a word with a letter or two dropped: words that share a key look alike."""

    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=12)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="search_word_key_once")]

    def __str__(self) -> str:
        return self.key
