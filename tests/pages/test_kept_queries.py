"""Queries that are written once: they find what Django would find by writing them anew."""

import pytest
from django.db.models import F, Q, Value

from films.models import Character, Credit, Film, Genre, Person, SourceDocument
from films.models.ids import Ids
from films.models.kept_queries import KeptQuery
from films.models.linked_values import commonest_linked
from films.vocabulary import Job
from tests import factories as make

pytestmark = pytest.mark.django_db


def by_title(slug):
    return Film.objects.filter(slug=slug)


def cast_of(film):
    parts = Credit.objects.filter(film=film, job=Job.CAST).select_related("person")
    return parts.annotate(who=F("portrayals__character__name")).order_by("credited_as", "who")


def names_of(films):
    genres = Genre.objects.filter(films__in=Ids(films)).order_by().values_list(Value("genre"), "name")
    people = Person.objects.filter(credits__film__in=Ids(films)).order_by().values_list(Value("who"), "name")
    return genres.union(people, all=True)


def called(film, slug):
    return Character.objects.filter(Q(film=film) & ~Q(slug=slug)).order_by("name")


def with_names(film):
    return Character.objects.filter(film=film).prefetch_related("names").order_by("name")


@pytest.fixture
def stories():
    stories = [make.make_story(characters=3, events=2, documents=2) for _ in range(3)]
    for number, story in enumerate(stories):
        story.film.genres.add(make.GenreFactory(name=f"genre {number}"))
        make.CharacterNameFactory(character=story.characters[0], text=f"alias {number}")
    return stories


@pytest.mark.parametrize(
    ("query", "values"),
    [
        pytest.param(by_title, lambda story: [story.film.slug], id="slug"),
        pytest.param(cast_of, lambda story: [story.film.pk], id="joins and annotations"),
        pytest.param(names_of, lambda story: [[story.film.pk]], id="list of ids, in a union"),
        pytest.param(called, lambda story: [story.film.pk, story.characters[1].slug], id="id and slug"),
    ],
)
def test_a_kept_query_finds_what_one_made_anew_finds(stories, query, values):
    kept = KeptQuery(query)
    for story in stories:
        expected = list(query(*values(story)))
        assert expected
        assert sorted(kept(*values(story)), key=str) == sorted(expected, key=str)


def test_rows_of_a_kept_query_have_what_was_fetched_with_them(stories, django_assert_num_queries):
    kept = KeptQuery(cast_of)
    for story in stories:
        expected = [(row.credited_as, row.person, row.who) for row in cast_of(story.film.pk)]
        with django_assert_num_queries(1):
            assert [(row.credited_as, row.person, row.who) for row in kept(story.film.pk)] == expected


def test_a_kept_query_fetches_related_rows(stories, django_assert_num_queries):
    kept = KeptQuery(with_names)
    for number, story in enumerate(stories):
        with django_assert_num_queries(2):
            names = {name.text for row in kept(story.film.pk) for name in row.names.all()}
        assert f"alias {number}" in names


def with_players(film):
    parts = Credit.objects.filter(film=film, job=Job.CAST).annotate(who=F("portrayals__character"))
    return parts.order_by("credited_as", "pk", "who")


def test_an_instance_with_parts_comes_once_with_all_of_them(stories):
    film = stories[0].film
    twice, unplayed = (
        make.CreditFactory(film=film, job=Job.CAST, credited_as=name) for name in ("Ada", "Zo")
    )
    for character in stories[0].characters[:2]:
        make.PortrayalFactory(credit=twice, character=character)
    kept = KeptQuery(with_players, parts="players")
    for story in stories:
        rows = list(with_players(story.film.pk))
        found = kept(story.film.pk)
        assert [credit.pk for credit in found] == list(dict.fromkeys(row.pk for row in rows))
        assert [(credit.pk, who) for credit in found for (who,) in credit.players] == [
            (row.pk, row.who) for row in rows if row.who is not None
        ]
    parts = {credit.credited_as: credit.players for credit in kept(film.pk)}
    assert (len(parts[twice.credited_as]), parts[unplayed.credited_as]) == (2, [])


def test_a_row_selected_with_several_others_is_one_instance(stories):
    shared = make.PersonFactory()
    for name in ("Ada", "Bo"):
        make.CreditFactory(film=stories[0].film, job=Job.CAST, person=shared, credited_as=name)
    people = [credit.person for credit in KeptQuery(cast_of)(stories[0].film.pk) if credit.person == shared]
    assert len(people) == 2
    assert people[0] is people[1]


def test_an_instance_is_as_one_that_django_fetched(stories):
    for query in (by_title, lambda slug: SourceDocument.objects.filter(film__slug=slug).without_text()):
        expected, found = query(stories[0].film.slug)[0], KeptQuery(query)(stories[0].film.slug)[0]
        assert found == expected
        assert (found._state.db, found._state.adding) == (expected._state.db, expected._state.adding)
        assert found.get_deferred_fields() == expected.get_deferred_fields()
        values = {name: value for name, value in vars(expected).items() if name != "_state"}
        assert {name: value for name, value in vars(found).items() if name != "_state"} == values
        found.save()
        found.refresh_from_db()
        assert found == expected


@pytest.mark.parametrize("query", [lambda film: Film.objects.filter(pk=film).values("title")], ids=["values"])
def test_a_kept_query_refuses_what_it_cannot_read(stories, query):
    with pytest.raises(TypeError, match="ValuesIterable"):
        KeptQuery(query)(stories[0].film.pk)


def test_what_a_kept_query_leaves_out_is_fetched_when_it_is_wanted(stories):
    kept = KeptQuery(lambda film: SourceDocument.objects.filter(film=film).without_text())
    for story in stories:
        row = kept(story.film.pk)[0]
        assert "text" in row.get_deferred_fields()
        assert row.text


def test_a_query_is_made_once(stories):
    made = []

    def counted(slug):
        made.append(slug)
        return by_title(slug)

    kept = KeptQuery(counted)
    assert [kept(story.film.slug) for story in stories] == [[story.film] for story in stories]
    assert len(made) == 1


def test_an_empty_list_finds_nothing(stories):
    kept = KeptQuery(names_of)
    assert kept([stories[0].film.pk])
    assert kept([]) == []


def test_a_slug_that_looks_like_sql_is_no_more_than_a_slug(stories):
    kept = KeptQuery(by_title)
    assert kept("' OR 1=1 --") == []
    assert kept(stories[0].film.slug) == [stories[0].film]


def test_a_value_that_a_query_does_not_ask_for_is_an_error():
    with pytest.raises(ValueError, match="value 2"):
        KeptQuery(lambda film, _slug: Film.objects.filter(pk=film))(3, "salt")


@pytest.mark.parametrize("path", ["genres", "credits__person", "credits__job", "settings__place"])
def test_values_are_counted_in_what_links_them(stories, path):
    shared = make.PersonFactory()
    for story in stories:
        make.CreditFactory(film=story.film, person=shared, job=Job.WRITER, credited_as="The Writer")
        make.CreditFactory(film=story.film, person=shared, job=Job.DIRECTOR, credited_as="The Director")
    films = [story.film.pk for story in stories[:2]]
    counts = {}
    for film in Film.objects.filter(pk__in=films):
        for value in {value for (value,) in Film.objects.filter(pk=film.pk).values_list(path)} - {None}:
            counts[value] = counts.get(value, 0) + 1
    expected = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    assert expected
    assert list(commonest_linked(Film, path, (), 100)(films)) == expected
    assert list(commonest_linked(Film, path, (), 1)(films)) == expected[:1]


def test_values_are_counted_among_the_rows_that_count(stories):
    film = stories[0].film
    director = make.CreditFactory(film=film, person=make.PersonFactory(), job=Job.DIRECTOR)
    directing = commonest_linked(Film, "credits__person", (("credits__job", Job.DIRECTOR),), 100)
    assert [row for row in directing([film.pk]) if row[0] == director.person_id] == [(director.person_id, 1)]
    assert {person for person, _ in directing([film.pk])} == set(
        film.credits.filter(job=Job.DIRECTOR).exclude(person=None).values_list("person", flat=True)
    )
