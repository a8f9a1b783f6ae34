"""Data sets in: records of one film become one film, and what is refused is counted and listed."""

import gzip
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from films.models import Credit, Film, Person, SourceDocument, Suggestion
from tests.store.test_commands import row_of

pytestmark = pytest.mark.django_db

EMBER = '1994,The Ember Tide,Ida Holm,"Una Reyes, Jon Pell",Mara leaves Port Ember. Mara finds Tom.\n'
HEADER = "Release Year,Title,Director,Cast,Plot\n"


@pytest.fixture
def run(tmp_path):
    def import_(files: dict[str, str], *options: str) -> str:
        for name, text in files.items():
            data = text.encode()
            (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        out = StringIO()
        try:
            call_command(
                "import_documents",
                *(str(tmp_path / name) for name in files),
                "--jobs",
                "1",
                *options,
                stdout=out,
            )
        except SystemExit:
            out.write("exit status 1\n")
        return out.getvalue()

    return import_


def record(**values: object) -> str:
    return json.dumps([values])


def test_records_become_documents_with_their_address(run):
    run({"plots.csv.gz": HEADER.replace("Plot", "Plot,Link") + EMBER.replace("\n", ",https://x.example/1\n")})
    document = SourceDocument.objects.get()
    assert (document.name, document.url) == ("plots.csv#1", "https://x.example/1")
    assert document.text.startswith("Title: The Ember Tide\nYear: 1994\nDirected by: Ida Holm\n")
    assert {(credit.credited_as, credit.job) for credit in Credit.objects.all()} == {
        ("Ida Holm", "director"),
        ("Una Reyes", "cast"),
        ("Jon Pell", "cast"),
    }


def test_every_citation_of_a_record_leads_to_its_words(run):
    run({"plots.csv": HEADER + EMBER})
    credit = Credit.objects.get(credited_as="Una Reyes")
    (citation,) = credit.citations.all()
    assert citation.document.text[citation.start : citation.end] == "Una Reyes"


@pytest.mark.parametrize("year", [1994, 1995])
def test_one_film_in_two_data_sets_is_one_film(year, run):
    cast = ["Jon Pell", "Una Reyes"]
    run({"plots.csv": HEADER + EMBER, "list.json": record(title="The Ember Tide", year=year, cast=cast)})
    assert Film.objects.get().document_count == 2
    assert Person.objects.filter(name="Una Reyes").count() == 1


def test_remakes_of_one_title_stay_apart(run):
    remake = record(title="The Ember Tide", year=2011, cast=["Una Reyes", "Al Pym"])
    run({"plots.csv": HEADER + EMBER, "list.json": remake})
    assert sorted(Film.objects.values_list("year", flat=True)) == [1994, 2011]
    assert not Suggestion.objects.exists()


def test_films_of_one_title_and_year_with_other_people_stay_apart(run):
    other = record(title="The Ember Tide", year=1994, director="Bo Lindt", cast=["Al Pym"])
    run({"plots.csv": HEADER + EMBER, "list.json": other})
    assert Film.objects.count() == 2


def test_records_of_one_title_and_address_are_one_film(run):
    told = record(title="The Ember Tide", year=1994, url="https://x.example/1", plot="Mara finds Tom.")
    run({"a.json": told, "b.json": record(title="The Ember Tide", year=1994, url="https://x.example/1")})
    assert Film.objects.get().document_count == 2


def test_a_record_without_a_year_is_of_the_film_that_two_of_its_people_made(run):
    undated = record(title="Ember Tide", cast=["Jon Pell", "Una Reyes", "Al Pym"])
    run({"plots.csv": HEADER + EMBER, "list.json": undated})
    assert Film.objects.get().document_count == 2
    assert not Suggestion.objects.exists()


def test_two_records_of_one_title_in_a_data_set_are_two_films(run):
    told = [{"title": "Ash", "plot": "Mara leaves Port Ember. Mara finds Tom."}]
    run({"films.json": json.dumps([*told, {"title": "Ash", "plot": "Oskar follows Ilse to Lower Vale."}])})
    assert Film.objects.count() == 2
    assert not Suggestion.objects.exists()


def test_two_records_of_one_id_are_named_with_what_can_be_done(run):
    shown = run({"films.csv": "id,title,year\n7,Ash,1931\n7,Elm,1932\n"})
    assert "films.csv#7 has the file and the id of another record; give each an id of its own" in shown
    run({"films.csv": "id,title,year\n7,Ash,1931\n7,Elm,1932\n"}, "--map", "id=ignore")
    assert sorted(Film.objects.values_list("title", flat=True)) == ["Ash", "Elm"]


def test_data_that_say_nothing_of_films_are_counted_as_one_reason(run):
    files = {f"{name}.json": json.dumps({"name": name}) for name in ("app", "site")}
    shown = run({**files, "plots.csv": HEADER + EMBER})
    assert "2 × says nothing of films, such as a year or a director" in shown
    assert Film.objects.count() == 1


def test_a_title_alone_is_not_enough_for_one_film(run):
    run({"plots.csv": HEADER + EMBER, "list.json": record(title="The Ember Tide")})
    assert Film.objects.count() == 2
    assert Suggestion.objects.filter(field="merge").count() == 1


def test_people_of_one_name_in_two_films_are_two_without_a_co_worker_in_common(run):
    rows = [
        {"title": "Ash", "year": 1931, "cast": ["Una Reyes", "Jon Pell"]},
        {"title": "Elm", "year": 1990, "cast": ["Una Reyes", "Al Pym"]},
        {"title": "Oak", "year": 1932, "cast": ["Una Reyes", "Jon Pell"]},
    ]
    run({"films.json": json.dumps(rows)})
    assert sorted(p.credits.count() for p in Person.objects.filter(name="Una Reyes")) == [1, 2]


def test_importing_a_data_set_again_changes_nothing(run):
    run({"plots.csv": HEADER + EMBER})
    assert row_of(run({"plots.csv": HEADER + EMBER}), "documents")[:3] == ["0", "0", "1"]


def test_the_same_record_in_two_files_is_taken_in_once(run):
    table = run({"a.csv": HEADER + EMBER, "b.csv": HEADER + EMBER})
    assert row_of(table, "documents")[:3] == ["1", "0", "1"]


def test_a_record_put_in_between_takes_no_other_films_document(run):
    ash, elm, oak = ({"title": title, "year": 1931} for title in ("Ash", "Elm", "Oak"))
    run({"films.json": json.dumps([ash, elm])})
    longer = {"films.json": json.dumps([oak, ash, elm])}
    run(longer)
    assert sorted(Film.objects.values_list("title", flat=True)) == ["Ash", "Elm", "Oak"]
    assert row_of(run(longer), "documents")[:3] == ["0", "0", "3"]


def test_a_record_that_was_mended_replaces_the_old_one(run):
    run({"films.json": record(title="Ash", year=1931)})
    run({"films.json": record(title="Ash", year=1932)})
    assert (Film.objects.get().year, SourceDocument.objects.count()) == (1932, 1)


def test_columns_are_mapped_by_hand(run):
    run({"films.csv": "No.,Werk,Jahr\n1,Ash,1931\n"}, "--map", "Werk=title", "--map", "Jahr=year")
    film = Film.objects.get()
    assert (film.title, film.year) == ("Ash", 1931)


def test_an_unknown_field_is_an_error_that_names_the_fields(run):
    with pytest.raises(CommandError, match="there is no field plott; the fields are id, url, title"):
        run({"films.csv": HEADER + EMBER}, "--map", "Plot=plott")


def test_an_unknown_column_is_refused_with_the_columns_there_are(run):
    shown = run({"films.csv": HEADER + EMBER}, "--map", "Story=plot")
    assert "has no column Story; it has Release Year, Title, Director, Cast, Plot" in shown
    assert not Film.objects.exists()


def test_a_mapping_without_a_field_is_an_error(run):
    with pytest.raises(CommandError, match="not of the form COLUMN=FIELD"):
        run({"films.csv": HEADER + EMBER}, "--map", "Plot")


def test_links_are_made_whole_with_the_base_address(run):
    run({"a.json": record(title="Ash", href="Ash_(film)")}, "--base-url", "https://x.example/wiki/")
    assert SourceDocument.objects.get().url == "https://x.example/wiki/Ash_(film)"


def test_refusals_are_counted_by_reason_and_written_to_a_report(run, tmp_path):
    bad = "1994,,,,\n" * 30 + EMBER + "one,two,three,four,five,six\n"
    report = tmp_path / "report.jsonl"
    shown = run({"plots.csv": HEADER + bad}, "--report", str(report))
    assert Film.objects.count() == 1
    assert "30 × states neither a title nor a plot" in shown
    assert "1 × has … cells where the table has … columns" in shown
    assert "… and 11 more; --report FILE lists them all." in shown
    assert shown.endswith("exit status 1\n")
    lines = [json.loads(line) for line in report.read_text().splitlines()]
    assert len(lines) == 31
    assert lines[-1] == {
        "name": "plots.csv#32",
        "place": "line 33",
        "reason": "has 6 cells where the table has 5 columns",
        "remedy": "mend its quotation marks",
    }


def test_a_report_that_cannot_be_written_stops_the_import_before_it_begins(run, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run({"plots.csv": HEADER + EMBER}, "--report", str(tmp_path / "nowhere" / "report.jsonl"))
    assert not Film.objects.exists()


def test_a_report_without_refusals_is_empty(run, tmp_path):
    run({"plots.csv": HEADER + EMBER}, "--report", str(tmp_path / "report.jsonl"))
    assert (tmp_path / "report.jsonl").read_text() == ""


def test_an_import_asks_few_queries_a_record(run, django_assert_max_num_queries):
    rows = [
        {"title": f"Film {n}", "year": 1930, "cast": [f"Una {n} Reyes", f"Jon {n} Pell"]} for n in range(64)
    ]
    with django_assert_max_num_queries(64 * 20):
        run({"films.json": json.dumps(rows)})


@pytest.mark.parametrize("option", ["--jobs=1", "--dry-run"])
def test_the_summary_names_the_columns_that_were_not_read(run, option):
    shown = run({"films.csv": "Title,Year,Votes,Plot words\nAsh,1931,7,Mara leaves.\n"}, option)
    assert (
        "Columns not read of films.csv: Votes, Plot words; --map COLUMN=FIELD says what one holds.\n" in shown
    )
    assert "No column of films.csv holds a story, so no events are told; --map COLUMN=plot names one" in shown


def test_data_sets_that_lack_the_same_are_named_together(run):
    told = {f"film-{n}.json": record(title=f"Ash {n}", year=1931, votes=n) for n in range(3)}
    shown = run(told)
    assert "Columns not read of film-0.json and 2 other files: votes;" in shown
    assert shown.count("Columns not read") == 1


def test_the_summary_says_nothing_of_columns_that_were_read(run):
    assert "olumn" not in run({"plots.csv": HEADER + EMBER})


def test_a_column_called_the_text_of_a_summary_is_read(run):
    run({"films.csv": "Title,Year,Summary text\nThe Ember Tide,1994,Mara leaves. Mara finds Tom.\n"})
    assert Film.objects.get().events.count() == 2
