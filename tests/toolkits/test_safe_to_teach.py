"""No session goes live without its safe-teaching parts, whichever way it is tried. Requirement 29."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from toolkits.errors import NotSafeToTeach
from toolkits.models import SessionPage
from toolkits.models.sessions import SAFE_FIELDS

from .conftest import a_session


@pytest.fixture
def draft(part):
    return part.add_child(instance=a_session(opt_out="", live=False))


def is_live(page):
    return Page.objects.values_list("live", flat=True).get(pk=page.pk)


def test_complete_session_goes_live(session):
    assert is_live(session)


@pytest.mark.parametrize("name", SAFE_FIELDS)
@pytest.mark.parametrize("empty", ["", " \n\t"])
def test_session_with_an_empty_part_is_refused(part, name, empty):
    with pytest.raises(NotSafeToTeach) as refusal:
        part.add_child(instance=a_session(**{name: empty}))
    assert str(SessionPage._meta.get_field(name).verbose_name) in str(refusal.value.message)


def test_refusal_names_the_session_and_says_the_draft_is_kept(draft):
    draft.live = True
    with pytest.raises(NotSafeToTeach) as refusal:
        draft.save()
    assert refusal.value.message == (
        "“Session 1” can’t go live yet. Still empty: opting out. Your draft is kept. Fill these in, then publish."
    )


def test_draft_may_be_incomplete_and_saved_again(draft):
    draft.save()
    draft.save_revision(clean=False)
    assert not is_live(draft)


def test_publishing_an_incomplete_revision_is_refused(draft):
    with pytest.raises(NotSafeToTeach):
        draft.save_revision(clean=False).publish()
    assert not is_live(draft)


def test_live_alone_cannot_be_saved(draft):
    draft.live = True
    with pytest.raises(NotSafeToTeach):
        draft.save(update_fields=["live"])
    assert not is_live(draft)


def test_live_alone_cannot_be_saved_by_claiming_text_that_is_not_written(draft):
    draft.live, draft.opt_out = True, "Only in memory."
    with pytest.raises(NotSafeToTeach):
        draft.save(update_fields=["live"])


def test_skipping_the_cleaning_does_not_help(draft):
    draft.live = True
    with pytest.raises(NotSafeToTeach):
        draft.save(clean=False)


def test_plain_page_cannot_go_live_in_its_place(draft):
    page = Page.objects.get(pk=draft.pk)
    page.live = True
    with pytest.raises(NotSafeToTeach):
        page.save()
    with pytest.raises(NotSafeToTeach):
        page.save(update_fields=["live"])
    assert not is_live(draft)


def test_live_session_cannot_lose_a_part(session):
    session.closing = " "
    with pytest.raises(NotSafeToTeach):
        session.save(update_fields=["closing"])
    with pytest.raises(NotSafeToTeach):
        session.save()


def test_live_session_may_change_otherwise(session):
    session.closing = "Better."
    session.save(update_fields=["closing"])
    Page.objects.get(pk=session.pk).save()
    assert SessionPage.objects.get(pk=session.pk).closing == "Better."


def test_other_pages_are_none_of_its_business(pack):
    Page.objects.get(pk=pack.pk).save()
    assert is_live(pack)


def test_copy_of_a_draft_stays_a_draft(draft):
    assert not draft.copy(update_attrs={"slug": "again"}).live


def test_draft_cannot_be_copied_live(draft):
    with pytest.raises(NotSafeToTeach):
        draft.copy(update_attrs={"slug": "again", "live": True})


def test_incomplete_session_gets_no_date(draft):
    draft.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(NotSafeToTeach):
        draft.save_revision(clean=False, approved_go_live_at=draft.go_live_at)


def test_complete_draft_may_be_scheduled_and_goes_live(part):
    session = part.add_child(instance=a_session(live=False))
    session.go_live_at = timezone.now() - timedelta(minutes=1)
    session.save_revision(approved_go_live_at=session.go_live_at)
    call_command("publish_scheduled")
    assert is_live(session)


def test_row_changed_behind_the_model_is_not_served_nor_listed(client, session, pack):
    SessionPage.objects.filter(pk=session.pk).update(disclosure="  ")
    assert client.get(session.url).status_code == 404
    assert client.get(f"{session.url}board/").status_code == 404
    assert [sessions for _part, sessions in pack.parts_with_sessions()] == [[]]


def test_draft_made_live_behind_the_model_is_not_served(client, draft):
    SessionPage.objects.filter(pk=draft.pk).update(live=True)
    assert client.get(draft.url).status_code == 404
    assert list(SessionPage.objects.teachable()) == []


def test_fixture_is_let_through_but_not_served(client, session, tmp_path):
    SessionPage.objects.filter(pk=session.pk).update(letter="")
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "toolkits.sessionpage", output=str(dump))
    call_command("loaddata", str(dump))
    assert client.get(session.url).status_code == 404


@pytest.mark.parametrize(
    ("fields", "where"), [({"minutes_to_run": 45}, "minutes_to_run"), ({"activities": []}, "minutes_to_run")]
)
def test_minutes_that_do_not_add_up_are_named(part, fields, where):
    with pytest.raises(ValidationError) as refusal:
        part.add_child(instance=a_session(**fields))
    assert where in refusal.value.message_dict


def test_short_route_takes_25_minutes(part):
    activity = {"title": "All", "minutes": 50, "short_minutes": 20, "teacher": "Go."}
    with pytest.raises(ValidationError) as refusal:
        part.add_child(instance=a_session(activities=[("talk", activity)]))
    assert list(refusal.value.message_dict) == ["short_route"]


def test_activity_is_not_longer_in_the_short_route():
    block = SessionPage._meta.get_field("activities")
    talk = block.stream_block.child_blocks["talk"]
    value = talk.to_python({"title": "All", "minutes": 5, "short_minutes": 9, "teacher": "Go.", "board": ""})
    with pytest.raises(ValidationError):
        talk.clean(value)
    assert talk.clean(talk.to_python({"title": "All", "minutes": 5, "teacher": "Go.", "board": ""}))["minutes"] == 5
