"""One box over everything: find the entries, rank them, say why each is there."""

from collections.abc import Collection
from itertools import groupby

from films.models.limits import EVERYTHING, SpoilerLimits
from films.models.search import EntryKind
from films.search.beginnings import beginnings
from films.search.explain import Explainer, Explanation
from films.search.film_entries import stories_of
from films.search.near_names import near_names
from films.search.question import Question, read_question
from films.search.ranking import (
    AS_TYPED,
    INSIDE,
    NEARLY,
    NEARLY_TIER,
    UNFINISHED,
    WHOLE_TIER,
    Asked,
    FoundEntry,
)
from films.search.results import FoundRows, SearchGroup, SearchHit, SearchResults
from films.search.spelling import corrections, counts_of, near_words

GUESSED = range(NEARLY_TIER, 2 * UNFINISHED + 3)
SURE = 5  # entries that have a word: it is hardly a typing error
MOST_GUESSED = 4  # of a kind, where names of other kinds may be meant as well


def search(
    query: str,
    *,
    kinds: Collection[EntryKind] | None = None,
    per_kind: int = 10,
    offset: int = 0,
    limits: SpoilerLimits = EVERYTHING,
    guesses_last: bool = False,
) -> SearchResults:
    """Find what the query may mean among films, people, characters, places and events.

    All words have to be there, in any order; the last one may be unfinished. Where no name is as typed,
    names that are one typing error away are found, too: with `guesses_last`, as while the reader is still
    typing, only when there is nothing else. When nothing is found, every word may be unfinished or
    mistyped, or stand inside a name; and then, but with `guesses_last`, the words that tell least may be
    missing. Events and characters beyond the reader's `limits` are not found.
    """
    wanted = [kind for kind in EntryKind if kinds is None or kind in kinds]
    window = (max(offset, 0), max(offset, 0) + per_kind)
    asked = Asked(wanted, window, limits)
    question, entries, left_out = _found(query, asked, guesses_last=guesses_last)
    groups = _groups(entries, question, asked)
    return SearchResults(query, groups, _suggestion(groups, entries, question), left_out)


def find(
    query: str, kinds: Collection[EntryKind], *, most: int, limits: SpoilerLimits = EVERYTHING
) -> dict[EntryKind, FoundRows]:
    """Find rows as `search` does with `guesses_last`, without saying why, which takes half of its time."""
    wanted = [kind for kind in EntryKind if kind in kinds]
    asked = Asked(wanted, (0, most), limits, is_explained=False)
    question, entries, _ = _found(query, asked, guesses_last=True)
    explainer = Explainer(question)
    rows = {}
    for kind in asked.kinds:
        own = [entry for entry in entries if entry.kind == kind]
        named = [entry.object_id for entry in own if entry.is_named or explainer.is_meant_by_name(entry)]
        rows[kind] = FoundRows(tuple(entry.object_id for entry in own), frozenset(named), asked.counted(own))
    return rows


def _found(
    query: str, asked: Asked, *, guesses_last: bool
) -> tuple[Question, list[FoundEntry], tuple[str, ...]]:
    """Return the question as it was understood, what it finds, and the words that were left out of it."""
    question = _knowing(read_question(query))
    if not question.words or not asked.kinds or asked.window[1] <= asked.window[0]:
        return question, [], ()
    entries = asked.find(question)
    if not entries or not (guesses_last or any(entry.tier == WHOLE_TIER for entry in entries)):
        question, entries = _with_near_names(question, entries, asked)
    left_out: tuple[str, ...] = ()
    if not entries and guesses_last:
        question, entries = _forgiving(question, asked)
    elif not entries:
        words = question.words
        question, entries = _guessed(question, asked)
        kept = {word.text for word in question.words}
        left_out = tuple(word.text for word in words if word.text not in kept)
    return question, entries, left_out


def _knowing(question: Question) -> Question:
    return question.knowing(beginnings(question.unfinished_words()))


def _with_near_names(
    question: Question, entries: list[FoundEntry], asked: Asked
) -> tuple[Question, list[FoundEntry]]:
    """Add the names that are one typing error away; the question stays as it is when there are none."""
    near = near_names(question.typed, near_words(question.typed))
    if not near:
        return question, entries
    nearly = question.with_near(near)
    found = asked.find(nearly, (*AS_TYPED, NEARLY) if entries else (NEARLY, UNFINISHED))
    return (nearly, found) if found else (question, entries)


def _forgiving(question: Question, asked: Asked) -> tuple[Question, list[FoundEntry]]:
    """Take every word to be unfinished, mistyped or part of a name."""
    question = _knowing(question.forgiving(corrections(word.text for word in question.words)))
    return question, asked.find(question, (*AS_TYPED, INSIDE))


def _guessed(question: Question, asked: Asked) -> tuple[Question, list[FoundEntry]]:
    """Forgive errors, or leave words out where nothing has them all.

    Words that many entries have are hardly mistyped: before they are taken for others, some may be missing.
    """
    counts = counts_of(word.text for word in question.words)
    is_sure = all(counts.get(word.text, 0) >= SURE for word in question.words)
    forgiven, entries = (question, []) if is_sure else _forgiving(question, asked)
    if entries:
        return forgiven, entries
    for fewer in forgiven.with_fewer_words(counts):
        if entries := asked.find(fewer, (*AS_TYPED, INSIDE)):
            return fewer, entries
    return _forgiving(question, asked) if is_sure else (question, [])


def _groups(entries: list[FoundEntry], question: Question, asked: Asked) -> tuple[SearchGroup, ...]:
    """Return the entries kind by kind; the kind that holds the best hit comes first."""
    by_kind = [list(group) for _, group in groupby(entries, key=lambda entry: entry.kind)]
    by_kind.sort(key=_goodness)
    if question.near:
        by_kind = _giving_way(by_kind)
    reasons = _reasons([entry for group in by_kind for entry in group], question)
    return tuple(
        SearchGroup(
            EntryKind(group[0].kind),
            asked.counted(group),
            group[0].found >= asked.most_told,
            tuple(_hit(entry, question, reasons[entry.pk]) for entry in group),
        )
        for group in by_kind
    )


def _goodness(group: list[FoundEntry]) -> tuple[int, int, int]:
    """Return what sorts the kinds by their best entries.

    Where all that is known is that a name has an error, it is likeliest of the kind that has most of them.
    """
    best = group[0]
    near = best.near if best.tier == NEARLY_TIER else 0
    return best.tier, -near, list(EntryKind).index(EntryKind(best.kind))


def _giving_way(by_kind: list[list[FoundEntry]]) -> list[list[FoundEntry]]:
    """Return the kinds with few guesses each, where names of the next kinds may as well be meant.

    These would stand far below. All that has the words as typed stays; more guesses of a kind are found
    when it is asked for alone.
    """
    return [
        [entry for entry in group if entry.tier not in GUESSED or entry.place <= MOST_GUESSED]
        if group[0].place == 1 and any(other[0].tier <= NEARLY_TIER for other in by_kind[number:])
        else group
        for number, group in enumerate(by_kind, 1)
    ]


def _reasons(entries: list[FoundEntry], question: Question) -> dict[int, Explanation]:
    """Return why each was found; of films that only their story tells, by a sentence of it."""
    explainer = Explainer(question)
    reasons = {entry.pk: explainer.explain(entry) for entry in entries}
    unexplained = {
        entry.object_id: entry
        for entry in entries
        if entry.kind == EntryKind.FILM and reasons[entry.pk].words < len(question.words)
    }
    for film_id, told in stories_of(unexplained).items() if unexplained else ():
        entry = unexplained[film_id]
        reasons[entry.pk] = explainer.explain(entry, told)
    return reasons


def _hit(entry: FoundEntry, question: Question, reason: Explanation) -> SearchHit:
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


def _reading(entry: FoundEntry, question: Question) -> tuple[str, ...]:
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


def _suggestion(groups: tuple[SearchGroup, ...], entries: list[FoundEntry], question: Question) -> str:
    """Return the query as the best hit reads it, when that is not what was typed."""
    if not groups:
        return ""
    best = groups[0].hits[0]
    entry = next(row for row in entries if (row.kind, row.object_id) == (best.kind, best.object_id))
    reading = _reading(entry, question)
    return "" if reading == question.typed else " ".join(reading)
