"""Counts are written as people write them, and with the right word behind them."""

from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template import engines

from films.facet_specs import Choice, Facet, Total
from tests.pages.reading import words


@dataclass(frozen=True, slots=True)
class Many:
    """So many rows, none of which is looked at."""

    count: int

    def __getitem__(self, rows):
        return range(self.count)[rows]

    def __len__(self):
        return self.count


def shown(part, **context):
    text = '{% from "films/_lists.html" import list_head, narrow_down %}{{ ' + part + " }}"
    return BeautifulSoup(engines["jinja2"].from_string(text).render(context), "html.parser")


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
    paginator = Paginator(Many(rows), 50)
    paginator.total = Total(rows)
    paged = paginator.get_page(page)
    head = shown("list_head(page, [], none, [], none, [], [], one='film', many='films')", page=paged)
    assert words(head.select_one(".tally")) == said


def test_count_beside_a_facet():
    choices = (Choice("drama", "drama", "genre=drama", is_chosen=False, count=14028),)
    facets = [Facet("genre", "Genre", choices, looked_at=10_500)]
    aside = shown("narrow_down(facets)", facets=facets)
    assert words(aside.select_one(".count")) == "14,028"
    assert "Counted in 10,500 of these." in words(aside)
