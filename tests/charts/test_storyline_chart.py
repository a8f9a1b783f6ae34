"""The chart on the storyline page."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from tests import factories
from tests.colours import contrast
from tests.pages.reading import fetch, hrefs, words

STYLES = Path(settings.BASE_DIR) / "static" / "filmkb.css"


def chart_of(client, film, query=""):
    return fetch(client, reverse("film-storyline", args=[film.slug]) + query).select_one("section.chart")


def colours(part, name):
    return re.findall(rf"--{name}: (#[0-9a-f]{{6}})", part)


@pytest.mark.django_db
def test_every_event_is_one_link_with_its_words(client):
    story = factories.make_story(characters=4, events=5)
    links = chart_of(client, story.film).select("svg a")
    assert [link["href"] for link in links] == [f"#{event.key}" for event in story.events]
    for link, event in zip(links, story.events, strict=True):
        assert event.summary in link["aria-label"]
        assert event.summary in words(link.title)


@pytest.mark.django_db
def test_table_says_what_the_chart_draws(client):
    story = factories.make_story(characters=4, events=5)
    chart = chart_of(client, story.film)
    table = chart.table
    assert hrefs(table) == hrefs(chart.select_one(".chart-box"))
    named = {name for row in table.select("tbody tr") for name in words(row("td")[2]).split(", ")}
    assert named == {words(text) for text in chart.select("text.name")}
    assert len(named) == 4


@pytest.mark.django_db
def test_reader_adds_the_line_of_another_character(client):
    story = factories.make_story(characters=3, events=3)
    other = factories.CharacterFactory(film=story.film, is_named=False, name="the night nurse")
    factories.ParticipationFactory(event=story.events[1], character=other)
    assert "the night nurse" not in words(chart_of(client, story.film).select_one(".chart-box"))
    chart = chart_of(client, story.film, f"?line={other.slug}&line=nobody")
    assert "the night nurse" in words(chart.select_one(".chart-box"))
    assert chart.select_one("input[checked]")["value"] == other.slug


@pytest.mark.django_db
@pytest.mark.parametrize(("characters", "events"), [(0, 0), (2, 0), (1, 3)])
def test_story_without_meetings_has_no_chart(client, characters, events):
    film = factories.FilmFactory()
    people = factories.CharacterFactory.create_batch(characters, film=film)
    for order in range(1, events + 1):
        event = factories.PlotEventFactory(film=film, order=order)
        factories.ParticipationFactory(event=event, character=people[0])
    assert chart_of(client, film) is None


@pytest.mark.django_db
def test_chart_has_no_inline_styles_or_scripts(client):
    chart = chart_of(client, factories.make_story(characters=3, events=3).film)
    assert chart.svg
    assert not chart.select("[style], style, script, [onclick]")


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_line_colours_stand_out_from_the_paper(scheme):
    styles = STYLES.read_text()
    paper = colours(styles, "paper")[scheme]
    lines = [colours(styles, f"line-{number}")[scheme] for number in range(1, 9)]
    assert len(set(lines)) == 8
    assert min(contrast(line, paper) for line in lines) >= 3
