"""What counts as happening by the clause it stands in: at a moment, as a comparison, as a description."""

import pytest

from tests.extraction.test_events import triggers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora is about to leave when Peter opens the door.", ["opens"], id="about to, when"),
        pytest.param("Nora cannot act when she sees Peter.", ["sees"], id="cannot, when"),
        pytest.param("Nora must help Peter when he calls.", [], id="must, when"),
        pytest.param("What Nora does not know is that Peter followed her.", ["followed"], id="what is"),
        pytest.param(
            "Peter joins the choir, which is how he meets Nora.", ["joins", "meets"], id="which is how"
        ),
        pytest.param("The war ends as quickly as it began.", ["ends"], id="as quickly as"),
        pytest.param(
            "Peter wants to ask Nora, who refuses and leaves.", ["refuses", "leaves"], id="behind a comma"
        ),
        pytest.param("Nora is in the midst of packing her bags.", ["packing"], id="in the midst of"),
        pytest.param("Nora listens to Peter singing a song.", ["listens", "singing"], id="listens to"),
        pytest.param("Peter leaves for Oslo, having stolen the ring.", ["leaves", "stolen"], id="having"),
        pytest.param("Nora sends Peter to find the ring.", ["sends"], id="sends to"),
        pytest.param("Nora lets Peter go.", ["lets"], id="lets go"),
        pytest.param("The boy resorts to stealing a car.", ["stealing"], id="resorts to"),
        pytest.param(
            "The next day Nora takes Peter to lunch to break the news.", ["takes"], id="takes to lunch"
        ),
        pytest.param("It takes Nora a while to find the ring.", ["find"], id="takes a while"),
        pytest.param("Nora makes it clear that she hates Peter.", ["makes"], id="makes it clear"),
        pytest.param("Nora sets off to find Peter.", ["sets"], id="sets off"),
        pytest.param(
            "The plan fails to work, as Peter is caught.", ["fails", "caught"], id="as he is caught"
        ),
        pytest.param("Nora tries calling Peter.", ["tries"], id="tries calling"),
        pytest.param("Arrangements are made for Nora to marry.", ["Arrangements"], id="made for her to"),
        pytest.param("Nora is made to leave the town.", ["leave"], id="made to"),
        pytest.param("Nora is going to leave the town.", [], id="is going to"),
        pytest.param("Nora confronts Peter, no longer afraid.", ["confronts"], id="no longer afraid"),
        pytest.param("Peter allows himself to be caught.", ["caught"], id="allows himself"),
        pytest.param("Some time later, Nora and Peter get married.", ["married"], id="get married"),
        pytest.param(
            "Nora sneaks into the house looking for Peter.",
            ["sneaks", "looking"],
            id="into the house looking",
        ),
    ],
)
def test_what_a_clause_tells_depends_on_what_it_is_to_the_other(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora finds a tunnel that leads to the harbour.", ["finds"], id="tunnel that leads"),
        pytest.param("The guards stop a cart carrying gold.", ["stop"], id="cart carrying"),
        pytest.param("Nora meets a man selling flowers.", ["meets", "selling"], id="man selling"),
        pytest.param("Nora sees a cart leaving the farm.", ["sees", "leaving"], id="seen leaving"),
        pytest.param("Nora runs a small shop.", [], id="runs a shop"),
        pytest.param("Nora runs the boat onto a reef.", ["runs"], id="runs a boat"),
        pytest.param("Peter is trapped in a boring job.", [], id="trapped in a job"),
        pytest.param("Nora realizes what is going on.", ["realizes"], id="what is going on"),
        pytest.param("Nora constantly threatens Peter.", [], id="constantly"),
        pytest.param("Peter is a swindler, cheating old ladies.", [], id="goes on saying what he is"),
        pytest.param("Nora buys a device that turns water into wine.", ["buys"], id="device that turns"),
        pytest.param("Peter fires a shot that kills Nora.", ["fires", "kills"], id="shot that kills"),
        pytest.param("Nora is taken aback.", [], id="taken aback"),
        pytest.param("It appears as though Peter is dead.", [], id="it appears"),
        pytest.param("As the wedding date approaches, Nora flees.", ["flees"], id="a date approaches"),
        pytest.param(
            "Nora tricks Learned, and Learned is shot.", ["tricks", "shot"], id="a name like a verb"
        ),
    ],
)
def test_what_someone_or_something_is_like_does_not_happen(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora looks for the ring.", ["looks"], id="looks for"),
        pytest.param("Nora looks like a queen.", [], id="looks like"),
        pytest.param("Nora operates on Peter.", ["operates"], id="operates on"),
        pytest.param("Nora operates a small mill.", [], id="operates a mill"),
        pytest.param("The wedding is called off.", ["called"], id="called off"),
        pytest.param("The ship is called the Kestrel.", [], id="called a name"),
        pytest.param("Peter works his way up.", ["works"], id="works his way"),
        pytest.param("Nora stays behind.", ["stays"], id="stays behind"),
        pytest.param("Nora bears a son.", ["bears"], id="bears a son"),
        pytest.param("Nora bears a grudge.", [], id="bears a grudge"),
        pytest.param("The ghost possesses Peter.", ["possesses"], id="possesses someone"),
        pytest.param("Peter possesses a house.", [], id="possesses something"),
        pytest.param("When the alarm sounds, Nora flees.", ["sounds", "flees"], id="an alarm sounds"),
        pytest.param("Nora is shown a ring by Peter.", ["shown"], id="is shown something"),
    ],
)
def test_verbs_of_states_tell_an_act_with_some_companions(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nora issues an order.", ["order"], id="issues an order"),
        pytest.param("The queen is given a prophecy.", ["prophecy"], id="is given"),
        pytest.param("An arrangement is made by Nora.", ["arrangement"], id="is made"),
        pytest.param("The confrontation is avoided.", ["avoided"], id="avoided"),
        pytest.param("Peter goes on a rampage.", ["rampage"], id="goes on"),
        pytest.param("Peter falls to his death.", ["falls", "death"], id="to his death"),
        pytest.param("Nora ends the engagement.", ["ends"], id="ends what lasts"),
        pytest.param("Nora goes to a party.", ["goes"], id="a party is where one goes"),
        pytest.param("In the ensuing battle, Peter dies.", ["battle", "dies"], id="the ensuing battle"),
        pytest.param("Then comes news from Oslo.", ["news"], id="news comes"),
        pytest.param("Nora hears about the accident of Peter.", ["hears"], id="only talked of"),
        pytest.param("Nora hears about Peter's accident.", ["hears", "accident"], id="hears what befell him"),
        pytest.param("Nora turns down a proposal.", ["turns", "proposal"], id="turned down"),
        pytest.param("Nora celebrates the victory of Peter.", ["celebrates", "victory"], id="celebrates"),
    ],
)
def test_nouns_tell_with_the_verbs_that_carry_them(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
