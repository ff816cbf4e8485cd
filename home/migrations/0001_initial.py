import django.db.models.deletion
import django.utils.timezone
import home.fields
import modelsearch.index
import taggit.managers
import uuid
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, help_text='One or two short sentences.', max_length=400, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('callout', 5), ('quotation', 8), ('picture', 12), ('help', 14), ('policy', 15), ('data_facts', 16)], blank=True, block_lookup={0: ('home.blocks.HeadingBlock', (), {}), 1: ('home.blocks.RichText', (), {'template': 'home/blocks/text.html'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 3: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 4: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('kind', 2), ('title', 3), ('text', 4)]], {}), 6: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('story', 6), ('paragraph', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the picture shows, for people who can’t see it.', 'max_length': 250}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 160, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('picture', 9), ('alt', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'default': 'If you want to talk', 'max_length': 80}), 14: ('wagtail.blocks.StructBlock', [[('heading', 13)]], {}), 15: ('home.blocks.PolicyBlock', (), {}), 16: ('home.blocks.DataFactsBlock', (), {})}, verbose_name='text')),
                ('on', models.DateField(default=django.utils.timezone.localdate, verbose_name='date')),
                ('picture_alt', models.CharField(blank=True, help_text='What the picture shows, for people who can’t see it.', max_length=250, verbose_name='alt text')),
                ('kind', models.CharField(choices=[('news', 'News'), ('guest', 'Guest article')], default='news', max_length=8, verbose_name='kind')),
                ('author', models.CharField(blank=True, max_length=80, verbose_name='written by')),
                ('organisation', models.CharField(blank=True, help_text='A guest’s organisation.', max_length=120, verbose_name='of')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ArticlesIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, help_text='One or two short sentences.', max_length=400, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('callout', 5), ('quotation', 8), ('picture', 12), ('help', 14), ('policy', 15), ('data_facts', 16)], blank=True, block_lookup={0: ('home.blocks.HeadingBlock', (), {}), 1: ('home.blocks.RichText', (), {'template': 'home/blocks/text.html'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 3: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 4: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('kind', 2), ('title', 3), ('text', 4)]], {}), 6: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('story', 6), ('paragraph', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the picture shows, for people who can’t see it.', 'max_length': 250}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 160, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('picture', 9), ('alt', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'default': 'If you want to talk', 'max_length': 80}), 14: ('wagtail.blocks.StructBlock', [[('heading', 13)]], {}), 15: ('home.blocks.PolicyBlock', (), {}), 16: ('home.blocks.DataFactsBlock', (), {})}, verbose_name='text')),
                ('footer', models.CharField(blank=True, choices=[('help', 'Get help now'), ('part', 'Take part'), ('about', 'About')], default='about', max_length=8, verbose_name='linked at the foot under')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='HelpPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, help_text='One or two short sentences.', max_length=400, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('callout', 5), ('quotation', 8), ('picture', 12), ('help', 14), ('policy', 15), ('data_facts', 16)], blank=True, block_lookup={0: ('home.blocks.HeadingBlock', (), {}), 1: ('home.blocks.RichText', (), {'template': 'home/blocks/text.html'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 3: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 4: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('kind', 2), ('title', 3), ('text', 4)]], {}), 6: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('story', 6), ('paragraph', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the picture shows, for people who can’t see it.', 'max_length': 250}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 160, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('picture', 9), ('alt', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'default': 'If you want to talk', 'max_length': 80}), 14: ('wagtail.blocks.StructBlock', [[('heading', 13)]], {}), 15: ('home.blocks.PolicyBlock', (), {}), 16: ('home.blocks.DataFactsBlock', (), {})}, verbose_name='text')),
                ('footer', models.CharField(blank=True, choices=[('help', 'Get help now'), ('part', 'Take part'), ('about', 'About')], default='about', max_length=8, verbose_name='linked at the foot under')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('body', wagtail.fields.StreamField([('hero', 6), ('stories', 10), ('pack', 14), ('what_changed', 17), ('quotation', 20), ('campaign', 24), ('event', 31), ('figures', 37), ('text', 38), ('callout', 41)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 80}), 1: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 2: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 3: ('wagtail.blocks.PageChooserBlock', (), {'help_text': 'Left empty, it leads to Share your story.', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 2), ('page', 3)]], {}), 5: ('wagtail.blocks.ListBlock', (4,), {'max_num': 2, 'min_num': 0}), 6: ('wagtail.blocks.StructBlock', [[('heading', 0), ('text', 1), ('buttons', 5)]], {}), 7: ('wagtail.blocks.IntegerBlock', (), {'default': 6, 'help_text': 'How many of the latest stories.', 'max_value': 12, 'min_value': 3}), 8: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage']}), 9: ('wagtail.blocks.ListBlock', (8,), {'default': [], 'help_text': 'Stories to show in place of the latest. One that is taken back or paused goes by itself.', 'max_num': 12, 'min_num': 0}), 10: ('wagtail.blocks.StructBlock', [[('heading', 0), ('number', 7), ('chosen', 9)]], {}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 120}), 12: ('wagtail.blocks.PageChooserBlock', (), {'help_text': 'The pack’s own page.', 'required': False}), 13: ('wagtail.blocks.PageChooserBlock', (), {'help_text': 'Its newest entry stands beside the pack.', 'page_type': ['home.WhatChangedPage'], 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('heading', 11), ('text', 1), ('button', 2), ('page', 12), ('changes', 13)]], {}), 15: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['home.WhatChangedPage'], 'required': False}), 16: ('wagtail.blocks.IntegerBlock', (), {'default': 2, 'help_text': 'How many of the newest.', 'max_value': 6, 'min_value': 1}), 17: ('wagtail.blocks.StructBlock', [[('heading', 0), ('page', 15), ('number', 16)]], {}), 18: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 19: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 20: ('wagtail.blocks.StructBlock', [[('story', 18), ('paragraph', 19)]], {}), 21: ('wagtail.blocks.StructBlock', [[('text', 2), ('page', 3)]], {'required': False}), 22: ('wagtail.blocks.DateBlock', (), {'help_text': 'Shown from this day. Left empty: from now on.', 'required': False}), 23: ('wagtail.blocks.DateBlock', (), {'help_text': 'Shown until the end of this day. Then it goes by itself.', 'required': False}), 24: ('wagtail.blocks.StructBlock', [[('heading', 0), ('text', 1), ('button', 21), ('starts', 22), ('ends', 23)]], {}), 25: ('wagtail.blocks.DateTimeBlock', (), {}), 26: ('wagtail.blocks.DateTimeBlock', (), {'required': False}), 27: ('wagtail.blocks.CharBlock', (), {'max_length': 160}), 28: ('wagtail.blocks.CharBlock', (), {'help_text': 'Steps, BSL, a quiet room, whether it costs anything.', 'max_length': 200, 'required': False}), 29: ('wagtail.blocks.TextBlock', (), {'required': False, 'rows': 3}), 30: ('wagtail.blocks.PageChooserBlock', (), {'required': False}), 31: ('wagtail.blocks.StructBlock', [[('heading', 0), ('starts', 25), ('ends', 26), ('place', 27), ('access', 28), ('text', 29), ('page', 30)]], {}), 32: ('wagtail.blocks.CharBlock', (), {'max_length': 20}), 33: ('wagtail.blocks.CharBlock', (), {'help_text': 'Where this figure comes from, if not from the source below.', 'max_length': 160, 'required': False}), 34: ('wagtail.blocks.StructBlock', [[('number', 32), ('label', 11), ('source', 33)]], {}), 35: ('wagtail.blocks.ListBlock', (34,), {'max_num': 4, 'min_num': 2}), 36: ('wagtail.blocks.CharBlock', (), {'help_text': 'Where the figures come from, and when.', 'max_length': 160}), 37: ('wagtail.blocks.StructBlock', [[('heading', 0), ('figures', 35), ('source', 36)]], {}), 38: ('home.blocks.RichText', (), {'template': 'home/blocks/band_text.html'}), 39: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 40: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 41: ('wagtail.blocks.StructBlock', [[('kind', 39), ('title', 40), ('text', 1)]], {})}, verbose_name='content')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PictureRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
            ],
            options={
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name='PlainPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, help_text='One or two short sentences.', max_length=400, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('callout', 5), ('quotation', 8), ('picture', 12), ('help', 14), ('policy', 15), ('data_facts', 16)], blank=True, block_lookup={0: ('home.blocks.HeadingBlock', (), {}), 1: ('home.blocks.RichText', (), {'template': 'home/blocks/text.html'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 3: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 4: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('kind', 2), ('title', 3), ('text', 4)]], {}), 6: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('story', 6), ('paragraph', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the picture shows, for people who can’t see it.', 'max_length': 250}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 160, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('picture', 9), ('alt', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'default': 'If you want to talk', 'max_length': 80}), 14: ('wagtail.blocks.StructBlock', [[('heading', 13)]], {}), 15: ('home.blocks.PolicyBlock', (), {}), 16: ('home.blocks.DataFactsBlock', (), {})}, verbose_name='text')),
                ('footer', models.CharField(blank=True, choices=[('help', 'Get help now'), ('part', 'Take part'), ('about', 'About')], default='about', max_length=8, verbose_name='linked at the foot under')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ProjectPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, help_text='One or two short sentences.', max_length=400, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('callout', 5), ('quotation', 8), ('picture', 12), ('help', 14), ('policy', 15), ('data_facts', 16)], blank=True, block_lookup={0: ('home.blocks.HeadingBlock', (), {}), 1: ('home.blocks.RichText', (), {'template': 'home/blocks/text.html'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 3: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 4: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('kind', 2), ('title', 3), ('text', 4)]], {}), 6: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('story', 6), ('paragraph', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the picture shows, for people who can’t see it.', 'max_length': 250}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 160, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('picture', 9), ('alt', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'default': 'If you want to talk', 'max_length': 80}), 14: ('wagtail.blocks.StructBlock', [[('heading', 13)]], {}), 15: ('home.blocks.PolicyBlock', (), {}), 16: ('home.blocks.DataFactsBlock', (), {})}, verbose_name='text')),
                ('on', models.DateField(default=django.utils.timezone.localdate, verbose_name='date')),
                ('picture_alt', models.CharField(blank=True, help_text='What the picture shows, for people who can’t see it.', max_length=250, verbose_name='alt text')),
                ('people', models.CharField(help_text='As they want to be named.', max_length=160, verbose_name='who makes it')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('led', models.TextField(max_length=400, verbose_name='how people with lived experience lead it')),
                ('thanked', models.CharField(blank=True, max_length=200, verbose_name='how they are thanked or paid')),
                ('join', models.TextField(blank=True, max_length=300, verbose_name='how to join or get in touch')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ProjectsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, help_text='One or two short sentences.', max_length=400, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('callout', 5), ('quotation', 8), ('picture', 12), ('help', 14), ('policy', 15), ('data_facts', 16)], blank=True, block_lookup={0: ('home.blocks.HeadingBlock', (), {}), 1: ('home.blocks.RichText', (), {'template': 'home/blocks/text.html'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 3: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 4: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('kind', 2), ('title', 3), ('text', 4)]], {}), 6: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('story', 6), ('paragraph', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the picture shows, for people who can’t see it.', 'max_length': 250}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 160, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('picture', 9), ('alt', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'default': 'If you want to talk', 'max_length': 80}), 14: ('wagtail.blocks.StructBlock', [[('heading', 13)]], {}), 15: ('home.blocks.PolicyBlock', (), {}), 16: ('home.blocks.DataFactsBlock', (), {})}, verbose_name='text')),
                ('footer', models.CharField(blank=True, choices=[('help', 'Get help now'), ('part', 'Take part'), ('about', 'About')], default='about', max_length=8, verbose_name='linked at the foot under')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='SecondReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('source_at', models.DateTimeField(null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='StyleWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('sco', 'Scots'), ('gd', 'Gàidhlig'), ('ar', 'العربية'), ('bg', 'Български'), ('bn', 'বাংলা'), ('de', 'Deutsch'), ('es', 'Español'), ('fa', 'فارسی'), ('fr', 'Français'), ('hi', 'हिन्दी'), ('it', 'Italiano'), ('lt', 'Lietuvių'), ('lv', 'Latviešu'), ('pa', 'ਪੰਜਾਬੀ'), ('pl', 'Polski'), ('pt', 'Português'), ('ro', 'Română'), ('ru', 'Русский'), ('so', 'Soomaali'), ('ti', 'ትግርኛ'), ('tr', 'Türkçe'), ('uk', 'Українська'), ('ur', 'اردو'), ('zh-hans', '简体中文'), ('zh-hant', '繁體中文'), ('und', 'Another language')], default='en', max_length=12, verbose_name='language')),
                ('phrase', models.CharField(help_text='Found as whole words. Capital letters, accents and apostrophes make no difference.', max_length=60, verbose_name='word or phrase')),
                ('instead', models.CharField(help_text='As in: died by suicide.', max_length=120, verbose_name='kinder words')),
                ('why', models.CharField(blank=True, help_text='One short sentence, for the reader.', max_length=200, verbose_name='why')),
            ],
            options={
                'verbose_name': 'kinder word',
                'verbose_name_plural': 'kinder words',
                'ordering': ['language', 'phrase'],
            },
        ),
        migrations.CreateModel(
            name='SuggestionReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('text', models.CharField(help_text='Kind and exact. The author reads it.', max_length=200, verbose_name='reason')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='order')),
            ],
            options={
                'verbose_name': 'reason for a suggestion',
                'verbose_name_plural': 'reasons for suggestions',
                'ordering': ['order', 'text'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(allow_unicode=True, max_length=100, unique=True, verbose_name='slug')),
                ('hopeful', models.BooleanField(default=False, help_text='A story with this topic is offered after a hard one, as something hopeful to go to next.', verbose_name='gives hope')),
            ],
            options={
                'verbose_name': 'topic',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='WhatChangedPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, help_text='One or two short sentences.', max_length=400, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('callout', 5), ('quotation', 8), ('picture', 12), ('help', 14), ('policy', 15), ('data_facts', 16)], blank=True, block_lookup={0: ('home.blocks.HeadingBlock', (), {}), 1: ('home.blocks.RichText', (), {'template': 'home/blocks/text.html'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('tip', 'Good to know'), ('callout', 'Take care')]}), 3: ('wagtail.blocks.CharBlock', (), {'max_length': 80, 'required': False}), 4: ('wagtail.blocks.TextBlock', (), {'rows': 3}), 5: ('wagtail.blocks.StructBlock', [[('kind', 2), ('title', 3), ('text', 4)]], {}), 6: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['stories.StoryPage'], 'required': False}), 7: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Which paragraph of the story, counted from 1. Left empty: the quotation its author agreed to.', 'max_value': 200, 'min_value': 1, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('story', 6), ('paragraph', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'What the picture shows, for people who can’t see it.', 'max_length': 250}), 11: ('wagtail.blocks.CharBlock', (), {'max_length': 160, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('picture', 9), ('alt', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'default': 'If you want to talk', 'max_length': 80}), 14: ('wagtail.blocks.StructBlock', [[('heading', 13)]], {}), 15: ('home.blocks.PolicyBlock', (), {}), 16: ('home.blocks.DataFactsBlock', (), {})}, verbose_name='text')),
                ('footer', models.CharField(blank=True, choices=[('help', 'Get help now'), ('part', 'Take part'), ('about', 'About')], default='about', max_length=8, verbose_name='linked at the foot under')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('changes', wagtail.fields.StreamField([('change', 6)], blank=True, block_lookup={0: ('wagtail.blocks.TextBlock', (), {'label': 'You said', 'rows': 2}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Who, or how many', 'max_length': 120}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'What we changed', 'required': False, 'rows': 3}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'What we did not change, and why', 'required': False, 'rows': 3}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'What is next, and when', 'max_length': 200, 'required': False}), 5: ('wagtail.blocks.DateBlock', (), {'label': 'Date'}), 6: ('wagtail.blocks.StructBlock', [[('said', 0), ('by', 1), ('changed', 2), ('why_not', 3), ('next_step', 4), ('on', 5)]], {})}, verbose_name='changes')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ConcernWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('sco', 'Scots'), ('gd', 'Gàidhlig'), ('ar', 'العربية'), ('bg', 'Български'), ('bn', 'বাংলা'), ('de', 'Deutsch'), ('es', 'Español'), ('fa', 'فارسی'), ('fr', 'Français'), ('hi', 'हिन्दी'), ('it', 'Italiano'), ('lt', 'Lietuvių'), ('lv', 'Latviešu'), ('pa', 'ਪੰਜਾਬੀ'), ('pl', 'Polski'), ('pt', 'Português'), ('ro', 'Română'), ('ru', 'Русский'), ('so', 'Soomaali'), ('ti', 'ትግርኛ'), ('tr', 'Türkçe'), ('uk', 'Українська'), ('ur', 'اردو'), ('zh-hans', '简体中文'), ('zh-hant', '繁體中文'), ('und', 'Another language')], default='en', max_length=12, verbose_name='language')),
                ('phrase', models.CharField(help_text='Found as whole words. Capital letters, accents and apostrophes make no difference.', max_length=60, verbose_name='word or phrase')),
            ],
            options={
                'verbose_name': 'word of concern',
                'verbose_name_plural': 'words of concern',
                'ordering': ['language', 'phrase'],
                'constraints': [models.UniqueConstraint(fields=('language', 'phrase'), name='one_concern_word')],
            },
        ),
        migrations.CreateModel(
            name='ContentNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('key', models.SlugField(help_text='Never changed: stories name it.', max_length=40, verbose_name='key')),
                ('text', models.CharField(help_text='As in: this story mentions anxiety.', max_length=80, verbose_name='text')),
                ('detail', models.CharField(blank=True, help_text='As in: it does not describe harm.', max_length=160, verbose_name='detail')),
                ('heavy', models.BooleanField(default=False, help_text='Champions who have read such a story are shown help, a call and a break at once.', verbose_name='hard to read')),
                ('minds_numbers', models.BooleanField(default=False, help_text='Where a story mentions this, its readers are shown each number: a weight or an amount can harm.', verbose_name='numbers need care')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'ordering': ['text'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CrisisWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('phrase', models.CharField(help_text='In small letters, as somebody in distress would type it.', max_length=60, verbose_name='word or phrase')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'word of crisis',
                'verbose_name_plural': 'words of crisis',
                'ordering': ['phrase'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=60, verbose_name='our word')),
                ('language', models.CharField(choices=[('en', 'English'), ('sco', 'Scots'), ('gd', 'Gàidhlig'), ('ar', 'العربية'), ('bg', 'Български'), ('bn', 'বাংলা'), ('de', 'Deutsch'), ('es', 'Español'), ('fa', 'فارسی'), ('fr', 'Français'), ('hi', 'हिन्दी'), ('it', 'Italiano'), ('lt', 'Lietuvių'), ('lv', 'Latviešu'), ('pa', 'ਪੰਜਾਬੀ'), ('pl', 'Polski'), ('pt', 'Português'), ('ro', 'Română'), ('ru', 'Русский'), ('so', 'Soomaali'), ('ti', 'ትግርኛ'), ('tr', 'Türkçe'), ('uk', 'Українська'), ('ur', 'اردو'), ('zh-hans', '简体中文'), ('zh-hant', '繁體中文'), ('und', 'Another language')], max_length=12, verbose_name='language')),
                ('translation', models.CharField(max_length=80, verbose_name='how we say it')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='why, or when not')),
            ],
            options={
                'verbose_name': 'word of the glossary',
                'verbose_name_plural': 'glossary for translators',
                'ordering': ['language', 'term'],
                'constraints': [models.UniqueConstraint(fields=('term', 'language'), name='one_translation_per_term')],
            },
        ),
        migrations.CreateModel(
            name='HelpLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('about', models.TextField(blank=True, max_length=300, verbose_name='what it is for')),
                ('phone', models.CharField(blank=True, help_text='As people write it: 0800 1111.', max_length=30, verbose_name='phone')),
                ('text_number', models.CharField(blank=True, max_length=20, verbose_name='number to text')),
                ('text_keyword', models.CharField(blank=True, max_length=20, verbose_name='word to text')),
                ('ages_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='from age')),
                ('ages_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='to age')),
                ('hours', models.CharField(blank=True, help_text='As in: day and night.', max_length=120, verbose_name='hours')),
                ('languages', models.CharField(blank=True, max_length=120, verbose_name='languages')),
                ('free', models.BooleanField(default=True, verbose_name='free to call or text')),
                ('web', models.URLField(blank=True, verbose_name='web address')),
                ('bar_text', models.CharField(blank=True, help_text='Left empty: its name and number.', max_length=60, verbose_name='words in the bar')),
                ('shown_in_bar', models.BooleanField(default=False, verbose_name='shown in the bar of every page')),
                ('order', models.PositiveSmallIntegerField(default=50, help_text='Low numbers come first.', verbose_name='order')),
                ('notes', home.fields.NotesField(blank=True, default=list, help_text='A story that mentions this shows the line too, after those for everybody.', verbose_name='beside stories that mention')),
                ('last_checked', models.DateField(blank=True, null=True, verbose_name='last checked')),
                ('next_check', models.DateField(blank=True, null=True, verbose_name='next check')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'help line',
                'verbose_name_plural': 'help lines',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('text', models.CharField(help_text='One or two short sentences: what happened, and what people can do. Everyone who visits reads it.', max_length=240, verbose_name='what everyone should read')),
                ('starts_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='shown from')),
                ('ends_at', models.DateTimeField(help_text='It goes by itself. A minute sooner or later is usual.', verbose_name='shown until')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'notice on every page',
                'verbose_name_plural': 'notices on every page',
                'ordering': ['-ends_at'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('sha256', models.CharField(editable=False, max_length=64)),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
            ],
            options={
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
    ]
