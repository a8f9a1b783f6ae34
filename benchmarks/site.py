"""Importing this makes the site's models ready to be imported."""

import os
from typing import Any

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.signed_cookies import SessionStore

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "filmkb.settings")
django.setup()

HOST = "films.example"
PLAIN_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
EDITORS = "benchmarks.site.Editors"


class Editors:
    """Lets an editor in of whom the base knows nothing: the bench writes into nobody's base."""

    def get_user(self, _user_id: int) -> Any:
        return editor()


def editor() -> Any:
    return get_user_model()(pk=0, username="editor", is_staff=True, is_superuser=True)


def sign_in() -> str:
    """Let such an editor in from now on, and nobody else; return the cookie to ask with."""
    settings.AUTHENTICATION_BACKENDS = [EDITORS]
    settings.SESSION_ENGINE = SessionStore.__module__
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = "0", EDITORS
    session[HASH_SESSION_KEY] = editor().get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def serve_the_bench() -> None:
    """Serve the bench's own pages, too, under its name, with styles that nobody has collected."""
    settings.ALLOWED_HOSTS = [HOST]
    settings.ROOT_URLCONF = "benchmarks.urls"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN_FILES}
