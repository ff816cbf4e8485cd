"""What an author is asked before sending: English, version 1. Later versions are added, never put in its place."""

import datetime

from django.db import migrations

APPROVED = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
HEALTH = (
    "I agree that Golden Thread keeps what I wrote, and that its trained volunteers and staff read it. "
    "I know that it may be information about my mental health. "
    "I can change my mind at any time, and then it is erased."
)
PUBLISH = (
    "I agree that my story is published on this website, where anyone can read it. "
    "Before that I see the page exactly as it will be, and nothing happens until I say yes. "
    "I can take my story back at any time, and I don’t need to say why."
)


def write_wording(apps, schema_editor):
    wording = apps.get_model("privacy", "ConsentWording").objects
    for use, text in (("health", HEALTH), ("publish", PUBLISH)):
        wording.get_or_create(use=use, language="en", version=1, defaults={"text": text, "approved_at": APPROVED})


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]
    operations = [migrations.RunPython(write_wording, migrations.RunPython.noop)]
