"""Making the index anew from the shell."""

from io import StringIO

import pytest
from django.core.management import call_command

from films.models import SearchEntry
from films.search import EntryKind, search
from tests.factories import make_story

pytestmark = pytest.mark.django_db


def rebuilt(*options: str) -> str:
    output = StringIO()
    call_command("rebuild_search", *options, stdout=output)
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


@pytest.mark.parametrize("which", ["earliest", "latest"])
def test_index_of_another_release_is_made_anew(which):
    films = [make_story(events=1).film for _ in range(3)]
    rebuilt()
    assert rebuilt("--if-stale") == ""

    entries = SearchEntry.objects.filter(kind=EntryKind.EVENT)
    entry = getattr(entries, which)("film_id")
    SearchEntry.objects.filter(pk=entry.pk).update(terms=" =event ")

    assert "1 entries written" in rebuilt("--if-stale")
    assert rebuilt("--if-stale") == ""
    assert entry.film_id in {films[0].pk, films[2].pk}


def test_index_without_films_is_not_stale():
    assert rebuilt("--if-stale") == ""


def test_few_queries_tell_that_an_index_is_not_stale(django_assert_max_num_queries):
    for size in (3, 30):
        make_story(characters=size, events=size)
        rebuilt()
        with django_assert_max_num_queries(20):
            rebuilt("--if-stale")
