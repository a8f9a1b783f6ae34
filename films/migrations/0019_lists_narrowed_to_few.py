"""Lists narrowed to what few rows have: people of a job, characters of a kind.

A database went through all people, or through all named characters, before it came upon the first of these.
"""

from django.db import migrations, models

from films.models.base import NoneOf


class Migration(migrations.Migration):
    dependencies = [("films", "0018_histories_of_portrayals")]

    operations = [
        migrations.AddIndex(
            "character",
            models.Index(
                fields=["kind", "-is_named", "sort_name", "id"],
                condition=models.Q(NoneOf("kind", "person")),
                name="characters_of_kind",
            ),
        ),
        migrations.AddIndex(
            "credit",
            models.Index(
                fields=["job", "person"],
                condition=models.Q(NoneOf("job", "cast", "director")),
                name="people_of_job",
            ),
        ),
    ]
