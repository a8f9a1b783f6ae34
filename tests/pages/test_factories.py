import pytest

from films.models import Citation, EventMention
from tests import factories

pytestmark = pytest.mark.django_db

FACTORIES = [name for name in vars(factories) if name.endswith("Factory")]
ABSTRACT = {"DjangoModelFactory", "CuratedFactory"}


@pytest.mark.parametrize("name", sorted(set(FACTORIES) - ABSTRACT))
def test_factory_makes_two_rows_of_its_own(name):
    made = getattr(factories, name).create_batch(2)
    assert made[0].pk != made[1].pk


def test_story_quotes_its_documents():
    story = factories.make_story(characters=4, events=5, documents=2)
    assert EventMention.objects.count() == 10
    assert {
        mention.telling.document.text[mention.trigger_start : mention.trigger_end]
        for mention in EventMention.objects.all()
    } <= set(factories.VERBS)
    cited = Citation.objects.filter(character=story.characters[2])
    assert {c.document.text[c.start : c.end] for c in cited} == {story.characters[2].name}


def test_story_without_characters_or_documents_can_be_made():
    assert factories.make_story(characters=0, events=0, documents=0).film.pk
