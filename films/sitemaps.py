"""What search engines may read, in files of a bounded size."""

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from films.models import Character, Film, Person, Place

ADDRESSES_A_FILE = 5000


class PageSitemap(Sitemap):
    """The lists and the pages about the site."""

    def items(self) -> list[str]:
        lists = ["film-list", "character-list", "person-list", "place-list", "event-list"]
        return ["home", *lists, "connections", "about"]

    def location(self, item: str) -> str:
        return reverse(item)


class RowSitemap(Sitemap):
    """The pages of one model's rows."""

    limit = ADDRESSES_A_FILE

    def __init__(self, rows: QuerySet) -> None:
        self.rows = rows

    def items(self) -> QuerySet:
        return self.rows.order_by("pk")


SITEMAPS = {
    "pages": PageSitemap(),
    "films": RowSitemap(Film.objects.all()),
    "characters": RowSitemap(Character.objects.filter(is_named=True).select_related("film")),
    "people": RowSitemap(Person.objects.all()),
    "places": RowSitemap(Place.objects.all()),
}
