"""The rota’s rules as one row; safeguarding keeps both, administrators look at the rota and may change the rules."""

from django.db import migrations

RIGHTS = {
    "Safeguarding": ["add_shift", "change_shift", "delete_shift", "view_shift", "change_rota"],
    "Administrators": ["view_shift", "change_rota"],
}


def give_rights(apps, schema_editor):
    apps.get_model("safeguarding", "Rota").objects.create()
    for name, rights in RIGHTS.items():
        group = apps.get_model("auth", "Group").objects.get(name=name)
        for right in rights:
            model = right.partition("_")[2]
            kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
                app_label="safeguarding", model=model
            )
            permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=kind, codename=right, defaults={"name": f"Can {right.replace('_', ' ')}"}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0002_entries_stay"), ("people", "0002_roles")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
