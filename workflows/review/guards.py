"""The gate below every way of saving and deleting: whatever calls, a story goes up sealed or not at all."""

from django.db import transaction
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, Task, Workflow, WorkflowTask

from workflows.privacy.permits import Permit

from .errors import NotOnStories, Refused
from .sealable import Sealable, sealable_models
from .steps import AuthorSealTask, ChampionReviewTask, PublishTask

KEPT = (ChampionReviewTask, AuthorSealTask, PublishTask)  # steps that stand behind one of the twelve rules
removing = Permit("removing")  # to delete sealable pages: taking back and erasing have it, nothing else


def connect() -> None:
    """Set the guards, each on its own models alone: a guard on all would slow every deletion of the site."""
    for model in sealable_models():
        pre_save.connect(refuse_unsealed_pages, sender=model)
        pre_delete.connect(refuse_deletion, sender=model)
    pre_save.connect(refuse_unsealed_pages, sender=Page)
    pre_save.connect(refuse_timers, sender=Revision)
    pre_save.connect(refuse_translating, sender="wagtail_localize.TranslationSource")
    for model in (Task, *KEPT, Workflow):
        pre_save.connect(refuse_switching_off, sender=model)
    for model in (*KEPT, WorkflowTask):
        pre_delete.connect(refuse_losing_a_step, sender=model)


def refuse_unsealed_pages(sender, instance, raw, update_fields, **kwargs):
    """Check a story however it is saved, as itself or as a plain Page; refuse fixtures, which carry no one's yes."""
    model = sender if issubclass(sender, Sealable) else _sealable_model(instance)
    if model is None:
        return
    if raw:
        raise NotOnStories
    with transaction.atomic():
        model.refuse_unsealed(instance, update_fields)


def refuse_deletion(sender, **kwargs):
    """Refuse to delete a story, or a parent with stories in it, unless our own action asked."""
    if not removing.is_given():
        raise NotOnStories(_("Stories are not deleted here, nor is a page above them. Their authors take them back."))


def refuse_timers(sender, instance, **kwargs):
    """Refuse Wagtail's own schedule on a draft of a story: one stray row would stop it for every other page."""
    if instance.approved_go_live_at and issubclass(instance.content_type.model_class(), Sealable):
        raise NotOnStories


def refuse_translating(sender, instance, **kwargs):
    """Keep the words out of the translation tables until their authors can be asked."""
    if issubclass(instance.specific_content_type.model_class(), Sealable):
        raise NotOnStories(_("Stories can’t be translated here yet. Their authors are asked first."))


def refuse_switching_off(sender, instance, **kwargs):
    """Keep the steps that a rule stands on, and the review they belong to, switched on."""
    if instance.active:
        return
    if not isinstance(instance, Workflow):
        _refuse_if_kept(instance.pk)
    elif AuthorSealTask.objects.filter(workflow_tasks__workflow=instance).exists():
        raise Refused(_("This can’t be switched off: nothing is published without its author’s yes."))


def refuse_losing_a_step(sender, instance, **kwargs):
    """Keep the steps that a rule stands on in their review."""
    _refuse_if_kept(instance.task_id if isinstance(instance, WorkflowTask) else instance.pk)


def _refuse_if_kept(pk) -> None:
    kept = next((task for task in KEPT if task.objects.filter(pk=pk).exists()), None)
    if kept:
        raise Refused(kept.cannot_go)


def _sealable_model(page):
    """Return what a plain Page is stored as, whatever it says of itself, if that is sealable."""
    return next((model for model in sealable_models() if model._base_manager.filter(pk=page.pk).exists()), None)
