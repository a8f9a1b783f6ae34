"""A reader who does not want to be told is not told, on any page, by anything that is sent."""

import pytest
from django.urls import reverse

from films.models import Character, CharacterName, Relationship, Setting
from films.revealing import place_sentences, refresh_known_from
from films.search import rebuild
from films.vocabulary import MentionKind, NameKind, PassageKind, RelationshipKind
from tests import factories as make
from tests.pages.reading import fetch, keep, words
from tests.pages.telling import cast, cite, credit_director, document_of, introduce, tell

pytestmark = pytest.mark.django_db

FIRST = "Mirel meets Tavik at Port Sefa."
SECOND = "Tavik finds the copper lamp while a stranger watches."
LAST = (
    "Brannoc Quillon (Yrsa Penhallick), the father of Mirel, burns Vesper Mill, and Tavik was the Grey Heron."
)
TEXT = f"The Copper Lamp\nDirected by Odalys Tarrow\nCast: Ilse Molnary as Mirel\n\n{FIRST} {SECOND} {LAST}\n"
# What only the last event tells, and what only the plot tells.
SECRETS = ("Brannoc", "brannoc", "Quillon", "Vesper Mill", "vesper-mill", "Grey Heron", "father", "burns")
PLOT = (*SECRETS, "Tavik", "tavik", "Port Sefa", "port-sefa", "finds", "stranger", "meets")

FILM_PAGES = ("film-detail", "film-storyline", "film-sources", "film-compare")


@pytest.fixture
def film():
    """A film whose secrets stand in its last event."""
    film = make.FilmFactory(title="The Copper Lamp", year=1951, event_count=3, document_count=1)
    document = document_of(film, "lamp.txt", TEXT, (FIRST, SECOND, LAST))
    characters = make_characters(document)
    make_credits(document, *characters)
    make_storyline(document, *characters)
    refresh_known_from([film.pk])
    rebuild()
    return film


def make_characters(document):
    """Return Mirel, Tavik, and Brannoc, who has no name before the last event."""
    mirel, tavik = (introduce(document, name) for name in ("Mirel", "Tavik"))
    brannoc = introduce(document, "Brannoc Quillon", NameKind.FULL, prominence=9)
    make.CharacterNameFactory(character=tavik, text="Grey Heron", kind=NameKind.ALIAS)
    cite(document, "Grey Heron", character=tavik)
    cite(document, "a stranger", MentionKind.NOMINAL, character=brannoc)
    father = make.RelationshipFactory(subject=brannoc, kind=RelationshipKind.PARENT, object=mirel)
    cite(document, LAST, relationship=father)
    return mirel, tavik, brannoc


def make_credits(document, mirel, _tavik, brannoc):
    credit_director(document, "Odalys Tarrow")
    cast(document, "Ilse Molnary", mirel, "Ilse Molnary as Mirel", billing=1)
    played = "Brannoc Quillon (Yrsa Penhallick)"
    cast(document, "Yrsa Penhallick", brannoc, played, billing=2, role="Brannoc Quillon")


def make_storyline(document, mirel, tavik, brannoc):
    """Tell three events; all but the first are told twice, so that there is something to compare."""
    sefa, mill = make.PlaceFactory(name="Port Sefa"), make.PlaceFactory(name="Vesper Mill")
    for place in (sefa, mill):
        cite(document, place.name, setting=make.SettingFactory(film=document.film, place=place))
    telling = make.TellingFactory(document=document, kind=PassageKind.SYNOPSIS, start=TEXT.index(FIRST))
    again = make.TellingFactory(document=document, kind=PassageKind.TEASER, start=TEXT.index(SECOND))
    told = (
        (FIRST, "Mirel meets Tavik at Port Sefa.", "meets", (mirel, tavik), sefa),
        (SECOND, "Tavik finds the lamp while Brannoc Quillon watches.", "finds", (tavik, brannoc), None),
        (LAST, "Brannoc Quillon burns Vesper Mill.", "burns", (brannoc,), mill),
    )
    for order, (quote, summary, trigger, characters, place) in enumerate(told, 1):
        event = tell(telling, order, quote, characters, trigger=trigger, summary=summary, place=place)
        if order > 1:
            make.EventMentionFactory(event=event, telling=again, quote=quote, trigger=trigger)


def addresses(film):
    """Return the address of every page on which something of the film may stand."""
    pages = [*lists_and_pages(film), reverse("source-detail", args=[film.documents.get().pk])]
    return [
        reverse("home"),
        reverse("home-json"),
        reverse("spoilers", query={"film": film.slug}),
        *pages,
        *(f"{page.removesuffix('/')}.json" for page in pages),
        *narrowed(film),
        *asked(film),
    ]


def lists_and_pages(film):
    slug, actors = film.slug, [film.credits.get(billing=place).person for place in (1, 2)]
    return [
        *(reverse(f"{name}-list") for name in ("film", "character", "person", "place", "event")),
        *(reverse(name, args=[slug]) for name in FILM_PAGES),
        *(reverse("character-detail", args=[slug, one]) for one in ("mirel", "tavik", "brannoc-quillon")),
        *(reverse("place-detail", args=[one]) for one in ("port-sefa", "vesper-mill")),
        *(reverse("person-detail", args=[actor.slug]) for actor in actors),
    ]


def narrowed(film):
    """Return pages on which the reader has chosen a part of what there is."""
    storyline = reverse("film-storyline", args=[film.slug])
    return [
        storyline + "?character=tavik&line=brannoc-quillon",
        storyline + "?show=all",
        reverse("film-list", query={"place": "vesper-mill"}),
        reverse("event-list", query={"words": "mill"}),
        reverse("place-list", query={"film": film.slug}),
    ]


def asked(film):
    """Return pages that answer a question: a search, names to be completed, ways between two characters."""
    searched = [
        (name, {"q": words}) for name in ("search", "search-json") for words in ("lamp", "tavik", "sefa")
    ]
    completed = [("connections-names", query) for query in ({"film": "lamp"}, {"to_person": "yrsa"})]
    connected = [
        (name, {"film": film.slug, "from": first, "to": last})
        for name in ("connections", "connections-json")
        for first, last in (("", ""), ("mirel", "tavik"), ("mirel", "brannoc-quillon"))
    ]
    return [reverse(name, query=query) for name, query in (*searched, *completed, *connected)]


def told(client, film, secrets):
    """Return where which of the secrets was sent, less what the reader typed into the address."""
    found = []
    for address in addresses(film):
        response = client.get(address)
        assert response.status_code in (200, 404)
        body = response.content.decode()
        hidden = [secret for secret in secrets if secret.lower().replace(" ", "-") not in address]
        found += [(address, secret) for secret in hidden if secret in body]
    return found


def test_every_page_tells_the_secret_to_a_reader_without_limits(client, film):
    pages_with_secrets = {address for address, _ in told(client, film, SECRETS)}
    for name in ("film-detail", "film-storyline", "film-compare"):
        assert reverse(name, args=[film.slug]) in pages_with_secrets
    assert reverse("source-detail", args=[film.documents.get().pk]) in pages_with_secrets
    assert reverse("character-list") in pages_with_secrets
    assert reverse("place-list") in pages_with_secrets
    assert reverse("event-list") in pages_with_secrets


@pytest.mark.parametrize("scope", ["this film", "all films"])
def test_no_page_tells_what_happens_after_the_chosen_event(client, film, scope):
    keep(client, show="until", until=2, **({"film": film.slug} if scope == "this film" else {}))
    assert told(client, film, SECRETS) == []


@pytest.mark.parametrize("scope", ["this film", "all films"])
def test_no_page_tells_any_plot_to_who_wants_none(client, film, scope):
    keep(client, show="nothing", **({"film": film.slug} if scope == "this film" else {}))
    assert told(client, film, PLOT) == []


@pytest.mark.parametrize(
    "query", ["brannoc", "quillon", "grey heron", "vesper mill", "burns the mill", "branoc"]
)
def test_search_does_not_find_what_is_hidden(client, film, query):
    keep(client, show="until", until=2, film=film.slug)
    page = fetch(client, reverse("search") + f"?q={query}")
    assert not [secret for secret in SECRETS if secret in words(page.main).replace(query, "")]
    assert client.get(reverse("search-json") + f"?q={query}").json()["count"] == 0


def test_what_is_known_by_then_is_shown(client, film):
    keep(client, show="until", until=2, film=film.slug)
    storyline = words(fetch(client, reverse("film-storyline", args=[film.slug])).main)
    assert "Mirel meets Tavik at Port Sefa." in storyline
    assert "2 plot events" in storyline
    text = words(
        fetch(client, reverse("source-detail", args=[film.documents.get().pk])).select_one(".source-text")
    )
    assert "Tavik finds the copper lamp while a stranger watches." in text


def test_a_summary_calls_nobody_by_a_name_that_is_told_later(client, film):
    keep(client, show="until", until=2, film=film.slug)
    storyline = words(fetch(client, reverse("film-storyline", args=[film.slug])).main)
    assert "Tavik finds the lamp while someone watches." in storyline


def test_a_character_who_is_not_known_yet_has_a_page_that_says_only_so(client, film):
    keep(client, show="until", until=2, film=film.slug)
    page = fetch(client, reverse("character-detail", args=[film.slug, "brannoc-quillon"]), status=404)
    assert words(page.h1) == "This would tell more than you asked for"
    assert page.find("a", href=f"{reverse('spoilers')}?film={film.slug}")


def test_an_alias_that_is_told_later_is_not_among_the_names(client, film):
    keep(client, show="until", until=2, film=film.slug)
    assert client.get(reverse("character-detail-json", args=[film.slug, "tavik"])).json()["names"] == [
        {"text": "Tavik", "kind": "first"}
    ]


def test_limits_of_one_film_leave_others_as_they_are(client, film):
    other = make.make_story(title="The Paper Ferry")
    refresh_known_from([other.film.pk])
    keep(client, show="nothing", film=film.slug)
    assert words(fetch(client, reverse("film-storyline", args=[other.film.slug])).main).count("finds") > 0


def test_one_film_may_be_told_whole_while_others_are_not(client, film):
    keep(client, show="nothing")
    keep(client, show="everything", film=film.slug)
    assert "Brannoc Quillon" in words(fetch(client, reverse("film-storyline", args=[film.slug])).main)


def test_a_film_goes_back_to_the_choice_for_all_films(client, film):
    keep(client, show="everything", film=film.slug)
    keep(client, show="nothing")
    keep(client, show="default", film=film.slug)
    assert "Tavik" not in words(fetch(client, reverse("film-storyline", args=[film.slug])).main)


def test_showing_everything_again_leaves_no_cookie(client, film):
    keep(client, show="nothing")
    assert client.cookies["spoilers"].value
    keep(client, show="everything")
    assert not client.cookies["spoilers"].value


def test_a_cookie_that_was_tampered_with_is_not_obeyed(client, film):
    keep(client, show="nothing", film=film.slug)
    client.cookies["spoilers"] = client.cookies["spoilers"].value.replace("0", "9", 1)
    assert "Brannoc" in client.get(reverse("film-storyline", args=[film.slug])).content.decode()


def test_the_number_of_an_event_is_asked_for_when_it_is_missing(client, film):
    response = client.post(reverse("spoilers"), {"film": film.slug, "show": "until"})
    assert response.status_code == 422
    assert "Give the number of the last event" in response.content.decode()


def test_a_number_beyond_the_last_event_is_refused_with_the_last_one(client, film):
    address = reverse("spoilers")
    page = fetch(client, f"{address}?film={film.slug}")
    assert page.find(id="until")["max"] == "3"
    response = client.post(address, {"film": film.slug, "show": "until", "until": 999})
    assert response.status_code == 422
    assert "This film’s last event is number 3; give a number up to that." in response.content.decode()
    assert keep(client, show="until", until=3, film=film.slug)


def test_a_reader_is_led_on_no_further_than_the_last_event(client, film):
    keep(client, show="until", until=2, film=film.slug)
    page = fetch(client, reverse("film-storyline", args=[film.slug]))
    assert words(page.select_one(".held-back a")) == "Go on, up to event 3"


def test_the_reader_goes_back_to_the_page_of_the_film_and_never_to_another_site(client, film):
    kept = keep(client, show="nothing", film=film.slug, next="https://elsewhere.example/")
    assert kept["Location"] == film.get_absolute_url()


def test_pages_say_that_they_differ_by_cookie(client, film):
    assert "Cookie" in client.get(film.get_absolute_url())["Vary"]


def test_rows_are_placed_at_the_event_that_tells_them(film):
    assert dict(Character.objects.filter(film=film).values_list("name", "known_from")) == {
        "Mirel": 0, "Tavik": 1, "Brannoc Quillon": 3,
    }  # fmt: skip
    assert CharacterName.objects.get(text="Grey Heron").known_from == 3
    assert Relationship.objects.get(subject__film=film).known_from == 3
    assert dict(Setting.objects.filter(film=film).values_list("place__name", "known_from")) == {
        "Port Sefa": 1, "Vesper Mill": 3,
    }  # fmt: skip


@pytest.mark.parametrize("size", [3, 30])
def test_placing_rows_costs_a_fixed_number_of_queries(django_assert_num_queries, size):
    story = make.make_story(characters=size, events=size)
    refresh_known_from([story.film.pk])
    with django_assert_num_queries(11):
        refresh_known_from([story.film.pk])


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ({0: 1, 10: 2, 20: 3}, [1, 2, 3]),
        ({0: 1, 20: 3}, [1, 3, 3]),
        ({0: 1, 10: 2}, [1, 2, 5]),
        ({10: 2, 20: 5}, [2, 2, 5]),
        ({0: 4, 20: 2}, [4, 4, 2]),
        ({}, [5, 5, 5]),
    ],
)
def test_a_sentence_without_events_waits_for_its_neighbours(orders, expected):
    assert place_sentences([(0, 9), (10, 19), (20, 29)], [(0, 30)], orders, last=5) == expected


def test_prose_outside_the_stories_waits_for_the_end():
    assert place_sentences([(0, 9), (10, 19)], [(10, 20)], {10: 1}, last=5) == [5, 1]
