"""How long the words of a closed worry are kept, to begin with: six years."""

from django.db import migrations


def make_row(apps, schema_editor):
    apps.get_model("stories", "Retention").objects.get_or_create(state="concern", defaults={"days": 2192})


class Migration(migrations.Migration):
    dependencies = [("stories", "0004_retention")]
    operations = [migrations.RunPython(make_row, migrations.RunPython.noop)]
