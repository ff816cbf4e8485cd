"""Administrators add wordings, approve them, and see who agreed to which version. Nobody deletes one in the admin."""

from django.db import migrations


def let_administrators(apps, schema_editor):
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="privacy", model="consentwording"
    )
    administrators = apps.get_model("auth", "Group").objects.get(name="Administrators")
    for verb in ("add", "change", "view"):
        permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{verb}_consentwording", defaults={"name": f"Can {verb} consent wording"}
        )
        administrators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_roles"), ("privacy", "0002_wording")]
    operations = [migrations.RunPython(let_administrators, migrations.RunPython.noop)]
