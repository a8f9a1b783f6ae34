"""What follows from what is told of people, and what does not go together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from films.extraction.relations.relation_claims import Claim
from films.extraction.relations.relation_rules import conclude
from films.reading.document import Span
from films.vocabulary import Gender, RelationshipKind

Kind = RelationshipKind


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


def test_only_wife_of_a_father_is_the_mother_unless_another_is_told() -> None:
    married = (claim("tom", Kind.PARENT, "al"), claim("mara", Kind.SPOUSE, "tom", 2))
    assert ("mara", Kind.PARENT, "al") in concluded(*married)
    assert ("mara", Kind.PARENT, "al") not in concluded(*married, claim("ana", Kind.PARENT, "al", 4))
    assert ("mara", Kind.PARENT, "al") not in concluded(*married, claim("ana", Kind.SPOUSE, "tom", 4))


def test_two_parents_of_a_child_are_spouses_unless_they_are_of_one_gender() -> None:
    parents = (claim("mara", Kind.PARENT, "al"), claim("tom", Kind.PARENT, "al", 2))
    assert ("mara", Kind.SPOUSE, "tom") in concluded(*parents)
    genders = {"mara": Gender.FEMALE, "tom": Gender.FEMALE}
    found = {triple for triple, _ in conclude(parents, genders)}
    assert ("mara", Kind.SPOUSE, "tom") not in found


def test_the_only_man_and_woman_among_three_told_parents_are_spouses() -> None:
    parents = [claim(one, Kind.PARENT, "anna") for one in ("a-tycoon", "tom", "laura")]
    genders = {"tom": Gender.MALE, "laura": Gender.FEMALE, "a-tycoon": None}
    assert ("laura", Kind.SPOUSE, "tom") in {triple for triple, _ in conclude(parents, genders)}


def test_a_colleagues_other_colleagues_and_master_are_not_ones_own() -> None:
    crew = (claim("al", Kind.COLLEAGUE, "bo"), claim("bo", Kind.COLLEAGUE, "tom", 2))
    assert ("al", Kind.COLLEAGUE, "tom") not in concluded(*crew)
    assert ("mara", Kind.EMPLOYER, "bo") not in concluded(*crew, claim("mara", Kind.EMPLOYER, "al", 4))


def test_a_colleagues_enemy_is_not_ones_own() -> None:
    fight = (claim("al", Kind.COLLEAGUE, "bo"), claim("bo", Kind.ENEMY, "tom", 2))
    assert ("al", Kind.ENEMY, "tom") not in concluded(*fight)


def test_love_that_ends_in_marriage_is_told_as_marriage() -> None:
    love = claim("mara", Kind.PARTNER, "tom", weight=0.7)
    assert concluded(love) == {("mara", Kind.PARTNER, "tom")}
    assert concluded(love, claim("mara", Kind.SPOUSE, "tom", 2)) == {("mara", Kind.SPOUSE, "tom")}


def test_lovers_who_marry_are_partners_and_spouses() -> None:
    found = concluded(claim("mara", Kind.PARTNER, "tom"), claim("mara", Kind.SPOUSE, "tom", 2))
    assert found == {("mara", Kind.SPOUSE, "tom"), ("mara", Kind.PARTNER, "tom")}


def test_lovers_are_not_listed_as_friends_too() -> None:
    found = concluded(claim("mara", Kind.FRIEND, "tom"), claim("mara", Kind.PARTNER, "tom", 2))
    assert found == {("mara", Kind.PARTNER, "tom")}


def test_those_who_serve_one_master_are_colleagues() -> None:
    found = concluded(claim("mara", Kind.EMPLOYER, "al"), claim("mara", Kind.EMPLOYER, "bo", 2))
    assert ("al", Kind.COLLEAGUE, "bo") in found


def test_siblings_share_their_uncle() -> None:
    found = concluded(claim("mara", Kind.SIBLING, "tom"), claim("al", Kind.RELATIVE, "tom", 2))
    assert ("al", Kind.RELATIVE, "mara") in found


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
