"""The language model is loaded so that it is quick; what it reads stays what its makers meant."""

import os
import subprocess
import sys

import pytest
import spacy

from films.extraction.language_model import DEFAULT_MODEL, load_model
from films.extraction.language_model import parse as parsed

TELLING = (
    "Una Reyes, a nurse of 34, leaves her brother Karl at the mill near Port Ember. When he is found drowned "
    'the mayor accuses Dov Lind of having pushed him. "I was away," Dov says; nobody believes him but Una.'
)


def test_it_reads_the_same_as_its_makers_ship_it():
    shipped = spacy.load(DEFAULT_MODEL)(TELLING)
    attributes = ["TAG", "POS", "LEMMA", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB"]
    read = next(parsed([TELLING], model=load_model()))
    assert read.to_array(attributes).tolist() == shipped.to_array(attributes).tolist()


def test_it_multiplies_with_numpy():
    tagger = load_model().get_pipe("tok2vec")
    assert {layer.ops.use_blis for layer in tagger.model.walk() if layer.name == "maxout"} == {False}


def test_known_base_forms_are_looked_up_rather_than_searched_from_the_front():
    known = load_model().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    assert {type(known[part]) for part in ("noun", "verb", "adj", "adv")} == {frozenset}


@pytest.mark.skipif(sys.platform != "linux", reason="counts the threads that Linux lists")
def test_libraries_start_no_threads_for_each_core():
    code = "import os, filmkb, films.extraction.language_model; print(len(os.listdir('/proc/self/task')))"
    free = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    run = subprocess.run([sys.executable, "-c", code], env=free, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "1"
