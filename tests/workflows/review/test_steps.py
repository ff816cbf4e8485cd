"""The steps as Wagtail drives them: what a browser, a superuser or the settings can make of them, and cannot."""

import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Task, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from home.models import ContentNote
from stories.actions import accept, take_back
from stories.models import StoriesIndexPage, StoryPage
from tests.factories import make_person, make_story_with_author, make_submission
from workflows.people.enums import Band, Role
from workflows.review.actions import cast_vote, publish_due, seal
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Verdict
from workflows.review.errors import Frozen, NotSealed, Refused, Stale
from workflows.review.models import AuthorSealTask, ChampionReviewTask, PrepareTask, PublishTask, Reading
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .roads import accepted, act, change, sealed, set_day, superuser

pytestmark = pytest.mark.django_db
STEPS = (ChampionReviewTask, PrepareTask, AuthorSealTask, PublishTask)


def at(page):
    return type(step_of(page.case).task.specific)


def prepared(**fields):
    page = accepted(**fields)
    for reading in Reading.objects.filter(case=page.case):
        cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=Verdict.FINE)
    return page


def with_author():
    return page_of(make_story_with_author())


MAKE = dict(zip(STEPS, (accepted, prepared, with_author, sealed), strict=True))
EVERYONE = [*Role, None]  # None stands for a superuser


def somebody(role):
    return make_person(role) if role else superuser()


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def post_action(client, page, name, state, extra=None):
    """Post an action both ways Wagtail takes it: from the dashboard's panel and from the editor."""
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk]))
    data = {"notes": [], "pull": "", "picture": "", "picture_alt": "", "tags": "", "action-workflow-action": "1"}
    return client.post(
        edit_url(page), data | {"workflow-action-name": name, "workflow-action-extra-data": json.dumps(extra or {})}
    )


@pytest.mark.parametrize("name", ["approve", "reject", "cancel", "ready", "schedule", "ask-again"])
@pytest.mark.parametrize("step", STEPS)
def test_no_role_and_no_superuser_moves_a_step_that_is_not_theirs(client, step, name):
    page = MAKE[step]()
    state = step_of(page.case)
    for role in EVERYONE:
        if role == Role.EDITOR and name in {action for action, *_rest in step.actions}:
            continue
        person = somebody(role)
        client.force_login(person)
        post_action(client, page, name, state)
        with pytest.raises((PermissionDenied, Refused)):
            state.task.specific.on_action(state, person, name)
    assert step_of(page.case) == state


@pytest.mark.parametrize("extra", [{"update": False}, {"user": 1}, {"task_state": 1}, {"comment": "x", "update": 0}])
def test_what_the_browser_adds_to_an_action_is_not_trusted(client, extra):
    """T3, fact 7: stock passes {"update": false} on, and the step is approved but never left."""
    page = prepared()
    editor = make_person(Role.EDITOR)
    client.force_login(editor)
    data = {"notes": [], "pull": "", "picture": "", "picture_alt": "", "tags": "", "action-workflow-action": "1"}
    data |= {"workflow-action-name": "ready", "workflow-action-extra-data": json.dumps(extra)}
    client.post(edit_url(page), data)
    assert at(page) is AuthorSealTask
    assert TaskState.objects.get(task__in=PrepareTask.objects.all()).finished_by == editor


def test_another_pages_task_state_is_judged_by_its_own_page(client):
    """T4, fact 6: posted to an adult's page, the state of a 13 to 15 year old's still asks for the mark."""
    adult, child = prepared(), prepared(band=Band.B16_17)
    client.force_login(make_person(Role.EDITOR, pvg=False))
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[adult.pk, "ready", step_of(child.case).pk]))
    assert (at(adult), at(child)) == (PrepareTask, PrepareTask)


def test_a_task_state_of_another_step_is_stale():
    page, editor = prepared(), make_person(Role.EDITOR)
    state = step_of(page.case)
    with pytest.raises(Stale):
        PublishTask.objects.get().on_action(state, editor, "ask-again")


def test_an_action_on_a_step_that_is_over_is_stale():
    """Fact 8: stock believes the instance it is given."""
    page, editor = prepared(), make_person(Role.EDITOR)
    stale = step_of(page.case)
    act(page, editor, "ready")
    with pytest.raises(Stale):
        stale.task.specific.on_action(stale, editor, "ready")
    assert at(page) is AuthorSealTask


@pytest.mark.parametrize("step", STEPS)
def test_nobody_cancels_a_review(client, step):
    """T6: stock lets owner, requester and approvers do so; ours has none of them."""
    page = MAKE[step]()
    state = step_of(page.case).workflow_state
    for role in EVERYONE:
        person = somebody(role)
        assert state.user_can_cancel(person) is False
        client.force_login(person)
        client.post(edit_url(page), {"action-cancel-workflow": "1", "pull": "", "tags": ""})
    assert WorkflowState.objects.get(pk=state.pk).status == "in_progress"


def test_owning_a_story_by_force_gives_no_right_to_cancel():
    page, person = accepted(), superuser()
    change(page, owner=person).save()
    page.refresh_from_db()
    assert page.owner is None


@pytest.mark.parametrize("button", ["action-publish", "action-submit", "action-restart-workflow"])
@pytest.mark.parametrize("step", STEPS)
def test_no_button_of_the_editor_publishes_or_starts_anew(client, step, button):
    """T5: stock lets a superuser publish from any step, and cancels the review by it."""
    page = MAKE[step]()
    state = step_of(page.case)
    for person in (make_person(Role.EDITOR), superuser()):
        client.force_login(person)
        client.post(
            edit_url(page), {button: "1", "notes": [], "pull": "", "picture": "", "picture_alt": "", "tags": ""}
        )
    page.refresh_from_db()
    assert (page.live, step_of(page.case)) == (False, state)


STAYING = (ChampionReviewTask, AuthorSealTask, PublishTask)


@pytest.mark.parametrize("kind", STAYING)
def test_steps_a_rule_stands_on_cannot_be_switched_off(client, kind):
    task = kind.objects.get()
    client.force_login(superuser())
    response = client.post(reverse("wagtailadmin_workflows:disable_task", args=[task.pk]), follow=True)
    assert "This step stays" in response.content.decode()
    for off in (task.deactivate, task.task_ptr.deactivate):
        with pytest.raises(Refused), transaction.atomic():
            off()
    assert kind.objects.get().active


def test_the_review_cannot_be_switched_off(client):
    workflow = Workflow.objects.get(name="Story review")
    client.force_login(superuser())
    response = client.post(reverse("wagtailadmin_workflows:disable", args=[workflow.pk]), follow=True)
    assert "switched off" in response.content.decode()
    with pytest.raises(Refused), transaction.atomic():
        workflow.deactivate()
    assert Workflow.objects.get(name="Story review").active


def test_another_workflow_can_be_switched_off():
    other = Workflow.objects.create(name="News")
    other.deactivate()
    assert Workflow.objects.get(name="News").active is False


@pytest.mark.parametrize("kind", STAYING)
@pytest.mark.parametrize(
    "rows",
    [
        lambda kind: kind.objects.all(),
        lambda kind: Task.objects.all(),
        lambda kind: Workflow.objects.all(),
        lambda kind: WorkflowTask.objects.filter(task__in=kind.objects.all()),
    ],
)
def test_steps_a_rule_stands_on_cannot_be_removed(rows, kind):
    with pytest.raises(Refused), transaction.atomic():
        rows(kind).delete()
    assert WorkflowTask.objects.filter(task__in=kind.objects.all()).exists()


def test_taking_the_last_step_out_in_settings_is_refused_and_publishes_nothing(client):
    """Without it, a yes would put the page up at once, with no day and no notice."""
    page, workflow = sealed(), Workflow.objects.get(name="Story review")
    client.force_login(superuser())
    rows = list(workflow.workflow_tasks.order_by("sort_order"))
    data = {"name": workflow.name, "active": "on", "pages-TOTAL_FORMS": 0, "pages-INITIAL_FORMS": 0}
    data |= {"workflow_tasks-TOTAL_FORMS": len(rows), "workflow_tasks-INITIAL_FORMS": len(rows)}
    for number, row in enumerate(rows):
        data |= {
            f"workflow_tasks-{number}-id": row.pk,
            f"workflow_tasks-{number}-task": row.task_id,
            f"workflow_tasks-{number}-ORDER": number,
            f"workflow_tasks-{number}-DELETE": "on" if row.task_id == PublishTask.objects.get().pk else "",
        }
    answer = client.post(reverse("wagtailadmin_workflows:edit", args=[workflow.pk]), data, follow=True)
    assert "24 hours" in answer.content.decode()
    assert workflow.workflow_tasks.count() == 4
    assert StoryPage.objects.get(pk=page.pk).live is False


@pytest.mark.parametrize("number", [0, 1])
def test_fewer_than_two_readings_are_refused(client, number):
    task = ChampionReviewTask.objects.get()
    client.force_login(superuser())
    address = reverse("wagtailadmin_workflows:edit_task", args=[task.pk])
    client.post(address, {"name": task.name, "days": 10, "readings": number})
    assert ChampionReviewTask.objects.get().readings == 2
    ChampionReviewTask.objects.update(readings=number)
    assert step_of(accepted().case).readings == 2


def test_the_number_of_readings_is_changed_for_stories_to_come():
    page = prepared()
    ChampionReviewTask.objects.update(readings=3)
    act(page, make_person(Role.EDITOR), "ready")
    seal(case=page.case, digest=draft_of(page).digest())
    assert at(page) is PublishTask
    assert step_of(accepted().case).readings == 3


def test_a_paused_story_is_not_shown_in_wagtails_preview_of_its_step(client):
    page = prepared()
    step = step_of(page.case)
    address = reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, step.task_id])
    client.force_login(make_person(Role.EDITOR))
    assert "The bus was late." in client.get(address).content.decode()
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF)
    assert "The bus was late." not in client.get(address, follow=True).content.decode()


def test_other_steps_can_be_edited_and_switched_off():
    PrepareTask.objects.get().deactivate()
    WorkflowTask.objects.filter(task__in=PrepareTask.objects.all()).delete()
    assert Workflow.objects.get(name="Story review").workflow_tasks.count() == 3


def test_a_step_switched_off_behind_the_model_still_lets_nothing_out():
    page, editor = prepared(), make_person(Role.EDITOR)
    Task.objects.filter(pk=AuthorSealTask.objects.get().pk).update(active=False)
    act(page, editor, "ready")
    assert at(page) is PublishTask
    with pytest.raises(NotSealed):
        act(page, editor, "schedule", day=timezone.now() + datetime.timedelta(hours=30))


def test_without_a_review_nothing_is_accepted_and_nothing_is_lost():
    case, keeper = make_submission().case, make_person(Role.SAFEGUARDING)
    WorkflowPage.objects.all().delete()
    with pytest.raises(Refused, match="no review"):
        accept(case=case, person=keeper)
    WorkflowPage.objects.create(page=StoriesIndexPage.objects.get(), workflow=_short())
    with pytest.raises(Refused, match="no review"):
        accept(case=case, person=keeper)
    assert not StoryPage.objects.exists()
    assert not WorkflowState.objects.exists()


def _short():
    workflow = Workflow.objects.create(name="Without champions")
    WorkflowTask.objects.create(workflow=workflow, task=PrepareTask.objects.get())
    return workflow


def edit(client, page, note):
    ContentNote.objects.get_or_create(key=note, defaults={"text": note})
    client.post(edit_url(page), {"notes": [note], "pull": "", "picture": "", "picture_alt": "", "tags": ""})
    return draft_of(page_of(page.case)).notes


def test_the_page_is_locked_while_its_author_holds_it_and_once_its_day_is_set(client):
    client.force_login(make_person(Role.EDITOR))
    page = with_author()
    assert edit(client, page, "anxiety") == []
    page = sealed()
    set_day(page)
    assert edit(client, page, "anxiety") == []
    client.force_login(superuser())
    client.post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
    assert edit(client, page, "anxiety") == []


def test_edited_after_the_yes_a_page_is_not_scheduled_but_its_author_can_be_asked_again(client):
    """T2: saved and scheduled in one POST."""
    page, editor = sealed(), make_person(Role.EDITOR)
    client.force_login(editor)
    assert edit(client, page, "anxiety") == ["anxiety"]
    with pytest.raises(NotSealed):
        act(page, editor, "schedule", day=timezone.now() + datetime.timedelta(hours=30))
    assert step_of(page.case).publish_on is None
    act(page, editor, "ask-again")
    assert at(page) is AuthorSealTask


@pytest.mark.parametrize("day", ["", "soon", ["x"], {"a": 1}, None, "1999-01-01 10:00"])
def test_a_day_that_is_none_is_refused(day):
    page, editor = sealed(), make_person(Role.EDITOR)
    with pytest.raises(Refused):
        act(page, editor, "schedule", day=day)
    assert step_of(page.case).publish_on is None


def test_a_frozen_story_takes_no_action_and_is_not_published_by_its_minute(client):
    page, editor = sealed(), make_person(Role.EDITOR)
    day = set_day(page)
    raise_concern(case=page.case, raised_by=RaisedBy.STAFF)
    for name in ("schedule", "ask-again"):
        with pytest.raises(Frozen):
            act(page, editor, name, day=day)
    step = step_of(page.case)
    step.publish_on = timezone.now() - datetime.timedelta(minutes=1)
    step.save()
    assert publish_due(case=page.case) is False
    assert StoryPage.objects.get(pk=page.pk).live is False
    client.force_login(editor)
    assert b"The bus was late." not in client.get(edit_url(page), follow=True).content


@pytest.mark.parametrize("step", [ChampionReviewTask, AuthorSealTask])
def test_steps_of_champions_and_authors_have_no_action_of_staff(step):
    page = MAKE[step]()
    with pytest.raises(PermissionDenied):
        step.objects.get().act(step_of(page.case), page, superuser(), "approve", {})


def test_an_action_on_a_story_taken_back_meanwhile_is_stale():
    page, editor = prepared(), make_person(Role.EDITOR)
    state = step_of(page.case)
    task = state.task.specific
    take_back(case=page.case)
    with pytest.raises(Stale):
        task.on_action(state, editor, "ready")
