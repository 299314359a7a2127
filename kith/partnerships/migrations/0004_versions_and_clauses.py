"""Agreements get versions, clauses get one table; partnerships, variations and meetings begin."""

import django.db.models.deletion
import kith.core.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0015_phones_and_hours_by_place'),
        ('partnerships', '0003_who_added_a_contact'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActionItem',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=300)),
                ('due_on', models.DateField()),
                ('done_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'partnerships_action_item',
            },
        ),
        migrations.CreateModel(
            name='Clause',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField(default=kith.core.ids.uuid7)),
                ('kind', models.CharField(max_length=30)),
                ('place', models.PositiveSmallIntegerField()),
                ('terms', models.JSONField(default=dict)),
                ('note', models.TextField(default='')),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'db_table': 'partnerships_clause',
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('clause_key', models.UUIDField(null=True)),
                ('version_number', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'partnerships_comment',
            },
        ),
        migrations.CreateModel(
            name='JointEvent',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('held_on', models.DateField()),
                ('title', models.CharField(max_length=200)),
                ('learned', models.TextField(default='')),
                ('came', models.JSONField(default=list)),
                ('noted_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'partnerships_joint_event',
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(default=60)),
                ('place', models.CharField(default='', max_length=200)),
                ('agenda', models.JSONField(default=list)),
                ('held_at', models.DateTimeField(null=True)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('came', models.JSONField(default=list)),
            ],
            options={
                'db_table': 'partnerships_meeting',
            },
        ),
        migrations.CreateModel(
            name='MeetingDecision',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=500)),
            ],
            options={
                'db_table': 'partnerships_meeting_decision',
            },
        ),
        migrations.CreateModel(
            name='Partnership',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('issue', models.CharField(default='', max_length=300)),
                ('purpose', models.TextField(default='')),
                ('levels', models.JSONField(default=list)),
                ('timezone', models.CharField(default='UTC', max_length=60)),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'partnerships_partnership',
            },
        ),
        migrations.CreateModel(
            name='PromiseOutcome',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('source_id', models.UUIDField(unique=True)),
                ('clause_key', models.UUIDField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('due_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(default='', max_length=20)),
                ('result', models.CharField(max_length=20)),
                ('is_varied', models.BooleanField(default=False)),
                ('was_paused', models.BooleanField(default=False)),
            ],
            options={
                'db_table': 'partnerships_promise_outcome',
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('roles', models.JSONField(default=list)),
                ('priorities', models.TextField(default='')),
                ('joined_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'partnerships_seat',
            },
        ),
        migrations.CreateModel(
            name='SharedGoal',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=300)),
                ('how_known', models.CharField(default='', max_length=300)),
                ('level', models.CharField(max_length=20)),
                ('state', models.CharField(default='open', max_length=20)),
                ('due_on', models.DateField(null=True)),
                ('looked_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'partnerships_shared_goal',
            },
        ),
        migrations.CreateModel(
            name='Variation',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('clause_key', models.UUIDField()),
                ('status', models.CharField(default='asked', max_length=20)),
                ('reason', models.CharField(max_length=30)),
                ('words', models.TextField(default='')),
                ('terms', models.JSONField(default=dict)),
                ('first_on', models.DateField()),
                ('last_on', models.DateField()),
                ('is_within_tolerance', models.BooleanField(default=False)),
                ('asked_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'partnerships_variation',
            },
        ),
        migrations.CreateModel(
            name='VariationAnswer',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('is_yes', models.BooleanField()),
                ('words', models.TextField(default='')),
                ('answered_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'partnerships_variation_answer',
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('based_on', models.PositiveSmallIntegerField(null=True)),
                ('state', models.CharField(default='draft', max_length=20)),
                ('title', models.CharField(max_length=200)),
                ('purpose', models.TextField()),
                ('free_text', models.TextField(default='')),
                ('language', models.CharField(default='en', max_length=35)),
                ('starts_on', models.DateField()),
                ('review_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('text', models.TextField(default='')),
                ('text_digest', models.CharField(default='', max_length=64)),
                ('written_at', models.DateTimeField()),
                ('offered_at', models.DateTimeField(null=True)),
                ('signed_at', models.DateTimeField(null=True)),
                ('replaced_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'partnerships_version',
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.UUIDField(default=kith.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('last_on', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('words', models.TextField(default='')),
            ],
            options={
                'db_table': 'partnerships_withdrawal',
            },
        ),
        migrations.RemoveConstraint(
            model_name='agreement',
            name='partnerships_agreement_in_force_when',
        ),
        migrations.AddField(
            model_name='agreement',
            name='kind',
            field=models.CharField(default='mou', max_length=20),
        ),
        migrations.AddField(
            model_name='agreement',
            name='published_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='suspended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='timezone',
            field=models.CharField(default='UTC', max_length=60),
        ),
        migrations.AddField(
            model_name='agreementparty',
            name='must_sign',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='agreementparty',
            name='name',
            field=models.CharField(default='', max_length=300),
        ),
        migrations.AddField(
            model_name='agreementparty',
            name='signed_contact',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partnercontact'),
        ),
        migrations.AddField(
            model_name='paper',
            name='organization',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='actionitem',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='clause',
            name='organization',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='clause',
            name='service',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service'),
        ),
        migrations.AddField(
            model_name='clause',
            name='to_organization',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='comment',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.agreement'),
        ),
        migrations.AddField(
            model_name='comment',
            name='contact',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partnercontact'),
        ),
        migrations.AddField(
            model_name='comment',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='comment',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='jointevent',
            name='noted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meeting',
            name='planned_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='actionitem',
            name='meeting',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.meeting'),
        ),
        migrations.AddField(
            model_name='meetingdecision',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.meeting'),
        ),
        migrations.AddField(
            model_name='partnership',
            name='begun_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='partnership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.partnership'),
        ),
        migrations.AddField(
            model_name='jointevent',
            name='partnership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.partnership'),
        ),
        migrations.AddField(
            model_name='actionitem',
            name='partnership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.partnership'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='partnership',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partnership'),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['status'], name='partnerships_agreement_stands'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['in_force', 'suspended']), _negated=True), ('in_force_at__isnull', False), _connector='OR'), name='partnerships_agreement_in_force_when'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'suspended'), _negated=True), ('suspended_at__isnull', False), _connector='OR'), name='partnerships_agreement_suspended_when'),
        ),
        migrations.AddField(
            model_name='promiseoutcome',
            name='agreement',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.agreement'),
        ),
        migrations.AddField(
            model_name='promiseoutcome',
            name='promiser',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='promiseoutcome',
            name='service',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service'),
        ),
        migrations.AddField(
            model_name='promiseoutcome',
            name='towards',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='seat',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='seat',
            name='partnership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.partnership'),
        ),
        migrations.AddField(
            model_name='sharedgoal',
            name='partnership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.partnership'),
        ),
        migrations.AddField(
            model_name='variation',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.agreement'),
        ),
        migrations.AddField(
            model_name='variation',
            name='asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='variation',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='variationanswer',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='variationanswer',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='variationanswer',
            name='variation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.variation'),
        ),
        migrations.AddField(
            model_name='version',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.agreement'),
        ),
        migrations.AddField(
            model_name='version',
            name='written_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='clause',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.version'),
        ),
        migrations.AddField(
            model_name='agreementparty',
            name='version',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partnerships.version'),
        ),
        migrations.AddField(
            model_name='paper',
            name='version',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.version'),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.agreement'),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organization'),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='said_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['agreement', 'written_at'], name='partnerships_comment_of'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['partnership', 'starts_at'], name='partnerships_meeting_of'),
        ),
        migrations.AddIndex(
            model_name='jointevent',
            index=models.Index(fields=['partnership', 'kind', 'held_on'], name='partnerships_joint_of'),
        ),
        migrations.AddIndex(
            model_name='actionitem',
            index=models.Index(fields=['partnership', 'due_on'], name='partnerships_action_of'),
        ),
        migrations.AddIndex(
            model_name='promiseoutcome',
            index=models.Index(fields=['promiser', 'towards', 'asked_at'], name='partnerships_outcome_pair'),
        ),
        migrations.AddIndex(
            model_name='promiseoutcome',
            index=models.Index(fields=['service', 'asked_at'], name='partnerships_outcome_service'),
        ),
        migrations.AddIndex(
            model_name='seat',
            index=models.Index(fields=['organization'], name='partnerships_seat_of'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(fields=('partnership', 'organization'), name='partnerships_seat_once'),
        ),
        migrations.AddIndex(
            model_name='sharedgoal',
            index=models.Index(fields=['partnership', 'place'], name='partnerships_goal_of'),
        ),
        migrations.AddIndex(
            model_name='variation',
            index=models.Index(fields=['agreement', 'status'], name='partnerships_variation_of'),
        ),
        migrations.AddIndex(
            model_name='variation',
            index=models.Index(fields=['clause_key', 'first_on'], name='partnerships_variation_key'),
        ),
        migrations.AddConstraint(
            model_name='variation',
            constraint=models.CheckConstraint(condition=models.Q(('first_on__lte', models.F('last_on'))), name='partnerships_variation_order'),
        ),
        migrations.AddConstraint(
            model_name='variationanswer',
            constraint=models.UniqueConstraint(fields=('variation', 'organization'), name='partnerships_variation_answer_once'),
        ),
        migrations.AddIndex(
            model_name='version',
            index=models.Index(fields=['state', 'starts_on'], name='partnerships_version_binds'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('agreement', 'number'), name='partnerships_version_number'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'signed')), fields=('agreement',), name='partnerships_version_one_binds'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'offered')), fields=('agreement',), name='partnerships_version_one_offered'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('text_digest', ''), _negated=True), _connector='OR'), name='partnerships_version_has_text'),
        ),
        migrations.AddIndex(
            model_name='clause',
            index=models.Index(fields=['version', 'kind'], name='partnerships_clause_kind'),
        ),
        migrations.AddIndex(
            model_name='clause',
            index=models.Index(fields=['key'], name='partnerships_clause_key'),
        ),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.UniqueConstraint(fields=('version', 'key'), name='partnerships_clause_once'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.UniqueConstraint(fields=('agreement', 'organization'), name='partnerships_withdrawal_once'),
        ),
    ]
