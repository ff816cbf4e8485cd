import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="uploaded_by_user",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to=settings.AUTH_USER_MODEL,
                verbose_name="uploaded by user",
            ),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="picture",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="home.picture"
            ),
        ),
        migrations.AddField(
            model_name="picturerendition",
            name="image",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="renditions", to="home.picture"
            ),
        ),
        migrations.AddField(
            model_name="projectpage",
            name="picture",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="home.picture"
            ),
        ),
        migrations.AddField(
            model_name="secondreading",
            name="page",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="second_readings",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="secondreading",
            name="reader",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="styleword",
            constraint=models.UniqueConstraint(fields=("language", "phrase"), name="one_kinder_word"),
        ),
        migrations.AddField(
            model_name="suggestionreason",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="helpline",
            name="topics",
            field=models.ManyToManyField(blank=True, related_name="help_lines", to="home.topic", verbose_name="topics"),
        ),
        migrations.AddConstraint(
            model_name="contentnote",
            constraint=models.UniqueConstraint(fields=("key", "locale"), name="one_note_per_key"),
        ),
        migrations.AlterUniqueTogether(
            name="contentnote",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="crisisword",
            constraint=models.UniqueConstraint(fields=("phrase", "locale"), name="one_crisis_word"),
        ),
        migrations.AlterUniqueTogether(
            name="crisisword",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="notice_ends_after_start"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="notice",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="picturerendition",
            constraint=models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_per_filter"
            ),
        ),
        migrations.AddConstraint(
            model_name="secondreading",
            constraint=models.UniqueConstraint(fields=("page", "digest"), name="one_reading_per_translated_text"),
        ),
        migrations.AlterUniqueTogether(
            name="suggestionreason",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="helpline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("phone", ""), _negated=True),
                    models.Q(("text_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="help_line_can_be_reached",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ages_from", None), ("ages_to", None), ("ages_to__gte", models.F("ages_from")), _connector="OR"
                ),
                name="help_line_ages_in_order",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="helpline",
            unique_together={("translation_key", "locale")},
        ),
    ]
