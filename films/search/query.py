"""One box over everything: find the entries, rank them, say why each is there."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from films.models.limits import EVERYTHING, WHOLE_STORY, SpoilerLimits
from films.models.search import EntryKind, SearchEntry
from films.search.beginnings import beginnings
from films.search.database import database
from films.search.explain import Explainer, Explanation
from films.search.film_entries import story_sentences
from films.search.near_names import near_names
from films.search.question import Question, read_question
from films.search.results import SearchGroup, SearchHit, SearchResults
from films.search.spelling import corrections, near_words

# Of one kind no more near names are ranked. Of what was found as typed the database says how many
# (MOST_RANKED), so that a common word costs no more than a rare one.
MOST_NEAR = 1_000
# A reader with limits is told of few that are found.
MOST_OF_LIMITED = 1_000
# Where candidates were found; the best first.
IN_NAMES, NEARLY, UNFINISHED, TOGETHER, ANYWHERE = range(5)
INSIDE = 5  # names; as good as unfinished words of them
AS_TYPED = (IN_NAMES, UNFINISHED, TOGETHER, ANYWHERE)
WHOLE_TIER, NEARLY_TIER = 0, 2 * NEARLY + 2
CANDIDATES = "SELECT id, {level} AS level FROM ({rows}) AS found"
MOST_TELLING = 200
TOLD_BY = "told AS ({rows}),"
TOLD_AS = "SELECT id, CASE kind WHEN 'event' THEN {together} ELSE {anywhere} END AS level FROM told"
TELLING = """
    SELECT film.id FROM (SELECT id FROM told WHERE kind = 'event' LIMIT %s) AS found
    JOIN films_searchentry told ON told.id = found.id
    JOIN films_searchentry film ON film.kind = 'film' AND film.object_id = told.film_id
"""

# Whole name; words of names, at their beginning or elsewhere; names that are nearly so; unfinished words of
# names; words side by side, in one event, anywhere. Then weight; of near names first one of each.
RANKED = """
WITH {told_by} candidate AS ({candidates}),
best AS (SELECT id, MIN(level) AS level FROM candidate GROUP BY id),
tiered AS MATERIALIZED (
    SELECT e.id, e.kind, e.weight, {name} AS name, CASE
        WHEN best.level < 3 AND {position}(e.squashed, %s) > 0 THEN 0
        WHEN best.level IN (0, 2) AND {position}(e.squashed, %s) > 0 THEN 2 * best.level + 1
        WHEN best.level >= 3 AND {beside} THEN 7
        ELSE 2 * best.level + 2 END AS tier
    FROM best JOIN films_searchentry e ON e.id = best.id
    WHERE e.kind IN ({kinds}) AND {told}
),
turned AS (SELECT id, kind, weight, tier, {turn} AS turn, {frequency} AS frequency FROM tiered),
ranked AS (
    SELECT id, tier,
        ROW_NUMBER() OVER (PARTITION BY kind ORDER BY tier, turn, frequency DESC, weight DESC, id) AS place,
        COUNT(*) OVER (PARTITION BY kind) AS found,
        SUM(CASE WHEN tier = 4 THEN 1 ELSE 0 END) OVER (PARTITION BY kind) AS near
    FROM turned
)
SELECT {shown}, ranked.tier, ranked.place, ranked.found, ranked.near
FROM ranked JOIN films_searchentry e ON e.id = ranked.id
WHERE ranked.place > %s AND ranked.place <= %s
ORDER BY e.kind, ranked.place
"""
SHOWN = ("id", "kind", "object_id", "film_id", "title", "context", "url", "names", "passages", "squashed")
OF_NAME = "CASE WHEN tier = 4 THEN {of} OVER (PARTITION BY kind, tier, name {order}) ELSE 0 END"
TURN = OF_NAME.format(of="ROW_NUMBER()", order="ORDER BY weight DESC, id")
FREQUENCY = OF_NAME.format(of="COUNT(*)", order="")


# What a reader with limits is told: events up to a place in the story, characters known by then.
TOLD = """
    CASE e.kind
        WHEN 'event' THEN (SELECT told."order" FROM films_plotevent told WHERE told.id = e.object_id)
        WHEN 'character' THEN (SELECT told.known_from FROM films_character told WHERE told.id = e.object_id)
        ELSE 0 END <= CASE {own} WHEN e.film_id IS NULL THEN {whole_story} ELSE %s END
"""


def search(
    query: str,
    *,
    kinds: Collection[EntryKind] | None = None,
    per_kind: int = 10,
    offset: int = 0,
    limits: SpoilerLimits = EVERYTHING,
    is_typing: bool = False,
) -> SearchResults:
    """Find what the query may mean among films, people, characters, places and events.

    All words have to be there, in any order; the last one may be unfinished. Where no name is as typed,
    names that are one typing error away are found, too, but while the reader is still typing only when
    there is nothing else. When nothing is found, every word may be unfinished or mistyped, or stand
    inside a name. Events and characters beyond the reader's `limits` are not found.
    """
    question = _knowing(read_question(query))
    wanted = [kind for kind in EntryKind if kinds is None or kind in kinds]
    if not question.words or not wanted or per_kind < 1:
        return SearchResults(query)
    window = (max(offset, 0), max(offset, 0) + per_kind)
    asked = _Asked(wanted, window, limits)
    entries = asked.find(question)
    if not entries or not (is_typing or any(entry.tier == WHOLE_TIER for entry in entries)):
        question, entries = _with_near_names(question, entries, asked)
    if not entries:
        question = _knowing(question.forgiving(corrections(word.text for word in question.words)))
        entries = asked.find(question, (*AS_TYPED, INSIDE))
    groups = _groups(entries, question, asked.most)
    return SearchResults(query, groups, _suggestion(groups, entries, question))


def _knowing(question: Question) -> Question:
    return question.knowing(beginnings(question.unfinished_words()))


def _with_near_names(question: Question, entries: list[Any], asked: "_Asked") -> tuple[Question, list[Any]]:
    """Add the names that are one typing error away; the question stays as it is when there are none."""
    near = near_names(question.typed, near_words(question.typed))
    if not near:
        return question, entries
    nearly = question.with_near(near)
    if entries:
        return nearly, asked.find(nearly, (*AS_TYPED, NEARLY))
    found = asked.find(nearly, (NEARLY,))
    found += asked.without({entry.kind for entry in found}).find(nearly, (UNFINISHED,))
    return (nearly, found) if found else (question, entries)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of which kinds, how much, and how far into each story."""

    kinds: list[EntryKind]
    window: tuple[int, int]
    limits: SpoilerLimits

    @property
    def most(self) -> int:
        """Return how many of a kind are ranked and counted of what one query for them finds."""
        return MOST_OF_LIMITED if self.limits.is_any else database().MOST_RANKED

    def without(self, kinds: Collection[EntryKind]) -> "_Asked":
        return replace(self, kinds=[kind for kind in self.kinds if kind not in kinds])

    def find(self, question: Question, levels: Collection[int] = AS_TYPED) -> list[Any]:
        """Return the ranked entries of the window, kind by kind, each with its `place` and `found`."""
        candidates = _Candidates(self.most)
        candidates.add_named(question, self.kinds, levels)
        if ANYWHERE in levels:
            candidates.add_telling(question, self.kinds)
        if not candidates.sql:
            return []
        # What is read of an entry takes its time: the words of the index are many.
        shown = (*SHOWN, "terms") if any(word.corrections for word in question.words) else SHOWN
        meant, near = question.likeliest, [f" {name.squashed} " for name in question.near]
        told, told_params = _told(self.limits)
        position = database().POSITION
        alike = " ".join(f"WHEN {position}(e.squashed, %s) > 0 THEN {number}" for number in range(len(near)))
        ranked = RANKED.format(
            told_by=candidates.told_by,
            candidates=" UNION ALL ".join(candidates.sql),
            position=position,
            beside=database().BESIDE,
            shown=", ".join(f"e.{column}" for column in shown),
            name=f"CASE {alike} ELSE -1 END" if near else "0",
            turn=TURN if near else "0",
            frequency=FREQUENCY if near else "0",
            kinds=", ".join(["%s"] * len(self.kinds)),
            told=told,
        )
        whole, beginning, beside = f" {''.join(meant)} ", f" {''.join(meant)}", database().beside(meant)
        params = [*candidates.params, *near, whole, beginning, *beside, *self.kinds, *told_params]
        return list(SearchEntry.objects.raw(ranked, [*params, *self.window]))


def _told(limits: SpoilerLimits) -> tuple[str, list[int]]:
    """Return the condition that a reader may be told of an entry, with its parameters."""
    if not limits.is_any:
        return "TRUE", []
    params: list[int] = []
    for film_id, limit in limits.films.items():
        params += [film_id, WHOLE_STORY if limit is None else limit]
    params.append(WHOLE_STORY if limits.everywhere is None else limits.everywhere)
    own = " ".join(["WHEN e.film_id = %s THEN %s"] * len(limits.films))
    return TOLD.format(own=own, whole_story=WHOLE_STORY), params


@dataclass(slots=True)
class _Candidates:
    """The queries that give candidates; what tells of it stands before them, as it is read twice."""

    most: int  # of each kind
    told_by: str = ""
    sql: list[str] = field(default_factory=list)
    params: list[Any] = field(default_factory=list)

    def add(self, level: int, rows: str, params: Collection[Any] = ()) -> None:
        self.sql.append(CANDIDATES.format(level=level, rows=rows))
        self.params += params

    def add_named(self, question: Question, kinds: list[EntryKind], levels: Collection[int]) -> None:
        named = {IN_NAMES: question.names, NEARLY: question.nearly, UNFINISHED: question.unfinished}
        for kind in kinds:
            if kind != EntryKind.EVENT:  # which has no names
                for level, expressions in named.items():
                    for expression in expressions() if level in levels else ():
                        most = MOST_NEAR if level == NEARLY else self.most
                        self.add(level, *database().matching(expression, kind, most))
        if INSIDE in levels and question.part:
            self.add(UNFINISHED, database().CONTAINING, [database().part(question.part), MOST_NEAR])

    def add_telling(self, question: Question, kinds: list[EntryKind]) -> None:
        """Add what tells of what was asked; a film's event tells it for its film."""
        expression = question.anywhere()
        if expression is None or not kinds:
            return
        is_told_by_events = EntryKind.FILM in kinds and len(question.words) > 1
        asked = kinds if not is_told_by_events or EntryKind.EVENT in kinds else [*kinds, EntryKind.EVENT]
        rows, params = database().telling(expression, asked, self.most)
        self.told_by, self.params = TOLD_BY.format(rows=rows), [*params, *self.params]
        self.sql.append(TOLD_AS.format(together=TOGETHER, anywhere=ANYWHERE))
        if is_told_by_events:
            self.add(TOGETHER, TELLING, [MOST_TELLING])


def _groups(entries: list[Any], question: Question, most: int) -> tuple[SearchGroup, ...]:
    """Return the entries kind by kind; the kind that holds the best hit comes first.

    Where all that is known is that a name has an error, it is likeliest of the kind that has most of them.
    """
    reasons = _reasons(entries, question)
    by_kind = [list(group) for _, group in groupby(entries, key=lambda entry: entry.kind)]
    order = list(EntryKind)
    by_kind.sort(
        key=lambda group: (
            group[0].tier,
            -group[0].near if group[0].tier == NEARLY_TIER else 0,
            order.index(group[0].kind),
        )
    )
    return tuple(
        SearchGroup(
            EntryKind(group[0].kind),
            min(group[0].found, most),
            group[0].found >= most,
            tuple(_hit(entry, question, reasons[entry.pk]) for entry in group),
        )
        for group in by_kind
    )


def _reasons(entries: list[Any], question: Question) -> dict[int, Explanation]:
    """Return why each was found; of films that only their story tells, by a sentence of it."""
    explainer = Explainer(question)
    reasons = {entry.pk: explainer.explain(entry) for entry in entries}
    unexplained = {
        entry.object_id: entry
        for entry in entries
        if entry.kind == EntryKind.FILM and reasons[entry.pk].words < len(question.words)
    }
    for film_id, sentences in story_sentences(unexplained).items():
        entry = unexplained[film_id]
        reasons[entry.pk] = explainer.explain(entry, sentences)
    return reasons


def _hit(entry: Any, question: Question, reason: Explanation) -> SearchHit:
    return SearchHit(
        EntryKind(entry.kind),
        entry.object_id,
        entry.film_id,
        entry.title,
        entry.url,
        entry.context,
        reason.pieces,
        reason.is_name,
        is_corrected=_reading(entry, question) != question.typed,
    )


def _reading(entry: Any, question: Question) -> tuple[str, ...]:
    """Return the query's words as the entry spells them; a word inside a name stays as typed."""
    if entry.tier == NEARLY_TIER:
        return next(
            (name.words for name in question.near if f" {name.squashed} " in entry.squashed), question.typed
        )
    if question.part and question.part in entry.squashed:
        return question.typed
    corrected = [word for word in question.words if word.corrections]
    forms = [term.lstrip("+") for term in entry.terms.split()] if corrected else []
    read = {word.text: word.reading(forms) for word in corrected}
    return tuple(read.get(text, text) for text in question.typed)


def _suggestion(groups: tuple[SearchGroup, ...], entries: list[Any], question: Question) -> str:
    """Return the query as the best hit reads it, when that is not what was typed."""
    if not groups:
        return ""
    best = groups[0].hits[0]
    entry = next(row for row in entries if (row.kind, row.object_id) == (best.kind, best.object_id))
    reading = _reading(entry, question)
    return "" if reading == question.typed else " ".join(reading)
