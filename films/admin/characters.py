"""Characters, their names, who plays them and what they are to each other."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from films.admin.base import CuratedAdmin, CuratedInline, FilmFilter, OriginFilter
from films.admin.completion import CompletedByName
from films.admin.merging import MergeMixin
from films.curation import merge_characters
from films.models import Character, CharacterName, Portrayal, Relationship
from films.search import EntryKind
from films.vocabulary import Gender
from films.wording import GENDER_WORDS, NAME_LINES


class NameInline(CuratedInline):
    model = CharacterName
    has_citations = False
    fields = ("text", "kind", "made_by")
    readonly_fields = ("made_by",)
    worded = {"kind": NAME_LINES}


class PlayedByInline(CuratedInline):
    model = Portrayal
    fields = ("credit", "evidence", "made_by")
    autocomplete_fields = ("credit",)
    verbose_name_plural = "played by"


class RelationshipInline(CuratedInline):
    """What this character is to others: "parent of", "friend of"."""

    model = Relationship
    fk_name = "subject"
    fields = ("kind", "object", "evidence", "made_by")
    autocomplete_fields = ("object",)
    verbose_name_plural = "is the … of"


class InverseRelationshipInline(CuratedInline):
    """What others are to this character."""

    model = Relationship
    fk_name = "object"
    fields = ("subject", "kind", "evidence", "made_by")
    autocomplete_fields = ("subject",)
    verbose_name = "relationship seen from the other side"
    verbose_name_plural = "others who are the … of this character"


class GenderFilter(admin.SimpleListFilter):
    title = "gender"
    parameter_name = "gender"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        return [(gender.value, words) for gender, words in GENDER_WORDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:  # noqa: ARG002
        return queryset.filter(gender=self.value()) if self.value() else queryset


@admin.register(Character)
class CharacterAdmin(CompletedByName, MergeMixin, CuratedAdmin):
    merge = merge_characters
    named_by = ("name",)
    spellings = CharacterName
    offered_first = ("-is_named", "-prominence")
    list_display = ("name", "film", "is_named", "kind", "gender_in_words", "prominence", "made_by")
    list_filter = (OriginFilter, "is_named", "kind", GenderFilter, FilmFilter)
    list_select_related = ("film",)
    search_fields = ("name", "names__text", "names__folded", "film__title")
    found_by = {EntryKind.CHARACTER: ("pk",), EntryKind.FILM: ("film",)}
    autocomplete_fields = ("film", "members")
    inlines = (NameInline, PlayedByInline, RelationshipInline, InverseRelationshipInline)
    fieldsets = (
        (None, {"fields": ("film", ("name", "slug"), ("is_named", "kind", "gender"), "members")}),
        ("Evidence", {"fields": ("evidence", "made_by")}),
    )

    worded = {"gender": GENDER_WORDS}

    @admin.display(description="gender", ordering="gender")
    def gender_in_words(self, character: Character) -> str:
        return GENDER_WORDS[Gender(character.gender)] if character.gender else ""

    def about(self, character: Character) -> str:
        return f"in {character.film.title}"


@admin.register(Relationship)
class RelationshipAdmin(CuratedAdmin):
    list_display = ("subject", "kind", "object", "film", "made_by")
    list_filter = (OriginFilter, "kind")
    list_select_related = ("subject__film", "object")
    search_fields = ("subject__name", "object__name", "subject__film__title")
    found_by = {EntryKind.CHARACTER: ("subject", "object"), EntryKind.FILM: ("subject__film",)}
    autocomplete_fields = ("subject", "object")

    @admin.display(description="film", ordering="subject__film__title")
    def film(self, relationship: Relationship) -> str:
        return relationship.subject.film.title


@admin.register(Portrayal)
class PortrayalAdmin(CuratedAdmin):
    list_display = ("credit", "character", "made_by")
    list_filter = (OriginFilter,)
    list_select_related = ("credit__film", "character__film")
    search_fields = ("credit__credited_as", "character__name")
    found_by = {EntryKind.PERSON: ("credit__person",), EntryKind.CHARACTER: ("character",)}
    autocomplete_fields = ("credit", "character")
