"""Who is what to whom, sentence by sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.relations.relation_claims import Claim
from films.extraction.relations.relation_rules import conclude
from films.extraction.relations.relationships import find_relationships
from films.extraction.statements import Relationship
from films.reading.document import Span
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
    ],
)
def test_what_is_denied_pretended_or_merely_near_tells_nothing(sentence: str) -> None:
    assert told(GENDERS + sentence) == set()


def test_two_hints_in_two_sentences_make_a_tie() -> None:
    assert told("Mara threatens Tom. Later Mara tricks Tom.") == {("mara", Kind.ENEMY, "tom")}


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


def claim(subject: str, kind: Kind, other: str, place: int = 0, weight: float = 1.0) -> Claim:
    return Claim(subject, kind, other, Span(place, place + 1), weight)


def concluded(*claims: Claim) -> set[tuple[str, Kind, str]]:
    return {triple for triple, _ in conclude(claims)}


def test_two_children_of_one_parent_are_siblings() -> None:
    found = concluded(claim("mara", Kind.PARENT, "al"), claim("mara", Kind.PARENT, "bo", 2))
    assert ("al", Kind.SIBLING, "bo") in found


def test_told_siblings_share_their_parent_but_inferred_ones_may_not() -> None:
    shared = concluded(claim("mara", Kind.PARENT, "al"), claim("al", Kind.SIBLING, "bo", 2))
    assert ("mara", Kind.PARENT, "bo") in shared
    half = concluded(
        claim("mara", Kind.PARENT, "al"),
        claim("mara", Kind.PARENT, "bo", 2),
        claim("tom", Kind.PARENT, "al", 4),
    )
    assert ("tom", Kind.PARENT, "bo") not in half


def test_sibling_of_a_parent_and_spouse_of_a_sibling_are_relatives() -> None:
    found = concluded(
        claim("ana", Kind.PARENT, "bo"),
        claim("ana", Kind.SIBLING, "mara", 2),
        claim("mara", Kind.SPOUSE, "tom", 4),
    )
    assert {("bo", Kind.RELATIVE, "mara"), ("ana", Kind.RELATIVE, "tom")} <= found


def test_wife_of_a_parent_is_not_taken_for_the_other_parent() -> None:
    found = concluded(claim("tom", Kind.PARENT, "al"), claim("mara", Kind.SPOUSE, "tom", 2))
    assert ("mara", Kind.PARENT, "al") not in found


def test_spouses_are_not_listed_as_partners_too() -> None:
    found = concluded(claim("mara", Kind.PARTNER, "tom"), claim("mara", Kind.SPOUSE, "tom", 2))
    assert found == {("mara", Kind.SPOUSE, "tom")}


def test_one_blow_between_siblings_does_not_make_them_enemies() -> None:
    kin = claim("mara", Kind.SIBLING, "tom")
    assert concluded(kin, claim("mara", Kind.ENEMY, "tom", 2)) == {("mara", Kind.SIBLING, "tom")}
    twice = concluded(kin, claim("mara", Kind.ENEMY, "tom", 2), claim("tom", Kind.ENEMY, "mara", 4))
    assert ("mara", Kind.ENEMY, "tom") in twice


def test_hint_repeated_in_one_sentence_counts_once() -> None:
    hints = [claim("mara", Kind.ENEMY, "tom", 2, weight=0.5), claim("tom", Kind.ENEMY, "mara", 2, weight=0.5)]
    assert concluded(*hints) == set()


@given(
    st.lists(
        st.builds(
            claim,
            st.sampled_from("abcd"),
            st.sampled_from(list(Kind)),
            st.sampled_from("abcd"),
            st.integers(0, 5),
            st.sampled_from([0.4, 0.5, 1.0]),
        ),
        max_size=12,
    )
)
@settings(max_examples=200, deadline=None)
def test_conclusions_join_different_characters_once_each_with_evidence(claims: list[Claim]) -> None:
    found = conclude([one for one in claims if one.subject != one.object])
    assert len({triple for triple, _ in found}) == len(found)
    assert all(subject != other and evidence for (subject, _, other), evidence in found)
