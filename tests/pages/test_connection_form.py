"""Asking how two are connected: names as typed, choices, what is wrong, and the ways here."""

import pytest
from django.urls import reverse

from films.search import rebuild
from tests import factories as make
from tests.pages.connected import between
from tests.pages.reading import fetch, headings, hrefs, keep, section, words

pytestmark = pytest.mark.django_db


def test_the_page_without_a_question_offers_both_forms_and_films_to_start_from(client, film):
    page = fetch(client, reverse("connections"))
    assert headings(page) == ["Two characters of a film", "Two people"]
    assert f"?film={film.slug}" in hrefs(section(page, "Two characters of a film"))
    assert not page.select(".error")


@pytest.mark.parametrize("typed", ["the-frozen-bay-1951", "the frozen bay", "Frozen Bay", "frozen"])
def test_a_film_is_known_by_its_title_as_typed(client, film, typed):
    page = fetch(client, reverse("connections", query={"film": typed}))
    options = page.find("select", id="from").find_all("option")
    assert [option.get_text() for option in options] == [
        "choose a character", "Brannoc Quillon", "Mirel", "Tavik",
    ]  # fmt: skip


def test_a_character_without_a_proper_name_is_offered_apart(client, film):
    make.CharacterFactory(film=film, name="the ferryman", is_named=False)
    page = fetch(client, reverse("connections", query={"film": film.slug}))
    assert [words(option) for option in page.find("select", id="to").optgroup.find_all("option")] == [
        "the ferryman"
    ]


def test_the_choice_made_stands_in_the_form(client, film):
    page = fetch(client, between("mirel", "tavik", film))
    assert [words(option) for option in page.select("option[selected]")] == ["Mirel", "Tavik"]


@pytest.mark.parametrize("typed", ["Ilse Molnary", "ilse molnary", "ilse"])
def test_people_are_known_by_their_names_as_typed(client, film, typed):
    assert "Ilse Molnary" in words(fetch(client, between(typed, "Odalys Tarrow")).h1)


def test_of_two_people_of_one_name_the_reader_chooses(client, film):
    namesake = make.PersonFactory(name="Ilse Molnary", slug="ilse-molnary-2")
    make.CreditFactory(person=namesake, film__title="The Silent Orchard")
    rebuild()
    page = fetch(client, between("Ilse Molnary", "Odalys Tarrow"))
    assert "Which “Ilse Molnary” do you mean?" in words(page.main)
    chosen = page.find("a", href=lambda href: href and "from_person=ilse-molnary-2" in href)
    assert "to_person=Odalys" in chosen["href"]
    assert not page.select(".chain")
    chosen_page = fetch(client, reverse("connections") + chosen["href"])
    assert words(chosen_page.h1) == "No connection found between Ilse Molnary and Odalys Tarrow"
    assert chosen_page.find("input", id="from_person")["value"] == "ilse-molnary-2"


def test_a_mistyped_name_is_not_taken_for_another(client, film):
    page = fetch(client, between("Ilse Molnry", "Odalys Tarrow"))
    assert "Nobody is called “Ilse Molnry”. Did you mean:" in words(page.main)
    assert not page.select(".chain")


@pytest.mark.parametrize(
    ("query", "status", "error"),
    [
        (
            "film=the-frozen-bay-1951&from=mirel&to=nobody",
            404,
            "No such character is known in The Frozen Bay.",
        ),
        ("film=the-frozen-bay-1951&from=mirel&to=mirel", 200, "Choose two different characters."),
        ("film=the-frozen-bay-1951&from=mirel&to=", 200, "Choose a character."),
        ("film=", 200, "Type the title of a film."),
        ("film=xylqwv", 404, "No film is called “xylqwv”."),
        ("from_person=xylqwv&to_person=ilse", 404, "No person in here is called “xylqwv”."),
        ("from_person=ilse&to_person=Ilse+Molnary", 200, "Name two different people."),
        ("from_person=ilse-molnary&to_person=", 200, "Type the name of a person."),
    ],
)
def test_the_form_says_what_is_wrong_at_its_field(client, film, query, status, error):
    page = fetch(client, f"{reverse('connections')}?{query}", status=status)
    shown = page.select_one(".error")
    assert words(shown) == error
    assert page.find(attrs={"aria-describedby": shown["id"], "aria-invalid": "true"})
    response = client.get(f"{reverse('connections-json')}?{query}")
    assert response.status_code == status
    assert [problem["problem"] for problem in response.json()["problems"]] == [error]


def test_only_one_field_is_not_wrong_yet(client, film):
    page = fetch(client, reverse("connections", query={"film": film.slug, "from": "mirel"}))
    assert not page.select(".error")


def test_a_character_page_asks_for_the_connection_to_another(client, film):
    form = section(fetch(client, reverse("character-detail", args=[film.slug, "mirel"])), "Connections").form
    assert words(form.label) == "How is Mirel connected to"
    assert {field["name"]: field["value"] for field in form.find_all("input")} == {
        "film": film.slug, "from": "mirel",
    }  # fmt: skip
    assert [option["value"] for option in form.find_all("option")] == ["", "brannoc-quillon", "tavik"]
    assert form["action"] == reverse("connections")


def test_a_character_page_offers_only_characters_who_are_known(client, film):
    keep(client, show="until", until=1, film=film.slug)
    page = fetch(client, reverse("character-detail", args=[film.slug, "mirel"]))
    assert [option["value"] for option in section(page, "Connections").find_all("option")] == ["", "tavik"]


def test_a_person_page_asks_for_the_connection_to_another(client, film):
    form = section(fetch(client, reverse("person-detail", args=["ilse-molnary"])), "Connections").form
    assert form.find("input", attrs={"type": "hidden"})["value"] == "ilse-molnary"
    assert words(form.label) == "How is Ilse Molnary connected to"
    assert form.find("input", id="to_person")["name"] == "to_person"


def test_every_page_leads_here(client):
    page = fetch(client, reverse("home"))
    assert reverse("connections") in hrefs(page.footer)


def options(client, **query):
    page = fetch(client, reverse("connections-names", query=query))
    return [(option["value"], words(option)) for option in page.find_all("option")]


def test_names_are_offered_while_they_are_typed(client, film):
    assert [value for value, _ in options(client, from_person="ilse mol")] == ["Ilse Molnary"]
    assert [value for value, _ in options(client, film="frozen")] == ["The Frozen Bay"]
    assert options(client, to_person="xylqwv") == []
    assert options(client) == []


def test_names_offered_for_two_people_of_one_name_lead_to_each(client, film):
    namesake = make.PersonFactory(name="Ilse Molnary", slug="ilse-molnary-2")
    make.CreditFactory(person=namesake, film__title="The Silent Orchard")
    rebuild()
    offered = dict(options(client, to_person="Ilse Molnary"))
    assert offered.keys() == {"ilse-molnary", "ilse-molnary-2"}
    assert "The Silent Orchard" in offered["ilse-molnary-2"]


def test_fields_for_names_have_a_list_that_is_filled_while_typing(client, film):
    for page in (
        fetch(client, reverse("connections")),
        fetch(client, reverse("person-detail", args=["ilse-molnary"])),
    ):
        field = page.find("input", id="to_person")
        assert field["hx-get"] == reverse("connections-names")
        assert page.select_one(field["hx-target"]).name == "datalist"
        assert field["list"] == field["hx-target"].removeprefix("#")
