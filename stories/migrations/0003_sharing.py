"""What is decided about sharing, as one row; safeguarding and administrators may change it."""

from django.db import migrations

MAY_CHANGE = ("Safeguarding", "Administrators")


def make_row(apps, schema_editor):
    apps.get_model("stories", "Sharing").objects.create()
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="stories", model="sharing"
    )
    change, _made = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="change_sharing", defaults={"name": "Can change sharing"}
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=MAY_CHANGE):
        group.permissions.add(change)


class Migration(migrations.Migration):
    dependencies = [("stories", "0002_stories_index")]
    operations = [migrations.RunPython(make_row, migrations.RunPython.noop)]
