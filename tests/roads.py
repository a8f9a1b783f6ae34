"""Made-up films that are told alike, for tests of whole imports, and all that an import has written."""

import re
from io import StringIO

from django.apps import apps
from django.core.management import call_command

from films.reading import read_text
from films.reading.document import Document

TOWNS = ("Port Ember", "Lower Vale", "Quillon", "Hadley Cross", "Mornay")
NAMES = ("Mara", "Ilse", "Oskar", "Tomas", "Dunya", "Bela", "Runa")


def road(number: int) -> Document:
    """Return a document about a film, which shares its director, places and names with others."""
    town, other = TOWNS[number % 5], TOWNS[number * 3 % 5]
    she, he = NAMES[number % 3], NAMES[3 + number % 4]
    text = (
        f"Title: The Road to {town} {number}\nYear: {1950 + number % 70}\nDirector: Ida Holm{number % 20}\n\n"
        f"{she} leaves {town} and meets {he} in {other}. He is her brother. {he} sells the boat of {she}, "
        f"who burns his house. They forgive each other at the harbour of {town}."
    )
    return read_text(f"road-{number}.txt", text.encode())


def database() -> list[str]:
    """Return every row of the films' tables, and what they export; of times only that there is one."""
    output = StringIO()
    call_command("export_films", stdout=output)
    rows = [
        repr((model._meta.label, *values))
        for model in apps.get_app_config("films").get_models()
        for values in model._default_manager.order_by("pk").values_list()
    ]
    return [
        re.sub(r"datetime\.datetime\([^)]*\)|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)", "then", line)
        for line in [*output.getvalue().splitlines(), *rows]
    ]


def empty_database() -> None:
    """Take every row away, and begin the numbers of rows anew."""
    call_command("flush", interactive=False, verbosity=0)
