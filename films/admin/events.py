"""The storyline: events, who takes part, where tellings tell them, and places."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from films.admin.base import CuratedAdmin, CuratedInline, FilmFilter, OriginFilter
from films.admin.evidence import MOST_SHOWN, as_html, quotes_of_mentions
from films.models import EventMention, Participation, Place, PlotEvent, Setting
from films.search import EntryKind


class ParticipationInline(CuratedInline):
    model = Participation
    has_citations = False
    fields = ("character", "role", "made_by")
    readonly_fields = ("made_by",)
    autocomplete_fields = ("character",)
    verbose_name_plural = "participants"


class EventMentionInline(CuratedInline):
    """Where the documents tell the event. Machines find these; an editor may remove one, or move it."""

    model = EventMention
    has_citations = False
    fields = ("trigger", "sentence", "made_by")
    readonly_fields = ("trigger", "sentence", "made_by")
    verbose_name_plural = "told in"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("telling__document")

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        return False

    @admin.display(description="sentence")
    def sentence(self, mention: EventMention) -> str:
        return as_html(quotes_of_mentions([mention]))


@admin.register(PlotEvent)
class PlotEventAdmin(CuratedAdmin):
    has_citations = False
    list_display = ("order", "summary", "film", "time_as_told", "place_as_told", "told_as", "made_by")
    list_display_links = ("summary",)
    list_filter = (OriginFilter, "is_flashback", FilmFilter)
    list_select_related = ("film",)
    search_fields = ("summary", "film__title", "participations__character__name", "place_as_told")
    found_by = {EntryKind.EVENT: ("pk",), EntryKind.FILM: ("film",)}
    autocomplete_fields = ("film", "place")
    inlines = (ParticipationInline, EventMentionInline)
    fieldsets = (
        (None, {"fields": ("film", "order", "summary", "is_flashback")}),
        ("Where and when", {"fields": (("place", "place_as_told"), "time_as_told")}),
        ("Evidence", {"fields": ("evidence", "made_by")}),
    )

    @admin.display(description="told as", ordering="is_flashback")
    def told_as(self, event: PlotEvent) -> str:
        """Say so of the few that are flashbacks, where Django has an icon for each that is none."""
        return "flashback" if event.is_flashback else ""

    @admin.display(description="evidence")
    def evidence(self, event: PlotEvent) -> str:  # type: ignore[override]
        if event.pk is None:
            return "—"
        return as_html(quotes_of_mentions(event.mentions.select_related("telling__document")[:MOST_SHOWN]))


class SettingInline(CuratedInline):
    model = Setting
    fields = ("film", "evidence", "made_by")
    autocomplete_fields = ("film",)


@admin.register(Place)
class PlaceAdmin(CuratedAdmin):
    named_by = ("name",)
    has_citations = False
    list_display = ("name", "slug", "made_by")
    list_filter = (OriginFilter,)
    search_fields = ("name", "folded")
    found_by = {EntryKind.PLACE: ("pk",)}
    readonly_fields = ("made_by",)
    inlines = (SettingInline,)
