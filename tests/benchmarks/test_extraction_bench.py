"""The bench of extraction measures and writes its own table."""

from pathlib import Path

import pytest

from benchmarks.extraction import exponent, measure
from benchmarks.figures import Figure, markdown_of, write_section
from benchmarks.texts import joined, read_texts, spread

STORY = "Mara Vell hides a sailor in the harbour. Bruno looks for the man. She lies to him. " * 4


def test_plots_of_a_collection_and_single_documents_are_read(tmp_path: Path):
    (tmp_path / "many.txt").write_text(
        f"####One####\n{STORY}\n\n####Two####\n{STORY}\n####Stub####\nTo do.\n"
    )
    (tmp_path / "single.txt").write_text(STORY)
    (tmp_path / "notes.json").write_text("{}")
    assert read_texts(tmp_path) == [STORY.strip()] * 3


def test_folder_without_texts_is_an_error(tmp_path: Path):
    with pytest.raises(ValueError, match="holds no"):
        read_texts(tmp_path)


def test_texts_are_taken_from_all_over_the_list():
    assert spread("abcdef", 3) == ["a", "c", "e"]
    assert spread("ab", 3) == ["a", "b", "a"]


@pytest.mark.parametrize("words", [1, 20, 500])
def test_joined_text_is_about_as_long_as_asked(words: int):
    assert words <= len(joined([STORY], words).split()) <= words + 10


def test_exponent_tells_linear_from_quadratic():
    assert exponent([1, 2, 4, 8], [2, 4, 8, 16]) == pytest.approx(1)
    assert exponent([1, 2, 4, 8], [1, 4, 16, 64]) == pytest.approx(2)


def test_table_replaces_what_stands_between_the_marks(tmp_path: Path):
    page = tmp_path / "benchmarks.md"
    page.write_text("Before\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nAfter\n")
    write_section(page, "a", markdown_of([Figure("time", "3 s", "≤ 4 s", is_met=True)]))
    text = page.read_text()
    assert "| time | 3 s | ≤ 4 s | met |" in text
    assert "old" not in text
    assert text.startswith("Before\n")
    assert text.endswith("\nAfter\n")


def test_page_without_marks_is_left_alone(tmp_path: Path):
    page = tmp_path / "benchmarks.md"
    page.write_text("Before\n")
    with pytest.raises(ValueError, match="should hold"):
        write_section(page, "a", "table")
    assert page.read_text() == "Before\n"


def test_every_target_has_its_figure(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("benchmarks.extraction.LENGTHS", (50, 100))
    figures = list(measure([STORY], documents=2, pairs=1, stream=8))
    assert [figure.what.split(",")[0] for figure in figures if figure.target] == [
        "added to the model as it is shipped",
        "time grows with length to the power of",
        "growth of memory over a stream of 8 documents",
    ]
    assert all(isinstance(figure.is_met, bool) for figure in figures if figure.target)
