import pytest

from films.models import Character, CharacterName, Film, Person, Place
from films.models.search import EntryKind, SearchEntry, SearchWord, SearchWordKey
from films.search import index_film, index_people, index_places, rebuild, remove, search
from films.search.receivers import KINDS
from films.vocabulary import Fact, Job, Rank
from tests import factories as make

pytestmark = pytest.mark.django_db


def writes(queries) -> list[str]:
    return [q["sql"] for q in queries if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]


def titles(query: str) -> list[str]:
    return [hit.title for hit in search(query).hits]


def test_every_kind_is_indexed():
    story = make.make_story()
    index_film([story.film.pk])

    assert set(SearchEntry.objects.values_list("kind", flat=True)) == set(EntryKind)
    assert SearchEntry.objects.filter(kind=EntryKind.EVENT).count() == 3


def test_indexing_twice_writes_nothing(connection_queries):
    story = make.make_story()
    first = index_film([story.film.pk])

    with connection_queries() as queries:
        second = index_film([story.film.pk])

    assert first == SearchEntry.objects.count()
    assert second == 0
    assert writes(queries) == []


def test_rebuilding_a_true_index_changes_nothing():
    story = make.make_story()
    index_film([story.film.pk])

    assert rebuild() == 0


def test_rebuilding_an_empty_index_fills_it():
    story = make.make_story()
    make.PlaceFactory(name="Faraway")

    assert rebuild() == SearchEntry.objects.count()
    assert titles("faraway") == ["Faraway"]
    assert story.film.title in titles(story.film.title)


def test_reading_the_store_takes_no_more_queries_for_more_rows(connection_queries):
    counts = []
    for number in (3, 30):
        story = make.make_story(characters=number, events=number)
        with connection_queries() as queries:
            assert index_film([story.film.pk]) > 2 * number
        counts.append(sum(query["sql"].startswith("SELECT") for query in queries))

    assert counts[0] == counts[1]


def test_entry_keeps_its_row_when_it_changes():
    film = make.FilmFactory(title="Pale Orchard")
    index_film([film.pk])
    entry = SearchEntry.objects.get(kind=EntryKind.FILM)
    film.title = "Dark Orchard"
    film.save()

    assert index_film([film.pk]) == 1
    assert SearchEntry.objects.get().pk == entry.pk
    assert titles("dark") == ["Dark Orchard"]
    assert titles("pale") == []


def test_rejected_title_is_not_searched():
    film = make.FilmFactory(title="Pale Orchard")
    make.StatementFactory(film=film, fact=Fact.TITLE, value="Grim Orchard", rank=Rank.REJECTED)
    index_film([film.pk])

    assert titles("grim") == []


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_deleted_row_is_found_no_more(model):
    story = make.make_story()
    index_film([story.film.pk])
    row = model.objects.first()
    entries = SearchEntry.objects.filter(kind=KINDS[model], object_id=row.pk)
    assert entries.exists()

    row.delete()

    assert not entries.exists()


def test_deleted_film_takes_its_characters_and_events_along():
    story = make.make_story()
    index_film([story.film.pk])

    Film.objects.filter(pk=story.film.pk).delete()

    kinds = set(SearchEntry.objects.values_list("kind", flat=True))
    assert kinds == {EntryKind.PERSON, EntryKind.PLACE}
    assert story.film.title not in "".join(SearchEntry.objects.values_list("passages", flat=True))


def test_person_is_indexed_again_when_a_film_names_them_no_more():
    film = make.FilmFactory(title="Pale Orchard")
    credit = make.CreditFactory(film=film, job=Job.DIRECTOR, person=make.PersonFactory(name="Ines Orbach"))
    index_film([film.pk])
    assert "Pale Orchard" in SearchEntry.objects.get(kind=EntryKind.PERSON).context

    credit.delete()
    index_film([film.pk])

    assert SearchEntry.objects.get(kind=EntryKind.PERSON).context == ""


def test_character_that_moves_to_another_film_keeps_its_entry():
    character = make.CharacterFactory(name="Ines")
    other = make.FilmFactory()
    index_film([character.film_id])
    Character.objects.filter(pk=character.pk).update(film=other)

    index_film([other.pk])

    assert SearchEntry.objects.get(kind=EntryKind.CHARACTER).film_id == other.pk


def test_renamed_person_and_place_are_found_by_the_new_name():
    person, place = make.PersonFactory(name="Ines Orbach"), make.PlaceFactory(name="Lorn")
    index_people([person.pk])
    index_places([place.pk])
    Person.objects.filter(pk=person.pk).update(name="Ines Tallow")
    Place.objects.filter(pk=place.pk).update(name="Upper Venn")

    index_people([person.pk])
    index_places([place.pk])

    assert titles("tallow") == ["Ines Tallow"]
    assert titles("venn") == ["Upper Venn"]
    assert titles("orbach") == titles("lorn") == []


def test_words_are_counted_by_entries_and_forgotten_with_the_last():
    first, second = make.PersonFactory(name="Ines Orbach"), make.PersonFactory(name="Jori Orbach")
    index_people([first.pk, second.pk])
    assert SearchWord.objects.get(word="orbach").count == 2

    remove(EntryKind.PERSON, first.pk)
    assert SearchWord.objects.get(word="orbach").count == 1

    remove(EntryKind.PERSON, second.pk)
    assert not SearchWord.objects.exists()
    assert not SearchWordKey.objects.exists()


def test_alias_added_later_is_found():
    character = make.CharacterFactory(name="Ines")
    index_film([character.film_id])
    CharacterName.objects.create(character=character, text="The Heron")

    index_film([character.film_id])

    assert titles("heron") == ["Ines"]


def test_main_character_comes_before_a_lesser_one():
    film = make.FilmFactory()
    for name, prominence in (("Ines Alpha", 2), ("Ines Beta", 9), ("Ines Gamma", 5)):
        make.CharacterFactory(film=film, name=name, prominence=prominence)
    index_film([film.pk])

    assert titles("ines") == ["Ines Beta", "Ines Gamma", "Ines Alpha"]


def test_search_takes_no_more_queries_for_more_rows(connection_queries):
    counts = []
    for number in (3, 30):
        for _ in range(number):
            character = make.CharacterFactory(name="Ines Orbach")
            index_film([character.film_id])
        with connection_queries() as queries:
            assert len(search("ines", per_kind=50).hits) >= number
        counts.append(len(queries))

    assert counts == [4, 4]


def test_whole_name_takes_two_queries(django_assert_num_queries):
    make.CharacterFactory(name="Ines Orbach")
    rebuild()

    with django_assert_num_queries(2):
        assert titles("ines orbach") == ["Ines Orbach"]


def test_forgiving_search_takes_five_queries(django_assert_num_queries):
    make.CharacterFactory(name="Ines Orbach")
    rebuild()

    with django_assert_num_queries(5):
        assert titles("ines orbaxh") == ["Ines Orbach"]


def test_indexing_counts_a_persons_films_when_a_credit_comes_or_goes():
    person = make.PersonFactory()
    films = [make.FilmFactory(), make.FilmFactory()]
    for film, job in ((films[0], Job.CAST), (films[0], Job.DIRECTOR), (films[1], Job.CAST)):
        make.CreditFactory(film=film, person=person, job=job)
    Person.objects.update(film_count=7)
    index_film([film.pk for film in films])
    assert Person.objects.get().film_count == 2
    films[1].credits.all().delete()
    index_film([films[1].pk])
    assert Person.objects.get().film_count == 1


def test_indexing_counts_anew_the_place_that_an_event_left_and_the_one_it_came_to():
    here, there = make.PlaceFactory(name="Here"), make.PlaceFactory(name="There")
    event = make.PlotEventFactory(place=here)
    make.SettingFactory(film=event.film, place=here)
    index_film([event.film_id])
    event.place = there
    event.save()
    index_film([event.film_id])
    counts = dict(Place.objects.values_list("name", "event_count"))
    assert counts == {"Here": 0, "There": 1}
    assert Place.objects.get(name="Here").film_count == 1


def test_deleting_a_film_counts_its_people_and_places_anew():
    story = make.make_story()
    index_film([story.film.pk])
    assert sum(Place.objects.values_list("event_count", flat=True)) > 0
    assert sum(Person.objects.values_list("film_count", flat=True)) > 0
    story.film.delete()
    assert not Place.objects.exclude(event_count=0, film_count=0).exists()
    assert not Person.objects.exclude(film_count=0).exists()
