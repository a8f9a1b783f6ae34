"""Verbs that look like nouns: the mended parse is whole."""

import pytest

from films.extraction.doubtful_verbs import plain_form
from films.extraction.language_model import load_model, parse
from films.extraction.retagging import mend_all


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        pytest.param("A weak spot on the ice cracks and Nora falls.", "cracks", "spot", id="cracks"),
        pytest.param("Nora questions why he came.", "questions", "Nora", id="questions"),
        pytest.param("When Peter proposes, Nora objects.", "objects", "Nora", id="objects"),
        pytest.param("Nora and Peter volunteer to stay.", "volunteer", "Nora", id="plain form"),
        pytest.param("The Comets, a gang led by Nora, rob a bank.", "rob", "Comets", id="behind an aside"),
        pytest.param("Sheriff Briggs and his posse arrive with Nora.", "arrive", "Briggs", id="with others"),
        pytest.param("She and Frank scheme to murder Peter.", "scheme", "She", id="joined to a pronoun"),
        pytest.param("Then the dead return to life.", "return", "dead", id="the dead"),
        pytest.param(
            "Nora manipulates Rob into leaving.", "manipulates", "Nora", id="before a name like a verb"
        ),
        pytest.param("Nora returns home.", "returns", "Nora", id="short"),
        pytest.param("Nora teams up with Peter.", "teams", "Nora", id="no other verb"),
        pytest.param("A masked man in black pursues them.", "pursues", "man", id="behind a colour"),
        pytest.param(
            "Peter fails as the native escapes.", "escapes", "native", id="an adjective for someone"
        ),
        pytest.param("Peter stumbles as the road shifts.", "shifts", "road", id="in a clause of as"),
        pytest.param(
            "Peter flees while the corridor caves in.", "caves", "corridor", id="in a clause of while"
        ),
        pytest.param(
            "The guests of the mansion plot to fleece Peter.", "plot", "guests", id="what several do"
        ),
        pytest.param(
            'When the "Kestrel" docks in Oslo, Captain Bell leaves.',
            "docks",
            "Kestrel",
            id="in a time clause",
        ),
        pytest.param("When the police search the house, Peter leaves.", "search", "police", id="the police"),
        pytest.param("The two lovers part for the last time.", "part", "lovers", id="what two do"),
        pytest.param("When the French attack, Peter flees.", "attack", "French", id="a people"),
        pytest.param(
            "Peter is startled when two glasses on the bar break with no one around.",
            "break",
            "glasses",
            id="behind what stands with its subject",
        ),
        pytest.param(
            "Nora leaves, while two admirers of Anna hunt for the witness.", "hunt", "admirers", id="while"
        ),
        pytest.param("A young couple trespass into the mansion.", "trespass", "couple", id="a couple"),
        pytest.param("Peter's parents, the Bells, arrive.", "arrive", "parents", id="behind who they are"),
        pytest.param("Consequently, the general orders Peter to leave.", "orders", "general", id="a general"),
        pytest.param("Fifer and Fiddler each retreat to a house.", "retreat", "Fifer", id="each"),
        pytest.param("Nora at first charms the party with songs.", "charms", "Nora", id="at first"),
        pytest.param(
            "Tom lacks the courage to face Mara, and an explosive, and even momentarily violent, argument"
            " ensues between the two.",
            "ensues",
            "argument",
            id="a verb that is no noun",
        ),
        pytest.param("As dawn breaks, Tom leaves.", "breaks", "dawn", id="dawn"),
        pytest.param(
            "Mara waits outside the office, but the principal approaches and informs her that Ana died.",
            "approaches",
            "principal",
            id="a principal",
        ),
        pytest.param(
            "She is flattered and their friendship soon blossoms into love.",
            "blossoms",
            "friendship",
            id="a friendship",
        ),
    ],
)
def test_a_mended_verb_has_its_subject(text: str, verb: str, subject: str) -> None:
    doc = next(parse([text]))
    token = next(token for token in doc if token.text == verb)
    assert token.tag_[:2] == "VB"
    assert [child.text for child in token.children if child.dep_ == "nsubj"] == [subject]


def test_mending_keeps_text_entities_and_sentences() -> None:
    model = load_model()
    doc = model("Nora goes to the floor and flirts with Peter. The two marry in Oslo.")
    [mended] = mend_all([doc], model)
    assert mended is not doc
    assert mended.text == doc.text
    assert [str(entity) for entity in mended.ents] == [str(entity) for entity in doc.ents]
    assert [str(sentence) for sentence in mended.sents] == [str(sentence) for sentence in doc.sents]


def test_a_text_without_doubtful_words_is_left_as_it_is() -> None:
    model = load_model()
    doc = model("Nora kisses Peter.")
    [mended] = mend_all([doc], model)
    assert mended is doc


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("Peter works as a clerk while the bank guards sleep.", "guards", id="a guard"),
        pytest.param("As prison guards, they sing.", "guards", id="as guards"),
        pytest.param("The two shops of the town bank.", "bank", id="with nothing behind it"),
        pytest.param("Nora and Peter begin to trust the house guards.", "guards", id="an object"),
        pytest.param("The police search for Nora is unsuccessful.", "search", id="before another verb"),
        pytest.param("Peter soon joins as a fighter pilot.", "pilot", id="what one joins as"),
        pytest.param("The judges make Peter the prime suspect.", "suspect", id="what one is made"),
        pytest.param("Nora holds the gate shut.", "shut", id="how it is held"),
        pytest.param("Peter considers him a threat and leaves.", "threat", id="what one is considered"),
        pytest.param(
            "When the time of the attack comes, Nora flees.", "attack", id="in a phrase of a clause"
        ),
    ],
)
def test_a_noun_in_its_place_stays_one(text: str, noun: str) -> None:
    token = next(token for token in next(parse([text])) if token.text == noun)
    assert token.tag_[:2] == "NN"


def test_what_two_begin_to_do_is_a_verb() -> None:
    doc = next(parse(["Nora and Peter begin to date."]))
    assert [(token.text, token.dep_, token.head.text) for token in doc if token.text == "date"] == [
        ("date", "xcomp", "begin")
    ]


def test_wrong_plain_forms_are_put_right() -> None:
    assert [token.lemma_ for token in next(parse(["She is hoping."]))][2] == "hope"


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Mara stared at Tom.", "stare"),
        ("Mara is staring at Tom.", "stare"),
        ("Mara was shamed by Tom.", "shame"),
        ("Mara dined with Tom.", "dine"),
        ("Mara waged a war.", "wage"),
        ("Mara starred in a film.", "star"),
        ("Mara robbed the bank.", "rob"),
        ("Mara opened the door.", "open"),
        ("Mara crewed the ship.", "crew"),
        ("Mara and Tom wed in June.", "wed"),
    ],
)
def test_past_and_gerund_lead_to_the_right_plain_form(sentence: str, plain: str) -> None:
    assert plain in [token.lemma_ for token in next(parse([sentence])) if token.pos_ == "VERB"]


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("hates", "hate"),
        ("rides", "ride"),
        ("stares", "stare"),
        ("watches", "watch"),
        ("goes", "go"),
        ("robs", "rob"),
    ],
)
def test_third_person_leads_to_the_right_plain_form(form: str, plain: str) -> None:
    assert [token.lemma_ for token in next(parse([f"Mara {form} and weeps."]))][1] == plain


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("flirts", "flirt"), ("shimmies", "shimmy"), ("catches", "catch"), ("dies", "die"), ("finding", "find")],
)
def test_plain_forms_are_spelled_as_english_does(verb: str, expected: str) -> None:
    assert plain_form(verb) == expected
