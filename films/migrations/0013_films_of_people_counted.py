"""Lists of a million films that are come upon in their order: people by films, characters, places by name."""

from django.db import migrations, models


COUNT = """
    UPDATE films_person SET film_count =
    (SELECT COUNT(DISTINCT film_id) FROM films_credit WHERE person_id = films_person.id)
"""


class Migration(migrations.Migration):

    dependencies = [
        ('films', '0012_several_indexes_of_people'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='character',
            name='films_chara_name_888ff1_idx',
        ),
        migrations.RemoveIndex(
            model_name='character',
            name='films_chara_promine_d27e07_idx',
        ),
        migrations.AddField(
            model_name='person',
            name='film_count',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='character',
            index=models.Index(fields=['-is_named', 'name', 'id'], name='films_chara_is_name_268703_idx'),
        ),
        migrations.AddIndex(
            model_name='character',
            index=models.Index(fields=['-prominence', 'name', 'id'], name='films_chara_promine_371549_idx'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['-film_count', 'name', 'id'], name='films_perso_film_co_2baf9a_idx'),
        ),
        migrations.AddIndex(
            model_name='place',
            index=models.Index(fields=['name'], name='films_place_name_e55fb5_idx'),
        ),
    ]
