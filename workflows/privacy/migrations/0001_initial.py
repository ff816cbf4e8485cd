import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
import workflows.privacy.encrypted
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Backup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('made_at', models.DateTimeField()),
                ('size', models.PositiveBigIntegerField()),
                ('tried_at', models.DateTimeField(null=True)),
            ],
            options={
                'get_latest_by': 'made_at',
            },
        ),
        migrations.CreateModel(
            name='CaseKey',
            fields=[
                ('case', models.UUIDField(primary_key=True, serialize=False)),
                ('ring_id', models.CharField(max_length=40)),
                ('wrapped', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='DataKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='what it is')),
                ('purpose', models.CharField(max_length=250, verbose_name='what we need it for')),
                ('basis', models.CharField(choices=[('consent', 'consent'), ('legal', 'a legal duty'), ('vital', 'to protect a life'), ('public', 'a task in the public interest'), ('legitimate', 'our legitimate interests')], max_length=12, verbose_name='lawful basis')),
                ('condition', models.CharField(blank=True, choices=[('explicit', 'explicit consent'), ('safeguarding', 'safeguarding of children and of adults at risk'), ('vital', 'to protect a life')], max_length=12, verbose_name='condition for health data')),
                ('kept', models.CharField(max_length=250, verbose_name='how long we keep it')),
                ('order', models.PositiveSmallIntegerField(default=50, help_text='Low numbers come first.', verbose_name='order')),
            ],
            options={
                'verbose_name': 'kind of data',
                'verbose_name_plural': 'kinds of data',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='DataProtection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dpia_reference', models.CharField(blank=True, help_text='Where your own papers have it.', max_length=120, verbose_name='reference of the assessment')),
                ('dpia_review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('complaint_address', models.EmailField(blank=True, help_text='Shown in the privacy notice.', max_length=254, verbose_name='address for complaints about data')),
                ('scope', models.TextField(blank=True, help_text='Two or three plain sentences. Shown in the privacy notice.', verbose_name='are we in scope, and why')),
                ('children_access', models.TextField(blank=True, help_text='Shown in the privacy notice.', verbose_name='can children reach the site, and what follows')),
                ('scope_review_on', models.DateField(blank=True, null=True, verbose_name='look at both again on')),
                ('reads_a_day', models.PositiveSmallIntegerField(default=40, validators=[django.core.validators.MinValueValidator(1)], verbose_name='stories one person may open in a day before you hear of it')),
            ],
            options={
                'verbose_name': 'data protection',
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('case', models.UUIDField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('name', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('held_until', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ConsentWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('use', models.CharField(choices=[('health', 'keep and read what I say about my mental health'), ('publish', 'publish my story on this site'), ('pack', 'use my story in a pack for schools'), ('social', 'show my story on our social media'), ('press', 'show my story to newspapers, radio and TV'), ('training', 'use my story to train volunteers and staff'), ('translation', 'translate my story'), ('details', 'say on my page how many changes were suggested')], max_length=20, verbose_name='use')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('text', models.TextField(verbose_name='what is asked')),
                ('ending', models.TextField(blank=True, help_text='What happens when they end it, and what is then beyond our reach.', verbose_name='when they change their mind')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='approved')),
            ],
            options={
                'verbose_name': 'consent wording',
                'verbose_name_plural': 'consent wordings',
                'ordering': ['use', 'language', '-version'],
                'constraints': [models.UniqueConstraint(fields=('use', 'language', 'version'), name='one_wording_per_version')],
            },
        ),
        migrations.CreateModel(
            name='AccessLog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.UUIDField(db_index=True)),
                ('what', models.CharField(max_length=40)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['at', 'person'], name='reads_by_day')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.UUIDField(db_index=True)),
                ('use', models.CharField(choices=[('health', 'keep and read what I say about my mental health'), ('publish', 'publish my story on this site'), ('pack', 'use my story in a pack for schools'), ('social', 'show my story on our social media'), ('press', 'show my story to newspapers, radio and TV'), ('training', 'use my story to train volunteers and staff'), ('translation', 'translate my story'), ('details', 'say on my page how many changes were suggested')], max_length=20)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('asked_again', models.BooleanField(default=False)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='privacy.consentwording')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case', 'use'), name='one_standing_consent_per_use')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True, null=True)),
                ('kind', models.CharField(choices=[('story_received', 'Story Received'), ('question_asked', 'Question Asked'), ('story_declined', 'Story Declined'), ('changes_suggested', 'Changes Suggested'), ('publishing_soon', 'Publishing Soon'), ('story_published', 'Story Published'), ('promise_moved', 'Promise Moved'), ('new_words_asked', 'New Words Asked'), ('reading_summary', 'Reading Summary'), ('reading_reminder', 'Reading Reminder'), ('reading_passed_on', 'Reading Passed On'), ('story_sent', 'Story Sent'), ('concern_raised', 'Concern Raised'), ('promise_at_risk', 'Promise At Risk'), ('consent_ending', 'Consent Ending'), ('consent_ended', 'Consent Ended'), ('words_lost', 'Words Lost'), ('adult_asked', 'Adult Asked'), ('complaint_made', 'Complaint Made'), ('complaint_acknowledged', 'Complaint Acknowledged'), ('line_asked', 'Line Asked'), ('line_due', 'Line Due'), ('line_late', 'Line Late'), ('line_answered', 'Line Answered'), ('concern_unopened', 'Concern Unopened'), ('rota_gap', 'Rota Gap'), ('page_reported', 'Page Reported'), ('report_read', 'Report Read'), ('many_reads', 'Many Reads'), ('invited', 'Invited'), ('new_password', 'New Password'), ('signing_in_changed', 'Signing In Changed'), ('recovery_started', 'Recovery Started'), ('recovery_second', 'Recovery Second'), ('recovered', 'Recovered'), ('news_asked', 'News Asked'), ('pack_released', 'Pack Released'), ('visit_asked', 'Visit Asked'), ('visit_received', 'Visit Received')], max_length=30)),
                ('language', models.CharField(max_length=12)),
                ('address', workflows.privacy.encrypted.EncryptedTextField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('next_try_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent_at', models.DateTimeField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.CharField(blank=True, max_length=80)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['sent_at', 'next_try_at'], name='letters_due')],
            },
        ),
    ]
