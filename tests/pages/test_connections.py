"""How two characters or two people are connected: the chain, and the sentence for each step."""

import pytest
from django.urls import reverse

from films.revealing import refresh_known_from
from films.views._passages import LONGEST_QUOTE, shortened, whole_passage
from films.vocabulary import Job, Origin, RelationshipKind, Role
from tests import factories as make
from tests.pages.connected import FATHER, LATER, MEETING, TEXT, between
from tests.pages.reading import fetch, hrefs, keep, words
from tests.pages.telling import cite

pytestmark = pytest.mark.django_db


def steps(page):
    return [words(step.select_one(".summary")) for step in page.select(".chain > li")]


def quotes(page):
    return [words(quote) for quote in page.select(".chain blockquote")]


def stations(page):
    return [words(link) for link in page.select(".stations a")]


def test_a_relationship_is_a_sentence_with_the_passage_that_says_it(client, film):
    page = fetch(client, between("mirel", "brannoc-quillon", film))
    assert words(page.h1) == "How Mirel and Brannoc Quillon are connected"
    assert steps(page) == ["Mirel is the daughter of Brannoc Quillon."]
    assert quotes(page) == [FATHER]
    start = TEXT.index(FATHER)
    passage = f"{film.documents.get().get_absolute_url()}#c{start}-{start + len(FATHER)}"
    assert passage in hrefs(page.select_one(".chain"))


def test_source_with_spaces_before_its_marks_is_quoted_only_where_there_is_no_other(client, film):
    spaced = FATHER.replace(",", " ,").replace(".", " .")
    document = make.SourceDocumentFactory(
        film=film, name="a.txt", text=spaced, sentence_bounds=[[0, len(spaced)]]
    )
    cite(document, spaced, relationship=film.characters.get(slug="mirel").inverse_relationships.get())
    asked = between("mirel", "brannoc-quillon", film)
    assert quotes(fetch(client, asked)) == [FATHER]
    assert document.get_absolute_url() in "".join(hrefs(fetch(client, asked).select_one(".chain")))
    film.documents.get(name="bay.txt").citations.filter(relationship__isnull=False).delete()
    shown = fetch(client, asked).select_one(".chain blockquote").get_text()
    assert shown == spaced.replace(" ,", "\xa0,").replace(" .", "\xa0.")


def test_shared_events_are_counted_and_the_first_is_told(client, film):
    story = fetch(client, between("tavik", "brannoc-quillon", film))
    assert steps(story) == [f"Tavik and Brannoc Quillon take part in one event together: {LATER}"]
    assert quotes(story) == [LATER]
    assert f"{reverse('film-storyline', args=[film.slug])}#e3" in hrefs(story.select_one(".chain"))


def test_shared_events_lead_to_all_of_them(client, film):
    tavik, brannoc = film.characters.get(slug="tavik"), film.characters.get(slug="brannoc-quillon")
    event = make.PlotEventFactory(film=film, order=4, key="e4", summary="Tavik forgives Brannoc Quillon.")
    for character in (tavik, brannoc):
        make.ParticipationFactory(event=event, character=character)
    page = fetch(client, between("tavik", "brannoc-quillon", film))
    assert steps(page) == [f"Tavik and Brannoc Quillon take part in 2 events together. The first: {LATER}"]
    events = page.find("a", string="2 events")["href"]
    assert len(fetch(client, events).select(".event-summary")) == 2


def test_of_shared_events_one_is_told_in_which_both_do_something(client, film):
    tavik, brannoc = film.characters.get(slug="tavik"), film.characters.get(slug="brannoc-quillon")
    film.events.get(key="e3").participations.filter(character=brannoc).update(role=Role.PRESENT)
    event = make.PlotEventFactory(film=film, order=4, key="e4", summary="Tavik forgives Brannoc Quillon.")
    for character, role in ((tavik, Role.AGENT), (brannoc, Role.PATIENT)):
        make.ParticipationFactory(event=event, character=character, role=role)
    assert steps(fetch(client, between("tavik", "brannoc-quillon", film)))[0].endswith(
        "together. One of them: Tavik forgives Brannoc Quillon."
    )


def test_related_characters_are_said_to_share_events_too(client, film):
    mirel, brannoc = film.characters.get(slug="mirel"), film.characters.get(slug="brannoc-quillon")
    event = make.PlotEventFactory(film=film, order=4)
    for character in (mirel, brannoc):
        make.ParticipationFactory(event=event, character=character)
    assert steps(fetch(client, between("brannoc-quillon", "mirel", film))) == [
        "Brannoc Quillon is the father of Mirel. They take part in one event together."
    ]


def test_several_relationships_are_one_sentence(client, film):
    mirel, brannoc = film.characters.get(slug="mirel"), film.characters.get(slug="brannoc-quillon")
    make.RelationshipFactory(subject=brannoc, kind=RelationshipKind.EMPLOYER, object=mirel)
    assert steps(fetch(client, between("mirel", "brannoc-quillon", film))) == [
        "Mirel is an employee and the daughter of Brannoc Quillon."
    ]


def test_a_longer_chain_names_its_stations_and_their_number(client, film):
    wenna = make.CharacterFactory(film=film, name="Wenna", known_from=0)
    make.RelationshipFactory(
        subject=wenna, kind=RelationshipKind.FRIEND, object=film.characters.get(slug="tavik"), known_from=0,
        origin=Origin.EDITED,
    )  # fmt: skip
    page = fetch(client, between("mirel", "wenna", film))
    assert stations(page) == ["Mirel", "Tavik", "Wenna"]
    assert words(page.select_one("[role=status]")) == "Two steps; there is no shorter way."
    assert steps(page)[1] == "Tavik is a friend of Wenna."
    assert words(page.select(".chain > li")[1]).endswith("by an editor")


def test_sources_that_say_the_same_are_named_beside_the_first(client, film):
    again = make.SourceDocumentFactory(film=film, name="bay_again.txt", text=f"{FATHER} Again.")
    cite(again, FATHER, relationship=film.characters.get(slug="mirel").inverse_relationships.get())
    page = fetch(client, between("mirel", "brannoc-quillon", film))
    assert quotes(page) == [FATHER]
    assert words(page.select_one(".chain .tellings li")).endswith("also in source 2")


def test_people_are_connected_by_a_film_with_what_each_did(client, film):
    page = fetch(client, between("odalys-tarrow", "ilse-molnary"))
    assert steps(page) == [
        "Odalys Tarrow directed The Frozen Bay (1951), in which Ilse Molnary played Mirel."
    ]
    assert quotes(page) == ["Directed by Odalys Tarrow", "Cast: Ilse Molnary as Mirel"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((Job.DIRECTOR,), (Job.WRITER,), "Yrsa directed The Paper Ferry (1970), which Wenna wrote."),
        ((Job.WRITER,), (Job.WRITER,), "Yrsa and Wenna wrote The Paper Ferry (1970)."),
        ((Job.CAST,), (Job.CAST,), "Yrsa and Wenna appeared in The Paper Ferry (1970)."),
        (
            (Job.COMPOSER,), (Job.CAST,),
            "Yrsa composed the music for The Paper Ferry (1970), in which Wenna appeared.",
        ),
        (
            (Job.WRITER, Job.CAST), (Job.DIRECTOR, Job.WRITER),
            "Yrsa wrote and appeared in The Paper Ferry (1970), which Wenna directed and wrote.",
        ),
    ],
)  # fmt: skip
def test_jobs_are_told_as_deeds(client, first, last, expected):
    ferry = make.FilmFactory(title="The Paper Ferry", year=1970)
    for name, jobs in (("Yrsa", first), ("Wenna", last)):
        person = make.PersonFactory(name=name, slug=name.lower())
        for job in jobs:
            make.CreditFactory(film=ferry, person=person, job=job)
    assert client.get(between("yrsa", "wenna", twin=True)).json()["steps"][0]["sentence"] == expected


def test_characters_whom_nothing_connects_are_said_to_be_apart(client, film):
    make.CharacterFactory(film=film, name="Wenna")
    page = fetch(client, between("mirel", "wenna", film))
    assert words(page.select_one("[role=status]")).startswith("Nothing that is told leads from Mirel to")
    twin = client.get(between("mirel", "wenna", film, twin=True)).json()
    assert (twin["is_connected"], twin["is_followed_to_the_end"], twin["steps"]) == (False, True, [])


def test_a_search_that_stopped_says_so(client, film, monkeypatch):
    monkeypatch.setattr("films.connections.LINKS_A_LEVEL", 1)
    make.CharacterFactory(film=film, name="Wenna")
    page = fetch(client, between("mirel", "wenna", film))
    assert "there may be a chain all the same" in words(page.select_one("[role=status]"))
    assert client.get(between("mirel", "wenna", film, twin=True)).json()["is_followed_to_the_end"] is False


def test_the_twin_tells_the_same_as_data(client, film):
    twin = client.get(between("mirel", "brannoc-quillon", film, twin=True)).json()
    start = TEXT.index(FATHER)
    end, source = start + len(FATHER), film.documents.get().get_absolute_url()
    assert (twin["film"], twin["from"]["name"], twin["is_connected"]) == (film.slug, "Mirel", True)
    assert twin["steps"] == [
        {
            "to": {"kind": "character", "slug": "brannoc-quillon", "name": "Brannoc Quillon"},
            "sentence": "Mirel is the daughter of Brannoc Quillon.",
            "evidence": [
                {
                    "document": "bay.txt", "start": start, "end": end, "text": FATHER,
                    "url": f"http://testserver{source}#c{start}-{end}", "also_in": [],
                }
            ],
        }
    ]  # fmt: skip


SECRETS = ("Brannoc", "Quillon", "father", "daughter", "robs", "waits")


def told(client, film):
    """Return all that the pages and twins about these characters send, less what was asked for."""
    pairs = (
        ("mirel", "tavik"),
        ("tavik", "mirel"),
        ("mirel", "brannoc-quillon"),
        ("brannoc-quillon", "tavik"),
    )
    sent = ""
    for first, last in pairs:
        for twin in (False, True):
            address = between(first, last, film, twin)
            body = client.get(address).content.decode()
            sent += body.replace(address.partition("?")[2].replace("&", "&amp;"), "")
    return sent


def test_everything_is_told_to_a_reader_without_limits(client, film):
    sent = told(client, film)
    assert [secret for secret in SECRETS if secret not in sent] == []


def test_what_is_told_later_is_neither_a_step_nor_a_choice(client, film):
    keep(client, show="until", until=1, film=film.slug)
    sent = told(client, film)
    assert [secret for secret in SECRETS if secret in sent] == []
    assert steps(fetch(client, between("mirel", "tavik", film))) == [
        f"Mirel and Tavik take part in one event together: {MEETING}"
    ]


def test_a_character_who_is_not_known_yet_cannot_be_asked_for(client, film):
    keep(client, show="until", until=1, film=film.slug)
    page = fetch(client, between("mirel", "brannoc-quillon", film), status=404)
    assert words(page.select_one(".error")) == "No such character is known in The Frozen Bay."


def test_no_event_connects_whom_a_reader_of_no_plot_knows(client, film):
    keep(client, show="nothing", film=film.slug)
    film.characters.filter(slug="tavik").update(known_from=0)
    page = fetch(client, between("mirel", "tavik", film))
    assert words(page.select_one("[role=status]")).startswith(
        "Nothing that you are told leads from Mirel to Tavik"
    )
    assert "frozen bay." not in words(page.main)


def test_a_chain_that_reaches_further_later_is_shorter_only_as_far_as_told(client, film):
    wenna = make.CharacterFactory(film=film, name="Wenna", known_from=0)
    tavik = film.characters.get(slug="tavik")
    make.RelationshipFactory(subject=wenna, kind=RelationshipKind.FRIEND, object=tavik, known_from=1)
    keep(client, show="until", until=1, film=film.slug)
    page = fetch(client, between("mirel", "wenna", film))
    assert (
        words(page.select_one("[role=status]"))
        == "Two steps; as far as you are told, there is no shorter way."
    )


def test_a_part_that_is_told_later_is_not_named_between_people(client, film):
    part = make.PortrayalFactory(
        credit=make.CreditFactory(film=film, credited_as="Yrsa Hawtrie", person__slug="yrsa"),
        character=film.characters.get(slug="brannoc-quillon"),
    )
    cite(film.documents.get(), LATER, portrayal=part)
    refresh_known_from([film.pk])
    address = between("odalys-tarrow", "yrsa", twin=True)
    assert "played Brannoc Quillon" in client.get(address).json()["steps"][0]["sentence"]
    keep(client, show="until", until=1, film=film.slug)
    sent = client.get(address).json()["steps"][0]
    assert sent["sentence"].endswith("appeared.")
    assert [one["text"] for one in sent["evidence"]] == ["Directed by Odalys Tarrow"]


def test_a_film_is_not_found_by_what_is_told_later_in_it(client, film):
    keep(client, show="until", until=1, film=film.slug)
    page = fetch(client, reverse("connections", query={"film": "Brannoc"}), status=404)
    assert "The Frozen Bay" not in words(page.main)


@pytest.mark.parametrize("size", [3, 30])
@pytest.mark.parametrize("limit", [None, 2])
def test_connections_ask_no_more_of_large_films(client, django_assert_max_num_queries, size, limit):
    story = make.make_story(characters=size, events=size, documents=3)
    refresh_known_from([story.film.pk])
    if limit:
        keep(client, show="until", until=limit, film=story.film.slug)
    first, last = story.characters[0].slug, story.characters[2].slug
    with django_assert_max_num_queries(15):
        client.get(between(first, last, story.film))


@pytest.mark.parametrize("size", [3, 30])
def test_connections_ask_no_more_of_long_careers(client, django_assert_max_num_queries, size):
    people = [make.PersonFactory(name=name, slug=name.lower()) for name in ("Ilse", "Odalys", "Yrsa")]
    for _ in range(size):
        ferry, lamp = make.FilmFactory(), make.FilmFactory()
        for film, person in ((ferry, people[0]), (ferry, people[1]), (lamp, people[1]), (lamp, people[2])):
            make.CitationFactory(credit=make.CreditFactory(film=film, person=person))
    with django_assert_max_num_queries(18):
        page = fetch(client, between("ilse", "yrsa"))
    assert len(steps(page)) == 2


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("Directed", "Directed by Odalys Tarrow"),
        ("Ilse", "Cast: Ilse Molnary as Mirel"),
        ("frozen", MEETING),
        ("Tavik robs", LATER),
    ],
)
def test_a_passage_is_the_sentence_or_the_line_around_it(at, expected):
    bounds = [[TEXT.index(one), TEXT.index(one) + len(one)] for one in (MEETING, FATHER, LATER)]
    start, end = whole_passage(TEXT, bounds, TEXT.index(at), TEXT.index(at) + len(at))
    assert TEXT[start:end] == expected


def test_prose_after_a_cast_line_is_no_part_of_its_passage():
    text = "Cast: Ilse as Mirel. Mirel drowns. Wenna too."
    assert whole_passage(text, [[21, 34]], 6, 10) == (0, 21)
    assert whole_passage(text, [[21, 34]], 35, 40) == (34, len(text))


def test_a_long_passage_is_cut_around_what_it_is_quoted_for():
    text = f"Cast: {', '.join(f'Person {number} as Part {number}' for number in range(60))}"
    at = text.index("Person 30")
    quote = shortened(text, 0, len(text), at, at + 20)
    assert quote.startswith("… ")
    assert quote.endswith(" …")
    assert "Person 30 as Part 30" in quote
    assert len(quote) <= LONGEST_QUOTE + 4
