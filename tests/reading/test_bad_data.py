"""Data as people have them: broken, cut off, of another kind, in another form; with a reason and a remedy."""

import gzip
import json
import os
from pathlib import Path

import pytest

from films.reading import UnreadableDocument
from films.reading.records import Columns, file_of_record
from tests.reading.test_records import OTHER, PACKAGE, RECORD, STORY, facts, put, read, read_all

REST = "".join(f'Film {number},2003,"{STORY} {number}"\n' for number in range(30))
HEADER = "title,year,plot\n"


def refusals(path: Path, **columns: str) -> list[str]:
    return [str(entry) for entry in read_all(path, **columns) if isinstance(entry, UnreadableDocument)]


NOT_OF_FILMS = [
    ("package.json", json.dumps(PACKAGE)),
    ("package.json", json.dumps({"name": "ferry-times"})),
    ("manifest.json", json.dumps({"title": "Ferries", "start_url": "/"})),
    ("people.json", json.dumps([{"name": "Jo Hale", "email": "jo@x.example"}] * 2)),
    ("people.csv", "name,email\nJo Hale,jo@x.example\n"),
    ("goods.csv", "name,category,price,description\nLamp,light,3,A lamp.\n"),
    ("towns.json", json.dumps({"type": "Towns", "name": "towns", "features": [{"id": 1}]})),
]


@pytest.mark.parametrize(("name", "content"), NOT_OF_FILMS)
def test_data_that_say_nothing_of_films_are_no_films(name: str, content: str, tmp_path: Path) -> None:
    (refusal,) = refusals(put(tmp_path, name, content))
    assert "says nothing of films, such as a year or a director; its columns are " in refusal
    assert "if its records are films, say so with --map " in refusal
    put(tmp_path, "told.txt", STORY)
    assert [document.name for document in read(tmp_path)] == ["told.txt"]


def test_whoever_says_that_names_are_titles_is_believed(tmp_path: Path) -> None:
    (document,) = read(put(tmp_path, "people.csv", "name,email\nJo Hale,jo@x.example\n"), name="title")
    assert document.text == "Title: Jo Hale\n"


OF_FILMS = [
    ("list.csv", "title\nAsh\nElm\n"),
    ("list.csv", 'Film\n"Ash"\n"Elm"\n'),
    ("list.csv", "name,year\nAsh,2001\nElm,2002\n"),
    ("list.csv", "title,votes\nAsh,3\nElm,5\n"),
    ("list.json", json.dumps([{"title": "Ash"}, {"title": "Elm"}])),
    ("list.jsonl", json.dumps({"title": "Ash"}) + "\n" + json.dumps({"title": "Elm"}) + "\n"),
    ("list.json", json.dumps([{"name": "Ash", "director": "Ida Holm"}, {"name": "Elm"}])),
]


@pytest.mark.parametrize(("name", "content"), OF_FILMS)
def test_a_list_of_titles_is_one_of_films_when_it_is_given_by_name(
    name: str, content: str, tmp_path: Path
) -> None:
    documents = read(put(tmp_path, name, content))
    assert [facts(document)["title"] for document in documents] == ["Ash", "Elm"]


@pytest.mark.parametrize(
    ("name", "content", "is_read"),
    [
        ("a.csv", "title,year\nAsh,2001\n", True),
        ("a.csv", "title,votes\nAsh,3\n", False),
        ("films.csv", "title,votes\nAsh,3\n", True),
        ("a.csv", "movie,votes\nAsh,3\n", True),
        ("a.json", json.dumps([{"title": "Ash", "genres": ["drama"]}]), True),
        ("a.json", json.dumps({"title": "Ash", "director": "Ida Holm"}), True),
        ("a.json", json.dumps({"title": "Ferries", "description": "When they leave"}), False),
        ("a.csv", f"id,text\n1,{STORY}\n", False),
    ],
)
def test_of_a_folder_what_speaks_of_films_is_read(
    name: str, content: str, is_read: bool, tmp_path: Path
) -> None:
    put(tmp_path, name, content)
    put(tmp_path, "told.txt", STORY)
    assert [entry.name for entry in read(tmp_path)] == [f"{name}#1"] * is_read + ["told.txt"]


def test_columns_that_other_data_have_too_tell_nothing_of_films() -> None:
    assert not Columns(["name", "type", "stars", "by", "category"], {}).are_of_films
    assert Columns(["name", "starring"], {}).are_of_films


def test_a_row_of_a_single_cell_is_refused_and_one_without_its_last_is_not(tmp_path: Path) -> None:
    entries = read_all(put(tmp_path, "a.csv", f"{HEADER}Ash,2001\nElm\n\nOak,2002,{STORY},,\n"))
    assert [entry.name for entry in entries] == ["a.csv#1", "a.csv#2", "a.csv#3"]
    assert "has a single cell where the table has 3 columns; give it the others" in str(entries[1])


def test_a_line_without_end_costs_one_record(tmp_path: Path) -> None:
    long = "word " * 2_000_000
    csv = read_all(put(tmp_path, "a.csv", f"{HEADER}Ash,2001,{long}\nElm,2002,{STORY}\n"))
    told = [json.dumps(RECORD | {"plot": plot}) for plot in (long, STORY)]
    lines = read_all(put(tmp_path, "a.jsonl", "\n".join(told)))
    for refusal, other in (csv, lines):
        assert "000 characters" in str(refusal)
        assert not isinstance(other, UnreadableDocument)
    assert getattr(csv[0], "place", "") == "line 2"


UNCLOSED = [
    pytest.param(f'Ash,2001,"{STORY}\n', "a.csv#1", "line 2", id="first"),
    pytest.param(f'Elm,2001,{OTHER}\nAsh,2001,"{STORY}\n', "a.csv#2", "line 3", id="later"),
    pytest.param(f'Ash,2001,"{STORY}\nIt goes on.\nAnd on.\n', "a.csv#1", "line 2", id="over several lines"),
]


@pytest.mark.parametrize(("rows", "name", "place"), UNCLOSED)
def test_a_quotation_mark_that_nothing_closes_takes_no_other_record(
    rows: str, name: str, place: str, tmp_path: Path
) -> None:
    entries = read_all(put(tmp_path, "a.csv", HEADER + rows + REST))
    (refusal,) = [entry for entry in entries if isinstance(entry, UnreadableDocument)]
    assert (refusal.name, refusal.place) == (name, place)
    assert "has a quotation mark that nothing closes; close it, or write it twice" in str(refusal)
    assert [entry.name for entry in entries if entry is not refusal][-30:][0].startswith("a.csv#")
    assert sum("2003" in getattr(entry, "text", "") for entry in entries) == 30


def test_a_record_over_several_lines_stays_one(tmp_path: Path) -> None:
    told = f'{STORY}\n\nMara said ""no"", and went.\nTom, Ida, and Bo stayed.'
    (document, other) = read(put(tmp_path, "a.csv", f'{HEADER}Ash,2001,"{told}"\nElm,2002,"{OTHER}"\n'))
    assert "Tom, Ida, and Bo stayed." in document.text
    assert facts(other)["title"] == "Elm"


def test_a_table_that_was_cut_off_says_so_at_its_last_record(tmp_path: Path) -> None:
    *documents, refusal = read_all(put(tmp_path, "a.csv", f'{HEADER}{REST}Ash,2001,"Mara Venn lea'))
    assert len(documents) == 30
    assert "ends within quotation marks; close them, or fetch the file again" in str(refusal)


def test_lines_of_which_the_first_is_broken_are_read_from_the_second_on(tmp_path: Path) -> None:
    refusal, document = read_all(put(tmp_path, "a.jsonl", '{"title: "Ash"}\n' + json.dumps(RECORD) + "\n"))
    assert "a.jsonl#1 is no valid JSON" in str(refusal)
    assert document.name == "a.jsonl#2"


def test_an_array_that_was_cut_off_is_read_to_its_last_whole_record(tmp_path: Path) -> None:
    *documents, refusal = read_all(put(tmp_path, "a.json", json.dumps([RECORD] * 5)[:-20]))
    assert len(documents) == 4
    assert "a.json#5 is no valid JSON" in str(refusal)


WRAPPED = [
    {"films": [RECORD, RECORD | {"title": "Ash"}]},
    {"meta": {"by": [{"name": "Jo"}]}, "films": [RECORD, RECORD | {"title": "Ash"}], "total": 2},
    {"name": "Our films", "films": [RECORD, RECORD | {"title": "Ash"}]},
    {"data": {"items": [RECORD, RECORD | {"title": "Ash"}]}},
    [{"film": RECORD}, {"film": RECORD | {"title": "Ash"}}],
]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("content", WRAPPED)
def test_records_are_found_wherever_they_stand_in_a_file(
    content: object, indent: int | None, tmp_path: Path
) -> None:
    documents = read(put(tmp_path, "a.json", json.dumps(content, indent=indent)))
    assert [facts(document)["title"] for document in documents] == ["The Ember Tide", "Ash"]


def test_records_with_lists_of_objects_are_records(tmp_path: Path) -> None:
    told = {"cast": [{"name": "Una Reyes", "character": "Mara"}], "title": "Ash"}
    lines = "".join(json.dumps(told | {"year": year}) + "\n" for year in (2001, 2002))
    assert [facts(document)["year"] for document in read(put(tmp_path, "a.jsonl", lines))] == ["2001", "2002"]


def test_a_long_file_of_wrapped_records_is_read_to_its_end(tmp_path: Path) -> None:
    rows = [RECORD | {"plot": f"{STORY} {number}"} for number in range(3000)]
    assert len(read(put(tmp_path, "a.json", json.dumps({"page": {"n": 1}, "films": rows})))) == 3000


NO_DATA = [
    ("a.json", '["Ash", "Elm"]', "holds no JSON with records, as its name says"),
    ("a.json", "null", "holds no JSON with records, as its name says"),
    ("a.json", '{\n  // green\n  "colour": {}\n}', "has no column for a title or a plot"),
    ("a.json", "{]", "holds no record that can be read"),
    ("a.csv", "A text about nothing.\n", "holds no table, as its name says; if it is the text of a document"),
    ("a.csv", "<!DOCTYPE html><html><body>Not found</body></html>", "is a web page and no data set; fetch"),
    ("a.csv", HEADER, "holds no record below the names of its columns"),
    ("a.csv", "", "is empty"),
    ("a.csv", "\n\n", "is empty"),
    ("a.csv.gz", "", "is empty"),
]


@pytest.mark.parametrize(("name", "content", "reason"), NO_DATA)
def test_what_is_no_data_although_its_name_says_so_is_refused(
    name: str, content: str, reason: str, tmp_path: Path
) -> None:
    (refusal,) = refusals(put(tmp_path, name, content))
    assert reason in refusal


def test_columns_without_a_known_name_are_shown_with_what_stands_first(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "werk,jahr\nAsh,2001\nElm,2002\n")
    (refusal,) = refusals(path)
    assert "its columns are 1 (“werk”), 2 (“jahr”), the fields are id, url, title" in refusal
    assert [d.text for d in read(path, werk="title")] == ["Title: Ash\n", "Title: Elm\n"]


@pytest.mark.parametrize("name", ["a.csv", "late.csv"])
def test_null_bytes_and_half_characters_are_left_out(name: str, tmp_path: Path) -> None:
    before = "".join(f"Film {number},2001,{STORY}\n" for number in range(5000 * (name == "late.csv")))
    documents = read(put(tmp_path, name, f"{HEADER}{before}As\0h,2001,{STORY}\n"))
    assert facts(documents[-1])["title"] == "Ash"
    (document,) = read(put(tmp_path, "a.json", '[{"title": "Ash \\ud83d", "year": "20\\u000001"}]'))
    assert facts(document) == {"title": "Ash \ufffd", "year": "2001"}


@pytest.mark.parametrize("ends", ["\r", "\r\n", "\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_tables_may_be_packed_with_any_separator_and_line_ends(
    ends: str, separator: str, tmp_path: Path
) -> None:
    rows = f"\ufefftitle,year,plot\nAsh,2001,{STORY}\nElm,2002,{OTHER}\n".replace(",", separator)
    path = put(tmp_path, "a.csv", gzip.compress(rows.replace("\n", ends).encode()))
    assert [facts(document)["year"] for document in read(path)] == ["2001", "2002"]


def test_what_may_not_be_opened_is_refused_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path, mode: str = "r") -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path, "a.csv", HEADER)
    monkeypatch.setattr(Path, "open", closed)
    (refusal,) = refusals(path)
    assert refusal == f"{path} cannot be opened: permission denied; let the user who imports read it"


@pytest.mark.parametrize("content", ["A text about nothing.\n", "{]"])
def test_a_file_that_only_its_name_calls_packed_is_refused_as_such(content: str, tmp_path: Path) -> None:
    path = tmp_path / "films.csv.gz"
    path.write_text(content)
    (refusal,) = refusals(path)
    assert refusal.startswith(f"{path} is not packed with gzip, as its name says; fetch the file again")


def test_a_table_that_only_its_name_calls_packed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "films.csv.gz"
    path.write_text("Title,Year\nAsh,2001\n")
    assert refusals(path) == []


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "films.csv")
    (refusal,) = refusals(tmp_path / "films.csv")
    assert "is a pipe or a device, which cannot be read twice; write it to a file and give that" in refusal
    assert "is a pipe or a device" in refusals(Path("-"))[0]


@pytest.mark.parametrize(("name", "file"), [("films.csv#31", "films.csv"), ("film.txt", ""), ("a#b#c", "a")])
def test_the_name_of_a_record_tells_its_file(name: str, file: str) -> None:
    assert file_of_record(name) == file
