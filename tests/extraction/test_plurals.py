"""Who is meant by plurals and names of groups: one phenomenon a row."""

import pytest

from tests.extraction.reading_aid import meant


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        pytest.param("Peter and Mary marry. They leave.", "They", 1, {"Peter", "Mary"}, id="joined"),
        pytest.param(
            "Ines and Ziv leave. Bruno, Ines's son, goes out to find and rescue Mary, and the two fight.",
            "two",
            1,
            {"Bruno", "Mary"},
            id="the two of the sentence, not who has a son",
        ),
        pytest.param(
            "Ines and Ziv leave. Bruno marries Mary and the couple weeps.",
            "couple",
            1,
            {"Bruno", "Mary"},
            id="the couple of the sentence",
        ),
        pytest.param(
            "Ines sings. She and students Peter and Mary Vell leave. They marry.",
            "They",
            1,
            {"Ines", "Peter", "Mary Vell"},
            id="joined with a noun and its names",
        ),
        pytest.param("Peter meets Mary. They marry.", "They", 1, {"Peter", "Mary"}, id="subject and object"),
        pytest.param("Peter meets Mary. The two marry.", "two", 1, {"Peter", "Mary"}, id="the two"),
        pytest.param(
            "Peter meets Mary. The couple marries.", "couple", 1, {"Peter", "Mary"}, id="the couple"
        ),
        pytest.param(
            "Mary is Peter's wife. Bruno sings. Peter hires Ines. The pair leave the town.",
            "pair",
            1,
            {"Peter", "Ines"},
            id="a pair need not be lovers",
        ),
        pytest.param(
            "Peter and Mary sail home. Bruno kisses Mary. Peter overhears their conversation.",
            "their",
            1,
            {"Bruno", "Mary"},
            id="nobody overhears oneself",
        ),
        pytest.param(
            "Peter leaves Bruno, Mary and Ines. The three weep.",
            "three",
            1,
            {"Bruno", "Mary", "Ines"},
            id="a number that agrees",
        ),
        pytest.param("Peter and Mary meet. Both leave.", "Both", 1, {"Peter", "Mary"}, id="both"),
        pytest.param("Peter and Mary love each other.", "other", 1, {"Peter", "Mary"}, id="each other"),
        pytest.param("Peter and Mary hurt themselves.", "themselves", 1, {"Peter", "Mary"}, id="reflexive"),
        pytest.param(
            "Peter has two sons, Bruno and Ziv. The sons leave.", "sons", 2, {"Bruno", "Ziv"}, id="the sons"
        ),
        pytest.param(
            "Tom Orr and his wife Mary arrived. The Orrs left.",
            "Orrs",
            1,
            {"Tom Orr", "Mary"},
            id="family name",
        ),
        pytest.param(
            "Peter lives with his mother Mary and sister Ines. The family leaves.",
            "family",
            1,
            {"Peter", "Mary", "Ines"},
            id="the family",
        ),
        pytest.param(
            "Bruno is ill. His father Peter and mother Mary arrive. His parents weep.",
            "parents",
            1,
            {"Peter", "Mary"},
            id="parents",
        ),
        pytest.param(
            "Peter and Mary hide the letters and burn them.", "them", 1, set(), id="things, not people"
        ),
        pytest.param(
            "Bruno and Ziv hide. Peter and Mary find them.",
            "them",
            1,
            {"Bruno", "Ziv"},
            id="not the subjects",
        ),
        pytest.param(
            "Soldiers enter the town. The men fire at Mary.", "men", 1, {"soldiers"}, id="the group at hand"
        ),
        pytest.param("Three men rob a bank. The three leave.", "three", 1, {"three men"}, id="as many"),
        pytest.param(
            "Mary adores Peter. Peter calls his son Bruno. Ziv invites the couple.",
            "couple",
            1,
            {"Peter", "Mary"},
            id="no couple of father and son",
        ),
        pytest.param(
            "Peter, Ziv and Mary, who are friends, leave.",
            "who",
            1,
            {"Peter", "Ziv", "Mary"},
            id="a plural verb means all",
        ),
        pytest.param("Peter meets some friends. They leave.", "They", 1, {"some friends"}, id="a group"),
        pytest.param(
            "Detectives Tom Orr and Max Vell leave.",
            "Detectives",
            1,
            {"Tom Orr", "Max Vell"},
            id="plural title",
        ),
        pytest.param(
            "Peter, Bruno and Ines, the only witnesses, flee.",
            "witnesses",
            1,
            {"Peter", "Bruno", "Ines"},
            id="plural apposition",
        ),
        pytest.param(
            "Police blame Mary, Ines and Kate, the only girls not seen there. They weep.",
            "They",
            1,
            {"Mary", "Ines", "Kate"},
            id="plural after a list",
        ),
        pytest.param(
            "Three friends in Lisbon, Peter, Bruno and Ziv, open a bar. The friends sing.",
            "friends",
            2,
            {"Peter", "Bruno", "Ziv"},
            id="a group that is listed",
        ),
        pytest.param(
            "Three friends live here. Peter is a cook. Mary is a nurse. Ziv is a poet. The friends sing.",
            "friends",
            2,
            {"Peter", "Mary", "Ziv"},
            id="a group told one by one",
        ),
        pytest.param(
            "Three friends live here. Peter is a cook. Mary is a nurse. The friends sing.",
            "friends",
            2,
            {"three friends"},
            id="one of the group is not told yet",
        ),
        pytest.param(
            "Bruno has a gang. His gang includes Peter, Ines and Mary. The gang leaves.",
            "gang",
            3,
            {"Peter", "Ines", "Mary"},
            id="a gang that includes some",
        ),
        pytest.param(
            "Peter and Mary travel. They are joined by Ziv. They find a house.",
            "They",
            2,
            {"Peter", "Mary", "Ziv"},
            id="one joins",
        ),
        pytest.param(
            "Peter, Mary and Ziv travel. Ziv dies. They bury a dog.",
            "They",
            1,
            {"Peter", "Mary"},
            id="the dead are not there",
        ),
        pytest.param(
            "Peter, Mary and Ziv meet a ghost who kills Ziv. They bury a dog.",
            "They",
            1,
            {"Peter", "Mary", "Ziv"},
            id="but where there are ghosts",
        ),
        pytest.param(
            "Peter, Mary and Ziv hide. Ziv calls them.", "them", 1, {"Peter", "Mary"}, id="less who calls"
        ),
        pytest.param(
            "Ines and Orla dance. Mary approaches Peter, and the two kiss.",
            "two",
            1,
            {"Mary", "Peter"},
            id="the two of the sentence",
        ),
        pytest.param(
            "Peter and Bruno are two Orr County, Iowa police officers. Ziv and Mary wait. "
            "The two officers leave.",
            "officers",
            2,
            {"Peter", "Bruno"},
            id="as they were called",
        ),
        pytest.param(
            "Mr. Orr and Bruno hide. Peter and Bruno steal a car. Mary gives Mr. Orr the keys of the boys.",
            "boys",
            1,
            {"Peter", "Bruno"},
            id="boys last told together",
        ),
        pytest.param(
            "Peter loves his wife Mary. Bruno kills Mary. Ines comforts Peter. The couple leaves.",
            "couple",
            1,
            {"Ines", "Peter"},
            id="no couple with the dead",
        ),
        pytest.param(
            "Soldiers arrive. Peter and Bruno hide. Both men escape.",
            "men",
            1,
            {"Peter", "Bruno"},
            id="both men",
        ),
        pytest.param(
            "The Vipers rob a bank. The Vipers flee. Peter hates the Vipers. The Viper brothers hide.",
            "brothers",
            1,
            {"the Vipers"},
            id="brothers of a name",
        ),
        pytest.param(
            "Mary adores Prince Bruno. Prince Ziv arrives. Peter meets the princes.",
            "princes",
            1,
            {"Prince Bruno", "Prince Ziv"},
            id="those of one title",
        ),
        pytest.param(
            "Peter, Mary and Ines land on an island. The passengers light a fire.",
            "passengers",
            1,
            {"Peter", "Mary", "Ines"},
            id="all who are there",
        ),
        pytest.param(
            "Peter, Mary and Ines land. None of the passengers is hurt.",
            "passengers",
            1,
            {"the passengers"},
            id="a part of a group is not all who are there",
        ),
        pytest.param(
            "Peter, Mary and Ines hide. Peter is found, but the others flee.",
            "others",
            1,
            {"Mary", "Ines"},
            id="the others",
        ),
        pytest.param(
            "Three friends work in Rome: the shy Ziv, easy-going Mary and French Peter. The work is hard. "
            "In the war all three soldiers are wounded.",
            "soldiers",
            1,
            {"Ziv", "Mary", "Peter"},
            id="three friends, told of long before",
        ),
        pytest.param(
            "Mary meets Tom. Tom meets Bruno and Max. Max leaves her. All three men enlist.",
            "men",
            1,
            {"Tom", "Bruno", "Max"},
            id="the three men of the scene",
        ),
        pytest.param(
            "Peter, Mary and Ziv hide. Ziv is killed. Peter stays, while the others flee.",
            "others",
            1,
            set(),
            id="one is not several others, and the dead are none of them",
        ),
        pytest.param(
            "Some girls sing. The pirates return and seize the girls, planning to marry them.",
            "them",
            1,
            {"some girls"},
            id="not who plans it",
        ),
        pytest.param(
            "Peter and Mary rob a bank. Worried about the police, they flee.",
            "they",
            1,
            {"Peter", "Mary"},
            id="not whom they worry about",
        ),
        pytest.param(
            "Peter and Mary dine. One of the soldiers finds them.",
            "them",
            1,
            {"Peter", "Mary"},
            id="not the group of the one who finds them",
        ),
        pytest.param(
            "Peter courts Mary, which angers Bruno. He waits. The two men fight.",
            "men",
            1,
            {"Peter", "Bruno"},
            id="the two men are men",
        ),
        pytest.param(
            "Three friends drive cattle in 1939: the restless Peter Orr, easy-going Bruno Vell and old "
            "Ziv Moss. Mary loves Peter. The three men leave.",
            "men",
            1,
            {"Peter Orr", "Bruno Vell", "Ziv Moss"},
            id="the three of before, however they are described",
        ),
        pytest.param(
            "Peter, Bruno and Ziv drive cattle. Mary meets Ines. Rosa sings. All three soldiers are wounded.",
            "soldiers",
            1,
            {"Peter", "Bruno", "Ziv"},
            id="all three",
        ),
        pytest.param(
            "Peter, Bruno and Ziv hide. Mary meets Ines. Rosa sings. Ines and Rosa dance. All three escape.",
            "three",
            1,
            {"Peter", "Bruno", "Ziv"},
            id="three who were told of together, though long ago",
        ),
        pytest.param(
            "A gang, including Peter, Bruno and Ziv, rob a bank. Mary and Ines wait. Peter is shot, but the "
            "others flee.",
            "others",
            1,
            {"Bruno", "Ziv"},
            id="the others of a group are the rest of it",
        ),
        pytest.param(
            "After her friends leave, Mary kisses Peter while they dance.",
            "they",
            1,
            {"Mary", "Peter"},
            id="subject and object of the clause above",
        ),
        pytest.param(
            "Ines and Bruno leave. Peter goes to Mary and they are reunited.",
            "they",
            1,
            {"Mary", "Peter"},
            id="who goes to whom",
        ),
        pytest.param(
            "Peter grabs Mary when the police arrive and they chase him.",
            "they",
            1,
            {"the police"},
            id="but not where a group comes between",
        ),
        pytest.param(
            "Her friends help Mary, and when the jury hears the truth, they free her.",
            "they",
            1,
            {"the jury"},
            id="the group that the clause in front is about",
        ),
        pytest.param(
            "Ines finds a letter from Peter to Mary and realizes the two are in love.",
            "two",
            1,
            {"Peter", "Mary"},
            id="nobody who knows of the two is one of them",
        ),
        pytest.param(
            "Ines and Ziv eat. Mary invites Peter to one of her shows and after the show, the two talk.",
            "two",
            1,
            {"Mary", "Peter"},
            id="but whoever the clause before tells of may be",
        ),
        pytest.param(
            "Racist policemen beat Peter. Mary shoots two policemen.",
            "policemen",
            2,
            {"two policemen"},
            id="a bare number tells of new ones",
        ),
        pytest.param(
            "Mary makes friends with Peter and they leave.", "they", 1, {"Mary", "Peter"}, id="making friends"
        ),
        pytest.param(
            "Police Captain Peter Orr lets Bruno and Mary go. They marry.",
            "They",
            1,
            {"Bruno", "Mary"},
            id="the police of a captain are not several",
        ),
        pytest.param(
            "The island is home to two survivors. Peter, Mary and Ziv land. The survivors leave.",
            "survivors",
            2,
            {"two survivors"},
            id="a group of whom a number is told",
        ),
        pytest.param(
            "Tom Orr, his wife Mary, Max Vell and his wife Ines arrive. The families leave.",
            "families",
            1,
            {"Tom Orr", "Mary", "Max Vell", "Ines"},
            id="the families",
        ),
    ],
)
def test_a_plural_means_those_who_are_present(
    text: str, word: str, occurrence: int, expected: set[str]
) -> None:
    assert meant(text, word, occurrence) == expected
