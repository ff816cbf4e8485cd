"""The privacy notice for adults says what is held and on what ground: the block that shows it, before what one can ask for."""

import uuid

from django.db import migrations

HEADING, BEFORE = "What we hold, and why", "What you can ask for"


def add_block(apps, schema_editor):
    page = apps.get_model("home", "PlainPage").objects.filter(slug="privacy-adults").first()
    rows = list(page.body.raw_data) if page else []
    if not rows or any(row["type"] == "data_facts" for row in rows):
        return
    place = next((number for number, row in enumerate(rows) if row["value"] == BEFORE), len(rows))
    rows[place:place] = [
        {"type": "heading", "value": HEADING, "id": str(uuid.uuid4())},
        {"type": "data_facts", "value": None, "id": str(uuid.uuid4())},
    ]
    page.body = type(page.body)(page.body.stream_block, rows, is_lazy=True)
    page.save(update_fields=["body"])


class Migration(migrations.Migration):
    dependencies = [("home", "0007_how_we_read")]
    operations = [migrations.RunPython(add_block, migrations.RunPython.noop)]
