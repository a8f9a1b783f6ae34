"""The one query that finds the entries which may be meant, and puts the best of each kind first."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import connection

from films.models.limits import WHOLE_STORY, SpoilerLimits
from films.models.search import EntryKind
from films.search.database import database
from films.search.near_names import NearName
from films.search.question import Question

# Of one kind no more near names are ranked. Of what has the words as typed in its name, or tells of them, the
# database says how many (MOST_NAMED, MOST_TOLD), so that a common word costs no more than a rare one.
MOST_NEAR = 1_000
# A reader with limits is told of few that are found.
MOST_OF_LIMITED = 1_000
# Where candidates were found; the best first.
IN_NAMES, NEARLY, UNFINISHED, TOGETHER, ANYWHERE = range(5)
INSIDE = 5  # names; as good as unfinished words of them
AS_TYPED = (IN_NAMES, UNFINISHED, TOGETHER, ANYWHERE)
WHOLE_TIER, NEARLY_TIER, TOLD_TIER = 0, 2 * NEARLY + 2, 2 * TOGETHER + 1
MOST_TELLING = 200

# Whole name; words of names, at their beginning or elsewhere; names that are nearly so; unfinished words of
# names; words side by side, in one event, anywhere. Then weight; of near names first one of each, by how
# many have it and how likely it became what was typed.
RANKED = """
WITH {tables},
tiered AS MATERIALIZED (
    SELECT id, kind, weight, MAX(name) AS name, MIN(tier) AS tier FROM ({tiered}) AS found
    GROUP BY id, kind, weight
),
turned AS (
    SELECT id, kind, weight, tier, {turn} AS turn, {frequency} AS frequency, {likelihood} AS likelihood
    FROM tiered
),
ranked AS (
    SELECT id, tier,
        ROW_NUMBER() OVER (PARTITION BY kind ORDER BY tier, turn, frequency DESC, weight DESC, id) AS place,
        COUNT(*) OVER (PARTITION BY kind) AS found,
        SUM(likelihood) OVER (PARTITION BY kind) AS near
    FROM turned
)
SELECT
    e.id, e.kind, e.object_id, e.film_id, e.title, e.context, e.url, e.names, {passages}, e.squashed, {terms},
    ranked.tier, ranked.place, ranked.found, ranked.near
FROM ranked JOIN films_searchentry e ON e.id = ranked.id
WHERE ranked.place > %s AND ranked.place <= %s
ORDER BY e.kind, ranked.place
"""
LEVEL = "SELECT id, {level} AS level FROM ({rows}) AS found"
# Where no name has the words even unfinished, none has them as typed: it need not be asked for.
BEGUN, BEGUN_OF = "begun_{kind}", "SELECT id FROM {table}"
NAMED = "named AS (SELECT id, MIN(level) AS level FROM ({levels}) AS found GROUP BY id)"
TIERED_NAMED = """
    SELECT e.id, e.kind, e.weight, {name} AS name, CASE
        WHEN {position}(e.squashed, %s) > 0 THEN 0
        WHEN named.level <> 1 AND {position}(e.squashed, %s) > 0 THEN 2 * named.level + 1
        ELSE 2 * named.level + 2 END AS tier
    FROM named JOIN films_searchentry e ON e.id = named.id
    WHERE e.kind IN ({kinds}) AND {limited}
"""
# What tells of it is read once, with all that its rank takes: to come back for it takes longer than that.
TOLD = "told AS MATERIALIZED ({rows})"
FILMS_TOLD = """
films_told AS MATERIALIZED (
    SELECT e.id, e.kind, e.object_id, e.film_id, e.weight, {beside} AS is_beside
    FROM (
        SELECT DISTINCT film_id FROM (SELECT film_id FROM told WHERE kind = 'event' LIMIT %s) AS events
    ) AS found JOIN films_searchentry e ON e.kind = 'film' AND e.object_id = found.film_id
)
"""
TIERED_TOLD = """
    SELECT e.id, e.kind, e.weight, -1 AS name, CASE
        WHEN e.is_beside THEN 7 WHEN {is_together} THEN 8 ELSE 10 END AS tier
    FROM {table} e WHERE e.kind IN ({kinds}) AND {limited}
"""
NEAR = "CASE WHEN tier = 4 THEN {of_near} ELSE 0 END"
LIKELIHOOD = "CASE name {of_names} ELSE 1 END"
OF_NAME = "{of} OVER (PARTITION BY kind, tier, name {order})"

# What a reader with limits is told: events up to a place in the story, characters known by then.
LIMITED = """
    CASE e.kind
        WHEN 'event' THEN (SELECT told."order" FROM films_plotevent told WHERE told.id = e.object_id)
        WHEN 'character' THEN (SELECT told.known_from FROM films_character told WHERE told.id = e.object_id)
        ELSE 0 END <= CASE {own} WHEN e.film_id IS NULL THEN {whole_story} ELSE %s END
"""


class FoundEntry(NamedTuple):
    """An entry as it stands in the index, and how good it is; in the order of what RANKED selects."""

    pk: int
    kind: str
    object_id: int
    film_id: int | None
    title: str
    context: str
    url: str
    names: str
    passages: str
    squashed: str
    terms: str  # where words were corrected
    tier: int
    place: int  # of its kind, from 1
    found: int  # how many of its kind were
    near: int  # of its kind, how many have names that are nearly so, and how likely

    @property
    def is_named(self) -> bool:
        """Tell whether it has a name with the words, rather than a text that tells of them."""
        return self.tier < TOLD_TIER


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which kinds, how much, and how far into each story."""

    kinds: list[EntryKind]
    window: tuple[int, int]
    limits: SpoilerLimits
    is_explained: bool = True  # what is found, by its texts

    @property
    def most_named(self) -> int:
        """Return how many of a kind are ranked and counted of what has a name."""
        return self._most(database().MOST_NAMED)

    @property
    def most_told(self) -> int:
        """Return how many of a kind are ranked and counted of what tells of the words."""
        return self._most(database().MOST_TOLD)

    def counted(self, entries: Sequence[FoundEntry]) -> int:
        """Return how many of their kind were found, as far as is counted."""
        return min(entries[0].found, self.most_named) if entries else 0

    def _most(self, usual: int) -> int:
        """Return that many, or twice as many as are shown: there has to be something to choose from."""
        return MOST_OF_LIMITED if self.limits.is_any else max(usual, 2 * self.window[1])

    def find(self, question: Question, levels: Collection[int] = AS_TYPED) -> list[FoundEntry]:
        """Return the ranked entries of the window, kind by kind."""
        candidates = _Candidates(question, self)
        candidates.add_named(levels)
        if ANYWHERE in levels:
            candidates.add_telling()
        if not candidates.tables:
            return []
        # What is read of an entry takes its time: the words of the index are many, a film's passages long.
        is_corrected = any(word.corrections for word in question.words)
        ranked = RANKED.format(
            tables=", ".join(candidates.tables),
            tiered=" UNION ALL ".join(candidates.tiered),
            passages="e.passages" if self.is_explained else "''",
            terms="e.terms" if self.is_explained and is_corrected else "''",
            **_turns(question.near),
        )
        params = [*candidates.params, *candidates.tiered_params, *self.window]
        with connection.cursor() as cursor:
            cursor.execute(ranked, params)
            return [FoundEntry(*row) for row in cursor.fetchall()]


def _turns(near: Collection[NearName]) -> dict[str, str]:
    """Return when the entries take their turns that were found by a near name: one of each name at a time."""
    if not near:
        return dict.fromkeys(("turn", "frequency", "likelihood"), "0")
    of_names = (f"WHEN {number} THEN {name.likelihood}" for number, name in enumerate(near))
    likelihood = LIKELIHOOD.format(of_names=" ".join(of_names))
    turn = OF_NAME.format(of="ROW_NUMBER()", order="ORDER BY weight DESC, id")
    frequency = OF_NAME.format(of=f"SUM({likelihood})", order="")
    values = {"turn": turn, "frequency": frequency, "likelihood": likelihood}
    return {column: NEAR.format(of_near=value) for column, value in values.items()}


def _limited(limits: SpoilerLimits) -> tuple[str, list[int]]:
    """Return the condition that a reader may be told of an entry, with its parameters."""
    if not limits.is_any:
        return "TRUE", []
    params: list[int] = []
    for film_id, limit in limits.films.items():
        params += [film_id, WHOLE_STORY if limit is None else limit]
    params.append(WHOLE_STORY if limits.everywhere is None else limits.everywhere)
    own = " ".join(["WHEN e.film_id = %s THEN %s"] * len(limits.films))
    return LIMITED.format(own=own, whole_story=WHOLE_STORY), params


@dataclass(slots=True)
class _Candidates:
    """The queries that give candidates, and those that give each its tier."""

    question: Question
    asked: Asked
    tables: list[str] = field(default_factory=list)
    params: list[Any] = field(default_factory=list)
    tiered: list[str] = field(default_factory=list)
    tiered_params: list[Any] = field(default_factory=list)

    def add_named(self, levels: Collection[int]) -> None:
        """Add what has the words in its names."""
        found = list(self._named(levels))
        if not found:
            return
        rows = (LEVEL.format(level=level, rows=rows) for level, rows, _ in found)
        self.tables.append(NAMED.format(levels=" UNION ALL ".join(rows)))
        self.params += [param for _, _, params in found for param in params]
        near, position = [f" {name.squashed} " for name in self.question.near], database().POSITION
        alike = " ".join(f"WHEN {position}(e.squashed, %s) > 0 THEN {number}" for number in range(len(near)))
        meant = "".join(self.question.likeliest)
        name = f"CASE {alike} ELSE -1 END" if near else "-1"
        self._add_tiered(TIERED_NAMED, [*near, f" {meant} ", f" {meant}"], name=name)

    def _named(self, levels: Collection[int]) -> Iterator[tuple[int, str, list[Any]]]:
        """Yield queries for names, with the level of what each finds, and with its parameters."""
        question, most = self.question, self.asked.most_named
        *whole, typed = question.names()
        *begun, unfinished = question.unfinished()
        others = {IN_NAMES: whole, NEARLY: question.nearly(), UNFINISHED: begun}
        for kind in self.asked.kinds:
            if kind == EntryKind.EVENT:  # which has no names
                continue
            for level, expressions in others.items():
                for expression in expressions if level in levels else ():
                    of_level = MOST_NEAR if level == NEARLY else most
                    yield level, *database().matching(expression, kind, of_level)
            if UNFINISHED in levels:
                table = self._add_begun(kind, *database().matching(unfinished, kind, most))
                yield UNFINISHED, BEGUN_OF.format(table=table), []
                if IN_NAMES in levels:
                    yield IN_NAMES, *database().matching(typed, kind, most, only_if=table)
        if INSIDE in levels and question.part:
            yield UNFINISHED, database().CONTAINING, [database().part(question.part), MOST_NEAR]

    def _add_begun(self, kind: EntryKind, rows: str, params: list[Any]) -> str:
        table = BEGUN.format(kind=kind)
        self.tables.append(f"{table} AS MATERIALIZED ({rows})")
        self.params += params
        return table

    def add_telling(self) -> None:
        """Add what tells of what was asked; a film's event tells it for its film."""
        expression, kinds = self.question.anywhere(), self.asked.kinds
        if expression is None or not kinds:
            return
        is_told_by_events = EntryKind.FILM in kinds and len(self.question.words) > 1
        asked = kinds if not is_told_by_events or EntryKind.EVENT in kinds else [*kinds, EntryKind.EVENT]
        meant = self.question.likeliest
        rows, params = database().telling(expression, asked, meant, self.asked.most_told)
        self.tables.append(TOLD.format(rows=rows))
        self.params += params
        self._add_tiered(TIERED_TOLD, [], table="told", is_together="e.kind = 'event'")
        if is_told_by_events:
            self.tables.append(FILMS_TOLD.format(beside=database().BESIDE))
            self.params += [*database().beside(meant), MOST_TELLING]
            self._add_tiered(TIERED_TOLD, [], table="films_told", is_together="TRUE")

    def _add_tiered(self, sql: str, params: Collection[Any], **parts: str) -> None:
        limited, limited_params = _limited(self.asked.limits)
        kinds = ", ".join(["%s"] * len(self.asked.kinds))
        self.tiered.append(sql.format(kinds=kinds, limited=limited, position=database().POSITION, **parts))
        self.tiered_params += [*params, *self.asked.kinds, *limited_params]
