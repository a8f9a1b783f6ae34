"""On PostgreSQL: indexes of words for each kind of entry, in place of one for all.

They are made from the entries that stand; no document is read again. The old one goes first, so that the
new ones, made meanwhile or by the first migrations of a new base, are all that there are.
"""

from django.db import migrations

from films.search import postgresql

ONE_FOR_ALL = "DROP INDEX IF EXISTS films_searchentry_terms"


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in (ONE_FOR_ALL, *postgresql.INSTALL_TERMS):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("films", "0009_words_of_each_kind")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
