import datetime
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import home.fields
import modelcluster.contrib.taggit
import modelcluster.fields
import stories.additions
import stories.adult_links
import stories.complaint
import stories.previews
import stories.submission
import uuid
import wagtail.fields
import workflows.privacy.encrypted
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('home', '0002_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Sharing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reads_from', models.TimeField(default=datetime.time(9, 0), verbose_name='people read from')),
                ('reads_until', models.TimeField(default=datetime.time(17, 0), verbose_name='until')),
                ('reads_weekends', models.BooleanField(default=False, verbose_name='also on Saturdays and Sundays')),
                ('closed_from', models.DateField(blank=True, null=True, verbose_name='closed from')),
                ('closed_until', models.DateField(blank=True, help_text='The last day on which nobody reads, for example holidays.', null=True, verbose_name='closed until')),
                ('answer_days', models.PositiveSmallIntegerField(default=2, help_text='Counted from sending. Days on which nobody reads do not count.', verbose_name='working days until a person has answered')),
                ('consent_years_young', models.PositiveSmallIntegerField(default=2, verbose_name='years a yes lasts, under 18')),
                ('consent_years_adult', models.PositiveSmallIntegerField(default=5, verbose_name='years a yes lasts, from 18 on')),
                ('consent_reminder_days', models.PositiveSmallIntegerField(default=42, verbose_name='days before its end on which its author is asked again')),
                ('asks_adult_16_17', models.BooleanField(default=False, help_text='At 13 to 15 it is always asked: a story is accepted only with an adult’s agreement, or safeguarding’s written reason why not.', verbose_name='ask for an adult at 16 and 17 too')),
                ('contact_name', models.CharField(blank=True, help_text='Shown to somebody who can’t ask at home.', max_length=80, verbose_name='a person to talk to')),
                ('contact_number', models.CharField(blank=True, max_length=40, verbose_name='their number')),
                ('contact_hours', models.CharField(blank=True, help_text='As in: Monday to Friday, 9 to 5.', max_length=120, verbose_name='when they answer')),
            ],
            options={
                'verbose_name': 'sharing',
            },
        ),
        migrations.CreateModel(
            name='StoriesIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case', models.UUIDField(db_index=True)),
                ('kind', models.CharField(choices=[('picture', 'Picture'), ('sound', 'Sound recording')], max_length=10)),
                ('media_type', models.CharField(choices=[('image/webp', 'WebP'), ('audio/mpeg', 'MP3'), ('audio/mp4', 'M4A'), ('audio/ogg', 'Ogg'), ('audio/wav', 'WAV')], max_length=20)),
                ('content', workflows.privacy.encrypted.EncryptedBytesField()),
                ('sha256', models.CharField(editable=False, max_length=64)),
                ('size', models.PositiveIntegerField(editable=False)),
                ('width', models.PositiveIntegerField(null=True)),
                ('height', models.PositiveIntegerField(null=True)),
                ('seconds', models.PositiveIntegerField(null=True)),
                ('text', workflows.privacy.encrypted.EncryptedTextField()),
                ('in_words', models.BooleanField(default=False)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('waiting', models.BooleanField(default=True)),
                ('erased_at', models.DateTimeField(null=True)),
                ('text_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['kind'],
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=10)),
                ('network', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'network', 'at'], name='attempts_lately')],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('open', 'to read'), ('hidden', 'the page is hidden; proof is needed'), ('proved', 'proved; the wait is running'), ('given', 'new words were given'), ('ended', 'ended without new words')], default='open', max_length=10)),
                ('remembered', workflows.privacy.encrypted.EncryptedTextField()),
                ('contact', workflows.privacy.encrypted.EncryptedJSONField()),
                ('proof', workflows.privacy.encrypted.EncryptedTextField()),
                ('story', models.UUIDField(db_index=True, null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ready_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['made_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['proved', 'given']), _negated=True), ('ready_at__isnull', False), _connector='OR'), name='proved_claim_waits'), models.CheckConstraint(condition=models.Q(('state__in', ['open', 'ended']), ('story__isnull', False), _connector='OR'), name='decided_claim_has_a_story')],
            },
        ),
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('case', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', workflows.privacy.encrypted.EncryptedTextField()),
                ('address', workflows.privacy.encrypted.EncryptedTextField()),
                ('marked', models.BooleanField(default=False)),
                ('language', models.CharField(max_length=12)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_on', models.DateField(default=stories.complaint.acknowledge_by)),
                ('warned', models.BooleanField(default=False)),
                ('acknowledged_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('outcome', workflows.privacy.encrypted.EncryptedTextField()),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['due_on', 'made_at'],
            },
        ),
        migrations.CreateModel(
            name='Gone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('locale', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.locale')),
            ],
        ),
        migrations.CreateModel(
            name='Pause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reopens_on', models.DateField(verbose_name='open again on')),
                ('message', models.CharField(blank=True, max_length=300, verbose_name='a line for those who come')),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('begun_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Retention',
            fields=[
                ('state', models.CharField(choices=[('draft', 'a story that was not sent, since it was last worked on'), ('asked', 'a question of ours that was never answered, since it was asked'), ('declined', 'a story we won’t publish, since that was decided'), ('ended', 'a story whose yes to publishing has ended, since that day'), ('concern', 'what was written about a worry, since the worry was closed')], editable=False, max_length=10, primary_key=True, serialize=False, verbose_name='what')),
                ('days', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='days it is kept')),
            ],
            options={
                'verbose_name': 'retention',
                'verbose_name_plural': 'retention',
                'ordering': ['state'],
                'constraints': [models.CheckConstraint(condition=models.Q(('days__gte', 1)), name='kept_for_a_day_at_least')],
            },
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('sealed_with', models.CharField(blank=True, editable=False, max_length=64)),
                ('author_picture_alt', models.TextField(blank=True, editable=False)),
                ('length', models.PositiveIntegerField(db_index=True, default=0, editable=False)),
                ('headline', models.CharField(max_length=120, verbose_name='headline')),
                ('byline', models.CharField(blank=True, max_length=60, verbose_name='byline')),
                ('body', wagtail.fields.StreamField([('paragraph', 0)], block_lookup={0: ('wagtail.blocks.TextBlock', (), {})})),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('pull', models.TextField(blank=True, help_text='Words from the story, exactly as they stand in it.', verbose_name='quotation drawn out')),
                ('picture_alt', models.CharField(blank=True, help_text='What the picture shows, for people who can’t see it.', max_length=250, verbose_name='alt text')),
                ('notes', home.fields.NotesField(blank=True, default=list, help_text='What the story mentions. Said before the text.', verbose_name='content notes')),
                ('thread_details', models.BooleanField(default=False)),
                ('author_picture', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stories.attachment', verbose_name='picture')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='home.picture')),
                ('sound', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stories.attachment')),
            ],
            options={
                'abstract': False,
            },
            bases=(stories.additions.Additions, stories.previews.Previewed, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='StoryTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged', to='stories.storypage')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stories', to='home.topic')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='storypage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='A comma-separated list of tags.', through='stories.StoryTopic', to='home.Topic', verbose_name='Tags'),
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('case', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('draft', 'You are writing it'), ('sent', 'We have it'), ('asked', 'We asked you something'), ('declined', 'We won’t publish it'), ('accepted', 'It is being read')], default='draft', max_length=10)),
                ('band', models.CharField(choices=[('under-13', 'Under 13'), ('13-15', '13 to 15'), ('16-17', '16 or 17'), ('adult', '18 or over')], max_length=10)),
                ('language', models.CharField(max_length=12)),
                ('appear', models.CharField(blank=True, choices=[('anonymous', 'With no name'), ('chosen', 'With a name I choose')], max_length=10)),
                ('reach', models.CharField(blank=True, choices=[('text', 'By text'), ('email', 'By email'), ('call', 'By phone call'), ('adult', 'Through an adult I trust, or my school'), ('none', 'Please don’t contact me')], max_length=10)),
                ('headline', workflows.privacy.encrypted.EncryptedTextField()),
                ('words', workflows.privacy.encrypted.EncryptedTextField()),
                ('byline', workflows.privacy.encrypted.EncryptedTextField()),
                ('contact', workflows.privacy.encrypted.EncryptedJSONField()),
                ('code', workflows.privacy.encrypted.EncryptedTextField()),
                ('code_hash', models.CharField(max_length=64, null=True, unique=True)),
                ('opening_hash', models.CharField(blank=True, max_length=64)),
                ('ticked', workflows.privacy.encrypted.EncryptedJSONField()),
                ('marked', workflows.privacy.encrypted.EncryptedJSONField()),
                ('agreement', workflows.privacy.encrypted.EncryptedTextField()),
                ('agreed_at', models.DateTimeField(null=True)),
                ('brought_how', models.CharField(blank=True, choices=[('post', 'By post'), ('phone', 'On the phone'), ('worker', 'Through somebody they chose, who keeps the ten words for them'), ('earlier', 'An earlier story, from a former site')], max_length=10)),
                ('paper_on', models.DateField(null=True)),
                ('paper_ends_on', models.DateField(null=True)),
                ('reason', workflows.privacy.encrypted.EncryptedTextField()),
                ('alternative', workflows.privacy.encrypted.EncryptedTextField()),
                ('settled_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField(null=True)),
                ('declined_at', models.DateTimeField(null=True)),
                ('due_on', models.DateField(null=True)),
                ('warned', models.BooleanField(default=False)),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('expires_on', models.DateField(default=stories.submission.draft_ends)),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('brought_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('by_author', models.BooleanField()),
                ('text', workflows.privacy.encrypted.EncryptedTextField()),
                ('marked', models.BooleanField(default=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('seen_at', models.DateTimeField(null=True)),
                ('staff', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='stories.submission')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='AdultLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seed', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('ends_on', models.DateField(default=stories.adult_links.link_ends)),
                ('answered_at', models.DateTimeField(null=True)),
                ('agrees', models.BooleanField(null=True)),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='adult_link', to='stories.submission')),
            ],
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.UniqueConstraint(condition=models.Q(('waiting', True)), fields=('case', 'kind'), name='one_of_each_kind_before_acceptance'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(('closed_at', None), ('acknowledged_at__isnull', False), _connector='OR'), name='acknowledged_before_closed'),
        ),
        migrations.AddConstraint(
            model_name='gone',
            constraint=models.UniqueConstraint(fields=('locale', 'slug'), name='one_gone_per_address'),
        ),
        migrations.AddConstraint(
            model_name='pause',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('begun_at')), _connector='OR'), name='pause_ended_after_begun'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['state', 'due_on'], name='submissions_waiting'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.CheckConstraint(condition=models.Q(('band', 'under-13'), _negated=True), name='nobody_under_13'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('code_hash__isnull', False), ('sent_at__isnull', False)), _connector='OR'), name='sent_has_time_and_code'),
        ),
        migrations.AddConstraint(
            model_name='adultlink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('answered_at', None), _negated=True), models.Q(('agrees', None), _negated=True)), models.Q(('agrees', None), ('answered_at', None)), _connector='OR'), name='adult_answer_has_time'),
        ),
    ]
