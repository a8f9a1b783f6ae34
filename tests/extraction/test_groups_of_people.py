"""Who belongs to the crowd that a plural or a group noun means: the living, the household, the party."""

import pytest

from tests.extraction.reading_aid import meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tom, Ana, Max and Mara flee. Tom and Ana are killed by a car. They hide.",
            {"Max", "Mara"},
            id="all who are joined",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is shot and killed. They hide.",
            {"Ana", "Mara"},
            id="shot and killed",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom falls to his death. They hide.",
            {"Ana", "Mara"},
            id="falls to his death",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is fatally stabbed. They hide.",
            {"Ana", "Mara"},
            id="fatally",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. The roof falls in, killing Tom. They hide.",
            {"Ana", "Mara"},
            id="an outcome",
        ),
        pytest.param(
            "Max meets Ana. He kills a nurse and a clerk. They flee.",
            {"Max", "Ana"},
            id="nobody of those last named is left",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is nearly beaten to death. Tom and Mara laugh. They hide.",
            {"Tom", "Mara"},
            id="nearly",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Tom is sentenced to death. Tom and Mara laugh. They hide.",
            {"Tom", "Mara"},
            id="a sentence is no death yet",
        ),
        pytest.param(
            "Tom, Ana and Mara flee. Max threatens to kill Tom. Tom and Mara laugh. They hide.",
            {"Tom", "Mara"},
            id="a threat",
        ),
    ],
)
def test_they_are_the_living(text: str, expected: set[str]) -> None:
    assert meant(text, "They") == expected
