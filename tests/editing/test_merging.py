"""Merging records, and taking or leaving suggestions, in the admin."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from films.models import Character, Film, Person, Suggestion
from tests.factories import CreditFactory, PersonFactory, make_story
from tests.pages.reading import words

pytestmark = pytest.mark.django_db


def choose_action(client, action, rows, **data):
    model = rows[0]._meta.model_name
    return client.post(
        reverse(f"admin:films_{model}_changelist"),
        {"action": action, "_selected_action": [row.pk for row in rows], **data},
    )


def content(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one("#content")


def messages_of(client, model):
    response = client.get(reverse(f"admin:films_{model}_changelist"))
    return BeautifulSoup(response.content, "html.parser").select_one(".messagelist").get_text(" ", strip=True)


def test_merging_first_says_what_will_move_and_writes_nothing(editing):
    kept, other = make_story().characters[:2]
    before = other.participations.count()
    text = content(choose_action(editing, "merge_selected", [kept, other], keep=kept.pk)).get_text(" ")
    assert f"What moves to “{kept}”" in text
    assert "character name" in text
    assert Character.objects.filter(pk=other.pk).exists()
    assert other.participations.count() == before


def test_what_moves_is_counted_in_readers_words(editing):
    first, second = make_story(2, 1, documents=1).film, make_story(2, 1, documents=1).film
    form = content(choose_action(editing, "merge_selected", [first, second], keep=first.pk))
    assert [words(row) for row in form.select(".quiet")] == ["(1 document, 1 event)"] * 2
    moved = [words(item) for item in form.select("li")]
    assert "1 document" in moved
    assert not any(term in item for item in moved for term in ("mention", "citation", "participation"))


def test_cancel_is_a_plain_link_and_no_second_button(editing):
    form = content(choose_action(editing, "merge_selected", [PersonFactory(), PersonFactory()]))
    assert [button["value"] for button in form.select(".submit-row input")] == ["Merge"]
    cancel = form.select_one(".submit-row a")
    assert (words(cancel), cancel["href"]) == ("Cancel", reverse("admin:films_person_changelist"))
    assert "button" not in cancel["class"]


def test_the_confirmation_lets_the_editor_choose_which_one_stays(editing):
    first, second = make_story().characters[:2]
    form = content(choose_action(editing, "merge_selected", [first, second], keep=second.pk))
    assert {field["value"] for field in form.select("input[name=keep]")} == {str(first.pk), str(second.pk)}
    assert form.select_one("input[name=keep][checked]")["value"] == str(second.pk)


def test_confirming_merges_characters_and_the_old_address_leads_on(editing):
    kept, other = make_story().characters[:2]
    old = other.get_absolute_url()
    response = choose_action(editing, "merge_selected", [kept, other], keep=kept.pk, confirm="Merge")
    assert response["Location"] == reverse("admin:films_character_change", args=[kept.pk])
    assert not Character.objects.filter(pk=other.pk).exists()
    assert kept.names.filter(text=other.name).exists()
    assert editing.get(old)["Location"].endswith(kept.get_absolute_url())


def test_confirming_merges_more_than_two_people(editing):
    people = [PersonFactory() for _ in range(3)]
    credits_ = [CreditFactory(person=person) for person in people]
    choose_action(editing, "merge_selected", people, keep=people[1].pk, confirm="Merge")
    assert list(Person.objects.filter(pk__in=[row.pk for row in people])) == [people[1]]
    for credit in credits_:
        credit.refresh_from_db()
    assert {credit.person_id for credit in credits_} == {people[1].pk}


def test_confirming_merges_films(editing):
    kept, other = make_story().film, make_story().film
    characters = kept.characters.count() + other.characters.count()
    choose_action(editing, "merge_selected", [kept, other], keep=kept.pk, confirm="Merge")
    assert list(Film.objects.filter(pk__in=[kept.pk, other.pk])) == [kept]
    assert kept.documents.count() == 4
    assert kept.characters.count() <= characters


def test_characters_of_two_films_are_not_merged(editing):
    first, second = make_story().characters[0], make_story().characters[0]
    choose_action(editing, "merge_selected", [first, second])
    assert "Only two characters of one film" in messages_of(editing, "character")
    assert Character.objects.filter(pk__in=[first.pk, second.pk]).count() == 2


def test_one_record_alone_is_not_merged(editing):
    choose_action(editing, "merge_selected", [PersonFactory()])
    assert "Select two or more" in messages_of(editing, "person")


def test_who_may_not_delete_is_not_offered_merging(client, django_user_model):
    user = django_user_model.objects.create_user("careful", password="made up", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=["view_person", "change_person"]))
    client.force_login(user)
    people = [PersonFactory(), PersonFactory()]
    choose_action(client, "merge_selected", people, keep=people[0].pk, confirm="Merge")
    assert Person.objects.filter(pk__in=[row.pk for row in people]).count() == 2


@pytest.fixture
def suggestion():
    film = make_story(title="The Paper Ferry", year=1994).film
    film.edited_fields = ["year"]
    film.save()
    return Suggestion.objects.create(
        film=film, kind="film", row_id=film.pk, label=str(film), field="year", proposed=1996,
        reason="The documents say “1996”; an editor decided “1994”.", made_at=timezone.now(),
    )  # fmt: skip


def test_accepting_a_suggestion_uses_the_value_of_the_sources(editing, suggestion):
    choose_action(editing, "accept", [suggestion])
    suggestion.refresh_from_db()
    assert suggestion.status == "accepted"
    assert Film.objects.get(pk=suggestion.row_id).year == 1996


def test_dismissing_a_suggestion_leaves_the_row(editing, suggestion):
    choose_action(editing, "dismiss", [suggestion])
    suggestion.refresh_from_db()
    assert suggestion.status == "dismissed"
    assert Film.objects.get(pk=suggestion.row_id).year == 1994


@pytest.mark.parametrize(("button", "year"), [("_accept", 1996), ("_dismiss", 1994)])
def test_a_suggestions_own_page_has_both_buttons(editing, suggestion, button, year):
    url = reverse("admin:films_suggestion_change", args=[suggestion.pk])
    assert content(editing.get(url)).select_one(f"input[name={button}]")
    editing.post(url, {button: "1"})
    assert Film.objects.get(pk=suggestion.row_id).year == year


def test_a_suggestion_about_a_row_that_is_gone_says_so(editing, suggestion):
    Suggestion.objects.update(row_id=suggestion.row_id + 1000)
    choose_action(editing, "accept", [suggestion])
    assert "not there any more" in messages_of(editing, "suggestion")
    suggestion.refresh_from_db()
    assert suggestion.status == "open"
