"""No page asks the database more than a dozen times, whatever its reader wants to be told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from films.revealing import refresh_known_from
from films.search import rebuild
from films.vocabulary import PassageKind
from tests import factories as make
from tests.pages.reading import keep

pytestmark = pytest.mark.django_db

LISTS = ("film", "character", "person", "place", "event")
WHOLE_FILMS = ("detail", "storyline")  # whose twins hold all that is known, table by table


def story_of(size):
    """Make a film of three sources and its logline, and another, with as many characters as events."""
    story = make.make_story(characters=size, events=size, documents=3)
    other = make.make_story(characters=5, events=5, documents=2)
    text = f"A ferry is found by {size}."
    logline = make.SourceDocumentFactory(film=story.film, text=text, sentence_bounds=[[0, len(text)]])
    make.TellingFactory(document=logline, kind=PassageKind.LOGLINE)
    make.CharacterNameFactory(character=story.characters[0], text="the Grey Heron")
    refresh_known_from([story.film.pk, other.film.pk])
    rebuild()
    return story


@pytest.fixture(params=[3, 30])
def story(request):
    return story_of(request.param)


@pytest.fixture(params=["everything", "until this film's event 2", "until event 2", "nothing"])
def told(client, story, request):
    """A reader who wants to be told no more than this."""
    show, *words = request.param.split()
    film = {"film": story.film.slug} if "film's" in words else {}
    if show != "everything":
        keep(client, show=show, until=2 if show == "until" else "", **film)
    return request.param


def of_the_film(name):
    return lambda story: reverse(name, args=[story.film.slug])


def of_lists(name, **query):
    return lambda _story: reverse(name, query=query)


def of_the_character(name):
    return lambda story: reverse(name, args=[story.film.slug, story.characters[0].slug])


def narrowed_storyline(story):
    query = {
        "character": story.characters[0].slug,
        "place": story.place.slug,
        "telling": story.tellings[0].pk,
        "show": "all",
    }
    return reverse("film-storyline", args=[story.film.slug], query=query)


def narrowed_events(story, **words):
    query = {
        "film": story.film.slug,
        "place": story.place.slug,
        "character": story.characters[0].pk,
        "meets": story.characters[1].pk,
    }
    return reverse("event-list", query=query | words)


def searched_events(story):
    return narrowed_events(story, words="day")


def narrowed_films(story):
    return reverse("film-list", query={"place": story.place.slug, "decade": "1990"})


PAGES = {
    **{f"{name}-list": of_lists(f"{name}-list") for name in LISTS},
    **{name: of_lists(name) for name in ("home", "spoilers", "connections")},
    **{name: of_the_film(f"film-{name}") for name in ("detail", "storyline", "sources", "compare")},
    **{f"{name}.json": of_the_film(f"film-{name}-json") for name in (*WHOLE_FILMS, "sources", "compare")},
    **{f"{name}-list.json": of_lists(f"{name}-list-json") for name in LISTS},
    "home.json": of_lists("home-json"),
    "storyline, narrowed": narrowed_storyline,
    "character": of_the_character("character-detail"),
    "character.json": of_the_character("character-detail-json"),
    "place": lambda story: reverse("place-detail", args=[story.place.slug]),
    "place.json": lambda story: reverse("place-detail-json", args=[story.place.slug]),
    "person": lambda story: reverse("person-detail", args=[story.cast[0].person.slug]),
    "person.json": lambda story: reverse("person-detail-json", args=[story.cast[0].person.slug]),
    "source": lambda story: reverse("source-detail", args=[story.documents[0].pk]),
    "source.json": lambda story: reverse("source-detail-json", args=[story.documents[0].pk]),
    "search by name": lambda story: reverse("search", query={"q": story.characters[0].name.split()[0]}),
    "search by a misspelt name": of_lists("search", q="Mirell"),
    "search by words": of_lists("search", q="day finds"),
    "search.json": of_lists("search-json", q="day finds"),
    "search for events": of_lists("search", q="Mirel", kind="event"),
    "events, narrowed": narrowed_events,
    "events, searched": searched_events,
    "films, narrowed": narrowed_films,
    "connections of a film": lambda story: reverse("connections", query={"film": story.film.slug}),
}


def connected(first, last):
    """Return the address of how two of the film's characters are connected."""

    def address(story):
        query = {
            "film": story.film.slug,
            "from": story.characters[first].slug,
            "to": story.characters[last].slug,
        }
        return reverse("connections", query=query)

    return address


CONNECTIONS = {"next": connected(0, 1), "further": connected(0, 2)}


def times_asked(client, story, pages):
    """Return how often each of the pages asks."""
    assert connection.features.supports_json_field  # SQLite is asked so once, by whoever comes first
    asked = {}
    for name, address in pages.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(story)).status_code in (200, 404)
        asked[name] = len(queries)
    return asked


def too_many(client, story, pages, most):
    """Return which of the pages ask more often than that, and how often."""
    return {name: count for name, count in times_asked(client, story, pages).items() if count > most}


@pytest.mark.usefixtures("told")
def test_pages_ask_a_dozen_times_at_most(client, story):
    assert too_many(client, story, PAGES, 12) == {}


@pytest.mark.usefixtures("told")
def test_lists_of_several_pages_count_their_letters_too(client, story, monkeypatch):
    monkeypatch.setattr("films.views._listing.ROWS_PER_PAGE", 1)
    assert too_many(client, story, {name: PAGES[name] for name in PAGES if "list" in name}, 12) == {}
    assert too_many(client, story, {"narrowed": PAGES["films, narrowed"]}, 12) == {}


@pytest.mark.usefixtures("told")
def test_connections_ask_a_fixed_number_of_times(client, story):
    assert too_many(client, story, CONNECTIONS, 14) == {}


@pytest.mark.parametrize("choice", [{}, {"show": "until", "until": 2}, {"show": "nothing"}])
def test_whole_films_ask_as_often_for_thirty_rows_as_for_three(client, choice):
    few, many = story_of(3), story_of(30)
    if choice:
        keep(client, **choice)
    pages = {name: PAGES[f"{name}.json"] for name in WHOLE_FILMS}
    assert times_asked(client, few, pages) == times_asked(client, many, pages)
    assert too_many(client, many, pages, 12) == {}


def test_readers_who_are_told_everything_cost_a_dozen_for_a_connection(client, story):
    assert too_many(client, story, CONNECTIONS, 12) == {}


@pytest.mark.parametrize(
    ("page", "most"),
    [
        ("home", 10),
        ("film-list", 11),
        ("films, narrowed", 11),
        ("detail", 11),
        ("storyline", 7),
        ("character", 11),
        ("person", 8),
    ],
)
def test_pages_that_are_asked_for_most_cost_no_more_than_they_did(client, story, page, most):
    assert too_many(client, story, {page: PAGES[page]}, most) == {}
