"""What editors removed, and what imports would have changed."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from films import curation
from films.models import Forward, Removal, Suggestion


@admin.register(Removal)
class RemovalAdmin(admin.ModelAdmin):
    """Deleting a removal lets the next import bring the thing back."""

    list_display = ("label", "kind", "film", "removed_by", "removed_at")
    list_filter = ("kind", ("film", admin.RelatedOnlyFieldListFilter))
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
    """What the sources say where an editor decided otherwise."""

    list_display = ("label", "field", "proposed", "reason", "film", "status", "made_at")
    list_filter = ("status", "kind", ("film", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("film",)
    search_fields = ("label", "film__title")
    readonly_fields = ("film", "kind", "row_id", "label", "field", "proposed", "reason", "made_at")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


@admin.register(Forward)
class ForwardAdmin(admin.ModelAdmin):
    list_display = ("old_path", "new_path")
    search_fields = ("old_path", "new_path")
