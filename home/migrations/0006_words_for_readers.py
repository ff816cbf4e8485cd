"""The first kinder words and reasons for those who read stories, notes whose numbers need care; editors keep them."""

from django.conf import settings
from django.db import migrations

from ._readers import KINDER, REASONS

KEPT = {"styleword": "kinder word", "suggestionreason": "reason for a suggestion"}


def make_lists(apps, schema_editor):
    for phrase, instead, why in KINDER:
        defaults = {"instead": instead, "why": why}
        apps.get_model("home", "StyleWord").objects.get_or_create(language="en", phrase=phrase, defaults=defaults)
    locale = apps.get_model("wagtailcore", "Locale").objects.get(language_code=settings.LANGUAGE_CODE)
    for place, text in enumerate(REASONS, start=1):
        defaults = {"order": 10 * place}
        apps.get_model("home", "SuggestionReason").objects.get_or_create(locale=locale, text=text, defaults=defaults)
    apps.get_model("home", "ContentNote").objects.filter(key="eating").update(minds_numbers=True)
    _let_editors_keep(apps)


def _let_editors_keep(apps):
    editors = apps.get_model("auth", "Group").objects.get(name="Editors")
    for model, name in KEPT.items():
        kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="home", model=model)
        for verb in ("add", "change", "delete"):
            right, _made = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=kind, codename=f"{verb}_{model}", defaults={"name": f"Can {verb} {name}"}
            )
            editors.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0005_concern_words"),
        ("people", "0002_roles"),
    ]
    operations = [migrations.RunPython(make_lists, migrations.RunPython.noop)]
