"""Indexes for long lists: who is counted beside them, and the newest films first on PostgreSQL."""

from django.db import migrations, models

# SQLite's own index in descending order has the films without a year last; PostgreSQL's has them first.
NEWEST = "CREATE INDEX film_newest_first ON films_film (year DESC NULLS LAST, title, id)"


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(NEWEST)


def uninstall(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX film_newest_first")


class Migration(migrations.Migration):
    dependencies = [("films", "0005_pages_at_scale")]

    operations = [
        migrations.AddIndex(
            model_name="credit",
            index=models.Index(fields=["film", "job", "person"], name="films_credi_film_id_77a021_idx"),
        ),
        migrations.RunPython(install, uninstall),
    ]
