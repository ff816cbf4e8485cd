"""The kinds of data the site holds, to begin with; administrators change them, and what stands beside them."""

from django.db import migrations

KINDS = (
    (
        "Your story, pictures and recordings",
        "To read it with care and, if you say yes to the very page, to publish it.",
        ("consent", "explicit"),
        "Until you take it back, or your yes ends. A story you began and did not send: 30 days.",
    ),
    (
        "Your age, as a range",
        "Because different people may read a story by somebody under 18.",
        ("legal", "safeguarding"),
        "As long as the story.",
    ),
    (
        "How to reach you",
        "To answer you, and to find you if you are in danger.",
        ("consent", "explicit"),
        "As long as the story. Locked apart from it.",
    ),
    (
        "What you said yes to, and when",
        "To show that you agreed, with the words that were on your screen.",
        ("legal", ""),
        "Kept after the story is gone, without a word of it and without your name.",
    ),
    (
        "Messages between you and us",
        "To answer questions about your story.",
        ("consent", "explicit"),
        "As long as the story.",
    ),
    (
        "Worries about somebody’s safety",
        "To keep people safe, and to show what we did.",
        ("vital", "safeguarding"),
        "As long as the story. If one is open when you take your story back, until it is closed.",
    ),
    (
        "Complaints, and reports about a page",
        "To put right what is wrong.",
        ("legal", ""),
        "Complaints: a year after they are settled. Reports: 180 days.",
    ),
    (
        "Who of us opened what, and when",
        "So that nobody reads more than their work asks for.",
        ("legitimate", ""),
        "As long as the site. It holds no word of a story.",
    ),
    (
        "Accounts of staff and volunteers",
        "So that the right people read, and only they.",
        ("legitimate", ""),
        "As long as they work with us, and where the record of what they did has to stay.",
    ),
)
RIGHTS = (
    *(f"{verb}_datakind" for verb in ("add", "change", "delete", "view")),
    "change_dataprotection",
)


def write_kinds(apps, schema_editor):
    apps.get_model("privacy", "DataProtection").objects.create()
    kinds = apps.get_model("privacy", "DataKind").objects
    for place, (name, purpose, (basis, condition), kept) in enumerate(KINDS, start=1):
        rest = {"purpose": purpose, "basis": basis, "condition": condition, "kept": kept, "order": 10 * place}
        kinds.get_or_create(name=name, defaults=rest)


def let_administrators(apps, schema_editor):
    administrators = apps.get_model("auth", "Group").objects.get(name="Administrators")
    for right in RIGHTS:
        kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="privacy", model=right.partition("_")[2]
        )
        permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=right, defaults={"name": f"Can {right.replace('_', ' ')}"}
        )
        administrators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("privacy", "0004_log_stays"), ("people", "0003_wording_rights")]
    operations = [
        migrations.RunPython(write_kinds, migrations.RunPython.noop),
        migrations.RunPython(let_administrators, migrations.RunPython.noop),
    ]
