"""Trees that the parser joined wrongly: each verb has the subject and object that grammar gives it."""

import pytest

from films.extraction.language_model import parse


def around(text: str, verb: str, dependency: str) -> list[str]:
    """Return the words that hang on the first such verb of the text with this dependency."""
    doc = next(parse([text]))
    token = next(token for token in doc if token.text == verb)
    return [child.text for child in token.children if child.dep_ == dependency]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        pytest.param("Mara leaves Tom sleeping.", "sleeping", ["Tom"], id="left sleeping"),
        pytest.param("Bruno hears Rosa scream.", "scream", ["Rosa"], id="heard to scream"),
        pytest.param(
            "It is winter and Bruno and Sam play in the snow on a frozen lake.",
            "play",
            ["Bruno"],
            id="joined to a time of year",
        ),
        pytest.param(
            "Her father has already seen Rosa elope three times.", "elope", ["Rosa"], id="seen to elope"
        ),
        pytest.param(
            "Will reluctantly agrees to help Rosa.", "agrees", ["Will"], id="a name like a modal verb"
        ),
        pytest.param("Tom saves Mara, and both escape.", "escape", ["both"], id="both act"),
        pytest.param("Bruno sees Tom and Rosa embrace.", "embrace", ["Tom"], id="two seen"),
        pytest.param("Ivo follows Tom and Rosa follows Ivo.", "follows", ["Ivo"], id="first of two clauses"),
        pytest.param(
            "Rudo escapes after killing Mara and Tom uses the car.", "uses", ["Tom"], id="behind a participle"
        ),
        pytest.param(
            "After leaving Captain Bell, Tom and Mara confess their love.",
            "confess",
            ["Tom"],
            id="names behind a comma",
        ),
        pytest.param(
            "In New York, Irene and Minnie open their shop for the afternoon.",
            "open",
            ["Irene"],
            id="names behind a place",
        ),
        pytest.param(
            "Vera and her husband, Jack, exhibiting a certain carelessness in their house hunting, "
            "buy a foreboding wreck of a place.",
            "buy",
            ["Vera"],
            id="behind a participle of one's own",
        ),
        pytest.param(
            "An odd tenant named Mr. Bell accosts Tom and demands that he leave.",
            "accosts",
            ["tenant"],
            id="behind a name",
        ),
        pytest.param(
            "While sneaking into the palace to visit Jana, Alan and Abu are captured by Ivo.",
            "captured",
            ["Alan"],
            id="passive behind a clause",
        ),
        pytest.param(
            "Frank monopolizes the conversation and Janet walks out.",
            "walks",
            ["Janet"],
            id="behind a thing and an and",
        ),
        pytest.param(
            "Slim tackles the officer and a scuffle ensues, resulting in his arrest.",
            "ensues",
            ["scuffle"],
            id="two things",
        ),
        pytest.param(
            "Mara's father Ivo, now disabled from a fall, tells her the news.",
            "tells",
            ["Ivo"],
            id="behind a participle between commas",
        ),
        pytest.param("Ivo, shot in the leg, escapes.", "escapes", ["Ivo"], id="participle between commas"),
        pytest.param(
            "Ivo, mortally wounded and dying, pleads with her to use her powers.",
            "pleads",
            ["Ivo"],
            id="adverb and participle between commas",
        ),
        pytest.param(
            "Father Bell, apparently wanting to talk to Rosa, attempts to catch up to her on the street.",
            "attempts",
            ["Bell"],
            id="adverb and gerund between commas",
        ),
        pytest.param(
            "When he returns to headquarters in Calcutta, Tom, who is placed under house arrest, encounters "
            "an angry officer.",
            "encounters",
            ["Tom"],
            id="relative clause between commas",
        ),
        pytest.param(
            "After being betrayed by Karl, Bruno and his wife leave the city.",
            "leave",
            ["Bruno"],
            id="a pair behind a passive",
        ),
        pytest.param(
            "Having been bailed out by Karl, Bruno and his friends help Vera.",
            "help",
            ["Bruno"],
            id="a group behind a passive",
        ),
        pytest.param(
            "The pair head to the beach where the ghost is waiting.", "head", ["pair"], id="a pair that acts"
        ),
    ],
)
def test_a_verb_has_the_subject_of_its_own_clause(text: str, verb: str, subjects: list[str]) -> None:
    assert around(text, verb, "nsubj") == subjects


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        pytest.param("Ivo follows Tom and Rosa follows Ivo.", "follows", ["Tom"], id="before an and"),
        pytest.param(
            "Mara regains consciousness and attacks Norman, who drives into the swamp.",
            "attacks",
            ["Norman"],
            id="behind a second verb",
        ),
        pytest.param(
            "Ana breaks down, leaving a surprised and dejected Tom with other friends.",
            "leaving",
            ["Tom"],
            id="behind two adjectives",
        ),
        pytest.param(
            "She shoots her mother and orders Dennis to dispose of the body.",
            "orders",
            ["Dennis"],
            id="of the second verb",
        ),
        pytest.param("Bruno takes Vera Voss hostage.", "takes", ["Voss"], id="before what they become"),
        pytest.param("Bruno takes her hostage.", "takes", ["her"], id="a pronoun before it"),
    ],
)
def test_a_verb_has_the_object_behind_it(text: str, verb: str, objects: list[str]) -> None:
    assert around(text, verb, "dobj") == objects


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        pytest.param(
            "When Mary discovers the affair, Vera, now comfortable with her choice, is dismissed.",
            "dismissed",
            ["Vera"],
            id="an adjective between commas",
        ),
        pytest.param(
            "Jim, now at the dormitory, is then killed by a girl.",
            "killed",
            ["Jim"],
            id="a place between commas",
        ),
    ],
)
def test_a_passive_verb_has_the_subject_before_an_aside(text: str, verb: str, subjects: list[str]) -> None:
    assert around(text, verb, "nsubjpass") == subjects


def test_who_invites_somebody_to_do_something_is_the_agent_of_the_invitation() -> None:
    text = "Vera is invited to visit the remote facility by billionaire Karl Voss."
    assert around(text, "invited", "agent") == ["by"]


@pytest.mark.parametrize(
    "text",
    [
        "Mara and Tom leave the house and Rosa follows them.",
        "Mara meets Tom, Ana and Ivo.",
        "Mara asks Tom who he is.",
    ],
)
def test_sound_trees_are_left_alone(text: str) -> None:
    doc = next(parse([text]))
    [root] = [token for token in doc if token.head == token]
    assert root.tag_.startswith("VB")
    assert sum(child.dep_ in {"nsubj", "expl"} for child in root.children) == 1


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        pytest.param("Bruno arrives at Mara and Ivo's house in England.", "house", id="behind a preposition"),
        pytest.param("Bruno breaks up Mara and Ivo's relationship.", "relationship", id="object"),
        pytest.param("Mara and Ivo's marriage is annulled.", "marriage", id="subject"),
    ],
)
def test_two_joined_names_own_together(text: str, owned: str) -> None:
    assert around(text, owned, "poss") == ["Mara"]


def test_people_are_no_joint_possession() -> None:
    assert around("A standoff between Mara and Ivo's partner begins.", "partner", "poss") == ["Ivo"]


def test_a_name_between_joined_names_is_one_of_the_list() -> None:
    text = "NAME, Marianne, and some friends visit the same night club where NAME used to work."
    assert [around(text.replace("NAME", name), name, "conj")[0] for name in ("Ivo", "Omar")] == [
        "Marianne"
    ] * 2


@pytest.mark.parametrize(
    ("text", "verb", "governor", "dependency"),
    [
        pytest.param(
            "Busy with a case, Mara is surprised by Bruno at her office one day who tells her he is afraid.",
            "tells",
            "Bruno",
            "relcl",
            id="a day tells nothing",
        ),
        pytest.param(
            "Vera visits Helga in the institution, who explains it.",
            "explains",
            "Helga",
            "relcl",
            id="a house explains nothing",
        ),
        pytest.param(
            "Vera meets Bruno once more, who leads him to a house.",
            "leads",
            "Bruno",
            "relcl",
            id="whoever is nearer",
        ),
        pytest.param(
            "Vera requests Bruno's help, who instead tries to kill her.",
            "tries",
            "Bruno",
            "relcl",
            id="whose help it is",
        ),
        pytest.param(
            "Bruno is a businessman in Grand Rapids, who hides Vera.",
            "hides",
            "businessman",
            "relcl",
            id="a place hides nobody",
        ),
        pytest.param(
            "Bruno is the new purser for the flight who disrupts the robbery.",
            "disrupts",
            "purser",
            "relcl",
            id="a flight disrupts nothing",
        ),
        pytest.param(
            "Bruno goes with Vera to a seer, who tells her the truth.",
            "tells",
            "seer",
            "relcl",
            id="somebody of whom no list knows",
        ),
        pytest.param("The men raid the bank and head for the border.", "head", "raid", "conj", id="head for"),
        pytest.param("They leave town and embark on schemes.", "embark", "leave", "conj", id="embark on"),
        pytest.param(
            "They raise money and support for the school.", "support", "money", "conj", id="a noun stays one"
        ),
        pytest.param("While out driving, Bruno meets Rosa.", "driving", "meets", "advcl", id="while out"),
        pytest.param(
            "Bruno weeps and puts his hands round her throat.", "round", "puts", "prep", id="round a throat"
        ),
        pytest.param(
            "Looking down at her legs in her skirt, the man apologizes to her and Rosa flies into a rage.",
            "flies",
            "apologizes",
            "conj",
            id="joined, not said",
        ),
    ],
)
def test_a_clause_hangs_where_its_words_say(text: str, verb: str, governor: str, dependency: str) -> None:
    token = next(token for token in next(parse([text])) if token.text == verb)
    assert (token.head.text, token.dep_) == (governor, dependency)
