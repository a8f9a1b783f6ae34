"""Bytes become the text that was meant, or are refused by name."""

import hashlib

import pytest

from films.reading import UnreadableDocument, read_text

TEXT = "Zoë Åkesson naïvely leaves the café in Malmö.\r\nÉmile stays behind, and says “adieu”.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_decoded_whatever_its_encoding(encoding: str) -> None:
    assert read_text("a.txt", TEXT.encode(encoding)).text.lstrip("\ufeff") == TEXT


def test_guess_looks_at_the_language_where_code_pages_differ() -> None:
    russian = "Мара уезжает из города вместе с братом, и никто не знает, куда они плывут. " * 5
    assert read_text("a.txt", russian.encode("cp1251")).text == russian


def test_byte_order_mark_counts_in_the_text_and_not_in_the_prose() -> None:
    document = read_text("a.txt", TEXT.encode("utf-8-sig"))
    assert document.text == "\ufeff" + TEXT
    assert document.prose.text.startswith("Zoë")
    assert document.prose.origin(0, 3).of(document.text) == "Zoë"


def test_line_ends_stay_as_received() -> None:
    assert read_text("a.txt", TEXT.encode()).text == TEXT


def test_digest_is_of_the_bytes_as_received() -> None:
    data = TEXT.encode("utf-16")
    assert read_text("a.txt", data).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"\x03\x04\x00\x00 Mara leaves", "is binary, not text"),
        (b"PK\x03\x04\x00\x00 Mara leaves", "is a ZIP archive or an office document; unpack it"),
        (b"BZh91AY\x00 Mara leaves", "is packed with bzip2; unpack it"),
        (b"%PDF-1.4 \x00 Mara leaves", "is a PDF document; save its text"),
        (b"mara.txt".ljust(257, b"\0") + b"ustar", "is a TAR archive; unpack it"),
        (bytes(range(1, 32)) * 20, "is binary, not text"),
        (b"\xff\xfeM", "claims to be UTF-16"),
        (b"Mara leaves. " * 100, r"is 1,300 bytes, over the limit of 1,000 \(FILMKB_MAX_DOCUMENT_BYTES\)"),
    ],
    ids=[
        "nothing",
        "white space",
        "mark only",
        "null bytes",
        "ZIP archive",
        "packed otherwise",
        "PDF",
        "TAR archive",
        "control characters",
        "half a character",
        "too long",
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as refusal:
        read_text("a.txt", data, max_bytes=1000)
    assert refusal.value.name == "a.txt"
