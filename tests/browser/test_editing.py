"""An editor at work in a real Chromium, and what an import leaves of it."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from films.models import Character, Film, PlotEvent, Relationship
from tests.browser.conftest import DOCUMENTS, PASSWORD, violations


@pytest.fixture
def admin_page(two_films, editor, open_page):
    page = open_page("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("#user-tools")).to_be_visible()
    return page


def choose(page, field, words):
    """Complete a name in one of the admin's fields."""
    page.locator(f"{field} + .select2").click()
    page.locator(".select2-search__field").fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


def press(page, words):
    """Press a button, and wait until what it asked for is done, as the page after it says."""
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_editor_adds_a_film_and_edits_it(admin_page):
    page = admin_page
    page.goto("/admin/films/film/add/")
    page.get_by_label("Title", exact=False).first.fill("The Paper Ferry")
    page.locator("#id_year").fill("1994")
    press(page, "Save and continue editing")
    page.locator("#id_year").fill("1995")
    press(page, "Save")
    film = Film.objects.get(title="The Paper Ferry")
    assert film.slug == "the-paper-ferry-1994", "made of title and year, and kept when the year changes"
    assert (film.year, film.origin) == (1995, "edited")
    page.goto("/films/the-paper-ferry-1994/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1995")


def test_what_an_editor_decides_survives_the_next_import(admin_page):
    page = admin_page
    untitled = Film.objects.get(is_title_provisional=True)
    renamed = untitled.characters.get(name="Sinbad")
    removed = untitled.events.first()

    page.goto(f"/admin/films/film/{untitled.pk}/change/")
    page.locator("#id_title").fill("The King's Orchard")
    press(page, "Save")

    page.goto(f"/admin/films/character/{renamed.pk}/change/")
    page.locator("#id_name").fill("Sindbad")
    press(page, "Save")

    page.goto(f"/admin/films/plotevent/{removed.pk}/delete/")
    press(page, "Yes, I’m sure")

    page.goto("/admin/films/relationship/add/")
    choose(page, "#id_subject", "Agnès")
    page.locator("#id_kind").select_option("colleague")
    choose(page, "#id_object", "Tony")
    press(page, "Save")

    def everything():
        return [sorted(model.objects.values_list()) for model in (Character, Film, PlotEvent, Relationship)]

    before = everything()
    call_command("import_documents", str(DOCUMENTS))
    assert everything() == before
    untitled.refresh_from_db()
    assert untitled.title == "The King's Orchard"
    assert Character.objects.get(pk=renamed.pk).name == "Sindbad"
    assert not PlotEvent.objects.filter(pk=removed.pk).exists()
    assert Relationship.objects.filter(subject__name="Agnès", kind="colleague", object__name="Tony").exists()


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_form_of_a_film_keeps_to_the_window(admin_page, width):
    page = admin_page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/admin/films/film/{Film.objects.get(is_title_provisional=False).pk}/change/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for group in ("#statements-group", "#credits-group"):
        for column in (".field-evidence", ".field-made_by", ".delete"):
            box = page.locator(f"{group} td{column}").first.bounding_box()
            assert box["x"] + box["width"] <= width, (group, column)


def test_axe_finds_nothing_we_added_to_the_admin(admin_page):
    page = admin_page
    character = Character.objects.filter(is_named=True).first()
    page.goto(f"/admin/films/character/{character.pk}/change/")
    expect(page.locator(".evidence").first).to_be_visible()
    ours = re.compile(r'class="(evidence|origin)[" ]')
    assert [line for line in violations(page) if ours.search(line)] == []
