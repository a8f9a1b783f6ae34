"""Numbers in tellings are compared as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.telling_numbers import compare_numbers, read_numbers


def values(text):
    return [(number.low, number.high) for number in read_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("five thousand euros", 5000),
        ("5,000 euros", 5000),
        ("€5,000", 5000),
        ("$2.5 million", 2_500_000),
        ("a hundred and five days", 105),
        ("a dozen lamps", 12),
        ("two dozen lamps", 24),
        ("twenty-five men", 25),
        ("two million five hundred thousand", 2_500_000),
        ("1,200-man army", 1200),
        ("a 25 year old", 25),
        ("a one-year-old", 1),
        ("Tavik, aged 7,", 7),
        ("in 1945.", 1945),
    ],
)
def test_a_number_is_read_in_words_and_in_figures(text, value):
    assert values(text) == [(value, value)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("in his mid 20s", 24, 26),
        ("in his mid-20's,", 24, 26),
        ("in her early thirties", 30, 33),
        ("in her late forties", 47, 49),
        ("in his 50s", 50, 59),
        ("in the 60s", 1960, 1969),
        ("the late 1960s", 1967, 1969),
        ("the summers of the '90s", 1990, 1999),
    ],
)
def test_a_decade_is_read_as_the_ages_or_years_it_spans(text, low, high):
    assert values(text) == [(low, high)]


@pytest.mark.parametrize(
    "text",
    ["one of them", "no one", "one day", "a lamp", "at 10:30", "the 3rd man", "thousands of men", "someone"],
)
def test_what_is_no_count_is_not_read(text):
    assert read_numbers(text) == []


def test_numbers_that_follow_each_other_are_read_apart():
    assert values("between two and three men") == [(2, 2), (3, 3)]


def pairs(left, right):
    found = compare_numbers(read_numbers(left), read_numbers(right))
    return [(pair.left.text, pair.right.text, pair.is_rival) for pair in found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He wins five thousand euros.", "He wins 5,000."),
        ("Her five-year-old son", "her son, aged five"),
        ("Three men come.", "Three days later they come."),  # nothing to compare: the same number
        ("Three men come.", "They come after four days."),  # of different things
        ("Three men come.", "They come."),
        ("Tavik, in his mid 20s", "his five-year-old son"),
    ],
)
def test_what_agrees_or_cannot_be_compared_is_no_difference(left, right):
    assert pairs(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("Tavik, in his mid 20s, arrives.", "25-year-old Tavik arrives.", ("mid 20s", "25-year-old", False)),
        ("Tavik, in his mid 20s, arrives.", "30-year-old Tavik arrives.", ("mid 20s", "30-year-old", True)),
        ("Two men with 40 lamps", "three armed men with 40 lamps", ("Two", "three", True)),
        ("He pays $5,000.", "He pays 6000 dollars.", ("$5,000", "6000", True)),
        ("He pays 5,000 euros.", "He pays six thousand euros.", ("5,000", "six thousand", True)),
        ("In 1944 they meet.", "They meet in 1945.", ("1944", "1945", True)),
        ("They have two children.", "They have one-year-old twins and 3 children.", ("two", "3", True)),
    ],
)
def test_numbers_for_one_thing_that_differ_are_set_beside_each_other(left, right, shown):
    assert pairs(left, right) == [shown]


@given(st.text(alphabet="0123456789 ,.-$€'’s" + "twohundreaby\n", max_size=60))
def test_any_text_is_read_and_each_number_stands_where_it_says(text):
    for number in read_numbers(text):
        assert text[number.start : number.end] == number.text
        assert number.low <= number.high
