"""On PostgreSQL: the words of people stand in several indexes, as those of films and events do.

A person's entry names the films they worked on, so that common words of titles are found in very many.
"""

from django.db import migrations

from films.search import postgresql

ONE_OF_PEOPLE = "DROP INDEX IF EXISTS films_searchterms_person_1"


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in (ONE_OF_PEOPLE, *postgresql.INSTALL_TERMS):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("films", "0011_one_index_for_each_beginning")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
