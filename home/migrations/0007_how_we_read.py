"""The public page that shows the moderation policy of today, kept by editors as the other plain pages are."""

from importlib import import_module

from django.conf import settings
from django.db import migrations

from ._readers import HOW_WE_READ


def make_page(apps, schema_editor):
    plain = import_module("home.migrations.0004_help_rights")
    home = apps.get_model("home", "HomePage").objects.get(locale__language_code=settings.LANGUAGE_CODE)
    page = plain._make_page(apps, home, *HOW_WE_READ)
    plain._let_editors(apps, page, "add", "change", "publish")


class Migration(migrations.Migration):
    dependencies = [("home", "0006_words_for_readers")]
    operations = [migrations.RunPython(make_page, migrations.RunPython.noop)]
