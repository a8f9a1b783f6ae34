"""Who belongs to the crowd that a plural or a group noun means: the living, the household, the party."""

import pytest

from films.extraction.coreference.characters import find_cast
from films.extraction.film.cast_list import find_cast_entries
from tests.extraction.reading_aid import meant, parsed_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom, Ana, Max and Mara flee. Tom and Ana are killed by a car. They hide.",
            {"Max", "Mara"},
            id="all who are joined",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is shot and killed. They hide.",
            {"Ana", "Mara"},
            id="shot and killed",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom falls to his death. They hide.",
            {"Ana", "Mara"},
            id="falls to his death",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is fatally stabbed. They hide.",
            {"Ana", "Mara"},
            id="fatally",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. The roof falls in, killing Tom. They hide.",
            {"Ana", "Mara"},
            id="an outcome",
        ),
        pytest.param(
            "Max meets Ana. He kills a nurse and a clerk. They flee.",
            {"Max", "Ana"},
            id="nobody of those last named is left",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is nearly beaten to death. Tom and Mara laugh. They hide.",
            {"Tom", "Mara"},
            id="nearly",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is sentenced to death. Tom and Mara laugh. They hide.",
            {"Tom", "Mara"},
            id="a sentence is no death yet",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Max threatens to kill Tom. Tom and Mara laugh. They hide.",
            {"Tom", "Mara"},
            id="a threat",
        ),
    ],
)
def test_they_are_the_living(text: str, expected: set[str]) -> None:
    assert meant(text, "They") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom lives with his wife Ana, his son Max and his father Ivo. Tom takes his family to Rome.",
            {"Ana", "Max"},
            id="whom one has children with rather than who one is a child of",
        ),
        pytest.param(
            "Max lives with his father Ivo, his mother Ana and his sister Mara. Max leaves his family.",
            {"Ivo", "Ana", "Mara"},
            id="whom one grew up with",
        ),
        pytest.param(
            "Tom and his wife Ana have a son, Max. Max hates his family.",
            {"Tom", "Ana"},
            id="both parents",
        ),
        pytest.param(
            "Tom lives with his wife Ana and his sons Max and Ivo. Max dies. Tom takes his family to Rome.",
            {"Ana", "Ivo"},
            id="the dead are no longer there",
        ),
        pytest.param(
            "Tom lives with his wife Ana and his son Max. Vell is the brother of Orla. Tom, Ana and Max meet "
            "Vell. Vell leaves. The family sings.",
            {"Tom", "Ana", "Max"},
            id="the family most told of lately",
        ),
    ],
)
def test_the_family_is_the_household(text: str, expected: set[str]) -> None:
    assert meant(text, "family") == expected


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param(
            "Tom has a son, Max, and a daughter, Ana. Several armed children attack Tom.",
            "children",
            1,
            {"several armed children"},
            id="bare children are not those who were told of",
        ),
        pytest.param(
            "Tom has a son, Max, and a daughter, Ana. The children attack Tom.",
            "children",
            1,
            {"Max", "Ana"},
            id="the children are",
        ),
        pytest.param(
            "A German soldier and a French soldier meet. Mara is found by French soldiers.",
            "soldiers",
            1,
            {"french soldiers"},
            id="soldiers of a people",
        ),
        pytest.param(
            "Tom and Max leave. Ana learns that the dolls have killed their parents. The men go in.",
            "men",
            1,
            {"Tom", "Max"},
            id="the men are nobody's parents",
        ),
        pytest.param(
            "Tom and Max leave. Ana learns that a council meets. The men enter the house.",
            "men",
            1,
            {"Tom", "Max"},
            id="nor those of whom somebody learns",
        ),
        pytest.param(
            "Tom and his men rob a bank. Mara hides. Tom's men find Mara.",
            "men",
            2,
            {"his men"},
            id="the men of one leader",
        ),
        pytest.param(
            "Vell and his men rob a bank. Mara kills Vell and his remaining henchmen.",
            "henchmen",
            1,
            {"his men"},
            id="whatever they are called",
        ),
        pytest.param(
            "Ana, Mara and Rosa hide. Rosa is killed. Tom defends the girls.",
            "girls",
            1,
            {"Ana", "Mara"},
            id="the girls who live",
        ),
    ],
)
def test_a_plural_noun_means_those_it_fits(text: str, word: str, occurrence: int, expected: set[str]) -> None:
    assert meant(text, word, occurrence) == expected


def test_the_men_of_two_leaders_are_two_groups() -> None:
    text = "Vell and his men rob a bank. Tom and his men find Vell."
    cast = find_cast(parsed := parsed_of(text), find_cast_entries(parsed))
    men = [token.i for token in parsed.doc if token.text == "men"]
    assert cast.at(men[0]) != cast.at(men[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Widowed Tom Orr, his young daughter, Ana, and his girlfriend, Mara, are travelling. They rest.",
            {"Tom Orr", "Ana", "Mara"},
            id="a daughter between commas",
        ),
        pytest.param(
            "Tom, his deputy Ivo, and the town physician, Dr. Vell, travel to Rome. They find a car.",
            {"Tom", "Ivo", "Dr. Vell"},
            id="whose deputy begins the list",
        ),
        pytest.param(
            "Tom, his wife, Mara, and their daughter Ana leave. They find a car.",
            {"Tom", "Mara", "Ana"},
            id="a wife between commas",
        ),
        pytest.param(
            "Max meets Tom Orr, his daughter Ana, and his girlfriend Mara. They leave.",
            {"Tom Orr", "Ana", "Mara"},
            id="where they are met",
        ),
        pytest.param(
            "Tom, a clerk, and Mara leave. They find a car.",
            {"Tom", "Mara"},
            id="a calling is nobody else",
        ),
        pytest.param(
            "Tom, a clerk, and his wife Mara leave. They find a car.",
            {"Tom", "Mara"},
            id="a calling before a wife",
        ),
    ],
)
def test_a_list_with_somebodys_kin_begins_with_whose_they_are(text: str, expected: set[str]) -> None:
    assert meant(text, "They") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Alfred Orr and his wife arrive. The Orrs leave.",
            {"Alfred Orr", "his wife"},
            id="a wife without a name",
        ),
        pytest.param(
            "Tom Orr and his wife Mara arrive. Tom Orr dies. The Orrs leave.",
            {"Mara"},
            id="the one who lives",
        ),
        pytest.param(
            "Tom Orr has two daughters, Ana and Rosa. Tom Orr dies. The Orrs leave.",
            {"Ana", "Rosa"},
            id="his children, once he is dead",
        ),
        pytest.param(
            "Tom Orr has a son, Max Orr, who is engaged to Ana. The Orrs leave.",
            {"Tom Orr", "Max Orr"},
            id="not who is only engaged to one of them",
        ),
    ],
)
def test_a_family_name_means_its_living_bearers_and_their_spouses(text: str, expected: set[str]) -> None:
    assert meant(text, "Orrs") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Tom lives with his wife Ana and his son Max. He takes his family to Rome. They find a dog.",
            "They",
            {"Tom", "Ana", "Max"},
            id="who takes them goes along",
        ),
        pytest.param(
            "Tom takes the prisoners to Rome. They escape.", "They", {"the prisoners"}, id="prisoners are led"
        ),
        pytest.param(
            "Ana offers herself in exchange for Mara, who is reunited with her mother, Rosa. The two escape.",
            "two",
            {"Mara", "Rosa"},
            id="the two who are reunited",
        ),
        pytest.param(
            "Tom is partnered with a spy, Mara, who fled after her group was killed. They play a couple.",
            "They",
            {"Tom", "Mara"},
            id="partners rather than a group that one of them had",
        ),
        pytest.param(
            "Tom makes friends with Max and Ivo. They sail to France.",
            "They",
            {"Tom", "Max", "Ivo"},
            id="who makes friends is one of them",
        ),
    ],
)
def test_those_who_are_brought_together_are_spoken_of_as_one(
    text: str, word: str, expected: set[str]
) -> None:
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tom saves Mara, and both escape.", {"Tom", "Mara"}, id="whom he saves, too"),
        pytest.param("Ana and Tom fight, but both survive.", {"Ana", "Tom"}, id="as before"),
    ],
)
def test_both_act_where_the_verb_has_no_other_subject(text: str, expected: set[str]) -> None:
    assert meant(text, "both") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Mara has two daughters, Ana and Rosa. She finds the soldiers. She begs them to help.",
            "them",
            {"the soldiers"},
            id="a group just found rather than the two most told of",
        ),
        pytest.param(
            "Tom brings his presents, but they frighten Mara.",
            "they",
            set(),
            id="presents that one man brings",
        ),
        pytest.param(
            "Mara and Tom bring presents, but they frighten Max.",
            "they",
            {"Mara", "Tom"},
            id="but several who bring them may be meant",
        ),
        pytest.param(
            "Vell sends her henchmen Tom, Max and Ivo to Rome. Mara and Ana hide. Vell fires Tom and sends "
            "the others back.",
            "others",
            {"Max", "Ivo"},
            id="the others of those who were called one thing",
        ),
        pytest.param(
            "Tom fights Max. Mara meets Rosa. Ana sees Ivo Orr. Kate calls Ziv. Peter greets the others.",
            "others",
            set(),
            id="not everybody of many who were told of one by one",
        ),
    ],
)
def test_a_plural_means_a_party_rather_than_a_crowd(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A crew consisting of pilot Tom Orr and Max Vell attack a ship. The crew is rescued.",
            {"Tom Orr", "Max Vell"},
            id="consisting of",
        ),
        pytest.param(
            "A crew made up of Tom, Max and Ana attack a ship. The crew is rescued.",
            {"Tom", "Max", "Ana"},
            id="made up of",
        ),
        pytest.param(
            "The crew of Tom Orr, Max and Ana Vell rob a bank. Max sings. The crew is rescued.",
            {"Tom Orr", "Max", "Ana Vell"},
            id="of so many names",
        ),
        pytest.param(
            "Tom joins the crew of Ana Vell and laughs. Max sings. The crew is rescued.",
            {"the crew"},
            id="of one, who leads it",
        ),
        pytest.param(
            "Tom, Max and Ana form a crew. Ana sings. The crew is rescued.",
            {"Tom", "Max", "Ana"},
            id="formed",
        ),
        pytest.param(
            "Tom and Max laugh. They form a crew with Ana. Ana sings. The crew is rescued.",
            {"Tom", "Max", "Ana"},
            id="formed with another",
        ),
        pytest.param("Tom forms a crew. Ana sings. The crew is rescued.", {"a crew"}, id="formed by one"),
        pytest.param(
            "Tom and a nurse form a crew. Ana sings. The crew is rescued.",
            {"a crew"},
            id="formed with one without a name",
        ),
        pytest.param(
            "A crew consisting of sailors leaves. Tom and Ana sing. The crew wins.", {"a crew"}, id="no names"
        ),
    ],
)
def test_a_group_is_made_up_of_whom_it_consists_of(text: str, expected: set[str]) -> None:
    assert meant(text, "crew", 2) == expected
