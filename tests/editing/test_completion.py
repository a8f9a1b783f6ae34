"""What a field of the admin offers while a name is typed."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import reverse

from films.models import Portrayal, Relationship
from tests.factories import (
    CharacterFactory,
    CharacterNameFactory,
    CreditFactory,
    FilmFactory,
    ParticipationFactory,
    PersonFactory,
    PersonNameFactory,
    PlotEventFactory,
    PortrayalFactory,
    RelationshipFactory,
)
from tests.pages.reading import fetch

pytestmark = pytest.mark.django_db


def address_of(row=None, model=""):
    """Return the address of a row's form, or of a model's form for a new row."""
    if row is None:
        return reverse(f"admin:films_{model}_add")
    return reverse(f"admin:films_{row._meta.model_name}_change", args=[row.pk])


def offered(client, form, select, term=""):
    """Ask as the browser does when the term is typed into a field of the form; return what is offered."""
    field = fetch(client, form).select_one(select)
    asked = urlsplit(field["data-ajax--url"])
    response = client.get(asked.path, {
        **dict(parse_qsl(asked.query)), "term": term, "app_label": field["data-app-label"],
        "model_name": field["data-model-name"], "field_name": field["data-field-name"],
    })  # fmt: skip
    assert response.status_code == 200
    return [result["text"] for result in response.json()["results"]]


@pytest.fixture
def film():
    """A film "Johnny Tide" with four characters, beside a film that has a John, too."""
    film = FilmFactory(title="Johnny Tide", year=1994)
    for name in ("Elton John", "Johnson", "John", "Mara"):
        CharacterFactory(film=film, name=name)
    CharacterFactory(film=FilmFactory(title="The Paper Ferry", year=None), name="John of the Ferry")
    return film


def forms_within(film):
    """Return forms that belong to the film, each with the field in which one of its rows is named."""
    mara = film.characters.get(name="Mara")
    john = film.characters.get(name="John")
    portrayal = PortrayalFactory(character=mara, credit=CreditFactory(film=film))
    relationship = RelationshipFactory(subject=mara, object=john)
    event = ParticipationFactory(event=PlotEventFactory(film=film), character=mara).event
    return {
        "an event's participants": (event, "#id_participations-0-character"),
        "a new participant": (event, "#id_participations-__prefix__-character"),
        "a character's relationships": (mara, "#id_relationships-0-object"),
        "others' relationships": (john, "#id_inverse_relationships-0-subject"),
        "members": (mara, "#id_members"),
        "a relationship": (relationship, "#id_object"),
        "a credit's portrayals": (portrayal.credit, "#id_portrayals-0-character"),
        "a portrayal": (portrayal, "#id_character"),
    }


def test_a_form_of_a_film_offers_the_characters_of_that_film_alone(editing, film):
    for which, (row, field) in forms_within(film).items():
        assert offered(editing, address_of(row), field, "john") == ["John", "Johnson", "Elton John"], which


def test_a_character_is_offered_the_credits_of_the_film_alone(editing, film):
    portrayal = PortrayalFactory(
        character=film.characters.get(name="Mara"), credit=CreditFactory(film=film, credited_as="Ida Holm")
    )
    CreditFactory(credited_as="Ida Reyes")
    form = address_of(portrayal.character)
    assert offered(editing, form, "#id_portrayals-0-credit", "ida") == ["Ida Holm, cast"]


@pytest.mark.parametrize("model", [Relationship, Portrayal])
def test_where_it_may_be_any_film_the_film_is_said_beside_the_name(editing, film, model):
    form = address_of(model=model._meta.model_name)
    field = "#id_subject" if model is Relationship else "#id_character"
    assert offered(editing, form, field, "john") == [
        "John (Johnny Tide, 1994)",
        "John of the Ferry (The Paper Ferry)",
        "Johnson (Johnny Tide, 1994)",
        "Elton John (Johnny Tide, 1994)",
    ]


def test_before_anything_is_typed_the_main_characters_are_offered_first(editing, film):
    main = CharacterFactory(film=film, name="Zora", prominence=50)
    CharacterFactory(film=film, name="the driver", is_named=False, prominence=90)
    shown = offered(
        editing, address_of(PlotEventFactory(film=film)), "#id_participations-__prefix__-character"
    )
    assert (shown[0], shown[-1]) == (main.name, "the driver")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("zoe o'h", "Dr Zelany, also Zoë O’Hara"),
        ("ZOË", "Dr Zelany, also Zoë O’Hara"),
        ("zelany", "Dr Zelany"),
    ],
)
def test_another_spelling_of_the_name_is_enough_and_is_told(editing, film, typed, shown):
    CharacterNameFactory(character=CharacterFactory(film=film, name="Dr Zelany"), text="Zoë O’Hara")
    event = address_of(PlotEventFactory(film=film))
    assert offered(editing, event, "#id_participations-__prefix__-character", typed) == [shown]


def test_who_has_the_name_comes_before_who_is_so_called_by_others(editing, film):
    jack = CharacterFactory(film=film, name="Jack", prominence=90)
    CharacterNameFactory(character=jack, text="John")
    event = address_of(PlotEventFactory(film=film))
    shown = offered(editing, event, "#id_participations-__prefix__-character", "john")
    assert shown == ["John", "Johnson", "Jack, also John", "Elton John"]


def test_signs_alone_match_no_spelling(editing, film):
    event = PlotEventFactory(film=film)
    assert offered(editing, address_of(event), "#id_participations-__prefix__-character", "?!") == []


def test_people_and_films_are_completed_by_their_names(editing, film):
    ida = PersonFactory(name="Ida Holm")
    PersonNameFactory(person=ida, text="Ida H. Holm")
    form = address_of(model="credit")
    assert offered(editing, form, "#id_person", "ida h. h") == ["Ida Holm, also Ida H. Holm"]
    assert offered(editing, form, "#id_film", "john") == ["Johnny Tide (1994)"]
    assert offered(editing, form, "#id_film", "mara") == []


@pytest.mark.parametrize("size", [3, 30])
def test_completing_needs_a_fixed_number_of_queries(editing, django_assert_max_num_queries, size):
    for _ in range(size):
        CharacterNameFactory(character=CharacterFactory(name="John"), text="Johnny")
    asked = {"term": "john", "app_label": "films", "model_name": "relationship", "field_name": "object"}
    with django_assert_max_num_queries(8):  # one of them whether there are so many that the index is asked
        assert editing.get(reverse("admin:autocomplete"), asked).json()["results"]


def test_an_address_with_a_film_that_is_no_number_offers_all(editing, film):
    asked = {"term": "mara", "app_label": "films", "model_name": "relationship", "field_name": "object"}
    response = editing.get(reverse("admin:autocomplete"), asked | {"film": "soon"})
    assert [result["text"] for result in response.json()["results"]] == ["Mara (Johnny Tide, 1994)"]
