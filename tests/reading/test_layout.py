"""A header says the same in any layout."""

import pytest

from films.reading import read_text
from films.reading.document import Document
from films.vocabulary import DocumentFormat, HeaderKey
from tests.reading.stories import LATER, STORY

FIELDS = {
    HeaderKey.TITLE: "The Salt Road",
    HeaderKey.YEAR: "1987",
    HeaderKey.DIRECTOR: "Ida Holm",
    HeaderKey.CAST: "Lena Park, Omar Said",
}
HEADERS = {
    "title line with underscores": (
        "The_Salt_Road\nReleased Year: 1987\nDirector: Ida Holm\nCast: Lena Park, Omar Said\nContent: "
    ),
    "title line with the year": (
        "The Salt Road (1987)\nDirected by: Ida Holm\nStarring: Lena Park, Omar Said\n\n"
    ),
    "title line with the kind of film": (
        "The Salt Road (1987 American TV film)\nDirected by: Ida Holm\nStarring: Lena Park, Omar Said\n\n"
    ),
    "title line with the director": "The Salt Road (1987), dir. Ida Holm\nWith: Lena Park, Omar Said\n\n",
    "capitals": "TITLE: The Salt Road\nYEAR: 1987\nDIRECTOR: Ida Holm\nCAST: Lena Park, Omar Said\nPLOT: ",
    "no space after the colon": (
        "Title:The Salt Road\nYear:1987\nDirector:Ida Holm\nCast:Lena Park, Omar Said\nPlot:"
    ),
    "other words": (
        "Movie: The Salt Road\nRelease date: 1987\nDir.: Ida Holm\nFeaturing: Lena Park, Omar Said\nStory: "
    ),
    "wiki bold": (
        "'''Title''': The Salt Road\n'''Year''': 1987\n'''Director''': Ida Holm\n"
        "'''Cast''': Lena Park, Omar Said\n\n"
    ),
    "Markdown": (
        "# The Salt Road\n\n**Year:** 1987\n**Director:** Ida Holm\n"
        "**Cast:** Lena Park, Omar Said\n\n## Plot\n\n"
    ),
    "Markdown underline": (
        "The Salt Road\n=============\n- Year: 1987\n- Director: Ida Holm\n"
        "- Cast: Lena Park, Omar Said\n\nPlot\n----\n"
    ),
    "bullets": "* Title: The Salt Road\n* Year: 1987\n* Director: Ida Holm\n* Cast: Lena Park, Omar Said\n\n",
    "numbers": (
        "1. Title: The Salt Road\n2. Year: 1987\n3. Director: Ida Holm\n"
        "4. Cast: Lena Park, Omar Said\n5. Plot: "
    ),
    "dashes behind keys": (
        "The_Salt_Road\nYear- 1987 / Country- Norway\nDirected By- Ida Holm\nCast- Lena Park, Omar Said\n\n"
    ),
    "dashes": "Title - The Salt Road\nYear - 1987\nDirector - Ida Holm\nCast - Lena Park, Omar Said\n\n",
    "equals signs": "title=The Salt Road\nyear=1987\ndirector=Ida Holm\ncast=Lena Park, Omar Said\nplot=",
    "tabs": "Title\tThe Salt Road\nYear\t1987\nDirector\tIda Holm\nCast\tLena Park, Omar Said\nPlot\t",
    "table": (
        "| Title | The Salt Road |\n|---|---|\n| Year | 1987 |\n| Director | Ida Holm |\n"
        "| Cast | Lena Park, Omar Said |\n\n"
    ),
    "infobox": (
        "{{Infobox film\n| name = The Salt Road\n| released = 1987\n| director = [[Ida Holm]]\n"
        "| starring = {{ubl|Lena Park|Omar Said}}\n}}\n"
    ),
    "one line": "Title: The Salt Road | Year: 1987 | Director: Ida Holm | Cast: Lena Park, Omar Said\n",
    "front matter": (
        '---\ntitle: "The Salt Road"\nyear: 1987\ndirector: Ida Holm\ncast: Lena Park, Omar Said\n---\n\n'
    ),
    "values below": (
        "Title:\nThe Salt Road\n\nYear:\n1987\n\nDirector:\nIda Holm\n\nCast:\n"
        "Lena Park, Omar Said\n\nPlot:\n"
    ),
    "no separator": "The Salt Road\nDirected by Ida Holm\nStarring Lena Park, Omar Said\nYear: 1987\n\n",
    "facts that tell themselves": (
        "The Salt Road\n1987 · 99 min\nDirector: Ida Holm\nCast: Lena Park, Omar Said\n\n"
    ),
    "facts on one line": "The Salt Road\nItaly 1987. 99 min. Dir: Ida Holm. With Lena Park, Omar Said.\n\n",
    "facts in brackets and a cast": (
        "The Salt Road (Ida Holm, 1987, 99 min)\nWith: Lena Park, Omar Said\nReview by Tess Lane\n\n"
    ),
    "infobox without separators": (
        "The Salt Road\nFrom Wikipedia, the free encyclopedia\nDirector Ida Holm\nStarring Lena Park, Omar "
        "Said\n"
        "Year 1987\nCountry Italy\n\nPlot[edit]\n"
    ),
    "facts between strokes": "The Salt Road\nIda Holm / Italy / 1987\nCast: Lena Park, Omar Said\n\n",
    "facts between dashes": (
        "The Salt Road – Italy – 1987 – 99' – Director: Ida Holm – Cast: Lena Park, Omar Said\n\n"
    ),
    "stars behind the title": (
        "The Salt Road ★★★½\nItaly, 1987. Dir: Ida Holm. Starring: Lena Park, Omar Said. Cert: 15\n\n"
    ),
    "certificate behind the title": (
        "The Salt Road (15)\nDir: Ida Holm, 1987, Italy, 99 mins\nCast: Lena Park, Omar Said\n\n"
    ),
    "web page": (
        "<html><head><title>The Salt Road</title></head><body><h1>The Salt Road</h1>"
        "<p><b>Year:</b> 1987<br><b>Director:</b> Ida Holm</p><p>Cast: Lena Park, Omar Said</p><p>"
    ),
    "returns and line feeds": (
        "The_Salt_Road\r\nYear: 1987\r\nDirector: Ida Holm\r\nCast: Lena Park, Omar Said\r\n\r\nPlot:\r\n"
    ),
}


def values(document: Document, key: HeaderKey) -> list[str]:
    return [field.value for field in document.fields_of(key)]


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_header_is_read_in_any_layout(header: str) -> None:
    document = read_text("a.txt", header + STORY)
    assert {key: values(document, key) for key in FIELDS} == {key: [value] for key, value in FIELDS.items()}
    assert document.format is DocumentFormat.HEADER


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_header_is_no_part_of_the_prose(header: str) -> None:
    assert read_text("a.txt", header + STORY).prose.text == STORY


CASTS = {
    "indented": "Cast:\n  Lena Park as Mara Quill, a doctor\n  Omar Said as Ivo\n",
    "bulleted": "Cast:\n* Lena Park as Mara Quill, a doctor\n* Omar Said as Ivo\n",
    "plain": "Cast:\nLena Park as Mara Quill, a doctor\nOmar Said as Ivo\n\n",
    "below an empty line": "Cast:\n\n- Lena Park as Mara Quill, a doctor\n- Omar Said as Ivo\n\n",
    "beside the key and below": "Cast: Lena Park as Mara Quill, a doctor\n  Omar Said as Ivo\n",
    "under a heading": "== Cast ==\n* Lena Park as Mara Quill, a doctor\n* Omar Said as Ivo\n\n",
    "under capitals": "CAST\n\nLena Park as Mara Quill, a doctor\nOmar Said as Ivo\n\n",
}


@pytest.mark.parametrize("cast", CASTS.values(), ids=CASTS.keys())
@pytest.mark.parametrize("form", ["{cast}Plot: {story}", "Plot: {story}\n\n{cast}"], ids=["above", "below"])
def test_cast_list_gives_its_lines_with_their_places(cast: str, form: str) -> None:
    text = "Title: The Salt Road\n" + form.format(cast=cast, story=STORY)
    document = read_text("a.txt", text)
    (field,) = document.fields_of(HeaderKey.CAST)
    assert [line for line, _ in field.lines] == ["Lena Park as Mara Quill, a doctor", "Omar Said as Ivo"]
    assert [span.of(text) for _, span in field.lines] == [line for line, _ in field.lines]
    assert document.prose.text == STORY


def test_cast_broken_into_lines_is_read_whole() -> None:
    document = read_text("a.txt", f"Title: The Salt Road\nCast: Lena Park,\nOmar Said\nPlot: {STORY}")
    (field,) = document.fields_of(HeaderKey.CAST)
    assert [line for line, _ in field.lines] == ["Lena Park,", "Omar Said"]
    assert document.prose.text == STORY


def test_value_of_a_field_is_what_its_span_covers() -> None:
    text = "The_Salt_Road\nDirector:  Ida Holm  \nCast: Lena Park,Omar Said,\n" + STORY
    title, director, cast = read_text("a.txt", text).fields
    assert (title.value, title.span.of(text)) == ("The Salt Road", "The_Salt_Road")
    assert director.value == director.span.of(text) == "Ida Holm"
    assert cast.value == cast.span.of(text) == "Lena Park,Omar Said,"


def test_unknown_key_of_a_header_is_kept() -> None:
    document = read_text("a.txt", f"Title: The Salt Road\nAspect: wide\nDirector: Ida Holm\n\n{STORY}")
    assert [(f.label, f.value) for f in document.fields_of(HeaderKey.OTHER)] == [("Aspect", "wide")]


def test_address_of_the_page_is_the_documents_address() -> None:
    document = read_text("a.txt", f"Title: The Salt Road\nLink: https://films.example/salt\n\n{STORY}")
    assert document.url == "https://films.example/salt"


NO_HEADERS = {
    "years and names in a story": "In 1963, Mara moves to Rome. With Ivo (her son), she opens a bar. 1970. "
    "It burns.",
    "dates in a story": "Mara (24). Ivo (26). Rome, 1950. They meet at a station and take the same train "
    "home.",
    "speech": f"{STORY}\nThen she says: go.",
    "list in prose": f"{STORY}\nOne thing is clear: she must leave at once.",
    "known key in prose": f"{STORY}\nMusic: it is all she has left, now that they have gone away to the sea.",
    "one paragraph": STORY,
    "two paragraphs": f"{STORY}\n\n{LATER}",
    "sentence first": f"Mara leaves the city.\n\n{STORY}",
    "statement first": f"The Road or The Salt Road is Ida Holm's sixth film\n\n{STORY}",
    "chapter first": f"Part One\n\n{STORY}",
    "caption taken along several times": f"Lena Park as Mara\nLena Park as Mara\nLena Park as Mara\n{STORY}",
}


@pytest.mark.parametrize("text", NO_HEADERS.values(), ids=NO_HEADERS.keys())
def test_prose_is_no_header(text: str) -> None:
    document = read_text("a.txt", text)
    assert document.fields == ()
    assert document.format is DocumentFormat.PLAIN


def test_line_that_stands_several_times_is_told_once() -> None:
    caption = "Mara and Ivo at the pier"
    assert read_text("a.txt", f"{caption}\n{caption}\n{STORY}\n{STORY}").prose.text == f"{caption}\n\n{STORY}"


@pytest.mark.parametrize(
    "first", ["The Salt Road", '"The Salt Road"', "[The Salt Road]", "*The Salt Road*", "'''The Salt Road'''"]
)
def test_title_alone_above_the_story_is_the_title(first: str) -> None:
    assert values(read_text("a.txt", f"{first}\n\n{STORY}"), HeaderKey.TITLE) == ["The Salt Road"]


@pytest.mark.parametrize("title", ["Another 36 Hrs.", "Holm Bros.", "Mara E."])
def test_title_may_end_with_an_abbreviation(title: str) -> None:
    assert values(read_text("a.txt", f"{title}\n\n{STORY}"), HeaderKey.TITLE) == [title]


STYLE = ".mw-parser-output .frac{white-space:nowrap}.mw-parser-output .sr-only{border:0;clip:rect(0,0,0,0)}"


@pytest.mark.parametrize("form", ["Title: {}\n\n", "{}\n\n", "# {}\n\n"])
def test_a_title_is_told_without_the_style_sheet_in_it(form: str) -> None:
    document = read_text("a.txt", form.format(f"The {STYLE}33⅓ Roads") + STORY)
    (title,) = document.fields_of(HeaderKey.TITLE)
    assert title.value == "The 33⅓ Roads"
    assert title.span.of(document.text) == f"The {STYLE}33⅓ Roads"


def test_names_of_a_cast_are_told_without_what_is_left_of_links() -> None:
    document = read_text("a.txt", f"Cast:\n- Lena Park|it|lt=Lena Park\n- Omar Said|group=Note\n\n{STORY}")
    (cast,) = document.fields_of(HeaderKey.CAST)
    assert [value for value, _ in cast.lines] == ["Lena Park", "Omar Said"]


def test_title_in_brackets_before_the_story_is_the_title() -> None:
    document = read_text("a.txt", f"[The Salt Road]{STORY}")
    assert values(document, HeaderKey.TITLE) == ["The Salt Road"]
    assert document.prose.text == STORY


SHORT_STORY = "Mara Quill, a doctor, marries Ivo. Ivo leaves her."


@pytest.mark.parametrize(
    "cast",
    [
        pytest.param(
            "Cast:\n  Lena Park as Mara Quill\n  Omar Said as Ivo\n\n", id="indented, then an empty line"
        ),
        pytest.param("Cast:\r\n  Lena Park as Mara Quill\r\n  Omar Said as Ivo\r\n\r\n", id="as on Windows"),
        pytest.param("Cast:\n- Lena Park as Mara Quill\n- Omar Said as Ivo\n", id="bullets"),
        pytest.param("Cast:\n  Lena Park as Mara Quill\n  Sammy Said Jr. as Ivo\n", id="no empty line"),
        pytest.param("Cast: Lena Park,Omar Said,\n", id="on one line"),
    ],
)
def test_a_short_story_below_a_cast_is_no_part_of_the_list(cast: str) -> None:
    document = read_text("x.txt", f"Title: The Salt Road\n{cast}{SHORT_STORY}\n")
    assert document.prose.text == SHORT_STORY
    assert "marries" not in document.fields_of(HeaderKey.CAST)[0].value


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Film Review: The Salt Road", "The Salt Road"),
        ("The Salt Road: Review", "The Salt Road"),
        ("The Salt Road – A Film Review", "The Salt Road"),
    ],
)
def test_title_is_told_without_the_words_that_call_a_page_a_review(headline: str, title: str) -> None:
    document = read_text("a.txt", f"{headline}\n\n{STORY}")
    assert values(document, HeaderKey.TITLE) == [title]


@pytest.mark.parametrize("date", ["Friday, February 28, 2020", "3 May 2011", "2011-05-03", "3/5/2011"])
def test_day_on_which_a_page_was_written_is_neither_title_nor_story(date: str) -> None:
    document = read_text("a.txt", f"{date}\n\nThe Salt Road\n\n{STORY}")
    assert values(document, HeaderKey.TITLE) == ["The Salt Road"]
    assert document.prose.text == STORY


@pytest.mark.parametrize(
    ("paragraph", "prose"),
    [
        ("“Mara sails home. She finds Ivo.”", "Mara sails home. She finds Ivo."),
        ("“I sail home. I find Ivo.”", "“I sail home. I find Ivo.”"),
        ("“Mara sails home.”", "“Mara sails home.”"),
        ("“Mara sails.” Ivo waits. “Come.”", "“Mara sails.” Ivo waits. “Come.”"),
    ],
)
def test_story_that_a_page_quotes_is_told_without_the_marks(paragraph: str, prose: str) -> None:
    assert read_text("a.txt", f"Title: The Salt Road\n\n{paragraph}").prose.text == prose


def test_terms_in_a_list_are_no_story_but_its_beats_are() -> None:
    terms = "Themes:\n\n• Love Triangle\n• Hidden Guests\n• Ida Holm Films\n• The Sea\n"
    beats = "• Mara sails home to Ivo.\n• Ivo waits for her.\n• She finds him.\n• They marry in the spring."
    document = read_text("a.txt", f"Title: The Salt Road\n\n{terms}\n{beats}")
    assert document.prose.text.startswith("Mara sails home")
    assert document.prose.text.endswith("They marry in the spring.")


def test_name_in_quotation_marks_that_begins_a_wrapped_story_is_no_title() -> None:
    document = read_text(
        "a.txt", "“Mara” is what Ivo calls her when they meet in\nthe harbour. Later Mara leaves him."
    )
    assert values(document, HeaderKey.TITLE) == []
