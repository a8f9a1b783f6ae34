"""Pages as a reader has them: fetched, parsed, and their words without line breaks."""

from bs4 import BeautifulSoup, Tag
from django.urls import reverse

from films.models import Edition
from films.overview import refresh_overviews


def fetch(client, url: str, status: int = 200) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == status, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def film_list(client, query: str = "") -> BeautifulSoup:
    return fetch(client, reverse("film-list") + query)


def count_anew() -> None:
    """Count the lists beforehand, as an import does at its end when it has changed something."""
    Edition.objects.bump()
    refresh_overviews()


def keep(client, **choice):
    """Choose how much of the plots is told, from now on."""
    response = client.post(reverse("spoilers"), choice)
    assert response.status_code == 302
    return response


def words(element: Tag) -> str:
    """Return the element's text with single spaces."""
    return " ".join(element.get_text(" ").split()).replace(" ,", ",").replace(" .", ".")


def section(page: BeautifulSoup, heading: str) -> Tag:
    """Return the section under this heading."""
    title = next(tag for tag in page.find_all(["h2", "h3"]) if words(tag) == heading)
    return title.find_parent("section")


def headings(page: BeautifulSoup) -> list[str]:
    return [words(tag) for tag in page.find_all("h2")]


def choices(page: BeautifulSoup, facet: str) -> list[str]:
    return [words(item) for item in section(page, facet).find_all("li")]


def rows(table: Tag) -> list[list[str]]:
    """Return the words of the body's cells."""
    return [[words(cell) for cell in row.find_all(["th", "td"])] for row in table.select("tbody tr")]


def names(page: BeautifulSoup) -> list[str]:
    """Return the first cell of each row of the page's list."""
    return [row[0] for row in rows(page.table)]


def hrefs(element: Tag) -> list[str]:
    return [link["href"] for link in element.find_all("a")]


def line(page: BeautifulSoup, label: str) -> list[str]:
    """Return the values beside a label of the facts."""
    term = next(tag for tag in page.find_all("dt") if words(tag) == label)
    return [words(value) for value in term.find_next_siblings("dd")]
