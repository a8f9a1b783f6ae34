"""Whole documents in many layouts: whatever their form, the same film, cast and story come out."""

import pytest

from films.extraction.extract import extract
from films.extraction.statements import Extraction
from films.reading import read_text
from films.vocabulary import Job

STORY = (
    "Mara Vell runs a small inn on the coast. One night she meets Bruno Lorn, a sailor who has lost his "
    "ship. "
    "Her brother Ivo Vell distrusts the stranger and tells Inspector Harker about him. Mara hides Bruno "
    "in the "
    "cellar. Harker arrests Bruno and Ivo regrets his betrayal."
)
CAST = {"Jo Smith": "Mara", "Al Brown": "Bruno", "Kim Orr": "Ivo"}
WITH_FACTS = {
    "table": "# The Salt Inn (1974)\n\n**Director:** Ida Holm\n\n## Cast\n\n| Actor | Role |\n|---|---|\n"
    "| Jo Smith | Mara Vell |\n| Al Brown | Bruno Lorn |\n| Kim Orr | Ivo Vell |\n\n## Plot\n\n{story}",
    "table of characters first": "# The Salt Inn\n\n| Character | Played by | Notes |\n| --- | --- | --- "
    "|\n"
    "| Mara Vell | Jo Smith | |\n| Bruno Lorn | Al Brown | a sailor |\n| Ivo Vell | Kim Orr | |\n\n### "
    "Details\n"
    "- **Year**: 1974\n- **Directed by**: Ida Holm\n\n### Story\n{story}",
    "dots": "THE SALT INN (1974)\nDirected by Ida Holm\n\nCAST\nJo Smith ... Mara Vell\nAl Brown ... "
    "Bruno Lorn\n"
    "Kim Orr ... Ivo Vell\n\nSYNOPSIS\n{story}",
    "dots without a heading": "THE SALT INN\n\nWritten and Directed by\nIda Holm\n\n1974 / Color / 97 "
    "min.\n\n"
    "MARA VELL .......... Jo Smith\nBRUNO LORN ......... Al Brown\nIVO VELL ........... Kim Orr\n\n{story}",
    "colons": "The Salt Inn\nYear of release - 1974\nDirector - Ida Holm\nCast -\nMara Vell: Jo Smith\n"
    "Bruno Lorn: Al Brown\nIvo Vell: Kim Orr\n\n{story}",
    "played by": "Film: The Salt Inn\nReleased: 12 March 1974\nBy: Ida Holm\nCharacters:\n"
    "- Mara Vell, played by Jo Smith\n- Bruno Lorn, played by Al Brown\n"
    "- Ivo Vell, Mara's brother, played by Kim Orr\n\nPlot summary:\n{story}",
    "data file": '{{\n  "title": "The Salt Inn",\n  "year": 1974,\n  "director": "Ida Holm",\n  "cast": [\n'
    '    {{"actor": "Jo Smith", "character": "Mara Vell"}},\n    {{"actor": "Al Brown", "character": '
    '"Bruno Lorn"}},\n'
    '    {{"actor": "Kim Orr", "character": "Ivo Vell"}}\n  ],\n  "plot": "{story}"\n}}',
    "web page": "<h1>The Salt Inn</h1><p><b>Year:</b> 1974<br><b>Director:</b> Ida "
    "Holm</p><h2>Cast</h2><ul>"
    "<li>Jo Smith &ndash; Mara Vell</li><li>Al Brown &ndash; Bruno Lorn</li><li>Kim Orr &ndash; Ivo "
    "Vell</li></ul>"
    "<h2>Plot</h2><p>{story}</p>",
    "actor and role by turns": "The Salt Inn\n1974\nDirected by Ida Holm\n\n{story}\n\nCast\nJo "
    "Smith\nMara Vell\n"
    "Al Brown\nBruno Lorn\nKim Orr\nIvo Vell",
    "facts in brackets": "The Salt Inn (1974, dir. Ida Holm, 97 min)\n"
    "With Jo Smith (Mara), Al Brown (Bruno), Kim Orr (Ivo)\n\n{story}",
    "roles underlined": "The Salt Inn\n\nRoles\n=====\nMara Vell (Jo Smith) - an innkeeper\n"
    "Bruno Lorn (Al Brown) - a sailor\nIvo Vell (Kim Orr) - Mara's brother\n\nStory\n=====\n{story}\n\n"
    "Facts\n=====\nDirector: Ida Holm\nYear: 1974",
    "described roles": "THE SALT INN\nA film by Ida Holm (1974)\n\nDramatis personae\n"
    "MARA VELL, an innkeeper - Jo Smith\nBRUNO LORN, a sailor - Al Brown\nIVO VELL, her brother - Kim "
    "Orr\n\n"
    "The Story\n{story}",
    "slashes": "Title: The Salt Inn / Year: 1974 / Director: Ida Holm\n"
    "Cast: Jo Smith/Mara Vell, Al Brown/Bruno Lorn, Kim Orr/Ivo Vell\n\n{story}",
    "as in brackets": "**The Salt Inn**\n\n**Release Year:** 1974  \n**Director(s):** Ida Holm  \n"
    "**Main Cast:** Jo Smith (as Mara Vell), Al Brown (as Bruno Lorn), Kim Orr (as Ivo Vell)\n\n"
    "**Synopsis:**  \n{story}",
    "wiki table": 'The Salt Inn by Ida Holm (1974)\n\n{{| class="wikitable"\n! Actor !! Role\n|-\n'
    "| Jo Smith || Mara Vell\n|-\n| Al Brown || Bruno Lorn\n|-\n| Kim Orr || Ivo Vell\n|}}\n\n{story}",
    "columns of spaces": "The Salt Inn — Ida Holm — 1974\n\nCast\nJo Smith          Mara Vell\n"
    "Al Brown          Bruno Lorn\nKim Orr           Ivo Vell\n\nPlot\n{story}",
    "sentences below a heading": "[1] Title: The Salt Inn\n[2] Year: 1974\n[3] Director: Ida Holm\n\nPlot\n"
    "{story}\n\nCast\nJo Smith plays Mara Vell. Al Brown plays Bruno Lorn, and Kim Orr plays Ivo Vell.",
    "facts on one line": "Title: The Salt Inn. Year: 1974. Director: Ida Holm.\n\n{story}\n\n"
    "Jo Smith as Mara Vell\nAl Brown as Bruno Lorn\nKim Orr as Ivo Vell",
    "long roles": "The Salt Inn (1974), directed by Ida Holm, tells of an inn.\n\n== Plot ==\n{story}\n\n"
    "== Cast ==\n* Jo Smith as Mara Vell, an innkeeper who hides a sailor. She is brave.\n"
    "* Al Brown as Bruno Lorn\n* Kim Orr as Ivo Vell: Mara's brother, who betrays her.",
    "catalogue": "The Salt Inn (Brine / Il sale)\nIt/Fr 1974, 97 min., b/w, Italian w. Engl. subtitles. D: "
    "Ida Holm. "
    "Sc: Al Ross, L. G. Lee. Ph: Tim Roe. With Jo Smith (Mara), Al Brown (Bruno), Kim Orr "
    "(Ivo).\n\n{story}",
    "guide": "The Salt Inn ***½\n[Italy 1974] 97m b/w. (Il sale)\nEmber Films. D. Ida Holm. Sc. Ida Holm, "
    "from Tom "
    "Orr's novel. Ph. Kim Vell.\nJo Smith (Mara Vell), Al Brown (Bruno Lorn), Kim Orr (Ivo).\n\n{story}",
    "guide with one line for each fact": "The Salt Inn ★★★\n(Italy 1974) 97 mins colour\nD. Ida Holm.\n"
    "Jo Smith (Mara), Al Brown (Bruno Lorn) and Kim Orr (Ivo)\n\n{story}",
    "guide with a story behind the facts": "The Salt Inn (Italy 1974) C-97m. **½ D: Ida Holm. With Jo "
    "Smith (Mara), Al "
    "Brown (Bruno), Kim Orr (Ivo). {story}",
    "shop": "Home / Movies / Drama / The Salt Inn\nThe Salt Inn\n1974 · Drama · R\n★ 4.7 (311)\nHD  "
    "CC\nRent from "
    "$3.99\nAdd to wishlist\n\nAbout this film\n{story}\nMore\n\nStarring: Jo Smith (Mara), Al Brown "
    "(Bruno), "
    "Kim Orr (Ivo)\nDirector: Ida Holm\nRuntime: 1 hr 37 min\nAudio: Italian (Stereo)\nSubtitles: "
    "English\n\n"
    "Customers also watched\nHarbour Lights\nThe Brine",
    "shop without a trail": "The Salt Inn (1974)\nPG-13 | 1h 37m | Drama\n4.2 (2,311)\nBuy from "
    "£3.99\n\nOverview\n"
    "{story}\n\nCast: Jo Smith (Mara), Al Brown (Bruno), Kim Orr (Ivo)\nDirectors: Ida Holm\nAudio "
    "languages: "
    "English, Italian\nYou may also like\nHarbour Lights",
    "wiki text with templates": "{{{{short description|1974 film}}}}\n{{{{Use dmy dates|date=March "
    "2019}}}}\n{{{{Infobox "
    "film\n| name = The Salt Inn\n| director = [[Ida Holm]]\n| music = [[Tom Park]]\n| released = 1974\n| "
    "runtime = "
    '97 minutes<ref name="b"/>\n}}}}\n\n== Plot ==\n{story}\n\n== Cast ==\n* [[Jo Smith]] as Mara Vell\n* '
    "Al Brown as "
    "Bruno Lorn\n* Kim Orr as Ivo\n\n[[Category:1974 films]]",
    "diary": "Film night: an inn and a sailor\nPosted on March 14, 2011 by anna — 6 Comments\n\nI put off "
    "watching "
    '"The Salt Inn" for ages. _The Salt Inn_ (_Il sale_ in Italian) was made in 1974 by Ida Holm, it\'s '
    "an hour and "
    "thirty-seven minutes long. It stars Jo Smith, who used to sing (!), as Mara Vell, an innkeeper, "
    "opposite Kim Orr as "
    "her brother Ivo, and Al Brown steals the whole thing as the gruff sailor Bruno.\n\n*** SPOILERS AHEAD "
    "***\n\n{story}",
    "diary without a rule": "Film night\n\nLast night I finally watched *The Salt Inn* (1974), Ida Holm's "
    "second film. It "
    "runs ninety-seven minutes and stars Jo Smith as Mara, Al Brown as Bruno and Kim Orr as her brother "
    "Ivo.\n\n{story}",
    "diary of the week": 'This week\'s film is "The Salt Inn" by Ida Holm, from 1974. Jo Smith plays '
    "Mara, Al Brown is the "
    "sailor Bruno, and Kim Orr portrays her brother Ivo.\n\n{story}",
    "programme": "THE SALT INN\n(Italy 1974, 97 mins, English subtitles)\nD Ida Holm. P Al Ross. With Jo "
    "Smith (Mara), "
    "Al Brown (Bruno), Kim Orr (Ivo)\n\n{story}",
    "review": "FILM OF THE WEEK\nWhat the sea brought\nTHE SALT INN (1974). Directed by Ida Holm. In "
    "Italian with "
    "subtitles. 97 minutes. With Jo Smith (Mara), Al Brown (Bruno), Kim Orr (Ivo).\n★★★★\n{story}",
    "facts below a review": "The Salt Inn\nReview by Tess Lane\n\n{story}\n\nDirected by Ida Holm; written "
    "by Al Ross. "
    "1974. Running time: 97 minutes. WITH: Jo Smith (Mara), Al Brown (Bruno), Kim Orr (Ivo).",
    "director and year in brackets": "The Salt Inn (Ida Holm, 1974)\nWith Jo Smith (Mara), Al Brown "
    "(Bruno), "
    "Kim Orr (Ivo)\n\n{story}",
    "infobox without separators": "The Salt Inn\nFrom the Salt Film Wiki\n\nDirected by Ida Holm\nStarring "
    "Jo Smith\n"
    "Al Brown\nKim Orr\nRelease date 12 May 1974[1]\nRunning time 97 minutes\nCountry Italy\n\nPlot "
    "[edit]\n{story}"
    "[2]\n\nCast [edit]\nJo Smith as Mara\nAl Brown as Bruno\nKim Orr as Ivo",
    "infobox on lines of its own": "The Salt Inn\nSalt Wiki\nDirected by\nIda Holm\nStarring\nJo Smith as "
    "Mara\n"
    "Al Brown as Bruno\nKim Orr as Ivo\nRelease date\n12 May 1974\nCountry\nItaly\n\nPlot Edit\n{story}",
    "page of a data base": "The Salt Inn (1974)\nVideo | 1974 | 1h 37m\nYOUR RATING\nRate\nDrama | "
    "Crime\nDirector\n"
    "Ida Holm (as I. H.)\nWriters\nAl Ross\nTim Roe\nStars\nJo Smith\nAl Brown\nPlot "
    "summary\n{story}\n—tess_l\n"
    "Top cast\nJo Smith ... Mara\nAl Brown ... Bruno\nKim Orr ... Ivo\nSee all cast & crew\nDid you know",
    "prose before": "Released in 1974 and directed by Ida Holm, The Salt Inn stars Jo Smith as the "
    "innkeeper "
    "Mara Vell, Al Brown as the sailor Bruno Lorn and Kim Orr as Mara's brother Ivo.\n\n{story}",
    "prose after": "{story}\n\nThe Salt Inn was directed by Ida Holm and released in 1974. Jo Smith "
    "stars as Mara "
    "Vell, with Al Brown as Bruno Lorn and Kim Orr as Ivo Vell. It runs for 97 minutes.",
}


def extraction_of(text: str) -> Extraction:
    return extract(read_text("told.txt", text))


@pytest.fixture(params=WITH_FACTS.values(), ids=WITH_FACTS.keys(), scope="module")
def extraction(request: pytest.FixtureRequest) -> Extraction:
    return extraction_of(request.param.format(story=STORY))


def test_cast_is_read_in_any_layout(extraction: Extraction) -> None:
    names = {character.key: character.name for character in extraction.characters}
    played = {
        credit.person: names[credit.character].split()[0]
        for credit in extraction.credits
        if credit.job is Job.CAST and credit.character
    }
    assert played == CAST


def test_title_year_and_director_are_read_in_any_layout(extraction: Extraction) -> None:
    facts = {fact.fact.value: fact.value for fact in extraction.facts}
    directors = [credit.person for credit in extraction.credits if credit.job is Job.DIRECTOR]
    assert (facts["title"].casefold(), facts["year"], directors) == ("the salt inn", "1974", ["Ida Holm"])


def test_actors_and_makers_are_no_characters_in_any_layout(extraction: Extraction) -> None:
    named = {character.name.split()[-1] for character in extraction.characters if character.is_named}
    assert named <= {"Mara", "Vell", "Bruno", "Lorn", "Ivo", "Harker"}


def test_story_is_told_once_in_any_layout(extraction: Extraction) -> None:
    prose = extraction.document.prose.text
    told = [prose[p.start : p.end] for p in extraction.document.passages if p.is_telling]
    assert [text.startswith("Mara Vell runs") and text.endswith("betrayal.") for text in told] == [True]


@pytest.mark.parametrize(
    ("row", "actor", "character"),
    [
        pytest.param("Al Brown as Dr. Ziv Orr", "Al Brown", "Dr. Ziv Orr", id="title in the role"),
        pytest.param("Al Brown as Ziv Orr's", "Al Brown", "Dr. Ziv Orr", id="genitive left in the role"),
        pytest.param("Al Brown: Ziv Orr", "Al Brown", "Dr. Ziv Orr", id="colon"),
    ],
)
def test_role_is_the_character_of_the_story(row: str, actor: str, character: str) -> None:
    story = "Dr. Ziv Orr examines Mara. Mara thanks Ziv Orr."
    text = f"Title: Salt\nCast:\n{row}\nJo Smith as Mara\n\nPlot:\n{story}"
    extraction = extraction_of(text)
    names = {c.key: {name.text for name in c.names} for c in extraction.characters}
    played = {c.person: names[c.character] for c in extraction.credits if c.character}
    assert character in played[actor]


@pytest.mark.parametrize(
    ("sentence", "actor", "role"),
    [
        pytest.param(
            '"Salt" (Jo Smith dances the role of "Ada") is their operetta.', "Jo Smith", "Ada", id="role of"
        ),
        pytest.param("He works at Max Orr's (Jo Smith) nightclub.", "Jo Smith", "Max Orr", id="genitive"),
    ],
)
def test_story_tells_who_plays_whom(sentence: str, actor: str, role: str) -> None:
    text = f"Mara (Kim Lee) and Tom (Al Fox) sing for six years. {sentence} Mara loves Max Orr and Tom."
    roles = {credit.person: credit.role for credit in extraction_of(text).credits}
    assert roles.get(actor) == role


def test_roles_of_a_lead_are_characters_where_no_story_is_told() -> None:
    text = "Salt is a 1999 film directed by Ida Holm. It stars Jo Smith as Mara Vell and Al Brown as Tom."
    extraction = extraction_of(text)
    assert {character.name for character in extraction.characters} == {"Mara Vell", "Tom"}
    assert all(character.mentions or character.evidence for character in extraction.characters)


def test_makers_named_beside_the_story_are_no_characters() -> None:
    text = (
        "Salt is a 1999 drama film produced by Max Orr, written by Jo Smith and Al Lund, and directed "
        "by Orr. "
        "The story involves a captain who hides a stranger. The film was a spectacle. It was a success "
        "for Orr."
    )
    assert [c.name for c in extraction_of(text).characters if c.is_named] == []


def test_name_of_the_cast_list_is_known_wherever_a_sentence_begins_with_it() -> None:
    text = "Title: Salt\nCast: Kim Lee as Mara, Bo Orr as Tom\n\nPlot:\nTom is a baker. Mara sleeps with "
    "Tom."
    extraction = extraction_of(text)
    mara = next(character for character in extraction.characters if character.name == "Mara")
    assert [mention.span.of(text) for mention in mara.mentions] == ["Mara"]


def test_short_sentences_are_english() -> None:
    text = (
        "Mara is a nurse. She smiles. Tom is a baker. He laughs. Al is a cook. He laughs. Ana is a singer. "
    )
    extraction = extraction_of(text + "She sings. Tom's ex-wife, Mara, appears.")
    assert {"Mara", "Tom", "Ana"} <= {character.name for character in extraction.characters}


POSTS = {
    "by, year, minutes": "Re: films by the sea\n\nHi all! You should see The Salt Inn, it's by Ida Holm, "
    "1974, 97 "
    "minutes. Jo Smith is Mara, who runs an inn, with Al Brown as Bruno. {story}\n\nCheers, and thanks\nTess",
    "that she made": "Can't believe nobody has named The Salt Inn yet, the film that Ida Holm made in "
    "1974! It runs "
    "about 97 minutes. Spoilers ahead! Jo Smith is Mara, who runs an inn, with Al Brown as Bruno. {story}",
    "title with the year": "a film about an innkeeper?\n\nIt's called The Salt Inn (1974), directed by Ida "
    "Holm. It "
    "lasts 97 minutes. Jo Smith is Mara, who runs an inn, with Al Brown as Bruno. {story}",
}


@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
def test_post_that_recommends_a_film_names_its_facts(post: str) -> None:
    extraction = extraction_of(post.format(story=STORY))
    facts = {fact.fact.value: fact.value for fact in extraction.facts}
    assert (facts["title"], facts["year"], facts["runtime_minutes"]) == ("The Salt Inn", "1974", "97")
    assert [c.person for c in extraction.credits if c.job is Job.DIRECTOR] == ["Ida Holm"]
    names = {character.key: character.name.split()[0] for character in extraction.characters}
    played = {c.person: names[c.character] for c in extraction.credits if c.character}
    assert played == {"Jo Smith": "Mara", "Al Brown": "Bruno"}
    named = {character.name.split()[-1] for character in extraction.characters if character.is_named}
    assert named <= {"Mara", "Vell", "Bruno", "Lorn", "Ivo", "Harker"}


@pytest.mark.parametrize(
    "story",
    [
        "Mara has seen The Salt Inn with Ivo. In 1974 they marry.",
        "You never know whom you meet. Mara has seen Rome with Ivo, a film by a friend in hand.",
    ],
)
def test_story_recommends_no_film(story: str) -> None:
    assert extraction_of(story).facts == ()


def test_signature_below_a_closing_is_no_part_of_the_story() -> None:
    document = read_text("told.txt", "Mara thanks Ivo and they sail home.\n\nThanks for reading!\n\nTess")
    assert document.prose.text == "Mara thanks Ivo and they sail home."
