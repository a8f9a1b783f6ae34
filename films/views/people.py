"""People: the list, and one with films by job, characters played and whom they work with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from films.filters import PersonFilter
from films.models import Credit, Person, SourceDocument
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.views import _linked_data
from films.views._filmography import FilmLine, Place, Work, evidence_of, work_of
from films.views._limits import limits_of
from films.views._listing import listed_page
from films.views._namesakes import people_apart
from films.views._shared import json_list, json_twin, listing, number_sources, site_of
from films.vocabulary import Job

COLLEAGUES_SHOWN = 12
JOBS_HELD = KeptQuery(
    lambda people: (
        Credit.objects.order_by().filter(person__in=Ids(people)).values_list("person", "job").distinct()
    )
)
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
    lines: tuple[FilmLine, ...]

    @property
    def is_cast(self) -> bool:
        return self.job == Job.CAST


def person_list(request: HttpRequest) -> HttpResponse:
    chosen, page = _listed(request)
    context = listing(chosen, page) | {"lines": _lines(people_apart(page))}
    return render(request, "films/person_list.html", context)


def person_list_json(request: HttpRequest) -> JsonResponse:
    _, page = _listed(request)
    return json_list(request, page, lambda person: _item(request, person) | {"films": person.film_count})


def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.prefetch_related("names"), slug=slug)
    work = work_of(person, limits_of(request), CREDITS_SHOWN)
    evidence = evidence_of(work)
    cited = {place.document_id for places in evidence.values() for place in places}
    films = {row.credit.film for row in work}
    documents = list(SourceDocument.objects.filter(film__in=films).without_text().with_heading())
    context = {
        "person": person,
        "jobs": _by_job(work, evidence),
        "further": person.credits.count() - len(work) if len(work) == CREDITS_SHOWN else 0,
        "other_names": _other_names(person, work),
        "sources": number_sources(documents, [row.pk for row in documents if row.pk in cited]),
        "colleagues": people_apart(Person.objects.working_with(person)[:COLLEAGUES_SHOWN]),
        "linked_data": _linked_data.person(person, site_of(request)),
    }
    return render(request, "films/person_detail.html", context)


def person_detail_json(request: HttpRequest, slug: str) -> JsonResponse:
    person = get_object_or_404(Person.objects.prefetch_related("names"), slug=slug)
    work = work_of(person, limits_of(request), CREDITS_SHOWN)
    names = [name.text for name in person.names.all()]
    return json_twin(_item(request, person) | {"names": names, "credits": [_credit(row) for row in work]})


def _listed(request: HttpRequest) -> tuple[PersonFilter, Page]:
    chosen = PersonFilter(request.GET, queryset=Person.objects.all())
    return chosen, listed_page(chosen, request)


def _lines(people: Sequence[Person]) -> list[tuple[Person, str]]:
    """Return the people with the jobs that each held, in the vocabulary's order: "director, writer"."""
    held = set(JOBS_HELD([person.pk for person in people]))
    return [(who, ", ".join(job.value for job in Job if (who.pk, job.value) in held)) for who in people]


def _by_job(work: Iterable[Work], evidence: Mapping[int, Sequence[Place]]) -> list[JobCredits]:
    lines: dict[str, list[FilmLine]] = defaultdict(list)
    for row in work:
        lines[row.credit.job].append(FilmLine.of(row, evidence.get(row.credit.pk, ())))
    return [
        JobCredits(job, heading, tuple(lines[job])) for job, heading in JOB_HEADINGS.items() if lines[job]
    ]


def _other_names(person: Person, work: Iterable[Work]) -> list[str]:
    names = {name.text for name in person.names.all()} | {row.credit.credited_as for row in work}
    return sorted(names - {person.name})


def _item(request: HttpRequest, person: Person) -> dict[str, Any]:
    url = request.build_absolute_uri(person.get_absolute_url())
    return {"slug": person.slug, "name": person.name, "url": url}


def _credit(work: Work) -> dict[str, Any]:
    credit = work.credit
    return {
        "film": credit.slug,
        "title": credit.title,
        "year": credit.year,
        "job": credit.job,
        "credited_as": credit.credited_as,
        "billing": credit.billing,
        "characters": [part.slug for part in work.parts],
    }
