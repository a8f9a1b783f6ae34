"""What an import makes of documents, new ones and ones it knows."""

import gc
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films.export import export_films
from films.importing import Outcome, import_documents
from films.importing.documents import Intake
from films.models import (
    Character,
    Credit,
    Film,
    Forward,
    Person,
    PlotEvent,
    Setting,
    SourceDocument,
    Statement,
    Suggestion,
)
from films.reading import UnreadableDocument
from tests.store import toy
from tests.store.conftest import EMBER, EMBER_AGAIN, WOOD, writes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("counts_hold")]


def test_a_document_becomes_a_film_with_all_it_says(ember):
    import_documents([ember])
    film = Film.objects.get()
    assert (film.title, film.year, film.slug) == ("The Ember Tide", 1994, "the-ember-tide-1994")
    assert (film.document_count, film.event_count, film.character_count) == (1, 6, 3)
    assert {(c.job, c.credited_as, c.billing) for c in film.credits.all()} == {
        ("director", "Ida Holm", None), ("cast", "Una Reyes", 1), ("cast", "Jon Pell", 2),
    }  # fmt: skip
    assert {str(p) for c in film.credits.all() for p in c.portrayals.all()} == {
        "Una Reyes as Mara", "Jon Pell as Tom",
    }  # fmt: skip
    assert {s.place.name for s in film.settings.all()} == {"Port Ember", "Lower Vale"}
    assert [e.summary for e in film.events.in_story_order()][:2] == [
        "Mara leaves Port Ember.", "Mara meets Tom in Lower Vale.",
    ]  # fmt: skip


def test_every_row_that_documents_gave_has_its_evidence(film):
    rows = [
        *Statement.objects.all(), *Credit.objects.all(), *Character.objects.all(), *Setting.objects.all(),
        *(r for c in film.characters.all() for r in c.relationships.all()),
        *(p for c in film.credits.all() for p in c.portrayals.all()),
    ]  # fmt: skip
    assert len(rows) > 10
    assert [row for row in rows if not row.citations.exists()] == []
    assert not PlotEvent.objects.filter(mentions__isnull=True).exists()


def test_importing_twice_writes_nothing(film, ember, wood):
    import_documents([wood])
    before = list(export_films(Film.objects.all()))
    with CaptureQueriesContext(connection) as queries:
        report = import_documents([ember, wood])
    assert len(queries) > 0
    assert writes(queries) == []
    assert [entry.outcome for entry in report.documents] == [Outcome.UNCHANGED] * 2
    assert list(export_films(Film.objects.all())) == before


def test_reading_again_with_the_same_result_writes_only_which_reader_it_was(film, ember, read_again):
    with CaptureQueriesContext(connection) as queries:
        read_again(ember)
    assert [sql.split("SET")[0] for sql in writes(queries)] == [
        'UPDATE "films_sourcedocument" ',
        'UPDATE "films_edition" ',
    ]


def test_a_second_document_adds_to_the_film_it_is_about(film, ember_again):
    kept = {event.pk: event.key for event in film.events.all()}
    report = import_documents([ember_again])
    assert Film.objects.count() == 1
    assert report.documents[0].film == "The Ember Tide"
    film.refresh_from_db()
    assert (film.document_count, film.event_count) == (2, 7)
    assert {event.pk: event.key for event in film.events.filter(pk__in=kept)} == kept
    meeting = film.events.get(summary__contains="meets")
    assert {mention.telling.document.name for mention in meeting.mentions.all()} == {
        "ember.txt", "ember-again.txt",
    }  # fmt: skip
    mara = film.characters.get(slug="mara")
    assert {name.text for name in mara.names.all()} == {"Mara", "Mara Venn"}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_the_order_of_documents_does_not_matter(order, ember, ember_again, wood):
    documents = [ember, ember_again, wood]
    import_documents([documents[i] for i in order])
    exported = list(export_films(Film.objects.all()))
    Film.objects.all().delete()
    Person.objects.all().delete()
    import_documents(documents)
    assert list(export_films(Film.objects.all())) == exported


def test_a_new_version_of_a_document_replaces_the_text_and_keeps_the_rows(film):
    events = {event.summary: event.pk for event in film.events.all()}
    mara = film.characters.get(slug="mara")
    text = EMBER.replace("Mara leaves", "It rains. Mara leaves").replace(" Quill burns the boat.", "")
    report = import_documents([toy.document("ember.txt", text)])
    assert [entry.outcome for entry in report.documents] == [Outcome.UPDATED]
    assert SourceDocument.objects.get().text == text
    now = {event.summary: event.pk for event in film.events.all()}
    assert now == {summary: pk for summary, pk in events.items() if "burns" not in summary}
    cited = {citation.document.text[citation.start : citation.end] for citation in mara.citations.all()}
    assert cited == {"Mara", "Una Reyes as Mara"}


def test_documents_that_cannot_be_read_are_refused_by_name_and_the_others_go_on(ember, wood):
    broken = toy.document("broken.txt", f"Mara leaves {toy.UNREADABLE}.")
    missing = UnreadableDocument("gone.txt", "does not exist; check the path")
    report = import_documents([missing, broken, ember, wood])
    assert Film.objects.count() == 2
    assert [entry.name for entry in report.refused] == ["gone.txt", "broken.txt"]
    assert report.refused[0].reason == "does not exist; check the path"
    assert "no such word" in report.refused[1].reason


def test_two_documents_of_one_name_are_refused_unless_their_sources_differ(ember):
    other = toy.document("ember.txt", WOOD)
    report = import_documents([ember, other])
    assert [(entry.name, "--source" in entry.reason) for entry in report.refused] == [("ember.txt", True)]
    assert Film.objects.get().title == "The Ember Tide"
    import_documents([other], source="archive")
    assert set(SourceDocument.objects.values_list("source", "name")) == {
        ("", "ember.txt"), ("archive", "ember.txt"),
    }  # fmt: skip


def test_the_same_text_under_another_name_is_taken_in_once(ember):
    twin = toy.document("twin.txt", EMBER)
    report = import_documents([ember, twin])
    assert [entry.outcome for entry in report.documents] == [Outcome.UNCHANGED, Outcome.ADDED]
    assert SourceDocument.objects.count() == 1


def test_a_film_that_fails_leaves_the_others(ember, wood, monkeypatch):
    from films.importing import film as film_module

    def fail_for_wood(plan, proposals):
        if plan.film.title == "A Wood in Winter":
            raise ValueError("the store is full of trees")
        return real(plan, proposals)

    real = film_module.plan_statements
    monkeypatch.setattr(film_module, "plan_statements", fail_for_wood)
    report = import_documents([ember, wood])
    assert [film.title for film in Film.objects.all()] == ["The Ember Tide"]
    assert [(e.name, "full of trees" in e.reason) for e in report.refused] == [("wood.txt", True)]
    assert not SourceDocument.objects.filter(name="wood.txt").exists()


def test_a_dry_run_tells_what_would_change_and_writes_nothing(film):
    text = EMBER.replace("Year: 1994", "Year: 1995").replace("Mara finds Quill. ", "Oskar finds Mara. ")
    before = list(export_films(Film.objects.all()))
    report = import_documents([toy.document("ember.txt", text)], dry_run=True)
    assert list(export_films(Film.objects.all())) == before
    assert "~ film year: 1994 → 1995" in report.changes
    assert "+ character Oskar" in report.changes
    assert "- plot event Mara finds Quill." in report.changes
    assert report.rows["statements"].created == 1


def test_rows_are_counted_by_real_change(film, ember_again):
    counts = import_documents([ember_again]).rows
    assert (counts["films"].created, counts["films"].deleted) == (0, 0)
    assert (counts["characters"].created, counts["plot events"].created) == (1, 1)
    assert counts["credits"].unchanged == 3


def test_a_provisional_title_gives_way_and_its_address_forwards():
    untitled = EMBER.split("\n", 1)[1]
    import_documents([toy.document("ember.txt", untitled)])
    film = Film.objects.get()
    old_slug = film.slug
    assert film.is_title_provisional
    import_documents([toy.document("titled.txt", EMBER_AGAIN + " ".join(untitled.split("\n\n")[1:]))])
    film.refresh_from_db()
    assert (film.title, film.is_title_provisional) == ("The Ember Tide", False)
    assert film.slug == "the-ember-tide-1994"
    assert dict(Forward.objects.values_list("old_path", "new_path")) == {
        f"/films/{old_slug}/": "/films/the-ember-tide-1994/",
        f"/characters/{old_slug}/": "/characters/the-ember-tide-1994/",
    }


def test_films_of_one_title_and_year_have_different_addresses():
    other = WOOD.replace("A Wood in Winter", "The Ember Tide").replace("2003", "1994")
    import_documents(
        [toy.document("a.txt", EMBER), toy.document("b.txt", other.replace("Una Reyes", "Al Pym"))]
    )
    assert set(Film.objects.values_list("slug", flat=True)) == {
        "the-ember-tide-1994", "the-ember-tide-1994-2",
    }  # fmt: skip


def test_people_of_one_name_are_two_without_a_co_worker_in_common(ember, wood):
    import_documents([ember, wood])
    assert Person.objects.filter(name="Una Reyes").count() == 2
    assert set(Person.objects.values_list("slug", flat=True)) >= {"una-reyes", "una-reyes-2"}


def test_people_of_one_name_are_one_with_a_co_worker_in_common(ember):
    import_documents([ember, toy.document("wood.txt", WOOD.replace("Bo Lindt", "Ida Holm"))])
    assert Film.objects.count() == 2
    assert Person.objects.filter(name="Una Reyes").count() == 1
    assert Person.objects.get(name="Ida Holm").credits.count() == 2


def test_a_director_who_also_acts_is_one_person():
    text = EMBER.replace("Jon Pell as Tom", "Ida Holm as Tom")
    import_documents([toy.document("ember.txt", text)])
    assert Person.objects.get(name="Ida Holm").credits.count() == 2


def test_a_doubtful_join_is_suggested_once(film, read_again):
    remake = WOOD.replace("A Wood in Winter", "The Ember Tide").replace("Year: 2003\n", "")
    remake = remake.replace("Director: Bo Lindt\n", "").replace("Cast: Una Reyes as Ilse\n", "")
    import_documents([toy.document("other.txt", remake)])
    assert Film.objects.count() == 2
    assert [s.kind for s in Suggestion.objects.filter(field="merge")] == ["film"]
    read_again(toy.document("other.txt", remake))
    assert Suggestion.objects.filter(field="merge").count() == 1


def test_texts_longer_than_their_column_are_cut(db):
    long = "Word " * 100
    import_documents([toy.document("long.txt", EMBER.replace("The Ember Tide", long))])
    assert len(Film.objects.get().title) <= 250


def test_queries_do_not_grow_with_the_rows_of_a_film(db):
    def count_queries(name: str, sentences: int) -> int:
        story = " ".join(f"Mara finds Tom in Port Ember number {i}." for i in range(sentences))
        text = EMBER.replace("The Ember Tide", name).replace("Mara leaves Port Ember.", story)
        with CaptureQueriesContext(connection) as queries:
            import_documents([toy.document(f"{name}.txt", text)])
        return len(queries)

    count_queries("Warm Up", 1)
    assert count_queries("Many", 60) < count_queries("Few", 3) + 20  # rows are written in batches


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a small table whole.")
def test_documents_are_looked_up_by_indexes_alone(ember, wood):
    with CaptureQueriesContext(connection) as queries:
        Intake("archive", "reader").look_up([ember, wood])
    (asked,) = [query["sql"] for query in queries if 'FROM "films_sourcedocument"' in query["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked}")
        plan = [row[-1] for row in cursor.fetchall()]
    assert any("SEARCH films_sourcedocument" in step for step in plan)
    assert not any(step.startswith("SCAN") for step in plan)


def test_what_was_made_of_a_batch_is_gone_once_it_is_written(ember, wood):
    def films():
        return {id(kept) for kept in gc.get_objects() if type(kept) is Film}

    before, after = films(), []
    gc.disable()  # so that nothing but the import itself looks for what refers to itself
    try:
        import_documents([ember, wood], progress=lambda _: after.append(films()))
    finally:
        gc.enable()
    assert [kept - before for kept in after] == [set()]
