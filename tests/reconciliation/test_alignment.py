"""Which scenes of two tellings tell one moment."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from films.reconciliation.alignment import Pair, anchors_of, heaviest_row, second_odds
from films.reconciliation.characters import reconcile_characters
from films.reconciliation.continuing import carries_on
from films.reconciliation.events import tellings_of_film
from films.reconciliation.sources import in_order
from tests.reconciliation.builders import make_extraction

pairs = st.lists(
    st.builds(Pair, st.integers(0, 5), st.integers(0, 5), st.integers(-3, 5).map(float)),
    max_size=7,
    unique_by=lambda pair: (pair.left, pair.right),
)


def goes_on(row):
    return all(a.left <= b.left and a.right <= b.right for a, b in itertools.pairwise(row))


def worth(row):
    return sum(pair.odds + 5 for pair in row)


@settings(deadline=None, max_examples=150)
@given(pairs)
def test_the_heaviest_row_goes_on_and_none_is_heavier(given_pairs):
    row = heaviest_row(given_pairs)
    ordered = sorted(given_pairs, key=lambda pair: (pair.right, pair.left))
    rows = itertools.chain.from_iterable(
        itertools.combinations(ordered, n) for n in range(len(given_pairs) + 1)
    )
    assert goes_on(row)
    assert worth(row) == max(worth(other) for other in rows if goes_on(other))


def test_what_is_told_out_of_turn_is_no_anchor():
    told = [Pair(0, 0, 2.0), Pair(4, 1, 0.5), Pair(1, 2, 2.0), Pair(2, 3, 2.0)]
    assert anchors_of(told) == {0: (0, 0), 2: (1, 1), 3: (2, 2)}


def test_a_scene_that_tells_several_moments_is_an_anchor_from_the_first_to_the_last():
    told = [Pair(1, 0, 2.0), Pair(2, 0, 1.0), Pair(5, 3, 2.0)]
    assert anchors_of(told) == {0: (1, 2), 3: (5, 5)}


def test_what_stands_between_matches_is_a_surer_match():
    alone = second_odds({(1, 1): -1.0}, 3, 3)
    amid = second_odds({(0, 0): 2.0, (1, 1): -1.0, (2, 2): 2.0}, 3, 3)
    assert amid[1, 1] > alone[1, 1]


def test_what_stands_across_matches_is_a_less_sure_match():
    across = second_odds({(0, 2): -1.0, (1, 1): 2.0, (2, 0): -1.0}, 3, 3)
    along = second_odds({(0, 0): -1.0, (1, 1): 2.0, (2, 2): -1.0}, 3, 3)
    assert across[0, 2] < along[0, 0]


def test_a_better_match_elsewhere_makes_a_match_less_sure():
    alone = second_odds({(1, 1): -1.0}, 2, 6)
    beside = second_odds({(1, 1): -1.0, (1, 5): 2.0}, 2, 6)
    assert beside[1, 1] < alone[1, 1]


def test_what_is_told_out_of_turn_is_still_a_match():
    odds = {(i, i): 2.0 for i in range(4)} | {(4, 6): 1.0, (5, 4): 3.0, (6, 5): 3.0}
    second = second_odds(odds, 7, 7)
    assert second[4, 6] > second_odds({**odds, (4, 6): -4.0}, 7, 7)[4, 6]
    assert second[4, 6] > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara shows Dov a trick. She stops the car.", True),
        ("Mara attacks Dov. But Dov flees.", True),
        ("Mara attacks Dov. Because Dov wept, she left.", True),
        ("Mara shows Dov a trick. She then stops the car.", False),
        ("Mara shows Dov a trick. She finally stops the car.", False),
        ("Mara shows Dov a trick. Dov stops the car.", False),
        ("Mara shows a trick. He stops Dov.", False),
        ("Mara shows Dov a trick. Heavy rain stops Dov.", False),
    ],
)
def test_a_sentence_carries_on_by_its_pronoun(text, expected):
    verbs = ["shows", "stops", "attacks", "flees", "wept", "left"]
    she = text.split(". ")[1].startswith("She")
    people = [["Mara", "She"] if she else ["Mara", "she"], ["Dov"]]
    extraction = make_extraction(text, people, triggers=verbs)
    again = make_extraction(text + " The end.", people, triggers=verbs)
    sources = in_order([extraction, again])
    before, scene = tellings_of_film(sources, reconcile_characters(sources))[0].scenes
    assert carries_on(before, scene) is expected
