"""The database itself refuses to change an entry of a record, whoever asks it."""

from django.db import migrations

from workflows.privacy.triggers import keep_as_written, let_change

TABLE = "safeguarding_concernentry"


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0001_initial")]
    operations = [migrations.RunPython(keep_as_written(TABLE), let_change(TABLE))]
