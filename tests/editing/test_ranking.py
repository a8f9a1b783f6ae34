"""An editor ranks what sources state; the film's page follows, and the next import leaves it so."""

import pytest
from django.urls import reverse

from films.importing import import_documents
from films.models import Film, Statement
from films.vocabulary import Fact, Rank
from tests.editing.forms import prefix_of, read_form, save
from tests.pages.reading import fetch, line
from tests.store import toy

pytestmark = pytest.mark.django_db

HEADER = "Title: The Ember Tide\nYear: {}\nGenre: {}\nDirector: Ida Holm\nCast: Una Reyes as Mara\n\n"
STORY = "Mara leaves Port Ember. Mara meets Tom in Lower Vale. Tom is the brother of Mara. Mara finds Quill."
DOCUMENTS = [
    toy.document(name, HEADER.format(year, genre) + STORY + more)
    for name, year, genre, more in (
        ("a.txt", 1994, "Drama", ""),
        ("b.txt", 1994, "Drama", " Tom sells the boat."),
        ("c.txt", 1995, "Western", " Quill burns the boat."),
    )
]


@pytest.fixture
def film(db, monkeypatch):
    monkeypatch.setattr("films.extraction.extract.extract_all", toy.read_toys)
    import_documents(DOCUMENTS)
    return Film.objects.get()


@pytest.fixture
def rank(editing, film):
    """Return a function that ranks values of the film on its form: `rank(**{"1995": "preferred"})`."""

    def rank_(**ranks):
        url = reverse("admin:films_film_change", args=[film.pk])
        data = read_form(editing, url)
        rows = Statement.objects.filter(film=film, value__in=ranks)
        save(
            editing,
            url,
            **{f"{prefix_of(data, 'statements', row)}-rank": ranks[row.value] for row in rows},
        )

    return rank_


def import_again(monkeypatch):
    monkeypatch.setattr("films.importing.documents.EXTRACTION_VERSION", 99)
    import_documents(DOCUMENTS)


def shown(client, film, label="Year"):
    return line(fetch(client, film.get_absolute_url()), label)


def test_the_page_shows_all_values_with_their_sources_the_preferred_first(client, film):
    assert shown(client, film) == ["1994 (2 sources) 1 2", "or 1995 (1 source) 3"]


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        (
            {"1995": "preferred"},
            ["1995 (1 source, chosen by an editor) 3", "or 1994 (2 sources) 1 2"],
        ),
        ({"1994": "rejected"}, ["1995 3"]),
        ({"1995": "rejected"}, ["1994 1 2"]),
    ],
)
def test_what_an_editor_ranks_shows_on_the_page_and_survives_the_next_import(
    client, film, rank, monkeypatch, ranks, expected
):
    rank(**ranks)
    assert shown(client, film) == expected
    import_again(monkeypatch)
    assert shown(client, film) == expected


def test_the_latest_preference_counts(client, film, rank, monkeypatch):
    rank(**{"1995": "preferred"})
    rank(**{"1994": "preferred"})
    expected = ["1994 (2 sources, chosen by an editor) 1 2", "or 1995 (1 source) 3"]
    assert shown(client, film) == expected
    import_again(monkeypatch)
    assert shown(client, film) == expected
    assert [row.value for row in film.statements.filter(fact=Fact.YEAR, rank=Rank.PREFERRED)] == ["1994"]


def test_a_fact_whose_every_value_is_rejected_is_not_shown(client, film, rank, monkeypatch):
    rank(**{"1994": "rejected", "1995": "rejected"})
    for _ in range(2):
        film.refresh_from_db()
        assert film.year is None
        assert "Year" not in fetch(client, film.get_absolute_url()).select_one(".facts").get_text()
        import_again(monkeypatch)


def test_a_rejected_genre_leaves_the_film_and_may_come_back(client, film, rank, monkeypatch):
    rank(Western="rejected")
    assert shown(client, film, "Genre") == ["Drama 1 2"]
    import_again(monkeypatch)
    assert shown(client, film, "Genre") == ["Drama 1 2"]
    rank(Western="normal")
    assert shown(client, film, "Genre") == ["Drama 1 2", "Western 3"]


def test_ranks_are_chosen_with_one_click_beside_the_sentence(editing, film):
    page = fetch(editing, reverse("admin:films_film_change", args=[film.pk]))
    choices = page.select("#statements-0 .field-rank input[type=radio]")
    assert [choice["value"] for choice in choices] == ["preferred", "normal", "rejected"]
    assert page.select_one("#statements-0 .field-evidence .evidence a")


def test_a_preference_taken_back_is_gone_at_once(client, film, rank, monkeypatch):
    before = shown(client, film)
    rank(**{"1995": "preferred"})
    assert shown(client, film) != before
    rank(**{"1995": "normal"})
    assert shown(client, film) == before
    film.refresh_from_db()
    assert film.year == 1994
    import_again(monkeypatch)
    assert shown(client, film) == before
