"""What every editing form has in common: decisions are recorded, their evidence stands beside them."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from films import curation
from films.admin.completion import CompletingMixin, KnownRelatedForm, keep_within
from films.admin.evidence import as_html, quotes_of
from films.admin.history import ToldHistoryAdmin, newest_entry, note_related
from films.admin.long_lists import OF_FILM, LongList
from films.models import Citation, Film
from films.models.base import ByEditor, Curated

CITATIONS = Prefetch("citations", Citation.objects.select_related("document"))


def origin_of(row: Curated) -> str:
    """Say in words whether a row was read by the machine, changed or added by an editor."""
    if row.pk is None:
        return ""
    if row.origin == "edited" and not row.edited_fields:
        return format_html('<span class="origin origin-edited">{}</span>', "added by an editor")
    if row.edited_fields:
        fields = ", ".join(field.replace("_", " ") for field in row.edited_fields)
        return format_html('<span class="origin origin-edited">edited: {}</span>', fields)
    return format_html('<span class="origin">{}</span>', "read from sources")


class OriginFilter(admin.SimpleListFilter):
    """Rows that machines made alone, or that an editor had a hand in."""

    title = "origin"
    parameter_name = "origin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        return [("read", "read from sources"), ("edited", "edited or added")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:  # noqa: ARG002
        if self.value() == "read":
            return queryset.exclude(ByEditor())
        if self.value() == "edited":
            theirs = queryset.model._default_manager.order_by().filter(ByEditor())
            return queryset.filter(pk__in=theirs.values("pk"))
        return queryset


class FilmFilter(admin.SimpleListFilter):
    """The film to which a link has narrowed a list, and the way back to all.

    Films are too many to choose from; a search for the title finds the rows of one, too.
    """

    title = "film"
    parameter_name = OF_FILM

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        chosen = self.value() or ""
        film = Film.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
        return [(str(film.pk), str(film))] if film is not None else []

    def has_output(self) -> bool:
        return self.value() is not None

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:  # noqa: ARG002
        return queryset.filter(film__in=[film for film, _ in self.lookup_choices])


class EvidenceMixin:
    """Adds the columns "evidence" and "origin" to a form or an inline."""

    has_citations = True
    # The words in which a field's values are offered, by name of the field.
    worded: ClassVar[Mapping[str, Mapping[Any, str]]] = {}

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_choice_field(db_field, request, **kwargs)  # type: ignore[misc]
        words = self.worded.get(db_field.name, {})
        field.choices = [(value, words.get(value, label)) for value, label in field.choices]
        return field

    @admin.display(description="evidence")
    def evidence(self, row: Curated) -> str:
        if row.pk is None:
            return "—"
        return as_html(quotes_of(row.citations.all()))  # type: ignore[attr-defined]

    @admin.display(description="origin")
    def made_by(self, row: Curated) -> str:
        return origin_of(row) or "—"


class CuratedInline(CompletingMixin, EvidenceMixin, admin.TabularInline):
    """Rows edited within the form of another."""

    extra = 0
    form = KnownRelatedForm
    readonly_fields: ClassVar[tuple[str, ...]] = ("evidence", "made_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        parent = _get_foreign_key(self.parent_model, self.model, fk_name=self.fk_name)
        rows = super().get_queryset(request).select_related(parent.name, *self.autocomplete_fields)
        return rows.prefetch_related(CITATIONS) if self.has_citations else rows

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        keep_within(formset.form.base_fields.values(), film_of_form(obj))
        return formset


class RemovalMixin(admin.ModelAdmin):
    """Takes rows away as an editor's decision, so that no import brings them back."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Name the rows, and count what goes with them: of a film that may be thousands."""
        if isinstance(objs, QuerySet) and self.list_select_related:
            objs = objs.select_related(*self.list_select_related)  # type: ignore[misc]  # it is no True
        collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=objs)
        collector.collect(objs)
        found: dict[Any, Any] = collector.model_objs  # by the class, which the stub takes for a word
        counts = {str(model._meta.verbose_name_plural): len(rows) for model, rows in found.items()}
        others = {str(model._meta.verbose_name) for model in found if not self._may_delete(model, request)}
        return [str(row) for row in objs], counts, others, [str(row) for row in collector.protected]

    def _may_delete(self, model: type[Model], request: HttpRequest) -> bool:
        site = self.admin_site
        return not site.is_registered(model) or site.get_model_admin(model).has_delete_permission(request)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        curation.record_removal(obj, user=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for row in queryset:
            curation.record_removal(row, user=request.user)


class CuratedAdmin(RemovalMixin, CompletingMixin, EvidenceMixin, LongList, ToldHistoryAdmin):
    """A form whose saving, adding and deleting are an editor's decisions."""

    list_per_page = 50
    show_full_result_count = False
    # The fields that a new row's address is made of; for rows without a page, none.
    named_by: tuple[str, ...] = ()
    readonly_fields: ClassVar[tuple[str, ...]] = ("evidence", "made_by")

    class Media:
        css = {"all": ["films/admin.css"]}

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Fetch the evidence with the row of a form; a list shows none, and would read whole documents."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and self.has_citations:
            prefetch_related_objects([row], CITATIONS)
        return row

    def action_checkbox(self, obj: Model) -> SafeString:
        """Return Django's box, but without a template for each row, a quarter of a list's time."""
        label = f"Select this object for an action - {obj}"
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
        return format_html(box, ACTION_CHECKBOX_NAME, obj.pk, label)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """An address stays as it was made; only merging and importing may move a page."""
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "slug") if obj is not None and self.named_by else fields

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        if obj is None and self.named_by:
            return {"slug": self.named_by}
        return dict(super().get_prepopulated_fields(request, obj))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        keep_within(form.base_fields.values(), film_of_form(obj))
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        decide(obj, form.changed_data, change=change)
        if self.is_bringing_back(request):
            obj._change_reason = "brought back"
        elif change and not form.changed_data:
            return  # what was changed beside it has a word of its own in the history
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: ARG002
        formset.save(commit=False)
        for row in formset.deleted_objects:
            curation.record_removal(row, user=request.user)
        for row, changed in formset.changed_objects:
            decide(row, changed, change=True)
            row.save()
        for row in formset.new_objects:
            decide(row, [], change=False)
            row.save()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        before = newest_entry(form.instance)
        super().save_related(request, form, formsets, change)
        curation.refresh_after(form.instance)
        is_recorded = not change or bool(form.changed_data) or newest_entry(form.instance) != before
        note_related(form.instance, formsets, is_recorded=is_recorded)


def film_of_form(row: Any) -> Film | None:
    """Return the film to which the row of a form belongs; a new row has none yet."""
    return curation.film_of(row) if row is not None and row.pk is not None else None


def decide(row: Curated, fields: list[str], *, change: bool) -> None:
    """Record that an editor decided these fields of a row, or added it; the caller saves it."""
    if not isinstance(row, Curated):
        return
    if change:
        curation.record_edit(row, fields)
    else:
        curation.record_addition(row)
