"""What films share, as a batch of them is planned: people, places, genres, countries and addresses.

It is loaded once for the batch. What is planned for a film is noted here, so that those after it find
the same people and places as if it were written already.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db import connection

from films.folding import fold
from films.importing.slugs import Slugs, slug_of
from films.models import Country, Credit, Film, Genre, Person, PersonName, Place
from films.reconciliation.values import FilmCredit, ReconciledFilm

NAME_LENGTH = 200
WHO_MET = """
    WITH meant (id) AS (
        SELECT person_id FROM films_personname WHERE folded IN ({0})
        UNION SELECT id FROM films_person WHERE id IN ({1})
    ), work AS MATERIALIZED (
        SELECT person_id, film_id FROM films_credit WHERE person_id IN (SELECT id FROM meant)
    )
    SELECT DISTINCT person_id FROM work WHERE film_id IN (
        SELECT film_id FROM work GROUP BY film_id HAVING MIN(person_id) < MAX(person_id)
    )
"""


def folded_names(proposal: FilmCredit) -> frozenset[str]:
    return frozenset(filter(None, map(fold, (proposal.person, *proposal.names))))


def full_names(names: frozenset[str] | set[str]) -> frozenset[str]:
    """Leave out what may be many people's: a surname alone, where there is more.

    >>> sorted(full_names({"jo hale", "hale"})), sorted(full_names({"ludo"}))
    (['jo hale'], ['ludo'])
    """
    return frozenset(name for name in names if " " in name) or frozenset(names)


def film_slug(title: str, year: int | None) -> str:
    """Return how a film's address starts."""
    base = slug_of(title, "film")
    return f"{base}-{year}" if year else base


def label_of(model: type[Genre] | type[Country], text: str) -> str:
    """Return the name of a genre or a country as the column holds it."""
    return text[: model._meta.get_field("name").max_length].strip()


@dataclass(eq=False, slots=True)
class Acquaintance:
    """A person with all spellings of the name, and how each film credits the person."""

    person: Person
    number: int  # in the order in which people came
    spellings: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # folded
    credited: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))  # by film


@dataclass(slots=True)
class People:
    """The people whose names the films of a batch have, and with whom they worked.

    Of a name that many bear, those are left out who worked with nobody else of these: nothing ties them.
    """

    _known: dict[int, Acquaintance] = field(default_factory=dict)  # by the person's identity in memory
    _by_id: dict[int, Acquaintance] = field(default_factory=dict)
    _by_name: dict[str, list[Acquaintance]] = field(default_factory=lambda: defaultdict(list))
    _in_film: dict[int, list[Acquaintance]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls, names: Iterable[str], credits_: Iterable[Credit]) -> "People":
        """Load the people of these folded names, and those whom the films credit already."""
        people = cls()
        credited = {credit.person_id for credit in credits_ if credit.person_id}
        met = _who_met(frozenset(names), credited) | credited
        for person in Person.objects.filter(pk__in=met).order_by("pk") if met else ():
            people._by_id[person.pk] = people._meet(person)
        people._load_names(met)
        for person_id, film_id, text in _work_of(met):
            people._credit(people._by_id[person_id], film_id, text)
        for credit in credits_:
            if credit.person_id:
                credit.person = people._by_id[credit.person_id].person
        return people

    def _load_names(self, ids: Iterable[int]) -> None:
        rows = PersonName.objects.filter(person__in=ids).order_by("pk")
        for person_id, text, folded in rows.values_list("person_id", "text", "folded") if ids else ():
            self._name(self._by_id[person_id], text, folded)

    def _meet(self, person: Person) -> Acquaintance:
        return self._known.setdefault(id(person), Acquaintance(person, len(self._known)))

    def _name(self, known: Acquaintance, text: str, folded: str) -> None:
        known.spellings.add(text)
        if folded not in known.names:
            known.names.add(folded)
            self._by_name[folded].append(known)

    def _credit(self, known: Acquaintance, film: int, text: str) -> None:
        if film not in known.credited:
            self._in_film[film].append(known)
        known.credited[film].append(text)

    def spell(self, person: Person, text: str) -> bool:
        """Note a spelling of the person's name; false if it was known."""
        known = self._meet(person)
        if text in known.spellings:
            return False
        self._name(known, text, fold(text))
        return True

    def credit(self, film: Film, credits_: Iterable[Credit]) -> None:
        """Note whom the film credits from now on."""
        key = key_of(film)
        for known in self._in_film.pop(key, ()):
            del known.credited[key]
        for credit in credits_:
            if credit.person is not None:
                self._credit(self._meet(credit.person), key, credit.credited_as)

    def credited_elsewhere(self, person: Person, film: Film) -> Counter[str]:
        """Return how often other films credit the person by which spelling."""
        credited = self._meet(person).credited
        return Counter(text for key, texts in credited.items() if key != key_of(film) for text in texts)

    def by_coworkers(self, film: Film, wanted: Iterable[str], everyone: frozenset[str]) -> dict[str, Person]:
        """Return the people of these names who worked elsewhere with someone credited here, most often first.

        A name stands for two people where nobody links them.
        """
        wanted = frozenset(wanted)
        candidates = {id(known): known for name in wanted for known in self._by_name.get(name, ())}
        ranked = []
        for known in candidates.values():
            shared = len((self._coworkers(known, film) & everyone) - known.names)
            if shared:
                ranked.append((-shared, known.number, known.person, known.names & wanted))
        found: dict[str, Person] = {}
        for _, _, person, names in sorted(ranked, key=lambda entry: entry[:2]):
            for name in names:
                found.setdefault(name, person)
        return found

    def on_film(self, film: Film) -> Sequence[Acquaintance]:
        """Return whom the film credits, as it stands or as it is planned."""
        return self._in_film.get(key_of(film), ())

    def namesakes(self, known: Acquaintance) -> set[Acquaintance]:
        """Return who goes by one of the person's full names; the person, too."""
        full = full_names(known.names)
        others = (other for name in full for other in self._by_name.get(name, ()))
        return {known, *(other for other in others if full & full_names(other.names))}

    def _coworkers(self, known: Acquaintance, film: Film) -> set[str]:
        """Return the folded names of those who worked with someone on other films."""
        films = (key for key in known.credited if key != key_of(film))
        return {name for key in films for other in self._in_film[key] for name in other.names}


def _work_of(ids: Iterable[int]) -> list[tuple[int, int, str]]:
    """Return who of these is credited on which film, and by what name."""
    rows = Credit.objects.filter(person__in=ids).order_by()
    return list(rows.values_list("person_id", "film_id", "credited_as")) if ids else []


def _who_met(names: Collection[str], ids: Collection[int]) -> set[int]:
    """Return who worked on a film with another one, of those who go by these names or have these ids.

    Thousands may go by the names of a batch, and few of them met; the others are not fetched.
    """
    listed = (", ".join(["%s"] * len(values)) or "NULL" for values in (names, ids))
    with connection.cursor() as cursor:
        cursor.execute(WHO_MET.format(*listed), [*names, *ids])
        return {person_id for (person_id,) in cursor.fetchall()}


def key_of(film: Film) -> int:
    """Return what a film goes by here; one that is not written yet has no id."""
    return film.pk or -id(film)


@dataclass(slots=True)
class Shared:
    """All that the films of a batch share."""

    people: People
    places: dict[str, Place] = field(default_factory=dict)  # by folded name
    labels: dict[type[Genre] | type[Country], dict[str, Genre | Country]] = field(default_factory=dict)
    slugs: dict[type, Slugs] = field(default_factory=dict)

    @classmethod
    def load(cls, proposals: Sequence[ReconciledFilm], credits_: Sequence[Credit]) -> "Shared":
        """Load what these films may share; `credits_` are those that the store has of them."""
        names = {name for film in proposals for credit in film.credits for name in folded_names(credit)}
        shared = cls(People.load(names, credits_))
        shared._load_places({fold(place.name)[:NAME_LENGTH] for film in proposals for place in film.places})
        shared._load_labels(Genre, {text for film in proposals for text in film.genres})
        shared._load_labels(Country, {text for film in proposals for text in film.countries})
        shared._load_slugs(Film, (film_slug(film.title, film.year) for film in proposals))
        shared._load_slugs(Person, _bases((c.person for film in proposals for c in film.credits), "person"))
        new_places = (p.name for film in proposals for p in film.places if fold(p.name) not in shared.places)
        shared._load_slugs(Place, _bases(new_places, "place"))
        return shared

    def _load_places(self, folded: Iterable[str]) -> None:
        wanted = sorted(folded)
        for place in Place.objects.filter(folded__in=wanted) if wanted else ():
            self.places[place.folded] = place

    def _load_labels(self, model: type[Genre] | type[Country], texts: Iterable[str]) -> None:
        wanted = sorted({label_of(model, text) for text in texts})
        rows = model._default_manager.filter(name__in=wanted) if wanted else ()
        self.labels[model] = {row.name: row for row in rows}

    def _load_slugs(self, model: type, bases: Iterable[str]) -> None:
        self.slugs[model] = Slugs(model)
        self.slugs[model].look_up(bases)

    def free_slug(self, model: type, base: str) -> str:
        """Return a slug of `base` that no row has, nor any that is planned."""
        return self.slugs.setdefault(model, Slugs(model)).free(base)


def _bases(names: Iterable[str], fallback: str) -> Iterator[str]:
    """Yield how the address of each name starts."""
    return (slug_of(name[:NAME_LENGTH].rstrip(), fallback) for name in dict.fromkeys(names))
