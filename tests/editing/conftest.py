"""Editors and readers at their forms."""

import pytest
from django.contrib.auth.models import Group


@pytest.fixture
def editor(db, django_user_model):
    return one_of("editors", django_user_model)


@pytest.fixture
def reader(db, django_user_model):
    return one_of("readers", django_user_model)


def one_of(group, user_model):
    user = user_model.objects.create_user(group.removesuffix("s"), password="made up", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editing(client, editor):
    client.force_login(editor)
    return client
