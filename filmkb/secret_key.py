"""The signing key of an installation that was given none."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def read_or_make_secret_key(path: Path) -> str:
    """Return the key kept in `path`; make it, readable by its owner alone, if there is none.

    Safe when several processes start at once: the first to link its finished file wins, and the others
    read that one.
    """
    try:
        if not path.exists():
            _make(path)
        return path.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"No signing key: set SECRET_KEY, since {path} cannot be used ({error.strerror})."
        ) from error


def _make(path: Path) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(get_random_secret_key())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was quicker
    finally:
        draft.unlink()
