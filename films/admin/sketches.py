"""Two films side by side, by what tells whether they are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse

from films.models import Credit, Film, SourceDocument, Telling
from films.reading.retelling import opening
from films.vocabulary import Job

MOST_SHOWN = 5
LONGEST_OPENING = 300
LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Linked:
    """Something to read, and where it is told in full."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A film as an editor recognises it."""

    title: str
    page: str
    form: str
    year: str
    runtime: str
    directors: tuple[str, ...]
    cast: tuple[str, ...]
    sources: tuple[Linked, ...]
    opening: Linked | None


def sketch_films(ids: Sequence[int]) -> list[Sketch]:
    """Return sketches of the films that are there, in the order asked for."""
    films = Film.objects.in_bulk(ids)
    credited = Credit.objects.filter(film__in=ids, job__in=[Job.DIRECTOR, Job.CAST])
    credits_ = list(credited.order_by(F("billing").asc(nulls_last=True), "pk"))
    documents = list(SourceDocument.objects.filter(film__in=ids).without_text().order_by("name", "pk"))
    longest_first = Telling.objects.filter(document__film__in=ids).order_by(F("start") - F("end"), "pk")
    tellings = {film: longest_first.of(films[film]).with_words().first() for film in films}
    return [
        _sketch(
            films[pk],
            [row for row in credits_ if row.film_id == pk],
            [row for row in documents if row.film_id == pk],
            tellings[pk],
        )
        for pk in ids
        if pk in films
    ]


def _sketch(
    film: Film, credits_: Iterable[Credit], documents: Iterable[SourceDocument], telling: Telling | None
) -> Sketch:
    named: dict[str, list[str]] = {Job.DIRECTOR: [], Job.CAST: []}
    for row in credits_:
        named[row.job].append(row.credited_as)
    return Sketch(
        title=str(film),
        page=film.get_absolute_url(),
        form=reverse("admin:films_film_change", args=[film.pk]),
        year=str(film.year or ""),
        runtime=f"{film.runtime_minutes} minutes" if film.runtime_minutes else "",
        directors=_first(named[Job.DIRECTOR]),
        cast=_first(named[Job.CAST]),
        sources=tuple(Linked(row.name, row.get_absolute_url()) for row in documents)[:MOST_SHOWN],
        opening=_opening(telling) if telling else None,
    )


def _first(names: Sequence[str]) -> tuple[str, ...]:
    return (*names[:MOST_SHOWN], "…") if len(names) > MOST_SHOWN else tuple(names)


def _opening(telling: Telling) -> Linked:
    words = telling.words.strip()  # type: ignore[attr-defined]
    said = opening(words[: 2 * LONGEST_OPENING], sentences=1, words=LEAST_WORDS)
    return Linked(
        f"{said[:LONGEST_OPENING]}…" if len(said) > LONGEST_OPENING else said, telling.get_absolute_url()
    )
