"""Editors and readers at their forms."""

import pytest
from django.contrib.auth.models import Group


@pytest.fixture
def editor(db, django_user_model):
    user = django_user_model.objects.create_user("editor", password="made up", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    return user


@pytest.fixture
def reader(db, django_user_model):
    user = django_user_model.objects.create_user("reader", password="made up", is_staff=True)
    user.groups.add(Group.objects.get(name="readers"))
    return user


@pytest.fixture
def editing(client, editor):
    client.force_login(editor)
    return client
