"""The words that entries contain, and which of them a mistyped word may have meant.

Two words that differ by a typing error have a string in common that is left when letters are
dropped from each: W. Garbe, "Symmetric delete spelling correction" (2012). Those strings are kept
as keys, of the beginning of each word only, so that finding candidates is a look-up by equality.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations

from django.db import connection
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from films.models.batches import batches
from films.models.search import SearchWord, SearchWordKey
from films.search.terms import WHOLE_NAME

SHORTEST_CORRECTED, SHORTEST_CORRECTED_TWICE = 5, 9
SHORTEST_TYPED = SHORTEST_CORRECTED - 1
LONGEST_WORD = 30
KEYED_LETTERS = 7
MOST_CANDIDATES = 20_000
MOST_CORRECTIONS = 6
MOST_NEAR = 60
BATCH = 400

ADD_TO_COUNTS = """
    INSERT INTO films_searchword (word, count) VALUES {values}
    ON CONFLICT (word) DO UPDATE SET count = films_searchword.count + excluded.count
    RETURNING id, word, count
"""
ADD_KEY = "INSERT INTO films_searchwordkey (word_id, key) VALUES (%s, %s) ON CONFLICT DO NOTHING"


def count_words(changes: Mapping[str, int]) -> None:
    """Add to the number of entries that contain each word, and forget words that none contains.

    Whole names are counted, too, to be found by equality alone; only words have keys.
    """
    changed = sorted(word for word, change in changes.items() if change and is_counted(word))
    for batch in batches(changed, BATCH):
        new = _count([(word, changes[word]) for word in batch])
        if fewer := [word for word in batch if changes[word] < 0]:
            SearchWord.objects.filter(word__in=fewer, count__lte=0).delete()
        _add_keys(new)


def set_counts(counts: Mapping[str, int]) -> None:
    """Make the counts those of the words in so many entries, and forget all other words."""
    known = dict(SearchWord.objects.values_list("word", "count"))
    count_words({word: counts.get(word, 0) - known.get(word, 0) for word in {*counts, *known}})


def _count(changes: list[tuple[str, int]]) -> list[tuple[int, str]]:
    """Add the changes to the counts; return which words were not known, with the ids they have now."""
    with connection.cursor() as cursor:
        values = ", ".join(["(%s, %s)"] * len(changes))
        cursor.execute(ADD_TO_COUNTS.format(values=values), [value for row in changes for value in row])
        counted = cursor.fetchall()
    added = dict(changes)
    return sorted((pk, word) for pk, word, count in counted if 0 < count == added[word])


def _add_keys(words: Iterable[tuple[int, str]]) -> None:
    """Give the words, which have none, their keys; as plain rows, for a film has thousands."""
    rows = [(pk, key) for pk, word in words for key in sorted(keys_of_known(word))]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(ADD_KEY, rows)


def counts_of(words: Iterable[str]) -> dict[str, int]:
    """Return in how many entries each word is, of those that are known."""
    return dict(SearchWord.objects.filter(word__in=set(words)).values_list("word", "count"))


def near_words(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each word the known words that are one typing error away, the most frequent first.

    Where some of the words are not known at all, the error is in these, and the others have none.
    """
    asked = [word for word in words if _is_correctable(word)]
    known = _sharing_keys(key for word in asked for key in _keys(word, 1))
    unknown = [word for word in asked if word not in known]
    return {
        word: tuple(sorted(_within(1, word, known), key=lambda near: (-known[near], near))[:MOST_NEAR])
        for word in unknown or asked
    }


def corrections(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each word the known words it may have meant, the likeliest first, in one query."""
    asked = [word for word in words if len(word) >= SHORTEST_TYPED and _is_correctable(word)]
    known = _sharing_keys(key for word in asked for key in _keys_of_typed(word))
    return {word: _likeliest(word, known) for word in asked}


def _sharing_keys(keys: Iterable[str]) -> dict[str, int]:
    """Return the known words that have any of the keys, and in how many entries each is."""
    known = SearchWordKey.objects.filter(key__in=set(keys)).order_by()
    return dict(known.values_list("word__word", "word__count")[:MOST_CANDIDATES])


def _likeliest(typed: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the nearest words; of equally near ones those that begin alike and are frequent."""
    if typed in counts and len(typed) < SHORTEST_CORRECTED:
        return ()
    distances = _within(2, typed, counts)
    near = {word: distance for word, distance in distances.items() if distance <= _tolerance(typed, word)}
    nearest = min(near.values(), default=0)
    ranked = sorted(near, key=lambda word: (near[word], word[0] != typed[0], -counts[word], word))
    return tuple(word for word in ranked if near[word] == nearest)[:MOST_CORRECTIONS]


def _within(most: int, typed: str, words: Iterable[str]) -> dict[str, int]:
    """Return how many errors away each word is, but for the word itself and those that are farther."""
    near = extract(typed, list(words), scorer=OSA.distance, score_cutoff=most, limit=None)
    return {word: distance for word, distance, _ in near if distance}


def _tolerance(typed: str, word: str) -> int:
    if len(word) >= SHORTEST_CORRECTED_TWICE:
        return 2
    return 1 if max(len(typed), len(word)) >= SHORTEST_CORRECTED else 0


def is_counted(word: str) -> bool:
    """Tell whether the vocabulary has a row for the word of the index."""
    return word.startswith(WHOLE_NAME) or _is_correctable(word)


def _is_correctable(word: str) -> bool:
    return 0 < len(word) <= LONGEST_WORD and word.isalnum() and not word.isnumeric()


def keys_of_known(word: str) -> frozenset[str]:
    """Return the keys under which a counted word is found; a whole name has none."""
    if not _is_correctable(word):
        return frozenset()
    return _keys(word, 2 if len(word) >= SHORTEST_CORRECTED_TWICE else 1)


def _keys_of_typed(word: str) -> frozenset[str]:
    return _keys(word, 2 if len(word) >= SHORTEST_CORRECTED_TWICE - 2 else 1)


@lru_cache(maxsize=2_000)
def _keys(word: str, most_dropped: int) -> frozenset[str]:
    """Return the beginning of the word, whole and with up to `most_dropped` letters dropped."""
    start = word[:KEYED_LETTERS]
    lengths = range(max(len(start) - most_dropped, 1), len(start) + 1)
    return frozenset("".join(letters) for length in lengths for letters in combinations(start, length))
