"""The list of characters, and one character."""

import json

import pytest
from django.urls import reverse

from films.vocabulary import Gender, MentionKind, NameKind, RelationshipKind
from tests import factories
from tests.pages.reading import fetch, hrefs, keep, line, names, rows, section, words

pytestmark = pytest.mark.django_db


def character_page(client, character):
    return fetch(client, character.get_absolute_url())


def character_list(client, query=""):
    return fetch(client, reverse("character-list") + query)


def test_character_page_says_who_and_in_which_film(client):
    character = factories.CharacterFactory(name="Wenna", film__title="The Salt Lantern", film__year=2012)
    head = character_page(client, character).select_one(".page-head")
    assert words(head.h1) == "Wenna"
    assert words(head.select_one(".subtitle")) == "a character in The Salt Lantern (2012)"


def test_character_page_shows_the_names_that_each_source_uses(client):
    character = factories.CharacterFactory(name="Wenna Tarrow")
    text = "Wenna Tarrow sails. Wenna sings. She rests. Wenna sleeps."
    document = factories.SourceDocumentFactory(film=character.film, text=text)
    for start, end in ((0, 12), (20, 25), (44, 49)):
        factories.CitationFactory(character=character, document=document, start=start, end=end)
    factories.CitationFactory(
        character=character, document=document, quote="She", mention_kind=MentionKind.PRONOUN
    )
    table = section(character_page(client, character), "Names in the sources").table
    assert rows(table) == [[f"1. {document.name}", "Wenna 2, Wenna Tarrow 1"]]
    assert f"{document.get_absolute_url()}#c20-25" in hrefs(table)


def test_character_page_shows_further_names_with_their_kind(client):
    character = factories.CharacterFactory(name="Wenna")
    factories.CharacterNameFactory(character=character, text="The Heron", kind=NameKind.ALIAS)
    assert line(character_page(client, character), "Also called") == ["The Heron (alias)"]


def test_character_page_says_who_plays_the_character_with_evidence(client):
    story = factories.make_story(characters=1, documents=2)
    shown = line(character_page(client, story.characters[0]), "Played by")
    assert shown == [f"{story.cast[0].person.name} 1 2"]


@pytest.mark.parametrize(
    ("kind", "gender", "is_subject", "expected"),
    [
        (RelationshipKind.PARENT, Gender.MALE, True, "father of"),
        (RelationshipKind.PARENT, Gender.FEMALE, False, "daughter of"),
        (RelationshipKind.PARENT, "", False, "child of"),
        (RelationshipKind.SIBLING, Gender.MALE, False, "brother of"),
        (RelationshipKind.SPOUSE, Gender.FEMALE, True, "wife of"),
        (RelationshipKind.EMPLOYER, Gender.MALE, True, "employer of"),
        (RelationshipKind.EMPLOYER, Gender.MALE, False, "employee of"),
        (RelationshipKind.FRIEND, "", False, "friend of"),
    ],
)
def test_relationships_are_seen_from_the_characters_side(client, kind, gender, is_subject, expected):
    character = factories.CharacterFactory(gender=gender)
    other = factories.CharacterFactory(film=character.film)
    pair = (character, other) if is_subject else (other, character)
    factories.RelationshipFactory(subject=pair[0], kind=kind, object=pair[1])
    shown = words(section(character_page(client, character), "To others").li)
    assert shown.casefold() == f"{expected} {other.name}".casefold()


@pytest.mark.parametrize("is_subject", [True, False])
def test_relationship_is_shown_with_the_sentence_that_says_so(client, is_subject):
    story = factories.make_story(characters=2, events=1, documents=2)
    page = character_page(client, story.characters[0 if is_subject else 1])
    quote = section(page, "To others").blockquote
    assert words(quote) == f"{story.events[0].summary} 1 2"
    assert len(quote.select(".marks a")) == 2


def test_sentence_that_says_several_relationships_stands_once(client):
    story = factories.make_story(characters=3, events=2, documents=1)
    boss, first, second = story.characters
    story.relationships[0].delete()
    document, sentence = story.documents[0], story.events[0].summary
    for kind, other in (
        (RelationshipKind.EMPLOYER, first),
        (RelationshipKind.EMPLOYER, second),
        (RelationshipKind.FRIEND, first),
    ):
        tie = factories.RelationshipFactory(subject=boss, kind=kind, object=other)
        factories.CitationFactory(document=document, relationship=tie, quote=sentence)
    told = section(character_page(client, boss), "To others")
    assert len(told.find_all("blockquote")) == 1
    said = words(told.li.p)
    assert said.startswith("Employer of ")
    assert f"; friend of {first.name}" in said.replace(" ;", ";")
    assert len(told.select("li > p > a")) == 3


def test_character_page_tells_the_characters_own_events_in_order(client):
    story = factories.make_story(characters=3, events=6)
    page = character_page(client, story.characters[0])
    assert [item["value"] for item in page.select("ol.events > li")] == ["1", "3", "4", "6"]
    assert line(page, "First appears")[0].startswith("event 1 :")
    assert line(page, "Last appears")[0].startswith("event 6 :")


def own_story(character, events):
    """Give the character so many events, of which the last but two is a wedding."""
    for order in range(1, events + 1):
        does = "marries Tavik" if order == events - 2 else "walks past the milestone"
        event = factories.PlotEventFactory(
            film=character.film,
            order=order,
            key=f"e{order}",
            summary=f"{character.name} {does} number {order}.",
        )
        factories.ParticipationFactory(event=event, character=character)
    character.film.event_count = events
    character.film.save()


def test_long_story_of_a_character_is_told_by_its_key_events(client):
    character = factories.CharacterFactory(name="Wenna")
    own_story(character, 60)
    story = section(character_page(client, character), "Story")
    keys = [item["value"] for item in story.select("ol.own > li")]
    folded = [item["value"] for item in story.select("details.smaller li")]
    assert len(keys) <= 25
    assert "58" in keys
    assert sorted(map(int, keys + folded)) == list(range(1, 61))


def test_character_page_says_what_becomes_of_the_character(client):
    character = factories.CharacterFactory(name="Wenna")
    own_story(character, 9)
    fate = section(character_page(client, character), "What becomes of Wenna")
    assert [words(told) for told in fate.select("p")] == [
        "Wenna marries Tavik number 7. Event 7",
        "Wenna walks past the milestone number 9. Event 9",
    ]


def test_character_twin_says_what_becomes_of_the_character(client):
    character = factories.CharacterFactory(name="Wenna", known_from=1)
    own_story(character, 9)
    address = reverse("character-detail-json", args=[character.film.slug, character.slug])
    events = {event.order: event.key for event in character.film.events.all()}
    assert client.get(address).json()["fate"] == [events[7], events[9]]
    keep(client, film=character.film.slug, show="until", until=8)
    assert client.get(address).json()["fate"] == []


def test_characters_of_one_name_are_told_apart_by_where_they_come_in(client):
    story = factories.make_story(characters=3, events=3)
    for character, since in zip(story.characters[1:], (1, 3), strict=True):
        character.name, character.known_from = "the ferryman", since
        character.save()
    met = section(character_page(client, story.characters[0]), "Meets most")
    assert {words(row.span) for row in met.find_all("li")} == {
        "the ferryman from event 1", "the ferryman from event 3",
    }  # fmt: skip


def test_what_becomes_of_a_character_is_not_told_to_who_stops_before(client):
    character = factories.CharacterFactory(name="Wenna", known_from=1)
    own_story(character, 9)
    keep(client, film=character.film.slug, show="until", until=8)
    page = character_page(client, character)
    assert not page.find(id="fate")
    assert "what becomes of Wenna" in words(page.select_one(".held-back"))
    assert line(page, "Last appears, so far")[0].startswith("event 8 :")


def test_who_wants_no_plot_is_told_so_beside_a_character(client):
    character = factories.CharacterFactory(name="Wenna", known_from=0)
    own_story(character, 3)
    keep(client, film=character.film.slug, show="nothing")
    story = section(character_page(client, character), "Story")
    assert words(story.select_one(".held-back")).startswith("You asked not to be told the plot")
    assert not story.select(".empty")


def test_others_are_linked_in_a_characters_own_story(client):
    story = factories.make_story(characters=2, events=1)
    item = character_page(client, story.characters[0]).select_one("ol.own > li")
    assert hrefs(item)[0] == story.characters[1].get_absolute_url()
    assert story.characters[0].get_absolute_url() not in hrefs(item)


def test_character_page_says_whom_the_character_meets_most(client):
    story = factories.make_story(characters=3, events=4)
    met = section(character_page(client, story.characters[0]), "Meets most")
    assert [words(item) for item in met.find_all("li")] == [
        f"{story.characters[1].name} 2 events",
        f"{story.characters[2].name} 1 event",
    ]


def test_character_page_lists_places_by_what_happens_there(client):
    story = factories.make_story(characters=3, events=3)
    places = section(character_page(client, story.characters[0]), "Places")
    assert words(places.li) == f"{story.place.name} 2 events"


def test_group_and_its_members_lead_to_each_other(client):
    group = factories.CharacterFactory(name="The Herons", kind="group")
    member = factories.CharacterFactory(film=group.film, name="Castor")
    group.members.add(member)
    assert line(character_page(client, group), "Members") == ["Castor"]
    assert line(character_page(client, member), "One of") == ["The Herons"]


def test_character_that_an_editor_entered_has_no_sources(client):
    page = character_page(client, factories.CharacterFactory(name="Wenna"))
    assert "an editor entered" in words(section(page, "Names in the sources"))
    assert "no plot event" in words(section(page, "Story"))


def test_character_page_describes_the_performance_role(client):
    story = factories.make_story(characters=1)
    page = character_page(client, story.characters[0])
    movie = json.loads(page.find("script", type="application/ld+json").string)
    assert movie["actor"][0]["@type"] == "PerformanceRole"
    assert movie["actor"][0]["characterName"] == story.characters[0].name
    assert movie["actor"][0]["actor"]["name"] == story.cast[0].person.name


def test_character_twin_gives_relationships_from_the_characters_side(client):
    story = factories.make_story(characters=2, events=2)
    page = character_page(client, story.characters[1])
    twin = client.get(page.find("link", rel="alternate")["href"]).json()
    assert twin["relationships"] == [{"is": "daughter", "of": story.characters[0].slug}]
    assert [event["key"] for event in twin["events"]] == ["e1", "e2"]
    assert twin["citations"][0]["text"] == story.characters[1].name


def test_character_of_another_film_is_not_found(client):
    character = factories.CharacterFactory()
    url = reverse("character-detail", args=[factories.FilmFactory().slug, character.slug])
    assert client.get(url).status_code == 404


def test_named_characters_stand_first(client):
    film = factories.FilmFactory()
    factories.CharacterFactory(film=film, name="a pilot", is_named=False)
    factories.CharacterFactory(film=film, name="Wenna")
    assert names(character_list(client)) == ["Wenna", "a pilot unnamed"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?gender=m", ["Castor"]),
        ("?kind=machine", ["Unit"]),
        ("?actor=yes", ["Castor"]),
        ("?actor=no&named=yes", ["Unit", "Wenna"]),
        ("?film=salt", ["Castor", "Wenna"]),
        ("?gender=unheard", ["Castor", "Unit", "Wenna"]),
        ("?sort=mentions", ["Wenna", "Castor", "Unit"]),
    ],
)
def test_characters_are_narrowed_and_sorted_by_address(client, query, expected):
    film = factories.FilmFactory(slug="salt")
    castor = factories.CharacterFactory(film=film, name="Castor", gender="m")
    factories.CharacterFactory(film=film, name="Wenna", prominence=9)
    factories.CharacterFactory(name="Unit", kind="machine", gender="")
    factories.PortrayalFactory(character=castor)
    assert names(character_list(client, query)) == expected


def test_character_facets_count(client):
    factories.CharacterFactory.create_batch(2, gender="f")
    factories.CharacterFactory(gender="m", kind="animal")
    page = character_list(client)
    assert [words(item) for item in section(page, "Gender").find_all("li")] == ["female 2", "male 1"]
    assert [words(item) for item in section(page, "Kind").find_all("li")] == ["person 2", "animal 1"]


def test_character_list_twin_names_who_plays_them(client):
    story = factories.make_story(characters=1)
    found = client.get(reverse("character-list-json")).json()["results"][0]
    assert (found["key"], found["played_by"]) == (story.characters[0].slug, [story.cast[0].person.name])


@pytest.mark.parametrize("size", [3, 30])
def test_character_pages_ask_no_more_of_large_films(client, django_assert_max_num_queries, size):
    story = factories.make_story(characters=size, events=size, documents=3)
    for other in story.characters[2:]:
        factories.RelationshipFactory(subject=story.characters[0], kind=RelationshipKind.ENEMY, object=other)
    for event in story.events[1:-1]:
        factories.ParticipationFactory(event=event, character=story.characters[0])
    with django_assert_max_num_queries(12):
        character_page(client, story.characters[0])
    with django_assert_max_num_queries(11):
        character_list(client)
