"""Texts that tell no story, or not in English: little comes out rather than noise."""

import pytest

from films.extraction.extract import extract
from films.extraction.statements import Extraction
from films.reading import read_text


def extraction_of(text: str) -> Extraction:
    return extract(read_text("odd.txt", text))


def names_in(extraction: Extraction) -> set[str]:
    return {character.name for character in extraction.characters if character.is_named}


GERMAN = (
    "Der junge Fischer Jonas lebt mit seiner Mutter in einem kleinen Dorf an der Küste. Eines Tages findet "
    "er am Strand eine Flasche mit einem Brief. Er zeigt den Brief seiner Schwester Klara, die ihn sofort "
    "verbrennen will. In der Nacht geht Jonas allein zum Hafen und wartet auf das Schiff."
)
FRENCH = (
    "Un matin, la jeune Odile quitte la maison de ses parents et prend le train pour la ville. Elle y "
    "rencontre un vieil horloger qui lui propose du travail. Peu à peu, la boutique devient son refuge, "
    "mais un soir l'horloger disparaît sans laisser de trace."
)
SPANISH = (
    "Una noche de invierno, el viejo Anselmo vuelve al pueblo donde nació. Nadie lo espera. En la plaza "
    "encuentra a su hermano, que no le habla desde hace veinte años. Los dos caminan en silencio."
)
RUSSIAN = (
    "Молодой рыбак Фёдор живёт с матерью в деревне. Однажды он находит на берегу письмо. Он уходит один."
)
JAPANESE = "若い漁師は母と小さな村に住んでいる。ある日、彼は浜辺で手紙を見つける。夜、彼は一人で港へ行く。"
LATIN = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et "
    "dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi."
)
POEM = (
    "O Winter wind that combs the reeds,\nO silver Moon above the mill,\nYou sow the frost like scattered "
    "seeds\nAnd hold the breathing Valley still.\n\nThe River keeps its ancient word,\nThe Willow bends, the "
    "Heron sleeps,\nAnd nothing but the Night is heard\nWhere slow the deeper Water creeps."
)
SHOPPING = "- Flour\n- Brown sugar\n- 2 lemons\n- Olive oil\n- Baking powder\n- Vanilla\n- Almonds\n- Milk"
STEPS = (
    "1. Open the box.\n2. Connect the Red cable to Port A.\n3. Press Start.\n4. Wait for the Green light.\n"
    "5. Close the Lid and store the Manual."
)
LOG = (
    "2031-04-02 10:15:01,123 INFO  [main] org.example.Server - Starting Server on port 8080\n"
    "2031-04-02 10:15:02,004 WARN  [pool-1] org.example.Cache - Cache miss for key user:42\n"
    "2031-04-02 10:15:02,310 ERROR [pool-2] org.example.Worker - Connection refused: Timeout after 30000 ms\n"
    "2031-04-02 10:15:08,552 DEBUG [main] org.example.Pool - Worker Thread started, Heartbeat OK"
)
CODE = (
    'import os\nfrom pathlib import Path\n\nclass Counter:\n    """Counts Lines of Files."""\n\n'
    "    def run(self) -> int:\n        total = 0\n        for Name in os.listdir(self.folder):\n"
    '            if Name.endswith(".txt"):\n                total += len(open(Name).readlines())\n'
    "        return total\n"
)
HTML = (
    '<!DOCTYPE html><html><head><title>Status</title></head><body><ul><li><a href="/Home">Home</a></li>'
    '<li><a href="/About">About</a></li></ul><p>Page Not Found</p>'
    "<script>var Total = 3;</script></body></html>"
)
JSON = '{"Id": 17, "Status": "Active", "Items": [{"Name": "Widget", "Price": 3.5}, {"Name": "Gadget"}]}'
ROWS = (
    "Date,Region,Product,Units\n2030-01-01,North,Widget,10\n2030-01-02,South,Gadget,7\n2030-01-03,East,Bolt,2"
)
RECIPE = (
    "Preheat the Oven to 180 degrees. Mix the Flour with the Sugar. Add the Eggs one by one and beat until "
    "smooth. Pour into a Tin and bake for forty minutes. Leave to cool before serving with Cream."
)
WEATHER = (
    "Rain will spread from the west on Monday. Temperatures will stay below average in northern areas. "
    "Winds will ease by Tuesday evening, with clear spells and patchy fog in the valleys."
)
LICENCE = (
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED. IN NO EVENT SHALL '
    "THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY."
)
HEADLINES = (
    "The Old House By The Sea Is Empty. Every Window Is Dark. The Garden Has Grown Wild And The Gate Is "
    "Broken. Nobody Has Come Here For Many Years."
)
CONTENTS = "Chapter One ........ 1\nChapter Two ........ 15\nAppendix ........... 77\nIndex .............. 80"
AWARDS = "Best Picture\nBest Director\nBest Editing\nBest Original Score\nBest Costume Design"
IN_CAPITALS = (
    "MARA VELL IS A YOUNG DOCTOR IN A SMALL TOWN. ONE NIGHT SHE MEETS BRUNO, A SAILOR WHO HAS LOST HIS SHIP. "
    "MARA HIDES BRUNO IN HER HOUSE. THE POLICE ARREST BRUNO AND MARA FOLLOWS THEM TO THE HARBOUR."
)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        pytest.param(GERMAN, 0, id="German"),
        pytest.param(FRENCH, 0, id="French"),
        pytest.param(SPANISH, 0, id="Spanish"),
        pytest.param(RUSSIAN, 1, id="Russian"),
        pytest.param(JAPANESE, 0, id="Japanese"),
        pytest.param(LATIN, 0, id="Latin"),
        pytest.param(POEM, 1, id="poem"),
        pytest.param(SHOPPING, 0, id="shopping list"),
        pytest.param(STEPS, 1, id="numbered steps"),
        pytest.param(LOG, 0, id="log file"),
        pytest.param(CODE, 0, id="source code"),
        pytest.param(HTML, 0, id="web page"),
        pytest.param(JSON, 0, id="JSON"),
        pytest.param(ROWS, 0, id="table of a spreadsheet"),
        pytest.param(RECIPE, 1, id="recipe"),
        pytest.param(WEATHER, 0, id="weather"),
        pytest.param(LICENCE, 0, id="licence in capitals"),
        pytest.param(HEADLINES, 0, id="every word capitalised"),
        pytest.param(CONTENTS, 0, id="table of contents"),
        pytest.param(AWARDS, 0, id="awards"),
    ],
)
def test_text_without_a_story_gives_hardly_any_named_character(text: str, most: int):
    assert len(names_in(extraction_of(text))) <= most


@pytest.mark.parametrize(
    "text",
    [
        "...",
        "x",
        "?",
        "3.14159 2.71828 42 17",
        "😀 🎬 👨‍👩‍👧‍👦",
        "---\n***\n___\n===\n",
        "\u200b\u200b.",
        "(((",
        "Mr.",
    ],
)
def test_text_with_next_to_nothing_gives_nothing(text: str):
    extraction = extraction_of(text)
    assert (extraction.characters, extraction.events, extraction.places) == ((), (), ())


def test_story_all_in_capitals_names_its_characters():
    assert {name.casefold() for name in names_in(extraction_of(IN_CAPITALS))} == {"mara", "bruno"}


def test_people_of_a_text_in_capitals_are_few():
    assert len(names_in(extraction_of(IN_CAPITALS))) <= 2


@pytest.mark.parametrize(
    "story",
    [
        "Mara Vell ends up robbing Tom Orr, who takes to drinking and goes on to win, beginning with a kiss.",
        "The general, a man from Rome named “Bo”, is set to leave his ex-wife for one he is attracted to.",
        "One of her brothers-in-law, the King and Queen Ana meet two friends: the shy Mara and Lady Vell.",
        "Leaving him, Ana and Tom's house is taken by the other three men and screenwriter Jo.",
    ],
    ids=["verbs", "nouns", "lists", "owners"],
)
def test_a_story_may_be_cut_off_behind_any_word(story: str):
    words = story.split()
    for count in range(1, len(words) + 1):
        text = " ".join(words[:count])
        extraction = extraction_of(text)
        spans = [event.trigger for event in extraction.events]
        spans += [mention.span for one in extraction.characters for mention in one.mentions]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
