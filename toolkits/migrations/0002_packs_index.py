"""The index of packs of the first language, under home, where editors add, change and publish."""

from django.db import migrations

RIGHTS = {"add_page": "Can add page", "change_page": "Can change page", "publish_page": "Can publish any page"}


def make_index(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    home = apps.get_model("home", "HomePage").objects.order_by("path").first()
    kind, _made = ContentType.objects.get_or_create(app_label="toolkits", model="packsindexpage")
    index = apps.get_model("toolkits", "PacksIndexPage").objects.create(
        title="For schools",
        draft_title="For schools",
        slug="packs",
        content_type=kind,
        path=f"{home.path}{home.numchild + 1:04d}",
        depth=3,
        numchild=0,
        url_path=f"{home.url_path}packs/",
        locale=home.locale,
        show_in_menus=True,
        introduction="Lessons on mental health and stigma. Free, with no account and no pupil data.",
    )
    apps.get_model("wagtailcore", "Page").objects.filter(pk=home.pk).update(numchild=home.numchild + 1)
    _let_editors_in(apps, index, ContentType)


def _let_editors_in(apps, index, ContentType):
    Permission = apps.get_model("auth", "Permission")
    editors = apps.get_model("auth", "Group").objects.get(name="Editors")
    kind, _made = ContentType.objects.get_or_create(app_label="wagtailcore", model="page")
    for codename, name in RIGHTS.items():
        right, _made = Permission.objects.get_or_create(content_type=kind, codename=codename, defaults={"name": name})
        apps.get_model("wagtailcore", "GroupPagePermission").objects.create(
            group=editors, page_id=index.pk, permission=right
        )


class Migration(migrations.Migration):
    dependencies = [
        ("toolkits", "0001_initial"),
        ("stories", "0002_stories_index"),
        ("people", "0002_roles"),
        ("home", "0003_first_page"),
    ]
    operations = [migrations.RunPython(make_index, migrations.RunPython.noop)]
