import pytest

from films.models.search import SearchEntry, SearchWord
from films.search import EntryKind, find, search
from films.search.explain import Explainer
from films.search.query import SURE
from films.search.question import read_question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]

FILM, PERSON, CHARACTER = EntryKind.FILM, EntryKind.PERSON, EntryKind.CHARACTER
PLACE, EVENT = EntryKind.PLACE, EntryKind.EVENT

FINDS = [
    # as typed
    ("salt and ember", FILM, "Salt and Ember"),
    ("sel et braise", FILM, "Salt and Ember"),
    ("aldous van rheen", CHARACTER, "Orrin"),
    ("orrin", CHARACTER, "Orrin"),
    ("matthijs", PERSON, "Mathijs Vandrenaert"),
    ("teodora brusk", FILM, "Moon Harrow: The Spider-Warden"),
    ("salt ember 1987", FILM, "Salt and Ember"),
    ("1987", FILM, "Salt and Ember"),
    ("lamplighter", CHARACTER, "the lamplighter"),
    # words in another order, or unfinished
    ("rheen aldous", CHARACTER, "Orrin"),
    ("vandren", PERSON, "Mathijs Vandrenaert"),
    ("aldous va", CHARACTER, "Orrin"),
    ("math vand", PERSON, "Mathijs Vandrenaert"),
    # case and accents
    ("eloise", CHARACTER, "Éloïse"),
    ("ÉLOÏSE", CHARACTER, "Éloïse"),
    ("e\u0301loi\u0308se", CHARACTER, "Éloïse"),
    ("zdzislawa oyelund", PERSON, "Zdzisława Øyelund"),
    # apostrophes, hyphens and spaces
    ("ohanlow", CHARACTER, "Brigid O’Hanlow"),
    ("o'hanlow", CHARACTER, "Brigid O’Hanlow"),
    ("o hanlow", CHARACTER, "Brigid O’Hanlow"),
    ("hanlow", CHARACTER, "Brigid O’Hanlow"),
    ("spiderwarden", FILM, "Moon Harrow: The Spider-Warden"),
    ("spider warden", FILM, "Moon Harrow: The Spider-Warden"),
    ("moonharrow", FILM, "Moon Harrow: The Spider-Warden"),
    ("portmaurel", PLACE, "Port-Maurel"),
    ("port maurel", PLACE, "Port-Maurel"),
    ("vanrheen", CHARACTER, "Orrin"),
    # a typing error: a letter wrong, missing, too many, or two the wrong way round
    ("vandrenart", PERSON, "Mathijs Vandrenaert"),
    ("vamdrenaert", PERSON, "Mathijs Vandrenaert"),
    ("vanddrenaert", PERSON, "Mathijs Vandrenaert"),
    ("vandernaert", PERSON, "Mathijs Vandrenaert"),
    ("vandernart", PERSON, "Mathijs Vandrenaert"),
    ("mathijs vandrenart", PERSON, "Mathijs Vandrenaert"),
    ("elosie", CHARACTER, "Éloïse"),
    ("aldoos van rheen", CHARACTER, "Orrin"),
    ("frozn lake", EVENT, "Sami nearly drowns."),
    ("brgid ohanlow", CHARACTER, "Brigid O’Hanlow"),
    ("brigid o hanolw", CHARACTER, "Brigid O’Hanlow"),
    ("salt adn ember", FILM, "Salt and Ember"),
    ("salt ad ember", FILM, "Salt and Ember"),
    ("teh lamplighter", CHARACTER, "the lamplighter"),
    ("orrni", CHARACTER, "Orrin"),
    # a letter that joins two words, or a space in the wrong place
    ("saltxand ember", FILM, "Salt and Ember"),
    ("sal tand ember", FILM, "Salt and Ember"),
    ("aldousvan rheen", CHARACTER, "Orrin"),
    # what happens, and where
    ("frozen lake", EVENT, "Sami nearly drowns."),
    ("lake frozen", EVENT, "Sami nearly drowns."),
    ("frozen lakes", EVENT, "Sami nearly drowns."),
    ("punches ice", EVENT, "Orrin saves the boy."),
    ("sami salt ember", EVENT, "Sami nearly drowns."),
    ("port-maurel", EVENT, "Éloïse is hurt."),
    ("port-maurel", FILM, "Salt and Ember"),
    ("ferrywoman brothers", FILM, "Salt and Ember"),
    ("vandrenaert", CHARACTER, "Orrin"),
    ("vandrenaert", FILM, "Salt and Ember"),
]


@pytest.mark.parametrize(("query", "kind", "title"), FINDS, ids=[f"{q} → {t}" for q, _, t in FINDS])
def test_query_finds(query, kind, title):
    groups = {group.kind: group for group in search(query).groups}

    assert kind in groups
    assert groups[kind].hits[0].title == title


@pytest.mark.parametrize(
    ("query", "matched"),
    [
        ("eloise", "[Éloïse]"),
        ("aldous van rheen", "[Aldous] [van] [Rheen]"),
        ("rheen", "Aldous van [Rheen]"),
        ("moonharrow", "[Moon Harrow]: The Spider-Warden"),
        ("vanrheen", "Aldous [van Rheen]"),
        ("braise", "Sel et [braise]"),
        ("frozen lakes", "The boy falls through the ice of a [frozen] [lake]."),
        ("warden", "Moon Harrow: The [Spider-Warden]"),
        ("frozn lake", "The boy falls through the ice of a [frozen] [lake]."),
        ("vandrenart", "Mathijs [Vandrenaert]"),
    ],
)
def test_hit_says_what_matched(query, matched):
    hit = search(query).groups[0].hits[0]

    marked = "".join(f"[{piece.text}]" if piece.is_match else piece.text for piece in hit.matched)
    assert marked == matched


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("vandrenart", "vandrenaert"),
        ("Mathijs VANDRENART", "mathijs vandrenaert"),
        ("frozn lake", "frozen lake"),
        ("frozen lake", ""),
        ("math vand", ""),
        ("vanrheen", ""),
        ("nobody at all", ""),
    ],
)
def test_corrected_query_is_told(query, suggestion):
    results = search(query)

    assert results.suggestion == suggestion
    assert {hit.is_corrected for hit in results.hits} <= {bool(suggestion)}


@pytest.mark.parametrize("query", ["zzyzx", "zzyzx qwolk", "zzyzx zzyzx zzyzx", "marn", "drax"])
def test_query_finds_nothing_where_a_word_is_nowhere(query):
    assert search(query).groups == ()


@pytest.mark.parametrize(
    ("query", "left_out", "title"),
    [
        ("orrin zzyzx", ("zzyzx",), "Orrin"),  # nothing has it
        ("zzyzx frozen ember lake", ("zzyzx",), "Salt and Ember"),
        ("teh vandrenart", ("teh",), "Mathijs Vandrenaert"),  # and the other one is mistyped
        ("quarn vandrenaert", ("vandrenaert",), "Eloise Quarn"),  # what more entries have
    ],
)
def test_where_nothing_has_all_words_the_least_telling_are_left_out(query, left_out, title):
    results = search(query)

    assert results.left_out == left_out
    assert results.groups[0].hits[0].title == title


@pytest.mark.parametrize(
    ("count", "suggestion", "left_out"), [(SURE, "", ("marrow",)), (SURE - 1, "harrow moon", ())]
)
def test_word_of_many_entries_is_left_out_rather_than_taken_for_another(count, suggestion, left_out):
    SearchWord.objects.create(word="marrow", count=count)
    SearchWord.objects.filter(word="moon").update(count=SURE)

    results = search("marrow moon")

    assert (results.suggestion, results.left_out) == (suggestion, left_out)
    assert results.groups[0].hits[0].title == "Moon Harrow: The Spider-Warden"


def test_no_word_is_left_out_where_something_has_them_all():
    assert search("frozen lake").left_out == ()


def test_no_word_is_left_out_of_what_narrows_a_list():
    assert search("orrin zzyzx", guesses_last=True).groups == ()


def test_short_words_are_not_corrected():
    assert search("lako").groups == ()


def test_whole_name_comes_before_beginning_and_weight():
    titles = [hit.title for hit in search("eloise", kinds=[CHARACTER]).hits]

    assert titles == ["Éloïse", "Eloise Quarn"]


def test_main_character_comes_before_a_lesser_one():
    people = [hit.title for hit in search("o", kinds=[CHARACTER]).hits]

    assert people == ["Brigid O’Hanlow"]


def test_film_title_alone_does_not_find_all_its_events():
    kinds = {group.kind for group in search("salt and ember").groups}

    assert EVENT not in kinds
    assert FILM in kinds


def test_words_without_meaning_are_looked_for_in_names_alone():
    results = search("the")

    assert {hit.title for hit in results.hits} == {"Moon Harrow: The Spider-Warden", "the lamplighter"}


def test_words_without_meaning_find_no_event():
    assert search("the", kinds=[EVENT]).groups == ()


def test_misspelt_name_finds_the_events_alone_that_were_asked_for():
    assert {hit.title for hit in search("orrim", kinds=[EVENT]).hits} == {"Orrin saves the boy."}


def test_best_kind_comes_first():
    assert search("port-maurel").groups[0].kind == PLACE
    assert search("orrin").groups[0].kind == CHARACTER


@pytest.mark.parametrize(("query", "kind"), sorted({(query, kind) for query, kind, _ in FINDS}))
def test_rows_found_without_a_reason_are_those_that_a_search_finds(query, kind):
    searched = search(query, kinds=[kind], guesses_last=True)
    found = find(query, [kind], most=10)[kind]
    assert list(found.ids) == [hit.object_id for hit in searched.hits]
    assert found.named == {hit.object_id for hit in searched.hits if hit.is_name}
    assert found.count == searched.count


def test_rows_of_several_kinds_are_found_at_once():
    found = find("harrow", [FILM, PLACE, EVENT], most=10)
    assert {kind for kind, rows in found.items() if rows.ids} == {
        group.kind for group in search("harrow", kinds=[FILM, PLACE, EVENT], guesses_last=True).groups
    }
    assert found[EVENT].count == len(found[EVENT].ids)


@pytest.mark.parametrize("most", [0, -1])
def test_no_rows_are_found_where_none_are_asked_for(most):
    assert find("orrin", [CHARACTER], most=most)[CHARACTER].ids == ()


def test_kinds_and_windows_narrow_the_results():
    assert {hit.kind for hit in search("port-maurel", kinds=[EVENT, FILM]).hits} == {EVENT, FILM}
    first, second = (search("mathijs", kinds=[PERSON], per_kind=1, offset=n) for n in (0, 1))

    assert [group.count for group in (*first.groups, *second.groups)] == [2, 2]
    assert first.hits[0].title == "Mathijs Vandrenaert"
    assert second.hits[0].title == "Mathijs Sonder"


def test_hit_leads_to_its_page():
    (hit,) = search("aldous van rheen", kinds=[CHARACTER]).hits

    assert hit.url == "/characters/salt-and-ember-1987/orrin/"
    assert hit.context == "Salt and Ember (1987), played by Mathijs Vandrenaert"
    assert hit.is_name


@pytest.mark.parametrize(
    "query",
    [
        "", " ", "?!…", "\0", "🎬", "'", '"', "a\0b", "%", "_", "\\", "\ud800", "(((", "=film", "@orrin",
        "~kill", '"foo* NEAR(', "AND", "OR NOT", "terms: x", "-", "''", "a:* & !b", "<->",
        "x" * 10_000, "word " * 2_000,
        "é" * 500, "Ⅷ ½ ﬁ", "日本語", "שלום", "\u200b", "%s", "{}",
    ],
    ids=ascii,
)  # fmt: skip
def test_odd_query_is_no_error(query):
    assert search(query).query == query


def test_passage_that_the_title_repeats_is_not_the_reason_when_another_tells_more():
    (hit,) = search("éloïse", kinds=[EVENT]).hits

    assert hit.title == "Éloïse is hurt."
    assert hit.matched_text == "Éloïse loses both legs in Port-Maurel."


def test_long_passage_is_cut_around_the_match():

    text = f"{'first words ' * 40}then a heron lands {'and more words ' * 40}"
    pieces, is_name, _ = Explainer(read_question("heron")).explain(SearchEntry(title="Bird", passages=text))

    shown = "".join(piece.text for piece in pieces)
    assert "then a heron lands" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 240
    assert [piece.text for piece in pieces if piece.is_match] == ["heron"]
    assert not is_name
