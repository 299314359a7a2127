"""A yes is for one record. One from before names none, so that nothing is told or shown by it any more."""

from uuid import UUID

from django.db import migrations, models

NO_RECORD = UUID(int=0)


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="consentgrant",
            name="about_kind",
            field=models.CharField(default="", max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="consentgrant",
            name="about_id",
            field=models.UUIDField(default=NO_RECORD),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="consentgrant",
            index=models.Index(fields=["about_kind", "about_id"], name="consent_grant_about"),
        ),
    ]
