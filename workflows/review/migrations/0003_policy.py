"""The first version of the moderation policy; editors write and approve the next."""

import datetime

from django.db import migrations

from ._policy import POLICY

APPROVED = datetime.datetime(2026, 11, 25, 9, tzinfo=datetime.UTC)


def write_policy(apps, schema_editor):
    words = {key: question for key, (question, _points) in POLICY.items()}
    words |= {f"{key}_points": "\n".join(points) for key, (_question, points) in POLICY.items()}
    apps.get_model("review", "Policy").objects.get_or_create(
        language="en", version=1, defaults={**words, "approved_at": APPROVED}
    )
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="review", model="policy"
    )
    editors = apps.get_model("auth", "Group").objects.get(name="Editors")
    for verb in ("add", "change", "delete"):
        right, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{verb}_policy", defaults={"name": f"Can {verb} moderation policy"}
        )
        editors.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("review", "0002_story_review"), ("people", "0002_roles")]
    operations = [migrations.RunPython(write_policy, migrations.RunPython.noop)]
