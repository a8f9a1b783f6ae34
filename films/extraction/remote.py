"""Reading on another machine: with the same rules as whoever asked for it, or not at all."""

import hashlib
import socket
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from films.extraction.batches import Fault, extract_batch
from films.extraction.statements import Extraction
from films.reading.document import Document

FILMS = Path(__file__).resolve().parents[1]
RULES = ("vocabulary.py", "folding.py", "reading", "extraction")  # what a text goes through until it is read

_reading = Lock()  # the language model is one for the process, and reads for one thread at a time


class DifferentRulesError(Exception):
    """A machine would read otherwise than it was asked to."""


@cache
def fingerprint(model: str) -> str:
    """Return by what one reading is known to equal another: the language model, spaCy, our own rules.

    Loads the model, so that the first document need not wait for it. Raises `OSError` when there is none.

    >>> from films.extraction.language_model import DEFAULT_MODEL
    >>> fingerprint(DEFAULT_MODEL) == fingerprint(DEFAULT_MODEL)
    True
    """
    from films.extraction.language_model import load_model  # noqa: PLC0415 (asked by clusters alone)

    meta = load_model(model).meta
    return f"{model} {meta['version']}, spaCy {version('spacy')}, rules {_digest_of_rules()}"


def extract_alike(documents: Sequence[Document], model: str, wanted: str) -> list[Extraction | Fault]:
    """Return what each document says, if this machine's `fingerprint` is the one that is wanted."""
    with _reading:
        if (own := fingerprint(model)) != wanted:
            raise DifferentRulesError(f"{socket.gethostname()} reads with {own}; wanted is {wanted}")
        return extract_batch(documents, model)


def _digest_of_rules() -> str:
    """Return a digest of every rule and word list, so that not even a changed word goes unseen."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(_files_of_rules(), key=lambda path: path.relative_to(FILMS).as_posix()):
        text = path.read_text(encoding="utf-8")  # one kind of line ends, whatever the machine's own
        digest.update(f"{path.relative_to(FILMS).as_posix()}\0{text}\0".encode())
    return digest.hexdigest()


def _files_of_rules() -> list[Path]:
    folders = [FILMS / name for name in RULES]
    files = [path for place in folders for path in ([place] if place.is_file() else place.rglob("*"))]
    return [path for path in files if path.suffix in {".py", ".txt"}]
