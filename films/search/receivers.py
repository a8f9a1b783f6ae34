"""What is deleted, by whatever way, is found no more."""

from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete
from django.dispatch import receiver

from films.models import Character, Film, Person, Place, PlotEvent
from films.models.search import EntryKind
from films.search.index import remove

KINDS: dict[type[Model], EntryKind] = {
    Film: EntryKind.FILM,
    Person: EntryKind.PERSON,
    Character: EntryKind.CHARACTER,
    Place: EntryKind.PLACE,
    PlotEvent: EntryKind.EVENT,
}


@receiver(post_delete)
def remove_deleted(sender: type[Model], instance: Model, origin: Any, **_kwargs: Any) -> None:
    """Take the deleted row out of the index. What goes with its film, goes with the film's entry."""
    deleted = origin.model if isinstance(origin, QuerySet) else type(origin)
    if sender is deleted and sender in KINDS:
        remove(KINDS[sender], instance.pk)
