"""What is told as done and what is only planned, lasting, of the film or no verb at all."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The film utilizes puppetry and animation.", [], id="utilizes"),
        pytest.param("We are introduced to Nora as she leaves Peter.", ["leaves"], id="we are introduced"),
        pytest.param("We cut to the bar, where Nora sings.", ["sings"], id="we cut to"),
        pytest.param("It is implied that Nora killed Peter.", [], id="it is implied"),
        pytest.param("As the plot progresses, Nora leaves.", ["leaves"], id="the plot progresses"),
        pytest.param("The action takes place in Oslo.", [], id="the action takes place"),
        pytest.param("It is a short film made in 1998 by Jo Bell.", [], id="a film made in"),
        pytest.param("Nora kills him, ending the film.", ["kills"], id="ending the film"),
        pytest.param("Jo Bell plays Nora Vell, a country girl.", [], id="a player and the part"),
        pytest.param("The role of Nora is expanded.", [], id="a role"),
        pytest.param("A singer named Nora (played by Bell) leaves Peter.", ["leaves"], id="(played by)"),
    ],
)
def test_what_makers_and_viewers_do_is_no_event(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("As it turns out, Nora lives there.", [], id="as it turns out"),
        pytest.param("Nora goes by the name of Ana.", [], id="goes by a name"),
        pytest.param("Peter is set to leave town.", [], id="is set to"),
        pytest.param("The house is set on fire.", ["set"], id="is set on fire"),
        pytest.param("Peter is still mired in debt.", [], id="is still"),
        pytest.param("The estate is currently possessed by Nora.", [], id="is currently"),
        pytest.param("Nora sees him as a friend.", [], id="sees him as"),
        pytest.param("They find all the doors locked.", ["find"], id="finds them locked"),
        pytest.param("Whenever Peter comes, Nora sings.", [], id="whenever"),
        pytest.param("For a living, she sings in the tavern.", [], id="for a living"),
        pytest.param("Few people have survived the war.", [], id="few people"),
        pytest.param("A few people have survived the war.", ["survived"], id="a few people"),
        pytest.param("Peter is infatuated with Nora.", [], id="is infatuated"),
        pytest.param("Peter becomes infatuated with Nora.", ["becomes"], id="becomes infatuated"),
        pytest.param("Peter becomes smitten with Nora.", ["becomes"], id="becomes smitten"),
        pytest.param("Peter enjoys fishing.", [], id="enjoys"),
        pytest.param("Nora takes a weekly dance lesson.", [], id="weekly"),
        pytest.param("If Nora works, the state takes her money.", [], id="if she works"),
        pytest.param("Peter gets a job playing violin.", ["gets"], id="a job playing"),
        pytest.param("Nora recalls the events leading up to this moment.", ["recalls"], id="leading up to"),
        pytest.param("Adding to her stress, Nora loses the house.", ["loses"], id="adding to"),
        pytest.param(
            "They find Peter walking hand in hand with Nora.", ["find", "walking"], id="hand in hand"
        ),
    ],
)
def test_what_lasts_or_is_usual_is_no_event(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He plans to marry and then kill Nora.", [], id="plans to and"),
        pytest.param("Peter plans to marry Nora, rescuing her.", [], id="what a plan would do"),
        pytest.param("Peter wants to go, asking Nora to come.", ["asking"], id="what one says"),
        pytest.param("Nora promises to join him once Peter has recovered.", ["promises"], id="once he has"),
        pytest.param("Peter asks for it in exchange for killing Nora.", ["asks"], id="in exchange for"),
        pytest.param("Nora has a passion for saving lives.", [], id="a passion for"),
        pytest.param("They forbid her seeing Peter.", ["forbid"], id="forbid"),
        pytest.param("Peter agrees to her suggestion that they marry.", ["agrees"], id="a suggestion that"),
        pytest.param("Nora accepts on the condition that he leave.", ["accepts"], id="that he leave"),
        pytest.param("Nora is drawn back by a call and to honor a debt.", ["drawn"], id="and to honor"),
        pytest.param("Nora drives to town to catch a ship.", ["drives"], id="drives to town"),
        pytest.param("Nora goes to see if Peter is there.", ["goes"], id="goes to see if"),
        pytest.param(
            "He goes to question Peter, but finds him dead.", ["goes", "finds", "dead"], id="but finds"
        ),
        pytest.param("The wedding is off.", [], id="is off"),
        pytest.param("The wedding has to be postponed.", ["postponed"], id="has to be postponed"),
        pytest.param("Nora insists on him returning to Oslo.", ["insists"], id="insists on him"),
        pytest.param("Peter intends to study them, trying to find a cure.", [], id="intends, trying"),
        pytest.param("Nora finds herself drawn back and to honor a debt.", ["drawn"], id="drawn and to"),
    ],
)
def test_what_is_planned_or_wished_is_not_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nora comes down and is annoyed to find Peter.",
            ["comes", "annoyed", "find"],
            id="annoyed to find",
        ),
        pytest.param("Nora is pleased to learn that Peter left.", ["learn", "left"], id="pleased to learn"),
        pytest.param("Peter does not give up, arranging a trial.", ["arranging"], id="not, arranging"),
        pytest.param("Peter must go, although the ghost kills him.", ["kills"], id="although"),
        pytest.param(
            "He goes out, not realizing that they are following him.", ["goes", "following"], id="facts"
        ),
        pytest.param("Nora fails to stop him from leaving.", ["fails", "leaving"], id="fails to stop"),
        pytest.param("Nora lets him stay there.", ["lets"], id="lets him stay"),
        pytest.param("They find themselves trapped in the bar.", ["find"], id="find themselves trapped"),
        pytest.param("After fleeing, the three end up on a beach.", ["fleeing", "end"], id="after fleeing"),
        pytest.param("But it gets stuck in a cave.", ["gets"], id="gets stuck"),
        pytest.param("Nora does her best to stop him.", ["does"], id="does her best"),
        pytest.param("When they are trapped on a boat, Nora sings.", ["trapped", "sings"], id="when trapped"),
        pytest.param("Nora is convinced when she finds Peter.", ["convinced", "finds"], id="convinced when"),
        pytest.param(
            "Nora is ambushed and paralyzed by Peter.", ["ambushed", "paralyzed"], id="and paralyzed"
        ),
        pytest.param("Nora assumes the command.", ["assumes"], id="assumes what one takes"),
        pytest.param("They run after Peter.", ["run"], id="run after"),
        pytest.param("She holds her daughter.", ["holds"], id="holds someone"),
        pytest.param(
            "Nora says that she is rich, and Peter hires her.", ["says", "hires"], id="and he hires"
        ),
        pytest.param("Nora and Peter wed in Oslo.", ["wed"], id="wed"),
        pytest.param("She takes to spying on Peter through a telescope.", ["spying"], id="takes to"),
        pytest.param("In the end they are married.", ["married"], id="in the end"),
        pytest.param("That night Peter dreams he is a pirate.", ["dreams"], id="dreams"),
        pytest.param(
            "Then Ivo appears and announces he believes her.", ["appears", "announces"], id="appears"
        ),
        pytest.param(
            "She goes on, wondering why Peter has vanished.", ["goes", "wondering", "vanished"], id="why"
        ),
        pytest.param(
            "She agrees to go on a date with Peter and the two quickly become an item.",
            ["agrees", "become"],
            id="and the two",
        ),
        pytest.param(
            "Nora informs Ana that she knows of it and spends more time with her.",
            ["informs", "spends"],
            id="knows and spends",
        ),
        pytest.param(
            "Realizing Nora still loves him, Peter kisses her.", ["Realizing", "kisses"], id="realizing"
        ),
        pytest.param("Peter opens a club that becomes famous.", ["opens", "becomes"], id="that becomes"),
        pytest.param(
            "Ivo traces her to the house and schemes to win her.", ["traces", "schemes"], id="schemes to"
        ),
        pytest.param(
            "Peter is arrested, having been seen arguing with him.",
            ["arrested", "seen", "arguing"],
            id="seen",
        ),
    ],
)
def test_what_comes_about_is_told_whatever_stands_beside_it(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("There is an attempt on her life.", ["attempt"], id="there is an attempt"),
        pytest.param("There is a diamond theft.", ["theft"], id="there is a theft"),
        pytest.param("During the chase that ensues, Peter dies.", ["chase", "dies"], id="that ensues"),
        pytest.param("Nora leaves due to a fight with Peter.", ["leaves", "fight"], id="due to"),
        pytest.param(
            "He leaves in spite of his wife's attempts to stop him.", ["leaves", "attempts"], id="spite"
        ),
        pytest.param("Peter meets with an accident.", ["accident"], id="meets with an accident"),
        pytest.param("Peter has a change of heart.", ["change"], id="a change of heart"),
        pytest.param("Nora gives him a kick.", ["kick"], id="gives a kick"),
        pytest.param("Just then a raid takes place.", ["raid"], id="takes place"),
        pytest.param("This results in the banishment of Nora.", ["banishment"], id="banishment"),
        pytest.param("They have a restraining order against him.", [], id="an order one has"),
        pytest.param("Nora wins for the sixth time in a row.", ["wins"], id="in a row"),
        pytest.param("While in recovery, Nora sings.", ["sings"], id="in recovery"),
    ],
)
def test_nouns_tell_what_happened(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They transmit incriminating evidence to Nora.", ["transmit"], id="incriminating"),
        pytest.param("It causes him to re-evaluate his life.", ["evaluate"], id="re-evaluate"),
        pytest.param(
            "Peter sails for Oslo to make his fortune, making a living working as a shoeshiner on a street"
            " corner in New York City.",
            ["sails"],
            id="street corner",
        ),
        pytest.param("Peter killed eight student nurses.", ["killed"], id="eight student nurses"),
    ],
)
def test_words_taken_for_verbs_tell_nothing(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
