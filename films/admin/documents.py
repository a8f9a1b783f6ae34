"""Documents as received: to look at and to remove, never to rewrite."""

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from films.admin.base import FilmFilter, RemovalMixin
from films.admin.long_lists import LongList
from films.models import SourceDocument
from films.search import EntryKind


@admin.register(SourceDocument)
class SourceDocumentAdmin(RemovalMixin, LongList):
    """A document is evidence, so its text is not editable; its source and address are."""

    list_display = ("name", "film", "source", "format", "imported_at")
    list_filter = ("format", "source", FilmFilter)
    list_select_related = ("film",)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    search_fields = ("name", "source", "film__title")
    found_by = {EntryKind.FILM: ("film",)}
    known_by = "name"
    readonly_fields = (
        "film",
        "name",
        "sha256",
        "format",
        "encoding",
        "imported_at",
        "read_with",
        "page",
        "text",
    )
    fields = (
        "film",
        "name",
        "source",
        "url",
        "page",
        "format",
        "encoding",
        "sha256",
        "imported_at",
        "read_with",
        "text",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        is_list = (
            request.resolver_match and request.resolver_match.url_name == "films_sourcedocument_changelist"
        )
        return rows.defer("text", "sentence_bounds", "profile") if is_list else rows

    @admin.display(description="as a page")
    def page(self, document: SourceDocument) -> str:
        return format_html('<a href="{}">read it with its facts marked</a>', document.get_absolute_url())

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- documents come by import
        return False
