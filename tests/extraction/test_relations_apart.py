"""Several people in one sentence, each with a tie of his own: who is whose, and what is not told of all."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import GENDERS, told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Mara meets Tom, son of the wealthy blacksmith Al.",
            {("al", Kind.PARENT, "tom")},
            id="of-the-wealthy-blacksmith",
        ),
        pytest.param(
            "Tom has married Mara and Ana has married Al.",
            {("mara", Kind.SPOUSE, "tom"), ("al", Kind.SPOUSE, "ana")},
            id="two-weddings",
        ),
        pytest.param(
            "Tom and Al and their respective sons Bo and Ed leave.",
            {("tom", Kind.PARENT, "bo"), ("al", Kind.PARENT, "ed")},
            id="respective-sons",
        ),
        pytest.param(
            "Tom meets Mara. Their mothers, Ana and Kim, argue.",
            {("ana", Kind.PARENT, "tom"), ("kim", Kind.PARENT, "mara")},
            id="their-mothers",
        ),
        pytest.param(
            "Tom befriends fellow clerk Mara.",
            {("mara", Kind.COLLEAGUE, "tom"), ("mara", Kind.FRIEND, "tom")},
            id="befriends-a-fellow",
        ),
        pytest.param(
            "Tom sends fellow marshal Al to arrest her.", {("al", Kind.COLLEAGUE, "tom")}, id="sends-a-fellow"
        ),
        pytest.param(
            "Tom is robbed by his friend and fellow clerk Al.",
            {("al", Kind.COLLEAGUE, "tom"), ("al", Kind.FRIEND, "tom")},
            id="friend-and-fellow",
        ),
    ],
)
def test_each_has_a_tie_of_his_own(sentence: str, expected: set[Triple]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param("Tom and his wife Mara are prisoners.", ("mara", Kind.COLLEAGUE, "tom"), id="prisoners"),
        pytest.param("Mara dreams that Ana is her mother.", ("ana", Kind.PARENT, "mara"), id="dreams"),
        pytest.param(
            "Tom loves Mara. He waits until they are married.",
            ("mara", Kind.SPOUSE, "tom"),
            id="until-married",
        ),
        pytest.param(
            "Tom reveals his decision about the engagement to Mara, Al and Ana.",
            ("al", Kind.PARTNER, "tom"),
            id="engaged-to-nobody",
        ),
        pytest.param(
            "Mara's mother and her friend, Ana, leave.", ("ana", Kind.PARENT, "mara"), id="name-of-the-friend"
        ),
        pytest.param("Tom meets fellow traveler Mara.", ("mara", Kind.COLLEAGUE, "tom"), id="traveler"),
    ],
)
def test_what_is_not_told_of_them_is_not_read(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Tom and Al fight for control of the gun.", ("al", Kind.ENEMY, "tom"), id="for-control"),
        pytest.param("Tom is mortally wounded by Al's bullet.", ("al", Kind.ENEMY, "tom"), id="by-a-bullet"),
        pytest.param(
            "A happily married Tom and Mara give a party.", ("mara", Kind.SPOUSE, "tom"), id="happily-married"
        ),
        pytest.param(
            "Tom and Mara, a young couple, move to a farm.", ("mara", Kind.PARTNER, "tom"), id="young-couple"
        ),
        pytest.param("Mara loves Tom, and he loves her.", ("mara", Kind.PARTNER, "tom"), id="mutual"),
        pytest.param(
            "Tom gives up a casual relationship with Mara.", ("mara", Kind.PARTNER, "tom"), id="casual"
        ),
        pytest.param("Tom's mentor, Al, dies.", ("al", Kind.COLLEAGUE, "tom"), id="mentor"),
        pytest.param(
            "Tom, a soldier under Captain Al, leaves.", ("captain", Kind.EMPLOYER, "tom"), id="under"
        ),
        pytest.param(
            "Mara, her assistant Ana, and friend Al find him.", ("al", Kind.FRIEND, "mara"), id="carried-on"
        ),
        pytest.param("Al, blinded, ties Tom to a chair.", ("al", Kind.ENEMY, "tom"), id="ties-to"),
    ],
)
def test_two_are_told_to_be_something_to_each_other(sentence: str, expected: Triple) -> None:
    assert expected in told(GENDERS + sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param("Tom fights for Al's life.", ("al", Kind.ENEMY, "tom"), id="for-his-life"),
        pytest.param("Tom is killed by Al's wife.", ("al", Kind.ENEMY, "tom"), id="by-a-wife"),
        pytest.param("Mara loves Tom, and she loves him.", ("mara", Kind.PARTNER, "tom"), id="one-sided"),
        pytest.param("Tom and Mara, a nurse, leave.", ("mara", Kind.PARTNER, "tom"), id="no-couple"),
    ],
)
def test_near_misses_tell_nothing(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(GENDERS + sentence)
