"""The steps in which a made-up film is told by a text: each row is cited where the text says it."""

from django.utils.text import slugify

from films.vocabulary import Job, NameKind
from tests import factories as make


def document_of(film, name, text, sentences):
    """Return a document of this text, in which these are the sentences."""
    bounds = [[text.index(one), text.index(one) + len(one)] for one in sentences]
    return make.SourceDocumentFactory(film=film, name=name, text=text, sentence_bounds=bounds)


def cite(document, quote, mention_kind="", **row):
    make.CitationFactory(document=document, quote=quote, mention_kind=mention_kind, **row)


def introduce(document, name, kind=NameKind.FIRST, **row):
    """Return a new character whom the document calls so."""
    character = make.CharacterFactory(film=document.film, name=name, **row)
    make.CharacterNameFactory(character=character, text=name, kind=kind)
    cite(document, name, character=character)
    return character


def credit(document, name, **row):
    """Return the credit of a new person whom the document names so."""
    return make.CreditFactory(
        film=document.film, credited_as=name, person__name=name, person__slug=slugify(name), **row
    )


def credit_director(document, name):
    cite(document, name, credit=credit(document, name, job=Job.DIRECTOR))


def cast(document, name, character, quote, **row):
    """Let a new person play the character, as the quoted words say."""
    actor = credit(document, name, **row)
    cite(document, quote, portrayal=make.PortrayalFactory(credit=actor, character=character))


def tell(telling, order, quote, characters, *, trigger, **row):
    """Return a new event of the storyline, told in these words, with who takes part in it."""
    event = make.PlotEventFactory(film=telling.document.film, order=order, key=f"e{order}", **row)
    mention = make.EventMentionFactory(event=event, telling=telling, quote=quote, trigger=trigger)
    for character in characters:
        make.ParticipationFactory(event=event, character=character)
        make.MentionParticipantFactory(mention=mention, character=character)
    return event
