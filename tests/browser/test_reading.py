"""A reader's way through the site in a real Chromium, on the five documents."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import violations

pytestmark = pytest.mark.usefixtures("two_films")


def test_reader_walks_from_home_to_the_sentence(open_page):
    page = open_page("/")
    page.get_by_role("searchbox").first.fill("rust bone")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("main").get_by_role("link", name="Rust and Bone").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"\s*Rust and Bone"))
    page.get_by_role("link", name="Storyline").first.click()
    first = page.locator("ol.storyline > li").first
    first.locator("details.told-in > summary").first.click()
    expect(first.locator("blockquote").first).to_be_visible()
    first.locator(".summary a").first.click()
    page.wait_for_url("**/characters/**")
    page.locator(".marks a").first.click()
    page.wait_for_url("**/sources/**")
    passage = page.url.split("#")[1]
    sentence = page.locator(f".sentence:has(#{passage}), .line:has(#{passage})")
    expect(sentence).to_be_visible()
    assert sentence.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_reader_walks_the_same_way_without_scripts(open_page):
    page = open_page("/films/?sort=events", scripts=False)
    page.get_by_role("main").get_by_role("link", name="Rust and Bone").first.click()
    page.get_by_role("link", name="Storyline").first.click()
    page.get_by_label("Character").select_option("sam")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**character=sam**")  # until the page is there: nothing else waits for its rows
    assert page.locator("ol.storyline > li").count() > 3


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_dot_of_the_chart_leads_to_its_event_even_when_that_is_folded_away(open_page, scripts):
    page = open_page("/films/rust-and-bone-2012/storyline/", scripts=scripts)
    folded = page.locator("details.smaller li.small-event").first
    assert not folded.is_visible()
    page.locator(f'.chart svg a[href="#{folded.get_attribute("id")}"]').focus()
    page.keyboard.press("Enter")
    folded.wait_for(state="visible")


def test_storyline_is_narrowed_in_place_when_scripts_run(open_page):
    page = open_page("/films/rust-and-bone-2012/storyline/")
    everyone = page.locator("ol.storyline > li").count()
    page.get_by_label("Character").select_option("anna")
    page.wait_for_url("**character=anna**")
    page.wait_for_function("n => document.querySelectorAll('ol.storyline > li').length < n", arg=everyone)
    assert 0 < page.locator("ol.storyline > li").count() < everyone


def test_first_tab_stop_skips_to_the_content(open_page):
    page = open_page("/films/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


ADDRESSES = [
    "/",
    "/films/",
    "/films/?genre=none",
    "/films/rust-and-bone-2012/",
    "/films/rust-and-bone-2012/storyline/",
    "/films/rust-and-bone-2012/sources/",
    "/characters/",
    "/characters/rust-and-bone-2012/sam/",
    "/people/",
    "/people/jacques-audiard/",
    "/places/",
    "/places/antibes/",
    "/events/",
    "/events/?words=lake",
    "/connections/",
    "/connections/?film=rust-and-bone-2012&from=sam&to=stephanie",
    "/connections/?from_person=jacques-audiard&to_person=zyzzyva",
    "/search/?q=stephanie",
    "/search/?q=zyzzyva",
    "/about/",
    "/no-such-page/",
]
NOT_FOUND = {"/connections/?from_person=jacques-audiard&to_person=zyzzyva", "/no-such-page/"}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_any_page(open_page, dark):
    page = open_page("/", dark=dark)
    source = page.goto("/films/rust-and-bone-2012/sources/") and page.locator("main ol a, main table a").first
    addresses = [*ADDRESSES, source.get_attribute("href").split("#")[0]]
    found = {}
    for address in addresses:
        page.goto(address)
        if wrong := violations(page):
            found[address] = wrong
    assert found == {}


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_scrolls_sideways(open_page, width):
    page = open_page("/", width=width)
    wider = []
    for address in ADDRESSES:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wider.append(address)
    assert wider == []


SEEN = """links => links.filter(link => {
    const edge = getComputedStyle(link), ground = getComputedStyle(document.body).backgroundColor;
    return edge.borderBottomWidth !== '0px' && edge.borderBottomColor !== ground;
}).map(link => link.getAttribute('aria-current'))"""


@pytest.mark.parametrize("among", [".site-head nav", ".tabs", ".switch"])
def test_in_forced_colours_an_edge_tells_where_the_reader_is(open_page, among):
    page = open_page("/films/rust-and-bone-2012/storyline/", forced_colors=True)
    links = page.locator(f"{among} a")
    assert links.count() > 1
    assert len(links.evaluate_all(SEEN)) == 1
    assert links.evaluate_all(SEEN)[0]


def test_pages_ask_no_other_site_and_break_no_policy(open_page):
    page = open_page("/about/")
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for address in ADDRESSES:
        if address not in NOT_FOUND:  # Chromium complains of the status itself
            page.goto(address)
    own = page.url.split("/about/")[0].split("/no-such")[0].rsplit("/about", 1)[0]
    host = own.split("/")[2]
    assert [url for url in asked if url.split("/")[2] != host] == []
    assert complaints == []
