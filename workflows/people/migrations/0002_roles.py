"""One group for each role, with the rights of the design's table and no others; page rights follow by section."""

from django.db import migrations

ADMIN = ["wagtailadmin.admin.access_admin"]
RIGHTS = {
    "Champions": [],
    "Safeguarding": [*ADMIN, *[f"people.qualification.{verb}_qualification" for verb in ("add", "change", "view")]],
    "Editors": [
        *ADMIN,
        *[
            f"home.{model}.{verb}_{model}"
            for model in ("contentnote", "helpline", "topic")
            for verb in ("add", "change")
        ],
    ],
    "Translators": [*ADMIN, "wagtail_localize.translation.submit_translation"],
    "Delivery team": [],
    "Administrators": [
        *ADMIN,
        *[f"people.user.{verb}_user" for verb in ("add", "change", "delete", "view")],
        *[
            f"people.{model}.{verb}_{model}"
            for model in ("champion", "qualification")
            for verb in ("add", "change", "delete", "view")
        ],
        *[f"wagtailcore.{model}.{verb}_{model}" for model in ("workflow", "task") for verb in ("add", "change")],
        *[f"wagtailcore.locale.{verb}_locale" for verb in ("add", "change")],
    ],
}
FILES = {"wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image"} | {
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
}


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group.objects.all().delete()  # Wagtail's own Moderators and Editors have rights over everything
    for name, rights in RIGHTS.items():
        group = Group.objects.create(name=name)
        for right in rights:
            app, model, codename = right.split(".")
            kind, _made = ContentType.objects.get_or_create(app_label=app, model=model)
            permission, _made = Permission.objects.get_or_create(
                content_type=kind, codename=codename, defaults={"name": codename.replace("_", " ").capitalize()}
            )
            group.permissions.add(permission)
    _let_editors_choose_files(apps, Group.objects.get(name="Editors"), Permission)


def _let_editors_choose_files(apps, editors, Permission):
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for right in FILES:
        app, codename = right.split(".")
        for permission in Permission.objects.filter(content_type__app_label=app, codename=codename):
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.create(
                group=editors, collection=root, permission=permission
            )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("home", "0003_first_page"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
