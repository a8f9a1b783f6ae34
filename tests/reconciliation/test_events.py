"""One storyline from many tellings."""

from dataclasses import replace

import pytest

from films.reconciliation import reconcile
from films.reconciliation.likeness import likeness
from films.vocabulary import Role
from tests.reconciliation.builders import make_extraction

PEOPLE = [["Mara"], ["Dov"], ["Zoe"]]
TRIGGERS = [
    "arrives",
    "steals",
    "chases",
    "arrests",
    "forgives",
    "kisses",
    "flees",
    "escapes",
    "drowns",
    "dances",
    "weds",
]


def telling(text, name="", **said):
    return make_extraction(text, PEOPLE, triggers=TRIGGERS, name=name, **said)


def storyline(*extractions):
    return [" / ".join(m.trigger_text for m in event.mentions) for event in reconcile(extractions).events]


def test_one_telling_is_its_own_storyline():
    assert storyline(telling("Mara arrives. Dov steals a boat. Zoe chases Dov.")) == [
        "arrives",
        "steals",
        "chases",
    ]


def test_a_copied_sentence_is_one_event():
    text = "Mara arrives in Oran. Dov steals a red boat from the harbour master."
    assert storyline(telling(text), telling(text + " The end.")) == ["arrives / arrives", "steals / steals"]


def test_one_happening_in_other_words_is_one_event():
    first = telling("Mara arrives in Oran. Dov flees from the prison at night. Zoe forgives Dov.", "a")
    second = telling("Mara arrives by ship. From his prison Dov escapes. Zoe kisses Mara.", "b")
    assert "escapes / flees" in storyline(first, second) or "flees / escapes" in storyline(first, second)


def test_what_only_one_telling_tells_is_put_in_where_it_tells_it():
    full = telling("Mara arrives in Oran. Dov steals a boat. Zoe forgives Dov on the glacier. Mara weds Dov.")
    short = telling("Mara arrives in Oran. Zoe drowns Rex. Zoe forgives Dov on the glacier.")
    events = [event.split(" / ")[0] for event in storyline(full, short)]
    assert events.index("arrives") < events.index("drowns") < events.index("forgives")
    assert len(events) == 5


def test_different_happenings_with_the_same_people_stay_apart():
    first = telling("Mara kisses Dov under the old bridge.")
    second = telling("Mara drowns Dov in champagne at midnight.")
    assert len(storyline(first, second)) == 2


def test_two_tellings_of_one_document_are_joined_too():
    logline, synopsis = (
        "Dov steals a red boat.",
        "Mara arrives. One night Dov steals a red boat. Zoe weds him.",
    )
    text = f"{logline}\n{synopsis}"
    film = telling(text, passages=[logline, synopsis])
    assert storyline(film) == ["arrives", "steals / steals", "weds"]


def test_an_event_joins_its_participants_with_the_role_most_mentions_give():
    text = "Mara arrives with Dov."
    (event,) = reconcile([telling(text), telling(text + " The end.")]).events
    assert [(p.character, p.role) for p in event.participants] == [("dov", Role.AGENT), ("mara", Role.AGENT)]


def test_keys_are_unique_and_say_where_the_event_is_first_told():
    events = reconcile([telling("Mara arrives. Dov steals a boat."), telling("Mara arrives again.")]).events
    keys = [event.key for event in events]
    assert len(set(keys)) == len(keys)
    assert all(
        any(event.key == f"e-{m.document[:8]}-{m.trigger.start}" for m in event.mentions) for event in events
    )


def test_orders_count_from_one():
    events = reconcile([telling("Mara arrives. Dov steals a boat.")]).events
    assert [event.order for event in events] == [1, 2]


WHOLE = (
    "Mara arrives in Oran by the night train. Dov steals the red boat of a fisherman. "
    "{own} Zoe forgives Dov on the glacier. The harbour master arrests Dov at dawn. "
    "Mara kisses Zoe behind the theatre. The old lighthouse burns. Dov dances on the frozen lake. "
    "Mara weds Dov in a chapel."
)
VERBS = [*TRIGGERS, "burns", "phones", "calls", "confesses", "admits", "shows", "stops", "repairs", "paints"]


def whole(own, name):
    return make_extraction(WHOLE.format(own=own), [["Mara", "She"], *PEOPLE[1:]], triggers=VERBS, name=name)


@pytest.mark.parametrize(
    ("first", "second", "event"),
    [
        ("Zoe phones the police.", "Zoe calls the detectives.", {"phones", "calls"}),
        ("Zoe confesses her love.", "Zoe admits her feelings.", {"confesses", "admits"}),
    ],
)
def test_other_words_of_one_happening_are_joined_between_what_both_tell(first, second, event):
    joined = [set(told.split(" / ")) for told in storyline(whole(first, "a"), whole(second, "b"))]
    assert event in joined


def test_different_happenings_between_what_both_tell_stay_apart():
    events = storyline(whole("Zoe repairs a violin.", "a"), whole("Mara paints the ceiling.", "b"))
    assert {"repairs", "paints"} <= set(events)


def test_what_is_told_in_a_breath_or_in_two_sentences_is_one_event():
    events = reconcile(
        [
            whole("Mara stops a lorry with her suitcase.", "a"),
            whole("Mara shows a suitcase trick to a lorry. She stops it.", "b"),
        ]
    ).events
    (stop,) = [e for e in events if "stops" in {m.trigger_text for m in e.mentions}]
    assert len({m.document for m in stop.mentions}) == 2


def alone(who, deed, things):
    return " ".join(f"{who} {deed} a {thing}." for thing in things.split())


def test_long_runs_between_what_both_tell_take_turns():
    first = whole(alone("Mara", "paints", "door window fence roof bench gate wall"), "a")
    second = whole(alone("Zoe", "repairs", "clock violin pump tram lift radio stove"), "b")
    events = storyline(first, second)
    paints = [i for i, event in enumerate(events) if event == "paints"]
    repairs = [i for i, event in enumerate(events) if event == "repairs"]
    assert len(paints) == len(repairs) == 7
    assert paints[0] < repairs[-1]
    assert repairs[0] < paints[-1]
    assert events.index("steals / steals") < min(paints + repairs) < max(paints + repairs)
    assert max(paints + repairs) < events.index("forgives / forgives")


def test_a_short_run_that_one_telling_alone_tells_stays_whole():
    first = whole(alone("Mara", "paints", "door window fence roof"), "a")
    second = whole(alone("Zoe", "repairs", "clock violin"), "b")
    events = storyline(first, second)
    start = events.index("steals / steals")
    assert events[start + 1 : start + 7] == ["paints"] * 4 + ["repairs"] * 2
    assert events[start + 7] == "forgives / forgives"


def test_a_caption_that_stands_there_twice_is_one_event():
    text = "Mara steals a boat in Oran harbour. Mara steals a boat in Oran harbour. Dov dances."
    assert storyline(telling(text)) == ["steals / steals", "dances"]


def test_a_long_sentence_that_stands_there_twice_nearby_is_one_event():
    long = "Mara steals the red boat of an old fisherman at night in the harbour of Oran"
    again = "Mara steals the the red boat of an old old fisherman at night in the harbour of Oran"
    assert storyline(telling(f"{long}. Dov dances. {again}. Mara flees.")) == [
        "steals / steals",
        "dances",
        "flees",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara confronts Dov. She accuses Dov.", ["confronts / accuses"]),
        ("Mara confronts Dov. Later she accuses Dov.", ["confronts", "accuses"]),
        ("Mara confronts Dov. She kisses Dov.", ["confronts", "kisses"]),
        ("Mara confronts Dov. Zoe accuses Tom.", ["confronts", "accuses"]),
        ("Mara proposes to Dov. Dov refuses Mara.", ["proposes", "refuses"]),
    ],
)
def test_what_is_said_in_a_conversation_is_part_of_it(text, expected):
    she = "She" if "She" in text else "she"
    people = [["Mara", she], ["Dov"], ["Zoe"], ["Tom"]]
    verbs = ["confronts", "accuses", "kisses", "proposes", "refuses"]
    assert storyline(make_extraction(text, people, triggers=verbs)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara threatens Dov. But Zoe stops Mara.", ["threatens / stops"]),
        ("Mara threatens Dov. However, Zoe stops Mara and chases Dov.", ["threatens / stops", "chases"]),
        ("Mara threatens Dov. Zoe stops Mara.", ["threatens", "stops"]),
        ("Mara threatens Dov. But Zoe stops Tom.", ["threatens", "stops"]),
        ("Mara accuses Dov. But Zoe stops Mara.", ["accuses", "stops"]),
    ],
)
def test_an_attempt_and_what_foils_it_are_one_event(text, expected):
    people = [["Mara"], ["Dov"], ["Zoe"], ["Tom"]]
    extraction = make_extraction(text, people, triggers=["threatens", "accuses", "stops", "chases"])
    assert storyline(with_patients(extraction, "stops")) == expected


def with_patients(extraction, trigger):
    """Let only the last of those in the event with this trigger be the one to whom it is done."""

    def parted(event):
        if event.trigger_text != trigger:
            return event
        own = sorted(event.participants, key=lambda p: extraction.document.text.rindex(p.character.title()))
        return replace(event, participants=(*own[:-1], replace(own[-1], role=Role.PATIENT)))

    return replace(extraction, events=tuple(map(parted, extraction.events)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("As Mara calls (“Dov.", "Hey, Dov”), Zoe flees.", ["calls / flees"]),
        ("Dov shouts “Attack.", "” as Mara flees.", ["shouts", "flees"]),
        ("Dov shouts “Attack.", "as Mara flees.", ["shouts / flees"]),
        ("Mara calls Dov.", "Zoe flees.", ["calls", "flees"]),
        ("Mara accuses (“Dov.", "Hey, Dov”), Zoe flees.", ["accuses", "flees"]),
    ],
)
def test_what_is_shouted_in_a_sentence_is_part_of_what_the_rest_tells(first, second, expected):
    verbs = ["calls", "shouts", "flees", "accuses"]
    assert storyline(make_extraction(f"{first} {second}", PEOPLE, triggers=verbs)) == expected


def test_what_one_telling_adds_to_a_moment_keeps_its_order():
    same = "Mara steals the red boat of an old fisherman at night in the harbour of Oran"
    events = storyline(
        telling(f"{same}. Dov forgives."), telling(f"Mara kisses and chases Dov, then {same}.")
    )
    assert events == ["kisses", "chases", "steals / steals", "forgives"]


def test_a_scene_that_is_alike_but_tells_another_happening_keeps_its_place():
    long = whole("Zoe chases Dov.", "a")
    short = make_extraction(
        "By the night train of Oran Dov flees from Zoe. " + WHOLE.format(own=""),
        [["Mara", "She"], *PEOPLE[1:]],
        triggers=VERBS,
        name="b",
    )
    events = [event.split(" / ")[0] for event in storyline(long, short)]
    assert events.index("flees") < events.index("arrives")


def long_tellings(scenes):
    near = (f"Mara {TRIGGERS[i % 11]} Dov near house{i} of street{i % 37}." for i in range(scenes))
    again = (f"At house{i} Mara {TRIGGERS[i % 11]} Dov again." for i in range(scenes))
    return [telling(" ".join(sentences)) for sentences in (near, again)]


def test_the_work_of_joining_grows_with_the_length_of_the_tellings_and_not_with_its_square(monkeypatch):
    calls = []

    def counted(*deeds):
        calls.append(1)
        return likeness(*deeds)

    monkeypatch.setattr("films.reconciliation.scene_likeness.likeness", counted)
    counts = []
    for scenes in (100, 400):
        calls.clear()
        assert len(reconcile(long_tellings(scenes)).events) < 1.2 * scenes
        counts.append(len(calls))
    assert counts[1] < 5 * counts[0]
