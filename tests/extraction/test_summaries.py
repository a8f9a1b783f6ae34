"""The sentence that tells an event to readers."""

import pytest

from films.extraction.events.inflection import third_person
from films.extraction.events.verb_groups import agreeing
from films.extraction.events.wording import sentence
from tests.extraction.reading_aid import summaries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna meets Tom. She kisses him.", "Anna kisses Tom.", id="pronouns"),
        pytest.param("Anna meets Tom. They leave the city.", "Anna and Tom leave the city.", id="plural"),
        pytest.param("Anna meets Tom. The two marry.", "Anna and Tom marry.", id="the two"),
        pytest.param("Anna meets Tom. Anna fractures her hand.", "Anna fractures her hand.", id="own hand"),
        pytest.param("Anna meets Tom. She steals his car.", "Anna steals Tom's car.", id="his car"),
        pytest.param(
            "Anna breaks down, leaving a surprised and dejected Tom with other friends.",
            "Anna leaves a surprised and dejected Tom with other friends.",
            id="two adjectives",
        ),
        pytest.param("Anna meets Tom, leaving the city.", "Anna leaves the city.", id="participle"),
        pytest.param(
            "Anna meets Tom after leaving the city.", "Anna leaves the city.", id="behind a preposition"
        ),
        pytest.param("Anna is kissed by Tom.", "Anna is kissed by Tom.", id="passive"),
        pytest.param("Anna, who is a nurse, meets Tom, a sailor.", "Anna meets Tom.", id="asides stay out"),
        pytest.param(
            "Anna meets Tom (Jo Bell) at the station when the train stops.",
            "The train stops.",
            id="the clause alone",
        ),
        pytest.param("Anna begins to cry.", "Anna cries.", id="aspect stays out"),
        pytest.param(
            "Anna sneaks in, claiming to be a guest, not a thief.",
            "Anna claims to be a guest.",
            id="no word left over from what stays out",
        ),
        pytest.param(
            "Anna tells Tom where the money comes from.",
            "Anna tells Tom where the money comes from.",
            id="a preposition that ends its clause stays",
        ),
        pytest.param(
            "Mara is alone in a hotel full of thieves, all of whom try to flatter her.",
            "All of them try to flatter Mara.",
            id="all of whom",
        ),
        pytest.param(
            "Anna and Tom are a couple, both of whom have left the town.",
            "Anna and Tom have left the town.",
            id="both of whom",
        ),
        pytest.param(
            "When neglected wife Anna decides to leave Tom, he weeps. When neglected wife Anna leaves Tom.",
            "Neglected wife Anna leaves Tom.",
            id="when, taken for a part of who acts",
        ),
        pytest.param(
            "Anna fights, Tom sleeps and are caught.", "They are caught.", id="several who are not said"
        ),
        pytest.param("Tom is injured in a brawl.", "There is a brawl.", id="noun on its own"),
        pytest.param(
            "Anna tells Tom that she loves him.", "Anna tells Tom that she loves him.", id="what is told"
        ),
        pytest.param("Anna meets Tom. The police arrest him.", "The police arrest Tom.", id="the police"),
        pytest.param("Tom sees a girl he recognizes.", "Tom recognizes the girl.", id="object left out"),
        pytest.param("Anna meets a man who robs a bank.", "The man robs a bank.", id="relative clause"),
        pytest.param(
            "Anna meets the shy Tom. Anna's childhood friend, the clever Tom Bell, objects to the plan.",
            "Tom Bell objects to the plan.",
            id="name in an aside",
        ),
        pytest.param(
            "Anna meets a newly-recruited soldier, Ivo Marsh, at the camp.",
            "Anna meets Ivo Marsh at the camp.",
            id="name behind a description",
        ),
        pytest.param(
            "A driver, Ivo Marsh, kills the guard.", "Ivo Marsh kills the guard.", id="named subject"
        ),
        pytest.param(
            "Tom, his brother, and some friends rob the bank.",
            "Tom, his brother, and some friends rob the bank.",
            id="list of people",
        ),
        pytest.param(
            "Anna meets a guy at work who informs Tom about the job.",
            "The guy informs Tom about the job.",
            id="who stands for a person",
        ),
        pytest.param(
            "Anna sings to Tom, which angers Max.", "This angers Max.", id="which stands for what was told"
        ),
        pytest.param("Anna asks Tom to save her, which Tom does.", "Tom does this.", id="which is done"),
        pytest.param("Tom Bell is re-elected.", "Tom Bell is re-elected.", id="hyphen"),
        pytest.param(
            "Anna talks to her friends about what the ideal man is like.",
            "Anna talks to her friends about what the ideal man is like.",
            id="wh-clause",
        ),
        pytest.param(
            "Anna sings. Toby's arrested by the police.", "Toby is arrested by the police.", id="short is"
        ),
        pytest.param(
            "Anna meets Tom. Tom momentarily is distracted by Anna.",
            "Tom is momentarily distracted by Anna.",
            id="adverb behind is",
        ),
        pytest.param("Anna nags Tom into quitting his job.", "Tom quits his job.", id="talked into"),
        pytest.param(
            "Anna flies into a rage throwing a glass.", "Anna throws a glass.", id="participle on a thing"
        ),
        pytest.param(
            "Anna falls through the ice swiftly losing consciousness.",
            "Anna swiftly loses consciousness.",
            id="participle behind a place",
        ),
        pytest.param(
            "Tom meets Anna, whose mother has bought a house.",
            "Anna's mother has bought a house.",
            id="whose",
        ),
        pytest.param(
            "Tom is abducted by the thieves and injected with the drug.",
            "Tom is injected with the drug.",
            id="passive carried over",
        ),
        pytest.param(
            "Tom visits his brother-in-law Ivo.", "Tom visits his brother-in-law Ivo.", id="word with hyphens"
        ),
        pytest.param(
            "Anna's father - the composer Ivo Bell - abandoned the family.",
            "Ivo Bell abandoned the family.",
            id="aside between dashes",
        ),
        pytest.param(
            "Tom gives the order to destroy the bridge.",
            "Tom gives the order to destroy the bridge.",
            id="noun with its clause",
        ),
        pytest.param(
            "Tom was sent to a camp in an attempt to change him.",
            "Tom was sent to a camp in an attempt to change him.",
            id="attempt with its clause",
        ),
        pytest.param("Tom died after the death of Anna.", "Anna dies.", id="death is dying"),
        pytest.param(
            "Anna and Tom meet at the house after the wedding.", "The wedding takes place.", id="wedding"
        ),
        pytest.param(
            "Ivo shows Anna a bruise from Tom's attempt to murder her.",
            "Tom attempts to murder Anna.",
            id="attempt is attempting",
        ),
        pytest.param("Aaron meets and befriends Lila.", "Aaron befriends Lila.", id="second of two verbs"),
        pytest.param(
            "Anna and Tom marry. Bruno learns what they've done.",
            "Anna and Tom have done something.",
            id="contraction behind a name",
        ),
        pytest.param(
            "Anna meets Tom, who's been offered a job.", "Tom has been offered a job.", id="has been"
        ),
        pytest.param(
            "Anna goes to her father. He smiles.", "Anna's father smiles.", id="owner of a description"
        ),
        pytest.param(
            "The Driver sees this, stops the bus and removes the flare.",
            "The Driver removes the flare.",
            id="verbs in a row",
        ),
        pytest.param("Anna visits Tom. His story gets Tom killed.", "Tom is killed.", id="gets him killed"),
        pytest.param(
            "Anna poses as a poet, defeating a group of thieves.",
            "Anna defeats a group of thieves.",
            id="participle behind a comma",
        ),
        pytest.param(
            "Seth is holed-up in a flat.", "Seth is holed-up in a flat.", id="hyphen in a participle"
        ),
        pytest.param(
            "Tom is given a ring and allowed to go home.", "Tom goes home.", id="is given and allowed"
        ),
        pytest.param("Anna asks if Tom is awake.", "Anna asks if Tom is awake.", id="asks if"),
        pytest.param("Anna thanks Tom for saving her.", "Tom saves Anna.", id="thanked for"),
        pytest.param(
            "Anna meets a rich widow, Kay Marsh, who owns a club. Kay Marsh hires Anna.",
            "Kay Marsh hires Anna.",
            id="name of a widow",
        ),
        pytest.param(
            "As a reward for his work, Tom is sent to Africa to report on the war.",
            "Tom is sent to Africa to report on the war.",
            id="purpose of one sent",
        ),
    ],
)
def test_the_last_event_is_told_in_one_plain_sentence(text: str, expected: str) -> None:
    assert summaries(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ivo is a guard. She has Ivo analyze patterns.", "Ivo analyzes patterns.", id="has someone do it"
        ),
        pytest.param("The boss has Ivo fired.", "Ivo is fired.", id="has someone fired"),
        pytest.param(
            "Anna and Tom announce their love.", "Anna and Tom announce their love.", id="joined owners"
        ),
        pytest.param(
            "Anna meets Pearl. Rick, Anna, Bill, and Pearl go underground.",
            "Rick, Anna, Bill, and Pearl go underground.",
            id="many names",
        ),
        pytest.param("Tom finds Anna bathing her child.", "Anna bathes her child.", id="bathes"),
        pytest.param("Anna kills those who enter.", "Some people enter.", id="those"),
        pytest.param(
            "Tom helps Ivo and Bob, who are both dissolved in the process.",
            "Ivo and Bob are dissolved in the process.",
            id="both whom who means",
        ),
        pytest.param(
            "Tom and Anna quarrel. The two of them leave town.",
            "Tom and Anna leave town.",
            id="the two of them",
        ),
        pytest.param(
            'Anna whispers "You are the winner."', 'Anna whispers "You are the winner".', id="quotation"
        ),
        pytest.param(
            'Anna meets Stefan "Stiv" Oblov.', 'Anna meets Stefan "Stiv" Oblov.', id="nickname in quotes"
        ),
        pytest.param(
            "Anna says that Tom could never be the man Ivo is.",
            "Anna says that Tom could never be the man Ivo is.",
            id="clause that says which",
        ),
        pytest.param(
            "Mr. Marsh tells Tom that, to live as Ivo, he will have to lose his memories.",
            "Mr. Marsh tells Tom he will have to lose his memories.",
            id="content that stands apart",
        ),
        pytest.param(
            "Anna meets Tom. Anna tells Tom that they must flee.",
            "Anna tells Tom that they must flee.",
            id="both of those named",
        ),
        pytest.param(
            "Ivo joins the Italian Army. They attack the town.",
            "The Italian Army attacks the town.",
            id="capitals",
        ),
        pytest.param(
            "Frank befriends three: gangster Carl, nerd Steve, and Ivo.",
            "Frank befriends three.",
            id="list behind a colon",
        ),
        pytest.param(
            "The Genie saves Anna. Anna meets the Genie. He vanishes.",
            "The Genie vanishes.",
            id="name with an article",
        ),
        pytest.param(
            "The Tramp meets the Kid in the park. The Kid smiles at the Tramp. He kisses the Kid.",
            "The Tramp kisses the Kid.",
            id="description written as a name",
        ),
    ],
)
def test_summaries_are_sound_english(text: str, expected: str) -> None:
    assert summaries(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The butler Ferro tracks down and kills the guards.",
            "Ferro tracks down the guards.",
            id="with a particle",
        ),
        pytest.param("Ivo and Mara overpower and kill Tom.", "Ivo and Mara overpower Tom.", id="plural"),
        pytest.param("Ivo escapes and kills Tom.", "Ivo escapes.", id="needs no object"),
    ],
)
def test_a_verb_that_needs_an_object_has_that_of_the_next(text: str, expected: str) -> None:
    assert summaries(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna's attempt backfires.", "Anna makes an attempt.", id="at nothing said"),
        pytest.param("Anna's attempt to flee ends.", "Anna attempts to flee.", id="at something"),
    ],
)
def test_an_attempt_is_told_with_what_it_is_at(text: str, expected: str) -> None:
    assert summaries(text)[0] == expected


def test_those_who_are_meant_are_said() -> None:
    assert summaries("Anna kills those who enter.")[0] == "Anna kills those who enter."


def test_events_of_one_sentence_are_told_apart() -> None:
    told = summaries(
        "Anna is a nurse. Anna meets Tom at the station and takes him to a beach where they swim."
    )
    assert told == ["Anna meets Tom at the station.", "Anna takes Tom to a beach.", "Anna and Tom swim."]


def test_a_verb_shares_the_object_of_the_one_joined_to_it() -> None:
    assert summaries("Aaron meets and befriends Lila.") == ["Aaron meets Lila.", "Aaron befriends Lila."]


def test_going_says_what_for() -> None:
    assert summaries("Anna goes to see Tom.") == ["Anna goes to see Tom.", "Anna sees Tom."]


def test_a_description_and_the_name_behind_it_are_said_once() -> None:
    told = summaries("Anna meets a rich widow, Kay Marsh, who owns a club. Kay Marsh hires Anna.")
    assert told[0] == "Anna meets Kay Marsh."


def test_a_long_sentence_loses_what_may_be_missing() -> None:
    told = summaries(
        "Anna takes Tom to the old house of her grandmother on the hill behind the town with a basket "
        "of apples and a bottle of red wine from the cellar of her uncle's farm."
    )
    assert told == ["Anna takes Tom to the old house of her grandmother on the hill behind the town."]


@pytest.mark.parametrize(
    ("group", "plural", "expected"),
    [
        pytest.param("was seen", True, "were seen", id="two were"),
        pytest.param("have left", False, "has left", id="one has"),
        pytest.param("left", True, "left", id="past"),
    ],
)
def test_verbs_agree_with_the_names_that_took_the_subjects_place(
    group: str, plural: bool, expected: str
) -> None:
    assert agreeing(group, plural=plural) == expected


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("carry", "carries"), ("play", "plays"), ("reach", "reaches"), ("go", "goes"), ("have", "has")],
)
def test_third_person_is_spelled_as_english_does(lemma: str, expected: str) -> None:
    assert third_person(lemma) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("anna 's brother leaves , she stays", "Anna's brother leaves, she stays.", id="spaces"),
        pytest.param("he dies ,, and she flees ,.", "He dies, and she flees.", id="commas left over"),
        pytest.param("he does n't know", "He doesn't know.", id="contraction"),
        pytest.param("she pays $ 5 ( a lot )", "She pays $5 (a lot).", id="brackets"),
        pytest.param("who goes there ?", "Who goes there?", id="question"),
        pytest.param("Mara and Tom Mara and Tom escape", "Mara and Tom escape.", id="those said twice"),
        pytest.param("Tom meets Mara Vell Mara Vell", "Tom meets Mara Vell.", id="name said twice"),
        pytest.param("the band Orr Orr plays", "The band Orr Orr plays.", id="a name that says so"),
        pytest.param('a mutated fox"-sized cat', "A mutated fox-sized cat.", id="cut quotation"),
        pytest.param('she sings "Salt"', 'She sings "Salt".', id="quotation"),
    ],
)
def test_a_sentence_is_set_as_a_typist_sets_it(text: str, expected: str) -> None:
    assert sentence(text) == expected
