"""Key events stand out from small ones, and read as the story in a minute."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.moments import MINUTE, MOST_KEYS, TURNS, Sentence, Step, gap, moments_of, turns, weigh

MIREL, TAVIK, BRANNOC = 1, 2, 3


def step(pk, summary="Mirel walks on along the road.", **fields):
    first = Sentence(1, pk * 100, pk * 100 + 90)
    usual = {"people": frozenset({MIREL}), "documents": frozenset({1}), "sentences": (first,)}
    return Step(pk, summary, **(usual | fields))


def keys(story, **limits):
    return [moment.key for moment in moments_of(story, weigh(story), **limits)]


steps = st.builds(
    step,
    st.just(0),
    summary=st.sampled_from(
        ["Mirel dies.", "Tavik and Mirel marry in Port Sefa.", "Someone waits.", "x " * 40]
    ),
    triggers=st.frozensets(st.sampled_from(["dies", "marry", "waits", "nods"]), max_size=2),
    documents=st.frozensets(st.integers(1, 4), max_size=4),
    people=st.frozensets(st.integers(1, 5), max_size=3),
    place=st.sampled_from(["", "Port Sefa", "the mill"]),
)
stories = st.lists(steps, max_size=60).map(
    lambda story: [replace(one, pk=number) for number, one in enumerate(story)]
)


@given(stories)
def test_every_event_is_in_one_moment_and_all_stay_in_order(story):
    moments = moments_of(story, weigh(story))
    assert [pk for moment in moments for pk in moment.steps] == [one.pk for one in story]
    assert all(moment.key in moment.steps for moment in moments)


@given(stories)
def test_key_events_are_read_in_a_minute(story):
    chosen = keys(story)
    words = sum(story[pk].words for pk in chosen)
    assert len(chosen) <= MOST_KEYS
    assert words <= MINUTE or len(chosen) == 1


@given(stories, st.integers(1, MOST_KEYS))
def test_fewer_key_events_are_some_of_the_same(story, most):
    assert set(keys(story, most=most)) <= set(keys(story))


@given(stories)
def test_same_story_has_the_same_moments(story):
    assert moments_of(story, weigh(story)) == moments_of(list(story), weigh(story))


@given(stories)
def test_key_event_is_the_heaviest_of_its_moment(story):
    weights = weigh(story)
    for moment in moments_of(story, weights):
        assert weights[moment.key] == max(weights[pk] for pk in moment.steps)


def test_story_that_reads_in_a_minute_anyway_has_only_key_events():
    story = [step(pk) for pk in range(12)]
    assert keys(story) == list(range(12))


def test_film_of_150_events_is_told_in_at_most_25_sentences():
    story = [step(pk, f"Mirel walks past milestone {pk} of the road.") for pk in range(150)]
    assert 12 <= len(keys(story)) <= 25


@pytest.mark.parametrize(
    ("heavy", "light"),
    [
        pytest.param({"triggers": frozenset({"dies"})}, {"triggers": frozenset({"nods"})}, id="a-death"),
        pytest.param({"triggers": frozenset({"married"})}, {"triggers": frozenset({"says"})}, id="a-wedding"),
        pytest.param(
            {"triggers": frozenset({"arrested"})}, {"triggers": frozenset({"sees"})}, id="an-arrest"
        ),
        pytest.param({"documents": frozenset({1, 2, 3})}, {"documents": frozenset({1})}, id="told-by-more"),
        pytest.param({"people": frozenset({MIREL, TAVIK})}, {"people": frozenset({MIREL})}, id="two-people"),
        pytest.param({"people": frozenset({MIREL})}, {"people": frozenset({BRANNOC})}, id="a-main-character"),
        pytest.param({}, {"people": frozenset()}, id="somebody"),
        pytest.param({"place": "Port Sefa"}, {}, id="elsewhere"),
        pytest.param({"time": "years later"}, {}, id="at-another-time"),
        pytest.param({}, {"summary": "Someone walks on along the road."}, id="it-is-said-who"),
        pytest.param({}, {"summary": "This leads on along the road."}, id="not-what-was-said-before"),
        pytest.param(
            {"summary": "Italo walks along the road."}, {"summary": "It walks along the road."}, id="a-name"
        ),
        pytest.param({}, {"summary": "There is a walk on the road."}, id="not-a-mere-noun"),
        pytest.param({}, {"summary": "Mirel walks."}, id="it-says-enough"),
        pytest.param({}, {"summary": "Mirel walks on " + "and on " * 10}, id="it-does-not-say-too-much"),
    ],
)
def test_what_makes_an_event_weighty(heavy, light):
    frame = [step(0), step(1, people=frozenset({MIREL, TAVIK})), *(step(9 + n) for n in range(3))]
    story = [*frame[:2], step(2, **light), step(3, **heavy), *frame[2:]]
    weights = weigh(story)
    assert weights[3] > weights[2]


def test_turn_counts_whole_only_where_the_summary_says_it():
    said = step(1, "Mirel kills the heron at dawn.", triggers=frozenset({"kills"}))
    unsaid = step(2, "Mirel looks at the heron at dawn.", triggers=frozenset({"kills"}))
    weights = weigh([said, unsaid, step(3)])
    assert weights[1] > weights[2] > weights[3] - 1


def test_editors_event_is_weighed_by_the_words_of_its_summary():
    weights = weigh([step(1, "Brannoc dies at the old mill.", documents=frozenset()), step(2), step(3)])
    assert weights[1] > weights[2]


def test_small_events_fold_under_the_heavy_one_beside_them():
    murder = step(3, "Mirel murders Brannoc Quillon there.", triggers=frozenset({"murders"}))
    story = [step(1), step(2), murder, step(4), step(5)]
    assert keys(story, most=1) == [3]


def test_of_two_sentences_that_say_the_same_one_is_kept():
    wedding = "Mirel marries Tavik by the sea."
    told = frozenset({"marries"})
    story = [step(1), step(2, wedding, triggers=told), step(3, wedding, triggers=told), step(4), step(5)]
    assert sum(pk in (2, 3) for pk in keys(story, most=4)) == 1


def test_events_of_one_sentence_with_one_summary_are_one_moment_however_short_the_story():
    words, there = "A storm and a fire end the voyage.", (Sentence(1, 200, 290),)
    storm = step(2, words, triggers=frozenset({"storm"}), sentences=there)
    fire, end = (replace(storm, pk=pk, triggers=frozenset({told})) for pk, told in ((3, "fire"), (4, "end")))
    story = [step(1), storm, fire, end, step(5, words)]
    moments = moments_of(story, weigh(story))
    assert [moment.steps for moment in moments] == [(1,), (2, 3, 4), (5,)]


def test_end_of_the_story_is_told():
    story = [step(pk) for pk in range(80)]
    assert keys(story)[-1] == 79


@pytest.mark.parametrize(
    ("near", "far"),
    [
        pytest.param({"sentences": (Sentence(1, 100, 190),)}, {}, id="one-sentence"),
        pytest.param({"sentences": (Sentence(1, 191, 260),)}, {}, id="sentence-after-sentence"),
        pytest.param({}, {"people": frozenset({TAVIK})}, id="the-same-people"),
        pytest.param({}, {"place": "the mill"}, id="the-same-place"),
        pytest.param({}, {"time": "next morning"}, id="the-same-time"),
    ],
)
def test_what_keeps_neighbours_together(near, far):
    before = step(1, place="Port Sefa")
    assert gap(before, step(2, **near)) < gap(before, step(2, **far))


def test_each_word_is_of_one_sort_and_each_sort_has_a_weight():
    assert set(turns().values()) == set(TURNS)
    assert all(word == word.strip().casefold() for word in turns())
