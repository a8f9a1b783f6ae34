"""What becomes of a character."""

import pytest

from films.fates import Part, fate
from films.moments import Step
from films.vocabulary import Role


def part(pk, trigger="walks", role=Role.AGENT, **fields):
    return Part(Step(pk, f"Someone {trigger}.", frozenset({trigger})), role, **fields)


def story(*endings):
    """Return six ordinary events, then these."""
    return [*(part(number) for number in range(1, 7)), *endings]


@pytest.mark.parametrize(
    ("trigger", "role", "has_other_patient"),
    [
        pytest.param("dies", Role.AGENT, False, id="dies"),
        pytest.param("killed", Role.PATIENT, False, id="is-killed"),
        pytest.param("shoots", Role.PATIENT, False, id="is-shot"),
        pytest.param("drowns", Role.PATIENT, False, id="is-drowned"),
        pytest.param("arrested", Role.PATIENT, False, id="is-arrested"),
        pytest.param("marries", Role.AGENT, True, id="marries"),
        pytest.param("leaves", Role.AGENT, True, id="leaves"),
        pytest.param("rescues", Role.PATIENT, False, id="is-rescued"),
        pytest.param("escapes", Role.AGENT, False, id="escapes"),
    ],
)
def test_what_happens_to_a_character_at_the_end_is_the_fate(trigger, role, has_other_patient):
    ending = part(7, trigger, role, has_other_patient=has_other_patient)
    assert fate(story(ending, part(8)))[0] == 7


@pytest.mark.parametrize(
    ("trigger", "role"),
    [
        pytest.param("kills", Role.AGENT, id="who-kills"),
        pytest.param("drowns", Role.AGENT, id="who-drowns-another"),
        pytest.param("arrests", Role.AGENT, id="who-arrests"),
        pytest.param("leaves", Role.PATIENT, id="who-is-left"),
        pytest.param("dies", Role.PRESENT, id="who-stands-by"),
    ],
)
def test_what_a_character_does_to_another_is_not_the_fate(trigger, role):
    assert fate(story(part(7, trigger, role, has_other_patient=True), part(8))) == (8,)


def test_death_is_the_fate_whatever_is_told_after_it():
    death = part(7, "dies")
    assert fate(story(death, part(8, "marries"), part(9, is_key=True))) == (7,)


def test_ending_long_before_the_end_is_not_the_fate():
    assert fate([part(1, "arrested", Role.PATIENT), *story()[1:]]) == (6,)


def test_last_key_event_stands_after_the_ending():
    assert fate(story(part(7, "marries"), part(8, is_key=True), part(9))) == (7, 8)


def test_key_event_before_the_ending_is_left_out():
    assert fate(story(part(7, is_key=True), part(8, "leaves"), part(9))) == (8,)


def test_without_an_ending_the_last_key_event_is_the_fate():
    assert fate(story(part(7, is_key=True), part(8))) == (7,)


def test_without_events_there_is_no_fate():
    assert fate([]) == ()
