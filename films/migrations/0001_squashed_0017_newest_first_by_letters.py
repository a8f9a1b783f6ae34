"""The whole store at once: what the first seventeen migrations make one after the other, in a quarter of their time.

A new base is made by this one; one that has some of the seventeen goes on with the others. They are here until
no such base is left.
"""

import django.core.validators
import django.db.models.deletion
import films.models.events
import films.models.films
import films.models.sort_keys
import films.vocabulary
import simple_history.models
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

from films.search.database import database

# Rows of these are found by indexes that lead on to the other column; Django's own would be written for nothing.
FOUND_OTHERWISE = (
    ("films_character_members", "from_character_id"),
    ("films_film_countries", "country_id"),
    ("films_film_countries", "film_id"),
    ("films_film_genres", "film_id"),
    ("films_film_genres", "genre_id"),
)
INDEXES = (
    "CREATE UNIQUE INDEX films_of_genre ON films_film_genres (genre_id, film_id)",
    "CREATE UNIQUE INDEX films_of_country ON films_film_countries (country_id, film_id)",
)
# SQLite's own index in descending order has the films without a year last; PostgreSQL's has them first.
NEWEST = {"postgresql": ["CREATE INDEX film_newest_first ON films_film (year DESC NULLS LAST, sort_title, id)"]}

FILM_DATA = (
    "blockingkey", "character", "charactername", "citation", "country", "credit", "eventmention", "film",
    "forward", "genre", "mentionparticipant", "participation", "person", "personname", "place", "plotevent",
    "portrayal", "relationship", "removal", "setting", "sourcedocument", "statement", "suggestion", "telling",
)
GROUPS = {"editors": ("add", "change", "delete", "view"), "readers": ("view",)}


def make_indexes(apps, schema_editor):
    """Make what Django's models cannot say: indexes of rows between two others, and those of the search."""
    connection = schema_editor.connection
    while schema_editor.deferred_sql:  # what Django puts off to the end, its own indexes among it
        schema_editor.execute(schema_editor.deferred_sql.pop(0))
    for table, column in FOUND_OTHERWISE:
        with connection.cursor() as cursor:
            found = connection.introspection.get_constraints(cursor, table)
        for name, what in found.items():
            if what["index"] and not what["unique"] and what["columns"] == [column]:
                schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")
    for statement in (*INDEXES, *NEWEST.get(connection.vendor, ()), *database(connection.vendor).INSTALL):
        schema_editor.execute(statement)


def drop_indexes(apps, schema_editor):
    for statement in database(schema_editor.connection.vendor).UNINSTALL:
        schema_editor.execute(statement)


def make_groups(apps, schema_editor):
    """Make the groups "editors", who edit all film data, and "readers", who may look at it in the admin."""
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

    initial = True

    replaces = [
        ('films', '0001_store'),
        ('films', '0002_search_index'),
        ('films', '0003_groups'),
        ('films', '0004_spoiler_positions'),
        ('films', '0005_pages_at_scale'),
        ('films', '0006_lists_and_their_facets'),
        ('films', '0007_films_of_genres_and_countries'),
        ('films', '0008_films_of_decades'),
        ('films', '0009_words_of_each_kind'),
        ('films', '0010_words_of_each_kind_on_postgresql'),
        ('films', '0011_one_index_for_each_beginning'),
        ('films', '0012_several_indexes_of_people'),
        ('films', '0013_films_of_people_counted'),
        ('films', '0014_stories_of_places_counted'),
        ('films', '0015_sorted_by_letters'),
        ('films', '0016_overviews_know_their_edition'),
        ('films', '0017_newest_first_by_letters'),
    ]

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Genre',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True)),
                ('slug', models.SlugField(max_length=60, unique=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Country',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True)),
                ('slug', models.SlugField(max_length=80, unique=True)),
            ],
            options={
                'verbose_name_plural': 'countries',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Film',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('title', models.CharField(max_length=250)),
                ('sort_title', films.models.sort_keys.SortKeyField(default='', editable=False, max_length=100, of='title')),
                ('is_title_provisional', models.BooleanField(default=False, verbose_name='title is provisional')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('original_title', models.CharField(blank=True, max_length=250)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1870), django.core.validators.MaxValueValidator(2100)])),
                ('runtime_minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('based_on', models.CharField(blank=True, max_length=250)),
                ('document_count', models.PositiveIntegerField(default=0, editable=False)),
                ('event_count', models.PositiveIntegerField(default=0, editable=False)),
                ('character_count', models.PositiveIntegerField(default=0, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('genres', models.ManyToManyField(blank=True, related_name='films', to='films.genre')),
                ('countries', models.ManyToManyField(blank=True, related_name='films', to='films.country')),
            ],
            options={
                'ordering': ('sort_title', 'year', 'pk'),
                'indexes': [
                    models.Index(fields=['sort_title', 'year', 'id'], name='films_film_sort_ti_80f1fb_idx'),
                    models.Index(fields=['year', 'sort_title', 'id'], name='films_film_year_604823_idx'),
                    models.Index(fields=['-year', 'sort_title', 'id'], name='films_film_year_0502ae_idx'),
                    models.Index(fields=['-event_count', 'sort_title', 'id'], name='films_film_event_c_5f2f18_idx'),
                    models.Index(fields=['-document_count', 'sort_title', 'id'], name='films_film_documen_d0d5b1_idx'),
                    models.Index(fields=['-created_at', 'sort_title', 'id'], name='films_film_created_eef6bb_idx'),
                    models.Index(films.models.films.FirstYear('year'), models.F('sort_title'), models.F('year'), models.F('id'), name='films_of_decade'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_film_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('year__isnull', True), ('year__range', (1870, 2100)), _connector='OR'), name='film_year_plausible'),
                    models.CheckConstraint(condition=models.Q(('runtime_minutes__isnull', True), ('runtime_minutes__range', (1, 6000)), _connector='OR'), name='film_runtime_plausible'),
                    models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='film_has_title'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('film', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='films.film')),
                ('fact', models.CharField(choices=[('title', 'title'), ('original_title', 'original title'), ('year', 'year'), ('runtime_minutes', 'runtime minutes'), ('genre', 'genre'), ('country', 'country'), ('language', 'language'), ('based_on', 'based on')], max_length=20)),
                ('value', models.CharField(max_length=250)),
                ('rank', models.CharField(choices=[('preferred', 'preferred'), ('normal', 'normal'), ('rejected', 'rejected')], default=films.vocabulary.Rank['NORMAL'], max_length=9)),
            ],
            options={
                'ordering': ['film', 'fact', 'pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_statement_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('fact__in', ['title', 'original_title', 'year', 'runtime_minutes', 'genre', 'country', 'language', 'based_on'])), name='films_statement_fact_known', violation_error_message='fact is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('rank__in', ['preferred', 'normal', 'rejected'])), name='films_statement_rank_known', violation_error_message='rank is not one of the known words.'),
                    models.UniqueConstraint(fields=('film', 'fact', 'value'), name='statement_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('sort_name', films.models.sort_keys.SortKeyField(default='', editable=False, max_length=100, of='name')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('film_count', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name_plural': 'people',
                'ordering': ['sort_name', 'pk'],
                'indexes': [
                    models.Index(fields=['sort_name', 'id'], name='films_perso_sort_na_23d3a4_idx'),
                    models.Index(fields=['-film_count', 'sort_name', 'id'], name='films_perso_film_co_beadb0_idx'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_person_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='person_has_name'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PersonName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='names', to='films.person')),
                ('text', models.CharField(max_length=200)),
                ('folded', models.CharField(editable=False, max_length=200)),
            ],
            options={
                'ordering': ['person', 'text'],
                'indexes': [
                    models.Index(fields=['folded', 'person'], name='films_perso_folded_e5f0c0_idx'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_personname_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.UniqueConstraint(fields=('person', 'text'), name='person_name_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Credit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('film', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='credits', to='films.film')),
                ('person', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='credits', to='films.person')),
                ('job', models.CharField(choices=[('director', 'director'), ('writer', 'writer'), ('producer', 'producer'), ('composer', 'composer'), ('cinematographer', 'cinematographer'), ('editor', 'editor'), ('author', 'author'), ('cast', 'cast')], max_length=16)),
                ('credited_as', models.CharField(max_length=200)),
                ('billing', models.PositiveSmallIntegerField(blank=True, help_text='Place in the cast, from 1.', null=True)),
                ('role', models.CharField(blank=True, help_text='The part as written in the source.', max_length=250)),
            ],
            options={
                'ordering': ['film', 'job', models.OrderBy(models.F('billing'), nulls_last=True), 'pk'],
                'indexes': [
                    models.Index(fields=['person', 'job', 'film'], name='films_credi_person__3073a4_idx'),
                    models.Index(fields=['film', 'job', 'person'], name='films_credi_film_id_77a021_idx'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_credit_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('job__in', ['director', 'writer', 'producer', 'composer', 'cinematographer', 'editor', 'author', 'cast'])), name='films_credit_job_known', violation_error_message='job is not one of the known words.'),
                    models.UniqueConstraint(fields=('film', 'job', 'credited_as'), name='credit_once'),
                    models.CheckConstraint(condition=models.Q(('credited_as', ''), _negated=True), name='credit_has_name'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Character',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('film', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='characters', to='films.film')),
                ('name', models.CharField(max_length=200)),
                ('sort_name', films.models.sort_keys.SortKeyField(default='', editable=False, max_length=100, of='name')),
                ('slug', models.SlugField(max_length=120)),
                ('is_named', models.BooleanField(default=True, verbose_name='has a proper name')),
                ('kind', models.CharField(choices=[('person', 'person'), ('animal', 'animal'), ('machine', 'machine'), ('group', 'group'), ('other', 'other')], default=films.vocabulary.CharacterKind['PERSON'], max_length=8)),
                ('gender', models.CharField(blank=True, choices=[('f', 'f'), ('m', 'm'), ('n', 'n')], max_length=1)),
                ('prominence', models.PositiveIntegerField(default=0, editable=False)),
                ('known_from', models.PositiveIntegerField(default=2147483647, editable=False)),
                ('members', models.ManyToManyField(blank=True, related_name='groups', to='films.character')),
            ],
            options={
                'ordering': ['film', '-prominence', 'name', 'pk'],
                'indexes': [
                    models.Index(fields=['-is_named', 'sort_name', 'id'], name='films_chara_is_name_a02f65_idx'),
                    models.Index(fields=['-prominence', 'sort_name', 'id'], name='films_chara_promine_44d288_idx'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_character_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ['person', 'animal', 'machine', 'group', 'other'])), name='films_character_kind_known', violation_error_message='kind is not one of the known words.'),
                    models.UniqueConstraint(fields=('film', 'slug'), name='character_slug_once'),
                    models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='character_has_name'),
                    models.CheckConstraint(condition=models.Q(('gender', ''), ('gender__in', [films.vocabulary.Gender['FEMALE'], films.vocabulary.Gender['MALE'], films.vocabulary.Gender['NEUTER']]), _connector='OR'), name='character_gender_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CharacterName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('character', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='names', to='films.character')),
                ('text', models.CharField(max_length=200)),
                ('folded', models.CharField(editable=False, max_length=200)),
                ('kind', models.CharField(choices=[('full', 'full'), ('first', 'first'), ('last', 'last'), ('nickname', 'nickname'), ('alias', 'alias'), ('variant', 'variant'), ('description', 'description')], default=films.vocabulary.NameKind['ALIAS'], max_length=11)),
                ('known_from', models.PositiveIntegerField(default=2147483647, editable=False)),
            ],
            options={
                'ordering': ['character', 'text'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_charactername_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ['full', 'first', 'last', 'nickname', 'alias', 'variant', 'description'])), name='films_charactername_kind_known', violation_error_message='kind is not one of the known words.'),
                    models.UniqueConstraint(fields=('character', 'text'), name='character_name_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Portrayal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('credit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='portrayals', to='films.credit')),
                ('character', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='portrayals', to='films.character')),
                ('known_from', models.PositiveIntegerField(default=2147483647, editable=False)),
            ],
            options={
                'ordering': ['credit__billing', 'pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_portrayal_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.UniqueConstraint(fields=('credit', 'character'), name='portrayal_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Relationship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('subject', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='relationships', to='films.character')),
                ('kind', models.CharField(choices=[('parent', 'parent'), ('sibling', 'sibling'), ('spouse', 'spouse'), ('partner', 'partner'), ('relative', 'relative'), ('friend', 'friend'), ('colleague', 'colleague'), ('employer', 'employer'), ('enemy', 'enemy')], max_length=9)),
                ('object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inverse_relationships', to='films.character')),
                ('known_from', models.PositiveIntegerField(default=2147483647, editable=False)),
            ],
            options={
                'ordering': ['subject', 'kind', 'pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_relationship_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ['parent', 'sibling', 'spouse', 'partner', 'relative', 'friend', 'colleague', 'employer', 'enemy'])), name='films_relationship_kind_known', violation_error_message='kind is not one of the known words.'),
                    models.UniqueConstraint(fields=('subject', 'kind', 'object'), name='relationship_once'),
                    models.CheckConstraint(condition=models.Q(('subject', models.F('object')), _negated=True), name='relationship_between_two'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Removal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('film', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='removals', to='films.film')),
                ('kind', models.CharField(choices=[('document', 'document'), ('film', 'film'), ('statement', 'statement'), ('credit', 'credit'), ('character', 'character'), ('character_name', 'character name'), ('portrayal', 'portrayal'), ('relationship', 'relationship'), ('setting', 'setting'), ('event', 'event'), ('event_mention', 'event mention'), ('participation', 'participation')], max_length=14)),
                ('label', models.CharField(max_length=500)),
                ('signature', models.JSONField()),
                ('removed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
                ('removed_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-removed_at', '-pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ['document', 'film', 'statement', 'credit', 'character', 'character_name', 'portrayal', 'relationship', 'setting', 'event', 'event_mention', 'participation'])), name='films_removal_kind_known', violation_error_message='kind is not one of the known words.'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('film', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='films.film')),
                ('kind', models.CharField(choices=[('document', 'document'), ('film', 'film'), ('statement', 'statement'), ('credit', 'credit'), ('character', 'character'), ('character_name', 'character name'), ('portrayal', 'portrayal'), ('relationship', 'relationship'), ('setting', 'setting'), ('event', 'event'), ('event_mention', 'event mention'), ('participation', 'participation')], max_length=14)),
                ('row_id', models.PositiveBigIntegerField()),
                ('label', models.CharField(max_length=500)),
                ('field', models.CharField(max_length=60)),
                ('proposed', models.JSONField()),
                ('reason', models.CharField(max_length=500)),
                ('status', models.CharField(choices=[('open', 'Open'), ('accepted', 'Accepted'), ('dismissed', 'Dismissed')], default='open', max_length=9)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['status', '-made_at', '-pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ['document', 'film', 'statement', 'credit', 'character', 'character_name', 'portrayal', 'relationship', 'setting', 'event', 'event_mention', 'participation'])), name='films_suggestion_kind_known', violation_error_message='kind is not one of the known words.'),
                    models.UniqueConstraint(fields=('kind', 'row_id', 'field', 'proposed'), name='suggestion_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Forward',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old_path', models.CharField(max_length=300, unique=True)),
                ('new_path', models.CharField(max_length=300)),
            ],
            options={
                'ordering': ['old_path'],
            },
        ),
        migrations.CreateModel(
            name='SourceDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('film', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='films.film')),
                ('name', models.CharField(max_length=255)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('url', models.URLField(blank=True, max_length=500)),
                ('text', models.TextField()),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('format', models.CharField(choices=[('plain', 'plain'), ('header', 'header')], max_length=6)),
                ('encoding', models.CharField(max_length=40)),
                ('sentence_bounds', models.JSONField(default=list)),
                ('profile', models.JSONField(default=dict)),
                ('read_with', models.CharField(max_length=64)),
                ('imported_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['film', 'name', 'pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('format__in', ['plain', 'header'])), name='films_sourcedocument_format_known', violation_error_message='format is not one of the known words.'),
                    models.UniqueConstraint(fields=('source', 'name'), name='document_name_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='BlockingKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='blocking_keys', to='films.sourcedocument')),
                ('key', models.CharField(db_index=True, max_length=120)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('document', 'key'), name='blocking_key_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='tellings', to='films.sourcedocument')),
                ('kind', models.CharField(choices=[('logline', 'logline'), ('teaser', 'teaser'), ('synopsis', 'synopsis'), ('about', 'about')], max_length=8)),
                ('heading', models.CharField(blank=True, max_length=200)),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['document', 'start'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ['logline', 'teaser', 'synopsis', 'about'])), name='films_telling_kind_known', violation_error_message='kind is not one of the known words.'),
                    models.UniqueConstraint(fields=('document', 'start'), name='telling_once'),
                    models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='telling_not_empty'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('sort_name', films.models.sort_keys.SortKeyField(default='', editable=False, max_length=100, of='name')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('folded', models.CharField(editable=False, max_length=200, unique=True)),
                ('film_count', models.PositiveIntegerField(default=0, editable=False)),
                ('event_count', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'ordering': ['sort_name', 'pk'],
                'indexes': [
                    models.Index(fields=['sort_name', 'id'], name='films_place_sort_na_e21149_idx'),
                    models.Index(fields=['-film_count', 'sort_name', 'id'], name='films_place_film_co_4a3368_idx'),
                    models.Index(fields=['-event_count', 'sort_name', 'id'], name='films_place_event_c_02c171_idx'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_place_origin_known', violation_error_message='origin is not one of the known words.'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Setting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('film', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='settings', to='films.film')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='settings', to='films.place')),
                ('known_from', models.PositiveIntegerField(default=2147483647, editable=False)),
            ],
            options={
                'ordering': ['film', 'place__name'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_setting_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.UniqueConstraint(fields=('film', 'place'), name='setting_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='films.sourcedocument')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('mention_kind', models.CharField(blank=True, choices=[('proper', 'proper'), ('nominal', 'nominal'), ('pronoun', 'pronoun')], max_length=7)),
                ('statement', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='films.statement')),
                ('credit', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='films.credit')),
                ('portrayal', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='films.portrayal')),
                ('character', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='films.character')),
                ('relationship', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='films.relationship')),
                ('setting', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='films.setting')),
            ],
            options={
                'ordering': ['document', 'start', 'end', 'pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('character__isnull', True), ('credit__isnull', True), ('portrayal__isnull', True), ('relationship__isnull', True), ('setting__isnull', True), ('statement__isnull', False)), models.Q(('character__isnull', True), ('credit__isnull', False), ('portrayal__isnull', True), ('relationship__isnull', True), ('setting__isnull', True), ('statement__isnull', True)), models.Q(('character__isnull', True), ('credit__isnull', True), ('portrayal__isnull', False), ('relationship__isnull', True), ('setting__isnull', True), ('statement__isnull', True)), models.Q(('character__isnull', False), ('credit__isnull', True), ('portrayal__isnull', True), ('relationship__isnull', True), ('setting__isnull', True), ('statement__isnull', True)), models.Q(('character__isnull', True), ('credit__isnull', True), ('portrayal__isnull', True), ('relationship__isnull', False), ('setting__isnull', True), ('statement__isnull', True)), models.Q(('character__isnull', True), ('credit__isnull', True), ('portrayal__isnull', True), ('relationship__isnull', True), ('setting__isnull', False), ('statement__isnull', True)), _connector='OR'), name='citation_of_exactly_one'),
                    models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='citation_not_empty'),
                    models.UniqueConstraint(condition=models.Q(('statement__isnull', False)), fields=('statement', 'document', 'start', 'end'), name='citation_of_statement_once'),
                    models.UniqueConstraint(condition=models.Q(('credit__isnull', False)), fields=('credit', 'document', 'start', 'end'), name='citation_of_credit_once'),
                    models.UniqueConstraint(condition=models.Q(('portrayal__isnull', False)), fields=('portrayal', 'document', 'start', 'end'), name='citation_of_portrayal_once'),
                    models.UniqueConstraint(condition=models.Q(('character__isnull', False)), fields=('character', 'document', 'start', 'end'), name='citation_of_character_once'),
                    models.UniqueConstraint(condition=models.Q(('relationship__isnull', False)), fields=('relationship', 'document', 'start', 'end'), name='citation_of_relationship_once'),
                    models.UniqueConstraint(condition=models.Q(('setting__isnull', False)), fields=('setting', 'document', 'start', 'end'), name='citation_of_setting_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PlotEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('film', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='events', to='films.film')),
                ('key', models.SlugField(default=films.models.events.new_event_key, editable=False, max_length=40)),
                ('order', models.PositiveIntegerField()),
                ('summary', models.CharField(max_length=500)),
                ('place', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='films.place')),
                ('place_as_told', models.CharField(blank=True, max_length=200)),
                ('time_as_told', models.CharField(blank=True, max_length=200)),
                ('is_flashback', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['film', 'order', 'pk'],
                'indexes': [
                    models.Index(fields=['film', 'order'], name='films_plote_film_id_6fc886_idx'),
                    models.Index(fields=['place', 'film'], name='films_plote_place_i_ea5a77_idx'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_plotevent_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.UniqueConstraint(fields=('film', 'key'), name='event_key_once'),
                    models.CheckConstraint(condition=models.Q(('summary', ''), _negated=True), name='event_has_summary'),
                ],
            },
        ),
        migrations.CreateModel(
            name='EventMention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='films.plotevent')),
                ('telling', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='event_mentions', to='films.telling')),
                ('sentence_start', models.PositiveIntegerField()),
                ('sentence_end', models.PositiveIntegerField()),
                ('trigger_start', models.PositiveIntegerField()),
                ('trigger_end', models.PositiveIntegerField()),
                ('trigger', models.CharField(max_length=80)),
                ('summary', models.CharField(max_length=500)),
            ],
            options={
                'ordering': ['telling', 'trigger_start'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_eventmention_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.UniqueConstraint(fields=('telling', 'trigger_start'), name='event_mention_once'),
                    models.CheckConstraint(condition=models.Q(('trigger_start__lt', models.F('trigger_end'))), name='trigger_not_empty'),
                    models.CheckConstraint(condition=models.Q(('sentence_start__lt', models.F('sentence_end'))), name='mention_sentence_not_empty'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('event', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='films.plotevent')),
                ('character', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='films.character')),
                ('role', models.CharField(choices=[('agent', 'agent'), ('patient', 'patient'), ('recipient', 'recipient'), ('present', 'present')], default=films.vocabulary.Role['AGENT'], max_length=9)),
            ],
            options={
                'ordering': ['event', 'pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('origin__in', ['extracted', 'edited'])), name='films_participation_origin_known', violation_error_message='origin is not one of the known words.'),
                    models.CheckConstraint(condition=models.Q(('role__in', ['agent', 'patient', 'recipient', 'present'])), name='films_participation_role_known', violation_error_message='role is not one of the known words.'),
                    models.UniqueConstraint(fields=('event', 'character'), name='participation_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='MentionParticipant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mention', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='films.eventmention')),
                ('character', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mention_participations', to='films.character')),
                ('role', models.CharField(choices=[('agent', 'agent'), ('patient', 'patient'), ('recipient', 'recipient'), ('present', 'present')], max_length=9)),
            ],
            options={
                'ordering': ['mention', 'pk'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('role__in', ['agent', 'patient', 'recipient', 'present'])), name='films_mentionparticipant_role_known', violation_error_message='role is not one of the known words.'),
                    models.UniqueConstraint(fields=('mention', 'character'), name='mention_participant_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Overview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('counted', models.JSONField()),
                ('counted_at', models.DateTimeField()),
                ('edition', models.PositiveBigIntegerField(default=0)),
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
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ['film', 'person', 'character', 'place', 'event'])), name='films_searchentry_kind_known', violation_error_message='kind is not one of the known words.'),
                    models.UniqueConstraint(fields=('kind', 'object_id'), name='search_entry_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=64, unique=True)),
                ('count', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='SearchWordKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='films.searchword')),
                ('key', models.CharField(max_length=12)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('key', 'word'), name='search_word_key_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='HistoricalFilm',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('title', models.CharField(max_length=250)),
                ('is_title_provisional', models.BooleanField(default=False, verbose_name='title is provisional')),
                ('slug', models.SlugField(max_length=120)),
                ('original_title', models.CharField(blank=True, max_length=250)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1870), django.core.validators.MaxValueValidator(2100)])),
                ('runtime_minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('based_on', models.CharField(blank=True, max_length=250)),
                ('document_count', models.PositiveIntegerField(default=0, editable=False)),
                ('event_count', models.PositiveIntegerField(default=0, editable=False)),
                ('character_count', models.PositiveIntegerField(default=0, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical film',
                'verbose_name_plural': 'historical films',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalFilm_genres',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('film', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.film')),
                ('genre', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.genre')),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='films.historicalfilm')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                'verbose_name': 'HistoricalFilm_genres',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalFilm_countries',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('film', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.film')),
                ('country', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.country')),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='films.historicalfilm')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                'verbose_name': 'HistoricalFilm_countries',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalStatement',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('fact', models.CharField(choices=[('title', 'title'), ('original_title', 'original title'), ('year', 'year'), ('runtime_minutes', 'runtime minutes'), ('genre', 'genre'), ('country', 'country'), ('language', 'language'), ('based_on', 'based on')], max_length=20)),
                ('value', models.CharField(max_length=250)),
                ('rank', models.CharField(choices=[('preferred', 'preferred'), ('normal', 'normal'), ('rejected', 'rejected')], default=films.vocabulary.Rank['NORMAL'], max_length=9)),
                ('film', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.film')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical statement',
                'verbose_name_plural': 'historical statements',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPerson',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=120)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical person',
                'verbose_name_plural': 'historical people',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalCredit',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('job', models.CharField(choices=[('director', 'director'), ('writer', 'writer'), ('producer', 'producer'), ('composer', 'composer'), ('cinematographer', 'cinematographer'), ('editor', 'editor'), ('author', 'author'), ('cast', 'cast')], max_length=16)),
                ('credited_as', models.CharField(max_length=200)),
                ('billing', models.PositiveSmallIntegerField(blank=True, help_text='Place in the cast, from 1.', null=True)),
                ('role', models.CharField(blank=True, help_text='The part as written in the source.', max_length=250)),
                ('film', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.film')),
                ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.person')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical credit',
                'verbose_name_plural': 'historical credits',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalCharacter',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=120)),
                ('is_named', models.BooleanField(default=True, verbose_name='has a proper name')),
                ('kind', models.CharField(choices=[('person', 'person'), ('animal', 'animal'), ('machine', 'machine'), ('group', 'group'), ('other', 'other')], default=films.vocabulary.CharacterKind['PERSON'], max_length=8)),
                ('gender', models.CharField(blank=True, choices=[('f', 'f'), ('m', 'm'), ('n', 'n')], max_length=1)),
                ('prominence', models.PositiveIntegerField(default=0, editable=False)),
                ('film', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.film')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical character',
                'verbose_name_plural': 'historical characters',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalRelationship',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('kind', models.CharField(choices=[('parent', 'parent'), ('sibling', 'sibling'), ('spouse', 'spouse'), ('partner', 'partner'), ('relative', 'relative'), ('friend', 'friend'), ('colleague', 'colleague'), ('employer', 'employer'), ('enemy', 'enemy')], max_length=9)),
                ('subject', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.character')),
                ('object', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.character')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical relationship',
                'verbose_name_plural': 'historical relationships',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPlace',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=120)),
                ('folded', models.CharField(db_index=True, editable=False, max_length=200)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical place',
                'verbose_name_plural': 'historical places',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPlotEvent',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('origin', models.CharField(choices=[('extracted', 'extracted'), ('edited', 'edited')], default=films.vocabulary.Origin['EDITED'], editable=False, max_length=9)),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False)),
                ('key', models.SlugField(default=films.models.events.new_event_key, editable=False, max_length=40)),
                ('order', models.PositiveIntegerField()),
                ('summary', models.CharField(max_length=500)),
                ('place_as_told', models.CharField(blank=True, max_length=200)),
                ('time_as_told', models.CharField(blank=True, max_length=200)),
                ('is_flashback', models.BooleanField(default=False)),
                ('film', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.film')),
                ('place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='films.place')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical plot event',
                'verbose_name_plural': 'historical plot events',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(make_indexes, drop_indexes),
        migrations.RunPython(make_groups, drop_groups),
    ]
