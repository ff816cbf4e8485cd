"""The stories index of the first language, under "Story review", open to editors for changes only."""

from django.db import migrations


def make_index(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Page = apps.get_model("wagtailcore", "Page")
    home = apps.get_model("home", "HomePage").objects.get()
    kind, _made = ContentType.objects.get_or_create(app_label="stories", model="storiesindexpage")
    index = apps.get_model("stories", "StoriesIndexPage").objects.create(
        title="Stories",
        draft_title="Stories",
        slug="stories",
        content_type=kind,
        path=f"{home.path}{home.numchild + 1:04d}",
        depth=3,
        numchild=0,
        url_path=f"{home.url_path}stories/",
        locale=home.locale,
        show_in_menus=True,
    )
    Page.objects.filter(pk=home.pk).update(numchild=home.numchild + 1)
    workflow = apps.get_model("wagtailcore", "Workflow").objects.get(name="Story review")
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(workflow=workflow, page_id=index.pk)
    page_kind, _made = ContentType.objects.get_or_create(app_label="wagtailcore", model="page")
    change, _made = Permission.objects.get_or_create(
        content_type=page_kind, codename="change_page", defaults={"name": "Can change page"}
    )
    apps.get_model("wagtailcore", "GroupPagePermission").objects.create(
        group=apps.get_model("auth", "Group").objects.get(name="Editors"), page_id=index.pk, permission=change
    )


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0001_initial"),
        ("home", "0003_first_page"),
        ("people", "0002_roles"),
        ("review", "0002_story_review"),
    ]
    operations = [migrations.RunPython(make_index, migrations.RunPython.noop)]
