"""Counts are written as people write them, and with the right word behind them."""

from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template.loader import render_to_string

from films.facets import Choice, Facet
from tests.pages.reading import words


@dataclass(frozen=True, slots=True)
class Many:
    """So many rows, none of which is looked at."""

    count: int

    def __getitem__(self, rows):
        return range(self.count)[rows]

    def __len__(self):
        return self.count


@pytest.mark.parametrize(
    ("rows", "page", "said"),
    [
        (1, 1, "1 film"),
        (2, 1, "2 films"),
        (37487, 500, "37,487 films, 24,951 to 25,000"),
        (1_000_000, 20_000, "1,000,000 films, 999,951 to 1,000,000"),
    ],
)
def test_tally_of_a_list(rows, page, said):
    shown = {"page": Paginator(Many(rows), 50).get_page(page), "one": "film", "many": "films"}
    head = BeautifulSoup(render_to_string("films/_list_head.html", shown), "html.parser")
    assert words(head.select_one(".tally")) == said


def test_count_beside_a_facet():
    choices = (Choice("drama", "drama", "genre=drama", is_chosen=False, count=14028),)
    facets = [Facet("genre", "Genre", choices, looked_at=10_500)]
    shown = BeautifulSoup(render_to_string("films/_facets.html", {"facets": facets}), "html.parser")
    assert words(shown.select_one(".count")) == "14,028"
    assert "Counted in 10,500 of these." in words(shown)
