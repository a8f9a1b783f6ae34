"""Search: entries, the words they are made of, and each database's own index over them."""

import django.db.models.deletion
from django.db import migrations, models

from films.search.database import database


def install(apps, schema_editor):
    for statement in database(schema_editor.connection.vendor).INSTALL:
        schema_editor.execute(statement)


def uninstall(apps, schema_editor):
    for statement in database(schema_editor.connection.vendor).UNINSTALL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('films', '0001_store'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=64, unique=True)),
                ('count', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('film', 'film'), ('person', 'person'), ('character', 'character'), ('place', 'place'), ('event', 'event')], max_length=9)),
                ('object_id', models.PositiveBigIntegerField()),
                ('film_id', models.PositiveBigIntegerField(db_index=True, null=True)),
                ('title', models.CharField(max_length=500)),
                ('context', models.CharField(blank=True, max_length=500)),
                ('url', models.CharField(max_length=500)),
                ('names', models.TextField(blank=True)),
                ('passages', models.TextField(blank=True)),
                ('squashed', models.TextField(blank=True)),
                ('terms', models.TextField()),
                ('weight', models.PositiveIntegerField(default=0)),
                ('linked', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name_plural': 'search entries',
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['film', 'person', 'character', 'place', 'event'])), name='films_searchentry_kind_known', violation_error_message='kind is not one of the known words.'), models.UniqueConstraint(fields=('kind', 'object_id'), name='search_entry_once')],
            },
        ),
        migrations.CreateModel(
            name='SearchWordKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=12)),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='films.searchword')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'word'), name='search_word_key_once')],
            },
        ),
        migrations.RunPython(install, uninstall),
    ]
