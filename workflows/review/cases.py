"""Finding a case's page, its draft and the step it stands at, with a lock where a decision follows."""

from uuid import UUID

from wagtail.models import Page, TaskState, WorkflowState

from workflows.safeguarding.frozen import is_frozen

from .errors import Frozen, Late
from .models import StepState
from .sealable import sealable_models


def page_of(case: UUID):
    """Return the specific page the case was written as, or None before acceptance and after taking back."""
    page = _page_row(case)
    return page.specific if page else None


def draft_of(page):
    """Return the page as its latest draft stands."""
    return page.get_latest_revision_as_object()


def draft_to_read(case: UUID):
    """Return a case's draft, or None, in one query: for reading alone, without what only saving needs."""
    found = (model.objects.filter(translation_key=case, alias_of=None) for model in sealable_models())
    pages = (pages.select_related("locale", "latest_revision").order_by("pk").first() for pages in found)
    page = next(filter(None, pages), None)
    if page is None or not (page.has_unpublished_changes and page.latest_revision):
        return page
    draft = type(page).from_serializable_data(page.latest_revision.content, check_fks=False)
    draft.pk, draft.translation_key, draft.locale = page.pk, page.translation_key, page.locale
    return draft


def step_of(case: UUID) -> StepState | None:
    """Return the step a case stands at now, or None outside a review."""
    page = _page_row(case)
    return _steps(page).first() if page else None


def lock_step(case: UUID, *task_classes: type) -> StepState:
    """Lock the case's review and return its step. Raises Late when it stands elsewhere by now, Frozen when paused.

    Call inside a transaction, before anything else is read: on SQLite IMMEDIATE is the lock, elsewhere the row is.
    """
    page = _page_row(case)
    if page is None:
        raise Late
    lock_review(page)
    step = _steps(page).first()
    if step is None or not issubclass(step.task.specific_class, task_classes):
        raise Late
    if is_frozen(case):
        raise Frozen
    return step


def lock_review(page) -> None:
    """Wait until nobody else is deciding on a page, and keep everybody waiting until the transaction ends."""
    list(WorkflowState.objects.select_for_update().filter(object_id=str(page.pk), status="in_progress"))


def _page_row(case: UUID) -> Page | None:
    return Page.objects.filter(translation_key=case, alias_of=None).order_by("pk").first()


def _steps(page):
    return StepState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        workflow_state__object_id=str(page.pk),
        workflow_state__base_content_type=page.get_base_content_type(),
    ).select_related("task", "workflow_state")
