"""The forms in which stories say who is what to whom: groups, couples, harm through others, work."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


def pairs(kind: Kind, *names: str) -> set[Triple]:
    """Return that each two of the names are the kind to each other."""
    ordered = sorted(names)
    return {(one, kind, other) for i, one in enumerate(ordered) for other in ordered[i + 1 :]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "The League of Shadows consists of Mara, Tom, and Al.",
            pairs(Kind.COLLEAGUE, "mara", "tom", "al"),
            id="consists-of",
        ),
        pytest.param(
            "The team of Mara, Tom and Al wins.",
            pairs(Kind.COLLEAGUE, "mara", "tom", "al"),
            id="the-team-of",
        ),
        pytest.param(
            "The trio is made up of Mara, Tom and Al.",
            pairs(Kind.COLLEAGUE, "mara", "tom", "al"),
            id="made-up-of",
        ),
        pytest.param(
            "Tom leads a gang of misfits, which includes his sister Mara, a mother; scar-faced Al; and Ana.",
            pairs(Kind.COLLEAGUE, "mara", "tom", "al", "ana") | {("mara", Kind.SIBLING, "tom")},
            id="gang-which-includes",
        ),
        pytest.param(
            "A bitter rivalry grows between Mara and Tom.",
            pairs(Kind.ENEMY, "mara", "tom"),
            id="grows-between",
        ),
        pytest.param(
            "There is a power struggle between Mara and Tom.",
            pairs(Kind.ENEMY, "mara", "tom"),
            id="power-struggle",
        ),
        pytest.param("Mara joins Tom's gang.", pairs(Kind.COLLEAGUE, "mara", "tom"), id="joins-gang"),
        pytest.param(
            "Mara becomes a member of Tom's crew.", pairs(Kind.COLLEAGUE, "mara", "tom"), id="member"
        ),
        pytest.param(
            "Mara, a member of Tom's gang, leaves.", pairs(Kind.COLLEAGUE, "mara", "tom"), id="member-apposed"
        ),
        pytest.param(
            "Mara, Tom and Al are members of a rock band.",
            pairs(Kind.COLLEAGUE, "mara", "tom", "al"),
            id="are-members",
        ),
        pytest.param(
            "Tom, Al and Mara rob a bank.", pairs(Kind.COLLEAGUE, "mara", "tom", "al"), id="list-as-subject"
        ),
        pytest.param(
            "When Mara meets Tom, Al and Ana rob a bank.", pairs(Kind.COLLEAGUE, "al", "ana"), id="no-list"
        ),
        pytest.param(
            "Tom, Al, Mara and Ana are friends.", pairs(Kind.FRIEND, "al", "ana", "mara", "tom"), id="friends"
        ),
        pytest.param(
            "Tom and Al, two soldiers, leave.", pairs(Kind.COLLEAGUE, "tom", "al"), id="two-soldiers"
        ),
        pytest.param(
            "Engineer Tom and conductor Al arrive.", pairs(Kind.COLLEAGUE, "tom", "al"), id="two-trades"
        ),
        pytest.param("Tom enlists Al.", pairs(Kind.COLLEAGUE, "tom", "al"), id="enlists"),
        pytest.param("Tom and Al run a bar.", pairs(Kind.COLLEAGUE, "tom", "al"), id="run-a-bar"),
        pytest.param("Mara works at a bank with Tom.", pairs(Kind.COLLEAGUE, "mara", "tom"), id="works-with"),
        pytest.param("Tom is paired with Al.", pairs(Kind.COLLEAGUE, "tom", "al"), id="paired"),
        pytest.param(
            "Mara is at the cafe where Tom and Al work.",
            pairs(Kind.COLLEAGUE, "tom", "al"),
            id="where-they-work",
        ),
        pytest.param(
            "Tom gets a tattoo from fellow inmate Al.", pairs(Kind.COLLEAGUE, "tom", "al"), id="fellow-inmate"
        ),
        pytest.param("Tom talks to fellow passenger Al.", set(), id="fellow-passenger"),
        pytest.param(
            "Mara runs into Ana, a friend who dances.", pairs(Kind.FRIEND, "ana", "mara"), id="a-friend"
        ),
        pytest.param(
            "Mara visits an old friend, Tom.", pairs(Kind.FRIEND, "mara", "tom"), id="an-old-friend"
        ),
        pytest.param("Tom and friend Al leave.", pairs(Kind.FRIEND, "al", "tom"), id="and-friend"),
        pytest.param("Mara's friends include Tom.", pairs(Kind.FRIEND, "mara", "tom"), id="friends-include"),
    ],
)
def test_groups_and_fellows_are_read(sentence: str, expected: set[Triple]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("Mara and Tom hit it off.", Kind.PARTNER, id="hit-it-off"),
        pytest.param("Mara and Tom begin to date.", Kind.PARTNER, id="begin-to-date"),
        pytest.param("Mara falls in love with Tom.", Kind.PARTNER, id="one-falls-in-love"),
        pytest.param(
            "Mara falls in love with Tom. She marries him.", Kind.SPOUSE, id="love-ends-in-marriage"
        ),
        pytest.param("Mara admits she loves Tom.", Kind.PARTNER, id="admits-love"),
        pytest.param("Tom and Mara end up together.", Kind.PARTNER, id="end-up-together"),
        pytest.param("Tom takes Mara's virginity.", Kind.PARTNER, id="virginity"),
        pytest.param("Tom is in a relationship with Mara.", Kind.PARTNER, id="in-a-relationship"),
        pytest.param("Tom is permitted to marry Mara.", Kind.PARTNER, id="permitted-to-marry"),
        pytest.param("Al gives Mara away at her wedding to Tom.", Kind.SPOUSE, id="wedding-to"),
        pytest.param("Tom is cheating on Mara.", Kind.PARTNER, id="cheating-on"),
        pytest.param("Tom's girl friend Mara leaves.", Kind.PARTNER, id="girl-friend"),
    ],
)
def test_couples_are_read(sentence: str, kind: Kind) -> None:
    assert told(sentence) == {("mara", kind, "tom")}


def test_two_parents_of_a_child_are_a_married_couple() -> None:
    assert ("mara", Kind.SPOUSE, "tom") in told("Al is the son of Tom and Mara.")


def test_two_given_names_with_one_surname_are_a_married_couple() -> None:
    text = "Title: Salt\nCast: Kim Lee as Marion Kirby, Bo Orr as George Kirby\n\nPlot:\n"
    end = " George loses his hat. Marion buys her bread."
    assert told(f"{text}George and Marion Kirby are rich.{end}") == {("george", Kind.SPOUSE, "marion")}
    assert told(f"{text}The siblings George and Marion Kirby are rich.{end}") == {
        ("george", Kind.SIBLING, "marion")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Tom's men kill Mara.", id="his-men"),
        pytest.param("Tom sends gunmen to kill Mara.", id="sends-gunmen"),
        pytest.param("Tom has Mara killed.", id="has-her-killed"),
        pytest.param("Tom gets Mara arrested.", id="gets-her-arrested"),
        pytest.param("Tom kills Mara's father.", id="her-father"),
        pytest.param("Tom is responsible for Mara's death.", id="responsible"),
        pytest.param("Mara rescues Al from Tom. Mara hates Tom.", id="hates"),
        pytest.param("Mara foils Tom's plan.", id="foils-plan"),
        pytest.param("Tom's plans are stopped by Mara.", id="plans-stopped"),
        pytest.param("Tom steals Mara's money.", id="steals-from-her"),
        pytest.param("Tom slits Mara's throat.", id="throat"),
        pytest.param("Tom holds Mara captive.", id="captive"),
        pytest.param("Tom knocks Mara unconscious.", id="unconscious"),
        pytest.param("Tom pulls a gun on Mara.", id="gun"),
        pytest.param("Tom and Mara are engaged. Tom strangles Mara.", id="kills-a-lover"),
    ],
)
def test_harm_makes_enemies(sentence: str) -> None:
    assert ("mara", Kind.ENEMY, "tom") in told(sentence)


def test_who_is_rescued_from_somebody_is_his_enemy() -> None:
    assert told("Tom rescues Mara from Al.") == {("al", Kind.ENEMY, "mara")}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Tom accidentally destroys Mara's house.", id="accident"),
        pytest.param("Tom steals Mara's heart.", id="heart"),
        pytest.param("Tom has seen Mara.", id="perfect-tense"),
        pytest.param("Tom stops Mara's car.", id="no-plan"),
        pytest.param("Tom sends Mara a letter.", id="letter"),
    ],
)
def test_what_is_no_harm_says_nothing(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Tom offers Mara a job.", id="offers-job"),
        pytest.param("Tom fires Mara.", id="fires"),
        pytest.param("Mara is revealed to be working for Tom.", id="revealed-to-work"),
        pytest.param("Tom's orderly Mara leaves.", id="orderly"),
        pytest.param("Tom promotes Mara.", id="promotes"),
    ],
)
def test_work_makes_employers(sentence: str) -> None:
    assert told(sentence) == {("tom", Kind.EMPLOYER, "mara")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Tom has to support a daughter, Ana.", ("tom", Kind.PARENT, "ana"), id="supports"),
        pytest.param("Mara gives birth to a son, Al.", ("mara", Kind.PARENT, "al"), id="gives-birth"),
        pytest.param(
            "Ana meets her friend Tom and handsome son Al.",
            ("tom", Kind.PARENT, "al"),
            id="son-of-the-friend",
        ),
    ],
)
def test_parents_are_read(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence)


def test_who_is_reconciled_with_somebody_is_a_friend_but_kin_are_told_once() -> None:
    assert told("Tom reconciles with Al.") == {("al", Kind.FRIEND, "tom")}
    assert told("Tom reconciles with his brother Al.") == {("al", Kind.SIBLING, "tom")}
