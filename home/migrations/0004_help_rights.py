"""Four help lines, the plain pages and the words of crisis of a fresh site, and what editors may do with them."""

import datetime
import json
import uuid

from django.conf import settings
from django.db import migrations
from django.utils import timezone
from django.utils.http import int_to_base36

from ._words import CRISIS, HOME, LINES, PAGES

SNIPPETS = {"helpline": ("add", "change", "delete"), "crisisword": ("add", "change", "delete")}


def make_all(apps, schema_editor):
    locale = apps.get_model("wagtailcore", "Locale").objects.get(language_code=settings.LANGUAGE_CODE)
    for line in LINES:
        apps.get_model("home", "HelpLine").objects.create(
            locale=locale,
            shown_in_bar=True,
            **line,  # no date: nobody has called them for this site yet
        )
    for phrase in CRISIS:
        apps.get_model("home", "CrisisWord").objects.create(locale=locale, phrase=phrase)
    _let_editors_keep_snippets(apps)
    home = apps.get_model("home", "HomePage").objects.get(locale=locale)
    pages = [_make_page(apps, home, *words) for words in PAGES]
    _fill_home(home, changes=pages[-1])
    _let_editors(apps, home, "change")
    for page in pages:
        _let_editors(apps, page, "add", "change", "publish")


def _stream(blocks) -> str:
    return json.dumps([{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in blocks])


def _make_page(apps, home, kind, slug, title, intro, blocks, footer):
    Page = apps.get_model("wagtailcore", "Page")
    ContentType = apps.get_model("contenttypes", "ContentType")
    content_type, _made = ContentType.objects.get_or_create(app_label="home", model=kind)
    last = Page.objects.filter(path__startswith=home.path, depth=3).order_by("path").last()
    step = int(last.path[-4:], 36) + 1 if last else 1
    page = apps.get_model("home", kind).objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        content_type=content_type,
        path=home.path + int_to_base36(step).upper().zfill(4),
        depth=3,
        numchild=0,
        url_path=f"{home.url_path}{slug}/",
        locale=home.locale,
        show_in_menus=kind == "whatchangedpage",
        search_description=intro,
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
        intro=intro,
        body=_stream(blocks),
        footer=footer,
        review_on=timezone.localdate() + datetime.timedelta(days=365),
    )
    Page.objects.filter(pk=home.pk).update(numchild=Page.objects.filter(path__startswith=home.path, depth=3).count())
    return page


def _fill_home(home, changes):
    words = dict(HOME)
    words["pack"]["changes"] = changes.pk
    home.refresh_from_db()
    home.body = _stream(words.items())
    home.search_description = words["hero"]["text"]
    home.first_published_at = home.last_published_at = timezone.now()
    home.save()


def _let_editors_keep_snippets(apps):
    editors = apps.get_model("auth", "Group").objects.get(name="Editors")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for model, verbs in SNIPPETS.items():
        kind, _made = ContentType.objects.get_or_create(app_label="home", model=model)
        for verb in verbs:
            editors.permissions.add(_permission(apps, kind, f"{verb}_{model}"))


def _let_editors(apps, page, *verbs):
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtailcore", model="page"
    )
    for verb in verbs:
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=apps.get_model("auth", "Group").objects.get(name="Editors"),
            page_id=page.pk,
            permission=_permission(apps, kind, f"{verb}_page"),
        )


def _permission(apps, kind, codename):
    permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return permission


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_first_page"),
        ("people", "0002_roles"),
        ("stories", "0002_stories_index"),
    ]
    operations = [migrations.RunPython(make_all, migrations.RunPython.noop)]
