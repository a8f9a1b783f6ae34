"""Completing a name instead of choosing from a long select, without a query for every row shown.

A form that belongs to a film offers what belongs to that film alone; another one says beside each name
which film it is of.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Case, Model, Q, QuerySet, Value, When
from django.utils.http import urlencode

from films.admin.searching import those_found
from films.folding import fold
from films.models import Film

FILM = "film"  # both the field of a row and what a form's address says of its film


def belongs_to_a_film(model: type[Model]) -> bool:
    """Tell whether rows of the model name their film."""
    try:
        return model._meta.get_field(FILM).related_model is Film
    except FieldDoesNotExist:
        return False


class WithinFilm:
    """A widget that offers the rows of one film, where its form has one."""

    film: Film | None = None
    field: Any

    def get_url(self) -> str:
        url = super().get_url()  # type: ignore[misc]
        if self.film is None or not belongs_to_a_film(self.field.remote_field.model):
            return url
        return f"{url}?{urlencode({FILM: self.film.pk})}"


class KnownAutocomplete(WithinFilm, AutocompleteSelect):
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


class AutocompleteSeveral(WithinFilm, AutocompleteSelectMultiple):
    """Several rows, each completed."""


class KnownRelatedForm(forms.ModelForm):
    """Tells its widgets the related rows that were fetched along with its own row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fetched = self.instance._state.fields_cache
        for name, field in self.fields.items():
            widget = completing_widget(field)
            if isinstance(widget, KnownAutocomplete) and fetched.get(name) is not None:
                widget.known = {str(fetched[name].pk): str(fetched[name])}


def completing_widget(field: Any) -> Any:
    """Return the field's widget without the buttons that Django puts around it."""
    return getattr(field.widget, "widget", field.widget)


def keep_within(fields: Iterable[Any], film: Film | None) -> None:
    """Let the fields of a form offer what belongs to its film."""
    for field in fields:
        widget = completing_widget(field)
        if isinstance(widget, WithinFilm):
            widget.film = film


class CompletingMixin:
    """Gives the fields of a form, or of an inline, the widgets that complete names."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site, using=kwargs.get("using"))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = AutocompleteSeveral(db_field, self.admin_site, using=kwargs.get("using"))  # type: ignore[attr-defined]
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


class CompletedByName:
    """Rows that are offered by their names: the same name first, those that begin so, and so spelled ones."""

    name_field = "name"
    # The model that holds further spellings, folded, of the names.
    spellings: ClassVar[type[Model] | None] = None
    offered_first: ClassVar[tuple[str, ...]] = ()

    def completions(self, rows: QuerySet, term: str) -> QuerySet:
        rows = rows.prefetch_related("names") if self.spellings else rows
        order = (*self.offered_first, self.name_field, "pk")
        if not term.strip():
            return rows.order_by(*order)
        ranks = [
            self._named("exact", term),
            self._named("startswith", term),
            self._spelled("startswith", term),
        ]
        closeness = Case(
            *(When(match, then=Value(rank)) for rank, match in enumerate(ranks)), default=Value(len(ranks))
        )
        holds = self._named("contains", term) | self._spelled("contains", term)
        return rows.filter(holds).order_by(closeness, *order)

    def completion_label(self, row: Any, term: str) -> str:
        """Return the name, and with it the spelling that was typed where that is another one."""
        folded = fold(term)
        if self.spellings is None or folded in fold(str(row)):
            return str(row)
        meant = next((name.text for name in row.names.all() if folded in name.folded), None)
        return f"{row}, also {meant}" if meant else str(row)

    def _named(self, how: str, term: str) -> Q:
        return Q(**{f"{self.name_field}__i{how}": term})

    def _spelled(self, how: str, term: str) -> Q:
        folded = fold(term)
        if self.spellings is None or not folded:
            return Q(pk__in=())
        spelled = self.spellings._default_manager.filter(**{f"folded__{how}": folded}).order_by()
        return Q(pk__in=spelled.values(self.model._meta.model_name))  # type: ignore[attr-defined]


class CompletionView(AutocompleteJsonView):
    """Offers rows by their names, and of one film where the form that asks belongs to one."""

    def get_queryset(self) -> QuerySet:
        if not isinstance(self.model_admin, CompletedByName):
            return super().get_queryset()
        rows = self.model_admin.model._default_manager.complex_filter(
            self.source_field.get_limit_choices_to()
        )
        if belongs_to_a_film(rows.model):
            film = self._film()
            rows = rows.filter(film=film) if film else those_found(rows.select_related(FILM), self.term)
        else:
            rows = those_found(rows, self.term)
        return self.model_admin.completions(rows, self.term)

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        result = super().serialize_result(obj, to_field_name)
        if isinstance(self.model_admin, CompletedByName):
            result["text"] = self.model_admin.completion_label(obj, self.term)
        if belongs_to_a_film(type(obj)) and not self._film():
            result["text"] += f" ({_title_and_year(obj.film)})"  # type: ignore[attr-defined]
        return result

    def _film(self) -> str:
        film = self.request.GET.get(FILM, "")
        return film if film.isdecimal() else ""


def _title_and_year(film: Film) -> str:
    return f"{film.title}, {film.year}" if film.year else film.title
