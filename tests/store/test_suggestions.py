"""What an editor does with a suggestion."""

import pytest

from films import curation
from films.importing import import_documents
from films.models import Film, Suggestion
from films.vocabulary import Fact, Rank
from tests.store import toy
from tests.store.conftest import WOOD, edit

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


def test_a_suggestion_whose_value_an_editor_gives_is_closed(film, suggestion):
    edit(film, year=1994)
    suggestion.refresh_from_db()
    assert suggestion.status == "accepted"


def test_a_suggestion_whose_value_an_editor_prefers_is_closed(film, suggestion):
    statement = film.statements.get(fact=Fact.YEAR)
    edit(statement, rank=Rank.NORMAL)
    edit(statement, rank=Rank.PREFERRED)
    film.refresh_from_db()
    suggestion.refresh_from_db()
    assert (film.year, suggestion.status) == (1994, "accepted")


def test_another_edit_leaves_a_suggestion_open(film, suggestion):
    edit(film, title="The Tide of Embers", year=1997)
    suggestion.refresh_from_db()
    assert suggestion.status == "open"


def test_a_suggested_join_is_not_closed_by_an_edit(film):
    story = WOOD.split("\n\n")[1]
    import_documents([toy.document("other.txt", f"Title: The Ember Tide\n\n{story}")])
    edit(film, year=1997)
    assert Suggestion.objects.get(field="merge").status == "open"


@pytest.mark.parametrize("rank", [Rank.REJECTED, Rank.NORMAL])
def test_a_rank_alone_is_not_suggested(film, ember, read_again, rank):
    edit(film.statements.get(fact=Fact.YEAR), rank=rank)
    read_again(ember)
    assert not Suggestion.objects.exists()
