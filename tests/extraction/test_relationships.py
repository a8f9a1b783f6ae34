"""Who is what to whom, sentence by sentence."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.relations.relationships import find_relationships
from films.extraction.statements import Relationship
from films.vocabulary import SYMMETRIC_RELATIONSHIPS, RelationshipKind
from tests.extraction.reading_aid import parsed_of

Kind = RelationshipKind
# The cast makes the names known as people's, so that each sentence is tested for its relationship alone.
CAST = "Title: Salt\nCast: Kim Lee as Mara, Bo Orr as Tom, Ed Fox as Al, Di Roe as Ana\n\nPlot:\n"
GENDERS = "Mara is a nurse. She smiles. Tom is a baker. He laughs. "


def relationships_of(text: str) -> tuple[Relationship, ...]:
    parsed = parsed_of(text if text.startswith("Title:") else CAST + text)
    entries = find_cast_entries(parsed)
    return find_relationships(parsed, find_cast(parsed, entries), entries)


def told(text: str) -> set[tuple[str, Kind, str]]:
    """Return the relationships as (subject, kind, object), in alphabetical order where both ways hold."""
    found = set()
    for one in relationships_of(text):
        subject, other = one.subject.split("-")[0], one.object.split("-")[0]
        if one.kind in SYMMETRIC_RELATIONSHIPS:
            subject, other = sorted((subject, other))
        found.add((subject, one.kind, other))
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Tom lives with his sister Mara.", ("mara", Kind.SIBLING, "tom"), id="his-sister"),
        pytest.param("Mara, Tom's mother, leaves.", ("mara", Kind.PARENT, "tom"), id="apposition"),
        pytest.param("Tom meets Mara's son, Al.", ("mara", Kind.PARENT, "al"), id="inverse"),
        pytest.param("Al is the son of Mara.", ("mara", Kind.PARENT, "al"), id="son-of"),
        pytest.param("Tom is Mara's brother.", ("mara", Kind.SIBLING, "tom"), id="is"),
        pytest.param("Mara has a daughter, Ana, and leaves.", ("mara", Kind.PARENT, "ana"), id="has"),
        pytest.param(
            "The siblings Mara and Tom leave the town.", ("mara", Kind.SIBLING, "tom"), id="siblings"
        ),
        pytest.param("Tom helps his wife Mara.", ("mara", Kind.SPOUSE, "tom"), id="wife"),
        pytest.param("Mara's partner Tom leaves.", ("mara", Kind.PARTNER, "tom"), id="partner"),
        pytest.param("Mara visits her uncle Tom.", ("mara", Kind.RELATIVE, "tom"), id="uncle"),
        pytest.param("Mara's best friend Ana laughs.", ("ana", Kind.FRIEND, "mara"), id="friend"),
        pytest.param("Mara and Tom become friends.", ("mara", Kind.FRIEND, "tom"), id="become-friends"),
        pytest.param("Mara is good friends with Tom.", ("mara", Kind.FRIEND, "tom"), id="friends-with"),
        pytest.param("Mara calls her boss, Tom.", ("tom", Kind.EMPLOYER, "mara"), id="boss"),
        pytest.param("Tom's assistant Mara waits.", ("tom", Kind.EMPLOYER, "mara"), id="assistant"),
        pytest.param("Tom's driver is Mara.", ("tom", Kind.EMPLOYER, "mara"), id="noun-is-name"),
        pytest.param(
            "Detectives Mara and Tom search the house.", ("mara", Kind.COLLEAGUE, "tom"), id="trade"
        ),
        pytest.param(
            "Mara, a detective, calls her partner Tom.", ("mara", Kind.COLLEAGUE, "tom"), id="police"
        ),
        pytest.param("Mara's partner Tom plans the heist.", ("mara", Kind.COLLEAGUE, "tom"), id="thieves"),
        pytest.param("Mara defeats her rival, Tom.", ("mara", Kind.ENEMY, "tom"), id="rival"),
        pytest.param("Mara's wedding to Tom is near.", ("mara", Kind.SPOUSE, "tom"), id="wedding"),
        pytest.param(
            "Tom lives with his stepfather, chief Al.", ("al", Kind.PARENT, "tom"), id="noun-trade-name"
        ),
        pytest.param(
            "Mara returns to her former lover, the gangster Tom.",
            ("mara", Kind.PARTNER, "tom"),
            id="noun-description-name",
        ),
        pytest.param(
            "Mother and son Mara and Tom are reunited.", ("mara", Kind.PARENT, "tom"), id="mother-and-son"
        ),
        pytest.param(
            "Mara and Tom are brother and sister.", ("mara", Kind.SIBLING, "tom"), id="are-brother-and-sister"
        ),
        pytest.param(
            "Mara and Tom are husband and wife.", ("mara", Kind.SPOUSE, "tom"), id="are-husband-and-wife"
        ),
        pytest.param(
            "Mara lives with her aunt and uncle, Ana and Tom.",
            ("mara", Kind.RELATIVE, "tom"),
            id="aunt-and-uncle",
        ),
        pytest.param("Tom's brother-in-law Al waits.", ("al", Kind.RELATIVE, "tom"), id="in-law"),
        pytest.param("Tom's co-worker Al waits.", ("al", Kind.COLLEAGUE, "tom"), id="hyphen"),
        pytest.param("Al, Tom's right-hand man, waits.", ("tom", Kind.EMPLOYER, "al"), id="right-hand-man"),
        pytest.param(
            "Tom's commanding officer, Al, waits.", ("al", Kind.EMPLOYER, "tom"), id="commanding-officer"
        ),
        pytest.param("Mara, Tom's love interest, waits.", ("mara", Kind.PARTNER, "tom"), id="love-interest"),
        pytest.param("Tom's rival Al waits.", ("al", Kind.ENEMY, "tom"), id="adjective-by-tag"),
        pytest.param("Al, Tom's superior, waits.", ("al", Kind.EMPLOYER, "tom"), id="superior"),
        pytest.param(
            "Tom has a wife, Mara, and a daughter, Ana.", ("tom", Kind.PARENT, "ana"), id="has-a-list"
        ),
        pytest.param(
            "Tom lives with his wife, Mara, and their two children, Al and Ana.",
            ("mara", Kind.PARENT, "al"),
            id="their-children",
        ),
        pytest.param(
            "Tom lives with his wife Mara and his children Al and Ana.",
            ("mara", Kind.PARENT, "al"),
            id="wife-and-children",
        ),
        pytest.param(
            "Tom, a widower with two children, Al and Ana, leaves.",
            ("tom", Kind.PARENT, "ana"),
            id="widower-with",
        ),
        pytest.param(
            "Tom lives with his twin brother Al and their mother Ana.",
            ("ana", Kind.PARENT, "al"),
            id="their-mother",
        ),
        pytest.param("Tom and wife Mara leave.", ("mara", Kind.SPOUSE, "tom"), id="bare-wife"),
        pytest.param(
            "Ana and Al, Tom's brother, leave.", ("al", Kind.SIBLING, "tom"), id="apposition-to-the-last"
        ),
        pytest.param(
            "Al meets Tom, who pays for his wife, Mara.",
            ("mara", Kind.SPOUSE, "tom"),
            id="in-a-relative-clause",
        ),
        pytest.param("Living with Tom is his niece Mara.", ("mara", Kind.RELATIVE, "tom"), id="inverted"),
        pytest.param("Mara works as Tom's secretary.", ("tom", Kind.EMPLOYER, "mara"), id="works-as"),
        pytest.param("Al takes a job as Mara's driver.", ("mara", Kind.EMPLOYER, "al"), id="job-as"),
        pytest.param("Mara is pregnant with Tom's child.", ("mara", Kind.PARTNER, "tom"), id="pregnant-with"),
        pytest.param(
            "Tom is the father of Mara's child.", ("mara", Kind.PARTNER, "tom"), id="father-of-the-child"
        ),
        pytest.param(
            "Mara and Tom begin a relationship.", ("mara", Kind.PARTNER, "tom"), id="begin-a-relationship"
        ),
        pytest.param(
            "The marriage between Mara and Tom is happy.", ("mara", Kind.SPOUSE, "tom"), id="between"
        ),
        pytest.param(
            "Tom allows Al to marry his daughter Mara.",
            ("tom", Kind.PARENT, "mara"),
            id="nobody-marries-his-own",
        ),
        pytest.param(
            "Mara leads a gang that includes Tom, Al and Ana.",
            ("al", Kind.COLLEAGUE, "tom"),
            id="gang-includes",
        ),
        pytest.param("Tom's gang includes Al and Ana.", ("tom", Kind.EMPLOYER, "ana"), id="his-gang"),
        pytest.param(
            "Mara is Tom's friend and the mother of Al.", ("mara", Kind.PARENT, "al"), id="and-the-mother-of"
        ),
        pytest.param(
            "Al gives his consent to the marriage between Mara and Tom.",
            ("mara", Kind.PARTNER, "tom"),
            id="consents-to-the-marriage",
        ),
        pytest.param("At last Mara and Tom are a couple.", ("mara", Kind.PARTNER, "tom"), id="are-a-couple"),
        pytest.param("Tom and Al are thieves.", ("al", Kind.COLLEAGUE, "tom"), id="are-thieves"),
        pytest.param(
            "Tom and Al are a pair of thieves.", ("al", Kind.COLLEAGUE, "tom"), id="a-pair-of-thieves"
        ),
        pytest.param(
            "Tom and Al become partners.", ("al", Kind.COLLEAGUE, "tom"), id="partners-without-love"
        ),
    ],
)
def test_nouns_tell_who_is_what_to_whom(sentence: str, expected: tuple[str, Kind, str]) -> None:
    assert expected in told(GENDERS + sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Mara marries Tom.", ("mara", Kind.SPOUSE, "tom"), id="marries"),
        pytest.param("Mara and Tom get married.", ("mara", Kind.SPOUSE, "tom"), id="get-married"),
        pytest.param("Mara plans to marry Tom.", ("mara", Kind.PARTNER, "tom"), id="plans-to-marry"),
        pytest.param("Tom is engaged to Mara.", ("mara", Kind.PARTNER, "tom"), id="engaged"),
        pytest.param("Tom proposes to Mara.", ("mara", Kind.PARTNER, "tom"), id="proposes"),
        pytest.param("Mara and Tom fall in love.", ("mara", Kind.PARTNER, "tom"), id="fall-in-love"),
        pytest.param("Mara has an affair with Tom.", ("mara", Kind.PARTNER, "tom"), id="affair"),
        pytest.param("Mara dates Tom.", ("mara", Kind.PARTNER, "tom"), id="dates"),
        pytest.param("Mara hires Tom.", ("mara", Kind.EMPLOYER, "tom"), id="hires"),
        pytest.param("Tom is hired by Mara.", ("mara", Kind.EMPLOYER, "tom"), id="hired-by"),
        pytest.param("Tom works for Mara.", ("mara", Kind.EMPLOYER, "tom"), id="works-for"),
        pytest.param("Mara befriends Tom.", ("mara", Kind.FRIEND, "tom"), id="befriends"),
        pytest.param("Mara kills Tom.", ("mara", Kind.ENEMY, "tom"), id="kills"),
        pytest.param("Tom is kidnapped by Mara.", ("mara", Kind.ENEMY, "tom"), id="passive"),
        pytest.param("Mara tries to kill Tom.", ("mara", Kind.ENEMY, "tom"), id="tries"),
        pytest.param("Mara adopts Tom.", ("mara", Kind.PARENT, "tom"), id="adopts"),
        pytest.param("Mara works with Tom.", ("mara", Kind.COLLEAGUE, "tom"), id="works-with"),
        pytest.param("Tom elopes with Mara.", ("mara", Kind.SPOUSE, "tom"), id="elopes"),
        pytest.param("Mara asks Tom to divorce her.", ("mara", Kind.SPOUSE, "tom"), id="divorce-asked-for"),
        pytest.param(
            "Mara marries the rich banker Tom.", ("mara", Kind.SPOUSE, "tom"), id="marries-the-banker"
        ),
        pytest.param("Mara, now married to Tom, leaves.", ("mara", Kind.SPOUSE, "tom"), id="now-married"),
        pytest.param(
            "Ana marries Al. Mara meets Tom, and the two marry.",
            ("mara", Kind.SPOUSE, "tom"),
            id="the-two-of-the-sentence",
        ),
        pytest.param("Mara and Tom get engaged.", ("mara", Kind.PARTNER, "tom"), id="get-engaged"),
        pytest.param("Mara breaks up with Tom.", ("mara", Kind.PARTNER, "tom"), id="breaks-up"),
        pytest.param("Tom sleeps with Mara.", ("mara", Kind.PARTNER, "tom"), id="sleeps-with"),
        pytest.param("Tom asks Mara to marry him.", ("mara", Kind.PARTNER, "tom"), id="asks-for-himself"),
        pytest.param(
            "Mara meets Tom, who proposes marriage.",
            ("mara", Kind.PARTNER, "tom"),
            id="proposes-to-the-one-met",
        ),
        pytest.param(
            "Ana, whom Mara has raised as her own, leaves.",
            ("mara", Kind.PARENT, "ana"),
            id="raised-as-her-own",
        ),
        pytest.param("Al gets a job working for Tom.", ("tom", Kind.EMPLOYER, "al"), id="job-working-for"),
        pytest.param("Al works as a driver for Tom.", ("tom", Kind.EMPLOYER, "al"), id="works-as-for"),
        pytest.param(
            "Al takes a job at Tom's nightclub.", ("tom", Kind.EMPLOYER, "al"), id="works-at-his-place"
        ),
        pytest.param("Tom and Al work at the mill.", ("al", Kind.COLLEAGUE, "tom"), id="work-at-one-place"),
        pytest.param("Mara recruits Tom and Al.", ("al", Kind.COLLEAGUE, "tom"), id="recruits-both"),
        pytest.param("Tom joins Al on the mission.", ("al", Kind.COLLEAGUE, "tom"), id="joins-on-a-mission"),
        pytest.param("Tom gives Mara a job.", ("tom", Kind.EMPLOYER, "mara"), id="gives-a-job"),
        pytest.param("Tom tricks Mara.", ("mara", Kind.ENEMY, "tom"), id="tricks"),
        pytest.param("Tom and Al rob a bank.", ("al", Kind.COLLEAGUE, "tom"), id="rob-together"),
        pytest.param("Tom asks Al to kill Mara.", ("mara", Kind.ENEMY, "tom"), id="asks-to-kill"),
        pytest.param("Tom orders Mara's death.", ("mara", Kind.ENEMY, "tom"), id="orders-the-death"),
        pytest.param("Mara is taken hostage by Tom.", ("mara", Kind.ENEMY, "tom"), id="takes-hostage"),
    ],
)
def test_verbs_tell_who_is_what_to_whom(sentence: str, expected: tuple[str, Kind, str]) -> None:
    assert expected in told(GENDERS + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mara refuses to marry Tom.",
        "Mara meets Tom at the mill.",
        "Mara and Tom walk to the mill.",
        "Mara pretends to be Tom's wife.",
        "Mara poses as Tom's sister.",
        "Mara is not Tom's mother.",
        "Mara accidentally wounds Tom.",
        "If Mara marries Tom, the mill is lost.",
        "Mara never kills Tom.",
        "Mara is like a mother to Tom.",
        "Mara proposes a plan to Tom.",
        "Mara threatens Tom.",
        "Tom joins Mara in the garden.",
        "Mara sees that Tom fathered the baby.",
        "Mara imagines her wedding with Tom.",
        "Mara convinces Al that Tom is her husband.",
        "Mara has a dinner engagement with Tom.",
        "Mara and Tom are attacked.",
        "Mara accidentally kills Tom.",
        "Mara claims to be pregnant with Tom's child.",
        "Mara begins a working relationship with Tom.",
    ],
)
def test_what_is_denied_pretended_or_merely_near_tells_nothing(sentence: str) -> None:
    assert told(GENDERS + sentence) == set()


def test_two_hints_in_two_sentences_make_a_tie() -> None:
    assert told("Mara threatens Tom. Later Mara taunts Tom.") == {("mara", Kind.ENEMY, "tom")}


def test_owner_of_a_wife_beside_a_name_is_that_name() -> None:
    found = told("Al visits Tom and his wife Mara. Al likes the house.")
    assert ("mara", Kind.SPOUSE, "tom") in found
    assert not any("al" in (subject, other) for subject, _, other in found)


def test_wife_in_a_list_of_owners_belongs_to_the_last() -> None:
    assert ("ana", Kind.SPOUSE, "mara") not in told("Mara and Tom's wife Ana leave the town.")


def test_priest_called_father_is_no_parent() -> None:
    assert not any(kind is Kind.PARENT for _, kind, _ in told("Mara talks to Father Tom about her life."))


def test_cast_list_tells_relationships() -> None:
    text = (
        "Title: Salt\nCast:\n  Kim Lee as Mara, a nurse and Tom's elder sister\n  Bo Orr as Tom, son of Al\n"
        "  Ed Fox as Al\n\nPlot:\nMara waits for Tom. Al works at the mill."
    )
    found = told(text)
    assert {("mara", Kind.SIBLING, "tom"), ("al", Kind.PARENT, "tom")} <= found


def test_evidence_is_the_sentence_that_says_so() -> None:
    text = CAST + "Mara waits at the mill. Tom lives with his sister Mara. They leave."
    [sibling] = [one for one in relationships_of(text) if one.kind is Kind.SIBLING]
    assert [span.of(text) for span in sibling.evidence] == ["Tom lives with his sister Mara."]


def test_killing_that_is_only_asked_for_makes_no_enemy_of_the_one_asked() -> None:
    assert ("al", Kind.ENEMY, "mara") not in told(GENDERS + "Tom asks Al to kill Mara.")


def test_bank_robbed_by_two_makes_them_no_enemies() -> None:
    assert ("al", Kind.ENEMY, "tom") not in told(GENDERS + "Tom and Al rob a bank.")


def test_father_beside_a_name_is_not_that_ones_too() -> None:
    found = told(GENDERS + "Al and Mara's father Tom return early.")
    assert ("tom", Kind.PARENT, "mara") in found
    assert ("tom", Kind.PARENT, "al") not in found


def test_new_wife_is_no_mother_of_his_children() -> None:
    assert ("mara", Kind.PARENT, "al") not in told(
        GENDERS + "Tom lives with his new wife Mara and his son Al."
    )
