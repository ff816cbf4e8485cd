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
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AuthorSealTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('days', models.PositiveSmallIntegerField(default=7, help_text='The author is promised an answer by then; staff are told before.', verbose_name='days allowed')),
            ],
            options={
                'verbose_name': 'author decides',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='ChampionReviewTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('days', models.PositiveSmallIntegerField(default=7, help_text='The author is promised an answer by then; staff are told before.', verbose_name='days allowed')),
                ('readings', models.PositiveSmallIntegerField(default=2, help_text='Two or more. A change counts for stories that come to this step from then on.', validators=[django.core.validators.MinValueValidator(2)], verbose_name='readings needed')),
                ('days_each', models.PositiveSmallIntegerField(default=4, help_text='After them the next free champion is asked. Keep it shorter than the days allowed.', validators=[django.core.validators.MinValueValidator(2)], verbose_name='days for one reader')),
                ('days_alone', models.PositiveSmallIntegerField(default=3, help_text='When nobody is free for so long, staff hear of it, and the author hears the truth and a new day.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='days without a reader')),
            ],
            options={
                'verbose_name': 'champions read',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='DaysToAvoid',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('days', workflows.privacy.encrypted.EncryptedJSONField()),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PrepareTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('days', models.PositiveSmallIntegerField(default=7, help_text='The author is promised an answer by then; staff are told before.', verbose_name='days allowed')),
            ],
            options={
                'verbose_name': 'editor prepares',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='PublishTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('days', models.PositiveSmallIntegerField(default=7, help_text='The author is promised an answer by then; staff are told before.', verbose_name='days allowed')),
            ],
            options={
                'verbose_name': 'editor publishes',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='StepState',
            fields=[
                ('taskstate_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.taskstate')),
                ('due_on', models.DateField(null=True)),
                ('warned', models.BooleanField(default=False)),
                ('publish_on', models.DateTimeField(null=True)),
                ('at_once', models.BooleanField(default=False)),
                ('readings', models.PositiveSmallIntegerField(default=2)),
                ('lacking_since', models.DateTimeField(null=True)),
                ('lacking_told_at', models.DateTimeField(null=True)),
            ],
            bases=('wagtailcore.taskstate',),
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('reason', workflows.privacy.encrypted.EncryptedTextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('instead_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Plea',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('paragraph', models.CharField(max_length=60)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_on', models.DateField()),
                ('warned', models.BooleanField(default=False)),
                ('staff_since', models.DateTimeField(null=True)),
                ('ended', models.CharField(blank=True, choices=[('stays', 'It can stay'), ('talked', 'A person talked with the author'), ('answered', 'The author chose another answer')], max_length=10)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.workflowstate')),
            ],
            options={
                'ordering': ['due_on', 'asked_at'],
            },
        ),
        migrations.CreateModel(
            name='PleaReader',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('can_stay', models.BooleanField(null=True)),
                ('line', workflows.privacy.encrypted.EncryptedTextField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('plea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='review.plea')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Policy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('readers', models.CharField(max_length=200, verbose_name='is it safe for those who read it?')),
                ('readers_points', models.TextField(help_text='One point on each line, in the words of the public page.', verbose_name='its points')),
                ('writer', models.CharField(max_length=200, verbose_name='is it safe for the writer, and for others?')),
                ('writer_points', models.TextField(help_text='One point on each line, in the words of the public page.', verbose_name='its points')),
                ('true', models.CharField(max_length=200, verbose_name='is it true to the writer?')),
                ('true_points', models.TextField(help_text='One point on each line, in the words of the public page.', verbose_name='its points')),
                ('place', models.CharField(max_length=200, verbose_name='is it in the right place?')),
                ('place_points', models.TextField(help_text='One point on each line, in the words of the public page.', verbose_name='its points')),
                ('approved_at', models.DateTimeField(blank=True, null=True, verbose_name='approved')),
            ],
            options={
                'verbose_name': 'moderation policy',
                'verbose_name_plural': 'moderation policy',
                'ordering': ['language', '-version'],
                'constraints': [models.UniqueConstraint(fields=('language', 'version'), name='one_policy_per_version')],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('state', models.CharField(choices=[('offered', 'offered'), ('open', 'open'), ('done', 'done'), ('handed-back', 'handed back'), ('stepped-away', 'stepped away'), ('not-needed', 'no longer needed'), ('lapsed', 'passed on')], default='offered', max_length=15)),
                ('offered_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('reminded', models.PositiveSmallIntegerField(default=0)),
                ('beside', models.BooleanField(default=False)),
                ('appointed', models.BooleanField(default=False)),
                ('in_hand', models.PositiveSmallIntegerField(null=True)),
                ('asked_before', models.DateTimeField(null=True)),
                ('free', models.PositiveSmallIntegerField(null=True)),
                ('outcome', models.CharField(blank=True, choices=[('published', 'It was published'), ('ended', 'The author chose not to go on')], max_length=10)),
                ('outcome_at', models.DateTimeField(null=True)),
                ('champion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='HalfWritten',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('typed', workflows.privacy.encrypted.EncryptedJSONField()),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reading', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='half_written', to='review.reading')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.UUIDField(db_index=True)),
                ('digest', models.CharField(max_length=64)),
                ('scheme', models.PositiveSmallIntegerField(default=2)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale')),
            ],
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('paragraph', models.CharField(max_length=60)),
                ('kind', models.CharField(choices=[('suggestion', 'A suggestion'), ('spelling', 'Spelling only'), ('must', 'We can’t publish this part as it is'), ('added', 'Put beside the words by an editor'), ('author', 'Changed by the author')], default='suggestion', max_length=12)),
                ('before', workflows.privacy.encrypted.EncryptedTextField()),
                ('after', workflows.privacy.encrypted.EncryptedTextField()),
                ('reason', workflows.privacy.encrypted.EncryptedTextField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answer', models.CharField(blank=True, choices=[('use', 'Use the suggestion'), ('keep', 'Keep my words'), ('own', 'Say it another way'), ('leave-out', 'Leave this part out')], max_length=10)),
                ('own_words', workflows.privacy.encrypted.EncryptedTextField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('warned', models.BooleanField(default=False)),
                ('practice', models.BooleanField(default=False)),
                ('marked', models.BooleanField(default=False)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('turned_down', models.BooleanField(default=False)),
                ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['made_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('verdict', models.CharField(choices=[('fine', 'Fine as it is'), ('suggestions', 'Fine, with my suggestions'), ('not-now', 'Not now')], max_length=15)),
                ('cast_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reading', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='vote', to='review.reading')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Findings',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('found', workflows.privacy.encrypted.EncryptedJSONField()),
                ('policy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='review.policy')),
                ('vote', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='review.vote')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='plea',
            constraint=models.UniqueConstraint(fields=('round', 'paragraph'), name='one_plea_per_part_and_round'),
        ),
        migrations.AddConstraint(
            model_name='plea',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended', ''), ('ended_at', None)), models.Q(models.Q(('ended', ''), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='a_plea_ends_somehow'),
        ),
        migrations.AddConstraint(
            model_name='pleareader',
            constraint=models.UniqueConstraint(fields=('plea', 'reader'), name='one_answer_per_reader_and_plea'),
        ),
        migrations.AddIndex(
            model_name='reading',
            index=models.Index(fields=['champion', '-offered_at'], name='a_champions_last_reading'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(fields=('case', 'champion'), name='one_reading_per_champion'),
        ),
        migrations.AddConstraint(
            model_name='seal',
            constraint=models.UniqueConstraint(fields=('case', 'locale', 'digest'), name='one_seal_per_text'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='answer_has_a_time'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(('answer', 'keep'), ('kind', 'must'), ('withdrawn_at', None), _negated=True), name='a_must_is_kept_once_withdrawn'),
        ),
    ]
