"""What moved into versions and clauses leaves its old place."""

import django.db.models.deletion
import kith.core.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partnerships', '0005_words_into_versions'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='agreementparty',
            name='partnerships_party_once',
        ),
        migrations.RemoveIndex(
            model_name='agreement',
            name='partnerships_agreement_status',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='ends_on',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='proposed_at',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='purpose',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='review_on',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='starts_on',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='text_digest',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='title',
        ),
        migrations.RemoveField(
            model_name='agreementparty',
            name='agreement',
        ),
        migrations.RemoveField(
            model_name='paper',
            name='agreement',
        ),
        migrations.DeleteModel(
            name='DataScopeClause',
        ),
        migrations.DeleteModel(
            name='PromiseClause',
        ),
        migrations.AlterField(
            model_name='agreementparty',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.version'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.version'),
        ),
        migrations.AddIndex(
            model_name='agreementparty',
            index=models.Index(fields=['organization', 'version'], name='partnerships_party_of'),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.UniqueConstraint(fields=('version', 'organization'), name='partnerships_party_once'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.UniqueConstraint(fields=('version', 'organization'), name='partnerships_paper_once', nulls_distinct=False),
        ),
    ]
