"""A story in a lesson is its author's: it leaves page, board, paper and builds the moment they end its use."""

import pytest
from django.core.exceptions import ValidationError
from django_tasks import default_task_backend

from stories.actions import take_back
from stories.uses import say_no, say_yes
from tests.factories import make_person, make_public_story, make_wording
from toolkits.actions import build_release, recall_release
from toolkits.enums import ReleaseState
from toolkits.errors import NotYours
from toolkits.models import PackRelease, SessionPage
from toolkits.receivers import clear_what_was_recalled, hand_over_waiting
from workflows.people.enums import Role
from workflows.privacy.enums import Use
from workflows.safeguarding.actions import raise_concern, unfreeze
from workflows.safeguarding.enums import RaisedBy

from .conftest import ACTIVITY, contents, release_of

WORDS = "Before every match I counted."


@pytest.fixture
def story(db):
    page = make_public_story()
    say_yes(case=page.case, use=Use.PACK, wording=make_wording(Use.PACK).pk)
    return page


@pytest.fixture
def lesson(session, story):
    value = ACTIVITY | {"minutes": 50, "short_minutes": 25, "story": story, "licence": "Read, don’t copy."}
    session.activities = [("story", value | {"instead": "Read the scene."})]
    session.save()
    return SessionPage.objects.get(pk=session.pk)


def run(release):
    build_release.call(release.pk)
    release.refresh_from_db()
    return release


def states(pack):
    return list(PackRelease.objects.filter(pack=pack).order_by("pk").values_list("number", "state"))


def test_a_lesson_shows_the_words_with_their_own_licence(client, lesson):
    page = client.get(lesson.url).content.decode()
    assert WORDS in page
    assert "Read, don’t copy." in page
    assert "belongs to the person who wrote it" in page


def test_a_story_not_lent_to_packs_can_not_be_chosen(lesson, story):
    block = SessionPage._meta.get_field("activities").stream_block.child_blocks["story"]
    value = block.to_python(
        {"title": "A", "minutes": 5, "teacher": "x", "board": "", "story": story.pk, "licence": "x", "instead": "y"}
    )
    assert block.clean(value)["story"] == story
    say_no(case=story.case, use=Use.PACK)
    with pytest.raises(ValidationError):
        block.clean(value)


@pytest.mark.parametrize(
    "end",
    [
        lambda case: say_no(case=case, use=Use.PACK),
        lambda case: say_no(case=case, use=Use.PUBLISH),
        lambda case: take_back(case=case),
        lambda case: raise_concern(case=case, raised_by=RaisedBy.STAFF),
    ],
    ids=["no to packs", "no to publishing", "taken back", "frozen"],
)
def test_its_end_takes_it_out_of_page_and_files_at_once(client, pack, lesson, story, end):
    release = release_of(pack)
    address = release.url
    assert WORDS in contents(release)["s3/session-1.html"].decode()
    end(story.case)
    page = client.get(lesson.url).content.decode()
    assert WORDS not in page
    assert "Read the scene." in page
    assert client.get(address).status_code == 410
    newest = run(PackRelease.objects.get(number="1.0.1"))
    assert newest.state == ReleaseState.READY
    assert WORDS not in contents(newest)["s3/session-1.html"].decode()
    assert client.get("/en/packs/a-pack/download/").status_code == 200
    assert client.get(address).status_code == 410


def test_what_was_taken_back_is_off_the_disk_and_says_why(
    client, pack, lesson, story, django_capture_on_commit_callbacks
):
    release = release_of(pack)
    paths = [one.path for one in release.files.all()]
    with django_capture_on_commit_callbacks(execute=True):
        take_back(case=story.case)
    assert [path.exists() for path in paths] == [False] * len(paths)
    answer = client.get(release.url)
    assert answer.status_code == 410
    assert "A story in it may not be used any more." in answer.text
    assert "called back" in client.get(pack.url).text
    assert states(pack) == [("1.0", "recalled"), ("1.0.1", "making")]


def test_a_frozen_story_comes_back_by_itself(client, pack, lesson, story):
    release_of(pack)
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF)
    run(PackRelease.objects.get(number="1.0.1"))
    unfreeze(case=story.case, person=make_person(Role.SAFEGUARDING), outcome="Fine.")
    again = run(PackRelease.objects.get(number="1.0.2"))
    assert WORDS in contents(again)["s3/session-1.html"].decode()
    assert WORDS in client.get(lesson.url).content.decode()


def test_one_that_leaves_while_the_release_is_made_makes_another(pack, lesson, story, monkeypatch):
    def build(release):
        from toolkits.building import build as really

        really(release)
        if release.number == "1.0":
            say_no(case=story.case, use=Use.TRAINING)
            raise_concern(case=story.case, raised_by=RaisedBy.STAFF)

    monkeypatch.setattr("toolkits.actions.build", build)
    release_of(pack)
    assert states(pack) == [("1.0", "ready"), ("1.0.1", "ready")]


def test_a_pack_never_released_and_one_out_of_sight_are_not_made_anew(pack, lesson, story):
    raise_concern(case=story.case, raised_by=RaisedBy.STAFF)
    assert states(pack) == []


def test_other_uses_change_nothing(pack, lesson, story):
    release_of(pack)
    say_no(case=story.case, use=Use.SOCIAL)
    assert states(pack) == [("1.0", "ready")]


def test_an_editor_calls_a_release_back_with_a_reason(client, pack, session, editor):
    release = release_of(pack)
    recall_release(release=release, reason="A number was wrong.", person=editor)
    assert states(pack) == [("1.0", "recalled"), ("1.0.1", "making")]
    assert client.get("/en/packs/a-pack/download/").status_code == 404
    note = run(PackRelease.objects.get(number="1.0.1")).change_note
    assert note == "Version 1.0 was called back: A number was wrong."
    recall_release(release=release, reason="Again.", person=editor)
    release.refresh_from_db()
    assert release.recall_reason == "A number was wrong."


def test_an_older_release_called_back_makes_no_new_one(pack, session, editor):
    older = release_of(pack)
    release_of(pack, "1.1")
    recall_release(release=older, reason="Old.", person=editor)
    assert states(pack) == [("1.0", "recalled"), ("1.1", "ready")]


def test_nobody_else_calls_a_release_back(pack, session):
    release = release_of(pack)
    for role in (Role.CHAMPION, Role.TRANSLATOR, Role.SAFEGUARDING, Role.DELIVERY):
        with pytest.raises(NotYours):
            recall_release(release=release, reason="x", person=make_person(role))


def test_files_left_by_a_killed_process_are_cleared_in_the_next_minute(pack, session, editor):
    release = release_of(pack)
    recall_release(release=release, reason="x", person=editor)
    assert release.path.exists()
    clear_what_was_recalled(sender=None)
    assert not release.path.exists()


def test_bytes_shared_with_a_standing_release_stay(pack, session, editor):
    release = release_of(pack)
    twin = release_of(pack, "1.1")
    twin.files.update(sha256=release.sha256)
    recall_release(release=release, reason="x", person=editor)
    clear_what_was_recalled(sender=None)
    assert release.path.exists()


def test_what_nobody_took_up_is_handed_over_again(pack, session, editor, time_machine):
    release = release_of(pack)
    recall_release(release=release, reason="x", person=editor)
    waiting = PackRelease.objects.waiting().get()
    default_task_backend.clear()
    hand_over_waiting(sender=None, now=waiting.asked_at)
    assert default_task_backend.results == []
    hand_over_waiting(sender=None, now=waiting.asked_at + 2 * (waiting.asked_at - waiting.asked_at.replace(hour=0)))
    assert [one.args for one in default_task_backend.results] in ([[waiting.pk]], [[str(waiting.pk)]])
