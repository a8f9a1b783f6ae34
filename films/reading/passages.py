"""Prose into passages: what tells the story, how often it is told, and what speaks of the film as a work.

Only layout and wording are looked at: headings, what a sentence says of the film, and whether a
paragraph is told again by the next ones.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from films.reading.document import Passage
from films.reading.resources import entries
from films.reading.retelling import SENTENCE, is_retold, sentences_of
from films.vocabulary import PassageKind

LOGLINE_WORDS = 75  # a logline is no longer, and has two sentences at most
HEADLINE_WORDS = 15
WORD_BEGINS = r"\b"
ENOUGH = 12_000  # characters in which a retelling shows
# What leads from the work into its story: "the film follows a cook who", "stars Lena Park as a cook who".
STORY_WITHIN = re.compile(
    r"\b(?:tells|follows|depicts|chronicles|recounts|portrays|revolves|cent(?:er|re)s|focuses|concerns|involves"
    r"|is about|tells? the (?:true )?story|the (?:true )?(?:life|story) of)\b.*"
    r"\b(?:who|whose|as|after|when|while|which)\b|\bas an? .*\bwho\b"
)
ACTED = re.compile(r"\b[A-Z][\w’'-]+ \([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+\)")  # "Mara (Lena Park)"
LEAST_OF_STORY = 2  # sentences
TEASER_SHARE = 0.55  # a telling shorter than this share of the longest is a teaser


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of clean prose; offsets are clean."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Block:
    """The paragraphs under one heading, and what the heading says they do (a kind, `mixed` or nothing)."""

    heading: str
    kind: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def is_open(self) -> bool:
        """Whether the heading leaves open what the prose does."""
        return self.kind in ("", "mixed")

    def text_of(self, passage: Passage) -> str:
        """Return what of the passage stands in this block."""
        inside = (p for p in self.paragraphs if p.start < passage.end and p.end > passage.start)
        return "\n\n".join(p.text[max(0, passage.start - p.start) : passage.end - p.start] for p in inside)


def find_passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the passages of a document's prose, in text order."""
    found = [list(_joined(_passages_of(block))) for block in blocks]
    if not any(passage.is_telling for some in found for passage in some):
        found = [
            [part for passage in some for part in _with_story(passage, block)]
            for block, some in zip(blocks, found, strict=True)
        ]
    lengths = [max((p.end - p.start for p in some if p.is_telling), default=0) for some in found]
    longest = max(lengths, default=0)
    return tuple(
        passage if not block.is_open or length == longest else _ranked(passage, block, longest)
        for block, some, length in zip(blocks, found, lengths, strict=True)
        for passage in some
    )


def _with_story(passage: Passage, block: Block) -> Iterator[Passage]:
    """Part a passage about the film where its story follows in the same paragraph, as in short notices.

    What is told of characters with their actors in brackets is story, if nothing else in the document is.
    """
    text, start, begins = block.text_of(passage), 0, None
    for sentence in sentences_of(text):
        at = text.index(sentence, start)
        start = at + len(sentence)
        if speaks_of_the_work(sentence):
            begins = None
        elif begins is None:
            begins = at
    told = text[begins:] if begins and block.is_open else ""
    if begins is None or len(list(sentences_of(told))) < LEAST_OF_STORY or not ACTED.search(told):
        yield passage
        return
    yield replace(passage, end=passage.start + begins)
    yield Passage(PassageKind.SYNOPSIS, passage.start + begins, passage.end, passage.heading)


def _passages_of(block: Block) -> Iterator[Passage]:
    """Yield the passages of one block: runs of paragraphs about the film, and tellings."""
    told: list[Paragraph] = []
    for number, paragraph in enumerate(block.paragraphs):
        following = block.paragraphs[1:2] if number == 0 else ()
        if not _is_about(paragraph, block) and not _is_headline(paragraph, following, block):
            told.append(paragraph)
            continue
        yield from _tellings(told, block)
        told = []
        yield Passage(PassageKind.ABOUT, paragraph.start, paragraph.end, block.heading)
    yield from _tellings(told, block)


def _is_about(paragraph: Paragraph, block: Block) -> bool:
    """Whether a paragraph is about the film; within a story only one that says nothing else is."""
    if block.kind in (PassageKind.ABOUT, PassageKind.LOGLINE):
        return block.kind == PassageKind.ABOUT
    sentences = list(sentences_of(paragraph.text))
    share = sum(speaks_of_the_work(sentence) for sentence in sentences) / len(sentences)
    if not block.is_open or paragraph not in (block.paragraphs[0], block.paragraphs[-1]):
        return share >= 0.75 and len(sentences) > 1
    return share >= 0.5 or (share >= 0.25 and any(map(_defines_the_work, sentences[:2])))


def _is_headline(paragraph: Paragraph, following: Sequence[Paragraph], block: Block) -> bool:
    """Whether a first line without a full stop stands above a paragraph about the film, as in a diary."""
    is_short = paragraph.words <= HEADLINE_WORDS and paragraph.text.rstrip()[-1:] not in ".!?"
    return block.is_open and is_short and any(_is_about(other, block) for other in following)


def speaks_of_the_work(sentence: str) -> bool:
    """Whether a sentence is about the film as a work.

    >>> speaks_of_the_work("The film was released in May.")
    True
    """
    return _defines_the_work(sentence) or _matches("work_phrases.txt", sentence)


def tells_the_story(sentence: str) -> bool:
    """Whether a sentence of a passage about the film tells of its story nevertheless.

    >>> tells_the_story("The film follows a cook who loses her boat.")
    True
    >>> tells_the_story("The film was released in May.")
    False
    """
    return not speaks_of_the_work(sentence) or STORY_WITHIN.search(sentence) is not None


def _defines_the_work(sentence: str) -> bool:
    return _matches("work_definitions.txt", sentence)


def _matches(name: str, sentence: str) -> bool:
    return _patterns(name).search(sentence[:1].lower() + sentence[1:]) is not None


@cache
def _patterns(name: str) -> re.Pattern[str]:
    """Return the phrases as one pattern; that most begin with a word is asked once for all of them."""
    phrases = entries(name)
    words = [phrase.removeprefix(WORD_BEGINS) for phrase in phrases if phrase.startswith(WORD_BEGINS)]
    others = [phrase for phrase in phrases if not phrase.startswith(WORD_BEGINS)]
    return re.compile(_either((f"{WORD_BEGINS}(?:{_either(words)})", *others)))


def _either(phrases: Iterable[str]) -> str:
    return "|".join(f"(?:{phrase})" for phrase in phrases)


def _tellings(told: Sequence[Paragraph], block: Block) -> Iterator[Passage]:
    """Part a run of story paragraphs where the story starts anew."""
    if not told:
        return
    if not block.is_open:
        yield Passage(PassageKind(block.kind), told[0].start, told[-1].end, block.heading)
        return
    rest = list(told)
    for _ in range(2):
        if len(rest) < 2 or not _first_is_retold(rest):
            break
        first = rest.pop(0)
        yield Passage(_short_kind(first.text), first.start, first.end, block.heading)
    if (cut := _logline_end(rest, block)) is not None:
        yield Passage(PassageKind.LOGLINE, rest[0].start, rest[0].start + cut[0], block.heading)
        yield Passage(PassageKind.SYNOPSIS, rest[0].start + cut[1], rest[-1].end, block.heading)
    else:
        yield Passage(PassageKind.SYNOPSIS, rest[0].start, rest[-1].end, block.heading)


def _short_kind(text: str) -> PassageKind:
    is_brief = len(text.split()) <= LOGLINE_WORDS and len(list(sentences_of(text))) <= 2
    return PassageKind.LOGLINE if is_brief else PassageKind.TEASER


def _first_is_retold(told: Sequence[Paragraph]) -> bool:
    following: list[str] = []
    for paragraph in told[1:]:
        following.append(paragraph.text)
        if sum(map(len, following)) > ENOUGH:
            break
    return is_retold(told[0].text, " ".join(following))


def _logline_end(told: Sequence[Paragraph], block: Block) -> tuple[int, int] | None:
    """Find a first sentence that tells the whole story and names no one: `A cook wins her mother back.`

    Only under headings such as `Content:` do sentences of that form stand before the story itself.
    """
    if block.kind != "mixed" or len(told) != 1:
        return None
    text = told[0].text
    found = SENTENCE.search(text)
    if found is None or not INDEFINITE.match(text) or NAME_INSIDE.search(text[: found.start()]):
        return None
    opening, following = text[: found.start()], text[found.end() :]
    sentences = list(sentences_of(following))
    if len(sentences) < 3 or NAME_INSIDE.search(following) is None or _refers_back(sentences[0], opening):
        return None
    return found.start(), found.end()


def _refers_back(sentence: str, earlier: str) -> bool:
    """Whether a sentence needs the one before: `The thief …` after `A thief …`, or `After he …`."""
    if REFERS_BACK.match(sentence):
        return True
    words = frozenset(WORD.findall(earlier.lower()))
    return any(noun in words for noun in DEFINITE.findall(sentence.lower()))


INDEFINITE = re.compile(
    r"(?:After |When |While |In [^,.]{3,30}, )?(?:an?|two|three|four|five|\w+ young) ", re.IGNORECASE
)
NAME_INSIDE = re.compile(r"(?<=[a-z,;] )(?!I\b)[A-Z][a-zà-ÿ]+")
REFERS_BACK = re.compile(
    r"(?:\w+ ){0,3}(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b"
    r"|(?:His|Her|Their|Its|This|That|These|Those|But|And|However|Together)\b"
    r"|The (?:two|couple|pair|man|woman|girl|boy)\b"
)
DEFINITE = re.compile(r"\b(?:the|this|that|these|those) (\w+)")
WORD = re.compile(r"\w+")


def _ranked(passage: Passage, block: Block, longest: int) -> Passage:
    """Name a telling by its length beside the longest: under `Content:` or `Summary:` any kind may stand."""
    if passage.kind is not PassageKind.SYNOPSIS or passage.end - passage.start >= TEASER_SHARE * longest:
        return passage
    return replace(passage, kind=_short_kind(block.text_of(passage)))


def _joined(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Join neighbours about the film under one heading."""
    last: Passage | None = None
    for passage in passages:
        if last and passage.kind is PassageKind.ABOUT is last.kind and passage.heading == last.heading:
            last = replace(last, end=passage.end)
            continue
        if last:
            yield last
        last = passage
    if last:
        yield last
