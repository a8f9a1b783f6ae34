"""Completing a name instead of choosing from a long select, without a query for every row shown."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect


class KnownAutocomplete(AutocompleteSelect):
    """Django asks the database for each chosen row; this widget is told it, where the form knows it."""

    known: dict[str, str] | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        chosen = [str(choice) for choice in value if str(choice) not in ("", "None")]
        if self.known is None or not set(chosen) <= self.known.keys():
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [
            self.create_option(name, choice, self.known[choice], True, number)
            for number, choice in enumerate(chosen, len(options))
        ]
        return [(None, options, 0)]


class KnownRelatedForm(forms.ModelForm):
    """Tells its widgets the related rows that were fetched along with its own row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fetched = self.instance._state.fields_cache
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownAutocomplete) and fetched.get(name) is not None:
                widget.known = {str(fetched[name].pk): str(fetched[name])}
