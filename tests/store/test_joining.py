"""Records of one person become one when a later film ties them, whichever film came first."""

import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films import curation
from films.importing import import_documents
from films.importing.shared import People
from films.models import Credit, Film, Forward, Person
from films.search import rebuild
from tests.store import toy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("counts_hold")]


def film(title, cast, director="", year=1950):
    directed = f"Director: {director}\n" if director else ""
    return toy.document(f"{title}.txt", f"Title: {title}\nYear: {year}\n{directed}Cast: {cast}\n")


HARBOUR = film("The Harbour Bell", "Ana Ruiz, Jo Hale")
MEADOW = film("Meadow Street", "Ana Ruiz, Vera Dunn")
BRIDGE = film("A Bridge of Salt", "Ana Ruiz, Jo Hale, Vera Dunn")


NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
           "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
           "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")  # fmt: skip


def records(name):
    return Person.objects.filter(name=name).count()


def test_people_of_one_name_are_two_while_nothing_ties_them():
    import_documents([HARBOUR, MEADOW])
    assert records("Ana Ruiz") == 2


def test_a_film_that_ties_two_records_of_a_person_makes_them_one():
    import_documents([HARBOUR, MEADOW])
    older, younger = Person.objects.filter(name="Ana Ruiz").order_by("pk")
    report = import_documents([BRIDGE])
    assert Person.objects.get(name="Ana Ruiz") == older
    assert older.credits.count() == 3
    assert Forward.objects.get(old_path=younger.get_absolute_url()).new_path == older.get_absolute_url()
    assert report.rows["people"].deleted == 1


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_the_order_of_films_does_not_matter_to_who_is_one_person(order):
    films = [HARBOUR, MEADOW, BRIDGE]
    for number in order:
        import_documents([films[number]])
    assert {name: records(name) for name in ("Ana Ruiz", "Jo Hale", "Vera Dunn")} == {
        "Ana Ruiz": 1, "Jo Hale": 1, "Vera Dunn": 1,
    }  # fmt: skip


def test_a_co_worker_who_is_known_later_ties_the_records():
    import_documents([film("Low Tide", "Ana Ruiz"), film("High Tide", "Ana Ruiz, Ida Holm")])
    assert records("Ana Ruiz") == 2
    import_documents([film("Low Tide", "Ana Ruiz, Ida Holm, Bo Lindt")])
    assert (records("Ana Ruiz"), records("Ida Holm")) == (1, 1)


def test_the_index_needs_no_change_after_records_were_joined():
    import_documents([HARBOUR, MEADOW])
    import_documents([BRIDGE])
    assert rebuild() == 0


def test_the_address_of_a_record_that_went_is_not_given_to_another_person():
    import_documents([HARBOUR, MEADOW])
    gone = Person.objects.filter(name="Ana Ruiz").latest("pk").slug
    import_documents([BRIDGE])
    import_documents([film("Glass Winter", "Ana Ruiz, Otto Brandt")])
    assert gone not in set(Person.objects.values_list("slug", flat=True))


def test_people_whom_an_editor_told_apart_stay_apart():
    import_documents([HARBOUR, MEADOW])
    credit = Credit.objects.get(film__title="Meadow Street", credited_as="Ana Ruiz")
    curation.record_edit(credit, ["person"])
    credit.save()
    import_documents([BRIDGE])
    assert records("Ana Ruiz") == 2


def test_a_person_whom_an_editor_renamed_is_left_as_is():
    import_documents([HARBOUR, MEADOW])
    person = Person.objects.filter(name="Ana Ruiz").earliest("pk")
    person.name = "Ana María Ruiz"
    curation.record_edit(person, ["name"])
    person.save()
    import_documents([BRIDGE])
    person.refresh_from_db()
    assert person.name == "Ana María Ruiz"
    assert person.credits.count() >= 1


def test_a_surname_that_two_share_does_not_make_them_one():
    import_documents([film("Stone Fair", "Karl Hale, Hale, Vera Dunn")])
    import_documents([film("Iron Fair", "Nils Hale, Hale, Vera Dunn")])
    assert Person.objects.get(name="Karl Hale") != Person.objects.get(name="Nils Hale")


def test_father_and_son_are_two():
    import_documents(
        [film("Stone Fair", "Ned Hale Sr., Vera Dunn"), film("Old Fair", "Ned Hale Jr., Vera Dunn")]
    )
    assert Person.objects.filter(name__startswith="Ned Hale").count() == 2


def test_no_count_of_rows_is_below_nothing():
    import_documents([HARBOUR])
    report = import_documents(
        [film("Meadow Street", "Ana Ruíz, Jo Hale"), film("Blue Hour", "Ana Ruíz, Jo Hale")]
    )
    assert min(counts.unchanged for counts in report.rows.values()) >= 0


def test_many_namesakes_take_no_more_queries_than_few():
    def queries(title, other):
        with CaptureQueriesContext(connection) as sent:
            import_documents([film(title, f"Ana Ruiz, {other}")])
        return len(sent)

    import_documents([film(f"The {word} Mill", "Ana Ruiz") for word in ("Old", "New", "Far")])
    few = queries("Low Tide", "Ida Holm")
    import_documents([film(f"The Mill of {word}", "Ana Ruiz") for word in NUMBERS])
    assert queries("High Dunes", "Bo Lindt") == few
    assert Person.objects.filter(name="Ana Ruiz").latest("pk").slug == f"ana-ruiz-{len(NUMBERS) + 5}"


def test_of_many_namesakes_only_those_are_known_who_met_somebody_of_these_names():
    import_documents([film(f"The {word} Mill", "Ana Ruiz") for word in NUMBERS])
    import_documents([film("The Harbour Light", "Ana Ruiz, Bo Lindt, Jo Hale"), film("Salt", "Bo Lindt")])
    people = People.load(["ana ruiz", "jo hale"], [])
    ana, jo = people.on_film(Film.objects.get(title="The Harbour Light"))
    assert (ana.names, jo.names) == ({"ana ruiz"}, {"jo hale"})
    assert people.namesakes(ana) == {ana}


def test_whom_a_stored_film_credits_is_known_though_no_name_is_asked_for():
    import_documents([HARBOUR, film("Salt", "Ana Ruiz")])
    harbour = Film.objects.get(title="The Harbour Bell")
    people = People.load([], list(harbour.credits.order_by("pk")))
    assert [known.person.name for known in people.on_film(harbour)] == ["Ana Ruiz", "Jo Hale"]
    assert People.load([], []).on_film(harbour) == ()
