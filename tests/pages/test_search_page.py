"""One box over everything."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from films.search import index_film
from tests.factories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    made = make_story(title="The Paper Ferry")
    index_film([made.film.pk])
    return made


def page_for(client, query, **more):
    response = client.get(reverse("search"), {"q": query, **more})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_search_page_groups_hits_and_says_why_each_matched(client, story):
    page = page_for(client, "paper ferry")
    hit = page.find("a", href=story.film.get_absolute_url()).find_parent("li")
    assert [mark.get_text().lower() for mark in hit.select("mark")] == ["paper", "ferry"]
    assert "Films" in [heading.next_element.strip() for heading in page.select("main h2")]


def test_search_page_finds_in_spite_of_a_typing_error_and_says_so(client, story):
    page = page_for(client, "papre ferry")
    assert page.find("a", href=story.film.get_absolute_url())
    assert page.select_one("main p.note a[href='?q=paper%20ferry']").get_text() == "paper ferry"


def test_search_page_says_which_words_it_left_out(client, story):
    page = page_for(client, "zyzzyvazz paper qwolkk ferry")
    assert page.find("a", href=story.film.get_absolute_url())
    assert "without “zyzzyvazz” and “qwolkk”." in page.select_one("main p.note").get_text()
    assert "for “" not in page.select_one("main [role=status]").get_text()


def test_search_as_json_says_which_words_it_left_out(client, story):
    found = client.get(reverse("search-json"), {"q": "paper zyzzyvazz ferry"}).json()
    assert found["left_out"] == ["zyzzyvazz"]
    assert found["groups"][0]["hits"][0]["title"] == "The Paper Ferry"


def test_what_stands_beside_a_hit_is_not_said_again_as_the_reason(client, story):
    page = page_for(client, str(story.film.year))
    (hit,) = page.select("section[aria-labelledby=film] .hits li")

    assert [mark.text for mark in hit.select(".soft mark")] == [str(story.film.year)]
    assert hit.select(".under") == []


def test_search_page_keeps_the_query_in_its_box(client, story):
    assert page_for(client, 'ferry "<b>').select_one("main input[name=q]")["value"] == 'ferry "<b>'


def test_search_for_nothing_known_says_what_to_try(client, story):
    text = page_for(client, "zyzzyvazz").select_one("main").get_text(" ", strip=True)
    assert "Nothing" in text
    assert "fewer" in text


def test_empty_search_shows_the_box_alone(client):
    page = page_for(client, "  ")
    assert page.select_one("main input[name=q]")
    assert page.select("main li") == []


def test_search_shows_more_of_one_kind(client, story):
    page = page_for(client, story.characters[0].name.split()[0], kind="character")
    assert page.find("a", href=story.characters[0].get_absolute_url())
    assert page.find("a", href=story.events[0].get_absolute_url()) is None


@pytest.mark.parametrize("query", ['"', "*", "NEAR(", "a" * 5000, "\x00", "🎬", "' OR 1=1 --", "%"])
def test_odd_queries_are_no_errors(client, story, query):
    assert page_for(client, query).select_one("main h1")


def test_search_json_says_the_same(client, story):
    data = client.get(reverse("search-json"), {"q": "paper ferry"}).json()
    films = next(group for group in data["groups"] if group["kind"] == "film")
    assert films["hits"][0]["title"].startswith("The Paper Ferry")
    assert any(piece["is_match"] for piece in films["hits"][0]["matched"])


def test_results_are_counted_where_a_screen_reader_hears_it(client, story):
    response = client.get("/search/", {"q": story.film.title})
    status = BeautifulSoup(response.content, "html.parser").select("main [role=status]")
    assert [element.get_text(strip=True).split(" for ")[-1] for element in status] == ["“The Paper Ferry”"]


def test_a_provisional_title_is_marked_in_results(client):
    story = make_story(is_title_provisional=True)
    index_film([story.film.pk])
    response = client.get("/search/", {"q": story.characters[0].name})
    hits = BeautifulSoup(response.content, "html.parser").select(".hits li")
    marked = [hit for hit in hits if "provisional title" in hit.get_text()]
    assert any(story.characters[0].name in hit.get_text() for hit in marked)


def test_search_marks_a_provisional_title_beside_people_and_places(client):
    made = make_story(title="Mara and Dov", is_title_provisional=True)
    index_film([made.film.pk])
    for row in (made.director.person, made.place):
        hit = page_for(client, row.name).find("a", href=row.get_absolute_url()).find_parent("li")
        assert "provisional title" in hit.get_text(" ")


def test_results_for_quoted_words_are_said_without_quotes_in_quotes(client, story):
    page = page_for(client, '"paper ferry"')
    assert "for “paper ferry”" in page.select_one("main p[role=status]").get_text()


def test_search_page_leads_to_its_results_as_json(client, story):
    page = page_for(client, "paper ferry", kind="film")
    links = [page.find("link", rel="alternate"), page.footer.find("a", string="These results as JSON")]
    assert {link["href"] for link in links} == {"/search.json?q=paper+ferry&kind=film"}
