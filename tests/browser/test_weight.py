"""What a first view costs: how many bytes are sent, from where, and whether the page jumps."""

import gzip

import pytest

pytestmark = pytest.mark.usefixtures("two_films")

MOST_BYTES = 60 * 1024
MOST_SHIFT = 0.02
FILM = "rust-and-bone-2012"
ADDRESSES = [
    "/",
    "/films/",
    f"/films/{FILM}/",
    f"/films/{FILM}/storyline/",
    f"/films/{FILM}/sources/",
    f"/characters/{FILM}/sam/",
    "/people/jacques-audiard/",
    "/places/antibes/",
    "/events/?words=lake",
    "/search/?q=stephanie",
    "/spoilers/",
]
SHIFT = """() => new Promise(resolve => {
    let total = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
    setTimeout(() => resolve(total), 300);
})"""


def test_first_views_are_light_and_come_from_here_alone(open_page, live_server):
    weights = {}
    for address in ADDRESSES:
        received = []
        page = open_page("about:blank")  # each in a context of its own: nothing is kept from the page before
        page.on("response", lambda response, kept=received: kept.append(response))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert all(response.url.startswith(live_server.url) for response in received)
        weights[address] = sum(len(gzip.compress(response.body())) for response in received)
    assert min(weights.values()) > MOST_BYTES / 20  # something was measured
    assert {address: size for address, size in weights.items() if size > MOST_BYTES} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_jumps_while_it_is_drawn(open_page, width):
    page = open_page("/", width=width)
    shifts = {}
    for address in ADDRESSES:
        page.goto(address)
        shifts[address] = page.evaluate(SHIFT)
    assert {address: shift for address, shift in shifts.items() if shift > MOST_SHIFT} == {}
