"""The groups "editors", who edit all film data, and "readers", who may look at it in the admin."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

FILM_DATA = (
    "blockingkey", "character", "charactername", "citation", "country", "credit", "eventmention", "film",
    "forward", "genre", "mentionparticipant", "participation", "person", "personname", "place", "plotevent",
    "portrayal", "relationship", "removal", "setting", "sourcedocument", "statement", "suggestion", "telling",
)
GROUPS = {"editors": ("add", "change", "delete", "view"), "readers": ("view",)}


def make_groups(apps, schema_editor):
    using = schema_editor.connection.alias
    make_permissions(apps, using)
    group_model = apps.get_model("auth", "Group")
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for name, actions in GROUPS.items():
        codenames = [f"{action}_{model}" for action in actions for model in FILM_DATA]
        group, _ = group_model.objects.using(using).get_or_create(name=name)
        group.permissions.add(*permissions.filter(content_type__app_label="films", codename__in=codenames))


def make_permissions(apps, using):
    """Make the permissions now: Django itself does so only when all migrations are done."""
    config = apps.get_app_config("films")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0, using=using)
    config.models_module = None


def drop_groups(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("films", "0002_search_index"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, drop_groups)]
