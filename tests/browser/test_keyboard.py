"""A reader without a mouse: every stop can be seen, stops come as they are read, and each way can be gone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("two_films")

FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const mark = at.matches('.chart svg a') ? getComputedStyle(at.querySelector('.hit')) : null;
  return {
    tag: at.tagName, text: (at.getAttribute('aria-label') || at.textContent || at.name || '').trim(),
    address: at.getAttribute('href') || '', name: at.getAttribute('name') || '',
    is_marked: mark ? parseFloat(mark.strokeWidth) >= 3 && mark.stroke !== 'none'
                    : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    is_seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
             && box.right > 0 && box.left < innerWidth,
    is_main: !!at.closest('main'), is_out: at === document.body,
  };
}"""
MOST_STOPS = 400


def stops(page):
    """Yield what has the focus after each press of the tabulator, to the end of the page."""
    page.emulate_media(reduced_motion="reduce")  # it scrolls at once
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["is_out"]:
            return
        yield stop


def tab_to(page, is_wanted):
    stop = next(stop for stop in stops(page) if is_wanted(stop))
    assert stop["is_marked"]
    assert stop["is_seen"]
    return stop


def go_to(page, is_wanted):
    tab_to(page, is_wanted)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [390, 1280])
def test_every_stop_of_a_storyline_is_seen_and_marked(open_page, width):
    page = open_page("/films/rust-and-bone-2012/storyline/?character=anna", width=width)
    seen = list(stops(page))
    assert len(seen) > 30
    assert [stop for stop in seen if not (stop["is_marked"] and stop["is_seen"])] == []


def test_stops_of_a_film_page_come_in_the_order_in_which_it_is_read(open_page):
    page = open_page("/films/rust-and-bone-2012/")
    seen = [stop["text"] for stop in stops(page)]
    read = ["Skip to the content", "filmkb", "Films", "Search", "Home", "At a glance", "Jacques Audiard"]
    read += ["All characters of this film", "plot events in order", "About filmkb"]
    places = [next(at for at, text in enumerate(seen) if words in text) for words in read]
    assert places == sorted(places)


def test_reader_goes_from_a_film_to_the_sentence_of_an_event(open_page):
    page = open_page("/films/rust-and-bone-2012/")
    go_to(page, lambda stop: stop["text"].startswith("Storyline"))
    page.wait_for_url("**/storyline/")
    go_to(page, lambda stop: stop["text"] == "Skip the chart")
    page.wait_for_url("**#listing")
    go_to(page, lambda stop: stop["tag"] == "SUMMARY" and stop["text"].startswith("Sentence"))
    told = page.locator("details.told-in[open]")
    expect(told).to_have_count(1)
    expect(told.locator("blockquote").first).to_be_visible()
    go_to(page, lambda stop: "/sources/" in stop["address"])
    page.wait_for_url("**/sources/**")
    passage = page.url.split("#")[1]
    expect(page.locator(f".sentence:has(#{passage}), .line:has(#{passage})")).to_be_visible()


def test_reader_says_how_much_to_be_told(open_page):
    page = open_page("/films/rust-and-bone-2012/")
    go_to(page, lambda stop: stop["text"] == "Hide spoilers")
    page.wait_for_url("**/spoilers/**")
    tab_to(page, lambda stop: stop["name"] == "show")
    page.keyboard.press("ArrowDown")
    tab_to(page, lambda stop: stop["name"] == "until")
    page.keyboard.type("3")
    go_to(page, lambda stop: stop["text"] == "Keep this")
    page.wait_for_url("**/films/rust-and-bone-2012/")
    expect(page.locator(".told")).to_contain_text("You are told nothing after event 3.")


def test_number_typed_without_choosing_counts(open_page):
    page = open_page("/spoilers/?film=rust-and-bone-2012", scripts=False)
    tab_to(page, lambda stop: stop["name"] == "until")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/films/rust-and-bone-2012/")
    expect(page.locator(".told")).to_contain_text("You are told nothing after event 3.")
