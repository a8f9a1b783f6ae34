"""The groups that a migration makes."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db
# Histories, the search index and what was counted beforehand: nobody edits them.
KEPT_BY_MACHINES = ("historical", "search", "edition", "overview")


def film_data() -> set[str]:
    names = {model._meta.model_name for model in apps.get_app_config("films").get_models()}
    return {name for name in names if not name.startswith(KEPT_BY_MACHINES)}


def permissions(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def test_editors_edit_all_film_data():
    actions = ("add", "change", "delete", "view")
    assert permissions("editors") == {f"{action}_{name}" for action in actions for name in film_data()}


def test_readers_look_at_all_film_data():
    assert permissions("readers") == {f"view_{name}" for name in film_data()}


def test_an_editor_may_change_a_film_but_no_user(django_user_model):
    user = django_user_model.objects.create_user("edda", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    assert user.has_perm("films.change_film")
    assert not user.has_perm("auth.change_user")


def test_a_reader_may_not_change_a_film(django_user_model):
    user = django_user_model.objects.create_user("rurik", is_staff=True)
    user.groups.add(Group.objects.get(name="readers"))
    assert user.has_perm("films.view_film")
    assert not user.has_perm("films.change_film")
