"""How long each state is kept, to begin with; administrators may change it."""

from django.db import migrations

DAYS = {"draft": 30, "asked": 180, "declined": 90, "ended": 30}


def make_rows(apps, schema_editor):
    for state, days in DAYS.items():
        apps.get_model("stories", "Retention").objects.get_or_create(state=state, defaults={"days": days})
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="stories", model="retention"
    )
    administrators = apps.get_model("auth", "Group").objects.filter(name="Administrators").first()
    for verb in ("change", "view"):
        permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{verb}_retention", defaults={"name": f"Can {verb} retention"}
        )
        if administrators:
            administrators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("stories", "0003_sharing")]
    operations = [migrations.RunPython(make_rows, migrations.RunPython.noop)]
