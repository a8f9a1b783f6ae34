"""Each database's own index over the search entries."""

from django.db import migrations

from films.search.database import database


def install(apps, schema_editor):
    for statement in database(schema_editor.connection.vendor).INSTALL:
        schema_editor.execute(statement)


def uninstall(apps, schema_editor):
    for statement in database(schema_editor.connection.vendor).UNINSTALL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [("films", "0001_store")]

    operations = [migrations.RunPython(install, uninstall)]
