"""A film's storyline."""

import pytest
from django.urls import reverse

from films.models import EventMention
from films.models.events import EVENTS_PER_PAGE
from tests import factories
from tests.pages.reading import fetch, hrefs, keep, section, words

pytestmark = pytest.mark.django_db


def storyline(client, film, query=""):
    return fetch(client, reverse("film-storyline", args=[film.slug]) + query)


def numbers(page):
    return [item["value"] for item in page.select("ol.storyline > li")]


def test_storyline_tells_all_events_in_story_order(client):
    film = factories.FilmFactory(event_count=3)
    for order in (3, 1, 2):
        factories.PlotEventFactory(film=film, order=order)
    assert numbers(storyline(client, film)) == ["1", "2", "3"]


def test_event_says_who_where_and_when(client):
    story = factories.make_story(characters=2, events=1)
    item = storyline(client, story.film).find(id=story.events[0].key)
    assert words(item.select_one(".summary")) == story.events[0].summary
    assert "Day 1" in words(item.select_one(".meta"))
    assert hrefs(item.select_one(".summary")) == [one.get_absolute_url() for one in story.characters]
    assert hrefs(item.select_one(".meta")) == [story.place.get_absolute_url()]


def told_as(client, summary, *names):
    """Return an event of these characters as the page shows it, and the characters."""
    event = factories.PlotEventFactory(summary=summary)
    people = [
        factories.CharacterFactory(film=event.film, name=name, is_named=name[0].isupper()) for name in names
    ]
    for character in people:
        factories.ParticipationFactory(event=event, character=character)
    return storyline(client, event.film).find(id=event.key), people


@pytest.mark.parametrize(
    ("summary", "name", "linked"),
    [
        pytest.param("Mirel waits.", "Mirel", "Mirel", id="at-the-beginning"),
        pytest.param("They find Mirel's boat.", "Mirel", "Mirel", id="possessive"),
        pytest.param("The old pilot waits.", "the old pilot", "The old pilot", id="description"),
        pytest.param("Mirel waits where Mirel sat.", "Mirel", "Mirel", id="once-a-sentence"),
    ],
)
def test_people_are_linked_where_their_names_stand(client, summary, name, linked):
    item, (character,) = told_as(client, summary, name)
    assert words(item.select_one(".summary")).replace(" '", "'") == summary
    links = item.select(".summary a")
    assert [(words(link), link["href"]) for link in links] == [(linked, character.get_absolute_url())]
    assert item.select_one(".meta") is None


def test_part_of_a_word_is_no_name(client):
    item, _ = told_as(client, "Ilsebet waits.", "Ilse")
    assert not item.select(".summary a")
    assert words(item.select_one(".meta")) == "With Ilse"


def test_alias_in_a_sentence_leads_to_its_bearer(client):
    character = factories.CharacterFactory(name="Mirel")
    factories.CharacterNameFactory(character=character, text="the Grey Heron")
    event = factories.PlotEventFactory(film=character.film, summary="The Grey Heron robs the bank.")
    factories.ParticipationFactory(event=event, character=character)
    link = storyline(client, character.film).select_one(".summary a")
    assert (words(link), link["href"]) == ("The Grey Heron", character.get_absolute_url())


def test_of_two_with_one_name_the_one_who_takes_part_is_meant(client):
    absent = factories.CharacterFactory(name="Mirel", prominence=9, slug="mirel-2")
    present = factories.CharacterFactory(film=absent.film, name="Mirel")
    event = factories.PlotEventFactory(film=absent.film, summary="Mirel waits.")
    other = factories.PlotEventFactory(
        film=absent.film, summary="Mirel is waited for.", order=event.order + 1
    )
    factories.ParticipationFactory(event=event, character=present)
    page = storyline(client, absent.film)
    assert hrefs(page.find(id=event.key).select_one(".summary")) == [present.get_absolute_url()]
    assert not hrefs(page.find(id=other.key).select_one(".summary"))


def test_who_takes_part_without_being_named_stands_beside_the_sentence(client):
    item, people = told_as(client, "Mirel waits.", "Mirel", "Tavik")
    assert words(item.select_one(".meta")) == "With Tavik"
    assert hrefs(item.select_one(".meta")) == [people[1].get_absolute_url()]


def test_event_opens_each_tellings_own_sentence_with_its_source(client):
    story = factories.make_story(events=2, documents=2)
    details = storyline(client, story.film).find(id="e2").details
    assert words(details.summary) == "Sentences : Told in 2 of 2 sources"
    assert [words(quote) for quote in details.select("blockquote")] == [story.events[1].summary] * 2
    mentions = EventMention.objects.filter(event=story.events[1]).order_by("telling__document__name")
    assert hrefs(details) == [mention.get_absolute_url() for mention in mentions]


def test_how_many_sources_tell_is_said_once_and_at_events_that_fewer_tell(client):
    story = factories.make_story(events=2, documents=2)
    EventMention.objects.filter(event=story.events[1], telling=story.tellings[1]).delete()
    page = storyline(client, story.film)
    for hidden in page.select(".sr-only"):
        hidden.decompose()
    assert "All 2 sources tell an event where nothing else is said." in words(page.select_one(".tally"))
    assert [(words(one), one.get("title")) for one in page.select(".told-in > summary")] == [
        ("Sentences", "Told in 2 of 2 sources"),
        ("Only in source 1", None),
    ]


def test_sentence_that_tells_an_event_twice_is_quoted_once(client):
    story = factories.make_story(events=1, documents=1)
    factories.EventMentionFactory(
        event=story.events[0], telling=story.tellings[0], quote=story.events[0].summary, trigger="day"
    )
    assert len(storyline(client, story.film).select("blockquote")) == 1


def test_event_told_by_some_sources_says_by_how_many(client):
    story = factories.make_story(events=1, documents=1)
    factories.SourceDocumentFactory(film=story.film)
    assert words(storyline(client, story.film).details.summary) == "Only in source 1"


def test_one_source_of_a_film_is_not_called_the_only_one(client):
    story = factories.make_story(events=1, documents=1)
    assert words(storyline(client, story.film).details.summary) == "Sentence : Told by the source"


def test_whom_only_one_source_has_take_part_is_marked(client):
    story = factories.make_story(characters=2, events=1, documents=2)
    guest = factories.CharacterFactory(film=story.film, name="Brannoc Quillon")
    mention = story.events[0].mentions.get(telling=story.tellings[1])
    factories.MentionParticipantFactory(mention=mention, character=guest)
    tellings = storyline(client, story.film).select(".tellings > li")
    assert [words(only) for telling in tellings for only in telling.select(".only")] == [
        "only here with Brannoc Quillon"
    ]
    assert tellings[1].select_one(".only")


def long_story(events=60):
    """Return a film whose story is too long for a minute; one event of it is a murder."""
    film = factories.FilmFactory(event_count=events)
    for order in range(1, events + 1):
        does = "murders Tavik at" if order == 30 else "walks past"
        factories.PlotEventFactory(
            film=film, order=order, key=f"e{order}", summary=f"Mirel {does} the milestone number {order}."
        )
    return film


def test_long_story_is_told_by_its_key_events_with_the_others_folded_under_them(client):
    page = storyline(client, long_story())
    keys = numbers(page)
    assert len(keys) <= 25
    assert "30" in keys
    folded = [item["value"] for item in page.select("details.smaller li.small-event")]
    assert sorted(map(int, keys + folded)) == list(range(1, 61))


def test_fold_says_how_many_events_come_before_and_after(client):
    page = storyline(client, long_story())
    for fold in page.select("details.smaller"):
        key = int(fold.find_parent("li")["value"])
        folded = [int(item["value"]) for item in fold.select("li")]
        before = sum(order < key for order in folded)
        expected = [(before, "before"), (len(folded) - before, "after")]
        said = words(fold.summary)
        assert all((f"{count} " in said and side in said) for count, side in expected if count)


@pytest.mark.parametrize("query", ["", "?show=key", "?show=all", "?show=nonsense"])
def test_every_event_keeps_its_anchor_whatever_is_shown(client, query):
    page = storyline(client, long_story(), query)
    assert all(page.find(id=f"e{order}") for order in range(1, 61))


def test_all_events_may_be_shown_in_order(client):
    page = storyline(client, long_story(), "?show=all")
    assert numbers(page) == [str(order) for order in range(1, 61)]
    assert "key-event" in page.find(id="e30")["class"]
    assert not page.select("details.smaller")


def test_switch_between_key_and_all_events_keeps_the_other_choices(client):
    film = long_story()
    page = storyline(client, film, "?line=mirel&line=tavik&show=all")
    key, everything = page.select("nav.switch a")
    assert (words(everything), everything.get("aria-current")) == ("All events 60", "true")
    assert key["href"] == "?line=mirel&line=tavik"
    assert page.select_one("form.choices input[name=show]")["value"] == "all"


def test_short_story_has_no_switch(client):
    assert not storyline(client, factories.make_story(events=3).film).select("nav.switch, details.smaller")


@pytest.mark.parametrize(("events", "most"), [(6, 6), (7, 4), (12, 6), (60, 10), (200, 10)])
def test_film_page_tells_fewer_of_the_same_key_events(client, events, most):
    film = long_story(events)
    page = fetch(client, film.get_absolute_url())
    short = [item["value"] for item in section(page, "Storyline in short").select("ol.events > li")]
    keys = [number for page in ("", "?page=2") for number in numbers(storyline(client, film, page))]
    assert most - 1 <= len(short) <= most
    assert set(short) <= set(keys)
    assert events < 30 or "30" in short


@pytest.mark.parametrize(
    ("show", "words_shown", "until"),
    [
        pytest.param({"show": "until", "until": 7}, "You asked not to be told what follows.", 12, id="until"),
        pytest.param({"show": "nothing"}, "You asked not to be told the plot.", 5, id="nothing"),
    ],
)
def test_reader_with_a_limit_is_led_on_from_where_the_story_stops(client, show, words_shown, until):
    film = long_story()
    keep(client, film=film.slug, **show)
    page = storyline(client, film)
    assert words(page.select_one(".held-back")).startswith(words_shown)
    assert hrefs(page.select_one(".held-back")) == [f"{reverse('spoilers')}?film={film.slug}&until={until}"]
    assert not page.select(".empty")


def test_event_whose_sentences_tell_more_says_so_and_how_often_it_is_told(client):
    story = factories.make_story(characters=2, events=2, documents=2)
    for telling in story.tellings:
        mentions = EventMention.objects.filter(telling=telling).order_by("event__order")
        later = mentions.last()
        mentions.update(sentence_start=later.sentence_start, sentence_end=later.sentence_end)
    keep(client, film=story.film.slug, show="until", until=1)
    item = storyline(client, story.film).find(id="e1")
    assert words(item.select_one(".by")) == "Told in 2 of 2 sources, in words that tell more"
    assert not item.select("blockquote")


def test_story_told_to_its_end_holds_nothing_back(client):
    film = long_story(events=9)
    keep(client, film=film.slug, show="until", until=9)
    assert not storyline(client, film).select(".held-back")


def test_event_that_an_editor_added_says_so(client):
    event = factories.PlotEventFactory()
    assert "by an editor" in words(storyline(client, event.film).find(id=event.key))


def test_flashback_is_told_as_such(client):
    event = factories.PlotEventFactory(is_flashback=True)
    assert "flashback" in words(storyline(client, event.film).find(id=event.key))


def test_storyline_of_one_character_shows_that_characters_events(client):
    story = factories.make_story(characters=3, events=3)
    page = storyline(client, story.film, f"?character={story.characters[0].slug}")
    assert numbers(page) == ["1", "3"]
    assert words(page.select_one("option[selected]")) == f"{story.characters[0].name} (2)"


def test_storyline_of_one_place_shows_what_happens_there(client):
    story = factories.make_story(events=2)
    elsewhere = factories.PlotEventFactory(film=story.film, order=9, place=factories.PlaceFactory())
    assert numbers(storyline(client, story.film, f"?place={elsewhere.place.slug}")) == ["9"]


def test_told_order_is_that_of_one_telling(client):
    story = factories.make_story(events=3, documents=1)
    telling = factories.TellingFactory(document__film=story.film)
    for position, event in enumerate((story.events[2], story.events[0])):
        factories.EventMentionFactory(event=event, telling=telling, trigger_start=position)
    assert numbers(storyline(client, story.film, f"?telling={telling.pk}")) == ["3", "1"]


@pytest.mark.parametrize(
    "query", ["?telling=99999999999999999999", "?character=%00", "?telling=x&place=no one"]
)
def test_choices_that_make_no_sense_are_left_out(client, query):
    story = factories.make_story(events=2)
    assert numbers(storyline(client, story.film, query)) == ["1", "2"]


def test_choice_that_leaves_nothing_leads_back_to_all_events(client):
    story = factories.make_story(events=2)
    idle = factories.CharacterFactory(film=story.film)
    page = storyline(client, story.film, f"?character={idle.slug}")
    assert reverse("film-storyline", args=[story.film.slug]) in hrefs(page.select_one(".empty"))


def test_film_without_a_story_leads_to_films_with_one(client):
    empty = storyline(client, factories.FilmFactory()).select_one(".empty")
    assert hrefs(empty) == [reverse("film-list", query={"storyline": "yes"})]


def test_long_storyline_has_pages_and_events_know_theirs(client):
    film = factories.FilmFactory()
    factories.PlotEventFactory.create_batch(EVENTS_PER_PAGE, film=film, order=1)
    last = factories.PlotEventFactory(film=film, order=EVENTS_PER_PAGE + 1)
    address, _, anchor = last.get_absolute_url().partition("#")
    page = fetch(client, address)
    assert [item["id"] for item in page.select("ol.storyline > li")] == [anchor]
    assert page.select_one("nav.pages [aria-current=page]")


def test_storyline_twin_names_the_key_events(client):
    film = long_story()
    twin = client.get(reverse("film-storyline-json", args=[film.slug])).json()
    assert twin["key_events"] == [item["id"] for item in storyline(client, film).select("ol.storyline > li")]


def test_storyline_twin_gives_the_events(client):
    story = factories.make_story(events=2)
    twin = client.get(reverse("film-storyline-json", args=[story.film.slug])).json()
    assert [event["summary"] for event in twin["events"]] == [event.summary for event in story.events]


@pytest.mark.parametrize("size", [3, 30])
def test_storyline_asks_no_more_of_a_long_story(client, django_assert_max_num_queries, size):
    story = factories.make_story(characters=size, events=size, documents=3)
    with django_assert_max_num_queries(12):
        storyline(client, story.film)
