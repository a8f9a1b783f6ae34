"""Importing this makes ready to read: it loads the language model that the environment names."""

import os
from contextlib import suppress

import films.extraction.extract  # noqa: F401 (with all that reads, and its word lists)
from films.extraction.language_model import DEFAULT_MODEL, load_model

with suppress(OSError):  # none of that name: whoever reads with it says so
    load_model(os.environ.get("FILMKB_LANGUAGE_MODEL") or DEFAULT_MODEL)
