"""Bytes into text: which encoding, and whether it is text at all."""

import codecs
import re

from charset_normalizer import from_bytes

# Control characters that text files do not hold; tab, line feed, form feed, return and escape may occur.
CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.01  # the share of control characters above which bytes are not text
LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ")
SIGNS = frozenset("‘’“”–—…•«»°£€§©®™´·¿¡½¼¾ªº\xa0")
MOST_SPECIAL = 0.15  # the share of characters beyond ASCII that Western prose stays below
SAMPLE = 200_000  # bytes that suffice to tell an encoding
BINARY = "is binary, not text; only text files can be read"
OFFICE = "is a ZIP archive or an office document; unpack it, or save it as CSV or as text"
TAR = "is a TAR archive; unpack it and give the folder"
TAR_SIGN_AT = 257
KINDS = (
    (b"PK\x03\x04", OFFICE),
    (b"\xd0\xcf\x11\xe0", "is an office document; save it as CSV or as text"),
    (b"BZh", "is packed with bzip2; unpack it, or pack it with gzip"),
    (b"\xfd7zXZ", "is packed with xz; unpack it, or pack it with gzip"),
    (b"(\xb5/\xfd", "is packed with zstd; unpack it, or pack it with gzip"),
    (b"7z\xbc\xaf", "is a 7z archive; unpack it"),
    (b"%PDF", "is a PDF document; save its text as .txt"),
    (b"PAR1", "is a Parquet file; save it as CSV"),
    (b"SQLite format 3", "is an SQLite database; save the table as CSV"),
)

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class UnreadableDocument(Exception):  # noqa: N818 - it names what is refused
    """A document that is refused: its `name`, and the `reason` in words that follow the name.

    What can be done about it follows the reason after a semicolon; `place` tells where in its file a
    record stands.
    """

    def __init__(self, name: str, reason: str, *, place: str = "") -> None:
        super().__init__(f"{name} {reason}")
        self.name = name
        self.reason = reason
        self.place = place


def decode(name: str, data: bytes) -> tuple[str, str]:
    r"""Return the text of `data` and its encoding; line ends and a byte order mark stay as they are.

    >>> decode("mara.txt", "Zoë\r\n".encode())
    ('Zoë\r\n', 'utf-8')
    """
    if marked := _decode_marked(name, data):
        return marked
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_guessed(name, data)
    _refuse_binary(name, data)
    return text, "utf-8"


def _decode_marked(name: str, data: bytes) -> tuple[str, str] | None:
    """Decode what starts with a UTF-16 or UTF-32 byte order mark."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                raise UnreadableDocument(
                    name, f"claims to be {encoding.upper()} but is not; save it as UTF-8 text"
                ) from None
    return None


def _decode_guessed(name: str, data: bytes) -> tuple[str, str]:
    _refuse_binary(name, data)
    sample = data[:SAMPLE]
    guess = None if _is_western(sample) else from_bytes(sample).best()
    for encoding in (guess.encoding if guess else None, "cp1252", "latin-1"):
        if encoding is None:
            continue
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableDocument(name, "is in an unknown encoding; save it as UTF-8 text")


def _is_western(sample: bytes) -> bool:
    """Whether the bytes read as English in Windows-1252: few accented letters, and usual signs.

    Short texts hold too little for a statistical guess between the Latin code pages.
    """
    text = sample.decode("cp1252", "replace")
    special = [character for character in text if character > "\x7f"]
    usual = all(character in SIGNS or character in LETTERS for character in special)
    return usual and len(special) < MOST_SPECIAL * len(text)


def _refuse_binary(name: str, data: bytes) -> None:
    if b"\x00" not in data and len(CONTROLS.findall(data)) <= MOST_CONTROLS * len(data):
        return
    reason = next((reason for sign, reason in KINDS if data.startswith(sign)), BINARY)
    raise UnreadableDocument(name, TAR if data[TAR_SIGN_AT:].startswith(b"ustar") else reason)
