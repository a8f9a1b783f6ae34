"""Documents in files and folders."""

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from films.reading import data_files
from films.reading.decoding import UnreadableDocument
from films.reading.document import Document
from films.reading.reader import MAX_BYTES, SETTING, read_text
from films.reading.records import RecordField

DAMAGED = "is damaged and cannot be unpacked; fetch the file again"
PIPE = "is a pipe or a device, which cannot be read twice; write it to a file and give that"
SUFFIXES = frozenset({"", ".txt", ".text", ".md"})


def read_document(
    path: Path, *, name: str | None = None, source: str = "", max_bytes: int = MAX_BYTES
) -> Document:
    """Read a file as a document, or raise `UnreadableDocument`.

    The document goes by its file name, so two files of one name in different folders share it:
    a caller that takes both in has to tell them apart.
    """
    path = Path(path)
    name = data_files.plain_name(path) if name is None else name
    try:
        if path.is_dir():
            raise UnreadableDocument(name, "is a folder, not a document")
        if path.exists() and not path.is_file():
            raise UnreadableDocument(name, PIPE)
        size = path.stat().st_size
        if size > max_bytes:
            raise UnreadableDocument(name, f"is {size:,} bytes, over the limit of {max_bytes:,} ({SETTING})")
        with data_files.opened(path) as file:
            data = file.read(max_bytes + 1)
    except (EOFError, zlib.error) as error:
        raise UnreadableDocument(name, DAMAGED) from error
    except OSError as error:
        raise UnreadableDocument(name, reason_of(path, error)) from error
    return read_text(name, data, source=source, max_bytes=max_bytes)


def find_documents(paths: Iterable[Path], mapping: Mapping[str, RecordField] | None = None) -> Iterator[Path]:
    """Yield the files that the paths name: files as given, of folders every one below that holds documents.

    Those are text files, and data sets of films, packed or not; they come sorted. `mapping`
    tells what columns hold of which the names do not tell it. A path that is missing, and a folder
    without documents, raise `UnreadableDocument` when met.
    """
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        found = sorted(_files(path, mapping or {}))
        if not found:
            kinds = ", ".join(sorted(suffix for suffix in SUFFIXES | data_files.SUFFIXES if suffix))
            raise UnreadableDocument(str(path), f"holds no documents; a folder's {kinds} files are read")
        yield from found


def _files(folder: Path, mapping: Mapping[str, RecordField]) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_broken_link = path.is_symlink() and not path.exists()  # to be refused by name, not passed over
        if not is_hidden and (is_broken_link or path.is_file()) and _holds_documents(path, mapping):
            yield path


def _holds_documents(path: Path, mapping: Mapping[str, RecordField]) -> bool:
    suffix = Path(data_files.plain_name(path)).suffix.lower()
    return suffix in SUFFIXES or (suffix in data_files.SUFFIXES and data_files.holds_films(path, mapping))


def reason_of(path: Path, error: OSError) -> str:
    """Say in words that follow its name why a file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "is a link to a file that does not exist; mend the link"
        if str(path) == "-":
            return PIPE
        return "does not exist; check the path"
    if isinstance(error, PermissionError):
        return "cannot be opened: permission denied; let the user who imports read it"
    if isinstance(error, gzip.BadGzipFile):
        return DAMAGED
    return f"cannot be opened: {(error.strerror or 'unknown error').lower()}"
