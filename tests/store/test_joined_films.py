"""What a batch asks of whoever reads, and of the store, when its documents join films that are there."""

from typing import ClassVar

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from films.importing import import_documents
from films.importing.readers import Here
from films.models import Film
from tests.store import toy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("counts_hold")]


class Counting(Here):
    """Reads here, and remembers how many documents it was asked for outside the stream of what arrives."""

    asked: ClassVar[list[int]] = []

    def read(self, batches):
        if isinstance(batches, list):
            self.asked.append(sum(map(len, batches)))
        return super().read(batches)


@pytest.mark.parametrize("films", [3, 30])
def test_documents_of_films_that_others_join_are_fetched_and_read_together(films):
    def told(source):
        for n in range(films):
            text = f"Title: Ember Tide {n}\nYear: 1994\nDirector: Ida Holm\nCast: Ana {n} Ruiz, Jo {n} Hale\n"
            yield toy.document(f"{source}-{n}.txt", text + source)

    import_documents(told("first"))
    Counting.asked.clear()
    with CaptureQueriesContext(connection) as queries:
        import_documents(told("second"), reader=Counting())
    assert Film.objects.count() == films
    assert Counting.asked == [films]
    fetched = [
        q for q in queries if q["sql"].startswith("SELECT") and '"films_sourcedocument"."text"' in q["sql"]
    ]
    assert len(fetched) <= 3  # however many films: what is near, what joins, what is written
