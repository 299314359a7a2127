"""The engine answers every question: the full text of the database is no longer needed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("directory", "0013_texts_in_other_languages")]
    operations = [migrations.RunSQL("DROP TABLE IF EXISTS directory_search", migrations.RunSQL.noop)]
