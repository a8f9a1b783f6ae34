"""By what a removed thing is recognised when a document gives it again.

`sign_…` makes the signature that `films.curation` keeps in a `Removal`; `Removed` tells an import whether
something it is about to add is one of these. A signature is plain JSON: row ids where the row still
stands, folded names, and places in documents.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from films.folding import fold, squash
from films.importing.stored import Place, place_of
from films.models import (
    Character,
    CharacterName,
    Credit,
    EventMention,
    Film,
    Participation,
    PlotEvent,
    Portrayal,
    Relationship,
    Removal,
    RowKind,
    Setting,
    SourceDocument,
    Statement,
)
from films.vocabulary import SYMMETRIC_RELATIONSHIPS

Signature = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a character or a credit is known: its row, its folded names, the places that mention it."""

    row_id: int | None
    names: frozenset[str]
    places: frozenset[Place] = frozenset()


def sign_document(document: SourceDocument) -> Signature:
    return {"sha256": [document.sha256]}


def sign_film(film: Film) -> Signature:
    return {"sha256": sorted(film.documents.values_list("sha256", flat=True))}


def sign_statement(statement: Statement) -> Signature:
    return {"fact": statement.fact, "value": fold(statement.value)}


def sign_credit(credit: Credit) -> Signature:
    names = {fold(credit.credited_as)}
    if credit.person:
        names |= {name.folded for name in credit.person.names.all()}
    return {"id": credit.pk, "job": credit.job, "names": sorted(names)}


def sign_character(character: Character) -> Signature:
    names = {fold(character.name)} | {name.folded for name in character.names.all()}
    places = {place_of(citation) for citation in character.citations.select_related("document")}
    return {
        "id": character.pk,
        "named": character.is_named,
        "name": fold(character.name),
        "names": sorted(names),
        "mentions": sorted(map(list, places)),
    }


def sign_character_name(name: CharacterName) -> Signature:
    return {"character": sign_character(name.character), "text": fold(name.text)}


def sign_portrayal(portrayal: Portrayal) -> Signature:
    return {"credit": sign_credit(portrayal.credit), "character": sign_character(portrayal.character)}


def sign_relationship(relationship: Relationship) -> Signature:
    return {
        "subject": sign_character(relationship.subject),
        "kind": relationship.kind,
        "object": sign_character(relationship.object),
    }


def sign_setting(setting: Setting) -> Signature:
    return {"place": setting.place.folded}


def sign_event(event: PlotEvent) -> Signature:
    return sign_mentions(event.mentions.select_related("telling__document"))


def sign_event_mention(mention: EventMention) -> Signature:
    return sign_mentions([mention])


def sign_participation(participation: Participation) -> Signature:
    return {
        "event": {"id": participation.event_id} | sign_event(participation.event),
        "character": sign_character(participation.character),
    }


def sign_mentions(mentions: Iterable[EventMention]) -> Signature:
    """Return where events are told, and in which words, should the same words come in another document."""
    triggers, wordings = [], []
    for mention in mentions:
        document = mention.telling.document
        sentence = document.text[mention.sentence_start : mention.sentence_end]
        triggers.append([document.sha256, mention.trigger_start])
        wordings.append([squash(sentence), fold(mention.trigger)])
    return {"triggers": sorted(triggers), "wordings": sorted(wordings)}


@dataclass(frozen=True, slots=True)
class Told:
    """Where a mention tells an event: the trigger's place, and the wording of its sentence."""

    document: str
    trigger_start: int
    sentence: str  # squashed
    trigger: str  # folded


@dataclass(frozen=True, slots=True)
class Removed:
    """What editors removed from one film."""

    by_kind: Mapping[str, tuple[Signature, ...]]
    characters: frozenset[int] = frozenset()  # ids of the film's rows, by which names need not decide

    @classmethod
    def of(cls, removals: Iterable[Removal], characters: Iterable[Character]) -> "Removed":
        by_kind: dict[str, tuple[Signature, ...]] = {}
        for removal in removals:
            by_kind[removal.kind] = (*by_kind.get(removal.kind, ()), removal.signature)
        return cls(by_kind, frozenset(row.pk for row in characters))

    def _of(self, kind: RowKind) -> tuple[Signature, ...]:
        return self.by_kind.get(kind, ())

    def statement(self, fact: str, value: str) -> bool:
        return {"fact": fact, "value": fold(value)} in self._of(RowKind.STATEMENT)

    def credit(self, job: str, names: Collection[str]) -> bool:
        return any(
            sign["job"] == job and set(sign["names"]) & set(names) for sign in self._of(RowKind.CREDIT)
        )

    def character(self, who: Identity) -> bool:
        """Was this character, which no row stands for, removed?"""
        return any("into" not in sign and _is_like(sign, who) for sign in self._of(RowKind.CHARACTER))

    def merged_into(self, who: Identity) -> int | None:
        """Return the id of the character that an editor merged this one into."""
        for sign in self._of(RowKind.CHARACTER):
            if sign.get("into") in self.characters and _is_like(sign, who):
                return int(sign["into"])
        return None

    def character_name(self, who: Identity, text: str) -> bool:
        folded = fold(text)
        return any(
            sign["text"] == folded and self._is(sign["character"], who)
            for sign in self._of(RowKind.CHARACTER_NAME)
        )

    def portrayal(self, credit: Identity, character: Identity) -> bool:
        return any(
            (sign["credit"]["id"] == credit.row_id or set(sign["credit"]["names"]) & credit.names)
            and self._is(sign["character"], character)
            for sign in self._of(RowKind.PORTRAYAL)
        )

    def relationship(self, subject: Identity, kind: str, object_: Identity) -> bool:
        for sign in self._of(RowKind.RELATIONSHIP):
            if sign["kind"] != kind:
                continue
            if self._is(sign["subject"], subject) and self._is(sign["object"], object_):
                return True
            is_mirrored = self._is(sign["subject"], object_) and self._is(sign["object"], subject)
            if kind in SYMMETRIC_RELATIONSHIPS and is_mirrored:
                return True
        return False

    def setting(self, folded: str) -> bool:
        return {"place": folded} in self._of(RowKind.SETTING)

    def event(self, told: Told) -> bool:
        return any(_tells(sign, told) for sign in self._of(RowKind.EVENT))

    def event_mention(self, told: Told) -> bool:
        return any(_tells(sign, told) for sign in self._of(RowKind.EVENT_MENTION))

    def participation(self, event_id: int | None, told: Iterable[Told], character: Identity) -> bool:
        mentions = list(told)
        return any(
            (sign["event"]["id"] == event_id or any(_tells(sign["event"], mention) for mention in mentions))
            and self._is(sign["character"], character)
            for sign in self._of(RowKind.PARTICIPATION)
        )

    def _is(self, sign: Signature, who: Identity) -> bool:
        """Is this the character of the signature? By its row while that stands, else by what it is like."""
        if sign["id"] in self.characters:
            return bool(sign["id"] == who.row_id)
        return _is_like(sign, who)


def _is_like(sign: Signature, who: Identity) -> bool:
    """Do the places that mention both agree, or the name, or, in another document, any of the names?"""
    mentions = {(sha256, start, end) for sha256, start, end in sign["mentions"]}
    documents = {sha256 for sha256, _, _ in mentions}
    comparable = {place for place in who.places if place[0] in documents}
    if comparable and 2 * len(comparable & mentions) >= min(len(comparable), len(mentions)):
        return True
    names = {sign["name"]} if comparable else set(sign["names"])
    return bool(sign["named"]) and not who.names.isdisjoint(names)


def _tells(sign: Signature, told: Told) -> bool:
    """Does the mention stand where the signature says, or say the same in a document it does not know?"""
    if [told.document, told.trigger_start] in sign["triggers"]:
        return True
    documents = {sha256 for sha256, _ in sign["triggers"]}
    return told.document not in documents and [told.sentence, told.trigger] in sign["wordings"]


def removed_documents() -> frozenset[str]:
    """Return the sha256 of every document that editors removed, alone or with its film."""
    removals = Removal.objects.filter(kind__in=[RowKind.DOCUMENT, RowKind.FILM])
    return frozenset(sha for removal in removals for sha in removal.signature.get("sha256", ()))
