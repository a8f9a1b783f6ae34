import pytest

from films.reconciliation.credits import people_by_name, reconcile_credits
from films.reconciliation.film import reconcile
from films.reconciliation.sources import in_order
from films.vocabulary import Job
from tests.reconciliation.builders import make_extraction


@pytest.mark.parametrize(
    ("names", "people"),
    [
        pytest.param({"Céline Rouxel", "Celine Rouxel"}, 1, id="accent"),
        pytest.param({"Phillip Arden", "Philip Arden"}, 1, id="a letter"),
        pytest.param({"Phillip Arden", "Arden"}, 1, id="surname alone"),
        pytest.param({"Phillip Arden", "Olga Arden", "Arden"}, 3, id="surname of two"),
        pytest.param({"Phillip Arden", "Olga Arden"}, 2, id="one surname, two people"),
        pytest.param({"Ana Li", "Ana Lu"}, 2, id="short names"),
        pytest.param({"Edwin S. Arden", "Edwin Stanton Arden", "E. S. Arden"}, 1, id="initials"),
        pytest.param({"Edwin Arden", "Edwin S. Arden", "Arden"}, 1, id="no middle name"),
        pytest.param({"E. Arden", "Edwin Arden", "Elsa Arden"}, 3, id="initial of two"),
        pytest.param({"E. Arden", "Edwin Stanton Arden"}, 2, id="initial alone"),
        pytest.param({"Ed H. W. Arden", "Ed W. Arden"}, 2, id="an initial less"),
        pytest.param({"Edwin 'Slim' Arden", "Edwin Arden"}, 1, id="nickname between"),
        pytest.param({"Edwin Saul Arden", "Edwin T. Arden"}, 2, id="other middle names"),
        pytest.param({"Ned Hale Jr.", "N. Hale"}, 2, id="initial of a junior"),
    ],
)
def test_people_are_told_apart_by_their_names(names, people):
    assert len(set(people_by_name(names).values())) == people


def film_credits(*extractions):
    return reconcile_credits(in_order(extractions), {})


def test_the_header_decides_on_billing():
    prose = make_extraction("Prose.", cast={"Olga Arden": None, "Ilan Roux": None}, name="a")
    header = make_extraction(
        "Prose.", header="Cast: two\n", cast={"Ilan Roux": None, "Olga Arden": None}, name="b"
    )
    cast = film_credits(prose, header)
    assert [(c.billing, c.person) for c in cast] == [(1, "Ilan Roux"), (2, "Olga Arden")]


def test_a_person_may_have_several_jobs():
    rows = film_credits(make_extraction("Prose.", directors=["Olga Arden"], cast={"Olga Arden": None}))
    assert [(c.person, c.job) for c in rows] == [("Olga Arden", Job.DIRECTOR), ("Olga Arden", Job.CAST)]


def test_a_person_is_shown_in_the_fullest_spelling_and_keeps_the_others():
    rows = film_credits(
        make_extraction("One.", directors=["Celine Rouxel"]),
        make_extraction("Two.", directors=["Céline Rouxel"]),
        make_extraction("Three.", directors=["Rouxel"]),
    )
    assert [(c.person, c.names) for c in rows] == [
        ("Céline Rouxel", ("Celine Rouxel", "Céline Rouxel", "Rouxel"))
    ]


def test_a_portrayal_holds_only_the_documents_that_state_it():
    states = make_extraction("Then Kit came.", [["Kit"]], cast={"Ilan Roux": "Kit"})
    silent = make_extraction("Kit left.", [["Kit"]], cast={"Ilan Roux": None})
    (credit,) = reconcile([states, silent]).credits
    assert {e.document for e in credit.evidence} == {states.document.sha256, silent.document.sha256}
    (portrayal,) = credit.portrayals
    assert portrayal.character == "kit"
    assert {e.document for e in portrayal.evidence} == {states.document.sha256}
