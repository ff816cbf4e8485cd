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
            name='Rota',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept', models.BooleanField(default=False, help_text='Ticked, the site says by the rota whether somebody is there.', verbose_name='we keep a rota')),
                ('looks_ahead_days', models.PositiveSmallIntegerField(default=7, help_text='Safeguarding and administrators hear once a day when nobody is on in these days.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='days to look ahead')),
                ('longest_gap_hours', models.PositiveSmallIntegerField(default=72, help_text='Nights and weekends are shorter than this. A longer gap is a warning.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='hours that nobody may be on')),
                ('pauses', models.BooleanField(default=True, help_text='New stories pause by themselves, and go on when the next shift begins.', verbose_name='take no new stories in a longer gap')),
                ('warned_on', models.DateField(editable=False, null=True)),
            ],
            options={
                'verbose_name': 'rota rules',
            },
        ),
        migrations.CreateModel(
            name='ConcernEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('answers', workflows.privacy.encrypted.EncryptedJSONField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('raised_by', models.CharField(choices=[('author', 'the author'), ('champion', 'a champion'), ('staff', 'a member of staff'), ('claim', 'somebody who lost their ten words')], max_length=10)),
                ('text', workflows.privacy.encrypted.EncryptedTextField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('warned', models.BooleanField(default=False)),
                ('raised_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('second_told_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('outcome', workflows.privacy.encrypted.EncryptedTextField()),
                ('emptied_at', models.DateTimeField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['case', 'closed_at'], name='concerns_open'), models.Index(fields=['closed_at', 'raised_at'], name='concerns_by_age')],
                'constraints': [models.CheckConstraint(condition=models.Q(('closed_at', None), ('closed_at__gte', models.F('raised_at')), _connector='OR'), name='concern_closed_after_raised'), models.CheckConstraint(condition=models.Q(('emptied_at', None), ('closed_at__isnull', False), _connector='OR'), name='open_concern_keeps_words')],
            },
        ),
        migrations.CreateModel(
            name='PageReport',
            fields=[
                ('case', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('page', models.CharField(max_length=400)),
                ('wrong', models.CharField(choices=[('danger', 'Somebody may be in danger'), ('about-me', 'It is about me or somebody I know'), ('upsetting', 'It could hurt people who read it'), ('untrue', 'Something in it is not true'), ('other', 'Something else')], max_length=10)),
                ('text', workflows.privacy.encrypted.EncryptedTextField()),
                ('address', workflows.privacy.encrypted.EncryptedTextField()),
                ('language', models.CharField(max_length=12)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closed_at', models.DateTimeField(null=True)),
                ('outcome', workflows.privacy.encrypted.EncryptedTextField()),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['closed_at', 'made_at'], name='reports_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('closed_at', None), ('closed_at__gte', models.F('made_at')), _connector='OR'), name='report_closed_after_made')],
            },
        ),
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='from')),
                ('ends_at', models.DateTimeField(verbose_name='until')),
                ('open_within', models.PositiveSmallIntegerField(default=60, help_text='After them, deputy and cover are told that one waits.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='minutes until a worry is opened')),
                ('cover', models.ForeignKey(blank=True, help_text='Stands in for either, and is told with the deputy.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='cover')),
                ('deputy', models.ForeignKey(blank=True, help_text='Told when a worry is not opened in time.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='deputy')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='lead')),
            ],
            options={
                'verbose_name': 'shift',
                'verbose_name_plural': 'rota',
                'ordering': ['starts_at', 'pk'],
                'indexes': [models.Index(fields=['ends_at', 'starts_at'], name='shifts_by_time')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='shift_ends_after_start'), models.CheckConstraint(condition=models.Q(('deputy', None), models.Q(('deputy', models.F('lead')), _negated=True), _connector='OR'), name='deputy_is_another'), models.CheckConstraint(condition=models.Q(('open_within__gte', 1)), name='a_minute_to_open_at_least')],
            },
        ),
    ]
