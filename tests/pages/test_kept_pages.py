"""Pages are kept for readers without cookies, until an import or an editor changes the store."""

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.urls import reverse

from films.models import Edition, Film
from films.views.kept_pages import keep_pages
from tests import factories
from tests.pages.reading import keep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept(settings):
    settings.FILMKB_KEPT_PAGES = 10
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def film():
    return factories.FilmFactory(title="The Long Ferry")


def test_a_kept_page_costs_the_query_for_the_edition_alone(client, film, django_assert_num_queries):
    first = client.get(film.get_absolute_url())
    with django_assert_num_queries(1):
        again = client.get(film.get_absolute_url())
    assert again.content == first.content
    assert again.headers == first.headers


def test_what_changes_the_store_makes_the_page_anew(client, film, django_capture_on_commit_callbacks):
    client.get(film.get_absolute_url())
    with django_capture_on_commit_callbacks(execute=True):
        Film.objects.update(title="The Short Ferry")
        Edition.objects.bump()
    assert "The Short Ferry" in client.get(film.get_absolute_url()).text


def test_a_page_made_before_a_change_is_committed_is_not_taken_for_new(rf):
    made = []

    def make(_request):
        made.append("page")
        Edition.objects.bump()  # another process commits while the page is made
        return HttpResponse("page", headers={"ETag": '"page"'})

    answer = keep_pages(make)
    answer(rf.get("/"))
    answer(rf.get("/"))
    assert len(made) == 2


def test_readers_who_have_the_page_are_told_so(client, film, django_assert_num_queries):
    tag = client.get(film.get_absolute_url()).headers["ETag"]
    with django_assert_num_queries(1):
        again = client.get(film.get_absolute_url(), headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_readers_with_an_older_page_get_the_new_one(client, film, django_capture_on_commit_callbacks):
    tag = client.get(film.get_absolute_url()).headers["ETag"]
    with django_capture_on_commit_callbacks(execute=True):
        Film.objects.update(title="The Short Ferry")
        Edition.objects.bump()
    assert client.get(film.get_absolute_url(), headers={"if-none-match": tag}).status_code == 200


def test_whoever_asks_first_with_a_tag_leaves_the_whole_page_for_others(client, film):
    tag = client.get(film.get_absolute_url()).headers["ETag"]
    caches["pages"].clear()
    assert client.get(film.get_absolute_url(), headers={"if-none-match": tag}).status_code == 304
    assert "The Long Ferry" in client.get(film.get_absolute_url()).text


def test_shared_caches_may_keep_a_page_for_a_minute_and_browsers_ask_each_time(client, film):
    headers = client.get(film.get_absolute_url()).headers
    assert headers["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert "Cookie" in headers["Vary"]


def test_readers_with_limits_get_pages_of_their_own(client, film):
    whole = client.get(film.get_absolute_url())
    keep(client, show="nothing", film=film.slug)
    own = client.get(film.get_absolute_url())
    assert "Cache-Control" not in own.headers
    assert own.content != whole.content


def test_an_editor_sees_what_the_editor_wrote(admin_client, film):
    admin_client.get(film.get_absolute_url())
    Film.objects.update(title="The Short Ferry")
    assert "The Short Ferry" in admin_client.get(film.get_absolute_url()).text


def test_what_an_editor_sends_makes_a_new_edition(admin_client, django_capture_on_commit_callbacks):
    before = Edition.objects.current()
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("admin:films_place_add"), {"name": "Quay", "slug": "quay"})
    assert Edition.objects.current() == before + 1


@pytest.mark.parametrize("name", ["spoilers", "healthz", "admin:login"])
def test_pages_that_set_cookies_or_speak_of_caches_are_not_kept(client, name):
    client.get(reverse(name))
    assert "s-maxage" not in client.get(reverse(name)).headers.get("Cache-Control", "")


def test_pages_that_are_not_found_are_not_kept(client, film):
    missing = reverse("film-detail", args=["the-short-ferry"])
    assert client.get(missing).status_code == 404
    factories.FilmFactory(slug="the-short-ferry")
    assert client.get(missing).status_code == 200


def test_zipped_pages_are_kept_beside_plain_ones(client):
    home = reverse("home")
    zipped = client.get(home, headers={"accept-encoding": "gzip"})
    assert client.get(home).headers.get("Content-Encoding") is None
    assert client.get(home, headers={"accept-encoding": "gzip"}).content == zipped.content


def test_nothing_is_kept_where_no_pages_are_to_be(client, film, settings):
    settings.FILMKB_KEPT_PAGES = 0
    client.get(film.get_absolute_url())
    Film.objects.update(title="The Short Ferry")
    assert "The Short Ferry" in client.get(film.get_absolute_url()).text
