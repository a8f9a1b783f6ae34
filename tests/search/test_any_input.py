"""Whatever is indexed and typed: nothing breaks, and one typing error in a long word is forgiven."""

import string

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from films.models import Person
from films.search import index_people, search
from tests import factories as make

pytestmark = pytest.mark.django_db
few = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
EDITS = ("drop", "double", "replace", "swap")


def mistype(word: str, edit: str, at: int, letter: str) -> str:
    """Return the word with one letter dropped, added or replaced, or two changed round."""
    return {
        "drop": word[:at] + word[at + 1 :],
        "double": word[:at] + letter + word[at:],
        "replace": word[:at] + letter + word[at + 1 :],
        "swap": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }[edit]


@pytest.fixture
def person():
    return make.PersonFactory()


@few
@given(data=st.data())
def test_one_typing_error_in_a_long_word_still_finds_it(data, person):
    first, last = (data.draw(st.text(string.ascii_lowercase, min_size=size, max_size=15)) for size in (5, 2))
    Person.objects.filter(pk=person.pk).update(name=f"{first.title()} {last.title()}")
    index_people([person.pk])
    typed = mistype(
        first,
        data.draw(st.sampled_from(EDITS)),
        data.draw(st.integers(0, len(first) - 1)),
        data.draw(st.sampled_from(string.ascii_lowercase)),
    )

    assert person.pk in {hit.object_id for hit in search(f"{typed} {last}").hits}


@few
@given(name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
def test_any_name_is_found_by_itself(name, person):
    name = f"Vole {name}"
    Person.objects.filter(pk=person.pk).update(name=name)
    index_people([person.pk])

    hits = search(name).hits

    assert [hit.object_id for hit in hits] == [person.pk]
    assert any(piece.is_match for piece in hits[0].matched)


@few
@given(query=st.text(max_size=60))
def test_any_query_is_no_error(query, person):
    index_people([person.pk])

    for hit in search(query).hits:
        assert hit.matched_text


@few
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=600))
def test_shown_pieces_are_the_source_s_own_words(text, person):
    assume(text.split())
    Person.objects.filter(pk=person.pk).update(name=f"Vole {text}"[:200])
    index_people([person.pk])

    (hit,) = search("vole").hits

    shown = hit.matched_text.removeprefix("… ").removesuffix(" …")
    assert shown in hit.title
    assert hit.matched[0].text.startswith("Vole")
