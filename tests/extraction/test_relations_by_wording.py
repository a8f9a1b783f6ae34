"""Ties that their wording tells: love that grows, places where people work, who is put in charge."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Love blossoms between Tom and Mara.", ("mara", Kind.PARTNER, "tom"), id="love-blossoms"
        ),
        pytest.param(
            "Tom meets Mara. Romance blossoms between them.",
            ("mara", Kind.PARTNER, "tom"),
            id="romance-between-them",
        ),
        pytest.param(
            "Tom defeats Al and ends up with Mara.", ("mara", Kind.PARTNER, "tom"), id="ends-up-with"
        ),
        pytest.param("Tom wins Mara's heart.", ("mara", Kind.PARTNER, "tom"), id="wins-a-heart"),
        pytest.param(
            "Tom and Mara meet, and the two develop a liking for one another.",
            ("mara", Kind.PARTNER, "tom"),
            id="develop-a-liking",
        ),
        pytest.param(
            "Tom rescues Mara. As his wife she learns to love him.",
            ("mara", Kind.SPOUSE, "tom"),
            id="as-his-wife",
        ),
        pytest.param(
            "Tom is hired as a chauffeur by Mara.", ("mara", Kind.EMPLOYER, "tom"), id="hired-as-by"
        ),
        pytest.param("Tom puts Al in charge of the ranch.", ("tom", Kind.EMPLOYER, "al"), id="put-in-charge"),
        pytest.param(
            "Al is the foreman of Tom's ranch.", ("tom", Kind.EMPLOYER, "al"), id="foreman-of-ranch"
        ),
        pytest.param(
            "Tom meets Mara, a singer in Al's nightclub.", ("al", Kind.EMPLOYER, "mara"), id="singer-in-club"
        ),
        pytest.param("Tom wages war on Al.", ("al", Kind.ENEMY, "tom"), id="wages-war"),
        pytest.param("Tom conspires against Al.", ("al", Kind.ENEMY, "tom"), id="conspires-against"),
        pytest.param(
            "Mara leaves with her brother's wife Ana.", ("ana", Kind.RELATIVE, "mara"), id="brothers-wife"
        ),
        pytest.param("Tom lives with his wife's uncle, Al.", ("al", Kind.RELATIVE, "tom"), id="wifes-uncle"),
        pytest.param(
            "Ana meets Mara, her brother Al and Tom's sister, Laura.",
            ("al", Kind.SIBLING, "mara"),
            id="no-description-of-a-woman",
        ),
        pytest.param(
            "Mara, mortified, married dull Tom Vell instead.",
            ("mara", Kind.SPOUSE, "tom"),
            id="married-taken-for-an-adjective",
        ),
        pytest.param(
            "Tom meets Al. Al fires him on the spot.", ("al", Kind.EMPLOYER, "tom"), id="on-the-spot"
        ),
        pytest.param(
            "They turn out to be Al Hill and Tom Vell, the other members of the gang.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="other-members",
        ),
        pytest.param(
            "Tom quarrels with his father Al, an old anarchist, and his brother Bo calls him a thief.",
            ("bo", Kind.SIBLING, "tom"),
            id="his-brother-behind-an-apposition",
        ),
        pytest.param(
            "The group borrow equipment from nearby storage and Tom and Mara become attracted to each other.",
            ("mara", Kind.PARTNER, "tom"),
            id="subject-hung-elsewhere",
        ),
        pytest.param(
            "Tom raises his sword to kill the unconscious Al.", ("al", Kind.ENEMY, "tom"), id="raises-a-sword"
        ),
        pytest.param("Tom tries to seize Al's land.", ("al", Kind.ENEMY, "tom"), id="tries-to-seize"),
        pytest.param("Tom and his crew, Al and Bo, leave.", ("al", Kind.COLLEAGUE, "tom"), id="his-crew"),
    ],
)
def test_wordings_tell_a_tie(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param(
            "Put in charge of his young son Al, Tom leaves town.",
            ("tom", Kind.EMPLOYER, "al"),
            id="in-charge-of-a-child",
        ),
        pytest.param(
            "Mara, a customer at Tom's bar, leaves.", ("tom", Kind.EMPLOYER, "mara"), id="customer-at-a-bar"
        ),
        pytest.param(
            "A brotherly love exists. Trouble grows between Tom and Mara.",
            ("mara", Kind.PARTNER, "tom"),
            id="trouble-grows",
        ),
        pytest.param(
            "Tom meets Al. They turn out to be a couple of workers.",
            ("al", Kind.PARTNER, "tom"),
            id="a-couple-of-workers",
        ),
        pytest.param(
            "Mara and Tom sing, ending with the latter being cheered.",
            ("mara", Kind.PARTNER, "tom"),
            id="ending-with",
        ),
        pytest.param(
            "Mara leaves with her brother's wife Ana.", ("ana", Kind.PARTNER, "mara"), id="leaves-with-a-wife"
        ),
        pytest.param(
            "Ana meets Mara, her brother Al and Tom's sister, Laura.",
            ("al", Kind.SIBLING, "laura"),
            id="sister-of-the-last-owner",
        ),
    ],
)
def test_other_wordings_tell_none(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(sentence)
