"""A film at a glance."""

import json

import pytest
from django.urls import reverse

from films.vocabulary import Fact, Job, Origin, PassageKind, Rank
from tests import factories
from tests.pages.reading import fetch, headings, hrefs, keep, line, rows, section, words

pytestmark = pytest.mark.django_db


def film_page(client, film):
    return fetch(client, film.get_absolute_url())


def linked_data(page):
    return json.loads(page.find("script", type="application/ld+json").string)


def test_film_page_is_headed_by_title_year_and_original_title(client):
    film = factories.FilmFactory(title="The Salt Lantern", original_title="La lanterne de sel", year=2012)
    page = film_page(client, film)
    assert words(page.h1) == "The Salt Lantern 2012"
    assert words(page.select_one(".subtitle")) == "La lanterne de sel"
    assert words(page.title).startswith("The Salt Lantern (2012)")


def with_titles(*titles, heading="The Salt Lantern", **fields):
    """Return a film of this title of which one document each states these, too."""
    film = factories.FilmFactory(title=heading, **fields)
    for title in titles:
        statement = factories.StatementFactory(film=film, fact=Fact.TITLE, value=title, rank=Rank.NORMAL)
        factories.CitationFactory(statement=statement)
    return film


def labels(page):
    return [words(label) for label in section(page, "Facts").select("dt")]


@pytest.mark.parametrize("other", ["Salt Lantern", "The salt lantern"])
def test_title_that_the_heading_says_stands_there_alone_with_its_marks(client, other):
    page = film_page(client, with_titles("The Salt Lantern", other))
    assert words(page.select_one(".page-head .titled .marks")) == "1 2"
    assert words(page.h1) == "The Salt Lantern 1994"
    assert "Title" not in labels(page)


def test_film_of_which_the_title_alone_is_stated_does_not_say_that_it_is_not(client):
    page = film_page(client, with_titles("The Salt Lantern", year=None, runtime_minutes=None))
    assert words(section(page, "Facts").p).endswith("no year and no director.")


def test_titles_that_differ_are_listed(client):
    page = film_page(client, with_titles("The Salt Lantern", "The Lamp"))
    assert line(page, "Title") == ["The Salt Lantern (1 source) 1", "or The Lamp (1 source) 2"]
    assert not page.select(".page-head .marks")


def test_title_that_an_editor_gave_says_so_behind_the_heading(client):
    page = film_page(client, with_titles(edited_fields=["title"]))
    assert words(page.select_one(".titled")).endswith("1994 by an editor")


def test_film_page_lists_cast_in_billing_order(client):
    film = factories.FilmFactory()
    third, first = (factories.CreditFactory(film=film, billing=billing) for billing in (3, 1))
    unbilled = factories.CreditFactory(film=film, billing=None)
    shown = [row[0] for row in rows(section(film_page(client, film), "Cast").table)]
    assert shown == [first.person.name, third.person.name, unbilled.person.name]


def test_cast_stands_beside_the_characters_played(client):
    story = factories.make_story(characters=2)
    row = section(film_page(client, story.film), "Cast").select_one("tbody tr")
    assert hrefs(row)[:2] == [
        story.cast[0].person.get_absolute_url(),
        story.characters[0].get_absolute_url(),
    ]


def test_cast_member_of_a_double_role_is_shown_with_both(client):
    credit = factories.CreditFactory(billing=1)
    for name in ("Aunt Wenna", "The Ferryman"):
        factories.PortrayalFactory(credit=credit, character__film=credit.film, character__name=name)
    assert rows(section(film_page(client, credit.film), "Cast").table)[0][1] == "Aunt Wenna, The Ferryman"


def test_credit_without_a_person_shows_the_name_as_credited(client):
    credit = factories.CreditFactory(person=None, credited_as="J. Sandrel", role="Pilot")
    assert rows(section(film_page(client, credit.film), "Cast").table)[0][:2] == ["J. Sandrel", "Pilot"]


def test_person_credited_under_another_name_is_shown_with_both(client):
    credit = factories.CreditFactory(person__name="Yrsa Quillon", credited_as="Y. Quillon")
    shown = rows(section(film_page(client, credit.film), "Cast").table)[0][0]
    assert shown == "Yrsa Quillon as Y. Quillon"


def test_every_fact_leads_to_its_sentence(client):
    story = factories.make_story(documents=2)
    page = film_page(client, story.film)
    year = next(tag for tag in page.find_all("dt") if words(tag) == "Year").find_next("dd")
    start = story.documents[0].text.index(str(story.film.year))
    assert f"/sources/{story.documents[0].pk}/#c{start}-{start + 4}" in hrefs(year)
    assert words(year) == f"{story.film.year} 1 2"


def test_source_marks_say_in_words_where_they_lead(client):
    story = factories.make_story(documents=1)
    page = film_page(client, story.film)
    marks = [section(page, part).select_one(".marks a") for part in ("Places", "Storyline in short", "Cast")]
    assert [mark["aria-label"] for mark in marks] == [
        f"{story.place.name}, source 1: Synopsis, {story.film.title}",
        f"Event 1, source 1: Synopsis, {story.film.title}",
        f"Source 1: Synopsis, {story.film.title}",  # its row says of what
    ]


def test_many_sources_of_a_fact_are_marked_up_to_four_and_counted(client):
    story = factories.make_story(characters=1, events=1, documents=6)
    cell = section(film_page(client, story.film), "Cast").select_one("tbody td:last-child")
    assert words(cell) == "1 2 3 4 and 2 more"


def test_rival_values_stand_beside_the_preferred_one_with_their_sources(client):
    film = factories.FilmFactory(runtime_minutes=122)
    preferred = factories.StatementFactory(film=film, value="122")
    rival = factories.StatementFactory(film=film, value="118", rank=Rank.NORMAL)
    for statement in (preferred, preferred, rival):
        factories.CitationFactory(statement=statement)
    page = film_page(client, film)
    assert line(page, "Running time") == ["122 min (2 sources) 1 2", "or 118 min (1 source) 3"]


def test_rejected_values_are_not_shown(client):
    film = factories.FilmFactory(runtime_minutes=122)
    factories.StatementFactory(film=film, value="9", rank=Rank.REJECTED)
    assert line(film_page(client, film), "Running time") == ["122 min"]


def test_value_that_an_editor_gave_says_so(client):
    film = factories.FilmFactory(runtime_minutes=122, edited_fields=["runtime_minutes"])
    assert line(film_page(client, film), "Running time") == ["122 min by an editor"]


def test_rows_that_an_editor_entered_say_so(client):
    film = factories.FilmFactory()
    factories.CreditFactory(film=film, origin=Origin.EDITED)
    factories.RelationshipFactory(subject__film=film, origin=Origin.EDITED)
    factories.PlotEventFactory(film=film, origin=Origin.EDITED)
    page = film_page(client, film)
    assert rows(section(page, "Cast").table)[0][2] == "by an editor"
    assert words(section(page, "Who is who to whom").li).endswith("by an editor")
    assert words(section(page, "Storyline in short").li).endswith("by an editor")


def test_genres_countries_and_languages_are_all_shown(client):
    film = factories.FilmFactory(genres=["Drama", "Western"], countries=["Norland"])
    factories.StatementFactory(film=film, fact=Fact.LANGUAGE, value="Norlandic")
    page = film_page(client, film)
    assert line(page, "Genre") == ["Drama", "Western"]
    assert line(page, "Country") == ["Norland"]
    assert line(page, "Language") == ["Norlandic"]


def test_crew_is_shown_by_job(client):
    film = factories.FilmFactory()
    credit = factories.CreditFactory(film=film, job=Job.COMPOSER)
    assert line(film_page(client, film), "Music by") == [credit.person.name]


def test_logline_leads_the_page_with_its_source(client):
    document = factories.SourceDocumentFactory(text="A pilot takes in a boy. The pilot sails away.")
    logline = factories.TellingFactory(document=document, kind=PassageKind.LOGLINE, start=0, end=23)
    lead = film_page(client, document.film).select_one("blockquote.lead")
    assert words(lead) == "A pilot takes in a boy. 1"
    assert hrefs(lead) == [logline.get_absolute_url()]


def test_relationships_are_said_in_gendered_words_with_evidence(client):
    story = factories.make_story(characters=2, documents=1)
    father, daughter = story.characters
    shown = words(section(film_page(client, story.film), "Who is who to whom").li)
    assert shown == f"{father.name}, father of {daughter.name} 1"


def test_what_one_is_to_several_stands_in_one_line_each_with_its_evidence(client):
    story = factories.make_story(characters=3, documents=1)
    father, daughter, other = story.characters
    second = factories.RelationshipFactory(subject=father, object=other)
    sentence = story.events[1].summary
    factories.CitationFactory(document=story.documents[0], relationship=second, quote=sentence)
    line = section(film_page(client, story.film), "Who is who to whom").li
    assert words(line) == f"{father.name}, father of {daughter.name} 1, {other.name} 1"
    marks = [link["href"] for link in line.select(".marks a")]
    assert len(set(marks)) == 2


def test_long_list_of_relationships_is_folded(client):
    film = factories.FilmFactory()
    for _ in range(15):
        factories.RelationshipFactory(subject__film=film)
    listed = section(film_page(client, film), "Who is who to whom")
    assert len(listed.find("ul", recursive=False).find_all("li")) == 12
    assert words(listed.details.summary) == "3 more"
    assert len(listed.details.find_all("li")) == 3


@pytest.mark.parametrize(
    ("choice", "said"),
    [({"show": "nothing"}, "the plot"), ({"show": "until", "until": 2}, "what follows")],
    ids=["no-plot", "until"],
)
def test_storyline_in_short_says_that_the_reader_asked_not_to_be_told(client, choice, said):
    story = factories.make_story(events=4)
    keep(client, film=story.film.slug, **choice)
    short = section(film_page(client, story.film), "Storyline in short")
    assert words(short.select_one(".held-back")).startswith(f"You asked not to be told {said}.")
    assert not short.select(".empty")


def test_storyline_in_short_links_people_where_they_are_named(client):
    story = factories.make_story(characters=2, events=1)
    short = section(film_page(client, story.film), "Storyline in short")
    assert hrefs(short.select_one("ol > li"))[:2] == [one.get_absolute_url() for one in story.characters]


def test_characters_that_no_one_is_known_to_play_are_named(client):
    character = factories.CharacterFactory()
    unnamed = factories.CharacterFactory(film=character.film, name="the pilot", is_named=False)
    cast = section(film_page(client, character.film), "Cast")
    assert f"Characters: {character.name}." in words(cast)
    assert f"Without a name: {unnamed.name}." in words(cast)


def test_relationships_of_named_characters_hide_those_of_unnamed_ones(client):
    known = factories.RelationshipFactory()
    unnamed = factories.CharacterFactory(film=known.subject.film, name="a pilot", is_named=False)
    vague = factories.RelationshipFactory(subject=unnamed, object=known.object)
    assert "a pilot" not in words(section(film_page(client, unnamed.film), "Who is who to whom"))
    known.delete()
    assert words(section(film_page(client, unnamed.film), "Who is who to whom").li) == (
        f"a pilot, mother of {vague.object.name}"
    )


def test_places_and_sources_are_listed(client):
    story = factories.make_story(documents=2)
    page = film_page(client, story.film)
    assert hrefs(section(page, "Places"))[0] == story.place.get_absolute_url()
    assert hrefs(section(page, "Sources")) == [row.get_absolute_url() for row in story.documents]


def test_provisional_title_is_marked_and_explained(client):
    film = factories.FilmFactory(title="Wenna and Castor", is_title_provisional=True)
    shown = words(film_page(client, film).select_one(".page-head"))
    assert "provisional title" in shown
    assert "No document states the title" in shown


def test_film_without_documents_says_what_is_missing(client):
    page = film_page(client, factories.FilmFactory(origin=Origin.EDITED))
    assert "No document says who plays" in words(section(page, "Cast"))
    assert words(section(page, "Storyline in short").select_one(".empty")) == (
        "No source tells this film’s story yet. Choose among films with a storyline."
    )
    assert "editors" in words(section(page, "Sources"))
    assert "Who is who to whom" not in headings(page)


def test_film_whose_documents_tell_no_story_leads_to_them(client):
    film = factories.SourceDocumentFactory(film__document_count=1).film
    empty = section(film_page(client, film), "Storyline in short").select_one(".empty")
    assert hrefs(empty)[0] == reverse("film-sources", args=[film.slug])


@pytest.mark.parametrize(
    ("events", "expected"),
    [(0, ["At a glance", "Sources 0"]), (3, ["At a glance", "Storyline 3", "Sources 0"])],
)
def test_storyline_has_a_tab_only_where_there_is_one(client, events, expected):
    tabs = film_page(client, factories.FilmFactory(event_count=events)).select(".tabs li")
    assert [words(tab) for tab in tabs] == expected


def test_film_leads_to_its_characters_only_where_it_has_some(client):
    cast_alone = factories.CreditFactory(role="Pilot").film
    character = factories.CharacterFactory()
    assert "All characters of this film" not in words(section(film_page(client, cast_alone), "Cast"))
    assert "All characters of this film" in words(section(film_page(client, character.film), "Cast"))


def test_film_page_describes_itself_as_a_movie_with_performance_roles(client):
    story = factories.make_story(characters=1, runtime_minutes=95)
    movie = linked_data(film_page(client, story.film))
    assert (movie["@type"], movie["name"], movie["duration"]) == ("Movie", story.film.title, "PT95M")
    assert movie["actor"][0]["@type"] == "PerformanceRole"
    assert movie["actor"][0]["characterName"] == story.characters[0].name
    assert movie["actor"][0]["actor"]["name"] == story.cast[0].person.name
    assert movie["director"][0]["name"] == story.director.person.name


def test_linked_data_cannot_end_its_script(client):
    film = factories.FilmFactory(title="</script><b>&", slug="odd")
    response = client.get(film.get_absolute_url())
    assert b"</script><b>" not in response.content
    assert linked_data(film_page(client, film))["name"] == "</script><b>&"


def test_json_twin_is_the_export_of_the_film(client):
    story = factories.make_story()
    page = film_page(client, story.film)
    twin = client.get(page.find("link", rel="alternate")["href"]).json()
    assert twin["schema"] == "filmkb.film/1"
    assert [event["key"] for event in twin["events"]] == [event.key for event in story.events]


def test_film_that_is_not_there_is_not_found(client):
    assert client.get(reverse("film-detail", args=["nothing"])).status_code == 404
    assert client.get(reverse("film-detail-json", args=["nothing"])).status_code == 404


@pytest.mark.parametrize("size", [3, 30])
def test_film_page_asks_no_more_of_a_large_film(client, django_assert_max_num_queries, size):
    story = factories.make_story(characters=size, events=size, documents=3)
    for number in range(size):
        factories.CharacterFactory(film=story.film, name=f"Unplayed {number}")
        factories.SettingFactory(film=story.film)
    with django_assert_max_num_queries(12):
        client.get(story.film.get_absolute_url())


def test_film_page_says_when_no_document_states_a_fact(client):
    film = factories.FilmFactory(is_title_provisional=True, year=None, runtime_minutes=None)
    facts = section(film_page(client, film), "Facts")
    assert "No document states a fact" in words(facts)
    assert facts.select("dl") == []
