"""What a document states of its film: title, year, running time and the like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from films.extraction.film.durations import read_minutes, read_year
from films.extraction.film.facts import find_facts, read_kind
from films.extraction.film.film_lead import clean_title, find_lead
from films.extraction.resources import read_list, read_pairs
from films.vocabulary import Fact
from tests.extraction.reading_aid import parsed_of


def facts_of(text: str) -> dict[Fact, list[str]]:
    found: dict[Fact, list[str]] = {}
    for statement in find_facts(parsed_of(text)):
        found.setdefault(statement.fact, []).append(statement.value)
    return found


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        pytest.param("122", "122", id="bare"),
        pytest.param("122 min.", "122", id="min"),
        pytest.param("1h 45m", "105", id="short-hours"),
        pytest.param("2 hours 2 minutes", "122", id="hours-and-minutes"),
        pytest.param("2 hours and 5 minutes", "125", id="joined-by-and"),
        pytest.param("1 hr", "60", id="whole-hour"),
        pytest.param("a 95-minute film", "95", id="adjective"),
        pytest.param("1:35:10", "95", id="clock"),
        pytest.param("two hours and ten minutes", "130", id="in-words"),
        pytest.param("an hour and a half", "90", id="half-an-hour-more"),
        pytest.param("two and a half hours", "150", id="halves"),
        pytest.param("ninety-five minutes", "95", id="tens-and-units"),
        pytest.param("unknown", None, id="unknown"),
        pytest.param("0", None, id="nothing"),
    ],
)
def test_running_time_is_read_in_minutes(text: str, minutes: str | None) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "year"),
    [("2012", "2012"), ("12 May 2012", "2012"), ("1999-05-12", "1999"), ("room 20123", None), ("1066", None)],
)
def test_year_is_read_from_dates(text: str, year: str | None) -> None:
    assert read_year(text) == year


@pytest.mark.parametrize(
    ("lead", "title", "year"),
    [
        pytest.param("Salt is a 1999 drama film directed by Jo Orr.", "Salt", "1999", id="plain"),
        pytest.param("Salt (French: Sel) is a 1999 film.", "Salt", "1999", id="foreign-title"),
        pytest.param("It Rains Salt is a 1999 film.", "It Rains Salt", "1999", id="begins-with-pronoun"),
        pytest.param("Salt, also known as Brine, is a 1999 film.", "Salt", "1999", id="also-known"),
        pytest.param('"Salt" is an upcoming film directed by Jo Orr.', "Salt", None, id="quoted"),
        pytest.param("Mr. Salt was a 1931 American short.", "Mr. Salt", "1931", id="abbreviation"),
        pytest.param('In the 1999 film "Salt", Mara waits.', "Salt", "1999", id="in-the-film"),
        pytest.param("Salt, later retitled Brine, is a 1999 film.", "Salt", "1999", id="retitled"),
        pytest.param("Salt also known as Brine is a 1999 film.", "Salt", "1999", id="also-known-bare"),
        pytest.param("Salt, based on a play, is a 1999 film.", "Salt", "1999", id="based-on"),
        pytest.param("Salt is a 1999 mystery crime-drama directed by Jo Orr.", "Salt", "1999", id="hyphen"),
        pytest.param("Salt is a comedy/mystery film released in May.", "Salt", None, id="slash"),
        pytest.param("Salt is a comedy silent film released in May.", "Salt", None, id="mode-of-film"),
        pytest.param("Salt (1999) is a low-budget marsh drama film.", "Salt", None, id="year-in-brackets"),
    ],
)
def test_lead_of_an_article_gives_title_and_year(lead: str, title: str, year: str | None) -> None:
    found = find_lead(lead, 0, len(lead), is_first=True)
    assert found is not None
    assert (found.title, found.year) == (title, year)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mara is a young nurse.",
        "Mara is a young film student.",
        "Tom is a film director from Ostend.",
        "Al is a silent film star.",
        "It is a 1999 film directed by Jo Orr.",
        "The film is a drama about a mill.",
        "It was raining in the town. Tom was a famous movie actor.",
        "Mara was the 1999 champion.",
        "Salt is Ida Holm's sixth film and was released in 1915. Directed by Holm, it was a silent film.",
    ],
)
def test_story_prose_is_no_title(sentence: str) -> None:
    assert find_lead(sentence, 0, len(sentence), is_first=True) is None


def test_kind_of_film_gives_genres_countries_and_languages() -> None:
    found = list(read_kind("1999 French-Belgian Tamil-language romantic comedy"))
    assert found == [
        (Fact.LANGUAGE, "Tamil"),
        (Fact.GENRE, "romantic comedy"),
        (Fact.COUNTRY, "France"),
        (Fact.COUNTRY, "Belgium"),
    ]


@pytest.mark.parametrize(
    ("kind", "genres"),
    [
        ("1949 British romantic thriller", ["romance", "thriller"]),
        ("1949 romantic comedy", ["romantic comedy"]),
        ("biographical sport", ["biography", "sports"]),
        ("coming of age comedy drama", ["coming-of-age", "comedy-drama"]),
        ("sci-fi film noir", ["science fiction", "noir"]),
        ("silent Western", ["silent", "western"]),
        ("science-fiction action-thriller", ["science fiction", "action", "thriller"]),
    ],
)
def test_genres_of_several_spellings_are_one(kind: str, genres: list[str]) -> None:
    assert [value for fact, value in read_kind(kind) if fact is Fact.GENRE] == genres
    assert facts_of(f"Title: Ash\nGenre: {', '.join(genres)}\n\nPlot:\nMara waits.")[Fact.GENRE] == genres


def test_genres_that_are_spelt_otherwise_are_known_ones() -> None:
    spellings, genres = read_pairs("genre_spellings"), read_list("genres")
    assert not set(spellings.values()) & set(spellings)
    assert set(spellings.values()) <= genres


def test_header_states_facts_in_canonical_form() -> None:
    text = (
        "Title: The_Salt_Road\nOriginal title: La Route du sel\nRelease date: 12 May 1999\n"
        "Running time: 1h 45m\n"
        "Genre: Drama, Unknown\nCountry: Belgian, France\nLanguage: french\n\nPlot:\nMara waits at the mill."
    )
    assert facts_of(text) == {
        Fact.TITLE: ["The Salt Road"],
        Fact.ORIGINAL_TITLE: ["La Route du sel"],
        Fact.YEAR: ["1999"],
        Fact.RUNTIME_MINUTES: ["105"],
        Fact.GENRE: ["drama"],
        Fact.COUNTRY: ["Belgium", "France"],
        Fact.LANGUAGE: ["French"],
    }


def test_prose_states_original_title_running_time_and_source() -> None:
    found = facts_of(
        "Salt (French: Sel et terre) is a 1999 Belgian film directed by Jo Orr. "
        "It is based on Kim Lee's short story collection with the same name. It runs 95 minutes."
    )
    assert found[Fact.ORIGINAL_TITLE] == ["Sel et terre"]
    assert found[Fact.COUNTRY] == ["Belgium"]
    assert found[Fact.RUNTIME_MINUTES] == ["95"]
    assert found[Fact.BASED_ON] == ["Kim Lee's short story collection"]


def test_the_lead_gives_the_genre_that_its_noun_is() -> None:
    assert facts_of("Salt is a 1999 Belgian crime film noir directed by Jo Orr.")[Fact.GENRE] == [
        "crime",
        "noir",
    ]
    assert facts_of("Salt is a 1999 Western starring Kim Lee.")[Fact.GENRE] == ["western"]


@pytest.mark.parametrize(
    ("sentence", "work"),
    [
        ("It is based on Jo B. Orr's novella of the same name.", "Jo B. Orr's novella"),
        ("The film, based on the play Brine, was directed by Al Lee.", "the play Brine"),
    ],
)
def test_the_work_ends_where_the_sentence_turns_to_the_film(sentence: str, work: str) -> None:
    assert facts_of(f"Salt is a 1999 film. {sentence}")[Fact.BASED_ON] == [work]


def test_what_is_said_of_the_original_title_is_none() -> None:
    text = "Salt is a 1999 film starring Kim Lee. The original title is a homage to the film Brine."
    assert Fact.ORIGINAL_TITLE not in facts_of(text)


def test_year_of_the_book_is_not_the_year_of_the_film() -> None:
    found = facts_of("Salt is a romantic drama film based on the 1996 novel Brine by Kim Lee.")
    assert Fact.YEAR not in found


def test_title_spelled_with_capitals_in_prose_is_preferred_to_the_file_names() -> None:
    statements = find_facts(
        parsed_of("The_salt_road\nYear: 1999\nContent: The Salt Road is a 1999 film by Jo Orr.")
    )
    title = next(s for s in statements if s.fact is Fact.TITLE)
    assert title.value == "The Salt Road"
    assert len(title.evidence) == 2


def test_bare_synopsis_states_no_fact() -> None:
    assert facts_of("Mara is a nurse. In 1999 she meets Tom, who is based on a ship for 90 minutes.") == {}


def test_evidence_of_a_fact_lies_in_the_original_text() -> None:
    text = "\ufeffSalt   is a 1999\tfilm directed by Jo Orr."
    parsed = parsed_of(text)
    year = next(s for s in find_facts(parsed) if s.fact is Fact.YEAR)
    assert "1999" in year.evidence[0].of(parsed.document.text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Salt (1999 film)", "Salt"),
        ("Salt (1999 video game)", "Salt (1999 video game)"),
        ("Salt (comics)", "Salt (comics)"),
        ("Salt (1999 French film)", "Salt"),
    ],
)
def test_a_title_keeps_what_tells_that_it_is_of_no_film(text: str, title: str) -> None:
    assert clean_title(text) == title


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_cleaning_a_title_twice_changes_nothing(text: str) -> None:
    once = clean_title(text)
    assert clean_title(once) in {once, clean_title(clean_title(once))}


@given(st.text(alphabet="A aé.,()\"'“”-19film is", max_size=160))
@settings(max_examples=200, deadline=None)
def test_lead_is_looked_for_in_any_text(text: str) -> None:
    lead = find_lead(text, 0, len(text), is_first=True)
    assert lead is None or text[lead.title_span.start : lead.title_span.end].strip()


@pytest.mark.parametrize(
    ("sentence", "work"),
    [
        ("Based on the novel Brine by Al Fox, Salt is a 1999 film.", "the novel Brine by Al Fox"),
        ("Adapted from a play by Al Fox, the film's plot is set in Rome.", "a play by Al Fox"),
        ("Salt is a 1999 film based on Al Fox's novel Brine, the story was changed.", "Al Fox's novel Brine"),
    ],
)
def test_work_that_a_film_is_based_on_ends_before_the_film(sentence: str, work: str) -> None:
    assert facts_of(f"Salt is a 1999 film. {sentence}")[Fact.BASED_ON] == [work]


def test_line_of_facts_tells_country_language_and_genre_without_keys() -> None:
    found = facts_of(
        "The Salt Inn\n1974 / Italy / UK / Italian / Drama\n\nMara Vell waits at the mill for Tom."
    )
    assert (found[Fact.COUNTRY], found[Fact.LANGUAGE], found[Fact.GENRE]) == (
        ["Italy", "United Kingdom"],
        ["Italian"],
        ["drama"],
    )


@pytest.mark.parametrize(
    ("text", "title", "year", "minutes"),
    [
        (
            "Why wait? It is the 1974 drama “The Salt Inn” (PG, 1:37). Mara waits.",
            "The Salt Inn",
            "1974",
            "97",
        ),
        ("“The Salt Inn” follows a cook. Mara waits for Tom.", "The Salt Inn", None, None),
        ("“The Salt Inn” (1974) is slow. Mara waits for Tom.", "The Salt Inn", "1974", None),
        ("“The Salt Inn” burns. Mara waits for Tom at the mill.", None, None, None),
    ],
)
def test_title_in_quotation_marks_is_the_films_where_no_story_says_so(
    text: str, title: str | None, year: str | None, minutes: str | None
) -> None:
    found = {fact: values[0] for fact, values in facts_of(text).items()}
    assert (found.get(Fact.TITLE), found.get(Fact.YEAR), found.get(Fact.RUNTIME_MINUTES)) == (
        title,
        year,
        minutes,
    )
