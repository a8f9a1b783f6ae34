"""Making the index anew from the shell."""

from io import StringIO

import pytest
from django.core.management import call_command

from films.models import SearchEntry
from films.search import search
from tests.factories import make_story

pytestmark = pytest.mark.django_db


def rebuilt() -> str:
    output = StringIO()
    call_command("rebuild_search", stdout=output)
    return output.getvalue()


def test_rebuilding_brings_back_what_the_index_lost():
    story = make_story(title="The Paper Ferry")
    rebuilt()
    SearchEntry.objects.all().delete()
    assert search("paper ferry").count == 0
    assert not rebuilt().startswith("0 ")
    assert search("paper ferry").hits[0].object_id == story.film.pk


def test_rebuilding_a_sound_index_writes_nothing():
    make_story()
    rebuilt()
    assert rebuilt().startswith("0 ")
