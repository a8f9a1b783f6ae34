"""Whom a noun in the plural means: a list beside it, behind a colon, or at the end of the sentence."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Three friends are driving cattle: the restless Tom, easy-going Al and shy Hugo.",
            ("al", Kind.FRIEND, "hugo"),
            id="friends-behind-a-colon",
        ),
        pytest.param(
            "Tom, Al and Bo, who are three close friends, join the army.",
            ("al", Kind.FRIEND, "tom"),
            id="list-who-are-friends",
        ),
        pytest.param(
            "Three bumbling operatives, Tom, Al and Bo, are sent from Moscow.",
            ("al", Kind.COLLEAGUE, "bo"),
            id="three-operatives",
        ),
        pytest.param(
            "Mara is seen by two sailors who are visiting the port, Tom and Al.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="two-sailors-named-at-the-end",
        ),
        pytest.param(
            "The two aces of the squadron, Tom and Al, hate flying.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="two-aces-of-a-squadron",
        ),
        pytest.param(
            "Tom cares for his orphaned siblings; Al, Anna, and Bo.",
            ("anna", Kind.SIBLING, "bo"),
            id="siblings-behind-a-semicolon",
        ),
        pytest.param(
            "Tom dances. When his wife and grown children, Ruth and Billy, see him, he leaves.",
            ("tom", Kind.PARENT, "ruth"),
            id="children-beside-a-wife",
        ),
        pytest.param(
            "Mara, Ana and Tom have been friends since childhood.",
            ("ana", Kind.FRIEND, "tom"),
            id="three-have-been-friends",
        ),
        pytest.param(
            "Tom, the leader of a gang that includes Al and Ana, plans a trip.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="leader-of-a-gang",
        ),
        pytest.param(
            "Tom and his crew — Al, Ana and Mara — rob a bank.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="crew-between-dashes",
        ),
        pytest.param(
            "Tom leads a gang of thieves: Al, Ana and Mara.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="gang-behind-a-colon",
        ),
        pytest.param(
            "Tom, with Al and Ana, robs a bank.", ("al", Kind.COLLEAGUE, "tom"), id="robs-with-others"
        ),
    ],
)
def test_a_noun_in_the_plural_means_those_listed(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param(
            "Two sailors see two girls, Anna and Laura.",
            ("anna", Kind.COLLEAGUE, "laura"),
            id="of-the-girls",
        ),
        pytest.param(
            "Two robbers kidnap Mara, Tom and Al.", ("al", Kind.COLLEAGUE, "tom"), id="list-of-the-victims"
        ),
        pytest.param(
            "Tom dances. When his wife and grown children, Ruth and Billy, see him, he leaves.",
            ("ruth", Kind.PARENT, "billy"),
            id="wife-not-named",
        ),
        pytest.param("Tom, with Al and Ana, robs a bank.", ("al", Kind.ENEMY, "tom"), id="robs-with-others"),
        pytest.param("Mara likes Al, a fellow gambler.", ("al", Kind.COLLEAGUE, "mara"), id="fellow-gambler"),
        pytest.param(
            "Tom shoots his parents, Anna, Al, and finally Laura.",
            ("laura", Kind.PARENT, "tom"),
            id="killed-in-turn",
        ),
    ],
)
def test_a_list_of_others_is_left_alone(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(sentence)
