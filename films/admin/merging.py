"""Merging selected records: the editor says which one stays, sees what would move, and confirms."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from films.curation import MergeReport

# What rows are called to an editor, by their name in the store: one of them, and several.
READERS_WORDS = {
    "source documents": ("document", "documents"),
    "citations": ("quotation", "quotations"),
    "statements": ("stated fact", "stated facts"),
    "settings": ("place of the story", "places of the story"),
    "plot events": ("event", "events"),
    "portrayals": ("part in the cast", "parts in the cast"),
    "participations": ("part in an event", "parts in events"),
    "mention participants": (
        "sentence that names who takes part in an event",
        "sentences that name who takes part in an event",
    ),
}


class MergeMixin:
    """Adds the action "Merge the selected …" to a list of records that may be one."""

    merge: ClassVar[Callable[..., MergeReport]]
    actions: ClassVar[Any] = ["merge_selected"]

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Merging changes one record and deletes the others."""
        return self.has_change_permission(request) and self.has_delete_permission(request)  # type: ignore[attr-defined]

    def about(self, row: Any) -> str:  # noqa: ARG002
        """Return what tells one record from another of the same name."""
        return ""

    @admin.action(description="Merge the selected %(verbose_name_plural)s", permissions=["merge"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        rows = list(queryset)
        if len(rows) < 2:
            self.message_user(request, "Select two or more to merge.", messages.WARNING)  # type: ignore[attr-defined]
            return None
        kept = next((row for row in rows if str(row.pk) == request.POST.get("keep")), rows[0])
        others = [row for row in rows if row is not kept]
        try:
            if "confirm" in request.POST:
                return self._merge(request, others, kept)
            report = self._rehearse(others, kept)
        except ValueError as error:
            self.message_user(request, str(error), messages.ERROR)  # type: ignore[attr-defined]
            return None
        return TemplateResponse(
            request, "admin/films/merge_confirmation.html", self._context(request, rows, kept, report)
        )

    @transaction.atomic
    def _merge(self, request: HttpRequest, others: Sequence[Model], kept: Model) -> HttpResponse:
        names = ", ".join(f"“{row}”" for row in others)
        for other in others:
            self._join(other, kept, request.user)
        said = f"Merged {names} into “{kept}”."
        self.log_change(request, kept, said)  # type: ignore[attr-defined]
        self.message_user(request, said, messages.SUCCESS)  # type: ignore[attr-defined]
        return redirect(reverse(f"admin:films_{kept._meta.model_name}_change", args=[kept.pk]))

    @transaction.atomic
    def _rehearse(self, others: Sequence[Model], kept: Model) -> MergeReport:
        """Merge as will be done, report it, and take all of it back."""
        model = type(kept)
        into = model._default_manager.get(pk=kept.pk)
        reports = [self._join(model._default_manager.get(pk=row.pk), into, None) for row in others]
        transaction.set_rollback(True)
        return MergeReport(
            _summed(report.moved for report in reports), _summed(report.dropped for report in reports)
        )

    def _join(self, source: Model, into: Model, user: Any) -> MergeReport:
        return type(self).merge(source, into, user)

    def _context(
        self, request: HttpRequest, rows: Sequence[Model], kept: Model, report: MergeReport
    ) -> dict[str, Any]:
        meta = kept._meta
        return {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": f"Merge the selected {meta.verbose_name_plural}",
            "opts": meta,
            "kept": kept,
            "choices": [(row, self.about(row), row is kept) for row in rows],
            "moved": counted(report.moved),
            "dropped": counted(report.dropped),
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "list_url": reverse(f"admin:films_{meta.model_name}_changelist"),
        }


def _summed(counts: Any) -> dict[str, int]:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return dict(total)


def counted(rows: Mapping[str, int]) -> list[str]:
    """Say counts of rows in words: `["1 quotation", "3 character names"]`."""
    singular = {
        str(model._meta.verbose_name_plural): str(model._meta.verbose_name)
        for model in apps.get_app_config("films").get_models()
    }
    words = {name: READERS_WORDS.get(name, (singular.get(name, name), name)) for name in rows}
    return [in_number(count, *words[name]) for name, count in rows.items()]


def in_number(count: int, one: str, many: str = "") -> str:
    """Say so many of a thing.

    >>> in_number(1, "document"), in_number(2, "document"), in_number(0, "story", "stories")
    ('1 document', '2 documents', '0 stories')
    """
    return f"{count} {one if count == 1 else many or f'{one}s'}"
