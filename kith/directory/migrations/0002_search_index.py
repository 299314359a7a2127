"""Once the full text of the database; a site that begins now has none: see 0014."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]
    operations = []
