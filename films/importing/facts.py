"""What documents state of the film, and what is decided among it."""

from collections.abc import Iterable, Sequence
from typing import Any

from films.importing.matching import match_stated
from films.importing.plan import Plan, places
from films.importing.shared import label_of
from films.importing.slugs import slug_of
from films.models import Country, Film, Genre, Statement
from films.models.facts import SCALARS, as_value, is_readable, within_bounds
from films.models.insertion import new_row
from films.reconciliation.values import FilmStatement, ReconciledFilm
from films.vocabulary import Fact, Rank

SLUG_LENGTH = 50


def plan_statements(plan: Plan, proposals: Sequence[FilmStatement]) -> None:
    """Bring the statements in line with what documents state."""
    proposals = [proposal for proposal in proposals if places(proposal.evidence) and proposal.value]
    rows = plan.stored.statements
    matched = match_stated(
        proposals,
        rows,
        is_exact=lambda proposal, row: _states(row, proposal),
        is_edited=lambda proposal, row: _restates(plan, row, proposal),
    )
    # Where an editor prefers a value, the ranks stand as they are.
    chosen = {row.fact for row in rows if _is_chosen(row) and Fact(row.fact) in SCALARS}
    for number, proposal in enumerate(proposals):
        rank = proposal.rank.value
        if number in matched:
            row = rows[matched[number]]
            plan.ledger.change(row, value=proposal.value)
            if proposal.fact not in chosen:
                plan.ledger.change(row, rank=rank)
        elif plan.removed.statement(proposal.fact, proposal.value):
            continue
        else:
            rank = Rank.NORMAL.value if proposal.fact in chosen else rank
            row = plan.ledger.add(
                new_row(Statement, film=plan.film, fact=proposal.fact.value, value=proposal.value, rank=rank)
            )
        plan.cite("statement", row, places(proposal.evidence))
    kept = set(matched.values())
    plan.drop_all(row for number, row in enumerate(rows) if number not in kept)


def _states(row: Statement, proposal: FilmStatement) -> bool:
    return row.fact == proposal.fact and row.value == proposal.value[:250].rstrip()


def _restates(plan: Plan, row: Statement, proposal: FilmStatement) -> bool:
    is_restated = row.fact == proposal.fact and "value" in row.edited_fields
    return is_restated and bool(plan.stored.evidence_of("statement", row) & places(proposal.evidence).keys())


def decided_values(plan: Plan, proposal: ReconciledFilm) -> dict[str, Any]:
    """Return the film's fields; where editors ranked rival values, theirs wins."""
    values: dict[str, Any] = {
        "title": proposal.title,
        "is_title_provisional": proposal.is_title_provisional,
        "original_title": proposal.original_title,
        "year": within_bounds("year", proposal.year),
        "runtime_minutes": within_bounds("runtime_minutes", proposal.runtime_minutes),
        "based_on": proposal.based_on,
    }
    for fact, name in SCALARS.items():
        chosen = chosen_by_editors(plan.stored.statements, fact, str(values[name] or ""))
        if chosen is not None:
            values[name] = as_value(name, chosen)
    if any(row.fact == Fact.TITLE and _is_chosen(row) for row in plan.stored.statements):
        values["is_title_provisional"] = False
    return values


def chosen_by_editors(statements: Iterable[Statement], fact: Fact, proposed: str) -> str | None:
    """Return the value that an editor preferred, or another one where an editor rejected the proposed.

    What cannot be read, as the year "soon", gives a film nothing and takes nothing from it.
    """
    rivals = [row for row in statements if row.fact == fact and is_readable(fact, row.value)]
    chosen = next((row.value for row in rivals if _is_chosen(row)), None)
    if chosen is not None:
        return chosen
    if proposed not in rejected_by_editors(rivals, fact):
        return None
    return next(
        (row.value for row in rivals if row.rank != Rank.REJECTED), "" if fact != Fact.TITLE else None
    )


def rejected_by_editors(statements: Iterable[Statement], fact: Fact) -> set[str]:
    """Return the values of the fact that an editor does not want to be shown."""
    rejected = (row for row in statements if row.fact == fact and row.rank == Rank.REJECTED)
    return {row.value for row in rejected if row.is_edited}


def _is_chosen(row: Statement) -> bool:
    return row.rank == Rank.PREFERRED and row.is_edited


def plan_film_fields(plan: Plan, proposal: ReconciledFilm) -> None:
    """Give the film what is decided; a title that an editor gave is not provisional."""
    values = decided_values(plan, proposal)
    if "title" in plan.film.edited_fields:
        del values["is_title_provisional"]
    plan.ledger.change(plan.film, **values)
    _plan_labels(plan, "genre", Genre, _kept(plan, Fact.GENRE, proposal.genres))
    _plan_labels(plan, "country", Country, _kept(plan, Fact.COUNTRY, proposal.countries))


def _kept(plan: Plan, fact: Fact, wanted: Sequence[str]) -> list[str]:
    rejected = rejected_by_editors(plan.stored.statements, fact)
    return [text for text in wanted if text not in rejected]


def _plan_labels(plan: Plan, name: str, model: type[Genre] | type[Country], wanted: Sequence[str]) -> None:
    """Link the film with its genres or countries; those that are new get a row."""
    field = model._meta.verbose_name_plural
    if field in plan.film.edited_fields:
        return
    through = getattr(Film, str(field)).through
    texts = list(dict.fromkeys(label_of(model, text) for text in wanted if text.strip()))
    links = {getattr(link, name).name: link for link in getattr(plan.stored, str(field))}
    missing = [text for text in texts if text not in links]
    known = plan.shared.labels[model]
    for text in missing:
        if text not in known:
            slug = plan.shared.free_slug(model, slug_of(text, name)[:SLUG_LENGTH])
            known[text] = plan.ledger.add(model(name=text, slug=slug))
    for text in missing:
        plan.ledger.add(new_row(through, film=plan.film, **{name: known[text]}))
    plan.drop_all(link for text, link in links.items() if text not in texts)
