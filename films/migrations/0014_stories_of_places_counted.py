"""Lists of places that are come upon in their order: how many films and events each has stands with it."""

from django.db import migrations, models


COUNT = """
    UPDATE films_place SET
    film_count = (SELECT COUNT(*) FROM films_setting WHERE place_id = films_place.id),
    event_count = (SELECT COUNT(*) FROM films_plotevent WHERE place_id = films_place.id)
"""


class Migration(migrations.Migration):

    dependencies = [
        ('films', '0013_films_of_people_counted'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='event_count',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='place',
            name='film_count',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='place',
            index=models.Index(fields=['-film_count', 'name', 'id'], name='films_place_film_co_d90978_idx'),
        ),
        migrations.AddIndex(
            model_name='place',
            index=models.Index(fields=['-event_count', 'name', 'id'], name='films_place_event_c_fc7f45_idx'),
        ),
    ]
