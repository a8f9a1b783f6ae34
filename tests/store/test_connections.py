"""How characters and people are connected: the shortest chain, and which of several."""

from collections import defaultdict, deque
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films import connections
from films.connections import (
    Level,
    Link,
    Node,
    NodeKind,
    connect_characters,
    connect_people,
    shortest_chain,
)
from films.models.limits import SpoilerLimits
from films.vocabulary import Job, RelationshipKind
from tests import factories as make

MOST_NODES = 12
EVERY_LINK = 2 * MOST_NODES


def node(pk):
    return Node(NodeKind.CHARACTER, pk)


def following(links):
    """Return the neighbours in a made-up world: `{(1, 2): cost}`, each link both ways."""
    ends = defaultdict(list)
    for (one, other), cost in links.items():
        ends[one].append(Link(node(one), node(other), f"name {other % 3}", (1, cost)))
        ends[other].append(Link(node(other), node(one), f"name {one % 3}", (1, cost)))
    return lambda nodes: Level(tuple(link for at in nodes for link in ends[at.pk]))


def all_shortest(links, first, last):
    """Return every shortest way, found by going through all of them."""
    ends = defaultdict(set)
    for one, other in links:
        ends[one].add(other)
        ends[other].add(one)
    found, waiting = [], deque([(first,)])
    while waiting:
        way = waiting.popleft()
        if found and len(way) > len(found[0]):
            break
        if way[-1] == last:
            found.append(way)
        waiting.extend((*way, pk) for pk in ends[way[-1]] - set(way))
    return found


def preference(links, way):
    cost = sum(links.get(pair, links.get(pair[::-1], 0)) for pair in pairwise(way))
    return cost, [f"name {pk % 3}" for pk in way[1:-1]], way


pairs = st.tuples(st.integers(1, MOST_NODES), st.integers(1, MOST_NODES)).filter(
    lambda pair: pair[0] < pair[1]
)
worlds = st.dictionaries(pairs, st.integers(-3, 0), max_size=18)


@given(worlds)
def test_the_chain_is_the_best_of_all_shortest_ones(links):
    found = shortest_chain(node(1), node(2), following(links), EVERY_LINK)
    ways = all_shortest(links, 1, 2)
    expected = min(ways, key=lambda way: preference(links, way)) if ways else ()
    assert tuple(reached.pk for reached in found.nodes) == expected
    assert not found.is_cut
    assert not found.is_ended


@given(worlds)
def test_the_way_back_is_as_long_as_the_way_there(links):
    there, back = (
        shortest_chain(node(first), node(last), following(links), EVERY_LINK)
        for first, last in ((1, 2), (2, 1))
    )
    assert len(there.nodes) == len(back.nodes)


@given(worlds, st.integers(1, 6))
def test_a_chain_is_found_up_to_the_length_asked_for_and_no_longer(links, most):
    found = shortest_chain(node(1), node(2), following(links), most)
    ways = all_shortest(links, 1, 2)
    assert bool(found) == bool(ways and len(ways[0]) - 1 <= most)
    if ways and not found:
        assert found.is_ended


def test_a_chain_of_one_leads_to_itself():
    assert shortest_chain(node(1), node(1), following({}), 6).nodes == (node(1),)


def names(chain, *rows):
    by_pk = {row.pk: row.name for row in rows}
    return [by_pk[reached.pk] for reached in chain.nodes if reached.kind != NodeKind.FILM]


@pytest.fixture
def film(db):
    return make.FilmFactory()


@pytest.fixture
def cast(film):
    return [
        make.CharacterFactory(film=film, name=name, known_from=0)
        for name in ("Mirel", "Anselm", "Brannoc", "Tavik")
    ]


def relate(one, other, kind=RelationshipKind.FRIEND, known_from=0):
    make.RelationshipFactory(subject=one, kind=kind, object=other, known_from=known_from)


def meet(*characters, order=1, times=1):
    for _ in range(times):
        event = make.PlotEventFactory(film=characters[0].film, order=order)
        for character in characters:
            make.ParticipationFactory(event=event, character=character)


def test_characters_are_connected_by_relationships_whichever_way_they_are_kept(cast):
    mirel, anselm, brannoc, tavik = cast
    relate(anselm, mirel)
    relate(anselm, brannoc)
    relate(tavik, brannoc)
    chain = connect_characters(mirel, tavik)
    assert names(chain, *cast) == ["Mirel", "Anselm", "Brannoc", "Tavik"]


def test_characters_are_connected_by_events_that_they_share(cast):
    mirel, _, brannoc, tavik = cast
    meet(mirel, brannoc)
    meet(brannoc, tavik)
    assert names(connect_characters(mirel, tavik), *cast) == ["Mirel", "Brannoc", "Tavik"]


def test_relationships_go_before_events(cast):
    mirel, anselm, brannoc, tavik = cast
    meet(mirel, anselm, times=3)
    meet(anselm, tavik, times=3)
    relate(mirel, brannoc)
    meet(brannoc, tavik)
    assert names(connect_characters(mirel, tavik), *cast) == ["Mirel", "Brannoc", "Tavik"]


def test_more_shared_events_go_before_fewer(cast):
    mirel, anselm, brannoc, tavik = cast
    meet(mirel, anselm)
    meet(anselm, tavik)
    meet(mirel, brannoc, times=2)
    meet(brannoc, tavik)
    assert names(connect_characters(mirel, tavik), *cast) == ["Mirel", "Brannoc", "Tavik"]


def test_names_decide_where_all_else_is_the_same(cast):
    mirel, anselm, brannoc, tavik = cast
    for between in (brannoc, anselm):
        relate(mirel, between)
        relate(between, tavik)
    assert names(connect_characters(mirel, tavik), *cast) == ["Mirel", "Anselm", "Tavik"]


def test_a_shorter_chain_of_events_goes_before_a_longer_one_of_relationships(cast):
    mirel, anselm, _, tavik = cast
    relate(mirel, anselm)
    relate(anselm, tavik)
    meet(mirel, tavik)
    assert names(connect_characters(mirel, tavik), *cast) == ["Mirel", "Tavik"]


def test_characters_whom_nothing_connects_have_no_chain(cast):
    mirel, anselm, _, tavik = cast
    relate(mirel, anselm)
    chain = connect_characters(mirel, tavik)
    assert not chain
    assert not chain.is_cut
    assert not chain.is_ended


@pytest.mark.parametrize("hidden", ["character", "relationship", "event"])
def test_what_is_told_later_is_no_part_of_a_chain(film, cast, hidden):
    mirel, _, brannoc, tavik = cast
    relate(mirel, brannoc, known_from=3 if hidden == "relationship" else 0)
    meet(brannoc, tavik, order=3 if hidden == "event" else 1)
    if hidden == "character":
        brannoc.known_from = 3
        brannoc.save()
    assert connect_characters(mirel, tavik)
    assert not connect_characters(mirel, tavik, SpoilerLimits(films={film.pk: 2}))
    assert connect_characters(mirel, tavik, SpoilerLimits(films={film.pk: 3}))


def test_events_after_the_limit_do_not_count(film, cast):
    mirel, anselm, brannoc, tavik = cast
    meet(mirel, brannoc, tavik, order=1)
    meet(mirel, anselm, order=1)
    meet(anselm, tavik, order=2)
    meet(anselm, tavik, mirel, order=9, times=4)
    limits = SpoilerLimits(films={film.pk: 2})
    assert names(connect_characters(mirel, tavik, limits), *cast) == ["Mirel", "Tavik"]
    assert names(connect_characters(anselm, brannoc, limits), *cast) == ["Anselm", "Mirel", "Brannoc"]


def test_a_chain_stops_at_the_greatest_number_of_steps(cast):
    mirel, anselm, brannoc, tavik = cast
    for one, other in ((mirel, anselm), (anselm, brannoc), (brannoc, tavik)):
        relate(one, other)
    assert connect_characters(mirel, tavik, most_steps=3)
    chain = connect_characters(mirel, tavik, most_steps=2)
    assert not chain
    assert chain.is_ended


def test_a_chain_says_that_links_were_left_out(cast, monkeypatch):
    mirel, anselm, brannoc, tavik = cast
    for other in (anselm, brannoc, tavik):
        relate(mirel, other)
    monkeypatch.setattr(connections, "LINKS_A_LEVEL", 2)
    chain = connect_characters(mirel, tavik, most_steps=1)
    assert not chain
    assert chain.is_cut


def credit(person, *films, job=Job.CAST):
    for film in films:
        make.CreditFactory(film=film, person=person, job=job)


@pytest.fixture
def people(db):
    return [make.PersonFactory(name=name) for name in ("Ilse", "Odalys", "Yrsa")]


def test_people_are_connected_by_films_whatever_their_job(people):
    ilse, odalys, yrsa = people
    ferry, lamp = make.FilmFactory(), make.FilmFactory()
    credit(ilse, ferry)
    credit(odalys, ferry, lamp, job=Job.DIRECTOR)
    credit(yrsa, lamp, job=Job.WRITER)
    chain = connect_people(ilse, yrsa)
    assert names(chain, *people) == ["Ilse", "Odalys", "Yrsa"]
    assert [reached.pk for reached in chain.nodes[1::2]] == [ferry.pk, lamp.pk]


def test_of_two_shared_films_the_first_by_title_is_taken(people):
    ilse, odalys, _ = people
    second, first = make.FilmFactory(title="The Winter Signal"), make.FilmFactory(title="A Paper Ferry")
    for person in (ilse, odalys):
        credit(person, second, first)
    assert connect_people(ilse, odalys).nodes[1].pk == first.pk


def test_a_credit_of_nobody_known_connects_nobody(people):
    ilse, _, yrsa = people
    ferry, lamp = make.FilmFactory(), make.FilmFactory()
    credit(ilse, ferry)
    credit(yrsa, lamp)
    for film in (ferry, lamp):
        make.CreditFactory(film=film, person=None, credited_as="Someone Else")
    assert not connect_people(ilse, yrsa)


def test_steps_between_people_are_counted_in_films(people):
    ilse, odalys, yrsa = people
    ferry, lamp = make.FilmFactory(), make.FilmFactory()
    credit(ilse, ferry)
    credit(odalys, ferry, lamp)
    credit(yrsa, lamp)
    assert connect_people(ilse, yrsa, most_steps=2)
    assert connect_people(ilse, yrsa, most_steps=1).is_ended


@pytest.mark.parametrize("size", [3, 30])
def test_a_chain_of_characters_costs_a_bounded_number_of_queries(db, django_assert_max_num_queries, size):
    story = make.make_story(characters=size, events=size)
    story.film.characters.update(known_from=0)
    with django_assert_max_num_queries(7):
        connect_characters(story.characters[0], story.characters[size // 2])


@pytest.mark.parametrize("size", [3, 30])
def test_wide_levels_cost_no_more_queries_than_narrow_ones(film, django_assert_num_queries, size):
    first, last = (make.CharacterFactory(film=film, name=name) for name in ("Mirel", "Tavik"))
    for number in range(size):
        between = make.CharacterFactory(film=film, name=make.made_up_name(number + 50))
        relate(first, between)
        meet(between, last)
    with django_assert_num_queries(3):
        assert len(connect_characters(first, last).nodes) == 3


@pytest.mark.parametrize("size", [3, 30])
def test_people_of_many_films_cost_no_more_queries(people, django_assert_num_queries, size):
    ilse, odalys, yrsa = people
    for _ in range(size):
        ferry, lamp = make.FilmFactory(), make.FilmFactory()
        credit(ilse, ferry)
        credit(odalys, ferry, lamp)
        credit(yrsa, lamp)
    with django_assert_num_queries(4):
        assert len(connect_people(ilse, yrsa).nodes) == 5
