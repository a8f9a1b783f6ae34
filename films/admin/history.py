"""A row's history in words: what was changed on its form, beside it, or by merging."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.text import Truncator
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from films.curation.merging import LONGEST_REASON

BOOKKEEPING = frozenset({"edited_fields", "origin"})  # the origin stands beside the row itself


class ChangesInWords(HistoricalRecordContextHelper):
    """The changes of an entry without what is noted for imports."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        changes = [change for change in delta.changes if change.field not in BOOKKEEPING]
        return [self._in_words(change) for change in changes]

    def _in_words(self, change: Any) -> dict[str, Any]:
        said = self.format_delta_change(change)
        return {"field": said.field, "old": said.old, "new": said.new}

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        prepared = super().prepare_delta_change_value(change, value)
        return "nothing" if prepared in (None, "", []) else prepared


class ToldHistoryAdmin(SimpleHistoryAdmin):
    """Shows of a row's history only the entries that say something."""

    object_history_list_template = "admin/films/_history_list.html"

    def get_historical_record_context_helper(
        self,
        request: HttpRequest,  # noqa: ARG002
        historical_record: Any,
    ) -> ChangesInWords:
        return ChangesInWords(self.model, historical_record)

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Any, foreign_keys_are_objs: bool = True
    ) -> None:
        super().set_history_delta_changes(request, historical_records, foreign_keys_are_objs)
        entries = list(historical_records)
        historical_records.object_list = [
            entry for entry in entries if entry is entries[-1] or _says_something(entry)
        ]

    def is_bringing_back(self, request: HttpRequest) -> bool:
        """Is an entry of the history being saved, so that the row is again as it was?"""
        match = request.resolver_match
        return match is not None and (match.url_name or "").endswith("_simple_history")


def _says_something(entry: Any) -> bool:
    return bool(entry.history_type != "~" or entry.history_change_reason or entry.history_delta_changes)


def newest_entry(row: Model) -> Any:
    """Return the last entry of the row's history, if it has one."""
    history = getattr(type(row), "history", None)
    return history.filter(id=row.pk).first() if history is not None else None


def note_related(row: Model, formsets: Iterable[Any], *, is_recorded: bool) -> None:
    """Say in the row's history what was changed beside it: in its last entry, or in one of its own."""
    told = _told(formsets)
    if not told or not hasattr(type(row), "history"):
        return
    if is_recorded:
        entry = newest_entry(row)
        entry.history_change_reason = told
        entry.save(update_fields=["history_change_reason"])
    else:
        row.refresh_from_db()
        row._change_reason = told  # type: ignore[attr-defined]
        row.save()


def _told(formsets: Iterable[Any]) -> str:
    """Return what was added, changed and removed, as far as an entry has room for it."""
    parts: list[str] = []
    for formset in formsets:
        noun = formset.model._meta.verbose_name
        parts += [f"{noun} added: {row}" for row in formset.new_objects]
        parts += [f"{noun} changed: {row}" for row, _ in formset.changed_objects]
        parts += [f"{noun} removed: {row}" for row in formset.deleted_objects]
    return Truncator("; ".join(parts)).chars(LONGEST_REASON)
