"""What was received, and which stretch of it says what."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache, reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Length, Substr

from films.models.addresses import address
from films.models.base import choices, give_related, is_one_of
from films.models.characters import Character, Portrayal, Relationship
from films.models.films import Credit, Film, Statement
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.vocabulary import DocumentFormat, Fact, MentionKind, PassageKind, Rank


def passage_address(document_id: int, start: int, end: int) -> str:
    """Return where a page shows the document with this stretch marked."""
    return f"{address('source-detail', document_id)}#c{start}-{end}"


class SourceDocumentQuerySet(models.QuerySet):
    def without_text(self, *, with_sentences: bool = False) -> "SourceDocumentQuerySet":
        """Leave out what only the document's own page and imports need; where sentences stand, if asked."""
        return self.defer("text", "profile", *([] if with_sentences else ["sentence_bounds"]))

    def with_heading(self) -> "SourceDocumentQuerySet":
        """Give each document what it is called by: `own_title`, which it states, and `main_kind`."""
        titles = Citation.objects.filter(document=OuterRef("pk"), statement__fact=Fact.TITLE)
        stated = titles.exclude(statement__rank=Rank.REJECTED).order_by("start", "pk")
        longest_first = Telling.objects.filter(document=OuterRef("pk")).order_by(F("start") - F("end"), "pk")
        return self.annotate(
            own_title=Coalesce(Subquery(stated.values("statement__value")[:1]), Value("")),
            main_kind=Coalesce(Subquery(longest_first.values("kind")[:1]), Value("")),
        )

    def beside(self, pk: int) -> "SourceDocumentQuerySet":
        """Return the documents of the same film; only that with this id has its text, as `own_text`."""
        own_text = Case(When(pk=pk, then="text"), default=Value(""), output_field=models.TextField())
        return self.filter(film__documents=pk).annotate(own_text=own_text)

    def with_size(self) -> "SourceDocumentQuerySet":
        """Give each document `characters`, the length of its text."""
        return self.annotate(characters=Length("text"))


class SourceDocument(models.Model):
    """One document as received. Offsets everywhere are code points into `text`.

    `sentence_bounds` lists the prose's sentences as `[start, end]`, in order. `read_with` tells
    which reader extracted it, so that an unchanged document is not read again. `profile` is what
    `films.reconciliation` needs to tell whether another document is about the same film.
    """

    film = models.ForeignKey(Film, models.CASCADE, related_name="documents")
    name = models.CharField(max_length=255)
    source = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500, blank=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    format = models.CharField(max_length=6, choices=choices(DocumentFormat))
    encoding = models.CharField(max_length=40)
    sentence_bounds = models.JSONField(default=list)
    profile = models.JSONField(default=dict)
    read_with = models.CharField(max_length=64)
    imported_at = models.DateTimeField()

    objects = SourceDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["film", "name", "pk"]
        constraints = [
            is_one_of(DocumentFormat, "format"),
            models.UniqueConstraint(fields=["source", "name"], name="document_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("source-detail", self.pk)


class BlockingKey(models.Model):
    """Documents that share a key may be about one film; only those are compared."""

    document = models.ForeignKey(SourceDocument, models.CASCADE, related_name="blocking_keys", db_index=False)
    key = models.CharField(max_length=120, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "key"], name="blocking_key_once")]

    def __str__(self) -> str:
        return self.key


class TellingQuerySet(models.QuerySet):
    def of(self, film: Film) -> "TellingQuerySet":
        return self.filter(document__film=film)

    def with_words(self) -> "TellingQuerySet":
        """Give each telling `words`, what it says."""
        return self.annotate(words=Substr("document__text", F("start") + 1, F("end") - F("start")))

    def with_document(self) -> "TellingQuerySet":
        """With the document of each, but without its text."""
        unread = ("document__text", "document__sentence_bounds", "document__profile")
        return self.select_related("document").defer(*unread)

    def with_event_count(self) -> "TellingQuerySet":
        return self.annotate(event_count=Count("event_mentions__event", distinct=True))


class Telling(models.Model):
    """A stretch of a document that tells the story; each restarts it."""

    document = models.ForeignKey(SourceDocument, models.CASCADE, related_name="tellings", db_index=False)
    kind = models.CharField(max_length=8, choices=choices(PassageKind))
    heading = models.CharField(max_length=200, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = TellingQuerySet.as_manager()

    class Meta:
        ordering = ["document", "start"]
        constraints = [
            is_one_of(PassageKind, "kind"),
            models.UniqueConstraint(fields=["document", "start"], name="telling_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="telling_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.document.name}"

    def get_absolute_url(self) -> str:
        return passage_address(self.document_id, self.start, self.end)


# The rows that a citation may be evidence of.
CITED = ("statement", "credit", "portrayal", "character", "relationship", "setting")


def exactly_one(fields: tuple[str, ...]) -> Q:
    """Return the condition that one of the foreign keys is set and the others are not."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return condition


class CitationQuerySet(models.QuerySet):
    def by_place(self) -> "CitationQuerySet":
        return self.order_by("document__name", "document_id", "start", "end", "pk")

    def naming(self, character_id: int) -> "CitationQuerySet":
        """Return where the character is named or described, not by mere pronouns, each with `words`."""
        words = Substr("document__text", F("start") + 1, F("end") - F("start"))
        named = self.filter(
            character=character_id, mention_kind__in=(MentionKind.PROPER, MentionKind.NOMINAL)
        )
        return named.annotate(words=words).order_by("document", "start", "pk")

    def with_cited_rows(self) -> "CitationQuerySet":
        """Fetch what each citation is evidence of, and all that its page needs to be linked, at once."""
        return self.select_related(
            "statement__film",
            "credit__person",
            "portrayal__credit",
            "portrayal__character__film",
            "character__film",
            "relationship__subject__film",
            "relationship__object__film",
            "setting__place",
        )


class Citation(models.Model):
    """The evidence of one row: `document.text[start:end]` says so.

    For a character each citation is a mention, of the kind in `mention_kind`. Plot events have
    their own evidence: `EventMention`.
    """

    document = models.ForeignKey(SourceDocument, models.CASCADE, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    mention_kind = models.CharField(max_length=7, choices=choices(MentionKind), blank=True)
    statement = models.ForeignKey(
        Statement, models.CASCADE, null=True, blank=True, related_name="citations", db_index=False
    )
    credit = models.ForeignKey(
        Credit, models.CASCADE, null=True, blank=True, related_name="citations", db_index=False
    )
    portrayal = models.ForeignKey(
        Portrayal, models.CASCADE, null=True, blank=True, related_name="citations", db_index=False
    )
    character = models.ForeignKey(
        Character, models.CASCADE, null=True, blank=True, related_name="citations", db_index=False
    )
    relationship = models.ForeignKey(
        Relationship, models.CASCADE, null=True, blank=True, related_name="citations", db_index=False
    )
    setting = models.ForeignKey(
        "Setting", models.CASCADE, null=True, blank=True, related_name="citations", db_index=False
    )

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["document", "start", "end", "pk"]
        constraints = [
            models.CheckConstraint(condition=exactly_one(CITED), name="citation_of_exactly_one"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="citation_not_empty"),
            *(
                models.UniqueConstraint(
                    fields=[row, "document", "start", "end"],
                    condition=Q(**{f"{row}__isnull": False}),
                    name=f"citation_of_{row}_once",
                )
                for row in CITED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document.name}, {self.start}–{self.end}"

    def get_absolute_url(self) -> str:
        return passage_address(self.document_id, self.start, self.end)


def give_citations(**rows: Collection[Any]) -> None:
    """Give a film's rows their `citations`, all kinds in one query: `give_citations(credit=…, setting=…)`."""
    found: dict[tuple[str, int], list[Citation]] = defaultdict(list)
    ids = [[row.pk for row in cited] for cited in rows.values()]
    for citation in _citing(*rows)(*ids) if any(ids) else ():
        for kind in rows:
            if (pk := getattr(citation, f"{kind}_id")) is not None:
                found[kind, pk].append(citation)
    for kind, cited in rows.items():
        for row in cited:
            give_related(row, "citations", found[kind, row.pk])


@cache
def _citing(*kinds: str) -> KeptQuery:
    """Return the query for citations of rows of these kinds, by the ids of each."""

    def citing(*ids: Sequence[int]) -> CitationQuerySet:
        conditions = (Q(**{f"{kind}__in": Ids(own)}) for kind, own in zip(kinds, ids, strict=True))
        return Citation.objects.filter(reduce(or_, conditions)).by_place()

    return KeptQuery(citing)
