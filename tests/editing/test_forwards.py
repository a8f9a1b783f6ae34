"""A forward that an editor types leads somewhere, and not in a circle."""

import pytest
from django.urls import reverse

from films.models import Forward
from tests.editing.forms import errors_of, read_form
from tests.factories import ForwardFactory

pytestmark = pytest.mark.django_db

NO_ADDRESS = "An address here begins with one slash, as /films/apache-1954/."
CIRCLE = "This would lead in a circle, back to the old address."


def type_forward(client, old, new, url=""):
    url = url or reverse("admin:films_forward_add")
    return client.post(url, read_form(client, url) | {"old_path": old, "new_path": new})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("x", "/films/b/"),
        ("/films/a/", "y"),
        ("/films/a/", "//elsewhere.example/"),
        ("/films/a/", "https://b.example/"),
    ],
)
def test_what_is_no_address_of_the_site_is_refused(editing, old, new):
    assert NO_ADDRESS in errors_of(type_forward(editing, old, new))
    assert not Forward.objects.exists()


@pytest.mark.parametrize("new", ["/films/a/", "/films/a", "/films/a/events/"])
def test_a_forward_to_itself_or_below_itself_is_refused(editing, new):
    assert CIRCLE in errors_of(type_forward(editing, "/films/a/", new))
    assert not Forward.objects.exists()


def test_forwards_that_would_lead_back_over_others_are_refused(editing):
    ForwardFactory(old_path="/films/b/", new_path="/films/c/")
    ForwardFactory(old_path="/films/c/", new_path="/films/a/")
    assert CIRCLE in errors_of(type_forward(editing, "/films/a/", "/films/b/"))
    assert CIRCLE in errors_of(type_forward(editing, "/films/a/story/", "/films/b/story/"))


def test_a_forward_may_lead_to_another_one(editing):
    ForwardFactory(old_path="/films/b/", new_path="/films/c/")
    assert type_forward(editing, "/films/a/", "/films/b/").status_code == 302
    assert editing.get("/films/a/")["Location"] == "/films/c/"


def test_a_forward_may_be_turned_elsewhere(editing):
    forward = ForwardFactory(old_path="/films/a/", new_path="/films/b/")
    url = reverse("admin:films_forward_change", args=[forward.pk])
    assert type_forward(editing, "/films/a/", "/films/c/", url).status_code == 302


@pytest.mark.parametrize("size", [3, 30])
def test_a_long_chain_is_followed_within_bounds(editing, django_assert_max_num_queries, size):
    for number in range(size):
        ForwardFactory(old_path=f"/films/s{number}/", new_path=f"/films/s{number + 1}/")
    with django_assert_max_num_queries(25):
        Forward(old_path="/films/a/", new_path="/films/s0/").full_clean()
