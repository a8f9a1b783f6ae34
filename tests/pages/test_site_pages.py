"""What a site has besides its subject."""

import xml.etree.ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.urls import reverse

from tests.factories import make_story

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def addresses(response):
    assert response.status_code == 200
    return [element.text for element in ET.fromstring(response.content).iter(LOC)]  # noqa: S314 -- our own page


@pytest.mark.django_db
def test_about_page_says_where_facts_come_from(client):
    page = BeautifulSoup(client.get(reverse("about")).content, "html.parser")
    assert "sentence" in page.select_one("main").get_text()


@pytest.mark.django_db
def test_sitemap_leads_to_every_film_character_person_and_place(client):
    story = make_story()
    files = addresses(client.get("/sitemap.xml"))
    listed = {url for file in files for url in addresses(client.get(file))}
    rows = [story.film, *story.characters, story.director.person, story.place]
    assert {f"http://testserver{row.get_absolute_url()}" for row in rows} <= listed
    assert "http://testserver/" in listed


def test_robots_file_names_the_sitemap_and_keeps_out_of_the_admin(client):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text


@pytest.mark.django_db
def test_health_check_answers_while_the_database_does(client):
    response = client.get("/healthz")
    assert response.json() == {"status": "ok"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_health_check_fails_when_the_database_is_away(client, monkeypatch):
    def away():
        raise ConnectionError("the database is away")

    monkeypatch.setattr(connection, "cursor", away)
    client.raise_request_exception = False
    assert client.get("/healthz").status_code == 500
