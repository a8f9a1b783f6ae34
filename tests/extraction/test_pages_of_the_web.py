"""Pages as the web has them, one film in all: whatever stands round the story, the same facts come out."""

import pytest

from films.extraction.extract import extract
from films.extraction.statements import Extraction
from films.reading import read_text
from films.vocabulary import Job

SHOWN = (
    "Mara Vell (Jo Smith) runs a small inn on the coast. One night she meets Bruno Lorn (Al Brown), a sailor "
    "who has lost his ship. Her brother Ivo Vell (Kim Orr) distrusts the stranger and tells Inspector Harker "
    "about him. Mara hides Bruno in the cellar. Harker arrests Bruno and Ivo regrets his betrayal."
)
CAST = {"Jo Smith": "Mara", "Al Brown": "Bruno", "Kim Orr": "Ivo"}
PAGES = {
    "diary under its date": (
        "Friday, February 28, 2020\n\n\nA night by the sea changes three lives.\n\nStarring: Jo Smith, Al "
        "Brown, and Kim Orr\n\nDirected by: Ida Holm\n\nWritten by: Al Ross, and Tim Roe\n\n  “The Salt Inn” "
        "(1974) opens on a beach. {story}"
    ),
    "review with its keys in one line": (
        "Film Review: The Salt Inn (1974)\n\n‘A fine film with truly great moments’ The Salt Inn, 1974 "
        "Directed by: Ida Holm Starring: Jo Smith, Al Brown, Kim Orr\n\nThe Salt Inn is an Italian drama "
        "film based on the real life of an innkeeper. {story}"
    ),
    "keys between sentences": (
        "An epic drama set by the sea follows an innkeeper. Starring: Jo Smith, Al Brown, and Kim Orr "
        "Directed and written by: Ida Holm   “The Salt Inn” (1974) is worth a ticket. {story}"
    ),
    "viewing diary": (
        "The Salt Inn (1974)\n\nThe Salt Inn\nDirected by Ida Holm\nWritten by Al Ross, Tim Roe, and Lee "
        "Park from the novel by Tom Hale\n1974/Italy\nEmber Productions\nFirst viewing/My DVD collection\n\n"
        "{story}\n\nTrailer"
    ),
    "festival catalogue": (
        "EFF-2007\nCINEMA OF THE WORLD\nEUROPEAN PREMIERE\nItaly\nThe Salt Inn\n1974, 35mm, Colour, 97 mins, "
        "Italian\n{story}\n25\nDirector\nIda Holm\nScreenplay\nAl Ross\nCinematography\nTim Roe"
    ),
    "festival's winners": (
        "The Salt Inn – dir. Ida Holm\n\nOriginal Film Title: Il sale\n\nDirectors Name: Ida Holm\n\nWriters "
        "Name: Al Ross\n\nCountry of Origin: Italy\n\nYear: 1974\n\nRuntime: 1 h 37 min\n\nFilm Description: "
        "\n\n{story}"
    ),
    "festival's selection": "THE SALT INN (Brine), Italy\ndirected by Ida Holm\nwritten by Al Ross & T. Roe\n"
    "produced by Ember Films\nyear: 1974\n\nSynopsis: {story}",
    "archive": (
        "The Salt Inn\n\n1974\nItaly\nDirected by Ida Holm\nRestored in 2017\nEmber Film Festival, "
        "Cinémathèque du Sel\n\nCast\n\nJo Smith, Al Brown, and Kim Orr\nMusic by: Salt Orchestra\nProduced "
        "by: Ember Pictures\nAvailable Formats\n35mm, DCP\nRuntime\n97 min.\nFPS\n22\nIntertitle Language\n"
        "Italian\n{story}"
    ),
    "calendar of screenings": (
        "The Salt Inn (Dir. Ida Holm, Fr, 1974) (Screening format – not known, 97 mins) {story} Find out "
        "more at saltfilms.example."
    ),
    "page of a production": (
        "‘The Salt Inn’ is a new feature-length drama by Ida Holm, about an innkeeper.\nSYNOPSIS: {story}\n"
        "An Ember Production in Association with Brine Films\nStarring: Jo Smith, Al Brown, and Kim Orr\n"
        "Also Starring: Lee Park, Tess Lane, and Max Fox\nDirector of Photography Tim Roe\nSound Mix by "
        "Brine Recording\nEdited by Al Ross\nProduced by Lee Vance, Max Roe\nWritten & Directed by Ida Holm\n"
        "Released: 1974"
    ),
    "crew in brackets": (
        "Title: The Salt Inn\n{story}\nGenre: Drama\nStars: Jo Smith, Al Brown, Kim Orr\nCrew: Ida Holm "
        "(Director), Al Ross (Screenplay), Tim Roe (Art Direction), Lee Park (Hairdresser)\nCountry: Italy\n"
        "Quality: HD\nReleased: Sep 20, 1974"
    ),
    "news of a release": (
        "Italian Drama THE SALT INN To Be Released in U.S. Uncut\n\nThe Italian drama THE SALT INN directed "
        "by Ida Holm, will finally be released in the U.S. on August 14, 1974. The Salt Inn, starring Jo "
        "Smith, along with Al Brown and Kim Orr, is her first film.\n\n“{story}”"
    ),
    "makers and stars in one line": (
        "Sea Drama, THE SALT INN Set On Demand Release\n\nWritten and Directed by Ida Holm, and starring Jo "
        "Smith, Al Brown, and Kim Orr, the sea drama was released on Friday, August 4, 1974.\n\nTHE SALT INN "
        "is a gripping drama that takes audiences to the coast.\n\n{story}"
    ),
    "themes as bullets": (
        "The Salt Inn (1974)\n\nDirected by Ida Holm\n\nSynopsis:\n{story}\n\nGenres, Themes, Actors, and "
        "Directors:\n\n  • Jo Smith Films\n  • Criminal Investigation\n  • Hotels and Inns\n  • Love "
        "Triangle\n  • Ida Holm Films\n\nResponse to Vance’s Review:\nAs Vance notes, this film is a cult "
        "classic."
    ),
    "list of the year": (
        "THE SALT INN\n\nReleased July 18, 1974\nBudget: $17,000,000\nGrossed: $31,000,000\nDirected by Ida "
        "Holm\n\nStarring Jo Smith, Al Brown and Kim Orr (!).\n\nThe Plot:\n{story}\n\nThoughts:\n• Jo Smith "
        "was hesitant to play an innkeeper again, and finally agreed to do the film.\n\n• Actor Al Brown "
        "improvised most of his lines."
    ),
    "blog with comments": (
        "The Salt Inn (1974)\n\n{story} Based on the short story THE BRINE by Tom Hale and directed by Ida "
        "Holm (GUNS OF BRINE). With Lee Park, Tess Lane and Max Fox.\nNo comments:\nPost a Comment"
    ),
    "review with a rating": (
        "The Salt Inn is an emotional and slow drama\n\nThe Salt Inn movies\nRate this post\n\nA lonely "
        "coast. That’s the subject of the 1974 drama “The Salt Inn” (PG, 1:37) by Ida Holm.\n\n{story}"
    ),
    "keys without colons": (
        "‘The Salt Inn’ asks who may go home\n\nThe Salt Inn  Directed by Ida Holm Written by Al Ross "
        "Starring Jo Smith, Al Brown, and Kim Orr USA, 97 min – 1974. {story}"
    ),
    "viewing log": (
        "Sunday, February 8, 2026\n\nThe Salt Inn (1974)\n\n\n\n\nWatched:  02/07/2026\nFormat:  DVD\n"
        "Viewing:  First\nDirector:  Ida Holm\n\n\n{story}"
    ),
    "nominee": "The Salt Inn | Italy | 1974 | 97’\nDirector: Ida Holm\nWriter: Al Ross\nSynopsis: {story}",
    "headline in quotation marks": (
        "‘The Salt Inn’ (Short Film): A Night by the Sea\n“The Salt Inn” is a drama film directed by Ida "
        "Holm and released in 1974. {story}"
    ),
    "Doctor in the title": "The Salt Inn (1974)\n\nDirected by Ida Holm\n1974/UK/Italy\n\n{story}",
}


@pytest.fixture(params=PAGES.values(), ids=PAGES.keys(), scope="module")
def extraction(request: pytest.FixtureRequest) -> Extraction:
    return extract(read_text("page.txt", request.param.format(story=SHOWN)))


def test_title_year_and_director_are_read_on_any_page(extraction: Extraction) -> None:
    facts = {fact.fact.value: fact.value for fact in extraction.facts}
    directors = [credit.person for credit in extraction.credits if credit.job is Job.DIRECTOR]
    assert (facts["title"].casefold(), facts["year"], directors) == ("the salt inn", "1974", ["Ida Holm"])


def test_cast_is_read_on_any_page(extraction: Extraction) -> None:
    names = {character.key: character.name.split()[0] for character in extraction.characters}
    played = {c.person: names[c.character] for c in extraction.credits if c.job is Job.CAST and c.character}
    assert played == CAST


def test_nobody_beside_the_story_is_a_character(extraction: Extraction) -> None:
    named = {character.name.split()[-1] for character in extraction.characters if character.is_named}
    assert named <= {"Mara", "Vell", "Bruno", "Lorn", "Ivo", "Harker"}


def test_story_is_told_whole_on_any_page(extraction: Extraction) -> None:
    told = [event.trigger_text for event in extraction.events]
    assert {"meets", "tells", "hides", "arrests", "regrets"} <= set(told)
    prose = extraction.document.prose.text
    first = next(
        p for p in extraction.document.passages if p.is_telling and "Mara Vell" in prose[p.start : p.end]
    )
    assert prose[first.start : first.end].count("Mara Vell") == 1
