"""What editors removed, and what imports would have changed."""

from typing import Any, TypeGuard

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from films import curation
from films.admin.base import FilmFilter
from films.admin.sketches import sketch_films
from films.models import Forward, Removal, RowKind, Suggestion


@admin.register(Removal)
class RemovalAdmin(admin.ModelAdmin):
    """Deleting a removal lets the next import bring the thing back."""

    list_display = ("label", "kind", "film", "removed_by", "removed_at")
    list_filter = ("kind", FilmFilter)
    list_select_related = ("film", "removed_by")
    search_fields = ("label", "film__title")
    readonly_fields = ("film", "kind", "label", "signature", "removed_by", "removed_at")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def delete_model(self, request: HttpRequest, obj: Removal) -> None:  # noqa: ARG002
        curation.bring_back(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:  # noqa: ARG002
        for removal in queryset:
            curation.bring_back(removal)


class StatusFilter(admin.SimpleListFilter):
    """The open suggestions, unless others are asked for."""

    title = "status"
    parameter_name = "status"
    everything = "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        return [*Suggestion.Status.choices, (self.everything, "All")]

    def choices(self, changelist: Any) -> Any:
        for value, words in self.lookup_choices:
            address = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": value == self._chosen(), "query_string": address, "display": words}

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:  # noqa: ARG002
        chosen = self._chosen()
        return queryset if chosen == self.everything else queryset.filter(status=chosen)

    def _chosen(self) -> str:
        return self.value() or Suggestion.Status.OPEN


@admin.register(Suggestion)
class SuggestionAdmin(admin.ModelAdmin):
    """What the sources say where an editor decided otherwise, or which films may be one."""

    list_display = ("subject", "film_link", "value", "why", "status")
    list_filter = (StatusFilter, "kind", FilmFilter)
    list_select_related = ("film",)
    ordering = ("-status", "-made_at", "-pk")  # open ones first
    search_fields = ("label", "film__title")
    fields = ("film_link", "kind", "label", "field_name", "value", "reason", "status", "made_at")
    readonly_fields = fields
    actions = ("accept", "dismiss")

    class Media:
        css = {"all": ["films/admin.css"]}

    def get_fields(self, request: HttpRequest, obj: Suggestion | None = None) -> Any:
        """Of two films that may be one all is said side by side."""
        if _joins(obj):
            return ("reason", "status", "made_at")
        return super().get_fields(request, obj)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        shown = self.get_object(request, object_id)
        sketches = sketch_films([shown.film_id, shown.proposed["id"]]) if _joins(shown) else []
        context = {**(extra_context or {}), "sketches": sketches}
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description="about", ordering="field")
    def subject(self, suggestion: Suggestion) -> str:
        """Return what the suggestion is about, beside the film."""
        if _joins(suggestion):
            return "one film?"
        field = self.field_name(suggestion)
        return field if suggestion.kind == RowKind.FILM else f"{suggestion.label}: {field}"

    @admin.display(description="field", ordering="field")
    def field_name(self, suggestion: Suggestion) -> str:
        return suggestion.field.replace("_", " ")

    @admin.display(description="film", ordering="film__title")
    def film_link(self, suggestion: Suggestion) -> str:
        return film_link(suggestion.film_id, str(suggestion.film))

    @admin.display(description="the sources say")
    def value(self, suggestion: Suggestion) -> str:
        proposed = suggestion.proposed
        return film_link(proposed["id"], proposed["title"]) if _joins(suggestion) else str(proposed)

    @admin.display(description="reason", ordering="reason")
    def why(self, suggestion: Suggestion) -> str:
        """Return the reason without naming again the film that stands beside it."""
        if not _joins(suggestion):
            return suggestion.reason
        return suggestion.reason.removeprefix(f"May be one film with {suggestion.proposed['title']}: ")

    @admin.action(description="Accept: use what the sources say", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet) -> None:
        for suggestion in list(queryset.filter(status=Suggestion.Status.OPEN)):
            self._accept(request, suggestion)

    @admin.action(description="Dismiss: leave things as they are", permissions=["change"])
    def dismiss(self, request: HttpRequest, queryset: QuerySet) -> None:
        for suggestion in queryset.filter(status=Suggestion.Status.OPEN):
            self._dismiss(request, suggestion)

    def _accept(self, request: HttpRequest, suggestion: Suggestion) -> None:
        try:
            curation.accept_suggestion(suggestion, user=request.user)
        except curation.OutdatedSuggestionError as error:
            self.message_user(request, f"{suggestion}: {error} Dismiss the suggestion.", messages.WARNING)
        except (ValidationError, IntegrityError):
            self.message_user(
                request, f"{suggestion}: this would clash with another row; nothing changed.", messages.ERROR
            )
        else:
            self.message_user(request, f"Accepted: {suggestion}", messages.SUCCESS)

    def _dismiss(self, request: HttpRequest, suggestion: Suggestion) -> None:
        curation.dismiss_suggestion(suggestion)
        self.message_user(request, f"Dismissed: {suggestion}", messages.SUCCESS)

    def response_change(self, request: HttpRequest, obj: Suggestion) -> HttpResponse:
        if "_accept" in request.POST:
            self._accept(request, obj)
        elif "_dismiss" in request.POST:
            self._dismiss(request, obj)
        return redirect("admin:films_suggestion_changelist")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


def film_link(film: int, title: str) -> str:
    """Return a link to the form of a film, given by id."""
    return format_html('<a href="{}">{}</a>', reverse("admin:films_film_change", args=[film]), title)


def _joins(suggestion: Suggestion | None) -> TypeGuard[Suggestion]:
    """Does it say that two films may be one?"""
    return suggestion is not None and suggestion.field == curation.JOIN


@admin.register(Forward)
class ForwardAdmin(admin.ModelAdmin):
    list_display = ("old_path", "new_path")
    search_fields = ("old_path", "new_path")
