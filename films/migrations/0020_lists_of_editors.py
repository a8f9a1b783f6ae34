"""What the admin is asked for among very many rows: what editors had a hand in, films without a stated title.

A database went through all rows to find these few.
"""

from django.db import migrations, models

from films.models.base import ByEditor

LISTED = (
    "character",
    "credit",
    "film",
    "person",
    "place",
    "plotevent",
    "portrayal",
    "relationship",
    "statement",
)


class Migration(migrations.Migration):
    dependencies = [("films", "0019_lists_narrowed_to_few")]

    operations = [
        *(
            migrations.AddIndex(
                model,
                models.Index(fields=["id"], condition=models.Q(ByEditor()), name=f"{model}_by_editor"),
            )
            for model in LISTED
        ),
        migrations.AddIndex(
            "film",
            models.Index(
                fields=["sort_title", "year", "id"],
                condition=models.Q(is_title_provisional=True),
                name="films_to_be_titled",
            ),
        ),
    ]
