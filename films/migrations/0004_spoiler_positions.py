from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('films', '0003_groups'),
    ]

    operations = [
        migrations.AddField(
            model_name='character',
            name='known_from',
            field=models.PositiveIntegerField(default=2147483647, editable=False),
        ),
        migrations.AddField(
            model_name='charactername',
            name='known_from',
            field=models.PositiveIntegerField(default=2147483647, editable=False),
        ),
        migrations.AddField(
            model_name='portrayal',
            name='known_from',
            field=models.PositiveIntegerField(default=2147483647, editable=False),
        ),
        migrations.AddField(
            model_name='relationship',
            name='known_from',
            field=models.PositiveIntegerField(default=2147483647, editable=False),
        ),
        migrations.AddField(
            model_name='setting',
            name='known_from',
            field=models.PositiveIntegerField(default=2147483647, editable=False),
        ),
    ]
