"""The rooms import one way; pyproject.toml says which."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_rooms_import_one_way():
    result = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr


def test_text_rooms_work_without_django():
    script = (
        "import sys, films.reading, films.extraction.extract, films.reconciliation;"
        "sys.exit('django' in sys.modules)"
    )
    result = run(sys.executable, "-c", script)
    assert result.returncode == 0, "a text room loads Django\n" + result.stderr


def test_who_reads_no_text_does_not_wait_for_the_language_model():
    script = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'filmkb.settings';"
        "import django; django.setup();"
        "import filmkb.urls, films.management.commands.import_documents;"
        "sys.exit(bool({'spacy', 'films.extraction.extract'} & set(sys.modules)))"
    )
    result = run(sys.executable, "-c", script)
    assert result.returncode == 0, result.stderr


def test_films_package_itself_is_empty():
    assert (ROOT / "films" / "__init__.py").read_text() == ""
