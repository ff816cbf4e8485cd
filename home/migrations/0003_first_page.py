"""The home page of the first language, in place of Wagtail's welcome page."""

from django.conf import settings
from django.db import migrations


def make_home(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Locale = apps.get_model("wagtailcore", "Locale")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page.objects.filter(depth=2).delete()
    locale, _made = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    kind, _made = ContentType.objects.get_or_create(app_label="home", model="homepage")
    home = apps.get_model("home", "HomePage").objects.create(
        title=settings.SITE_NAME,
        draft_title=settings.SITE_NAME,
        slug="home",
        content_type=kind,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=locale,
    )
    Page.objects.filter(depth=1).update(numchild=1)
    apps.get_model("wagtailcore", "Site").objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": settings.SITE_NAME},
    )


class Migration(migrations.Migration):
    dependencies = [("home", "0002_initial"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(make_home, migrations.RunPython.noop)]
