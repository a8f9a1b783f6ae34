"""A wrong start says what to do."""

import os
import subprocess
import sys

import pytest

from tests.frame.commands import ROOT, manage


def test_making_an_environment_without_python_says_how_to_name_one(tmp_path):
    result = subprocess.run(
        [str(ROOT / "scripts" / "make-venv"), "no-such-python", str(tmp_path / "venv")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "make PYTHON=" in result.stderr
    assert not (tmp_path / "venv").exists()


@pytest.fixture
def text(tmp_path) -> str:
    (tmp_path / "wood.txt").write_text("A Wood in Winter (1931)\n\nOskar follows Ilse to Lower Vale.\n")
    return str(tmp_path / "wood.txt")


@pytest.mark.parametrize("command", ["import_documents", "export_films", "rebuild_search"])
def test_a_database_without_tables_says_to_migrate(command, text, tmp_path):
    arguments = [text, "--jobs", "1"] if command == "import_documents" else []
    ended = manage(command, *arguments, url=f"sqlite:///{tmp_path}/new.sqlite3")
    assert ended.returncode == 1
    assert ended.stderr == "CommandError: The database has no tables yet; run: manage.py migrate\n"


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/films.sqlite3", "postgres://filmkb:secret@127.0.0.1:1/films"]
)
@pytest.mark.parametrize("command", ["export_films", "rebuild_search"])
def test_a_database_that_cannot_be_opened_is_named_with_what_to_look_at(command, url):
    ended = manage(command, url=url)
    assert ended.returncode == 1
    assert ended.stderr.startswith("CommandError: The database ")
    assert "films" in ended.stderr
    assert "cannot be opened: " in ended.stderr
    assert "See that DATABASE_URL names the right one" in ended.stderr
    assert "secret" not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_export_that_nobody_reads_to_its_end_ends_without_a_word(text, tmp_path):
    url = f"sqlite:///{tmp_path}/films.sqlite3"
    manage("migrate", url=url)
    manage("import_documents", text, "--jobs", "1", url=url)
    assert manage("export_films", url=url).stdout.count("\n") == 1
    command = f"{sys.executable} manage.py export_films | true; exit ${{PIPESTATUS[0]}}"
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "filmkb.settings"}
    ended = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (141, "")


WRONG_ADDRESSES = [
    ("mongo://filmkb:secret@host/films", "begins with mongo://"),
    ("films.sqlite3", "does not begin as an address does"),
    ("postgres://filmkb:secret@host:port/films", "cannot be read (Port could not be cast to integer value"),
]


@pytest.mark.parametrize(("url", "fault"), WRONG_ADDRESSES)
def test_an_address_of_no_database_is_refused_in_words(url, fault):
    ended = manage("export_films", url=url)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"The settings are wrong: DATABASE_URL {fault}")
    assert "the site knows sqlite:////folder/file.sqlite3 or postgres://" in ended.stderr
    assert "secret" not in ended.stderr


def test_an_empty_address_is_the_database_beside_the_program():
    shown = "from django.conf import settings; print(settings.DATABASES['default']['NAME'])"
    environment = os.environ | {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "filmkb.settings"}
    run = subprocess.run(
        [sys.executable, "-c", shown], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout == f"{ROOT / 'filmkb.sqlite3'}\n"
