"""What holds of every film, whatever its documents say."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from films.reconciliation import group, profile_of, reconcile
from films.reconciliation.values import Evidence
from films.vocabulary import Fact, RelationshipKind
from tests.reconciliation.builders import make_extraction

NAMES = ["Mara", "Mara Holt", "Holt", "Dov", "Dov Holt", "Zoë", "Zoe", "the man"]
VERBS = ["kisses", "chases", "meets", "drowns"]
PLACES = ["Oran", "Orán", "Trondheim"]


@st.composite
def extractions(draw):
    """A document of a few sentences about a few people, with facts, cast and relationships."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    sentence = st.tuples(
        st.sampled_from(names), st.sampled_from(VERBS), st.sampled_from(names), st.sampled_from(PLACES)
    )
    sentences = draw(st.lists(sentence, min_size=1, max_size=5))
    text = " ".join(f"Then {a} {verb} {b} in {place}." for a, verb, b, place in sentences)
    pairs = draw(st.lists(st.permutations(names).map(tuple), max_size=2)) if len(names) > 1 else []
    return make_extraction(
        text,
        [[name] for name in names],
        name=draw(st.sampled_from(["a", "b", "c"])),
        triggers=VERBS,
        facts=draw(
            st.dictionaries(st.sampled_from([Fact.TITLE, Fact.YEAR]), st.sampled_from(["1999", "2000"]))
        ),
        cast=draw(
            st.dictionaries(st.sampled_from(["Ilan Roux", "Olga Arden"]), st.sampled_from([None, *names]))
        ),
        relations=[(p[0], draw(st.sampled_from(RelationshipKind)), p[1]) for p in pairs],
        places=sorted({place for *_, place in sentences}),
    )


films = st.lists(extractions(), min_size=1, max_size=4, unique_by=lambda e: e.document.sha256)


@settings(deadline=None, max_examples=60)
@given(films)
def test_the_order_of_documents_changes_nothing(documents):
    first = reconcile(documents)
    assert all(reconcile(order) == first for order in itertools.permutations(documents))


@settings(deadline=None, max_examples=60)
@given(films)
def test_a_document_given_twice_counts_once(documents):
    assert reconcile([*documents, *documents]) == reconcile(documents)


@settings(deadline=None, max_examples=60)
@given(films)
def test_nothing_that_a_document_says_is_lost(documents):
    film = reconcile(documents)
    said = {e for row in (*film.statements, *film.credits) for e in row.evidence}
    told = {m for event in film.events for m in ((x.document, x.trigger) for x in event.mentions)}
    meant = {(m.document, m.span) for character in film.characters for m in character.mentions}
    named = {mention for place in film.places for mention in place.mentions}
    for extraction in documents:
        sha256 = extraction.document.sha256
        stated = [*extraction.facts, *extraction.credits]
        assert {Evidence(sha256, span) for row in stated for span in row.evidence} <= said
        assert {(sha256, event.trigger) for event in extraction.events} <= told
        assert {(sha256, m.span) for c in extraction.characters for m in c.mentions} <= meant
        assert {Evidence(sha256, span) for place in extraction.places for span in place.mentions} <= named


@settings(deadline=None, max_examples=60)
@given(films)
def test_keys_are_unique_and_all_references_are_kept(documents):
    film = reconcile(documents)
    keys = {character.key for character in film.characters}
    assert len(keys) == len(film.characters)
    assert {p.character for event in film.events for p in event.participants} <= keys
    assert {key for row in film.relationships for key in (row.subject, row.object)} <= keys
    assert {p.character for credit in film.credits for p in credit.portrayals} <= keys
    assert len({event.key for event in film.events}) == len(film.events)


@settings(deadline=None, max_examples=60)
@given(films)
def test_every_event_mention_is_in_exactly_one_event(documents):
    told = [(m.document, m.trigger) for event in reconcile(documents).events for m in event.mentions]
    assert len(told) == len(set(told)) == sum(len(document.events) for document in documents)


@settings(deadline=None, max_examples=60)
@given(films)
def test_copied_sentences_are_never_apart(documents):
    first = documents[0]
    copy = make_extraction(
        first.document.text + " The end.",
        [[name.text for name in character.names] for character in first.characters],
        name="copy",
        triggers=VERBS,
    )
    for event in reconcile([first, copy]).events:
        assert len({mention.document for mention in event.mentions}) == 2


STREETS = [
    "harbour",
    "glacier",
    "theatre",
    "chapel",
    "lighthouse",
    "orchard",
    "quarry",
    "casino",
    "bakery",
    "jail",
]


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(10)), st.permutations(range(10)))
def test_no_event_joins_what_stands_far_apart_unless_it_is_copied(first, second):
    def telling(order, sentence, name):
        text = " ".join(sentence.format(STREETS[n]) for n in order)
        return make_extraction(text, [["Mara"], ["Dov"]], triggers=["paints", "repairs"], name=name)

    documents = [
        telling(first, "Mara paints the {} with Dov.", "a"),
        telling(second, "At noon in heavy rain Dov repairs an old broken {} for the brothers of Mara.", "b"),
    ]
    places = {d.document.sha256: [e.sentence for e in d.events] for d in documents}
    for event in reconcile(documents).events:
        told = [places[m.document].index(m.sentence) / 10 for m in event.mentions]
        assert max(told) - min(told) <= 0.5


@settings(deadline=None, max_examples=60)
@given(extractions())
def test_a_film_of_one_document_says_what_the_document_says(document):
    film = reconcile([document])
    assert {c.name for c in film.characters} == {c.name for c in document.characters}
    told = sorted(e.trigger.start for e in document.events)
    assert sorted(m.trigger.start for e in film.events for m in e.mentions) == told
    firsts = [min(m.trigger.start for m in e.mentions) for e in film.events]
    assert firsts == sorted(firsts)  # what is told twice stands where it is told first
    assert [c.person for c in film.credits] == [c.person for c in document.credits]


@settings(deadline=None, max_examples=40)
@given(films)
def test_grouping_parts_the_documents_whatever_their_order(documents):
    profiles = [profile_of(document) for document in documents]
    first = group(profiles)
    assert sorted(d for g in first.groups for d in g.documents) == sorted(p.document for p in profiles)
    assert all(group(order) == first for order in itertools.permutations(profiles))
