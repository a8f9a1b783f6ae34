"""What editors removed, and what imports would have changed."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from films import curation
from films.admin.base import FilmFilter
from films.models import Forward, Removal, Suggestion


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


@admin.register(Suggestion)
class SuggestionAdmin(admin.ModelAdmin):
    """What the sources say where an editor decided otherwise: to be taken or left."""

    list_display = ("label", "field_name", "value", "reason", "film", "status", "made_at")
    list_filter = ("status", "kind", FilmFilter)
    list_select_related = ("film",)
    ordering = ("-status", "-made_at", "-pk")  # open ones first
    search_fields = ("label", "film__title")
    fields = ("film", "kind", "label", "field_name", "value", "reason", "status", "made_at")
    readonly_fields = fields
    actions = ("accept", "dismiss")

    @admin.display(description="field", ordering="field")
    def field_name(self, suggestion: Suggestion) -> str:
        return suggestion.field.replace("_", " ")

    @admin.display(description="the sources say")
    def value(self, suggestion: Suggestion) -> str:
        proposed = suggestion.proposed
        return proposed["title"] if isinstance(proposed, dict) else str(proposed)

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
            self.message_user(request, f"Accepted: {self._in_words(suggestion)}", messages.SUCCESS)

    def _dismiss(self, request: HttpRequest, suggestion: Suggestion) -> None:
        curation.dismiss_suggestion(suggestion)
        self.message_user(request, f"Dismissed: {self._in_words(suggestion)}", messages.SUCCESS)

    def _in_words(self, suggestion: Suggestion) -> str:
        return f"{suggestion.label}: {self.field_name(suggestion)} → {self.value(suggestion)}"

    def response_change(self, request: HttpRequest, obj: Suggestion) -> HttpResponse:
        if "_accept" in request.POST:
            self._accept(request, obj)
        elif "_dismiss" in request.POST:
            self._dismiss(request, obj)
        return redirect("admin:films_suggestion_changelist")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


@admin.register(Forward)
class ForwardAdmin(admin.ModelAdmin):
    list_display = ("old_path", "new_path")
    search_fields = ("old_path", "new_path")
