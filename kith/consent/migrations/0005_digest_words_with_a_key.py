"""The digest of the words is made with a key of the site. A yes from before has another: it counts no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consent", "0004_say_what_was_interpreted")]

    operations = [
        migrations.AlterField(
            model_name="consentdirective",
            name="words_digest",
            field=models.CharField(max_length=100),
        ),
    ]
