"""The addresses of all pages. Lists and details have a twin that ends in `.json`."""

from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap as sitemap_part
from django.urls import path

from films.sitemaps import SITEMAPS
from films.views import (
    characters,
    compare,
    connections,
    events,
    films,
    home,
    people,
    places,
    search,
    site,
    sources,
    spoilers,
    storyline,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("home.json", home.home_json, name="home-json"),
    path("films/", films.film_list, name="film-list"),
    path("films.json", films.film_list_json, name="film-list-json"),
    path("films/<slug:slug>/", films.film_detail, name="film-detail"),
    path("films/<slug:slug>.json", films.film_detail_json, name="film-detail-json"),
    path("films/<slug:slug>/storyline/", storyline.film_storyline, name="film-storyline"),
    path("films/<slug:slug>/storyline.json", storyline.film_storyline_json, name="film-storyline-json"),
    path("films/<slug:slug>/compare/", compare.film_compare, name="film-compare"),
    path("films/<slug:slug>/compare.json", compare.film_compare_json, name="film-compare-json"),
    path("films/<slug:slug>/sources/", films.film_sources, name="film-sources"),
    path("films/<slug:slug>/sources.json", films.film_sources_json, name="film-sources-json"),
    path("characters/", characters.character_list, name="character-list"),
    path("characters.json", characters.character_list_json, name="character-list-json"),
    path("characters/<slug:film>/<slug:slug>/", characters.character_detail, name="character-detail"),
    path(
        "characters/<slug:film>/<slug:slug>.json",
        characters.character_detail_json,
        name="character-detail-json",
    ),
    path("people/", people.person_list, name="person-list"),
    path("people.json", people.person_list_json, name="person-list-json"),
    path("people/<slug:slug>/", people.person_detail, name="person-detail"),
    path("people/<slug:slug>.json", people.person_detail_json, name="person-detail-json"),
    path("places/", places.place_list, name="place-list"),
    path("places.json", places.place_list_json, name="place-list-json"),
    path("places/<slug:slug>/", places.place_detail, name="place-detail"),
    path("places/<slug:slug>.json", places.place_detail_json, name="place-detail-json"),
    path("events/", events.event_list, name="event-list"),
    path("events.json", events.event_list_json, name="event-list-json"),
    path("connections/", connections.connections, name="connections"),
    path("connections/names/", connections.names_offered, name="connections-names"),
    path("connections.json", connections.connections_json, name="connections-json"),
    path("sources/<int:pk>/", sources.source_detail, name="source-detail"),
    path("sources/<int:pk>.json", sources.source_json, name="source-detail-json"),
    path("search/", search.search_page, name="search"),
    path("search.json", search.search_json, name="search-json"),
    path("spoilers/", spoilers.spoilers, name="spoilers"),
    path("about/", site.about, name="about"),
    path("favicon.ico", site.favicon, name="favicon"),
    path("robots.txt", site.robots, name="robots"),
    path("healthz", site.healthz, name="healthz"),
    path(
        "sitemap.xml",
        sitemap_index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap_part, {"sitemaps": SITEMAPS}, name="sitemap-part"),
]
