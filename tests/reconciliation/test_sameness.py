"""When two event mentions can be the same happening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.extraction.statements import EventMention
from films.reading.document import Span
from films.reconciliation import reconcile
from films.reconciliation.sameness import IMPOSSIBLE, contradict, evidence, is_rare_deed_of_both
from films.reconciliation.tellings import Deed
from films.reconciliation.words import weight, word_counts
from tests.reconciliation.builders import make_extraction

people = st.sampled_from(["mara", "dov", "zoe"])


def deed(summary, lemma, agents=(), patients=(), unknown=()):
    """Return a deed; `unknown` are those of its people whom the other telling does not know."""
    event = EventMention(0, Span(0, 1), Span(0, 1), lemma, lemma, (), summary)
    everyone = frozenset({*agents, *patients})
    words = {word: weight(word) for word in word_counts(summary)}
    return Deed(event, words, everyone - {*unknown}, frozenset(agents), frozenset(patients))


@pytest.mark.parametrize(
    ("agents", "patients", "expected"),
    [
        ([["mara"], ["mara"]], [["dov"], ["dov"]], False),
        ([["mara"], ["zoe"]], [["dov"], ["dov"]], True),
        ([["mara"], ["dov"]], [["dov"], ["mara"]], True),
        ([["mara", "dov"], ["dov"]], [[], []], False),
        ([["mara"], []], [["dov"], ["zoe"]], False),
        ([["mara"], ["zoe"]], [["zoe"], []], False),
    ],
)
def test_events_contradict_when_others_act_or_they_change_parts(agents, patients, expected):
    first, second = (
        deed("Someone saves someone.", "save", *who) for who in zip(agents, patients, strict=True)
    )
    assert contradict(first, second) is expected


@pytest.mark.parametrize(
    ("lemma", "agent", "expected"),
    [
        pytest.param("rescue", "pilot", False, id="two words may be two views of one happening"),
        pytest.param("save", "pilot", True, id="one word is done by one"),
        pytest.param("save", "mara", False, id="the same one"),
    ],
)
def test_who_is_unknown_to_the_other_telling_contradicts_the_same_word_only(lemma, agent, expected):
    first = deed("Mara saves Dov.", "save", ["mara"], ["dov"])
    second = deed("Someone saves Dov.", lemma, [agent], ["dov"], unknown={agent} - {"mara"})
    assert contradict(first, second) is contradict(second, first) is expected


@pytest.mark.parametrize(
    ("first", "second", "is_likelier"),
    [
        (("Mara confesses.", "confess"), ("Mara admits it.", "admit"), ("Mara arrives.", "arrive")),
        (("Mara kisses Dov.", "kiss"), ("Mara kisses Dov.", "kiss"), ("Mara flees.", "flee")),
        (("Mara proposes.", "propose"), ("Mara proposes.", "propose"), ("Mara moves.", "move")),
    ],
)
def test_like_acts_speak_more_for_one_happening_than_unlike_ones(first, second, is_likelier):
    one, same, other = (deed(*row, agents=["mara"]) for row in (first, second, is_likelier))
    assert evidence(one, same, 0.0) > evidence(one, other, 0.0)


def test_a_rare_act_in_common_tells_more_than_a_common_one():
    rare = [deed(f"{place}.", "confess", ["mara"]) for place in ("Chapel", "Harbour")]
    common = [deed(f"{place}.", "go", ["mara"]) for place in ("Chapel", "Harbour")]
    assert evidence(*rare, 0.0) > evidence(*common, 0.0)


def test_sentences_that_are_nearly_the_same_are_one_whoever_is_meant():
    first = deed("She hides the silver violin in the attic.", "hide", ["mara"])
    second = deed("She hides the silver violin in the attic.", "hide", ["zoe"])
    assert evidence(first, second, 0.0) > IMPOSSIBLE


@pytest.mark.parametrize(
    ("lemma", "other", "who", "expected"),
    [
        pytest.param("captivate", "attract", ["mara", "dov"], True, id="the same two, seldom done"),
        pytest.param("captivate", "attract", ["mara", "zoe"], False, id="another"),
        pytest.param("captivate", "attract", ["mara"], False, id="one alone"),
        pytest.param("tell", "tell", ["mara", "dov"], False, id="often done"),
        pytest.param("captivate", "repair", ["mara", "dov"], False, id="something else"),
    ],
)
def test_what_the_same_two_seldom_do_is_a_sign_of_one_moment(lemma, other, who, expected):
    first, second = deed("One.", lemma, ["mara"], ["dov"]), deed("Two.", other, who)
    assert is_rare_deed_of_both(first, second) is is_rare_deed_of_both(second, first) is expected


@given(st.sets(people), st.sets(people), st.sets(people), st.sets(people), st.floats(-9, 9))
def test_evidence_is_the_same_both_ways(a, b, c, d, odds):
    first, second = deed("Mara saves Dov.", "save", a, b), deed("Zoe finds Dov.", "find", c, d)
    assert evidence(first, second, odds) == evidence(second, first, odds)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Dov finds a lamp in the harbour.", "Zoe saves Mara from the harbour."),
        ("Dov saves a cat.", "Zoe saves a dog."),
        ("Mara moves to Oran with Dov.", "Mara proposes to Dov."),
        ("Mara gets a parcel.", "Mara flees."),
    ],
)
def test_what_is_left_over_in_a_moment_stays_apart(first, second):
    same = "Mara steals the red boat of a fisherman at night with Dov and Zoe"
    names, verbs = [["Mara"], ["Dov"], ["Zoe"]], ["steals", *VERBS]
    documents = [
        make_extraction(f"{same}. {own} The end.", names, triggers=verbs, name=name)
        for own, name in ((first, "a"), (second, "b"))
    ]
    told = [{m.trigger_text for m in event.mentions} for event in reconcile(documents).events]
    assert {"steals"} in told
    assert len(told) == 3


VERBS = ["finds", "saves", "moves", "proposes", "gets", "flees"]
