"""On PostgreSQL: the newest films first by the letters of their titles, as the list has them since 0015.

The index by whole titles led through the years alone: the films of each were sorted anew for every page.
"""

from django.db import migrations

NEWEST = "CREATE INDEX film_newest_first ON films_film (year DESC NULLS LAST, {title}, id)"


def by(title):
    def install(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("DROP INDEX film_newest_first")
            schema_editor.execute(NEWEST.format(title=title))

    return install


class Migration(migrations.Migration):
    dependencies = [("films", "0016_overviews_know_their_edition")]

    operations = [migrations.RunPython(by("sort_title"), by("title"))]
