"""What an editor does with a suggestion."""

import pytest

from films import curation
from films.importing import import_documents
from films.models import Film, Suggestion
from tests.store import toy
from tests.store.conftest import WOOD

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggestion(film, ember, read_again) -> Suggestion:
    """The documents say 1994, an editor 1996."""
    film.year = 1996
    curation.record_edit(film, ["year"])
    film.save()
    read_again(ember)
    return Suggestion.objects.get()


def test_an_accepted_suggestion_becomes_the_editor_s_decision(film, suggestion):
    curation.accept_suggestion(suggestion)
    film.refresh_from_db()
    suggestion.refresh_from_db()
    assert (film.year, film.edited_fields, suggestion.status) == (1994, ["year"], "accepted")


def test_a_dismissed_suggestion_changes_nothing(film, suggestion):
    curation.dismiss_suggestion(suggestion)
    film.refresh_from_db()
    suggestion.refresh_from_db()
    assert (film.year, suggestion.status) == (1996, "dismissed")


def test_a_suggestion_about_what_is_gone_says_so(film):
    gone = Suggestion(film=film, kind="event", row_id=10**6, field="summary", proposed="Mara leaves.")
    with pytest.raises(curation.OutdatedSuggestionError, match="plot event is not there any more"):
        curation.accept_suggestion(gone)


def test_an_accepted_join_merges_the_films(film):
    story = WOOD.split("\n\n")[1]
    import_documents([toy.document("other.txt", f"Title: The Ember Tide\n\n{story}")])
    assert Film.objects.count() == 2
    curation.accept_suggestion(Suggestion.objects.get(field="merge"))
    assert Film.objects.get().documents.count() == 2
