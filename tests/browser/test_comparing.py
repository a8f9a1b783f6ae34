"""Two tellings side by side, and their passages, in a real Chromium."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from films.models import Film
from tests import factories as make
from tests.browser.conftest import violations


@pytest.fixture
def address(transactional_db):
    film = make.make_story(characters=4, events=4, documents=3).film
    return reverse("film-compare", args=[Film.objects.get(pk=film.pk).slug])


@pytest.mark.parametrize("scripts", [True, False])
def test_reader_chooses_another_telling_with_and_without_scripts(address, open_page, scripts):
    page = open_page(address, scripts=scripts)
    third = page.locator("#right option").nth(2).inner_text().split(",")[0]
    page.get_by_label("Right").select_option(index=2)
    if not scripts:
        page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**right=**")
    expect(page.locator(".compare thead th").nth(2)).to_contain_text(third)


def test_the_tellings_stand_beside_each_other_and_on_a_phone_under_each_other(address, open_page):
    def boxes(width):
        cells = open_page(address, width=width).locator(".compare tbody tr").first.locator("td")
        return cells.nth(0).bounding_box(), cells.nth(1).bounding_box()

    left, right = boxes(1280)
    assert right["x"] >= left["x"] + left["width"] - 1
    assert left["y"] == right["y"]
    above, below = boxes(390)
    assert below["y"] >= above["y"] + above["height"] - 1
    assert below["x"] + below["width"] <= 390


def test_a_passage_opens_highlighted_in_its_document(address, open_page):
    page = open_page(address)
    link = page.locator(".compare tbody tr").nth(2).locator("td .marks a").first
    words = page.locator(".compare tbody tr").nth(2).locator(".as-told").first.inner_text()
    link.click()
    lit = page.locator(".sentence:has(:target)")
    expect(lit).to_be_in_viewport()
    assert lit.inner_text().strip() in words
    plain = page.locator(".sentence:not(:has(:target))").first
    colour = "element => getComputedStyle(element).backgroundColor"
    assert lit.evaluate(colour) != plain.evaluate(colour)


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)])
def test_axe_finds_nothing_on_a_comparison(address, open_page, width, dark):
    page = open_page(address, width=width, dark=dark)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
