"""What the admin calls: history, counts, and merging with a forwarding address."""

import pytest

from films import curation
from films.curation.decisions import AS_IMPORTED
from films.importing import import_documents
from films.models import Character, Film, Forward, Person, Relationship, Removal
from films.search import EntryKind, search
from films.vocabulary import RelationshipKind
from tests.factories import FilmFactory
from tests.store import toy
from tests.store.conftest import EMBER, WOOD, edit, object_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("counts_hold")]


def found_characters(query: str) -> list[str]:
    groups = search(query, kinds=[EntryKind.CHARACTER]).groups
    return [hit.title for group in groups for hit in group.hits]


def test_the_first_edit_keeps_what_was_imported(film):
    edit(film, title="Another Title")
    edit(film, title="A Third Title")
    assert [(h.title, h.history_change_reason) for h in film.history.all()] == [
        ("A Third Title", None), ("Another Title", None), ("The Ember Tide", AS_IMPORTED),
    ]  # fmt: skip


def test_an_edit_can_be_taken_back_through_the_history(film):
    edit(film, title="Another Title")
    film.history.earliest().instance.save()
    film.refresh_from_db()
    assert (film.title, film.edited_fields) == ("The Ember Tide", [])


def test_a_title_that_an_editor_gives_is_not_provisional(db, read_again):
    untitled = toy.document("untitled.txt", EMBER.split("\n", 1)[1])
    import_documents([untitled])
    film = Film.objects.get()
    assert film.is_title_provisional
    edit(film, title="The Ember Tide")
    read_again(untitled)
    film.refresh_from_db()
    assert (film.title, film.is_title_provisional) == ("The Ember Tide", False)


def test_edited_fields_add_up(film):
    edit(film, year=1990)
    edit(film, title="Another Title")
    film.refresh_from_db()
    assert film.edited_fields == ["title", "year"]
    assert film.is_edited


def test_an_edit_is_found_by_search(film):
    quill = film.characters.get(name="Quill")
    edit(quill, name="Peregrine")
    assert found_characters("peregrine") == ["Peregrine"]


def test_a_removal_brings_the_counts_in_line_and_tells_who_removed_what(film, django_user_model):
    user = django_user_model.objects.create_user("edda")
    curation.record_removal(film.characters.get(name="Quill"), user=user)
    film.refresh_from_db()
    assert film.character_count == 2
    removal = Removal.objects.get()
    assert (removal.kind, removal.label, removal.removed_by) == ("character", "Quill", user)
    assert found_characters("Quill") == []


def test_only_the_top_of_what_goes_is_remembered(film):
    curation.record_removal(film.characters.get(name="Tom"))
    assert [r.kind for r in Removal.objects.all()] == ["character"]
    assert not Relationship.objects.exists()


def test_removing_a_document_takes_along_what_it_alone_said(film, ember_again):
    before = object_of(film)
    import_documents([ember_again])
    curation.record_removal(film.documents.get(name="ember-again.txt"))
    after = object_of(film)
    assert after["events"] == before["events"]
    assert after["characters"] == before["characters"]


def test_merged_characters_are_one_with_everything_of_both(ferry):
    quill, ferryman = ferry.characters.get(name="Quill"), ferry.characters.get(name="the ferryman")
    events = {*quill.participations.values_list("event", flat=True)}
    report = curation.merge_characters(quill, ferryman)
    assert report.moved["citations"] == 2
    assert {*ferryman.participations.values_list("event", flat=True)} >= events
    assert {n.text for n in ferryman.names.all()} == {"Quill", "the ferryman"}
    assert not ferry.characters.filter(name="Quill").exists()


@pytest.fixture
def ferry(db) -> Film:
    """A film with an unnamed character."""
    text = EMBER.replace("The ferryman follows.", "Tom follows the ferryman.")
    import_documents([toy.document("ferry.txt", text)])
    return Film.objects.get()


def test_merged_characters_stay_merged(ferry, read_again):
    document = toy.document("ferry.txt", ferry.documents.get().text)
    quill, ferryman = ferry.characters.get(name="Quill"), ferry.characters.get(name="the ferryman")
    curation.merge_characters(ferryman, quill)
    decided = object_of(ferry)
    read_again(document)
    assert object_of(ferry) == decided
    assert ferry.characters.get(name="Quill").citations.count() == 3


def test_a_merge_of_a_merge_forwards_from_the_first_address(ferry, read_again):
    document = toy.document("ferry.txt", ferry.documents.get().text)
    names = ("the ferryman", "Quill", "Tom")
    first, second, third = (ferry.characters.get(name=name) for name in names)
    old_paths = {first.get_absolute_url(), second.get_absolute_url()}
    curation.merge_characters(first, second)
    curation.merge_characters(second, third)
    assert {f.old_path: f.new_path for f in Forward.objects.all()} == dict.fromkeys(
        old_paths, third.get_absolute_url()
    )
    read_again(document)
    assert {c.name for c in ferry.characters.all()} == {"Mara", "Tom"}


def test_a_relationship_between_merged_characters_goes(film):
    mara, tom = film.characters.get(name="Mara"), film.characters.get(name="Tom")
    curation.merge_characters(tom, mara)
    assert not Relationship.objects.exists()


def test_relationships_of_both_are_kept_once(film):
    mara, tom, quill = (film.characters.get(name=name) for name in ("Mara", "Tom", "Quill"))
    Relationship.objects.create(subject=mara, kind=RelationshipKind.FRIEND, object=quill)
    Relationship.objects.create(subject=quill, kind=RelationshipKind.FRIEND, object=tom)
    curation.merge_characters(tom, mara)
    assert [(r.subject, r.object) for r in Relationship.objects.all()] == [(mara, quill)]


def test_characters_of_two_films_cannot_be_merged(film, wood):
    import_documents([wood])
    with pytest.raises(ValueError, match="one film"):
        curation.merge_characters(film.characters.first(), Character.objects.get(name="Ilse"))


def test_a_dry_run_of_a_merge_counts_and_changes_nothing(film):
    before = object_of(film)
    quill, tom = film.characters.get(name="Quill"), film.characters.get(name="Tom")
    report = curation.merge_characters(quill, tom, dry_run=True)
    assert report.moved["participations"] >= 1
    assert object_of(film) == before
    assert not Forward.objects.exists()


def test_merged_people_are_one_with_the_credits_of_both(film, wood, read_again):
    import_documents([wood])
    first, second = Person.objects.filter(name="Una Reyes").order_by("slug")
    old_path = second.get_absolute_url()
    curation.merge_people(second, first)
    assert first.credits.count() == 2
    assert Forward.objects.get().old_path == old_path
    read_again(wood)
    assert Person.objects.filter(name="Una Reyes").count() == 1
    assert first.credits.count() == 2


def test_merged_films_are_one_with_the_documents_of_both(film):
    text = EMBER.replace("The Ember Tide", "Tide of Embers").replace("1994", "2015")
    import_documents([toy.document("other.txt", text + "Dunya saves Tom.")])
    other = Film.objects.get(slug="tide-of-embers-2015")
    mara = film.characters.get(slug="mara")
    curation.merge_films(other, film)
    assert Film.objects.get() == film
    film.refresh_from_db()
    assert (film.document_count, film.event_count, film.character_count) == (2, 7, 4)
    assert film.characters.get(slug="mara") == mara
    assert dict(Forward.objects.values_list("old_path", "new_path"))["/films/tide-of-embers-2015/"] == (
        "/films/the-ember-tide-1994/"
    )


def test_merged_films_stay_merged(film, wood, read_again):
    import_documents([wood])
    curation.merge_films(Film.objects.get(title="A Wood in Winter"), film)
    read_again(wood)
    assert Film.objects.count() == 1
    assert film.documents.count() == 2


def test_a_dry_run_of_merging_films_changes_nothing(film, wood):
    import_documents([wood])
    other = Film.objects.get(title="A Wood in Winter")
    before = [object_of(film), object_of(other)]
    assert curation.merge_films(other, film, dry_run=True).moved["source documents"] == 1
    assert [object_of(film), object_of(other)] == before


def test_a_character_s_page_of_a_merged_film_is_still_found(film):
    import_documents([toy.document("wood.txt", WOOD)])
    other = Film.objects.get(title="A Wood in Winter")
    old_path = other.characters.get(name="Ilse").get_absolute_url()
    curation.merge_films(other, film)
    ilse = film.characters.get(names__text="Ilse")
    assert Forward.objects.get(old_path=old_path).new_path == ilse.get_absolute_url()


def test_a_character_that_turns_out_to_be_another_forwards_to_that_one(film, monkeypatch, read_again):
    tom, mara = film.characters.get(name="Tom"), film.characters.get(name="Mara")
    monkeypatch.setattr(toy, "key_of", lambda name: "mara" if name == "Tom" else real(name))
    read_again(toy.document("ember.txt", EMBER))
    assert not film.characters.filter(pk=tom.pk).exists()
    assert Forward.objects.get(old_path=tom.get_absolute_url()).new_path == mara.get_absolute_url()


real = toy.key_of


def test_films_that_editors_made_without_documents_are_merged_too():
    into, other = FilmFactory(title="The Paper Ferry"), FilmFactory(title="Paper Ferry")
    curation.merge_films(other, into)
    assert list(Film.objects.all()) == [into]
    assert Forward.objects.get(old_path=f"/films/{other.slug}/").new_path == f"/films/{into.slug}/"
