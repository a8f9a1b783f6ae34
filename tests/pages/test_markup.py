"""What templates call for, in every line of a page."""

from collections import namedtuple

import jinja2
import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.test import RequestFactory
from django.urls import reverse

from filmkb.templating import load_templates
from films.views._sentences import Piece
from tests import factories as make

QUOTED = [
    ('"frozen lake"', "frozen lake"),
    ("“frozen lake”", "frozen lake"),
    ('"frozen" lake', '"frozen" lake'),
    ('"frozen" "lake"', '"frozen" "lake"'),
    ('"', '"'),
    ('""', '""'),
]
Line = namedtuple("Line", "name url")
Match = namedtuple("Match", "text is_match")
HARMFUL = "<b>Mirel & Tavik</b>"
HARMLESS = "&lt;b&gt;Mirel &amp; Tavik&lt;/b&gt;"


def rendered(text, **context):
    return engines["jinja2"].from_string(text).render(context)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("home", ()),
        ("film-list", ()),
        ("film-storyline", ("the-paper-ferry",)),
        ("character-detail", ("the-paper-ferry", "mirel")),
        ("source-detail", (7,)),
    ],
    ids=str,
)
def test_an_address_is_what_django_gives(name, parts):
    assert rendered("{{ address(name, *parts) }}", name=name, parts=parts) == reverse(name, args=parts)


def test_names_are_linked_where_they_lead_somewhere():
    rows = [Line("Odalys", "/people/odalys/"), Line(HARMFUL, ""), Line("Sefa", "/people/?a=1&b=2")]
    assert rendered("{{ rows|links }}", rows=rows) == (
        f'<a href="/people/odalys/">Odalys</a>, {HARMLESS}, <a href="/people/?a=1&amp;b=2">Sefa</a>'
    )
    assert rendered("{{ rows|links }}", rows=[]) == ""


@pytest.mark.django_db
def test_a_sentence_links_whom_it_names():
    character = make.CharacterFactory(name="Mirel")
    pieces = [Piece("Mirel", character), Piece(f" meets {HARMFUL}.")]
    link = f'<a href="{character.get_absolute_url()}">Mirel</a>'
    assert rendered("{{ pieces|linked }}", pieces=pieces) == f"{link} meets {HARMLESS}."


@pytest.mark.django_db
def test_a_credit_leads_to_its_person_or_stands_as_written():
    person = make.PersonFactory(name=HARMFUL)
    known = make.CreditFactory(person=person, credited_as="M. Okparo")
    unknown = make.CreditFactory(person=None, credited_as=HARMFUL)
    assert rendered("{{ credit|credited }}", credit=known) == (
        f'<a href="{person.get_absolute_url()}">{HARMLESS}</a>'
    )
    assert rendered("{{ credit|credited }}", credit=unknown) == HARMLESS


@pytest.mark.django_db
def test_what_tells_people_of_one_name_apart_stands_after_it():
    person = make.PersonFactory()
    assert rendered("{{ person|apart }}", person=person) == ""
    person.apart = HARMFUL
    assert rendered("{{ person|apart }}", person=person) == f' <span class="soft">{HARMLESS}</span>'


@pytest.mark.django_db
def test_names_lead_to_their_pages():
    rows = [make.PersonFactory(name=HARMFUL), make.PersonFactory(name="Odalys")]
    urls = [row.get_absolute_url() for row in rows]
    links = f'<a href="{urls[0]}">{HARMLESS}</a>, <a href="{urls[1]}">Odalys</a>'
    assert rendered("{{ rows|named }}", rows=rows) == links
    rows[1].apart = HARMFUL
    apart = f' <span class="soft">{HARMLESS}</span>'
    assert rendered("{{ rows|named_apart }}", rows=rows) == links + apart


@pytest.mark.django_db
def test_only_rows_that_were_fetched_with_another_are_given(django_assert_num_queries):
    film = make.CreditFactory(credited_as="M. Okparo").film
    fetched = type(film).objects.prefetch_related("credits").get(pk=film.pk)
    text = "{% for row in film|given('credits') %}{{ row.credited_as }}{% endfor %}"
    with django_assert_num_queries(0):
        assert rendered(text, film=fetched) == "M. Okparo"
        with pytest.raises(LookupError, match="credits"):
            rendered(text, film=film)


@pytest.mark.parametrize(
    ("rows", "shown", "more"), [(0, 0, ""), (3, 3, ""), (4, 3, "1 more"), (9, 3, "6 more")]
)
def test_first_of_some_rows_are_shown_and_the_others_offered(rows, shown, more):
    text = (
        '{% from "films/_lists.html" import first_few %}'
        '{% call(row) first_few(rows, 3, "plain") %}<li>{{ row }}</li>{% endcall %}'
    )
    page = BeautifulSoup(rendered(text, rows=range(rows)), "html.parser")
    assert [int(row.string) for row in page.select("li")] == list(range(rows))
    assert len(page.select("details li")) == rows - shown
    assert (page.summary.string if page.summary else "") == more


@pytest.mark.parametrize(("typed", "said"), QUOTED)
def test_words_are_said_again_without_the_quotes_around_all_of_them(typed, said):
    assert rendered("{{ words|unquoted|safe }}", words=typed) == said


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Mirel left , alone .", "Mirel left\xa0, alone\xa0."),
        ("Mirel left, alone.", "Mirel left, alone."),
        (" , who waits", "\xa0, who waits"),
        ("a . b .5 ...", "a\xa0. b .5 ..."),
    ],
)
def test_lone_mark_is_held_to_the_word_before_it(words, shown):
    assert rendered("{{ words|held }}", words=words) == shown


def test_matched_words_hold_the_lone_mark_behind_them():
    pieces = [Match("on a ", False), Match("lake", True), Match(" .", False)]
    assert rendered("{{ pieces|with_matches }}", pieces=pieces) == "on a <mark>lake</mark>\xa0."


@pytest.mark.parametrize(
    ("asked", "changes", "query"),
    [
        ("", {"page": 2}, "?page=2"),
        ("page=2&sort=year", {"page": 3}, "?page=3&sort=year"),
        ("genre=drama&genre=noir", {"page": 2}, "?genre=drama&genre=noir&page=2"),
        ("place=quay&page=2", {"place": None, "page": None}, ""),
        ("words=salt+%26+ember", {}, "?words=salt+%26+ember"),
    ],
)
def test_query_of_a_page_with_some_of_it_changed(asked, changes, query):
    request = RequestFactory().get(f"/events/?{asked}")
    shown = rendered("{{ querystring(request, **changes) }}", request=request, changes=changes)
    assert shown == query.replace("&", "&amp;")


def test_every_template_can_be_read():
    load_templates()
    assert "films/film_detail.html" in engines["jinja2"].env.list_templates()


def test_what_a_page_was_not_given_is_an_error():
    with pytest.raises(jinja2.UndefinedError, match="filmm"):
        rendered("{{ filmm }}", film="Salt and Ember")
