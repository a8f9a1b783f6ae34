"""A row's history says in words what happened, and has no line that says nothing."""

import pytest
from django.contrib import admin
from django.urls import reverse

from films import curation
from films.models import Film, Portrayal
from films.models.base import Curated
from films.vocabulary import Fact, Rank
from tests.editing.forms import prefix_of, read_form, save
from tests.factories import CharacterFactory, CreditFactory, GenreFactory, StatementFactory, make_story
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    """A film as an import leaves it, without a history."""
    return make_story(title="The Paper Ferry", year=1994).film


def form_of(row):
    return reverse(f"admin:films_{row._meta.model_name}_change", args=[row.pk])


def history_of(client, row):
    """Return who, what and which changes the lines of a row's history tell, the newest first."""
    page = fetch(client, reverse(f"admin:films_{row._meta.model_name}_history", args=[row.pk]))
    assert "None" not in words(page.select_one("#content"))
    lines = page.select("#change-history tbody tr")
    return [tuple(words(cell) for cell in line.select("td")[1:]) for line in lines]


@pytest.mark.parametrize("model", [model for model in admin.site._registry if issubclass(model, Curated)])
def test_every_row_with_a_form_of_its_own_has_a_history(editing, film, model):
    row = model.objects.first()
    save(editing, form_of(row))
    assert fetch(editing, reverse(f"admin:films_{model._meta.model_name}_history", args=[row.pk]))


def test_what_a_portrayal_was_before_stands_in_its_history(editing, film):
    portrayal = Portrayal.objects.first()
    other = CharacterFactory(film=film, name="Quill Tarrow")
    save(editing, form_of(portrayal), character=str(other.pk))
    before = portrayal.character.name
    assert history_of(editing, portrayal)[0] == ("editor", "Changed", f"Character: {before} → Quill Tarrow")


def add_credit(client, film, **fields):
    count = int(read_form(client, form_of(film))["credits-TOTAL_FORMS"])
    sent = {"film": film.pk, "job": "director", "credited_as": "Ida Holm"}
    save(client, form_of(film), **{
        "credits-TOTAL_FORMS": str(count + 1),
        **{f"credits-{count}-{name}": value for name, value in sent.items()}, **fields,
    })  # fmt: skip


def test_a_credit_added_on_a_films_form_is_told_in_its_history(editing, film):
    add_credit(editing, film)
    assert history_of(editing, film) == [
        ("editor", "credit added: Ida Holm, director", "—"),
        ("—", "as imported", "—"),
    ]


def test_what_is_changed_at_once_stands_in_one_line(editing, film):
    add_credit(editing, film, year="1995")
    assert history_of(editing, film) == [
        ("editor", "credit added: Ida Holm, director", "Year: 1994 → 1995"),
        ("—", "as imported", "—"),
    ]


def test_a_changed_statement_is_told_with_what_the_film_took_from_it(editing, film):
    film.statements.filter(fact=Fact.YEAR).delete()
    statement = StatementFactory(film=film, fact=Fact.YEAR, value="1994", rank=Rank.PREFERRED)
    prefix = prefix_of(read_form(editing, form_of(film)), "statements", statement)
    save(editing, form_of(film), **{f"{prefix}-value": "1996"})
    assert history_of(editing, film)[0] == ("editor", "statement changed: year: 1996", "Year: 1994 → 1996")


def test_a_removed_row_is_told(editing, film):
    credit = CreditFactory(film=film, credited_as="Ida Holm")
    prefix = prefix_of(read_form(editing, form_of(film)), "credits", credit)
    save(editing, form_of(film), **{f"{prefix}-DELETE": "on"})
    assert history_of(editing, film)[0][1] == "credit removed: Ida Holm, cast"


def test_much_that_is_changed_is_told_as_far_as_there_is_room(editing, film):
    add_credit(editing, film, **{"settings-0-DELETE": "on", "events-0-summary": "A long way. " * 20})
    told = history_of(editing, film)[0][1]
    assert len(told) <= 100
    assert told.endswith("…")


def test_a_form_saved_untouched_leaves_no_line(editing, film):
    save(editing, form_of(film), year="1995")
    before = history_of(editing, film)
    save(editing, form_of(film))
    assert history_of(editing, film) == before
    assert Film.history.filter(id=film.pk).count() == 2


def test_lines_of_older_releases_that_say_nothing_are_left_out(editing, film):
    save(editing, form_of(film), year="1995")
    before = history_of(editing, film)
    film.refresh_from_db()
    film.save()
    assert history_of(editing, film) == before


def test_a_value_that_was_empty_is_said_to_be_nothing(editing, film):
    Film.objects.filter(pk=film.pk).update(year=None)
    save(editing, form_of(film), year="1995")
    assert history_of(editing, film)[0] == ("editor", "Changed", "Year: nothing → 1995")


def test_a_genre_given_to_a_film_is_told(editing, film):
    drama = GenreFactory(name="Drama")
    save(editing, form_of(film), genres=[str(drama.pk)])
    assert any("Drama" in changes for _, _, changes in history_of(editing, film))


def test_bringing_back_an_entry_is_told(editing, film):
    save(editing, form_of(film), title="A mistake")
    oldest = Film.history.filter(id=film.pk).earliest()
    url = reverse("admin:films_film_simple_history", args=[film.pk, oldest.pk])
    editing.post(url, read_form(editing, url))
    film.refresh_from_db()
    assert film.title == "The Paper Ferry"
    assert history_of(editing, film)[0] == ("editor", "brought back", "Title: A mistake → The Paper Ferry")


def test_merging_is_told_in_the_history_of_the_one_that_stays(editing, editor):
    story, other = make_story(), make_story(title="The Borrowed Ferry")
    kept, gone = story.characters[:2]
    curation.merge_characters(gone, kept, editor)
    assert history_of(editing, kept)[0] == ("editor", f"merged into it: {gone.name}", "—")
    people = [story.cast[0].person, other.cast[0].person]
    curation.merge_people(people[1], people[0], editor)
    assert history_of(editing, people[0])[0][1] == f"merged into it: {people[1].name}"
    curation.merge_films(other.film, story.film, editor)
    assert history_of(editing, story.film)[0][:2] == ("editor", "merged into it: The Borrowed Ferry (1994)")
