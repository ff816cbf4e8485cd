"""Editors and safeguarding put notices on every page and take them off. Needs the table of home's own migrations."""

from django.db import migrations

ROLES = ("Editors", "Safeguarding", "Administrators")


def let_them(apps, schema_editor):
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="home", model="notice")
    for verb in ("add", "change", "delete"):
        right, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{verb}_notice", defaults={"name": f"Can {verb} notice on every page"}
        )
        for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
            group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("home", "0008_privacy_facts"), ("people", "0002_roles")]
    operations = [migrations.RunPython(let_them, migrations.RunPython.noop)]
