"""Roots of words, and words that stand in the same surroundings."""

import pytest

from films.reconciliation.neighbours import akin, root, word_keys
from films.reconciliation.synonyms import trigger_likeness


@pytest.mark.parametrize(
    "forms",
    [
        ["marry", "marries", "married", "marrying"],
        ["drive", "drives", "driving"],
        ["stop", "stops", "stopped", "stopping"],
        ["kiss", "kisses", "kissed", "kissing"],
        ["phone", "phones", "phoned", "phoning"],
        ["baby", "babies"],
    ],
    ids=lambda forms: forms[0],
)
def test_all_forms_of_a_word_have_one_root(forms):
    assert len({word_keys(form)[0] for form in forms}) == 1


@pytest.mark.parametrize("word", ["king", "bring", "red", "bus", "glass", "fall", "sea", "noted", "outing"])
def test_what_only_looks_like_an_ending_stays(word):
    assert root(word) == word


@pytest.mark.parametrize(
    ("word", "other"),
    [("phones", "calls"), ("elopes", "marries"), ("smitten", "attracted"), ("car", "driving")],
)
def test_words_of_the_same_surroundings_are_akin(word, other):
    assert max(akin(word).get(key, 0) for key in word_keys(other)) > 0.1


@pytest.mark.parametrize(("word", "other"), [("phones", "drowns"), ("weds", "steals"), ("glacier", "kiss")])
def test_words_of_different_surroundings_are_not(word, other):
    assert not any(key in akin(word) for key in word_keys(other))


@pytest.mark.parametrize("word", ["phones", "Mara", "xyzzy", "a", ""])
def test_a_word_is_its_own_nearest(word):
    assert akin(word)[word_keys(word)[0]] == 1.0


@pytest.mark.parametrize(("a", "b"), [("flee", "escape"), ("shoot", "kill"), ("confess", "admit")])
def test_likeness_of_triggers_goes_both_ways(a, b):
    assert trigger_likeness(a, b) == trigger_likeness(b, a) > 0.3
