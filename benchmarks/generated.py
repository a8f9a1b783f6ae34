"""A database of films that nobody made, filled in bulk: `python -m benchmarks.generated`.

`DATABASE_URL` says which. One on SQLite is filled with rows made here; one on PostgreSQL with those of
the SQLite file that `--like` names, so that both hold the same. With `--copies` the films are there so
many times, with other people each time: that is how a million of them are made in minutes.
"""

import argparse
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import CharField, Max, Model, TextField

import benchmarks.site  # noqa: F401 -- before the models
from benchmarks.generated_columns import COLUMNS
from benchmarks.generated_rows import Made, Row
from benchmarks.generated_words import MARK
from films.models import Film, Person, Place, SearchEntry, SearchWord, SearchWordKey
from films.models.batches import batches
from films.models.ids import Ids
from films.models.sort_keys import sort_key, sort_keys_of
from films.overview import refresh_overviews
from films.search.database import database
from films.search.entries import EntryDraft
from films.search.film_entries import film_drafts
from films.search.shared_entries import person_drafts, place_drafts
from films.search.spelling import is_counted, keys_of_known
from films.search.terms import vocabulary_of

FILMS_AT_ONCE, SHARED_AT_ONCE = 256, 512
# What stands in the copies in place of the mark: letters that no stemming takes away.
ENDINGS = [vowel + consonant for vowel in "aou" for consonant in "bcdfghjkmnpqrvwxz"]
PREPARE = {
    "sqlite": (
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA cache_size = -1000000",
    ),
    "postgresql": (
        "SET session_replication_role = replica",  # foreign keys hold: they did in the file
        "SET synchronous_commit = off",
        "SET maintenance_work_mem = '1GB'",
    ),
}
FINISH = {
    "sqlite": ("ANALYZE", "PRAGMA journal_mode = WAL"),
    "postgresql": ("SET session_replication_role = DEFAULT", "VACUUM ANALYZE"),
}
SHARED = ("genre", "country", "place", "searchword", "searchwordkey")  # the copies have them together
FOUND = {"film": "Film", "person": "Person", "character": "Character", "event": "PlotEvent"}
INDEXES = {
    "sqlite": """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = %s
    """,
    "postgresql": """
        SELECT indexname, indexdef FROM pg_indexes
        WHERE schemaname = 'public' AND tablename = %s
        AND indexname NOT IN (SELECT conname FROM pg_constraint)
    """,
}


def main() -> int:
    options = arguments()
    call_command("migrate", verbosity=0)
    prepare()
    if options.like:
        fill_like(options.like)
    elif options.films:
        fill(Made(options.films, plots=options.plots, texts=options.texts))
    if options.copies > 1:
        multiply(options.copies)
    finish()
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generated", description=__doc__)
    parser.add_argument("--films", type=int, default=0, help="how many to make")
    parser.add_argument("--plots", type=float, default=0.15, help="the share of them with a plot (0.15)")
    parser.add_argument("--texts", type=Path, help="a folder of texts, whose words are used")
    parser.add_argument("--like", type=Path, help="the SQLite file whose rows are taken instead")
    parser.add_argument("--copies", type=int, default=1, help="how often to have them (1)")
    return parser.parse_args()


def prepare() -> None:
    """Make the database quick and careless: what fails is filled again."""
    _execute(PREPARE[connection.vendor])


def finish() -> None:
    """Make it a database like any other, with statistics of its rows."""
    if connection.vendor == "postgresql":
        _execute(connection.ops.sequence_reset_sql(no_style(), _models()))
    _execute(FINISH[connection.vendor])
    refresh_overviews()


def fill(made: Made) -> None:
    """Fill an empty SQLite database: rows, then what search finds."""
    with without_indexes([model for model in _models() if model is not SearchEntry]):
        for rows in made.batches():
            with transaction.atomic():
                for name, values in rows.items():
                    _insert(_model(name), *_with_sort_keys(_model(name), COLUMNS[name], values))
    _count_for_lists()
    _fill_search()


def _with_sort_keys(
    model: type[Model], columns: Sequence[str], rows: Iterable[Row]
) -> tuple[Sequence[str], Iterable[Row]]:
    """Return the columns and the rows with what lists sort them by."""
    for key in sort_keys_of(model):
        at = columns.index(key.of)
        columns, rows = (*columns, key.name), [(*row, sort_key(row[at], key.of)) for row in rows]
    return columns, rows


def _count_for_lists() -> None:
    for ids in batches(_ids(Person), 5_000):
        Person.objects.filter(pk__in=Ids(ids)).count_anew()
    Place.objects.all().count_anew()


def _fill_search() -> None:
    words: Counter[str] = Counter()
    fields = [field for field in SearchEntry._meta.concrete_fields if not field.primary_key]
    columns = [field.column for field in fields]
    with without_search_index(), without_indexes([SearchEntry]):
        for batch in batches(_drafts(), 5_000):
            rows = []
            for draft in batch:
                entry = draft.as_row()
                words.update(vocabulary_of(entry.terms))
                rows.append(
                    [field.get_db_prep_save(getattr(entry, field.attname), connection) for field in fields]
                )
            with transaction.atomic():
                _insert(SearchEntry, columns, rows)
    _write_words(words)


def _write_words(words: Mapping[str, int]) -> None:
    """Write the words with the keys by which a mistyped one finds them."""
    known = list(enumerate((word for word in sorted(words) if is_counted(word)), 1))
    with without_indexes([SearchWord, SearchWordKey]):
        for batch in batches(known, 20_000):
            keys = ((number, key) for number, word in batch for key in sorted(keys_of_known(word)))
            with transaction.atomic():
                _insert(SearchWord, ("id", "word", "count"), [(*row, words[row[1]]) for row in batch])
                _insert(SearchWordKey, ("word_id", "key"), keys)


def _drafts() -> Iterator[EntryDraft]:
    """Yield all entries, as `films.search` makes them."""
    for ids in batches(_ids(Film), FILMS_AT_ONCE):
        yield from film_drafts(ids)
    for ids in batches(_ids(Person), SHARED_AT_ONCE):
        yield from person_drafts(ids)
    for ids in batches(_ids(Place), SHARED_AT_ONCE):
        yield from place_drafts(ids)


def _ids(model: type[Model]) -> list[int]:
    return list(model._default_manager.order_by("pk").values_list("pk", flat=True))


def fill_like(path: Path) -> None:
    """Fill an empty PostgreSQL database with the rows of a SQLite file."""
    source = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    models = _models()
    with without_search_index(), without_indexes(models):
        # All at once, before any is filled: emptying a table empties those that point to it.
        tables = ", ".join(f'"{model._meta.db_table}"' for model in models)
        _execute([f"TRUNCATE {tables} CASCADE"])
        for model in models:
            _copy(source, model)


def _copy(source: sqlite3.Connection, model: type[Model]) -> None:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    table = model._meta.db_table
    rows = source.execute(f'SELECT {columns} FROM "{table}" ORDER BY id')  # noqa: S608 -- our own names
    with (
        transaction.atomic(),
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row(row)


def multiply(copies: int) -> None:
    """Have all films several times, each time with other names in place of the marked ones."""
    models = [model for model in _models() if model._meta.model_name not in SHARED]
    last = {model: _last_id(model) for model in models}
    with without_search_index(), without_indexes(models):
        for number, ending in enumerate(ENDINGS[: copies - 1], 1):
            with transaction.atomic():
                for model in models:
                    _execute([_copying(model, number, ending, last)])
    _multiply_words(copies)


def _last_id(model: type[Model]) -> int:
    return model._default_manager.aggregate(Max("pk"))["pk__max"] or 0


def _copying(model: type[Model], number: int, ending: str, last: Mapping[type[Model], int]) -> str:
    """Return the statement that copies the rows as they were at first, with ids of their own."""
    fields = {f'"{field.column}"': field for field in model._meta.concrete_fields}
    values = [_copied(column, field, number, ending, last) for column, field in fields.items()]
    table = model._meta.db_table
    condition = " AND kind <> 'place'" if model is SearchEntry else ""
    return (
        f'INSERT INTO "{table}" ({", ".join(fields)}) '  # noqa: S608 -- our own names
        f'SELECT {", ".join(values)} FROM "{table}" WHERE id <= {last[model]}{condition}'
    )


def _copied(column: str, field: Any, number: int, ending: str, last: Mapping[type[Model], int]) -> str:
    if field.primary_key:
        return f"{column} + {number * last[field.model]}"
    if field.is_relation:
        return f"{column} + {number * last.get(field.related_model, 0)}"
    if field.model is SearchEntry and field.name == "film_id":
        return f"{column} + {number * last[Film]}"
    if field.model is SearchEntry and field.name == "object_id":
        shifts = {apps.get_model("films", name): kind for kind, name in FOUND.items()}
        cases = " ".join(f"WHEN '{kind}' THEN {number * last[model]}" for model, kind in shifts.items())
        return f"{column} + CASE kind {cases} ELSE 0 END"
    if isinstance(field, CharField | TextField):
        return f"REPLACE({column}, '{MARK}', '{ending}')"
    return column


def _multiply_words(copies: int) -> None:
    counts = dict(SearchWord.objects.values_list("word", "count"))
    words: Counter[str] = Counter()
    for word, count in counts.items():
        if MARK in word:
            words.update({word.replace(MARK, ending): count for ending in (MARK, *ENDINGS[: copies - 1])})
        else:
            words[word] += count * copies
    _execute(f'DELETE FROM "{model._meta.db_table}"' for model in (SearchWordKey, SearchWord))  # noqa: S608
    _write_words(words)


def _models() -> list[type[Model]]:
    """Return the models whose rows are made here, and those of search."""
    config = apps.get_app_config("films")
    wanted = {name.lower() for name in (*COLUMNS, "SearchEntry", "SearchWord", "SearchWordKey")}
    return [m for m in config.get_models(include_auto_created=True) if m._meta.model_name in wanted]


def _model(name: str) -> type[Model]:
    return apps.get_model("films", name)


def _insert(model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write rows that have these columns; the others get what the model gives them."""
    given = set(columns)
    rest = {
        field.column: field.get_db_prep_save(field.get_default(), connection)
        for field in model._meta.concrete_fields
        if field.column not in given and not field.primary_key
    }
    names = ", ".join(f'"{column}"' for column in (*columns, *rest))
    defaults = tuple(rest.values())
    whole = ((*row, *defaults) for row in rows)
    table = model._meta.db_table
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            for row in whole:
                copy.write_row(row)
    else:
        places = ", ".join("?" for _ in (*columns, *rest))
        sql = f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608 -- our own names
        connection.connection.executemany(sql, whole)


@contextmanager
def without_indexes(models: Sequence[type[Model]]) -> Iterator[None]:
    """Drop the tables' indexes, and make them again when all rows are there: that is quicker."""
    dropped: list[str] = []
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(INDEXES[connection.vendor], [model._meta.db_table])
            for name, sql in cursor.fetchall():
                cursor.execute(f'DROP INDEX "{name}"')
                dropped.append(sql)
    yield
    with connection.cursor() as cursor:
        for sql in dropped:
            cursor.execute(sql)


@contextmanager
def without_search_index() -> Iterator[None]:
    """Take the database's own index over the entries away until they are written."""
    _execute(database().UNINSTALL)
    yield
    _execute(database().INSTALL)


def _execute(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


if __name__ == "__main__":
    sys.exit(main())
