"""Indexes from a genre and from a country to its films, for long lists that are narrowed by both."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("films", "0006_lists_and_their_facets")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX films_of_genre ON films_film_genres (genre_id, film_id)",
            "DROP INDEX films_of_genre",
        ),
        migrations.RunSQL(
            "CREATE INDEX films_of_country ON films_film_countries (country_id, film_id)",
            "DROP INDEX films_of_country",
        ),
    ]
