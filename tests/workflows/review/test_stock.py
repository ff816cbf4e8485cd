"""What stock Wagtail does to a plain page: each trap still is one, so the tests of stories refuse something real.

Where one of these fails after an upgrade, Wagtail has closed the trap, and a guard of ours may have become needless.
"""

import datetime
import json

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPagePermissionError, PublishPageRevisionAction
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowState, WorkflowTask
from wagtail.workflows import publish_workflow_state

from home.models import HomePage, PlainPage
from tests.factories import make_person
from workflows.people.enums import Role

from .roads import UNSEEN, superuser

pytestmark = pytest.mark.django_db


def draft(slug="plain") -> PlainPage:
    page = PlainPage(title="Plain", slug=slug, live=False)
    HomePage.objects.get().add_child(instance=page)
    page.save_revision()
    return page


def stored(page) -> PlainPage:
    return PlainPage.objects.get(pk=page.pk)


def save(page, *, only=None, **values) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.save(update_fields=only)


def schedule(page) -> None:
    page.go_live_at = timezone.now() + datetime.timedelta(milliseconds=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    call_command("publish_scheduled")


UNASKED = {
    "fact 4: save": lambda page: save(page, live=True),
    "fact 5: save of one column": lambda page: save(page, live=True, only=["live"]),
    "section 13: base-class instance": lambda page: save(Page.objects.get(pk=page.pk), live=True),
    "fact 4: update": lambda page: PlainPage.objects.filter(pk=page.pk).update(live=True),
    "T5: the action as a superuser": lambda page: PublishPageRevisionAction(
        page.get_latest_revision(), user=superuser()
    ).execute(),
    "section 13: a schedule": schedule,
}


@pytest.mark.parametrize("way", UNASKED.values(), ids=UNASKED)
def test_a_page_goes_up_without_anyones_yes(way):
    page = draft()
    way(page)
    assert stored(page).live is True


COPIES = {
    "fact 5: copy": lambda page: page.copy(keep_live=True, update_attrs={"slug": "again"}),
    "section 13: alias": lambda page: page.create_alias(update_slug="again"),
}


@pytest.mark.parametrize("way", COPIES.values(), ids=COPIES)
def test_a_page_that_is_up_has_copies_that_are_up(way):
    page = draft()
    save(page, live=True)
    way(page)
    assert Page.objects.get(slug="again").live is True


@pytest.fixture
def editor():
    return make_person(Role.EDITOR)


def in_review(page, steps=2, **started) -> TaskState:
    """Start a review of stock steps for editors; return the first step."""
    workflow = Workflow.objects.create(name=f"Stock {page.pk}")
    for number in range(steps):
        task = GroupApprovalTask.objects.create(name=f"Step {number} of {page.pk}")
        task.groups.add(Group.objects.get(name=Role.EDITOR.value))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
    workflow.start(page, started.get("by"))
    return running(page)


def running(page) -> TaskState:
    return TaskState.objects.get(workflow_state__object_id=str(page.pk), status="in_progress")


def test_t1_and_fact_2_finishing_publishes_what_nobody_approved():
    page = draft()
    state = in_review(page, steps=1)
    page.title = UNSEEN
    page.save_revision()
    publish_workflow_state(state.workflow_state)
    assert (stored(page).live, stored(page).title) == (True, UNSEEN)


def test_fact_3_finishing_asks_its_last_approver_for_a_right_that_they_lack():
    state = in_review(draft(), steps=1)
    with pytest.raises(PublishPagePermissionError):
        publish_workflow_state(state.workflow_state, user=make_person())


def test_t3_and_fact_7_what_the_browser_adds_leaves_a_step_approved_and_never_left(client):
    page, extra = draft(), json.dumps({"update": False})
    state = in_review(page)
    client.force_login(superuser())
    data = {"title": "Plain", "slug": "plain", "intro": "", "body-count": "0", "footer": "about", "review_on": ""}
    data |= {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": extra}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    review = WorkflowState.objects.get(pk=state.workflow_state_id)
    assert (review.current_task_state_id, review.current_task_state.status) == (state.pk, "approved")


def test_t4_and_fact_6_a_step_is_approved_at_another_pages_address(client, editor):
    page, other = draft(), draft("other")
    in_review(page)
    state = in_review(other)
    client.force_login(editor)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    assert running(other) != state


def test_t5_publishing_by_hand_cancels_the_review():
    page = draft()
    state = in_review(page)
    PublishPageRevisionAction(page.get_latest_revision(), user=superuser()).execute()
    assert WorkflowState.objects.get(pk=state.workflow_state_id).status == "cancelled"


def test_t6_whoever_began_a_review_cancels_it():
    somebody = make_person()
    state = in_review(draft(), by=somebody)
    assert state.workflow_state.user_can_cancel(somebody) is True


def test_t9_and_fact_8_a_stale_instance_decides_again(editor):
    state = in_review(draft())
    stale = TaskState.objects.get(pk=state.pk)
    state.approve(user=editor)
    stale.reject(user=editor)
    assert TaskState.objects.get(pk=state.pk).status == "rejected"
