"""Rows of films that nobody made, in the proportions of an import of the corpora.

Most films have a head alone: title, year, cast, genres. Some have a plot, and with it characters,
relationships, places and events, each with the sentence that says so. A few people have 200 credits,
whatever the number of films.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from benchmarks.generated_columns import CITED
from benchmarks.generated_words import MARK, drawn, made_names, vocabulary
from films.folding import fold
from films.vocabulary import (
    CharacterKind,
    DocumentFormat,
    Fact,
    Job,
    MentionKind,
    NameKind,
    Origin,
    PassageKind,
    Rank,
    RelationshipKind,
    Role,
)

FIRST_ADDED = datetime(2026, 1, 1)  # noqa: DTZ001 -- as it stands in a row, in UTC
GENRES, COUNTRIES = 41, 60
GOLDEN = 0.618033988749895  # its multiples lie evenly between whole numbers
NEW_PERSON = 0.5  # of credits; the others go to people who have some already, the more the likelier
STUDIOS, FILMS_OF_STUDIO = 30, 100  # a studio's head has two jobs on each of its films
EVENTS = (2, 9, 14, 18, 21, 24, 27, 32, 40, 65)  # of a plot, each as often as the others
RELATIONSHIP_KINDS = tuple(RelationshipKind)
ROLES = (Role.AGENT, Role.AGENT, Role.PATIENT)
DESCRIPTIONS = ("a {}", "the {}", "the {}'s men", "the {} people")
Row = tuple[Any, ...]


@dataclass(eq=False)
class Named:
    """A row with its name, where it is named in a document, and from when on it is known."""

    pk: int
    name: str
    kind: str = ""
    known_from: int = 0
    mentions: list[tuple[int, int]] = field(default_factory=list)


def studio_films(films: int) -> range:
    """Return the ids of films that a studio's head worked on; they lie all over the base."""
    stride = max(films // (STUDIOS * FILMS_OF_STUDIO), 1)
    return range(stride, min(films, STUDIOS * FILMS_OF_STUDIO * stride) + 1, stride)


class Made:
    """Makes films one after the other; `rows` collects what belongs to them, by the model's name."""

    def __init__(self, films: int, *, plots: float, seed: int = 1, texts: Path | None = None) -> None:
        self.made_up = made_up = random.Random(seed)  # noqa: S311 -- the same films every time
        self.films, self.plots = films, plots
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.ids: dict[str, int] = defaultdict(int)
        self.credited: list[int] = []  # the person of each credit
        self.people: list[str] = []
        words = vocabulary(made_up, texts)
        self.words = drawn(made_up, words)
        self.first_names = drawn(made_up, made_names(made_up, 1_500), 0.8)
        self.last_names = drawn(made_up, [name + MARK for name in made_names(made_up, 12_000)], 0.7)
        self.genres = drawn(made_up, list(enumerate(made_names(made_up, GENRES), 1)))
        self.countries = drawn(made_up, list(enumerate(made_names(made_up, COUNTRIES), 1)), 1.5)
        names = made_names(made_up, max(20, round(films * plots * 0.25)))
        self.places = drawn(made_up, [Named(pk, name) for pk, name in enumerate(names, 1)], 0.9)
        self._vocabularies(names)
        self.of_studios = studio_films(films)
        self.heads: dict[int, int] = {}

    def _vocabularies(self, places: Sequence[str]) -> None:
        genres = dict(islice(self.genres, 5_000))
        countries = dict(islice(self.countries, 20_000))
        self.rows["Genre"] = [(pk, name, name.lower()) for pk, name in sorted(genres.items())]
        self.rows["Country"] = [(pk, name, name.lower()) for pk, name in sorted(countries.items())]
        self.rows["Place"] = [
            (pk, Origin.EXTRACTED, name, slugify(name), fold(name)) for pk, name in enumerate(places, 1)
        ]

    def batches(self, size: int = 2_000) -> Iterator[dict[str, list[Row]]]:
        """Yield the rows of so many films at a time."""
        for number in range(1, self.films + 1):
            self._film(number)
            if number % size == 0 or number == self.films:
                yield self.rows
                self.rows = defaultdict(list)

    def _id(self, table: str) -> int:
        self.ids[table] += 1
        return self.ids[table]

    def _add(self, table: str, *values: Any) -> int:
        pk = self._id(table)
        self.rows[table].append((pk, *values))
        return pk

    def _curated(self, table: str, *values: Any) -> int:
        return self._add(table, Origin.EXTRACTED, *values)

    # --- a film and its head ------------------------------------------------------------------

    def _film(self, number: int) -> None:
        made_up = self.made_up
        has_plot = number * GOLDEN % 1 < self.plots
        title = " ".join(islice(self.words, made_up.choice((1, 2, 2, 3)))).title()
        title += f" {next(self.last_names)}" if made_up.random() < 0.5 else ""
        year = made_up.choices((None, made_up.randint(1900, 2026)), (1, 99))[0]
        head = Head(number, title, year)
        head.line("Title", title, ("statement", self._stated(number, Fact.TITLE, title)))
        if year:
            head.line("Year", str(year), ("statement", self._stated(number, Fact.YEAR, str(year))))
        self._kinds(head)
        cast = self._credits(head)
        characters = events = 0
        if has_plot:
            characters, events = Plot(self, head, cast).write()
        self._documents(head)
        added = FIRST_ADDED + timedelta(seconds=number)
        slug = f"{slugify(title)}-{number}{MARK}"
        counts = (head.documents, events, characters)
        self.rows["Film"].append((number, Origin.EXTRACTED, title, slug, year, *counts, str(added)))

    def _stated(self, film: int, fact: Fact, value: str) -> int:
        return self._curated("Statement", film, fact, value, Rank.PREFERRED)

    def _kinds(self, head: "Head") -> None:
        genres = dict(islice(self.genres, self.made_up.choice((1, 1, 2, 3))))
        countries = dict(islice(self.countries, self.made_up.choice((0, 1, 1, 1))))
        for name in genres.values():
            head.line("Genre", name, ("statement", self._stated(head.film, Fact.GENRE, name)))
        for name in countries.values():
            head.line("Country", name, ("statement", self._stated(head.film, Fact.COUNTRY, name)))
        for pk in genres:
            self._add("Film_genres", head.film, pk)
        for pk in countries:
            self._add("Film_countries", head.film, pk)

    def _credits(self, head: "Head") -> list[tuple[int, str]]:
        """Write who made the film and who plays in it; return the credits of the cast."""
        wanted = [Job.DIRECTOR, *([Job.CAST] * self.made_up.choice((1, 2, 2, 3, 3, 5)))]
        people = [self._person() for _ in wanted]
        if (studio := self._studio(head.film)) is not None:
            other_job = Job.WRITER if head.film // self.of_studios.step // STUDIOS % 3 else Job.CAST
            wanted, people = [*wanted, Job.PRODUCER, other_job], [*people, studio, studio]
        cast, seen, billing = [], set(), 0
        for job, person in zip(wanted, people, strict=True):
            name = self.people[person - 1]
            if (job, name) in seen:
                continue
            seen.add((job, name))
            if person != studio:  # who has as many credits in a base of any size
                self.credited.append(person)
            billing += job == Job.CAST
            place = billing if job == Job.CAST else None
            credit = self._curated("Credit", head.film, person, job, name, place)
            head.line(job.value.title(), name, ("credit", credit))
            if job == Job.CAST:
                cast.append((credit, name))
        return cast

    def _person(self) -> int:
        if self.credited and self.made_up.random() > NEW_PERSON:
            return self.made_up.choice(self.credited)
        return self._new_person()

    def _new_person(self) -> int:
        name = f"{next(self.first_names)} {next(self.last_names)}"
        pk = self._curated("Person", name, f"{slugify(name)}-{len(self.people) + 1}{MARK}")
        self._curated("PersonName", pk, name, fold(name))
        self.people.append(name)
        return pk

    def _studio(self, film: int) -> int | None:
        """Return the head of the film's studio, if it has one."""
        if film not in self.of_studios:
            return None
        studio = film // self.of_studios.step % max(len(self.of_studios) // FILMS_OF_STUDIO, 1)
        if studio not in self.heads:
            self.heads[studio] = self._new_person()
        return self.heads[studio]

    def _documents(self, head: "Head") -> None:
        for copy in range(1 + (head.film % 20 == 0)):
            name = f"films-{copy}.csv#{head.film}{MARK}"
            text = head.text if copy == 0 else head.text[: head.head_end]
            pk = self._add(
                "SourceDocument",
                head.film,
                name,
                text,
                sha256(name.encode()).hexdigest()[: -len(MARK)] + MARK,
                DocumentFormat.HEADER,
                json.dumps(head.bounds if copy == 0 else []),
                str(FIRST_ADDED),
            )
            head.documents += 1
            self._cite(head, pk, is_whole=copy == 0)

    def _cite(self, head: "Head", document: int, *, is_whole: bool) -> None:
        for kind, row, mention, start, end in head.citations:
            if is_whole or end <= head.head_end:
                cited = tuple(row if kind == one else None for one in CITED)
                self._add("Citation", document, start, end, mention, *cited)
        if is_whole and head.telling:
            self.rows["Telling"].append((head.telling, document, PassageKind.SYNOPSIS, "Plot", *head.told))


@dataclass
class Head:
    """A film's document while it is written, with what is cited of it."""

    film: int
    title: str
    year: int | None
    text: str = ""
    head_end: int = 0
    documents: int = 0
    telling: int = 0
    told: tuple[int, int] = (0, 0)
    bounds: list[list[int]] = field(default_factory=list)
    citations: list[tuple[str, int, str, int, int]] = field(default_factory=list)

    def line(self, key: str, value: str, *cited: tuple[str, int]) -> None:
        start = len(self.text) + len(key) + 2
        self.text += f"{key}: {value}\n"
        self.head_end = len(self.text)
        for kind, row in cited:
            self.citations.append((kind, row, "", start, start + len(value)))


class Plot:
    """The plot of one film: sentences of one or two events, and what they tell."""

    def __init__(self, made: Made, head: Head, cast: Sequence[tuple[int, str]]) -> None:
        self.made, self.head, self.cast = made, head, cast
        self.made_up = made.made_up
        self.events = self.made_up.choice(EVENTS)
        self.characters = [self._character() for _ in range(2 + self.events * 2 // 5)]
        self.shares = [1 / (rank + 2) for rank in range(len(self.characters))]
        self.settings: dict[int, Named] = {}

    def _character(self) -> Named:
        pk = self.made._id("Character")
        if self.made_up.random() < 0.5:
            return Named(pk, f"{next(self.made.first_names)} {next(self.made.last_names)}", NameKind.FULL)
        return Named(
            pk, self.made_up.choice(DESCRIPTIONS).format(next(self.made.words)), NameKind.DESCRIPTION
        )

    def write(self) -> tuple[int, int]:
        """Write the rows; return the numbers of characters and events."""
        head = self.head
        head.telling = self.made._id("Telling")
        head.text += "\nPlot:\n"
        start, order = len(head.text), 0
        while order < self.events:
            order = self._sentence(order)
        head.told = (start, len(head.text))
        known = [self._row_of(one) for one in self.characters]
        self._portrayals()
        self._relationships()
        return sum(known), self.events

    def _sentence(self, order: int) -> int:
        """Write a sentence and its events; return how many there are now."""
        place = next(self.made.places) if self.made_up.random() < 0.06 else None
        count = min(self.made_up.choice((1, 2, 2, 3)), self.events - order)
        start = len(self.head.text)
        clauses = [self._clause(self.head, at) for at in range(count)]
        ending = f" in {place.name}.\n" if place else ".\n"
        end = len(self.head.text) + len(ending) - 1
        if place:
            self._setting(place, len(self.head.text) + 4, order + 1)
        self.head.text += ending
        self.head.bounds.append([start, end])
        for clause in clauses:
            order += 1
            self._event(clause, order, (start, end), place)
        return order

    def _clause(self, head: Head, at: int) -> tuple[str, tuple[int, int], list[Named]]:
        """Write who does what to whom; return it with the place of its verb and who takes part."""
        count = self.made_up.choice((1, 1, 2, 2))
        who = list(dict.fromkeys(self.made_up.choices(self.characters, self.shares, k=count)))
        head.text += " and " if at else ""
        start = len(head.text)
        self._named(who[0])
        trigger = (len(head.text) + 1, len(head.text) + 1 + len(verb := next(self.made.words)))
        head.text += f" {verb} the {' '.join(islice(self.made.words, self.made_up.choice((1, 2, 3))))}"
        if len(who) > 1:
            head.text += " of "
            self._named(who[1])
        return head.text[start:], trigger, who

    def _named(self, one: Named) -> None:
        start = len(self.head.text)
        self.head.text += one.name
        one.mentions.append((start, start + len(one.name)))

    def _setting(self, place: Named, start: int, order: int) -> None:
        if place.pk not in self.settings:
            pk = self.made._curated("Setting", self.head.film, place.pk, order)
            self.settings[place.pk] = Named(pk, place.name)
        row = self.settings[place.pk]
        self.head.citations.append(("setting", row.pk, "", start, start + len(place.name)))

    def _event(
        self, clause: tuple[str, tuple[int, int], list[Named]], order: int, sentence: tuple[int, int],
        place: Named | None,
    ) -> None:  # fmt: skip
        words, trigger, who = clause
        made, summary = self.made, f"{words}."
        where = (place.pk, place.name) if place else (None, "")
        time = "that night" if self.made_up.random() < 0.05 else ""
        event = made._curated("PlotEvent", self.head.film, f"e{order}", order, summary, *where, time)
        verb = self.head.text[slice(*trigger)]
        mention = made._curated("EventMention", event, self.head.telling, *sentence, *trigger, verb, summary)
        for one, role in zip(who, ROLES[1:], strict=False):
            one.known_from = one.known_from or order
            made._curated("Participation", event, one.pk, role)
            made._add("MentionParticipant", mention, one.pk, role)

    def _row_of(self, one: Named) -> bool:
        """Write the character, if the plot names it."""
        if not one.mentions:
            return False
        is_named = one.kind == NameKind.FULL
        kind = CharacterKind.GROUP if one.name.endswith(("men", "people")) else CharacterKind.PERSON
        gender = self.made_up.choice(("f", "m", "m")) if is_named else ""
        slug = f"{slugify(one.name)}-{one.pk}"
        known = (len(one.mentions), one.known_from)
        self.made.rows["Character"].append(
            (one.pk, Origin.EXTRACTED, self.head.film, one.name, slug, is_named, kind, gender, *known)
        )
        self._names_of(one)
        mention = MentionKind.PROPER if is_named else MentionKind.NOMINAL
        self.head.citations += [("character", one.pk, mention, *span) for span in one.mentions]
        return True

    def _names_of(self, one: Named) -> None:
        names = {one.name: one.kind}
        if one.kind == NameKind.FULL:
            first, last = one.name.split()
            names |= {first: NameKind.FIRST, last: NameKind.LAST}
        for text, kind in names.items():
            self.made._curated("CharacterName", one.pk, text, fold(text), kind, one.known_from)

    def _portrayals(self) -> None:
        named = [one for one in self.characters if one.kind == NameKind.FULL and one.mentions]
        for (credit, name), one in zip(self.cast, named, strict=False):
            pk = self.made._curated("Portrayal", credit, one.pk, one.known_from)
            at = self.head.text.find(name)
            self.head.citations.append(("portrayal", pk, "", at, at + len(name)))

    def _relationships(self) -> None:
        told = [one for one in self.characters if one.mentions]
        for subject, other in zip(told[::3], told[1::3], strict=False):
            kind = self.made_up.choice(RELATIONSHIP_KINDS)
            known_from = max(subject.known_from, other.known_from)
            pk = self.made._curated("Relationship", subject.pk, kind, other.pk, known_from)
            self.head.citations.append(("relationship", pk, "", *self.head.bounds[0]))
