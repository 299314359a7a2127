"""The search index beside the rows: FTS5 on SQLite, full text on PostgreSQL."""

from django.db import migrations

from kith.directory import search_index


def create(apps, schema_editor):
    search_index.create(schema_editor)


def drop(apps, schema_editor):
    search_index.drop(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
