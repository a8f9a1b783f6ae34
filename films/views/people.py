"""People: the list, and one with films by job, characters played and whom they work with."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.filters import PersonFilter
from films.models import Credit, Person, Portrayal, SourceDocument
from films.models.limits import SpoilerLimits
from films.views import _linked_data
from films.views._limits import limits_of, without_hidden_roles
from films.views._listing import listed_page
from films.views._namesakes import people_apart
from films.views._shared import CreditLine, json_list, json_twin, listing, number_sources
from films.vocabulary import Job

COLLEAGUES_SHOWN = 12
CREDITS_SHOWN = 500
JOB_HEADINGS = {
    Job.DIRECTOR: "As director",
    Job.WRITER: "As writer",
    Job.AUTHOR: "As author of the original",
    Job.CAST: "In the cast",
    Job.PRODUCER: "As producer",
    Job.CINEMATOGRAPHER: "As cinematographer",
    Job.EDITOR: "As editor",
    Job.COMPOSER: "As composer",
}


@dataclass(frozen=True, slots=True)
class JobCredits:
    """A person's credits of one job."""

    job: Job
    heading: str
    lines: tuple[CreditLine, ...]

    @property
    def is_cast(self) -> bool:
        return self.job == Job.CAST


def person_list(request: HttpRequest) -> HttpResponse:
    chosen, page = _listed(request)
    context = listing(chosen, page) | {"lines": [_line(person) for person in people_apart(page)]}
    return render(request, "films/person_list.html", context)


def person_list_json(request: HttpRequest) -> JsonResponse:
    _, page = _listed(request)
    return json_list(request, page, lambda person: _item(request, person) | {"films": person.film_count})


def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.prefetch_related("names"), slug=slug)
    held = _held(person, limits_of(request))
    documents = SourceDocument.objects.crediting(person).without_text().with_heading()
    context = {
        "person": person,
        "jobs": _by_job(held),
        "other_names": _other_names(person, held),
        "sources": number_sources(documents),
        "colleagues": people_apart(Person.objects.working_with(person)[:COLLEAGUES_SHOWN]),
        "linked_data": _linked_data.person(person, request),
    }
    return render(request, "films/person_detail.html", context)


def person_detail_json(request: HttpRequest, slug: str) -> JsonResponse:
    person = get_object_or_404(Person.objects.prefetch_related("names"), slug=slug)
    held = _held(person, limits_of(request))
    names = [name.text for name in person.names.all()]
    return json_twin(_item(request, person) | {"names": names, "credits": [_credit(row) for row in held]})


def _listed(request: HttpRequest) -> tuple[PersonFilter, Page]:
    chosen = PersonFilter(request.GET, queryset=Person.objects.for_list_page())
    return chosen, listed_page(chosen, request)


def _held(person: Person, limits: SpoilerLimits) -> list[Credit]:
    work = person.credits.for_person_page(Portrayal.objects.known(limits))
    return without_hidden_roles(work[:CREDITS_SHOWN], limits)


def _line(person: Any) -> tuple[Person, str]:
    """Return the person with the jobs held, in the vocabulary's order: "director, writer"."""
    held = {credit.job for credit in person.held}
    return person, ", ".join(job.value for job in Job if job in held)


def _by_job(held: list[Credit]) -> list[JobCredits]:
    groups = (
        JobCredits(job, heading, tuple(CreditLine.of(row) for row in held if row.job == job))
        for job, heading in JOB_HEADINGS.items()
    )
    return [group for group in groups if group.lines]


def _other_names(person: Person, held: list[Credit]) -> list[str]:
    names = {name.text for name in person.names.all()} | {credit.credited_as for credit in held}
    return sorted(names - {person.name})


def _item(request: HttpRequest, person: Person) -> dict[str, Any]:
    url = request.build_absolute_uri(person.get_absolute_url())
    return {"slug": person.slug, "name": person.name, "url": url}


def _credit(credit: Credit) -> dict[str, Any]:
    return {
        "film": credit.film.slug,
        "title": credit.film.title,
        "year": credit.film.year,
        "job": credit.job,
        "credited_as": credit.credited_as,
        "billing": credit.billing,
        "characters": [portrayal.character.slug for portrayal in credit.portrayals.all()],
    }
