"""On SQLite: an index of words for each kind of entry, in the order of weight, in place of one for all.

It is made from the entries that stand; no document is read again.
"""

from django.db import migrations

from films.search import sqlite

ONE_FOR_ALL = (
    "DROP TRIGGER IF EXISTS films_searchterms_added",
    "DROP TRIGGER IF EXISTS films_searchterms_removed",
    "DROP TRIGGER IF EXISTS films_searchterms_changed",
    "DROP TABLE IF EXISTS films_searchterms",
)


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in (*ONE_FOR_ALL, *sqlite.UNINSTALL_TERMS, *sqlite.INSTALL_TERMS):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("films", "0008_films_of_decades")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
