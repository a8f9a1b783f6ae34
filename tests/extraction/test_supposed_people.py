"""Who is only wished for, denied, compared with or spoken of in general is nobody."""

import pytest

from films.extraction.coreference.characters import find_cast
from tests.extraction.reading_aid import parsed_of


def described(text: str) -> set[str]:
    return {chain.name for chain in find_cast(parsed_of(text)).chains if not chain.is_named}


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vell wants a younger cook.",
        "Mara Vell decides that she wants to have a baby.",
        "Tom Orr pretends to be looking for a plumber.",
        "Tom Orr writes to Mara Vell in search of a bride.",
        "Mara Vell is determined to find him a wife.",
        "Tom Orr leaves to find wives for Ivo and Max Bell.",
        "Mara Vell and Tom Orr decide to fire Ivo Bell and hire a new manager.",
        "Mara Vell thinks it a better place to raise a child.",
        "Mara Vell should have a pistol or a man to protect her.",
        "Tom Orr is incapable of killing a person.",
        "Mara Vell did not want to marry a rich man.",
        "Tom Orr obeys without telling it to friends or colleagues.",
        "Mara Vell believes that no man would refuse to protect a woman in distress.",
        "Tom Orr says that Mara Vell looks like an angel.",
        "Mara Vell works hard, more like a slave, until she grows up.",
        "Mara Vell and Ana Orr are more than just friends.",
        "Tom Orr is a florist and not a criminal.",
        "The role is that of a dead man.",
        "Mara Vell despises Tom Orr for his taste in women.",
        "Tom Orr discovers a set of sniper's equipment.",
        "Tom Orr steals a nurse's uniform.",
        "Tom Orr is a ladies' man.",
        "Mara Vell has become a very capable farmer's wife.",
        "Mara Vell hides in a room with murals of dead children.",
        "Tom Orr falls heir to a fortune.",
        "Tom Orr makes an enemy of Max Bell.",
        "Tom Orr has no money on his person.",
        "Tom Orr confesses it in public.",
        "Tom Orr and Mara Vell sleep under the stars.",
        "Mara Vell is brought home by police escort.",
        "Drunk, Tom Orr drops the cup.",
        "Mara Vell longs for youth and health.",
        "Tom Orr drags a handcuffed and non-swimmer Ivo Bell along.",
        "Mara Vell finds a toy horseman.",
        "Tom Orr is shot at by an enemy fighter.",
        "Mara Vell was brought to a psychiatric ward.",
        "Mara Vell resigns from the LAPD.",
        "Tom Orr quits the army.",
        "Tom Orr shoots Ivo Bell and takes the rest hostage.",
        "Tom Orr refuses to turn Mara Vell into a vampire.",
    ],
)
def test_who_is_only_supposed_is_nobody(text: str) -> None:
    assert described(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mara Vell hires a new cook.", "a new cook"),
        ("Tom Orr seeks a killer.", "a killer"),
        ("Mara Vell manages to hire a new cook.", "a new cook"),
        ("Mara Vell wants to meet a nurse who lives there.", "a nurse"),
        ("Tom Orr does not notice a man behind him.", "a man"),
        ("Tom Orr goes to meet a banker.", "a banker"),
        ("Tom Orr robs a farmer's house.", "a farmer"),
        ("Tom Orr kills a farmer's wife.", "a farmer's wife"),
        ("Mara Vell sees a picture of a young woman.", "a young woman"),
        ("Villagers chase Mara Vell.", "villagers"),
        ("The stars of the show wait for Mara Vell.", "the stars"),
        ("Mara Vell fights the drunk.", "the drunk"),
        ("Tom Orr meets a young fighter.", "a young fighter"),
        ("The army attacks Mara Vell.", "the army"),
        ("Mara Vell is guarded by a police escort.", "a police escort"),
    ],
)
def test_who_is_there_is_somebody(text: str, name: str) -> None:
    assert name in described(text)


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Tom Orr turned Mara Vell into a vampire.", "Mara Vell", 2),
        ("Mara Vell is greeted by Ivo, transformed into a wolf-man.", "Ivo", 1),
        ("Tom Orr declares himself the king of the hills.", "Tom Orr", 3),
        ("Mara Vell considers herself Ivo Bell's girl.", "Mara Vell", 3),
        ("Ivo Bell died a hero in the fire.", "Ivo Bell", 2),
        ("Ivo Bell and Max Orr wait. Mara Vell declares them heroes.", "Ivo Bell", 1),
    ],
)
def test_what_somebody_becomes_is_nobody_else(text: str, name: str, mentions: int) -> None:
    chains = find_cast(parsed_of(text)).chains
    assert {chain.name: len(chain.mentions) for chain in chains}[name] >= mentions
    assert described(text) == set()
