"""How much of a story a reader wants to be told: everything, up to an event, or no plot at all."""

from collections.abc import Callable
from dataclasses import replace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

from films.models import Film
from films.models.limits import NO_PLOT, SpoilerLimits
from films.views._limits import keep_limits, last_event, limits_of

EVERYTHING, UNTIL, NOTHING, AS_EVERYWHERE = "everything", "until", "nothing", "default"


class SpoilerForm(forms.Form):
    """What to tell of one film, or of all films when none is named."""

    film = forms.ModelChoiceField(Film.objects.all(), to_field_name="slug", required=False)
    show = forms.ChoiceField(
        choices=[
            (EVERYTHING, "everything"),
            (UNTIL, "nothing after event"),
            (NOTHING, "no plot at all"),
            (AS_EVERYWHERE, "as for all films"),
        ]
    )
    until = forms.IntegerField(
        min_value=1,
        max_value=100_000,
        required=False,
        error_messages={"min_value": "Give the number of an event, from 1."},
    )

    # What the form said when it was sent to the reader.
    was = forms.CharField(max_length=20, required=False)
    was_until = forms.CharField(max_length=20, required=False)

    @property
    def meant(self) -> str:
        """Return the choice: a number typed while the choice was left as it was is one, too."""
        show, typed = self.data.get("show", ""), self.data.get("until", "").strip()
        is_new = bool(typed) and typed != self.data.get("was_until", "")
        return UNTIL if is_new and show == self.data.get("was") else show

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if "show" in self.errors:
            return cleaned
        cleaned["show"] = self.meant
        if self.meant != UNTIL:
            self.errors.pop("until", None)  # a number left over from another choice
            return cleaned
        if "until" in self.errors:
            return cleaned
        film, until = cleaned.get("film"), cleaned.get("until")
        last = last_event(film) if film else 0
        if not until:
            self.add_error("until", "Give the number of the last event that you want to be told.")
        elif 0 < last < until:
            self.add_error("until", f"This film’s last event is number {last}; give a number up to that.")
        return cleaned

    def applied_to(self, limits: SpoilerLimits) -> SpoilerLimits:
        """Return the limits with this choice in them; the latest choice stands last."""
        film, show = self.cleaned_data["film"], self.cleaned_data["show"]
        limit = {EVERYTHING: None, NOTHING: NO_PLOT, AS_EVERYWHERE: None}.get(
            show, self.cleaned_data.get("until")
        )
        if film is None:
            return replace(limits, everywhere=limit)
        films = {film_id: kept for film_id, kept in limits.films.items() if film_id != film.pk}
        return replace(limits, films=films if show == AS_EVERYWHERE else films | {film.pk: limit})


def vary_on_limits(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Tell caches that a page depends on the cookie: one reader's page is not another's."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


def spoilers(request: HttpRequest) -> HttpResponse:
    """Show what a reader is told, for all films and for those with a choice of their own; change it."""
    limits = limits_of(request)
    if request.method != "POST":
        return render(request, "films/spoilers.html", _context(request, limits, None))
    form = SpoilerForm(request.POST)
    if not form.is_valid():
        return render(request, "films/spoilers.html", _context(request, limits, form), status=422)
    response = redirect(_way_back(request, form.cleaned_data["film"]))
    keep_limits(response, form.applied_to(limits))
    return response


def _context(request: HttpRequest, limits: SpoilerLimits, form: SpoilerForm | None) -> dict[str, object]:
    asked = request.POST if form else request.GET
    film = Film.objects.filter(slug=asked.get("film", "")).first()
    limit = limits.of(film.pk) if film else limits.everywhere
    chosen = {None: EVERYTHING, NO_PLOT: NOTHING}.get(limit, UNTIL)
    until = asked.get("until", "")
    return {
        "form": form,
        "film": film,
        "last": last_event(film) if film else None,
        "chosen": form.meant if form else (UNTIL if until.isdigit() else chosen),
        "until": until if form or until.isdigit() else (limit or ""),
        "everywhere": limits.everywhere,
        "own": [(row, limits.of(row.pk)) for row in Film.objects.filter(pk__in=list(limits.films))],
        "has_own": film is not None and film.pk in limits.films,
    }


def _way_back(request: HttpRequest, film: Film | None) -> str:
    """Return the page that the reader came from, if it is one of ours, or the film, or the home page."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return film.get_absolute_url() if film else reverse("home")
