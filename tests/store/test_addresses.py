"""Addresses are those of the site's routes, wherever the site is mounted."""

import pytest
from django.urls import reverse, set_script_prefix

from films.models.addresses import address

PLACES = [
    ("home",),
    ("film-detail", "the-paper-ferry-1994"),
    ("film-storyline", "the-paper-ferry-1994"),
    ("character-detail", "the-paper-ferry-1994", "mirel"),
    ("source-detail", 7),
]


@pytest.mark.parametrize("prefix", ["/", "/library/"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0])
def test_address_is_that_of_the_route(place, prefix):
    set_script_prefix(prefix)
    try:
        name, *parts = place
        assert address(name, *parts) == reverse(name, args=parts)
        assert address(name, *parts).startswith(prefix)
    finally:
        set_script_prefix("/")


@pytest.mark.django_db
def test_each_answer_has_addresses_below_the_prefix_of_its_request(client):
    try:
        for prefix in ("/library/", "/"):
            set_script_prefix(prefix)
            assert f'href="{prefix}films.json"' in client.get("/about/").content.decode()
    finally:
        set_script_prefix("/")
