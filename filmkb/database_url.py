"""The database that an address names."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

ENGINES = frozenset({"django.db.backends.sqlite3", "django.db.backends.postgresql"})
KNOWN = "sqlite:////folder/file.sqlite3 or postgres://user:password@host/name"


def database_of(url: str) -> dict[str, Any]:
    """Return Django's settings for the database of an address; its password is shown to nobody.

    >>> database_of("postgres://filmkb:secret@db.example.org/films")["NAME"]
    'films'
    """
    scheme, separator, _ = url.partition("://")
    if Env.DB_SCHEMES.get(scheme) not in ENGINES:
        start = f"begins with {scheme}://" if separator else "does not begin as an address does"
        raise ImproperlyConfigured(f"DATABASE_URL {start}; the site knows {KNOWN}.")
    try:
        settings: dict[str, Any] = Env.db_url_config(url)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"DATABASE_URL cannot be read ({error}); the site knows {KNOWN}."
        ) from error
    return settings
