"""Who made the film, who is in it, and whom they play."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from films.extraction.chains import Cast, Chain, TokenMention
from films.extraction.film.cast_entry import role_names
from films.extraction.film.cast_list import find_cast_entries
from films.extraction.film.credits import find_credits
from films.extraction.film.crew import find_crew
from films.extraction.film.name_shapes import clean_name, is_person_like, split_list
from films.extraction.parsed import Parsed
from films.extraction.statements import Name
from films.vocabulary import CharacterKind, Job, MentionKind, NameKind
from tests.extraction.reading_aid import parsed_of

STORY = "\n\nPlot:\nMara Vell works at the mill with Tom Ross. Mara waits for Tom."


def entries_of(text: str) -> list[tuple[str, str]]:
    return [(entry.actor, entry.role) for entry in find_cast_entries(parsed_of(text))]


def cast_of(parsed: Parsed, *names: str) -> Cast:
    """Return characters who are meant wherever one of their words stands."""
    chains, heads = [], {}
    for name in names:
        key = name.split()[0].casefold()
        found = [token.i for token in parsed.doc if token.text in name.split()]
        heads |= dict.fromkeys(found, (key,))
        mentions = tuple(TokenMention(i, i + 1, i, MentionKind.PROPER) for i in found)
        names_of = (Name(name, NameKind.FULL), Name(name.split()[0], NameKind.FIRST))
        chains.append(Chain(key, name, names_of, True, CharacterKind.PERSON, None, mentions))
    return Cast(tuple(chains), heads)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("Kim Lee, Bo Orr,", [("Kim Lee", ""), ("Bo Orr", "")], id="comma-list"),
        pytest.param("Kim Lee and Bo Orr", [("Kim Lee", ""), ("Bo Orr", "")], id="and"),
        pytest.param("Al Fox, Jr., Bo Orr", [("Al Fox, Jr.", ""), ("Bo Orr", "")], id="junior"),
        pytest.param("Kim Lee as Mara, Bo Orr as Tom", [("Kim Lee", "Mara"), ("Bo Orr", "Tom")], id="as"),
        pytest.param("Kim Lee (Mara), Common (Tom)", [("Kim Lee", "Mara"), ("Common", "Tom")], id="brackets"),
        pytest.param("Kim Lee; Bo Orr", [("Kim Lee", ""), ("Bo Orr", "")], id="semicolons"),
        pytest.param(
            "Kim Lee, Al Fox, and Bo Orr", [("Kim Lee", ""), ("Al Fox", ""), ("Bo Orr", "")], id="comma and"
        ),
        pytest.param("Kim Lee Kim Lee, Bo Orr", [("Kim Lee", ""), ("Bo Orr", "")], id="name set twice"),
        pytest.param(
            "Kim Lee as Mara, a nurse, Bo Orr", [("Kim Lee", "Mara"), ("Bo Orr", "")], id="described"
        ),
        pytest.param("Unknown, ), Bo Orr", [("Bo Orr", "")], id="nobody"),
        pytest.param('Bo "Lucky" Orr, Kim Lee', [('Bo "Lucky" Orr', ""), ("Kim Lee", "")], id="nickname"),
    ],
)
def test_cast_on_one_line_is_read(value: str, expected: list[tuple[str, str]]) -> None:
    assert entries_of(f"Title: Salt\nCast: {value}{STORY}") == expected


@pytest.mark.parametrize(
    ("line", "actor", "role"),
    [
        pytest.param("Kim Lee as Mara Vell", "Kim Lee", "Mara Vell", id="as"),
        pytest.param("Kim Lee – Mara Vell", "Kim Lee", "Mara Vell", id="dash"),
        pytest.param("Kim Lee ... Mara Vell", "Kim Lee", "Mara Vell", id="dots"),
        pytest.param("Mara Vell: Kim Lee", "Kim Lee", "Mara Vell", id="character-first"),
        pytest.param("* Kim Lee as Mara Vell, Tom's sister", "Kim Lee", "Mara Vell", id="bullet"),
        pytest.param("Kim Lee as Mara Vell (voice)", "Kim Lee", "Mara Vell", id="voice"),
        pytest.param("Kim Lee as 5-year-old Mara", "Kim Lee", "Mara", id="age"),
        pytest.param("Kim Lee as young Mara", "Kim Lee", "Mara", id="young"),
        pytest.param("Kim Lee as the Manager", "Kim Lee", "the Manager", id="no-name"),
        pytest.param("Kim Lee as Mara Vell, Jr.", "Kim Lee", "Mara Vell, Jr.", id="junior"),
    ],
)
def test_cast_line_is_read_in_any_form(line: str, actor: str, role: str) -> None:
    assert entries_of(f"Title: Salt\nCast:\n  {line}\n  Bo Orr as Tom Ross{STORY}")[0] == (actor, role)


def test_several_actors_on_one_line_play_one_character_at_several_ages() -> None:
    text = (
        "Title: Salt\nCast:\n  Kim Lee as Mara, the elder sister of Tom, Bo Orr as 5-year-old Mara\n" + STORY
    )
    entries = find_cast_entries(parsed_of(text))
    assert [(e.actor, e.names, e.billing) for e in entries] == [
        ("Kim Lee", ("Mara",), 1),
        ("Bo Orr", ("Mara",), 2),
    ]
    assert entries[0].description == "the elder sister of Tom"


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("Mara Vell / The Crow", ("Mara Vell", "The Crow")),
        ('Sam "Lucky" Orr', ('Sam "Lucky" Orr', "Sam Orr", "Lucky")),
        ("Himself", ("Jo Smith",)),
        ("a nurse", ()),
        ("Mara's mother", ()),
        ("18-year-old Mara", ("Mara",)),
        ("Dr. Mara Vell", ("Dr. Mara Vell",)),
    ],
)
def test_role_gives_the_names_of_its_character(role: str, names: tuple[str, ...]) -> None:
    assert role_names(role, "Jo Smith") == names


@pytest.mark.parametrize(
    ("sentence", "entry"),
    [
        pytest.param("Mara Vell (Kim Lee) meets Tom (Bo Orr).", ("Kim Lee", "Mara Vell"), id="brackets"),
        pytest.param(
            "Mara, (Kim Lee) has a fall. Tom (Bo Orr) helps.", ("Kim Lee", "Mara"), id="comma-before"
        ),
        pytest.param(
            'One day John "Gabby" Vell (Kim Lee) tells Tom (Bo Orr).',
            ("Kim Lee", 'John "Gabby" Vell'),
            id="nick",
        ),
        pytest.param(
            "Mara (Kim Lee, simply magnificent) leaves Tom (Bo Orr).", ("Kim Lee", "Mara"), id="remark"
        ),
        pytest.param("Mara (Kim Lee – superb!) leaves Tom (Bo Orr).", ("Kim Lee", "Mara"), id="dash"),
        pytest.param("Mara (the poet Kim Lee) leaves Tom (Bo Orr).", ("Kim Lee", "Mara"), id="trade"),
        pytest.param(
            "Mara (an unrecognisable Kim Lee) leaves Tom (Bo Orr).", ("Kim Lee", "Mara"), id="praise"
        ),
        pytest.param(
            "A woman played by actress Kim Lee runs away. Tom (Bo Orr) helps.",
            ("Kim Lee", "A woman"),
            id="played by actress",
        ),
        pytest.param(
            "Kim Lee is Mara, who runs an inn. Mara hires Tom (Bo Orr). Mara sings.",
            ("Kim Lee", "Mara"),
            id="is",
        ),
        pytest.param(
            "Mara meets a thief, with Kim Lee as Ziv. Ziv robs Mara and Tom (Bo Orr) hides Ziv.",
            ("Kim Lee", "Ziv"),
            id="with as",
        ),
        pytest.param("Then Mara (Kim Lee) leaves Tom (Bo Orr).", ("Kim Lee", "Mara"), id="sentence-start"),
        pytest.param("The doctor (Kim Lee) waits for Tom (Bo Orr).", ("Kim Lee", "The doctor"), id="no-name"),
        pytest.param("Mara, played by Kim Lee, leaves.", ("Kim Lee", "Mara"), id="played-by"),
        pytest.param("Mara (voiced by Kim Lee) leaves.", ("Kim Lee", "Mara"), id="voiced-by"),
        pytest.param("Kim Lee, in the part of Mara, sings.", ("Kim Lee", "Mara"), id="in-the-part-of"),
        pytest.param("In the film released in 1999 Kim Lee plays Mara.", ("Kim Lee", "Mara"), id="plays"),
        pytest.param("The film stars Kim Lee as Mara and Bo Orr.", ("Kim Lee", "Mara"), id="stars-as"),
        pytest.param("Salt is a 1999 film starring Kim Lee and Bo Orr.", ("Kim Lee", ""), id="starring"),
        pytest.param("Pilot Mara Vell (Kim Lee) meets Tom (Bo Orr).", ("Kim Lee", "Mara Vell"), id="trade"),
    ],
)
def test_prose_tells_who_plays_whom(sentence: str, entry: tuple[str, str]) -> None:
    assert entries_of(sentence)[0] == entry


@pytest.mark.parametrize(
    "sentence",
    [
        "Mara (nicknamed the Crow) leaves.",
        "Mara (a friend of Kim Lee) leaves.",
        "Tom is Mara, a spy. Mara robs Tom. Mara flees and Tom follows Mara.",
        "Mara joins the mill (1999) and leaves.",
        "Mara Vell (Tom Ross's sister) leaves.",
        "Mara lives in Saint Mark (Belgium) for years.",
        "The Crow (Mara Vell) robs the mill. Mara Vell leaves.",
        "Tom poses as Captain Flint. Mara plays cards.",
    ],
)
def test_other_things_in_parentheses_and_poses_are_no_actors(sentence: str) -> None:
    assert entries_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        pytest.param("It stars Kim Lee, as well as Bo Orr.", ["Kim Lee", "Bo Orr"], id="well"),
        pytest.param("It stars Kim Lee, Madder, and Bo Orr.", ["Kim Lee", "Madder", "Bo Orr"], id="one-word"),
        pytest.param(
            "It stars Kim Lee, Bix the Cook and Bo Orr.", ["Kim Lee", "Bix the Cook", "Bo Orr"], id="the"
        ),
        pytest.param(
            "It stars Kim Lee as Mara and Crow, with Bo Orr.", ["Kim Lee", "Bo Orr"], id="two-roles"
        ),
        pytest.param("It stars Kim Lee in a village of Port Ember, Redwater.", ["Kim Lee"], id="place"),
        pytest.param(
            "It stars Orrick's then-wife Kim Lee and Bo Orr.", ["Kim Lee", "Bo Orr"], id="then-wife"
        ),
        pytest.param(
            "Jo Orr directed the film version, released in May, which stars Kim Lee.",
            ["Kim Lee"],
            id="version",
        ),
        pytest.param("The 1999 film features the debut of actress Kim Lee.", ["Kim Lee"], id="debut"),
        pytest.param("The 1999 film stars the popular Belgian idol Kim Lee.", ["Kim Lee"], id="described"),
        pytest.param(
            "It stars Kim Lee and Bo Orr in a story of two old men who both compete for the love of a nurse.",
            ["Kim Lee", "Bo Orr"],
            id="long-end",
        ),
        pytest.param(
            "The supporting players include Kim Lee and Bo Orr.", ["Kim Lee", "Bo Orr"], id="players"
        ),
        pytest.param("Other cast members are Kim Lee and Bo Orr.", ["Kim Lee", "Bo Orr"], id="others"),
        pytest.param("Supporting roles are played by Kim Lee and Bo Orr.", ["Kim Lee", "Bo Orr"], id="by"),
        pytest.param("Among the supporting cast are Kim Lee and Bo Orr.", ["Kim Lee", "Bo Orr"], id="among"),
        pytest.param(
            "Also released in May, Kim Lee and Bo Orr join the cast of the film.",
            ["Kim Lee", "Bo Orr"],
            id="join",
        ),
        pytest.param("In the film, released in May, Kim Lee plays an old nurse.", ["Kim Lee"], id="someone"),
        pytest.param("In the film, released in May, Kim Lee plays the piano.", [], id="something"),
    ],
)
def test_lists_of_actors_are_read_in_any_wording(sentence: str, actors: list[str]) -> None:
    assert [actor for actor, _ in entries_of(sentence)] == actors


def test_surname_in_a_list_is_the_makers_who_acts_too() -> None:
    found = entries_of("Salt is a 1999 film directed by Jo Orr. It stars Orr, Kim Lee and Ed Fox.")
    assert [actor for actor, _ in found] == ["Jo Orr", "Kim Lee", "Ed Fox"]


def test_surname_in_parentheses_is_the_actor_named_elsewhere() -> None:
    text = "Salt is a 1999 film starring Kim Lee and Bo Orr. It tells of a nurse (Lee) who marries Tom (Orr)."
    assert ("Bo Orr", "Tom") in entries_of(text)
    assert ("Kim Lee", "a nurse") in entries_of(text)


def test_a_first_name_in_parentheses_is_an_actors_where_many_others_stand() -> None:
    text = "Mara (Vell), Tom (Orrick), Ines (Pound) and Max (Brandt) meet Gracie (Allen)."
    assert ("Allen", "Gracie") in entries_of(text)
    assert entries_of("Mara (Vell) meets Gracie (Allen).") == []


def test_a_first_name_in_parentheses_is_an_actors_where_known_actors_stand_by_surname() -> None:
    plot = "Mara (Orrick) hires Tom (Pound), who loves Gracie (Allen)."
    text = f"Title: Salt\nCast: Kim Orrick, Bo Pound\n\nPlot:\n{plot}"
    assert ("Allen", "Gracie") in entries_of(text)
    assert ("Allen", "Gracie") not in entries_of(text.replace(", Bo Pound", ""))


def test_a_description_has_an_actor_by_surname_where_many_stand_so() -> None:
    cast = "Title: Salt\nCast: Kim Orrick, Bo Pound\n\nPlot:\n"
    others = "Mara (Orrick) hires Tom (Pound). Ines (Brandt) loves Max (Dorn)."
    uncle = "Her uncle (French) sells the house, and the maid (McVell) leaves."
    found = entries_of(f"{cast}{others} {uncle}")
    assert {("French", "uncle"), ("McVell", "the maid")} <= set(found)
    assert all(role not in {"uncle", "the maid"} for _, role in entries_of(f"{cast}{uncle}"))


def test_an_encyclopedias_note_and_a_missing_credit_are_no_part_of_an_actors_name() -> None:
    assert entries_of("Mara Vell (Kim Lee (actress)) meets Tom (Bo Orr).")[0] == ("Kim Lee", "Mara Vell")
    found = entries_of("Mara hires two waiters (Kim Lee and an uncredited Bo Orr). Tom (Ed Fox) waits.")
    assert [actor for actor, _ in found] == ["Kim Lee", "Bo Orr", "Ed Fox"]


def test_two_actors_in_one_parenthesis_play_the_two_before_it() -> None:
    found = entries_of("Mara and Tom (Kim Lee and Bo Orr, respectively) meet. Al (Ed Fox) waits.")
    assert found[:2] == [("Kim Lee", "Mara"), ("Bo Orr", "Tom")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "directed by Jo Orr and Al Lee.", {("Jo Orr", Job.DIRECTOR), ("Al Lee", Job.DIRECTOR)}, id="two"
        ),
        pytest.param(
            "co-produced and directed by Jo Orr for Vell Pictures.",
            {("Jo Orr", Job.PRODUCER), ("Jo Orr", Job.DIRECTOR)},
            id="two-jobs",
        ),
        pytest.param("produced by Vell Studios.", set(), id="company"),
        pytest.param("with a screenplay by Jo Orr.", {("Jo Orr", Job.WRITER)}, id="screenplay"),
        pytest.param("based on the 1996 novel Brine by Jo Orr.", {("Jo Orr", Job.AUTHOR)}, id="author"),
        pytest.param("based on Jo Orr's play.", {("Jo Orr", Job.AUTHOR)}, id="author-owner"),
        pytest.param("with music by Jo Orr.", {("Jo Orr", Job.COMPOSER)}, id="music"),
        pytest.param("photographed by Jo Orr.", {("Jo Orr", Job.CINEMATOGRAPHER)}, id="camera"),
        pytest.param("and edited by Jo Orr.", {("Jo Orr", Job.EDITOR)}, id="editing"),
        pytest.param("directed by the novelist Jo Orr.", {("Jo Orr", Job.DIRECTOR)}, id="called"),
        pytest.param("directed by Jo B. deOrr.", {("Jo B. deOrr", Job.DIRECTOR)}, id="joined-particle"),
        pytest.param(
            "directed by Port Ember Cinema founder Jo Orr.",
            {("Jo Orr", Job.DIRECTOR)},
            id="founder",
        ),
        pytest.param(
            "directed by the Belgian filmmaker Jo Orr.", {("Jo Orr", Job.DIRECTOR)}, id="of-a-country"
        ),
        pytest.param(
            "directed by Tom and Mara Orr.",
            {("Tom Orr", Job.DIRECTOR), ("Mara Orr", Job.DIRECTOR)},
            id="one-surname",
        ),
        pytest.param(
            "directed by Vell and Mara Orr.",
            {("Vell", Job.DIRECTOR), ("Mara Orr", Job.DIRECTOR)},
            id="two-surnames",
        ),
        pytest.param(
            "made by Jo Allen. It was directed by Allen and Mara Orr.",
            {("Jo Allen", Job.DIRECTOR), ("Allen", Job.DIRECTOR), ("Mara Orr", Job.DIRECTOR)},
            id="a-surname-like-a-first-name",
        ),
        pytest.param("based on a novel by the French.", set(), id="a-people"),
        pytest.param("directed by its star Jo Orr.", {("Jo Orr", Job.DIRECTOR)}, id="star"),
        pytest.param("directed by Vell's then-husband, Jo Orr.", {("Jo Orr", Job.DIRECTOR)}, id="husband"),
        pytest.param(
            "written, directed by, and starring Jo Orr.",
            {("Jo Orr", Job.WRITER), ("Jo Orr", Job.DIRECTOR)},
            id="and-starring",
        ),
        pytest.param(
            "based on the character the Crow, directed by Jo Orr.",
            {("Jo Orr", Job.DIRECTOR)},
            id="based-directed",
        ),
        pytest.param(
            "adapted from a play, which was written by Jo Orr.", {("Jo Orr", Job.AUTHOR)}, id="which"
        ),
        pytest.param(
            "about the gang led by Tom Vell, inspired by a family led by Jo Orr.", set(), id="led-by"
        ),
        pytest.param("directed by American Jo Orr.", {("Jo Orr", Job.DIRECTOR)}, id="nationality"),
        pytest.param("made by Jo Orr.", {("Jo Orr", Job.DIRECTOR)}, id="made"),
        pytest.param("by the veteran director Jo Orr.", {("Jo Orr", Job.DIRECTOR)}, id="by"),
        pytest.param("made by Vell.", set(), id="made-by-a-firm"),
    ],
)
def test_prose_tells_who_made_the_film(sentence: str, expected: set[tuple[str, Job]]) -> None:
    crew = find_crew(parsed_of(f"Salt is a 1999 film {sentence}"))
    assert {(mention.person, mention.job) for mention in crew} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It is a remake of the 1933 film Brine, starring Bo Orr and Ed Fox.", id="remake"),
        pytest.param("It is based on the 1901 play Brine, which starred Bo Orr in Ostend.", id="play"),
        pytest.param("There was an older version directed by Bo Orr and starring Ed Fox.", id="version"),
        pytest.param("The film is a remake of the Belgian film Brine (1960) directed by Bo Orr.", id="year"),
        pytest.param("Tom Vell had been played in a film by Bo Orr.", id="played-in-a-film-by"),
        pytest.param(
            "The sets of the film are by the art director Bo Orr, released in May.", id="art-director"
        ),
    ],
)
def test_makers_and_cast_of_another_work_are_not_the_films(sentence: str) -> None:
    parsed = parsed_of(f"Salt is a 1999 film directed by Al Lee and starring Kim Lee. {sentence}")
    assert [entry.actor for entry in find_cast_entries(parsed)] == ["Kim Lee"]
    assert [mention.person for mention in find_crew(parsed)] == ["Al Lee"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Salt is a 1999 remake of the 1933 film Brine directed by Al Lee", id="lead"),
        pytest.param(
            "Salt is a 1999 film. Based on the 1901 play Brine, the film was directed by Al Lee", id="again"
        ),
        pytest.param("Salt is a drama film. This 1999 film, directed by Al Lee", id="own-year"),
    ],
)
def test_an_older_work_in_the_sentence_does_not_hide_who_made_this_film(text: str) -> None:
    parsed = parsed_of(f"{text}, stars Kim Lee.")
    assert [mention.person for mention in find_crew(parsed) if mention.job is Job.DIRECTOR] == ["Al Lee"]


def test_the_headers_own_year_in_a_sentence_tells_of_this_film() -> None:
    text = "Title: Salt\nYear: 1999\nContent: Salt is a novel. It was made into a 1999 film starring Kim Lee."
    assert entries_of(text) == [("Kim Lee", "")]


def test_header_names_the_crew_without_notes() -> None:
    crew = find_crew(parsed_of(f"Title: Salt\nDirector: Jo Orr[1], Al Lee (uncredited) & Unknown{STORY}"))
    assert [(m.person, m.job) for m in crew] == [("Jo Orr", Job.DIRECTOR), ("Al Lee", Job.DIRECTOR)]


def test_possessive_before_the_year_names_the_director() -> None:
    crew = find_crew(parsed_of("In Jo Orr's 1933 film, Mara loves Tom."))
    assert [(m.person, m.job) for m in crew] == [("Jo Orr", Job.DIRECTOR)]


def test_cast_is_linked_to_characters_in_billing_order() -> None:
    parsed = parsed_of(
        f"Title: Salt\nCast: Kim Lee, Bo Orr, Ed Fox{STORY} Tom (Bo Orr) and Mara (Kim Lee) marry."
    )
    found = find_credits(parsed, find_cast_entries(parsed), cast_of(parsed, "Mara Vell", "Tom Ross"))
    assert [(c.person, c.billing, c.character) for c in found] == [
        ("Kim Lee", 1, "mara"),
        ("Bo Orr", 2, "tom"),
        ("Ed Fox", 3, None),
    ]


def test_each_credit_holds_all_its_evidence() -> None:
    parsed = parsed_of(
        f"Title: Salt\nDirector: Jo Orr\nContent: Salt is a 1999 film directed by Jo Orr.{STORY}"
    )
    found = find_credits(parsed, (), Cast(()))
    assert [(c.person, c.job, len(c.evidence)) for c in found] == [("Jo Orr", Job.DIRECTOR, 2)]


def test_actor_of_two_characters_has_two_credits() -> None:
    parsed = parsed_of("Mara (Kim Lee) meets Tom (Bo Orr). Ana (Kim Lee) laughs.")
    found = find_credits(parsed, find_cast_entries(parsed), cast_of(parsed, "Mara", "Tom", "Ana"))
    assert [(c.person, c.character, c.billing) for c in found] == [
        ("Kim Lee", "mara", 1),
        ("Kim Lee", "ana", 1),
        ("Bo Orr", "tom", 2),
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("Unknown", ")", "", "n/a", "Vell Pictures", "-", "Voices of", "a", "The", 'Kim "Lil'),
        *("Best Supporting Actress", "Ember Award for Best Actor", "His Orchestra"),
    ],
)
def test_what_is_no_persons_name_is_refused(name: str) -> None:
    assert not is_person_like(clean_name(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Odd Bo" Orr', '"Odd Bo" Orr'),
        ('"Bo Orr"', "Bo Orr"),
        ("“Bo Orr”,", "Bo Orr"),
        ('Bo Orr"', "Bo Orr"),
        ('Kim "Kit" Lee', 'Kim "Kit" Lee'),
    ],
)
def test_quotation_marks_stay_around_a_nickname_alone(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    ("cast", "actors"),
    [
        ("life in, Kim Lee, open source", ["Kim Lee"]),
        ("conflict between, deaf identity", []),
        ("k.d. orr, Kim Lee", ["k.d. orr", "Kim Lee"]),
        ('"Odd Bo" Orr, Voices of, Kim Lee', ['"Odd Bo" Orr', "Kim Lee"]),
    ],
)
def test_what_is_listed_in_small_letters_is_no_actor(cast: str, actors: list[str]) -> None:
    parsed = parsed_of(f"Title: Salt\nStarring: {cast}\nDirector: open source, Jo Orr")
    assert [entry.actor for entry in find_cast_entries(parsed)] == actors
    assert [mention.person for mention in find_crew(parsed)] == ["Jo Orr"]


def test_names_in_small_letters_are_names_where_all_are_so() -> None:
    parsed = parsed_of("title: salt\nstarring: kim lee, bo orr\ndirector: jo orr")
    assert [entry.actor for entry in find_cast_entries(parsed)] == ["kim lee", "bo orr"]


def test_name_ends_before_the_next_sentence() -> None:
    parsed = parsed_of("Salt is a 1999 film by rapper Orr P. The film stars Orr P and Kim Lee.")
    assert not any(mention.person.endswith("The") for mention in find_crew(parsed))


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_pieces_of_a_list_lie_in_it_in_order(text: str) -> None:
    ends = [0]
    for start, end in split_list(text):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_names_of_any_role_are_found_without_error(role: str) -> None:
    assert all(role_names(role))


BILLED = "Title: Salt\nStarring: Jo Smith, Al Brown, Kim Orr\n\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It stars Jo Smith as the title character, Al Brown, and Kim Orr.", "the title character"),
        ("It stars Jo Smith as the titular nurse, alongside Al Brown and Kim Orr.", "the titular nurse"),
        ("It stars Jo Smith as the titular spider alongside Al Brown and Kim Orr.", "the titular spider"),
        ("It stars Jo Smith as her stern mother, Al Brown, and Kim Orr.", "her stern mother"),
        ("It stars Jo Smith as the mother, as well as Al Brown and Kim Orr.", "the mother"),
        ("It stars Jo Smith as the main nurse, while Al Brown and Kim Orr play along.", "the main nurse"),
        ("It stars Jo Smith as the clerk's wife, supported by Al Brown.", "the clerk's wife"),
        ("Jo Smith stars as the title nurse, Al Brown, and Kim Orr follows.", "the title nurse"),
        ("It stars Jo Smith as her daughter, Mara, and Al Brown.", "Mara"),
        ("It stars Jo Smith as the title character, Mara Vell, and Al Brown.", "Mara Vell"),
        ("It stars Jo Smith as the title character, Mara Vell.", "Mara Vell"),
        ("It stars Jo Smith as the innkeeper Mara as well as Al Brown.", "Mara"),
        ("Jo Smith plays FBI agent Mara Vell, and Al Brown follows.", "Mara Vell"),
    ],
)
def test_actor_named_after_a_role_is_not_that_role(sentence: str, expected: str) -> None:
    told = f"{BILLED}Salt is a 1999 film. {sentence}\n"
    assert {role for actor, role in entries_of(told) if actor == "Jo Smith" and role} == {expected}
    assert "Al Brown" not in {role for _, role in entries_of(told)}


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        (
            "Jo Smith as a child doctor, Al Brown as a local clerk and Kim Orr as Mara",
            {"Jo Smith": "a child doctor", "Al Brown": "a local clerk", "Kim Orr": "Mara"},
        ),
        (
            "Jo Smith as the eponymous hero, Al Brown, and Kim Orr",
            {"Jo Smith": "the eponymous hero", "Al Brown": "", "Kim Orr": ""},
        ),
        (
            "Jo Smith as the eponymous hero, Mara Vell, who is a nurse",
            {"Jo Smith": "Mara Vell"},
        ),
        (
            "Jo Smith as FBI agent Mara Vell, Al Brown as a World War I pilot, and Kim Orr as Tom who sings",
            {"Jo Smith": "Mara Vell", "Al Brown": "a World War I pilot", "Kim Orr": "Tom"},
        ),
        (
            "Jo Smith as a San Porto clerk and Al Brown as Tom",
            {"Jo Smith": "a San Porto clerk", "Al Brown": "Tom"},
        ),
    ],
)
def test_next_actor_of_a_list_is_no_role_without_a_cast_list_either(
    cast: str, expected: dict[str, str]
) -> None:
    assert dict(entries_of(f"Salt is a 1999 film starring {cast}.")) == expected


@pytest.mark.parametrize("billed", ["", "Starring: Jo Smith, Al Brown\n"])
def test_role_may_stand_in_parentheses_behind_a_star(billed: str) -> None:
    told = "Salt is a 1999 film. It stars Jo Smith (Mara), Al Brown (Speed), and Kim Orr."
    roles = {actor: role for actor, role in entries_of(f"Title: Salt\n{billed}\n{told}") if role}
    assert roles == {"Jo Smith": "Mara", "Al Brown": "Speed"}


@pytest.mark.parametrize(
    ("sentence", "entries"),
    [
        pytest.param(
            "It is grand. Kim Lee as Mara Vell, Bo Orr as Tom Ross and Al Fox as Ivo.",
            [("Kim Lee", "Mara Vell"), ("Bo Orr", "Tom Ross"), ("Al Fox", "Ivo")],
            id="run of pairs",
        ),
        pytest.param(
            "With Kim Lee, Bo Orr and Al Fox.", [("Kim Lee", ""), ("Bo Orr", ""), ("Al Fox", "")], id="with"
        ),
        pytest.param(
            "Kim Lee plays Ana Quill as a thief.", [("Kim Lee", "Ana Quill")], id="plays, both in full"
        ),
        pytest.param("With Mara and Tom. They wait.", [], id="first names of the story"),
        pytest.param("Tom works with Al Fox as Mara Vell sleeps.", [], id="as tells when"),
        pytest.param("Kim Lee plays Ana Quill in court. Lee loses.", [], id="acts in the story again"),
    ],
)
def test_casts_without_a_verb_are_read(sentence: str, entries: list[tuple[str, str]]) -> None:
    assert entries_of(f"{STORY.removeprefix(chr(10) * 2)}\n\n{sentence}") == entries


def test_another_film_behind_its_makers_name_is_no_actor() -> None:
    text = "The film was directed by Ida Holm (GUNS OF BRINE). Mara (Kim Lee) waits. Tom (Bo Orr) sails."
    assert entries_of(text) == [("Kim Lee", "Mara"), ("Bo Orr", "Tom")]


def test_a_header_names_two_of_one_surname_and_a_name_grown_together_with_its_sort_key() -> None:
    parsed = parsed_of(f"Title: Salt\nDirector: Tom & Mara Orr\nWriter: Orr, AlmaAlma Orr\n{STORY}")
    named = [(mention.person, mention.job) for mention in find_crew(parsed)]
    assert named[:2] == [("Tom Orr", Job.DIRECTOR), ("Mara Orr", Job.DIRECTOR)]
    assert ("Alma Orr", Job.WRITER) in named
