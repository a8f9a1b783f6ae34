"""How words are folded, stemmed, cut into terms and corrected."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.folding import fold, squash
from films.search.entries import joined, some_of
from films.search.question import Word
from films.search.spelling import corrections, count_words
from films.search.stemming import stem
from films.search.terms import function_words, parts_of, squashed_names, terms_of, vocabulary_of, words_of

LETTERS = st.text(string.ascii_lowercase, min_size=1, max_size=14)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_squashed_text_is_all_letters_and_digits(text):
    assert squash(text) == "".join(squash(letter) for letter in text)
    assert squash(text).isalnum() or squash(text) == ""


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_is_folded_as_it_is_beside_a_letter_that_is_not(text):
    assert f"{fold(text)} e".strip() == fold(f"{text} é")


@given(st.text())
def test_upper_case_changes_no_folding_of_plain_letters(text):
    plain = "".join(letter for letter in text if letter.isascii())

    assert fold(plain.upper()) == fold(plain.lower())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Éloïse", "eloise"),
        ("Straße", "strasse"),
        ("Łukasz Øyvind", "lukasz oyvind"),
        ("Æsir Œuvre", "aesir oeuvre"),
        ("Brigid O’Hanlow", "brigid ohanlow"),
        ("Brigid O´Hanlow", "brigid ohanlow"),
        ("Brigid OʼHanlow", "brigid ohanlow"),
        ("Hawaiʻi", "hawaii"),
        ("Spider-Man", "spiderman"),
        ("wait - what", "wait what"),
        ("Mr. & Mrs. Vole", "mr mrs vole"),
        ("I\u0307stanbul", "istanbul"),
        ("", ""),
    ],
)
def test_text_is_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("words", "stemmed"),
    [
        (("kill", "kills", "killed", "killing"), "kill"),
        (("love", "loves", "loved", "loving"), "love"),
        (("story", "stories"), "stori"),
        (("stop", "stopped", "stopping"), "stop"),
        (("freeze", "freezes", "freezing"), "freez"),
        (("hope", "hoping", "hopes"), "hope"),
        (("punch", "punches", "punched"), "punch"),
        (("bless", "blesses"), "bless"),
        (("agree", "agreed"), "agre"),
        (("ring", "rings"), "ring"),
        (("red",), "red"),
        (("1987",), "1987"),
        (("été",), "été"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_endings_do_not_count(words, stemmed):
    assert {stem(word) for word in words} == {stemmed}


@given(LETTERS)
def test_stem_begins_as_its_word_does(word):
    assert stem(word)[:2] == word[:2]


def test_terms_say_where_a_word_comes_from():
    terms = terms_of("character", ["Ann-Marie Vole"], ["She kills the O’Hara twins"], ["Film"])

    assert terms.split() == [
        "=character", "annmarie", "vole", "she", "kills", "the", "ohara", "twins",
        "ann", "annmarievole", "hara", "marie", "o",
        "@annmarie", "@vole", "@ann", "@marie", "==annmarievole", "+film",
        "~annmari", "~vole", "~she", "~kill", "~ohara", "~twin",
        "~ann", "~annmarievol", "~hara", "~mari", "~o",
    ]  # fmt: skip


@given(names=st.lists(st.text(max_size=40), max_size=3), told=st.text())
def test_every_word_with_a_meaning_has_its_stem_in_the_entry(names, told):
    terms = terms_of("film", names, [told], ["Film"], story=[told]).split()
    plain = {term for term in terms if term[0] not in "=@+~"} - function_words()

    assert {f"~{stem(word)}" for word in plain} == {term for term in terms if term.startswith("~")}


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        (Word("meets"), ("~meet",)),
        (Word("work", is_prefix=True, begun=("works", "worker", "workers", "working")), ("~work", "~worker")),
        (Word("worki", is_prefix=True, begun=("working",)), ("~worki", "working")),
        (Word("working", is_prefix=True, begun=("working", "workings")), ("~work",)),
        (Word("th", is_prefix=True, begun=("the", "thaw")), ("~th", "the", "~thaw")),
        (Word("frist", corrections=("first", "fist")), ("~frist", "first", "fist")),
    ],
)
def test_words_of_one_stem_are_asked_for_once(word, asked):
    assert word.own() == asked


def test_vocabulary_is_the_words_a_reader_may_mistype_and_whole_names():
    assert vocabulary_of(" =film lake @lake +bay ~lak ") == {"lake"}
    assert vocabulary_of(" =film north bay northbay @north @bay ==northbay ") == {
        "north",
        "bay",
        "==northbay",
    }


@given(st.text(), st.text())
def test_terms_stand_one_space_apart(name, passage):
    terms = terms_of("event", [name], [passage], [name])

    assert terms == f" {' '.join(terms.split())} "
    assert all(len(term) <= 62 for term in terms.split())


@given(st.text())
def test_words_and_their_parts_are_folded_words(text):
    assert [fold(word) for word in words_of(text)] == words_of(text)
    assert "".join(parts_of(text)) == "".join(words_of(text)) or len(squash(text)) > 60


def test_squashed_names_stand_between_spaces():
    assert squashed_names(["Moon Harrow", "moonharrow", "Sel", "!"]) == " moonharrow sel "
    assert squashed_names([]) == ""


@pytest.mark.parametrize(
    ("names", "sentence"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_joined(names, sentence):
    assert joined(names) == sentence


def test_further_names_are_counted():
    assert some_of(["A", "B", "C", "D"], 4) == "A, B, C and 1 more"
    assert some_of(["A", "B"], 2) == "A, B"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vandrenart", ("vandrenaert",)),
        ("vanrdenaert", ("vandrenaert",)),
        ("vndrenart", ("vandrenaert",)),
        ("xandrenaert", ("vandrenaert",)),
        ("vandrenaertx", ("vandrenaert",)),
        ("vndrnrt", ()),
        ("ondra", ("sondra", "andra")),
        ("lako", ()),
        ("orin", ("orrin",)),
        ("lakes", ("lake",)),
        ("1987", ()),
    ],
)
def test_mistyped_word_is_corrected(typed, meant):
    words = ("vandrenaert", "lake", "laki", "orrin", "andra", "sondra", "ondrej", "1988")
    count_words(dict.fromkeys(words, 1) | {"sondra": 5, "ondrej": 9})

    assert corrections([typed]).get(typed, ()) == meant
