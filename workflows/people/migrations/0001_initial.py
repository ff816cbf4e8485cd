import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
import workflows.people.models
import workflows.privacy.encrypted
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgeMark',
            fields=[
                ('case', models.UUIDField(primary_key=True, serialize=False)),
                ('band', models.CharField(choices=[('under-13', 'Under 13'), ('13-15', '13 to 15'), ('16-17', '16 or 17'), ('adult', '18 or over')], max_length=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CallWish',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(unique=True)),
                ('phone', workflows.privacy.encrypted.EncryptedTextField()),
                ('times', workflows.privacy.encrypted.EncryptedTextField()),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='email address')),
                ('language', models.CharField(default='en', max_length=12, verbose_name='language of letters')),
                ('sessions_ended', models.PositiveIntegerField(default=0, editable=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', workflows.people.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='LineMessage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('is_answer', models.BooleanField(default=False)),
                ('text', workflows.privacy.encrypted.EncryptedTextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PrivateLine',
            fields=[
                ('case', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('due_on', models.DateField(null=True)),
                ('warned_at', models.DateTimeField(null=True)),
                ('late_at', models.DateTimeField(null=True)),
                ('left_on', models.DateField(null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='private_line', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SignInEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('news', models.CharField(choices=[('added', 'second step added'), ('removed', 'second step removed'), ('signed-out', 'signed out everywhere'), ('started', 'said to have lost every way to sign in'), ('confirmed', 'confirmed by a second person'), ('stopped', 'stopped'), ('recovered', 'second step taken away, to be set up anew')], max_length=12, verbose_name='what happened')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SignInTry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('pair', 'pair'), ('browser', 'browser'), ('network', 'network'), ('account', 'account')], max_length=10)),
                ('key', models.CharField(max_length=64)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'indexes': [models.Index(fields=['key', 'at'], name='tries_lately')],
            },
        ),
        migrations.CreateModel(
            name='SubjectsToAvoid',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(unique=True)),
                ('subjects', workflows.privacy.encrypted.EncryptedJSONField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='subjects_to_avoid', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Champion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paused', models.BooleanField(default=False, help_text='No new stories are offered until this is unticked. No reason needed.', verbose_name='taking a break')),
                ('paused_until', models.DateField(editable=False, null=True)),
                ('weekly_limit', models.PositiveSmallIntegerField(default=3, help_text='Champions set this for themselves at their desk.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='stories a week, at most')),
                ('learning', models.BooleanField(default=True, help_text='Reads and votes beside two others. It is kept, and counts once safeguarding says so under Readers.', verbose_name='still learning')),
                ('languages', models.JSONField(blank=True, default=list, editable=False)),
                ('letters', models.CharField(choices=[('daily', 'Once a day, if something waits'), ('weekly', 'Once a week, if something waits'), ('never', 'Never')], default='daily', editable=False, max_length=10)),
                ('told_on', models.DateField(editable=False, null=True)),
                ('shown_as', models.CharField(choices=[('not', 'Not at all'), ('first', 'My first name'), ('made-up', 'A made-up name')], default='not', editable=False, max_length=10, verbose_name='name in the golden thread')),
                ('made_up_name', models.CharField(blank=True, editable=False, max_length=30)),
                ('shown_since', models.DateTimeField(editable=False, null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='champion', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'champion',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('shown_as', 'made-up'), _negated=True), models.Q(('made_up_name', ''), _negated=True), _connector='OR'), name='a_made_up_name_is_there')],
            },
        ),
        migrations.CreateModel(
            name='Qualification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('champion', 'Champion training'), ('pvg', 'PVG membership seen')], max_length=20, verbose_name='what was seen')),
                ('valid_until', models.DateField(help_text='From the day after, this person may not read what needs this mark.', verbose_name='last day')),
                ('marked_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='seen by')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='qualifications', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'qualification',
                'constraints': [models.UniqueConstraint(fields=('person', 'kind'), name='one_mark_per_kind')],
            },
        ),
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('asked_outside', models.BooleanField(default=False)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('ready_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(blank=True, choices=[('done', 'done'), ('stopped', 'stopped')], max_length=10)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recoveries', to=settings.AUTH_USER_MODEL)),
                ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person',), name='one_recovery_at_a_time'), models.CheckConstraint(condition=models.Q(('started_by', models.F('person')), _negated=True), name='nobody_recovers_themselves'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_by', models.F('started_by')), _negated=True), models.Q(('confirmed_by', models.F('person')), _negated=True)), name='recovery_takes_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('ready_at', None)), models.Q(('confirmed_at__isnull', False), ('ready_at__isnull', False)), _connector='OR'), name='recovery_waits_once_confirmed')],
            },
        ),
        migrations.CreateModel(
            name='TimeGiven',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('day', models.DateField(default=django.utils.timezone.localdate)),
                ('kind', models.CharField(choices=[('reading', 'Reading'), ('training', 'Training'), ('meeting', 'Meeting'), ('other', 'Something else')], max_length=10)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('note', workflows.privacy.encrypted.EncryptedTextField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='time_given', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-day', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), name='time_is_of_one_day')],
            },
        ),
    ]
