"""Two tellings of a film side by side."""

import pytest
from django.urls import reverse

from films.revealing import refresh_known_from
from films.vocabulary import PassageKind
from tests import factories as make
from tests.pages.reading import fetch, hrefs, keep, words

pytestmark = pytest.mark.django_db

LEFT = "Tavik, in his mid 20s, finds two lamps. He wins five thousand crowns. Mirel sleeps. Mirel warns him."
RIGHT = "25-year-old Tavik finds three lamps and wins 5,000 crowns. Mirel leaves."


def address(film, query="", name="film-compare"):
    return reverse(name, args=[film.slug]) + query


def tell(film, text, *events):
    """Make a document of the film that tells these events, each given with its sentence and trigger."""
    bounds, position = [], 0
    for sentence in text.replace(". ", ".\n").split("\n"):
        start = text.index(sentence, position)
        position = start + len(sentence)
        bounds.append([start, position])
    document = make.SourceDocumentFactory(film=film, text=text, sentence_bounds=bounds)
    telling = make.TellingFactory(document=document)
    for event, sentence, trigger in events:
        make.EventMentionFactory(event=event, telling=telling, quote=sentence, trigger=trigger)
    return telling


@pytest.fixture
def film():
    film = make.FilmFactory(event_count=4, document_count=2)
    finds, wins, warns, leaves = (
        make.PlotEventFactory(film=film, order=order, key=f"e{order}", summary=f"Event {order} happens.")
        for order in (1, 2, 3, 4)
    )
    sentences = LEFT.replace(". ", ".\n").split("\n")
    first, second = RIGHT.replace(". ", ".\n").split("\n")
    told = [(finds, sentences[0], "finds"), (wins, sentences[1], "wins"), (warns, sentences[3], "warns")]
    tell(film, LEFT, *told)
    tell(film, RIGHT, (finds, first, "finds"), (wins, first, "wins"), (leaves, second, "leaves"))
    return film


def table(page):
    """Return of each row what stands before it and the words of both cells, without the passages' marks."""
    for mark in page.select(".compare .marks, .compare .side"):
        mark.decompose()
    return [
        [words(row.th), *(words(cell.select_one(".as-told") or cell) for cell in row.find_all("td"))]
        for row in page.select(".compare tbody tr")
    ]


def test_the_same_events_are_level_and_what_only_one_tells_is_marked(client, film):
    page = fetch(client, address(film))
    alone = page.select(".compare tr.left .only-here, .compare tr.right .only-here")
    assert [words(mark) for mark in alone] == ["Only here", "Only here"]
    assert table(page) == [
        [
            "Events 1–2",
            "Tavik, in his mid 20s, finds two lamps. He wins five thousand crowns.",
            "25-year-old Tavik finds three lamps and wins 5,000 crowns.",
        ],
        ["Event 3", "Mirel warns him.", "Not told here"],
        ["Event 4", "Not told here", "Mirel leaves."],
    ]


def test_the_tally_counts_events(client, film):
    tally = words(fetch(client, address(film)).select_one(".tally"))
    assert tally == "2 events told by both, 1 by the left alone, 1 by the right alone, in story order."


def test_numbers_that_differ_are_marked_and_said(client, film):
    row = fetch(client, address(film)).select_one(".compare tbody tr")
    assert [words(mark) for mark in row.select("mark")] == ["mid 20s", "two", "25-year-old", "three"]
    assert [words(note) for note in row.select("td")[0].select(".differing")] == [
        "“mid 20s”, on the right “25-year-old”",
        "Differs: “two”, on the right “three”",
    ]
    assert "five thousand" not in [words(mark) for mark in row.select("mark")]


def test_every_passage_leads_to_its_place_in_its_document(client, film):
    links = fetch(client, address(film)).select(".compare td .marks a")
    left, right = film.documents.order_by("pk")
    start = LEFT.index("Mirel warns")
    assert links[0]["href"] == f"{left.get_absolute_url()}#c0-{LEFT.index('.') + 1}"
    assert links[2]["href"] == f"{left.get_absolute_url()}#c{start}-{len(LEFT)}"
    assert right.get_absolute_url() in links[1]["href"]


def test_what_one_tells_within_a_passage_of_both_is_said(client):
    film = make.FilmFactory()
    finds, hides = (make.PlotEventFactory(film=film, order=order) for order in (1, 2))
    tell(film, "Mirel finds the lamp and hides it.", (finds, "Mirel", "finds"), (hides, "Mirel", "hides"))
    tell(film, "Mirel finds a lamp.", (finds, "Mirel", "finds"))
    note = fetch(client, address(film)).select_one(".compare .alone")
    assert words(note) == f"Only here {hides.summary}"
    assert hrefs(note) == [hides.get_absolute_url()]


def test_a_telling_in_another_order_says_so(client):
    film = make.FilmFactory()
    first, second, third = (make.PlotEventFactory(film=film, order=order) for order in (1, 2, 3))
    told = [
        (first, "Mirel finds it.", "finds"),
        (second, "Tavik leaves.", "leaves"),
        (third, "It rains.", "rains"),
    ]
    tell(film, "Mirel finds it. Tavik leaves. It rains.", *told)
    tell(film, "It rains. Mirel finds it. Tavik leaves.", *told)
    placed = fetch(client, address(film)).select(".compare .placed")
    assert [words(note) for note in placed] == ["This telling begins with it."]


def test_sentences_that_do_not_follow_each_other_have_a_gap_between_them(client):
    film = make.FilmFactory()
    event = make.PlotEventFactory(film=film, order=1)
    tell(
        film,
        "Mirel finds it. It rains. It was found.",
        (event, "Mirel finds it.", "finds"),
        (event, "It was found.", "found"),
    )
    tell(film, "Mirel finds it.", (event, "Mirel finds it.", "finds"))
    assert table(fetch(client, address(film)))[0][1] == "Mirel finds it. […] It was found."


def test_the_fullest_two_of_different_documents_are_compared_first(client, film):
    left = film.documents.first()
    teaser = make.TellingFactory(document=left, kind=PassageKind.TEASER, start=1)
    for place, event in enumerate(film.events.all()):
        make.EventMentionFactory(event=event, telling=teaser, trigger_start=place, trigger_end=place + 1)
    page = fetch(client, address(film))
    assert [words(option) for option in page.select("option[selected]")] == [
        "Source 1, a teaser (4)",
        "Source 2, a synopsis (3)",
    ]
    assert len(page.select("#left option")) == len(page.select("#right option")) == 3


def test_a_reader_chooses_both_tellings(client, film):
    left, right = (document.tellings.get() for document in film.documents.order_by("pk"))
    page = fetch(client, address(film, f"?left={right.pk}&right={left.pk}"))
    assert table(page)[1][1:] == ["Not told here", "Mirel warns him."]


@pytest.mark.parametrize("query", ["?left=x&right=%00", "?left=99999999999999999999", "?left=1&right=1"])
def test_choices_that_make_no_sense_are_left_out(client, film, query):
    assert len(table(fetch(client, address(film, query)))) == 3


def test_a_telling_is_not_compared_with_itself(client, film):
    left = film.documents.order_by("pk")[0].tellings.get()
    page = fetch(client, address(film, f"?left={left.pk}&right={left.pk}"))
    assert len({option["value"] for option in page.select("option[selected]")}) == 2


def test_the_film_offers_a_comparison_where_there_are_two_tellings(client, film):
    for name in ("film-detail", "film-sources", "film-compare"):
        assert address(film) in hrefs(fetch(client, address(film, name=name)).select_one(".tabs"))
    single = make.make_story(documents=1).film
    assert address(single) not in hrefs(fetch(client, address(single, name="film-detail")))


@pytest.mark.parametrize(("documents", "said"), [(0, "No source tells"), (1, "nothing to compare it with")])
def test_a_film_without_two_tellings_says_so_and_leads_on(client, documents, said):
    film = make.make_story(documents=documents).film
    empty = fetch(client, address(film)).select_one(".empty")
    assert said in words(empty)
    assert hrefs(empty)


def test_a_comparison_has_pages(client):
    film = make.FilmFactory()
    names = [f"Mirel finds lamp {number}." for number in range(60)]
    told = [(make.PlotEventFactory(film=film, order=n), name, "finds") for n, name in enumerate(names, 1)]
    tell(film, " ".join(names), *told)
    tell(film, "\n".join(names), *told)
    assert len(table(fetch(client, address(film)))) == 50
    assert [row[1] for row in table(fetch(client, address(film, "?page=2")))] == names[50:]


def test_the_twin_gives_the_rows(client, film):
    twin = client.get(address(film, name="film-compare-json")).json()
    assert (twin["left"]["events"], twin["right"]["events"], twin["count"]) == (3, 3, 3)
    both, left, _ = twin["results"]
    assert [row["told_by"] for row in twin["results"]] == ["both", "left", "right"]
    assert [event["key"] for event in both["events"]] == ["e1", "e2"]
    assert both["numbers"] == [
        {"left": "mid 20s", "right": "25-year-old", "differ": False},
        {"left": "two", "right": "three", "differ": True},
    ]
    assert left["right"] is None
    sentence = left["left"]["sentences"][0]
    assert LEFT[sentence["start"] : sentence["end"]] == sentence["text"] == "Mirel warns him."


def test_the_twin_of_a_film_told_once_has_no_rows(client):
    film = make.make_story(documents=1).film
    assert client.get(address(film, name="film-compare-json")).json()["results"] == []


@pytest.mark.parametrize("size", [3, 30])
@pytest.mark.parametrize("name", ["film-compare", "film-compare-json"])
def test_a_long_comparison_asks_no_more(client, django_assert_num_queries, size, name):
    film = make.make_story(characters=size, events=size, documents=3).film
    with django_assert_num_queries(6):
        client.get(address(film, name=name))


@pytest.mark.parametrize("size", [3, 30])
def test_limits_cost_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    story = make.make_story(characters=size, events=size, documents=3)
    refresh_known_from([story.film.pk])
    keep(client, film=story.film.slug, show="until", until=2)
    with django_assert_num_queries(8):
        client.get(address(story.film))
