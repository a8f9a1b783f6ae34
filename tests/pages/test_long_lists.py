"""Lists too long to be counted at each request: what was counted beforehand, and what a choice leaves."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films.event_filter import EventFilter
from films.filters import CharacterFilter, FilmFilter
from films.models import Character, Edition, Film, Overview, PlotEvent
from films.overview import LISTS, refresh_overviews
from tests import factories
from tests.pages.plans import asked_for_ids, is_led_by, sorting_steps
from tests.pages.reading import choices, count_anew, film_list, keep, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def long_list(monkeypatch):
    """Take three films for many, and count the values of at most two."""
    monkeypatch.setattr("films.overview.LARGE", 2)
    monkeypatch.setattr("films.facets.COUNTED", 2)
    for year in (1951, 1952, 1953, 1961):
        factories.FilmFactory(year=year)
    count_anew()


def test_a_long_list_tells_what_was_counted_beforehand_and_when(client, long_list):
    factories.FilmFactory(year=1954)
    page = film_list(client)
    assert words(page.select_one(".tally")).startswith("4 films")
    assert choices(page, "Decade") == ["1950s 3", "1960s 1"]
    assert "As counted on" in words(page.select_one("#facets"))
    assert len(page.select("table.index cite")) == 5  # its rows are those of now


def test_counting_anew_takes_in_what_has_come(client, long_list):
    factories.FilmFactory(year=1954)
    count_anew()
    assert choices(film_list(client), "Decade") == ["1950s 4", "1960s 1"]


def test_nothing_is_counted_again_while_the_store_is_as_it_was(
    long_list, django_assert_max_num_queries, monkeypatch
):
    before = list(Overview.objects.values())
    with django_assert_max_num_queries(12):
        refresh_overviews()
    assert list(Overview.objects.values()) == before
    monkeypatch.setattr("films.overview.LARGE", 3)  # of which there are more films, but not anything else
    refresh_overviews()
    assert {overview.name for overview in Overview.objects.all()} == {"FilmFilter", "home"}


def test_what_changed_while_it_was_counted_is_counted_the_next_time(long_list, monkeypatch):
    def while_an_editor_works() -> dict:
        Edition.objects.bump()
        return {}

    with monkeypatch.context() as patched:
        patched.setattr("films.overview.home_counts", while_an_editor_works)
        count_anew()
    factories.FilmFactory(year=1954)
    refresh_overviews()
    assert Overview.objects.get(name="FilmFilter").counted["total"] == 5


def test_choices_in_a_long_list_say_that_there_are_more_than_were_looked_at(client, long_list):
    page = film_list(client, "?decade=1950&storyline=no")
    assert words(page.select_one(".tally")).startswith("More than 2 films")
    assert len(page.select("table.index cite")) == 3


def test_one_choice_in_a_long_list_tells_what_was_counted_of_it_beforehand(client, long_list):
    factories.FilmFactory(year=1954)
    page = film_list(client, "?decade=1950")
    assert words(page.select_one(".tally")).startswith("3 films")
    assert choices(page, "Decade") == ["1950s (chosen, take away) 3"]
    assert words(film_list(client, "?decade=1960").select_one(".tally")).startswith("1 film")
    keep(client, show="until", until=1)  # what this reader is told was not counted
    assert words(film_list(client, "?decade=1950").select_one(".tally")).startswith("More than 2 films")


def test_a_list_that_has_become_short_is_counted_at_each_request(client, long_list, monkeypatch):
    monkeypatch.setattr("films.overview.LARGE", 10)
    count_anew()
    factories.FilmFactory(year=1954)
    assert not Overview.objects.exists()
    assert choices(film_list(client), "Decade") == ["1950s 4", "1960s 1"]


def test_an_import_counts_anew_and_a_dry_run_does_not(long_list, tmp_path):
    (tmp_path / "moor.txt").write_text("Title: The Moor\nYear: 1954\n")
    before = Edition.objects.current()
    call_command("import_documents", str(tmp_path), "--dry-run", verbosity=0)
    assert Overview.objects.get(name="FilmFilter").counted["total"] == 4
    call_command("import_documents", str(tmp_path), verbosity=0)
    assert Overview.objects.get(name="FilmFilter").counted["total"] == 5
    assert Edition.objects.current() > before


@pytest.mark.parametrize("sort", ["title", "newest", "oldest"])
@pytest.mark.parametrize("counted", [2, 100])
def test_choices_in_a_long_list_leave_the_films_that_all_of_them_fit(
    client, long_list, monkeypatch, counted, sort
):
    monkeypatch.setattr("films.facets.COUNTED", counted)
    kinds = {"genres": ["Drama"], "countries": ["Norland"]}
    fitting = [factories.FilmFactory(title=f"Reed {year}", year=year, **kinds) for year in (1970, 1971, 1972)]
    quay = factories.PlaceFactory(slug="quay")
    for film in fitting:
        factories.SettingFactory(film=film, place=quay)
    factories.FilmFactory(title="Sedge", year=1981, **kinds)
    factories.FilmFactory(title="Rush", year=1975, genres=["Drama"])
    count_anew()
    page = film_list(client, f"?genre=drama&country=norland&decade=1970&place=quay&sort={sort}")
    titles = [words(cite) for cite in page.select("table.index cite")]
    expected = [film.title for film in fitting]
    assert titles == (expected[::-1] if sort == "newest" else expected)


@pytest.mark.parametrize("roads", [0, 1_000], ids=["come upon in their order", "all found and sorted"])
@pytest.mark.parametrize("sort", ["title", "newest", "added"])
@pytest.mark.parametrize("query", ["?genre=drama", "?genre=drama&decade=1970", "?decade=1970"])
def test_a_later_page_of_a_long_list_goes_on_where_the_one_before_ended(
    client, long_list, monkeypatch, query, sort, roads
):
    monkeypatch.setattr("films.filters.SORTED", roads)
    monkeypatch.setattr("films.views._listing.ROWS_PER_PAGE", 2)
    fitting = [
        factories.FilmFactory(title=f"Reed {number}", year=1979 - number, genres=["Drama"])
        for number in range(5)
    ]
    factories.FilmFactory(title="Rush", year=1975)
    factories.FilmFactory(title="Sedge", year=1981, genres=["Drama"])
    count_anew()
    pages = [film_list(client, f"{query}&sort={sort}&page={number}") for number in (1, 2, 3)]
    titles = [words(cite) for page in pages for cite in page.select("table.index cite")]
    assert len(titles) == len(set(titles)) >= len(fitting)
    expected = [film.title for film in fitting]
    assert [title for title in titles if title in expected] == (
        expected[::-1] if sort == "added" else expected
    )


def test_years_that_begin_within_a_decade_can_be_asked_for_in_a_long_list(client, long_list):
    for year in (1954, 1955, 1964, 1965):
        factories.FilmFactory(title=f"Reed {year}", year=year, genres=["Drama"])
    factories.FilmFactory(title="Rush", year=1956, genres=["Drama"])
    count_anew()
    page = film_list(client, "?genre=drama&decade=1955")
    assert [words(cite) for cite in page.select("table.index cite")] == ["Reed 1955", "Reed 1964", "Rush"]


def test_a_film_that_credits_its_director_twice_is_one_of_a_long_list(client, long_list):
    director = factories.PersonFactory(slug="iva-moor")
    twice, once = factories.FilmFactory(title="Reed"), factories.FilmFactory(title="Rush")
    for film, name in ((twice, "Iva Moor"), (twice, "I. Moor"), (once, "Iva Moor")):
        factories.CreditFactory(film=film, person=director, job="director", credited_as=name)
    count_anew()
    page = film_list(client, "?director=iva-moor")
    assert words(page.select_one(".tally")).startswith("2 films")
    assert [words(cite) for cite in page.select("table.index cite")] == ["Reed", "Rush"]


def test_a_long_list_remembers_more_values_than_it_shows(client, long_list):
    for number in range(12):
        factories.FilmFactory(genres=[f"Genre {number:02}"])
    count_anew()
    assert len(Overview.objects.get(name="FilmFilter").counted["facets"]["genre"]) == 12
    assert len(choices(film_list(client), "Genre")) == 10


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a small table whole.")
def test_an_index_leads_through_a_decade_of_a_long_list_in_its_order():
    films = Film.objects.with_facet_values().filter(first_year=1970).order_by("sort_title", "year", "pk")
    plan = films.values("pk").explain()
    assert "COVERING INDEX films_of_decade (<expr>=?)" in plan
    assert "TEMP B-TREE" not in plan


SORTS = [(filtering, rows, sort.name) for filtering, _, rows in LISTS for sort in filtering.sort_specs]
CHOICES = (
    *({}, {"named": "yes"}, {"job": "cast"}, {"events": "yes"}, {"film": "film-1"}, {"genre": "drama"}),
    *({"letter": letter} for letter in "erbmq"),
    *({"kind": "group"}, {"kind": "person"}, {"kind": "animal"}, {"kind": "group", "named": "yes"}),
    *({"actor": "yes"}, {"actor": "no", "kind": "person"}, {"job": "writer"}, {"job": "editor"}),
    *({"job": "writer", "genre": "drama"}, {"job": "writer", "letter": "i"}, {"genre": "noir"}),
)


def asked_id(value) -> str | None:
    if isinstance(value, dict):
        return "-".join(value.values())
    return getattr(value, "__name__", None)


@pytest.fixture
def many_of_each(db):
    """Make films of one title or without a year, characters and people of one name, places, events."""
    for number in range(7):
        film = factories.FilmFactory(
            title=("Reed", "Rush", "Élan")[number % 3],
            slug=f"film-{number}",
            year=(1950, None)[number % 2],
            genres=["Drama"][number % 2 :],
        )
        place = factories.PlaceFactory(name=f"Quay {number % 2} {number}", slug=f"quay-{number}")
        factories.SettingFactory(film=film, place=place)
        person = factories.PersonFactory(name=("Ida Holm", "Bo Lindt")[number % 2])
        for times in range(1 + number % 3):
            credit = factories.CreditFactory(film=film, person=person, credited_as=f"I. Holm {times}")
            character = factories.CharacterFactory(
                film=film,
                name="Mara",
                slug=f"mara-{times}",
                is_named=bool(number % 2),
                prominence=times,
                kind=("person", "group")[number % 2],
            )
            if not times:
                factories.CreditFactory(film=film, person=person, job="writer")
            else:
                factories.PortrayalFactory(credit=credit, character=character)
            factories.PlotEventFactory(film=film, order=times + 1, place=place)


@pytest.mark.parametrize(
    ("filtering", "rows", "asked"),
    [
        (filtering, rows, {"sort": sort, **choice})
        for filtering, rows, sort in SORTS
        for choice in CHOICES
        if choice.keys() <= filtering.base_filters.keys()
    ],
    ids=asked_id,
)
def test_a_long_list_has_the_same_rows_page_by_page_as_a_short_one(
    many_of_each, monkeypatch, filtering, rows, asked
):
    short = [row.pk for row in filtering(asked, queryset=rows()).rows(0, 100)]
    monkeypatch.setattr("films.overview.LARGE", 2)
    monkeypatch.setattr("films.facets.COUNTED", 2)
    count_anew()
    for few in (0, 10_000):  # the database comes upon the rows, or all are found where they are few
        monkeypatch.setattr("films.filters.FEW", few)
        monkeypatch.setattr("films.filters.SORTED", few)
        long = filtering(asked, queryset=rows())
        assert long.overview is not None
        pages = [long.rows(start, start + 2) for start in range(0, len(short) + 2, 2)]
        assert [row.pk for page in pages for row in page] == short, few


BY_FILM = [
    (EventFilter, PlotEvent.objects.all, "story"),
    (CharacterFilter, Character.objects.with_facet_values, "film"),
]


@pytest.mark.parametrize(("filtering", "rows", "sort"), BY_FILM, ids=asked_id)
def test_a_late_page_of_a_list_by_film_is_counted_off_from_a_landmark(
    many_of_each, monkeypatch, filtering, rows, sort
):
    monkeypatch.setattr("films.overview.LARGE", 2)
    for number in range(20):
        film = factories.FilmFactory(title=f"Sand {number:02}")
        factories.CharacterFactory(film=film)
        factories.PlotEventFactory(film=film)
    count_anew()
    short, long = (filtering({"sort": sort}, queryset=rows(), is_live=live) for live in (True, False))
    total = long.total.count
    assert total > 25
    for start in (total - 10, total - 11):
        with CaptureQueriesContext(connection) as captured:
            late = [row.pk for row in long.rows(start, start + 2)]
        assert late == [row.pk for row in short.rows(start, start + 2)]
        [found] = [query["sql"] for query in captured if "LIMIT 2" in query["sql"]]
        assert '"sort_title" >= ' in found
        assert "OFFSET" not in found


@pytest.mark.parametrize(
    ("filtering", "rows", "asked"),
    [
        *((filtering, rows, {"sort": sort}) for filtering, rows, sort in SORTS),
        *(
            (filtering, rows, {"letter": letter})
            for (filtering, _, rows), letter in zip(LISTS, "rmiq", strict=False)
        ),
        (CharacterFilter, Character.objects.with_facet_values, {"actor": "yes"}),
    ],
    ids=asked_id,
)
def test_a_database_comes_upon_the_rows_of_a_long_list_in_their_order(
    many_of_each, monkeypatch, filtering, rows, asked
):
    monkeypatch.setattr("films.overview.LARGE", 2)
    monkeypatch.setattr("films.filters.FEW", 0)
    monkeypatch.setattr("films.facets.COUNTED", 0)
    count_anew()
    assert sorting_steps(asked_for_ids(filtering(asked, queryset=rows()))) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL does so where there are many films.")
@pytest.mark.parametrize("asked", [{"kind": "group"}, {"actor": "yes"}, {"named": "yes"}], ids=asked_id)
def test_sqlite_comes_upon_characters_film_by_film_where_many_fit(many_of_each, monkeypatch, asked):
    monkeypatch.setattr("films.overview.LARGE", 2)
    monkeypatch.setattr("films.facets.COUNTED", 0)
    count_anew()
    steps = []
    for sorted_instead in (0, 10_000):
        monkeypatch.setattr("films.filters.SORTED", sorted_instead)
        chosen = CharacterFilter({"sort": "film", **asked}, queryset=Character.objects.with_facet_values())
        steps.append(sorting_steps(asked_for_ids(chosen)))
    assert steps == [[], ["USE TEMP B-TREE FOR ORDER BY"]]


def test_an_index_leads_to_the_characters_of_a_kind_in_their_order(many_of_each, monkeypatch):
    monkeypatch.setattr("films.overview.LARGE", 2)
    monkeypatch.setattr("films.facets.COUNTED", 0)
    monkeypatch.setattr("films.filters.FEW", 0)
    count_anew()
    sql = asked_for_ids(CharacterFilter({"kind": "group"}, queryset=Character.objects.with_facet_values()))
    assert is_led_by("characters_of_kind", sql)
    assert sorting_steps(sql) == []


@pytest.mark.parametrize("size", [3, 30])
@pytest.mark.parametrize(
    "query", ["?decade=1970", "?genre=drama", "?genre=drama&country=norland&decade=1970"]
)
def test_choices_in_a_long_list_ask_no_more_of_many_films(
    client, long_list, django_assert_max_num_queries, size, query
):
    for number in range(size):
        film = factories.FilmFactory(
            year=1970, genres=["Drama", f"Genre {number}"], countries=["Norland", f"Land {number}"]
        )
        factories.CreditFactory(film=film)
        factories.SettingFactory(film=film)
    count_anew()
    with django_assert_max_num_queries(12):
        film_list(client, query)


ROADS = {"joined": (0, 301), "looked up one by one": (10_000, 2), "all that fit are counted": (10_000, 301)}


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(
    "asked",
    [
        {"genre": "drama", "letter": "r"},
        {"genre": "drama", "decade": "1970"},
        {"genre": "drama", "decade": "1980"},
        {"genre": "drama", "country": "norland", "letter": "s"},
        {"country": "norland", "decade": "1970", "letter": "r"},
        {"genre": "drama", "letter": "x"},
    ],
    ids=asked_id,
)
def test_all_roads_lead_to_the_same_films_of_a_long_list(monkeypatch, asked, road):
    for number in range(8):
        factories.FilmFactory(
            title=f"{('Reed', 'Rush', 'Sedge')[number % 3]} {number}",
            year=1980 if number == 5 else 1970 + number,
            genres=["Drama"][number % 4 == 0 :],
            countries=["Norland"][number % 2 :],
        )
    queryset = Film.objects.with_facet_values()
    short = FilmFilter(asked, queryset=queryset)
    expected, facets = [film.pk for film in short.rows(0, 100)], short.facets()
    looked_up, counted = ROADS[road]
    monkeypatch.setattr("films.filters.LOOKED_UP", looked_up)
    monkeypatch.setattr("films.facets.COUNTED", counted)
    monkeypatch.setattr("films.overview.LARGE", 2)
    count_anew()
    long = FilmFilter(asked, queryset=queryset)
    assert [film.pk for film in long.rows(0, 100)] == expected
    if counted > 2:
        assert long.total.count == len(expected)
        own = {facet.title: facet for facet in facets if facet.name not in asked}
        assert all(facet.choices == own[facet.title].choices for facet in long.facets() if not facet.chosen)
