"""The workflow "Story review" with its four steps; Wagtail's "Moderators approval" goes."""

from django.db import migrations

STEPS = [
    ("championreviewtask", "ChampionReviewTask", "Champions read", 10),
    ("preparetask", "PrepareTask", "Editor prepares", 7),
    ("authorsealtask", "AuthorSealTask", "Author decides", 90),
    ("publishtask", "PublishTask", "Editor publishes", 5),
]


def make_workflow(apps, schema_editor):
    Workflow = apps.get_model("wagtailcore", "Workflow")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Workflow.objects.all().delete()
    apps.get_model("wagtailcore", "Task").objects.all().delete()
    workflow = Workflow.objects.create(name="Story review")
    for order, (model, name, label, days) in enumerate(STEPS):
        kind, _made = ContentType.objects.get_or_create(app_label="review", model=model)
        task = apps.get_model("review", name).objects.create(name=label, days=days, content_type=kind)
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(make_workflow, migrations.RunPython.noop)]
