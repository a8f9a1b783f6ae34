"""A document's own text, with everything that was read from it marked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from films.marked_text import Mark, Stretch, anchor, mark_text, with_gaps
from films.models import Citation, EventMention, SourceDocument, Telling
from films.models.limits import NO_PLOT, SpoilerLimits
from films.revealing import positions_of
from films.views._facts import fact_words
from films.views._limits import Wording, limits_of
from films.views._shared import NumberedSource, number_sources
from films.vocabulary import Fact, Job, MentionKind
from films.wording import FACT_LINES, JOB_LINES, relationship_word

# Of marks that overlap the first of these is shown.
RANKS = {"character": 0, "event": 1, "person": 2, "place": 3, "fact": 4}


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One thing that the document says of the film, and where."""

    label: str
    value: str
    url: str
    passage: str


@dataclass(frozen=True, slots=True)
class StatedLine:
    """All that the document says of one kind: "With", and every player."""

    label: str
    facts: tuple[StatedFact, ...]


def source_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a document as received; `#c<start>-<end>` opens at a passage and highlights its sentence."""
    source = _source(pk)
    document = source.document
    limits = limits_of(request)
    reading = Reading.of(document, limits)
    tellings = Telling.objects.of(document.film).with_event_count()
    own_tellings = [telling for telling in tellings if telling.document_id == document.pk]
    context = {
        "document": document,
        "source": source,
        "film": document.film,
        "parts": list(with_gaps(_marked(document, reading, own_tellings))),
        "limit": limits.of(document.film_id),
        "stated": stated_lines(stated_facts(reading.citations)),
        "event_count": len({mention.event_id for mention in reading.mentions}),
        "tellings": own_tellings,
        "is_comparable": sum(telling.event_count > 0 for telling in tellings) > 1,
    }
    return render(request, "films/source_detail.html", context)


def _source(pk: int) -> NumberedSource:
    """Return the document with its text and its film, called as among all documents of the film."""
    beside = SourceDocument.objects.beside(pk).select_related("film")
    documents = list(beside.without_text(with_sentences=True).with_heading())
    document: Any = next((row for row in documents if row.pk == pk), None)
    if document is None:
        raise Http404
    document.text = document.own_text
    return number_sources(documents)[pk]


def _marked(document: SourceDocument, reading: "Reading", tellings: Iterable[Telling]) -> list[Stretch]:
    return mark_text(
        reading.text,
        bounds=document.sentence_bounds,
        marks=[*marks_of_citations(reading.citations), *marks_of_events(reading.mentions, document)],
        anchors=[*reading.places, *((telling.start, telling.end) for telling in tellings)],
    )


def source_json(request: HttpRequest, pk: int) -> JsonResponse:
    """The same as data: the text, and what each passage is evidence of."""
    source = _source(pk)
    document = source.document
    reading = Reading.of(document, limits_of(request))
    marks = [*marks_of_citations(reading.citations), *marks_of_events(reading.mentions, document)]
    return JsonResponse(
        {
            "name": document.name,
            "title": source.heading,
            "source": document.source or None,
            "url": document.url or None,
            "sha256": document.sha256,
            "film": document.film.slug,
            "text": reading.text,
            "sentences": document.sentence_bounds,
            "marks": [
                {"start": m.start, "end": m.end, "kind": m.kind, "title": m.title, "url": m.url}
                for m in marks
            ],
        }
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as far as its reader wants to be told, with what marks it."""

    text: str  # sentences not to be read are blank in it, so that offsets stay
    citations: list[Citation]
    mentions: list[EventMention]
    places: list[tuple[int, int]]  # of all that pages tell the reader, also where its sentence is left out

    @classmethod
    def of(cls, document: SourceDocument, limits: SpoilerLimits) -> "Reading":
        citations, mentions = read_marks(document)
        limit = limits.of(document.film_id)
        if limit is None:
            return cls(document.text, citations, mentions, _places(citations, mentions))
        positions = positions_of([(document.pk, document.film_id, document.sentence_bounds)])[document.pk]
        wording = Wording.of(limits, [document.film_id])
        citations = [row for row in citations if _known_from(row) <= limit]
        mentions = [row for row in mentions if row.event.order <= limit]
        told = [row for row in mentions if positions.at(row.sentence_start) <= limit]
        for mention in told:
            mention.summary = wording.of_text(document.film_id, mention.summary)
        hidden = [bounds for bounds in document.sentence_bounds if positions.at(bounds[0]) > limit]
        return cls(
            _blanked(document.text, hidden),
            [row for row in citations if positions.at(row.start) <= limit],
            told,
            _places(citations, mentions),
        )


def _places(citations: Iterable[Citation], mentions: Iterable[EventMention]) -> list[tuple[int, int]]:
    cited = [(row.start, row.end) for row in citations]
    return cited + [(row.sentence_start, row.sentence_end) for row in mentions]


def _known_from(citation: Citation) -> int:
    """Return from which event on that is known which the citation is evidence of."""
    cited = citation.character or citation.relationship or citation.portrayal or citation.setting
    return cited.known_from if cited else NO_PLOT


def _blanked(text: str, hidden: Iterable[Sequence[int]]) -> str:
    pieces, position = [], 0
    for start, end in hidden:
        pieces += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


def read_marks(document: SourceDocument) -> tuple[list[Citation], list[EventMention]]:
    """Return the document's citations and event mentions with all that their links need."""
    citations = list(Citation.objects.filter(document=document).with_cited_rows())
    mentions = EventMention.objects.filter(telling__document=document).select_related("event")
    return citations, list(mentions)


def marks_of_citations(citations: Iterable[Citation]) -> Iterator[Mark]:
    """Mark names, people, places and stated values; a relationship has no words of its own."""
    named: set[int | None] = set()
    for citation in citations:
        described = describe(citation)
        if described:
            kind, url, title = described
            is_name = citation.mention_kind == MentionKind.PROPER
            is_first = is_name and citation.character_id not in named
            if is_name:
                named.add(citation.character_id)
            yield Mark(citation.start, citation.end, kind, url, title, RANKS[kind], is_first)


def describe(citation: Citation) -> tuple[str, str, str] | None:
    """Return the kind, address and title of what a citation marks; None where it marks a whole sentence."""
    if (character := citation.character) is not None:
        if not citation.mention_kind or citation.mention_kind == MentionKind.PRONOUN:
            return None
        return "character", character.get_absolute_url(), character.name
    if (credit := citation.credit) is not None and credit.person is not None:
        return "person", credit.person.get_absolute_url(), str(credit)
    if (setting := citation.setting) is not None:
        return "place", setting.place.get_absolute_url(), setting.place.name
    if (statement := citation.statement) is not None:
        return "fact", statement.film.get_absolute_url(), str(statement)
    return None


def marks_of_events(mentions: Iterable[EventMention], document: SourceDocument) -> Iterator[Mark]:
    """Mark each event's trigger word; it leads to the event in the storyline."""
    for mention in mentions:
        mention.event.film = document.film
        url = mention.event.get_absolute_url()
        yield Mark(mention.trigger_start, mention.trigger_end, "event", url, mention.summary, RANKS["event"])


def stated_facts(citations: Iterable[Citation]) -> Iterator[StatedFact]:
    """Yield what the document says of the film, its people and its characters, once each."""
    citations = list(citations)
    played = {citation.portrayal.credit_id for citation in citations if citation.portrayal}
    seen = set()
    for citation in citations:
        if citation.credit_id in played:
            continue  # the line that says whom they play says more
        fact = stated_fact(citation)
        if fact and (fact.label, fact.value) not in seen:
            seen.add((fact.label, fact.value))
            yield fact


def stated_lines(facts: Iterable[StatedFact]) -> list[StatedLine]:
    """Return the facts with those of one kind in one line, in the order in which the text comes to them."""
    by_label: dict[str, list[StatedFact]] = defaultdict(list)
    for fact in facts:
        by_label[fact.label].append(fact)
    return [StatedLine(label, tuple(rows)) for label, rows in by_label.items()]


def stated_fact(citation: Citation) -> StatedFact | None:
    """Return a citation as a fact in words, or None for the mere mention of a name or place."""
    passage = f"#{anchor(citation.start, citation.end)}"
    if (statement := citation.statement) is not None:
        words = fact_words(statement.fact, statement.value)
        return StatedFact(FACT_LINES[Fact(statement.fact)], words, "", passage)
    if (credit := citation.credit) is not None:
        url = credit.person.get_absolute_url() if credit.person else ""
        return StatedFact(JOB_LINES[Job(credit.job)], credit.credited_as, url, passage)
    if (portrayal := citation.portrayal) is not None:
        return StatedFact(
            JOB_LINES[Job.CAST], str(portrayal), portrayal.character.get_absolute_url(), passage
        )
    if (relationship := citation.relationship) is not None:
        subject, word = (
            relationship.subject,
            relationship_word(relationship.kind, relationship.subject.gender),
        )
        words = f"{subject.name}, {word} of {relationship.object.name}"
        return StatedFact("Who is who to whom", words, subject.get_absolute_url(), passage)
    return None
