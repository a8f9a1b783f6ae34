"""Where the story plays. A place is one row for all films, known by its folded name."""

from collections.abc import Sequence

from films.folding import fold
from films.importing.plan import Plan, places
from films.importing.shared import NAME_LENGTH
from films.importing.slugs import slug_of
from films.models import Place, Setting
from films.reconciliation.values import FilmPlace


def plan_settings(plan: Plan, proposals: Sequence[FilmPlace]) -> dict[str, Place]:
    """Bring the film's places in line with the proposals; return the place of each folded name."""
    wanted = _wanted(plan, proposals)
    has = {setting.place.folded: setting for setting in plan.stored.settings}
    known = {folded: setting.place for folded, setting in has.items()}
    known |= _places(plan, {folded: wanted[folded][0].name for folded in wanted if folded not in known})
    for folded, same in wanted.items():
        row = has.get(folded)
        if row is None:
            row = plan.ledger.add(Setting(film=plan.film, place=known[folded]))
        plan.cite("setting", row, places(entry for place in same for entry in place.mentions))
    plan.drop_all(setting for folded, setting in has.items() if folded not in wanted)
    return {folded: known[folded] for folded in wanted} | {
        folded: setting.place for folded, setting in has.items() if setting.is_edited
    }


def _wanted(plan: Plan, proposals: Sequence[FilmPlace]) -> dict[str, list[FilmPlace]]:
    """Return the proposals that have evidence and that no editor removed, by folded name."""
    wanted: dict[str, list[FilmPlace]] = {}
    for proposal in proposals:
        folded = fold(proposal.name)[:NAME_LENGTH]
        if folded and places(proposal.mentions) and not plan.removed.setting(folded):
            wanted.setdefault(folded, []).append(proposal)
    return wanted


def _places(plan: Plan, names: dict[str, str]) -> dict[str, Place]:
    """Return a place for each folded name; those that are new get a row."""
    known = plan.shared.places
    for folded, name in names.items():
        if folded not in known:
            slug = plan.shared.free_slug(Place, slug_of(name[:NAME_LENGTH].rstrip(), "place"))
            known[folded] = plan.ledger.add(Place(name=name, folded=folded, slug=slug))
    return {folded: known[folded] for folded in names}
