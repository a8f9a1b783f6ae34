"""What names and titles are sorted by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from films.models import Film, Place
from films.models.sort_keys import INITIALS, LONGEST, begins_with, initial, sort_key
from tests import factories as make


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("The Long Ferry", "long ferry"),
        ("A Quiet Room", "quiet room"),
        ("an Empty Room", "empty room"),
        ("“The Ferry”", "ferry"),
        ("A.I.", "a i"),
        ("A", "a"),
        ("The", "the"),
        ("The ?!", "the"),
        ("Theatre Nights", "theatre nights"),
        ("Éloïse", "eloise"),
        ("Øyfolk", "oyfolk"),
        ("$1,000 on the Black", "1 000 on the black"),
        ("...and Then Rain", "and then rain"),
        ("Ход коня", "0 ход коня"),
        ("?!", "0 ?!"),
        ("Ember" + 200 * " ember", ("ember " * 17)[:LONGEST].rstrip()),
    ],
)
def test_titles_are_sorted_by_their_letters(title, key):
    assert sort_key(title, "title") == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("An Li", "an li"),
        ("A. Corvin", "a corvin"),
        ("the tall man", "tall man"),
        ("“Ace” Benton", "ace benton"),
        ("O’Dowd", "odowd"),
    ],
)
def test_names_are_sorted_as_they_are_but_for_the(name, key):
    assert sort_key(name) == key


@given(st.text(min_size=1), st.sampled_from(["title", "name"]))
def test_every_name_has_a_key_that_a_list_can_begin_with(name, kind):
    key = sort_key(name, kind)
    assert 0 < len(key) <= LONGEST
    assert key[0] in INITIALS or (key[0].isascii() and key[0].isdigit())


@given(st.text(), st.sampled_from(["title", "name"]))
def test_signs_around_a_name_do_not_count(name, kind):
    named = f"Reed {name}"
    assert sort_key(f"“{named}", kind) == sort_key(named, kind)


@pytest.mark.django_db
def test_each_name_begins_with_the_one_letter_that_is_said_of_it():
    titles = ("Reed", "Zinnia", "Āmara", "?!", "8 Days", "Ход", "The Zoo", "yarrow", "A", "zz top")
    for number, title in enumerate(titles):
        make.FilmFactory(title=title, slug=f"film-{number}")
    said = dict(Film.objects.values_list("title", initial("sort_title")))
    found = {
        title: letter
        for letter in INITIALS
        for title in Film.objects.filter(begins_with("sort_title", letter)).values_list("title", flat=True)
    }
    letters = ("r", "z", "a", "0", "0", "0", "z", "y", "a", "z")
    assert found == said == dict(zip(titles, letters, strict=True))


@pytest.mark.django_db
def test_titles_stand_in_the_order_of_their_keys():
    for title in ("The Zoo", "“Reed”", "Éloïse", "$1,000", "Ход", "A Moor"):
        make.FilmFactory(title=title, slug=f"film-{len(title)}-{ord(title[0])}")
    in_order = list(Film.objects.values_list("title", flat=True))
    assert in_order == ["Ход", "$1,000", "Éloïse", "A Moor", "“Reed”", "The Zoo"]


@pytest.mark.django_db
def test_key_follows_a_name_that_is_changed():
    place = make.PlaceFactory(name="The Old Quay")
    place.name = "The New Quay"
    place.save()
    assert Place.objects.get(pk=place.pk).sort_name == "new quay"
