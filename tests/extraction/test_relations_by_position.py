"""Ties of nouns that stand apart: "lives as the mistress of", ", his co-star and ex-wife,", "would-be"."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Mara resurfaces in Paris as the wife of Tom, an ambassador.",
            ("mara", Kind.SPOUSE, "tom"),
            id="resurfaces-as-the-wife-of",
        ),
        pytest.param(
            "Mara is living as the mistress of Tom.",
            ("mara", Kind.PARTNER, "tom"),
            id="lives-as-the-mistress",
        ),
        pytest.param(
            "Mara is helped by Al, her nerdy but caring best male friend.",
            ("al", Kind.FRIEND, "mara"),
            id="nerdy-but-caring-friend",
        ),
        pytest.param(
            "In a letter Tom wrote that Mara, his co-star and ex-wife, would not sign.",
            ("mara", Kind.SPOUSE, "tom"),
            id="co-star-and-ex-wife",
        ),
        pytest.param(
            "Mara marries a wealthy man from New York, Tom.",
            ("mara", Kind.SPOUSE, "tom"),
            id="named-behind-where-he-is-from",
        ),
        pytest.param(
            "Mara fears the anger of her children, particularly eldest son Al.",
            ("mara", Kind.PARENT, "al"),
            id="particularly-eldest-son",
        ),
        pytest.param(
            "Tom is alerted by two accomplices, Al and Mara.",
            ("mara", Kind.COLLEAGUE, "tom"),
            id="by-two-accomplices",
        ),
        pytest.param("Mara and Tom are a dance team.", ("mara", Kind.COLLEAGUE, "tom"), id="dance-team"),
        pytest.param(
            "Mara and Tom are a husband and wife dance team.",
            ("mara", Kind.SPOUSE, "tom"),
            id="husband-and-wife-team",
        ),
        pytest.param(
            "Tom's brother and partner Al leaves.", ("al", Kind.COLLEAGUE, "tom"), id="brother-and-partner"
        ),
        pytest.param(
            "Tom is there with his rich boss Al, his dimwitted fiancée Mara and his dog.",
            ("mara", Kind.PARTNER, "tom"),
            id="list-of-what-is-his",
        ),
        pytest.param(
            "Mara works for Ana. Mara learns that he is her boss's boyfriend Tom.",
            ("ana", Kind.PARTNER, "tom"),
            id="boyfriend-of-her-boss",
        ),
        pytest.param(
            "Lord Hill is an old man who hates Tom. Lord and Lady Hill call on Al.",
            ("lady", Kind.SPOUSE, "lord"),
            id="lord-and-lady",
        ),
        pytest.param(
            "King Tom and Queen Mara rule the land.", ("king", Kind.SPOUSE, "queen"), id="king-and-queen"
        ),
        pytest.param(
            "Tom weeps when his best friend and fellow computer programmer, Al, is killed.",
            ("al", Kind.FRIEND, "tom"),
            id="friend-and-fellow-programmer",
        ),
        pytest.param(
            "Mara drives with her father Tom, and their employer, Ana.",
            ("ana", Kind.EMPLOYER, "tom"),
            id="employer-of-both",
        ),
        pytest.param(
            "A love affair takes place between a pilot named Tom and a spy named Mara.",
            ("mara", Kind.PARTNER, "tom"),
            id="affair-between-two-so-named",
        ),
        pytest.param(
            "Al demands that Mara and Tom's marriage be annulled.",
            ("mara", Kind.SPOUSE, "tom"),
            id="marriage-of-both-annulled",
        ),
        pytest.param(
            "Tom runs a shop. Terry and Anna Hill call on him. She laughs.",
            ("anna", Kind.SPOUSE, "terry"),
            id="couple-with-a-name-of-either-gender",
        ),
        pytest.param("Tom is on the run with his moll, Mara.", ("mara", Kind.PARTNER, "tom"), id="his-moll"),
        pytest.param(
            "Tom asks his leading lady, Mara, to help.", ("mara", Kind.COLLEAGUE, "tom"), id="leading-lady"
        ),
    ],
)
def test_a_noun_that_stands_apart_tells_a_tie(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "unexpected"),
    [
        pytest.param(
            "Mara's would-be suitor Tom leaves.", ("mara", Kind.PARTNER, "tom"), id="would-be-suitor"
        ),
        pytest.param(
            "Gossips become convinced that Tom and Mara are having an affair.",
            ("mara", Kind.PARTNER, "tom"),
            id="affair-that-gossips-believe-in",
        ),
        pytest.param("Mara lied about Al being her son.", ("mara", Kind.PARENT, "al"), id="lied-about-a-son"),
        pytest.param(
            "Tom's brother and partner Al leaves.", ("al", Kind.PARTNER, "tom"), id="partner-who-is-a-brother"
        ),
        pytest.param(
            "Ana sets fire to the house in which Tom and Mrs Hill are trapped.",
            ("mrs", Kind.SPOUSE, "tom"),
            id="mrs-without-a-stop",
        ),
        pytest.param("Mara poses as the wife of Tom.", ("mara", Kind.SPOUSE, "tom"), id="poses-as-a-wife"),
        pytest.param(
            "Mara and Ana are in relationships with bandmates Tom and Al.",
            ("mara", Kind.COLLEAGUE, "tom"),
            id="bandmates-of-each-other",
        ),
    ],
)
def test_what_is_doubted_or_of_others_tells_nothing(sentence: str, unexpected: Triple) -> None:
    assert unexpected not in told(sentence)
