"""Plot events: what a document tells as happening, with who takes part, where, when and in what words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from films.extraction.chains import Cast
from films.extraction.events.flashbacks import is_flashback
from films.extraction.events.modality import Modality
from films.extraction.events.participants import find_participants
from films.extraction.events.scene import find_bystanders
from films.extraction.events.settings import find_place, find_time
from films.extraction.events.summaries import summarize
from films.extraction.events.triggers import Trigger, find_triggers
from films.extraction.events.wording import called
from films.extraction.parsed import Parsed
from films.extraction.statements import EventMention
from films.extraction.words import Words, read_words


@dataclass(frozen=True, slots=True)
class _Story:
    """What is known of a document when its events are read."""

    parsed: Parsed
    words: Words
    cast: Cast
    names: Mapping[str, str]  # what to call each character
    places: Mapping[int, str]
    bystanders: Mapping[int, list[str]]  # by trigger
    tokens: frozenset[int]  # of the triggers


def find_events(parsed: Parsed, cast: Cast, places: Mapping[int, str]) -> tuple[EventMention, ...]:
    """Return what the document's tellings tell as happening, in text order.

    `places` says which tokens name a place of the story.

    >>> from films.extraction.chains import Cast
    >>> from films.extraction.parsed import parse_document
    >>> from films.reading import read_text
    >>> parsed = parse_document(read_text("a.txt", b"One night Dana flees. She wants to live."))
    >>> [(event.trigger_text, event.time) for event in find_events(parsed, Cast(()), {})]
    [('flees', 'One night')]
    """
    words = read_words(parsed.doc)
    modality = Modality(words)
    triggers = find_triggers(words, _tokens_of_tellings(parsed, words), modality)
    names = {chain.key: called(words, cast, chain) for chain in cast.chains}
    bystanders = dict(_bystanders(parsed, words, cast, modality, triggers))
    tokens = frozenset(trigger.token for trigger in triggers)
    story = _Story(parsed, words, cast, names, places, bystanders, tokens)
    return tuple(_event(story, trigger) for trigger in triggers)


def _tokens_of_tellings(parsed: Parsed, words: Words) -> Iterator[int]:
    for (start, end), is_telling in zip(parsed.passages, parsed.tellings, strict=True):
        if is_telling:
            yield from (i for i in range(start, end) if words.text[i].strip())


def _bystanders(
    parsed: Parsed, words: Words, cast: Cast, modality: Modality, triggers: Iterable[Trigger]
) -> Iterator[tuple[int, list[str]]]:
    for sentence, group in groupby(triggers, key=lambda trigger: parsed.sentence_of(trigger.token)):
        yield from find_bystanders(words, cast, modality, group, parsed.sentences[sentence]).items()


def _event(story: _Story, trigger: Trigger) -> EventMention:
    parsed, words, token = story.parsed, story.words, trigger.token
    verb = token if trigger.verb is None else trigger.verb
    return EventMention(
        telling=parsed.passage_of(token) or 0,
        sentence=parsed.span_of(*parsed.sentences[parsed.sentence_of(token)]),
        trigger=parsed.span_of(token, token + 1),
        trigger_text=words.text[token],
        lemma=words.lemma[token],
        participants=find_participants(words, story.cast, trigger, story.bystanders.get(token, ())),
        summary=summarize(words, story.cast, trigger, story.names, story.tokens),
        place=find_place(words, verb, story.places),
        time=find_time(words, verb),
        is_flashback=is_flashback(words, verb),
    )
