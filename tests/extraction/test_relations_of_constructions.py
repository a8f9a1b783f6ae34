"""Ties told by constructions of verbs: whom one leaves for whom, who orders the harm, what is taken back."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Tom leaves his sweetheart Ana for Mara.", ("mara", Kind.PARTNER, "tom"), id="leaves-for-another"
        ),
        pytest.param(
            "Mara starts going out with Tom's rival Al.", ("al", Kind.PARTNER, "mara"), id="going-out-with"
        ),
        pytest.param(
            "Mara has been secretly seeing Tom.", ("mara", Kind.PARTNER, "tom"), id="has-been-seeing"
        ),
        pytest.param(
            "Mara agrees to go on a date with Tom.", ("mara", Kind.PARTNER, "tom"), id="agrees-to-a-date"
        ),
        pytest.param(
            "While on a date with Mara, Tom learns the truth.", ("mara", Kind.PARTNER, "tom"), id="on-a-date"
        ),
        pytest.param(
            "Mara and Tom quickly become an item.", ("mara", Kind.PARTNER, "tom"), id="become-an-item"
        ),
        pytest.param(
            "Tom has entered a relationship with Mara.",
            ("mara", Kind.PARTNER, "tom"),
            id="enters-a-relationship",
        ),
        pytest.param(
            "Mara becomes engaged to be married to Tom.",
            ("mara", Kind.PARTNER, "tom"),
            id="engaged-to-be-married",
        ),
        pytest.param("Mara and Tom plan to marry.", ("mara", Kind.PARTNER, "tom"), id="plan-to-marry"),
        pytest.param(
            "Mara is a single mother who finds love with a collector, Tom.",
            ("mara", Kind.PARTNER, "tom"),
            id="love-with-one-named-behind",
        ),
        pytest.param(
            "Mara arranges for a judge to marry Ana and Tom.",
            ("ana", Kind.SPOUSE, "tom"),
            id="married-by-a-judge",
        ),
        pytest.param("Mara appoints Tom to defend Al.", ("mara", Kind.EMPLOYER, "tom"), id="appoints"),
        pytest.param(
            "Tom is recruited by Al, the head of a firm.", ("al", Kind.EMPLOYER, "tom"), id="recruited-by"
        ),
        pytest.param(
            "The orphaned Al is taken in by the clown Tom.", ("tom", Kind.PARENT, "al"), id="orphan-taken-in"
        ),
        pytest.param("Al is raised by Tom.", ("tom", Kind.PARENT, "al"), id="raised-by"),
        pytest.param("Tom is a driver for Al.", ("al", Kind.EMPLOYER, "tom"), id="a-driver-for"),
        pytest.param("Mara goes to work for Tom.", ("tom", Kind.EMPLOYER, "mara"), id="goes-to-work-for"),
        pytest.param(
            "Mara convinces the company's owner, Tom, to hire Al.",
            ("tom", Kind.EMPLOYER, "al"),
            id="who-is-convinced-hires",
        ),
        pytest.param(
            "Al is shocked to discover Mara is romantically involved with Tom.",
            ("mara", Kind.PARTNER, "tom"),
            id="discovers-she-is-involved",
        ),
        pytest.param(
            "Tom owes money due to being ripped off by his accountant, Al.",
            ("al", Kind.ENEMY, "tom"),
            id="due-to-being-ripped-off",
        ),
        pytest.param("Tom forms a band with Al.", ("al", Kind.COLLEAGUE, "tom"), id="forms-a-band-with"),
        pytest.param(
            "Mara loves Tom, who returns her love.", ("mara", Kind.PARTNER, "tom"), id="returns-her-love"
        ),
        pytest.param("Mara and Tom love each other.", ("mara", Kind.PARTNER, "tom"), id="love-each-other"),
        pytest.param("Tom evicts Mara.", ("mara", Kind.ENEMY, "tom"), id="evicts"),
        pytest.param("Mara is at odds with Tom.", ("mara", Kind.ENEMY, "tom"), id="at-odds"),
        pytest.param("Ana revenges herself on Tom.", ("ana", Kind.ENEMY, "tom"), id="revenges-herself"),
        pytest.param(
            "Tom is ripped off by his accountant, Al.", ("al", Kind.ENEMY, "tom"), id="ripped-off-by"
        ),
        pytest.param("Tom wins a fight against Al.", ("al", Kind.ENEMY, "tom"), id="wins-a-fight"),
        pytest.param(
            "Mara's efforts are opposed by professor Tom and his secretary Al.",
            ("al", Kind.ENEMY, "mara"),
            id="efforts-opposed-by-both",
        ),
        pytest.param("Tom orders that Al be arrested.", ("al", Kind.ENEMY, "tom"), id="orders-an-arrest"),
        pytest.param(
            "The men, who were hired by Tom to kill Al, leave.", ("al", Kind.ENEMY, "tom"), id="hired-to-kill"
        ),
        pytest.param(
            "Ana is surprised by Tom's men and imprisoned.", ("ana", Kind.ENEMY, "tom"), id="and-imprisoned"
        ),
        pytest.param(
            "Tom tries to persuade Al to shoot Mara, but he refuses.",
            ("mara", Kind.ENEMY, "tom"),
            id="who-persuades-is-the-enemy",
        ),
        pytest.param(
            "Tom attempts to use a selfish Ana to kill Mara.",
            ("mara", Kind.ENEMY, "tom"),
            id="who-uses-another-is-the-enemy",
        ),
    ],
)
def test_a_construction_tells_a_tie(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param(
            "Tom tries to persuade Al to shoot Mara, but he refuses.",
            ("al", Kind.ENEMY, "mara"),
            id="who-refuses-is-none",
        ),
        pytest.param(
            "Al is contracted to kill Tom, but decides to help him instead.",
            ("al", Kind.ENEMY, "tom"),
            id="helps-instead",
        ),
        pytest.param(
            "Al plans to kill Tom, but decides against it.", ("al", Kind.ENEMY, "tom"), id="decides-against"
        ),
        pytest.param("Tom avenges Al.", ("al", Kind.ENEMY, "tom"), id="avenges-a-friend"),
        pytest.param("Tom fights for Al.", ("al", Kind.ENEMY, "tom"), id="fights-for"),
        pytest.param(
            "Tom goes out with his business partner Al.", ("al", Kind.PARTNER, "tom"), id="out-with-a-partner"
        ),
        pytest.param(
            "Tom proposes to Mara, but she turns him down.", ("mara", Kind.PARTNER, "tom"), id="turned-down"
        ),
        pytest.param("Tom proposes to Mara, who refuses.", ("mara", Kind.PARTNER, "tom"), id="refused"),
        pytest.param(
            "Tom's wife, Mara, is cheating on him with his best friend, Al.",
            ("mara", Kind.PARTNER, "tom"),
            id="cheats-on-a-husband",
        ),
        pytest.param(
            "Tom accuses Al of being heartless.", ("al", Kind.ENEMY, "tom"), id="accused-of-being-heartless"
        ),
        pytest.param(
            "Mara loves Tom, but he does not return her love.",
            ("mara", Kind.PARTNER, "tom"),
            id="does-not-return-her-love",
        ),
        pytest.param("Mara leaves Tom for dead.", ("mara", Kind.PARTNER, "tom"), id="left-for-dead"),
        pytest.param("Al is raised by his aunt Mara.", ("mara", Kind.PARENT, "al"), id="raised-by-an-aunt"),
    ],
)
def test_what_is_taken_back_or_meant_otherwise_tells_nothing(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(sentence)
