"""Films that nobody made: the same ones each time, in the proportions of the corpora."""

import random
import sqlite3
from collections import Counter
from itertools import islice

import pytest
from django.db import connection

from benchmarks.generated import _models, fill_like, prepare
from benchmarks.generated_columns import COLUMNS
from benchmarks.generated_rows import Made, studio_films
from benchmarks.generated_words import drawn, made_words
from films.models import Film, Genre
from tests import factories as make


def rows_of(films=200, plots=0.15):
    found = Counter()
    tables = {}
    for rows in Made(films, plots=plots).batches(50):
        for name, values in rows.items():
            found[name] += len(values)
            tables.setdefault(name, []).extend(values)
    return found, tables


@pytest.fixture(scope="module")
def made():
    return rows_of()


def test_the_same_films_are_made_each_time(made):
    assert rows_of() == made


def test_rows_have_the_columns_they_are_written_with(made):
    _, tables = made
    assert set(tables) <= set(COLUMNS)
    assert {name: {len(row) for row in rows} for name, rows in tables.items()} == {
        name: {len(COLUMNS[name])} for name in tables
    }


def test_so_many_films_have_a_plot_as_was_asked(made):
    counts, tables = made
    assert counts["Film"] == 200
    assert 28 <= sum(row[6] > 0 for row in tables["Film"]) <= 32


def test_what_is_cited_stands_in_the_document(made):
    _, tables = made
    texts = {row[0]: row[3 + (COLUMNS["SourceDocument"][3] != "text")] for row in tables["SourceDocument"]}
    assert tables["Citation"]
    assert all(0 <= start < end <= len(texts[document]) for _, document, start, end, *_ in tables["Citation"])


def test_an_event_mention_has_its_trigger_inside_its_sentence(made):
    _, tables = made
    at = COLUMNS["EventMention"].index("sentence_start")
    spans = [row[at : at + 4] for row in tables["EventMention"]]
    assert spans
    assert all(first <= start < end <= last for first, last, start, end in spans)


@pytest.mark.parametrize("films", [100, 300])
def test_a_studios_head_has_two_hundred_credits_in_a_base_of_any_size(films):
    _, tables = rows_of(films)
    person, job = (COLUMNS["Credit"].index(name) for name in ("person_id", "job"))
    [(head, most)] = Counter(row[person] for row in tables["Credit"]).most_common(1)
    assert most == 200
    assert {row[job] for row in tables["Credit"] if row[person] == head} == {"producer", "writer", "cast"}


def test_studios_lie_all_over_a_large_base():
    films = studio_films(1_000_000)
    assert len(films) == 3_000
    assert films[-1] > 990_000


def test_the_first_words_are_drawn_oftenest():
    made_up = random.Random(1)  # noqa: S311 -- the same words every time
    counts = Counter(islice(drawn(made_up, made_words(made_up, 100)), 5_000))
    (_, most), *_, (_, least) = counts.most_common()
    assert most > 5 * least


def write_file(path, models):
    """Write the rows of these models, as the connected database has them, into a SQLite file."""
    with sqlite3.connect(path) as file:
        for model in models:
            columns = [field.column for field in model._meta.concrete_fields]
            named = ", ".join(f'"{column}"' for column in columns)
            file.execute(f"CREATE TABLE {model._meta.db_table} ({named})")
            rows = [
                [value if value is None else str(value) for value in row]
                for row in model._default_manager.values_list(*columns)
            ]
            places = ", ".join("?" for _ in columns)
            file.executemany(f"INSERT INTO {model._meta.db_table} VALUES ({places})", rows)  # noqa: S608


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is filled with rows made here")
def test_base_filled_from_a_file_has_the_links_between_its_rows(tmp_path):
    genre = make.GenreFactory()
    film = make.FilmFactory()
    film.genres.add(genre)
    linked = (Genre, Film, Film.genres.through)
    connection.check_constraints()  # now: what waits for the end keeps tables from being emptied
    write_file(tmp_path / "films.sqlite3", _models())

    prepare()
    fill_like(tmp_path / "films.sqlite3")

    assert [model.objects.count() for model in linked] == [1, 1, 1]
    assert list(film.genres.all()) == [genre]
