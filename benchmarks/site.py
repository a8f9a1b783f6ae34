"""Importing this makes the site's models ready to be imported."""

import os

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "filmkb.settings")
django.setup()

HOST = "films.example"
PLAIN_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def serve_the_bench() -> None:
    """Serve the bench's own pages, too, under its name, with styles that nobody has collected."""
    settings.ALLOWED_HOSTS = [HOST]
    settings.ROOT_URLCONF = "benchmarks.urls"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN_FILES}
