import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import toolkits.pausing
import uuid
import wagtail.contrib.routable_page.models
import wagtail.fields
import workflows.privacy.encrypted
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PackPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.CharField(max_length=200, verbose_name='in one sentence')),
                ('audience', models.CharField(max_length=200, verbose_name='who it is for')),
                ('ages', models.CharField(max_length=40, verbose_name='ages')),
                ('minutes', models.CharField(help_text='As in: 50 minutes each, or 25.', max_length=80, verbose_name='how long')),
                ('needs', models.TextField(help_text='One thing on each line.', verbose_name='what you need')),
                ('before_start', models.TextField(help_text='What every teacher reads once.', verbose_name='before you start')),
                ('guide', wagtail.fields.StreamField([('section', 2)], block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 100}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'text', 'rows': 6}), 2: ('wagtail.blocks.StructBlock', [[('heading', 0), ('text', 1)]], {})}, verbose_name='facilitator guide')),
                ('how_made', models.TextField(help_text='Who took part, and in what. No claims we can’t show.', verbose_name='how it was made')),
                ('licence_name', models.CharField(default='CC BY-NC 4.0', max_length=80, verbose_name='licence')),
                ('licence', models.TextField(help_text='In plain words; it also goes into the ZIP.', verbose_name='what the licence allows')),
            ],
            options={
                'abstract': False,
            },
            bases=(toolkits.pausing.Pausable, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='PacksIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PartPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('ages', models.CharField(max_length=40, verbose_name='ages')),
                ('introduction', models.TextField(verbose_name='introduction')),
            ],
            options={
                'abstract': False,
            },
            bases=(toolkits.pausing.Pausable, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='SessionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('number', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='number in its part')),
                ('summary', models.CharField(max_length=160, verbose_name='in one sentence')),
                ('read_first', models.TextField(help_text='What you need to know, in two minutes.', verbose_name='read this first')),
                ('minutes_to_prepare', models.PositiveSmallIntegerField(default=10, verbose_name='minutes to prepare')),
                ('minutes_to_run', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(200)], verbose_name='minutes to run')),
                ('short_route', models.TextField(help_text='What to leave out, and what to keep.', verbose_name='the 25-minute route')),
                ('cover_note', models.TextField(help_text='What someone needs who has never seen this.', verbose_name='for a cover teacher')),
                ('aims', models.TextField(help_text='One on each line.', verbose_name='aims')),
                ('level', models.CharField(choices=[('third', 'Third level'), ('fourth', 'Fourth level'), ('third-fourth', 'Third and Fourth level'), ('senior', 'Senior phase'), ('community', 'Adults and communities')], max_length=20, verbose_name='level')),
                ('stage', models.CharField(help_text='As in: S3–S4.', max_length=20, verbose_name='stage')),
                ('codes', models.CharField(help_text='As in: HWB 4-05a, HWB 4-08a', max_length=80, validators=[django.core.validators.RegexValidator('^HWB [0-4]-\\d\\d[a-z](, HWB [0-4]-\\d\\d[a-z])*\\Z', 'Write codes like: HWB 4-05a, HWB 4-08a')], verbose_name='Health and wellbeing codes')),
                ('setting', models.CharField(choices=[('classroom', 'A classroom with tables'), ('space', 'A room with space to move'), ('anywhere', 'Anywhere, also outside')], default='classroom', max_length=20, verbose_name='room')),
                ('no_screen', models.TextField(blank=True, help_text='How to teach it with no screen at all. Empty: it needs one.', verbose_name='without a screen')),
                ('to_print', models.TextField(blank=True, help_text='One on each line.', verbose_name='print')),
                ('to_prepare', models.TextField(help_text='One on each line.', verbose_name='prepare')),
                ('activities', wagtail.fields.StreamField([('talk', 5), ('write', 6), ('move', 7), ('cards', 10), ('film', 13), ('slide', 16), ('question', 19), ('story', 23)], block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'title', 'max_length': 80}), 1: ('wagtail.blocks.IntegerBlock', (), {'label': 'minutes', 'max_value': 100, 'min_value': 1}), 2: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Leave empty if the short route skips this activity.', 'label': 'minutes in the 25-minute route', 'max_value': 60, 'min_value': 1, 'required': False}), 3: ('wagtail.blocks.TextBlock', (), {'help_text': 'For the teacher. An empty line starts a new step.', 'label': 'what you do', 'rows': 5}), 4: ('wagtail.blocks.TextBlock', (), {'help_text': 'What the class sees. One point on each line.', 'label': 'on the board', 'required': False, 'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4)]], {'icon': 'comment', 'label': 'Talk'}), 6: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4)]], {'icon': 'edit', 'label': 'Write or draw'}), 7: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4)]], {'icon': 'move', 'label': 'Move'}), 8: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 9: ('wagtail.blocks.ListBlock', (8,), {'help_text': 'One card each. They are printed to cut out.', 'label': 'cards'}), 10: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4), ('cards', 9)]], {'icon': 'copy', 'label': 'Cards'}), 11: ('wagtail.snippets.blocks.SnippetChooserBlock', ('toolkits.Film',), {'help_text': 'It also goes into the ZIP.', 'label': 'film', 'required': False}), 12: ('wagtail.blocks.TextBlock', (), {'help_text': 'A scene to read aloud, so that no lesson needs a screen.', 'label': 'without a screen', 'rows': 6}), 13: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4), ('film', 11), ('scene', 12)]], {'icon': 'media', 'label': 'Film, or a scene read aloud'}), 14: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'picture', 'required': False}), 15: ('wagtail.blocks.CharBlock', (), {'help_text': 'For everybody who can’t see it.', 'label': 'what the picture shows', 'max_length': 250, 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4), ('picture', 14), ('picture_alt', 15)]], {'icon': 'image', 'label': 'Look together'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'question to the class', 'max_length': 160}), 18: ('wagtail.blocks.TextBlock', (), {'help_text': 'One thing on each line.', 'label': 'what to listen for', 'rows': 4}), 19: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4), ('question', 17), ('listen_for', 18)]], {'icon': 'help', 'label': 'Question'}), 20: ('wagtail.blocks.PageChooserBlock', (), {'help_text': 'Its author must have agreed to packs for schools. If they end that, it leaves this page at once.', 'label': 'story', 'page_type': ['stories.StoryPage'], 'required': False}), 21: ('wagtail.blocks.CharBlock', (), {'default': 'Read it in this lesson. Please don’t copy, change or post it.', 'label': 'its own licence', 'max_length': 250}), 22: ('wagtail.blocks.TextBlock', (), {'help_text': 'What to do when the story may not be used any more.', 'label': 'without the story', 'rows': 4}), 23: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('short_minutes', 2), ('teacher', 3), ('board', 4), ('story', 20), ('licence', 21), ('instead', 22)]], {'icon': 'doc-full', 'label': 'Story'})}, verbose_name='activities')),
                ('ground_rules', models.TextField(help_text='One on each line.', verbose_name='ground rules')),
                ('distancing', models.TextField(help_text='How pupils can talk without talking about themselves.', verbose_name='distancing')),
                ('opt_out', models.TextField(help_text='How a pupil can step away without having to explain.', verbose_name='opting out')),
                ('closing', models.TextField(help_text='How the lesson ends, so that nobody leaves low.', verbose_name='closing')),
                ('disclosure', models.TextField(help_text='One step on each line. Blanks for the school’s own people are added below it.', verbose_name='if a pupil tells you something')),
                ('letter', models.TextField(help_text='Schools copy it and fill in the blanks.', verbose_name='letter to families')),
                ('teacher_support', models.TextField(verbose_name='support for you, the teacher')),
            ],
            options={
                'abstract': False,
            },
            bases=(toolkits.pausing.Pausable, wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='FileFacts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('size', models.PositiveBigIntegerField()),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='wagtaildocs.document')),
            ],
        ),
        migrations.CreateModel(
            name='Film',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('language', models.CharField(choices=[('en', 'English'), ('sco', 'Scots'), ('gd', 'Gàidhlig'), ('ar', 'العربية'), ('bg', 'Български'), ('bn', 'বাংলা'), ('de', 'Deutsch'), ('es', 'Español'), ('fa', 'فارسی'), ('fr', 'Français'), ('hi', 'हिन्दी'), ('it', 'Italiano'), ('lt', 'Lietuvių'), ('lv', 'Latviešu'), ('pa', 'ਪੰਜਾਬੀ'), ('pl', 'Polski'), ('pt', 'Português'), ('ro', 'Română'), ('ru', 'Русский'), ('so', 'Soomaali'), ('ti', 'ትግርኛ'), ('tr', 'Türkçe'), ('uk', 'Українська'), ('ur', 'اردو'), ('zh-hans', '简体中文'), ('zh-hant', '繁體中文'), ('und', 'Another language')], default='en', max_length=12, verbose_name='language spoken')),
                ('seconds', models.PositiveSmallIntegerField(verbose_name='length in seconds')),
                ('transcript', models.TextField(help_text='What is said and what is seen, in order.', verbose_name='transcript')),
                ('bsl_statement', models.CharField(blank=True, help_text='Shown where the BSL version would be.', max_length=200, verbose_name='why there is no BSL version')),
                ('licence', models.TextField(help_text='People in a film can change their mind, so a pack’s licence never covers it.', verbose_name='its own licence')),
                ('bsl', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtaildocs.document', verbose_name='BSL version')),
                ('document', models.ForeignKey(help_text='MP4 or WebM.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtaildocs.document', verbose_name='film file')),
            ],
            options={
                'verbose_name': 'film',
                'ordering': ['title'],
            },
        ),
        migrations.CreateModel(
            name='Captions',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('language', models.CharField(choices=[('en', 'English'), ('sco', 'Scots'), ('gd', 'Gàidhlig'), ('ar', 'العربية'), ('bg', 'Български'), ('bn', 'বাংলা'), ('de', 'Deutsch'), ('es', 'Español'), ('fa', 'فارسی'), ('fr', 'Français'), ('hi', 'हिन्दी'), ('it', 'Italiano'), ('lt', 'Lietuvių'), ('lv', 'Latviešu'), ('pa', 'ਪੰਜਾਬੀ'), ('pl', 'Polski'), ('pt', 'Português'), ('ro', 'Română'), ('ru', 'Русский'), ('so', 'Soomaali'), ('ti', 'ትግርኛ'), ('tr', 'Türkçe'), ('uk', 'Українська'), ('ur', 'اردو'), ('zh-hans', '简体中文'), ('zh-hant', '繁體中文'), ('und', 'Another language')], default='en', max_length=12, verbose_name='language')),
                ('document', models.ForeignKey(help_text='It ends in .vtt', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtaildocs.document', verbose_name='WebVTT file')),
                ('film', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='captions', to='toolkits.film')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PackRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=12, validators=[django.core.validators.RegexValidator('^\\d{1,3}(\\.\\d{1,3}){1,2}\\Z', 'As in: 2.1')], verbose_name='version number')),
                ('change_note', models.TextField(verbose_name='what changed')),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(null=True)),
                ('state', models.CharField(choices=[('making', 'Being made'), ('ready', 'Ready'), ('failed', 'Could not be made'), ('recalled', 'Recalled')], default='making', max_length=10)),
                ('problem', models.TextField(blank=True)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('contents', models.JSONField(default=dict)),
                ('superseded', models.BooleanField(default=False)),
                ('steps', models.PositiveSmallIntegerField(default=0)),
                ('steps_done', models.PositiveSmallIntegerField(default=0)),
                ('without_pdf', models.BooleanField(default=False)),
                ('by_itself', models.BooleanField(default=False)),
                ('recalled_at', models.DateTimeField(null=True)),
                ('recall_reason', models.TextField(blank=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='releases', to='toolkits.packpage')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='DownloadCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.CharField(max_length=200)),
                ('day', models.DateField()),
                ('number', models.PositiveIntegerField(default=0)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='downloads', to='toolkits.packrelease')),
            ],
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said', models.CharField(max_length=240, verbose_name='what was said')),
                ('people', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='how many said it')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decision', models.CharField(choices=[('open', 'open'), ('changed', 'changed'), ('not-changed', 'not changed')], default='open', max_length=12)),
                ('outcome', models.TextField(blank=True)),
                ('next_step', models.CharField(blank=True, max_length=200)),
                ('decided_at', models.DateTimeField(null=True)),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='toolkits.packpage')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='toolkits.sessionpage')),
            ],
        ),
        migrations.CreateModel(
            name='Preference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('champion', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='preferences', to='toolkits.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='ReleaseFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holds', models.CharField(choices=[('whole', 'the whole pack'), ('part', 'one part'), ('session', 'one session'), ('print', 'one lesson to print'), ('original', 'an original')], max_length=10)),
                ('key', models.UUIDField(null=True)),
                ('name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField()),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='toolkits.packrelease')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SchoolNews',
            fields=[
                ('case', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('address', workflows.privacy.encrypted.EncryptedTextField()),
                ('known_by', models.CharField(max_length=64)),
                ('language', models.CharField(max_length=12)),
                ('network', models.CharField(blank=True, max_length=64)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='toolkits.packpage')),
            ],
        ),
        migrations.CreateModel(
            name='Resource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('teacher', 'Teacher’s page'), ('slides', 'Slides'), ('cards', 'Cards to cut out'), ('pupil', 'Pupil sheet'), ('closing', 'Closing card'), ('told', '“If a pupil tells you something” card'), ('checklist', 'Access checklist'), ('feedback', 'Feedback card')], max_length=10, verbose_name='what it is')),
                ('language', models.CharField(choices=[('en', 'English'), ('sco', 'Scots'), ('gd', 'Gàidhlig'), ('ar', 'العربية'), ('bg', 'Български'), ('bn', 'বাংলা'), ('de', 'Deutsch'), ('es', 'Español'), ('fa', 'فارسی'), ('fr', 'Français'), ('hi', 'हिन्दी'), ('it', 'Italiano'), ('lt', 'Lietuvių'), ('lv', 'Latviešu'), ('pa', 'ਪੰਜਾਬੀ'), ('pl', 'Polski'), ('pt', 'Português'), ('ro', 'Română'), ('ru', 'Русский'), ('so', 'Soomaali'), ('ti', 'ትግርኛ'), ('tr', 'Türkçe'), ('uk', 'Українська'), ('ur', 'اردو'), ('zh-hans', '简体中文'), ('zh-hant', '繁體中文'), ('und', 'Another language')], default='en', max_length=12, verbose_name='language')),
                ('pages', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='pages')),
                ('low_ink', models.BooleanField(default=False, verbose_name='prints well in grey, with little ink')),
                ('document', models.ForeignKey(help_text='DOCX, PPTX, ODT or ODP can be changed by teachers; PDF is for printing.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtaildocs.document', verbose_name='file')),
                ('session', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='toolkits.sessionpage')),
            ],
            options={
                'verbose_name': 'file',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('who', models.CharField(choices=[('pupil', 'pupil'), ('teacher', 'teacher')], max_length=7)),
                ('on', models.DateField(default=django.utils.timezone.localdate)),
                ('on_paper', models.BooleanField(default=False)),
                ('scales', models.JSONField(default=dict)),
                ('change', models.TextField(blank=True)),
                ('marked', models.BooleanField(default=False)),
                ('has_ranked', models.BooleanField(default=False)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evaluations', to='toolkits.sessionpage')),
            ],
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('case', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('school', workflows.privacy.encrypted.EncryptedTextField()),
                ('contact', workflows.privacy.encrypted.EncryptedTextField()),
                ('address', workflows.privacy.encrypted.EncryptedTextField()),
                ('dates', workflows.privacy.encrypted.EncryptedTextField()),
                ('language', models.CharField(max_length=12)),
                ('state', models.CharField(choices=[('asked', 'asked for'), ('talking', 'in talks'), ('agreed', 'agreed'), ('done', 'took place'), ('cannot', 'can’t be done')], default='asked', max_length=8)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reply_by', models.DateField(null=True)),
                ('agreed_for', models.DateField(null=True)),
                ('note', workflows.privacy.encrypted.EncryptedTextField(null=True)),
                ('over_at', models.DateTimeField(null=True)),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='toolkits.packpage')),
                ('sessions', models.ManyToManyField(related_name='+', to='toolkits.sessionpage')),
            ],
            options={
                'ordering': ['reply_by', 'asked_at'],
            },
        ),
        migrations.AddConstraint(
            model_name='packrelease',
            constraint=models.UniqueConstraint(fields=('pack', 'number'), name='one_release_per_number'),
        ),
        migrations.AddConstraint(
            model_name='packrelease',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'ready'), ('superseded', False)), fields=('pack',), name='one_current_release_per_pack'),
        ),
        migrations.AddConstraint(
            model_name='packrelease',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'ready'), _negated=True), models.Q(models.Q(('sha256', ''), _negated=True), ('made_at__isnull', False)), _connector='OR'), name='a_ready_release_has_a_file'),
        ),
        migrations.AddConstraint(
            model_name='packrelease',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'recalled'), _negated=True), models.Q(models.Q(('recall_reason', ''), _negated=True), ('recalled_at__isnull', False)), _connector='OR'), name='a_recalled_release_says_why'),
        ),
        migrations.AddConstraint(
            model_name='downloadcount',
            constraint=models.UniqueConstraint(fields=('release', 'file', 'day'), name='one_count_per_file_and_day'),
        ),
        migrations.AddConstraint(
            model_name='preference',
            constraint=models.UniqueConstraint(condition=models.Q(('champion__isnull', False)), fields=('proposal', 'champion'), name='one_preference_per_champion_and_proposal'),
        ),
        migrations.AddConstraint(
            model_name='releasefile',
            constraint=models.UniqueConstraint(fields=('release', 'name'), name='one_file_per_name'),
        ),
        migrations.AddConstraint(
            model_name='schoolnews',
            constraint=models.UniqueConstraint(fields=('pack', 'known_by'), name='one_address_per_pack'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('decision', 'open'), models.Q(models.Q(('outcome', ''), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='a_decided_proposal_says_what_came_of_it'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['asked', 'talking']), _negated=True), ('reply_by__isnull', False), _connector='OR'), name='an_open_visit_has_a_date'),
        ),
    ]
