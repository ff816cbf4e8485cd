"""The first words of the glossary for translators, and who keeps it: editors and translators."""

from django.db import migrations

from ._glossary import GLOSSARY


def make_glossary(apps, schema_editor):
    for language, words in GLOSSARY.items():
        for term, translation in words.items():
            values = {"translation": translation}
            apps.get_model("home", "GlossaryTerm").objects.get_or_create(language=language, term=term, defaults=values)
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="home", model="glossaryterm"
    )
    for verb in ("add", "change", "delete"):
        right, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind,
            codename=f"{verb}_glossaryterm",
            defaults={"name": f"Can {verb} word of the glossary"},
        )
        for group in apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Translators"]):
            group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0010_search_index"),
        ("people", "0002_roles"),
    ]
    operations = [migrations.RunPython(make_glossary, migrations.RunPython.noop)]
