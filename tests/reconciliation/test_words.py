import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.reconciliation.words import proper_word_counts, weight, word_counts, word_key


@pytest.mark.parametrize(
    ("word", "key"),
    [
        pytest.param("Mara’s", "mara", id="possessive"),
        pytest.param("Holts'", "holt", id="plural possessive"),
        pytest.param("boats", "boat", id="plural"),
        pytest.param("glass", "glass", id="double s is no plural"),
        pytest.param("bus", "bus", id="us is no plural"),
        pytest.param("Renée", "renee", id="accent"),
        pytest.param("O'Dell", "odell", id="apostrophe inside"),
    ],
)
def test_word_key_folds(word, key):
    assert word_key(word) == key


@given(st.text())
def test_counting_words_takes_any_text(text):
    counts = word_counts(text)
    assert all(count > 0 and len(key) > 1 for key, count in counts.items())
    assert set(proper_word_counts(text)) <= set(counts)


def test_a_rare_word_tells_more_than_a_common_one():
    assert weight("the") < 0.5 < weight("john") < weight("zeppelin") < weight("qwrtzpl")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Then Mara left.", {"mara"}, id="inside a sentence"),
        pytest.param("Rain fell. Snow fell.", set(), id="first words only"),
        pytest.param("Then Hope left, and all hope was gone.", set(), id="also written small"),
        pytest.param(
            "Mara left. So did Dov (Ilan Roux).", {"dov", "roux"}, id="after a bracket only once inside"
        ),
    ],
)
def test_proper_words_are_those_always_written_with_a_capital(text, names):
    assert set(proper_word_counts(text)) == names
