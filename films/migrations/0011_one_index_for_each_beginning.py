"""Drop the indexes of foreign keys that are the beginning of another index, which finds as much.

Each of them is written with every row. Django's way of dropping them would make the tables anew on SQLite,
a base's largest among them; they are dropped by name instead. Nobody asks for a character by a folded name;
who goes by one, and a person's films, are found in the index alone.
"""

from django.db import migrations, models

PLAIN = [
    ("blockingkey", "document", "sourcedocument", {"related_name": "blocking_keys"}),
    ("character", "film", "film", {"related_name": "characters"}),
    ("charactername", "character", "character", {"related_name": "names"}),
    ("credit", "film", "film", {"related_name": "credits"}),
    ("eventmention", "telling", "telling", {"related_name": "event_mentions"}),
    ("mentionparticipant", "mention", "eventmention", {"related_name": "participants"}),
    ("participation", "event", "plotevent", {"related_name": "participations"}),
    ("personname", "person", "person", {"related_name": "names"}),
    ("plotevent", "film", "film", {"related_name": "events"}),
    ("portrayal", "credit", "credit", {"related_name": "portrayals"}),
    ("relationship", "subject", "character", {"related_name": "relationships"}),
    ("setting", "film", "film", {"related_name": "settings"}),
    ("statement", "film", "film", {"related_name": "statements"}),
    ("telling", "document", "sourcedocument", {"related_name": "tellings"}),
]
CITED = ["statement", "credit", "portrayal", "character", "relationship", "setting"]
OPTIONAL = [
    *(("citation", row, row, {"related_name": "citations", "on_delete": models.CASCADE}) for row in CITED),
    ("credit", "person", "person", {"related_name": "credits", "on_delete": models.SET_NULL}),
    ("plotevent", "place", "place", {"related_name": "events", "on_delete": models.SET_NULL}),
]
FIELDS = [
    *(
        (
            model,
            name,
            models.ForeignKey(to=f"films.{to}", on_delete=models.CASCADE, db_index=False, **options),
        )
        for model, name, to, options in PLAIN
    ),
    *(
        (model, name, models.ForeignKey(to=f"films.{to}", null=True, blank=True, db_index=False, **options))
        for model, name, to, options in OPTIONAL
    ),
]
FOLDED = [
    (model, "folded", models.CharField(max_length=200, editable=False))
    for model in ("charactername", "personname")
]
COLUMNS = [
    *((f"films_{model}", f"{name}_id") for model, name, _ in FIELDS),
    *((f"films_{model}", name) for model, name, _ in FOLDED),
    ("films_character_members", "from_character_id"),
    ("films_film_countries", "country_id"),
    ("films_film_countries", "film_id"),
    ("films_film_genres", "film_id"),
    ("films_film_genres", "genre_id"),
]


def drop(apps, editor):
    for table, column in COLUMNS:
        with editor.connection.cursor() as cursor:
            found = editor.connection.introspection.get_constraints(cursor, table)
        for name, what in found.items():
            if what["index"] and not what["unique"] and what["columns"] == [column]:
                editor.execute(f"DROP INDEX {editor.quote_name(name)}")


def make(apps, editor):
    for table, column in COLUMNS:
        editor.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")


class Migration(migrations.Migration):
    dependencies = [("films", "0010_words_of_each_kind_on_postgresql")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunPython(drop, make)],
            [migrations.AlterField(model, name, field) for model, name, field in FIELDS + FOLDED],
        ),
        migrations.AddIndex(
            "personname", models.Index(fields=["folded", "person"], name="films_perso_folded_e5f0c0_idx")
        ),
        migrations.AddIndex(
            "credit", models.Index(fields=["person", "job", "film"], name="films_credi_person__3073a4_idx")
        ),
        migrations.RemoveIndex("credit", "films_credi_person__818350_idx"),
    ]
