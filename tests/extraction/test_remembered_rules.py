"""Rules about single tokens are looked up; what they set is what spaCy's own `AttributeRuler` sets."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from films.extraction.language_model import DEFAULT_MODEL
from films.extraction.remembered_rules import RULER, RememberingRuler, remember_rules

WORDS = ["mill", "Mill", "gon", "na", "to", "nothin'", " ", "\n"]
TAGS = ["NN", "VB", "TO", "_SP", ""]
DEPS = ["dep", "mark", "ROOT", ""]
RULES = [
    {"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN", "MORPH": "Number=Sing"}},
    {"patterns": [[{"TAG": "VB"}]], "attrs": {"POS": "VERB"}},
    {"patterns": [[{"TAG": "NN", "LOWER": "mill"}], [{"LOWER": "to"}]], "attrs": {"LEMMA": "mill"}},
    {"patterns": [[{"DEP": {"NOT_IN": ["dep", ""]}, "TAG": {"IN": ["NN", "TO"]}}]], "attrs": {"POS": "PRON"}},
    {"patterns": [[{"LOWER": "gon"}, {"LOWER": "na"}]], "attrs": {"LEMMA": "to"}, "index": 1},
    {"patterns": [[{"LOWER": {"REGEX": "thin'$"}}]], "attrs": {"POS": "PRON", "LEMMA": "nothing"}},
    {"patterns": [[{"IS_SPACE": True}]], "attrs": {"TAG": "_SP", "POS": "SPACE"}},
    {"patterns": [[{"TAG": "TO", "OP": "+"}]], "attrs": {"POS": "PART"}},
]
SET = ["TAG", "POS", "LEMMA", "MORPH"]


def ruled(ruler: AttributeRuler, words: list[tuple[str, str, str]]) -> list[list[int]]:
    texts, tags, deps = zip(*words, strict=True)
    doc = Doc(ruler.vocab, words=texts, tags=tags, deps=deps, heads=[0] * len(words))
    return ruler(doc).to_array(SET).tolist()


def both_rulers() -> tuple[AttributeRuler, RememberingRuler]:
    vocab = spacy.blank("en").vocab
    rulers = AttributeRuler(vocab), RememberingRuler(vocab)
    for ruler in rulers:
        ruler.add_patterns(RULES)
    return rulers


words_of_a_text = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(DEPS)), min_size=1, max_size=8
)


@given(texts=st.lists(words_of_a_text, min_size=1, max_size=4))
def test_a_remembering_ruler_sets_what_spacys_own_sets(texts):
    own, remembering = both_rulers()
    for words in texts:
        assert ruled(remembering, words) == ruled(own, words)


def test_a_rule_that_comes_later_counts_for_tokens_seen_before():
    own, remembering = both_rulers()
    words = [("mill", "NN", "dep")]
    before = ruled(remembering, words)
    for ruler in (own, remembering):
        ruler.add([[{"LOWER": "mill"}]], {"POS": "PROPN"})
    assert ruled(remembering, words) == ruled(own, words) != before


def test_tokens_that_are_alike_to_the_rules_are_matched_once():
    _, ruler = both_rulers()
    ruled(ruler, [(word, "NN", "dep") for word in ("boat", "house", "river", "Boat")])
    assert len(ruler._remembered) == 1


def test_the_models_rules_are_all_kept():
    model = spacy.load(DEFAULT_MODEL)
    rules = model.get_pipe(RULER).patterns
    remember_rules(model)
    assert isinstance(model.get_pipe(RULER), RememberingRuler)
    assert model.get_pipe(RULER).patterns == rules
    assert model.pipe_names.index(RULER) == spacy.load(DEFAULT_MODEL).pipe_names.index(RULER)


@pytest.mark.parametrize("pipes", [[], ["sentencizer"]])
def test_a_model_without_such_rules_stays_as_it_is(pipes):
    model = spacy.blank("en")
    for pipe in pipes:
        model.add_pipe(pipe)
    remember_rules(model)
    assert model.pipe_names == pipes
