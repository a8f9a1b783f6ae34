"""Films and what is said of them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from films.admin.base import CuratedAdmin, CuratedInline, OriginFilter
from films.admin.completion import CompletedByName
from films.admin.merging import MergeMixin, in_number
from films.curation import merge_films
from films.models import Country, Credit, Film, Genre, PlotEvent, Portrayal, Setting, Statement
from films.search import EntryKind


class StatementInline(CuratedInline):
    """What the sources say of the film; the rank settles which value the page prefers."""

    model = Statement
    fields = ("fact", "value", "rank", "evidence", "made_by")
    radio_fields = {"rank": admin.VERTICAL}
    ordering = ("fact", "pk")
    verbose_name = "stated fact"
    verbose_name_plural = "stated facts: prefer one of rival values, reject what is wrong"


class CastInline(CuratedInline):
    """Credits of all jobs, the cast in billing order."""

    model = Credit
    fields = ("job", "billing", "credited_as", "person", "role", "plays", "evidence", "made_by")
    readonly_fields = ("plays", "evidence", "made_by")
    autocomplete_fields = ("person",)
    show_change_link = True
    verbose_name_plural = "cast and crew"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("portrayals__character")

    @admin.display(description="plays")
    def plays(self, credit: Credit) -> str:
        if credit.pk is None:
            return "—"
        return ", ".join(portrayal.character.name for portrayal in credit.portrayals.all()) or "—"


class EventInline(CuratedInline):
    """The storyline in order. The whole of an event is edited on its own form."""

    model = PlotEvent
    has_citations = False
    fields = ("order", "summary", "time_as_told", "place_as_told", "is_flashback", "made_by")
    readonly_fields = ("made_by",)
    show_change_link = True
    verbose_name_plural = "storyline"
    classes = ("collapse",)


class SettingInline(CuratedInline):
    model = Setting
    fields = ("place", "evidence", "made_by")
    autocomplete_fields = ("place",)
    verbose_name_plural = "places"
    classes = ("collapse",)


@admin.register(Film)
class FilmAdmin(CompletedByName, MergeMixin, CuratedAdmin):
    """A film with its facts, cast and storyline on one form."""

    merge = merge_films
    has_citations = False
    named_by = ("title", "year")
    name_field = "title"
    list_display = (
        "title",
        "title_note",
        "year",
        "document_count",
        "character_count",
        "event_count",
        "made_by",
    )
    list_filter = (OriginFilter, "is_title_provisional", "genres", "countries")
    search_fields = ("title", "original_title", "=year", "characters__names__folded")
    found_by = {EntryKind.FILM: ("pk",), EntryKind.CHARACTER: ("characters",)}
    autocomplete_fields = ("genres", "countries")
    readonly_fields = ("made_by", "document_list", "character_list")
    inlines = (StatementInline, CastInline, SettingInline, EventInline)
    fieldsets = (
        (None, {"fields": (("title", "is_title_provisional"), "original_title", "slug")}),
        (
            "Facts",
            {"fields": ("year", "runtime_minutes", "based_on", "genres", "countries")},
        ),
        ("In here", {"fields": ("document_list", "character_list", "made_by")}),
    )

    def about(self, film: Film) -> str:
        return f"{in_number(film.document_count, 'document')}, {in_number(film.event_count, 'event')}"

    @admin.display(description="title is", ordering="is_title_provisional")
    def title_note(self, film: Film) -> str:
        return "provisional" if film.is_title_provisional else "stated"

    @admin.display(description="documents")
    def document_list(self, film: Film) -> str:
        return changelist_link("sourcedocument", film, film.document_count, "document")

    @admin.display(description="characters")
    def character_list(self, film: Film) -> str:
        return changelist_link("character", film, film.character_count, "named character")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """An editor who gives a title settles it, without having to untick the box."""
        settles = "title" in form.changed_data and "is_title_provisional" not in form.changed_data
        if settles and obj.is_title_provisional:
            obj.is_title_provisional = False
            form.changed_data.append("is_title_provisional")
        super().save_model(request, obj, form, change)


def changelist_link(model: str, film: Film, count: int, noun: str) -> str:
    """Return a link to the list of a film's rows of one model, saying how many there are."""
    if film.pk is None:
        return "—"
    url = f"{reverse(f'admin:films_{model}_changelist')}?film__id__exact={film.pk}"
    return format_html('<a href="{}">{}</a>', url, in_number(count, noun))


class PortrayalInline(CuratedInline):
    model = Portrayal
    fields = ("character", "evidence", "made_by")
    autocomplete_fields = ("character",)


@admin.register(Credit)
class CreditAdmin(CompletedByName, CuratedAdmin):
    name_field = "credited_as"
    list_display = ("credited_as", "job", "billing", "film", "person", "made_by")
    list_filter = (OriginFilter, "job")
    list_select_related = ("film", "person")
    search_fields = ("credited_as", "film__title", "person__name")
    found_by = {EntryKind.PERSON: ("person",), EntryKind.FILM: ("film",)}
    autocomplete_fields = ("film", "person")
    inlines = (PortrayalInline,)


@admin.register(Statement)
class StatementAdmin(CuratedAdmin):
    list_display = ("film", "fact", "value", "rank", "made_by")
    list_filter = (OriginFilter, "fact", "rank")
    list_select_related = ("film",)
    search_fields = ("value", "film__title")
    found_by = {EntryKind.FILM: ("film",)}
    autocomplete_fields = ("film",)


@admin.register(Genre, Country)
class NamedAdmin(admin.ModelAdmin):
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}
