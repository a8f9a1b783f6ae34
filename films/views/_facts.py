"""What documents state of a film, beside what was decided: one line a fact, rival values included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from films.folding import fold
from films.models import Citation, Credit, Film, Statement
from films.models.addresses import address
from films.models.base import given
from films.vocabulary import Fact, Job, Origin, Rank
from films.wording import FACT_LINES, JOB_LINES


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value with its evidence. A rival is stated, but another value was preferred."""

    text: str
    url: str = ""
    evidence: tuple[Citation, ...] = ()
    is_rival: bool = False
    is_by_editor: bool = False
    is_chosen: bool = False  # by an editor, among what the sources state

    @property
    def source_count(self) -> int:
        return len({citation.document_id for citation in self.evidence})


@dataclass(frozen=True, slots=True)
class FactLine:
    label: str
    values: tuple[FactValue, ...]

    @property
    def has_rivals(self) -> bool:
        return any(value.is_rival for value in self.values)


# The film's fields that hold a fact's values, where they are not called like the fact.
FIELDS = {Fact.GENRE: "genres", Fact.COUNTRY: "countries"}
# The order in which a reader looks for them.
LINES: tuple[Fact | Job, ...] = (
    Job.DIRECTOR, Job.WRITER, Fact.TITLE, Fact.ORIGINAL_TITLE, Fact.BASED_ON, Job.AUTHOR, Fact.YEAR,
    Fact.RUNTIME_MINUTES, Fact.GENRE, Fact.COUNTRY, Fact.LANGUAGE, Job.PRODUCER, Job.CINEMATOGRAPHER,
    Job.EDITOR, Job.COMPOSER,
)  # fmt: skip


ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")


def fact_lines(film: Film) -> tuple[FactLine, ...]:
    """Return the lines that have a value, from a film of `film_at` with its credits.

    The title has one only where it is not said by the page's heading already.
    """
    told = ((line, _line(film, line)) for line in LINES)
    return tuple(
        shown for line, shown in told if shown.values and not (line is Fact.TITLE and _is_one_title(shown))
    )


def _line(film: Film, line: Fact | Job) -> FactLine:
    return _job_line(film, line) if isinstance(line, Job) else _fact_line(film, line)


def title_of(film: Film) -> FactValue | None:
    """Return the title with all its evidence, where sources agree on it but for its article."""
    line = _fact_line(film, Fact.TITLE)
    if not line.values or not _is_one_title(line):
        return None
    evidence = tuple(citation for value in line.values for citation in value.evidence)
    return replace(line.values[0], evidence=evidence)


def _is_one_title(line: FactLine) -> bool:
    return len({ARTICLE.sub("", fold(value.text)) for value in line.values}) == 1


def credit_value(credit: Credit) -> FactValue:
    """Return the person credited, or the name as it stands where it is not known who is meant."""
    url = credit.person.get_absolute_url() if credit.person else ""
    name = credit.person.name if credit.person else credit.credited_as
    return FactValue(name, url, tuple(given(credit, "citations")), is_by_editor=credit.is_edited)


def _job_line(film: Film, job: Job) -> FactLine:
    values = (credit_value(credit) for credit in given(film, "credits") if credit.job == job)
    return FactLine(JOB_LINES[job], tuple(values))


def _fact_line(film: Film, fact: Fact) -> FactLine:
    if fact == Fact.TITLE and film.is_title_provisional:
        return FactLine(FACT_LINES[fact], ())
    stated = [row for row in given(film, "statements") if row.fact == fact and row.rank != Rank.REJECTED]
    decided = list(_decided(film, fact, stated))
    names = {fold(value) for value, _ in decided}
    is_by_editor = film.origin == Origin.EDITED or FIELDS.get(fact, fact.value) in film.edited_fields
    values = [_decided_value(fact, value, url, stated, is_by_editor=is_by_editor) for value, url in decided]
    rivals = [_rival(fact, row) for row in stated if fold(row.value) not in names]
    rivals.sort(key=lambda value: -value.source_count)
    return FactLine(FACT_LINES[fact], (*values, *rivals))


def _decided(film: Film, fact: Fact, stated: list[Statement]) -> Iterator[tuple[str, str]]:
    """Yield the values that hold, each with the address of the films that share it."""
    films = address("film-list")
    if fact == Fact.GENRE:
        yield from ((genre.name, f"{films}?genre={genre.slug}") for genre in given(film, "genres"))
    elif fact == Fact.COUNTRY:
        yield from ((country.name, f"{films}?country={country.slug}") for country in given(film, "countries"))
    elif fact == Fact.LANGUAGE:
        yield from ((row.value, "") for row in stated)
    elif fact == Fact.YEAR and film.year:
        yield str(film.year), f"{films}?decade={film.year // 10 * 10}"
    elif value := getattr(film, fact.value):
        yield str(value), ""


def _decided_value(
    fact: Fact, value: str, url: str, stated: list[Statement], *, is_by_editor: bool
) -> FactValue:
    agreeing = [row for row in stated if fold(row.value) == fold(value)]
    evidence = tuple(citation for row in agreeing for citation in given(row, "citations"))
    is_chosen = any(row.rank == Rank.PREFERRED and "rank" in row.edited_fields for row in agreeing)
    return FactValue(fact_words(fact, value), url, evidence, is_by_editor=is_by_editor, is_chosen=is_chosen)


def _rival(fact: Fact, row: Statement) -> FactValue:
    return FactValue(fact_words(fact, row.value), "", tuple(given(row, "citations")), is_rival=True)


def fact_words(fact: str, value: str) -> str:
    """Return a value as pages word it: a running time with its unit."""
    return f"{value} min" if fact == Fact.RUNTIME_MINUTES else value
