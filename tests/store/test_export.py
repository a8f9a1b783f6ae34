"""The export is public: its keys, its order and its citations stay."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films.export import export_films
from films.importing import import_documents
from films.models import Film
from tests.factories import make_story
from tests.store import toy
from tests.store.conftest import EMBER, object_of, writes

pytestmark = pytest.mark.django_db

FILM_KEYS = ["schema", "slug", "title", "title_is_provisional", "original_title", "year", "runtime_minutes",
             "genres", "countries", "documents", "credits", "cast", "characters", "relationships", "places",
             "events"]  # fmt: skip
ROW_KEYS = {
    "documents": ["name", "source", "sha256", "characters"],
    "credits": ["person", "job", "credited_as", "citations"],
    "cast": ["person", "character", "billing", "citations"],
    "characters": ["key", "name", "aliases", "named", "kind", "gender", "citations"],
    "relationships": ["subject", "kind", "object", "citations"],
    "places": ["name", "citations"],
    "events": ["key", "order", "summary", "place", "time", "participants", "mentions"],
}


@pytest.fixture
def exported(film, ember_again) -> dict:
    import_documents([ember_again])
    return object_of(film)


def test_a_film_has_the_keys_of_the_format_in_order(exported):
    assert [key for key in exported if key in FILM_KEYS] == FILM_KEYS
    assert exported["schema"] == "filmkb.film/1"


@pytest.mark.parametrize("name", ROW_KEYS)
def test_rows_have_the_keys_of_the_format_in_order(name, exported):
    assert len(exported[name]) > 0
    for row in exported[name]:
        assert [key for key in row if key in ROW_KEYS[name]] == ROW_KEYS[name]


def citations(value):
    if isinstance(value, dict):
        if value.keys() == {"document", "start", "end"}:
            yield value
        for inner in value.values():
            yield from citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from citations(inner)


def test_every_citation_quotes_its_document(exported, ember, ember_again):
    texts = {document.name: document.text for document in (ember, ember_again)}
    found = list(citations(exported))
    assert len(found) > 30
    assert [c for c in found if not texts[c["document"]][c["start"] : c["end"]].strip()] == []
    quoted = [c for row in exported["characters"] for c in row["citations"] if row["key"] == "tom"]
    assert {texts[c["document"]][c["start"] : c["end"]] for c in quoted} == {"Tom", "Jon Pell as Tom"}


def test_every_row_cites_each_document_that_states_it(exported):
    both = {"ember.txt", "ember-again.txt"}
    assert all({c["document"] for c in row["citations"]} == both for row in exported["cast"])
    tom = next(row for row in exported["characters"] if row["key"] == "tom")
    assert {c["document"] for c in tom["citations"]} == both


def test_the_cast_names_the_character_by_its_key(exported):
    keys = {row["key"] for row in exported["characters"]}
    assert [(row["person"], row["character"]) for row in exported["cast"]] == [
        ("Una Reyes", "mara"), ("Jon Pell", "tom"),
    ]  # fmt: skip
    assert keys == {"mara", "tom", "quill", "dunya"}


def test_an_actor_who_plays_no_one_known_is_in_the_cast_without_a_character(db):
    import_documents([toy.document("a.txt", EMBER.replace("Jon Pell as Tom", "Jon Pell"))])
    exported = object_of(Film.objects.get())
    assert [(row["person"], row["character"]) for row in exported["cast"]][1] == ("Jon Pell", None)


def test_events_stand_in_story_order_with_their_mentions(exported, ember):
    orders = [event["order"] for event in exported["events"]]
    assert orders == sorted(orders)
    sells = next(event for event in exported["events"] if "sells" in event["summary"])
    assert [mention["document"] for mention in sells["mentions"]] == ["ember-again.txt", "ember.txt"]
    mention = sells["mentions"][1]
    assert ember.text[mention["start"] : mention["end"]] == "Tom sells the boat."
    assert ember.text[mention["trigger"]["start"] : mention["trigger"]["end"]] == mention["trigger"]["text"]
    assert mention["participants"] == [{"character": "tom", "role": "agent"}]


def test_exporting_twice_gives_the_same_bytes(exported, film):
    assert json.dumps(object_of(film)) == json.dumps(exported)


def test_exporting_writes_nothing(exported, film):
    with CaptureQueriesContext(connection) as queries:
        object_of(film)
    assert len(queries) > 0
    assert writes(queries) == []


def test_queries_do_not_grow_with_films_or_rows(db):
    def count_queries() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert list(export_films(Film.objects.all()))
        return len(queries)

    make_story(characters=3, events=3)
    few = count_queries()
    for _ in range(4):
        make_story(characters=8, events=12, documents=3)
    assert count_queries() == few


def test_a_film_without_documents_is_exported(db):
    film = Film.objects.create(title="Nothing Known", slug="nothing-known")
    exported = object_of(film)
    assert (exported["title"], exported["characters"], exported["events"]) == ("Nothing Known", [], [])
