"""The doorways from a shell."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from films.models import Film
from tests.store.conftest import EMBER, EMBER_AGAIN, WOOD

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ember.txt").write_text(EMBER)
    (tmp_path / "wood.txt").write_text(WOOD)
    return tmp_path


def run(*arguments) -> str:
    out = StringIO()
    call_command(*map(str, arguments), stdout=out)
    return out.getvalue()


def row_of(table: str, name: str) -> list[str]:
    line = next(line for line in table.splitlines() if f" {name} " in line)
    return [cell.strip() for cell in line.strip("│┃ ").split("│")][1:]


def test_a_folder_is_imported_and_summed_up(folder):
    table = run("import_documents", folder)
    assert row_of(table, "documents")[0] == "2"
    assert row_of(table, "films")[0] == "2"
    assert Film.objects.count() == 2


def test_importing_again_says_that_nothing_changed(folder):
    run("import_documents", folder)
    assert row_of(run("import_documents", folder), "documents")[:3] == ["0", "0", "2"]


def pages_known_to_be_seen_by_all() -> int:
    """Return how many pages of the search entries PostgreSQL has found to be tidy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relallvisible FROM pg_class WHERE relname = 'films_searchentry'")
        return cursor.fetchone()[0]


def leave_to_imports() -> None:
    """Let the server tidy the search entries of no test by itself, and forget what it has tidied."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE films_searchentry SET (autovacuum_enabled = false)")
        cursor.execute("TRUNCATE films_searchentry")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite leaves nothing for later")
@pytest.mark.django_db(transaction=True)
def test_large_import_leaves_nothing_for_the_server_to_tidy(folder, monkeypatch):
    leave_to_imports()
    run("import_documents", folder / "wood.txt")
    assert pages_known_to_be_seen_by_all() == 0
    monkeypatch.setattr("films.management.tidying.MANY", 1)
    run("import_documents", folder)
    assert pages_known_to_be_seen_by_all() > 0


def test_refused_documents_are_named_with_the_reason_and_the_others_go_on(folder, capsys):
    (folder / "empty.txt").write_text("")
    out = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("import_documents", str(folder), str(folder / "missing.txt"), stdout=out)
    assert end.value.code == 1
    assert f"Refused: {folder}/empty.txt is empty" in out.getvalue()
    assert f"Refused: {folder}/missing.txt does not exist; check the path" in out.getvalue()
    assert Film.objects.count() == 2


def test_a_document_over_the_size_limit_is_refused(folder, settings):
    settings.FILMKB_MAX_DOCUMENT_BYTES = 20
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("import_documents", str(folder), stdout=out)
    assert "over the limit of 20" in out.getvalue()


def test_a_dry_run_lists_the_changes_and_makes_none(folder):
    listed = run("import_documents", folder, "--dry-run")
    assert "+ film The Ember Tide (1994)" in listed
    assert "Would change" in listed
    assert Film.objects.count() == 0


def test_the_source_is_kept(folder):
    run("import_documents", folder / "wood.txt", "--source", "archive")
    assert Film.objects.get().documents.get().source == "archive"


def test_films_are_exported_one_a_line(folder):
    run("import_documents", folder)
    lines = run("export_films").splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["The Ember Tide", "A Wood in Winter"][::-1]


def test_one_film_is_exported_by_its_slug(folder):
    run("import_documents", folder)
    lines = run("export_films", "--film", "the-ember-tide-1994").splitlines()
    assert [json.loads(line)["slug"] for line in lines] == ["the-ember-tide-1994"]


def test_an_unknown_slug_is_an_error_that_names_it(folder):
    with pytest.raises(CommandError, match="No film has the slug the-tide"):
        run("export_films", "--film", "the-tide")


def test_an_export_goes_to_a_file(folder, tmp_path):
    run("import_documents", folder)
    run("export_films", "--output", tmp_path / "films.jsonl")
    assert (tmp_path / "films.jsonl").read_text() == run("export_films")


def test_an_export_that_fails_leaves_the_file_as_it_was(folder, tmp_path, monkeypatch):
    run("import_documents", folder)
    (tmp_path / "films.jsonl").write_text("as it was")

    def fail_at_second(films):
        yield {}
        raise RuntimeError("the lamp went out")

    monkeypatch.setattr("films.management.commands.export_films.export_films", fail_at_second)
    with pytest.raises(RuntimeError):
        run("export_films", "--output", tmp_path / "films.jsonl")
    assert (tmp_path / "films.jsonl").read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ember.txt", "films.jsonl", "wood.txt"]


def test_an_export_into_a_missing_folder_says_so(tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run("export_films", "--output", tmp_path / "nowhere" / "films.jsonl")


def test_a_second_document_adds_to_the_film(folder):
    run("import_documents", folder / "ember.txt")
    (folder / "again.txt").write_text(EMBER_AGAIN)
    table = run("import_documents", folder / "again.txt")
    assert row_of(table, "documents")[0] == "1"
    assert row_of(table, "plot events")[0] == "1"


@pytest.mark.parametrize(
    "address", ["notaurl", "ftp://films.example/", "https:///wiki/", "films.example/wiki"]
)
def test_links_are_relative_to_an_address_of_the_web_only(folder, address):
    with pytest.raises(CommandError, match=f"--base-url: {address} is no address such as https://"):
        run("import_documents", folder, "--base-url", address)
