"""Which characters of different documents are one."""

import pytest

from films.reconciliation.characters import reconcile_characters
from films.reconciliation.sources import in_order
from films.vocabulary import Gender, NameKind, RelationshipKind
from tests.reconciliation.builders import make_extraction

F, M = Gender.FEMALE, Gender.MALE


def joined(*extractions):
    """Return the characters as sets of "document.key"."""
    sources = in_order(extractions)
    names = {source.document: source.extraction.document.name for source in sources}
    cast = reconcile_characters(sources)
    return {frozenset(f"{names[d]}.{key}" for d, key in c.sources) for c in cast.characters}


def document(name, *characters, text="", **said):
    """Return a document that mentions each of its characters in its own sentence."""
    story = text or " ".join(f"Then {names[0]} came to {name}." for names in characters)
    return make_extraction(story, characters, name=name, **said)


def same(*ids):
    return frozenset(ids)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(["Mara Holt"], ["Mara Holt"], id="full name"),
        pytest.param(["Mara Holt"], ["Mara"], id="first name"),
        pytest.param(["Mara Holt"], ["Holt"], id="surname"),
        pytest.param(["Mara Holt"], ["Captain Holt"], id="title and surname"),
        pytest.param(["Renée"], ["Renee"], id="accent"),
        pytest.param(["Mara J. Holt"], ["Mara Holt"], id="initial"),
        pytest.param(["Emmett"], ["Emmet"], id="spelling"),
        pytest.param(["Fredericka Pettersen"], ["Fredericka Petterson"], id="spelling of a long name"),
        pytest.param(["Elizabeth Roe"], ["Liz Roe"], id="short form"),
        pytest.param(["Benjamin"], ["Ben"], id="short form alone"),
    ],
)
def test_two_names_of_one_character_are_joined(first, second):
    assert joined(document("a", first), document("b", second)) == {
        same(
            *(
                f"{d}.{names[0].lower().replace('. ', '-').replace(' ', '-')}"
                for d, names in (("a", first), ("b", second))
            )
        )
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(["Mara Holt"], ["Dov Holt"], id="one surname, two first names"),
        pytest.param(["Mara Holt"], ["Mara Quellen"], id="one first name, two surnames"),
        pytest.param(["Sam"], ["Pam"], id="short names that look alike"),
        pytest.param(["Dan"], ["Dana"], id="a name inside a word"),
        pytest.param(["Mara"], ["Dov"], id="nothing alike"),
    ],
)
def test_two_characters_stay_two(first, second):
    assert len(joined(document("a", first), document("b", second))) == 2


def test_gender_keeps_namesakes_apart():
    a = document("a", ["Robin"], genders={"Robin": F})
    b = document("b", ["Robin"], genders={"Robin": M})
    assert len(joined(a, b)) == 2


def test_a_third_document_joins_names_that_share_nothing():
    kinds = {"Kit": NameKind.ALIAS}
    a = document("a", ["Alban van Ros", "Kit"], kinds=kinds)
    b, c = document("b", ["Kit"]), document("c", ["Alban"])
    assert joined(a, b, c) == {same("a.alban-van-ros", "b.kit", "c.alban")}


def test_two_characters_of_one_telling_are_never_joined():
    a = document("a", ["Alban van Ros", "Kit"])
    b = document("b", ["Kit"], ["Alban"])
    assert not any({"b.kit", "b.alban"} <= group for group in joined(a, b))


def test_two_tellings_of_one_document_may_call_a_character_differently():
    logline, synopsis = "Alban leaves the north.", "Then Kit arrives by the sea."
    b = make_extraction(
        f"{logline}\n{synopsis}", [["Kit"], ["Alban"]], name="b", passages=[logline, synopsis]
    )
    a = document("a", ["Alban van Ros", "Kit"])
    assert joined(a, b) == {same("a.alban-van-ros", "b.kit", "b.alban")}


def test_a_surname_that_two_bear_joins_neither():
    family = document("a", ["Mara Holt"], ["Dov Holt"])
    assert joined(family, document("b", ["Holt"])) == {
        same("a.mara-holt"),
        same("a.dov-holt"),
        same("b.holt"),
    }


def test_one_actor_shows_that_two_names_are_one_character():
    a = document("a", ["Kit"], cast={"Ilan Roux": "Kit"})
    b = document("b", ["Alban"], cast={"Ilan Roux": "Alban"})
    assert joined(a, b) == {same("a.kit", "b.alban")}


def test_an_actor_of_a_double_role_tells_no_character_from_another():
    a = document("a", ["Kit"], ["Zeno"], cast={"Ilan Roux": "Kit"})
    b = document("b", ["Alban"], ["Yorick"])
    assert len(joined(a, b)) == 4


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("the manager", "a manager", 1, id="articles do not count"),
        pytest.param("the manager", "the nurse", 2, id="other description"),
        pytest.param("the man", "the man", 2, id="anybody, in other scenes"),
    ],
)
def test_unnamed_characters_are_joined_by_their_description(first, second, expected):
    a = document("a", [first], text=f"Rain falls as {first} fires her.")
    b = document("b", [second], text=f"At dawn {second} counts all the money in the safe.")
    assert len(joined(a, b)) == expected


def test_anybody_is_one_where_the_scene_is_the_same():
    a = document("a", ["a girl"], text="Dov flirts with a girl on the dance floor.")
    b = document("b", ["a girl"], text="Dov openly flirts with a girl on the dance floor.")
    assert joined(a, b) == {same("a.a-girl", "b.a-girl")}


def test_a_partner_is_one_only_beside_the_same_other_half():
    relations = [("the partner", RelationshipKind.PARTNER, "Mara")]
    a = document("a", ["the partner"], ["Mara"], relations=relations)
    b = document("b", ["the partner"], ["Mara"], relations=relations)
    c = document("c", ["the partner"], ["Zoe"], relations=[("the partner", RelationshipKind.PARTNER, "Zoe")])
    assert same("a.the-partner", "b.the-partner") in joined(a, b)
    assert same("c.the-partner") in joined(a, c)


def film_characters(*extractions):
    return reconcile_characters(in_order(extractions)).characters


def test_the_name_shown_is_the_one_used_most():
    a = document("a", ["Alban van Ros", "Kit"], text="Kit came. Then Kit saw Alban van Ros.")
    b = document("b", ["Kit"], text="So Kit left.")
    (character,) = film_characters(a, b)
    assert character.name == "Kit"
    assert [(n.text, n.kind) for n in character.names] == [
        ("Alban van Ros", NameKind.FULL),
        ("Kit", NameKind.FIRST),
    ]


def test_the_name_keeps_the_accent_that_one_document_lost():
    (character,) = film_characters(document("a", ["Renee"]), document("b", ["Renée"]))
    assert character.name == "Renée"


def test_most_documents_decide_on_gender():
    genders = [{"Robin": F}, {"Robin": F}, {}]
    documents = [document(f"d{i}", ["Robin"], genders=g) for i, g in enumerate(genders)]
    assert film_characters(*documents)[0].gender is F


def test_keys_are_unique_and_made_of_the_name():
    a = document("a", ["Robin"], genders={"Robin": F}, text="Robin came. Robin saw.")
    b = document("b", ["Robin"], genders={"Robin": M})
    characters = film_characters(a, b)
    assert [(c.key, c.gender) for c in characters] == [("robin", F), ("robin-2", M)]


def test_every_join_of_different_names_gives_its_reason():
    cast = reconcile_characters(in_order([document("a", ["Mara Holt"]), document("b", ["Mara"])]))
    assert cast.reasons == ("Mara Holt and Mara are one: one name is part of the other",)
