"""A word for a people with an article means one person of it: "a German comes, the German dies"."""

import pytest

from tests.extraction.reading_aid import meant


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        ("A Russian kills Mara. Soon after, the Russian flees.", "Russian", 1, {"a Russian"}),
        ("A Russian kills Mara. Soon after, the Russian flees.", "Russian", 2, {"a Russian"}),
        ("When a German comes to rob Tom, Tom shoots him.", "him", 1, {"a German"}),
        ("Tom is robbed by a Mexican.", "Mexican", 1, {"a Mexican"}),
        ("The Indian sees Mara.", "Indian", 1, {"the Indian"}),
        ("Mara learns the German language.", "German", 1, set()),
        ("Mara sings in German.", "German", 1, set()),
        ("Mara takes the Italian job.", "Italian", 1, set()),
        ("The Germans attack Mara.", "Germans", 1, {"the Germans"}),
    ],
)
def test_one_of_a_people(text: str, word: str, occurrence: int, expected: set[str]) -> None:
    assert {name.lower() for name in meant(text, word, occurrence)} == {name.lower() for name in expected}
