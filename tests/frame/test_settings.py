"""Settings come from the environment, and are safe when it says nothing."""

import json
import os
import stat
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from filmkb.secret_key import read_or_make_secret_key

ROOT = Path(__file__).resolve().parents[2]
SHOW = """
import json, django
from django.conf import settings
django.setup()
names = ["DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]
engine = settings.DATABASES["default"]["ENGINE"]
print(json.dumps({n: getattr(settings, n) for n in names} | {"ENGINE": engine}))
"""


@cache
def settings_with(**environment: str) -> dict:
    unset = ("DEBUG", "HTTPS", "DATABASE_URL", "SECRET_KEY")
    inherited = {k: v for k, v in os.environ.items() if k not in unset}
    result = subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=ROOT,
        env={**inherited, "DJANGO_SETTINGS_MODULE": "filmkb.settings", "SECRET_KEY": "x" * 60, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(result.stdout)


def test_debug_is_off_unless_asked():
    assert settings_with()["DEBUG"] is False
    assert settings_with(DEBUG="1")["DEBUG"] is True


def test_https_makes_cookies_secure_and_sends_hsts():
    plain, https = settings_with(), settings_with(HTTPS="1")
    assert not plain["SESSION_COOKIE_SECURE"]
    assert plain["SECURE_HSTS_SECONDS"] == 0
    assert https["SESSION_COOKIE_SECURE"]
    assert https["CSRF_COOKIE_SECURE"]
    assert https["SECURE_SSL_REDIRECT"]
    assert https["SECURE_HSTS_SECONDS"] >= 31_536_000


def test_database_url_chooses_postgresql():
    assert settings_with()["ENGINE"] == "django.db.backends.sqlite3"
    assert (
        settings_with(DATABASE_URL="postgres://u:p@localhost/x")["ENGINE"] == "django.db.backends.postgresql"
    )


def test_secret_key_is_made_once_and_readable_by_its_owner_alone(tmp_path):
    path = tmp_path / ".secret-key"
    key = read_or_make_secret_key(path)
    assert len(key) >= 50
    assert read_or_make_secret_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_secret_key_is_not_in_the_repository():
    ignored = subprocess.run(
        ["git", "check-ignore", ".secret-key", ".env", "filmkb.sqlite3"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ignored.stdout.split() == [".secret-key", ".env", "filmkb.sqlite3"]


@pytest.mark.django_db
def test_pages_carry_a_policy_without_inline_scripts_or_styles(client):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_sqlite_waits_for_a_lock_instead_of_failing():
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        assert settings.DATABASES["default"]["OPTIONS"]["timeout"] >= 10
        assert "journal_mode=WAL" in settings.DATABASES["default"]["OPTIONS"]["init_command"]
    else:
        assert settings.DATABASES["default"]["CONN_HEALTH_CHECKS"]
