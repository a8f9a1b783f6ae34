"""Who worked on the film, and whom they play.

People are never joined by name alone: a credit is given to a person of its name who is already on
this film, or who worked elsewhere with someone credited here. Anyone else is a new person.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from films.folding import fold
from films.importing.matching import pair_up, scored_pairs
from films.importing.plan import CastRows, Plan, places
from films.importing.removals import Identity
from films.importing.shared import NAME_LENGTH, folded_names, full_names
from films.importing.slugs import slug_of
from films.importing.stored import Place
from films.models import Character, Credit, Person, PersonName, Portrayal
from films.models.insertion import new_row
from films.reconciliation.values import FilmCredit
from films.vocabulary import MentionKind

NAME_WEIGHT, PLACE_WEIGHT = 3, 1
LAST_BILLING = 32_767


def plan_credits(plan: Plan, cast: CastRows, proposals: Sequence[FilmCredit]) -> None:
    """Bring credits, the people behind them and the parts they play in line with the proposals."""
    proposals = _distinct(proposals)
    rows = _matched(plan, proposals)
    credited: dict[int, Credit] = {}
    for number, proposal in enumerate(proposals):
        row = rows.get(number)
        if row is None:
            if plan.removed.credit(proposal.job, folded_names(proposal)):
                continue
            row = plan.ledger.add(new_row(Credit, film=plan.film, job=proposal.job.value))
        credited[number] = row
        _plan_credit(plan, row, proposal)
    standing = [(credited[number], proposals[number]) for number in credited]
    _plan_people(plan, standing)
    plan_portrayals(plan, cast, standing)
    kept = {id(row) for row in credited.values()}
    played = {id(row.credit) for row in plan.stored.portrayals if row.is_edited}
    plan.drop_all(row for row in plan.stored.credits if id(row) not in kept | played)


def _distinct(proposals: Sequence[FilmCredit]) -> list[FilmCredit]:
    """Return the proposals that have evidence, one for each job and name."""
    by_name: dict[tuple[str, str], FilmCredit] = {}
    for proposal in proposals:
        if places(proposal.evidence) and proposal.person.strip():
            by_name.setdefault((proposal.job, proposal.person[:NAME_LENGTH].rstrip()), proposal)
    return list(by_name.values())


def _matched(plan: Plan, proposals: Sequence[FilmCredit]) -> dict[int, Credit]:
    """Return the row of each proposal that has one, of the same job with a name or the place in common."""
    rows = plan.stored.credits
    signs: list[set[object]] = []
    for row in rows:
        own: set[object] = {(row.job, fold(row.credited_as))}
        if "credited_as" in row.edited_fields:
            own |= {(row.job, place) for place in plan.stored.evidence_of("credit", row)}
        signs.append(own)
    weights: list[dict[object, int]] = []
    for proposal in proposals:
        own_weights: dict[object, int] = {
            (proposal.job, name): NAME_WEIGHT for name in folded_names(proposal)
        }
        own_weights |= {(proposal.job, place): PLACE_WEIGHT for place in places(proposal.evidence)}
        weights.append(own_weights)
    return {number: rows[i] for number, i in pair_up(scored_pairs(weights, signs)).items()}


def _plan_credit(plan: Plan, row: Credit, proposal: FilmCredit) -> None:
    billing = proposal.billing if proposal.billing and 0 < proposal.billing <= LAST_BILLING else None
    plan.ledger.change(row, billing=billing, role=proposal.role)
    name = proposal.person[:NAME_LENGTH].rstrip()
    others = (other for other in plan.stored.credits if other is not row and other.job == row.job)
    if name not in {other.credited_as for other in others}:
        plan.ledger.change(row, credited_as=name)
    plan.cite("credit", row, places(proposal.evidence))


@dataclass(frozen=True, slots=True)
class Part:
    """A credit plays a character, with the places that say so."""

    credit: Credit
    character: Character
    places: dict[Place, MentionKind | None]


def plan_portrayals(plan: Plan, cast: CastRows, credited: Sequence[tuple[Credit, FilmCredit]]) -> None:
    """Bring who plays whom in line with the proposals."""
    has = {(id(row.credit), id(row.character)): row for row in plan.stored.portrayals}
    parts = _parts(cast, credited)
    for pair, part in parts.items():
        row = has.get(pair) or _added_portrayal(plan, cast, part)
        if row is not None:
            plan.cite("portrayal", row, part.places)
    plan.drop_all(row for pair, row in has.items() if pair not in parts)


def _parts(cast: CastRows, credited: Sequence[tuple[Credit, FilmCredit]]) -> dict[tuple[int, int], Part]:
    parts: dict[tuple[int, int], Part] = {}
    for credit, proposal in credited:
        for portrayal in proposal.portrayals:
            character = cast.by_key.get(portrayal.character)
            if character is not None:
                part = parts.setdefault((id(credit), id(character)), Part(credit, character, {}))
                part.places.update(places(portrayal.evidence or proposal.evidence))
    return parts


def _added_portrayal(plan: Plan, cast: CastRows, part: Part) -> Portrayal | None:
    credit = Identity(part.credit.pk, frozenset({fold(part.credit.credited_as)}))
    character = Identity(part.character.pk, cast.names.get(id(part.character), frozenset()))
    if plan.removed.portrayal(credit, character):
        return None
    return plan.ledger.add(Portrayal(credit=part.credit, character=part.character))


def _plan_people(plan: Plan, credited: Sequence[tuple[Credit, FilmCredit]]) -> None:
    """Find or make the person behind each credit, and keep the spellings of the names."""
    known: dict[str, Person] = {}  # by folded name, those on this film
    for row, proposal in credited:
        if row.person is not None:
            known |= dict.fromkeys(folded_names(proposal) | {fold(row.person.name)}, row.person)
    lacking = [
        (row, proposal)
        for row, proposal in credited
        if row.person is None and "person" not in row.edited_fields
    ]
    wanted = {name for _, proposal in lacking for name in full_names(folded_names(proposal))} - known.keys()
    if wanted:
        everyone = frozenset(name for _, proposal in credited for name in folded_names(proposal))
        known |= plan.shared.people.by_coworkers(plan.film, wanted, everyone)
    for person in _give_people(plan, lacking, known):
        person.slug = plan.shared.free_slug(Person, slug_of(person.name, "person"))
        plan.ledger.add(person)
    _plan_spellings(plan, credited)
    _plan_shown_names(plan, credited)
    plan.shared.people.credit(plan.film, (row for row, _ in credited))


def _give_people(
    plan: Plan, lacking: Sequence[tuple[Credit, FilmCredit]], known: dict[str, Person]
) -> list[Person]:
    """Give each credit a person; return those who are new."""
    new = []
    for row, proposal in lacking:
        names = sorted(folded_names(proposal))
        person = next((known[name] for name in names if name in known), None)
        if person is None:
            # Most have this film alone; the others are counted when they are indexed.
            person = new_row(Person, name=proposal.person[:NAME_LENGTH].rstrip(), film_count=1)
            new.append(person)
        known |= dict.fromkeys(names, person)
        plan.ledger.change(row, person=person)
    return new


def _plan_spellings(plan: Plan, credited: Sequence[tuple[Credit, FilmCredit]]) -> None:
    """Keep every spelling of a person's name; other films may have given some, so none is dropped."""
    for row, proposal in credited:
        person = row.person
        if person is None or "names" in person.edited_fields:
            continue
        for text in (name[:NAME_LENGTH].rstrip() for name in (proposal.person, *proposal.names)):
            if text and plan.shared.people.spell(person, text):
                plan.ledger.add(new_row(PersonName, person=person, text=text, folded=fold(text)))


def _plan_shown_names(plan: Plan, credited: Sequence[tuple[Credit, FilmCredit]]) -> None:
    """Show each person by the spelling credited most often, whichever film came first."""
    used: dict[int, Counter[str]] = {}
    people = {id(row.person): row.person for row, _ in credited if row.person is not None}
    for identity, person in people.items():
        used[identity] = plan.shared.people.credited_elsewhere(person, plan.film)
    for row, _ in credited:
        if row.person is not None:
            used[id(row.person)][row.credited_as] += 1
    for identity, spellings in used.items():
        plan.ledger.change(people[identity], name=most_used(spellings))


def most_used(spellings: Mapping[str, int]) -> str:
    """Return the spelling used most; of equals the one with more accents, then the longer.

    >>> most_used({"Zoe Lind": 1, "Zoë Lind": 1})
    'Zoë Lind'
    """
    return max(spellings, key=lambda text: (spellings[text], sum(c > "\x7f" for c in text), len(text), text))
