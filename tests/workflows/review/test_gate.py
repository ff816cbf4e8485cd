"""Ways round the author's yes, tried on the model: each of them puts words up on stock Wagtail.

Requirements 12, 47, 55 and 58.
"""

import json
import logging
import uuid

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Page, Revision

from home.models import HomePage
from stories.models import StoryPage, as_body
from tests.factories import make_public_story, make_submission
from workflows.privacy.actions import end_consent
from workflows.privacy.enums import Use
from workflows.review.errors import Frozen, NotOnStories, NotSealed
from workflows.review.models import Seal
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .roads import UNSEEN, accepted, change, is_listed, is_served, lose_seals, sealed, superuser

pytestmark = pytest.mark.django_db


def other_body():
    return as_body({str(uuid.uuid4()): UNSEEN})


def base_save(page, **values):
    base = Page.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(base, name, value)
    base.save()


def save_as_another_type(page):
    """A plain page that says of itself that it is a home page."""
    base = Page.objects.get(pk=page.pk)
    base.live, base.content_type_id = True, HomePage.objects.first().content_type_id
    base.save(update_fields=["live", "content_type"], clean=False)


PUTTING_UP = {
    "fact 4: save": lambda page: change(page, live=True).save(),
    "fact 5: save of one column": lambda page: change(page, live=True).save(update_fields=["live"]),
    "save without cleaning": lambda page: change(page, live=True).save(clean=False),
    "save_base, below save": lambda page: change(page, live=True).save_base(),
    "section 13: base-class instance": lambda page: base_save(page, live=True),
    "a base-class instance of another type": save_as_another_type,
    "a new instance with the old key": lambda page: StoryPage(**_columns(page), live=True).save(clean=False),
    "T1: publish the revision": lambda page: page.get_latest_revision().publish(skip_permission_checks=True),
    "T5: the action as a superuser": lambda page: PublishPageRevisionAction(
        page.get_latest_revision(), user=superuser()
    ).execute(skip_permission_checks=True),
    "Page.publish": lambda page: page.publish(page.get_latest_revision(), skip_permission_checks=True),
    "under another case": lambda page: change(page, live=True, translation_key=make_submission().case).save(),
}


def _columns(page):
    names = [field.attname for field in page._meta.concrete_fields if field.attname not in ("id", "live")]
    return {name: getattr(page, name) for name in names} | {"id": page.pk}


@pytest.mark.parametrize("way", PUTTING_UP.values(), ids=PUTTING_UP)
def test_words_without_a_yes_do_not_go_up(way):
    page = accepted()
    with pytest.raises((NotSealed, NotOnStories)), transaction.atomic():
        way(page)
    page.refresh_from_db()
    assert (page.live, is_listed(page)) == (False, False)


CHANGING = {
    "save": lambda page: change(page, body=other_body()).save(),
    "save of the body alone": lambda page: change(page, body=other_body()).save(update_fields=["body"]),
    "save of the headline alone": lambda page: change(page, headline=UNSEEN).save(update_fields=["headline"]),
    "save of the byline alone": lambda page: change(page, byline="Me").save(update_fields=["byline"]),
    "save of the notes alone": lambda page: change(page, notes=["x"]).save(update_fields=["notes"]),
    "save of the locale alone": lambda page: change(page, locale=_gaelic()).save(update_fields=["locale"]),
    "save of the locale by its column": lambda page: change(page, locale=_gaelic()).save(update_fields=["locale_id"]),
    "base-class save of the locale": lambda page: base_save(page, locale=_gaelic()),
    "publishing another draft": lambda page: (
        change(page, body=other_body()).save_revision().publish(skip_permission_checks=True)
    ),
    "fact 1: a revision written over in place": lambda page: _write_over(page).publish(skip_permission_checks=True),
}


def _gaelic():
    return Locale.objects.get_or_create(language_code="gd")[0]


def _write_over(page):
    revision = page.save_revision()
    return change(page, body=other_body()).save_revision(overwrite_revision=revision)


@pytest.mark.parametrize("way", CHANGING.values(), ids=CHANGING)
def test_live_words_are_not_changed_without_a_yes(way):
    page = make_public_story()
    with pytest.raises(NotSealed), transaction.atomic():
        way(page)
    assert (is_served(page), is_listed(page)) == (True, True)
    assert UNSEEN not in str(StoryPage.objects.get(pk=page.pk).paragraphs)


BEHIND = {
    "update of the body": lambda page: StoryPage.objects.filter(pk=page.pk).update(body=other_body()),
    "update of the headline": lambda page: StoryPage.objects.filter(pk=page.pk).update(headline=UNSEEN),
    "bulk_update": lambda page: StoryPage.objects.bulk_update([change(page, headline=UNSEEN)], ["headline"]),
    "update of what it stands under": lambda page: StoryPage.objects.filter(pk=page.pk).update(sealed_with="0" * 64),
    "the yes deleted": lose_seals,
    "fact 1: back to an earlier yes": lambda page: _earlier_yes(page),  # noqa: PLW0108  (it stands further down)
}


def _earlier_yes(page):
    earlier = change(page, headline="Words of an earlier yes")
    Seal.objects.create(case=page.case, locale=page.locale, digest=earlier.digest(), at=page.first_published_at)
    StoryPage.objects.filter(pk=page.pk).update(headline=earlier.headline)


def test_a_page_without_a_standing_yes_to_publishing_is_gone_and_alarms_nobody(client, caplog):
    page = make_public_story()
    end_consent(case=page.case, use=Use.PUBLISH)
    with caplog.at_level(logging.ERROR):
        assert client.get(page.url).status_code == 410
    assert is_listed(page) is False
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("way", BEHIND.values(), ids=BEHIND)
def test_a_row_changed_behind_the_model_is_not_served_and_staff_hear(way, caplog):
    page = make_public_story()
    assert (is_served(page), is_listed(page)) == (True, True)
    way(page)
    with caplog.at_level(logging.ERROR, logger="stories.models"):
        assert is_served(page) is False
    assert f"Story page {page.pk} does not match a seal" in caplog.text
    assert is_listed(page) is False
    assert [*StoryPage.objects.public().specific()] == []


def test_update_of_live_alone_is_not_served():
    page = accepted()
    StoryPage.objects.filter(pk=page.pk).update(live=True)
    assert (is_served(page), is_listed(page)) == (False, False)


def test_fixtures_cannot_carry_a_story(tmp_path):
    """`loaddata` skips save(): the story's own row and its plain Page row are both refused."""
    page = accepted()
    for label in ("stories.storypage", "wagtailcore.page"):
        call_command("dumpdata", label, output=str(tmp_path / "story.json"))
        rows = json.loads((tmp_path / "story.json").read_text())
        mine = [row for row in rows if row["pk"] == page.pk]
        mine[0]["fields"]["live"] = True
        (tmp_path / "story.json").write_text(json.dumps(mine))
        with pytest.raises(NotOnStories):
            call_command("loaddata", str(tmp_path / "story.json"))
    page.refresh_from_db()
    assert page.live is False


def test_an_earlier_yes_counts_no_more():
    """Fact 2: after a new yes, the revision of the old one cannot be published any more."""
    page = make_public_story()
    old = page.get_latest_revision()
    newer = change(page, headline="The title its author chose later")
    revision = newer.save_revision()
    Seal.objects.create(case=page.case, locale=page.locale, digest=newer.digest())
    assert is_served(page)  # what is up stays up under its own yes until the next is published
    page.refresh_from_db()
    page.save()
    revision.publish(skip_permission_checks=True)
    with pytest.raises(NotSealed), transaction.atomic():
        old.publish(skip_permission_checks=True)
    assert StoryPage.objects.public().get().headline == "The title its author chose later"


def test_what_changes_no_words_is_saved():
    page = make_public_story()
    draft = change(page, headline=UNSEEN)
    draft.save_revision()
    draft.has_unpublished_changes = True
    draft.save(update_fields=["has_unpublished_changes"])
    Page.objects.get(pk=page.pk).save()
    change(page).save(update_fields=["live"])
    assert (is_served(page), is_listed(page)) == (True, True)


def test_taken_down_and_put_up_again_needs_the_same_words():
    page = make_public_story()
    page.unpublish()
    assert (is_served(page), is_listed(page)) == (False, False)
    with pytest.raises(NotSealed), transaction.atomic():
        change(page, live=True, headline=UNSEEN).save()
    StoryPage.objects.get(pk=page.pk).get_latest_revision().publish(skip_permission_checks=True)
    assert (is_served(page), is_listed(page)) == (True, True)


def test_consent_that_ended_keeps_a_sealed_page_down():
    page = sealed()
    end_consent(case=page.case, use=Use.PUBLISH)
    with pytest.raises(NotSealed), transaction.atomic():
        page.get_latest_revision().publish(skip_permission_checks=True)


def test_a_frozen_page_goes_neither_up_nor_on():
    page, live = sealed(), make_public_story()
    for case in (page.case, live.case):
        raise_concern(case=case, raised_by=RaisedBy.STAFF)
    newer = change(live, headline="Sealed while frozen")
    Seal.objects.create(case=live.case, locale=live.locale, digest=newer.digest())
    for revision in (page.get_latest_revision(), newer.save_revision()):
        with pytest.raises(Frozen), transaction.atomic():
            revision.publish(skip_permission_checks=True)


COPIES = {
    "copy": lambda page: page.copy(update_attrs={"slug": "b"}),
    "copy as draft": lambda page: page.copy(keep_live=False, update_attrs={"slug": "b"}),
    "fact 5: copy keeping its revisions live": lambda page: page.copy(
        keep_live=True, copy_revisions=True, update_attrs={"slug": "b"}
    ),
    "create_alias": lambda page: page.create_alias(update_slug="b"),
    "alias action": lambda page: CreatePageAliasAction(page, update_slug="b").execute(),
    "becoming an alias": lambda page: change(page, alias_of=make_public_story()).save(),
    "becoming an alias by one column": lambda page: change(page, alias_of=make_public_story()).save(
        update_fields=["alias_of"]
    ),
    "a case of nobody": lambda page: change(page, translation_key=uuid.uuid4()).save(update_fields=["translation_key"]),
}


@pytest.mark.parametrize("way", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("make", [accepted, make_public_story])
def test_stories_have_no_copies_and_no_aliases(make, way):
    page = make()
    with pytest.raises(NotOnStories), transaction.atomic():
        way(page)
    assert not StoryPage.objects.filter(slug="b").exists()


def test_a_page_made_an_alias_behind_the_model_is_not_freed_by_converting():
    page = accepted()
    StoryPage.objects.filter(pk=page.pk).update(alias_of=make_public_story(), live=True)
    with pytest.raises((NotOnStories, NotSealed)), transaction.atomic():
        ConvertAliasPageAction(StoryPage.objects.get(pk=page.pk)).execute()
    assert is_served(page) is False


TIMERS = {
    "go live": lambda page, at: change(page, go_live_at=at).save(),
    "expire": lambda page, at: change(page, expire_at=at).save(),
    "go live by one column": lambda page, at: change(page, go_live_at=at).save(update_fields=["go_live_at"]),
    "a draft that goes live": lambda page, at: change(page, go_live_at=at).save_revision(),
    "an approved draft": lambda page, at: page.save_revision(approved_go_live_at=at),
    "an approved draft by position": lambda page, at: page.save_revision(None, at),
    "a revision row": lambda page, at: _approve(page.get_latest_revision(), at),
}


def _approve(revision, at):
    revision.approved_go_live_at = at
    revision.save(update_fields=["approved_go_live_at"])


@pytest.mark.parametrize("way", TIMERS.values(), ids=TIMERS)
def test_stories_have_no_timer(way):
    """Section 13: stock accepts a first schedule on anything, and `publish_scheduled` asks no one."""
    page = accepted()
    with pytest.raises(NotOnStories), transaction.atomic():
        way(page, timezone.now())
    call_command("publish_scheduled")
    assert is_served(page) is False


def test_a_timer_set_behind_the_model_publishes_nothing():
    page = accepted()
    Revision.objects.filter(object_id=str(page.pk)).update(approved_go_live_at=timezone.now())
    with pytest.raises(NotSealed):
        call_command("publish_scheduled")
    assert is_served(page) is False
