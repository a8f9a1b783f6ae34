"""Everything can be edited by someone who does not know the code; what they decide is recorded."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from films.models import (
    Character,
    Film,
    PlotEvent,
    Relationship,
    Removal,
    SourceDocument,
)
from films.vocabulary import Gender, NameKind
from tests import factories
from tests.editing.forms import prefix_of, read_form, save
from tests.factories import make_story
from tests.pages.reading import fetch, words

pytestmark = pytest.mark.django_db

EDITED_BY_HAND = [
    "film", "statement", "person", "credit", "character", "portrayal", "relationship", "place", "plotevent",
    "sourcedocument", "removal", "suggestion", "forward", "genre", "country",
]  # fmt: skip


def change_url(row):
    return reverse(f"admin:films_{row._meta.model_name}_change", args=[row.pk])


@pytest.mark.parametrize("model", EDITED_BY_HAND)
def test_every_model_has_a_list_that_can_be_searched(editing, model):
    make_story()
    url = reverse(f"admin:films_{model}_changelist")
    assert editing.get(url, {"q": "mara"}).status_code == 200


@pytest.mark.parametrize(
    "model", ["film", "person", "credit", "character", "relationship", "place", "plotevent"]
)
def test_every_model_can_be_added_by_an_editor(editing, model):
    assert read_form(editing, reverse(f"admin:films_{model}_add"))


def test_changing_a_film_marks_the_changed_fields_alone(editing):
    film = make_story(title="The Paper Ferry", year=1994).film
    save(editing, change_url(film), title="The Paper Boat")
    film.refresh_from_db()
    assert film.title == "The Paper Boat"
    assert film.edited_fields == ["title"]
    assert film.year == 1994


def test_giving_a_title_settles_a_provisional_one(editing):
    film = make_story(is_title_provisional=True).film
    save(editing, change_url(film), title="The Paper Boat")
    film.refresh_from_db()
    assert not film.is_title_provisional
    assert film.edited_fields == ["is_title_provisional", "title"]


def test_saving_a_form_untouched_decides_nothing(editing):
    story = make_story()
    for row in (story.film, story.characters[0], story.events[0], story.cast[0].person):
        save(editing, change_url(row))
        row.refresh_from_db()
        assert row.edited_fields == []


def test_a_characters_name_is_added_on_its_form(editing):
    character = make_story().characters[0]
    data = read_form(editing, change_url(character))
    count = int(data["names-TOTAL_FORMS"])
    save(editing, change_url(character), **{
        "names-TOTAL_FORMS": str(count + 1),
        f"names-{count}-text": "The Ferryman",
        f"names-{count}-kind": "nickname",
        f"names-{count}-character": str(character.pk),
    })  # fmt: skip
    name = character.names.get(text="The Ferryman")
    assert (name.origin, name.kind) == ("edited", "nickname")
    character.refresh_from_db()
    assert character.edited_fields == []


def test_a_relationship_is_added_on_a_characters_form(editing):
    first, _, third = make_story().characters
    data = read_form(editing, change_url(first))
    count = int(data["relationships-TOTAL_FORMS"])
    save(editing, change_url(first), **{
        "relationships-TOTAL_FORMS": str(count + 1),
        f"relationships-{count}-kind": "friend",
        f"relationships-{count}-object": str(third.pk),
        f"relationships-{count}-subject": str(first.pk),
    })  # fmt: skip
    added = Relationship.objects.get(subject=first, object=third)
    assert (added.kind, added.origin) == ("friend", "edited")


def test_removing_a_row_on_a_form_is_remembered(editing):
    story = make_story()
    relationship = story.relationships[0]
    url = change_url(relationship.subject)
    prefix = prefix_of(read_form(editing, url), "relationships", relationship)
    save(editing, url, **{f"{prefix}-DELETE": "on"})
    assert not Relationship.objects.filter(pk=relationship.pk).exists()
    assert Removal.objects.get().kind == "relationship"


def test_deleting_an_event_is_remembered_with_who_did_it(editing, editor):
    event = make_story().events[0]
    editing.post(reverse("admin:films_plotevent_delete", args=[event.pk]), {"post": "yes"})
    assert not PlotEvent.objects.filter(pk=event.pk).exists()
    removal = Removal.objects.get()
    assert (removal.kind, removal.removed_by, removal.label) == ("event", editor, event.summary)


def test_deleting_several_from_the_list_is_remembered(editing):
    events = make_story().events[:2]
    editing.post(reverse("admin:films_plotevent_changelist"), {
        "action": "delete_selected", "_selected_action": [event.pk for event in events], "post": "yes",
    })  # fmt: skip
    assert Removal.objects.count() == 2
    assert not PlotEvent.objects.filter(pk__in=[event.pk for event in events]).exists()


@pytest.mark.parametrize("size", [3, 30])
def test_what_goes_with_a_film_is_counted_not_listed(editing, size, django_assert_max_num_queries):
    film = make_story(characters=size, events=size, title="The Paper Ferry").film
    with django_assert_max_num_queries(42):
        page = fetch(editing, reverse("admin:films_film_delete", args=[film.pk]))
    assert f"Characters: {size}" in [words(item) for item in page.select("#content li")]
    assert [words(item) for item in page.select("#content ul")[1].select("li")] == [str(film)]


def test_who_may_not_delete_all_that_goes_with_a_row_is_told_so(client, django_user_model):
    user = django_user_model.objects.create_user("careful", password="made up", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_film", "delete_film"]))
    client.force_login(user)
    film = make_story().film
    page = fetch(client, reverse("admin:films_film_delete", args=[film.pk]))
    assert "character" in [words(item) for item in page.select("#content li")]
    assert client.post(reverse("admin:films_film_delete", args=[film.pk]), {"post": "yes"}).status_code == 403
    assert Film.objects.filter(pk=film.pk).exists()


def test_the_evidence_stands_beside_the_row(editing):
    story = make_story()
    character = story.characters[0]
    evidence = fetch(editing, change_url(character)).select_one(".field-evidence .evidence")
    assert character.name in [mark.get_text() for mark in evidence.select("mark")]
    assert evidence.select_one("a")["href"].startswith("/sources/")


def test_the_sentence_stands_beside_an_event(editing):
    event = make_story().events[0]
    evidence = fetch(editing, change_url(event)).select_one(".field-evidence .evidence").get_text()
    assert event.summary.rstrip(".") in evidence


def test_lists_say_what_is_machine_made_and_what_is_edited(editing):
    story = make_story()
    save(editing, change_url(story.characters[0]), name="Renamed")
    shown = (
        fetch(editing, reverse("admin:films_character_changelist")).select_one("#result_list").get_text(" ")
    )
    assert "edited: name" in shown
    assert "read from sources" in shown


def test_an_edited_film_can_be_brought_back_from_its_history(editing):
    film = make_story(title="The Paper Ferry").film
    save(editing, change_url(film), title="A mistake")
    oldest = Film.history.filter(id=film.pk).earliest()
    assert oldest.title == "The Paper Ferry"
    url = reverse("admin:films_film_simple_history", args=[film.pk, oldest.pk])
    assert fetch(editing, url).select_one("input[name=title]")["value"] == "The Paper Ferry"


def test_a_long_select_is_never_offered_for_a_row_of_a_growing_table(editing):
    story = make_story(characters=5)
    for row in (story.film, story.characters[0], story.events[0], story.cast[0].person):
        for select in fetch(editing, change_url(row)).select("select"):
            grows = "admin-autocomplete" not in select.get("class", []) and len(select.select("option")) > 20
            assert not grows, select["name"]


def test_completion_offers_characters_by_any_of_their_names(editing):
    character = make_story().characters[0]
    response = editing.get(reverse("admin:autocomplete"), {
        "term": character.names.first().text, "app_label": "films", "model_name": "relationship",
        "field_name": "object",
    })  # fmt: skip
    assert str(character.pk) in [result["id"] for result in response.json()["results"]]


def test_a_relationship_with_a_character_of_another_film_is_refused(editing):
    first, other = make_story().characters[0], make_story().characters[0]
    response = editing.post(reverse("admin:films_relationship_add"), {
        "subject": first.pk, "kind": "friend", "object": other.pk,
    })  # fmt: skip
    assert response.status_code == 200
    assert "different films" in response.content.decode()


def test_a_document_cannot_be_rewritten(editing):
    document = make_story().documents[0]
    fields = read_form(editing, change_url(document))
    assert set(fields) & {"text", "sha256", "name"} == set()
    assert SourceDocument.objects.get(pk=document.pk).text == document.text


def test_readers_may_look_but_not_change(client, reader):
    client.force_login(reader)
    film = make_story().film
    assert client.get(change_url(film)).status_code == 200
    assert client.post(change_url(film), {"title": "Changed"}).status_code == 403
    assert client.get(reverse("admin:films_film_add")).status_code == 403
    film.refresh_from_db()
    assert film.title != "Changed"


def test_someone_in_no_group_sees_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody", password="made up", is_staff=True))
    assert client.get(reverse("admin:films_film_changelist")).status_code == 403


def test_strangers_are_sent_to_sign_in(client):
    response = client.get(reverse("admin:films_film_changelist"))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_editors_may_edit_every_model_of_films(editor):
    for model in apps.get_app_config("films").get_models():
        if model._meta.model_name.startswith(("historical", "search", "blocking", "edition", "overview")):
            continue
        assert editor.has_perm(f"films.change_{model._meta.model_name}"), model


@pytest.mark.parametrize("size", [3, 30])
def test_lists_need_a_fixed_number_of_queries(editing, django_assert_max_num_queries, size):
    make_story(characters=size, events=size)
    for model in ("film", "character", "plotevent", "credit", "relationship", "statement", "sourcedocument"):
        with django_assert_max_num_queries(14):
            editing.get(reverse(f"admin:films_{model}_changelist"))


@pytest.mark.parametrize("size", [3, 30])
def test_forms_need_a_fixed_number_of_queries(editing, django_assert_max_num_queries, size):
    story = make_story(characters=size, events=size)
    for row in (story.film, Character.objects.get(pk=story.characters[1].pk), story.events[0]):
        with django_assert_max_num_queries(45):
            editing.get(change_url(row))


@pytest.mark.parametrize("kind", ["film", "character", "credit", "person", "place", "plotevent"])
def test_a_form_asks_as_often_of_many_rows_beside_it_as_of_few(editing, kind):
    def asked(size):
        row = ROWS_BESIDE[kind](size)
        with CaptureQueriesContext(connection) as queries:
            page = fetch(editing, change_url(row))
        assert len(page.select("tr.has_original")) >= size
        return len(queries)

    asked(3)  # what is asked for once
    assert asked(3) == asked(30)


def film_with_rows(size):
    film = make_story(characters=size, events=size).film
    for _ in range(size):
        factories.SettingFactory(film=film)
    return film


def character_with_rows(size):
    character = factories.CharacterFactory()
    for _ in range(size):
        factories.PortrayalFactory(character=character)
        factories.RelationshipFactory(subject=character)
        factories.RelationshipFactory(
            object=character, subject=factories.CharacterFactory(film=character.film)
        )
    return character


def credit_with_rows(size):
    credit = factories.CreditFactory()
    for _ in range(size):
        factories.PortrayalFactory(credit=credit, character=factories.CharacterFactory(film=credit.film))
    return credit


def person_with_rows(size):
    return factories.CreditFactory.create_batch(size, person=factories.PersonFactory())[0].person


def place_with_rows(size):
    return factories.SettingFactory.create_batch(size, place=factories.PlaceFactory())[0].place


def event_with_rows(size):
    event = factories.PlotEventFactory()
    for _ in range(size):
        factories.ParticipationFactory(event=event)
        factories.EventMentionFactory(event=event)
    return event


ROWS_BESIDE = {
    "film": film_with_rows,
    "character": character_with_rows,
    "credit": credit_with_rows,
    "person": person_with_rows,
    "place": place_with_rows,
    "plotevent": event_with_rows,
}


def test_deleting_a_removal_has_its_documents_read_again(editing):
    story = make_story()
    story.film.documents.update(read_with="as now")
    editing.post(reverse("admin:films_plotevent_delete", args=[story.events[0].pk]), {"post": "yes"})
    removal = Removal.objects.get()
    editing.post(reverse("admin:films_removal_delete", args=[removal.pk]), {"post": "yes"})
    assert not Removal.objects.exists()
    assert set(story.film.documents.values_list("read_with", flat=True)) == {""}


def test_words_stand_for_genders_and_kinds_of_names(editing):
    character = factories.CharacterFactory(gender=Gender.FEMALE)
    factories.CharacterNameFactory(character=character, kind=NameKind.VARIANT)
    page = fetch(editing, reverse("admin:films_character_change", args=[character.pk]))
    assert words(page.select_one("#id_gender option[selected]")) == "female"
    assert words(page.select_one("#id_names-0-kind option[selected]")) == "spelling"
    changelist = fetch(editing, reverse("admin:films_character_changelist"))
    assert words(changelist.select_one(".field-gender_in_words")) == "female"
    filtered = fetch(editing, reverse("admin:films_character_changelist") + "?gender=m")
    assert not filtered.select(".field-gender_in_words")
