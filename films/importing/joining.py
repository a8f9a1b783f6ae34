"""Two records of one person become one, once it shows that they have a film or a co-worker in common.

Whoever is credited where nothing ties the name to an older record gets a new one. A later film, or a later
document about one of the films, may tie the two. Names decide, not records: Ana Ruiz and Jo Hale, both of
them on one film and on another, are two people whichever records they have. So it does not matter in which
order the films came. The older record stays, and the other's address leads to it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from films.importing.addresses import forward
from films.importing.people import most_used
from films.importing.rows import Ledger, write_ledgers
from films.importing.shared import Acquaintance, People, key_of
from films.models import Credit, Film, Person, PersonName
from films.reconciliation.credits import are_generations
from films.search import relink_people
from films.vocabulary import Origin

Tie = tuple[Acquaintance, Acquaintance]


@dataclass(frozen=True, slots=True)
class Join:
    """The record `gone` is of the same person as the older one `into`, to be shown by `name`."""

    gone: Person
    into: Person
    name: str


def find_joins(people: People, films: Iterable[Film]) -> list[Join]:
    """Return whose records are to become one, as these films are planned; the older of two stays.

    A record that an editor touched is left as it is, and so is one whose credits an editor gave to it.
    """
    ties = [tie for film in films for tie in _ties(people, film)]
    if not ties:
        return []
    decided = _decided({known for tie in ties for known in tie})
    root: dict[Acquaintance, Acquaintance] = {}

    def root_of(known: Acquaintance) -> Acquaintance:
        while known in root:
            known = root[known]
        return known

    for tie in ties:
        if not decided.intersection(tie):
            older, younger = sorted(map(root_of, tie), key=lambda known: known.number)
            if older is not younger:
                root[younger] = older
    gone = sorted(root, key=lambda known: known.number)
    return _joins([(known, root_of(known)) for known in gone])


def _joins(pairs: Sequence[Tie]) -> list[Join]:
    spelt: dict[Acquaintance, Counter[str]] = {into: _spellings(into) for _, into in pairs}
    for gone, into in pairs:
        spelt[into] += _spellings(gone)
    return [Join(gone.person, into.person, most_used(spelt[into])) for gone, into in pairs]


def _spellings(known: Acquaintance) -> Counter[str]:
    return Counter(text for texts in known.credited.values() for text in texts)


def _ties(people: People, film: Film) -> Iterator[Tie]:
    """Yield who on this film has a namesake who worked on it, too, or with one of the others elsewhere."""
    own = key_of(film)
    met: dict[int, list[Tie]] = defaultdict(list)  # by the film on which the second of each pair worked
    for known in people.on_film(film):
        for other in people.namesakes(known):
            if not are_generations(known.names, other.names):
                for key in other.credited:
                    met[key].append((known, other))
    for key, pairs in met.items():
        for known, other in pairs:
            tie = known, other
            if known is not other and (key == own or any(_are_others(mates, tie) for mates in pairs)):
                yield tie


def _are_others(mates: Tie, tie: Tie) -> bool:
    """Whether the pair are co-workers of the tied: other people, of another name."""
    (mate, twin), (known, other) = mates, tie
    return mate is not known and twin is not other and mate.names.isdisjoint(known.names)


def _decided(known: Collection[Acquaintance]) -> set[Acquaintance]:
    """Return those about whom an editor decided something: their record, a spelling, who has which credit."""
    stored = {one.person.pk: one for one in known if one.person.pk}
    untouched = {"origin": Origin.EXTRACTED, "edited_fields": []}
    found = {one for one in known if one.person.is_edited}
    for rows in (Credit.objects.filter(person__in=stored), PersonName.objects.filter(person__in=stored)):
        for row in rows.exclude(**untouched).only("person", "origin", "edited_fields").order_by():
            if row.origin == Origin.EDITED or isinstance(row, PersonName) or "person" in row.edited_fields:
                found.add(stored[row.person_id or 0])
    return found


def join_people(joins: Sequence[Join]) -> Ledger:
    """Give the credits and the spellings of each record that goes to the one that stays; it is written."""
    ledger = Ledger()
    if not joins:
        return ledger
    into = {join.gone.pk: join.into for join in joins}
    films = _move_credits(ledger, into)
    _move_names(ledger, into)
    for join in joins:
        ledger.change(join.into, name=join.name)
        ledger.drop(join.gone)
    write_ledgers([ledger])
    for join in joins:
        forward(Person(slug=join.gone.slug).get_absolute_url(), join.into.get_absolute_url())
    relink_people(films, {pk: person.pk for pk, person in into.items()})
    return ledger


def _move_credits(ledger: Ledger, into: Mapping[int, Person]) -> set[int]:
    """Give the credits to those who stay; return the films that they are of."""
    films = set()
    for credit in Credit.objects.filter(person__in=into).select_related("person").order_by("pk"):
        films.add(credit.film_id)
        ledger.change(credit, person=into[credit.person_id or 0])
    return films


def _move_names(ledger: Ledger, into: Mapping[int, Person]) -> None:
    """Give on the spellings; of those that both have, one goes with the record."""
    stay = {person.pk for person in into.values()}
    has = set(PersonName.objects.filter(person__in=stay).order_by().values_list("person", "text"))
    for name in PersonName.objects.filter(person__in=into).order_by("pk"):
        person = into[name.person_id]
        if (person.pk, name.text) not in has:
            has.add((person.pk, name.text))
            ledger.change(name, person=person)
