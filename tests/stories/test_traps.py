"""Traps of stock Wagtail that no other test names: the workflow's own limits, what the admin's API lists, what stays.

Each test that can does the same to a plain page first: there it goes wrong, so the trap is still one. T1 to T11 are
the traps of its workflow, facts 1 to 10 what else shapes the design; the last test looks for a test of each.
"""

import datetime
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    DraftStateMixin,
    GroupApprovalTask,
    Page,
    PageLogEntry,
    Revision,
    RevisionMixin,
    TaskState,
    Workflow,
    WorkflowMixin,
    WorkflowState,
    WorkflowTask,
)

from home.models import ContentNote, HomePage, PlainPage
from stories.actions import take_back
from stories.models import StoryPage
from tests.answered import answered
from tests.factories import keep_additions, make_person, make_public_story, make_story_with_author
from tests.scan import find_in_database
from tests.workflows.review.roads import CANARY, accepted, act, sealed
from workflows.people.enums import Role
from workflows.people.models import User
from workflows.review.actions import seal
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.errors import NotOnStories, NotSealed
from workflows.review.models import AuthorSealTask, PrepareTask, PublishTask, Reading, Seal, Vote

from .room import enter, post
from .sharing import send

pytestmark = pytest.mark.django_db


def plain_page(title="Plain") -> PlainPage:
    page = PlainPage(title=title)
    HomePage.objects.get().add_child(instance=page)
    return page


def stock_review(page, *groups) -> list[GroupApprovalTask]:
    """Give a plain page a workflow of stock tasks, one for each group, and start it."""
    workflow, tasks = Workflow.objects.create(name="Stock"), []
    for number, group in enumerate(groups):
        tasks.append(GroupApprovalTask.objects.create(name=f"Step {number}"))
        tasks[-1].groups.add(group)
        WorkflowTask.objects.create(workflow=workflow, task=tasks[-1], sort_order=number)
    page.save_revision()
    workflow.start(page, None)
    return tasks


def running(page) -> TaskState:
    return TaskState.objects.get(workflow_state__object_id=str(page.pk), status="in_progress")


def test_t7_one_step_of_the_yes_asks_as_often_as_it_has_to():
    """T7: Wagtail takes a task once into a workflow. We ask the author again by going back, never by a second task."""
    step = WorkflowTask.objects.get(task__in=AuthorSealTask.objects.all())
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkflowTask.objects.create(workflow=step.workflow, task=step.task, sort_order=99)
    page = sealed()
    act(page, make_person(Role.EDITOR), "ask-again")
    asked = TaskState.objects.filter(task=step.task).order_by("pk")
    assert [state.status for state in asked] == ["approved", "in_progress"]


def test_t8_a_review_goes_back_to_an_earlier_step_and_on_from_there():
    """T8: stock resumes at the step that refused; the earlier one is not asked again."""
    editors, plain = Group.objects.get(name=Role.EDITOR.value), plain_page()
    _first, second = stock_review(plain, editors, editors)
    running(plain).approve(user=None)
    running(plain).reject(user=None)
    WorkflowState.objects.get(object_id=str(plain.pk)).resume(None)
    assert running(plain).task_id == second.pk

    page = sealed()
    act(page, make_person(Role.EDITOR), "ask-again")
    assert type(step_of(page.case).task.specific) is AuthorSealTask
    step_of(page.case).approve(user=None)
    assert type(step_of(page.case).task.specific) is PublishTask
    assert TaskState.objects.filter(task__in=PrepareTask.objects.all()).count() == 1


def test_t10_champions_and_authors_move_their_steps_without_an_account_in_the_admin(client):
    """T10: every action of stock lies behind the admin's door."""
    champions, plain = Group.objects.get(name=Role.CHAMPION.value), plain_page()
    stock_review(plain, champions)
    client.force_login(make_person(Role.CHAMPION))
    state = running(plain)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[plain.pk, "approve", state.pk]))
    assert running(plain) == state

    page = accepted()
    for reading in Reading.objects.filter(case=page.case):
        client.force_login(reading.champion)
        data = {"digest": page.words_digest(), **answered("fine")}
        assert client.post(reverse("review:vote", args=[reading.pk]), data).status_code == 302
    assert Vote.objects.count() == 2
    act(page, make_person(Role.EDITOR), "ready")
    author, people = Client(), User.objects.count()
    enter(author, page.case)
    yes = {"answer": "yes", "digest": draft_of(page_of(page.case)).digest()}
    assert post(author, "the_page", yes).status_code == 302
    assert Seal.objects.filter(case=page.case).count() == 1
    assert (type(step_of(page.case).task.specific), User.objects.count()) == (PublishTask, people)


MIXINS = (WorkflowMixin, DraftStateMixin, RevisionMixin)


def test_t11_only_pages_have_drafts_and_a_review_and_nothing_of_them_outlives_a_story():
    """T11: a snippet with drafts keeps its words in revisions, and leaves them there unless each relation is named."""
    ours = [model for model in apps.get_models() if model._meta.app_label in {"home", "stories", "toolkits"}]
    ours += [model for model in apps.get_models() if model.__module__.startswith("workflows.")]
    with_drafts = {model for model in ours if issubclass(model, MIXINS)}
    assert StoryPage in with_drafts
    assert {model for model in with_drafts if not issubclass(model, Page)} == set()
    assert [StoryPage.__mro__.index(mixin) for mixin in MIXINS] == sorted(map(StoryPage.__mro__.index, MIXINS))

    page = page_of(make_story_with_author())
    states = WorkflowState.objects.filter(object_id=str(page.pk))
    numbers = list(states.values_list("pk", flat=True))
    drafts, steps = Revision.objects.for_instance(page), TaskState.objects.filter(workflow_state__in=numbers)
    assert (drafts.exists(), steps.count()) == (True, 3)
    take_back(case=page.case)
    assert (drafts.exists(), steps.exists(), states.exists()) == (False, False, False)


@pytest.fixture
def opener():
    """Somebody with the admin's door and nothing else."""
    person = make_person(pvg=False)
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return person


def listed(client, kind) -> list[str]:
    items = client.get(f"/admin/api/main/{kind}/").json()["items"]
    return sorted(item["title"] for item in items)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves its rendition open
def test_fact_9_the_admins_lists_of_files_hold_nothing_that_a_story_brought(client, opener):
    """Fact 9: whoever has the admin's door lists every image and document, private collections included."""
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    Picture, Document = get_image_model(), get_document_model()  # noqa: N806
    client.force_login(opener)
    before = listed(client, "images"), listed(client, "documents")
    Picture.objects.create(title="Plan", file=get_test_image_file(), collection=private)
    Document.objects.create(title="Minutes", file=ContentFile(b"x", name="minutes.pdf"), collection=private)
    assert (listed(client, "images"), listed(client, "documents")) == (
        sorted([*before[0], "Plan"]),
        sorted([*before[1], "Minutes"]),
    )
    Picture.objects.filter(title="Plan").delete()
    Document.objects.filter(title="Minutes").delete()

    send(Client())
    make_public_story(headline=CANARY)
    accepted(headline=CANARY, words=f"{CANARY}.\n\nMore {CANARY}.")
    assert (listed(client, "images"), listed(client, "documents")) == before
    for kind in ("images", "documents"):
        assert CANARY not in client.get(f"/admin/api/main/{kind}/?fields=*").content.decode()


def test_fact_10_deleting_leaves_words_behind_and_taking_back_does_not():
    """Fact 10: a plain page's title stays in Wagtail's log for good."""
    plain = plain_page(f"{CANARY} plain")
    plain.save_revision(log_action=True).publish()
    plain.delete()
    assert PageLogEntry.objects.filter(label__contains=CANARY).exists()
    PageLogEntry.objects.filter(label__contains=CANARY).delete()
    assert find_in_database(CANARY) == []

    page = make_public_story(headline=CANARY)
    assert find_in_database(CANARY) != []
    with pytest.raises(NotOnStories), transaction.atomic():
        page.delete()
    take_back(case=page.case)
    assert find_in_database(CANARY) == []


def test_every_trap_and_every_fact_is_named_by_a_test():
    tests = "".join(path.read_text() for path in Path(__file__).parents[1].rglob("test_*.py"))
    traps, facts = re.findall(r"\b[Tt](\d+)[:,_]", tests), re.findall(r"[Ff]act[ _](\d+)[:,_]", tests)
    assert set(map(int, traps)) >= set(range(1, 12))
    assert set(map(int, facts)) >= set(range(1, 11))


def autosave(client, page, note, revision=None):
    """Save the draft as the editor's browser does by itself: into the revision it made before, if it made one."""
    ContentNote.objects.get_or_create(key=note, defaults={"text": note})
    data = {"notes": [note], "pull": "", "picture": "", "picture_alt": "", "tags": ""}
    data |= {"overwrite_revision_id": revision.pk, "loaded_revision_id": revision.pk} if revision else {}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers={"accept": "application/json"})
    return page_of(page.case).latest_revision


def test_fact_1_a_draft_saved_over_in_place_is_not_the_one_that_was_sealed(client):
    """Fact 1: the revision that its author said yes to keeps its number, and says something else."""
    editor = make_person(Role.EDITOR)
    client.force_login(editor)
    page = page_of(make_story_with_author(until="prepare"))
    sealed_draft = autosave(client, page, "anxiety")
    act(page, editor, "ready")
    keep_additions(page.case)
    seal(case=page.case, digest=sealed_draft.as_object().digest())
    over = autosave(client, page, "self-harm", sealed_draft)
    assert (over.pk, over.as_object().notes) == (sealed_draft.pk, ["self-harm"])
    with pytest.raises(NotSealed):
        act(page, editor, "schedule", day=timezone.now() + datetime.timedelta(hours=30))
    with pytest.raises(NotSealed), transaction.atomic():
        over.publish(skip_permission_checks=True)
    assert not StoryPage.objects.filter(live=True).exists()
