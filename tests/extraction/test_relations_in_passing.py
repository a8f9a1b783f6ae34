"""Ties that a text tells in passing: in an apposition, in what ends them, in what somebody is made to be."""

import pytest

from films.vocabulary import RelationshipKind as Kind
from tests.extraction.test_relationships import told

Triple = tuple[str, Kind, str]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Tom grieves when his wife of 22 years, Anna, dies.",
            ("anna", Kind.SPOUSE, "tom"),
            id="wife-of-years",
        ),
        pytest.param(
            "Al meets an old girlfriend of Tom's, Anna Hill.",
            ("anna", Kind.PARTNER, "tom"),
            id="of-toms",
        ),
        pytest.param(
            "The cops see one of Tom's cousins, Al, shoot Ivo.", ("al", Kind.RELATIVE, "tom"), id="one-of-his"
        ),
        pytest.param(
            "Tom takes his bride-to-be Anna to a fort.", ("anna", Kind.PARTNER, "tom"), id="bride-to-be"
        ),
        pytest.param("Anna meets her first love, Tom.", ("anna", Kind.PARTNER, "tom"), id="first-love"),
        pytest.param(
            "Laura visits Anna (now married to Tom).", ("anna", Kind.SPOUSE, "tom"), id="now-married"
        ),
        pytest.param(
            "Later Tom and Anna get married and they move to a farm.",
            ("anna", Kind.SPOUSE, "tom"),
            id="get-married-and",
        ),
        pytest.param("Anna procures a divorce from Tom.", ("anna", Kind.SPOUSE, "tom"), id="divorce-from"),
        pytest.param("Anna asks Tom for a divorce.", ("anna", Kind.SPOUSE, "tom"), id="asks-for-a-divorce"),
        pytest.param(
            "Tom decides to break off his affair with Anna.",
            ("anna", Kind.PARTNER, "tom"),
            id="ends-what-was",
        ),
        pytest.param("Anna calls off the wedding to Tom.", ("anna", Kind.PARTNER, "tom"), id="calls-off"),
        pytest.param(
            "Anna knows Tom; the two had a one-night stand.",
            ("anna", Kind.PARTNER, "tom"),
            id="one-night-stand",
        ),
        pytest.param("Tom wins Anna's hand in marriage.", ("anna", Kind.SPOUSE, "tom"), id="wins-her-hand"),
        pytest.param(
            "Tom asks Al for Anna's hand in marriage.", ("anna", Kind.PARTNER, "tom"), id="asks-for-her-hand"
        ),
        pytest.param("Mr. Hill argues with Mrs. Hill.", ("mr", Kind.SPOUSE, "mrs"), id="mister-and-missis"),
        pytest.param(
            "Tom and Anna, a pair of young lovers, are planning to leave.",
            ("anna", Kind.PARTNER, "tom"),
            id="pair-of-lovers",
        ),
        pytest.param(
            "The captain meets the young couple, Tom and Anna, who hide.",
            ("anna", Kind.PARTNER, "tom"),
            id="the-couple-apposed",
        ),
        pytest.param(
            "Anna and Tom introduce Al to their mother.", ("anna", Kind.SIBLING, "tom"), id="their-mother"
        ),
        pytest.param("Anna's manager Tom lies.", ("anna", Kind.COLLEAGUE, "tom"), id="her-manager"),
        pytest.param(
            "Tom dances for a company in Rome owned by Al.", ("al", Kind.EMPLOYER, "tom"), id="owned-by"
        ),
        pytest.param("Al works in a nightclub run by Tom.", ("tom", Kind.EMPLOYER, "al"), id="run-by"),
        pytest.param(
            "The robbers turn out to be none other than Al and Carl.",
            ("al", Kind.COLLEAGUE, "carl"),
            id="turn-out-to-be",
        ),
        pytest.param(
            "Then Tom shows up, jealous and determined to kill Al.",
            ("al", Kind.ENEMY, "tom"),
            id="determined",
        ),
        pytest.param(
            "Tom pushes Al out of a window to his death.", ("al", Kind.ENEMY, "tom"), id="to-his-death"
        ),
        pytest.param("Tom and Al often trade insults.", ("al", Kind.ENEMY, "tom"), id="trade-insults"),
        pytest.param("Tom frequently beats Al.", ("al", Kind.ENEMY, "tom"), id="habit"),
        pytest.param("Al falls foul of Tom.", ("al", Kind.ENEMY, "tom"), id="falls-foul"),
        pytest.param("Tom dies at the hands of Al.", ("al", Kind.ENEMY, "tom"), id="at-the-hands-of"),
        pytest.param("Al causes Tom's death by poison.", ("al", Kind.ENEMY, "tom"), id="causes-death"),
        pytest.param(
            "The killer is revealed to be Anna's mother Susan.",
            ("susan", Kind.PARENT, "anna"),
            id="is-revealed",
        ),
        pytest.param(
            "Susan is revealed to be Anna's mother.",
            ("susan", Kind.PARENT, "anna"),
            id="revealed-tie",
        ),
        pytest.param(
            "Tom and Anna have entered into a secret romantic relationship.",
            ("anna", Kind.PARTNER, "tom"),
            id="entered-into",
        ),
        pytest.param("Tom is separated from wife Anna.", ("anna", Kind.SPOUSE, "tom"), id="from-wife"),
        pytest.param(
            "Tom mourns the end of his marriage to Anna.",
            ("anna", Kind.SPOUSE, "tom"),
            id="end-of",
        ),
        pytest.param(
            "Michael plans his planned wedding to Anna.",
            ("anna", Kind.PARTNER, "michael"),
            id="planned",
        ),
        pytest.param(
            "Eventually a young couple of newly-weds, Tom and Anna Flour, move in. Tom smiles.",
            ("anna", Kind.SPOUSE, "tom"),
            id="newly-weds",
        ),
        pytest.param(
            "Tom and a female friend, Susan, talk.",
            ("susan", Kind.FRIEND, "tom"),
            id="and-a-friend",
        ),
        pytest.param(
            "Later, college friends Carl (Bo Orr), Tom (Jo Hill), and Al (Ed Lee) go out.",
            ("carl", Kind.FRIEND, "tom"),
            id="actors-in-brackets",
        ),
        pytest.param(
            "Tom learns that Carl's wife is named Agnes.", ("agnes", Kind.SPOUSE, "carl"), id="is-named"
        ),
        pytest.param("Tom makes Anna his wife.", ("anna", Kind.SPOUSE, "tom"), id="makes-her-his-wife"),
        pytest.param("Tom takes Anna as his wife.", ("anna", Kind.SPOUSE, "tom"), id="takes-her-as"),
        pytest.param("Tom appoints Al his assistant.", ("tom", Kind.EMPLOYER, "al"), id="appoints-him"),
        pytest.param("Anna leaves her husband for Tom.", ("anna", Kind.PARTNER, "tom"), id="leaves-him-for"),
        pytest.param("Tom cheats on his wife with Anna.", ("anna", Kind.PARTNER, "tom"), id="cheats-with"),
        pytest.param("Tom falls into Anna's arms.", ("anna", Kind.PARTNER, "tom"), id="into-her-arms"),
        pytest.param("Tom has a son with Anna.", ("anna", Kind.PARTNER, "tom"), id="a-son-with"),
        pytest.param(
            "Anna is romantically involved with Tom.",
            ("anna", Kind.PARTNER, "tom"),
            id="romantically-involved",
        ),
        pytest.param(
            "Tom has an affair with one of his tenants, Anna.",
            ("anna", Kind.PARTNER, "tom"),
            id="one-of-them",
        ),
        pytest.param(
            "Arrangements are made for Tom to marry Anna.",
            ("anna", Kind.PARTNER, "tom"),
            id="for-him-to-marry",
        ),
        pytest.param(
            "Tom becomes the manager of a singer, Anna.",
            ("anna", Kind.COLLEAGUE, "tom"),
            id="manager-of",
        ),
        pytest.param("Tom and Al form a team.", ("al", Kind.COLLEAGUE, "tom"), id="form-a-team"),
        pytest.param(
            "Tom and Al go into business together.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="into-business",
        ),
        pytest.param(
            "Tom and Al are members of a gang led by Carl.", ("al", Kind.COLLEAGUE, "carl"), id="gang-led-by"
        ),
        pytest.param("Al, one of Tom's men, leaves.", ("tom", Kind.EMPLOYER, "al"), id="one-of-his-men"),
        pytest.param("Al is one of Tom's men.", ("tom", Kind.EMPLOYER, "al"), id="is-one-of-his-men"),
        pytest.param("Tom's sidekick Al leaves.", ("al", Kind.COLLEAGUE, "tom"), id="sidekick"),
        pytest.param(
            "Tom Hill and Al Orr, singers at a club, rehearse an act.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="singers-apposed",
        ),
        pytest.param("Tom shares a flat with Al.", ("al", Kind.FRIEND, "tom"), id="shares-a-flat"),
        pytest.param(
            "Tom's uncle, Al Hill is trying to leave.", ("al", Kind.RELATIVE, "tom"), id="one-comma"
        ),
        pytest.param(
            "Susan and her co-worker Anna visit an old Helen.",
            ("anna", Kind.COLLEAGUE, "susan"),
            id="co-worker",
        ),
        pytest.param(
            "Singer Tom and easy-going pal Al meet Joy.", ("al", Kind.FRIEND, "tom"), id="easy-going-pal"
        ),
    ],
)
def test_forms_that_say_it_in_passing(sentence: str, expected: Triple) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Burke is sure Tom kidnapped and possibly murdered Anna.", id="is-sure-that"),
        pytest.param("Tom is a widower with a boy, Paco.", id="widower-with"),
        pytest.param("Tom asks a secret agent, Anna, for help.", id="secret-agent"),
        pytest.param("Tom is free to pursue Anna.", id="free-to"),
        pytest.param("The Prince and Anna's wedding with Tom in attendance is held.", id="half-a-wedding"),
        pytest.param("After meeting his uncle, Tom leaves for Rome.", id="no-uncle"),
        pytest.param("Tom is introduced to rich widow Anna.", id="widow-of-somebody"),
    ],
)
def test_forms_that_only_look_like_a_tie(sentence: str) -> None:
    assert not {kind for _, kind, _ in told(sentence)} - {Kind.PARENT}


def test_a_girlfriends_child_is_hers_alone() -> None:
    text = "Tom lives with his girlfriend Anna and her shy daughter Susan."
    assert told(text) == {("anna", Kind.PARTNER, "tom"), ("anna", Kind.PARENT, "susan")}
