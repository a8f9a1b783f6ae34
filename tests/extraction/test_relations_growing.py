"""Ties that grow, are promised or meant: friendship that turns to love, wives to be, killers with intent."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import GENDERS, told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Tom meets Mara. Their friendship soon blossoms into love.",
            ("mara", Kind.PARTNER, "tom"),
            id="friendship-into-love",
        ),
        pytest.param(
            "Tom meets Mara. Their friendship turns into a romance.",
            ("mara", Kind.PARTNER, "tom"),
            id="turns-into-a-romance",
        ),
        pytest.param(
            "Mara's relationship with Tom deepens when they travel.",
            ("mara", Kind.PARTNER, "tom"),
            id="relationship-deepens",
        ),
        pytest.param("Romance blossoms between Tom and Mara.", ("mara", Kind.PARTNER, "tom"), id="between"),
        pytest.param(
            "Mara agrees to become Tom's wife.", ("mara", Kind.PARTNER, "tom"), id="agrees-to-become"
        ),
        pytest.param(
            "Al is a cook. He sings. Tom and his partner, Al, argue.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="two-men",
        ),
        pytest.param(
            "Al corners Mara with the intention of killing her.",
            ("al", Kind.ENEMY, "mara"),
            id="intention-of-killing",
        ),
        pytest.param("Tom, Al and Mara grow up as friends.", ("al", Kind.FRIEND, "mara"), id="grow-up-as"),
        pytest.param(
            "Captain Tom Hill and First Officer Ed Lane board the plane.",
            ("captain", Kind.COLLEAGUE, "officer"),
            id="two-ranks",
        ),
    ],
)
def test_what_grows_or_is_promised_tells_a_tie(sentence: str, expected: Triple) -> None:
    assert expected in told(GENDERS + sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param(
            "Tom meets Al. Their relationship deepens.", ("al", Kind.PARTNER, "tom"), id="of-two-men"
        ),
        pytest.param(
            "Tom meets Mara. Their friendship blossoms.",
            ("mara", Kind.PARTNER, "tom"),
            id="stays-a-friendship",
        ),
        pytest.param(
            "Mara refuses to become Tom's wife.", ("mara", Kind.PARTNER, "tom"), id="refuses-to-become"
        ),
        pytest.param("Mara lives with her partner, Tom.", ("mara", Kind.COLLEAGUE, "tom"), id="lives-with"),
        pytest.param(
            "Al corners Mara without the intention of killing her.",
            ("al", Kind.ENEMY, "mara"),
            id="without-intention",
        ),
        pytest.param(
            "Captain Tom Hill and Mara Vell leave.", ("captain", Kind.COLLEAGUE, "mara"), id="one-rank"
        ),
        pytest.param(
            "Tom challenges Mara to hypnotize him.", ("mara", Kind.ENEMY, "tom"), id="asked-to-hypnotize"
        ),
    ],
)
def test_what_does_not_grow_tells_none(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(GENDERS + sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Tom and Al put aside their hatred towards each other.",
            ("al", Kind.ENEMY, "tom"),
            id="their-hatred",
        ),
        pytest.param(
            "Mara tells Ana of her hate towards Tom.", ("mara", Kind.ENEMY, "tom"), id="her-hate-towards"
        ),
        pytest.param(
            "Tom is double-crossed by his partner Al.", ("al", Kind.ENEMY, "tom"), id="double-crossed"
        ),
        pytest.param(
            "Tom rises to become Al's assistant.", ("al", Kind.EMPLOYER, "tom"), id="rises-to-become"
        ),
        pytest.param("Mara is brought up by Tom.", ("tom", Kind.PARENT, "mara"), id="brought-up-by"),
        pytest.param(
            "Tom steals the affections of Mara.", ("mara", Kind.PARTNER, "tom"), id="steals-her-affections"
        ),
        pytest.param("Al has sentenced Tom to death.", ("al", Kind.ENEMY, "tom"), id="sentences-to-death"),
        pytest.param(
            "Al consults his operations officer, Captain Tom.",
            ("al", Kind.EMPLOYER, "captain"),
            id="operations-officer",
        ),
    ],
)
def test_what_is_felt_or_done_at_length_tells_a_tie(sentence: str, expected: Triple) -> None:
    assert expected in told(GENDERS + sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param(
            "Mara is harassed by her superior, Lieutenant Tom.",
            ("mara", Kind.EMPLOYER, "lieutenant"),
            id="rank-of-the-superior",
        ),
        pytest.param("Mara is brought up by her aunt Ana.", ("ana", Kind.PARENT, "mara"), id="by-an-aunt"),
        pytest.param("Mara has Tom bring up a chair.", ("tom", Kind.PARENT, "mara"), id="brings-up-a-chair"),
        pytest.param(
            "Mara's hatred of crime helps Tom.", ("mara", Kind.ENEMY, "tom"), id="hatred-of-a-thing"
        ),
    ],
)
def test_ranks_and_other_feelings_tell_none(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(GENDERS + sentence)
