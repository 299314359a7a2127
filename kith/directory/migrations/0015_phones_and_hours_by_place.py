"""Phones and hours of places are found without reading all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0014_drop_full_text'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='phone',
            index=models.Index(condition=models.Q(('location__isnull', False)), fields=['location'], name='directory_phone_place'),
        ),
        migrations.AddIndex(
            model_name='phone',
            index=models.Index(condition=models.Q(('organization__isnull', False)), fields=['organization'], name='directory_phone_organization'),
        ),
        migrations.AddIndex(
            model_name='schedule',
            index=models.Index(condition=models.Q(('location__isnull', False)), fields=['location'], name='directory_schedule_place'),
        ),
    ]
