"""What an author is asked in my story, each use apart: English, version 1. And what ending each of them can't undo."""

import datetime

from django.db import migrations

APPROVED = datetime.datetime(2026, 11, 25, 9, tzinfo=datetime.UTC)
LATER = {
    "pack": (
        "I agree that my story is used in packs for schools. Teachers read it with pupils, show it on a board or print "
        "it. The words stay exactly as they are on my page.",
        "Your story leaves every pack on this site at once. Schools that downloaded or printed a pack before still "
        "have it. We can’t get those copies back.",
    ),
    "social": (
        "I agree that Golden Thread shows words from my story on its own social media, with a link to my page. "
        "My name is never added.",
        "We delete our own posts about your story. What others have copied, shared or saved is beyond our reach.",
    ),
    "press": (
        "I agree that Golden Thread shows my published story to newspapers, radio and TV. They may quote from it. "
        "Nobody gets my name or how to reach me.",
        "We show it to nobody else from then on. We ask those who have it not to use it again. What has been printed or "
        "sent out can’t be called back.",
    ),
    "training": (
        "I agree that my published story is used to train Golden Thread’s volunteers and staff. "
        "They read it together and talk about it.",
        "We take it out of our training at once. People who have read it may remember it.",
    ),
    "translation": (
        "I agree that my story is translated, so that more people can read it. A person translates it, not a machine. "
        "Each translation says that it is one.",
        "Every translation of your story on this site goes down at once. Copies that people made are beyond our reach.",
    ),
    "details": (
        "I agree that the end of my page says how many changes were suggested and how many of them I used. "
        "It never says what they were.",
        "Your page stops saying it at once. Somebody may have read it before.",
    ),
}
ENDINGS = {
    "health": "Without it we may not keep what you wrote. So ending it means taking your story back: all of it is "
    "deleted.",
    "publish": "Your page goes down at once. You can say yes again within the time we tell you, and it is back. After "
    "that time everything is deleted. Copies that people made, or that a search engine keeps for a while, are beyond "
    "our reach.",
}


def write_wordings(apps, schema_editor):
    wording = apps.get_model("privacy", "ConsentWording").objects
    for use, (text, ending) in LATER.items():
        defaults = {"text": text, "ending": ending, "approved_at": APPROVED}
        wording.get_or_create(use=use, language="en", version=1, defaults=defaults)
    for use, ending in ENDINGS.items():
        wording.filter(use=use, language="en", version=1, ending="").update(ending=ending)


class Migration(migrations.Migration):
    dependencies = [("privacy", "0002_wording")]
    operations = [migrations.RunPython(write_wordings, migrations.RunPython.noop)]
