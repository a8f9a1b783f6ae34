"""Pages as a reader has them: fetched, parsed, and their words without line breaks."""

from bs4 import BeautifulSoup, Tag


def fetch(client, url: str, status: int = 200) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == status, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def words(element: Tag) -> str:
    """Return the element's text with single spaces."""
    return " ".join(element.get_text(" ").split()).replace(" ,", ",").replace(" .", ".")


def section(page: BeautifulSoup, heading: str) -> Tag:
    """Return the section under this heading."""
    title = next(tag for tag in page.find_all(["h2", "h3"]) if words(tag) == heading)
    return title.find_parent("section")


def headings(page: BeautifulSoup) -> list[str]:
    return [words(tag) for tag in page.find_all("h2")]


def rows(table: Tag) -> list[list[str]]:
    """Return the words of the body's cells."""
    return [[words(cell) for cell in row.find_all(["th", "td"])] for row in table.select("tbody tr")]


def hrefs(element: Tag) -> list[str]:
    return [link["href"] for link in element.find_all("a")]


def line(page: BeautifulSoup, label: str) -> list[str]:
    """Return the values beside a label of the facts."""
    term = next(tag for tag in page.find_all("dt") if words(tag) == label)
    return [words(value) for value in term.find_next_siblings("dd")]
