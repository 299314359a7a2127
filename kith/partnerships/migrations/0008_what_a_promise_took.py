from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0007_routine_mail")]

    operations = [
        migrations.AddField(
            model_name="promiseoutcome",
            name="answered_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="promiseoutcome",
            name="kind",
            field=models.CharField(default="response_promise", max_length=30),
        ),
        migrations.AlterField(model_name="promiseoutcome", name="source_id", field=models.UUIDField()),
        migrations.AddConstraint(
            model_name="promiseoutcome",
            constraint=models.UniqueConstraint(
                fields=("source_id", "kind"), name="partnerships_outcome_once"
            ),
        ),
    ]
