"""Verbs that tell a state elsewhere, and nouns that name what happens: both by the words beside them."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ivo holds Tom at gunpoint.", ["holds"], id="holds at gunpoint"),
        pytest.param("Mara holds the gate shut.", ["holds"], id="holds it shut"),
        pytest.param("Mara and Ivo hold hands.", ["hold"], id="hold hands"),
        pytest.param("Mara holds a post at the court.", [], id="holds a post"),
        pytest.param("Ivo misses the wedding.", ["misses"], id="misses the wedding"),
        pytest.param("Ivo shoots and misses.", ["shoots", "misses"], id="shoots and misses"),
        pytest.param("Ivo misses his old life.", [], id="misses his life"),
        pytest.param("A child is missing.", [], id="is missing"),
        pytest.param("Ivo shares this with Mara.", ["shares"], id="shares this with"),
        pytest.param("Ivo shares that he is ill.", ["shares"], id="shares that"),
        pytest.param("Ivo shares a house with Mara.", [], id="shares a house"),
        pytest.param("The two work to find Tom.", ["work"], id="work to"),
        pytest.param("The plan works.", ["works"], id="the plan works"),
        pytest.param("Mara works as a maid to pay the rent.", [], id="works as, to"),
        pytest.param("Ivo visits the shop where Mara works, just to see her.", ["visits"], id="works, to"),
        pytest.param("Ivo is cared for by Mara.", ["cared"], id="is cared for by"),
        pytest.param("Mara cares for Ivo.", [], id="cares for"),
        pytest.param("Ivo is immediately suspected of the murder.", ["suspected"], id="at once suspected"),
        pytest.param("Ivo is suspected of the murder.", [], id="is suspected"),
        pytest.param("Mara dreams of Ivo being shot.", ["dreams", "shot"], id="dreams of his being shot"),
        pytest.param("Mara dreams of being rich.", [], id="dreams of being"),
        pytest.param("His father involved the police.", ["involved"], id="involves them"),
        pytest.param("The plan involves Ivo.", [], id="the plan involves"),
        pytest.param("Tom harbors Ana in a cave.", ["harbors"], id="harbors her"),
        pytest.param("Mara relates to Ivo that she was ill.", ["relates"], id="relates that"),
        pytest.param(
            "Mara has fled the town and gone into hiding.", ["fled", "gone"], id="has fled and gone"
        ),
        pytest.param("During this, Mara is set up to believe that Ivo lied.", ["set"], id="is set up"),
    ],
)
def test_a_verb_of_state_tells_an_act_by_what_it_is_done_to(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("During a heated fight, Mara leaves.", ["fight", "leaves"], id="during a fight"),
        pytest.param("During the fight, Mara leaves.", ["leaves"], id="during the fight"),
        pytest.param("During a show, Mara faints.", ["faints"], id="during a show"),
        pytest.param(
            "In the course of the struggle, Mara falls.", ["struggle", "falls"], id="in the course of"
        ),
        pytest.param("Since their divorce Ivo has left.", ["divorce", "left"], id="since their divorce"),
        pytest.param("Since the wedding Mara has left.", ["left"], id="since the wedding"),
        pytest.param(
            "The town is shaken in the aftermath of Ivo's rampage.", ["shaken", "rampage"], id="aftermath"
        ),
        pytest.param(
            "At the suggestion of Mara, Ivo hires Tom.", ["suggestion", "hires"], id="at the suggestion"
        ),
        pytest.param("After a search of the house, Ivo returns.", ["search", "returns"], id="after a search"),
        pytest.param("After the search, Ivo returns.", ["returns"], id="after the search"),
        pytest.param("Their move to Oslo upsets Mara.", ["move", "upsets"], id="their move"),
        pytest.param("Their next move is unknown.", [], id="their next move"),
        pytest.param(
            "Mara investigates a robbery.", ["investigates", "robbery"], id="investigates a robbery"
        ),
        pytest.param(
            "Angry about the deaths of Tom and Ana, Mara leaves.", ["deaths", "leaves"], id="angry about"
        ),
        pytest.param(
            "The show is cancelled due to a strike by the workers.",
            ["cancelled", "strike"],
            id="due to a strike",
        ),
    ],
)
def test_a_noun_tells_what_happens_by_the_words_before_it(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
