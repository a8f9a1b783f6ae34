"""Several people in one sentence, each with a tie of his own: who is whose, and what is not told of all."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

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
