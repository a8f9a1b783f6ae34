"""Ties whose owner, doer or holder the clause hides: who "his" is, who is driven to it, whose rank it is."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Tom and his friends, Al, Laura and Bo, rescue his wife, Zyrla, and their daughter, Anna.",
            ("tom", Kind.PARENT, "anna"),
            id="their-of-the-couple",
        ),
        pytest.param(
            "Al's father Tom shows up and demands he leave Laura and marry his fiancée Anna Hill.",
            ("al", Kind.PARTNER, "anna"),
            id="who-is-asked-to-marry",
        ),
        pytest.param(
            "When Al returns, Tom gives his blessing for his marriage to Anna.",
            ("al", Kind.PARTNER, "anna"),
            id="blessing-for-another",
        ),
        pytest.param(
            "Tom marries Anna, a cold beauty whom he met through her friend Laura.",
            ("anna", Kind.FRIEND, "laura"),
            id="whom-through-her-friend",
        ),
        pytest.param(
            "Laura knows Al's brother Tom; his wife Anna hates her.",
            ("anna", Kind.SPOUSE, "tom"),
            id="wife-of-the-last-subject",
        ),
        pytest.param(
            "Anna lives with her widowed mother, Rosa, and her two brothers, Tom and Al.",
            ("anna", Kind.SIBLING, "tom"),
            id="family-listed-as-ones-own",
        ),
        pytest.param(
            "Tom and Anna adopt a boy named Al.", ("anna", Kind.PARENT, "al"), id="adopts-a-boy-named"
        ),
        pytest.param("On that day Tom fires Al.", ("tom", Kind.EMPLOYER, "al"), id="fires-on-that-day"),
        pytest.param("Tom begins seeing Anna.", ("anna", Kind.PARTNER, "tom"), id="begins-seeing"),
        pytest.param(
            "Tom and his partner Al, both detectives, investigate.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="partners-both-detectives",
        ),
        pytest.param(
            "Tom is married to Anna, they've got two girls, Laura and Rosa.",
            ("anna", Kind.PARENT, "rosa"),
            id="have-got-girls",
        ),
        pytest.param(
            "Tom marries Anna and they adopt Laura.", ("anna", Kind.PARENT, "laura"), id="couple-adopts"
        ),
        pytest.param(
            "Tom Hill is sad. Tom's mother calls. Anna visits Mrs. Hill.",
            ("mrs", Kind.PARENT, "tom"),
            id="mother-of-that-surname",
        ),
        pytest.param(
            "Anna's mother Laura visits her mother Rosa.",
            ("anna", Kind.RELATIVE, "rosa"),
            id="mother-of-a-mother",
        ),
        pytest.param(
            "Tom and Anna become attracted to each other.",
            ("anna", Kind.PARTNER, "tom"),
            id="become-attracted",
        ),
        pytest.param(
            "There is a love triangle involving Tom, Al, and Anna.",
            ("anna", Kind.PARTNER, "tom"),
            id="love-triangle",
        ),
        pytest.param(
            "Anna and Tom hardly speak until the director Al teases them into kissing each other.",
            ("anna", Kind.PARTNER, "tom"),
            id="teased-into-kissing",
        ),
        pytest.param(
            "Al's underlings, the brothers Tom and Bo, hear of it.",
            ("al", Kind.EMPLOYER, "tom"),
            id="underlings-the-brothers",
        ),
        pytest.param(
            "Tom pays a singer called Anna to pose as his wife.",
            ("tom", Kind.EMPLOYER, "anna"),
            id="pays-her-to-pose",
        ),
        pytest.param("Tom and his sergeant Al leave.", ("tom", Kind.EMPLOYER, "al"), id="his-sergeant"),
        pytest.param(
            "Al, Tom's British chief, asks him to keep quiet.", ("al", Kind.EMPLOYER, "tom"), id="his-chief"
        ),
        pytest.param(
            "Tom's sailing master, Al, prepares to leave.",
            ("tom", Kind.EMPLOYER, "al"),
            id="sailing-master-serves",
        ),
        pytest.param(
            "Tom and Al serve in the same regiment.", ("al", Kind.COLLEAGUE, "tom"), id="same-regiment"
        ),
        pytest.param("Tom and Al swindle rich men.", ("al", Kind.COLLEAGUE, "tom"), id="swindle-together"),
        pytest.param("Tom, Al and Anna plan a heist.", ("al", Kind.COLLEAGUE, "tom"), id="plan-a-heist"),
        pytest.param(
            "Tom Hill and Al Lane are a pair of confidence men in town.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="confidence-men",
        ),
        pytest.param("However, Joe double crosses Tom.", ("joe", Kind.ENEMY, "tom"), id="double-crosses"),
        pytest.param(
            "Al Norton is a gangster. Norton's gang is about to kill Tom.",
            ("al", Kind.ENEMY, "tom"),
            id="gang-about-to-kill",
        ),
    ],
)
def test_hidden_holders_of_a_tie_are_found(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence) or (expected[2], expected[1], expected[0]) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param(
            "Tom visits his friends Al and Bo.",
            ("al", Kind.FRIEND, "bo"),
            id="friends-of-one-may-be-strangers",
        ),
        pytest.param(
            "Tom proposes that Anna become his mistress.",
            ("anna", Kind.PARTNER, "tom"),
            id="only-proposed",
        ),
        pytest.param(
            "Tom spends the night with his uncle Al.", ("al", Kind.PARTNER, "tom"), id="night-at-an-uncles"
        ),
        pytest.param(
            "Tom and Anna begin seeing visions.", ("anna", Kind.PARTNER, "tom"), id="seeing-visions"
        ),
        pytest.param(
            "They meet Anna's boyfriend and Al Lane, a star.",
            ("al", Kind.PARTNER, "anna"),
            id="boyfriend-and-al",
        ),
        pytest.param(
            "Tom and Anna have mixed feelings about it.", ("anna", Kind.PARTNER, "tom"), id="mixed-feelings"
        ),
        pytest.param("Tom pays Al to leave town.", ("tom", Kind.EMPLOYER, "al"), id="paid-to-leave"),
        pytest.param(
            "Anna sees Tom and his partner, Sergeant Al Hill.",
            ("tom", Kind.EMPLOYER, "al"),
            id="sergeant-as-a-title",
        ),
        pytest.param("Tom takes a gun and fires at Al.", ("tom", Kind.EMPLOYER, "al"), id="fires-a-gun"),
        pytest.param(
            "Tom is Anna's father. Al expects Tom to follow his wife and daughter.",
            ("al", Kind.PARENT, "anna"),
            id="daughter-not-named",
        ),
        pytest.param(
            "Al meets June, the young daughter of Anna and Tom.",
            ("anna", Kind.PARENT, "al"),
            id="daughter-is-who-stands-before",
        ),
    ],
)
def test_what_only_looks_like_a_tie_tells_nothing(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(sentence)
