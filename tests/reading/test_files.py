"""Files and folders are found, and what cannot be read is named."""

from pathlib import Path

import pytest

from films.reading import UnreadableDocument, find_documents, read_document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", "sub/README", ".hidden.txt", ".git/d.txt", "a.gold.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Mara leaves.", encoding="utf-8")
    return tmp_path


def test_folder_gives_its_text_files_in_order(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in find_documents([folder])]
    assert found == ["a.txt", "b.txt", "sub/README", "sub/c.md"]


def test_file_named_outright_is_taken_whatever_its_suffix(folder: Path) -> None:
    assert list(find_documents([folder / "a.gold.json"])) == [folder / "a.gold.json"]


def test_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="holds no documents"):
        list(find_documents([tmp_path]))


def test_document_goes_by_its_file_name(folder: Path) -> None:
    document = read_document(folder / "a.txt", source="a test")
    assert (document.name, document.source, document.text) == ("a.txt", "a test", "Mara leaves.")


def test_document_goes_by_the_name_it_is_given(folder: Path) -> None:
    assert read_document(folder / "a.txt", name="set.csv#7").name == "set.csv#7"


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="does not exist"):
        read_document(tmp_path / "no.txt")


def test_broken_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(UnreadableDocument, match="link to a file that does not exist"):
        read_document(tmp_path / "link.txt")


def test_broken_link_in_a_folder_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert list(find_documents([tmp_path])) == [tmp_path / "link.txt"]


def test_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="is a folder"):
        read_document(tmp_path)


def test_file_without_permission_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableDocument, match="cannot be opened: permission denied"):
        read_document(folder / "a.txt")


def test_large_file_is_refused_unread(folder: Path) -> None:
    with pytest.raises(UnreadableDocument, match="over the limit of 5"):
        read_document(folder / "a.txt", max_bytes=5)
