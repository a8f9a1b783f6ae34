"""Documents in files and folders."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from films.reading.decoding import UnreadableDocument
from films.reading.document import Document
from films.reading.reader import MAX_BYTES, SETTING, read_text

SUFFIXES = frozenset({"", ".txt", ".text", ".md"})


def read_document(
    path: Path, *, name: str | None = None, source: str = "", max_bytes: int = MAX_BYTES
) -> Document:
    """Read a file as a document, or raise `UnreadableDocument`.

    The document goes by its file name, so two files of one name in different folders share it:
    a caller that takes both in has to tell them apart.
    """
    path = Path(path)
    name = path.name if name is None else name
    try:
        if path.is_dir():
            raise UnreadableDocument(name, "is a folder, not a document")
        size = path.stat().st_size
        if size > max_bytes:
            raise UnreadableDocument(name, f"is {size:,} bytes, over the limit of {max_bytes:,} ({SETTING})")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(name, _reason(path, error)) from error
    return read_text(name, data, source=source, max_bytes=max_bytes)


def find_documents(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents that the paths name: files as given, of folders every text file below, sorted.

    A path that is missing, and a folder without documents, raise `UnreadableDocument` when met.
    """
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        found = sorted(_text_files(path))
        if not found:
            kinds = ", ".join(sorted(suffix for suffix in SUFFIXES if suffix))
            raise UnreadableDocument(str(path), f"holds no documents; a folder's {kinds} files are read")
        yield from found


def _text_files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_broken_link = path.is_symlink() and not path.exists()  # to be refused by name, not passed over
        if not is_hidden and path.suffix.lower() in SUFFIXES and (path.is_file() or is_broken_link):
            yield path


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "is a link to a file that does not exist"
        return "does not exist; check the path"
    if isinstance(error, PermissionError):
        return "cannot be opened: permission denied"
    return f"cannot be opened: {(error.strerror or 'unknown error').lower()}"
