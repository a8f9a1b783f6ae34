"""What an import remembers of millions of documents."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from films.importing.digests import FIRST_SIZE, DigestMap, RecentDigests, digest
from films.models import Film, SourceDocument

KEYS = st.integers(min_value=1, max_value=2**64 - 1)


@given(st.lists(st.tuples(KEYS, KEYS)))
@settings(max_examples=100, deadline=None)
def test_digests_are_kept_as_a_dict_keeps_them(pairs: list[tuple[int, int]]) -> None:
    met = DigestMap()
    known: dict[int, int] = {}
    for key, value in pairs:
        assert met.setdefault(key, value) == known.setdefault(key, value)
    assert len(met) == len(known)


def test_digests_that_share_a_place_are_told_apart_as_the_map_grows() -> None:
    met = DigestMap()
    keys = [1 + number * FIRST_SIZE for number in range(2 * FIRST_SIZE)]
    assert [met.setdefault(key, key + 1) for key in keys] == [key + 1 for key in keys]
    assert [met.setdefault(key, 0) for key in keys] == [key + 1 for key in keys]


def test_recent_digests_forget_the_oldest() -> None:
    met = RecentDigests(most=2)
    assert [met.meet(key) for key in (1, 2, 1, 3, 2, 1)] == [False, False, True, False, True, False]


def test_a_digest_is_a_number_of_its_own() -> None:
    assert 0 < digest("ash") < 2**64
    assert digest("ash") != digest("elm")


@pytest.mark.django_db
def test_a_text_that_was_forgotten_is_known_from_the_store(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(RecentDigests.__init__, "__defaults__", (1,))
    monkeypatch.setattr("films.importing.run.BATCH", 1)
    rows = [{"title": title, "year": 1931} for title in ("Ash", "Elm", "Oak", "Ash", "Elm")]
    (tmp_path / "films.json").write_text(json.dumps(rows))
    call_command("import_documents", str(tmp_path / "films.json"), "--jobs", "1", stdout=StringIO())
    assert sorted(Film.objects.values_list("title", flat=True)) == ["Ash", "Elm", "Oak"]
    assert SourceDocument.objects.count() == 3
