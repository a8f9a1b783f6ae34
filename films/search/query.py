"""One box over everything: find the entries, rank them, say why each is there."""

from collections.abc import Collection
from itertools import groupby
from typing import Any

from films.models.limits import EVERYTHING, WHOLE_STORY, SpoilerLimits
from films.models.search import EntryKind, SearchEntry
from films.search.database import database
from films.search.explain import explain
from films.search.expression import Expression, Term
from films.search.question import Question, read_question
from films.search.results import SearchGroup, SearchHit, SearchResults
from films.search.spelling import corrections
from films.search.terms import KIND

# Of one kind no more are ranked and counted, so that a common word costs no more than a rare one.
MOST_RANKED = 1000
IN_NAMES, ANYWHERE = 0, 1
CANDIDATES = "SELECT id, {level} AS level FROM ({rows}) AS found"

# Whole name, beginning of a name, words of names, words side by side, words anywhere; then weight.
RANKED = """
WITH candidate AS ({candidates}),
best AS (SELECT id, MIN(level) AS level FROM candidate GROUP BY id),
tiered AS (
    SELECT e.id, e.kind, e.weight, CASE
        WHEN {position}(e.squashed, %s) > 0 THEN 0
        WHEN {position}(e.squashed, %s) > 0 THEN 1
        WHEN best.level = 0 THEN 2
        WHEN {position}(e.terms, %s) > 0 THEN 3
        ELSE 4 END AS tier
    FROM best JOIN films_searchentry e ON e.id = best.id
    WHERE e.kind IN ({kinds}) AND {told}
),
ranked AS (
    SELECT id, tier,
        ROW_NUMBER() OVER (PARTITION BY kind ORDER BY tier, weight DESC, id) AS place,
        COUNT(*) OVER (PARTITION BY kind) AS found
    FROM tiered
)
SELECT e.*, ranked.tier, ranked.place, ranked.found
FROM ranked JOIN films_searchentry e ON e.id = ranked.id
WHERE ranked.place > %s AND ranked.place <= %s
ORDER BY e.kind, ranked.place
"""


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
) -> SearchResults:
    """Find what the query may mean among films, people, characters, places and events.

    All words have to be there, in any order; the last one may be unfinished. Only when nothing is
    found as typed, every word may be unfinished or mistyped, or stand inside a name. Events and
    characters beyond the reader's `limits` are not found.
    """
    question = read_question(query)
    wanted = [kind for kind in EntryKind if kinds is None or kind in kinds]
    if not question.words or not wanted or per_kind < 1:
        return SearchResults(query)
    window = (max(offset, 0), max(offset, 0) + per_kind)
    if entries := _find(question, wanted, window, limits, inside_names=False):
        return SearchResults(query, _groups(entries, question))
    question = question.forgiving(corrections(word.text for word in question.words))
    entries = _find(question, wanted, window, limits, inside_names=True)
    groups = _groups(entries, question)
    return SearchResults(query, groups, _suggestion(groups, entries, question))


def _find(
    question: Question,
    kinds: list[EntryKind],
    window: tuple[int, int],
    limits: SpoilerLimits,
    *,
    inside_names: bool,
) -> list[Any]:
    """Return the ranked entries of the window, kind by kind, each with its `place` and `found`."""
    candidates, params = _candidates(question, kinds, inside_names=inside_names)
    meant = question.likeliest
    told, told_params = _told(limits)
    sql = RANKED.format(
        candidates=" UNION ALL ".join(candidates),
        position=database().POSITION,
        kinds=", ".join(["%s"] * len(kinds)),
        told=told,
    )
    whole, beginning, phrase = f" {''.join(meant)} ", f" {''.join(meant)}", f" {' '.join(meant)}"
    asked = [*params, whole, beginning, phrase, *kinds, *told_params, *window]
    return list(SearchEntry.objects.raw(sql, asked))


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


def _candidates(
    question: Question, kinds: list[EntryKind], *, inside_names: bool
) -> tuple[list[str], list[Any]]:
    asked = [(IN_NAMES, expression) for expression in question.names()]
    asked += [(ANYWHERE, expression) for expression in question.anywhere()]
    matching = [(level, _of_kind(expression, kind)) for kind in kinds for level, expression in asked]
    sql = [CANDIDATES.format(level=level, rows=database().MATCHING) for level, _ in matching]
    params: list[Any] = [param for _, rendered in matching for param in (rendered, MOST_RANKED)]
    if inside_names and question.part:
        sql.append(CANDIDATES.format(level=IN_NAMES, rows=database().CONTAINING))
        params += [database().render_part(question.part), MOST_RANKED]
    return sql, params


def _of_kind(expression: Expression, kind: EntryKind) -> str:
    return database().render(expression.and_any(Term(KIND + kind)))


def _groups(entries: list[Any], question: Question) -> tuple[SearchGroup, ...]:
    """Return the entries kind by kind; the kind that holds the best hit comes first."""
    by_kind = [list(group) for _, group in groupby(entries, key=lambda entry: entry.kind)]
    order = list(EntryKind)
    by_kind.sort(key=lambda group: (group[0].tier, order.index(group[0].kind)))
    return tuple(
        SearchGroup(
            EntryKind(group[0].kind),
            min(group[0].found, MOST_RANKED),
            group[0].found > MOST_RANKED,
            tuple(_hit(entry, question) for entry in group),
        )
        for group in by_kind
    )


def _hit(entry: SearchEntry, question: Question) -> SearchHit:
    pieces, is_name = explain(entry, question)
    return SearchHit(
        EntryKind(entry.kind),
        entry.object_id,
        entry.film_id,
        entry.title,
        entry.url,
        entry.context,
        pieces,
        is_name,
        is_corrected=_reading(entry, question) != question.typed,
    )


def _reading(entry: SearchEntry, question: Question) -> tuple[str, ...]:
    """Return the query's words as the entry spells them; a word inside a name stays as typed."""
    if question.part and question.part in entry.squashed:
        return question.typed
    forms = [term.lstrip("+") for term in entry.terms.split()]
    read = {word.text: word.reading(forms) for word in question.words if word.corrections}
    return tuple(read.get(text, text) for text in question.typed)


def _suggestion(groups: tuple[SearchGroup, ...], entries: list[Any], question: Question) -> str:
    """Return the query as the best hit reads it, when that is not what was typed."""
    if not groups:
        return ""
    best = groups[0].hits[0]
    entry = next(row for row in entries if (row.kind, row.object_id) == (best.kind, best.object_id))
    reading = _reading(entry, question)
    return "" if reading == question.typed else " ".join(reading)
