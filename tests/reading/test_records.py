"""Data sets: every record becomes a document with a readable text, and a bad one does not stop the others."""

import gzip
import json
from io import StringIO
from pathlib import Path

import pytest

from films.reading import LeftOut, RecordField, RecordRules, UnreadableDocument, read_documents
from films.reading.cells import texts_of
from films.reading.document import Document
from films.reading.json_records import objects_of
from films.reading.records import Row, field_of_column
from films.vocabulary import HeaderKey, PassageKind

STORY = "Mara Venn leaves Port Ember with her brother and never looks back."
OTHER = "Oskar Lindt finds a letter in the wall and follows it to the coast."
CSV = f"""Release Year,Title,Origin/Ethnicity,Director,Cast,Genre,Wiki Page,Plot
1994,The Ember Tide,American,Ida Holm,"Una Reyes, Jon Pell",drama,https://films.example/The_Ember_Tide,"{STORY}"
2003,A Wood in Winter,British,Unknown,,unknown,,"{OTHER}"
"""
PACKAGE = {"name": "ferry-times", "version": "1.0.0", "description": "When ferries leave", "license": "MIT"}
RECORD = {"title": "The Ember Tide", "year": 1994, "cast": ["Una Reyes", "Jon Pell"], "genres": ["Drama"]}
TEXT = f"""Title: The Ember Tide
Year: 1994
Directed by: Ida Holm
Starring: Una Reyes, Jon Pell
Genre: drama
Country: American

Plot:
{STORY}
"""


def put(folder: Path, name: str, content: str | bytes, *, encoding: str = "utf-8") -> Path:
    data = content.encode(encoding) if isinstance(content, str) else content
    path = folder / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def read(path: Path, **columns: str) -> list[Document]:
    entries = read_all(path, **columns)
    assert not [entry for entry in entries if isinstance(entry, UnreadableDocument)]
    return [entry for entry in entries if isinstance(entry, Document)]


def read_all(path: Path, **columns: str) -> list[Document | UnreadableDocument]:
    rules = RecordRules({column: RecordField(field) for column, field in columns.items()})
    return list(read_documents([path], rules))


def facts(document: Document) -> dict[str, str]:
    return {field.key.value: field.value for field in document.fields}


def test_record_reads_as_a_header_and_its_plot(tmp_path: Path) -> None:
    first, second = read(put(tmp_path, "films.csv", CSV))
    assert (first.name, first.text, first.url) == (
        "films.csv#1",
        TEXT,
        "https://films.example/The_Ember_Tide",
    )
    assert [passage.kind for passage in first.passages] == [PassageKind.SYNOPSIS]
    assert facts(second) == {"title": "A Wood in Winter", "year": "2003", "country": "British"}


def test_offsets_lead_into_the_readable_text(tmp_path: Path) -> None:
    document = read(put(tmp_path, "films.csv", CSV))[0]
    (director,) = document.fields_of(HeaderKey.DIRECTOR)
    assert director.span.of(document.text) == "Ida Holm"
    start = document.prose.text.index("Port Ember")
    assert document.prose.origin(start, start + 10).of(document.text) == "Port Ember"


SAME: dict[str, str | bytes] = {
    "films.tsv": CSV.replace('"Una Reyes, Jon Pell"', "Una Reyes; Jon Pell").replace(",", "\t"),
    "films.csv.gz": CSV,
    "packed.csv": gzip.compress(CSV.encode()),
    "films.txt": CSV,
    "semicolons.csv": CSV.replace(",", ";").replace('"Una Reyes; Jon Pell"', '"Una Reyes, Jon Pell"'),
    "windows.csv": CSV.replace("\n", "\r\n"),
    "films": CSV,
}


@pytest.mark.parametrize("name", SAME)
def test_tables_are_known_by_their_content(name: str, tmp_path: Path) -> None:
    found = facts(read(put(tmp_path, name, SAME[name]))[0])
    assert found == {
        "title": "The Ember Tide",
        "year": "1994",
        "director": "Ida Holm",
        "cast": "Una Reyes, Jon Pell",
        "genre": "drama",
        "country": "American",
    }


JSON_FORMS: dict[str, str] = {
    "array.json": json.dumps([RECORD, RECORD | {"title": "Ash"}]),
    "pretty.json": json.dumps([RECORD, RECORD | {"title": "Ash"}], indent=2),
    "lines.jsonl": json.dumps(RECORD) + "\n" + json.dumps(RECORD | {"title": "Ash"}) + "\n",
    "lines.txt": json.dumps(RECORD) + "\n" + json.dumps(RECORD | {"title": "Ash"}) + "\n",
    "wrapped.json": json.dumps({"films": [RECORD, RECORD | {"title": "Ash"}], "total": 2}, indent=1),
    "array.json.gz": json.dumps([RECORD, RECORD | {"title": "Ash"}]),
    "keyed.json": json.dumps({"1": RECORD, "2": RECORD | {"title": "Ash"}}),
    "keyed.txt": json.dumps({"films": {"1": RECORD, "2": RECORD | {"title": "Ash"}}}, indent=2),
}


@pytest.mark.parametrize("name", JSON_FORMS)
def test_json_records_are_read_in_every_form(name: str, tmp_path: Path) -> None:
    first, second = read(put(tmp_path, name, JSON_FORMS[name]))
    assert first.text == "Title: The Ember Tide\nYear: 1994\nStarring: Una Reyes, Jon Pell\nGenre: Drama\n"
    assert second.name == name.removesuffix(".gz") + "#2"


def test_record_under_a_key_is_named_by_it_unless_it_has_an_id(tmp_path: Path) -> None:
    films = {"tt7": RECORD, "tt8": RECORD | {"title": "Ash"}, "tt9": RECORD | {"id": "oak", "title": "Oak"}}
    found = read(put(tmp_path, "films.json", json.dumps(films)))
    assert [document.name for document in found] == ["films.json#tt7", "films.json#tt8", "films.json#oak"]


def test_broken_record_under_a_key_does_not_stop_the_others(tmp_path: Path) -> None:
    text = '{"a": {"title": "Ash", "cast": [}, "b": {"title": "Oak", "director": "Jo Orr"}, "c": 5,'
    text += '"d": {"title": "Elm", "director": "Jo Orr"}}'
    found = list(objects_of(StringIO(text[1:])))
    assert [type(row).__name__ for row in found] == ["BadRow", "Row", "BadRow", "Row"]
    assert [row.values["id"] for row in found if isinstance(row, Row)] == ["b", "d"]


def test_blocks_of_titles_and_plots_are_records(tmp_path: Path) -> None:
    text = f"####The Ember Tide####\n{STORY}\n\n{OTHER}\n####Ash (2001 film)####\n{OTHER}\n"
    first, second = read(put(tmp_path, "plots.txt", text))
    assert first.text == f"Title: The Ember Tide\n\nPlot:\n{STORY}\n\n{OTHER}\n"
    assert facts(second) == {"title": "Ash", "year": "2001"}


def test_numbers_with_stories_need_no_header(tmp_path: Path) -> None:
    first, second = read(put(tmp_path, "plots.txt", f'31\t{STORY}\n47\t"Go," says Mara. {OTHER}\n'))
    assert (first.name, first.text) == ("plots.txt#31", STORY + "\n")
    assert second.text.startswith('"Go," says Mara.')


def test_an_ordinary_document_is_no_data_set(tmp_path: Path) -> None:
    (document,) = read(put(tmp_path, "film.txt", f"Title: The Ember Tide\nCast: A, B\n\n{STORY}"))
    assert document.name == "film.txt"


COLUMNS = [
    ("Title", "title"), ("film", "title"), ("Movie Name", "title"), ("primaryTitle", "title"),
    ("Release Year", "year"), ("year", "year"), ("date", "year"), ("startYear", "year"),
    ("Director(s)", "director"), ("directors", "director"), ("Cast", "cast"), ("actors", "cast"),
    ("starring", "cast"), ("Star1", "cast"), ("Genre(s)", "genre"), ("listed_in", "genre"),
    ("Origin/Ethnicity", "country"), ("Country", "country"), ("Wiki Page", "url"), ("href", "url"),
    ("link", "url"), ("Plot", "plot"), ("Synopsis", "plot"), ("Summary", "summary"), ("Overview", "summary"),
    ("extract", "summary"), ("description", "summary"), ("runtimeMinutes", "runtime"),
    ("Series_Title", "title"),
    ("tconst", "id"), ("imdb_id", "id"), ("original_language", "language"), ("Released_Year", "year"),
    ("actor_1_name", "cast"), ("Actor 3", "cast"), ("filmLabel", "title"), ("directorLabel", "director"),
    ("names", "title"), ("orig_title", "original_title"), ("runtime_in_minutes", "runtime"),
    ("original_release_date", "year"), ("Summary text", "summary"), ("synopsis_text", "plot"),
    ("plot_raw", "plot"), ("longPlot", "plot"), ("Wikipedia plot", "plot"), ("plot_en", "plot"),
    ("wiki_page", "url"), ("imdb_id", "id"), ("directors_list", "director"), ("Starring actors", "cast"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "field"), COLUMNS)
def test_columns_are_known_by_any_usual_name(column: str, field: str) -> None:
    assert field_of_column(column) == field


NO_FIELDS = [
    "Votes",
    "stars_given",
    "thumbnail_width",
    "type",
    "Score",
    "rating",
    "actor_1_facebook_likes",
    "Plot words",
    "plot_keywords",
    "review_text",
    "imdb_rating",
    "",
]


@pytest.mark.parametrize("column", NO_FIELDS)
def test_columns_that_say_nothing_of_a_film_are_left_out(column: str) -> None:
    assert field_of_column(column) in (None, RecordField.IGNORE)


def test_a_title_is_read_without_the_style_sheet_in_it(tmp_path: Path) -> None:
    title = "Ash .mw-parser-output .frac{white-space:nowrap}33⅓"
    (document,) = read(put(tmp_path, "films.json", json.dumps([RECORD | {"title": title}])))
    assert document.text.startswith("Title: Ash 33⅓\nYear: 1994\n")


def left_out(path: Path, **columns: str) -> list[LeftOut]:
    told: list[LeftOut] = []
    rules = RecordRules({column: RecordField(field) for column, field in columns.items()})
    assert list(read_documents([path], rules, told.append))
    return told


def test_columns_that_are_not_read_are_told_once_for_each_file(tmp_path: Path) -> None:
    rows = "".join(f"Ash {number},{STORY},7\n" for number in range(3))
    path = put(tmp_path, "films.csv", "Title,Plot words,Votes\n" + rows)
    assert left_out(path) == [LeftOut("films.csv", ("Plot words", "Votes"), has_story=False)]


def test_columns_that_somebody_says_to_leave_out_are_not_told(tmp_path: Path) -> None:
    path = put(tmp_path, "films.csv", f"Title,Plot words,Votes\nAsh,{STORY},7\n")
    assert left_out(path, **{"Plot words": "plot", "Votes": "ignore"}) == []


def test_a_column_that_gives_way_to_a_mapped_one_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "films.json", json.dumps([{"title": "Ash", "plot": "As before.", "retold": STORY}]))
    assert left_out(path, retold="plot") == [LeftOut("films.json", ("plot",), has_story=True)]


def test_columns_without_a_header_are_told_by_number_and_first_cell(tmp_path: Path) -> None:
    path = put(tmp_path, "films.tsv", "7\tAsh\tred\n8\tElm\tblue\n")
    (told,) = left_out(path, **{"2": "title"})
    assert told.columns == ("1 (“7”)", "3 (“red”)")


def test_a_data_set_that_is_read_whole_is_not_told(tmp_path: Path) -> None:
    assert left_out(put(tmp_path, "films.csv", CSV)) == []


VALUES = [
    (None, []), (float("nan"), []), ("", []), ("N/A", []), (r"\N", []), (1994, ["1994"]), (1994.0, ["1994"]),
    ("1994.0", ["1994"]), (True, []), ("['Ida Holm', 'Bo Lindt']", ["Ida Holm", "Bo Lindt"]),
    ('["Ida Holm"]', ["Ida Holm"]), ('{"/m/01": "Drama", "/m/02": "War"}', ["Drama", "War"]),
    ([{"id": 3, "name": "Drama"}], ["Drama"]),
    ([{"name": "Una Reyes", "character": "Mara"}], ["Una Reyes as Mara"]), ("[sic", ["[sic"]), ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("value", "texts"), VALUES)
def test_values_are_read_as_texts(value: object, texts: list[str]) -> None:
    assert texts_of(value) == texts


CASTS = [
    (["Una Reyes", ")", "Jon Pell"], "Una Reyes, Jon Pell"),
    (["Una Reyes", "and", "(narrator)", "Jon Pell", "."], "Una Reyes, Jon Pell"),
    ("Una Reyes\nJon Pell\r\nBo Lindt", "Una Reyes, Jon Pell, Bo Lindt"),
    ("Una Reyes|Jon Pell", "Una Reyes, Jon Pell"),
    ("Una Reyes, Unknown, Jon Pell", "Una Reyes, Jon Pell"),
    (["Lon Venn", "Sr."], "Lon Venn, Sr."),
    (["Una Reyes (actress)", "Jon Pell[3]"], "Una Reyes, Jon Pell"),
    ("Una Reyes, Jon Pell, and Bo Lindt", "Una Reyes, Jon Pell, Bo Lindt"),
    (["Una Reyes", "and his Orchestra", "voices of", "d'Arcy Pell"], "Una Reyes, d'Arcy Pell"),
    ("4.5", None),
    ("Unknown", None),
]


@pytest.mark.parametrize(("cast", "value"), CASTS)
def test_casts_hold_names_and_nothing_else(cast: object, value: str | None, tmp_path: Path) -> None:
    path = put(tmp_path, "films.json", json.dumps([{"title": "Ash", "cast": cast}]))
    assert facts(read(path)[0]).get("cast") == value


TITLES = [
    ("The Ember Tide[1]", "The Ember Tide"),
    ("The Ember Tide (film)", "The Ember Tide"),
    ("The Ember Tide (TV special)", "The Ember Tide (TV special)"),
    ("Ash &amp; Elm", "Ash & Elm"),
    ("Unknown", "Unknown"),
    ("Ash\nand Elm", "Ash and Elm"),
]


@pytest.mark.parametrize(("title", "value"), TITLES)
def test_titles_lose_marks_and_nothing_else(title: str, value: str, tmp_path: Path) -> None:
    assert facts(read(put(tmp_path, "films.json", json.dumps([{"title": title}])))[0])["title"] == value


def test_an_address_is_no_title(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "film,filmLabel,publicationDate\nhttp://x.example/Q7,Ash,1931-05-01\n")
    assert facts(read(path)[0])["title"] == "Ash"


def test_record_keeps_its_own_id(tmp_path: Path) -> None:
    documents = read(put(tmp_path, "films.csv", "imdb_id,title\ntt31,Ash\n,Elm\n"))
    assert [document.name for document in documents] == ["films.csv#tt31", "films.csv#2"]


def test_lead_and_plot_of_one_record_are_both_kept(tmp_path: Path) -> None:
    lead = "Ash is a 2001 drama film directed by Ida Holm."
    (document,) = read(
        put(tmp_path, "a.json", json.dumps([{"title": "Ash", "overview": lead, "plot": STORY}]))
    )
    assert document.text == f"Title: Ash\n\n{lead}\n\nPlot:\n{STORY}\n"
    assert [passage.kind for passage in document.passages] == [PassageKind.ABOUT, PassageKind.SYNOPSIS]


def test_mapped_columns_go_before_those_that_are_guessed(tmp_path: Path) -> None:
    path = put(tmp_path, "films.csv", f"Name of work,Title,Told\nAsh,Vol. 3,{STORY}\n")
    (document,) = read(path, **{"Name of work": "title", "told": "plot"})
    assert document.text == f"Title: Ash\n\nPlot:\n{STORY}\n"


def test_columns_of_a_table_without_a_header_are_mapped_by_number(tmp_path: Path) -> None:
    path = put(tmp_path, "films.tsv", "9\t/m/0x\tAsh\t2001\n10\t/m/0y\tElm\t1999\n")
    documents = read(path, **{"1": "id", "3": "title", "4": "year"})
    assert [(d.name, d.text) for d in documents] == [
        ("films.tsv#9", "Title: Ash\nYear: 2001\n"),
        ("films.tsv#10", "Title: Elm\nYear: 1999\n"),
    ]


def test_mapped_column_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    path = put(tmp_path, "films.csv", "Title,Year\nAsh,2001\n")
    (refusal,) = read_all(path, Named="title")
    assert str(refusal) == f"{path} has no column Named; it has Title, Year"


def test_data_that_are_not_of_films_are_refused_with_their_columns(tmp_path: Path) -> None:
    (refusal,) = read_all(put(tmp_path, "towns.csv", "Town,People\nPort Ember,900\n"))
    assert "has no column for a title or a plot; name one with --map COLUMN=FIELD" in str(refusal)


def test_folder_gives_its_data_sets_and_passes_over_other_data(tmp_path: Path) -> None:
    put(tmp_path, "films.csv", CSV)
    put(tmp_path, "more.jsonl.gz", json.dumps({"title": "Ash", "year": 2001}))
    put(tmp_path, "towns.csv", "Town,People\nPort Ember,900\n")
    put(tmp_path, "settings.json", '{"colour": "green"}')
    put(tmp_path, "package.json", json.dumps(PACKAGE, indent=2))
    put(tmp_path, "people.json", json.dumps([{"name": "Jo Hale", "email": "jo@x.example"}]))
    put(tmp_path, "told.txt", STORY)
    names = [document.name for document in read(tmp_path)]
    assert names == ["films.csv#1", "films.csv#2", "more.jsonl#1", "told.txt"]


@pytest.mark.parametrize("content", ["[]", '[{"title: Ash}]', "{}"])
def test_data_set_without_a_record_is_refused(content: str, tmp_path: Path) -> None:
    (refusal,) = read_all(put(tmp_path, "films.json", content))
    assert "holds no record that can be read" in str(refusal)


def test_mapping_tells_which_data_of_a_folder_are_of_films(tmp_path: Path) -> None:
    put(tmp_path, "werke.csv", "Nr,Werk\n1,Ash\n")
    assert [document.text for document in read(tmp_path, Werk="title")] == ["Title: Ash\n"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_data_sets_come_in_any_usual_encoding(encoding: str, tmp_path: Path) -> None:
    text = CSV.replace("Ida Holm", "Zoë Brûlé").replace("Una Reyes", "Renée Müller")
    found = facts(read(put(tmp_path, "films.csv", text, encoding=encoding))[0])
    assert (found["title"], found["director"]) == ("The Ember Tide", "Zoë Brûlé")


def test_stray_bytes_behind_the_beginning_do_not_stop_a_file(tmp_path: Path) -> None:
    rows = "".join(f"Film {i},{STORY}\n" for i in range(5000))
    path = put(
        tmp_path, "films.csv", f"title,plot\n{rows}".encode() + "Ré,".encode("cp1252") + STORY.encode()
    )
    assert facts(read(path)[-1])["title"] == "Ré"


STUBS = "title,year\nAsh,2001\n,2002\nOak,2003\n"
TORN = '[\n{"title": "Ash"},\n{"title": Elm},\n{"title": "Oak"}\n]'
BAD = [
    (
        "a.csv",
        f'title,plot\nAsh,"{STORY}"\nElm,one,two,three\nOak,"{OTHER}"\n',
        "a.csv#2",
        "line 3",
        "4 cells",
    ),
    ("a.csv", STUBS, "a.csv#2", "line 3", "neither a title nor a plot"),
    ("a.jsonl", '{"title": "Ash"}\n{"title": "El\n{"title": "Oak"}\n', "a.jsonl#2", "record 2", "valid"),
    ("a.json", TORN, "a.json#2", "record 2", "valid JSON"),
    ("a.json", '[{"title": "Ash"}, 7, {"title": "Oak"}]', "a.json#2", "record 2", "is no object"),
    (
        "a.json",
        '[{"title": "Ash"}, {"year": 7}, {"title": "Oak"}]',
        "a.json#2",
        "record 2",
        "neither a title",
    ),
]


@pytest.mark.parametrize(("file", "content", "name", "place", "reason"), BAD)
def test_bad_record_is_refused_with_its_place_and_the_others_go_on(
    file: str, content: str, name: str, place: str, reason: str, tmp_path: Path
) -> None:
    first, refusal, last = read_all(put(tmp_path, file, content))
    assert isinstance(refusal, UnreadableDocument)
    assert (refusal.name, refusal.place) == (name, place)
    assert reason in refusal.reason
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert facts(last)["title"] == "Oak"


def test_record_over_the_size_limit_is_refused(tmp_path: Path) -> None:
    rules = RecordRules({}, max_bytes=150)
    path = put(tmp_path, "a.csv", f'title,plot\nAsh,"{STORY * 4}"\nElm,{OTHER}\n')
    refusal, document = read_documents([path], rules)
    assert isinstance(refusal, UnreadableDocument)
    assert "over the limit of 150" in refusal.reason
    assert isinstance(document, Document)


def test_what_stands_before_the_damage_of_a_packed_file_is_read(tmp_path: Path) -> None:
    told = [" ".join(str(i * k * 7919 % 100_003) for k in range(2, 500)) for i in range(300)]
    rows = "".join(f"Film {i},{text}\n" for i, text in enumerate(told))
    data = gzip.compress(f"title,notes\n{rows}".encode())
    path = tmp_path / "films.csv.gz"
    path.write_bytes(data[: len(data) // 2])
    *documents, refusal = read_all(path)
    assert len(documents) > 50
    assert isinstance(refusal, UnreadableDocument)
    assert "is damaged behind record" in refusal.reason


def test_links_without_a_host_are_relative_to_the_base_address(tmp_path: Path) -> None:
    path = put(tmp_path, "a.json", json.dumps([{"title": "Ash", "href": "Ash_(film)"}]))
    rules = RecordRules({}, base_url="https://films.example/wiki/")
    (document,) = read_documents([path], rules)
    assert isinstance(document, Document)
    assert document.url == "https://films.example/wiki/Ash_(film)"
    assert [entry.url for entry in read(path)] == [""]
