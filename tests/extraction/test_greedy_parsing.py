"""Transitions taken in step are those that spaCy's own loop takes, however documents come together."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from films.extraction import greedy_parsing
from films.extraction.greedy_parsing import PARSERS, TOGETHER, GreedyParser, parse_in_step
from films.extraction.language_model import DEFAULT_MODEL

SENTENCES = [
    "Una Reyes, a nurse of 34, leaves her brother Karl at the mill near Port Ember.",
    "When he is found drowned the mayor accuses Dov Lind of having pushed him.",
    '"I was away," Dov says;',
    "nobody believes him but Una",
    "In March 1931 the Reyes Mining Company of New Ember sells 3,000 shares to Germans for $ 12 million.",
    "Run!",
    "\n\n",
    " ",
    "mara MARA Mara",
]
READ = ["TAG", "DEP", "HEAD", "SENT_START", "ENT_TYPE", "ENT_IOB"]


@pytest.fixture(scope="module")
def own():
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def in_step():
    model = spacy.load(DEFAULT_MODEL)
    parse_in_step(model)
    return model


def read(model, texts, **options):
    return [doc.to_array(READ).tolist() for doc in model.pipe(texts, **options)]


texts_of_a_batch = st.lists(st.lists(st.sampled_from(SENTENCES), max_size=5).map(" ".join), max_size=5)


@given(texts=texts_of_a_batch)
@settings(max_examples=40)
def test_documents_are_read_as_spacys_own_loop_reads_them(own, in_step, texts):
    assert read(in_step, texts) == read(own, texts)


def test_more_documents_than_are_read_together_come_out_in_order(own, in_step):
    texts = [" ".join(SENTENCES[: 1 + number % 6]) for number in range(2 * TOGETHER + 3)]
    assert read(in_step, texts, batch_size=50) == read(own, texts, batch_size=50)


def test_one_document_is_read_as_among_others(in_step):
    texts = [" ".join(SENTENCES[:number]) for number in range(1, 6)]
    assert [in_step(text).to_array(READ).tolist() for text in texts] == read(in_step, texts)


def test_long_documents_are_not_read_together(in_step, monkeypatch):
    monkeypatch.setattr(greedy_parsing, "MOST_TOKENS", 30)
    recognizer, read_together = in_step.get_pipe("ner"), []
    predict = GreedyParser.predict

    def note(self, docs):
        read_together.append([len(doc) for doc in docs])
        return predict(self, docs)

    monkeypatch.setattr(GreedyParser, "predict", note)
    docs = [in_step.make_doc(" ".join(["Mara"] * words)) for words in (20, 20, 5, 5, 40, 1)]
    assert list(recognizer.pipe(docs)) == docs
    assert read_together == [[20], [20, 5, 5], [40], [1]]


def test_what_the_tagger_learns_of_words_still_reaches_the_parser(in_step):
    listeners = in_step.get_pipe("tok2vec").listener_map
    assert set(listeners) == {"tagger", "parser"}
    assert in_step.pipe_names == spacy.load(DEFAULT_MODEL).pipe_names


def test_parsers_that_look_ahead_or_score_otherwise_are_left_as_they_are():
    model = spacy.blank("en")
    for name in PARSERS:
        config = {"model": {"@architectures": "spacy.TransitionBasedParser.v2", "use_upper": False}}
        component = model.add_pipe("beam_ner" if name == "ner" else name, name=name, config=config)
        component.add_label("PERSON")
    before = [model.get_pipe(name) for name in PARSERS]
    parse_in_step(model)
    assert [model.get_pipe(name) for name in PARSERS] == before


def test_a_model_that_reads_neither_trees_nor_entities_is_left_as_it_is():
    model = spacy.blank("en")
    parse_in_step(model)
    assert model.pipe_names == []
