"""The first words of concern; safeguarding keeps the list."""

from django.db import migrations

from ._concerns import CONCERNS


def make_words(apps, schema_editor):
    for language, phrases in CONCERNS.items():
        for phrase in phrases:
            apps.get_model("home", "ConcernWord").objects.get_or_create(language=language, phrase=phrase)
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="home", model="concernword"
    )
    keepers = apps.get_model("auth", "Group").objects.get(name="Safeguarding")
    for verb in ("add", "change", "delete"):
        right, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{verb}_concernword", defaults={"name": f"Can {verb} word of concern"}
        )
        keepers.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_help_rights"),
        ("people", "0002_roles"),
    ]
    operations = [migrations.RunPython(make_words, migrations.RunPython.noop)]
