"""Machines propose, editors dispose: what an editor did survives every import."""

from typing import Any

import pytest

from films import curation
from films.importing import Outcome, import_documents
from films.models import (
    Character,
    CharacterName,
    Film,
    Participation,
    Portrayal,
    Relationship,
    Removal,
    Statement,
    Suggestion,
)
from films.vocabulary import Fact, Rank, RelationshipKind
from tests.store import toy
from tests.store.conftest import EMBER, edit, exported

pytestmark = pytest.mark.django_db


def add(row: Any) -> Any:
    curation.record_addition(row)
    row.save()
    curation.refresh_after(row)
    return row


def character(film: Film, name: str) -> Character:
    return film.characters.get(name=name)


def test_four_decisions_of_an_editor_stand_and_nothing_else_changes(film, ember, read_again):
    edit(film, title="The Tide of Embers")
    mara = edit(character(film, "Mara"), name="Mara the Bold")
    curation.record_removal(film.events.get(summary__contains="sells"))
    quill = character(film, "Quill")
    add(Relationship(subject=mara, kind=RelationshipKind.ENEMY, object=quill))
    decided = exported()
    read_again(ember)
    assert exported() == decided
    assert decided[0]["title"] == "The Tide of Embers"
    assert "Mara the Bold" in [entry["name"] for entry in decided[0]["characters"]]
    assert not any("sells" in entry["summary"] for entry in decided[0]["events"])
    assert {"mara", "quill"} in [{r["subject"], r["object"]} for r in decided[0]["relationships"]]


def test_four_decisions_stand_when_a_further_document_comes(film, ember_again):
    edit(film, title="The Tide of Embers")
    edit(character(film, "Mara"), name="Mara the Bold")
    curation.record_removal(film.events.get(summary__contains="sells"))
    ids = set(film.events.values_list("pk", flat=True))
    import_documents([ember_again])
    film.refresh_from_db()
    assert film.title == "The Tide of Embers"
    assert film.slug == "the-ember-tide-1994"
    assert film.characters.get(slug="mara").name == "Mara the Bold"
    assert not film.events.filter(summary__contains="sells").exists()
    assert ids < set(film.events.values_list("pk", flat=True))


def test_an_editor_s_value_is_kept_and_the_other_suggested_once(film, ember, read_again):
    edit(film, year=1996)
    read_again(ember)
    read_again(ember)
    film.refresh_from_db()
    assert film.year == 1996
    suggestion = Suggestion.objects.get()
    assert (suggestion.kind, suggestion.row_id, suggestion.field) == ("film", film.pk, "year")
    assert suggestion.proposed == 1994
    assert "1996" in suggestion.reason


def test_a_dismissed_suggestion_does_not_come_back(film, ember, read_again):
    edit(film, year=1996)
    read_again(ember)
    Suggestion.objects.update(status=Suggestion.Status.DISMISSED)
    read_again(ember)
    assert [s.status for s in Suggestion.objects.all()] == ["dismissed"]


def test_fields_that_no_editor_touched_are_still_updated(film):
    edit(film, title="The Tide of Embers")
    import_documents([toy.document("ember.txt", EMBER.replace("Year: 1994", "Year: 1995"))])
    film.refresh_from_db()
    assert (film.title, film.year) == ("The Tide of Embers", 1995)


REMOVABLE = {
    "statement": lambda film: film.statements.get(fact=Fact.YEAR),
    "credit": lambda film: film.credits.get(credited_as="Jon Pell"),
    "portrayal": lambda film: Portrayal.objects.get(credit__film=film, character__name="Tom"),
    "character": lambda film: character(film, "Quill"),
    "character name": lambda film: CharacterName.objects.get(character__film=film, text="Mara Venn"),
    "relationship": lambda film: Relationship.objects.get(subject__film=film, kind=RelationshipKind.SIBLING),
    "setting": lambda film: film.settings.get(place__name="Lower Vale"),
    "event": lambda film: film.events.get(summary__contains="finds"),
    "event mention": lambda film: film.events.get(summary__contains="finds").mentions.get(),
    "participation": lambda film: Participation.objects.get(
        event__film=film, character__name="Tom", event__summary__contains="sells"
    ),
    "document": lambda film: film.documents.get(name="ember-again.txt"),
}


@pytest.mark.parametrize("kind", REMOVABLE)
def test_what_an_editor_removed_does_not_come_back(kind, film, ember, ember_again, read_again):
    import_documents([ember_again])
    row = REMOVABLE[kind](film)
    pk = row.pk
    curation.record_removal(row)
    assert Removal.objects.count() == 1
    decided = exported()
    read_again(ember, ember_again)
    assert exported() == decided
    assert not type(row).objects.filter(pk=pk).exists()


def test_a_removed_film_does_not_come_back_with_its_documents(film, ember, wood):
    curation.record_removal(film)
    report = import_documents([ember, wood])
    assert [entry.outcome for entry in report.documents] == [Outcome.UNCHANGED, Outcome.ADDED]
    assert [f.title for f in Film.objects.all()] == ["A Wood in Winter"]


def test_a_removed_person_does_not_come_back_and_the_credit_stays(film, ember, read_again):
    person = film.credits.get(credited_as="Jon Pell").person
    curation.record_removal(person)
    read_again(ember)
    credit = film.credits.get(credited_as="Jon Pell")
    assert credit.person is None


def test_a_removed_place_does_not_come_back(film, ember, read_again):
    curation.record_removal(film.settings.get(place__name="Lower Vale").place)
    read_again(ember)
    assert [s.place.name for s in film.settings.all()] == ["Port Ember"]


def test_a_removed_event_does_not_come_back_with_the_same_words_in_another_document(film):
    curation.record_removal(film.events.get(summary__contains="sells"))
    import_documents([toy.document("copy.txt", EMBER + "Dunya saves Tom.")])
    assert film.documents.count() == 2
    assert not film.events.filter(summary__contains="sells").exists()
    assert film.events.filter(summary__contains="saves").exists()


def test_a_removal_that_is_taken_back_lets_the_next_import_give_the_thing_again(film, ember):
    curation.record_removal(film.events.get(summary__contains="sells"))
    curation.bring_back(Removal.objects.get())
    import_documents([ember])
    assert film.events.filter(summary__contains="sells").exists()


def test_a_removed_relationship_does_not_come_back_from_the_other_side(film):
    curation.record_removal(Relationship.objects.get(kind=RelationshipKind.SIBLING))
    text = EMBER.replace("Tom is the brother of Mara", "Mara is the brother of Tom")
    import_documents([toy.document("ember.txt", text)])
    assert not Relationship.objects.filter(kind=RelationshipKind.SIBLING).exists()


def test_an_editor_s_additions_survive(film, ember, read_again):
    hermit = add(Character(film=film, name="The Hermit", slug="the-hermit"))
    event = film.events.create(key="x1", order=3, summary="The Hermit wakes.")
    add(event)
    add(Participation(event=event, character=hermit))
    add(Statement(film=film, fact=Fact.LANGUAGE, value="Norwegian"))
    read_again(ember)
    assert film.characters.filter(pk=hermit.pk).exists()
    assert film.events.get(pk=event.pk).participations.get().character == hermit
    assert film.statements.filter(value="Norwegian").exists()


def test_an_added_character_is_the_one_that_a_later_document_names(film, ember_again):
    dunya = add(Character(film=film, name="Dunya", slug="dunya"))
    import_documents([ember_again])
    assert film.characters.get(name="Dunya") == dunya
    assert dunya.citations.exists()


def test_a_machine_s_row_goes_when_its_sentence_goes_but_not_what_an_editor_touched(film):
    edit(film.events.get(summary__contains="sells"), summary="Tom gives the boat away.")
    edit(character(film, "Quill"), gender="f")
    text = EMBER.replace(" Tom sells the boat.", "").replace("Mara finds Quill. ", "")
    import_documents([toy.document("ember.txt", text.replace(" Quill burns the boat.", ""))])
    assert film.events.filter(summary="Tom gives the boat away.").exists()
    assert character(film, "Quill").gender == "f"
    assert not film.events.filter(summary__contains="finds").exists()


def test_a_character_stays_while_an_editor_s_row_hangs_on_it(film):
    quill, tom = character(film, "Quill"), character(film, "Tom")
    add(Relationship(subject=quill, kind=RelationshipKind.FRIEND, object=tom))
    text = EMBER.replace("Mara finds Quill. ", "").replace(" Quill burns the boat.", "")
    import_documents([toy.document("ember.txt", text)])
    assert Relationship.objects.filter(subject=quill, object=tom).exists()


def test_a_changed_kind_of_relationship_is_kept_and_suggested(film, ember, read_again):
    row = edit(Relationship.objects.get(kind=RelationshipKind.SIBLING), kind=RelationshipKind.RELATIVE)
    read_again(ember)
    assert [r.kind for r in Relationship.objects.all()] == ["relative"]
    assert Suggestion.objects.get().row_id == row.pk


def test_a_changed_statement_is_kept_and_not_stated_anew(film, ember, read_again):
    edit(film.statements.get(fact=Fact.YEAR), value="1993")
    read_again(ember)
    assert [s.value for s in film.statements.filter(fact=Fact.YEAR)] == ["1993"]


def test_a_changed_credit_is_kept_and_not_credited_anew(film, ember, read_again):
    edit(film.credits.get(credited_as="Jon Pell"), credited_as="Jonathan Q. Pell")
    read_again(ember)
    assert {c.credited_as for c in film.credits.all()} == {"Ida Holm", "Una Reyes", "Jonathan Q. Pell"}


def test_the_value_that_an_editor_prefers_is_the_film_s(film, read_again):
    later = toy.document("later.txt", EMBER.replace("Year: 1994", "Year: 1995") + "Dunya saves Tom.")
    import_documents([later])
    chosen = next(s for s in film.statements.filter(fact=Fact.YEAR) if s.rank != Rank.PREFERRED)
    edit(chosen, rank=Rank.PREFERRED)
    film.refresh_from_db()
    assert film.year == int(chosen.value)
    read_again(later)
    film.refresh_from_db()
    assert film.year == int(chosen.value)
    assert [s.value for s in film.statements.filter(fact=Fact.YEAR, rank=Rank.PREFERRED)] == [chosen.value]


def test_events_that_an_editor_joined_stay_joined(film, ember, read_again):
    into, other = film.events.get(summary__contains="leaves"), film.events.get(summary__contains="meets")
    edit(other.mentions.get(), event=into)
    curation.record_removal(other)
    decided = exported()
    read_again(ember)
    assert exported() == decided
    assert into.mentions.count() == 2


def test_events_that_an_editor_split_stay_split(film, ember, ember_again, read_again):
    import_documents([ember_again])
    meeting = film.events.get(summary__contains="meets")
    own = film.events.create(key="x1", order=9, summary="They meet again.")
    add(own)
    edit(meeting.mentions.get(telling__document__name="ember-again.txt"), event=own)
    read_again(ember, ember_again)
    assert (meeting.mentions.count(), own.mentions.count()) == (1, 1)


def test_an_editor_s_order_of_events_stays(film, ember, read_again):
    edit(film.events.get(summary__contains="leaves"), order=40)
    read_again(ember)
    assert film.events.in_story_order().last().summary == "Mara leaves Port Ember."


def test_genres_that_an_editor_chose_stay(film, ember, read_again):
    film.genres.create(name="Sea story", slug="sea-story")
    curation.record_edit(film, ["genres"])
    film.save()
    read_again(ember)
    assert [genre.name for genre in film.genres.all()] == ["Sea story"]
